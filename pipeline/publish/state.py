"""What is to be published, before it is compared with what was: sorted tables and their digest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from pipeline.intake.source import Rejection
from pipeline.publish.digest import row_digests, tables_digest
from pipeline.publish.quarantine import quarantine_frame
from pipeline.publish.typed import check_tables
from pipeline.publish.version import Contract
from schemas import CONTRACT_VERSION, TABLES, columns
from schemas.arrow import arrow_schema, to_arrow
from schemas.structure import StructureError


@dataclass(frozen=True, slots=True)
class State:
    """The tables of a release but `changes`, sorted, with the digests that say what they are."""

    tables: Mapping[str, pa.Table]
    """By name, in publishing order, `quarantine` last."""
    rows: Mapping[str, str]
    """The digest of each table's rows."""
    contract: Contract
    digest: str
    """The digest of all of it: equal digests, equal states."""


def state_of(tables: Mapping[str, pd.DataFrame], rejections: Sequence[Rejection]) -> State:
    """The state that clean `tables` and the `rejections` of intake and validation make.

    Raises StructureError for a missing table or column, a value of another type, or a null where a value is required.
    """
    check_tables(tables, TABLES)
    frames = {**{name: tables[name] for name in TABLES}, "quarantine": quarantine_frame(rejections)}
    sorted_tables = {name: to_arrow(name, frame) for name, frame in frames.items()}
    for name, table in sorted_tables.items():
        _check_complete(name, table)
    rows = row_digests(sorted_tables)
    schemas = {name: arrow_schema(name) for name in sorted_tables}
    contract = Contract(CONTRACT_VERSION, schemas)
    return State(sorted_tables, rows, contract, tables_digest(rows, schemas, CONTRACT_VERSION))


def _check_complete(name: str, table: pa.Table) -> None:
    for column in columns(name):
        nulls = table[column.name].null_count
        if nulls and not column.nullable:
            raise StructureError(name, column.name, "a value in every row", f"{nulls} nulls")
