"""What can go wrong while releases are written or read: one exception class a cause, one line a message."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class PublishError(Exception):
    """A release could not be written or read; the message says in one line what to do."""


class PlaceError(PublishError):
    """The curated folder cannot be used: it lies inside the raw folder, or a foreign file is in the way."""


class StorageError(PublishError):
    """The disk is full, or the folder may not be written."""


class DamageError(PublishError):
    """A published file is missing or is not what its manifest says."""


class UnknownReleaseError(PublishError):
    """No release of that version or at that path."""


class CommitTakenError(PublishError):
    """Another publisher committed first; the release is computed again against the new head."""


_MEANINGS = {
    errno.ENOSPC: "no space left on the disk; free some and publish again",
    errno.EDQUOT: "the disk quota is used up; free some space and publish again",
    errno.EFBIG: "a file would be larger than this system allows; raise the file size limit and publish again",
    errno.EACCES: "writing is not allowed; check who owns the folder and its permissions",
    errno.EPERM: "the file system refuses the operation; use a folder on a file system with hard links",
    errno.EROFS: "the file system is read-only; use another folder",
    errno.ENOTDIR: "a file stands where a folder is needed; move it away",
    errno.EISDIR: "a folder stands where a file is needed; move it away",
    errno.EEXIST: "a file stands where a folder is needed; move it away",
    errno.ENOTSUP: "the file system has no hard links, which publishing needs; use another folder",
}


@contextmanager
def storage_errors(place: Path) -> Iterator[None]:
    """Turn an OSError inside the block into a StorageError of one line that names the file, or else `place`."""
    try:
        yield
    except OSError as error:
        meaning = _MEANINGS.get(error.errno or 0, error.strerror or str(error))
        raise StorageError(f"{error.filename or place}: {meaning}") from error
