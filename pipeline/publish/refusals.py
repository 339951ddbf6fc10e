"""From failures to rejections: one line for a person for each refused row, with the file that it came from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from pipeline.intake.source import Rejection
from pipeline.publish.failures import Failure, shortened
from schemas import TABLES
from schemas.order import IDS

_Origin = tuple[str | None, str | None]
"""Source path and record key."""


def rejections_of(failures: Iterable[Failure], tables: Mapping[str, pd.DataFrame]) -> tuple[Rejection, ...]:
    """One rejection for each row of `failures`, in the order of the tables and of their rows.

    Its rule is the first that the row broke, its reason tells all, its value is the row's id.
    """
    by_row: dict[tuple[str, int], list[Failure]] = defaultdict(list)
    for failure in failures:
        by_row[failure.table, failure.row].append(failure)
    origins = _Origins(tables)
    ids = {name: frame[IDS[name][0]].tolist() for name, frame in tables.items()}
    places = {name: place for place, name in enumerate(TABLES)}
    rejections = []
    for (name, row), broken in sorted(by_row.items(), key=lambda entry: (places[entry[0][0]], entry[0][1])):
        source_path, record_key = origins.of(name, row)
        reason = f"row of {name}: " + "; ".join(dict.fromkeys(str(failure) for failure in broken))
        id_ = _text(ids[name][row])
        value = None if id_ is None else shortened(id_)
        rejections.append(Rejection(name, broken[0].rule, reason, source_path or "", record_key, value))
    return tuple(rejections)


class _Origins:
    """Finds the file and record of a row, through its article and, for an official, through a role.

    A row that follows from several articles has no file of its own.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame]) -> None:
        articles, roles, officials = (tables[name] for name in ("articles", "official_roles", "officials"))
        paths, keys = (map(_text, articles[column].tolist()) for column in ("source_path", "record_key"))
        self._rows: list[_Origin] = list(zip(paths, keys, strict=True))
        self._records: dict[Any, _Origin] = dict(zip(articles["article_id"].tolist(), self._rows, strict=True))
        pairs = zip(roles["official_id"].tolist(), roles["article_id"].tolist(), strict=True)
        first_article = dict(sorted(pairs, key=str, reverse=True))
        self._articles = {
            name: frame["article_id"].tolist() for name, frame in tables.items() if "article_id" in frame.columns
        }
        self._articles["officials"] = [first_article.get(official) for official in officials["official_id"].tolist()]

    def of(self, name: str, row: int) -> _Origin:
        """Source path and record key of row number `row` of table `name`, None where they are not known."""
        if name == "articles":
            return self._rows[row]
        articles = self._articles.get(name)
        return (None, None) if articles is None else self._records.get(articles[row], (None, None))


def _text(value: Any) -> str | None:
    return None if value is None or pd.isna(value) else str(value)
