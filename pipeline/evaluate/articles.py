"""Measures of the article itself: its publication date, its repeated paragraphs."""

import re

from pipeline.evaluate.labels import ArticleLabels
from pipeline.evaluate.match import Counts, one, total
from pipeline.evaluate.rows import ArticleRows, ReleaseRows, Row
from pipeline.evaluate.tally import EXTRA, MISSED, RIGHT, Tally
from pipeline.evaluate.wording import folded

_HAS_WORD = re.compile(r"\w")


def count_published_on(labels: ArticleLabels, rows: ArticleRows | None) -> Counts:
    """`published_on`: the labelled day, or none where none is labelled. An article without a row has no day."""
    wanted = labels.published_on
    found = rows.article["published_on"] if rows else None
    if wanted == found:
        return one("published_on", Tally(right=int(wanted is not None)), labels.article)
    return one(
        "published_on",
        Tally(extra=int(found is not None), missed=int(wanted is not None)),
        labels.article,
        {"published_on": wanted},
        {"published_on": found},
    )


def count_duplicates(labels: ArticleLabels, rows: ArticleRows | None, release: ReleaseRows) -> Counts:
    """`duplicates`: labelled repeats with the labelled first occurrence.

    Extra are repeats within the article that no label knows, boilerplate left out; what repeats another article is
    counted only where it is labelled.
    """
    flagged = [
        row
        for row in (rows.paragraphs if rows else ())
        if row["duplicate_of"] is not None and _HAS_WORD.search(row["text"])
    ]
    parts = [Counts((("duplicates", Tally()),))]
    for first, repeat in labels.duplicates:
        at = next((n for n, row in enumerate(flagged) if _repeats(row, first, repeat, release)), None)
        if at is None:
            parts.append(one("duplicates", MISSED, labels.article, label={"first": first, "repeat": repeat}))
        else:
            del flagged[at]
            parts.append(one("duplicates", RIGHT, labels.article))
    for row in flagged:
        original = release.paragraphs.get(row["duplicate_of"])
        if original and original["article_id"] == row["article_id"] and row["kind"] != "boilerplate":
            parts.append(one("duplicates", EXTRA, labels.article, row=row))
    return total(parts)


def _repeats(row: Row, first: str, repeat: str, release: ReleaseRows) -> bool:
    original = release.paragraphs.get(row["duplicate_of"])
    return folded(row["text"]).startswith(folded(repeat)) and folded(original["text"] if original else None).startswith(
        folded(first)
    )
