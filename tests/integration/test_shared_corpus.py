"""The five real articles, where they lie beside the project: the floors of the issue, by the scorer that came with it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.publish.read import read_tables
from pipeline.run import refresh, take_in

SHARED = Path(__file__).parents[3] / "shared"
FLOORS = {
    "published_on": 1.0,
    "duplicates": 1.0,
    "events.found": 0.75,
    "trade_figures.found": 0.85,
    "officials.found": 0.90,
}

pytestmark = pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="../shared/corpus is not there")


@pytest.fixture(scope="module")
def curated(tmp_path_factory):
    folder = tmp_path_factory.mktemp("curated")
    refresh(SHARED / "corpus", folder)
    return folder


@pytest.fixture(scope="module")
def scores(curated):
    command = [sys.executable, str(SHARED / "score.py"), "--release", str(curated), "--gold", str(SHARED / "gold")]
    result = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    return json.loads(result.stdout)


@pytest.mark.parametrize("measure", FLOORS)
def test_no_measure_falls_below_its_floor(scores, measure):
    assert scores[measure]["f1"] >= FLOORS[measure], scores[measure]


@pytest.mark.parametrize("name", ["events", "trade_figures", "official_roles"])
def test_every_fact_is_grounded(curated, name):
    texts = {article.article_id: article.text for article in take_in(SHARED / "corpus").articles}
    (folder,) = (curated / "releases").iterdir()
    for row in read_tables(folder)[name].to_pylist():
        assert texts[row["article_id"]][row["char_start"] : row["char_end"]] == row["evidence"]
