"""A raw folder to fill and to read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.intake.folder import read_folder
from pipeline.intake.limits import Limits
from pipeline.intake.source import Intake

STORY = (
    "Coal trains roll again on border line\n\n"
    "The customs office said on Monday that exports of coal rose by a tenth in the first quarter.\n\n"
    "The two countries are to hold talks on a new treaty in the port of Vostochny in June.\n"
)


@pytest.fixture
def story() -> str:
    return STORY


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


@pytest.fixture
def take_in(raw: Path, tmp_path: Path) -> Callable[..., Intake]:
    """Reads the raw folder and checks what holds for every intake."""

    def read(limits: Limits | None = None) -> Intake:
        intake = read_folder(raw, tmp_path / "copies", limits or Limits())
        assert intake.files_read + intake.files_quarantined == intake.files_seen
        assert len({article.article_id for article in intake.articles}) == len(intake.articles)
        for rejection in intake.rejections:
            assert rejection.table == "articles"
            assert rejection.rule.replace("_", "").isalpha()
            assert "\n" not in rejection.reason
            rejection.source_path.encode("utf-8")
            assert rejection.value is None or 0 < len(rejection.value) <= 200
        for article in intake.articles:
            article.text.encode("utf-8")
            assert article.text.strip()
        return intake

    return read
