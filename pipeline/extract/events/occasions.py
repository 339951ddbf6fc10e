"""The words of occasion_words.csv, and their alternatives for patterns."""

import re
from functools import cache

from pipeline.lexicon.table import rows


@cache
def occasion_words(kind: str) -> frozenset[str]:
    """The words of one kind of occasion_words.csv."""
    return frozenset(row["form"] for row in rows("occasion_words") if row["kind"] == kind)


@cache
def occasion_signs(kind: str) -> frozenset[str]:
    """The first words of one kind: a sentence without any of them has none of the kind."""
    return frozenset(re.split(r"\W", word, maxsplit=1)[0] for word in occasion_words(kind))


@cache
def any_of(kind: str) -> str:
    """A pattern that any word of the kind matches, longer words first."""
    return "|".join(re.escape(word) for word in sorted(occasion_words(kind), key=lambda word: (-len(word), word)))
