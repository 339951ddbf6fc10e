"""The type of an act by its verb, who does it and what it is done to: sentences of one act each, in types.txt."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.extract.article import extract_article
from pipeline.intake.source import Metadata, SourceArticle
from pipeline.text.ids import stable_id


def _lines() -> list[tuple[str, frozenset[str]]]:
    """A sentence and the types that fit it, of every line of types.txt."""
    lines = (Path(__file__).parent / "types.txt").read_text(encoding="utf-8").splitlines()
    told = [line.rsplit(" | ", 1) for line in lines if line and not line.startswith("#")]
    return [(sentence, frozenset(types.split())) for sentence, types in told]


@pytest.mark.parametrize(("sentence", "types"), _lines(), ids=lambda value: value if isinstance(value, str) else "")
def test_the_type_of_an_act(sentence: str, types: frozenset[str]) -> None:
    article = SourceArticle(
        article_id=stable_id("a.txt", None), source_path="a.txt", record_key=None, encoding="utf-8",
        text=f"A report of the day\n\n{sentence}\n", sha256="0" * 64, metadata=Metadata(published_on=date(2016, 3, 18)),
    )  # fmt: skip
    found = {event.event_type for event in extract_article(article).events}
    assert found
    assert found <= types
