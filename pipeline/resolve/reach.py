"""How far a fact has spread: who reports it in words of their own, and who only carries a copy of these words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True)
class Reach:
    """The articles behind facts."""

    carriers: Mapping[str, frozenset[str]]
    """For a paragraph that others repeat: the articles of the repeats."""
    publishers: Mapping[str, str]
    """The publisher of each article that names one."""
    published_on: Mapping[str, date | None]
    """The publication date of each article."""
    paths: Mapping[str, str]
    """The file of each article."""

    def copies(self, paragraphs: Iterable[str], articles: frozenset[str]) -> int:
        """How many articles beside `articles` carry a copy of one of `paragraphs`."""
        carrying = (self.carriers.get(paragraph, frozenset()) for paragraph in paragraphs)
        return len(frozenset().union(*carrying) - articles)

    def sources(self, articles: Iterable[str]) -> list[str]:
        """The publishers of `articles`, sorted; of two spellings in other case the first in the alphabet."""
        known = sorted(self.publishers[article] for article in articles if article in self.publishers)
        return sorted({name.casefold(): name for name in reversed(known)}.values())


def reach_of(articles: pd.DataFrame, paragraphs: pd.DataFrame) -> Reach:
    """The reach of the facts of the tables `articles` and `paragraphs`."""
    carriers: dict[str, set[str]] = {}
    for first, article in _pairs(paragraphs, "duplicate_of", "article_id"):
        if first is not None:
            carriers.setdefault(first, set()).add(article)
    publishers = ((article, _name(name)) for article, name in _pairs(articles, "article_id", "publisher"))
    return Reach(
        carriers={first: frozenset(found) for first, found in carriers.items()},
        publishers={article: name for article, name in publishers if name},
        published_on=dict(_pairs(articles, "article_id", "published_on")),
        paths=dict(_pairs(articles, "article_id", "source_path")),
    )


def listable(text: str) -> str:
    """`text` as an item of a list: no semicolon, no white space at its ends."""
    return text.replace(";", ",").strip()


def _name(name: str | None) -> str:
    return "" if name is None else listable(name)


def _pairs(frame: pd.DataFrame, *names: str) -> Iterable[Any]:
    columns = ([None if pd.isna(value) else value for value in frame[name].tolist()] for name in names)
    return zip(*columns, strict=True)
