"""What all reports of one occurrence agree on, and in what they differ."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.resolve.occurrence_rows import occurrence_rows
from pipeline.resolve.reach import Reach
from schemas import column_names

EVENT = {
    "event_id": "a1", "occurrence_id": "a1", "article_id": "a", "paragraph_id": "pa1", "event_type": "CONSULT",
    "status": "occurred", "date_start": date(2020, 5, 4), "date_end": date(2020, 5, 4), "source_country": "AGO",
    "target_country": "ZMB", "countries": ["AGO", "ZMB"], "location": "Lusaka", "participants": ["neto"],
}  # fmt: skip
REACH = Reach(
    carriers={"pa1": frozenset("bx"), "pb1": frozenset("xy")},
    publishers={"a": "Angop", "b": "Lusaka Times", "c": "angop", "x": "Xinhua"},
    published_on={"a": date(2020, 5, 6), "b": date(2020, 5, 5), "c": None},
    paths={"a": "a.txt", "b": "b.txt", "c": "c.txt"},
)


def event(name: str, **changes: object) -> dict[str, object]:
    """A report of occurrence a1 in the article that its first letter names."""
    return {**EVENT, "event_id": name, "article_id": name[0], "paragraph_id": f"p{name}", **changes}


def only(*events: dict[str, object]) -> dict[str, object]:
    (row,) = occurrence_rows(events, REACH)
    return row


def test_reports_that_say_the_same():
    row = only(event("b1"), event("a1"))
    assert set(row) == set(column_names("occurrences"))
    assert {name: row[name] for name in EVENT if name in row and name != "event_id"} == {
        name: value for name, value in EVENT.items() if name in row and name != "event_id"
    }
    assert (row["differing"], row["event_ids"]) == ([], ["a1", "b1"])


def test_reports_copies_and_publishers_are_counted_apart():
    row = only(event("a1"), event("b1"), event("c1"))
    assert (row["n_reports"], row["n_copies"]) == (3, 2)
    assert row["sources"] == ["Angop", "Lusaka Times"]


def test_the_earliest_published_article_is_the_first_and_an_undated_one_the_last():
    assert (only(event("a1"), event("b1"))["first_article_id"], only(event("c1"))["first_article_id"]) == ("b", "c")
    assert only(event("a1"), event("c1"))["first_published_on"] == date(2020, 5, 6)
    assert only(event("c1"))["first_published_on"] is None


@pytest.mark.parametrize(
    ("column", "value", "agreed"),
    [
        ("event_type", "AGREE", None),
        ("status", "planned", None),
        ("source_country", "ZMB", None),
        ("countries", ["AGO", "COD", "ZMB"], ["AGO", "ZMB"]),
        ("countries", None, []),
        ("location", "Ndola", None),
        ("participants", ["banda", "neto"], ["neto"]),
    ],
)
def test_what_reports_differ_in_is_named_and_not_given(column, value, agreed):
    row = only(event("a1"), event("b1", **{column: value}))
    assert (row[column], row["differing"]) == (agreed, [column])


@pytest.mark.parametrize(
    ("column", "value", "agreed"),
    [("location", None, "Lusaka"), ("location", "Lusaka, Zambia", "Lusaka"), ("source_country", None, "AGO")],
)
def test_what_a_report_does_not_tell_contradicts_nobody(column, value, agreed):
    row = only(event("a1"), event("b1", **{column: value}))
    assert (row[column], row["differing"]) == (agreed, [])


def test_the_day_of_one_report_lies_in_the_month_of_another():
    row = only(event("a1"), event("b1", date_start=date(2020, 5, 1), date_end=date(2020, 5, 31)))
    assert (row["date_start"], row["date_end"]) == (date(2020, 5, 4), date(2020, 5, 4))
    assert row["differing"] == ["date_start", "date_end"]


def test_days_that_exclude_each_other_give_none():
    row = only(event("a1"), event("b1", date_start=date(2020, 5, 5), date_end=date(2020, 5, 5)))
    assert (row["date_start"], row["date_end"]) == (None, None)


@given(st.lists(st.sampled_from(["x", "y", "z"]), max_size=8))
def test_every_event_is_in_one_row(names):
    events = [event(f"{'abc'[number % 3]}{number}", occurrence_id=name) for number, name in enumerate(names)]
    rows = list(occurrence_rows(events, REACH))
    assert sorted(id_ for row in rows for id_ in row["event_ids"]) == sorted(item["event_id"] for item in events)
    assert {row["occurrence_id"] for row in rows} == set(names)
