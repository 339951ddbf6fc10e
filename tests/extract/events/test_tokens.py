"""The words of a sentence as columns."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.events.tokens import tokenize


@given(st.text(alphabet="Aéb1_ ’'-.,İß", max_size=40))
def test_words_and_gaps_make_up_the_sentence(sentence: str) -> None:
    tokens = tokenize(sentence)
    parts = [part for pair in zip(tokens.gaps, (*tokens.texts, ""), strict=True) for part in pair]
    assert "".join(parts) == sentence
    assert [sentence[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == list(tokens.texts)
    assert tokens.lowers == tuple(text.casefold() for text in tokens.texts)


def test_a_word_keeps_its_hyphen_and_apostrophe() -> None:
    tokens = tokenize("Peru’s inter-American talks, 3 of them")
    assert tokens.texts == ("Peru’s", "inter-American", "talks", "of", "them")
    assert tokens.gaps == ("", " ", " ", ", 3 ", " ", "")
    assert [tokens.upper(at) for at in range(6)] == [True, False, False, False, False, False]
