"""The words of a text, for readers that ask which words it has and not where they stand."""

import re

from pipeline.text.parts import holds_any

_ASCII = 128
_SIGNS = "’‘“”–—…"
"""Signs beyond ASCII that no word holds and many a text has."""


def is_plain(text: str) -> bool:
    """Whether `text` is ASCII without figures: there a run of letters is what `str.isalnum` says, which compiled code
    asks at a quarter of what `str.isalpha` costs it."""
    return text.isascii() and not holds_any(text, "0123456789")


def is_joined(chunk: str) -> bool:
    """Whether `chunk` is two runs of letters and one sign that joins them to a word: "Jong-un", "Kim's"."""
    head, joint, tail = chunk.partition("-")
    if not joint:
        head, joint, tail = chunk.partition("'")
    return head.isalpha() and tail.isalpha()


class WordCutter:
    """Cuts texts into the words that a pattern finds: runs of letters, or of more, perhaps joined by a sign.

    Most texts are ASCII alone: there each sign that no word holds becomes a blank, and what stands between blanks is a
    word. That takes half the time of trying the pattern, which is left to the few parts with a joining sign, and to
    texts with other letters.
    """

    def __init__(self, word: re.Pattern[str]) -> None:
        """`word` finds the same in a part between signs that it has no place for as in the whole text."""
        self._findall = word.findall
        held = [chr(code) for code in range(_ASCII) if word.fullmatch(f"a{chr(code)}a")]
        self._joints = tuple(sign for sign in held if not word.fullmatch(sign))
        self._table = bytes(ord(sign) if sign in held else ord(" ") for sign in map(chr, range(256)))

    def words(self, text: str) -> list[str]:
        """The words of `text`, in order."""
        if not text.isascii():
            for sign in _SIGNS:
                text = text.replace(sign, " ")
            if not text.isascii():
                return self._cut(text.split(), "")
        parts = text.encode().translate(self._table).decode().split()
        for joint in self._joints:
            if joint in text:
                return self._cut(parts, joint)
        return parts

    def _cut(self, parts: list[str], joint: str) -> list[str]:
        """The words of `parts`: letters alone are one; others the pattern cuts, where they hold `joint`."""
        words: list[str] = []
        for part in parts:
            if joint in part and not part.isalpha():
                words += self._findall(part)
            else:
                words.append(part)
        return words
