"""The rows of `occurrences`: what all reports of one occurrence agree on, and in what they differ.

Which events are reports of one occurrence is decided in `occurrences`; here they are only compared. What a report does
not tell, such as a place, contradicts nobody.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pipeline.resolve.reach import Reach
from pipeline.resolve.rows import Row

Cells = Mapping[str, Any]
"""A row of `events` with its cells as plain values."""


def occurrence_rows(events: Iterable[Cells], reach: Reach) -> Iterator[Row]:
    """The rows of `occurrences`, one for each occurrence_id of `events`."""
    reports: dict[str, list[Cells]] = {}
    for event in sorted(events, key=lambda event: str(event["event_id"])):
        reports.setdefault(event["occurrence_id"], []).append(event)
    for occurrence_id, told in reports.items():
        yield _row(occurrence_id, told, reach)


def _row(occurrence_id: str, told: Sequence[Cells], reach: Reach) -> Row:
    articles = frozenset(event["article_id"] for event in told)
    first = min(articles, key=lambda article: (reach.published_on[article] or date.max, reach.paths[article], article))
    agreed = {name: agree([event[name] for event in told]) for name, agree in _AGREED.items()}
    start, end = _common_days(told)
    return {
        "occurrence_id": occurrence_id,
        "n_reports": len(articles),
        "n_copies": reach.copies({event["paragraph_id"] for event in told}, articles),
        "first_article_id": first,
        "first_published_on": reach.published_on[first],
        "sources": reach.sources(articles),
        "date_start": start,
        "date_end": end,
        **{name: value for name, (value, _) in agreed.items()},
        "differing": _differing(told, {name: differs for name, (_, differs) in agreed.items()}),
        "event_ids": sorted(event["event_id"] for event in told),
    }


def _common_days(told: Sequence[Cells]) -> tuple[date | None, date | None]:
    """The days that all reports allow."""
    start, end = max(event["date_start"] for event in told), min(event["date_end"] for event in told)
    return (start, end) if start <= end else (None, None)


def _differing(told: Sequence[Cells], agreed: Mapping[str, bool]) -> list[str]:
    days = {name: len({event[name] for event in told}) > 1 for name in ("date_start", "date_end")}
    differs = {**days, **agreed}
    return [name for name in _COMPARED if differs[name]]


def _one_value(values: Sequence[Any]) -> tuple[Any, bool]:
    """The value that all share who give one, and whether they differ."""
    given = {value for value in values if value is not None}
    return (next(iter(given)), False) if len(given) == 1 else (None, len(given) > 1)


def _one_place(values: Sequence[str | None]) -> tuple[str | None, bool]:
    """The shortest of places of which each holds the next shorter in its words, and whether they differ."""
    given = sorted({value for value in values if value is not None}, key=lambda place: (len(place), place))
    nested = all(given[0].casefold() in place.casefold() for place in given)
    return (given[0], False) if given and nested else (None, bool(given))


def _common_items(values: Sequence[list[str] | None]) -> tuple[list[str], bool]:
    """The items that all lists hold, and whether the lists differ."""
    sets = [frozenset(value or ()) for value in values]
    return sorted(frozenset.intersection(*sets)), len(set(sets)) > 1


_AGREED: Mapping[str, Callable[[Sequence[Any]], tuple[Any, bool]]] = {
    "event_type": _one_value,
    "status": _one_value,
    "source_country": _one_value,
    "target_country": _one_value,
    "countries": _common_items,
    "location": _one_place,
    "participants": _common_items,
}
_COMPARED = (
    "event_type",
    "status",
    "date_start",
    "date_end",
    "source_country",
    "target_country",
    "countries",
    "location",
    "participants",
)
"""The columns that are compared, in the order of the table."""
