"""The lines of a text with their place in it. Which lines make a paragraph is decided in `blocks`."""

import re

from pipeline.text.parts import holds_any
from pipeline.values import value

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_RARE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"


@value(frozen=True, slots=True)
class Line:
    """One line that is not blank."""

    char_start: int
    """Offset of its first character that is not white space."""
    char_end: int
    """Offset behind its last character that is not white space."""
    text: str
    """`text[char_start:char_end]`."""
    blank_before: bool
    """True where a blank line, or the start of the text, stands before it."""
    indented: bool
    """True where white space stands before its first character."""


def read_lines(text: str) -> list[Line]:
    """All lines of `text` that hold more than white space, in order; any line end counts (CRLF, LF, CR, U+2028 …)."""
    lines: list[Line] = []
    start = 0
    blank = True
    for end, following in _ends(text):
        stripped = text[start:end].strip()
        if stripped:
            first = text.index(stripped[0], start)
            lines.append(Line(first, first + len(stripped), stripped, blank, first > start))
        blank = not stripped
        start = following
    return lines


def _ends(text: str) -> list[tuple[int, int]]:
    """For each line: where it ends and where the next one starts."""
    if holds_any(text, _RARE_ENDS):
        ends = [match.span() for match in _LINE_END.finditer(text)]
    else:
        ends, at = [], text.find("\n")
        while at >= 0:
            ends.append((at, at + 1))
            at = text.find("\n", at + 1)
    ends.append((len(text), len(text)))
    return ends
