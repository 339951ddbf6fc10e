"""Where a release is put together and how its folder gets its place; nothing here is a release before its commit."""

import errno
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from uuid import uuid4

from pipeline.publish.commits import commit_at
from pipeline.publish.files import sync_folder
from pipeline.publish.place import Place

ABANDONED_SECONDS = 24 * 60 * 60
"""A staging folder older than this was left by a crash; no publisher takes that long."""
_IN_THE_WAY = {errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR}


@contextmanager
def staging_folder(place: Place) -> Iterator[Path]:
    """A new folder of this publisher alone, gone when the block ends; those that crashes left long ago go too."""
    _sweep(place)
    folder = place.staging / uuid4().hex
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def placed(place: Place, draft: Path, name: str, sequence: int) -> Iterator[Path]:
    """Give the folder `draft` its place among the releases, for the block to commit as number `sequence`.

    The folder is called `name`, or `name-2` and so on where another stands there: a crash left it, or somebody else is
    about to commit it, and nobody can tell which, so it is not touched. If the block fails without a commit, the folder
    goes back to `draft`.
    """
    release = _moved(draft, place.releases, name)
    sync_folder(place.releases)
    try:
        yield release
    except BaseException:
        commit = commit_at(place, sequence)
        if commit is None or commit.path != place.relative(release):
            release.rename(draft)
        raise


def _moved(draft: Path, releases: Path, name: str) -> Path:
    """Move `draft` to the first free name of `name`, `name-2`, … below `releases`, and return where it is now."""
    for number in count(1):
        target = releases / (name if number == 1 else f"{name}-{number}")
        try:
            return draft.rename(target)
        except OSError as error:
            if error.errno not in _IN_THE_WAY:
                raise
    raise AssertionError("count() does not end")


def _sweep(place: Place) -> None:
    for path in place.staging.iterdir():
        try:
            age = time.time() - path.stat().st_mtime
        except FileNotFoundError:  # its own publisher was faster
            continue
        if age > ABANDONED_SECONDS:
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
