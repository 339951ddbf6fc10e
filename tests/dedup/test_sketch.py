"""Sketches: equal words give equal keys, on every machine; more alike paragraphs share more bands."""

import numpy as np
import xxhash
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dedup.sketch import BANDS, band_keys


def digests(text: str) -> list[int]:
    return [xxhash.xxh3_64_intdigest(word.encode()) for word in text.split()]


TEXTS = st.lists(st.text(alphabet="abcd ", max_size=40), max_size=8)


@given(TEXTS)
def test_a_paragraph_has_the_same_keys_in_any_company(texts: list[str]) -> None:
    together = band_keys([digests(text) for text in texts])
    assert together.shape == (len(texts), BANDS)
    for number, text in enumerate(texts):
        assert (band_keys([digests(text)])[0] == together[number]).all()


def test_keys_never_change() -> None:
    (keys,) = band_keys([digests("a ferry links the two ports")])
    assert f"{keys[0]:016x}" == "688c61fde228f0a5"


def test_likeness_shows_in_the_bands() -> None:
    words = [f"word{number}" for number in range(40)]
    near, far = words.copy(), words.copy()
    near[20] = "other"
    far[10:30] = [f"other{number}" for number in range(20)]
    base, one, half = band_keys([digests(" ".join(text)) for text in (words, near, far)])
    assert np.sum(base == one) > np.sum(base == half)


def test_a_paragraph_without_words_has_no_keys() -> None:
    assert not band_keys([[]]).any()
