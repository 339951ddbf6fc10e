"""A table as a Parquet file whose bytes depend on its rows and on pyarrow's version alone."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.column import TEXTS

ROW_GROUP_ROWS = 131_072
"""Rows of a row group; readers skip whole groups by their statistics."""
ZSTD_LEVEL = 9


def write_parquet(table: pa.Table, path: Path, sorted_by: tuple[str, ...]) -> None:
    """Write `table`, which is sorted by the columns `sorted_by`, to `path`, a new file.

    No metadata of pandas, no time of creation; each page carries a checksum.
    """
    whole = table.replace_schema_metadata(None).combine_chunks()
    order = pq.SortingColumn.from_ordering(whole.schema, [(name, "ascending") for name in sorted_by], "at_end")
    with path.open("xb") as sink:
        pq.write_table(
            whole,
            sink,
            version="2.6",
            data_page_version="1.0",
            compression="zstd",
            compression_level=ZSTD_LEVEL,
            row_group_size=ROW_GROUP_ROWS,
            write_statistics=True,
            write_page_index=True,
            write_page_checksum=True,
            sorting_columns=order,
        )


def read_parquet(path: Path) -> pa.Table:
    """The table in the file at `path`; raises OSError or pa.ArrowException where a page's checksum does not fit."""
    with pq.ParquetFile(path, page_checksum_verification=True) as file:
        table = file.read()
    # Parquet calls a list's items "element", Arrow "item": equal types, but not for a dictionary's keys
    plain = [field.with_type(TEXTS) if field.type == TEXTS else field for field in table.schema]
    return table.cast(pa.schema(plain))
