"""Whether a date or an amount only names what a figure is compared with ("up from 179 bcm in 2013")."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Dated, Scene, behind
from pipeline.extract.trade.spans import owns

_BASELINE = word_set(
    "than against compared comparison comparing contrasting relative versus vs over under below above beyond "
    "short shy times par"
)
_COMPARED = word_set("from against versus vs compared comparison comparing than over under above below")
_COMPARES = frozenset({"compares", "compare"})
_RIVALS = word_set("from against versus vs than")
_BEFORE_COMPARED = word_set(
    "a the peak of record as about with to low high only just mere barely nearly roughly around approximately"
)
_OF_WHAT = word_set(
    "exports imports shipments deliveries sales purchases supplies trade turnover export import level total volume "
    "value worth amount figure turnovers inflows remittances deficit surplus balance"
)
"""What an amount that is compared with is of ("against exports of $4 million"); behind "from" it is a source."""
_MULTIPLES = word_set("double twice triple half third quarter fifth tenth times")
_GROWTH = word_set(
    "increase rise growth gain improvement jump more higher up down lower advance surge decline drop fall decrease"
)
_GROWTH_OR_TIMES = _GROWTH | {"times"}
_BETWEEN = word_set(
    "in the a same period time timespan calendar "
    "of that for level levels to with corresponding similar previous preceding whole all "
    "figure figures year month quarter during at months weeks quarters on first like comparable equivalent identical "
    "matching same-period part stretch span half season volume volumes value sum amount amounts total totals tonnage "
    "tally result results performance average mean peak record low high its their it they those was were had been did "
    "do does is recorded registered reported posted seen achieved noted logged shipped sold bought imported exported "
    "export import growth rise increase decline fall drop pre - pandemic crisis war "
    "traded delivered received exports imports shipments deliveries sales purchases trade turnover income incomes "
    "revenue revenues earnings receipts proceeds monthly annual daily yearly"
)
"""Words between a word of comparison and the date of what is compared with ("below its level in", "than sold in")."""
_FROM_BETWEEN = word_set(
    "in the a same period of that for level levels to with corresponding similar previous preceding whole all "
    "figure figures year month quarter during at months weeks quarters on first like comparable equivalent identical "
    "value volume total sum record peak high low its their part stretch"
)
"""The same behind "from", which has other uses ("from sales in 2013")."""
_BEHIND_BASELINE = word_set("volume level levels figure total value amount's target")
_MULTIPLYING = word_set(
    "doubling doubled doubles tripling tripled triples trebling trebled quadrupling quadrupled exceeding exceeded "
    "exceeds surpassing surpassed surpasses beating outstripping topping equalling equaling matching rivalling rivaling"
)
"""Ahead of "the figure", "those" or "that" these compare with the date behind it ("doubling that of 2003")."""
_RECORD_REACH = 6
"""So many tokens ahead of "since" a superlative stands."""
_RECORD = word_set("most least best worst first record high low")
_PARTS = word_set("half twice double third quarter")
_SIZES = word_set("much many large big high great low")
_AT_TIME = frozenset({"in", "at", "during", "for"})
_AGAIN = frozenset({"again", "same"})
_AGO = frozenset({"ago", "earlier"})
_SAME = frozenset({"same", "corresponding"})
_ASIDE = frozenset({"while", "when", "whereas"})
_CALENDAR = word_set("month year quarter week")
_FIGURES = word_set("figure figures level levels amount value volume total sum result results record peak that those")
_WERE = word_set("was were been is")
_SEEN = word_set("seen reached recorded hit touched registered")
_FALLEN_SHORT = frozenset({"short", "shy", "ahead"})
"""Before "of" these measure one amount by another ("ahead of the $9 million of 2013")."""
_PAST = word_set("in of set reached recorded tallied seen registered posted achieved traded logged sold bought")
"""Between an amount and its date: it is one told of before ("the $9 million recorded in 2013")."""
_PAST_REACH = 4
_MILLIONS = word_set("million millions billion billions trillion thousand m mn bn")
_NO_RECORD = word_set("interest west east forest harvest guest request rest test invest protest")


def is_baseline(scene: Scene, item: Dated) -> bool:
    """Whether the date only names what is compared with ("up from 2013", "than in June", "the August volume")."""
    if item.compared is None:
        item.compared = _is_compared_with(scene, item)
    return item.compared


def _is_compared_with(scene: Scene, item: Dated) -> bool:
    tokens = scene.tokens
    counted = item.mention.text.endswith("month")  # "which takes the nine-month figure to $3 million"
    if (tokens.lower(item.last) in _BEHIND_BASELINE and not counted) or _is_same_of_another(scene, item):
        return True
    for amount in scene.amounts:
        if scene.first < amount.last <= item.first <= amount.last + 1 and _is_rival(scene, amount):
            return True
    at = item.first - 1
    while at > scene.first and _may_stand_between(scene, at) and not _last_seen(tokens, at):
        at -= 1
    word, between = tokens.lowers[at], tokens.lowers[at + 1 : item.last]
    if "on" in between and _is_on(scene, at + 1 + between.index("on"), between, item):
        return True
    if word in _PARTS:
        return at == item.first - 1 or not _FIGURES.isdisjoint(tokens.lowers[at + 1 : item.first])
    return _is_compared_by(scene, item, at, word, between)


def _may_stand_between(scene: Scene, index: int) -> bool:
    """Whether a word can stand between one of comparison and the date ("than Peru's level in 2013", "above the 41
    million of 2013")."""
    lower = scene.tokens.lowers[index]
    if lower in _BETWEEN or lower in ("'s", "'"):
        return True
    if lower in _MILLIONS or lower[0].isdecimal():
        at = index - (lower in _MILLIONS)
        return scene.tokens.lower(at - 1) == "the" and scene.tokens.lower(at)[:1].isdecimal()
    return any(side.possessive and side.first <= index < side.last for side in scene.sides)


def _is_same_of_another(scene: Scene, item: Dated) -> bool:
    """Whether a clause puts the figure of another year beside it (", while it was $4 million in the same month of")."""
    lowers = scene.tokens.lowers
    if _SAME.isdisjoint(lowers[item.first : item.last]):
        return False
    first, _ = scene.clause(item.first)
    return first > scene.first and not _ASIDE.isdisjoint(lowers[first - 1 : item.first])


def _is_compared_by(scene: Scene, item: Dated, at: int, word: str, between: list[str]) -> bool:
    """Whether `word`, at token `at`, compares with the date behind `between`."""
    tokens = scene.tokens
    if word == "as":
        again = tokens.lower(at - 1) in _AGAIN or (tokens.lower(at - 2) == "as" and tokens.lower(at - 1) in _SIZES)
        return again or (between[0] in _AT_TIME and tokens.lower(at - 1) != "as")
    if word in ("over", "since"):
        return _grew(scene, at) if word == "over" else _is_record(scene, at)
    if word == "times" and between[0] in _AT_TIME and _grew_times(scene, at):
        return False
    if word == "what":
        return not _WERE.isdisjoint(between)
    if word in _MULTIPLYING:
        return not _FIGURES.isdisjoint(between)
    if word == "from":
        spans = any(
            sign in item.mention.text.replace("year-", "") for sign in (" to ", "-", "–", " and ", "through", "until")
        )
        if (at == item.first - 1 and owns(scene, item)) or not _SAME.isdisjoint(between):
            return True
        near = _FROM_BETWEEN.issuperset(tokens.lowers[at + 1 : item.first])
        return near and not spans and not _starts(scene, item, at)
    return word in _BASELINE or _last_seen(tokens, at)


def _last_seen(tokens: Tokens, index: int) -> bool:
    """Whether what is told stood so high or low before ("a level last seen in 2012")."""
    return tokens.lowers[index] in _SEEN and tokens.lowers[index - 1] == "last"


def _is_on(scene: Scene, on: int, between: list[str], item: Dated) -> bool:
    """Whether a change is told "on" the date ("9 percent down on 2013"), and not on the month or year before it."""
    if not _SAME.isdisjoint(between):
        return True
    return item.mention.precision != "day" and _grew(scene, on) and not scene.has(on, item.first, _CALENDAR)


def _grew(scene: Scene, over: int) -> bool:
    """Whether a change stands before "over", which else tells how long something lasted ("over the past year")."""
    before = scene.tokens.lower(over - 1)
    return before in _GROWTH_OR_TIMES or any(
        amount.last == over and (amount.kind in ("percent", "point") or amount.change is not None)
        for amount in scene.amounts
    )


def _grew_times(scene: Scene, times: int) -> bool:
    """Whether something grew or fell so many times over ("rose 2.5 times in 2014")."""
    number = next((a for a in scene.amounts if a.first < times and times - a.last <= 0), None)
    if number is None:
        return False
    at = number.qualifier_first - 1
    at -= scene.tokens.lower(at) == "by"
    return scene.tokens.lower(at) in change_words("verb")


def _is_record(scene: Scene, since: int) -> bool:
    """Whether "since" names the last time that something was so high or low, or other ("hardly changed since 2013")."""
    words = scene.tokens.lowers[max(scene.first, since - _RECORD_REACH) : since]
    record = any(word in _RECORD or (word.endswith("est") and word not in _NO_RECORD) for word in words)
    return record or "changed" in words


def _is_rival(scene: Scene, amount: Amount) -> bool:
    """Whether an amount right behind its word of comparison is what another is compared with ("from 37 last year")."""
    return scene.tokens.lower(amount.qualifier_first - 1) in _RIVALS


def is_compared(scene: Scene, amount: Amount) -> bool:
    """Whether the amount is what another is compared with ("up from 179.3 bcm", "against $15.3 billion")."""
    for item in scene.dates:
        if amount.last == item.first - 1 and _is_same_of_another(scene, item):
            return True
    lowers, at = scene.tokens.lowers, amount.qualifier_first - 1
    if at > scene.first and lowers[at] == "worth":
        return any(is_compared(scene, a) for a in scene.amounts if at in (a.last, behind(scene, a)) and a is not amount)
    if at > scene.first and lowers[at] == "and":
        return _goes_on_comparing(scene, amount, at)
    if lowers[at] == "with" and lowers[at - 1] in _COMPARES:
        return any(amount.last <= item.first <= amount.last + 1 for item in scene.dates)
    of_what = False
    if lowers[at] in _AGO and year_ago_before(scene, at + 1):
        at -= 3
    while at > scene.first and (lowers[at] in _BEFORE_COMPARED or lowers[at] in _OF_WHAT):
        of_what = of_what or lowers[at] in _OF_WHAT
        at -= 1
    if lowers[at] == "and" and not of_what and scene.tokens.lower(at + 1) not in ("the", "of", "to", "with"):
        return _goes_on_comparing(scene, amount, at)
    if at < amount.qualifier_first - 1 and _is_measured_by(scene, amount, at):
        return True
    return at >= scene.first and lowers[at] in _COMPARED and not (of_what and lowers[at] == "from")


def _is_measured_by(scene: Scene, amount: Amount, index: int) -> bool:
    """Whether another is told by this amount, one of a time before ("an increase on the $76 million of 2018", "beating
    the record of $9 million set in 2012", "short of the $3 million seen in May"), from the word at token `index` on."""
    lowers = scene.tokens.lowers
    if scene.tokens.lower(amount.last) not in _PAST or "the" not in lowers[index + 1 : amount.qualifier_first]:
        return False
    if not any(0 < item.first - amount.last < _PAST_REACH for item in scene.dates):
        return False
    if lowers[index] == "on":
        return _grew(scene, index)
    return lowers[index] in _MULTIPLYING or (lowers[index] in _FALLEN_SHORT and lowers[index + 1] == "of")


def _goes_on_comparing(scene: Scene, amount: Amount, joint: int) -> bool:
    """Whether "and" joins the amount to one that is compared with ("from 9 tons in May and 12 tons a year ago")."""
    before = next((a for a in reversed(scene.amounts) if a.last <= joint and a is not amount), None)
    if before is None or before.kind not in (amount.kind, "count"):
        return False
    if not is_compared(scene, before):
        return False
    at = before.last
    at += scene.tokens.lower(at) in _AT_TIME
    return any(item.first == at and item.last == joint for item in scene.dates)


def year_ago_before(scene: Scene, index: int) -> bool:
    """Whether "year-ago" or "year-earlier" stands right before token `index` ("from a year-ago $3 million")."""
    return scene.tokens.lower(index - 1) in _AGO and scene.tokens.lowers[index - 3 : index - 1] == ["year", "-"]


def multiplied(scene: Scene, amount: Amount) -> bool:
    """Whether another amount is told as a part or multiple of this one ("double the $90 million of last June")."""
    lowers, at = scene.tokens.lowers, amount.qualifier_first - 1
    while at > scene.first and lowers[at] in _BEFORE_COMPARED:
        at -= 1
    return at < amount.qualifier_first - 1 and lowers[at] in _MULTIPLES and lowers[at + 1] != "to"


def _starts(scene: Scene, item: Dated, at: int) -> bool:
    """Whether "from 2022" tells when something begins, and not what it rose from."""
    if any(other.first == item.last + 1 for other in scene.dates) and scene.tokens.lower(item.last) in (
        "to",
        "through",
    ):
        return True
    first, _ = scene.clause(item.first)
    changes = any(amount.change for amount in scene.amounts if first <= amount.first < item.first)
    return at == item.first - 1 and not changes
