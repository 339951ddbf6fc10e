"""Corrections to events, trade figures and roles: set, dropped, added; ids stay those of the source's words."""

from datetime import date

import pytest

from tests.corrections.conftest import Run, entry
from tests.corrections.test_articles import row

RIGA = 'match: {source_path: b/two.txt, date_text: "Friday"}'


def test_a_column_is_set_and_the_id_stays(run: Run) -> None:
    before, _ = run()
    old = row(before["events"], date_text="Friday")
    yaml = entry(
        "later",
        "events",
        "set",
        RIGA,
        "set: {date_start: 2015-05-22, date_end: 2015-05-22}",
        "expect: {status: planned}",
    )
    after, warnings = run(yaml)
    new = row(after["events"], date_text="Friday")
    assert warnings == []
    assert new["event_id"] == old["event_id"]
    assert (new["date_start"], new["corrected_by"]) == (date(2015, 5, 22), "later")
    changed = after["changes"]
    assert set(changed[changed["id"] == new["event_id"]]["change"]) == {"MOD"}


def test_lists_are_set_whole(run: Run) -> None:
    yaml = entry("alone", "events", "set", RIGA, "set: {countries: [LVA]}", "expect: {countries: [LVA, UZB]}")
    tables, _ = run(yaml)
    assert list(row(tables["events"], date_text="Friday")["countries"]) == ["LVA"]


def test_a_row_that_breaks_a_rule_through_a_correction_is_refused(run: Run) -> None:
    yaml = entry("wrong", "events", "set", RIGA, "set: {date_start: 2015-06-22}", "expect: {status: planned}")
    tables, _ = run(yaml)
    assert "Friday" not in set(tables["events"]["date_text"])
    assert set(tables["quarantine"]["table"]) == {"events"}


def test_a_dropped_fact_is_listed_in_quarantine(run: Run) -> None:
    yaml = entry("no-event", "events", "drop", RIGA, "expect: {event_type: CONSULT}")
    before, _ = run()
    after, _ = run(yaml)
    assert len(after["events"]) == len(before["events"]) - 1
    refused = row(after["quarantine"], rule="dropped_by_correction")
    assert refused["value"] == row(before["events"], date_text="Friday")["event_id"]


def test_a_figure_is_set_and_what_compares_it_follows(run: Run) -> None:
    yaml = entry(
        "price",
        "trade_figures",
        "set",
        "match: {value_text: $40 million}",
        "set: {value: 41000000}",
        "expect: {value: 40000000}",
    )
    tables, _ = run(yaml)
    [value] = tables["trade_figures"]["value"]
    assert value == 41_000_000
    assert 41_000_000 in set(tables["trade_series"].select_dtypes("number").to_numpy().ravel())


def test_a_role_is_dropped_and_the_person_with_it(run: Run) -> None:
    yaml = entry("no-role", "official_roles", "drop", "match: {name_text: Viktar Hlaz}", "expect: {title: President}")
    tables, _ = run(yaml)
    assert "Viktar Hlaz" not in set(tables["officials"]["name"])


def test_a_roles_state_tells_who_the_person_serves(run: Run) -> None:
    yaml = entry(
        "pol",
        "official_roles",
        "set",
        "match: {name_text: Viktar Hlaz}",
        "set: {country: POL}",
        "expect: {country: BLR}",
    )
    tables, _ = run(yaml)
    assert row(tables["officials"], name="Viktar Hlaz")["country"] == "POL"
    assert row(tables["official_roles"], name_text="Viktar Hlaz")["corrected_by"] == "pol"


ADDED = (
    "match: {source_path: a/one.txt}",
    'set: {evidence: "Analyst Janis Balodis called the talks useful.", name_text: Janis Balodis, title: Analyst, country: LVA}',
)


def test_an_added_role_stands_on_its_evidence(run: Run) -> None:
    tables, warnings = run(entry("analyst", "official_roles", "add", *ADDED))
    assert warnings == []
    added = row(tables["official_roles"], name_text="Janis Balodis")
    assert (added["rule"], added["corrected_by"]) == ("correction", "analyst")
    assert added["char_end"] - added["char_start"] == len(added["evidence"])
    assert row(tables["officials"], name="Janis Balodis")["country"] == "LVA"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("called the talks useful", "called the talks useless", "stands in no paragraph"),
        ("name_text: Janis Balodis", "name_text: Juris Balodis", "does not stand in its evidence"),
        ("a/one.txt", "a/none.txt", "no row of"),
    ],
)
def test_an_added_row_without_its_evidence_is_left_out(run: Run, old: str, new: str, told: str) -> None:
    tables, [warning] = run(entry("analyst", "official_roles", "add", *ADDED).replace(old, new))
    assert told in warning
    assert "Janis Balodis" not in set(tables["official_roles"]["name_text"])


def test_events_and_figures_are_added_too(run: Run) -> None:
    event = entry(
        "arrival",
        "events",
        "add",
        "match: {source_path: c/three.txt}",
        'set: {evidence: "Uzbek Foreign Minister Rustam Azizov arrived in Minsk on Wednesday.", date_text: Wednesday, '
        "date_start: 2015-05-13, date_end: 2015-05-13, event_type: CONSULT, trigger: arrived, countries: [BLR, UZB]}",
    )
    figure = entry(
        "useful",
        "trade_figures",
        "add",
        "match: {source_path: c/three.txt}",
        'set: {evidence: "He met Belarusian President Viktar Hlaz the same day.", value_text: same, value: 1, unit: count, '
        "flow: other, measure: level}",
    )
    tables, warnings = run(event + figure)
    assert warnings == []
    assert row(tables["events"], source_path="c/three.txt")["corrected_by"] == "arrival"
    assert row(tables["trade_figures"], value_text="same")["corrected_by"] == "useful"


def test_a_row_that_is_there_is_not_added_again(run: Run) -> None:
    match = 'set: {evidence: "He met Belarusian President Viktar Hlaz the same day.", name_text: Viktar Hlaz, title: President}'
    yaml = entry("again", "official_roles", "add", "match: {source_path: c/three.txt}", match)
    _, [warning] = run(yaml)
    assert "there already" in warning
