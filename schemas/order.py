"""Which column identifies a table's rows, and in which order they are published."""

from collections.abc import Mapping

IDS: Mapping[str, tuple[str, ...]] = {
    "articles": ("article_id",),
    "paragraphs": ("paragraph_id",),
    "events": ("event_id",),
    "trade_figures": ("figure_id",),
    "officials": ("official_id",),
    "official_roles": ("role_id",),
    "occurrences": ("occurrence_id",),
    "trade_series": ("series_id",),
    "warnings": ("warning_id",),
    "quarantine": ("quarantine_id",),
    "changes": ("table", "id"),
}
"""The columns that no two rows of a table share."""

READING_ORDER: Mapping[str, tuple[str, ...]] = {
    "articles": ("published_on", "source_path", "record_key"),
    "paragraphs": ("article_id", "position"),
    "events": ("date_start", "date_end", "source_path", "char_start"),
    "trade_figures": ("source_path", "char_start"),
    "officials": ("name",),
    "official_roles": ("source_path", "char_start"),
    "occurrences": ("date_start", "date_end", "event_type"),
    "trade_series": ("exporter", "importer", "flow", "measure", "commodity", "unit", "period_start", "period_end"),
    "warnings": ("rule", "message"),
    "quarantine": ("source_path", "record_key", "table", "rule"),
    "changes": (),
}
"""What a reader expects to find side by side."""


def total_order(name: str) -> tuple[str, ...]:
    """The columns that table `name` is sorted by: reading order first, then the id, so that no two rows are equal.

    Text compares by its UTF-8 bytes, nulls come last.
    """
    return (*READING_ORDER[name], *IDS[name])
