"""What the lexicons know of a single word, whatever stands beside it. Words in their sentence belong to `words`."""

import re
from functools import lru_cache

from pipeline.extract.officials.vocabulary import (
    Sort,
    bodies,
    family_names,
    given_names,
    honorifics,
    offices,
    particles,
    sorts,
    things,
)

COMMON = Sort.FUNCTION | Sort.CALENDAR | Sort.WORD | Sort.PORTFOLIO | Sort.PUBLIC | Sort.PRIVATE
"""Sorts of words that are no names, as a rule."""
_ARTICLE_NAME = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|ur|abd|ibn)-[^\W\d_a-z]")
"""A name that begins with a small article: "al-Sisi"."""


class Opens:
    """What may begin with a word: bits. Plain integers, for speed."""

    BODY = 1
    THING = 2
    OFFICE = 4
    NAME = 8
    """A person's name, or the honorifics before one; an office's word that is a name too is not told of."""


Word = tuple[str, bool, int, int]
"""In lower case, whether it has a capital, its sorts, what may begin with it."""


@lru_cache(maxsize=1 << 14)
def look_up(piece: str) -> Word:
    """What is known of a word as written, apostrophes and hyphens plain; kept, as most come again and again."""
    low = piece.lower()
    capital = piece[0].isupper() or _ARTICLE_NAME.match(piece) is not None
    sort = sorts().get(low[:-1] if low[-1] == "'" else low, 0)
    opens = Opens.BODY * (piece in bodies()) | Opens.OFFICE * (low in offices())
    if capital:
        opens |= Opens.THING * (piece in things()) | Opens.NAME * (not _is_never_first(piece, low, sort))
    elif low in particles("leading"):
        opens |= Opens.NAME
    return low, capital, sort, opens


def _is_never_first(piece: str, low: str, sort: int) -> bool:
    """Whether no name and no run of honorifics begins with a word, whatever its neighbours are: "The", "Monday".

    Half of the capitals of a text are such words.
    """
    if not sort & COMMON or sort & Sort.SURNAME or (sort & Sort.CALENDAR and len(piece) == 3):
        return False
    if len(piece) == 1 or "." in piece or piece in honorifics() or low in particles("leading"):
        return False
    return piece not in given_names() and piece not in family_names()
