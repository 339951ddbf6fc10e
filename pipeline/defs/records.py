"""Articles and refusals as Arrow tables and back. Texts travel as bytes: not all that intake reads is valid UTF-8."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any

import pyarrow as pa

from pipeline.intake.source import Metadata, Rejection, SourceArticle

_WORDS = pa.large_binary()
_METADATA = pa.struct([("title", _WORDS), ("published_on", pa.date32()), ("url", _WORDS), ("publisher", _WORDS)])
_ARTICLE = pa.schema(
    [
        ("article_id", _WORDS),
        ("source_path", _WORDS),
        ("record_key", _WORDS),
        ("encoding", _WORDS),
        ("text", _WORDS),
        ("sha256", _WORDS),
        ("metadata", _METADATA),
    ]
)
_REJECTION = pa.schema([(name, _WORDS) for name in ("table", "rule", "reason", "source_path", "record_key", "value")])


def articles_to_arrow(articles: Iterable[SourceArticle]) -> pa.Table:
    """`articles` as a table, in their order."""
    return pa.Table.from_pylist([_packed(asdict(article)) for article in articles], schema=_ARTICLE)


def articles_from_arrow(table: pa.Table) -> Sequence[SourceArticle]:
    """The inverse of `articles_to_arrow`."""
    rows = [_unpacked(row) for row in table.to_pylist()]
    return [SourceArticle(**{**row, "metadata": Metadata(**row["metadata"])}) for row in rows]


def rejections_to_arrow(rejections: Iterable[Rejection]) -> pa.Table:
    """`rejections` as a table, in their order."""
    return pa.Table.from_pylist([_packed(asdict(rejection)) for rejection in rejections], schema=_REJECTION)


def rejections_from_arrow(table: pa.Table) -> Sequence[Rejection]:
    """The inverse of `rejections_to_arrow`."""
    return [Rejection(**_unpacked(row)) for row in table.to_pylist()]


def _packed(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _each(value, _packed, lambda text: text.encode("utf-8", "surrogatepass")) for name, value in row.items()
    }


def _unpacked(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _each(value, _unpacked, lambda text: text.decode("utf-8", "surrogatepass")) for name, value in row.items()
    }


def _each(value: Any, nested: Callable[[dict[str, Any]], Any], text: Callable[[Any], Any]) -> Any:
    if isinstance(value, dict):
        return nested(value)
    return text(value) if isinstance(value, str | bytes) else value
