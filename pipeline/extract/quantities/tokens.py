"""A text as tokens: runs of digits with their separators, runs of letters, single signs. Nothing is interpreted."""

import re

from pipeline.values import value

BREAK = "¶"
"""The token that stands for a blank line: no phrase reaches across it."""


_BLANK = r"\n[^\S\n]{0,80}\n"
_PLAIN = 30
"""Characters: runs of letters or digits that are no longer are one token."""
_NOUGHT, _NINE, _ASCII = 48, 57, 127
"""Code points of the first and the last digit and of the last sign of ASCII."""
_BESIDE = frozenset(",.;:)")
"""Signs that are a token each behind any run of letters or digits."""


def _digits(digit: str) -> str:
    """The pattern of digits with their separators."""
    return rf"{digit}{digit}{{0,29}}(?:[.,]{digit}{{1,30}}){{0,10}}"


def _token(letter: str, digit: str, power: str) -> re.Pattern[str]:
    """The pattern of a token.

    Alternatives begin with one sign of a set, not with a run of them: so they are passed over at once where it is
    missing.
    """
    return re.compile(
        rf"{letter}{letter}{{0,59}}{power}"
        rf"|{_digits(digit)}"
        r"|['’][sS](?!\w)"
        rf"|{_BLANK}"
        r"|\S"
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
        """The tokens from `first` up to `last`, by default all, that are among `words`, in order."""
        lowers = self.lowers
        behind = len(lowers) if last is None or last > len(lowers) else last
        return [at for at in range(first, behind) if lowers[at] in words]

    def places_of_digits(self) -> list[int]:
        """The tokens that are made of digits, in order."""
        found = list[int]()
        for at, word in enumerate(self.words):
            first = ord(word[0])  # which compiled code compares at a quarter of what it takes for a string
            # most words are letters; beyond ASCII are digits of other scripts
            if _NINE >= first >= _NOUGHT or (first > _ASCII and word[0].isdecimal()):
                found.append(at)
        return found

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
    """Cut `text` into tokens, in one pass.

    Most of what stands between blanks is a word, perhaps with a sign behind it: the pattern has to cut only the rest,
    which takes half the time of cutting all by it.
    """
    ascii_alone = text.isascii()
    cut = (_ASCII_TOKEN if ascii_alone else _TOKEN).finditer
    words, starts, ends = list[str](), list[int](), list[int]()
    at = 0
    for chunk in text.split(" ") if "\n" not in text or _BLANK_LINE.search(text) is None else [text]:
        behind = at + len(chunk)
        if _is_run(chunk):
            words.append(chunk)
            starts.append(at)
            ends.append(behind)
        elif chunk[-1:] in _BESIDE and _is_run(chunk[:-1]):
            words.append(chunk[:-1])
            words.append(chunk[-1])
            starts.append(at)
            starts.append(behind - 1)
            ends.append(behind - 1)
            ends.append(behind)
        else:
            for match in cut(chunk):
                words.append(BREAK if match.group().isspace() else match.group())
                starts.append(at + match.start())
                ends.append(at + match.end())
        at = behind + 1
    lowers = [word.lower() for word in words] if ascii_alone else _plain_words(text, words, starts, ends)
    return Tokens(text, words, lowers, starts, ends)


def _is_run(chunk: str) -> bool:
    """Whether a chunk is one token: letters, or digits, alone."""
    if len(chunk) > _PLAIN or not chunk.isalnum():
        return False
    return chunk.isalpha() or chunk.isdecimal()


def _plain_words(text: str, words: list[str], starts: list[int], ends: list[int]) -> list[str]:
    """The words of `text` in small letters, signs made plain."""
    plain = _plain(text)
    if len(plain) != len(text) or BREAK in words:
        return [_plain(word) for word in words]
    return [plain[start:end] for start, end in zip(starts, ends, strict=True)]
