"""One fact told twice in an article is one row; two facts stay two."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.facts import Event, TradeFigure
from pipeline.resolve.retold import merge_events, merge_figures

BODY = frozenset({1, 2, 3, 4})

VISIT = Event(
    paragraph=1, char_start=100, char_end=150, evidence="Neto visited Lusaka on May 4.", rule="rule", date_text="May 4",
    date_start=date(2020, 5, 4), date_end=date(2020, 5, 4), date_precision="day", date_method="explicit", event_type="CONSULT",
    trigger="visited", status="occurred", source_country="AGO", target_country=None, countries=("AGO", "ZMB"), location="Lusaka",
    participants=("Ana Neto",),
)  # fmt: skip
SALE = TradeFigure(
    paragraph=1, char_start=100, char_end=150, evidence="Angola sold 500 tons of copper ore.", rule="rule", flow="export", measure="level",
    value=500.0, value_high=None, unit="t", per=None, alternate_value=None, alternate_unit=None, value_text="500 tons", approximate=False,
    qualifier=None, direction=None, commodity="copper ore", commodity_hs="26", exporter="AGO", importer="ZMB", countries=("AGO", "ZMB"),
    period_text="2019", period_start=date(2019, 1, 1), period_end=date(2019, 12, 31), baseline_text=None, status="actual",
)  # fmt: skip


def later(fact, paragraph: int = 2, **changes):  # type: ignore[no-untyped-def]
    return replace(fact, paragraph=paragraph, char_start=100 * paragraph, char_end=100 * paragraph + 50, **changes)


def headline(fact, **changes):  # type: ignore[no-untyped-def]
    return replace(fact, paragraph=0, char_start=0, char_end=40, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"trigger": "visit"},
        {"trigger": "paid a visit", "location": None, "participants": ()},
        {"location": "the city of Lusaka"},
        {"participants": ("Ana Neto", "Jo Banda")},
        {"countries": ("ZMB", "AGO")},
    ],
)
def test_a_visit_told_twice_is_one(changes: dict[str, object]) -> None:
    assert len(merge_events([VISIT, later(VISIT, **changes)], BODY)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"trigger": "talks"},
        {"participants": ("Jo Banda",)},
        {"location": "Ndola"},
        {"date_start": date(2020, 5, 3)},
        {"event_type": "AGREE"},
        {"status": "planned"},
        {"countries": ("AGO",)},
    ],
)
def test_another_event_stays(changes: dict[str, object]) -> None:
    assert len(merge_events([VISIT, later(VISIT, **changes)], BODY)) == 2


def test_who_saw_two_others_saw_them_apart() -> None:
    banda, phiri = ("Ana Neto", "Jo Banda"), ("Ana Neto", "Ros Phiri")
    assert len(merge_events([replace(VISIT, participants=banda), later(VISIT, participants=phiri)], BODY)) == 2
    told = headline(VISIT, participants=phiri)
    assert merge_events([replace(VISIT, participants=banda), told], BODY) == [replace(VISIT, participants=banda)]


def test_a_journey_under_two_verbs_is_one() -> None:
    flight = later(VISIT, evidence="Neto flew in on May 4.", trigger="touched down", location="Zambia")
    assert merge_events([VISIT, flight], BODY) == [VISIT]
    talks = later(VISIT, evidence="Neto held talks with Banda on May 4.", trigger="held")
    assert len(merge_events([VISIT, talks], BODY)) == 2


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        ("raid", "assault", 1),
        ("proposed", "offer", 1),
        ("celebrate", "anniversary", 1),
        ("met", "forum", 2),
        ("pact", "accord", 2),
    ],
)
def test_words_of_one_family_tell_of_one_act(first: str, second: str, rows: int) -> None:
    told = replace(VISIT, trigger=first), later(VISIT, trigger=second, evidence="It was told again.")
    assert len(merge_events(told, BODY)) == rows


def test_there_are_no_two_elections_in_a_month() -> None:
    month = replace(VISIT, date_end=date(2020, 5, 31), date_precision="month", trigger="election", participants=())
    day = later(VISIT, trigger="vote", date_start=date(2020, 5, 9), date_end=date(2020, 5, 9))
    assert merge_events([month, day], BODY) == [day]
    assert len(merge_events([replace(month, trigger="raid"), replace(day, trigger="attack")], BODY)) == 2


def test_what_is_held_is_what_took_place() -> None:
    held = replace(VISIT, evidence="The two states held talks on Monday.", trigger="held")
    begun = later(held, evidence="Their talks were to begin on Monday.", trigger="begin")
    assert merge_events([held, begun], BODY) == [held]
    assert len(merge_events([held, replace(begun, evidence="The forum was to begin on Monday.")], BODY)) == 2


def test_the_days_tell_what_the_week_was_given_for() -> None:
    week = replace(VISIT, date_start=date(2020, 5, 4), date_end=date(2020, 5, 10), date_precision="week")
    days = later(VISIT, date_end=date(2020, 5, 6), date_precision="range")
    assert merge_events([week, days], BODY) == [days]
    assert len(merge_events([replace(week, date_precision="range", date_text="May 4-10"), days], BODY)) == 2
    assert len(merge_events([week, replace(days, trigger="arrived", date_end=date(2020, 5, 4))], BODY)) == 2
    assert len(merge_events([week, replace(days, participants=("Jo Banda",))], BODY)) == 2
    month = replace(week, date_end=date(2020, 5, 31), date_precision="month", participants=())
    assert len(merge_events([month, days], BODY)) == 2
    assert merge_events([replace(month, status="planned"), replace(days, status="planned")], BODY) == [
        replace(days, status="planned")
    ]


def test_a_line_that_no_stop_ends_is_a_headline() -> None:
    line = later(VISIT, evidence="2. Angola's Neto off to see Lusaka on May 4", trigger="off")
    assert merge_events([VISIT, line], BODY) == [VISIT]


TALKS = replace(
    VISIT, evidence="Neto and Banda met in Lusaka on Monday.", date_text="Monday", trigger="met", participants=()
)


@pytest.mark.parametrize(
    ("trigger", "sentence"),
    [
        ("talks", "Roads were not a matter of Monday's talks, said Jo Banda."),
        ("session", "The long session on Monday was about roads."),
        ("dialogue", "Banda had called the Monday dialogue a test."),
    ],
)
def test_a_definite_noun_points_back(trigger: str, sentence: str) -> None:
    pointer = later(TALKS, evidence=sentence, trigger=trigger, rule="noun_date")
    assert merge_events([TALKS, pointer], BODY) == [TALKS]
    assert len(merge_events([TALKS, replace(pointer, rule="verb_date")], BODY)) == 2
    assert len(merge_events([TALKS, replace(pointer, countries=("AGO", "COD"))], BODY)) == 2


@pytest.mark.parametrize(
    ("trigger", "sentence"),
    [
        ("talks", "Neto went on to talks on Monday."),
        ("meeting", "Neto spoke at a Monday meeting of traders."),
        ("signing", "The signing on Monday took an hour."),
        ("talks", "He came from Monday's talks with Banda."),
        ("meeting", "In his meeting on Monday morning with Banda he spoke of roads."),
    ],
)
def test_another_act_of_the_day_stays(trigger: str, sentence: str) -> None:
    other = later(TALKS, evidence=sentence, trigger=trigger, rule="noun_date", participants=("Jo Banda",))
    met = replace(TALKS, participants=("Ana Neto",))
    assert len(merge_events([met, other], BODY)) == 2


def test_that_the_occasion_took_place_is_told_already() -> None:
    begun = later(
        TALKS, evidence="He spoke after the talks, which began at nine.", trigger="began", rule="linked",
        date_text="after the talks",
    )  # fmt: skip
    assert merge_events([TALKS, begun], BODY) == [TALKS]
    agreed = replace(begun, evidence="After the talks the two agreed on roads.", trigger="agreed")
    assert len(merge_events([TALKS, agreed], BODY)) == 2


def test_the_first_of_two_nouns_stays() -> None:
    pact = replace(
        TALKS, evidence="A 1984 pact between the two ended that.", trigger="pact", rule="noun_date", date_text="1984"
    )
    again = later(pact, evidence="Neto called the 1984 border pact sound.")
    assert merge_events([pact, again], BODY) == [pact]
    signed = later(pact, 3, evidence="The two signed an accord in 1984.", trigger="signed", rule="verb_date")
    assert merge_events([pact, again, signed], BODY) == [signed]


def test_a_noun_of_the_week_points_to_its_day() -> None:
    visit = replace(VISIT, evidence="Neto was welcomed to Lusaka for a visit on May 4.", trigger="welcomed")
    week = later(
        VISIT, evidence="This week's visit is his first.", trigger="visit", rule="noun_date", date_text="This week",
        date_end=date(2020, 5, 10), date_precision="week", participants=(), location=None,
    )  # fmt: skip
    assert merge_events([visit, week], BODY) == [visit]
    assert len(merge_events([replace(visit, evidence="Neto was welcomed to Lusaka."), week], BODY)) == 2


def test_two_events_of_one_sentence_stay_two() -> None:
    assert len(merge_events([VISIT, replace(VISIT, participants=("Ana Neto", "Jo Banda"))], BODY)) == 2


def test_things_that_are_held_are_not_one() -> None:
    held = replace(VISIT, trigger="held")
    assert len(merge_events([held, later(held)], BODY)) == 2
    assert len(merge_events([replace(VISIT, trigger="held talks"), later(VISIT, trigger="talks")], BODY)) == 1


def test_the_body_wins_over_a_fuller_headline_in_other_words() -> None:
    short = replace(VISIT, location=None, participants=())
    assert merge_events([headline(VISIT, trigger="in Lusaka"), short], BODY) == [short]


def test_the_fuller_sentence_wins_then_the_earlier() -> None:
    short = replace(VISIT, location=None)
    assert merge_events([short, later(VISIT)], BODY) == [later(VISIT)]
    assert merge_events([VISIT, later(VISIT)], BODY) == [VISIT]


@pytest.mark.parametrize(
    "changes",
    [
        {"commodity": "ore", "period_start": None, "period_end": None},
        {"importer": None},
        {"value_text": "five hundred tons"},
    ],
)
def test_a_figure_told_twice_is_one(changes: dict[str, object]) -> None:
    assert merge_figures([later(SALE, **changes), SALE], BODY) == [SALE]
    assert merge_figures([headline(SALE, **changes), SALE], BODY) == [SALE]


@pytest.mark.parametrize(
    "changes",
    [
        {"value": 501.0},
        {"unit": "kg"},
        {"flow": "import"},
        {"measure": "change"},
        {"importer": "COD", "countries": ("AGO", "COD")},
        {"commodity": "coal"},
        {"period_start": date(2018, 1, 1)},
        {"status": "planned"},
        {"direction": "up"} | {"measure": "change"},
    ],
)
def test_another_figure_stays(changes: dict[str, object]) -> None:
    assert len(merge_figures([SALE, later(SALE, **changes)], BODY)) == 2


@given(
    st.permutations(
        [VISIT, later(VISIT), later(VISIT, 3, trigger="talks"), headline(VISIT), later(VISIT, 4, location=None)]
    )
)
def test_the_order_of_the_facts_does_not_matter(events: list[Event]) -> None:
    kept = merge_events(events, BODY)
    assert sorted(kept, key=lambda event: event.char_start) == [VISIT, later(VISIT, 3, trigger="talks")]


def test_nothing_is_invented() -> None:
    facts = [
        later(SALE, paragraph, value=float(value))
        for paragraph, value in enumerate(random.Random(1).choices(range(5), k=20), 1)
    ]
    assert set(merge_figures(facts, frozenset(range(1, 21)))) <= set(facts)
