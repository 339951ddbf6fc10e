"""Where a text has calendar expressions: the families tried on it. Which days they mean is `resolve`'s business."""

import re
from collections.abc import Iterator

from pipeline.extract.dates.expressions import Expression
from pipeline.extract.dates.families import FAMILIES
from pipeline.extract.dates.starts import Starts
from pipeline.lexicon.table import rows

_SILENT = re.compile(
    r"\b(?:"
    + "|".join(re.escape(row["form"]).replace("'", "['’]") for row in rows("not_dates") if row["kind"] == "phrase")
    + r")\b"
)
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
    silent = [match.span() for match in _SILENT.finditer(text)] if found else []
    return list(_without_overlaps(e for e in found if not any(s <= e.char_start < t for s, t in silent)))


def _without_overlaps(found: Iterator[Expression]) -> Iterator[Expression]:
    end = -1
    for expression in sorted(found, key=lambda e: (e.char_start, -e.char_end)):
        if expression.char_start >= end:
            end = expression.char_end
            yield expression
