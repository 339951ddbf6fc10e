"""Writing that outlives a crash: what these functions have returned from is on the disk."""

import hashlib
import os
from pathlib import Path

_BLOCK = 1 << 20


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Make the files in `folder`, which holds no folders, and their names durable."""
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            os.fsync(file.fileno())
    sync_folder(folder)


def write_durably(path: Path, content: bytes) -> None:
    """Write `content` to `path`, a new file; its name is durable once its folder is synced."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def file_sha256(path: Path) -> str:
    """The SHA-256 of the file's bytes, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
