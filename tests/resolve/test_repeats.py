"""Facts of repeated paragraphs: moved to the first occurrence, dropped where another article has it, counted."""

from datetime import date

from pipeline.dedup.corpus import Repeat, Repeats
from pipeline.extract.facts import Event, Role, TradeFigure
from pipeline.resolve.repeats import ArticleRepeats, article_repeats, at_first_occurrence, copies
from pipeline.text.page import Page, Paragraph, Sentence


def repeat(article_id: str, position: int) -> Repeat:
    return Repeat(article_id, position, "exact", 1.0, "words")


def page_of(*paragraphs: tuple[str, ...]) -> Page:
    """A page of paragraphs, each given by its sentences."""
    text, found, sentences = "", [], []
    for position, parts in enumerate(paragraphs):
        begin = len(text)
        for part in parts:
            sentences.append(Sentence(position, len(text), len(text) + len(part), part))
            text += part + " "
        found.append(Paragraph(position, "body", begin, len(text) - 1, text[begin : len(text) - 1]))
        text += "\n"
    return Page(text, tuple(found), tuple(sentences))


def event(page: Page, sentence: int, trigger: str = "signed", date_text: str = "May 4") -> Event:
    at = page.sentences[sentence]
    day = date(2020, 5, 4)
    return Event(
        paragraph=at.paragraph, char_start=at.char_start, char_end=at.char_end, evidence=at.text, rule="rule", date_text=date_text,
        date_start=day, date_end=day, date_precision="day", date_method="explicit", event_type="AGREE", trigger=trigger, status="occurred",
        source_country="AGO", target_country="ZMB", countries=("AGO", "ZMB"), location=None, participants=(),
    )  # fmt: skip


def test_a_paragraph_counts_once_for_each_other_article_that_carries_it() -> None:
    repeats = Repeats(
        {("b", 1): repeat("a", 0), ("b", 4): repeat("a", 0), ("c", 0): repeat("a", 0), ("a", 5): repeat("a", 2)}, {}
    )
    assert copies(repeats) == {("a", 0): 2}


def test_repeats_of_an_article_are_told_apart() -> None:
    duplicate_of = {
        ("b", 1): repeat("a", 0),
        ("b", 3): repeat("b", 2),
        ("b", 4): repeat("a", 0),
        ("a", 9): repeat("a", 2),
    }
    found = article_repeats("b", Repeats(duplicate_of, {}), range(6))
    assert found == ArticleRepeats(within={3: 2, 4: 1}, elsewhere=frozenset({1, 4}))


PAGE = page_of(
    ("The mill opened.", "Angola and Zambia signed a pact on May 4."),
    ("It rained.",),
    ("The mill opened.", "Angola and Zambia signed a pact on May 4. (AP)"),
)
WITHIN = ArticleRepeats({2: 0}, frozenset())


def test_a_fact_told_in_both_places_stands_once_at_the_first() -> None:
    first, second = event(PAGE, 1), event(PAGE, 4)
    assert at_first_occurrence(PAGE, [first, second], WITHIN) == [first]


def test_a_fact_told_in_the_repeat_alone_moves_to_the_first_occurrence() -> None:
    (moved,) = at_first_occurrence(PAGE, [event(PAGE, 4)], WITHIN)
    assert moved == event(PAGE, 1)
    assert PAGE.text[moved.char_start : moved.char_end] == moved.evidence


def test_another_act_of_the_same_sentence_is_another_fact() -> None:
    found = at_first_occurrence(PAGE, [event(PAGE, 1, "signed"), event(PAGE, 4, "opened")], WITHIN)
    assert [(fact.paragraph, fact.trigger) for fact in found] == [(0, "signed"), (0, "opened")]


def test_a_fact_whose_sentence_the_first_occurrence_lacks_is_dropped() -> None:
    page = page_of(("It rained on the mill.",), ("Angola and Zambia signed a pact on May 4.",))
    assert at_first_occurrence(page, [event(page, 1)], ArticleRepeats({1: 0}, frozenset())) == []


def test_roles_and_figures_move_too() -> None:
    at = PAGE.sentences[4]
    ground = {
        "paragraph": at.paragraph,
        "char_start": at.char_start,
        "char_end": at.char_end,
        "evidence": at.text,
        "rule": "rule",
    }
    role = Role(
        **ground,
        person="Ana Neto",
        name_text="Neto",
        title="minister",
        organization=None,
        country="AGO",
        status="current",
    )  # type: ignore[arg-type]
    figure = TradeFigure(
        **ground, flow="export", measure="level", value=5.0, value_high=None, unit="t", per=None, alternate_value=None, alternate_unit=None,
        value_text="5 tons", approximate=False, qualifier=None, direction=None, commodity=None, commodity_hs=None, exporter=None, importer=None,
        countries=(), period_text=None, period_start=None, period_end=None, baseline_text=None, status="actual",
    )  # type: ignore[arg-type]  # fmt: skip
    assert [fact.paragraph for fact in at_first_occurrence(PAGE, [role, role], WITHIN)] == [0, 0]
    assert [fact.paragraph for fact in at_first_occurrence(PAGE, [figure], WITHIN)] == [0]
