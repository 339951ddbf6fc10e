"""One fingerprint of everything but the articles that the tables depend on: code, lexicons, Python and libraries.

The same rows come out where it is the same and the articles are. Dagster, the command line and their looks are left
out: they carry rows and do not make them.
"""

import hashlib
import re
import sys
from functools import cache
from importlib.machinery import PathFinder
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds the packages `pipeline` and `schemas`."""

_PACKAGES = ("pipeline", "schemas")
_SUFFIXES = {".py", ".csv", ".toml"}
_CARRIERS = ("pipeline/defs/", "pipeline/cli/", "pipeline/definitions.py")
_CARRYING_LIBRARIES = {"click", "dagster", "dagster-webserver", "rich"}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@cache
def fingerprint() -> str:
    """16 hexadecimal digits for the code as it stood when this process first asked, and for what it runs on."""
    return digest_of(ROOT, library_versions())


def is_compiled() -> bool:
    """Whether the extractors that are imported are C extensions (`make compile`): they make the same rows."""
    found = PathFinder.find_spec("article", [str(ROOT / "pipeline" / "extract")])
    return found is not None and found.origin is not None and not found.origin.endswith(".py")


def digest_of(root: Path, libraries: dict[str, str]) -> str:
    """The digest of the sources and lexicons of the packages below `root`, and of `libraries` (name: version)."""
    digest = hashlib.sha256()
    for path in _sources(root):
        name = path.relative_to(root).as_posix()
        digest.update(f"{name}\x1f{hashlib.sha256(path.read_bytes()).hexdigest()}\x1e".encode())
    for name, number in sorted(libraries.items()):
        digest.update(f"{name}=={number}\x1e".encode())
    return digest.hexdigest()[:16]


def library_versions() -> dict[str, str]:
    """The versions of Python and of the libraries that the project declares, by name."""
    found = {"python": ".".join(map(str, sys.version_info[:3]))}
    for requirement in requires("wireledger") or ():
        name = _NAME.match(requirement)
        if name is None or "extra ==" in requirement or name[0] in _CARRYING_LIBRARIES:
            continue
        try:
            found[name[0]] = version(name[0])
        except PackageNotFoundError:
            found[name[0]] = "missing"
    return found


def _sources(root: Path) -> list[Path]:
    files = (path for package in _PACKAGES for path in (root / package).rglob("*") if path.suffix in _SUFFIXES)
    return sorted(path for path in files if not path.relative_to(root).as_posix().startswith(_CARRIERS))
