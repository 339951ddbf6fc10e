"""Where a text has calendar expressions: the families tried on it. Which days they mean is `resolve`'s business."""

import re
from collections.abc import Iterator

from pipeline.extract.dates.expressions import Expression
from pipeline.extract.dates.families import ANCHORS, FAMILIES
from pipeline.lexicon.table import rows

_BEFORE, _BEHIND = 48, 72
"""Characters around an anchor in which its expression lies: the longest one is some sixty characters long."""
_SILENT = re.compile(
    r"\b(?:"
    + "|".join(re.escape(row["form"]).replace("'", "['’]") for row in rows("not_dates") if row["kind"] == "phrase")
    + r")\b"
)
_ANCHORS = {name: re.compile(pattern) for name, pattern in ANCHORS.items()}
PATTERNS: tuple[re.Pattern[str], ...] = tuple(re.compile(pattern) for _, pattern, _ in FAMILIES)
"""Every pattern of the families, for the test on hostile input."""


def scan(text: str) -> list[Expression]:
    """All calendar expressions of `text`, in order; of two that overlap the one that begins first, then the longer."""
    windows: dict[str, list[tuple[int, int]]] = {}
    found: list[Expression] = []
    for pattern, (anchor, _, read) in zip(PATTERNS, FAMILIES, strict=True):
        if anchor not in windows:
            windows[anchor] = _windows(_ANCHORS[anchor], text)
        for start, end in windows[anchor]:
            for match in pattern.finditer(text, start, end):
                expression = read(match)
                if isinstance(expression, Expression):
                    found.append(expression)
                elif expression is not None:
                    found.extend(expression)
    silent = [match.span() for match in _SILENT.finditer(text)] if found else []
    return list(_without_overlaps(e for e in found if not any(s <= e.char_start < t for s, t in silent)))


def _windows(anchor: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """The parts of the text near an anchor, none overlapping another. Trying the families only there is a choice of
    speed: it finds the same expressions as trying them everywhere."""
    merged: list[tuple[int, int]] = []
    for match in anchor.finditer(text):
        start, end = max(0, match.start() - _BEFORE), min(len(text), match.end() + _BEHIND)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _without_overlaps(found: Iterator[Expression]) -> Iterator[Expression]:
    end = -1
    for expression in sorted(found, key=lambda e: (e.char_start, -e.char_end)):
        if expression.char_start >= end:
            end = expression.char_end
            yield expression
