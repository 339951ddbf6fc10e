"""Arithmetic of inclusive day intervals: months, parts of months and years, weeks. Nothing here reads text."""

import calendar
from datetime import date, timedelta

from pipeline.values import value

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SECTIONS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
SECTIONS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
SECTIONS_OF_CENTURY = {"early": (0, 29), "mid": (30, 69), "late": (70, 99)}
SECTIONS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


@value(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both included, with the precision that the words have."""

    start: date
    end: date
    precision: str
    """`day` `week` `month` `quarter` `half` `season` `year` `range` `approximate`."""


def day(value: date) -> Interval:
    """The one day `value`."""
    return Interval(value, value, "day")


def make_date(year: int, month: int, day_of_month: int) -> date | None:
    """The date, or None where the calendar has no such day or year."""
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def _days_in(year: int, month: int) -> int:
    return 29 if month == 2 and calendar.isleap(year) else _DAYS[month - 1]


def last_day(year: int, month: int) -> date:
    """The last day of the month."""
    return date(year, month, _days_in(year, month))


def month(year: int, number: int, section: str | None = None) -> Interval:
    """The month, or its `early` (1-10), `mid` (11-20) or `late` (21-end) part."""
    if section is None:
        return Interval(date(year, number, 1), last_day(year, number), "month")
    first, last = SECTIONS_OF_MONTH[section]
    end = last_day(year, number)
    return Interval(date(year, number, first), min(end, end.replace(day=min(last, end.day))), "approximate")


def year(number: int, section: str | None = None) -> Interval:
    """The year, or its `early` (January-April), `mid` (May-August) or `late` (September-December) part."""
    if section is None:
        return Interval(date(number, 1, 1), date(number, 12, 31), "year")
    first, last = SECTIONS_OF_YEAR[section]
    return Interval(date(number, first, 1), last_day(number, last), "approximate")


def decade(first_year: int, section: str | None = None) -> Interval:
    """The ten years from `first_year`, or their early (0-3), mid (4-6) or late (7-9) ones."""
    if section is None:
        return Interval(date(first_year, 1, 1), date(first_year + 9, 12, 31), "range")
    first, last = SECTIONS_OF_DECADE[section]
    return Interval(date(first_year + first, 1, 1), date(first_year + last, 12, 31), "approximate")


def century(first_year: int, section: str | None = None) -> Interval:
    """The hundred years from `first_year` ("the 1800s"), or their early (0-29), mid (30-69) or late (70-99) ones."""
    if section is None:
        return Interval(date(first_year, 1, 1), date(first_year + 99, 12, 31), "range")
    first, last = SECTIONS_OF_CENTURY[section]
    return Interval(date(first_year + first, 1, 1), date(first_year + last, 12, 31), "approximate")


def months(year_number: int, first: int, last: int, precision: str) -> Interval:
    """Months `first` to `last`; where `last` is smaller they run into the next year (winter: 12 to 2)."""
    end_year = year_number + (last < first)
    return Interval(date(year_number, first, 1), last_day(end_year, last), precision)


def week(value: date, shift: int = 0) -> Interval:
    """The week, Monday to Sunday, that lies `shift` weeks from that of `value`."""
    monday = value - timedelta(days=value.weekday()) + timedelta(weeks=shift)
    return Interval(monday, monday + timedelta(days=6), "week")


def weekend(value: date, shift: int = 0) -> Interval:
    """Saturday and Sunday of the week that lies `shift` weeks from that of `value`."""
    whole = week(value, shift)
    return Interval(whole.start + timedelta(days=5), whole.end, "range")


def add_months(value: date, count: int) -> date:
    """`value` moved by whole months; a day that the month does not have becomes its last."""
    index = value.year * 12 + value.month - 1 + count
    number, rest = divmod(index, 12)
    return date(number, rest + 1, min(value.day, _days_in(number, rest + 1)))


def quarter_of(value: date) -> int:
    """1 to 4."""
    return (value.month - 1) // 3 + 1
