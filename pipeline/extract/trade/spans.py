"""What time a date spans as the period of a figure: "as of" ends there, "since" begins there, "2015/16" is a crop's."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import Goods
from pipeline.extract.trade.scene import Dated, Scene
from pipeline.lexicon.table import rows
from pipeline.values import value

_ENDED = word_set("ended ending ends to through until closed")
_LAST_DAY = (12, 31)
_END_OF = ("the end of", "end-")
_OWNING = frozenset({"'s", "'", "’s", "’"})
_OWNED = ("'s", "’s", "s'", "s’")
_STOCKS = word_set("debt debts owed owes owing claims reserves workers labourers laborers")
"""What is counted on a day; of the rest "by the end of 2025" is that year."""
_WHEN = frozenset({"at", "by", "to", "from"})
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


def as_period(scene: Scene, item: Dated, stock: bool = True) -> Period:
    """The date `item` as a period: "as of" ends there, "since" begins there, "the year to June" is twelve months.

    "At the end of 2018" is a day for a `stock`, else the year that it ends.
    """
    mention = item.mention
    words = scene.tokens.lowers[max(scene.first, item.first - 4) : item.first]
    start, end = mention.date_start, mention.date_end
    if end is not None and ends_year(scene, item):
        start = months_back(end, 12) + timedelta(days=1)
    elif end is not None and words[-1:] and words[-1] in _WHEN and mention.text.casefold().startswith(_END_OF):
        counted = stock and (words[-1] != "by" or scene.has(scene.first, item.first, _STOCKS))
        start = end if counted or (end.month, end.day) != _LAST_DAY else end.replace(month=1, day=1)
    elif _ends_there(words, mention.precision):
        start = None
    elif words[-1:] == ["through"] and mention.precision == "month" and end is not None:
        start = end.replace(month=1, day=1)
    elif words[-1:] == ["since"] or (words[-1:] == ["from"] and mention.precision != "range" and not owns(scene, item)):
        end = None
    return Period(mention.text, start, end)


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
    lowers, at = scene.tokens.lowers, item.first - 1
    while at > scene.first and lowers[at] in ("on", "in", "the", "end", "of"):
        at -= 1
    if lowers[at] not in _ENDED:
        return False
    return "year" in lowers[max(scene.first, at - 3) : at]


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
    if match is None or (period.start.month, period.end.month, period.end.year - period.start.year) != (1, 12, 1):
        return period
    months = _first_months()
    month = next((months[word] for word in reversed(goods[0].casefold().split()) if word in months), None)
    if month is None:
        return period
    start = date(period.start.year, month, 1)
    return replace(period, start=start, end=start.replace(year=start.year + 1) - timedelta(days=1))
