"""Where a text has calendar expressions: the families tried on it. Which days they mean is `resolve`'s business."""

import re
from collections.abc import Iterator

from pipeline.extract.dates.expressions import Expression
from pipeline.extract.dates.families import FAMILIES
from pipeline.lexicon.table import rows

_SILENT = re.compile(
    r"\b(?:" + "|".join(re.escape(row["form"]) for row in rows("not_dates") if row["kind"] == "phrase") + r")\b"
)
PATTERNS: tuple[re.Pattern[str], ...] = tuple(re.compile(pattern) for pattern, _ in FAMILIES)
"""Every pattern of this module, for the test on hostile input."""


def scan(text: str) -> list[Expression]:
    """All calendar expressions of `text`, in order; of two that overlap the one that begins first, then the longer."""
    silent = [match.span() for match in _SILENT.finditer(text)]
    found = []
    for pattern, (_, read) in zip(PATTERNS, FAMILIES, strict=True):
        for match in pattern.finditer(text):
            expression = read(match)
            if expression is not None and not any(s <= expression.char_start < e for s, e in silent):
                found.append(expression)
    return list(_without_overlaps(found))


def _without_overlaps(found: list[Expression]) -> Iterator[Expression]:
    end = -1
    for expression in sorted(found, key=lambda e: (e.char_start, -e.char_end)):
        if expression.char_start >= end:
            end = expression.char_end
            yield expression
