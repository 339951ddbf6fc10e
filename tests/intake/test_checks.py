"""Which decoded texts are articles."""

import pytest

from pipeline.intake.checks import check_text
from pipeline.intake.errors import Refused
from pipeline.intake.limits import Limits

_STORY = "The customs office said on Monday that exports of coal rose by a tenth in the first quarter. " * 5


@pytest.mark.parametrize(
    "text",
    [
        _STORY,
        _STORY + "\u202eturned\u202c \u200bwide",
        _STORY + "one stray \x02 mark and one \ufffd too",
        _STORY + "a < b and c > d, <b>bold</b> and <i>italic</i>",
        "Coal exported",
        "Kim visits Moscow",
    ],
)
def test_articles(text: str) -> None:
    check_text(text, Limits())


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "empty"),
        ("\u2028 \t", "empty"),
        (_STORY + "\0", "binary"),
        (_STORY + "\udc80", "surrogates"),
        (_STORY + "\x1b[0m", "control_characters"),
        (_STORY + "\x07" * 20, "control_characters"),
        (_STORY + "\ufffd" * 20, "encoding"),
        ("<html><p>" + _STORY, "markup"),
        (_STORY.replace("coal", "<b>coal</b>"), "markup"),
        ("12 34 – 56", "no_text"),
        ("Le ministre a dit que les discussions dans la ville sont finies.", "language"),
        ("lorem ipsum dolor amet consectetur " * 10, "language"),
    ],
)
def test_no_articles(text: str, rule: str) -> None:
    with pytest.raises(Refused) as caught:
        check_text(text, Limits())
    assert caught.value.rule == rule


def test_length() -> None:
    check_text(_STORY, Limits(max_article_chars=len(_STORY)))
    with pytest.raises(Refused, match="the limit for one article"):
        check_text(_STORY, Limits(max_article_chars=len(_STORY) - 1))


def test_a_page_may_speak_of_tags() -> None:
    check_text(_STORY.replace("coal", "<b>coal</b>"), Limits(), markup=True)
