"""Where a name is at home: the states in whose languages it is given. A cue within one article, no more."""

from collections import defaultdict
from functools import cache

from pipeline.extract.officials.people import name_words, surnames
from pipeline.extract.officials.vocabulary import family_first, family_names
from pipeline.lexicon.table import rows

_TELLING = 3
"""Letters: an ending as long tells more than a given name that is at home elsewhere ("Robert Kocharyan")."""
_GIVEN_LAST = frozenset(("japanese", "hungarian"))
"""Languages whose names are met in both orders."""


@cache
def _homes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("name_homes"):
        found[row["language"]].add(row["code"])
    return {language: frozenset(codes) for language, codes in found.items()}


@cache
def _languages() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("given_names"):
        found[row["name"]].add(row["language"])
    return {name: frozenset(languages) for name, languages in found.items()}


@cache
def _endings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("name_endings"):
        found[row["ending"]].add(row["code"])
    return {ending: frozenset(codes) for ending, codes in found.items()}


@cache
def _leaders() -> tuple[dict[tuple[str, ...], str], dict[str, str | None]]:
    """Full names by their words to states; surnames to states, None where leaders of two states share one."""
    full: dict[tuple[str, ...], str] = {}
    short: dict[str, str | None] = {}
    for row in rows("leaders"):
        key, code = name_words(row["name"]), row["code"]
        full[tuple(sorted(key))] = code
        for surname in surnames(key, row["name"])[:1]:
            short[surname] = code if short.get(surname, code) == code else None
    return full, short


@cache
def leader_state(name: str) -> str | None:
    """The state of the known leader who bears `name`, a surname alone included where no family name is meant."""
    key, (full, short) = name_words(name), _leaders()
    if len(key) > 1:
        return full.get(tuple(sorted(key)))
    return short.get(key[0]) if key and key[0].capitalize() not in family_names() else None


@cache
def name_homes(name: str) -> frozenset[str]:
    """The states that the words of `name` point to; empty where they point to none.

    A family name that comes first with the form of its language decides; else the given names' languages, narrowed by
    the surname's ending where both agree.
    """
    words = name.split()
    if len(words) < 2:
        return frozenset()
    language = _family_first_language(words)
    if language is not None:
        return _homes()[language]
    given: set[str] = set()
    for word in words[:-1]:
        for spoken in _languages().get(word, ()):
            given |= _homes().get(spoken, frozenset())
    if not given:
        for spoken in _languages().get(words[-1], frozenset()) & _GIVEN_LAST:
            given |= _homes()[spoken]
    ended, size = _by_ending(words[-1])
    if given and ended & given:
        return frozenset(ended & given)
    if size >= _TELLING:
        return ended
    return frozenset(given) or ended


def _family_first_language(words: list[str]) -> str | None:
    families = family_first()
    first, rest = words[0].capitalize(), words[1:]
    hyphened = len(rest) == 1 and "-" in rest[0]
    spaced = len(rest) == 2 and _small(rest) and first not in families["vietnamese"]
    if first in families["korean"] and (hyphened or spaced):
        return "korean"
    if first in families["vietnamese"] and len(rest) >= 2:
        return "vietnamese"
    if first in families["chinese"] and len(rest) == 1 and rest[0].isalpha() and rest[0] not in _languages():
        return "chinese"
    if first in families["khmer"] and len(rest) == 1 and rest[0] not in _languages():
        return "khmer"
    return None


def _small(words: list[str]) -> bool:
    return all(len(word) <= 6 for word in words)


def _by_ending(word: str) -> tuple[frozenset[str], int]:
    """The states in whose languages surnames end like `word`, and the length of the ending."""
    low = word.lower()
    for size in range(min(7, len(low) - 2), 1, -1):
        codes = _endings().get(low[-size:])
        if codes is not None:
            return codes, size
    return frozenset(), 0
