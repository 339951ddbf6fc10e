"""The words of a sentence, and the one ahead of a place in it: the cheap questions that are asked before a costly
pattern is tried."""

import re
from functools import lru_cache

from pipeline.text.words import WordCutter

_WORD = re.compile(r"\w+")
_WORDS = WordCutter(_WORD)
_LONGEST = 40
"""Characters ahead of a place in which the word before it stands."""


@lru_cache(maxsize=64)
def vocabulary(sentence: str) -> frozenset[str]:
    """The words of `sentence` in small letters, parted wherever a pattern's `\\b` may stand ("counter-terror" is two).

    The last sentences' words are kept: every reader of a sentence asks for them.
    """
    return frozenset(_WORDS.words(sentence.lower()))


def word_before(text: str, place: int) -> str:
    """The word ahead of `place` in small letters, articles left out ("since" of "since the "); "" where there is none.

    Of words that are joined the last ("terror" of "counter-terror").
    """
    words = text[place - _LONGEST if place > _LONGEST else 0 : place].lower().split()
    while words:
        last = words.pop()
        if last != "the":
            return last if last.isalpha() else (_WORD.findall(last) or ("",))[-1]
    return ""
