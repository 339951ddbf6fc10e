"""States that are gone, and names that hold a place's."""

import pytest

from pipeline.extract import extract_article
from pipeline.intake.source import Metadata, SourceArticle


def countries(sentence: str) -> list[tuple[str, ...]]:
    text = f"News\n\nSEOUL, May 4, 2016 (Coastal Wire) -- {sentence}\n"
    article = SourceArticle("a", "a.txt", None, "utf-8", text, "0" * 64, Metadata())
    return [event.countries for event in extract_article(article).events]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Soviet Union and North Korea signed a treaty in July 1961.", ("PRK", "SUN")),
        ("Vietnam and Russia signed an agreement on debts to the Soviet Union in September 2000.", ("RUS", "VNM")),
        ("North Korea signed an accord on its debt with the former Soviet Union in September 2012.", ("PRK", "RUS")),
    ],
)
def test_after_its_end_a_state_is_its_heir(sentence: str, expected: tuple[str, ...]) -> None:
    assert countries(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Yugoslavia signed a pact with Cyprus on Monday.", ("CYP", "YUG")),
        ("Belgrade accused Cyprus of fraud on Monday.", ("CYP", "YUG")),
        ("Serbia held a vote on Monday.", ("SRB",)),
    ],
)
def test_a_seat_stood_for_the_state_that_is_gone(sentence: str, expected: tuple[str, ...]) -> None:
    text = f"News\n\nNICOSIA, May 4, 1999 (Coastal Wire) -- {sentence}\n"
    article = SourceArticle("a", "a.txt", None, "utf-8", text, "0" * 64, Metadata())
    assert [event.countries for event in extract_article(article).events] == [expected]


def test_one_german_state_was_never_the_other() -> None:
    assert countries("East Germany and Czechoslovakia signed a treaty in May 1985.") == [("CSK", "DDR")]
    assert countries("Germany and Norway signed a treaty in May 1985.") == [("DEU", "NOR")]


def test_a_place_inside_a_persons_name_is_no_party() -> None:
    sentence = "Chinese envoy Wu Dawei and North Korean Vice Foreign Minister Kim Yong-il met on May 3, 2016."
    assert countries(sentence) == [("CHN", "PRK")]


def test_a_counterpart_acts_for_the_state_that_the_word_before_names() -> None:
    text = (
        "Border plan\n\nLIMA, July 8, 2014 (Coastal Wire) -- Peruvian President Ana Solano and her Chilean counterpart, "
        "Otto Vergara, met on Monday.\n\nVergara, a retired general who took office in January 2012, flew home on Tuesday.\n"
    )
    article = SourceArticle("a", "a.txt", None, "utf-8", text, "0" * 64, Metadata())
    told = {event.trigger: event.countries for event in extract_article(article).events}
    assert told["took office"] == ("CHL",)
    assert told["met"] == ("CHL", "PER")
