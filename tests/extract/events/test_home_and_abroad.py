"""Which acts a state does at home and which towards the other state of the story, told in the tables beside."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.extract.article import extract_article
from pipeline.intake.source import Metadata, SourceArticle

TABLES = [
    Path(__file__).parent / name
    for name in ("home_and_abroad.txt", "beside_the_story.txt", "newswire.txt", "unmeant.txt")
]


def _cases() -> list[tuple[str, str, str]]:
    """Story, sentence and the states that take part in what the sentence tells."""
    found, story = [], ""
    for line in [line for table in TABLES for line in table.read_text(encoding="utf-8").splitlines()]:
        if line.startswith("> "):
            story = line[2:].replace(" | ", "\n\n")
        elif line and not line.startswith("#"):
            states, sentence = line.split(" | ")
            found.append((story, sentence, states))
    return found


@pytest.mark.parametrize(("story", "sentence", "states"), _cases(), ids=[case[1] for case in _cases()])
def test_the_other_state_takes_part_in_acts_towards_it_alone(story: str, sentence: str, states: str) -> None:
    article = SourceArticle(
        "a", "a.txt", None, "utf-8", f"{story}\n\n{sentence}\n", "0" * 64, Metadata(published_on=date(2016, 3, 18))
    )
    told = [event for event in extract_article(article).events if event.evidence == sentence]
    assert " ".join(told[-1].countries) == states
