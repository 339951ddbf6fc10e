"""The day of publication in many layouts, from a table of small pages."""

from pathlib import Path

import pytest

from pipeline.extract.masthead import read_masthead
from pipeline.intake.source import Metadata
from pipeline.text.paragraphs import read_page

_PARTS = {
    "H": "Grain ships leave the port of Constanta",
    "B": "The harbour office said that twelve ships had left with barley and maize for Egypt, and that a second convoy"
    " was being loaded at the northern quays.",
    "C": "Exports through the port rose by a fifth in the year before, the customs service added, while deliveries of"
    " fertiliser fell.",
    "D": "The minister of transport is to inspect the new silos, which were built with a loan of the regional bank.",
}


def _rows(name: str) -> list[str]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _text(page: str) -> str:
    return page.replace("¶", "\n\n").replace("⏎", "\n").format(**_PARTS)


@pytest.mark.parametrize("row", _rows("pages.tsv"))
def test_page(row: str) -> None:
    page, url, day, method = row.split("\t")
    found = read_masthead(read_page(_text(page)), Metadata(url=url or None))
    assert (str(found.published_on or ""), found.published_on_method) == (day, method)


@pytest.mark.parametrize("row", _rows("datelines_without_year.tsv"))
def test_dateline_without_year(row: str) -> None:
    page, day = row.split("\t")
    found = read_masthead(read_page(_text(page)), Metadata())
    assert (str(found.published_on or ""), found.published_on_method) == (day, "inferred" if day else "none")
