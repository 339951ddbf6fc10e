"""Where a text has calendar expressions: the families tried on it. Which days they mean is `resolve`'s business."""

import re
from collections.abc import Callable
from functools import cache

from pipeline.extract.dates.expressions import Expression
from pipeline.extract.dates.families import FAMILIES, Reader
from pipeline.extract.dates.starts import Families, Starts
from pipeline.lexicon.table import rows

_WORD = re.compile(r"\w{2,}")
_LETTERS = 2
_UNBREAKABLE = "\u2011"
"""A hyphen at which no line ends ("mid\u20112025")."""
_WORD_GOES_ON = re.compile(r"\w")
PATTERNS: tuple[re.Pattern[str], ...] = tuple(re.compile(pattern) for _, pattern, _ in FAMILIES)
"""Every pattern of the families, for the test on hostile input."""
_TRIED = tuple((pattern.match, read) for pattern, (_, _, read) in zip(PATTERNS, FAMILIES, strict=True))
_STARTS = Starts([kinds for kinds, _, _ in FAMILIES])


def scan(text: str) -> list[Expression]:
    """All calendar expressions of `text`, in order; of two that overlap the one that begins first, then the longer."""
    found: list[Expression] = []
    if _UNBREAKABLE in text:
        text = text.replace(_UNBREAKABLE, "-")
    for at, families in _STARTS.places(text):
        for match_at, read in _tried(families):
            match = match_at(text, at)
            if match is None:
                continue
            expression = read(match)
            if isinstance(expression, Expression):
                found.append(expression)
            elif expression is not None:
                found.extend(expression)
    return _without_overlaps([e for e in found if not _is_silent(text, e.char_start)])


@cache
def _tried(families: Families) -> list[tuple[Callable[[str, int], re.Match[str] | None], Reader]]:
    """How each of the families is tried, and read."""
    return [_TRIED[family] for family in families]


@cache
def _silent() -> dict[str, list[tuple[int, int, str]]]:
    """The names that contain a word of the calendar, with what stands in them ahead of each of their words and from it
    on, by the letters with which that word begins."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for row in rows("not_dates"):
        if row["kind"] == "phrase":
            for name in dict.fromkeys((row["form"], row["form"].replace("'", "’"))):
                for word in _WORD.finditer(name):
                    found.setdefault(word.group()[:_LETTERS], []).append((word.start(), len(name) - word.start(), name))
    return found


def _is_silent(text: str, at: int) -> bool:
    """Whether the expression at `at` begins in a name that contains a word of the calendar ("Black Monday")."""
    for ahead, rest, name in _silent().get(text[at : at + _LETTERS], ()):
        if at < ahead or not text.startswith(name, at - ahead):
            continue
        if not text[at - ahead - 1 : at - ahead].isalnum() and _WORD_GOES_ON.match(text, at + rest) is None:
            return True
    return False


def _without_overlaps(found: list[Expression]) -> list[Expression]:
    kept: list[Expression] = []
    end = -1
    for expression in sorted(found, key=lambda e: (e.char_start, -e.char_end)):
        if expression.char_start >= end:
            end = expression.char_end
            kept.append(expression)
    return kept
