"""States that a sentence describes instead of naming them: "the kingdom", "the Himalayan country", "the island"."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.trade.scene import Side
from pipeline.lexicon.table import rows

_DESCRIPTION_REACH = 4
"""So many words may stand between "the" and the noun."""


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found = defaultdict(set)
    for row in rows("state_kinds"):
        found[row["word"]].add(row["country"])
    return {word: frozenset(codes) for word, codes in found.items()}


@cache
def description_words() -> frozenset[str]:
    """The words, in small letters, that such a description is made of."""
    return frozenset(word for phrase in _kinds() for word in phrase.replace("-", " ").split())


@cache
def _inside_descriptions() -> frozenset[str]:
    """The tokens that may stand between "the" and the noun."""
    return description_words() | {"-"}


def description_start(tokens: Tokens, index: int) -> int | None:
    """The token behind the "the" of "the West African nation", whose noun stands at `index`; None without one."""
    at = index
    while at > 0 and index - at < _DESCRIPTION_REACH and tokens.lowers[at - 1] in _inside_descriptions():
        at -= 1
    return at if tokens.lower(at - 1) in ("the", "this") else None


def described(tokens: Tokens, side: Side, named: Sequence[str]) -> str | None:
    """The state of `named`, the last one named last, that fits the words of `side`; None if none does."""
    start = description_start(tokens, side.first)
    if start is None:
        return None
    words = tokens.lowers[start : side.first + 1]
    fitting = _fitting(" ".join(words[:-1]).replace(" - ", "-"), words[-1])
    return next((code for code in reversed(named) if code in fitting), None) if fitting else None


def _fitting(adjectives: str, noun: str) -> frozenset[str]:
    """The states that the adjectives or the noun allow; empty where they tell nothing."""
    kinds = _kinds()
    if f"{adjectives} {noun}" in kinds:
        return kinds[f"{adjectives} {noun}"]
    told = [kinds[word] for word in (adjectives, noun) if word in kinds]
    told += [kinds[word] for word in adjectives.split() if word in kinds and adjectives not in kinds]
    return frozenset.intersection(*told) if told else frozenset()
