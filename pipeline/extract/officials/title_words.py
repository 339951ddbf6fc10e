"""The words of titles: what tells one office from another, and a deputy from a chief."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(("of", "the", "for", "to", "in", "and", "a", "s", "an", "at", "on"))
_SPELLED = {"pm": ("prime", "minister"), "mp": ("member", "parliament"), "cm": ("chief", "minister")}
"""Letters that stand for the words of an office."""
_DEPUTIES = frozenset(("vice", "deputy", "assistant", "first", "under", "undersecretary"))


@lru_cache(maxsize=1 << 12)
def title_words(title: str) -> frozenset[str]:
    """The words of a title that tell it from another, lower case."""
    words = _WORD.findall(title.casefold())
    return frozenset(part for word in words for part in _SPELLED.get(word, (word,))) - _SMALL


def deputy_words(title: str) -> frozenset[str]:
    """The words that make a title a deputy's; empty for a chief's."""
    return title_words(title) & _DEPUTIES


def same_office(one: str, other: str) -> bool:
    """Whether the words of one title are among the other's, deputies and prime ministers apart."""
    left, right = title_words(one), title_words(other)
    if deputy_words(one) != deputy_words(other) or ("prime" in left) != ("prime" in right):
        return False
    return left <= right or right <= left
