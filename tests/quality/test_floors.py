"""How well the pipeline reads our own labelled articles: no measure falls below its floor in floors.toml."""

import tempfile
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

from pipeline.evaluate import Evaluation, Tally, evaluate, evaluate_dates, read_labels
from pipeline.extract.dates import find_dates
from pipeline.publish.read import read_tables
from pipeline.run import refresh, take_in

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FLOORS: Mapping[str, Mapping[str, float]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
FOLDERS = {part: (HERE / part / "articles", HERE / part / "gold") for part in FLOORS}
FOLDERS["sample"] = (ROOT / "data" / "raw", HERE / "sample")


@cache
def evaluation(part: str) -> Evaluation:
    raw, gold = FOLDERS[part]
    with tempfile.TemporaryDirectory() as curated:
        return evaluate(read_tables(refresh(raw, Path(curated)).path), read_labels(gold))


@cache
def dates(part: str) -> Tally:
    raw, gold = FOLDERS[part]
    texts = {PurePosixPath(article.source_path).name: article.text for article in take_in(raw).articles}
    return evaluate_dates(read_labels(gold), texts, find_dates).tally("dates")


@pytest.mark.parametrize("part", FLOORS)
def test_every_labelled_article_is_published(part: str) -> None:
    assert evaluation(part).absent == ()


@pytest.mark.parametrize(("part", "measure"), [(part, measure) for part in FLOORS for measure in FLOORS[part]])
def test_no_measure_falls_below_its_floor(part: str, measure: str) -> None:
    tally = dates(part) if measure == "dates" else evaluation(part).tallies[measure]
    assert tally.f1 is not None
    assert tally.f1 >= FLOORS[part][measure], (
        f"{tally}; `wireledger evaluate --gold {FOLDERS[part][1]} --errors` lists why"
    )
