"""From failures to rejections: one line for a person for each refused row, with the file that it came from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from pipeline.intake.source import Rejection
from pipeline.publish.failures import Failure, shortened
from schemas import TABLES
from schemas.order import IDS


def rejections_of(failures: Iterable[Failure], tables: Mapping[str, pd.DataFrame]) -> tuple[Rejection, ...]:
    """One rejection for each row of `failures`, in the order of the tables and of their rows.

    Its rule is the first that the row broke, its reason tells all, its value is the row's id.
    """
    by_row: dict[tuple[str, int], list[Failure]] = defaultdict(list)
    for failure in failures:
        by_row[failure.table, failure.row].append(failure)
    origins = _Origins(tables)
    places = {name: place for place, name in enumerate(TABLES)}
    rejections = []
    for (name, row), broken in sorted(by_row.items(), key=lambda entry: (places[entry[0][0]], entry[0][1])):
        source_path, record_key = origins.of(name, row)
        reason = f"row of {name}: " + "; ".join(dict.fromkeys(str(failure) for failure in broken))
        id_ = _text(tables[name][IDS[name][0]].array[row])
        rejections.append(
            Rejection(
                name, broken[0].rule, reason, source_path or "", record_key, None if id_ is None else shortened(id_)
            )
        )
    return tuple(rejections)


class _Origins:
    """Finds the file and record of a row, through its article and, for an official, through a role."""

    def __init__(self, tables: Mapping[str, pd.DataFrame]) -> None:
        articles = tables["articles"]
        self._tables = tables
        self._articles = {
            article: (_text(path), _text(key))
            for article, path, key in zip(
                articles["article_id"].array, articles["source_path"].array, articles["record_key"].array, strict=True
            )
        }
        roles = tables["official_roles"]
        pairs = zip(roles["official_id"].array, roles["article_id"].array, strict=True)
        self._article_of_official = dict(sorted(pairs, key=str, reverse=True))

    def of(self, name: str, row: int) -> tuple[str | None, str | None]:
        """Source path and record key of row number `row` of table `name`, None where they are not known."""
        frame = self._tables[name]
        if name == "articles":
            return _text(frame["source_path"].array[row]), _text(frame["record_key"].array[row])
        if name == "officials":
            article = self._article_of_official.get(frame["official_id"].array[row])
        else:
            article = frame["article_id"].array[row]
        return self._articles.get(article, (None, None))


def _text(value: Any) -> str | None:
    return None if value is None or pd.isna(value) else str(value)
