"""What stands around the name of a body whose letters, or whose name, stand behind it in brackets."""

import re

LOOK = 48
"""Characters ahead of a name and behind it that are looked at."""
_GLOSSED = re.compile(r"[A-Z][\w’'-]{0,20}(?:\s(?:[A-Z][\w’'-]{0,20}|of|and|for|on|the|\d{1,2})){0,9}\s?\(\Z")
"""A body's name ahead of its letters in brackets."""
_GLOSS = re.compile(r"\s?\([A-Z][\w.-]{1,12}\)|\)|\s\([A-Z][a-z][^()]{4,60}\)")
"""Those letters behind the name, and what closes them; or the name behind the letters."""
_AS = re.compile(r"\bAs\s(?:the\s)?(?:[A-Z][\w’'&.]{0,20}[\s-]){0,3}\Z")
_REPORTS = re.compile(
    r"(?:['’]s?|-[A-Z][\w]{1,20})?(?:\s[A-Z][\w-]{1,20}){0,3}\s(?:(?:already|also|earlier|had|has|previously|was)\s){0,3}"
    r"(?:informed|learned|learnt|noted|recalled|reported|reports|wrote)\b[^,;]{0,40},"
)
"""Around a name in that of a reporter."""


def unglossed(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands ahead of a body and behind it, its letters in brackets left out, or its name where those are read
    ("summit of the Group of Seven (G7)")."""
    before, behind = text[max(0, start - 2 * LOOK) : start], text[end : end + LOOK]
    if behind.startswith(" ("):
        behind = text[end : end + 2 * LOOK]
    gloss = _GLOSS.match(behind) if "(" in behind[:2] or behind.startswith(")") else None
    if before.endswith("(") and (named := _GLOSSED.search(before)) is not None:
        before = before[: named.start()]
    return before[-LOOK:], behind[:LOOK] if gloss is None else behind[gloss.end() :]


def is_reporter(before: str, behind: str) -> bool:
    """True for a name that is part of a reporter's ("As Radio Peru noted,")."""
    return _REPORTS.match(behind) is not None and _AS.search(before) is not None
