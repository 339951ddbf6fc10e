"""What time a date spans as the period of a figure: "as of" ends there, "since" begins there, "2015/16" is a crop's."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import Goods
from pipeline.extract.trade.scene import Dated, Scene
from pipeline.lexicon.table import rows
from pipeline.values import value

LONG = frozenset({"month", "quarter", "half", "season", "year", "range", "approximate"})
"""Precisions of a time that is longer than a day and no week."""
_ENDED = word_set("ended ending ends to through until closed")
_COMPARING = frozenset({"compared", "relative", "similar"})
_LAST_DAY = (12, 31)
_END_OF = ("the end of", "end-")
_YEAR_ENDS = ("year-end", "year end", "end-year", "year's end", "year’s end")
_OWNING = frozenset({"'s", "'", "’s", "’"})
_OWNED = ("'s", "’s", "s'", "s’")
_STOCKS = word_set("debt debts owed owes owing claims reserves workers labourers laborers")
"""What is counted on a day; of the rest "by the end of 2025" is that year."""
_WHEN = frozenset({"at", "by", "to", "from"})
_ENDS_OF_MOVES = frozenset({"to", "from"})
STARTING = word_set("starting started starts start beginning began begun begins commencing commenced effective")
"""Before a date these make it the first day or the first month of what is told."""
_OPENING = frozenset({"starting", "beginning", "commencing", "effective"})
_FROM = STARTING | {"from", "since"}
_OF_A_START = frozenset({"in", "on", "from"})
_ENDS_OR_SINCE = frozenset({"since", ",", ";", "in", "on"})
_SINCE_REACH = 12
_NO_FLOW = frozenset({"count", "time"})
_SPELLS = frozenset({"year", "years", "months", "period"})
_MONTHS = {"yr": 12, "mo": 1}
_SPELL_REACH = 1
_ONE = frozenset({"a", "one", "the", "fiscal", "marketing", "crop"})
_LASTING = frozenset({"for", "over", "during", "in", "of", "within", "the", "a"})
_END_REACH = 9
_DEAL_REACH = 14
"""So many tokens behind "three-year" its first day stands ("a three-year deal with Chad for maize from 2011")."""
_CROP_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)\s?[-–/]\s?(?P<second>\d\d)\b")


@value(frozen=True, slots=True)
class Period:
    """A time with its words."""

    text: str
    start: date | None
    end: date | None
    paragraph: int = -1
    wider: "Period | None" = None
    """The longer period that it lies in, which holds again behind its paragraph."""
    actual: bool = False
    """Whether a figure of what has been was told of it."""
    expected: bool = False
    """Whether what was told of it is an estimate, and may be still to come."""
    flow: str = ""
    """The flow of the figure that was told of it."""

    def told_in(self, paragraph: int, wider: "Period | None") -> "Period":
        """The same as told in another paragraph, and as a part of `wider`."""
        return Period(self.text, self.start, self.end, paragraph, wider, self.actual, self.expected, self.flow)

    def of_figure(self, actual: bool, flow: str, expected: bool = False) -> "Period":
        """The same, of which a figure of `flow` was told that is `actual`, or `expected`."""
        return Period(self.text, self.start, self.end, self.paragraph, self.wider, actual, expected, flow)


def as_period(scene: Scene, item: Dated, stock: bool = True) -> Period:
    """The date `item` as a period: "as of" ends there, "since" begins there, "the year to June" is twelve months.

    "At the end of 2018" is a day for a `stock`, else the year that it ends.
    """
    mention = item.mention
    words = scene.tokens.lowers[max(scene.first, item.first - 4) : item.first]
    start, end = mention.date_start, mention.date_end
    if start is not None and mention.precision != "range" and not _FROM.isdisjoint(words[-2:]):
        opened = _opened(scene, item, start)
        if opened is not None:
            return opened
    months = _months_ended(scene, item) if end is not None else 0
    if end is not None and months:
        end = _middle(end) if mention.text.casefold().startswith("mid") else end
        start = months_back(end, months) + timedelta(days=1)
    elif end is not None and words[-1:] == ["by"] and _closes(scene, item) is not None:
        start = _closes(scene, item)
    elif end is not None and words[-1:] and words[-1] in _WHEN and mention.text.casefold().startswith(_END_OF):
        counted = stock and (words[-1] != "by" or scene.has(scene.first, item.first, _STOCKS))
        told_day = stock or words[-1] in _ENDS_OF_MOVES or mention.text.endswith("month")
        counted = counted or (told_day and (end.month, end.day) != _LAST_DAY)
        start = end if counted else end.replace(month=1, day=1)
    elif end is not None and words[-1:] == ["("] and mention.precision == "day" and _at_years_end(scene, item):
        start = months_back(end, 12) + timedelta(days=1)
    elif _ends_there(words, mention.precision):
        start = None
    elif words[-1:] == ["through"] and mention.precision == "month" and end is not None:
        start = end.replace(month=1, day=1)
    elif words[-1:] == ["since"] or (mention.precision != "range" and _is_open_behind(scene, item, words)):
        end = None
    return Period(mention.text, start, end)


def _closes(scene: Scene, item: Dated) -> date | None:
    """The first day of the month, quarter or year by whose end a flow is told ("by the end of the month")."""
    words, end = item.mention.text.casefold(), item.mention.date_end
    if end is None or scene.has(scene.first, item.first, _STOCKS):
        return None
    if words.endswith(_YEAR_ENDS):
        return end.replace(month=1, day=1)
    if not words.startswith(_END_OF):
        return None
    if words.endswith("month"):
        return end.replace(day=1)
    return months_back(end.replace(day=1), 2) if words.endswith("quarter") else None


def _is_open_behind(scene: Scene, item: Dated, words: list[str]) -> bool:
    """Whether "from" the date on something is told, or since an event of that day."""
    return (words[-1:] == ["from"] and not owns(scene, item)) or is_since(scene, item)


def is_since(scene: Scene, item: Dated) -> bool:
    """Whether a date is that of an event since which something is told ("since the war began in February 2022")."""
    lowers = scene.tokens.lowers
    if lowers[item.first - 1] not in _OF_A_START and lowers[item.last - 1] != "ago":
        return False
    first = max(scene.first, item.first - _SINCE_REACH)
    at = next((at for at in range(item.first - 2, first - 1, -1) if lowers[at] in _ENDS_OR_SINCE), None)
    if at is None or lowers[at] != "since":
        return False
    return not any(at < a.first < item.first and a.kind not in _NO_FLOW for a in scene.amounts)


def _opened(scene: Scene, item: Dated, start: date) -> Period | None:
    """The time that begins with a date: of the length told before it ("for 12 months from 1 March", "over three years
    from 2011", "in the year that began in April", "a 20-year contract starting in 2012"), else open at its end."""
    lowers, at = scene.tokens.lowers, item.first - 1
    at -= lowers[at] in _OF_A_START and lowers[at - 1] in _FROM
    if lowers[at] not in _FROM or lowers[at] == "since":
        return None
    behind = at - (lowers[at - 1] == "that")
    months = _months_told(scene, behind)
    if months:
        return Period(item.mention.text, start, months_back(start - timedelta(days=1), -months))
    return Period(item.mention.text, start, None) if lowers[at] in _OPENING else None


def opens(scene: Scene, item: Dated) -> bool:
    """Whether a date begins the time of a figure ("for six months from May 1", "starting from January 1, 2014")."""
    start = item.mention.date_start
    return start is not None and _opened(scene, item, start) is not None


def _months_told(scene: Scene, index: int) -> int:
    """How many months the length of time lasts that ends right before token `index` or that a deal before it has."""
    lowers = scene.tokens.lowers
    if lowers[index - 1] == "year" and lowers[index - 2] in _ONE and lowers[index - 3] in _LASTING:
        return _MONTHS["yr"]
    for amount in reversed(scene.amounts):
        if amount.kind != "time" or amount.last > index:
            continue
        near = index - amount.last <= _SPELL_REACH and set(lowers[amount.last : index]) <= _SPELLS
        deal = index - amount.last <= _DEAL_REACH and "-" in lowers[amount.first : amount.last]
        return _length(amount) if near or deal else 0
    return 0


def _length(amount: Amount) -> int:
    """A length of time in months, 0 for one that is counted in days or weeks."""
    return int(amount.value * _MONTHS.get(amount.unit.unit, 0))


def owns(scene: Scene, item: Dated) -> bool:
    """Whether a date has what is told behind it ("from September's record", "from last month's")."""
    return scene.tokens.lower(item.last) in _OWNING or item.mention.text.endswith(_OWNED)


def _ends_there(words: list[str], precision: str) -> bool:
    """Whether the words before a date make it the end of a period ("as of", "until", "by" a day)."""
    if words[-2:] == ["as", "of"] or words[-3:] == ["as", "of", "the"] or words[-1:] == ["until"]:
        return True
    return words[-1:] == ["by"] and precision == "day"


def ends_year(scene: Scene, item: Dated) -> bool:
    """ "the year that ended on 30 June", "the fiscal year to March"."""
    return _months_ended(scene, item) > 0


def _months_ended(scene: Scene, item: Dated) -> int:
    """How many months the time has that a date ends ("the year to June", "the 12-month period ending in May"), or 0."""
    lowers, at = scene.tokens.lowers, item.first - 1
    while at > scene.first and lowers[at] in ("on", "in", "the", "end", "of"):
        at -= 1
    if lowers[at] not in _ENDED or (lowers[at] == "to" and lowers[at - 1] in _COMPARING):
        return 0
    spell = next((a for a in scene.amounts if a.kind == "time" and 0 <= at - a.last <= 1), None)
    if spell is not None and "-" in lowers[spell.first : spell.last] and lowers[at - 1] == "period":
        return _length(spell)
    return _MONTHS["yr"] if "year" in lowers[max(scene.first, at - 3) : at] else 0


def _at_years_end(scene: Scene, item: Dated) -> bool:
    """Whether a bracket names the last day of a year ("at the end of this Iranian year (March 20, 2018)")."""
    lowers = scene.tokens.lowers[max(scene.first, item.first - _END_REACH) : item.first - 1]
    return lowers[-1:] in (["yearend"], ["end"]) or (lowers[-1:] == ["year"] and "end" in lowers)


def _middle(day: date) -> date:
    """The end of June, where "mid-1987" ends a year."""
    return day.replace(month=6, day=30)


def months_back(day: date, months: int) -> date:
    """The day so many months earlier; a month's last day stays one."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    last = monthrange(year, month + 1)[1]
    ends_month = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if ends_month else min(day.day, last))


def year_back(period: Period, text: str) -> Period:
    """The same time of the year before, in the words `text`."""
    start = months_back(period.start, 12) if period.start is not None else None
    return Period(text, start, months_back(period.end, 12) if period.end is not None else None)


@cache
def _first_months() -> dict[str, int]:
    """The month in which the trade's year of a kind of goods begins."""
    return {row["goods"]: int(row["first_month"]) for row in rows("crop_years")}


def in_season(period: Period | None, goods: Goods | None) -> Period | None:
    """`period`, a pair of years ("in 2015/16") read as the twelve months by which its goods are counted."""
    if period is None or goods is None or period.start is None or period.end is None:
        return period
    match = _CROP_YEARS.search(period.text)
    told = match is not None or "season" in period.text
    if not told or (period.start.month, period.end.month, period.end.year - period.start.year) != (1, 12, 1):
        return period
    months = _first_months()
    month = next((months[word] for word in reversed(goods[0].casefold().split()) if word in months), None)
    if month is None:
        return period
    start = date(period.start.year, month, 1)
    return replace(period, start=start, end=start.replace(year=start.year + 1) - timedelta(days=1))
