"""Which word of flow governs an amount: one that it is attached to, the nearest before it, or one that follows."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.counts import is_stop
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import HEAD, noun_phrase, term_at
from pipeline.extract.trade.scene import Scene, Trigger, behind

_KINDS = frozenset({"currency", "percent", "point", "mass", "volume", "energy", "power", "freight", "count"})
_LINKS = word_set(
    "worth of in for a an the its their his our per cent s 's annual yearly monthly bilateral total two-way "
    "new fresh overall such additional further concessional soft low-interest interest-free emergency "
    "humanitarian foreign external direct state non-oil non refundable sovereign preferential - economic "
    "financial food military development outstanding mutual combined all record public government syndicated "
    "budget technical long-term short-term medical more global world's world export import crude oil gas arms "
    "trade commercial agricultural energy goods commodity two way year on quarter over month"
)
_REACH = 9
_POINTERS = word_set("it them that this these those which the")
_PEOPLE = word_set(
    "respondents voters adults americans pupils women men children listeners readers economists seats votes land"
)
_APART = frozenset({"in", "under", "at"})
"""Before an article these begin a phrase of its own."""
_BEFORE_OBJECT = word_set("a an the further additional extra another in total only just its first of")
_BEFORE_STATED = word_set("a an the further additional just only mere total record")
_STATING = word_set("of worth totaling totalling valued at")
"""Between a noun of flow and its amount ("a deficit of", "exports worth")."""
_BRINGS = word_set("with carrying bringing delivering")
_RELATIVE = frozenset({"that", "which", "who"})
_UNLOADING = word_set("unloaded unloads discharged landed")
_BRINGING = word_set("brought brings bring bringing")
_PHYSICAL = frozenset({"mass", "volume", "energy", "power", "count"})
_WEIGHED = frozenset({"mass", "volume", "energy"})
_LEAST_LISTED = 10
"""A smaller bare number in a list of goods counts something else."""
_CARRIERS = word_set(
    "lorries trucks vehicles trains wagons railcars planes aircraft flights ships vessels boats "
    "convoys ferries barges freighters tankers carriages cars helicopters"
)
_VESSELS = word_set("bags sacks bottles barrels cylinders drums tanks containers crates boxes cans batches lots bales")
_LADEN = word_set("with carrying loaded laden bringing full bearing transporting filled containing")
_CONVOYS = word_set("convoy fleet train column caravan shipload by in aboard with via using on into onto")
_WAYS = frozenset({"from", "to"})
_WORK_REACH = 4
"""So many tokens behind a nationality stands what its people do abroad ("1,500 Nepalis a year will be recruited")."""
_WHOM_REACH = 6
_WHAT = word_set("what everything all")
_UNCOUNTED = word_set(
    "people countries nations states companies firms days weeks months years hours times agreements documents "
    "projects points articles percent members ministers officials soldiers troops delegates votes seats "
    "participants visitors passengers flights sides parties leaders meetings sessions rounds provinces cities "
    "districts villages households families residents refugees victims deaths cases infections goals matches "
    "players athletes banks factories plants entrepreneurs businesses businessmen representatives experts "
    "specialists journalists reporters deputies lawmakers parliamentarians men women children servicemen "
    "kilometers miles areas sectors contracts deals accords protocols memorandums memoranda stalls exhibitors "
    "enterprises entities instruments individuals persons lots others thirds quarters categories items types "
    "kinds varieties stages phases steps pages words languages attendees guests"
)


def may_measure(amount: Amount) -> bool:
    """Whether `amount` is of a kind that can measure a trade, whatever its sentence tells."""
    kind = amount.unit.kind
    if kind not in _KINDS or amount.unit_price:
        return False
    return kind != "count" or amount.noun is not None or amount.value >= _LEAST_LISTED


def eligible(scene: Scene, amount: Amount) -> bool:
    """Whether `amount` is of a kind that trade figures are made of."""
    kind = amount.unit.kind
    if kind not in _KINDS or amount.converts or amount.unit_price or (kind in _WEIGHED and _is_size(scene, amount)):
        return False
    if kind != "count":
        return not (kind == "percent" and _of_people(scene, amount))
    if _is_proportion(scene, amount):
        return False
    if amount.noun is None:
        counts = _counts_workers(scene, amount) or of_them(scene, amount) or _for_workers(scene, amount) is not None
        return not amount.number.vague and (counts or amount.like is not None)
    if amount.number.vague:
        return False
    head = scene.tokens.lowers[amount.noun[1] - 1]
    if head in _CARRIERS and _carries(scene, amount):
        return False
    return head not in _UNCOUNTED or (head == "times" and amount.number.value > 1)


def _is_proportion(scene: Scene, amount: Amount) -> bool:
    """Whether a count is the ten of "nine in ten", "nine out of ten"."""
    if scene.tokens.lower(amount.first - 1) not in ("in", "of"):
        return False
    ends = {amount.first - 1, amount.first - 2} if scene.tokens.lower(amount.first - 2) == "out" else {amount.first - 1}
    return any(other.last in ends and other.kind == "count" for other in scene.amounts)


def of_them(scene: Scene, amount: Amount) -> bool:
    """ "50 of them": a count of what was told of before."""
    lowers = scene.tokens.lowers[amount.last : amount.last + 2]
    return amount.kind == "count" and lowers in (["of", "them"], ["of", "these"], ["of", "those"])


def _is_size(scene: Scene, amount: Amount) -> bool:
    """Whether a mass or a volume is the size of what is counted ("2.7 million 60-kg bags", "100-ton wagons")."""
    return scene.tokens.lower(amount.number.last) == "-" and scene.tokens.lower(amount.last) in _CARRIERS | _VESSELS


def _carries(scene: Scene, amount: Amount) -> bool:
    """Whether what is counted only carries the goods ("five lorries with 100 tonnes", "a convoy of 23 trucks")."""
    assert amount.noun is not None
    lowers, at = scene.tokens.lowers, amount.qualifier_first - 1
    if scene.tokens.lower(amount.noun[1]) in _LADEN or scene.tokens.lower(at) in _CONVOYS:
        return True
    return scene.tokens.lower(at) == "of" and lowers[at - 1] in _CONVOYS


def _of_people(scene: Scene, amount: Amount) -> bool:
    """Whether a percentage is of people or firms and so of no flow ("62 percent of Germans")."""
    tokens, at = scene.tokens, amount.last + 1
    if tokens.lower(amount.last) != "of":
        return False
    at += tokens.lower(at) in ("the", "all", "its", "their", "those")
    peoples = any(side.first == at and side.kind == "demonym" and not side.possessive for side in scene.sides)
    return peoples or tokens.lower(at) in _UNCOUNTED | _PEOPLE


def counts_goods(scene: Scene, noun: tuple[int, int]) -> bool:
    """Whether what is counted is animals, or goods of the lexicon."""
    first, last = noun
    if scene.tokens.lowers[last - 1] == HEAD:
        return True
    return any(term_at(scene.tokens, at) is not None for at in range(first, last))


def _counts_workers(scene: Scene, amount: Amount) -> bool:
    """Whether a bare number goes on counting workers ("fell from 9,600 to 4,150")."""
    return amount.value >= 10 and any(
        t.flow == "labour" and t.subject == "worker" and t.first < amount.first for t in scene.triggers
    )


def _for_workers(scene: Scene, amount: Amount) -> Trigger | None:
    """The workers whom a bare number is for ("a quota of 10,000 for Cambodian maids")."""
    if amount.kind != "count" or amount.noun is not None or scene.tokens.lower(amount.last) != "for":
        return None
    return next(
        (t for t in scene.triggers if amount.last < t.first <= amount.last + _WHOM_REACH and t.subject == "worker"),
        None,
    )


def governor(scene: Scene, amount: Amount) -> Trigger | None:
    """The word of flow (or block) that governs `amount` in its sentence, or None."""
    if not scene.triggers:
        return None
    return (
        _inside(scene, amount)
        or _for_workers(scene, amount)
        or of_what(scene, amount)
        or _object_of(scene, amount)
        or _modified(scene, amount)
        or _stated(scene, amount)
        or _pointed(scene, amount)
        or _attached(scene, amount)
        or _before(scene, amount)
        or _behind(scene, amount)
        or (_earlier(scene, amount))
    )


def _inside(scene: Scene, amount: Amount) -> Trigger | None:
    """The counted noun itself ("30,000 workers")."""
    if amount.noun is None:
        return None
    first, last = amount.noun
    if any(first <= side.first and side.last == last and side.kind == "demonym" for side in scene.sides):
        near = [t for t in scene.triggers if last <= t.first <= last + _WORK_REACH]
        worked = [t for t in near if t.subject == "worker" or (t.flow == "labour" and t.kind == "passive")]
        return worked[0] if worked else None
    return next((t for t in scene.triggers if t.kind == "noun" and first <= t.first and t.last <= last), None)


def _object_of(scene: Scene, amount: Amount) -> Trigger | None:
    """The verb that the amount follows at once ("bought 235,000 tonnes"); a share hangs on its whole instead."""
    if amount.unit.kind in ("percent", "point", "currency"):
        return None
    at = amount.qualifier_first
    while at > scene.first and scene.tokens.lowers[at - 1] in _BEFORE_OBJECT:
        at -= 1
    return next((t for t in scene.triggers if t.last == at and t.kind == "verb" and _moves(t, amount)), None)


def _modified(scene: Scene, amount: Amount) -> Trigger | None:
    """The participle that follows the amount at once ("fifty tractors presented by")."""
    if amount.unit.kind not in _PHYSICAL:
        return None
    at = behind(scene, amount)
    if scene.tokens.lower(at) == "of":
        at = noun_phrase(scene, at + 1)
    found = scene.starts.get(at)
    return found if found is not None and found.kind == "passive" else None


def other_governor(scene: Scene, amount: Amount, refused: Trigger) -> Trigger | None:
    """A word of flow behind the amount, where the one that governs it tells of no country."""
    found = _behind(scene, amount)
    return found if found is not refused else None


def _stated(scene: Scene, amount: Amount) -> Trigger | None:
    """The noun that states the amount: "a deficit of $24 billion", "exports worth $5 billion"."""
    at = amount.qualifier_first
    while at > scene.first and scene.tokens.lowers[at - 1] in _BEFORE_STATED:
        at -= 1
    if scene.tokens.lower(at - 1) not in _STATING:
        return None
    before = at - 1 - (scene.tokens.lower(at - 1) == "at" and scene.tokens.lower(at - 2) == "valued")
    return next((t for t in scene.triggers if before <= t.last <= at and t.kind == "noun"), None)


def _pointed(scene: Scene, amount: Amount) -> Trigger | None:
    """ "6.3 billion euros of it exports from the bloc": the noun behind what points back."""
    if scene.tokens.lower(amount.last) != "of" or scene.tokens.lower(amount.last + 1) not in _POINTERS:
        return None
    found = scene.starts.get(amount.last + 2)
    return found if found is not None and found.kind == "noun" else None


def of_what(scene: Scene, amount: Amount) -> Trigger | None:
    """ "a quarter of what the country bought": the verb behind the whole that a share is of."""
    if amount.unit.kind != "percent" or scene.tokens.lower(amount.last) != "of":
        return None
    if scene.tokens.lower(amount.last + 1) not in _WHAT:
        return None
    _, end = scene.clause(amount.first)
    return next((t for t in scene.triggers if t.kind == "verb" and amount.last < t.first < end), None)


def _attached(scene: Scene, amount: Amount) -> Trigger | None:
    """The noun that the amount hangs on ("$5 billion in exports", "a $40 million loan", "8 percent of imports")."""
    tokens, first = scene.tokens, behind(scene, amount)
    for at in range(first, min(first + _REACH, scene.last)):
        trigger = scene.starts.get(at)
        if trigger is not None:
            return trigger if _hangs_on(scene, amount, trigger) else None
        lower = tokens.lowers[at]
        apart = at > first and lower in _APART and tokens.lower(at + 1) in ("a", "an", "the")
        if apart or not (_links(tokens.words[at], lower) or _named(scene, at)) or _dated(scene, at):
            return None
    return None


def _hangs_on(scene: Scene, amount: Amount, trigger: Trigger) -> bool:
    """Whether the first word of flow behind the amount is a noun that has it."""
    if trigger.kind not in ("noun", "block") or (trigger.flow == "other" and amount.unit.kind in _PHYSICAL):
        return False
    return trigger.strong or "for" not in scene.tokens.lowers[amount.last : trigger.first]


def _dated(scene: Scene, index: int) -> bool:
    return any(date.first <= index < date.last for date in scene.dates)


def _named(scene: Scene, index: int) -> bool:
    return any(side.first <= index < side.last for side in scene.sides)


def _links(word: str, lower: str) -> bool:
    """Whether a word can stand between an amount and the noun that it hangs on."""
    return lower in _LINKS or (word.isalpha() and not is_stop(lower))


def _before(scene: Scene, amount: Amount) -> Trigger | None:
    """The nearest word of flow before the amount in its clause; a blocking noun only where it is nearest by far."""
    first, _ = scene.clause(amount.first)
    found = [t for t in scene.triggers if first <= t.first and t.last <= amount.first and _moves(t, amount)]
    if not found:
        return None
    wholes = [of_what(scene, share) for share in scene.amounts if share.last <= amount.first]
    found = [t for t in found if t not in wholes]
    while len(found) > 1 and found[-1].kind == "block" and _is_aside(scene, found[-1], amount):
        found.pop()
    return found[-1] if found else None


def _is_aside(scene: Scene, block: Trigger, amount: Amount) -> bool:
    """Whether a blocking noun stands in a phrase between commas that ends before the amount."""
    return "," in scene.tokens.lowers[block.last : amount.first]


def _moves(trigger: Trigger, amount: Amount) -> bool:
    """Whether `trigger` can govern `amount`: "flew" has goods, "released" money; what "reached Turkey" is goods."""
    if trigger.amounts != "any" and (amount.kind in _PHYSICAL) != (trigger.amounts == "goods"):
        return amount.kind in ("percent", "point") and trigger.first > amount.last
    if trigger.subject == "worker" and amount.kind in _WEIGHED:
        return False
    if trigger.subject == "worker" and trigger.kind != "noun":
        return amount.kind == "count" or (amount.kind == "percent" and amount.change is not None)
    if amount.tokens.lowers[trigger.first] in _BRINGING:
        return amount.kind in _PHYSICAL
    if trigger.flow == "consumption" and trigger.subject == "exporter":
        return amount.kind == "percent"
    if trigger.subject != "goods":
        return True
    lowers = amount.tokens.lowers
    if lowers[trigger.first] in _UNLOADING and trigger.last == amount.qualifier_first:
        return amount.kind in _PHYSICAL
    if trigger.first < amount.first:
        return amount.kind in _PHYSICAL and lowers[amount.qualifier_first - 1] in _BRINGS
    part = amount.kind == "percent" and lowers[amount.last : amount.last + 1] == ["of"]
    return amount.kind in _PHYSICAL or (part and not _WAYS.isdisjoint(lowers[trigger.first : trigger.last + 1]))


def _behind(scene: Scene, amount: Amount) -> Trigger | None:
    _, end = scene.clause(amount.first)
    found = [t for t in scene.triggers if amount.last <= t.first < end and t.kind != "block" and _moves(t, amount)]
    if not found:
        return None
    between = [
        other for other in scene.amounts if amount.last <= other.first < found[0].first and eligible(scene, other)
    ]
    acts = found[0].kind == "verb" and found[0].subject not in ("goods", "worker", "sender")
    related = scene.has(amount.last, found[0].first, _RELATIVE)
    if acts and amount.kind == "count" and not related:
        return None
    verbal = found[0].kind in ("verb", "passive")
    return found[0] if verbal or (found[0].strong and not between) else None


def _earlier(scene: Scene, amount: Amount) -> Trigger | None:
    first, _ = scene.clause(amount.first)
    if amount.kind == "count" and scene.tokens.lower(first) in ("which", "who", "that"):
        return None
    found = [t for t in scene.triggers if t.last <= first and _moves(t, amount)]
    return found[-1] if found else None
