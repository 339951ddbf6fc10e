"""The guard passes edits that change no fact and blocks all others, and says why."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dedup.guard import Verdict, judge
from pipeline.dedup.normal import plain
from pipeline.dedup.words import read_words

BASE = (
    "Trade Minister Sergei Malkov said in Baku on May 4 that Angola exported 5,200 tons of wheat to Ghana last year, "
    "up 12.5 percent, and will supply machine tools worth $3 million."
)


def verdict(first: str, second: str) -> Verdict:
    found = judge(read_words(plain(first)), read_words(plain(second)))
    back = judge(read_words(plain(second)), read_words(plain(first)))
    assert found.same == back.same
    return found


def edited(old: str, new: str) -> str:
    assert old in BASE
    return BASE.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("percent", "per cent", "wording"),
        ("said in Baku", "also said in Baku", "wording"),
        ("$3 million", "$3 mln", "wording"),
        ("on May 4 that", "on May 4", "wording"),
        ("Sergei", "Sergey", "transliteration"),
        ("million.", "million, Interfax reported.", "attribution"),
        ("machine tools", "machine-tools", "wording"),
        ("Trade Minister", "Trade Minister Mr", "wording"),
    ],
)
def test_edits_pass(old: str, new: str, reason: str) -> None:
    assert verdict(BASE, edited(old, new)) == Verdict(True, reason)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("5,200", "5,300", "number: 5,200 / 5,300"),
        ("12.5", "1.25", "number: 12.5 / 1.25"),
        ("May 4", "May 5", "number: 4 / 5"),
        ("May 4", "June 4", "date: May / June"),
        ("million", "billion", "scale: million / billion"),
        ("$3", "€3", "unit: $ / €"),
        ("tons", "barrels", "unit: tons / barrels"),
        ("up 12.5", "down 12.5", "direction: up / down"),
        ("exported", "imported", "flow: exported / imported"),
        ("exported", "has not exported", "negation: - / not"),
        ("will supply", "may supply", "modality: will / may"),
        ("wheat", "rice", "word: wheat / rice"),
        ("wheat", "wheat and rice", "word: - / and rice"),
        ("machine tools", "tools", "word: machine / -"),
        ("Malkov", "Malikov", "name: Malkov / Malikov"),
        ("Sergei Malkov", "Malkov", "name: Sergei / -"),
        ("Trade Minister", "Former Trade Minister", "status: - / Former"),
        ("to Ghana", "from Ghana", "role: to / from"),
        ("last year", "this year", "order: last / this"),
        ("Baku", "Batumi", "name: Baku / Batumi"),
        ("and will", "and Ghana said Angola will", "name: - / Ghana said Angola"),
    ],
)
def test_other_facts_are_blocked(old: str, new: str, reason: str) -> None:
    assert verdict(BASE, edited(old, new)) == Verdict(False, reason)


def test_exchanged_sides_are_blocked() -> None:
    swapped = BASE.replace("Angola", "#").replace("Ghana", "Angola").replace("#", "Ghana")
    assert not verdict(BASE, swapped).same
    assert not verdict("It rose from 5 to 7 tons.", "It rose from 7 to 5 tons.").same


def test_an_abbreviation_in_brackets_passes_if_it_shortens_the_name() -> None:
    with_it = "the Rason Port Authority (RPA) opened the quay"
    assert verdict(with_it, "the Rason Port Authority opened the quay") == Verdict(True, "abbreviation")
    assert not verdict(with_it.replace("RPA", "DPA"), "the Rason Port Authority opened the quay").same


def test_british_and_american_spelling_pass() -> None:
    assert verdict("they organised and initialled it", "they organized and initialed it") == Verdict(True, "spelling")
    assert not verdict("the filing of ships", "the filling of ships").same


def test_an_attribution_needs_a_medium() -> None:
    assert not verdict("the quay is open", "the quay is open, Orlov said").same


NAMES = st.sampled_from(["Angola", "Baku", "Choe", "Ghana", "Iran", "Iraq", "Malkov", "Orlov", "Yong"])
FACTS = st.one_of(
    NAMES,
    st.integers(0, 10**7).map(lambda number: f"{number:,}"),
    st.decimals(0, 1000, places=1).map(str),
    st.sampled_from(["January", "May", "Monday", "Sunday"]),
    st.sampled_from(["million", "billion", "percent", "tons", "barrels", "$", "€"]),
    st.sampled_from(["not", "never", "no", "without", "will", "may", "rose", "fell", "up", "down", "export", "import"]),
    st.sampled_from(["wheat", "coal", "ferry", "treaty", "to", "from", "before", "after", "he", "she", "all", "some"]),
)
PASSING = st.sampled_from(["the", "a", "of", "on", "in", "also", "that", "has", "reportedly"])
SENTENCES = st.lists(st.one_of(FACTS, PASSING), min_size=1, max_size=25)


@given(SENTENCES, st.data())
def test_words_that_pass_never_matter(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words)))
    passing = data.draw(PASSING)
    assert verdict("x " + " ".join(words), "x " + " ".join([*words[:at], passing, *words[at:]])).same


@given(SENTENCES, FACTS, st.data())
def test_a_changed_fact_is_never_passed(words: list[str], fact: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    other = [*words[:at], fact, *words[at + 1 :]]
    first, second = (read_words("x " + " ".join(text)) for text in (words, other))
    stated = [[word.canonical for word in text if word.kind != "passing"] for text in (first, second)]
    assert judge(first, second).same == (stated[0] == stated[1])


@given(SENTENCES, FACTS, st.data())
def test_an_added_fact_is_never_passed(words: list[str], fact: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words)))
    assert not verdict("x " + " ".join(words), "x " + " ".join([*words[:at], fact, *words[at:]])).same


NUMBERS = st.text(alphabet="0123456789.,-+%$€/ ab", max_size=12)


@given(NUMBERS, NUMBERS)
def test_what_passes_has_the_same_numbers(first: str, second: str) -> None:
    if verdict(f"x {first}", f"x {second}").same:
        assert _values(first) == _values(second)


def _values(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"\d*\.?\d+", text.replace(",", ""))]


@given(SENTENCES, SENTENCES)
def test_the_order_of_the_two_does_not_matter(first: list[str], second: list[str]) -> None:
    verdict(" ".join(first), " ".join(second))
