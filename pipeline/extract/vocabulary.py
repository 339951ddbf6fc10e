"""The words of a sentence as a set: the cheap question that is asked before a costly pattern is tried."""

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=64)
def vocabulary(sentence: str) -> frozenset[str]:
    """The words of `sentence` in small letters, parted wherever a pattern's `\\b` may stand ("counter-terror" is two).

    The last sentences' words are kept: every reader of a sentence asks for them.
    """
    return frozenset(_WORD.findall(sentence.lower()))
