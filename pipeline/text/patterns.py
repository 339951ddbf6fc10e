"""Pieces of regular expressions that are made of words."""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """Alternatives of all `words`, longest first of those that begin with one letter; a blank is any white space.

    By first letters a word is found, or none, after a third of the trials.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s"))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
