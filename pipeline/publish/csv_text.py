"""A table as CSV text, one way only: the same rows give the same bytes with every version of every library.

So the digest of this text is the digest of the rows, whatever wrote the Parquet file beside it. RFC 4180: CR LF behind
each record, quotes only where a cell needs them; UTF-8; null is nothing (no table holds an empty text); ISO 8601 days;
`true` and `false`; lists joined by `;`, which no item holds; numbers as in `number_text`.
"""

import csv
import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa

from schemas.column import TEXTS
from schemas.frictionless import LIST_DELIMITER
from schemas.numbers import number_text

ROWS_AT_ONCE = 10_000
"""How many rows are held as text at a time."""


def csv_chunks(table: pa.Table) -> Iterator[bytes]:
    """The CSV text of `table` piece by piece, its header first."""
    yield _records([table.column_names])
    for batch in table.to_batches(max_chunksize=ROWS_AT_ONCE):
        yield _records(zip(*(_cells(column) for column in batch.columns), strict=True))


def rows_sha256(table: pa.Table) -> str:
    """The SHA-256 of the CSV text of `table`, in hexadecimal."""
    digest = hashlib.sha256()
    for chunk in csv_chunks(table):
        digest.update(chunk)
    return digest.hexdigest()


def write_csv(table: pa.Table, path: Path) -> None:
    """Write the CSV text of `table` to `path`, a new file."""
    with path.open("xb") as sink:
        _write(table, sink)


def _write(table: pa.Table, sink: BinaryIO) -> None:
    for chunk in csv_chunks(table):
        sink.write(chunk)


def _cells(column: Any) -> list[Any]:
    """The values of `column` as the csv module takes them: it writes text, whole numbers, days and null by itself."""
    writer = _WRITERS.get(column.type)
    values: list[Any] = column.to_pylist()
    return values if writer is None else [None if value is None else writer(value) for value in values]


def _records(rows: Any) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8")


_WRITERS: dict[pa.DataType, Callable[[Any], str]] = {
    pa.float64(): number_text,
    pa.bool_(): lambda truth: "true" if truth else "false",
    TEXTS: LIST_DELIMITER.join,
}
