"""What the UI shows of a table: its columns with their meaning, its length, its first rows; all from `schemas`."""

from collections.abc import Mapping

import dagster as dg
import pyarrow as pa

from pipeline.defs.preview import side_by_side
from schemas import RELEASE_TABLES, Column, columns

PREVIEWED_ROWS = 3


def description(name: str) -> str:
    """What a row of table `name` is: its model's docstring."""
    return " ".join((RELEASE_TABLES[name].__doc__ or "").split())


def column_schema(name: str) -> dg.TableSchema:
    """The columns of table `name` as Dagster shows them."""
    return dg.TableSchema(columns=[_column(column) for column in columns(name)])


def table_metadata(table: pa.Table) -> dict[str, dg.MetadataValue]:
    """What is known of a table once it is made."""
    return {
        "dagster/row_count": dg.MetadataValue.int(table.num_rows),
        "preview": dg.MetadataValue.md(side_by_side(table, PREVIEWED_ROWS)),
    }


def failure_table(rows: list[Mapping[str, str | None]]) -> dg.MetadataValue:
    """Refused rows as a table of the UI; `rows` share their keys and are not empty."""
    schema = dg.TableSchema(columns=[dg.TableColumn(name) for name in rows[0]])
    records = [dg.TableRecord({name: value or "" for name, value in row.items()}) for row in rows]
    return dg.MetadataValue.table(records, schema)


def _column(column: Column) -> dg.TableColumn:
    meaning = column.meaning
    rules = [
        f"in {meaning.codes.summary or ', '.join(meaning.codes.codes)}" if meaning.codes is not None else "",
        f">= {meaning.minimum}" if meaning.minimum is not None else "",
        f"<= {meaning.maximum}" if meaning.maximum is not None else "",
        f"unit: {meaning.unit}" if meaning.unit is not None else "",
        f"found in {meaning.references}" if meaning.references is not None else "",
    ]
    return dg.TableColumn(
        name=column.name,
        type=str(column.type),
        description=column.description,
        constraints=dg.TableColumnConstraints(
            nullable=column.nullable, unique=column.unique, other=[rule for rule in rules if rule]
        ),
    )
