"""What is bought or sold for a price in another country as an investment: a firm, a part of one, a plant or land."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene, Trigger

_ASSETS = word_set(
    "assets stake stakes shares shareholding holding company companies firm firms explorer miner refiner smelter "
    "refinery refineries oilfield oilfields airline bank insurer operator utility brewer subsidiary business "
    "businesses plant mine mines property land unit division arm chain startup maker developer "
    "retailer publisher studio brand skyscraper hotel hotels"
)
_ASSET_REACH = 6
_PRICED = frozenset({"for", "at"})
_OF_WHAT = frozenset({"of", "worth", "in"})
_FROM_OR_BY = frozenset({"from", "by", "to"})
_TRADED = frozenset({"export", "import"})


def deals_in_assets(scene: Scene, trigger: Trigger) -> bool:
    """Whether a firm or a part of one is what is bought or sold ("bought the miner for $3 billion", "$2 billion of oil
    assets"), and no goods."""
    if trigger.kind != "verb" or trigger.strong or trigger.flow not in _TRADED:
        return False
    _, end = scene.clause(trigger.first)
    price = next((a for a in scene.amounts if a.kind == "currency" and trigger.last <= a.first < end), None)
    if price is None:
        return False
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


def _is_a_firm(scene: Scene, first: int, last: int) -> bool:
    """Whether what is bought from token `first` on is called by nothing but a name ("agreed to buy Aurum Inc for")."""
    here = [s for s in scene.sides if first <= s.first < last]
    at = max([first, *(s.last for s in here if s.possessive)])
    at += scene.tokens.lower(at) in ("'s", "'")
    words = scene.tokens.words[at:last]
    named = bool(words) and all(word[:1].isupper() or word in ("&", "-", ".") for word in words)
    return named and not any(s.first >= at for s in here) and not any(a.first < last <= a.last for a in scene.amounts)
