"""How well reports of one occurrence are told from reports of two, on labelled pairs: no rate falls below its floor.

Whoever writes rules looks at `events_dev.csv` alone; of `events_held.csv` only the rates are read.
"""

from functools import cache
from pathlib import Path

import pytest

from pipeline.evaluate.pairs import PairEvaluation, as_text, evaluate_pairs, read_pairs, wilson

HERE = Path(__file__).parent / "pairs"
FLOORS = {"dev": (0.98, 0.87), "held": (0.95, 0.85)}
"""Precision and recall that each file must reach; they only rise."""


@cache
def evaluation(part: str) -> PairEvaluation:
    return evaluate_pairs(read_pairs(HERE / f"events_{part}.csv"))


@pytest.mark.parametrize("part", FLOORS)
def test_links_are_right_and_few_are_missing(part: str) -> None:
    tally, (precision, recall) = evaluation(part).tally, FLOORS[part]
    assert tally.precision is not None
    assert tally.recall is not None
    assert tally.precision >= precision, as_text(evaluation(part))
    assert tally.recall >= recall, as_text(evaluation(part))


@pytest.mark.parametrize("part", FLOORS)
def test_the_files_are_large_enough_and_balanced(part: str) -> None:
    pairs = read_pairs(HERE / f"events_{part}.csv")
    assert len(pairs) >= 60
    assert 0.4 <= sum(pair.same for pair in pairs) / len(pairs) <= 0.6
    assert len({pair.name for pair in pairs}) == len(pairs)


def test_no_pair_stands_in_both_files() -> None:
    dev, held = ({(pair.name, pair.reports[1]) for pair in read_pairs(HERE / f"events_{part}.csv")} for part in FLOORS)
    assert not {name for name, _ in dev} & {name for name, _ in held}
    assert not {report for _, report in dev} & {report for _, report in held}


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    # the first two from Wilson's formula by hand, the others its known ends
    [(9, 10, 0.5958, 0.9821), (30, 30, 0.8865, 1.0), (0, 10, 0.0, 0.2775), (0, 0, 0.0, 1.0)],
)
def test_wilson_intervals(right: int, of: int, low: float, high: float) -> None:
    assert wilson(right, of) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))
