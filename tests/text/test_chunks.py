"""Chunks cover a text's signs in order, and what is known of a string is found out once."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.chunks import Known, placed_chunks

TEXTS = st.text(alphabet="ab-.,'’é \n\t\u00a0", max_size=60)


@given(TEXTS)
def test_each_chunk_stands_where_it_is_said_to(text: str) -> None:
    chunks, starts = placed_chunks(text)
    assert "".join(chunks) == text
    assert all(text.startswith(chunk, start) for chunk, start in zip(chunks, starts, strict=True))


def test_a_chunk_ends_behind_a_blank_or_a_line_end() -> None:
    assert placed_chunks("Two  words.\n\nEnd")[0] == ["Two ", " ", "words.\n", "\n", "End"]


def test_what_is_known_is_found_out_once() -> None:
    asked: list[str] = []
    known = Known[int](lambda text: asked.append(text) or len(text))
    assert [known["tea"], known["tea"], known["cup"]] == [3, 3, 3]
    assert asked == ["tea", "cup"]


def test_long_strings_are_not_kept() -> None:
    known = Known[int](len)
    assert known["x" * 1000] == 1000
    assert not known
