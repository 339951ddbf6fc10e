"""From what expressions say to the days that they mean, one expression at a time, given what is known around it.

The surroundings (published day, tense, dates told before) come in as a `Setting`; `discourse` makes it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.extract.dates import feasts, fiscal, interval
from pipeline.extract.dates.expressions import (
    DayOfMonth,
    Expression,
    Fixed,
    InYear,
    NumericDate,
    Offset,
    OnWeekday,
    Span,
    Term,
    YearRef,
)
from pipeline.extract.dates.interval import Interval

_SOON = 31
"""Days within which what was once planned is still to come rather than last year's."""
_LONG_AGO = 315
"""Days after which a day without a year is hardly told as past any more."""
_LAST_MONTH = 31
"""Days after a month in which it is called "last month" and not by its name ("last February" is another one)."""
_MONTHS_FROM_NOW = {"this": 0, "last": -1, "next": 1}
_TERM = 14
"""Days after which what was to come by a day is rather that day of the next year."""
_TUESDAY = 1
_QUARTER, _YEAR = 3, 12
_TERMS = {3: "quarter", 6: "half", 12: "year"}
_YEARS_OF_WEEKDAY = 5
"""Years to each side of today's among which a day with its weekday is sought, or a 29 February."""
_UNIT_DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known around an expression."""

    now: date | None
    """The day as of which the text is read: published_on, or the latest day told past; None where neither is known."""
    dated: bool
    """True where `now` is the day of publication: only then weekdays and "yesterday" have a meaning."""
    direction: str | None
    """`past`, `future`, `near`, `planned` or None, as in `tense.direction`."""
    story: date | None
    """The day that the story tells of: "the previous day" counts from it."""
    told_day: date | None
    """The last single day told."""
    told: Interval | None
    """The last interval told, of any length."""
    told_quarter: Interval | None
    """The quarter, half or span of months that the paragraph's figures are about, or None."""
    year: int | None
    """The year that holds for bare dates here: that of a chronology's heading, or None."""
    day_first: bool | None
    """How the text writes numeric dates, or None where nothing decides."""


def resolve(expression: Expression, setting: Setting) -> Interval | None:
    """The interval that `expression` means in `setting`; None where the text does not fix it."""
    try:
        return _resolve(expression, setting)
    except (ValueError, OverflowError):  # a day that no calendar has: "February 30", the year 0
        return None


def _resolve(expression: Expression, setting: Setting) -> Interval | None:
    match expression:
        case Fixed():
            return Interval(expression.start, expression.end, expression.precision)
        case NumericDate():
            return _numeric(expression, setting)
        case InYear():
            return _in_year(expression, setting)
        case OnWeekday():
            return _on_weekday(expression, setting) if setting.dated and setting.now else None
        case Offset():
            return _offset(expression, setting)
        case DayOfMonth():
            return _day_of_month(expression, setting)
        case Span():
            return _span(expression, setting)
        case Term():
            return _term(expression, setting)
    return None


def method(expression: Expression) -> str:
    """`explicit` where the words alone fix the days, `relative` where another day is counted from, else `inferred`."""
    match expression:
        case Fixed() | NumericDate():
            return "explicit"
        case InYear(year=YearRef(absolute=int())):
            return "explicit"
        case InYear(year=None):
            return "inferred"
        case Term():
            return method(expression.closing)
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


def _place(expression: InYear, year: int) -> Interval:
    """The expression in a year that is known."""
    (month, day), (last_month, last_day) = expression.first, expression.last
    if expression.feast is not None:
        return interval.day(feasts.feast(expression.feast, year))
    if month == 0:
        return interval.year(year, expression.section)
    if day == 0 and last_day == 0:
        if month == last_month:
            return interval.month(year, month, expression.section)
        return interval.months(year, month, last_month, expression.precision)
    if expression.precision == "week" and (month, day) == (last_month, last_day):
        return interval.week(date(year, month, day))
    end_year = year + ((last_month, last_day or 31) < (month, day))
    end = date(end_year, last_month, last_day) if last_day else interval.last_day(end_year, last_month)
    return Interval(date(year, month, day), end, expression.precision)


def _in_year(expression: InYear, setting: Setting) -> Interval | None:
    reference = expression.year
    if reference is not None and reference.absolute is not None:
        return _place(expression, reference.absolute)
    if setting.now is None:
        return None
    if reference is not None and reference.offset is not None:
        base = setting.told.start if reference.anchor == "told" and setting.told else setting.now
        return _place(expression, base.year + reference.offset)
    readings = _readings(expression, setting.now)
    if reference is not None:
        return _shifted(readings, reference.anchor, setting.now)
    if expression.weekday is not None:
        named = [r for r in readings if r.start.weekday() == expression.weekday]
        if named:
            return min(named, key=lambda r: (_distance(r, setting.now or r.start), r.start))
    if setting.year is not None:
        return _try_place(expression, setting.year)
    return _nearest(readings, setting)


def _readings(expression: InYear, now: date) -> list[Interval]:
    rare = expression.weekday is not None or expression.first == (2, 29)
    reach = _YEARS_OF_WEEKDAY if rare else 2
    around = (_try_place(expression, year) for year in range(now.year - reach, now.year + reach + 1))
    return [reading for reading in around if reading is not None]


def _try_place(expression: InYear, year: int) -> Interval | None:
    try:
        return _place(expression, year)
    except ValueError:
        return None


def _nearest(readings: list[Interval], setting: Setting) -> Interval | None:
    now = setting.now or date.min
    past = [reading for reading in readings if reading.start <= now and not _unfinished(reading, now)]
    coming = [reading for reading in readings if reading.end >= now]
    by_nearest = readings[0].precision in ("quarter", "half") if readings else False
    if setting.direction == "future" and not by_nearest:
        return past[-1] if _just_over(past, coming, now) else coming[0] if coming else None
    if setting.direction == "past" and not _rather_ahead(past, coming, now):
        return past[-1] if past else None
    if setting.direction is None:
        readings = [reading for reading in readings if not _unfinished(reading, now)]
    nearest = min(readings, key=lambda r: (_distance(r, now), r.start), default=None)
    if setting.direction == "planned" and past and nearest and _distance(nearest, now) > _SOON:
        return past[-1]
    return nearest


def _rather_ahead(past: list[Interval], coming: list[Interval], now: date) -> bool:
    """True for a day that lay back most of a year and is soon to come: of an old day the year would be told."""
    if not past or not coming or past[-1].precision != "day":
        return False
    return _distance(past[-1], now) > _LONG_AGO and _distance(coming[0], now) <= _SOON + 14


def _just_over(past: list[Interval], coming: list[Interval], now: date) -> bool:
    """True for a day to come that was only days ago: its term has run out ("by Jan. 14", on the 15th)."""
    if not past or not coming or past[-1].precision != "day":
        return False
    return _distance(past[-1], now) <= _TERM and _distance(coming[0], now) > _LONG_AGO


def _unfinished(interval: Interval, now: date) -> bool:
    """True for a long span that goes on well after `now`: a report does not tell it as past."""
    return (
        (interval.end - interval.start).days > _SOON
        and (interval.end - now).days > _SOON
        and interval.precision == "range"
    )


def _distance(interval: Interval, now: date) -> int:
    """Days between `now` and the interval, 0 within it."""
    return max((interval.start - now).days, (now - interval.end).days, 0)


def _shifted(readings: list[Interval], shift: str, now: date) -> Interval | None:
    """ "last May" ended before today, "next March" begins after, "this June" is this year's."""
    if shift == "last":
        over = [r for r in readings if r.end < now]
        just = over and over[-1].precision == "month" and over[-1].end.year == now.year
        if just and (now - over[-1].end).days <= _LAST_MONTH:
            over.pop()
        return over[-1] if over else None
    if shift == "next":
        return next((r for r in readings if r.start > now), None)
    return next((r for r in readings if now.year in (r.start.year, r.end.year) and r.end.year >= now.year), None)


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


def _anchor(expression: Offset, setting: Setting) -> date | None:
    """The day that an offset counts from."""
    if expression.anchor == "now":
        return setting.now if setting.dated or expression.unit not in _UNIT_DAYS else None
    fallback = setting.now if setting.dated else None
    if expression.anchor == "story":
        return setting.story or fallback
    if expression.unit == "day":
        return setting.told_day or fallback
    return setting.told.start if setting.told else fallback


def _offset(expression: Offset, setting: Setting) -> Interval | None:
    base = _anchor(expression, setting)
    if base is None:
        return None
    if expression.unit == "weekend":
        return _weekend(expression, setting, base)
    if expression.unit == "year" and setting.told and expression.count == -1:
        told = setting.told_quarter or setting.told
        quarterly = told.precision in ("quarter", "half", "range")
        if (expression.anchor == "told" and expression.detail) or (expression.detail == "ago" and quarterly):
            return _year_earlier(told)
    if expression.unit == "latest":
        return setting.told_quarter or _quarter(setting.now or base, -1, None)
    if expression.unit == "full":
        return _full_year(setting, base)
    if expression.unit == "same":
        return _same_period(setting, base, expression.count, expression.detail)
    if expression.unit == "fiscal":
        return Interval(*fiscal.current(expression.detail or "", base, expression.count), "year")
    return _UNITS[expression.unit](base, expression.count, expression.section)


def _day(base: date, count: int, _: str | None) -> Interval:
    return interval.day(base + timedelta(days=count))


def _week(base: date, count: int, _: str | None) -> Interval:
    return interval.week(base, count)


def _month(base: date, count: int, section: str | None) -> Interval:
    moved = interval.add_months(base, count)
    return interval.month(moved.year, moved.month, section)


def _quarter(base: date, count: int, _: str | None) -> Interval:
    moved = interval.add_months(base, 3 * count)
    first = interval.quarter_of(moved) * 3 - 2
    return interval.months(moved.year, first, first + 2, "quarter")


def _half(base: date, count: int, _: str | None) -> Interval:
    moved = interval.add_months(base, 6 * count)
    first = 1 if moved.month <= 6 else 7
    return interval.months(moved.year, first, first + 5, "half")


def _year(base: date, count: int, section: str | None) -> Interval:
    return interval.year(base.year + count, section)


def _decade(base: date, count: int, section: str | None) -> Interval:
    return interval.decade((base.year // 10 + count) * 10, section)


_UNITS: dict[str, Callable[[date, int, str | None], Interval]] = {
    "day": _day, "week": _week, "month": _month, "quarter": _quarter, "half": _half, "year": _year,
    "decade": _decade,
}  # fmt: skip


def _weekend(expression: Offset, setting: Setting, base: date) -> Interval:
    begun = interval.weekend(base).start <= base
    if expression.detail == "this":
        back = setting.direction == "past" and base.weekday() <= _TUESDAY
    else:
        back = expression.count == 0 and setting.direction != "future" and not begun
    return interval.weekend(base, -1 if back else expression.count)


def _full_year(setting: Setting, base: date) -> Interval:
    """The year of what was told, where it is this one or beside it; else this one."""
    now = setting.now or base
    told = setting.told.start.year if setting.told else now.year
    return interval.year(told if abs(told - now.year) <= 1 else now.year)


def _year_earlier(told: Interval) -> Interval:
    """The period told before, a year earlier; of a day its year."""
    if told.precision in ("day", "week", "approximate"):
        return interval.year(told.start.year - 1)
    end = interval.add_months(told.end, -12)
    whole = told.end == interval.last_day(told.end.year, told.end.month)
    last = interval.last_day(end.year, end.month) if whole else end
    return Interval(interval.add_months(told.start, -12), last, told.precision)


def _same_period(setting: Setting, base: date, years: int, named_year: str | None) -> Interval | None:
    """The interval told last, in the year that is named or lies `years` from today's."""
    now, told = setting.now, setting.told_quarter or setting.told
    named = int(named_year) if named_year and named_year.isdigit() else None
    if now is None or told is None:
        return interval.year(named or base.year + years)
    shift = years if named_year == "told" else (named or now.year + years) - told.start.year
    start = interval.add_months(told.start, 12 * shift)
    end = interval.add_months(told.end, 12 * shift)
    month_end = told.end.day >= 28 and told.end == interval.last_day(told.end.year, told.end.month)
    return Interval(start, interval.last_day(end.year, end.month) if month_end else end, told.precision)


def _day_of_month(expression: DayOfMonth, setting: Setting) -> Interval | None:
    now, told = setting.now, setting.told
    if expression.month in _MONTHS_FROM_NOW:
        base = interval.add_months(now, _MONTHS_FROM_NOW[expression.month]) if now else None
    elif expression.month is not None:
        base = told.start if told else now
    elif told is None and now is not None:
        return _nearest_day(expression.day, now, setting.direction == "future")
    else:
        base = setting.told_day or (told.start if told else now)
    found = interval.make_date(base.year, base.month, expression.day) if base else None
    return interval.day(found) if found else None


def _nearest_day(number: int, now: date, ahead: bool) -> Interval | None:
    """The next day of that number on or behind `now`, or the last one up to it."""
    months = (interval.add_months(now.replace(day=1), shift) for shift in (-1, 0, 1))
    days = [day for month in months if (day := interval.make_date(month.year, month.month, number)) is not None]
    fits = [day for day in days if (day >= now if ahead else day <= now)]
    return interval.day(fits[0] if ahead else fits[-1]) if fits else None


def _span(expression: Span, setting: Setting) -> Interval | None:
    opening, closing = _resolve(expression.opening, setting), _resolve(expression.closing, setting)
    if opening is None or closing is None:
        return None
    if isinstance(expression.opening, OnWeekday) and opening.start > closing.start:
        shift = timedelta(days=7)
        if setting.direction == "future":
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
    return _try_place(expression, found.start.year + shift)
