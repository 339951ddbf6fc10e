"""A text as tokens: runs of digits with their separators, runs of letters, single signs. Nothing is interpreted."""

import re
from collections.abc import Set
from itertools import accumulate, chain, compress, count
from operator import add

from pipeline.text.chunks import Known, chunks_of
from pipeline.values import value

BREAK = "¶"
"""The token that stands for a blank line: no phrase reaches across it."""


_BLANK = r"\n[^\S\n]{0,80}\n"


def _digits(digit: str) -> str:
    """The pattern of digits with their separators."""
    return rf"{digit}{{1,30}}(?:[.,]{digit}{{1,30}}){{0,10}}"


def _token(letter: str, digit: str) -> re.Pattern[str]:
    """The pattern of a token, in a group; a text that is split by it falls into what lies between tokens and tokens."""
    return re.compile(
        rf"({letter}{{1,60}}(?:(?<=m)[²³])?"
        rf"|{_digits(digit)}"
        r"|['’][sS](?!\w)"
        rf"|{_BLANK}"
        r"|\S)"
    )


_TOKEN = _token(r"[^\W\d_¹²³⁰⁴-⁹]", r"\d")
_ASCII_TOKEN = _token("[A-Za-z]", "[0-9]")
"""The same for a text of ASCII alone, as most are: plain ranges are matched in half the time."""


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
    digits: list[bool]
    """Whether each token is made of digits."""

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

    def places(self, words: Set[str], first: int = 0, last: int | None = None) -> list[int]:
        """The tokens from `first` up to `last`, by default all, that are among `words`, in order.

        Every scan of a text for a class of words is one of these: they cost no step of the interpreter for each token.
        """
        return list(compress(count(first), map(words.__contains__, self.lowers[first:last])))

    def places_of_digits(self) -> list[int]:
        """The tokens that are made of digits, in order."""
        return list(compress(count(), self.digits))

    def span(self, first: int, last: int) -> str:
        """The text of the tokens from `first` up to, but not with, `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


_SIGNS = (("’", "'"), ("‘", "'"), ("−", "-"), ("‐", "-"), ("‑", "-"))


def _plain(text: str) -> str:
    """`text` in small letters, typographic apostrophes and minus signs made plain."""
    for sign, plain in _SIGNS:
        text = text.replace(sign, plain)
    return text.lower()


_Piece = tuple[str, str, int, int, bool]
"""A token of a chunk: as written, in small letters, its length, the way to the next one, whether it is of digits."""


def _pieces(chunk: str) -> tuple[_Piece, ...]:
    """The tokens of a chunk; a blank line in the white space that ends it is one."""
    parts = (_ASCII_TOKEN if chunk.isascii() else _TOKEN).split(chunk)
    ends = list(accumulate(map(len, parts)))
    nexts = [*ends[2:-1:2], len(chunk)]
    return tuple(
        (BREAK, BREAK, end - start, behind - start, False)
        if word[0] == "\n"
        else (word, _plain(word), end - start, behind - start, word[0].isdecimal())
        for word, start, end, behind in zip(parts[1::2], ends[:-1:2], ends[1::2], nexts, strict=True)
    )


_PIECES = Known(_pieces)


def tokenize(text: str) -> Tokens:
    """Cut `text` into tokens; a blank line ahead of all of them is none."""
    pieces = list(chain.from_iterable(map(_PIECES.__getitem__, chunks_of(text))))
    if not pieces:
        return Tokens(text, [], [], [], [], [])
    words, lowers, lengths, steps, digits = map(list, zip(*pieces, strict=True))
    starts = list(accumulate(steps, initial=len(text) - len(text.lstrip())))[:-1]
    return Tokens(text, words, lowers, starts, list(map(add, starts, lengths)), digits)
