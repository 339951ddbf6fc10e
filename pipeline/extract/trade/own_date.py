"""The date that stands with one amount alone and dates no other: "(2009: 2.4 billion)", "June's 45,000 tonnes", "the
2010 value of $467 million", "8 percent less than in 2017 (1.3 bcm)", "from 131 billion in the first" quarter.
"""

from calendar import monthrange
from datetime import date

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.comparing import is_baseline
from pipeline.extract.trade.scene import Dated, Scene

LABELLING = frozenset({":", "-", "–", "—"})
"""Between a date and an amount these make the date its label ("2017: 5 tonnes, 2018: 6 tonnes")."""
_OWNING = frozenset({"'s", "'", "’s", "’"})
_STANDING_FOR = word_set(
    "value values volume volumes level levels figure figures total totals sum amount tally tonnage record high "
    "peak low result mark number exports imports shipments turnover trade target goal quota deficit surplus"
)
"""Nouns between a date and the amount that was told of it ("last July's total of 47,500 tonnes")."""
_LINKING = frozenset({"of", "is", "was"})
_BEFORE_AMOUNT = word_set("a record just only mere some about nearly almost roughly all-time total revised")
_MOST_BETWEEN = 3
_AT_WHICH = frozenset({"when", "which"})
_CLAUSE_REACH = 14
_YEARLY = word_set("annual yearly full-year year's twelve-month")
_TOTALS = word_set("total totals figure sum tally result")
_TOTAL_REACH = 10
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_QUARTER_MONTHS, _HALF_MONTHS, _YEAR_MONTHS = 3, 6, 12


def bracketed(scene: Scene, amount: Amount) -> Dated | None:
    """The date that a bracket with the amount alone stands behind, its own whatever it is to the rest of the sentence:
    "8 percent less than in 2017 (1.3 bcm)"; or that such a bracket behind it holds: "from $3 million (2017)"."""
    if scene.tokens.lower(amount.last) == "(":
        told = next((item for item in scene.dates if item.first == amount.last + 1), None)
        if told is not None and scene.tokens.lower(told.last) == ")" and told.mention.precision != "day":
            return told
    opening = amount.qualifier_first - 1
    if scene.tokens.lower(opening) != "(" or scene.tokens.lower(amount.last) != ")" or amount.kind == "percent":
        return None
    return next((item for item in scene.dates if item.last == opening and is_baseline(scene, item)), None)


def labelling(scene: Scene, amount: Amount) -> Dated | None:
    """The date right before the amount that labels it ("2009: 2.4 billion") or has it ("June's 45,000 tonnes"), or at
    which a clause puts it ("in 2014, when it was 5 tonnes")."""
    lowers, at = scene.tokens.lowers, amount.qualifier_first
    if " when " in scene.sentence.text or " in which " in scene.sentence.text:
        told = _at_which(scene, amount)
        if told is not None:
            return told
    if at - 1 > scene.first and lowers[at - 1] in LABELLING:
        return _ending(scene, at - 1)
    limit = max(scene.first, at - _MOST_BETWEEN)
    while at > limit and lowers[at - 1] in _BEFORE_AMOUNT:
        at -= 1
    noun = lowers[at - 1] in _LINKING and lowers[at - 2] in _STANDING_FOR
    at -= 2 * noun
    if at - 1 > scene.first and lowers[at - 1] in _OWNING:
        return _ending(scene, at - 1)
    return _ending(scene, at) if noun and amount.kind != "percent" else None


def _at_which(scene: Scene, amount: Amount) -> Dated | None:
    """The date at which a clause on it puts the amount ("in 2014, when it was 5 tonnes", "last June in which")."""
    lowers, at = scene.tokens.lowers, amount.first - 1
    since = max((a.last for a in scene.amounts if a.last <= at), default=scene.first)
    while lowers[at] != "," and at > max(since, amount.first - _CLAUSE_REACH) and lowers[at] not in _AT_WHICH:
        at -= 1
    if lowers[at] not in _AT_WHICH or (lowers[at] == "which" and lowers[at - 1] != "in"):
        return None
    at -= lowers[at] == "which"
    return _ending(scene, at - (lowers[at - 1] == ","))


def _ending(scene: Scene, index: int) -> Dated | None:
    """The date that ends before token `index`, and is longer than a day."""
    found = (item for item in scene.dates if item.last == index and item.mention.precision != "day")
    return next((item for item in found if item.mention.date_start is not None), None)


def of_whole_year(scene: Scene, amount: Amount) -> bool:
    """Whether an amount is that of a whole year beside one of a part ("taking the annual total up to $59 billion")."""
    lowers = scene.tokens.lowers
    if _YEARLY.isdisjoint(lowers[max(scene.first, amount.first - _TOTAL_REACH) : amount.first]):
        return False
    since = max(
        (a.last for a in scene.amounts if a.last <= amount.first and a.kind == amount.kind), default=scene.first
    )
    near = range(max(since, amount.first - _TOTAL_REACH), amount.first - 1)
    return any(lowers[at] in _YEARLY and lowers[at + 1] in _TOTALS for at in near)


def nth_before(scene: Scene, amount: Amount, start: date | None, end: date | None) -> tuple[date, date] | None:
    """The quarter or half that "in the first" means behind one told before, which lasted from `start` to `end`."""
    lowers, at = scene.tokens.lowers, amount.last
    if (
        lowers[at : at + 2] != ["in", "the"]
        or scene.tokens.lower(at + 2) not in _QUARTERS
        or start is None
        or end is None
    ):
        return None
    behind = scene.tokens.lower(at + 3)
    months = end.month - start.month + 1
    if behind.isalpha() and behind not in ("quarter", "half", "and", "one"):
        return None
    if months not in (_QUARTER_MONTHS, _HALF_MONTHS) or start.year != end.year:
        return None
    number = _QUARTERS[lowers[at + 2]]
    if number * months > _YEAR_MONTHS:
        return None
    month = (number - 1) * months + 1
    year = start.year if month < start.month else start.year - 1
    last = month + months - 1
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])
