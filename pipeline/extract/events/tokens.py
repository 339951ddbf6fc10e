"""The words of a sentence, and the classes of small words by which verbs are told from nouns."""

import re
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.table import rows

_TOKEN = re.compile(r"[^\W\d_][\w]*(?:['’-]\w+)*")


class Token(NamedTuple):
    """A word of the sentence. A plain tuple: a page has hundreds."""

    start: int
    end: int
    text: str
    lower: str


def tokenize(sentence: str) -> tuple[Token, ...]:
    """The words of a sentence, without numbers and punctuation."""
    found = []
    for match in _TOKEN.finditer(sentence):
        text = match.group()
        found.append(Token(match.start(), match.end(), text, text.casefold()))
    return tuple(found)


@cache
def word_class(kind: str) -> frozenset[str]:
    """The words of one kind of small_words.csv."""
    return frozenset(row["form"] for row in rows("small_words") if row["kind"] == kind)
