"""Corrections to officials and occurrences: merged, split, named, sent to their state; ids move and changes tell it."""

from tests.corrections.conftest import Run, entry
from tests.corrections.test_articles import row

AZIZOV = "match: {name: Rustam Azizov}"


def test_two_persons_become_one(run: Run) -> None:
    before, _ = run()
    yaml = entry("one", "officials", "merge", "match: {name: [Rustam Azizov, Viktar Hlaz]}")
    after, warnings = run(yaml)
    assert warnings == []
    kept = row(after["officials"], name="Rustam Azizov")
    assert kept["official_id"] == row(before["officials"], name="Rustam Azizov")["official_id"]
    assert "Viktar Hlaz" in kept["aliases"]
    assert kept["corrected_by"] == "one"
    gone = row(before["officials"], name="Viktar Hlaz")["official_id"]
    change = row(after["changes"], id=gone)
    assert (change["change"], list(change["other_ids"])) == ("DEL", [kept["official_id"]])
    assert gone not in set(after["official_roles"]["official_id"])


def test_one_person_becomes_two(run: Run) -> None:
    yaml = entry("two", "officials", "split", AZIZOV, "part: {source_path: c/three.txt}")
    before, _ = run()
    after, warnings = run(yaml)
    assert warnings == []
    found = after["officials"][after["officials"]["name"] == "Rustam Azizov"]
    assert sorted(found["n_articles"]) == [1, 2]
    assert found["official_id"].is_unique
    old = row(before["officials"], name="Rustam Azizov")["official_id"]
    assert old in set(found[found["n_articles"] == 2]["official_id"])
    parted = row(after["official_roles"], source_path="c/three.txt", name_text="Rustam Azizov")["official_id"]
    assert parted != old
    change = row(after["changes"], id=parted)
    assert (change["change"], list(change["other_ids"])) == ("ADD", [old])


def test_a_merge_and_a_split_of_one_person_contradict(run: Run) -> None:
    yaml = entry("two", "officials", "split", AZIZOV, "part: {source_path: c/three.txt}")
    yaml += entry("one", "officials", "merge", "match: {name: [Rustam Azizov, Viktar Hlaz]}")
    _, warnings = run(yaml)
    assert len(warnings) == 2


def test_a_merge_of_one_and_a_split_of_all_are_left_out(run: Run) -> None:
    yaml = entry("one", "officials", "merge", AZIZOV)
    yaml += entry("two", "officials", "split", "match: {name: Viktar Hlaz}", "part: {source_path: c/three.txt}")
    tables, warnings = run(yaml)
    assert len(warnings) == 2
    assert set(tables["quarantine"]["rule"]) == {"correction_failed"}


def test_a_person_gets_another_name_and_keeps_the_old_one(run: Run) -> None:
    yaml = entry("name", "officials", "set", AZIZOV, "set: {name: Rustam Karimovich Azizov}", "expect: {country: UZB}")
    tables, _ = run(yaml)
    person = row(tables["officials"], name="Rustam Karimovich Azizov")
    assert "Rustam Azizov" in person["aliases"]


def test_a_persons_state_is_that_of_the_roles_too(run: Run) -> None:
    yaml = entry("kaz", "officials", "set", AZIZOV, "set: {country: KAZ}", "expect: {country: UZB}")
    tables, _ = run(yaml)
    person = row(tables["officials"], name="Rustam Azizov")
    roles = tables["official_roles"][tables["official_roles"]["official_id"] == person["official_id"]]
    assert person["country"] == "KAZ"
    assert set(roles["country"]) == {"KAZ"}


def test_who_is_no_official_has_no_row_and_takes_part_in_nothing(run: Run) -> None:
    before, _ = run()
    gone = row(before["officials"], name="Rustam Azizov")["official_id"]
    tables, _ = run(entry("private", "officials", "drop", AZIZOV, "expect: {country: UZB}"))
    assert "Rustam Azizov" not in set(tables["officials"]["name"])
    assert "Rustam Azizov" not in set(tables["official_roles"]["name_text"])
    assert all(gone not in people for people in tables["events"]["participants"] if people is not None)


def test_reports_of_one_occurrence_are_set_apart_and_joined(run: Run) -> None:
    before, _ = run()
    shared = before["events"][before["events"]["date_text"] == "Monday"]
    assert shared["occurrence_id"].nunique() == 1
    name = shared["occurrence_id"].iloc[0]
    split = entry(
        "apart", "occurrences", "split", f'match: {{occurrence_id: "{name}"}}', "part: {source_path: a/one.txt}"
    )
    apart, warnings = run(split)
    assert warnings == []
    events = apart["events"][apart["events"]["date_text"] == "Monday"]
    assert events["occurrence_id"].nunique() == 2
    assert len(apart["occurrences"]) == len(before["occurrences"]) + 1
    merge = entry("joined", "occurrences", "merge", "match: {date_text: [Monday, Friday]}")
    joined, warnings = run(merge)
    assert warnings == []
    assert joined["events"]["occurrence_id"].nunique() == 1
    assert set(joined["events"]["occurrence_id"]) == {joined["events"]["event_id"].min()}


def test_without_corrections_nothing_is_touched(run: Run) -> None:
    tables, warnings = run()
    assert warnings == []
    assert tables["quarantine"].empty
