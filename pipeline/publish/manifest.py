"""datapackage.json: what a release holds, from what and by which code, in the Data Package standard, version 2."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.publish.errors import DamageError
from pipeline.publish.files import file_sha256
from pipeline.publish.version import Contract, Version
from schemas import RELEASE_TABLES
from schemas.frictionless import arrow_schema_of, table_schema

MANIFEST = "datapackage.json"
DICTIONARY = "data_dictionary.md"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RIGHTS = (
    "Ids, dates, numbers, codes and names are facts. Paragraphs and evidence are quoted from the articles named in "
    "source_path and remain their publishers'; whoever passes them on needs the publishers' leave or a right to quote."
)
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts of a datapackage.json that programs act on."""

    version: Version
    digest: str
    contract_version: int
    files: Mapping[str, "FileEntry"]
    """Every file of the release but the manifest, by name."""
    tables: Mapping[str, "TableEntry"]
    """Every table, by name, in publishing order."""

    @property
    def contract(self) -> Contract:
        """What the release promises of its tables' form, `changes` left out."""
        schemas = {name: entry.schema for name, entry in self.tables.items() if name != "changes"}
        return Contract(self.contract_version, schemas)


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file as the manifest has it."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table as the manifest has it."""

    schema: pa.Schema
    ids: tuple[str, ...]
    """The columns that identify a row."""
    rows: int
    rows_sha256: str
    """SHA-256 of the table's CSV text: the digest of its rows, whatever wrote the Parquet file."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a manifest says of where the release comes from."""

    version: Version
    digest: str
    contract_version: int
    code_version: str
    parent: tuple[str, str] | None
    """Version and digest of the release before, None for the first."""
    sources: Sequence[Mapping[str, Any]]
    """The files that articles were read from; see `sources_of`."""


def sources_of(articles: pa.Table) -> list[dict[str, Any]]:
    """The files that the rows of `articles` came from, by path: title, path and sha256.

    A file of records has, instead of `sha256`, the number of its `records` and `records_sha256`, the SHA-256 of the
    records' own in the order of their keys, each on a line.
    """
    keys = ("source_path", "record_key", "sha256")
    rows = sorted(
        zip(*(articles[key].to_pylist() for key in keys), strict=True), key=lambda row: (row[0], row[1] or "")
    )
    return [_source(path, list(records)) for path, records in groupby(rows, key=itemgetter(0))]


def manifest_of(folder: Path, origin: Origin, rows: Mapping[str, tuple[int, str]]) -> dict[str, Any]:
    """The manifest of the files in `folder`, as JSON values; `rows` gives each table's row count and rows_sha256."""
    resources: list[dict[str, Any]] = []
    for name in RELEASE_TABLES:
        count, digest = rows[name]
        resources.append(_table(folder, name, count, digest))
        resources.append(_file(folder, f"{name}-parquet", f"{name}.parquet", "application/vnd.apache.parquet"))
    resources.append(_file(folder, "data-dictionary", DICTIONARY, "text/markdown"))
    return {
        "$schema": PROFILE,
        "name": "wireledger",
        "title": "Wireledger: dated events, trade figures and officials from news articles",
        "description": f"Each row is tied to the sentence that states it. {DICTIONARY} explains every column.",
        "version": str(origin.version),
        "digest": origin.digest,
        "contract_version": origin.contract_version,
        "code_version": origin.code_version,
        "parent": None if origin.parent is None else {"version": origin.parent[0], "digest": origin.parent[1]},
        "rights": RIGHTS,
        "sources": list(origin.sources),
        "resources": resources,
    }


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the release in `folder`. Raises DamageError if it is missing or is no manifest."""
    path = folder / MANIFEST
    try:
        package = json.loads(path.read_bytes())
        return Manifest(
            version=Version.parse(package["version"]),
            digest=str(package["digest"]),
            contract_version=int(package["contract_version"]),
            files={entry["path"]: _file_entry(entry) for entry in package["resources"]},
            tables={entry["name"]: _table_entry(entry) for entry in package["resources"] if "schema" in entry},
        )
    except FileNotFoundError as error:
        raise DamageError(f"{path}: is missing") from error
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise DamageError(f"{path}: is no manifest of a release ({type(error).__name__}: {error})") from error


def _source(path: str, records: Sequence[tuple[str, str | None, str]]) -> dict[str, Any]:
    source = {"title": path, "path": path}
    if records[0][1] is None:
        return {**source, "sha256": records[0][2]}
    lines = "".join(f"{sha256}\n" for _, _, sha256 in records)
    return {**source, "records": len(records), "records_sha256": hashlib.sha256(lines.encode()).hexdigest()}


def _table(folder: Path, name: str, rows: int, rows_sha256: str) -> dict[str, Any]:
    entry = _file(folder, name, f"{name}.csv", "text/csv")
    described = {"name": name, "type": "table", "description": RELEASE_TABLES[name].__doc__, **entry}
    return {
        **described,
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "rows": rows,
        "rows_sha256": rows_sha256,
        "schema": table_schema(name),
    }


def _file(folder: Path, name: str, file: str, mediatype: str) -> dict[str, Any]:
    path = folder / file
    return {
        "name": name,
        "path": file,
        "format": path.suffix.removeprefix("."),
        "mediatype": mediatype,
        "bytes": path.stat().st_size,
        "hash": f"sha256:{file_sha256(path)}",
    }


def _file_entry(entry: Mapping[str, Any]) -> FileEntry:
    algorithm, _, digest = entry["hash"].partition(":")
    if algorithm != "sha256" or Path(entry["path"]).name != entry["path"]:
        raise ValueError(f"{entry['path']!r} has no sha256 or is no file of the release folder")
    return FileEntry(int(entry["bytes"]), digest)


def _table_entry(entry: Mapping[str, Any]) -> TableEntry:
    schema = entry["schema"]
    return TableEntry(arrow_schema_of(schema), tuple(schema["primaryKey"]), int(entry["rows"]), entry["rows_sha256"])
