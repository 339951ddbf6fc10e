import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.evaluate.labels import LabelError, read_labels


def test_a_label_file_may_leave_out_what_it_does_not_label(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"article": "a.txt", "published_on": "2020-02-29"}))
    (labels,) = read_labels(tmp_path)
    assert labels.published_on == date(2020, 2, 29)
    assert labels.dates is None
    assert labels.events == labels.figures == labels.officials == ()


def test_an_official_without_a_title_is_optional(tmp_path: Path) -> None:
    content = {"article": "a.txt", "published_on": None, "officials": [{"name": "A B", "country": "KEN", "titles": []}]}
    (tmp_path / "a.json").write_text(json.dumps(content))
    assert read_labels(tmp_path)[0].officials[0].optional


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "cannot be read"),
        ("[]", "list"),
        ('{"published_on": null}', "lacks 'article'"),
        ('{"article": "a.txt", "published_on": "2021-02-29"}', "day"),
        ('{"article": "a.txt", "published_on": null, "events": [{"snippet": "x"}]}', "lacks 'start'"),
        ('{"article": "a.txt", "published_on": null, "duplicates": [["x"]]}', "unpack"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "bad.json").write_text(content)
    with pytest.raises(LabelError, match=says) as error:
        read_labels(tmp_path)
    assert "bad.json" in str(error.value)


def test_a_folder_without_labels_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="no labels"):
        read_labels(tmp_path)
