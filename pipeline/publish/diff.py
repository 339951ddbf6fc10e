"""The difference between two releases: rows by table, and columns."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pipeline.publish.changes import RowChange, row_changes
from pipeline.publish.derived import derived_changes
from pipeline.publish.manifest import Manifest, read_manifest
from pipeline.publish.read import state_tables
from pipeline.publish.version import Version


@dataclass(frozen=True, slots=True)
class TableDiff:
    """How one table differs."""

    table: str
    rows_before: int
    rows_after: int
    added: int
    modified: int
    removed: int
    derived: int
    """How many of these changes are nobody's own: see `pipeline.publish.derived`."""
    columns_added: tuple[str, ...]
    """Columns that only the newer release has, with their type (`name: type`)."""
    columns_removed: tuple[str, ...]
    """Columns that only the older release has, with their type; a retyped column stands in both."""


@dataclass(frozen=True, slots=True)
class ReleaseDiff:
    """How one release differs from another."""

    old: Version
    new: Version
    tables: tuple[TableDiff, ...]
    """One for each table that either has, `changes` left out."""
    rows: tuple[RowChange, ...]
    """Every row that moved."""
    derived: tuple[bool, ...]
    """For each of `rows` whether it moved only because other articles did."""


def diff(old: Path, new: Path) -> ReleaseDiff:
    """What moved from the release folder `old` to the release folder `new`. Raises DamageError for altered files."""
    before, after = read_manifest(old), read_manifest(new)
    old_tables, new_tables = state_tables(old, before), state_tables(new, after)
    ids = {name: entry.ids[0] for manifest in (before, after) for name, entry in manifest.tables.items()}
    rows = row_changes(old_tables, new_tables, ids)
    derived = derived_changes(rows, old_tables, new_tables)
    counts = Counter((row.table, row.change) for row in rows)
    moved = Counter(row.table for row, is_derived in zip(rows, derived, strict=True) if is_derived)
    tables = tuple(
        TableDiff(
            table=name,
            rows_before=before.tables[name].rows if name in before.tables else 0,
            rows_after=after.tables[name].rows if name in after.tables else 0,
            added=counts[name, "ADD"],
            modified=counts[name, "MOD"],
            removed=counts[name, "DEL"],
            derived=moved[name],
            columns_added=_columns_beyond(after, before, name),
            columns_removed=_columns_beyond(before, after, name),
        )
        for name in {**new_tables, **old_tables}
    )
    return ReleaseDiff(before.version, after.version, tables, tuple(rows), tuple(derived))


def _columns_beyond(one: Manifest, other: Manifest, name: str) -> tuple[str, ...]:
    columns = [
        {f"{field.name}: {field.type}": None for field in manifest.tables[name].schema}
        if name in manifest.tables
        else {}
        for manifest in (one, other)
    ]
    return tuple(column for column in columns[0] if column not in columns[1])
