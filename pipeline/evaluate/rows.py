"""A release's rows as plain Python values, by article file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import pandas as pd
import pyarrow as pa

from schemas import STATED

Tables = Mapping[str, pd.DataFrame] | Mapping[str, pa.Table]
"""A release's tables by name: frames as they are before publishing, or what `pipeline.publish.read` gives."""
Row = Mapping[str, Any]
"""A row: str, float, int, bool, date, list or None by column name."""


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """What a release says about one article."""

    article: Row
    paragraphs: tuple[Row, ...]
    events: tuple[Row, ...]
    figures: tuple[Row, ...]
    roles: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ReleaseRows:
    """The rows of a release, ready to be looked up."""

    by_file: Mapping[str, ArticleRows]
    """By file name of the article; the first article where several share a name or a file."""
    paragraphs: Mapping[str, Row]
    """Every paragraph of the release by its id: a repeat may have its first occurrence in another article."""
    people: Mapping[str, Row]
    """Every row of `officials` by its id."""


def read_rows(tables: Tables) -> ReleaseRows:
    """The rows of the tables of a release. Raises KeyError where a table is missing."""
    rows = {name: _plain(tables[name]) for name in STATED}
    of_article: dict[str, dict[str, list[Row]]] = {}
    for name in ("paragraphs", "events", "trade_figures", "official_roles"):
        for row in rows[name]:
            of_article.setdefault(row["article_id"], {}).setdefault(name, []).append(row)
    by_file: dict[str, ArticleRows] = {}
    for article in rows["articles"]:
        found = of_article.get(article["article_id"], {})
        by_file.setdefault(
            PurePosixPath(article["source_path"]).name,
            ArticleRows(
                article=article,
                paragraphs=tuple(found.get("paragraphs", ())),
                events=tuple(found.get("events", ())),
                figures=tuple(found.get("trade_figures", ())),
                roles=tuple(found.get("official_roles", ())),
            ),
        )
    return ReleaseRows(
        by_file=by_file,
        paragraphs={row["paragraph_id"]: row for row in rows["paragraphs"]},
        people={row["official_id"]: row for row in rows["officials"]},
    )


def _plain(table: pd.DataFrame | pa.Table) -> list[Row]:
    arrow = pa.Table.from_pandas(table, preserve_index=False) if isinstance(table, pd.DataFrame) else table
    return list(arrow.to_pylist())
