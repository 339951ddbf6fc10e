"""Table schemas of the Data Package standard, version 2 (https://datapackage.org/standard/table-schema/)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from schemas import columns
from schemas.column import TEXTS, Bound, Column
from schemas.order import IDS

LIST_DELIMITER = ";"
"""What stands between the items of a list in CSV; no item contains it."""

_TYPES: Mapping[pa.DataType, Mapping[str, Any]] = {
    pa.string(): {"type": "string"},
    pa.date32(): {"type": "date", "format": "default"},
    pa.int64(): {"type": "integer"},
    pa.float64(): {"type": "number"},
    pa.bool_(): {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    TEXTS: {"type": "list", "itemType": "string", "delimiter": LIST_DELIMITER},
}
_ARROW_TYPES: Mapping[str, pa.DataType] = {str(field["type"]): arrow for arrow, field in _TYPES.items()}


def table_schema(name: str) -> dict[str, Any]:
    """The table schema of table `name`, as JSON values."""
    fields = columns(name)
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in fields],
        "primaryKey": list(IDS[name]),
        "missingValues": [""],
    }
    keys = [_foreign_key(name, column) for column in fields if column.meaning.references and column.type != TEXTS]
    if keys:
        schema["foreignKeys"] = keys
    return schema


def arrow_schema_of(schema: Mapping[str, Any]) -> pa.Schema:
    """The Arrow schema that a table schema made by `table_schema` stands for."""
    return pa.schema([pa.field(field["name"], _ARROW_TYPES[field["type"]]) for field in schema["fields"]])


def _field(column: Column) -> dict[str, Any]:
    field = {"name": column.name, **_TYPES[column.type], "description": column.description}
    if column.meaning.unit is not None:
        field["unit"] = column.meaning.unit
    if column.meaning.derived:
        field["derived"] = True
    constraints = _constraints(column)
    if constraints:
        field["constraints"] = constraints
    return field


def _constraints(column: Column) -> dict[str, Any]:
    meaning = column.meaning
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if meaning.minimum is not None:
        constraints["minimum"] = _json(meaning.minimum)
    if meaning.maximum is not None:
        constraints["maximum"] = _json(meaning.maximum)
    if meaning.codes is not None and meaning.codes.summary is None and column.type != TEXTS:
        constraints["enum"] = list(meaning.codes.codes)
    return constraints


def _json(bound: Bound) -> int | float | str:
    return bound.isoformat() if isinstance(bound, date) else bound


def _foreign_key(name: str, column: Column) -> dict[str, Any]:
    table, _, field = str(column.meaning.references).partition(".")
    reference = {"fields": [field]} if table == name else {"resource": table, "fields": [field]}
    return {"fields": [column.name], "reference": reference}
