"""Which code made a release: one fingerprint of the sources and word lists that rows can depend on."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pipeline
import schemas

DISTRIBUTION = "wireledger"
_SUFFIXES = (".py", ".csv", ".toml")


@cache
def code_version() -> str:
    """The installed distribution's version and the first 12 digits of the sources' SHA-256: `0.1.0+3f2a…`."""
    digest = hashlib.sha256()
    for package in (pipeline, schemas):
        root = Path(package.__path__[0])
        for path in sorted(root.rglob("*"), key=lambda path: path.relative_to(root).as_posix()):
            if path.suffix in _SUFFIXES and path.is_file():
                digest.update(f"{root.name}/{path.relative_to(root).as_posix()}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{version(DISTRIBUTION)}+{digest.hexdigest()[:12]}"
