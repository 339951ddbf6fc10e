"""What the lexicons know of a single word, whatever stands beside it. Words in their sentence belong to `words`."""

import re
from collections.abc import Iterable
from typing import Final

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
from pipeline.text.chunks import Known
from pipeline.values import value

COMMON = Sort.FUNCTION | Sort.CALENDAR | Sort.WORD | Sort.PORTFOLIO | Sort.PUBLIC | Sort.PRIVATE
"""Sorts of words that are no names, as a rule."""
_ARTICLE_NAME = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|ur|abd|ibn)-[^\W\d_a-z]")
"""A name that begins with a small article: "al-Sisi"."""


_NOUN_ENDINGS = ("tion", "sion", "ment", "ology", "ship", "ness", "ture", "ities", "ility", "ics")
_INITIALS = 4
"""Characters: no initials are longer."""


class Form:
    """What may begin with a word, and what it looks like: bits. Plain integers, for speed."""

    BODY: Final = 1
    THING: Final = 2
    OFFICE: Final = 4
    NAME: Final = 8
    """Begins a person's name, or the honorifics before one; an office's word that is a name too is not told of."""
    OPENS: Final = 15
    """One of these."""
    LETTERS: Final = 16
    """Has a capital and more than one letter, as names' words have."""
    NOUN: Final = 32
    """Ends like a common noun and is no given name."""
    SHOUTED: Final = 64
    """All in capitals, and no mere initials."""
    INITIAL: Final = 128
    """One capital letter, or a few with full stops."""


@value(frozen=True, slots=True)
class Word:
    """What is known of a word."""

    low: str
    """In lower case."""
    capital: bool
    sort: int
    form: int


def _known(piece: str) -> Word:
    low = piece.lower()
    sort = sorts().get(low[:-1] if low[-1] == "'" else low, 0)
    form = Form.BODY * (piece in bodies()) | Form.OFFICE * (low in offices())
    if piece[0].isupper() or _ARTICLE_NAME.match(piece) is not None:
        form |= Form.THING * (piece in things()) | Form.NAME * (not _is_never_first(piece, low, sort))
        return Word(low, True, sort, form | _capital_form(piece))
    return Word(low, False, sort, form | Form.NAME * (low in particles("leading")))


_MET = Known(_known)


def look_up(pieces: Iterable[str]) -> list[Word]:
    """What is known of each word as written, apostrophes and hyphens plain."""
    return [_MET[piece] for piece in pieces]


def _capital_form(piece: str) -> int:
    noun = piece.endswith(_NOUN_ENDINGS) and piece not in given_names()
    shouted = len(piece) > 2 and piece.isupper() and "." not in piece
    dotted = piece.endswith(".") and "." in piece[1:3]
    initial = len(piece) <= _INITIALS and piece[0].isupper() and (dotted or len(piece) == 1)
    letters = len(piece) > 1 and piece[0].isalpha()
    return Form.NOUN * noun | Form.SHOUTED * shouted | Form.INITIAL * initial | Form.LETTERS * letters


def _is_never_first(piece: str, low: str, sort: int) -> bool:
    """Whether no name and no run of honorifics begins with a word, whatever its neighbours are: "The", "Monday".

    Half of the capitals of a text are such words.
    """
    if not sort & COMMON or sort & Sort.SURNAME or (sort & Sort.CALENDAR and len(piece) == 3):
        return False
    if len(piece) == 1 or "." in piece or piece in honorifics() or low in particles("leading"):
        return False
    return piece not in given_names() and piece not in family_names()
