"""Sentences of many styles and countries with the events that they tell of: type, interval and status."""

import calendar
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from pipeline.extract.article import extract_article
from pipeline.intake.source import Metadata, SourceArticle
from pipeline.text.ids import stable_id

_FILES = ("cases.txt", "found.txt")
"""Texts with the types of their events, and texts that are about which events are found, where any type (*) fits."""
_TITLE = "A report of the day"


@dataclass(frozen=True)
class Case:
    """A text and the events that it tells of, as lines of the files have them."""

    today: date
    text: str
    events: tuple[str, ...]


def _cases() -> list[Case]:
    found: list[Case] = []
    folder = Path(__file__).parent
    for line in "\n".join((folder / name).read_text(encoding="utf-8") for name in _FILES).splitlines():
        if line.startswith("    "):
            last = found[-1]
            found[-1] = Case(last.today, last.text, (*last.events, line.strip()))
        elif line and not line.startswith("#"):
            day, text = line.split(" ", 1)
            found.append(Case(date.fromisoformat(day), text.replace(" // ", "\n\n"), ()))
    return found


def _interval(text: str) -> tuple[date, date]:
    if ".." in text:
        first, last = text.split("..")
        return date.fromisoformat(first), date.fromisoformat(last)
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    if len(parts) == 2:
        return date(*parts, 1), date(*parts, calendar.monthrange(*parts)[1])
    return date(parts[0], 1, 1), date(parts[0], 12, 31)


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.text[:60])
def test_the_events_of_a_text(case: Case) -> None:
    article = SourceArticle(
        article_id=stable_id("a.txt", None), source_path="a.txt", record_key=None, encoding="utf-8",
        text=f"{_TITLE}\n\n{case.text}\n", sha256="0" * 64, metadata=Metadata(published_on=case.today),
    )  # fmt: skip
    found = [(e.event_type, e.date_start, e.date_end, e.status) for e in extract_article(article).events]
    for line in case.events:
        types, interval, status = line.split()
        fits = (*_interval(interval), status)
        kinds = types.split("|")
        hit = next((e for e in found if e[1:] == fits and (kinds == ["*"] or e[0] in kinds)), None)
        assert hit is not None, f"{line} is not among {found}"
        found.remove(hit)
    assert found == []
