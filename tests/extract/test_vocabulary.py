"""The words of a sentence that are asked for before a pattern is tried."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.vocabulary import vocabulary, word_before


def test_the_words_of_a_sentence_are_small_and_parted_at_hyphens() -> None:
    assert vocabulary("Peru's counter-terror talks (the third) ended.") == frozenset(
        {"peru", "s", "counter", "terror", "talks", "the", "third", "ended"}
    )


@given(st.text(alphabet="Abc ’'-.\n", max_size=40))
def test_whatever_a_bounded_word_of_a_pattern_finds_is_in_the_vocabulary(sentence: str) -> None:
    for word in ("a", "abc", "bc"):
        if re.search(rf"\b{word}\b", sentence, re.IGNORECASE):
            assert word in vocabulary(sentence)


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("held talks since ", "since"),
        ("talks Since the ", "since"),
        ("a stand-by ", "by"),
        ("said (in ", "in"),
        ("early mid-", "mid"),
        ("the ", ""),
        ("", ""),
        ("... ", ""),
    ],
)
def test_the_word_before_a_place(before: str, word: str) -> None:
    assert word_before(f"{before}May 2019", len(before)) == word
