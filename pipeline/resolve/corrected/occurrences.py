"""Corrections to occurrences: reports that tell of one and the same, or of two."""

from collections.abc import Mapping, Sequence

from pipeline.corrections.desk import Desk, Row, fits
from pipeline.extract.facts import Event
from pipeline.resolve.settled import Named


def corrected_occurrences(occurrences: Mapping[str, str], events: Sequence[Named[Event]], desk: Desk) -> dict[str, str]:
    """`occurrences`, event id to occurrence id, as the corrections of that table have them."""
    found = dict(occurrences)
    corrections = desk.of("occurrences")
    if not corrections:
        return found
    rows: dict[str, Row] = {named.fact_id: _row(named, occurrences[named.fact_id]) for named in events}
    for picked in desk.pick(corrections, rows):
        correction = picked.correction
        groups = {occurrences[event_id] for event_id in picked.ids}
        reports = {event_id for event_id, name in occurrences.items() if name in groups}
        if correction.action == "merge":
            moved, enough = reports, len(groups) > 1
        else:
            moved = {event_id for event_id in reports if fits(correction.part, rows[event_id], any_of=True)}
            enough = len(groups) == 1 and 0 < len(moved) < len(reports)
        if not enough:
            reason = "`match` (and `part`) must mean two occurrences to merge, or some reports of one to split off"
            desk.skip(correction, "correction_failed", reason)
            continue
        for part in (moved, reports - moved):
            found.update(dict.fromkeys(part, min(part, default="")))
        for event_id in moved:
            desk.touch(correction, "events", event_id)
    return found


def _row(named: Named[Event], occurrence_id: str) -> Row:
    return {
        "event_id": named.fact_id,
        "occurrence_id": occurrence_id,
        "article_id": named.source.article_id,
        "source_path": named.source.article.source_path,
        "evidence": named.fact.evidence,
        "date_text": named.fact.date_text,
    }
