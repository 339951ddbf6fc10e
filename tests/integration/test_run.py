"""What the whole path does with what it cannot take."""

import pytest

import pipeline.run
from pipeline.intake.errors import IntakeError
from pipeline.publish.errors import PlaceError
from pipeline.publish.failures import TableReport
from pipeline.publish.read import read_tables
from pipeline.run import LEAST_ROWS, TooManyRefusedError, extract, refresh, take_in, too_many_refused


@pytest.fixture
def curated(tmp_path):
    return tmp_path / "curated"


@pytest.fixture
def stumble(monkeypatch):
    """Makes the extractors fail on the articles at these paths."""
    extract_article = pipeline.run.extract_article

    def on(*paths):
        def stumbling(article):
            if article.source_path in paths:
                raise RecursionError("too deep")
            return extract_article(article)

        monkeypatch.setattr(pipeline.run, "extract_article", stumbling)

    return on


def test_progress_is_told_stage_by_stage(raw, curated):
    told = []
    refresh(raw, curated, lambda stage, done, total: told.append((stage, done, total)))
    assert told[:4] == [("reading", 1, 2), ("reading", 2, 2), ("extracting", 1, 2), ("extracting", 2, 2)]
    whole = [(stage, done, 1) for stage in ("joining", "checking", "publishing") for done in (0, 1)]
    assert told[4:] == whole


def test_hostile_files_are_refused_and_the_rest_is_published(raw, curated):
    (raw / "empty.txt").write_bytes(b"")
    (raw / "nul.txt").write_bytes(bytes(5000))
    (raw / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (raw / "broken.jsonl").write_bytes(b'{"text": \n')
    (raw / "list.pdf").write_bytes(b"%PDF-1.4")
    (raw / "away.txt").symlink_to("/etc/hostname")
    tables = read_tables(refresh(raw, curated).path)
    assert tables["articles"].num_rows == 2
    refused = {row["source_path"]: row for row in tables["quarantine"].to_pylist()}
    assert refused.keys() == {"empty.txt", "nul.txt", "picture.txt", "broken.jsonl", "list.pdf", "away.txt"}
    assert all(row["rule"] and row["reason"] and row["table"] == "articles" for row in refused.values())


def test_copies_of_the_files_are_gone_afterwards(raw, curated, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    refresh(raw, curated)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_the_raw_folder_is_left_as_it_was(raw, curated):
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in raw.rglob("*.txt")}
    refresh(raw, curated)
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in raw.rglob("*") if path.is_file()} == before


def test_an_article_that_breaks_an_extractor_is_left_out_and_told(raw, curated, stumble, add_talks):
    add_talks()
    stumble("talks.txt")
    tables = read_tables(refresh(raw, curated).path)
    assert tables["articles"].num_rows == 2
    (row,) = tables["quarantine"].to_pylist()
    assert (row["rule"], row["source_path"]) == ("extraction_failed", "talks.txt")
    assert "RecursionError: too deep" in row["reason"]


def test_extractors_that_fail_on_most_articles_end_the_run(raw, curated, stumble):
    stumble("coast/terminal.txt", "coast/shipment.txt")
    with pytest.raises(TooManyRefusedError, match="2 of 2 articles: an extractor failed"):
        refresh(raw, curated)
    assert not (curated / "latest.json").exists()


def test_no_articles_state_nothing():
    assert extract([]) == pipeline.run.Reading((), ())


@pytest.mark.parametrize(
    ("rows", "failed", "is_blocked"),
    [
        (100, 50, False),
        (100, 51, True),
        (LEAST_ROWS, LEAST_ROWS, True),
        (LEAST_ROWS - 1, LEAST_ROWS - 1, False),
        (0, 0, False),
    ],
)
def test_a_table_is_blocked_where_most_of_its_rows_are_refused(rows, failed, is_blocked):
    reason = too_many_refused(TableReport("events", rows, failed, {"empty_text": failed}))
    assert (reason is not None) == is_blocked


def test_folders_that_cannot_be_used_are_told_before_anything_is_read(raw, curated, tmp_path):
    with pytest.raises(IntakeError, match="nowhere"):
        refresh(tmp_path / "nowhere", curated)
    assert not curated.exists()
    with pytest.raises(PlaceError):
        refresh(raw, raw / "curated")
    (tmp_path / "bare").mkdir()
    with pytest.raises(IntakeError, match="holds no file"):
        take_in(tmp_path / "bare")
