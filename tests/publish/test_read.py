"""Releases are found by version, by path or as the newest, and what was altered is not read."""

import json

import pytest

from pipeline.publish.errors import DamageError, UnknownReleaseError
from pipeline.publish.read import find_release, newest_release, read_tables, releases
from pipeline.publish.release import publish
from schemas.arrow import from_arrow


@pytest.fixture
def history(make_world, stories, tmp_path):
    """Three releases in `tmp_path`: 1.0.0, 1.1.0 and 1.2.0."""
    return [publish(make_world(stories[:number]).whole, [], tmp_path) for number in (1, 2, 3)]


def test_a_release_is_found_by_version_path_or_as_the_newest(history, tmp_path):
    assert find_release(tmp_path) == history[2].path
    assert find_release(tmp_path, "1.1.0") == history[1].path
    assert find_release(tmp_path, history[0].path) == history[0].path
    assert find_release(tmp_path / "nowhere", tmp_path) == history[2].path
    assert [commit.version for commit in releases(tmp_path)] == ["1.0.0", "1.1.0", "1.2.0"]


def test_an_unknown_version_names_those_there_are(history, tmp_path):
    with pytest.raises(UnknownReleaseError, match=r"^9\.9\.9: no release .*: 1\.0\.0, 1\.1\.0, 1\.2\.0$"):
        find_release(tmp_path, "9.9.9")


def test_an_empty_folder_has_no_release(tmp_path):
    assert newest_release(tmp_path) is None
    with pytest.raises(UnknownReleaseError, match="holds no release; run `wireledger publish` first"):
        find_release(tmp_path)


def test_without_its_history_a_copy_is_read_by_its_pointer(history, tmp_path):
    for record in (tmp_path / "commits").iterdir():
        record.unlink()

    assert find_release(tmp_path) == history[2].path


@pytest.mark.parametrize("hint", ["", "[]", '{"path": "../elsewhere"}', '{"path": "/etc"}'])
def test_a_pointer_to_nothing_or_to_the_outside_is_refused(tmp_path, hint):
    (tmp_path / "latest.json").write_text(hint)

    with pytest.raises(DamageError, match=r"latest\.json: names"):
        newest_release(tmp_path)


def test_a_record_under_another_number_is_refused(history, tmp_path):
    record = tmp_path / "commits/00000003.json"
    record.rename(tmp_path / "commits/00000007.json")

    with pytest.raises(DamageError, match=r"00000007\.json: holds record number 3"):
        find_release(tmp_path)


def test_a_record_may_hold_fields_of_a_later_version(history, tmp_path):
    path = tmp_path / "commits/00000003.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"signature": "abc"}))

    assert find_release(tmp_path) == history[2].path


def test_a_record_without_its_fields_is_refused(history, tmp_path):
    (tmp_path / "commits/00000003.json").write_text(json.dumps({"version": "1.2.0"}))

    with pytest.raises(DamageError, match="is no commit record"):
        find_release(tmp_path)


def test_tables_come_back_as_they_were_given(history, world):
    tables = read_tables(history[2].path)

    for name, frame in world.tables.items():
        back = from_arrow(name, tables[name])
        id_column = frame.columns[0]
        rows = {row[id_column]: row for row in tables[name].to_pylist()}
        given = {row[id_column]: row for row in frame.to_dict("records")}
        assert rows == given
        assert list(back.columns) == list(frame.columns)


def test_an_altered_table_is_not_read(history):
    path = history[2].path / "events.parquet"
    path.write_bytes(path.read_bytes()[:-1] + b"2")

    with pytest.raises(DamageError, match="was altered after it was published; run `wireledger verify`"):
        read_tables(history[2].path)


def test_a_missing_table_is_named(history):
    (history[2].path / "events.parquet").unlink()

    with pytest.raises(DamageError, match=r"events\.parquet: cannot be read"):
        read_tables(history[2].path)
