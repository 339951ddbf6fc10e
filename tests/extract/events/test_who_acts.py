"""Which of the states of an event acts, and on whom."""

import pytest

from pipeline.extract.article import extract_article
from pipeline.intake.source import Metadata, SourceArticle

HEAD = "Laos and Norway\n\nOSLO, July 17, 2018 -- Laos and Norway hold talks this month, officials said.\n\n"


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The Laotian delegation led by Sisoulith arrived in Oslo on Monday.", ("LAO", "NOR")),
        ("A group headed by Norway's trade minister flew to Vientiane on Monday.", ("NOR", "LAO")),
        ("Norway's premier met on Monday with a group of Laos's ruling party led by Kham Vong.", ("NOR", "LAO")),
        ("The Laotian envoy was received by the Norwegian premier on Monday.", ("NOR", "LAO")),
        (
            "Eva Berg, Norway's trade minister, and Kham Vong, Laos's minister of energy, met on Monday.",
            ("NOR", "LAO"),
        ),
        (
            "Energy Minister Kham Vong, head of the Laotian side, and his Norwegian counterpart Eva Berg, talked on Monday.",
            ("LAO", "NOR"),
        ),
    ],
)
def test_who_acts(sentence: str, sides: tuple[str, str]) -> None:
    text = f"{HEAD}{sentence}\n"
    found = extract_article(SourceArticle("", "", None, "utf-8", text, "", Metadata())).events
    acts = [e for e in found if text[e.char_start : e.char_end] == sentence]
    assert [(event.source_country, event.target_country) for event in acts][:1] == [sides]
