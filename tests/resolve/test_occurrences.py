"""Reports of one occurrence share an id; other occurrences of the same day do not."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.facts import Event
from pipeline.resolve.occurrences import Report, find_occurrences

DAY = date(2020, 5, 4)
VISIT = Event(
    paragraph=1, char_start=100, char_end=150, evidence="Neto visited a copper mill in Lusaka on May 4.", rule="rule", date_text="May 4",
    date_start=DAY, date_end=DAY, date_precision="day", date_method="explicit", event_type="CONSULT", trigger="visited", status="occurred",
    source_country="AGO", target_country=None, countries=("AGO", "ZMB"), location=None, participants=(),
)  # fmt: skip
MONTH = {"date_start": date(2020, 5, 1), "date_end": date(2020, 5, 31)}


def report(name: str, *participants: str, **changes: object) -> Report:
    """A report of the article that its first letter names."""
    return Report(name, name[0], replace(VISIT, **changes), participants)  # type: ignore[arg-type]


def shared(*reports: Report) -> list[str]:
    found = find_occurrences(reports)
    assert found.keys() == {report.event_id for report in reports}
    return [found[report.event_id] for report in reports]


def test_two_reports_of_one_visit() -> None:
    assert shared(report("b1", "neto"), report("a1", "neto", trigger="visit")) == ["a1", "a1"]


@pytest.mark.parametrize(
    "changes",
    [
        {"countries": ("AGO",)},
        {"status": "planned"},
        {"location": "Lusaka"},
        {"trigger": "toured", "evidence": "The Angolan minister visited a copper mill on Monday."},
    ],
)
def test_reports_may_say_less_or_say_it_otherwise(changes: dict[str, object]) -> None:
    assert shared(report("a1"), report("b1", **changes)) == ["a1", "a1"]


@pytest.mark.parametrize(
    "changes",
    [
        {"event_type": "AGREE", "trigger": "signed", "evidence": "Neto signed a protocol on fish in Lusaka on May 4."},
        {"countries": ("AGO", "COD")},
        {"countries": ()},
        {"status": "cancelled"},
        {"date_start": date(2020, 5, 3), "date_end": date(2020, 5, 3)},
        {"trigger": "talks", "evidence": "Angola and Zambia held talks on fish that day."},
    ],
)
def test_another_occurrence_stays_apart(changes: dict[str, object]) -> None:
    assert shared(report("a1"), report("b1", **changes)) == ["a1", "b1"]


def test_other_people_and_other_places_stay_apart() -> None:
    assert shared(report("a1", "neto"), report("b1", "banda")) == ["a1", "b1"]
    assert shared(report("a1", "neto", "banda"), report("b1", "neto", "phiri")) == ["a1", "b1"]
    assert shared(report("a1", location="Lusaka"), report("b1", location="Ndola")) == ["a1", "b1"]


def test_an_article_does_not_report_an_occurrence_twice() -> None:
    assert shared(report("a1", "neto"), report("a2", "neto")) == ["a1", "a2"]


def test_groups_are_complete() -> None:
    lusaka, ndola = report("a1", "neto", location="Lusaka"), report("b1", "neto", location="Ndola")
    found = shared(lusaka, ndola, report("c1", "neto"))
    assert found[0] != found[1]
    assert found[2] in found[:2]


def test_a_month_joins_the_one_day_that_fits() -> None:
    vague = report("c1", "neto", **MONTH)
    assert shared(report("a1", "neto"), report("b1", "neto"), vague) == ["a1", "a1", "a1"]
    other_day = report("b1", "neto", date_start=date(2020, 5, 9), date_end=date(2020, 5, 9))
    assert shared(report("a1", "neto"), other_day, vague) == ["a1", "b1", "c1"]


def test_a_month_needs_more_than_like_acts() -> None:
    elsewhere = "Neto visited a school in May."
    assert shared(report("a1"), report("b1", evidence=elsewhere, **MONTH)) == ["a1", "b1"]
    assert shared(report("a1", location="Lusaka"), report("b1", location="Lusaka", **MONTH)) == ["a1", "a1"]


def test_what_took_place_and_what_was_called_off_are_not_joined_by_what_was_planned() -> None:
    found = shared(report("a1"), report("b1", status="cancelled"), report("c1", status="planned"))
    assert found[0] != found[1]
    assert found[2] in found[:2]


def test_a_day_joins_no_month_that_several_days_fit() -> None:
    days = [report(f"{name}1", **day(number)) for name, number in (("a", 4), ("b", 9))]
    assert shared(*days, report("c1", **MONTH)) == ["a1", "b1", "c1"]
    assert shared(days[0], report("c1", **MONTH)) == ["a1", "a1"]


def day(number: int) -> dict[str, object]:
    return {"date_start": date(2020, 5, number), "date_end": date(2020, 5, number)}


def test_a_chain_of_intervals_is_complete() -> None:
    week = {"date_start": date(2020, 5, 4), "date_end": date(2020, 5, 10)}
    assert shared(report("a1"), report("b1", **week), report("c1", **MONTH)) == ["a1", "a1", "a1"]
    other_place = report("c1", location="Ndola", **MONTH)
    assert shared(report("a1", location="Lusaka"), report("b1", **week), other_place) == ["a1", "a1", "c1"]


def test_one_article_tells_both_acts_of_a_sentence_and_each_finds_its_own() -> None:
    evidence = "Neto met ministers and signed a protocol on copper in Lusaka on May 4."
    met = {"trigger": "met", "evidence": evidence}
    signed = {"trigger": "signed", "event_type": "AGREE", "evidence": evidence}
    found = shared(report("a1", **met), report("a2", **signed), report("b1", **met), report("b2", **signed))
    assert found == ["a1", "a2", "a1", "a2"]


REPORTS = st.lists(
    st.builds(
        lambda article, people, place, vague: (article, people, place, vague),
        st.sampled_from("abcd"),
        st.lists(st.sampled_from(["neto", "banda"]), unique=True, max_size=2),
        st.sampled_from([None, "Lusaka", "Ndola"]),
        st.booleans(),
    ),
    max_size=8,
)


@given(REPORTS, st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_and_are_named_after_their_smallest(
    drawn: list[tuple[str, list[str], str | None, bool]], rng: random.Random
) -> None:
    reports = [
        report(f"{article}{number}", *people, location=place, **(MONTH if vague else {}))
        for number, (article, people, place, vague) in enumerate(drawn)
    ]
    found = find_occurrences(reports)
    rng.shuffle(reports)
    assert find_occurrences(reports) == found
    for name in set(found.values()):
        group = [event_id for event_id, occurrence in found.items() if occurrence == name]
        assert name == min(group)
        assert len({event_id[0] for event_id in group}) == len(group)
