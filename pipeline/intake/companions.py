"""Which files of the raw folder are articles, and which only lie beside them: sidecars, labels."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from pipeline.intake.listing import Entry
from pipeline.intake.sidecar import SUFFIX

Format = Literal["text", "html", "records"]
FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "records",
    ".ndjson": "records",
}
"""The formats by the ending of a file's name, in small letters."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The entries of a folder, told apart."""

    files: tuple[Entry, ...]
    """What counts as seen: articles and everything that is no companion, by path."""
    sidecars: dict[str, Entry]
    """`NAME.meta.json` by path, whether an article lies beside it or not. Labels (`NAME.json`) are left out."""


def tell_apart(entries: Iterable[Entry]) -> Sorted:
    """Sort `entries` into files and sidecars. A `.json` file that lies beside no article is a file like any other."""
    entries = tuple(entries)
    articles = {entry.path for entry in entries if format_of(entry.path) is not None}
    stems = {path.removesuffix(PurePosixPath(path).suffix) for path in articles}
    sidecars = {entry.path: entry for entry in entries if entry.path.endswith(SUFFIX)}
    files = [entry for entry in entries if entry.path not in sidecars and not _is_label(entry.path, articles | stems)]
    return Sorted(tuple(files), sidecars)


def format_of(path: str) -> Format | None:
    """The format of the file at `path` by its ending; None for any other file."""
    return FORMATS.get(PurePosixPath(path).suffix.lower())


def _is_label(path: str, named: set[str]) -> bool:
    return path.endswith(".json") and path.removesuffix(".json") in named
