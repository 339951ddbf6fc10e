"""The fact key of a paragraph: a hash of its numbers, dates and of the words that a statement turns on.

Paragraphs of different fact keys never become candidates of each other. What the key leaves out (names, prepositions,
the order of the facts) is the guard's business.
"""

from collections.abc import Sequence

import xxhash

from pipeline.dedup.words import Word


def fact_key(words: Sequence[Word]) -> int:
    """The key of a paragraph's `words`, 64 bits; the order of the words does not matter, how often they stand does."""
    facts = sorted(word.canonical for word in words if word.is_fact)
    return xxhash.xxh3_64_intdigest("\x1f".join(facts).encode("utf-8", "surrogatepass"))


def stands_alone(words: Sequence[Word], fewest: int) -> bool:
    """Whether a paragraph says by itself what it is about: `fewest` words or more, with a name, a number or a date.

    "He declined to comment." can stand in any article: it is no evidence that two of them report one thing.
    """
    return len(words) >= fewest and any(word.kind in {"name", "medium", "number", "date"} for word in words)
