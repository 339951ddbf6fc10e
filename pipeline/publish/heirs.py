"""Who took over from whom: officials and occurrences whose ids came or went while their rows stayed.

A merge takes an id away, and its roles carry another from then on; a split brings one, and its roles carried another
before. Both ids stand in `changes`, each with those that it shares rows with.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.publish.changes import RowChange, Tables

_ROWS = {
    "officials": ("official_roles", "role_id", "official_id"),
    "occurrences": ("events", "event_id", "occurrence_id"),
}
"""Table whose ids may pass on to others, the table of its rows, their id, and the column that says whose they are."""


def heirs(changes: Sequence[RowChange], old: Tables, new: Tables) -> list[tuple[str, ...]]:
    """For each change the other ids of its table that its rows went to (`DEL`) or came from (`ADD`), sorted."""
    passed = {table: _passed(old, new, *rows) for table, rows in _ROWS.items()}
    found: list[tuple[str, ...]] = []
    for change in changes:
        went, came = passed.get(change.table, ({}, {}))
        ids = {"DEL": went, "ADD": came}.get(change.change, {}).get(change.id, frozenset())
        found.append(tuple(sorted(ids)))
    return found


_Passed = Mapping[str, frozenset[str]]


def _passed(old: Tables, new: Tables, table: str, row_id: str, owner: str) -> tuple[_Passed, _Passed]:
    """Owner before to owners now, and owner now to owners before, of the rows that changed hands."""
    before, after = _owners(old, table, row_id, owner), _owners(new, table, row_id, owner)
    went: dict[str, set[str]] = defaultdict(set)
    came: dict[str, set[str]] = defaultdict(set)
    for key in before.keys() & after.keys():
        if before[key] != after[key]:
            went[before[key]].add(after[key])
            came[after[key]].add(before[key])
    return _frozen(went), _frozen(came)


def _owners(tables: Tables, table: str, row_id: str, owner: str) -> dict[str, str]:
    if table not in tables:
        return {}
    columns = (tables[table][name].to_pylist() for name in (row_id, owner))
    return dict(zip(*columns, strict=True))


def _frozen(groups: Mapping[str, set[str]]) -> _Passed:
    return {key: frozenset(ids) for key, ids in groups.items()}
