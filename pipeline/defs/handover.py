"""What the assets hand each other: Arrow files in the scratch folder, each stamped with the digest of its origin.

A stamp says from which articles and by which code a file was made. The folder may be deleted between two runs.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import dagster as dg
import pyarrow as pa

from pipeline.fingerprint import fingerprint
from pipeline.intake.source import Rejection, SourceArticle

_STAMP = b"wireledger.stamp"


@dataclass(frozen=True, slots=True)
class Handed:
    """A table that an asset left for the next."""

    name: str
    table: pa.Table
    stamp: str


def stamp_of(articles: Iterable[SourceArticle], rejections: Iterable[Rejection], corrections: str = "") -> str:
    """The digest of all that intake brought, of the code that reads it, and of the digest of the `corrections`."""
    digest = hashlib.sha256(f"{fingerprint()} {corrections}".encode() if corrections else fingerprint().encode())
    for item in (*articles, *rejections):
        digest.update(repr(item).encode("utf-8", "surrogatepass") + b"\x1e")
    return digest.hexdigest()[:16]


def hand_on(folder: Path, name: str, table: pa.Table, stamp: str) -> Path:
    """Leave `table` in `folder` under `name`, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.arrow"
    draft = folder / f".{name}-{uuid4().hex}"
    stamped = table.replace_schema_metadata({_STAMP: stamp.encode()})
    try:
        with pa.OSFile(str(draft), "wb") as sink, pa.ipc.new_file(sink, stamped.schema) as writer:
            writer.write_table(stamped)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def take(folder: Path, name: str) -> Handed:
    """The table that was left under `name`. Ends the step with one line where there is none that can be read."""
    try:
        with pa.OSFile(str(folder / f"{name}.arrow"), "rb") as source:
            table = pa.ipc.open_file(source).read_all()
    except (FileNotFoundError, pa.ArrowInvalid) as error:
        raise dg.Failure(f"nobody has left {name} in {folder}: use Materialize all", allow_retries=False) from error
    stamp = (table.schema.metadata or {}).get(_STAMP, b"").decode()
    return Handed(name, table.replace_schema_metadata(None), stamp)


def of_one_origin(handed: Iterable[Handed]) -> str:
    """The stamp that all of `handed` share. Ends the step with one line where they come from different runs."""
    names: dict[str, list[str]] = {}
    for item in handed:
        names.setdefault(item.stamp, []).append(item.name)
    if len(names) > 1:
        groups = "; ".join(f"{', '.join(group)} from {stamp}" for stamp, group in sorted(names.items()))
        raise dg.Failure(f"made from different articles or code ({groups}): use Materialize all", allow_retries=False)
    return next(iter(names))
