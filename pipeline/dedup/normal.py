"""The normal form of a text: what two copies of the same words share, however they are typeset.

Typeset means quotes, dashes, kinds of white space, invisible characters, ligatures and full-width letters. Nothing that
is said differently belongs here: a superscript stays apart from a digit, so that "10²" is not "102".
"""

import re
import unicodedata
from functools import cache

_SIGNS = {
    **dict.fromkeys("‘’‚‛′´ʼ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－⸺", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""),
}
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_DOUBLED_SINGLE = re.compile(r"''")
_OPEN_RANGE_DASH = re.compile(r"-{2,20}")


def plain(text: str) -> str:
    """`text` with plain quotes, dashes and single spaces, without invisible characters; its letters' case is kept."""
    if not text.isascii():
        text = _BEYOND_ASCII.sub(_spelled, unicodedata.normalize("NFC", text))
    text = _DOUBLED_SINGLE.sub('"', text.replace("`", "'"))
    return " ".join(_OPEN_RANGE_DASH.sub("-", text).split())


def normal(text: str) -> str:
    """The normal form of `text`: `plain` without case. Equal normal forms are the same words."""
    return plain(text).casefold()


def _spelled(match: re.Match[str]) -> str:
    return _plain_character(match[0])


@cache
def _plain_character(character: str) -> str:
    """The plain spelling of one character; a number above, below or inside a sign is set apart by "^"."""
    if character in _SIGNS:
        return _SIGNS[character]
    spelled = unicodedata.normalize("NFKC", character)
    if spelled == character:
        return character
    plain_letters = "".join(_SIGNS.get(letter, letter) for letter in spelled)
    return f"^{plain_letters}^" if unicodedata.category(character) == "No" else plain_letters
