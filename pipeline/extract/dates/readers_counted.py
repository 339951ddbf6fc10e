"""Readers of expressions that count from another day: units of time ("last month", "two days later"), periods told
again in another year, days without their month. All others stand in `readers`."""

import re

from pipeline.extract.dates.expressions import DayOfMonth, Expression, Offset
from pipeline.extract.dates.readers import REL_COUNT, TOLD, named
from pipeline.extract.dates.words import number, ordinal, section

_DAYS = {"today": 0, "tonight": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1, "tomorrow week": 8,
         "day before yesterday": -2,
         "day after tomorrow": 2, "last night": -1, "yesterday's": -1}  # fmt: skip
_MANY = {"decade": (10, "year"), "century": (100, "year"), "centurie": (100, "year"), "fortnight": (2, "week")}
"""Units that are so many of another."""
_NO_DAY = ("last", "this", "current", "coming")
"""Beside "day" these name none ("the last day of the talks", "to this day")."""
_TIMES_OF_DAY = ("morning", "afternoon", "evening", "night")
_DAYS_REACH = 60
_DAY_AHEAD = re.compile(
    r"\b(?:[Oo]n|[Bb]y|[Ff]rom|[Bb]etween)\sthe\s[a-z\d-]{3,14}\s(?:\w{2,20}\s){0,4}?(?:and|to)\s\Z"
)
"""Ahead of a day of the month that is a second one ("on the fourth and the fifth")."""


def day_word(match: re.Match[str]) -> Expression | None:
    words = " ".join(match.group().casefold().split()).removeprefix("the ")
    return Offset(match.start(), match.end(), "day", _DAYS.get(words, 0), "now")


def unit(match: re.Match[str]) -> Expression | None:
    """ "last month", "early next year", "the same day", "the previous week"."""
    which, unit = match["which"].casefold().split()[-1], match["unit"].casefold()
    detail = "this" if which == "this" and unit == "weekend" else None
    if unit in _TIMES_OF_DAY:
        if which not in ("same", "that", "following", "next", "previous"):
            return None
        unit = "day"
    if unit == "day" and which in _NO_DAY:
        return None
    count = REL_COUNT[which]
    anchor = "told" if which in TOLD else "now"
    if unit == "day":
        anchor = "story" if which in ("previous", "preceding") else "told"
    elif which in ("next", "following") and match["which"].casefold().startswith("the ") and unit != "day":
        anchor, detail = ("told", "calendar") if which == "following" else ("next", detail)
    return Offset(match.start(), match.end(), unit, count, anchor, section(match["sec"]), detail)


def year_before(match: re.Match[str]) -> Expression | None:
    """ "the year-ago quarter": the period told before, a year earlier."""
    return Offset(match.start(), match.end(), "year", -1, "told", None, "earlier")


def this_unit(match: re.Match[str]) -> Expression | None:
    """ "in the quarter", "the latest period": that told before, else the last quarter that is over."""
    unit = "full" if match["unit"] == "full year" else "latest"
    return Offset(match.start(), match.end(), unit, 0, "told")


def told_unit(match: re.Match[str]) -> Expression | None:
    """ "for the year": that told before, else the one that runs; "in the evening" of the day told before."""
    return _of_told(match, _whole(match["unit"]))


def _of_told(match: re.Match[str], unit: str) -> Offset:
    """The unit of the last date told; the time of a day says so as its detail."""
    return Offset(match.start(), match.end(), unit, 0, "told", None, "part" if unit == "day" else None)


def _whole(unit: str) -> str:
    """The day for a time of day, other units as they are."""
    return "day" if unit in _TIMES_OF_DAY else unit


def same_period(match: re.Match[str]) -> Expression | None:
    """ "the same month last year", "the same period of 2022": the period told before, in that year."""
    if match["year"]:
        return Offset(match.start(), match.end(), "same", 0, "told", None, match["year"])
    if match["before"]:
        return Offset(match.start(), match.end(), "year", -1, "told", None, "earlier")
    if match["which"].casefold().endswith(("previous", "preceding", "prior")):
        return Offset(match.start(), match.end(), "same", -1, "told", None, "told")
    count = REL_COUNT[match["which"].casefold().split()[-1]]
    return Offset(match.start(), match.end(), "same", count, "told")


def pointed_period(match: re.Match[str]) -> Expression | None:
    """ "in the said period", "in the mentioned nine months of 2017": the span told before, or in that year."""
    return Offset(match.start(), match.end(), "same", 0, "told", None, match["year"] or "told")


def within_unit(match: re.Match[str]) -> Expression | None:
    """ "earlier in the day", "later in the afternoon", "later in the month": the unit of the last date told."""
    return _of_told(match, _whole(match["unit"].casefold()))


def section_of_unit(match: re.Match[str]) -> Expression | None:
    start = match.start("over") if "over" in match.re.groupindex else match.start()
    return Offset(start, match.end(), match["unit"].casefold(), 0, "now", section(named(match, "sec")))


def year_end(match: re.Match[str]) -> Expression | None:
    return Offset(match.start(), match.end(), "year", 0, "now", "late")


def count_of_units(match: re.Match[str]) -> Expression | None:
    """ "two days ago", "a week earlier", "three months later"."""
    unit, word = match["unit"].casefold(), " ".join(match["word"].casefold().split())
    many, unit = _MANY.get(unit, (1, unit))
    half = match["n"].casefold().startswith("half")
    count = many // 2 if half else number(match["n"]) * many
    if count == 0:
        return None
    if match["sub"] and unit == "year" and word == "ago":
        inner = match["sub"].split()[-1]
        return Offset(match.start(), match.end(), "day" if inner == "today" else inner, -count, "now", None, "years")
    if match["sub"] == "today" and unit == "week" and word == "ago":
        return Offset(match.start(), match.end(), "day", -7 * count, "now")
    past = word in ("ago", "earlier", "before", "previously")
    anchor = "now" if word in ("ago", "from now", "hence") else "told"
    if unit == "day" and past and anchor == "told":
        anchor = "story"
    detail = word if word in ("ago", "earlier", "before", "previously") else None
    return Offset(match.start(), match.end(), unit, -count if past else count, anchor, None, detail)


def unit_before(match: re.Match[str]) -> Expression | None:
    """ "the year before", "the month after": beside the one told last."""
    before = match["word"] in ("before", "earlier")
    return Offset(match.start(), match.end(), match["unit"], -1 if before else 1, "told", None, match["word"])


def before_last(match: re.Match[str]) -> Expression | None:
    """ "the week before last"."""
    return Offset(match.start(), match.end(), match["unit"], -2, "now")


def day_before(match: re.Match[str]) -> Expression | None:
    before = match["word"].casefold() in ("before", "earlier")
    return Offset(match.start(), match.end(), "day", -1 if before else 1, "story" if before else "told")


def day_of_month(match: re.Match[str]) -> Expression | None:
    value = ordinal(match["ord"])
    if not 1 <= value <= 31:
        return None
    before = match.string[max(0, match.start() - _DAYS_REACH) : match.start()]
    if match["month"] is None and before.endswith(("and ", "to ")) and _DAY_AHEAD.search(before) is None:
        return None  # "the first deal and the fourth with an island" counts deals
    return DayOfMonth(match.start(1), match.end(1), value, match["month"])
