"""Words of handing over that are used of money, of arms that are given, and of goods that are sold."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.scene import Scene, Trigger

_HANDING = word_set("provide provides provided providing send sends sent sending transfer transfers transferred")
_HANDED_REACH = 5
_PROVIDING = word_set("provide provides provided providing deliver delivers delivered delivering")
_ARMS = word_set(
    "missile missiles tank tanks shells ammunition munitions howitzers rockets interceptors weapons arms jets drones "
    "rounds launchers artillery mortars systems warplanes helicopters"
)
_ARMS_REACH = 12
_SOLD = word_set(
    "sale sales sell sold selling buy bought buying purchase purchased order ordered orders contract contracts deal "
    "deals export exports exported import imports imported customer customers"
)
_WAR = word_set(
    "aid allies ally assistance battlefield counteroffensive donate donated fighting frontline invasion offensive "
    "package packages war"
)
"""What a sentence tells of where arms are given, and not sold."""
_RECEIVED_REACH = 5
"""So many tokens behind "aid" a relative clause can say who receives it."""
_MOVED_MONEY = word_set("transferred disbursed paid released")


def hands_money(scene: Scene, trigger: Trigger) -> bool:
    """Whether money itself is sent and no goods that it is the worth of ("will provide Rwanda with £46 million")."""
    if scene.tokens.lowers[trigger.first] not in _HANDING or trigger.kind != "verb":
        return False
    sent = next((a for a in scene.amounts if trigger.last <= a.first), None)
    if sent is None or sent.kind != "currency" or sent.qualifier_first - trigger.last > _HANDED_REACH:
        return False
    return not any(term_at(scene.tokens, at) is not None for at in range(trigger.last, min(sent.last + 3, scene.last)))


def hands_arms(scene: Scene, trigger: Trigger) -> bool:
    """Whether arms are given to one at war ("has provided its ally with 40 tanks"), where no sale is spoken of."""
    if scene.tokens.lowers[trigger.first] not in _PROVIDING or trigger.kind != "verb":
        return False
    armed = scene.has(trigger.last, trigger.last + _ARMS_REACH, _ARMS) and scene.has(scene.first, scene.last, _WAR)
    return armed and not scene.has(scene.first, scene.last, _SOLD)


def moves_what_was_lent(scene: Scene, trigger: Trigger, flow: str) -> bool:
    """Whether money that was lent or promised before is what is handed over ("the $5 billion will be transferred")."""
    if trigger.kind != "passive" or flow not in ("debt", "aid"):
        return False
    if scene.tokens.lowers[trigger.first] not in _MOVED_MONEY:
        return False
    return any(a.kind == "currency" and scene.first <= a.first < trigger.first for a in scene.amounts)


def rises_or_falls(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun of flow is told with how much it has changed, as a trade is and no gift ("Shipments rose 6%")."""
    if trigger.kind != "noun":
        return False
    first, end = scene.clause(trigger.first)
    return any(a.kind == "percent" and a.change is not None and first <= a.first < end for a in scene.amounts)


def gets_aid(scene: Scene, trigger: Trigger) -> bool:
    """Whether aid is what a relative clause says that a state gets ("a tenth of all aid that Mali receives")."""
    nouns = [t for t in scene.triggers if t.last <= trigger.first and t.kind == "noun"]
    if not nouns or nouns[-1].flow != "aid" or trigger.first - nouns[-1].last > _RECEIVED_REACH:
        return False
    return trigger.kind == "verb" and not any(nouns[-1].last <= a.first < trigger.first for a in scene.amounts)
