"""Copies of the raw files: whatever is parsed is first copied, so that a file that changes meanwhile does no harm."""

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pipeline.intake.errors import IntakeError, Refused

_CHUNK = 1 << 20
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Copy:
    """A file's bytes, at rest."""

    path: Path
    """Named by the digest: equal files share one copy."""
    sha256: str
    size: int
    """Bytes."""


def copy_file(source: Path, copies: Path, max_bytes: int) -> Copy:
    """Copy `source` into the folder `copies` under the digest of its bytes, without following a symbolic link.

    A file that is written to while it is copied is copied again. Raises Refused (`unreadable`, `not_a_file`,
    `too_large`, `changing`), and IntakeError where `copies` cannot be written.
    """
    for _ in range(_TRIES):
        copied = _copy_once(source, copies, max_bytes)
        if copied is not None:
            return copied
    raise Refused("changing", "the file was written to each time it was copied: run again when it is complete")


def _copy_once(source: Path, copies: Path, max_bytes: int) -> Copy | None:
    """The copy, None where the file changed meanwhile."""
    try:
        descriptor = os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise Refused("unreadable", f"the file cannot be opened: {error.strerror}") from error
    with os.fdopen(descriptor, "rb") as reader:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise Refused("not_a_file", "this is a pipe, a socket or a device: put a plain file here")
        if before.st_size > max_bytes:
            raise Refused("too_large", f"{before.st_size} bytes, the limit is {max_bytes}", str(before.st_size))
        copied = _store(_chunks(reader, max_bytes), copies)
        after = os.fstat(descriptor)
    unchanged = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return copied if unchanged and copied.size == after.st_size else None


def _chunks(reader: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    total = 0
    while True:
        try:
            chunk = reader.read(_CHUNK)
        except OSError as error:
            raise Refused("unreadable", f"the file cannot be read: {error.strerror}") from error
        if not chunk:
            return
        total += len(chunk)
        if total > max_bytes:
            raise Refused("too_large", f"more than {max_bytes} bytes, which is the limit")
        yield chunk


def _store(chunks: Iterator[bytes], copies: Path) -> Copy:
    """Write `chunks` to a file, named by their digest once it is whole. An older copy is replaced, not trusted."""
    sha = hashlib.sha256()
    size = 0
    temporary: str | None = None
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=".copying-", dir=copies)
        with os.fdopen(descriptor, "wb") as writer:
            for chunk in chunks:
                sha.update(chunk)
                size += len(chunk)
                writer.write(chunk)
        target = copies / sha.hexdigest()
        Path(temporary).replace(target)
        temporary = None
    except OSError as error:
        raise IntakeError(f"the copies folder {copies} cannot be written: {error.strerror}") from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
    return Copy(target, sha.hexdigest(), size)
