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
}
_TABLE = (Path(__file__).parent / "pages.tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("row", [line for line in _TABLE if not line.startswith("#")])
def test_page(row: str) -> None:
    page, url, day, method = row.split("\t")
    text = page.replace("¶", "\n\n").replace("⏎", "\n").format(**_PARTS)
    found = read_masthead(read_page(text), Metadata(url=url or None))
    assert (str(found.published_on or ""), found.published_on_method) == (day, method)
