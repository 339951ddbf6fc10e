"""Days counted from another day: today, the day of the story, the last one told. Units of time, periods told again in
another year, days without their month."""

from collections.abc import Callable
from datetime import date, timedelta

from pipeline.extract.dates import fiscal, interval
from pipeline.extract.dates.expressions import DayOfMonth, Offset
from pipeline.extract.dates.interval import Interval
from pipeline.extract.dates.setting import Setting

_MONTHS_FROM_NOW = {"this": 0, "last": -1, "next": 1}
_TUESDAY = 1
_BACK = ("past", "over")
"""Directions of what lies behind."""
_STORY_DAYS = 7
"""A day further off than this is not one of the story's."""
_UNIT_DAYS = {"day": 1, "week": 7}


def _anchor(expression: Offset, setting: Setting) -> date | None:
    """The day that an offset counts from."""
    if expression.anchor == "now":
        return setting.now if setting.dated or expression.unit not in _UNIT_DAYS else None
    fallback = setting.now if setting.dated else None
    if expression.anchor == "story":
        return setting.story or fallback
    if expression.detail == "part" and _is_in_passing(setting):
        return setting.story
    if expression.unit == "day":
        return setting.told_day or (fallback and setting.story) or fallback
    if expression.anchor == "next" and setting.direction not in _BACK:
        return fallback
    if setting.told and expression.count == 0 and expression.unit == "month" and setting.told.precision == "year":
        return fallback  # "earlier in the month": no month of a year in passing
    return setting.told.start if setting.told else fallback


def _is_in_passing(setting: Setting) -> bool:
    """Whether the last day was told in another paragraph and lies too far behind the story's to be gone on with
    ("Earlier in the day" behind talks held a fortnight ago)."""
    if setting.told_here or setting.story is None or setting.told_day is None:
        return False
    return abs((setting.story - setting.told_day).days) > _STORY_DAYS


def offset(expression: Offset, setting: Setting) -> Interval | None:
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
    if expression.detail == "years":
        day = interval.add_months(base, 12 * expression.count)
        return _UNITS[expression.unit](day, 0, None)
    if expression.unit == "latest":
        return setting.told_quarter or _quarter(setting.now or base, -1, None)
    if expression.unit == "full":
        return _full_year(setting, base)
    if expression.unit == "same":
        return _same_period(setting, base, expression.count, expression.detail)
    if expression.unit == "fiscal":
        return Interval(*fiscal.current(expression.detail or "", base, expression.count), "year")
    unit, count = (
        ("day", 7 * expression.count) if _is_days_later(expression, setting) else (expression.unit, expression.count)
    )
    return _UNITS[unit](base, count, expression.section)


def _is_days_later(expression: Offset, setting: Setting) -> bool:
    """True for "a week later" behind a day: it is that day of a later week."""
    later = expression.unit == "week" and expression.anchor == "told" and expression.detail is None
    return later and expression.count > 0 and setting.told is not None and setting.told.start == setting.told.end


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
        back = setting.direction in _BACK and base.weekday() <= _TUESDAY
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
    if told is None or (now is None and named is None and named_year != "told"):
        return interval.year(named or base.year + years)
    year = named or (now.year + years if now is not None else 0)
    shift = years if named_year == "told" else year - told.start.year
    if named is None and years < 0 <= shift:
        shift = years  # told of the year before already, it is compared with an earlier one
    start = interval.add_months(told.start, 12 * shift)
    end = interval.add_months(told.end, 12 * shift)
    month_end = told.end.day >= 28 and told.end == interval.last_day(told.end.year, told.end.month)
    return Interval(start, interval.last_day(end.year, end.month) if month_end else end, told.precision)


def day_of_month(expression: DayOfMonth, setting: Setting) -> Interval | None:
    now, told = setting.now, setting.told
    if expression.month in _MONTHS_FROM_NOW:
        base = interval.add_months(now, _MONTHS_FROM_NOW[expression.month]) if now else None
    elif expression.month is not None:
        base = told.start if told else now
    elif now is not None and (told is None or not setting.told_here):
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
