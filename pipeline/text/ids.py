"""Stable ids: hashes of source words, never of derived columns, of positions or of the run."""

import hashlib
import unicodedata

ID_LENGTH = 16
_QUOTES = str.maketrans({"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " "})


def normal_words(text: str) -> str:
    """`text` in NFC with plain quotes and single spaces: what two spellings of the same words share."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_QUOTES).split())


def stable_id(*parts: str | int | None) -> str:
    """An id of 16 hexadecimal digits for the given words, equal wherever and whenever it is computed.

    Strings are compared by `normal_words`; None and "" are different parts.
    """
    digest = hashlib.sha256()
    for part in parts:
        word = "\x00" if part is None else normal_words(str(part))
        digest.update(word.encode("utf-8", "surrogatepass") + b"\x1f")
    return digest.hexdigest()[:ID_LENGTH]
