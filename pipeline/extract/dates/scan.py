"""Where a text has calendar expressions: the families tried on it. Which days they mean is `resolve`'s business."""

import re

from pipeline.extract.dates.expressions import Expression
from pipeline.extract.dates.families import FAMILIES
from pipeline.extract.dates.starts import Starts
from pipeline.lexicon.table import rows

_SILENT = re.compile(
    "(?:"
    + "|".join(re.escape(row["form"]).replace("'", "['’]") for row in rows("not_dates") if row["kind"] == "phrase")
    + r")\b"
)
"""Names that contain a word of the calendar. What stands ahead of a match is looked at by itself: a pattern that begins
with letters is searched for thrice as fast as one that begins with a boundary."""
PATTERNS: tuple[re.Pattern[str], ...] = tuple(re.compile(pattern) for _, pattern, _ in FAMILIES)
"""Every pattern of the families, for the test on hostile input."""
_TRIED = tuple((pattern.match, read) for pattern, (_, _, read) in zip(PATTERNS, FAMILIES, strict=True))
_STARTS = Starts([kinds for kinds, _, _ in FAMILIES])


def scan(text: str) -> list[Expression]:
    """All calendar expressions of `text`, in order; of two that overlap the one that begins first, then the longer."""
    found: list[Expression] = []
    for at, families in _STARTS.places(text):
        for family in families:
            match_at, read = _TRIED[family]
            match = match_at(text, at)
            if match is None:
                continue
            expression = read(match)
            if isinstance(expression, Expression):
                found.append(expression)
            elif expression is not None:
                found.extend(expression)
    return _without_overlaps(_without_silent(text, found) if found else found)


def _without_silent(text: str, found: list[Expression]) -> list[Expression]:
    """`found` without what begins in a name that contains a word of the calendar ("Black Monday")."""
    spans = [match.span() for match in _SILENT.finditer(text) if not text[match.start() - 1 : match.start()].isalnum()]
    return [e for e in found if not any(start <= e.char_start < end for start, end in spans)] if spans else found


def _without_overlaps(found: list[Expression]) -> list[Expression]:
    kept: list[Expression] = []
    end = -1
    for expression in sorted(found, key=lambda e: (e.char_start, -e.char_end)):
        if expression.char_start >= end:
            end = expression.char_end
            kept.append(expression)
    return kept
