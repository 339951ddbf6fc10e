"""Repeats within and across articles: first occurrences, dates, company, whole copies, order of arrival."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dedup.corpus import Document, Repeat, Repeats, find_repeats
from pipeline.text.page import Page, Paragraph

RAIL = "Angola and Zambia reopened the rail link between Luau and Ndola after 12 years of repairs."
PORT = "The port of Lobito handled 1.4 million tons of copper ore in 2019, its manager Ana Neto said."
LOAN = "A bank in Lisbon lent the railway $90 million for 30 new engines, the ministry of transport said."
SHORT = "He declined to comment."
FAIR = "A trade fair opened in Luanda on Wednesday with 140 firms from Brazil and Portugal."


@dataclass(frozen=True)
class Mention:
    """A date as `extract` hands it over."""

    char_start: int
    date_start: date | None
    date_end: date | None
    method: str


def page_of(paragraphs: Sequence[str], kinds: Sequence[str] = ()) -> Page:
    found, start = [], 0
    for position, text in enumerate(paragraphs):
        kind = kinds[position] if kinds else "body"
        found.append(Paragraph(position, kind, start, start + len(text), text))  # type: ignore[arg-type]
        start += len(text) + 2
    return Page("\n\n".join(paragraphs), tuple(found), ())


def article(
    name: str, *paragraphs: str, day: date | None = None, kinds: Sequence[str] = (), **dates: date | None
) -> Document:
    """An article; `dates` gives the days of relative words, the words' spaces written as underscores."""
    page = page_of(paragraphs, kinds)
    mentions = []
    for words, meant in dates.items():
        start = -1
        while (start := page.text.find(words.replace("_", " "), start + 1)) >= 0:
            mentions.append(Mention(start, meant, meant, "relative"))
    return Document(name, f"{name}.txt", day, page, mentions)


def pairs(repeats: Repeats) -> dict[tuple[str, int], tuple[str, int]]:
    return {place: (repeat.article_id, repeat.position) for place, repeat in repeats.duplicate_of.items()}


def test_a_repeat_in_one_article() -> None:
    found = find_repeats([article("a", RAIL, PORT, RAIL)])
    assert found.duplicate_of == {("a", 2): Repeat("a", 0, "exact", 1.0, "words")}
    assert found.article_of == {}


def test_a_credit_makes_a_near_repeat() -> None:
    found = find_repeats([article("a", RAIL, f"{RAIL} | License Photo", kinds=["caption", "caption"])])
    repeat = found.duplicate_of["a", 1]
    assert (repeat.position, repeat.kind, repeat.reason) == (0, "near", "affixes")
    assert 0.8 < repeat.similarity < 1


def test_an_edit_makes_a_near_repeat_and_a_changed_number_none() -> None:
    edited = (
        PORT.replace("copper ore in 2019", "copper ore in the year 2019")
        .replace("the year ", "")
        .replace(" said", " stated")
    )
    changed = PORT.replace("1.4", "1.5")
    found = find_repeats([article("a", PORT, LOAN), article("b", edited, RAIL), article("c", changed, LOAN)])
    assert pairs(found) == {("b", 0): ("a", 0), ("c", 1): ("a", 1)}
    assert found.duplicate_of["b", 0].kind == "near"
    assert found.duplicate_of["b", 0].reason == "wording"


def test_repeats_are_not_transitive() -> None:
    first = "Orlov opened the quay in Tema in 2018 with 40 guests, Interfax said."
    second = "Orlov opened the quay in Tema in 2018 with 40 guests."
    third = "Orlov opened the quay in Tema in 2018 with 40 guests, TASS said."
    found = find_repeats([article("a", first, RAIL), article("b", second, PORT), article("c", third, LOAN)])
    assert pairs(found) == {("b", 0): ("a", 0)}


def test_first_is_the_earliest_published_then_the_path_and_undated_is_last() -> None:
    late, early = article("a", RAIL, PORT, day=date(2020, 5, 2)), article("z", RAIL, LOAN, day=date(2020, 5, 1))
    undated, same_day = article("0", RAIL, FAIR), article("m", RAIL, LOAN[:-1] + " again.", day=date(2020, 5, 1))
    found = find_repeats([undated, late, early, same_day])
    assert pairs(found) == {("a", 0): ("m", 0), ("z", 0): ("m", 0), ("0", 0): ("m", 0)}


def test_what_is_not_text_is_not_compared() -> None:
    kinds = ["boilerplate", "byline", "credit", "dateline", "body"]
    lines = [
        RAIL,
        "By Ana Neto in the town of Luau, Angola",
        "Photo by Ana Neto, Luau, Angola 2020",
        "LUAU, Angola, May 4 2020",
        PORT,
    ]
    found = find_repeats([article("a", *lines, kinds=kinds), article("b", *lines[:4], LOAN, kinds=kinds)])
    assert pairs(found) == {}


@pytest.mark.parametrize("line", ["Latest Headlines", "World News", "(Yonhap)", "Read more"])
def test_a_label_repeats_nothing(line: str) -> None:
    assert pairs(find_repeats([article("a", line, RAIL, line), article("b", line, PORT)])) == {}


def test_a_line_that_says_nothing_by_itself_needs_company() -> None:
    alone = find_repeats([article("a", RAIL, SHORT, PORT), article("b", LOAN, SHORT, FAIR)])
    assert pairs(alone) == {}
    beside = find_repeats([article("a", RAIL, SHORT, PORT), article("b", LOAN, SHORT, PORT, FAIR)])
    assert pairs(beside) == {("b", 1): ("a", 1), ("b", 2): ("a", 2)}
    elsewhere = find_repeats([article("a", RAIL, SHORT, PORT), article("b", SHORT, LOAN, FAIR, PORT)])
    assert pairs(elsewhere) == {("b", 3): ("a", 2)}


def test_company_reaches_over_several_short_lines() -> None:
    other = "They shook hands."
    found = find_repeats([article("a", SHORT, other, RAIL), article("b", SHORT, other, RAIL, PORT)])
    assert pairs(found) == {("b", 0): ("a", 0), ("b", 1): ("a", 1), ("b", 2): ("a", 2)}


def test_a_short_line_repeated_in_one_article_is_a_repeat() -> None:
    assert pairs(find_repeats([article("a", SHORT, RAIL, SHORT)])) == {("a", 2): ("a", 0)}


def test_relative_dates_must_mean_the_same_across_articles() -> None:
    first = article("a", FAIR, PORT, day=date(2020, 5, 6), Wednesday=date(2020, 5, 6))
    same = article("b", FAIR, LOAN, day=date(2020, 5, 7), Wednesday=date(2020, 5, 6))
    other = article("c", FAIR, RAIL, day=date(2020, 5, 13), Wednesday=date(2020, 5, 13))
    unknown = article("d", FAIR, SHORT, Wednesday=None)
    assert pairs(find_repeats([first, same, other, unknown])) == {("b", 0): ("a", 0)}


def test_relative_dates_of_equal_words_are_equal_within_an_article() -> None:
    page = page_of([FAIR, PORT, FAIR])
    starts = [page.text.find("Wednesday"), page.text.rfind("Wednesday")]
    mentions = [
        Mention(start, date(2020, 5, day), date(2020, 5, day), "relative")
        for start, day in zip(starts, (6, 13), strict=True)
    ]
    assert pairs(find_repeats([Document("a", "a.txt", None, page, mentions)])) == {("a", 2): ("a", 0)}


def test_a_date_that_the_words_fix_is_compared_by_its_words() -> None:
    page = page_of([RAIL.replace("after", "in May 2018 after")])
    mention = Mention(page.text.find("May"), None, None, "explicit")
    found = find_repeats([Document("a", "a.txt", None, page, [mention]), Document("b", "b.txt", None, page, [])])
    assert pairs(found) == {("b", 0): ("a", 0)}


def test_a_copy_of_a_whole_article() -> None:
    kinds = ["headline", "body", "body", "body"]
    first = article("a", "Rail link reopens", RAIL, SHORT, PORT, day=date(2020, 5, 4), kinds=kinds)
    copied = article(
        "b", "Old line, new trains", f"LUAU (AP) -- {RAIL}", SHORT, PORT, day=date(2020, 5, 5), kinds=kinds
    )
    found = find_repeats([copied, first])
    assert found.article_of == {"b": "a"}
    assert pairs(found) == {("b", 1): ("a", 1), ("b", 2): ("a", 2), ("b", 3): ("a", 3)}


def test_an_excerpt_and_an_article_that_adds_are_no_copies() -> None:
    whole = article("a", RAIL, PORT, LOAN, day=date(2020, 5, 4))
    excerpt = article("b", RAIL, day=date(2020, 5, 5))
    more = article("c", RAIL, PORT, LOAN, "Zambia paid 3 percent of it, Neto said in Ndola.", day=date(2020, 5, 6))
    found = find_repeats([whole, excerpt, more])
    assert found.article_of == {}
    assert len(found.duplicate_of) == 4


def test_a_copy_of_a_copy_is_a_copy_of_the_first() -> None:
    found = find_repeats(
        [article(name, RAIL, PORT, day=date(2020, 5, day)) for name, day in (("a", 1), ("b", 2), ("c", 3))]
    )
    assert found.article_of == {"b": "a", "c": "a"}
    assert set(pairs(found).values()) == {("a", 0), ("a", 1)}


def test_an_undated_copy_of_a_whole_article_carries_its_dates_along() -> None:
    first = article("a", RAIL, FAIR, PORT, day=date(2020, 5, 6), Wednesday=date(2020, 5, 6))
    undated = article("b", RAIL, FAIR, PORT, Wednesday=None)
    found = find_repeats([first, undated])
    assert found.article_of == {"b": "a"}
    assert pairs(found)["b", 1] == ("a", 1)
    other_week = replace(
        first,
        article_id="c",
        source_path="c.txt",
        published_on=date(2020, 5, 13),
        dates=article("c", RAIL, FAIR, PORT, Wednesday=date(2020, 5, 13)).dates,
    )
    assert find_repeats([first, other_week]).article_of == {}


def test_two_articles_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="same article_id"):
        find_repeats([article("a", RAIL), article("a", PORT)])


def test_an_endless_paragraph_repeats_word_for_word_or_not_at_all() -> None:
    endless = " ".join(f"The mill number {number} in Baku wove {number} tons." for number in range(600))
    found = find_repeats(
        [article("a", endless, RAIL), article("b", endless, PORT), article("c", "The " + endless, LOAN)]
    )
    assert pairs(found) == {("b", 0): ("a", 0)}


SENTENCES = st.sampled_from([
    RAIL, PORT, LOAN, FAIR, SHORT, "They shook hands.", "Latest Headlines", f"{RAIL} (AP)", f"BAKU (AFP) -- {PORT}",
    PORT.replace(" said", " stated"), PORT.replace("1.4", "1.5"), RAIL.replace("Angola", "Malawi"), LOAN.replace("lent", "also lent"),
    RAIL.replace("reopened", "did not reopen"), LOAN.replace("$90", "€90"),
])  # fmt: skip
ARTICLES = st.lists(
    st.tuples(
        st.lists(SENTENCES, min_size=1, max_size=6), st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2020, 1, 5)))
    ),
    min_size=1,
    max_size=6,
)


@given(ARTICLES, st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_the_order_of_arrival_does_not_matter(
    articles: list[tuple[list[str], date | None]], rng: random.Random
) -> None:
    documents = [article(f"{number}", *paragraphs, day=day) for number, (paragraphs, day) in enumerate(articles)]
    found = find_repeats(documents)
    rng.shuffle(documents)
    assert find_repeats(documents) == found


@given(ARTICLES)
@settings(max_examples=200)
def test_repeats_lead_to_first_occurrences_of_the_same_facts(articles: list[tuple[list[str], date | None]]) -> None:
    documents = [article(f"{number}", *paragraphs, day=day) for number, (paragraphs, day) in enumerate(articles)]
    texts = {(d.article_id, p.position): p.text for d in documents for p in d.page.paragraphs}
    found = find_repeats(documents)
    for place, first in pairs(found).items():
        assert first not in found.duplicate_of
        for fact in ("1.4", "1.5", "Angola", "Malawi", "not ", "$90", "€90", "Ndola", "Luanda"):
            assert (fact in texts[place]) == (fact in texts[first])
    for copied, original in found.article_of.items():
        assert original not in found.article_of
        assert copied != original


@given(ARTICLES)
@settings(max_examples=100)
def test_what_is_left_without_the_repeats_repeats_nothing(articles: list[tuple[list[str], date | None]]) -> None:
    documents = [article(f"{number}", *paragraphs, day=day) for number, (paragraphs, day) in enumerate(articles)]
    found = find_repeats(documents)
    kept = []
    for document in documents:
        texts = [
            p.text for p in document.page.paragraphs if (document.article_id, p.position) not in found.duplicate_of
        ]
        if texts:
            kept.append(article(document.article_id, *texts, day=document.published_on))
    left = find_repeats(kept).duplicate_of
    assert all(len(text.split()) < 8 for text in _texts(kept, left))


def _texts(documents: list[Document], repeats: dict[tuple[str, int], Repeat]) -> list[str]:
    return [p.text for d in documents for p in d.page.paragraphs if (d.article_id, p.position) in repeats]


CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")
def test_the_shared_corpus_holds_three_repeats() -> None:
    from pipeline.text.paragraphs import read_page

    documents = [
        Document(path.name[:3], path.name, None, read_page(path.read_text(encoding="utf-8")), ())
        for path in sorted(CORPUS.glob("*.txt"))
    ]
    found = find_repeats(documents)
    texts = {(d.article_id, p.position): p.text for d in documents for p in d.page.paragraphs}
    begun = sorted((place[0], first[0], texts[place][:15], texts[first][:15]) for place, first in pairs(found).items())
    assert begun == [
        ("000", "000", "The Rodong Sinm", "The Rodong Sinm"),
        ("000", "000", "The move comes ", "The move comes "),
        ("002", "002", "St. Basil's Cat", "St. Basil's Cat"),
    ]
    assert found.article_of == {}
