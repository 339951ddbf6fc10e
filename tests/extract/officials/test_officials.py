"""What holds for every page: grounding, kinds of paragraph, one row an office, hostile and odd input."""

import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.officials import Officials, find_officials
from pipeline.extract.officials.words import TOKEN
from pipeline.text.page import PARAGRAPH_KINDS, Page, Paragraph, Sentence
from pipeline.text.paragraphs import read_page

LEAD = "North Korean leader Kim Jong Un met Russian Foreign Minister Sergei Lavrov in Pyongyang on Monday."


def page(*paragraphs: tuple[str, str]) -> Page:
    """A page of one-sentence paragraphs, each (kind, text)."""
    found, sentences, start = [], [], 0
    for position, (kind, text) in enumerate(paragraphs):
        end = start + len(text)
        assert kind in PARAGRAPH_KINDS
        found.append(Paragraph(position, kind, start, end, text))  # type: ignore[arg-type]
        sentences.append(Sentence(position, start, end, text))
        start = end + 2
    return Page("\n\n".join(text for _, text in paragraphs), tuple(found), tuple(sentences))


def titles(officials: Officials, person: str) -> list[str]:
    return [role.title for role in officials.roles if role.person == person]


def check_grounded(read: Page, officials: Officials) -> None:
    for role in officials.roles:
        assert read.text[role.char_start : role.char_end] == role.evidence
        assert role.title
        assert role.status in ("current", "former", "acting", "designate")
        assert role.organization != ""
    for mention in officials.mentions:
        assert read.text[mention.char_start : mention.char_end] == mention.text
    official = {role.person for role in officials.roles}
    assert {mention.person for mention in officials.mentions if mention.official} <= official
    keys = [(role.person, role.title, role.status, role.char_start) for role in officials.roles]
    assert len(keys) == len(set(keys))


def test_rows_are_grounded() -> None:
    read = read_page(f"Talks in Pyongyang\n\n{LEAD}\n\nMr Lavrov left on Tuesday. Kim saw him off.\n")
    officials = find_officials(read)
    check_grounded(read, officials)
    assert [mention.person for mention in officials.mentions] == [
        "Kim Jong Un",
        "Sergei Lavrov",
        "Sergei Lavrov",
        "Kim Jong Un",
    ]


@pytest.mark.parametrize("kind", ["byline", "credit", "boilerplate"])
def test_furniture_gives_no_one(kind: str) -> None:
    assert find_officials(page((kind, LEAD))) == Officials((), ())


def test_caption_gives_a_role_and_the_body_is_preferred() -> None:
    caption = find_officials(page(("caption", LEAD)))
    assert titles(caption, "Sergei Lavrov") == ["Foreign Minister"]
    both = find_officials(page(("caption", LEAD), ("body", "Russian Foreign Minister Sergei Lavrov left.")))
    assert [role.paragraph for role in both.roles if role.person == "Sergei Lavrov"] == [1]


@pytest.mark.parametrize(
    "text", ["Russian FM Leaves Pyongyang", "Lavrov Raises Issue Of Sanctions", "Minister to End Trade Rows"]
)
def test_a_verb_of_a_headline_is_nobody(text: str) -> None:
    assert find_officials(page(("headline", text), ("body", "The train left on time."))).roles == ()


def test_headline_gives_a_role_only_where_the_body_gives_none() -> None:
    headline = ("headline", "Russian envoy Sergei Lavrov in Pyongyang")
    assert titles(find_officials(page(headline, ("body", "He met nobody."))), "Sergei Lavrov") == ["envoy"]
    both = find_officials(page(headline, ("body", LEAD)))
    assert titles(both, "Sergei Lavrov") == ["Foreign Minister"]


def test_one_office_told_twice_is_one_row_at_the_fullest() -> None:
    short = ("body", "Russia's minister, Alexander Kozlov, arrived.")
    full = ("body", "Russian Minister of Natural Resources Alexander Kozlov spoke.")
    for paragraphs in ((short, full), (full, short)):
        officials = find_officials(page(*paragraphs))
        assert titles(officials, "Alexander Kozlov") == ["Minister of Natural Resources"]
        assert officials.roles[0].evidence == full[1]


def test_deputy_and_chief_stay_apart() -> None:
    officials = find_officials(
        page(("body", "Russian minister Ivan Petrov met aides."), ("body", "Petrov was deputy minister until May."))
    )
    assert sorted(titles(officials, "Ivan Petrov")) == ["deputy minister", "minister"]


def test_namesakes_of_one_article_stay_apart() -> None:
    officials = find_officials(
        page(
            ("body", "Then North Korean leader Kim Jong-il received Russian President Vladimir Putin in 2000."),
            ("body", "North Korean leader Kim Jong-un has met Putin since. Kim called the talks a success."),
        )
    )
    assert {role.person for role in officials.roles} == {"Kim Jong-il", "Kim Jong-un", "Vladimir Putin"}
    assert [mention.person for mention in officials.mentions if mention.text == "Kim"] == ["Kim Jong-un"]


def test_a_surname_goes_to_the_bearer_whose_state_fits() -> None:
    officials = find_officials(
        page(
            ("body", "South Korean Foreign Minister Park Jin met Pak Song Il, North Korea's ambassador to the UN."),
            ("body", "South Korean minister Park then left."),
        )
    )
    assert [mention.person for mention in officials.mentions if mention.text == "Park"] == ["Park Jin"]


def test_he_is_the_person_told_of() -> None:
    officials = find_officials(
        page(
            ("body", "Russian minister Ivan Petrov visited Pyongyang."),
            ("body", "He is also chairman of the committee."),
        )
    )
    assert titles(officials, "Ivan Petrov") == ["minister", "chairman of the committee"]


def test_the_minister_is_a_mention_and_no_role() -> None:
    officials = find_officials(
        page(("body", "Russian Energy Minister Ivan Petrov arrived."), ("body", "On Friday the minister left."))
    )
    assert [mention.text for mention in officials.mentions] == ["Ivan Petrov", "minister"]
    assert {mention.person for mention in officials.mentions} == {"Ivan Petrov"}
    assert len(officials.roles) == 1


def test_a_title_without_a_state_takes_none_from_nowhere() -> None:
    officials = find_officials(page(("body", "Deputy Minister Foo Bar spoke.")))
    assert [(role.title, role.country) for role in officials.roles] == [("Deputy Minister", None)]


def test_plural_title_gives_each_a_singular_one() -> None:
    officials = find_officials(page(("body", "Secretaries of State Ann Lee Moss and Carl Otto Berg spoke.")))
    assert {(role.person, role.title) for role in officials.roles} == {
        ("Ann Lee Moss", "Secretary of State"),
        ("Carl Otto Berg", "Secretary of State"),
    }


SIZE = 65_536
HOSTILE = [
    "9", " ", "(", "A", "Mr ", "President ", "X, ", "Kim-", "of ", "minister of ", "“", "and ", "’s ", "Foreign, ", "his ", "X. ",
    "President Kim, ", "Kim Jong Un, minister of ", "deputy minister and ", "Presidents A and ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("sentence", [SIZE, 200])
def test_hostile_text_takes_linear_time(unit: str, sentence: int) -> None:
    """64 KB in one sentence or in many: a quadratic reader would take minutes."""
    text = (unit * SIZE)[:SIZE]
    body = Paragraph(0, "body", 0, SIZE, text)
    cuts = range(0, SIZE, sentence)
    sentences = tuple(Sentence(0, k, min(k + sentence, SIZE), text[k : k + sentence]) for k in cuts)
    started = time.process_time()
    find_officials(Page(text, (body,), sentences))
    assert time.process_time() - started < 3


@pytest.mark.parametrize("unit", ["9", " ", "A", "A.", "'", "-", "a-", "s'", "Mr.", "٣", "’"])
def test_the_word_pattern_is_linear(unit: str) -> None:
    started = time.process_time()
    for _ in TOKEN.finditer((unit * SIZE)[:SIZE]):
        pass
    assert time.process_time() - started < 0.3


WORDS = st.sampled_from(
    [
        "President", "minister", "Minister", "of", "Trade", "and", "Kim", "Jong-un", "Vladimir", "Putin", "Russian", "North", "Korea",
        "Korea's", ",", ".", "the", "who", "is", "was", "appointed", "Mr", "Dr.", "former", "acting", "ambassador", "to", "Moscow",
        "led", "by", "delegation", "(", ")", "“", "he", "He", "said", "Gen.", "al-Sisi", "bin", "Ministers", "Presidents", "as", "-", "S.",
        "DPRK", "Workers'", "Party", "chief", "deputy", "spokesman", "for", "Security", "Council", "Sultan", "KCNA", "56", "’s", "Jun", "So",
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=40))
def test_any_words_are_read_and_rows_grounded(words: list[str]) -> None:
    read = page(("headline", "Head"), ("body", " ".join(words) or "x"))
    officials = find_officials(read)
    check_grounded(read, officials)
    assert find_officials(read) == officials


@settings(max_examples=150)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read(text: str) -> None:
    read = read_page(text)
    check_grounded(read, find_officials(read))


@settings(max_examples=100)
@given(st.text(alphabet=string.ascii_letters + " ,.'-", min_size=1, max_size=120))
def test_any_letters_are_read(text: str) -> None:
    read = page(("body", text))
    check_grounded(read, find_officials(read))
