"""Dated sentences that state no event, in no_events.txt: moods, markets, states of things, questions, furniture."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.extract.article import extract_article
from pipeline.intake.source import Metadata, SourceArticle

LEAD = "Benin and Togo at odds\n\nCOTONOU (Sahel) -- Benin and Togo have had a cold spring, officials say.\n\n"
LINES = (Path(__file__).parent / "no_events.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("sentence", [line for line in LINES if line and not line.startswith("#")])
def test_no_event_is_told(sentence: str) -> None:
    article = SourceArticle(
        "a", "a.txt", None, "utf-8", f"{LEAD}{sentence}\n", "0" * 64, Metadata(published_on=date(2016, 3, 18))
    )
    assert not extract_article(article).events
