"""The day in the title of a record: a transcript, a statement or a communiqué says when it was given.

What a page says of its own publication elsewhere is `publication_date`'s business.
"""

import re
from functools import cache
from itertools import pairwise

from pipeline.lexicon.table import rows
from pipeline.text.fulldate import FullDate, find_full_dates
from pipeline.text.page import Page

_DEPTH = 3
"""Paragraphs among which the title of a record stands."""
_WORD = re.compile(r"[^\W\d_]+")
_CLOSES = re.compile(r"\s{0,2}\)?\.?")
_SPAN = re.compile(r"\d\s?[–-]\s?\Z")
"""Before the last day of several: "(12-14 March 2019)"."""


def titled_day(page: Page) -> tuple[FullDate, str] | None:
    """The full date with which the title of a record ends, and the title; None where there is none."""
    for paragraph in page.paragraphs[:_DEPTH]:
        found = find_full_dates(paragraph.text) if paragraph.kind == "headline" else []
        if found and _names_a_record(paragraph.text) and _CLOSES.fullmatch(paragraph.text, found[-1].char_end):
            return None if _SPAN.search(paragraph.text[: found[-1].char_start]) else (found[-1], paragraph.text)
    return None


def _names_a_record(title: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(title)]
    singles, pairs = _records()
    return not singles.isdisjoint(words) or any(pair in pairs for pair in pairwise(words))


@cache
def _records() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """The names of records in one word, and in two."""
    names = [tuple(row["name"].split()) for row in rows("records")]
    return (
        frozenset(name[0] for name in names if len(name) == 1),
        frozenset((name[0], name[1]) for name in names if len(name) > 1),
    )
