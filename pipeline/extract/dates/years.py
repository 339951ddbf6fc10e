"""Parts of a year whose year may be left open: the one that the words name, or the one that setting and tense allow."""

from datetime import date

from pipeline.extract.dates import feasts, interval
from pipeline.extract.dates.expressions import InYear
from pipeline.extract.dates.interval import Interval
from pipeline.extract.dates.setting import Setting

_SOON = 31
"""Days within which what was once planned is still to come rather than last year's."""
_LONG_AGO = 315
"""Days after which a day without a year is hardly told as past any more."""
_LAST_MONTH = 31
"""Days after a month in which it is called "last month" and not by its name ("last February" is another one)."""
_TERM = 14
"""Days after which what was to come by a day is rather that day of the next year; no meeting lasts longer."""
_BESIDE_TOLD = {"before": "last", "after": "next"}
"""Of "the previous May" and "the following May", which count from the date told last."""
_YEARS_OF_WEEKDAY = 5
"""Years to each side of today's among which a day with its weekday is sought, or a 29 February."""


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


def in_year(expression: InYear, setting: Setting) -> Interval | None:
    """The expression in its year: the one named, the one counted from today or from what was told, or the nearest one
    that weekday and tense allow; None where no day is known to count from."""
    reference, now = expression.year, setting.now
    if reference is not None and reference.absolute is not None:
        return _place(expression, reference.absolute)
    if now is None:
        return None
    told = setting.told.start if setting.told else now
    if reference is None:
        return _told_again(expression, setting) or _open_year(expression, setting, now)
    if reference.offset is not None:
        return _place(expression, (told if reference.anchor == "told" else now).year + reference.offset)
    if reference.anchor in _BESIDE_TOLD:
        return _shifted(_readings(expression, told), _BESIDE_TOLD[reference.anchor], told, told=True)
    return _shifted(_readings(expression, now), reference.anchor, now)


def _told_again(expression: InYear, setting: Setting) -> Interval | None:
    """The day told last, where the expression names it again ("nine days later, on March 20")."""
    told = setting.told
    if told is None or told.start != told.end or expression.precision != "day":
        return None
    return told if expression.first == expression.last == (told.start.month, told.start.day) else None


def _open_year(expression: InYear, setting: Setting, now: date) -> Interval | None:
    readings = _readings(expression, now)
    if expression.weekday is not None:
        named = [r for r in readings if r.start.weekday() == expression.weekday]
        if named:
            return min(named, key=lambda r: (_distance(r, now), r.start))
    if setting.year is not None:
        return try_place(expression, setting.year)
    return _nearest(readings, setting)


def _readings(expression: InYear, now: date) -> list[Interval]:
    rare = expression.weekday is not None or expression.first == (2, 29)
    reach = _YEARS_OF_WEEKDAY if rare else 2
    around = (try_place(expression, year) for year in range(now.year - reach, now.year + reach + 1))
    return [reading for reading in around if reading is not None]


def try_place(expression: InYear, year: int) -> Interval | None:
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
    if setting.direction == "over":
        return past[-1] if past else None
    if setting.direction == "past" and not _rather_ahead(past, coming, now):
        return past[-1] if past else None
    if setting.direction is None:
        readings = [reading for reading in readings if not _unfinished(reading, now)]
    nearest = min(readings, key=lambda r: (_distance(r, now), r.start), default=None)
    if setting.direction == "planned" and past and nearest and _distance(nearest, now) > _SOON:
        return past[-1]
    return nearest


def _rather_ahead(past: list[Interval], coming: list[Interval], now: date) -> bool:
    """True for days that lay back most of a year and are soon to come: of old ones the year would be told."""
    if not past or not coming or past[-1].precision not in ("day", "range"):
        return False
    if (past[-1].end - past[-1].start).days > _TERM:
        return False
    return _distance(past[-1], now) > _LONG_AGO and _distance(coming[0], now) <= _SOON + 14


def _just_over(past: list[Interval], coming: list[Interval], now: date) -> bool:
    """True for a day to come that was only days ago: its term has run out ("by Jan. 14", on the 15th)."""
    if not past or not coming or (past[-1].end - past[-1].start).days > _TERM:
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


def _shifted(readings: list[Interval], shift: str, now: date, told: bool = False) -> Interval | None:
    """ "last May" ended before today, "next March" begins after, "this June" is this year's; `told` says that `now` is
    not today but the day told last."""
    if shift == "last":
        over = [r for r in readings if r.end < now]
        just = over and not told and over[-1].precision == "month" and over[-1].end.year == now.year
        if just and (now - over[-1].end).days <= _LAST_MONTH:
            over.pop()
        return over[-1] if over else None
    if shift == "next":
        return next((r for r in readings if r.start > now), None)
    return next((r for r in readings if now.year in (r.start.year, r.end.year) and r.end.year >= now.year), None)
