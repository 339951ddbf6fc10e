"""The figures of a release on labels that lie beside its articles."""

import json
from pathlib import Path

from pipeline.defs.quality import quality_result
from pipeline.run import refresh

LABELS = {
    "article": "terminal.txt",
    "published_on": "2016-03-04",
    "duplicates": [],
    "events": [],
    "trade_figures": [],
    "officials": [],
    "not_officials": [],
}


def _published(raw: Path, tmp_path: Path) -> Path:
    return refresh(raw, tmp_path / "curated").path


def test_without_labels_there_are_no_figures(raw, tmp_path):
    result = quality_result("release", raw, _published(raw, tmp_path))
    assert result.passed
    assert result.metadata["labelled_articles"].value == 0
    assert "published_on" not in result.metadata


def test_labels_beside_an_article_are_counted_and_are_no_articles(raw, tmp_path):
    article = sorted(raw.rglob("*.txt"))[0]
    labels = {**LABELS, "article": article.name, "published_on": "1999-01-01"}
    article.with_suffix(".json").write_text(json.dumps(labels), encoding="utf-8")
    release = _published(raw, tmp_path)
    result = quality_result("release", raw, release)
    assert result.passed
    assert result.metadata["labelled_articles"].value == 1
    assert result.metadata["published_on"].value == 0.0


def test_a_broken_label_file_warns_with_its_name(raw, tmp_path):
    article = sorted(raw.rglob("*.txt"))[0]
    article.with_suffix(".json").write_text('{"article": 1', encoding="utf-8")
    result = quality_result("release", raw, _published(raw, tmp_path))
    assert not result.passed
    assert article.stem in result.metadata["fault"].value
