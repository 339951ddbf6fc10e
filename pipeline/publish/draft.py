"""A release as files in a folder, computed against the release before: version, changes, tables, manifest."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa

from pipeline.publish.changes import RowChange, Tables, row_changes
from pipeline.publish.commits import Commit, json_bytes
from pipeline.publish.csv_text import rows_sha256, write_csv
from pipeline.publish.derived import derived_changes
from pipeline.publish.digest import SHORT
from pipeline.publish.heirs import heirs
from pipeline.publish.manifest import DICTIONARY, MANIFEST, Origin, manifest_of, read_manifest, sources_of
from pipeline.publish.parquet_file import write_parquet
from pipeline.publish.place import Place
from pipeline.publish.read import released_folder, state_tables
from pipeline.publish.state import State
from pipeline.publish.version import FIRST, Version, next_version
from schemas import column_names
from schemas.arrow import to_arrow
from schemas.dictionary import data_dictionary
from schemas.order import IDS, total_order


@dataclass(frozen=True, slots=True)
class Step:
    """The way from the release before to this one."""

    version: Version
    parent: Commit | None
    changes: pa.Table

    def folder_name(self, state: State) -> str:
        """What the release's folder is called."""
        return f"{self.version}-{state.digest[:SHORT]}"


def step_from(place: Place, parent: Commit | None, state: State) -> Step:
    """The step from `parent` to `state`. Raises DamageError if a file of the parent was altered."""
    if parent is None:
        changes = row_changes({}, state.tables, _ids())
        return Step(FIRST, None, _changes_table(changes, [False] * len(changes), [()] * len(changes)))
    folder = released_folder(place, parent)
    before = read_manifest(folder)
    old = state_tables(folder, before)
    changes = row_changes(old, state.tables, {name: entry.ids[0] for name, entry in before.tables.items()} | _ids())
    derived = derived_changes(changes, old, state.tables)
    version = next_version(before.version, before.contract, state.contract, changes)
    return Step(version, parent, _changes_table(changes, derived, heirs(changes, old, state.tables)))


def write_release(folder: Path, state: State, step: Step, code_version: str) -> None:
    """Write every file of the release into `folder`, an empty one; the manifest last."""
    tables: Tables = {**state.tables, "changes": step.changes}
    for name, table in tables.items():
        write_parquet(table, folder / f"{name}.parquet", total_order(name))
        write_csv(table, folder / f"{name}.csv")
    with (folder / DICTIONARY).open("x", encoding="utf-8", newline="\n") as file:
        file.write(data_dictionary())
    rows = {name: (table.num_rows, state.rows.get(name) or rows_sha256(table)) for name, table in tables.items()}
    origin = Origin(
        version=step.version,
        digest=state.digest,
        contract_version=state.contract.version,
        code_version=code_version,
        parent=None if step.parent is None else (step.parent.version, step.parent.digest),
        sources=sources_of(state.tables["articles"]),
    )
    (folder / MANIFEST).write_bytes(json_bytes(manifest_of(folder, origin, rows)))


def _ids() -> dict[str, str]:
    return {name: columns[0] for name, columns in IDS.items()}


def _changes_table(
    changes: Sequence[RowChange], derived: Sequence[bool], others: Sequence[tuple[str, ...]]
) -> pa.Table:
    rows = [
        (change.table, change.id, change.change, list(change.columns), is_derived, list(ids))
        for change, is_derived, ids in zip(changes, derived, others, strict=True)
    ]
    return to_arrow("changes", pd.DataFrame(rows, columns=list(column_names("changes")), dtype=object))
