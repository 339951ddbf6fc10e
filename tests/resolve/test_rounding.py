"""What a reported number can stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.resolve.rounding import Span, span_of


def span(value: float, qualifier: str | None = None, rough: bool = False) -> tuple[float, float]:
    found = span_of(value, None, qualifier, rough)
    return pytest.approx(found.low), pytest.approx(found.high)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        (10.2e6, 10.15e6, 10.25e6),
        (10e6, 9.5e6, 10.5e6),
        (100e6, 95e6, 105e6),
        (2e9, 1.8e9, 2.2e9),
        (5200, 5150, 5250),
        (12, 11.5, 12.5),
        (10.96e9, 10.955e9, 10.965e9),
        (61.5, 61.45, 61.55),
        (3, 2.5, 3.5),
        (0, 0, 0),
    ],
)
def test_a_plain_number_stands_for_what_rounds_to_it(value, low, high):
    assert span(value) == (low, high)
    assert span(-value) == (-high, -low)


@pytest.mark.parametrize(
    ("qualifier", "low", "high"),
    [
        ("about", 9e6, 11e6),
        ("almost", 9e6, 10.5e6),
        ("over", 10e6, 20e6),
        ("at_least", 10e6, 20e6),
        ("under", 0, 10e6),
        ("up_to", 0, 10e6),
    ],
)
def test_words_allow_more(qualifier, low, high):
    assert span(10e6, qualifier) == (low, high)


def test_about_ten_million_is_said_of_ten_point_two():
    about, exact = span_of(10e6, None, "about", True), span_of(10.2e6, None, None, False)
    assert about.meets(exact)
    assert not about.meets(span_of(12e6, None, None, False))


def test_a_number_in_words_is_rough():
    assert span(50, rough=True) == (45, 55)


def test_a_range_reaches_from_end_to_end():
    found = span_of(5e6, 7e6, None, False)
    assert (found.low, found.high) == (pytest.approx(4.5e6), pytest.approx(7.5e6))
    falling = span_of(-3.0, -5.0, None, False)
    assert (falling.low, falling.high) == (-5.5, -2.5)


@given(
    st.floats(0, 1e15, allow_nan=False),
    st.sampled_from([None, "about", "almost", "over", "under", "up_to", "at_least"]),
    st.booleans(),
)
def test_every_number_stands_for_itself_and_a_mirrored_one_for_the_mirror(value, qualifier, rough):
    found, mirrored = (span_of(number, None, qualifier, rough) for number in (value, -value))
    assert found.low <= value <= found.high
    assert found.low <= found.high
    assert (mirrored.low, mirrored.high) in {(-found.high, -found.low), (found.low, found.high)}


@given(st.floats(0.1, 1e12), st.integers(1, 6))
def test_a_number_agrees_with_what_it_rounds_to(value, digits):
    rounded = float(f"{value:.{digits}g}")
    assert span_of(rounded, None, "about", True).meets(Span(value, value)) or abs(rounded - value) > 0.1 * rounded
