"""The normal form joins what is typeset differently, and nothing that is said differently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dedup.normal import normal, plain


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“Landmark” deal", '"Landmark" deal'),
        ("the North’s ties", "the North's ties"),
        ("5,200\u00a0tons", "5,200  tons"),
        ("April 22–28", "April 22-28"),
        ("so\u00adcalled", "socalled"),
        ("\ufeffＫＣＮＡ ﬁle", "KCNA file"),
        ("Pen\u0303a", "Peña"),
        ("wait -- what", "wait — what"),
        ("EXPORTS ROSE", "Exports rose"),
        ("line\nbreak\tand\r\nspace ", " line break and space"),
    ],
)
def test_one_text_typeset_twice(first: str, second: str) -> None:
    assert normal(first) == normal(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("10²", "102"),
        ("1½ tons", "11/2 tons"),
        ("-5", "5"),
        ("3.5", "35"),
        ("H₂O 2", "H2O 2"),
        ("① 5", "1 5"),
        ("$5", "€5"),
    ],
)
def test_other_numbers_stay_other(first: str, second: str) -> None:
    assert normal(first) != normal(second)


def test_plain_keeps_the_case() -> None:
    assert plain("The “US” said") == 'The "US" said'


@given(st.text())
def test_normal_form_is_final(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert "  " not in once
    assert once == once.strip()


@given(st.text(alphabet="0123456789., -%$", min_size=1))
def test_digits_survive(text: str) -> None:
    assert [c for c in normal(text) if c.isdigit()] == [c for c in text if c.isdigit()]
