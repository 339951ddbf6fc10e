"""A change that is not the one that the amounts before and after give.

The amount after is one of the same article, period and movement; the amount before, of any article, is that of the year
before, or of the time that the words of the baseline name. The change fits if it fits any of them.
"""

import re
from collections.abc import Hashable, Iterable, Iterator
from datetime import date, timedelta

from pipeline.resolve.crosschecks.contradiction import FACTS, Contradiction, amount, files, subject, time
from pipeline.resolve.figures import Figure, Period
from pipeline.resolve.rounding import Span

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SHORTER_TIMES = frozenset(("month", "quarter", "week", "day", "monthly", "quarterly"))
_LONGEST_SHORT_TIME = timedelta(days=100)
"""A quarter and no more."""
_LEAP = timedelta(days=1)
_UNEQUAL_MONTHS = timedelta(days=3)
"""How much two months or quarters may differ in length; years and halves differ by no more than a leap day."""


def growth_against_levels(figures: Iterable[Figure]) -> Iterator[Contradiction]:
    """A warning for each change that contradicts its amounts."""
    figures = list(figures)
    levels: dict[Hashable, list[Figure]] = {}
    for figure in figures:
        if figure.measure == "level" and figure.status in FACTS and figure.movement.countries:
            levels.setdefault((figure.movement, figure.unit), []).append(figure)
    by_movement: dict[Hashable, list[list[Figure]]] = {}
    for told in levels.values():
        by_movement.setdefault(told[0].movement, []).append(told)
    for change in figures:
        if _is_change(change):
            for told in by_movement.get(change.movement, ()):
                yield from _judged(change, told)


def _is_change(figure: Figure) -> bool:
    if figure.status not in FACTS or not figure.period.told:
        return False
    return (figure.measure == "change" and figure.direction is not None) or (
        figure.measure == "ratio" and figure.unit == "percent"
    )


def _judged(change: Figure, told: list[Figure]) -> Iterator[Contradiction]:
    """At most one warning: for the pair of amounts that the change is nearest to, if it fits none."""
    if change.unit not in {"percent", told[0].unit}:
        return
    after = [level for level in told if level.article_id == change.article_id and level.period == change.period]
    before = [level for level in told if _may_be_compared(change, level.period)]
    pairs = [(now, then) for now in after for then in before if then.allowed.low > 0 and now.allowed.low >= 0]
    if not pairs:
        return
    claimed = _claimed(change)
    given = {pair: _given(change.unit, *pair) for pair in pairs}
    if any(span.meets(claimed) for span in given.values()):
        return
    now, then = min(pairs, key=lambda pair: (_distance(given[pair], claimed), pair[0].figure_id, pair[1].figure_id))
    yield _warning(change, now, then)


def _warning(change: Figure, now: Figure, then: Figure) -> Contradiction:
    is_percent = change.unit == "percent"
    claimed = change.value - 100 if change.measure == "ratio" else change.value
    given = (now.value / then.value - 1) * 100 if is_percent else now.value - then.value
    given = round(given, 2)
    message = (
        f"The {subject(change)} is told to have changed by {amount(claimed, change.unit)}, but it went from "
        f"{amount(then.value, then.unit)}{time(then.period)} to {amount(now.value, now.unit)}, which is "
        f"{amount(given, change.unit)}; in {files((change, now, then))}."
    )
    return Contradiction("growth_against_levels", message, claimed, given, change.unit, (change, now, then))


def _claimed(change: Figure) -> Span:
    if change.measure == "ratio":
        return Span(change.allowed.low - 100, change.allowed.high - 100)
    return change.allowed


def _given(unit: str, now: Figure, then: Figure) -> Span:
    """The change from `then` to `now`, in percent or in their own unit."""
    if unit == "percent":
        return Span((now.allowed.low / then.allowed.high - 1) * 100, (now.allowed.high / then.allowed.low - 1) * 100)
    return Span(now.allowed.low - then.allowed.high, now.allowed.high - then.allowed.low)


def _distance(given: Span, claimed: Span) -> float:
    return max(given.low - claimed.high, claimed.low - given.high)


def _may_be_compared(change: Figure, before: Period) -> bool:
    """Whether `change` is counted from the amount of the period `before`, as far as its words tell."""
    now = change.period
    if now.start is None or now.end is None or before.start is None or before.end is None:
        return False
    lengths = (now.end - now.start, before.end - before.start)
    if (
        abs(lengths[0] - lengths[1]) > (_UNEQUAL_MONTHS if lengths[0] < _LONGEST_SHORT_TIME else _LEAP)
        or before.end >= now.start
    ):
        return False
    words = (change.baseline or "").casefold()
    years = {int(year) for year in _YEAR.findall(words)}
    if years:
        return before.end.year in years and _same_season(before, now)
    if _SHORTER_TIMES & set(words.split()) and "year" not in words:
        return lengths[0] < _LONGEST_SHORT_TIME and now.start - before.end <= _UNEQUAL_MONTHS
    return before.end.year == now.end.year - 1 and _same_season(before, now)


def _same_season(before: Period, now: Period) -> bool:
    """Whether two periods that are not open begin on the same day of their years."""
    start, later = before.start or date.min, now.start or date.min
    return (start.month, start.day) == (later.month, later.day)
