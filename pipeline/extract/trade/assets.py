"""What is bought or sold for a price in another country as an investment: a firm, a part of one, a plant or land."""

from dataclasses import replace

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene, Trigger

_ASSETS = word_set(
    "assets stake stakes shares shareholding holding company companies firm firms explorer miner refiner smelter "
    "refinery refineries oilfield oilfields airline bank insurer operator utility brewer subsidiary business "
    "businesses plant mine mines property land unit division arm chain startup maker developer "
    "retailer publisher studio brand skyscraper hotel hotels field fields oilfields concession concessions airport "
    "shipyard farmland vineyard vineyards conglomerate carmaker steelmaker supermarket supermarkets"
)
_ASSET_REACH = 6
_PARTS = frozenset({"stake", "stakes", "shareholding", "holding", "control", "shares"})
_HELD = frozenset({"stake", "shareholding", "holding"})
_CONTROL = frozenset({"control", "ownership"})
_TAKEN_REACH = 3
_PUMPING = word_set("pump pumps pumped pumping")
_BUYING = word_set("purchase purchases acquisition acquisitions")
_DEALS = word_set("deal deals transaction transactions agreement purchase acquisition takeover sale")
_GIVING = word_set("give gives gave giving hand hands handed handing")
_GIVEN_REACH = 7
"""So many tokens behind "gives" it is said what a deal gives."""
_PRICED = frozenset({"for", "at"})
_OF_WHAT = frozenset({"of", "worth", "in"})
_FROM_OR_BY = frozenset({"from", "by", "to"})
_TRADED = frozenset({"export", "import"})


def as_investment(scene: Scene, trigger: Trigger) -> Trigger | None:
    """`trigger` as one of investment where it tells of firms bought or handed over or of money pumped in, else None."""
    if trigger.flow == "production" and scene.tokens.lowers[trigger.first] in _PUMPING:
        first = next((a for a in scene.amounts if a.first >= trigger.last), None)
        money = first is not None and first.kind == "currency"
        return replace(trigger, flow="investment", subject="exporter") if money else None
    if deals_in_assets(scene, trigger):
        investor = "exporter" if trigger.flow == "import" else "importer"
        what = "assets" if trigger.kind == "noun" else trigger.amounts
        return replace(trigger, flow="investment", subject=investor, amounts=what)
    return replace(trigger, flow="investment", subject="importer") if gives_control(scene, trigger) else None


def deals_in_assets(scene: Scene, trigger: Trigger) -> bool:
    """Whether a firm or a part of one is what is bought or sold ("bought the miner for $3 billion", "$2 billion of oil
    assets", "the purchase of a stake for $3 billion"), and no goods."""
    if trigger.flow not in _TRADED or trigger.kind == "passive":
        return False
    if trigger.kind == "noun":
        return scene.tokens.lowers[trigger.first] in _BUYING and _names_assets(scene, trigger)
    if trigger.strong:
        return False
    _, end = scene.clause(trigger.first)
    price = next((a for a in scene.amounts if a.kind == "currency" and trigger.last <= a.first < end), None)
    if price is None and scene.tokens.lower(trigger.first - 1) == "to" and _is_price(scene, trigger.first - 1):
        return scene.has(trigger.last, min(trigger.last + _ASSET_REACH + 2, end), _ASSETS)
    if price is None:
        return _is_part_of_firm(scene, trigger)
    if scene.has(trigger.last, trigger.last + _TAKEN_REACH, _CONTROL):
        return True
    if scene.tokens.lower(price.qualifier_first - 1) in _PRICED:
        first, last = trigger.last, price.qualifier_first - 1
    else:
        first, last = price.last, min(price.last + _ASSET_REACH, end)
        if price.qualifier_first - trigger.last > 1 or scene.tokens.lower(first) not in _OF_WHAT:
            return False
    at = next((at for at in range(first, last) if scene.tokens.lowers[at] in _ASSETS), last)
    if at == last and last < price.first:
        return _is_a_firm(scene, first, last)
    return at < last and not scene.has(first, at, _FROM_OR_BY)


def _is_price(scene: Scene, index: int) -> bool:
    """Whether a sum ends right before token `index` ("spend $9 million to buy")."""
    return any(a.kind == "currency" and a.last == index for a in scene.amounts)


def gives_control(scene: Scene, trigger: Trigger) -> bool:
    """Whether a deal gives a part of a firm to who pays for it ("two deals that raise its stake to 84 percent")."""
    if scene.tokens.lowers[trigger.first] not in _GIVING or trigger.kind != "verb":
        return False
    if not scene.has(scene.first, trigger.first, _DEALS):
        return False
    return scene.has(trigger.last, trigger.last + _GIVEN_REACH, _PARTS) or any(
        a.kind == "percent" and 0 < a.first - trigger.last <= _GIVEN_REACH and scene.tokens.lower(a.last) == "in"
        for a in scene.amounts
    )


def is_bought_stake(scene: Scene, index: int) -> bool:
    """Whether a sum stands right before "stake" at token `index` and tells what it cost ("took a $9 million stake")."""
    if scene.tokens.lowers[index] not in _HELD or scene.tokens.lower(index + 1) == "sale":
        return False
    return any(a.kind == "currency" and a.last == index for a in scene.amounts)


def is_of_no_firm(scene: Scene, trigger: Trigger) -> bool:
    """Whether "acquisition" tells of nothing that can be known for a firm."""
    return scene.tokens.lowers[trigger.first] == "acquisition" and not _names_assets(scene, trigger)


def _names_assets(scene: Scene, noun: Trigger) -> bool:
    """Whether what is bought behind "the purchase of" is a firm or a part of one."""
    if scene.tokens.lower(noun.last) != "of":
        return False
    last = min(noun.last + _ASSET_REACH + 2, scene.last)
    at = next((at for at in range(noun.last, last) if scene.tokens.lowers[at] in _ASSETS), last)
    return at < last and not scene.has(noun.last, at, _FROM_OR_BY)


def _is_part_of_firm(scene: Scene, verb: Trigger) -> bool:
    """Whether a stake is bought whose price stands behind what is told of the firm ("took a 30 percent stake in Aurum,
    which runs the only mine there, for $3 million")."""
    if not scene.has(verb.last, verb.last + _ASSET_REACH, _PARTS):
        return False
    prices = (a for a in scene.amounts if a.kind == "currency" and a.first > verb.last)
    return any(scene.tokens.lower(a.qualifier_first - 1) == "for" for a in prices)


def _is_a_firm(scene: Scene, first: int, last: int) -> bool:
    """Whether what is bought from token `first` on is called by nothing but a name ("agreed to buy Aurum Inc for")."""
    here = [s for s in scene.sides if first <= s.first < last]
    at = max([first, *(s.last for s in here if s.possessive)])
    at += scene.tokens.lower(at) in ("'s", "'")
    words = scene.tokens.words[at:last]
    named = bool(words) and all(word[:1].isupper() or word in ("&", "-", ".") for word in words)
    return named and not any(s.first >= at for s in here) and not any(a.first < last <= a.last for a in scene.amounts)
