"""What makes two releases the same: the rows of their tables, the columns' types, and the contract's version."""

import hashlib
import json
from collections.abc import Mapping

import pyarrow as pa

from pipeline.publish.csv_text import rows_sha256

SHORT = 8
"""How many digits of a digest name a release's folder."""


def tables_digest(rows: Mapping[str, str], schemas: Mapping[str, pa.Schema], contract_version: int) -> str:
    """SHA-256 over the tables' row digests (`rows`, by table) and column types, in hexadecimal.

    `changes` is no part of it: it tells of the way to a state and not of the state.
    """
    state = {
        "contract_version": contract_version,
        "tables": {
            name: {"columns": [[field.name, str(field.type)] for field in schemas[name]], "rows": rows[name]}
            for name in sorted(rows)
        },
    }
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()


def row_digests(tables: Mapping[str, pa.Table]) -> dict[str, str]:
    """`rows_sha256` of each of `tables`."""
    return {name: rows_sha256(table) for name, table in tables.items()}
