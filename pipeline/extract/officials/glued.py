"""Words that a page ran together where its links began and ended: "ofKim Jong Un", "PresidentXi", "Il Sungand"."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from pipeline.extract.officials.vocabulary import (
    bodies,
    family_names,
    given_names,
    honorifics,
    known_people,
    matches,
    offices,
    sorts,
)
from pipeline.lexicon.table import rows

GLUED = re.compile(r"[A-Z](?<=[a-z].)[a-z]")
"""What a sentence has in which words are run together; names as "McDonald" have it too."""
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = 5
"""Letters: what runs into a name and is as long, is a word."""
_BODY = 6
"""Words of a body's name that are looked at."""
_BEHIND = ("and", "who", "was", "with", "for", "has", "at", "in", "on", "to", "is", "as", "of")
"""Small words that the end of a name runs into."""
_AFTER_NAMES = (
    *_BEHIND,
    "said",
    "told",
    "will",
    "would",
    "had",
    "after",
    "during",
    "approved",
    "announced",
    "visited",
    "met",
)
_SURNAME = 5
"""Letters: a shorter surname and a small word may be another name."""


@lru_cache(maxsize=4)
def holds_glued(text: str) -> bool:
    """Whether words of a page may be run together; kept, as its lines are read in several turns."""
    return GLUED.search(text) is not None


def cut_glued(pieces: list[str], start: list[int], end: list[int]) -> None:
    """Cut the `pieces` where a word that names nobody runs into a name, and a known name into a small word."""
    for index in range(len(pieces) - 1, -1, -1):
        length = _front(pieces, index)
        if length:
            _cut(index, length, pieces, start, end)
    for index in range(len(pieces) - 1, 1, -1):
        length = _name_length(pieces, index) if pieces[index].endswith(_BEHIND) else 0
        if length:
            _cut(index, length, pieces, start, end)


def cut_surnames(pieces: list[str], start: list[int], end: list[int]) -> None:
    """Cut the `pieces` where the surname of somebody called by it alone runs into a small word: "Trumptold"."""
    known = _surnames_and_more()
    if known.keys().isdisjoint(pieces):
        return
    for index in range(len(pieces) - 1, -1, -1):
        if pieces[index] in known:
            _cut(index, known[pieces[index]], pieces, start, end)


def _cut(index: int, length: int, pieces: list[str], start: list[int], end: list[int]) -> None:
    whole, first = pieces[index], start[index]
    pieces[index : index + 1] = whole[:length], whole[length:]
    start[index : index + 1] = first, first + length
    end[index : index + 1] = first + length, end[index]


def _front(pieces: Sequence[str], index: int) -> int:
    """The length of the word with which a glued piece begins; 0 for a whole one."""
    piece = pieces[index]
    seam = _SEAM.search(piece)
    if seam is None or piece in bodies() or not 1 < seam.start() < len(piece) - 1:
        return 0
    first, second = piece[: seam.start()], piece[seam.start() :]
    low = first.lower()
    small = low in sorts() or low in offices() or first in honorifics()
    named = second in known_people() or second in given_names() or second in family_names()
    if not named and second in bodies():
        ahead = [second, *pieces[index + 1 : index + _BODY]]
        named = any(matches(ahead, 0, rest) for rest, _ in bodies()[second])
    return seam.start() if named and (small or len(first) >= _WORD) else 0


@cache
def _leaders() -> frozenset[tuple[str, ...]]:
    """The names of known leaders of three words, hyphens as spaces, lower case."""
    names = (tuple(row["name"].replace("-", " ").casefold().split()) for row in rows("leaders"))
    return frozenset(words for words in names if len(words) == 3)


@cache
def _surnames_and_more() -> dict[str, int]:
    """Surnames by which known leaders are called alone, each with a small word behind it, to the surname's length."""
    surnames = {row["name"].rpartition(" ")[2] for row in rows("leaders") if row["tells"] == "surname"}
    names = {word for row in rows("leaders") for word in row["name"].split()} | given_names() | family_names()
    glued = {name + small: len(name) for name in surnames if len(name) >= _SURNAME for small in _AFTER_NAMES}
    return {word: length for word, length in glued.items() if word not in names}


def _name_length(pieces: Sequence[str], index: int) -> int:
    """The length of the last word of a known leader's name with which the piece at `index` begins; 0 for none."""
    piece = pieces[index].casefold()
    before = (pieces[index - 2].casefold(), pieces[index - 1].casefold())
    for small in _BEHIND:
        if piece.endswith(small) and (*before, piece.removesuffix(small)) in _leaders():
            return len(piece) - len(small)
    return 0
