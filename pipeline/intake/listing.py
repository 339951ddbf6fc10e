"""What lies in the raw folder, without opening a file: the walk, and the digest that tells the sensor of a change."""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.intake.errors import IntakeError


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the raw folder that is no folder, or a folder that is not walked."""

    path: str
    """Path below the raw folder, with `/` between the parts; bytes that are no UTF-8 as lone surrogates."""
    kind: str
    """`file`, `link` (symbolic link), `other` (pipe, socket, device), `unreadable` (a folder closed to us)."""
    size: int
    """Bytes; for a link those of the link."""
    mtime_ns: int
    """Time of the last change, nanoseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The raw folder as it lies there."""

    entries: tuple[Entry, ...]
    """Sorted by path. Hidden files and folders (`.name`) are left out."""

    @property
    def digest(self) -> str:
        """Hex digest of names, sizes and times of change: equal as long as nothing was added, removed or written."""
        sha = hashlib.sha256()
        for entry in self.entries:
            line = f"{entry.path}\0{entry.kind}\0{entry.size}\0{entry.mtime_ns}\n"
            sha.update(line.encode("utf-8", "surrogatepass"))
        return sha.hexdigest()

    @property
    def newest_mtime(self) -> float | None:
        """The latest time of change, in seconds since 1970; None for an empty folder."""
        newest = max((entry.mtime_ns for entry in self.entries), default=None)
        return None if newest is None else newest / 1e9


def list_folder(raw: Path) -> Listing:
    """Everything below `raw`, nested folders too. Raises IntakeError where `raw` is no folder or cannot be listed."""
    if not raw.exists():
        raise IntakeError(f"the raw folder {raw} does not exist")
    if not raw.is_dir():
        raise IntakeError(f"the raw folder {raw} is not a folder")
    try:
        top = sorted(os.scandir(raw), key=lambda entry: entry.name)
    except OSError as error:
        raise IntakeError(f"the raw folder {raw} cannot be listed: {error.strerror}") from error
    return Listing(tuple(sorted(_walk(top, ""), key=lambda entry: entry.path)))


def _walk(items: list[os.DirEntry[str]], prefix: str) -> Iterator[Entry]:
    pending = [(items, prefix)]
    while pending:
        found, below = pending.pop()
        for item in found:
            if item.name.startswith("."):
                continue
            path = below + item.name
            if not item.is_dir(follow_symlinks=False):
                yield _entry(item, path)
                continue
            try:
                pending.append((list(os.scandir(item.path)), path + "/"))
            except OSError:
                yield Entry(path, "unreadable", 0, 0)


def _entry(item: os.DirEntry[str], path: str) -> Entry:
    try:
        status = item.stat(follow_symlinks=False)
    except OSError:  # it vanished, or its folder cannot be searched
        return Entry(path, "unreadable", 0, 0)
    if stat.S_ISLNK(status.st_mode):
        kind = "link"
    elif stat.S_ISREG(status.st_mode):
        kind = "file"
    else:
        kind = "other"
    return Entry(path, kind, status.st_size, status.st_mtime_ns)
