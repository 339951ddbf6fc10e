"""Words in their canonical spelling: what says the same is one word, what decides a fact is known as such."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dedup.facts import fact_key, stands_alone
from pipeline.dedup.names import same_spelling
from pipeline.dedup.normal import plain
from pipeline.dedup.words import Word, read_words
from pipeline.lexicon.table import rows

LEXICONS = {
    "polarity": "form",
    "same_words": "form",
    "passing_words": "form",
    "name_spellings": "form",
    "affixes": "form",
}


def words_of(text: str) -> tuple[Word, ...]:
    return read_words(plain(text))


def canonical(text: str) -> list[str]:
    return [word.canonical for word in words_of(text) if word.kind != "passing"]


def kinds(text: str) -> dict[str, str]:
    return {word.surface: word.kind for word in words_of(text)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("it grew 5% in Sept.", "it grew 5 percent in September"),
        ("it grew 5 per cent", "it grew 5 pct"),
        ("$10.2 mln", "$10.2 million"),
        ("US$3 bn", "$3 billion"),
        ("rose .5 percent", "rose 0.5 percent"),
        ("5,200 tonnes", "5200 tons"),
        ("the U.S. and N. Korea", "United States and North Korea"),
        ("it did not pay", "it didn't pay"),
        ("exports rose", "the exports climbed"),
        ("two ferries", "2 ferries"),
        ("Mr Belov said", "Belov stated"),
        ("the Workers' Party", "the Workers Party"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("both countries", "the two countries"),
    ],
)
def test_same_wording(first: str, second: str) -> None:
    assert canonical(first) == canonical(second)
    assert fact_key(words_of(first)) == fact_key(words_of(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("rose 5 percent", "fell 5 percent"),
        ("rose 5 percent", "rises 5 percent"),
        ("it will pay", "it may pay"),
        ("it will pay", "it paid"),
        ("he is minister", "he was minister"),
        ("5 million", "5 billion"),
        ("$5", "€5"),
        ("on Monday", "on Tuesday"),
        ("in May", "in March"),
        ("exports to", "imports to"),
        ("a minister", "a deputy minister"),
        ("Kim visited", "Kim visited?"),
        ("rose -5", "rose 5"),
        ("rose .5 percent", "rose 5 percent"),
        ("₴5", "₺5"),
        ("±5", "5"),
        ("5‰", "5%"),
        ("from the US $5 million", "from the $5 million"),
        ("some 5 tons", "all 5 tons"),
        ("it opens", "it opened"),
    ],
)
def test_other_statement(first: str, second: str) -> None:
    assert canonical(first) != canonical(second)


def test_capitals_make_names_but_not_at_the_start_of_a_sentence() -> None:
    assert kinds("He met An and The Hague agreed") == {
        "He": "name", "met": "word", "An": "name", "and": "word", "The": "name", "Hague": "name", "agreed": "consent",
    }  # fmt: skip
    assert kinds("It ended. The port closed")["The"] == "passing"
    assert kinds("the verb may march")["may"] == "modality"
    assert kinds("in May")["May"] == "date"


def test_a_medium_is_one_word() -> None:
    assert canonical("the Korean Central News Agency said") == canonical("the KCNA said")


def test_fact_key_counts_but_does_not_order() -> None:
    assert fact_key(words_of("5 in May and 6 in June")) == fact_key(words_of("6 in May and 5 in June"))
    assert fact_key(words_of("5 and 5")) != fact_key(words_of("5 and more"))


def test_what_stands_alone() -> None:
    assert stands_alone(words_of("The mill near Baku took on ninety more weavers"), 8)
    assert not stands_alone(words_of("the talks lasted long and the air was friendly"), 8)
    assert not stands_alone(words_of("Orlov declined to comment"), 8)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Sergei", "Sergey", True),
        ("Alexandr", "Alexander", True),
        ("Yury", "Yuri", True),
        ("Choe", "Choi", True),
        ("Minnikhanov", "Minikhanov", True),
        ("Erdogan", "Erdoğan", True),
        ("Iran", "Iraq", False),
        ("Austria", "Australia", False),
        ("Niger", "Nigeria", False),
        ("Jong-un", "Jong-il", False),
        ("Yong-ho", "Yong-su", False),
        ("Ivan", "Ivana", False),
        ("Shanxi", "Shaanxi", False),
    ],
)
def test_spellings_of_a_name(first: str, second: str, same: bool) -> None:
    assert same_spelling(first.split("-"), second.split("-")) is same
    assert same_spelling(second.split("-"), first.split("-")) is same


def test_no_two_states_are_spellings_of_each_other() -> None:
    folded: dict[str, tuple[str, str]] = {}
    for row in rows("countries"):
        form = row["form"].casefold()
        for other, (code, name) in folded.items():
            assert code == row["code"] or not same_spelling([other], [form]), (name, row["form"])
        if " " not in form and len(form) > 3 and row["kind"] == "name":
            folded[form] = (row["code"], row["form"])


@pytest.mark.parametrize("name", LEXICONS)
def test_lexicon_is_sorted_and_names_each_form_once(name: str) -> None:
    table = [tuple(row.values()) for row in rows(name)]
    forms = [row[LEXICONS[name]] for row in rows(name)]
    assert table == sorted(table)
    assert sorted(set(forms)) == sorted(forms)


def test_every_word_of_the_lexicons_is_reached() -> None:
    for row in rows("polarity"):
        (word,) = words_of(f"x {row['form']}")[1:]
        assert (word.kind, word.canonical) == (row["axis"], f"{row['axis']}:{row['pole']}")
    for row in rows("passing_words"):
        assert kinds(f"x {row['form']}")[row["form"]] == "passing"
    for row in rows("same_words"):
        assert canonical(f"x {row['form']}") == canonical(f"x {row['means']}"), row["form"]


@given(st.text())
def test_any_text_is_read_and_equal_texts_read_equal(text: str) -> None:
    assert words_of(text) == words_of(plain(text))


@given(st.text(alphabet="abc ABC12.,%$?-'\" "))
def test_all_digits_are_words(text: str) -> None:
    read = "".join(c for word in words_of(text) for c in word.surface if c.isdigit())
    assert read == "".join(c for c in plain(text) if c.isdigit())


@pytest.mark.parametrize(
    "unit", ["a", "A.", "1", "1,", "1.", "'a", "- ", "a'", "( ", "said ", "more ", "Korean Central "]
)
def test_hostile_text_is_read_in_linear_time(unit: str) -> None:
    text = unit * (65_536 // len(unit))
    start = time.process_time()
    read_words(text)
    assert time.process_time() - start < 0.5


def test_a_numeral_of_another_script_is_a_number() -> None:
    assert [word.kind for word in read_words("𐋡A")] == ["number"]
