"""Which changes are nobody's own: rows that moved only because other articles came, went or changed.

A value is derived where the schema says that its column looks at other articles. A fact row comes or goes by derivation
where its paragraph became a repeat of another article's, or stopped being one, while its own article stands as it
stood. A person comes or goes by derivation where no role came or went on its own account, a row of a derived table
where none of the facts behind it moved so. Where all articles stand as they stood, nothing is derived: what moved was
moved by the code or by a correction.
"""

from collections.abc import Sequence
from typing import Any

from pipeline.publish.changes import RowChange, Tables
from schemas import RELEASE_TABLES, columns
from schemas.order import IDS

FACTS = ("events", "trade_figures", "official_roles")


MEMBERS = {
    "occurrences": ("events", "event_ids"),
    "trade_series": ("trade_figures", "figure_ids"),
    "warnings": ("trade_figures", "figure_ids"),
}
"""For each derived table the facts behind its rows, and the column that lists their ids."""


def derived_changes(changes: Sequence[RowChange], old: Tables, new: Tables) -> list[bool]:
    """For each of `changes` between `old` and `new` whether it is derived."""
    before, after = _articles(old), _articles(new)
    if before == after:
        return [False] * len(changes)
    standing = before.items() & after.items()
    facts = _FactRows(old, new, frozenset(article for article, _ in standing))
    brought = _own_roles(changes, facts, old, new)
    rows = _DerivedRows(old, new, _own_facts(changes, facts))

    def verdict(change: RowChange) -> bool:
        if change.change == "MOD":
            return _only_derived_columns(change)
        if change.table == "officials":
            return change.id not in brought
        return rows.moved_by_others(change) if change.table in MEMBERS else facts.moved_by_others(change)

    return list(map(verdict, changes))


def _articles(tables: Tables) -> dict[Any, Any]:
    """Each article's bytes, by id."""
    return _column(tables, "articles", "article_id", "sha256")


def _column(tables: Tables, name: str, key: str, value: str) -> dict[Any, Any]:
    table = tables.get(name)
    if table is None or key not in table.column_names or value not in table.column_names:
        return {}
    return dict(zip(table[key].to_pylist(), table[value].to_pylist(), strict=True))


def _only_derived_columns(change: RowChange) -> bool:
    if change.table not in RELEASE_TABLES:
        return False
    derived = {column.name for column in columns(change.table) if column.meaning.derived}
    return derived.issuperset(change.columns)


class _FactRows:
    """Knows of each fact row whether its article stands and its paragraph became, or ceased to be, a repeat."""

    def __init__(self, old: Tables, new: Tables, standing: frozenset[str]) -> None:
        self._standing = standing
        was = _column(old, "paragraphs", "paragraph_id", "duplicate_of")
        now = _column(new, "paragraphs", "paragraph_id", "duplicate_of")
        self._turned = {
            paragraph for paragraph in was.keys() & now.keys() if (was[paragraph] is None) != (now[paragraph] is None)
        }
        self._homes = {(name, "ADD"): _homes(new, name) for name in FACTS}
        self._homes.update({(name, "DEL"): _homes(old, name) for name in FACTS})

    def moved_by_others(self, change: RowChange) -> bool:
        """Whether the row of `change`, an ADD or a DEL, is a fact row that other articles moved."""
        article, paragraph = self._homes.get((change.table, change.change), {}).get(change.id, (None, None))
        return article in self._standing and paragraph in self._turned


class _DerivedRows:
    """Knows of each row of a derived table whether a fact behind it moved on its own account."""

    def __init__(self, old: Tables, new: Tables, own: frozenset[tuple[str, str]]) -> None:
        self._own = own
        self._members = {(name, "ADD"): _lists(new, name) for name in MEMBERS}
        self._members.update({(name, "DEL"): _lists(old, name) for name in MEMBERS})

    def moved_by_others(self, change: RowChange) -> bool:
        """Whether the row of `change`, an ADD or a DEL, came or went though its facts stand as they stood."""
        members = self._members[change.table, change.change].get(change.id) or ()
        return not any((MEMBERS[change.table][0], member) in self._own for member in members)


def _lists(tables: Tables, name: str) -> dict[Any, Any]:
    return _column(tables, name, IDS[name][0], MEMBERS[name][1])


def _own_facts(changes: Sequence[RowChange], facts: _FactRows) -> frozenset[tuple[str, str]]:
    """Table and id of the facts that came, went or changed on their article's own account."""
    return frozenset(
        (change.table, change.id)
        for change in changes
        if change.table in FACTS
        and not (_only_derived_columns(change) if change.change == "MOD" else facts.moved_by_others(change))
    )


def _homes(tables: Tables, name: str) -> dict[str, tuple[str, str]]:
    table = tables.get(name)
    if table is None:
        return {}
    id_column = table.column_names[0]
    keys = (table[key].to_pylist() for key in (id_column, "article_id", "paragraph_id"))
    return {id_: (article, paragraph) for id_, article, paragraph in zip(*keys, strict=True)}


def _own_roles(changes: Sequence[RowChange], facts: _FactRows, old: Tables, new: Tables) -> frozenset[str]:
    """The officials to whom a role came, or from whom one went, on its article's own account."""
    holders = {
        "ADD": _column(new, "official_roles", "role_id", "official_id"),
        "DEL": _column(old, "official_roles", "role_id", "official_id"),
    }
    return frozenset(
        holders[change.change][change.id]
        for change in changes
        if change.table == "official_roles" and change.change != "MOD" and not facts.moved_by_others(change)
    )
