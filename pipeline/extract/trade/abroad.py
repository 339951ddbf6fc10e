"""Whether a flow goes to or comes from another part of the world, or from all of it, and no state that is named."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.regions import deals_with_a_region
from pipeline.extract.trade.scene import Scene, Side, Trigger

PARTS = word_set(
    "countries nations world abroad markets others buyers europe asia africa states customers members "
    "neighbours elsewhere america economies destinations regions partners neighbors nations hubs rest continent "
    "region clients suppliers sellers producers allies territories rivals americas overseas"
)
_FOR_EXAMPLE = frozenset({"like", "including"})
_ABROAD = frozenset({"abroad", "overseas"})
_ABROAD_REACH = 8
_MARKETS = frozenset({"market", "markets"})
_OPEN = word_set("spot open world international global")
_ON = frozenset({"on", "to", "from"})
_OVERALL = word_set("overall altogether worldwide globally")
_PHRASE_REACH = 4
_TO_OR_FROM = frozenset({"to", "from"})
_GOING = word_set("went go goes going were was are shipped sold sent bound came come comes coming exported imported")
_LINK_REACH = 4
_OTHERS = frozenset({"other", "others", "elsewhere", "various", "several", "the"})


def elsewhere(scene: Scene, trigger: Trigger) -> bool:
    """Whether the flow goes to or comes from another part of the world ("to countries outside the bloc", "abroad")."""
    tokens, at, end = scene.tokens, trigger.last, min(trigger.last + 4, scene.last)
    at -= tokens.lowers[at - 1] in ("to", "from")
    _, last = scene.clause(trigger.first)
    if trigger.kind == "verb" and _behind_its_amount(scene, trigger, last):
        return True
    if _on_open_market(scene, trigger.last, last):
        return True
    if deals_with_a_region(scene, trigger):
        return True
    reach = _ABROAD_REACH if trigger.kind == "verb" else 1
    if scene.has(trigger.last, min(trigger.last + reach, last), _ABROAD):
        return True
    while at < end and tokens.lowers[at] not in ("to", "from"):
        at += 1
    if tokens.lower(at) not in ("to", "from"):
        return False
    near = set(tokens.lowers[at + 1 : at + 4])
    meant = [s for s in scene.sides if at < s.first <= at + 3 and s.code and not _is_example(scene, s)]
    sides = any(side.kind != "pronoun" for side in meant)
    return bool(near & PARTS) and not sides


def _behind_its_amount(scene: Scene, trigger: Trigger, last: int) -> bool:
    """Whether all the world stands behind what was sold or bought ("exported goods worth $9 million to all states")."""
    at = next((a.last for a in scene.amounts if trigger.last <= a.first < last), None)
    if at is None:
        return False
    at = next(iter(scene.tokens.places(_TO_OR_FROM, at, min(at + _LINK_REACH, last))), at)
    if scene.tokens.lower(at) not in _TO_OR_FROM:
        return False
    near = scene.tokens.lowers[at + 1 : min(at + 1 + _PHRASE_REACH, last)]
    end = next((step for step, word in enumerate(near) if word in PARTS), None)
    if end is None:
        return False
    return not any(at < s.first <= at + 1 + end and s.code and not _is_example(scene, s) for s in scene.sides)


def with_others(scene: Scene, amount: Amount) -> str | None:
    """Which side of a flow is open, where an amount has others behind it ("and 20,000 tons to other buyers")."""
    at = amount.last
    while scene.tokens.lower(at) in _GOING and at < amount.last + _LINK_REACH:
        at += 1
    link = scene.tokens.lower(at)
    if link not in _TO_OR_FROM:
        return None
    near = scene.tokens.lowers[at + 1 : at + 1 + _PHRASE_REACH]
    end = next((step for step, word in enumerate(near) if word in PARTS), None)
    if end is None or near[0] not in _OTHERS:
        return None
    last = at + 1 + end
    if any(at < s.first <= last + 1 and s.code for s in scene.sides):
        return None
    return "importer" if link == "to" else "exporter"


def opens_as_total(scene: Scene) -> bool:
    """Whether a sentence opens with a word for all that moved ("Overall, Peru bought", "In total, exports were")."""
    lowers = scene.tokens.lowers[scene.first : scene.first + 3]
    if lowers[:1] == ["all"] or lowers[:1] == ["in"]:
        return lowers[1:] in (["total", ","], ["all", ","], ["told", ","])
    return lowers[:1] != [] and lowers[0] in _OVERALL and lowers[1:2] == [","]


def _is_example(scene: Scene, side: Side) -> bool:
    """Whether a state is only one of those that are meant ("to hubs like Fiji")."""
    return scene.tokens.lower(side.first - 1) in _FOR_EXAMPLE


def _on_open_market(scene: Scene, first: int, last: int) -> bool:
    """Whether goods are dealt in on no state's market ("found 30,000 tonnes on the spot market")."""
    lowers = scene.tokens.lowers
    if not scene.has(first, last, _MARKETS):
        return False
    at = next(at for at in range(first, last) if lowers[at] in _MARKETS)
    return lowers[at - 1] in _OPEN and not _ON.isdisjoint(lowers[max(first, at - 3) : at])
