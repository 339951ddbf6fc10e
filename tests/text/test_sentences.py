"""Sentences: none is cut, none are glued, and their spans point into the text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.dateline import read_dateline
from pipeline.text.sentences import split_sentences

_PASSAGES = [
    line
    for line in Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
_WORDS = st.sampled_from(
    [
        "Mr.",
        "U.S.",
        "No.",
        "5",
        "3.5",
        "Jan.",
        "He",
        "said",
        "the",
        "end.",
        "end?”",
        "“We",
        "(KCNA)",
        "...",
        "a.m.",
        "Co.",
        "\n",
    ]
)


def sentences_of(text: str) -> list[str]:
    dateline = read_dateline(text)
    skip_to = dateline.char_end if dateline is not None and dateline.complete else 0
    return [text[start:end] for start, end in split_sentences(text, skip_to=skip_to)]


@pytest.mark.parametrize("passage", _PASSAGES)
def test_passage(passage: str) -> None:
    expected = [part.strip() for part in passage.split("¦")]
    assert sentences_of(passage.replace("¦", "")) == expected


def test_a_part_of_a_text_is_split_with_offsets_of_the_whole() -> None:
    text = "Before. It rose. It fell. After."
    spans = split_sentences(text, 8, 25)
    assert [text[start:end] for start, end in spans] == ["It rose.", "It fell."]


def test_line_ends_inside_a_paragraph_are_white_space() -> None:
    assert sentences_of("Trade rose in\nMay. It\nfell in June.") == ["Trade rose in\nMay.", "It\nfell in June."]


@given(st.one_of(st.text(), st.lists(_WORDS).map(" ".join), st.lists(_WORDS).map("".join)))
def test_spans_are_ordered_and_leave_out_white_space_alone(text: str) -> None:
    at = 0
    for start, end in split_sentences(text):
        assert text[at:start].strip() == ""
        assert start < end
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""


@given(st.lists(st.sampled_from(["1", "2", "5", ".", ","]), min_size=1, max_size=12).map("".join))
def test_no_number_is_cut(number: str) -> None:
    text = f"It came to {number}7 tons in May"
    assert sentences_of(text) == [text]
