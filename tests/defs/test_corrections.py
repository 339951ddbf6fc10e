"""Corrections in the assets: applied as by the command, listed where they no longer fit, one line where they are none."""

import pytest

from pipeline.publish.read import find_release, read_tables

DATED = """
- id: named
  table: articles
  match: {encoding: utf-8}
  action: set
  set: {publisher: Our Wire}
  all: true
  expect: {encoding: utf-8}
  reason: a test
  author: A. Reader
  date: 2026-11-20
- id: nowhere
  table: articles
  match: {source_path: no/such.txt}
  action: drop
  expect: {encoding: utf-8}
  reason: a test
  author: A. Reader
  date: 2026-11-20
"""


@pytest.fixture
def correct(folders):
    def write(text):
        folders.corrections_path.mkdir(exist_ok=True)
        (folders.corrections_path / "some.yaml").write_text(text, encoding="utf-8")

    return write


def test_the_assets_apply_what_the_command_applies(refresh, folders, correct):
    correct(DATED)
    assert refresh().success
    tables = {name: table.to_pylist() for name, table in read_tables(find_release(folders.curated_path)).items()}
    assert {row["publisher"] for row in tables["articles"]} == {"Our Wire"}
    assert {row["corrected_by"] for row in tables["articles"]} == {"named"}
    assert [(row["rule"], row["record_key"]) for row in tables["quarantine"]] == [("correction_unmatched", "nowhere")]


def test_a_file_that_is_none_ends_the_run_in_one_line(refresh, correct):
    correct("- id: x\n")
    result = refresh()
    assert not result.success
