"""Verification sees every byte that moved, and says where."""

import json
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.publish.files import file_sha256
from pipeline.publish.parquet_file import read_parquet, write_parquet
from pipeline.publish.release import publish
from pipeline.publish.verify import verify
from schemas.order import total_order


@pytest.fixture
def release(world, tmp_path):
    """A release folder in its curated folder."""
    return publish(world.whole, [], tmp_path / "curated").path


@pytest.fixture(scope="module")
def pristine(make_world, stories, tmp_path_factory):
    """A release for tests that put back what they alter."""
    return publish(make_world(stories).whole, [], tmp_path_factory.mktemp("curated")).path


def test_a_release_as_published_is_whole_also_as_a_copy_elsewhere(release, tmp_path):
    shutil.copytree(release, tmp_path / "copy")

    assert verify(release) == ()
    assert verify(tmp_path / "copy") == ()


@settings(max_examples=60)
@given(data=st.data())
def test_a_flipped_bit_anywhere_is_seen_and_its_file_named(data, pristine):
    path = data.draw(st.sampled_from(sorted(pristine.iterdir())))
    content = path.read_bytes()
    place = data.draw(st.integers(0, len(content) - 1))
    flipped = bytearray(content)
    flipped[place] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(flipped)
    try:
        found = verify(pristine)
    finally:
        path.write_bytes(content)

    assert any(str(path) in line for line in found)
    assert all("\n" not in line for line in found)


@pytest.mark.parametrize("keep", [0, 1, 100])
@pytest.mark.parametrize("name", ["events.parquet", "events.csv", "data_dictionary.md", "datapackage.json"])
def test_a_truncated_file_is_named(release, name, keep):
    path = release / name
    path.write_bytes(path.read_bytes()[:keep])

    assert any(line.startswith(f"{path}: ") for line in verify(release))


@pytest.mark.parametrize("name", ["events.parquet", "officials.csv", "datapackage.json"])
def test_a_missing_file_is_named(release, name):
    (release / name).unlink()

    assert any(line == f"{release / name}: is missing" for line in verify(release))


def test_a_file_of_another_length_is_told_with_both_lengths(release):
    path = release / "events.csv"
    size = path.stat().st_size
    path.write_bytes(path.read_bytes() + b"x")

    found = verify(release)

    assert found[0] == f"{path}: has {size + 1} bytes, the manifest says {size}"
    assert found[1].startswith(f"{path}: sha256 is ")
    assert len(found) == 2


def test_a_missing_table_is_told_once(release):
    (release / "events.parquet").unlink()

    assert verify(release) == (f"{release / 'events.parquet'}: is missing",)


def test_a_csv_with_other_rows_than_the_parquet_file_is_seen_although_the_manifest_agrees_with_it(release, tmp_path):
    shutil.copytree(release, tmp_path / "copy")
    path = tmp_path / "copy/events.csv"
    path.write_bytes(path.read_bytes().replace(b"sold", b"told"))
    manifest = tmp_path / "copy/datapackage.json"
    package = json.loads(manifest.read_bytes())
    entry = next(entry for entry in package["resources"] if entry["path"] == path.name)
    entry["hash"] = f"sha256:{file_sha256(path)}"
    manifest.write_text(json.dumps(package))

    assert verify(tmp_path / "copy") == (f"{manifest}: events.csv and the rows of events have different digests",)


def test_a_file_too_many_is_named(release):
    (release / "notes.txt").write_text("mine")

    assert verify(release) == (f"{release / 'notes.txt'}: is not in the manifest",)


def test_a_folder_without_a_commit_is_no_release(release):
    copy = release.with_name("1.0.1-00000000")
    shutil.copytree(release, copy)

    assert verify(copy) == (f"{copy}: no commit names this folder; it was never published",)


def test_other_rows_are_seen_although_file_and_manifest_agree(release):
    """Somebody who changes a table and mends the file's hash in the manifest is caught by the rows and by the commit."""
    path = release / "events.parquet"
    table = read_parquet(path)
    path.unlink()
    write_parquet(table.slice(1), path, total_order("events"))
    package = json.loads((release / "datapackage.json").read_bytes())
    entry = next(entry for entry in package["resources"] if entry["path"] == path.name)
    entry.update(bytes=path.stat().st_size, hash=f"sha256:{file_sha256(path)}")
    (release / "datapackage.json").write_text(json.dumps(package))

    found = verify(release)

    assert [line.split(": ", 1)[1].split(",")[0].split(" is ")[0] for line in found] == [
        "sha256",
        f"has {table.num_rows - 1} rows",
        "rows are not those of the manifest",
        "the tables' digest",
    ]


def test_other_columns_are_seen(release):
    path = release / "officials.parquet"
    table = read_parquet(path)
    path.unlink()
    write_parquet(table.drop_columns(["country"]), path, total_order("officials"))

    assert f"{path}: its columns or types are not those of the manifest" in verify(release)


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "[]",
        "{}",
        '{"version": "one"}',
        '{"version": "1.0.0", "digest": "0", "contract_version": 1, "resources": [7]}',
    ],
)
def test_a_manifest_that_is_none_is_one_line(release, manifest):
    (release / "datapackage.json").write_text(manifest)

    assert any("is no manifest of a release" in line for line in verify(release))


def test_a_manifest_that_points_outside_is_refused(release):
    package = json.loads((release / "datapackage.json").read_bytes())
    package["resources"][0]["path"] = "../../commits/00000001.json"
    (release / "datapackage.json").write_text(json.dumps(package))

    assert any("is no file of the release folder" in line for line in verify(release))


def test_a_folder_that_is_not_there_is_one_line(tmp_path):
    assert verify(tmp_path / "nowhere") == (f"{tmp_path / 'nowhere' / 'datapackage.json'}: is missing",)
