"""Small releases for the tests of the measure: tables made from labels, and ways to spoil them."""

import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.evaluate.labels import ArticleLabels, EventLabel, FigureLabel

COLUMNS = {
    "articles": ["article_id", "source_path", "published_on"],
    "paragraphs": ["paragraph_id", "article_id", "text", "kind", "duplicate_of"],
    "events": ["article_id", "evidence", "date_start", "date_end", "event_type", "countries", "status"],
    "trade_figures": [
        "article_id", "evidence", "value", "value_high", "unit", "flow", "measure", "direction", "exporter", "importer",
        "countries", "commodity", "period_start", "period_end",
    ],
    "officials": ["official_id", "name", "aliases", "country"],
    "official_roles": ["official_id", "article_id", "name_text", "title"],
}  # fmt: skip
"""The columns that the measure reads."""

Rows = dict[str, list[dict[str, Any]]]


def frames(rows: Rows) -> dict[str, pd.DataFrame]:
    return {name: pd.DataFrame(rows.get(name, []), columns=columns, dtype=object) for name, columns in COLUMNS.items()}


def write(rows: Rows, folder: Path) -> None:
    for name, frame in frames(rows).items():
        typed = frame.assign(value=frame["value"].astype(float)) if name == "trade_figures" else frame
        typed.to_parquet(folder / f"{name}.parquet")


def as_labelled(labels: Iterable[ArticleLabels]) -> Rows:
    """The rows of a release that says what the labels say, optional ones included."""
    rows: Rows = {name: [] for name in COLUMNS}
    for article in labels:
        _article(article, rows)
    return rows


def _article(article: ArticleLabels, rows: Rows) -> None:
    key = article.article
    rows["articles"].append({"article_id": key, "source_path": f"a/b/{key}", "published_on": article.published_on})
    for n, (first, repeat) in enumerate(article.duplicates):
        original = {
            "paragraph_id": f"{key}-{n}a",
            "article_id": key,
            "text": f"{first} …",
            "kind": "body",
            "duplicate_of": None,
        }
        copy = {"paragraph_id": f"{key}-{n}b", "text": f"{repeat} …", "duplicate_of": original["paragraph_id"]}
        rows["paragraphs"] += [original, original | copy]
    rows["events"] += [event_row(key, label) for label in article.events]
    rows["trade_figures"] += [figure_row(key, label) for label in article.figures]
    for label in article.officials:
        person = f"{key}-{label.name}"
        rows["officials"].append({"official_id": person, "name": label.name, "aliases": None, "country": label.country})
        for title in label.titles or ("leader",):
            rows["official_roles"].append(
                {"official_id": person, "article_id": key, "name_text": label.name, "title": title}
            )


def event_row(key: str, label: EventLabel) -> dict[str, Any]:
    return {
        "article_id": key,
        "evidence": f"It is said that {label.snippet} and so on.",
        "date_start": label.start,
        "date_end": label.end,
        "event_type": min(label.types),
        "countries": sorted(label.countries),
        "status": label.status,
    }


def figure_row(key: str, label: FigureLabel) -> dict[str, Any]:
    return {
        "article_id": key,
        "evidence": f"It is said that {label.snippet} and so on.",
        "value": label.value,
        "value_high": label.value_high,
        "unit": label.unit,
        "flow": min(label.flows),
        "measure": label.measure,
        "direction": label.direction,
        "exporter": label.exporter,
        "importer": label.importer,
        "countries": sorted(label.countries) or None,
        "commodity": label.commodity,
        "period_start": label.start,
        "period_end": label.end,
    }


def spoiled(rows: Rows, seed: int) -> Rows:
    """`rows` with some dropped, some doubled and some fields made wrong, as `seed` has it."""
    dice = random.Random(seed)
    spoil: Rows = {}
    for name, table in rows.items():
        kept = [dict(row) for row in table if name in {"articles", "officials"} or dice.random() < 0.85]
        kept += [dict(row) for row in kept if name in {"events", "trade_figures"} and dice.random() < 0.1]
        spoil[name] = kept
    for row in spoil["events"]:
        _change(dice, row, event_type="OTHER", status="negated", countries=["AAA"], evidence="nowhere at all it is")
    for row in spoil["trade_figures"]:
        _change(
            dice, row, flow="other", unit="t", exporter="AAA", direction="up", commodity="unobtainium", value_high=1.0
        )
    for row in spoil["officials"]:
        _change(dice, row, country="AAA", name="Nobody Known")
    for row in spoil["official_roles"]:
        _change(dice, row, title="deputy keeper", name_text="Somebody Else")
    for row in spoil["articles"]:
        _change(dice, row, published_on=None)
    return spoil


def _change(dice: random.Random, row: dict[str, Any], **wrong: Any) -> None:
    row |= {field: value for field, value in wrong.items() if dice.random() < 0.1}
