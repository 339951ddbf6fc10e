"""Articles about what three states do together."""

from pipeline.extract import extract_article
from pipeline.intake.source import Metadata, SourceArticle

PAGE = """Kenya, Uganda and Rwanda to link their railways

NAIROBI, May 4, 2016 (Coastal Wire) -- The presidents of Kenya, Uganda and Rwanda met in Nairobi on Tuesday.

{sentence}

Kenya has built its part of the line, Uganda has chosen a builder, and Rwanda is looking for a loan.
"""


def countries(sentence: str) -> tuple[str, ...]:
    text = PAGE.format(sentence=sentence)
    found = extract_article(SourceArticle("a", "a.txt", None, "utf-8", text, "0" * 64, Metadata())).events
    return next(event.countries for event in found if event.evidence == sentence)


def test_the_trio_is_all_three() -> None:
    assert countries("The trio signed the railway accord on August 28, 2013.") == ("KEN", "RWA", "UGA")


def test_an_act_of_nobody_named_in_a_story_of_three_is_theirs() -> None:
    sentence = "The trilateral scheme was launched in June 2013."
    assert countries(sentence) == ("KEN", "RWA", "UGA")


def test_two_remain_two() -> None:
    assert countries("Kenya and Uganda opened a border post on March 2.") == ("KEN", "UGA")
