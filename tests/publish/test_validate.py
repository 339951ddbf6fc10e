"""Validation as a whole: structure stops the run, a refused row takes with it what hangs on it, nothing is lost."""

from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.publish.validate import StructureError, validate
from pipeline.resolve.derived import derive_tables
from schemas import STATED, TABLES, column_names


def rules(validated, table):
    return {rejection.value: rejection.rule for rejection in validated.rejections if rejection.table == table}


def test_a_missing_column_stops_the_run_with_one_clear_line(world):
    world.tables["events"] = world.tables["events"].drop(columns="date_end")

    with pytest.raises(StructureError, match=r"^events\.date_end: expected a column of that name, found none$"):
        validate(world.tables, world.texts)


def test_an_unknown_column_stops_the_run(world):
    world.tables["officials"]["age"] = 60

    with pytest.raises(StructureError, match=r"^officials\.age: expected no such column, found one$"):
        validate(world.tables, world.texts)


def test_a_column_twice_stops_the_run(world):
    frame = world.tables["officials"]
    world.tables["officials"] = pd.concat([frame, frame[["name"]]], axis="columns")

    with pytest.raises(StructureError, match=r"officials\.name: expected one column of that name, found 2"):
        validate(world.tables, world.texts)


def test_a_missing_or_unknown_table_stops_the_run(world):
    with pytest.raises(StructureError, match=r"^notes: expected no such table, found one$"):
        validate({**world.tables, "notes": pd.DataFrame()}, world.texts)

    del world.tables["events"]
    with pytest.raises(StructureError, match=r"^events: expected a table of that name, found none$"):
        validate(world.tables, world.texts)


@pytest.mark.parametrize(
    ("table", "column", "value", "expected", "found"),
    [
        ("events", "date_start", "2020-05-02", "date32[day]", "str '2020-05-02'"),
        (
            "events",
            "date_start",
            datetime(2020, 5, 2, 13, tzinfo=UTC),
            "date32[day]",
            "datetime 2020-05-02 13:00:00+00:00",
        ),
        ("events", "date_start", pd.Timestamp("2020-05-02"), "date32[day]", "Timestamp 2020-05-02 00:00:00"),
        ("events", "n_copies", 1.0, "int64", "float 1.0"),
        ("events", "n_copies", True, "int64", "bool True"),
        ("events", "countries", "PRK", "list<item: string>", "str 'PRK'"),
        ("events", "countries", ["PRK", 3], "list<item: string>", "an item that is int 3"),
        ("events", "countries", {"PRK"}, "list<item: string>", "set {'PRK'}"),
        ("trade_figures", "value", "100", "double", "str '100'"),
        ("trade_figures", "approximate", 0, "bool", "int 0"),
        ("officials", "name", 7, "string", "int 7"),
    ],
)
def test_a_value_of_another_type_stops_the_run(world, table, column, value, expected, found):
    world.tables[table].at[1, column] = value

    with pytest.raises(StructureError) as caught:
        validate(world.tables, world.texts)

    error = caught.value
    assert (error.table, error.column, error.expected) == (
        table,
        column,
        expected,
    )
    assert error.found == found
    assert "\n" not in str(error)


def test_values_of_numpy_and_nulls_of_pandas_are_taken_for_what_they_are(world):
    world.tables["events"].at[0, "n_copies"] = np.int32(0)
    world.tables["trade_figures"].at[0, "approximate"] = np.bool_(False)
    world.tables["trade_figures"].at[0, "value"] = 100
    world.tables["trade_figures"].at[0, "value_high"] = float("nan")
    world.tables["trade_figures"].at[0, "period_start"] = pd.NaT
    world.tables["trade_figures"].at[0, "per"] = pd.NA
    world.tables["events"].at[0, "countries"] = ("PRK",)

    validated = validate(world.tables, world.texts)

    assert validated.rejections == ()
    assert validated.tables["trade_figures"]["value"].tolist() == [100.0, 250.0, 300.0, 400.0]


def test_evidence_that_the_text_does_not_hold_is_refused(world):
    events = world.tables["events"]
    events.at[0, "evidence"] = events.at[0, "evidence"].replace("coal", "gold")

    validated = validate(world.tables, world.texts)

    assert rules(validated, "events") == {events.at[0, "event_id"]: "ungrounded"}
    assert len(validated.tables["events"]) == len(events) - 1


def test_a_paragraph_is_grounded_too_and_takes_its_facts_along(world):
    paragraphs = world.tables["paragraphs"]
    paragraphs.at[0, "text"] = paragraphs.at[0, "text"].upper()
    paragraph_id = paragraphs.at[0, "paragraph_id"]

    validated = validate(world.tables, world.texts)

    assert rules(validated, "paragraphs") == {paragraph_id: "ungrounded"}
    for table in ("events", "trade_figures", "official_roles"):
        frame = world.tables[table]
        children = frame.loc[frame["paragraph_id"] == paragraph_id].iloc[:, 0]
        assert rules(validated, table) == dict.fromkeys(children, "parent_quarantined")


def test_an_article_without_a_text_grounds_nothing(world, stories):
    del world.texts[stories[2].article_id]

    validated = validate(world.tables, world.texts)

    assert {rejection.source_path for rejection in validated.rejections} == {"gamma.txt"}
    assert set(rules(validated, "paragraphs").values()) == {"ungrounded"}


def test_a_refused_article_takes_all_its_rows_along_and_no_others(world, stories):
    articles = world.tables["articles"]
    articles.at[2, "language"] = "Martian"

    validated = validate(world.tables, world.texts)

    assert rules(validated, "articles") == {stories[2].article_id: "not_in_code_list"}
    assert {rejection.rule for rejection in validated.rejections if rejection.table != "articles"} == {
        "parent_quarantined"
    }
    assert {rejection.source_path for rejection in validated.rejections} == {"gamma.txt"}
    assert {rejection.table for rejection in validated.rejections} == set(STATED)


def test_repeats_fall_with_their_first_occurrence(world):
    paragraphs = world.tables["paragraphs"]
    first = paragraphs["duplicate_of"].dropna().iloc[0]
    paragraphs.loc[paragraphs["paragraph_id"] == first, "kind"] = "verse"
    repeat = paragraphs.loc[paragraphs["duplicate_of"] == first, "paragraph_id"].iloc[0]

    validated = validate(world.tables, world.texts)

    assert rules(validated, "paragraphs") == {first: "not_in_code_list", repeat: "parent_quarantined"}


def test_an_official_falls_with_the_last_role_and_events_fall_with_a_participant(world):
    roles = world.tables["official_roles"]
    lonely = roles.loc[roles["name_text"] == "Ri Pak"].index[0]
    roles.at[lonely, "title"] = ""

    validated = validate(world.tables, world.texts)

    assert set(rules(validated, "official_roles").values()) == {"empty_text"}
    assert rules(validated, "officials") == {roles.at[lonely, "official_id"]: "parent_quarantined"}
    assert set(rules(validated, "events").values()) == {"parent_quarantined"}
    assert rules(validated, "trade_figures") == {}


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("paragraphs", "article_id", "nowhere"),
        ("events", "paragraph_id", "nowhere"),
        ("events", "participants", ["nobody"]),
        ("official_roles", "official_id", "nobody"),
        ("articles", "duplicate_of", "nowhere"),
    ],
)
def test_a_reference_to_what_never_was_is_refused(world, table, column, value):
    frame = world.tables[table]
    frame.at[0, column] = value

    validated = validate(world.tables, world.texts)

    expected = "ungrounded" if (table, column) == ("paragraphs", "article_id") else "broken_reference"
    assert rules(validated, table)[frame.iat[0, 0]] == expected


def test_an_official_without_any_role_is_refused(world):
    officials = world.tables["officials"]
    officials.loc[len(officials)] = officials.loc[0]
    officials.at[len(officials) - 1, "official_id"] = "ffffffffffffffff"

    validated = validate(world.tables, world.texts)

    assert rules(validated, "officials") == {"ffffffffffffffff": "no_role"}
    assert [rejection.source_path for rejection in validated.rejections] == [""]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("events", "source_path", "other.txt"),
        ("trade_figures", "source_path", "other.txt"),
    ],
)
def test_a_fact_that_contradicts_its_article_is_refused(world, table, column, value):
    frame = world.tables[table]
    frame.at[0, column] = value

    assert rules(validate(world.tables, world.texts), table) == {frame.iat[0, 0]: "contradicts_parent"}


def test_a_fact_outside_its_paragraph_or_of_a_repeat_is_refused(world):
    paragraphs, events = world.tables["paragraphs"], world.tables["events"]
    repeat = paragraphs.loc[paragraphs["duplicate_of"].notna()].iloc[0]
    sibling = events.loc[events["article_id"] == repeat["article_id"]].index[0]
    events.at[sibling, "paragraph_id"] = repeat["paragraph_id"]

    assert rules(validate(world.tables, world.texts), "events") == {
        events.at[sibling, "event_id"]: "contradicts_parent"
    }


def test_a_repeat_of_a_repeat_is_refused(make_world, make_story, stories):
    copies = [make_story(name, date(2020, 6, day), stories[2].sentences) for day, name in enumerate("xyz", start=1)]
    world = make_world(copies)
    paragraphs = world.tables["paragraphs"]
    paragraphs.at[2, "duplicate_of"] = paragraphs.at[1, "paragraph_id"]

    validated = validate(world.tables, world.texts)

    assert rules(validated, "paragraphs") == {paragraphs.at[2, "paragraph_id"]: "contradicts_parent"}


def test_text_that_no_file_can_hold_is_refused_and_the_run_goes_on(world):
    events = world.tables["events"]
    events.at[1, "trigger"] = "sold\ud800"
    events.at[2, "countries"] = ["PRK", "\udfff"]

    validated = validate(world.tables, world.texts)

    refused = {events.at[1, "event_id"]: "not_unicode", events.at[2, "event_id"]: "not_unicode"}
    assert rules(validated, "events") == refused
    assert len(validated.tables["events"]) == len(events) - 2
    assert all(rejection.reason.isascii() for rejection in validated.rejections)


def test_what_hangs_on_text_that_no_file_can_hold_falls_with_it(world):
    paragraphs = world.tables["paragraphs"]
    paragraphs.at[0, "text"] = "sold\udc80"

    validated = validate(world.tables, world.texts)

    assert set(rules(validated, "paragraphs").values()) == {"not_unicode"}
    for table in ("events", "trade_figures", "official_roles"):
        assert set(rules(validated, table).values()) == {"parent_quarantined"}


def test_a_refusal_says_row_column_value_and_file_in_one_line(world):
    world.tables["events"].at[0, "event_type"] = "MEET\nAND GREET"
    world.tables["events"].at[0, "trigger"] = None

    (rejection,) = validate(world.tables, world.texts).rejections

    assert rejection.table == "events"
    assert rejection.rule == "not_in_code_list"
    assert rejection.value == world.tables["events"].at[0, "event_id"]
    assert rejection.source_path == "alpha.txt"
    assert rejection.reason == (
        "row of events: event_type: the value is not in the column's code list (MEET AND GREET); "
        "trigger: the value is missing"
    )


def test_the_tables_come_out_in_the_schemas_columns_whatever_their_order_was(world):
    shuffled = {name: frame[frame.columns[::-1]] for name, frame in world.tables.items()}

    validated = validate(shuffled, world.texts)

    assert {name: tuple(frame.columns) for name, frame in validated.tables.items()} == {
        name: column_names(name) for name in TABLES
    }


def test_derived_tables_are_built_from_what_passed(world):
    world.tables["trade_figures"].at[0, "unit"] = "bushels"

    validated = validate(world.tables, world.texts)

    kept = set(validated.tables["trade_figures"]["figure_id"])
    (series,) = validated.tables["trade_series"].to_dict("records")
    assert (series["n_reports"], set(series["figure_ids"])) == (3, kept)
    assert {rejection.table for rejection in validated.rejections} == {"trade_figures"}


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("flow", "smuggling", "not_in_code_list"),
        ("figure_ids", ["nowhere"], "broken_reference"),
        ("lowest", None, "missing"),
    ],
)
def test_a_derived_row_that_breaks_a_rule_is_refused_alone(world, monkeypatch, column, value, rule):
    def spoiled(stated):
        tables = derive_tables(stated)
        tables["trade_series"].at[0, column] = value
        return tables

    monkeypatch.setattr("pipeline.publish.validate.derive_tables", spoiled)

    validated = validate(world.tables, world.texts)

    assert [(rejection.table, rejection.rule, rejection.source_path) for rejection in validated.rejections] == [
        ("trade_series", rule, "")
    ]
    assert validated.tables["trade_series"].empty
    assert (validated.reports["trade_series"].rows, validated.reports["trade_series"].failed) == (1, 1)
    assert len(validated.tables["occurrences"]) == len(world.tables["events"])


def test_empty_tables_are_valid(make_world):
    validated = validate(make_world([]).tables, {})

    assert validated.rejections == ()
    assert all(frame.empty for frame in validated.tables.values())


@settings(max_examples=20)
@given(data=st.data())
def test_whatever_is_refused_the_rest_holds_together(data, make_world, stories):
    """Rows broken at random: what came in is kept or refused, once each, and what is kept is valid by itself."""
    world = make_world(stories)
    for _ in range(data.draw(st.integers(1, 4))):
        table = data.draw(st.sampled_from(list(STATED)))
        frame = world.tables[table]
        column = data.draw(st.sampled_from(list(frame.columns)))
        frame.at[data.draw(st.integers(0, len(frame) - 1)), column] = None

    validated = validate(world.tables, world.texts)

    for name, frame in world.tables.items():
        refused = [rejection for rejection in validated.rejections if rejection.table == name]
        assert len(validated.tables[name]) + len(refused) == len(frame)
        assert validated.reports[name].failed == len(refused)
    again = validate({name: validated.tables[name] for name in STATED}, world.texts)
    assert again.rejections == ()
