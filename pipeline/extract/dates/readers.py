"""What the words of a matched calendar expression say: one reader a family of expressions, match to `Expression`.

The patterns stand in `families`, the readers of what is counted from another day in `readers_counted`; no other
sentence, tense or published date is looked at.
"""

import re

from pipeline.extract.dates import feasts, not_dates
from pipeline.extract.dates.expressions import (
    DayOfMonth,
    Expression,
    Fixed,
    InYear,
    NumericDate,
    OnWeekday,
    Span,
    YearRef,
)
from pipeline.extract.dates.interval import century as century_of
from pipeline.extract.dates.interval import decade as decade_of
from pipeline.extract.dates.interval import make_date
from pipeline.extract.dates.words import full_year, month_number, number, ordinal, section, values, weekday_number

_SEASON_SHIFTS = {
    "the next": "after", "the following": "after", "the previous": "before", "last": "last", "this past": "last",
    "next": "next", "this coming": "next", "this": "this", "that": "that",
}  # fmt: skip
_FEAST_SHIFTS = {"last": "last", "past": "last", "next": "next", "coming": "next", "this": "this"}
_SHIFTS = {"past": "last", "following": "coming"}
_MONTH_SHIFTS = {"past": "last", "coming": "next", "previous": "before", "preceding": "before", "following": "after"}
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEK = 7
_AND = re.compile(r"\d(?:st|nd|rd|th)?\s(?:and|&)\s\d")
_BETWEEN = re.compile(r"\b[Bb]etween\s\Z")
_NO_DIGIT = re.compile(r"\D")
_DAY_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
REL_COUNT = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "same": 0, "that": 0,
              "the": 0, "next": 1, "following": 1, "coming": 1}  # fmt: skip
"""Words beside a unit of time to the number of units from its anchor's own."""
TOLD = {"previous", "preceding", "same", "that", "following"}
"""Those that count from the last date told and not from today."""


def named(match: re.Match[str], group: str) -> str | None:
    """What a group has found, None where it has nothing or the pattern has none such. (`groupdict` would make a string
    of every group.)"""
    return match[group] if group in match.re.groupindex else None


def year_ref(match: re.Match[str]) -> YearRef | None:
    """The year that the groups `year` or `rel` of a match name, or None."""
    year = named(match, "year")
    if year:
        return YearRef(absolute=full_year(year))
    told = named(match, "rel")
    if told:
        words = told.casefold().split()
        words = words[1:] if words[0] == "of" else words
        word = words[1] if words[0] == "the" and len(words) > 2 else words[0]
        return YearRef(offset=REL_COUNT[word], anchor="told" if word in TOLD else "now")
    return None


def _day(text: str) -> int:
    """The number of a day in figures or words ("3rd", "eighth"); -1 for a word that counts no day."""
    return int(_NO_DIGIT.sub("", text)) if text[0].isdigit() else ordinal(text)


def _weekday(match: re.Match[str]) -> int | None:
    word = named(match, "weekday")
    return weekday_number(word) if word else None


def _in_year(match: re.Match[str], first: tuple[int, int], last: tuple[int, int], precision: str) -> InYear:
    return InYear(
        match.start(), match.end(), first, last, precision, year_ref(match),
        section(named(match, "sec")), _weekday(match),
    )  # fmt: skip


def _two_days(match: re.Match[str], first: int, last: int) -> list[Expression]:
    """ "May 3 and 8" are two days; "May 3 and 4" and "between May 3 and 8" are not read here."""
    month, year = month_number(match["month"]), year_ref(match)
    end = match.end("day") if match.start("month") < match.start("day") else match.end("month")
    opens = match.start() if end == match.end("day") else match.start("day")
    if end == match.end("day"):
        places = ((opens, end), (match.start("last"), match.end()))
    else:
        places = ((opens, match.end("day")), (match.start("last"), match.end()))
    return [
        InYear(start, stop, (month, day), (month, day), "day", year)
        for (start, stop), day in zip(places, (first, last), strict=True)
    ]  # fmt: skip


def month_days(match: re.Match[str]) -> Expression | list[Expression] | None:
    """ "April 28", "April 22-28", "28 April", "3 and 4 May 2014", with or without a year and weekday."""
    number_of_month, first = month_number(match["month"]), _day(match["day"])
    end = named(match, "last")
    last = _day(end) if end else first
    if not 1 <= first <= last:
        return None
    if last > first + 1 and _AND.search(match.group()) and not _BETWEEN.search(match.string[: match.start()][-12:]):
        return _two_days(match, first, last)
    return _in_year(match, (number_of_month, first), (number_of_month, last), "day" if last == first else "range")


def day_list(match: re.Match[str]) -> Expression | list[Expression] | None:
    """ "May 5, 6 and 7" is a range, "May 5, 8 and 12" three days."""
    month, at = month_number(match["month"]), match.start("days")
    places = [(at + m.start(), at + m.end(), int(m[1])) for m in _DAY_NUMBER.finditer(match["days"])]
    days = [day for _, _, day in places]
    if days != sorted(set(days)) or not 1 <= days[0] <= days[-1] <= 31:
        return None
    if days[-1] - days[0] == len(days) - 1:
        return _in_year(match, (month, days[0]), (month, days[-1]), "range")
    first, last = min(match.start(), places[0][0]), max(match.end(), places[-1][1])
    ends = [(first, places[0][1]), *((s, e) for s, e, _ in places[1:-1]), (places[-1][0], last)]
    year = year_ref(match)
    return [
        InYear(start, end, (month, day), (month, day), "day", year)
        for (start, end), day in zip(ends, days, strict=True)
    ]  # fmt: skip


def ordinal_day(match: re.Match[str]) -> Expression | None:
    """ "the first of July 2019"."""
    value, of_month = ordinal(match["ordinal"]), month_number(match["month"])
    if not 1 <= value <= 31:
        return None
    return _in_year(match, (of_month, value), (of_month, value), "day")


def two_months_days(match: re.Match[str]) -> Expression | None:
    """ "Nov. 30-Dec. 2, 2018", "30 November-2 December"."""
    opening = (month_number(match["month"]), _day(match["day"]))
    closing = (month_number(match["month2"]), _day(match["day2"]))
    return _in_year(match, opening, closing, "range")


def iso(match: re.Match[str]) -> Expression | None:
    found = make_date(int(match["year"]), int(match["month"]), int(match["day"]))
    return None if found is None else Fixed(match.start(), match.end(), found, found, "day")


def numeric(match: re.Match[str]) -> Expression | None:
    """ "04/05/2018"; with full stops the day comes first ("04.05.2018")."""
    one, two, year_number = int(match["one"]), int(match["two"]), full_year(match["year"])
    if not (1 <= one <= 31 and 1 <= two <= 31 and min(one, two) <= 12):
        return None
    if match["sep"] == "." and two <= 12:
        found = make_date(year_number, two, one)
        return Fixed(match.start(), match.end(), found, found, "day") if found else None
    return NumericDate(match.start(), match.end(), one, two, year_number)


def month_span(match: re.Match[str]) -> Expression | None:
    """ "January-June 2017", "January to June"."""
    if not_dates.is_moved(match.string, match.start()):
        return None
    return _in_year(match, (month_number(match["month"]), 0), (month_number(match["month2"]), 0), "range")


def month(match: re.Match[str]) -> Expression | None:
    """A month with or without a year or a part ("mid-February", "July 2000", "May last year")."""
    value = month_number(match["month"])
    precision = "approximate" if match["sec"] else "month"
    return _in_year(match, (value, 0), (value, 0), precision)


def bare_month(match: re.Match[str]) -> Expression | None:
    """A month without a year ("in May", "mid-February")."""
    return None if not_dates.is_other_word(match) or not_dates.recurs(match) else month(match)


def shifted_month(match: re.Match[str]) -> Expression | None:
    """ "last May", "next March", "last Oct. 23"."""
    value = month_number(match["month"])
    day = _day(match["day"]) if match["day"] else 0
    shift = match["shift"].casefold().split()[-1]
    reference = YearRef(offset=0, anchor="told") if shift == "that" else YearRef(anchor=_MONTH_SHIFTS.get(shift, shift))
    return InYear(match.start(), match.end(), (value, day), (value, day), "day" if day else "month", reference)


def year(match: re.Match[str]) -> Expression | None:
    """A year, or a part of it ("2014", "early 2010")."""
    if not_dates.is_count(match):
        return None
    return InYear(
        match.start(), match.end(), (0, 0), (0, 0), "approximate" if match["sec"] else "year",
        YearRef(absolute=int(match["year"])), section(match["sec"]),
    )  # fmt: skip


def years(match: re.Match[str]) -> Expression | None:
    first = int(match["year"])
    last = int(match["last"]) if len(match["last"]) == 4 else first - first % 100 + int(match["last"])
    start, end = make_date(first, 1, 1), make_date(last, 12, 31)
    if start is None or end is None or not first < last <= first + 60:
        return None
    return Fixed(match.start(), match.end(), start, end, "range")


def decade(match: re.Match[str]) -> Expression | None:
    if not_dates.is_age(match):
        return None
    if match["half"]:
        return _half_decade(match)
    digits = match["digits"] or (values("decade")[match["word"].casefold()])
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    part = section(match["sec"])
    whole_century = first % 100 == 0 and first < 2000
    interval = century_of(first, part) if whole_century else decade_of(first, part)
    return Fixed(match.start(), match.end(), interval.start, interval.end, interval.precision)


def _half_decade(match: re.Match[str]) -> Expression | None:
    """ "the second half of the 1990s": five years."""
    digits = match["digits"] or values("decade")[match["word"].casefold()]
    first = (int(digits) if len(digits) == 4 else 1900 + int(digits)) + 5 * (match["half"].casefold() != "first")
    start, end = make_date(first, 1, 1), make_date(first + 4, 12, 31)
    return Fixed(match.start(), match.end(), start, end, "range") if start and end else None


def quarter(match: re.Match[str]) -> Expression | None:
    value = int(match["q"]) if match["q"] else ordinal(match["ord"].casefold().replace("final", "last"))
    value = 4 if value == -1 else value
    if match["ord"] and match["ord"].casefold() in ("last", "final") and year_ref(match) is None:
        return None
    if not 1 <= value <= 4:
        return None
    return _in_year(match, (value * 3 - 2, 0), (value * 3, 0), "quarter")


def half(match: re.Match[str]) -> Expression | None:
    second = (match["half"] or match["h"]).casefold() in ("second", "latter", "2", "last")
    if match["month"]:
        value = month_number(match["month"])
        return _in_year(match, (value, 16 if second else 1), (value, 0 if second else 15), "approximate")
    return _in_year(match, (7, 0) if second else (1, 0), (12, 0) if second else (6, 0), "half")


def half_year(match: re.Match[str]) -> Expression | None:
    """ "half-year exports": those of the first six months."""
    return InYear(match.start(), match.end(), (1, 0), (6, 0), "half")


def first_months(match: re.Match[str]) -> Expression | None:
    """ "the first nine months of 2019", in the statistics of former Soviet states "9 months of 2019" too."""
    count = number(match["n"]) * (3 if match["unit"] == "quarters" else 1)
    if not 1 <= count <= 12:
        return None
    precision = "half" if match["unit"] == "quarters" and count == 6 else "range"
    if match["end"].casefold() in ("", "first", "opening", "initial"):
        return _in_year(match, (1, 0), (count, 0), precision)
    return _in_year(match, (13 - count, 0), (12, 0), precision)


def months_of(match: re.Match[str]) -> Expression | None:
    """ "in 9 months of 2019": its first nine months."""
    return _in_year(match, (1, 0), (number(match["n"]), 0), "range")


def nth_month(match: re.Match[str]) -> Expression | None:
    """ "the first month of last year"."""
    word = match["ord"].casefold()
    value = {"opening": 1, "last": 12, "final": 12}.get(word) or ordinal(word)
    return _in_year(match, (value, 0), (value, 0), "month")


def quarter_ended(match: re.Match[str]) -> Expression | None:
    """ "the September quarter": the three months up to that one."""
    value = month_number(match["month"])
    return _in_year(match, (value - 2, 0), (value, 0), "quarter") if value >= 3 else None


def first_days(match: re.Match[str]) -> Expression | None:
    """ "the first ten days of May", "the first 20 days of this month", "the first three weeks of June"."""
    count = number(match["n"]) * (_WEEK if match["unit"] == "weeks" else 1)
    if not 1 <= count <= 28:
        return None
    if match["which"] is not None:
        start, end, which = match.start(), match.end(), match["which"].casefold()
        return Span(start, end, DayOfMonth(start, end, 1, which), DayOfMonth(start, end, count, which), whole=True)
    value = month_number(match["month"])
    return _in_year(match, (value, 1), (value, count), "range")


def end_day(match: re.Match[str]) -> Expression | None:
    """ "the first day of 2012", "the last day of May"."""
    first = match["end"].casefold() == "first"
    if match["month"] is None:
        day = (1, 1) if first else (12, 31)
        return InYear(match.start(), match.end(), day, day, "day", YearRef(absolute=int(match["of"])))
    month = month_number(match["month"])
    if month == 2 and not first:
        return None
    day = (month, 1 if first else _LAST_DAYS[month - 1])
    return _in_year(match, day, day, "day")


def week_of_month(match: re.Match[str]) -> Expression | None:
    value, which = month_number(match["month"]), ordinal(match["ord"])
    if which not in (-1, 1, 2, 3, 4):
        return None
    first = 22 if which == -1 else which * 7 - 6
    return _in_year(match, (value, first), (value, 0 if which == -1 else first + 6), "week")


def week_of_day(match: re.Match[str]) -> Expression | None:
    """ "the week of March 6": the week in which that day lies."""
    day = (month_number(match["month"]), _day(match["day"]))
    return _in_year(match, day, day, "week")


def season(match: re.Match[str]) -> Expression | None:
    first, last = (int(part) for part in values("season")[match["season"].casefold()].split("-"))
    shift = _SEASON_SHIFTS.get(" ".join((named(match, "shift") or "").casefold().split()))
    reference = year_ref(match)
    if shift in ("last", "next", "this", "before", "after"):
        reference = YearRef(anchor=shift)
    elif shift == "that":
        reference = YearRef(offset=0, anchor="told")
    return InYear(match.start(), match.end(), (first, 0), (last, 0), "season", reference, section(match["sec"]))


def on_weekday(match: re.Match[str]) -> Expression | None:
    week = match["week"]
    if not_dates.recurs(match):
        return None
    shift = (match["shift"] or "").casefold().split()
    return OnWeekday(
        match.start(), match.end(), weekday_number(match["weekday"]),
        _SHIFTS.get(shift[-1], shift[-1]) if shift else None,
        REL_COUNT[week.casefold().split()[-1]] if week else None,
    )  # fmt: skip


def spelled_year(match: re.Match[str]) -> Expression | None:
    """ "nineteen ninety-seven", "the year two thousand"."""
    numbers = values("number")
    century = int(numbers[match["century"]]) * 100 if match["century"] else 2000
    rest = (match["tens"], match["teens"], match["ones"])
    found = century + sum(int(numbers[word]) for word in rest if word)
    return InYear(match.start(), match.end(), (0, 0), (0, 0), "year", YearRef(absolute=found))


def holiday(match: re.Match[str]) -> Expression | None:
    if not_dates.is_for_feast(match):
        return None
    name = " ".join(match["name"].replace("’", "'").split())
    shift = (match["shift"] or "").casefold().split()
    reference = YearRef(anchor=_FEAST_SHIFTS[shift[-1]]) if shift else year_ref(match)
    return _by_rule(match, feasts.RULES[name], reference)


def weekday_of_month(match: re.Match[str]) -> Expression | None:
    """ "the first Monday of May", "the last Sunday in October 2018"."""
    count = ordinal(match["ord"])
    if count not in (-1, 1, 2, 3, 4):
        return None
    rule = feasts.weekday_rule(month_number(match["month"]), weekday_number(match["weekday"]), count)
    return _by_rule(match, rule, year_ref(match))


def _by_rule(match: re.Match[str], rule: str, year: YearRef | None) -> InYear:
    some = feasts.feast(rule, 2001)
    day = (some.month, some.day)
    return InYear(match.start(), match.end(), day, day, "day", year, feast=rule)


def century(match: re.Match[str]) -> Expression | None:
    first = (int(match["n"]) - 1) * 100
    start, end = make_date(first + 1, 1, 1), make_date(first + 100, 12, 31)
    if start is None or end is None or first < 1000:
        return None
    return Fixed(match.start(), match.end(), start, end, "range")
