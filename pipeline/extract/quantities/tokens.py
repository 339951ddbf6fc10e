"""A text as tokens: runs of digits with their separators, runs of letters, single signs. Nothing is interpreted."""

import re
from dataclasses import dataclass

BREAK = "¶"
"""The token that stands for a blank line: no phrase reaches across it."""

_TOKEN = re.compile(
    r"[^\W\d_¹²³⁰⁴-⁹]{1,60}(?:(?<=m)[²³])?"
    r"|\d{1,30}(?:[.,]\d{1,30}){0,10}"
    r"|['’][sS](?!\w)"
    r"|(\n[^\S\n]{0,80}\n)"
    r"|\S"
)
_GAP = 1
"""The group that matches a blank line."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, as parallel sequences."""

    text: str
    words: list[str]
    """Each token as written; `BREAK` for a blank line."""
    lowers: list[str]
    """Each token in small letters, typographic apostrophes and minus signs made plain."""
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def lower(self, index: int) -> str:
        """The token at `index` in small letters, "" outside of the text."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def word(self, index: int) -> str:
        """The token at `index` as written, "" outside of the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Whether the token at `index` follows the one before it without white space."""
        return 0 < index < len(self.words) and self.ends[index - 1] == self.starts[index]

    def span(self, first: int, last: int) -> str:
        """The text of the tokens from `first` up to, but not with, `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


_PLAIN = str.maketrans({"’": "'", "‘": "'", "−": "-", "‐": "-", "‑": "-"})


def tokenize(text: str) -> Tokens:
    """Cut `text` into tokens, in one pass."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        words.append(match[0] if match.lastindex != _GAP else BREAK)
        spans.append(match.span())
    if text.isascii():
        lowers = [word.lower() for word in words]
    else:
        lowers = [word.lower() if word.isascii() else word.lower().translate(_PLAIN) for word in words]
    return Tokens(text, words, lowers, [span[0] for span in spans], [span[1] for span in spans])
