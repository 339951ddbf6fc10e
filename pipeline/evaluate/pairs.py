"""Labelled pairs of reports: does the linking of occurrences tell one event told twice from two events?

A pair is two short texts with the days on which they appeared; each is read as an article, and the pair counts as
linked where an event of the one shares its occurrence with an event of the other. An event that the extractor misses is
so a pair that is not linked.
"""

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import sqrt
from pathlib import Path

from pipeline.evaluate.labels import LabelError
from pipeline.evaluate.tally import Tally
from pipeline.extract.article import extract_article
from pipeline.intake.source import Metadata, SourceArticle
from pipeline.resolve.tables import build_tables
from pipeline.text.ids import stable_id

COLUMNS = ("pair", "same", "published_on_1", "text_1", "published_on_2", "text_2")
"""The columns of a file of pairs, in CSV: a name, `yes` or `no`, and of both texts the day and the words."""
_CERTAINTY = 1.959964
"""Standard deviations on both sides that 95 percent lie within."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, and whether they are of one occurrence."""

    name: str
    same: bool
    reports: tuple[tuple[date, str], tuple[date, str]]
    """Of each the day on which it appeared, and its text."""


@dataclass(frozen=True, slots=True)
class PairEvaluation:
    """How well linking does on labelled pairs."""

    pairs: int
    tally: Tally
    """`right`: of one occurrence and linked; `extra`: linked and of two; `missed`: of one and not linked."""
    wrongly_linked: tuple[str, ...]
    """The names of the pairs behind `extra`."""
    not_linked: tuple[str, ...]
    """The names of the pairs behind `missed`."""


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """The pairs of a file. Raises LabelError if it cannot be read or is no file of pairs."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise LabelError(f"{path}: its columns are not {', '.join(COLUMNS)}")
            return tuple(_pair(row) for row in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LabelError(f"{path}: cannot be read: {error}") from error
    except (KeyError, ValueError, TypeError) as error:
        raise LabelError(f"{path}: {error}") from error


def evaluate_pairs(pairs: Iterable[Pair]) -> PairEvaluation:
    """Read both texts of each pair, alone in the world, and see whether they are linked."""
    pairs = tuple(pairs)
    linked = {pair.name: are_linked(pair) for pair in pairs}
    wrongly = tuple(pair.name for pair in pairs if linked[pair.name] and not pair.same)
    missed = tuple(pair.name for pair in pairs if pair.same and not linked[pair.name])
    right = sum(pair.same and linked[pair.name] for pair in pairs)
    return PairEvaluation(len(pairs), Tally(right, len(wrongly), len(missed)), wrongly, missed)


def are_linked(pair: Pair) -> bool:
    """Whether an event of the one report shares its occurrence with an event of the other."""
    articles = [_article(name, *report) for name, report in zip(("one", "other"), pair.reports, strict=True)]
    events = build_tables([(article, extract_article(article)) for article in articles])["events"]
    one, other = (
        set(events.loc[events["article_id"] == article.article_id, "occurrence_id"].tolist()) for article in articles
    )
    return bool(one & other)


def wilson(right: int, of: int) -> tuple[float, float]:
    """The interval in which the true rate lies with 95 percent certainty where `right` of `of` cases came out right.

    Wilson's score interval (E. B. Wilson, 1927), which holds up for few cases and rates near 1; (0, 1) for no case.
    """
    if of == 0:
        return 0.0, 1.0
    square = _CERTAINTY**2
    rate, middle = right / of, (right + square / 2) / (of + square)
    reach = _CERTAINTY * sqrt(rate * (1 - rate) / of + square / (4 * of**2)) / (1 + square / of)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def as_text(evaluation: PairEvaluation) -> str:
    """Precision and recall with their intervals, a line each."""
    tally = evaluation.tally
    lines = [f"{evaluation.pairs} labelled pairs of reports"]
    for name, of in (("precision", tally.right + tally.extra), ("recall", tally.right + tally.missed)):
        rate = f"{tally.right / of:.3f}" if of else "-"
        low, high = wilson(tally.right, of)
        lines.append(f"{name:<9}  {rate}  ({tally.right} of {of}; with 95 % certainty {low:.3f} to {high:.3f})")
    return "\n".join(lines)


def as_json(evaluation: PairEvaluation) -> str:
    """The evaluation as a JSON object: counts, rates with their intervals, the pairs that came out wrong."""
    tally = evaluation.tally
    rates = {"precision": tally.right + tally.extra, "recall": tally.right + tally.missed}
    content = {
        "pairs": evaluation.pairs,
        "right": tally.right,
        "extra": tally.extra,
        "missed": tally.missed,
        "precision": tally.precision,
        "recall": tally.recall,
        **{f"{name}_95": list(wilson(tally.right, of)) for name, of in rates.items()},
        "wrongly_linked": list(evaluation.wrongly_linked),
        "not_linked": list(evaluation.not_linked),
    }
    return json.dumps(content, indent=1)


def _pair(row: dict[str, str]) -> Pair:
    if row["same"] not in {"yes", "no"}:
        raise ValueError(f"pair {row['pair']!r}: same is {row['same']!r}, not yes or no")
    one, other = ((date.fromisoformat(row[f"published_on_{n}"]), row[f"text_{n}"]) for n in (1, 2))
    return Pair(row["pair"], row["same"] == "yes", (one, other))


def _article(name: str, published_on: date, text: str) -> SourceArticle:
    path = f"{name}.txt"
    return SourceArticle(stable_id(path, None), path, None, "utf-8", text, "", Metadata(published_on=published_on))
