"""A text as tokens: runs of digits with their separators, runs of letters, single signs. Nothing is interpreted."""

import re
from dataclasses import dataclass

BREAK = "¶"
"""The token that stands for a blank line: no phrase reaches across it."""

_TOKEN = re.compile(
    r"[^\W\d_¹²³⁰⁴-⁹]{1,60}(?:(?<=m)[²³])?"
    r"|\d{1,30}(?:[.,]\d{1,30}){0,10}"
    r"|['’][sS](?!\w)"
    r"|\n[^\S\n]{0,80}\n"
    r"|\S"
)


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
        try:
            return self.lowers[index] if index >= 0 else ""
        except IndexError:
            return ""

    def word(self, index: int) -> str:
        """The token at `index` as written, "" outside of the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Whether the token at `index` follows the one before it without white space."""
        return 0 < index < len(self.words) and self.ends[index - 1] == self.starts[index]

    def span(self, first: int, last: int) -> str:
        """The text of the tokens from `first` up to, but not with, `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


_SIGNS = (("’", "'"), ("‘", "'"), ("−", "-"), ("‐", "-"), ("‑", "-"))


def _plain(text: str) -> str:
    """`text` in small letters, typographic apostrophes and minus signs made plain."""
    if not text.isascii():
        for sign, plain in _SIGNS:
            text = text.replace(sign, plain)
    return text.lower()


def tokenize(text: str) -> Tokens:
    """Cut `text` into tokens, in one pass."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    words = [text[start:end] for start, end in spans]
    plain = _plain(text)
    lowers = [plain[start:end] for start, end in spans] if len(plain) == len(text) else [_plain(word) for word in words]
    if "\n" in text:
        # only a blank line holds a line end
        for at, word in enumerate(words):
            if word[0] == "\n":
                words[at] = lowers[at] = BREAK
    return Tokens(text, words, lowers, [start for start, _ in spans], [end for _, end in spans])
