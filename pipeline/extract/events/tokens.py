"""The words of a sentence, and the classes of small words by which verbs are told from nouns."""

import re
from functools import cache, lru_cache

from pipeline.lexicon.table import rows
from pipeline.text.words import is_joined, is_plain
from pipeline.values import value

_TOKEN = re.compile(r"(?:(?:[A-Z]\.){2,4}(?!\w)|[^\W\d_]\w*)(?:['’-]\w+)*")
_ASCII_TOKEN = re.compile(r"(?:(?:[A-Z]\.){2,4}(?!\w)|[A-Za-z][A-Za-z0-9_]*)(?:['-][A-Za-z0-9_]+)*")
"""The same for a sentence of ASCII alone: plain ranges are matched in half the time."""
_SIGNS = frozenset(",.;:)")
"""Signs that end a word wherever they stand."""


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


@lru_cache(maxsize=8)
def tokenize(sentence: str) -> Tokens:
    """The words of a sentence; those of the last ones are kept, as several readers ask for them.

    Most of what stands between blanks is a word, perhaps with a sign behind it: only the rest is cut by the pattern.
    The points of "U.S." part no words.
    """
    ascii_alone, plain = sentence.isascii(), is_plain(sentence)
    cut = (_ASCII_TOKEN if ascii_alone else _TOKEN).finditer
    texts, starts, ends = list[str](), list[int](), list[int]()
    at = 0
    for chunk in sentence.split(" "):
        behind = at + len(chunk)
        if (chunk.isalnum() if plain else chunk.isalpha()) or is_joined(chunk):
            texts.append(chunk)
            starts.append(at)
            ends.append(behind)
        elif chunk[-1:] in _SIGNS and chunk[:-1].isalpha():
            texts.append(chunk[:-1])
            starts.append(at)
            ends.append(behind - 1)
        elif chunk and not (ascii_alone and chunk.lower() == chunk.upper()):  # figures and signs alone hold no word
            for match in cut(chunk):
                texts.append(match.group())
                starts.append(at + match.start())
                ends.append(at + match.end())
        at = behind + 1
    gaps, at = list[str](), 0
    for start, end in zip(starts, ends, strict=True):
        gaps.append(sentence[at:start])
        at = end
    gaps.append(sentence[at:])
    lowers = [text.lower() for text in texts] if ascii_alone else [text.casefold() for text in texts]
    return Tokens(tuple(starts), tuple(ends), tuple(texts), tuple(lowers), tuple(gaps))


_OF_A_YEAR = frozenset({"beginning", "ended", "ending"})
"""Right behind a bracket: when the year, or the quarter, ends that the words ahead of it name."""


def in_brackets(tokens: Tokens, at: int) -> bool:
    """True for the "left" of "Okello (left)" and "Okello, left, greets": where one stands in a picture."""
    ahead, behind = tokens.gaps[at], tokens.gaps[at + 1]
    if ahead.endswith("(") and tokens.lowers[at] in _OF_A_YEAR:
        return True
    return (ahead.endswith("(") and behind.startswith(")")) or (
        tokens.lowers[at] == "left" and ahead == ", " and behind.startswith(",")
    )


@cache
def word_class(kind: str) -> frozenset[str]:
    """The words of one kind of small_words.csv."""
    return frozenset(row["form"] for row in rows("small_words") if row["kind"] == kind)
