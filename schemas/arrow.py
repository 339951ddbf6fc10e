"""Tables as Arrow: one explicit schema each, values converted without guessing, rows in the table's total order."""

import math
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any, Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from schemas import columns
from schemas.column import TEXTS, Column
from schemas.order import total_order
from schemas.structure import StructureError

_PYTHON: dict[pa.DataType, tuple[type, ...]] = {
    pa.string(): (str,),
    pa.date32(): (date,),
    pa.int64(): (int, np.integer),
    pa.float64(): (float, int, np.floating, np.integer),
    pa.bool_(): (bool, np.bool_),
    TEXTS: (list, tuple, np.ndarray),
}
_PLAIN: dict[pa.DataType, frozenset[type]] = {
    pa.string(): frozenset({str, type(None)}),
    pa.date32(): frozenset({date, type(None)}),
    pa.int64(): frozenset({int, type(None)}),
    pa.float64(): frozenset({float, int, type(None)}),
    pa.bool_(): frozenset({bool, type(None)}),
    TEXTS: frozenset({list, type(None)}),
}


@cache
def arrow_schema(name: str) -> pa.Schema:
    """The Arrow schema of table `name`: its columns in order, with types and without metadata.

    Every column may hold nulls here: that a value is missing is a rule on rows, and a table on its way may break it.
    """
    return pa.schema([pa.field(column.name, column.type) for column in columns(name)])


def to_arrow(name: str, frame: pd.DataFrame) -> pa.Table:
    """`frame` as an Arrow table of `arrow_schema(name)`, sorted by the table's total order.

    Cells may be plain Python values (None, NaN and NaT are null) or Arrow-backed. An empty list becomes null, -0.0
    becomes 0.0. Raises StructureError for a missing or unknown column or a value of another type.
    """
    return in_total_order(name, convert(name, frame))


def from_arrow(name: str, table: pa.Table) -> pd.DataFrame:
    """`table` as a frame of Arrow-backed columns; the inverse of `to_arrow`.

    Raises StructureError where `table` has not the columns and types of `arrow_schema(name)`.
    """
    _check_names(name, table.column_names)
    for column in columns(name):
        if table.schema.field(column.name).type != column.type:
            raise StructureError(name, column.name, str(column.type), str(table.schema.field(column.name).type))
    plain = table.select(arrow_schema(name).names).cast(arrow_schema(name))
    return plain.to_pandas(types_mapper=pd.ArrowDtype)


def in_total_order(name: str, table: pa.Table) -> pa.Table:
    """`table` sorted by the total order of table `name`, in one chunk."""
    keys: list[tuple[str, Literal["ascending", "descending"]]] = [(key, "ascending") for key in total_order(name)]
    return table.sort_by(keys).combine_chunks()


def convert(name: str, frame: pd.DataFrame) -> pa.Table:
    """`to_arrow` without the sorting: row n of the result is row n of `frame`."""
    _check_names(name, frame.columns)
    arrays = [_array(name, column, frame[column.name]) for column in columns(name)]
    return pa.Table.from_arrays(arrays, schema=arrow_schema(name))


def _check_names(name: str, found: Iterable[str]) -> None:
    names = [str(word) for word in found]
    expected = [column.name for column in columns(name)]
    for column in expected:
        if column not in names:
            raise StructureError(name, column, "a column of that name", "none")
    for column in names:
        if column not in expected:
            raise StructureError(name, column, "no such column", "one")
        if names.count(column) > 1:
            raise StructureError(name, column, "one column of that name", str(names.count(column)))


def _array(table: str, column: Column, values: pd.Series) -> "pa.Array[Any]":
    if isinstance(values.dtype, pd.ArrowDtype):
        if values.dtype.pyarrow_dtype != column.type:
            raise StructureError(table, column.name, str(column.type), str(values.dtype.pyarrow_dtype))
        array = pa.array(values)
        return _normal(array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array)
    cells = values.tolist()
    if not _is_plain(column, cells):
        cells = [_cell(table, column, value) for value in cells]
    try:
        return _normal(pa.array(cells, column.type))
    except OverflowError as error:
        greatest = max((cell for cell in cells if cell is not None), key=abs)
        raise StructureError(table, column.name, str(column.type), _shown(greatest)) from error


def _is_plain(column: Column, cells: list[Any]) -> bool:
    """Whether all `cells` are of the very type that pyarrow takes for the column without converting, or None."""
    if not _PLAIN[column.type].issuperset(map(type, cells)):
        return False
    return column.type != TEXTS or {str}.issuperset(type(item) for items in cells if items for item in items)


def _normal(array: "pa.Array[Any]") -> "pa.Array[Any]":
    """`array` with one way of writing each value: no -0.0, NaN or empty list beside 0.0 and null."""
    if array.type == pa.float64():
        number: pa.Array[Any] = pc.add(pc.if_else(pc.is_nan(array), pa.scalar(None, pa.float64()), array), 0.0)
        return number
    if array.type == TEXTS:
        lists: pa.Array[Any] = pc.if_else(
            pc.equal(pc.list_value_length(array), pa.scalar(0)), pa.scalar(None, TEXTS), array
        )
        return lists
    return array


def _cell(table: str, column: Column, value: Any) -> Any:
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    is_truth = isinstance(value, bool | np.bool_)
    if (
        not isinstance(value, _PYTHON[column.type])
        or isinstance(value, datetime)
        or is_truth != (column.type == pa.bool_())
    ):
        raise StructureError(table, column.name, str(column.type), _shown(value))
    if column.type == TEXTS:
        return _items(table, column, value)
    return value


def _items(table: str, column: Column, value: Any) -> list[str | None] | None:
    for item in value:
        if item is not None and not isinstance(item, str):
            raise StructureError(table, column.name, str(column.type), f"an item that is {_shown(item)}")
    return list(value) or None


def _shown(value: Any) -> str:
    text = str(value) if isinstance(value, date) else repr(value)
    return f"{type(value).__name__} {text if len(text) <= 60 else text[:59] + '…'}"
