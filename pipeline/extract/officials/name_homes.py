"""Where a name is at home: the states in whose languages it is given. A cue within one article, no more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from pipeline.extract.officials.people import fold
from pipeline.extract.officials.vocabulary import family_first, particles
from pipeline.lexicon.countries import body_codes
from pipeline.lexicon.table import rows

_TELLING = 3
"""Letters: an ending as long tells as much as a word of the lexicon."""
_SURNAME = 1.3
"""How much more the last word tells than the others."""
_SHORT_ENDING = 0.4
_ENDING = 0.7
_BORNE = 0.8
"""What a word tells that only names of known leaders have."""
_ARTICLES = frozenset(("al", "el", "an", "as", "ar", "ad", "at", "az", "ash", "ul", "abu", "bin"))
"""Before a hyphen they belong to every Arabic name."""
_FAMILY_FIRST = 1.6
"""What the form of a family name that comes first tells."""
_OTHER_HALF = 0.8
"""What a Korean name tells of the Korean state that spells it otherwise."""
_TAIWANESE = 1.5
"""What a hyphen in a name tells that Korea and Taiwan share."""
_ALSO_CHINESE = frozenset(("Lee",))
_GENERAL = 0.25
"""What a word tells that is at home in very many states; a word of one state tells 1."""


@cache
def _homes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("name_homes"):
        found[row["language"]].add(row["code"])
    return {language: frozenset(codes) for language, codes in found.items()}


@cache
def _word_homes() -> dict[str, frozenset[str]]:
    """Folded word of a name to the states that it is at home in."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("given_names"):
        found[fold(row["name"])] |= _homes().get(row["language"], frozenset())
    for row in rows("name_words"):
        found[row["word"]] |= _homes()[row["language"]]
    return {word: frozenset(codes) for word, codes in found.items()}


@cache
def _leaders_words() -> dict[str, frozenset[str]]:
    """Folded word of leaders' names, unknown to the other lexicons, to the states of those who bear it."""
    found: dict[str, set[str]] = defaultdict(set)
    known, bodies = _word_homes(), body_codes()
    for row in rows("leaders"):
        for word in fold(row["name"]).split():
            if word not in known and row["code"] not in bodies and len(word) > _TELLING:
                found[word].add(row["code"])
    return {word: frozenset(codes) for word, codes in found.items()}


@cache
def _endings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("name_endings"):
        found[row["ending"]].add(row["code"])
    return {ending: frozenset(codes) for ending, codes in found.items()}


@lru_cache(maxsize=1 << 12)
def name_homes(name: str) -> Mapping[str, float]:
    """The states that the words of `name` point to, each with how much they do: about 1 for one telling word.

    Every word adds for the states that it is at home in, the more the fewer they are, and the surname most.
    """
    small = particles("leading") | particles("inner")
    words = [word for word in name.split() if fold(word) not in small]
    found: dict[str, float] = defaultdict(float)
    language = _family_first_language(words) if len(words) > 1 else None
    if language is not None:
        _add(found, _homes()[language], _FAMILY_FIRST)
        other = _other_half(words) if language == "korean" else None
        if other is not None:
            found[other] *= _OTHER_HALF
        if language == "korean" and _may_be_taiwanese(words):
            found["TWN"] += _TAIWANESE
        return dict(found)
    for index, word in enumerate(words):
        codes, amount = _word(fold(word))
        _add(found, codes, amount * (_SURNAME if index and index == len(words) - 1 else 1.0))
    return dict(found)


def _add(found: dict[str, float], codes: Iterable[str], amount: float) -> None:
    for code in codes:
        found[code] += amount


def _word(word: str) -> tuple[frozenset[str], float]:
    """The states that a folded word points to and how much it does: the whole word, its parts, or its ending."""
    known = _word_homes()
    word = word.strip(".,'")
    first, _, rest = word.partition("-")
    if rest and first in _ARTICLES:
        word = rest
    whole = known.get(word)
    if whole is not None:
        return whole, _telling(whole)
    parts = [known[part] for part in word.split("-") if part in known]
    if parts:
        shared = frozenset.intersection(*parts) or parts[-1]
        return shared, _telling(shared)
    codes, size = _by_ending(word)
    borne = _leaders_words().get(word)
    if borne is not None:
        return codes | borne, _telling(codes | borne) * _BORNE
    return codes, _telling(codes) * (_ENDING if size >= _TELLING else _SHORT_ENDING)


def _telling(codes: frozenset[str]) -> float:
    return max(_GENERAL, 1.0 - 0.03 * (len(codes) - 1))


def _family_first_language(words: list[str]) -> str | None:
    families = family_first()
    first, rest = words[0].capitalize(), words[1:]
    hyphened = len(rest) == 1 and "-" in rest[0]
    spaced = len(rest) == 2 and _small(rest) and first not in families["vietnamese"]
    if first in families["korean"] and (hyphened or spaced):
        return "korean"
    if first in families["vietnamese"] and len(rest) >= 2:
        return "vietnamese"
    known = _word_homes().get(fold(rest[0]), frozenset()) - _homes()["chinese"]
    if first in families["chinese"] and len(rest) == 1 and rest[0].isalpha() and not known:
        return "chinese"
    if first in families["khmer"] and len(rest) == 1 and not known - _homes()["khmer"]:
        return "khmer"
    return None


@cache
def _halves() -> dict[tuple[str, str], str]:
    """Place in the name and word to the Korean state that spells it so."""
    return {(row["place"], row["word"]): row["code"] for row in rows("korean_halves")}


def _other_half(words: Sequence[str]) -> str | None:
    """The Korean state that would spell the name otherwise; None where its words are both states' or of both."""
    halves = _halves()
    given = (syllable for word in words[1:] for syllable in fold(word).split("-"))
    spelt = [halves.get(("family", fold(words[0]))), *(halves.get(("given", syllable)) for syllable in given)]
    north, south = spelt.count("PRK"), spelt.count("KOR")
    return None if north == south else "KOR" if north > south else "PRK"


def _may_be_taiwanese(words: Sequence[str]) -> bool:
    """Whether Taiwan spells names so too: "Lee Teng-hui", "Chang Chun-hsiung"."""
    families = family_first()["chinese"]
    hyphened = len(words) == 2 and words[1].partition("-")[2].islower()
    return hyphened and (words[0].capitalize() in families or words[0].capitalize() in _ALSO_CHINESE)


def _small(words: list[str]) -> bool:
    return all(len(word) <= 6 for word in words)


def _by_ending(word: str) -> tuple[frozenset[str], int]:
    """The states in whose languages surnames end like `word`, and the length of the ending."""
    for size in range(min(7, len(word) - 2), 1, -1):
        codes = _endings().get(word[-size:])
        if codes is not None:
            return codes, size
    return frozenset(), 0
