"""Date labels: a date that opens a line of a chronology or a programme ("10 May: …", "June 1992 - …").

What follows a label is told in the clipped present of such lists, and is of that day.
"""

import re
from functools import lru_cache

from pipeline.lexicon.table import rows
from pipeline.text.parts import holds_any

_REST = (
    r"Q[1-4](?!\w)|(?:spring|summer|autumn|fall|winter)(?!\w)|\d{1,4}(?!\d)(?:st|nd|rd|th)?|"
    r"on|in|from|to|and|the|late|early|mid|until|[-–—/,.()]|\s"
)

_CLOSES = re.compile(r"[:–—-]\s")
"""What closes a label. Few sentences have it near their beginning: that is told sooner than by trying `_pattern`."""
_CLOSING = (": ", "- ", "– ", "— ")
"""The same where the line goes on."""
_LONGEST = 80


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(row["form"]) for row in rows("calendar") if row["kind"] in ("month", "weekday"))
    return re.compile(
        rf"\A[^\w\n]{{0,6}}(?P<label>(?:(?:{names})(?![^\W\d_])|{_REST}){{1,24}}?)(?::|\s[–—-]|\s--)\s", re.IGNORECASE
    )


@lru_cache(maxsize=1024)
def label_end(sentence: str) -> int:
    """Where what a date label announces begins in `sentence`; 0 where no label opens it."""
    opening = sentence[:_LONGEST]
    if not holds_any(opening, _CLOSING) and ("\n" not in opening or _CLOSES.search(opening) is None):
        return 0
    match = _pattern().match(opening)
    return match.end() if match is not None and any(c.isdigit() or c.isalpha() for c in match["label"]) else 0


def telegraphic(sentence: str) -> bool:
    """True for a line of a chronology, which tells in the present what has happened or is to happen."""
    return label_end(sentence) > 0
