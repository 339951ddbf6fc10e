"""JSON Lines files: one article a line, each record standing or falling alone."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.intake.checks import check_text
from pipeline.intake.decode import decode
from pipeline.intake.errors import Refused
from pipeline.intake.limits import Limits
from pipeline.intake.metadata import read_fields
from pipeline.intake.source import Metadata

_BYTES_PER_CHAR = 12
"""A code point written as two JSON escapes (\\ud83d\\ude00)."""
_FIELDS_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Record:
    """One article of a JSON Lines file."""

    number: int
    """Line in the file, the first is 1."""
    key: str
    """Its `id` or `url`, else the digest of its text."""
    text: str
    encoding: str
    sha256: str
    """Hex digest of the line's bytes, without its end."""
    metadata: Metadata
    problems: tuple[str, ...]
    """Fields that were left out, with the reason."""


@dataclass(frozen=True, slots=True)
class BadRecord:
    """A line that gives no article."""

    number: int
    key: str | None
    refused: Refused


def read_records(path: Path, limits: Limits) -> Iterator[Record | BadRecord]:
    """The records of the file at `path`, in order; blank lines are skipped. The file is never in memory as a whole."""
    for number, line in _lines(path, limits):
        key = None
        try:
            if isinstance(line, Refused):
                raise line
            values, encoding = _object(line)
            text = _text(values)
            key = record_key(values, text)
            check_text(text, limits)
            fields = read_fields(values)
        except Refused as refused:
            yield BadRecord(number, key, refused)
        else:
            sha = hashlib.sha256(line).hexdigest()
            yield Record(number, key, text, encoding, sha, fields.metadata, fields.problems)


def record_key(values: dict[str, Any], text: str) -> str:
    """What tells a record from the others of its file: its `id`, else its `url`, else the SHA-256 of its text."""
    for name in ("id", "url"):
        value = values.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())[:500].encode("utf-8", "backslashreplace").decode("utf-8")
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _lines(path: Path, limits: Limits) -> Iterator[tuple[int, bytes | Refused]]:
    longest = limits.max_article_chars * _BYTES_PER_CHAR + _FIELDS_BYTES
    with path.open("rb") as reader:
        wide = reader.read(2) in {b"\xff\xfe", b"\xfe\xff"}
        reader.seek(0)
        if wide:  # UTF-16: its line ends are two bytes
            lines = decode(reader.read()).text.split("\n")
            yield from ((number, line.encode("utf-8")) for number, line in enumerate(lines, 1) if line.strip())
            return
        number = 0
        while line := reader.readline(longest):
            number += 1
            if len(line) == longest:
                _skip_line(reader, longest)
                yield number, Refused("too_large", f"the line is longer than {longest} bytes")
            elif line.strip():
                yield number, line.rstrip(b"\r\n")


def _skip_line(reader: Any, step: int) -> None:
    while (rest := reader.readline(step)) and not rest.endswith(b"\n"):
        pass


def _object(line: bytes) -> tuple[dict[str, Any], str]:
    decoded = decode(line)
    try:
        values = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise Refused("record", f"the line is no JSON: {str(error)[:100]}", decoded.text[:200]) from error
    if not isinstance(values, dict):
        raise Refused("record", "the line is no JSON object", decoded.text[:200])
    return values, decoded.encoding


def _text(values: dict[str, Any]) -> str:
    text = values.get("text")
    if not isinstance(text, str):
        raise Refused("record", "the record has no field `text` that is a string")
    return text
