"""Which noun of flow an amount hangs on ("$5 billion in exports", "8 percent of imports", "$3 million to debt")."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.counts import is_stop
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.scene import Scene, Trigger, behind

_LINKS = word_set(
    "worth of in for a an the its their his our per cent s 's annual yearly monthly bilateral total two-way "
    "new fresh overall such additional further concessional soft low-interest interest-free emergency "
    "humanitarian foreign external direct state non-oil non refundable sovereign preferential - economic "
    "financial food military development outstanding mutual combined all record public government syndicated "
    "budget technical long-term short-term medical more global world's world export import crude oil gas arms "
    "trade commercial agricultural energy goods commodity two way year on quarter over month"
)
_APART = frozenset({"in", "under", "at"})
"""Before an article these begin a phrase of its own."""
_TURNING = word_set("while whereas although though but whilst")
"""Behind these another clause begins."""
_CUTS = word_set("cut cuts reduction rise increase raise")
"""A change of a duty has its percentage before it ("a 50 percent cut in the import tariff")."""
_ADDING = word_set("contributed contributes contributing contribute added adds adding accounted accounting for")
_TO_WHAT = frozenset({"to", "of"})
_ADDED_TO = frozenset({"export", "import", "trade", "debt"})
_WHOLE_REACH = 4
_WHOLES = frozenset({"mass", "volume", "currency", "energy"})
_REACH = 9
_LEVELS = frozenset({"to", "at"})
_BECAUSE = frozenset({"on", "amid"})
"""Behind a sum that a trade has come to these tell why."""
_THE = frozenset({"the", "its", "their"})
_EARNED_REACH = 5
_RELATIVE_REACH = 7
_DEALING = frozenset({"exporter", "importer"})
_SERVICES = frozenset({"service", "services"})
_PHYSICAL = frozenset({"mass", "volume", "energy", "power", "count"})
_DESCRIBING = frozenset({"which", "who", "whose", "where"})
_MAIN_VERBS = word_set(
    "made stood was were came amounted totaled totalled reached accounted hit went represented brought fetched earned"
)


def attached(scene: Scene, amount: Amount) -> Trigger | None:
    """The noun that the amount hangs on ("$5 billion in exports", "a $40 million loan", "8 percent of imports")."""
    relative = _that_it(scene, amount)
    if relative is not None:
        return relative
    sold = _earned_by(scene, amount) or _contributed_to(scene, amount)
    if sold is not None:
        return sold
    tokens, first = scene.tokens, _behind_its_whole(scene, amount, behind(scene, amount))
    shared = amount.kind == "percent" and tokens.lower(first) == "share"
    whole = next((a for a in scene.amounts if first < a.first <= first + _REACH), None) if shared else None
    for at in range(first, min(first + _REACH + (whole is not None) * _REACH, scene.last)):
        if whole is not None and whole.first <= at < whole.last:
            continue  # "a 0.9 percent share of Oman's $3.3 billion total trade"
        trigger = scene.starts.get(at)
        if trigger is not None:
            return trigger if _hangs_on(scene, amount, trigger) and not _is_cause(scene, amount, trigger) else None
        lower = tokens.lowers[at]
        apart = at > first and lower in _APART and tokens.lower(at + 1) in ("a", "an", "the")
        apart = (apart and tokens.lowers[at - 1] not in _CUTS) or lower in _TURNING
        joined = lower == "and" and at > first and _are_joined(tokens, first, at)
        if joined:
            continue  # "a $3 million tea and coffee deal"
        if apart or not (_links(tokens.words[at], lower) or _named(scene, at)) or _dated(scene, at):
            return None
    return None


def _that_it(scene: Scene, amount: Amount) -> Trigger | None:
    """The verb of a relative clause on the amount ("of the $10 billion that Fiji has borrowed")."""
    if scene.tokens.lower(amount.last) != "that" or scene.tokens.lower(amount.qualifier_first - 1) != "the":
        return None
    near = (scene.starts.get(at) for at in range(amount.last + 2, min(amount.last + _RELATIVE_REACH, scene.last)))
    verb = next((trigger for trigger in near if trigger is not None), None)
    return verb if verb is not None and verb.kind == "verb" and verb.subject in _DEALING else None


def _earned_by(scene: Scene, amount: Amount) -> Trigger | None:
    """The exports from which money comes ("made $52 million from its exports to Libya")."""
    if amount.kind != "currency":
        return None
    at = behind(scene, amount)
    if scene.tokens.lower(at) != "from":
        return None
    near = (scene.starts.get(place) for place in range(at + 1, at + _EARNED_REACH))
    found = next((trigger for trigger in near if trigger is not None), None)
    return found if found is not None and found.kind == "noun" and found.flow == "export" else None


def _contributed_to(scene: Scene, amount: Amount) -> Trigger | None:
    """The trade that a partner has its part in ("added 290 million euros to Angola's exports")."""
    if scene.tokens.lower(amount.qualifier_first - 1) not in _ADDING:
        return None
    return next((t for t in scene.triggers if t.kind == "noun" and contributes(scene, amount, t)), None)


def contributes(scene: Scene, amount: Amount, trigger: Trigger) -> bool:
    """Whether an amount is told as what a partner has added to a trade or a debt ("added 3 million to")."""
    if scene.tokens.lower(amount.qualifier_first - 1) not in _ADDING:
        return False
    at = behind(scene, amount)
    adds = scene.tokens.lower(at) in _TO_WHAT
    near = trigger.flow in _ADDED_TO and at < trigger.first <= at + _EARNED_REACH
    return adds and near and "," not in scene.tokens.lowers[at : trigger.first]


def _behind_its_whole(scene: Scene, amount: Amount, first: int) -> int:
    """The token behind the amount that a share is of ("17 percent of the 61,500 tonnes of"), else `first`."""
    if amount.kind != "percent" or scene.tokens.lower(first) != "of":
        return first
    whole = next((a for a in scene.amounts if first < a.first <= first + _WHOLE_REACH), None)
    if whole is None or whole.kind not in _WHOLES or not _is_owned(scene, first + 1):
        return first
    return behind(scene, whole)


def _is_owned(scene: Scene, index: int) -> bool:
    """Whether a whole is told as the one that it is, or whose ("of the 5 tons", "of Mali's $5 billion")."""
    owner = any(side.first == index and side.possessive for side in scene.sides)
    return owner or scene.tokens.lower(index) in _THE


def _hangs_on(scene: Scene, amount: Amount, trigger: Trigger) -> bool:
    """Whether the first word of flow behind the amount is a noun that has it."""
    if trigger.kind not in ("noun", "block") or (trigger.flow == "other" and amount.unit.kind in _PHYSICAL):
        return False
    return trigger.strong or "for" not in scene.tokens.lowers[amount.last : trigger.first]


def _is_cause(scene: Scene, amount: Amount, block: Trigger) -> bool:
    """Whether a blocking noun only says why a trade has come to so much ("sales fell to $3 million on weak consumer
    demand")."""
    if block.kind != "block" or scene.tokens.lower(amount.qualifier_first - 1) not in _LEVELS:
        return False
    because = scene.tokens.lower(behind(scene, amount)) in _BECAUSE
    first, _ = scene.clause(amount.first)
    return because and any(t.kind == "noun" and t.strong and first <= t.first < amount.first for t in scene.triggers)


def _are_joined(tokens: Tokens, first: int, index: int) -> bool:
    """Whether goods begin at token `first` and behind the "and" at token `index`."""
    if tokens.lowers[index - 1] == "goods" and tokens.lower(index + 1) in _SERVICES:
        return True
    return term_at(tokens, first) is not None and term_at(tokens, index + 1) is not None


def _dated(scene: Scene, index: int) -> bool:
    return any(date.first <= index < date.last for date in scene.dates)


def _named(scene: Scene, index: int) -> bool:
    return any(side.first <= index < side.last for side in scene.sides)


def _links(word: str, lower: str) -> bool:
    """Whether a word can stand between an amount and the noun that it hangs on."""
    return lower in _LINKS or (word.isalpha() and not is_stop(lower))


def told_in_passing(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Whether a word of flow stands in a clause between commas, over before token `index`, that only describes what the
    main verb behind it tells of ("Sales to Mali, which employed them in the war, made up 5 percent")."""
    opens, ends = scene.clause(trigger.first)
    if ends > index or scene.tokens.lowers[opens] not in _DESCRIBING or scene.tokens.lower(opens - 1) != ",":
        return False
    verb = scene.tokens.lowers[ends]
    return verb in _MAIN_VERBS or verb in change_words("verb")
