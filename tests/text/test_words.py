"""Words are cut as their pattern finds them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.words import WordCutter

WORDS = [r"\w+", r"[^\W\d_](?:[^\W\d_]|-)*", r"[^\W\d_]+(?:'[^\W\d_]+)?"]


@pytest.mark.parametrize("word", WORDS)
@given(text=st.text(alphabet="aB-' .5_“’\x1cé²\n\u00a0\u2028中İ", max_size=30) | st.text(max_size=30))
def test_words_are_those_that_the_pattern_finds(word: str, text: str) -> None:
    pattern = re.compile(word)
    lowered = text.lower()
    assert WordCutter(pattern).words(lowered) == pattern.findall(lowered)
