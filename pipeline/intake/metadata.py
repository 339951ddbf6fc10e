"""What comes with an article, as JSON: the fields of a sidecar or of a record, checked and typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pipeline.intake.source import Metadata
from pipeline.text.fulldate import find_full_dates

_LONGEST = 2_000
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:?\d\d.{0,30})?")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Fields:
    """The outcome of reading the fields."""

    metadata: Metadata
    problems: tuple[str, ...]
    """One line for each field that was left out because it is not what it must be."""


def read_fields(values: Mapping[str, Any]) -> Fields:
    """`title`, `published_on`, `url` and `publisher` of `values`; null and "" are as good as absent.

    Other keys are ignored. A field that is no string, or a `published_on` that names no day for certain, is left out
    and told as a problem.
    """
    problems: list[str] = []
    title, url, publisher = (_line(values, name, problems) for name in ("title", "url", "publisher"))
    text = _line(values, "published_on", problems)
    day = None
    if text is not None:
        day = read_day(text)
        if day is None:
            problems.append(f"published_on {text[:60]!r} is no date: write YYYY-MM-DD")
    return Fields(Metadata(title, day, url, publisher), tuple(problems))


def read_day(text: str) -> date | None:
    """The day that `text` states: an ISO date or time stamp (its own local day), or a full date in words; else None."""
    match = _ISO.fullmatch(text)
    if match:
        try:
            return datetime.strptime(match.group(1), "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            return None
    days = {found.day for found in find_full_dates(text[:_LONGEST])}
    return days.pop() if len(days) == 1 else None


def _line(values: Mapping[str, Any], name: str, problems: list[str]) -> str | None:
    value = values.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        problems.append(f"{name} is no string")
        return None
    line = " ".join(value.split())
    if len(line) > _LONGEST or _UNPRINTABLE.search(line):
        problems.append(f"{name} is too long or holds characters that cannot be printed")
        return None
    return line or None
