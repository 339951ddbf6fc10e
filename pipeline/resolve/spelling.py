"""Spellings of personal names: what two spellings of one name share. Whose name it is, is decided in `identity`.

The equivalences stand in romanisation.csv. Nothing else counts as alike: likeness alone never makes two names one.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.extract.officials.people import PATRONYMICS, fold
from pipeline.extract.officials.vocabulary import particles
from pipeline.lexicon.table import rows

_SYLLABLES = 3


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name without what spellings of it may differ in."""

    words: tuple[str, ...]
    """Its words in one romanisation, particles and patronymic left out, in alphabetical order."""
    surname: str
    """The word by which its bearer is called."""
    solid: str
    """Its words in their order, written as one: "Xi Jin-ping" and "Xi Jinping" share it."""
    korean: bool
    """Whether it is built like a Korean name: the given name is one word, and no part of it may be left out."""

    @property
    def full(self) -> bool:
        """Whether it has two words or more."""
        return len(self.words) > 1


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> NameKey:
    """The key of `name`: equal for spellings of one name.

    >>> name_key("Kim Jong-un") == name_key("Kim Jong Un")
    True
    """
    words = [word for word in _fold(name).split() if word]
    korean = _korean(words)
    if korean is not None:
        return korean
    parts = [part.strip(".'") for word in words for part in word.split("-")]
    parts = [part for k, part in enumerate(parts) if part and not (k and part in particles("ending"))]
    kept = [part for part in parts if part not in particles("leading") | particles("inner")] or parts
    patronymic = next((k for k, part in enumerate(kept) if len(kept) > 2 and k and part.endswith(PATRONYMICS)), None)
    surname = kept[-1] if kept else ""
    if patronymic is not None:
        # the surname stands before given name and patronymic, or behind them
        surname = kept[0] if patronymic == len(kept) - 1 else kept[-1]
        kept = kept[:patronymic] + kept[patronymic + 1 :]
    elif kept and _family_first(kept):
        surname = kept[0]
    canonical = [_word(part) for part in kept]
    return NameKey(tuple(sorted(canonical)), _word(surname), "".join(canonical), False)


def _fold(name: str) -> str:
    return fold(name).replace("'", "")


@cache
def _scopes() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows("romanisation"):
        found[row["scope"]][row["variant"]] = row["canonical"]
    return dict(found)


def _word(word: str) -> str:
    return _scopes()["word"].get(word, word)


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("surnames"):
        found[row["language"]].add(_fold(row["surname"]))
    return {language: frozenset(names) for language, names in found.items()}


def _family_first(words: list[str]) -> bool:
    """Whether the first word is what the bearer is called by: a Chinese or Khmer family name."""
    families = _families()
    if len(words) == 2:
        chinese = words[0] in families["chinese"] and words[1] not in families["chinese"]
        return chinese or words[0] in families["khmer"]
    return len(words) >= 3 and words[0] in families["chinese"] and words[0] not in families["vietnamese"]


def _korean(words: list[str]) -> NameKey | None:
    """The key of a name that is built like a Korean one, family name first or last, else None."""
    if not 2 <= len(words) <= 3:
        return None
    if "-" in words[0] and len(words) == 2:
        words = words[::-1]
    given, known = "-".join(words[1:]), _scopes()["korean_given"]
    if words[0] not in _families()["korean"]:
        return None
    syllables = given.split("-")
    if len(syllables) == 1 and given not in known:
        syllables = _cut(given)
    if len(syllables) > _SYLLABLES or not all(syllable in known for syllable in syllables):
        return None
    family = _scopes()["korean_family"].get(words[0], words[0])
    given = "".join(known[syllable] for syllable in syllables)
    return NameKey(tuple(sorted((family, given))), family, family + given, True)


def _cut(word: str) -> list[str]:
    """A given name written in one word as its two syllables, or as it is where none or several cuts fit."""
    known = _scopes()["korean_given"]
    cuts = {
        (known[word[:k]] + known[word[k:]]): [word[:k], word[k:]]
        for k in range(1, len(word))
        if word[:k] in known and word[k:] in known
    }
    return next(iter(cuts.values())) if len(cuts) == 1 else [word]


def names_agree(short: NameKey, long: NameKey) -> bool:
    """Whether `short` is `long` with words left out or cut to initials, the surname kept. Never so for Korean names."""
    if short.korean or long.korean or len(short.words) < 2 or len(short.words) > len(long.words):
        return False
    if short.surname not in long.words or (short.surname != long.surname and long.surname not in short.words):
        return False
    rest = list(long.words)
    for word in sorted(short.words, key=len, reverse=True):
        hit = next((other for other in rest if other == word), None)
        if hit is None:
            hit = next((other for other in rest if min(len(word), len(other)) == 1 and word[0] == other[0]), None)
        if hit is None:
            return False
        rest.remove(hit)
    return True
