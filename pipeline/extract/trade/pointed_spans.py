"""Spans that only point to the time told before: "for the full year" behind its half, "in the quarter" behind its last
month, "in the same period of last year" behind a part of this one."""

from dataclasses import replace
from datetime import date, timedelta

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Dated, Scene
from pipeline.extract.trade.spans import Period, months_back

_OF_TIME = frozenset({"in", "for", "over", "during", "across", "throughout"})
_WHOLE = frozenset({"full", "whole", "entire"})
_YEAR_DAYS = 360
_MONTHS = 12
_NOWRUZ = 3
"""The month in which the Iranian year begins."""
_MONTH_DAYS = 31
_QUARTER = 3
_SAME = word_set("same corresponding comparable equivalent like matching identical similar respective")
_SPANS = word_set("period months span time timeframe stretch quarter half interval term")
_OF_ANOTHER = word_set("of last a the in as previous preceding year ago one from before earlier next")
_SAME_REACH = 5
_YEARS_BACK = 5


def span_pointed_to(scene: Scene, amount: Amount, held: Period) -> Period | None:
    """The calendar year or the quarter around the time told before that the clause of `amount` points to."""
    if held.start is None or held.end is None or (held.end - held.start).days >= _YEAR_DAYS:
        return None
    if "year" not in scene.held and "quarter" not in scene.held:
        return None
    lowers = scene.tokens.lowers
    first, end = scene.clause(amount.first)
    for at in range(first, min(end, scene.last) - 2):
        if lowers[at] not in _OF_TIME or lowers[at + 1] != "the":
            continue
        if lowers[at + 2] in _WHOLE and scene.tokens.lower(at + 3) == "year" and held.start.year == held.end.year:
            year = held.end.year
            return replace(held, text=scene.tokens.span(at + 1, at + 4), start=date(year, 1, 1), end=date(year, 12, 31))
        if lowers[at + 2] == "quarter" and scene.tokens.lower(at + 3) not in ("to", "of", "before", "ended", "ending"):
            return _quarter_of(held, scene.tokens.span(at + 1, at + 3))
    return None


def points_to_last(scene: Scene) -> bool:
    """Whether a sentence says to be of the time told of last ("In the same period, imports fell"), and of none a year
    before or after it."""
    if "same" not in scene.held:
        return False
    lowers = scene.tokens.lowers
    for at in range(scene.first + 1, scene.last - 1):
        if lowers[at] == "same" and lowers[at + 1] in _SPANS and scene.tokens.lower(at + 2) not in _OF_ANOTHER:
            return not any(abs(at - item.last) <= _SAME_REACH for item in scene.dates)
    return False


def _quarter_of(held: Period, text: str) -> Period | None:
    """The quarter that the month told before closed."""
    start, end = held.start, held.end
    if start is None or end is None or (end - start).days > _MONTH_DAYS or end.month % _QUARTER:
        return None
    return replace(held, text=text, start=months_back(start, _QUARTER - 1), end=end)


def same_part(scene: Scene, item: Dated, held: Period | None) -> Period | None:
    """The same part of the year that `item` names as the time told before was of its own ("In the corresponding period
    of last year exports were 4 tons")."""
    start, end = item.mention.date_start, item.mention.date_end
    if held is None or held.start is None or held.end is None or start is None or end is None:
        return None
    if (end - start).days < _YEAR_DAYS or (held.end - held.start).days >= _YEAR_DAYS:
        return None
    near = scene.tokens.lowers[max(scene.first, item.first - _SAME_REACH) : item.first]
    if _SAME.isdisjoint(near) or _SPANS.isdisjoint(near):
        return None
    for back in range(1, _YEARS_BACK + 1):
        first, last = months_back(held.start, 12 * back), months_back(held.end, 12 * back)
        if start <= first and last <= end:
            return replace(held, text=item.mention.text, start=first, end=last, wider=None)
    return None


def of_fiscal_year(item: Dated, held: Period | None, today: date | None) -> Period | None:
    """The first months of the fiscal year behind the one told of before, where those of the calendar year are not over
    ("the first ten months of the current year" in February, behind "2017-18")."""
    start, end = item.mention.date_start, item.mention.date_end
    if held is None or held.start is None or held.end is None or None in (start, end, today) or held.start.month == 1:
        return None
    if start is None or end is None or today is None or not _names_year(item):
        return None
    if end <= today and not (
        "current" in item.mention.text and (held.start.month == _NOWRUZ or "fiscal" in item.mention.text)
    ):
        return None
    if (start.month, start.day) != (1, 1) or (held.end - held.start).days < _YEAR_DAYS or end.month == _MONTHS:
        return None
    first = months_back(held.start, -_MONTHS)
    last = months_back(first, -end.month) - timedelta(days=1)
    return Period(item.mention.text, first, last) if last <= today else None


def _names_year(item: Dated) -> bool:
    """Whether a date is told as a part of a year ("the first half of the current fiscal")."""
    return "year" in item.mention.text or "fiscal" in item.mention.text
