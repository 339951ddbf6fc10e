"""Spellings of personal names: what two spellings of one name share. The equivalences stand in romanisation.csv."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.extract.officials.people import PATRONYMICS, fold
from pipeline.extract.officials.vocabulary import honorifics, particles
from pipeline.lexicon.table import rows

_SYLLABLES = 3
_NICKNAME = re.compile(r"\s\(?[\"'“‘][^\s\"'“”‘’()]{1,24}[\"'”’]\)?(?=\s)")
"""A word in quotes inside a name: "Joko “Jokowi” Widodo"."""
_ARABIC = frozenset(("al", "el", "bin", "ibn", "ben", "bint"))
"""Particles that one writer puts and another leaves out."""
_SHORTEST = 4
"""Letters: shorter words have no spellings but those of the lexicon."""
_SOUNDS = (
    *(("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "g")),
    *(("ck", "k"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("q", "g"), ("w", "v"), ("x", "ks"), ("y", "i")),
    *(("ou", "u"), ("oo", "u"), ("ee", "i")),
)
"""Letters by which romanisations of one sound differ, in the order in which they are made one."""
_ENDINGS = (("of", "ov"), ("iov", "ev"), ("iev", "ev"), ("ieva", "eva"), ("iova", "eva"))


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
    ordered: tuple[str, ...] = ()
    """Its words in their order."""
    father: str = ""
    """The patronymic, "" where it has none."""
    family_first: bool = False
    """Whether it is built like a Chinese, Khmer or Vietnamese name: no part of it may be left out."""
    house: bool = False
    """Whether its last word is the name of a house: "Mohammed bin Salman Al Saud"."""

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
    words = [word for word in _fold(without_nickname(name)).replace(".", ". ").split() if word.strip(".'-")]
    korean = _korean(words)
    if korean is not None:
        return korean
    words = _without_honours(words)
    parts = [part.strip(".'") for word in words for part in word.split("-")]
    parts = [part for k, part in enumerate(parts) if part and not (k and part in particles("ending"))]
    small = particles("leading") | particles("inner")
    kept = [part for k, part in enumerate(parts) if part not in small or (k and k == len(parts) - 1)] or parts
    patronymic = next((k for k, part in enumerate(kept) if len(kept) > 2 and k and part.endswith(PATRONYMICS)), None)
    father = ""
    surname = kept[-1] if kept else ""
    family_first = False
    if patronymic is not None:
        # the surname stands before given name and patronymic, or behind them
        surname = kept[0] if patronymic == len(kept) - 1 else kept[-1]
        father = _word(kept[patronymic])
        kept = kept[:patronymic] + kept[patronymic + 1 :]
    elif kept and _family_first(kept):
        surname, family_first = kept[0], True
    elif len(kept) > 2 and kept[0] in _families()["vietnamese"]:
        family_first = True
    canonical = [part if family_first else _word(part) for part in kept]
    shared = surname if family_first else _word(surname)
    written = [part for part in parts if part not in _ARABIC or part in kept]
    solid = "".join(written) if family_first else _solid(written)
    house = len(parts) > 3 and parts[-2] == "al"
    return NameKey(tuple(sorted(canonical)), shared, solid, False, tuple(canonical), father, family_first, house)


def without_nickname(name: str) -> str:
    """`name` as its bearer signs: a nickname in quotes inside it left out.

    >>> without_nickname("Joko “Jokowi” Widodo")
    'Joko Widodo'
    """
    return _NICKNAME.sub("", name)


def _solid(parts: Sequence[str]) -> str:
    """`parts` as one word in one romanisation."""
    known = _scopes()["word"]
    return _sound("".join(known.get(part, part) for part in parts).replace("abdul", "abdel"))


def _fold(name: str) -> str:
    return fold(name).replace("'", "")


def _without_honours(words: list[str]) -> list[str]:
    """`words` without the honorifics that the name begins with, two words at least kept."""
    known, first = _honours(), 0
    while len(words) - first > 2 and words[first] in known:
        first += 1
    return words[first:]


@cache
def _honours() -> frozenset[str]:
    return frozenset(_fold(honour).strip(".") for honour in honorifics()) | frozenset(("u",))


@cache
def _scopes() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows("romanisation"):
        found[row["scope"]][row["variant"]] = row["canonical"]
    return dict(found)


def _word(word: str) -> str:
    """The spelling that stands for `word`: by the lexicon, else by what romanisations of one sound share."""
    known = _scopes()["word"]
    sound = _sound(known.get(word, word))
    return known.get(sound, sound)


@lru_cache(maxsize=1 << 14)
def _sound(word: str) -> str:
    """`word` in one romanisation: "Zhirinovskiy" as "Zhirinovsky", "Likhachyov" as "Likhachev".

    >>> _sound("jeenbekov") == _sound("zheenbekov")
    True
    """
    if len(word) < _SHORTEST:
        return word
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    word = "".join(char for k, char in enumerate(word) if not k or char != word[k - 1])
    for old, new in _ENDINGS:
        if word.endswith(old):
            word = word.removesuffix(old) + new
    return "e" + word[2:] if word.startswith("ie") else word


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
    return NameKey(tuple(sorted((family, given))), family, family + given, True, (family, given))


def _cut(word: str) -> list[str]:
    """A given name written in one word as its two syllables, or as it is where none or several cuts fit."""
    known = _scopes()["korean_given"]
    cuts = {
        (known[word[:k]] + known[word[k:]]): [word[:k], word[k:]]
        for k in range(1, len(word))
        if word[:k] in known and word[k:] in known
    }
    return next(iter(cuts.values())) if len(cuts) == 1 else [word]
