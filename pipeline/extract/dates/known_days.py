"""The year of a day by whose name an event is known: "the October 7 attack", "the January 6 riot". The lexicon
known_days holds them."""

import re
from datetime import date
from functools import cache

from pipeline.extract.dates.expressions import InYear
from pipeline.lexicon.table import rows
from pipeline.values import value

_REACH = 90
"""Characters ahead of a day in which its event stands."""
_NO_VERB = r"(?!and\b|but\b|that\b|to\b|which\b|will\b)"


@value(frozen=True, slots=True)
class _Known:
    """One event with one of its names."""

    year: int
    behind: bool
    """True where its noun stands behind the day."""
    words: re.Pattern[str]
    """The noun and what stands between it and the day."""
    beside: re.Pattern[str] | None
    """What the sentence has besides."""


@cache
def _known() -> dict[tuple[int, int], tuple[_Known, ...]]:
    """Month and day to the events that they name."""
    found: dict[tuple[int, int], list[_Known]] = {}
    for row in rows("known_days"):
        month, day = map(int, row["day"].split("-"))
        noun, behind = re.escape(row["noun"]), row["place"] == "behind"
        if behind:
            words = rf"(?:th)?(?:['’]s)?,?\s(?:(?!and\b|in\b|on\b|to\b)[\w'’-]{{1,20}}\s){{0,3}}?{noun}\b"
        else:
            words = rf"\b{noun}\s(?:{_NO_VERB}[\w'’.-]{{1,20}}\s){{0,9}}?(?:of|on)\s(?:the\s)?\Z"
        beside = re.compile(rf"\b(?:{'|'.join(row['with'].split())})\b") if row["with"] else None
        event = _Known(int(row["year"]), behind, re.compile(words), beside)
        found.setdefault((month, day), []).append(event)
    return {day: tuple(events) for day, events in found.items()}


def known_year(text: str, low: int, high: int, expression: InYear, now: date | None) -> int | None:
    """The year of the day `expression` in the sentence at `low`..`high` of `text`; None where it names no event
    that was known by `now`."""
    if now is None or expression.year is not None or expression.first != expression.last:
        return None
    for event in _known().get(expression.first, ()):
        if date(event.year, *expression.first) > now or (event.beside and not event.beside.search(text, low, high)):
            continue
        start, end = expression.char_start, expression.char_end
        if event.behind:
            named = event.words.match(text, end, high) is not None
        else:
            named = event.words.search(text, max(low, start - _REACH), start) is not None
        if named:
            return event.year
    return None
