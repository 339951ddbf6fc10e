"""Expressions that belong together: ranges between two of them, lists of months, a year that is said once for all."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from pipeline.extract.dates import fiscal
from pipeline.extract.dates.expressions import (
    DayOfMonth,
    Expression,
    Fixed,
    InYear,
    NumericDate,
    Offset,
    OnWeekday,
    Part,
    Span,
    Term,
    YearRef,
)
from pipeline.extract.dates.not_dates import is_moved
from pipeline.extract.dates.scan import scan
from pipeline.extract.dates.words import alternatives, number
from pipeline.text.parts import holds_any

_RANGE = re.compile(r"(?:,?\s(?:to|through|until|till)\s(?:the\s)?|\s?[-–—]\s?)\Z")
_AND = re.compile(r",?\s(?:and|or|&)\s(?:in\s|on\s)?(?:early\s|late\s)?\Z")
_LIST = re.compile(r",\s(?:in\s|on\s)?\Z")
_LONGEST_GAP = 20
"""Characters: none of these three is longer, and most of what stands between two dates is."""
_OF = re.compile(r"\s(?:(?:of|in|for)\s)?(?:the\s)?\Z")
_FEAST_OF = re.compile(r",?\s\Z")
_SPELLED = re.compile(r",?\s(?:of\s|in\s)?\Z")
_LENGTHS = {"week": 0, "quarter": 3, "half": 6, "half-year": 6, "year": 12}
_TERM_LENGTH = 56
_TERM = re.compile(
    rf"(?<!of\s)(?:\b(?:[Tt]he\s)?(?P<count>\d{{1,2}}|{alternatives('number')})\s(?P<many>months|quarters)|"
    r"\b(?P<length>[Tt]he\s|(?<=[Ii]ts\s)|(?<=[Tt]heir\s))(?:latest\s|fiscal\s|financial\s|full\s|business\s|marketing\s){0,2}"
    r"(?P<one>week|quarter|half-year|half|year))"
    r"\s(?:ended|ending|to|through|up\sto|leading\s(?:up\s)?to|that\sended)\s(?:on\s|in\s)?\Z"
)
_MONTH = re.compile(rf"(?:[Tt]he\s)?(?:{alternatives('month')})\b")
_TERM_UNITS = ("month", "quarter", "week", "half", "year")
_BETWEEN = re.compile(r"(?i:between)\s(?:the\s)?\Z")


@lru_cache(maxsize=4)
def expressions(text: str) -> Sequence[Expression]:
    """All calendar expressions of `text`, joined; kept, as the masthead and the dates of an article ask for them."""
    return tuple(join(text, scan(text)))


def join(text: str, found: Sequence[Expression]) -> list[Expression]:
    """`found` with years handed on inside lists and ranges, and a `Span` for every range and run of months."""
    parts = _share_years(text, _months_of_years(text, _spell_years(text, found)))
    spans: list[Expression] = []
    for opening, closing in pairwise(parts):
        gap = text[opening.char_end : closing.char_start]
        if len(gap) > _LONGEST_GAP:
            continue
        before = text[max(0, opening.char_start - 14) : opening.char_start]
        ranged = _RANGE.match(gap) or (_AND.match(gap) and _BETWEEN.search(before))
        if ranged and _comparable(opening, closing) and not is_moved(text, opening.char_start):
            spans.append(Span(opening.char_start, closing.char_end, opening, closing))
    spans += _runs(text, parts)
    terms = _terms(text, parts)
    openings = {term.char_start for term in terms}
    kept = [part for part in parts if part.char_start not in openings]
    return sorted([*kept, *spans, *terms], key=lambda e: (e.char_start, -e.char_end))


def _spell_years(text: str, found: Sequence[Expression]) -> list[Expression]:
    """ "January nineteen ninety-seven" is one expression, read as two; "the May 9 Victory Day parade" names one day."""
    parts: list[Expression] = []
    for part in found:
        last = parts[-1] if parts else None
        if not isinstance(part, InYear) or not isinstance(last, InYear):
            parts.append(part)
            continue
        gap = text[last.char_end : part.char_start]
        spelled = part.precision == "year" and text[part.char_start].isalpha()
        if spelled and last.year is None and last.first[0] and _SPELLED.match(gap):
            parts[-1] = replace(last, char_end=part.char_end, year=part.year)
        elif not (part.feast and last.first == part.first and _FEAST_OF.match(gap)):
            parts.append(part)
    return parts


def _months_of_years(text: str, found: Sequence[Expression]) -> list[Expression]:
    """ "the first eight months" and "the current fiscal year" behind it are one expression."""
    parts: list[Expression] = []
    for part in found:
        last = parts[-1] if parts else None
        if (
            _is_other_year(part)
            and isinstance(last, InYear)
            and _is_months(last)
            and _OF.match(text[last.char_end : part.char_start])
        ):
            first, count = _months_behind(text, last, part), last.last[0] - last.first[0] + 1
            parts[-1] = Part(last.char_start, part.char_end, part, first, count)
        else:
            parts.append(part)
    return parts


def _months_behind(text: str, months: InYear, year: Expression) -> int:
    """How many months of `year` lie before `months`: by their number ("the first six months of"), by their names
    ("July-December FY18")."""
    if not _MONTH.match(text, months.char_start):
        return months.first[0] - 1
    opens = year.start.month if isinstance(year, Fixed) else 1
    if isinstance(year, Offset):
        opens = fiscal.opening_month(year.detail or "")
    return (months.first[0] - opens) % 12


def _is_other_year(part: Expression) -> bool:
    """True for a year that need not begin in January."""
    if isinstance(part, Offset):
        return part.unit == "fiscal"
    return isinstance(part, Fixed) and part.precision == "year" and part.start.month != 1


def _is_months(part: InYear) -> bool:
    """True for whole months, a quarter or a half of a year that is not named."""
    whole = part.first[1] == part.last[1] == 0 < part.first[0]
    return whole and part.year is None and part.precision in ("range", "quarter", "half")


def _comparable(opening: Expression, closing: Expression) -> bool:
    kinds = (type(opening), type(closing))
    return kinds in {
        (InYear, InYear), (OnWeekday, OnWeekday), (Fixed, Fixed), (InYear, Fixed), (Fixed, InYear),
        (NumericDate, NumericDate), (DayOfMonth, DayOfMonth),
    }  # fmt: skip


def _share_years(text: str, parts: list[Expression]) -> list[Expression]:
    """In "March and May 2012" and "from March 30 to April 2, 2014" the first takes the year of the last, in "Monday to
    Wednesday next week" its week."""
    for at in range(len(parts) - 2, -1, -1):
        one, two = parts[at], parts[at + 1]
        if isinstance(one, OnWeekday) and isinstance(two, OnWeekday) and two.week is not None:
            gap = text[one.char_end : two.char_start]
            if one.shift is None and one.week is None and (_RANGE.match(gap) or _AND.match(gap) or _LIST.match(gap)):
                parts[at] = replace(one, week=two.week)
            continue
        if not (isinstance(one, InYear) and isinstance(two, InYear)) or one.year or not two.year or not two.first[0]:
            continue
        gap = text[one.char_end : two.char_start]
        if two.year.anchor in ("last", "next", "this"):
            continue
        if _RANGE.match(gap) or _AND.match(gap) or _LIST.match(gap):
            parts[at] = replace(one, year=_year_before(one, two))
    return parts


def _year_before(one: InYear, two: InYear) -> YearRef | None:
    if two.year is None or one.first <= two.first:
        return two.year
    if two.year.absolute is not None:
        return YearRef(absolute=two.year.absolute - 1)
    return YearRef(offset=(two.year.offset or 0) - 1, anchor=two.year.anchor)


def _terms(text: str, parts: Sequence[Expression]) -> list[Term]:
    """ "the three months to June" as a whole, "the quarter" alone of "the quarter ended Sept. 30": the days that its
    closing date makes it."""
    terms = []
    for closing in parts:
        if not isinstance(closing, InYear):
            continue
        if closing.precision not in ("day", "month") and not (closing.section == "late" and closing.first[0]):
            continue
        begin = max(0, closing.char_start - _TERM_LENGTH)
        if not holds_any(text[begin : closing.char_start], _TERM_UNITS):
            continue
        match = _TERM.search(text, begin, closing.char_start)
        if match is None:
            continue
        if match["count"]:
            months = number(match["count"]) * (3 if match["many"] == "quarters" else 1)
            if 1 < months <= 12:
                terms.append(Term(match.start(), closing.char_end, closing, months))
        else:
            terms.append(Term(match.start("length"), match.end("one"), closing, _LENGTHS[match["one"]]))
    return terms


def _runs(text: str, parts: Sequence[Expression]) -> list[Expression]:
    """ "February, March and April" are one range as well as three months; "March and May" are two months."""
    runs: list[Expression] = []
    at = 0
    while at < len(parts):
        run = [parts[at]]
        while at + len(run) < len(parts) and _continues(text, run[-1], parts[at + len(run)]):
            run.append(parts[at + len(run)])
        if len(run) > 1:
            runs.append(Span(run[0].char_start, run[-1].char_end, run[0], run[-1]))
        at += len(run)
    return runs


def _continues(text: str, one: Expression, two: Expression) -> bool:
    """True where `two` is the day, month or year behind `one`, joined to it by a comma or "and"."""
    gap = text[one.char_end : two.char_start]
    if len(gap) > _LONGEST_GAP or not (_LIST.match(gap) or _AND.match(gap)):
        return False
    if isinstance(one, OnWeekday) and isinstance(two, OnWeekday):
        return two.weekday == (one.weekday + 1) % 7
    if not (isinstance(one, InYear) and isinstance(two, InYear)) or one.precision != two.precision:
        return False
    if one.precision == "month":
        return two.first[0] == one.first[0] % 12 + 1
    if one.precision == "day":
        return _day_after(one.last) == two.first
    years = [part.year.absolute for part in (one, two) if part.precision == "year" and part.year is not None]
    return len(years) == 2 and None not in years and years[1] == (years[0] or 0) + 1


def _day_after(day: tuple[int, int]) -> tuple[int, int]:
    following = date(2000, *day) + timedelta(days=1)
    return following.month, following.day
