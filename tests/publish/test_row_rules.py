"""Every rule on a row by itself is seen to fail on a row that breaks it, and on no other."""

from datetime import date

import pandera.pandas as pa
import pytest
from pandera.errors import SchemaError

from pipeline.publish.validate import validate
from schemas import RULES, STATED, TABLES
from schemas.rules import rule_of

BROKEN = [
    ("articles", {"encoding": None}, "missing", "encoding"),
    ("articles", {"title": ""}, "empty_text", "title"),
    ("articles", {"title": " Coal"}, "untrimmed", "title"),
    ("articles", {"title": "Coal\n"}, "untrimmed", "title"),
    ("articles", {"byline": "\u3000By Kim"}, "untrimmed", "byline"),
    ("articles", {"language": "xx"}, "not_in_code_list", "language"),
    ("articles", {"published_on_method": "guess"}, "not_in_code_list", "published_on_method"),
    ("articles", {"published_on": date(1066, 10, 14)}, "out_of_range", "published_on"),
    ("articles", {"published_on": date(2200, 1, 1)}, "out_of_range", "published_on"),
    ("articles", {"published_on": None}, "date_without_method", ""),
    ("articles", {"published_on_method": "none"}, "date_without_method", ""),
    ("articles", {"n_paragraphs": -1, "n_duplicate_paragraphs": -1}, "out_of_range", "n_paragraphs"),
    ("articles", {"n_duplicate_paragraphs": 3}, "more_repeats_than_paragraphs", ""),
    ("paragraphs", {"position": -1}, "out_of_range", "position"),
    ("paragraphs", {"kind": "verse"}, "not_in_code_list", "kind"),
    ("paragraphs", {"similarity": 1.01}, "out_of_range", "similarity"),
    ("paragraphs", {"similarity": float("inf")}, "not_finite", "similarity"),
    ("paragraphs", {"duplicate_kind": "near"}, "half_repeat", ""),
    ("paragraphs", {"char_end": 0}, "evidence_length", ""),
    ("events", {"event_type": "MEET"}, "not_in_code_list", "event_type"),
    ("events", {"source_country": "KP"}, "not_in_code_list", "source_country"),
    ("events", {"countries": ["PRK", "Korea"]}, "not_in_code_list", "countries"),
    ("events", {"countries": ["PRK", "PRK"]}, "repeated_item", "countries"),
    ("events", {"countries": ["PRK;KOR"]}, "bad_item", "countries"),
    ("events", {"countries": ["PRK", ""]}, "bad_item", "countries"),
    ("events", {"countries": [None]}, "bad_item", "countries"),
    ("events", {"date_start": date(2020, 5, 3)}, "start_after_end", ""),
    ("events", {"date_end": date(2021, 5, 3), "date_precision": "range"}, "over_a_year", ""),
    ("events", {"date_end": date(2020, 5, 3)}, "day_is_range", ""),
    ("events", {"occurrence_id": "zzzzzzzzzzzzzzzz"}, "occurrence_after_event", ""),
    ("events", {"n_copies": -1}, "out_of_range", "n_copies"),
    ("events", {"trigger": None}, "missing", "trigger"),
    ("events", {"char_end": 12}, "evidence_length", ""),
    ("trade_figures", {"value": float("inf")}, "not_finite", "value"),
    ("trade_figures", {"value": float("nan")}, "missing", "value"),
    ("trade_figures", {"value_high": 99.0}, "high_below_value", ""),
    ("trade_figures", {"unit": "dollars"}, "not_in_code_list", "unit"),
    ("trade_figures", {"per": "week"}, "not_in_code_list", "per"),
    ("trade_figures", {"flow": "sale"}, "not_in_code_list", "flow"),
    ("trade_figures", {"commodity_hs": "77"}, "not_in_code_list", "commodity_hs"),
    ("trade_figures", {"direction": "up"}, "direction_without_change", ""),
    ("trade_figures", {"alternate_value": 3.0}, "half_pair", ""),
    (
        "trade_figures",
        {"period_start": date(2020, 2, 1), "period_end": date(2020, 1, 1)},
        "start_after_end",
        "",
    ),
    ("officials", {"name": "Jose\u0301"}, "not_composed", "name"),
    ("officials", {"aliases": ["Jose\u0301"]}, "not_composed", "aliases"),
    ("officials", {"aliases": [" Ro"]}, "bad_item", "aliases"),
    ("officials", {"n_articles": 0}, "out_of_range", "n_articles"),
    ("officials", {"last_seen": date(1999, 1, 1)}, "start_after_end", ""),
    ("officials", {"last_seen": None}, "half_pair", ""),
    ("official_roles", {"title": "minister "}, "untrimmed", "title"),
    ("official_roles", {"status": "retired"}, "not_in_code_list", "status"),
    ("official_roles", {"country": "ZZZ"}, "not_in_code_list", "country"),
]


@pytest.mark.parametrize(("table", "values", "rule", "column"), BROKEN)
def test_a_row_that_breaks_a_rule_is_refused_by_it(world, table, values, rule, column):
    frame = world.tables[table]
    for name, value in values.items():
        frame.at[0, name] = value

    report = validate(world.tables, world.texts).reports[table]

    assert (rule, column) in {(case.rule, case.column) for case in report.cases}
    assert frame.iat[0, 0] in {case.id for case in report.cases if case.rule == rule}
    assert report.by_rule[rule] == 1


def test_the_rows_of_the_tests_themselves_break_no_rule(world):
    validated = validate(world.tables, world.texts)

    assert validated.rejections == ()
    assert all(report.passed for report in validated.reports.values())
    assert {name: len(frame) for name, frame in validated.tables.items()} == {
        name: len(frame) for name, frame in world.whole.items()
    }


GOOD = [
    ("events", {"source_country": "SUN", "target_country": "EUE", "countries": ["UNO"]}),
    ("events", {"date_start": date(2020, 1, 1), "date_end": date(2020, 12, 31), "date_precision": "year"}),
    ("events", {"countries": [], "participants": None}),
    ("trade_figures", {"measure": "change", "direction": "down", "value": -3.5, "unit": "percent"}),
    ("trade_figures", {"value_high": 100.0, "alternate_value": 3.0, "alternate_unit": "RUB", "per": "year"}),
    ("trade_figures", {"period_end": date(2020, 1, 1)}),
    ("articles", {"source_path": " odd name .txt "}),
    ("articles", {"published_on": None, "published_on_method": "none", "published_on_evidence": None}),
    ("officials", {"first_seen": None, "last_seen": None, "name": "José"}),
]


@pytest.mark.parametrize(("table", "values"), GOOD)
def test_an_unusual_row_that_breaks_no_rule_passes(world, table, values):
    for name, value in values.items():
        world.tables[table].at[0, name] = value

    report = validate(world.tables, world.texts).reports[table]

    assert [case for case in report.cases if case.rule not in {"contradicts_parent", "parent_quarantined"}] == []


@pytest.mark.parametrize("table", STATED)
def test_an_id_that_two_rows_share_refuses_both(world, table):
    frame = world.tables[table]
    frame.iat[1, 0] = frame.iat[0, 0]

    report = validate(world.tables, world.texts).reports[table]

    assert report.by_rule["duplicate_id"] == 2


def test_every_check_of_every_model_is_called_like_a_rule():
    for model in TABLES.values():
        schema = model.to_schema()
        checks = [*schema.checks, *(check for column in schema.columns.values() for check in column.checks)]

        assert {rule_of(check.name) for check in checks} <= set(RULES)


def test_a_check_that_cannot_be_carried_out_is_no_fault_of_the_row(world, monkeypatch):
    schema = TABLES["events"].to_schema()

    def broken(_):
        raise RuntimeError("broken check")

    monkeypatch.setattr(schema.columns["trigger"], "checks", [pa.Check(broken, name="untrimmed")])

    with pytest.raises(SchemaError, match="broken check"):
        validate(world.tables, world.texts)


def test_a_report_counts_rows_and_shows_the_first_twenty_cases(make_world, make_story, stories):
    many = make_story("many", stories[0].published_on, tuple((f"Kim No{n}", "envoy", n) for n in range(30)))
    world = make_world([many])
    world.tables["events"]["event_type"] = "MEET"
    world.tables["events"]["trigger"] = ""

    report = validate(world.tables, world.texts).reports["events"]

    assert (report.rows, report.failed, report.passed) == (30, 30, False)
    assert report.by_rule == {"empty_text": 30, "not_in_code_list": 30}
    assert len(report.cases) == 20
