import shutil

import pytest

from pipeline.fingerprint import ROOT, digest_of, fingerprint, library_versions


@pytest.fixture
def project(tmp_path):
    for name in ("pipeline/text", "pipeline/lexicon", "pipeline/defs", "schemas"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "pipeline/text/page.py").write_text("PAGE = 1\n")
    (tmp_path / "pipeline/lexicon/units.csv").write_text("t,ton\n")
    (tmp_path / "pipeline/defs/assets.py").write_text("ASSETS = 1\n")
    (tmp_path / "schemas/events.py").write_text("EVENTS = 1\n")
    return tmp_path


@pytest.mark.parametrize("name", ["pipeline/text/page.py", "pipeline/lexicon/units.csv", "schemas/events.py"])
def test_code_and_lexicons_count(project, name):
    before = digest_of(project, {})
    (project / name).write_text("something else\n")
    assert digest_of(project, {}) != before


@pytest.mark.parametrize("name", ["pipeline/defs/assets.py", "pipeline/text/notes.md", "data/raw/article.txt"])
def test_what_makes_no_row_does_not_count(project, name):
    before = digest_of(project, {})
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text("something else\n")
    assert digest_of(project, {}) == before


def test_a_renamed_module_counts(project):
    before = digest_of(project, {})
    (project / "schemas/events.py").rename(project / "schemas/happenings.py")
    assert digest_of(project, {}) != before


def test_the_place_does_not_count(project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "copy"
    shutil.copytree(project, elsewhere)
    assert digest_of(elsewhere, {"a": "1"}) == digest_of(project, {"a": "1"})


def test_the_libraries_count(project):
    assert digest_of(project, {"dateparser": "1.2"}) != digest_of(project, {"dateparser": "1.3"})


def test_the_libraries_that_read_are_among_them():
    found = library_versions()
    assert {"python", "dateparser", "trafilatura", "pandas", "pyarrow", "babel"} <= found.keys()
    assert not {"dagster", "rich", "click", "pytest", "ruff"} & found.keys()


def test_the_projects_own_fingerprint_is_that_of_its_files():
    assert fingerprint() == digest_of(ROOT, library_versions())
