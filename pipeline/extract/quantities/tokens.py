"""A text as tokens: runs of digits with their separators, runs of letters, single signs. Nothing is interpreted."""

import re
from bisect import bisect_left
from itertools import accumulate, compress, count

from pipeline.values import value

BREAK = "¶"
"""The token that stands for a blank line: no phrase reaches across it."""


_BLANK = r"\n[^\S\n]{0,80}\n"


def _digits(digit: str) -> str:
    """The pattern of digits with their separators."""
    return rf"{digit}{digit}{{0,29}}(?:[.,]{digit}{{1,30}}){{0,10}}"


def _token(letter: str, digit: str, power: str) -> re.Pattern[str]:
    """The pattern of a token, in a group; a text that is split by it falls into what lies between tokens and tokens.

    Alternatives begin with one sign of a set, not with a run of them: so they are passed over at once where it is
    missing.
    """
    return re.compile(
        rf"({letter}{letter}{{0,59}}{power}"
        rf"|{_digits(digit)}"
        r"|['’][sS](?!\w)"
        rf"|{_BLANK}"
        r"|\S)"
    )


_TOKEN = _token(r"[^\W\d_¹²³⁰⁴-⁹]", r"\d", power="(?:(?<=m)[²³])?")
_ASCII_TOKEN = _token("[A-Za-z]", "[0-9]", power="")
"""The same for a text of ASCII alone, as most are: plain ranges are matched in half the time."""
_BLANK_LINE = re.compile(_BLANK)


@value(frozen=True, slots=True)
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
        try:
            return self.words[index] if index >= 0 else ""
        except IndexError:
            return ""

    def glued(self, index: int) -> bool:
        """Whether the token at `index` follows the one before it without white space."""
        try:
            return index > 0 and self.ends[index - 1] == self.starts[index]
        except IndexError:
            return False

    def places(self, words: frozenset[str], first: int = 0, last: int | None = None) -> list[int]:
        """The tokens from `first` up to `last`, by default all, that are among `words`, in order.

        Every scan of a text for a class of words is one of these: they cost no step of the interpreter for each token.
        """
        return list(compress(count(first), map(words.__contains__, self.lowers[first:last])))

    def places_of_digits(self) -> list[int]:
        """The tokens that are made of digits, in order."""
        return [
            at
            for at, word in enumerate(self.words)
            if "0" <= word < ":" or (word > "\x7f" and word[0].isdecimal())  # digits of other scripts
        ]

    def span(self, first: int, last: int) -> str:
        """The text of the tokens from `first` up to, but not with, `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


_SIGNS = (("’", "'"), ("‘", "'"), ("−", "-"), ("‐", "-"), ("‑", "-"))


def _plain(text: str) -> str:
    """`text` in small letters, typographic apostrophes and minus signs made plain."""
    for sign, plain in _SIGNS:
        text = text.replace(sign, plain)
    return text.lower()


def tokenize(text: str) -> Tokens:
    """Cut `text` into tokens, in one pass."""
    ascii_alone = text.isascii()
    parts = (_ASCII_TOKEN if ascii_alone else _TOKEN).split(text)
    words, ends = parts[1::2], list(accumulate(map(len, parts)))
    starts, ends = ends[:-1:2], ends[1::2]
    if ascii_alone:
        lowers = list(map(str.lower, words))
    else:
        plain = _plain(text)
        same = len(plain) == len(text)
        lowers = (
            [plain[start:end] for start, end in zip(starts, ends, strict=True)] if same else list(map(_plain, words))
        )
    if "\n" in text:
        for blank in _BLANK_LINE.finditer(text):
            at = bisect_left(starts, blank.start())
            words[at] = lowers[at] = BREAK
    return Tokens(text, words, lowers, starts, ends)
