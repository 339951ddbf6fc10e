"""The articles that come with the project, from the folder to the release."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.publish.read import read_tables
from pipeline.publish.verify import verify
from pipeline.run import refresh, take_in

ROOT = Path(__file__).parents[2]
RAW = ROOT / "data" / "raw"
FACTS = {"events": "event_id", "trade_figures": "figure_id", "official_roles": "role_id"}


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    return refresh(RAW, tmp_path_factory.mktemp("curated"))


@pytest.fixture(scope="module")
def tables(published):
    return read_tables(published.path)


@pytest.fixture(scope="module")
def texts():
    return {article.article_id: article.text for article in take_in(RAW).articles}


def rows(table: pa.Table):
    return table.to_pylist()


def test_nothing_of_ours_is_refused(tables):
    assert rows(tables["quarantine"]) == []


def test_every_file_is_read_or_refused():
    intake = take_in(RAW)
    assert intake.files_seen == intake.files_read + intake.files_quarantined > 15


def test_every_table_has_rows(tables):
    for name, table in tables.items():
        assert table.num_rows > 0 or name in {"quarantine", "warnings"}, name


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_is_grounded_in_its_article(name, tables, texts):
    paths = {row["article_id"]: row["source_path"] for row in rows(tables["articles"])}
    for row in rows(tables[name]):
        assert texts[row["article_id"]][row["char_start"] : row["char_end"]] == row["evidence"]
        assert paths[row["article_id"]] == row["source_path"]


def test_every_paragraph_is_grounded_in_its_article(tables, texts):
    for row in rows(tables["paragraphs"]):
        assert texts[row["article_id"]][row["char_start"] : row["char_end"]] == row["text"]


@pytest.mark.parametrize("name", FACTS)
def test_no_fact_hangs_on_a_repeat(name, tables):
    repeats = {row["paragraph_id"] for row in rows(tables["paragraphs"]) if row["duplicate_of"]}
    assert not repeats & set(tables[name]["paragraph_id"].to_pylist())


def test_the_release_is_what_its_manifest_says(published):
    assert verify(published.path) == ()


def test_two_fresh_folders_hold_the_same_bytes(published, tmp_path):
    other = refresh(RAW, tmp_path / "other").path
    assert other.name == published.path.name
    names = sorted(path.name for path in published.path.iterdir())
    assert sorted(path.name for path in other.iterdir()) == names
    for name in names:
        assert (other / name).read_bytes() == (published.path / name).read_bytes(), name


def test_the_order_and_age_of_files_do_not_matter(published, tmp_path):
    copy = tmp_path / "raw"
    for path in sorted((path for path in RAW.rglob("*") if path.is_file()), reverse=True):
        target = copy / path.relative_to(RAW)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    assert refresh(copy, tmp_path / "other").path.name == published.path.name


def test_the_same_articles_again_are_unchanged(tmp_path):
    first = refresh(RAW, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    again = refresh(RAW, tmp_path)
    assert (again.changed, again.version, again.path) == (False, first.version, first.path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before


def test_latest_names_the_release(published):
    latest = json.loads((published.path.parents[1] / "latest.json").read_text())
    assert published.path.parents[1] / latest["path"] == published.path


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"},
    ],
    ids=["Tokyo", "New York"],
)
def test_hash_seed_time_zone_locale_and_folder_do_not_matter(published, tmp_path, surroundings):
    command = [sys.executable, "-m", "pipeline.cli", "publish", "--raw", str(RAW), "--curated", "curated"]
    environment = os.environ | surroundings | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    (other,) = (tmp_path / "curated" / "releases").iterdir()
    assert other.name == published.path.name
