"""From what expressions say to the days that they mean, one expression at a time, given what is known around it.

The surroundings (published day, tense, dates told before) come in as a `Setting`; `discourse` makes it.
"""

from datetime import date, timedelta

from pipeline.extract.dates import fiscal, interval
from pipeline.extract.dates.counted import day_of_month, offset
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
)
from pipeline.extract.dates.interval import Interval
from pipeline.extract.dates.setting import Setting
from pipeline.extract.dates.years import in_year, try_place

_QUARTER, _YEAR = 3, 12
_NOWRUZ = 3
"""The month in which the Iranian year begins, and no other year of which parts are told."""
_DAY = timedelta(days=1)
_TERMS = {3: "quarter", 6: "half", 12: "year"}


def resolve(expression: Expression, setting: Setting) -> Interval | None:
    """The interval that `expression` means in `setting`; None where the text does not fix it."""
    try:
        return _resolve(expression, setting)
    except (ValueError, OverflowError):  # a day that no calendar has: "February 30", the year 0
        return None


def _resolve(expression: Expression, setting: Setting) -> Interval | None:
    match expression:
        case InYear():
            return in_year(expression, setting)
        case Fixed():
            return Interval(expression.start, expression.end, expression.precision)
        case OnWeekday():
            return _on_weekday(expression, setting) if setting.dated and setting.now else None
        case Offset():
            return offset(expression, setting)
        case NumericDate():
            return _numeric(expression, setting)
        case DayOfMonth():
            return day_of_month(expression, setting)
        case Span():
            return _span(expression, setting)
        case Term():
            return _term(expression, setting)
        case Part():
            return _part(expression, setting)
    return None


def method(expression: Expression) -> str:
    """`explicit` where the words alone fix the days, `relative` where another day is counted from, else `inferred`."""
    match expression:
        case InYear():
            year = expression.year
            return "inferred" if year is None else "relative" if year.absolute is None else "explicit"
        case Fixed() | NumericDate():
            return "explicit"
        case Term():
            return method(expression.closing)
        case Part():
            return method(expression.whole)
        case Span():
            found = {method(expression.opening), method(expression.closing)}
            return "relative" if "relative" in found else "inferred" if "inferred" in found else "explicit"
    return "relative"


def _numeric(expression: NumericDate, setting: Setting) -> Interval | None:
    one, two = expression.one, expression.two
    day_first = interval.make_date(expression.year, two, one)
    month_first = interval.make_date(expression.year, one, two)
    readings = [reading for reading in (day_first, month_first) if reading is not None]
    if not readings:
        return None
    if len(set(readings)) == 1:
        return interval.day(readings[0])
    if setting.day_first is None:
        return None
    return interval.day(readings[0] if setting.day_first else readings[1])


def _on_weekday(expression: OnWeekday, setting: Setting) -> Interval | None:
    now = setting.now
    if now is None:
        return None
    if expression.week is not None:
        monday = interval.week(now, expression.week).start
        return interval.day(monday + timedelta(days=expression.weekday))
    back = (now.weekday() - expression.weekday) % 7
    if expression.shift == "previous":
        base = setting.told_day or now
        return interval.day(base - timedelta(days=(base.weekday() - expression.weekday) % 7 or 7))
    if expression.shift == "last":
        return interval.day(now - timedelta(days=back or 7))
    if expression.shift == "coming":
        return interval.day(now + timedelta(days=(expression.weekday - now.weekday()) % 7 or 7))
    if expression.shift == "next":
        return interval.day(interval.week(now, 1).start + timedelta(days=expression.weekday))
    if expression.shift == "this" and setting.direction != "future" and back:
        return interval.day(interval.week(now).start + timedelta(days=expression.weekday))
    ahead = (expression.weekday - now.weekday()) % 7
    if setting.direction == "future" or (setting.direction in ("near", "planned") and ahead < back):
        return interval.day(now + timedelta(days=ahead))
    return interval.day(now - timedelta(days=back))


def _span(expression: Span, setting: Setting) -> Interval | None:
    opening, closing = _resolve(expression.opening, setting), _resolve(expression.closing, setting)
    if opening is None or closing is None:
        return None
    if isinstance(expression.opening, OnWeekday) and opening.start > closing.start:
        shift = timedelta(days=7)
        if setting.direction not in ("past", "over"):
            closing = Interval(closing.start + shift, closing.end + shift, closing.precision)
        else:
            opening = Interval(opening.start - shift, opening.end - shift, opening.precision)
    if isinstance(expression.opening, InYear) and opening.start > closing.start:
        opening = _one_year(expression.opening, opening, -1) or opening
    if isinstance(expression.closing, InYear) and expression.closing.year is None and closing.start < opening.start:
        closing = _one_year(expression.closing, closing, 1) or closing
    if closing.end < opening.start:
        return None
    return Interval(opening.start, closing.end, "range")


def _term(expression: Term, setting: Setting) -> Interval | None:
    """The days up to the last of the closing date; one that ends within a week of a quarter's end is that quarter."""
    closing = _resolve(expression.closing, setting)
    if closing is None:
        return None
    end = closing.end
    if expression.months == 0:
        return Interval(end - timedelta(days=6), end, "week")
    if expression.months == _QUARTER:
        end = _quarter_end(end)
    start = interval.add_months(end + timedelta(days=1), -expression.months)
    aligned = start.day == 1 and (start.month - 1) % expression.months == 0
    precision = _TERMS.get(expression.months, "range") if aligned or expression.months == _YEAR else "range"
    return Interval(start, end, precision)


def _part(expression: Part, setting: Setting) -> Interval | None:
    whole = _resolve(expression.whole, setting)
    if whole is None:
        return None
    if whole.start.month == _NOWRUZ:
        first = fiscal.iranian_month(whole.start, expression.first)
        return Interval(first, fiscal.iranian_month(whole.start, expression.first + expression.months) - _DAY, "range")
    start = interval.add_months(whole.start, expression.first)
    return Interval(start, interval.add_months(start, expression.months) - timedelta(days=1), "range")


def _quarter_end(day: date) -> date:
    """The last day of a calendar quarter that lies at most a week away, else `day`."""
    for near in (day - timedelta(days=7), day + timedelta(days=7)):
        first = interval.quarter_of(near) * 3 - 2
        end = interval.last_day(near.year, first + 2)
        if abs(end - day) <= timedelta(days=7):
            return end
    return day


def _one_year(expression: InYear, found: Interval, shift: int) -> Interval | None:
    if expression.year is not None and expression.year.absolute is not None:
        return None
    return try_place(expression, found.start.year + shift)
