"""Measures of `events`: a row is a label's when sentence and interval agree."""

from pipeline.evaluate.labels import ArticleLabels, EventLabel
from pipeline.evaluate.match import Counts, count_found, let_pass, one, pair_required_first, total
from pipeline.evaluate.rows import ArticleRows, Row
from pipeline.evaluate.tally import compared
from pipeline.evaluate.wording import in_sentence


def count_events(labels: ArticleLabels, rows: ArticleRows | None) -> Counts:
    """`events.found`, `events.full` (type, countries and status too) and the fields one by one."""
    pairing = pair_required_first(
        labels.events, rows.events if rows else (), _fits, lambda label, row: (_full(label, row), _type(label, row))
    )
    passed = let_pass(pairing.missed, pairing.extra, lambda row: row["evidence"])
    fields = [_fields(labels.article, label, row) for label, row in pairing.pairs if not label.optional]
    return total([count_found("events", labels.article, pairing, passed, _full), *fields])


def _fits(label: EventLabel, row: Row) -> bool:
    return (row["date_start"], row["date_end"]) == (label.start, label.end) and in_sentence(
        label.snippet, row["evidence"]
    )


def _full(label: EventLabel, row: Row) -> bool:
    return _type(label, row) and _countries(row) == label.countries and row["status"] == label.status


def _type(label: EventLabel, row: Row) -> bool:
    return row["event_type"] in label.types


def _countries(row: Row) -> frozenset[str]:
    return frozenset(row["countries"] or ())


def _fields(article: str, label: EventLabel, row: Row) -> Counts:
    wanted, found = label.countries or None, _countries(row) or None
    return total(
        [
            one("events.event_type", compared(label.types, row["event_type"], _type(label, row)), article, label, row),
            one("events.countries", compared(wanted, found, wanted == found), article, label, row),
            one(
                "events.status",
                compared(label.status, row["status"], label.status == row["status"]),
                article,
                label,
                row,
            ),
        ]
    )
