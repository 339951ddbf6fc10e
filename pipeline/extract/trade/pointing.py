"""Whether a sentence goes on with the figures of the one before: whether a word points back to them ("it", "the total",
"of these") or belongs to a noun or a clause of its own, and what else an amount is said to be of."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.scene import Scene
from pipeline.extract.trade.story import Frame

_SUMS = word_set(
    "total figure figures amount sum volume volumes value rest remainder remaining share number turnover "
    "inflow inflows outflow batch transfers receipts"
)
_RELATIVE = frozenset({"that", "which"})
_BEFORE_RELATIVE = frozenset({"of", "for"})
_OPENING = frozenset({"said", "says", "and", "but", ";", "—", "–", '"', "“"})
_COSTS = word_set("cost costs expense expenses")
_ONE = frozenset({"one"})
_SUBJECTS = frozenset({"it", "they"})
_NAMELESS = frozenset({"total", "number", "sum", "figure"})
_DEMONSTRATIVE = word_set("this that these those")
_PRONOUNS = word_set("it them this that these those which whom")
_FLOWS = word_set(
    "trade exports imports export import shipments deliveries supplies sales purchases aid assistance money "
    "funds investment investments loan loans debt debts credit credits grants grant package packages goods "
    "cargo cargoes consignment consignments shipment delivery load lot lots commerce exchange exchanges "
    "remittances support help relief donation donations workers deficit surplus gap imbalance bill basket "
    "output production consumption demand requirement requirements needs products commodities fund deal "
    "contract contracts order orders payment payments level levels mark target goal quota ceiling increase "
    "rise fall drop decline growth jump surge two items flow flows capital cash dollars euros pounds tonnes "
    "tons barrels crop harvest fuel gas oil grain energy electricity arrivals portfolio programme program "
    "project projects pledge commitment commitments tranche instalment migrants people"
)
_BEFORE_SUM = word_set("the this that its their our his total annual overall final actual combined")
_BEHIND_POINTER = word_set(
    "'s is was are were be been has have had will would may could should can might did does do also now then "
    "already still only of in from for to with on at by up down or and but not more less nearly almost about "
    "over some just mostly mainly alone too last since during under before after compared against between "
    "among through than as each both together all went go goes came comes come stood stands showed shows show "
    "put puts make makes made accounts accounted account represents represented represent leaves left brings "
    "brought includes included include covers covered consist consists consisted comprises comprised comprise "
    "contains contained carried carries"
)
_BEHIND_GOODS = _BEHIND_POINTER | word_set(
    ", worth valued totalled totaled reached amounted hit crossed topped exceeded fetched earned raked netted "
    "cost costs accounting making added adds contributed contributes dominated led headed followed products "
    "goods exports imports sales items shipments"
)
_NOT_OF_IT = word_set(
    "owns own uses used use thinks plans plan wants want lost loses employs makes operates runs offers"
)
_A = frozenset({"a", "an"})
_WHOLE_REACH = 7
_ENDS_WHOLE = frozenset({",", ";", ".", "(", ")", "and", "in", "from", "to", "with", "by", "at", "on", "for", "which"})
_OF_FIRMS = word_set("profit profits pretax dividend dividends shares stock margin margins shareholders investors")
"""What is told of with these is a firm's own."""
_REVENUE = word_set("revenue revenues")
_MONIES = frozenset({"aid", "debt", "investment"})
_OWN = frozenset({"own"})
_OWN_REACH = 7
_ITS = frozenset({"their", "its"})
_LEAST = 10_000
"""Less money than that is a price, and no part of what was told."""


def points_at(scene: Scene, first: int, at: int, amount: Amount) -> bool:
    """Whether the word at token `at`, in the clause that begins at `first`, points to what was told before."""
    lowers = scene.tokens.lowers
    word, behind = lowers[at], scene.tokens.lower(at + 1)
    if at >= amount.last:
        return lowers[at - 1] == "of" and _stands_alone(scene, at)
    if word in _RELATIVE and at > scene.first and not _begins_clause(scene, at):
        return lowers[at - 1] in _BEFORE_RELATIVE or (word == "that" and scene.has(first, at, _ONE))
    if word in _SUMS:
        return _is_sum_told(scene, at, amount)
    if word in _SUBJECTS and behind in _NOT_OF_IT:
        return False
    return word not in _DEMONSTRATIVE or _stands_alone(scene, at)


def _is_sum_told(scene: Scene, at: int, amount: Amount) -> bool:
    """Whether the sum at token `at` is one of what was told ("the total amount of water" and "a total of" are not)."""
    lowers = scene.tokens.lowers
    nameless = lowers[at] in _NAMELESS and lowers[at - 1] in _A and scene.tokens.lower(at + 1) == "of"
    if nameless and amount.kind == "currency":
        return False  # "may spend a total of"
    if lowers[at] == "value" and lowers[at - 1] not in _BEFORE_SUM:
        return False  # "calorific value"
    if scene.tokens.lower(at + 1) in _COSTS:
        return False
    at += 1 + (scene.tokens.lower(at + 1) in _SUMS)
    return scene.tokens.lower(at) != "of" or _is_of_flow(scene, at + 1)


def _begins_clause(scene: Scene, at: int) -> bool:
    """Whether a clause of its own begins with the word at token `at`, which so describes nothing before it."""
    if scene.tokens.lowers[at] == "that" and any(item.last == at for item in scene.dates):
        return True  # "In 2011 that was"
    return scene.tokens.lower(at - 1) in _OPENING


def _stands_alone(scene: Scene, at: int) -> bool:
    """Whether "this" or "these" at token `at` has no noun of another matter behind it ("this outflow")."""
    behind = scene.tokens.lower(at + 1)
    if not behind.isalpha() or behind in _BEHIND_POINTER or behind in _FLOWS or behind in _SUMS:
        return True
    if any(s.first == at + 1 for s in scene.sides) or any(d.first == at + 1 for d in scene.dates):
        return True
    if any(a.qualifier_first == at + 1 for a in scene.amounts) or behind.endswith("ly"):
        return True
    return term_at(scene.tokens, at + 1) is not None or scene.tokens.lower(at + 2) in _FLOWS or at + 1 in scene.starts


def _is_of_flow(scene: Scene, at: int) -> bool:
    """Whether what is told of from token `at` on is a flow, goods, or what was told before."""
    lowers = scene.tokens.lowers
    for index in range(at, min(at + _WHOLE_REACH, scene.last)):
        word = lowers[index]
        if word in _ENDS_WHOLE:
            return False
        if word in _FLOWS or word in _PRONOUNS or word in _SUMS or index in scene.starts:
            return True
        if term_at(scene.tokens, index) is not None or any(a.first <= index < a.last for a in scene.amounts):
            return True
    return False


def is_of_another(scene: Scene, amount: Amount, frame: Frame) -> bool:
    """Whether an amount is said to be of what the figures before were not of: a part of people or firms or of a
    currency's value, a price."""
    at = amount.last
    if amount.kind != "mass" and scene.has(scene.clause(amount.first)[0], amount.first, _OF_FIRMS):
        return True
    if amount.kind == "percent" and _is_a_firms_revenue(scene, amount):
        return True
    if amount.kind == "currency":
        return 0 < amount.value < _LEAST and frame.flow != "labour"
    if amount.kind != "percent":
        return False
    if frame.flow in _MONIES and scene.has(at, at + _OWN_REACH, _OWN):
        return True  # "the remaining 30 percent came from its own funds"
    if scene.tokens.lower(at) != "of":
        return False
    behind = scene.tokens.lower(at + 1)
    if behind in ("that", "those") and scene.tokens.lower(at + 2) in ("in", "of"):
        return True
    if behind in _ITS and scene.tokens.lower(at + 2) == "value":
        return True
    return not _is_of_flow(scene, at + 1)


def _is_a_firms_revenue(scene: Scene, amount: Amount) -> bool:
    """Whether revenue is what changes, and not that from goods that were told of."""
    places = scene.tokens.places(_REVENUE, scene.clause(amount.first)[0], amount.first)
    return any(scene.tokens.lower(at + 1) != "from" for at in places)


def goods_act(scene: Scene, first: int, amount: Amount) -> bool:
    """Whether goods named between token `first` and the amount are what rises, goes or costs so much, and do not
    describe something else ("car maker", "apparel exporters")."""
    for at in range(first, amount.first):
        match = term_at(scene.tokens, at)
        if match is None:
            continue
        behind = scene.tokens.lower(match[1])
        if behind in _BEHIND_GOODS or behind in change_words("verb") or behind.endswith("ly"):
            return True
        if behind == "(" and match[1] + 1 == amount.qualifier_first:
            return True
        if match[1] >= amount.qualifier_first or any(d.first == match[1] for d in scene.dates):
            return True
    return False
