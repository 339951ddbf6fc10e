"""The words of a sentence, and the classes of small words by which verbs are told from nouns."""

import re
from functools import cache
from itertools import accumulate

from pipeline.lexicon.table import rows
from pipeline.values import value

_TOKEN = re.compile(r"([^\W\d_][\w]*(?:['’-]\w+)*)")
_ASCII_TOKEN = re.compile(r"([A-Za-z][A-Za-z0-9_]*(?:['-][A-Za-z0-9_]+)*)")
"""The same for a sentence of ASCII alone: plain ranges are matched in half the time."""


@value(frozen=True, slots=True)
class Tokens:
    """The words of a sentence, without numbers and punctuation, as columns: a page has hundreds."""

    starts: tuple[int, ...]
    """Offset of each word's first character."""
    ends: tuple[int, ...]
    texts: tuple[str, ...]
    lowers: tuple[str, ...]
    """The words in small letters."""
    gaps: tuple[str, ...]
    """What stands ahead of each word; one more than there are words, the last what stands behind them all."""

    def upper(self, at: int) -> bool:
        """True where there is a word at `at`, and it begins with a capital."""
        return at < len(self.texts) and self.texts[at][0].isupper()


def tokenize(sentence: str) -> Tokens:
    """The words of a sentence."""
    parts = (_ASCII_TOKEN if sentence.isascii() else _TOKEN).split(sentence)
    ends = tuple(accumulate(map(len, parts)))
    texts = tuple(parts[1::2])
    return Tokens(ends[:-1:2], ends[1::2], texts, tuple(map(str.casefold, texts)), tuple(parts[::2]))


@cache
def word_class(kind: str) -> frozenset[str]:
    """The words of one kind of small_words.csv."""
    return frozenset(row["form"] for row in rows("small_words") if row["kind"] == kind)
