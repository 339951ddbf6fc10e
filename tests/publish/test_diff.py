"""The difference between any two releases."""

import json

import pytest

from pipeline.publish.diff import diff
from pipeline.publish.errors import DamageError
from pipeline.publish.manifest import read_manifest
from pipeline.publish.read import read_table
from pipeline.publish.release import publish
from schemas import TABLES


@pytest.fixture
def history(make_world, stories, tmp_path):
    """Releases of the first story, of two and of all three."""
    return [publish(make_world(stories[:number]).whole, [], tmp_path) for number in (1, 2, 3)]


def test_the_difference_to_the_release_before_is_its_changes(history):
    found = diff(history[1].path, history[2].path)

    changes = read_table(history[2].path, "changes", read_manifest(history[2].path)).to_pylist()
    assert [
        (row.table, row.id, row.change, list(row.columns), derived)
        for row, derived in zip(found.rows, found.derived, strict=True)
    ] == [(row["table"], row["id"], row["change"], row["columns"] or [], row["derived"]) for row in changes]
    assert (str(found.old), str(found.new)) == ("1.1.0", "1.2.0")


def test_counts_add_up_forwards_and_backwards(history):
    there, back = diff(history[0].path, history[2].path), diff(history[2].path, history[0].path)

    assert {table.table for table in there.tables} == {*TABLES, "quarantine"}
    for forth, home in zip(there.tables, back.tables, strict=True):
        assert forth.rows_before + forth.added - forth.removed == forth.rows_after
        assert (forth.added, forth.modified, forth.removed) == (home.removed, home.modified, home.added)
        assert forth.added + forth.modified + forth.removed >= forth.derived
        assert forth.columns_added == forth.columns_removed == ()


def test_a_release_does_not_differ_from_itself(history):
    found = diff(history[1].path, history[1].path)

    assert found.rows == ()


def test_columns_that_came_went_or_changed_their_type_are_named(history, tmp_path):
    path = history[2].path / "datapackage.json"
    text = path.read_text()
    path.write_text(text.replace('"name": "latest_title"', '"name": "last_title"'))

    officials = next(table for table in diff(history[1].path, history[2].path).tables if table.table == "officials")

    assert officials.columns_added == ("last_title: string",)
    assert officials.columns_removed == ("latest_title: string",)


def test_a_table_that_only_one_release_has_comes_or_goes_whole(history):
    path = history[1].path / "datapackage.json"
    package = json.loads(path.read_bytes())
    package["resources"] = [entry for entry in package["resources"] if entry["name"] != "officials"]
    path.write_text(json.dumps(package))
    rows = read_manifest(history[2].path).tables["officials"].rows

    come, gone = (
        next(table for table in diff(*pair).tables if table.table == "officials")
        for pair in ((history[1].path, history[2].path), (history[2].path, history[1].path))
    )

    assert (come.rows_before, come.rows_after, come.added, come.removed) == (0, rows, rows, 0)
    assert (gone.rows_before, gone.rows_after, gone.added, gone.removed) == (rows, 0, 0, rows)
    assert come.columns_added == gone.columns_removed != ()


def test_an_altered_release_is_not_compared(history):
    (history[0].path / "events.parquet").write_bytes(b"")

    with pytest.raises(DamageError, match=r"events\.parquet: was altered"):
        diff(history[0].path, history[1].path)
