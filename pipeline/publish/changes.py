"""What moved between two states of the tables: rows added, changed and removed, found by their ids."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schemas.column import TEXTS
from schemas.frictionless import LIST_DELIMITER
from schemas.numbers import number_text
from schemas.structure import StructureError

Tables = Mapping[str, pa.Table]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that moved."""

    table: str
    id: str
    change: str
    """`ADD`, `MOD` or `DEL`."""
    columns: tuple[str, ...] = ()
    """For `MOD`: the columns whose values differ, in the new table's order."""


def row_changes(old: Tables, new: Tables, ids: Mapping[str, str]) -> list[RowChange]:
    """Every row that is not the same in `old` and `new`, by table (as sorted) and id.

    `ids` names each table's id column. A table that one side lacks counts as empty there. A column that the old table
    lacks counts as null there; one that the new table lacks is no change of its rows. Raises StructureError for an id
    that stands twice in one table.
    """
    found: list[RowChange] = []
    for name in sorted({*old, *new}):
        found += sorted(_table_changes(name, old.get(name), new.get(name), ids[name]), key=lambda change: change.id)
    return found


def _table_changes(name: str, old: pa.Table | None, new: pa.Table | None, id_column: str) -> Iterator[RowChange]:
    old_ids = _ids(name, old, id_column)
    new_ids = _ids(name, new, id_column)
    for id_ in old_ids.filter(pc.invert(pc.is_in(old_ids, new_ids))).to_pylist():
        yield RowChange(name, str(id_), "DEL")
    for id_ in new_ids.filter(pc.invert(pc.is_in(new_ids, old_ids))).to_pylist():
        yield RowChange(name, str(id_), "ADD")
    if old is None or new is None:
        return
    places = pc.index_in(new_ids, old_ids)
    common = pc.is_valid(places)
    before, after = old.take(places.filter(common)), new.filter(common)
    for id_, columns in _modified(before, after, id_column).items():
        yield RowChange(name, id_, "MOD", columns)


def _ids(name: str, table: pa.Table | None, id_column: str) -> Any:
    if table is None:
        return pa.array([], pa.string())
    ids = table[id_column].combine_chunks()
    distinct = pc.count_distinct(ids, mode="all").as_py()
    if distinct != len(ids):
        raise StructureError(name, id_column, "ids that no two rows share", f"{len(ids) - distinct} repeated")
    return ids


def _modified(before: pa.Table, after: pa.Table, id_column: str) -> dict[str, tuple[str, ...]]:
    """For rows side by side in two tables: the columns that differ, by id, where any does."""
    columns: dict[str, tuple[str, ...]] = {}
    for name in after.column_names:
        is_new = name not in before.column_names
        differs = pc.is_valid(after[name]) if is_new else _differ(before[name], after[name])
        for id_ in after[id_column].filter(differs).to_pylist():
            columns[str(id_)] = (*columns.get(str(id_), ()), name)
    return columns


def _differ(before: Any, after: Any) -> Any:
    if before.type != after.type:
        before, after = _texts(before), _texts(after)
    elif before.type == TEXTS:
        before, after = (pc.binary_join(column, LIST_DELIMITER) for column in (before, after))
    other_value = pc.fill_null(pc.not_equal(before, after), False)
    return pc.or_(other_value, pc.not_equal(pc.is_null(before), pc.is_null(after)))


def _texts(column: Any) -> Any:
    """`column` as text, so that 3 and 3.0 are the same value under two types."""
    return pa.array([_text(value) for value in column.to_pylist()], pa.string())


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, list):
        return LIST_DELIMITER.join(value)
    return number_text(value) if isinstance(value, float) else str(value)
