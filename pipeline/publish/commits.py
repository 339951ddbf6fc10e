"""The history: one record a release, numbered without gaps, each put there by one publisher alone.

No time is written into a record: the same articles give the same bytes in every curated folder.
"""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from pipeline.publish.errors import CommitTakenError, DamageError
from pipeline.publish.files import sync_folder, write_durably
from pipeline.publish.place import Place

_NAME = re.compile(r"([0-9]{8})\.json")


@dataclass(frozen=True, slots=True)
class Commit:
    """One record of the history: it makes a folder a release."""

    sequence: int
    """1 for the first release."""
    version: str
    """The release's version, such as `1.2.3`."""
    digest: str
    """The digest of its tables."""
    path: str
    """Its folder, relative to the curated folder, with `/` between the parts."""
    manifest_sha256: str
    """SHA-256 of its datapackage.json, which holds those of all other files."""
    parent: str | None
    """The version before, None for the first."""


def commit_path(place: Place, sequence: int) -> Path:
    """Where the record number `sequence` stands."""
    return place.commits / f"{sequence:08d}.json"


def history(place: Place) -> tuple[Commit, ...]:
    """All records, oldest first. Raises DamageError for one that cannot be read; foreign files are passed over."""
    if not place.commits.is_dir():
        return ()
    names = sorted(path.name for path in place.commits.iterdir() if _NAME.fullmatch(path.name))
    return tuple(_read(place.commits / name) for name in names)


def head(place: Place) -> Commit | None:
    """The newest record, None before the first release. Raises DamageError where it cannot be read."""
    if not place.commits.is_dir():
        return None
    names = [path.name for path in place.commits.iterdir() if _NAME.fullmatch(path.name)]
    return _read(place.commits / max(names)) if names else None


def commit_at(place: Place, sequence: int) -> Commit | None:
    """The record number `sequence`, None if there is none. Raises DamageError where it cannot be read."""
    path = commit_path(place, sequence)
    return _read(path) if path.exists() else None


def append(place: Place, commit: Commit, draft: Path) -> None:
    """Put `commit` behind the newest record; this is the moment of publication.

    `draft` is a new file on the same disk to write it to first. Raises CommitTakenError where another publisher has
    put one there: a hard link is made or it is not, also between processes.
    """
    write_durably(draft, json_bytes(asdict(commit)))
    try:
        os.link(draft, commit_path(place, commit.sequence))
    except FileExistsError as error:
        raise CommitTakenError(f"release number {commit.sequence} was published by somebody else") from error
    finally:
        draft.unlink()
    sync_folder(place.commits)


def json_bytes(value: Mapping[str, Any]) -> bytes:
    """`value` as indented JSON in UTF-8, keys in their order, with a line end."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _read(path: Path) -> Commit:
    try:
        told = json.loads(path.read_bytes())
        record = Commit(**{field.name: told[field.name] for field in fields(Commit)})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DamageError(f"{path}: is no commit record ({error}); move it away or restore it") from error
    if _NAME.fullmatch(path.name) is None or record.sequence != int(path.stem):
        raise DamageError(f"{path}: holds record number {record.sequence}; restore the right one")
    return record
