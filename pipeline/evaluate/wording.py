"""When two wordings count as the same: sentences, names, titles, commodities, amounts."""

import re
import unicodedata

LONGEST_SENTENCE = 1200
"""Evidence of more characters is a page and no sentence, and meets no label (the measure's own bound)."""
TOLERANCE = 0.005
"""Two amounts are one when they differ by at most this part of the larger."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u200b": "", "\ufeff": ""})
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[a-z]+")
_TITLE_FILLERS = frozenset({"of", "the", "for", "to", "in", "and", "a", "s"})
_RANKS = frozenset({"vice", "deputy", "assistant", "prime"})
_COMMODITY_FILLERS = frozenset({"and", "of", "the", "other", "some", "its", "products", "product", "goods"})


def folded(text: str | None) -> str:
    """`text` with case, spacing, quotes and dashes evened out."""
    plain = unicodedata.normalize("NFKC", text or "").translate(_PLAIN)
    return " ".join(plain.split()).casefold()


def name_key(name: str | None) -> str:
    """The Latin letters of `name`, case and accents dropped: what two spellings of a name share."""
    return "".join(
        _LETTERS.findall(unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().casefold())
    )


def in_sentence(snippet: str, evidence: str | None) -> bool:
    """Whether `evidence` is the sentence that `snippet` was taken from, or at least three words of the snippet."""
    words, sentence = folded(snippet), folded(evidence)
    if len(sentence) > LONGEST_SENTENCE:
        return False
    return words in sentence or (len(sentence.split()) >= 3 and sentence in words)


def same_amount(one: float, other: float) -> bool:
    """Whether two amounts agree within `TOLERANCE`."""
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other), 1e-9)


def same_title(one: str | None, other: str | None) -> bool:
    """Whether one title is the other with words left out; a deputy is no chief."""
    a, b = (frozenset(_WORD.findall(folded(title))) - _TITLE_FILLERS for title in (one, other))
    return bool(a) and bool(b) and (a <= b or b <= a) and a & _RANKS == b & _RANKS


def commodity_words(commodity: str | None) -> frozenset[str]:
    """The content words of a commodity, plural s dropped."""
    return frozenset(word.rstrip("s") for word in _LETTERS.findall(folded(commodity))) - _COMMODITY_FILLERS
