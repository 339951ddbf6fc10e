"""The people of one article: which of its names are one person's. People of different articles meet in `resolve`."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.extract.officials.vocabulary import Office, family_names, small_words

PATRONYMICS = ("ovich", "evich", "ovna", "evna", "ovych", "ivna", "inichna", "ilich", "ilyich", "mich", "kich")
"""How Russian and Ukrainian patronymics end, folded."""
_LETTERS = str.maketrans(
    {"’": "'", "‑": "-", "ø": "o", "ł": "l", "ı": "i", "đ": "d", "æ": "ae", "“": '"', "”": '"', "‘": "'"}
)
_KNIGHTS = frozenset(("sir", "dame"))
"""Before a forename alone."""
_KNIGHT = 2
_SYNONYMS = (
    frozenset(("premier", "prime minister", "head of government")),
    frozenset(("president", "head of state", "leader")),
)
"""Offices that a text calls by several words."""


def fold(text: str) -> str:
    """`text` without case and marks: what two spellings of a name by one hand share."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=1 << 12)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, particles left out, hyphens taken as spaces."""
    pieces = fold(name).replace("-", " ").split()
    words = tuple(piece.strip(".,'\"()") for piece in pieces)
    kept = tuple(word for word in words if word and word not in small_words())
    return kept or words


@dataclass(slots=True)
class Person:
    """One person of the article."""

    name: str
    """The fullest name so far."""
    keys: set[tuple[str, ...]] = field(default_factory=set)
    countries: dict[str, int] = field(default_factory=dict)
    """State to how often it was given; `serve` adds to it."""
    country: str | None = None
    """The state most often given, the first in the alphabet among equals."""
    offices: set[str] = field(default_factory=set)
    """Heads of the titles given."""
    kinds: set[str] = field(default_factory=set)
    """Kinds of the titles given."""
    official: bool = False
    """Whether some title is a public office."""
    last: int = -1
    """Offset of the last place where the person was named."""

    def serve(self, code: str) -> None:
        """Note that the text gives the person the state `code` once more."""
        self.countries[code] = self.countries.get(code, 0) + 1
        self.country = min(self.countries, key=lambda code: (-self.countries[code], code))


class Register:
    """The people met so far in an article, found again by any of their names."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}

    def add(self, name: str) -> Person:
        """The person of a full name: the one who bears it, else a new one."""
        key = name_words(name)
        for person in self._candidates(key):
            if any(_same(key, other) for other in person.keys):
                self._learn(person, name, key)
                return person
        person = Person(name)
        self.people.append(person)
        self._learn(person, name, key)
        return person

    def _learn(self, person: Person, name: str, key: tuple[str, ...]) -> None:
        if _fullness(name) > _fullness(person.name):
            person.name = name
        if key not in person.keys:
            person.keys.add(key)
            for word in key:
                group = self._by_word.setdefault(word, [])
                if person not in group:
                    group.append(person)

    def _candidates(self, key: Iterable[str]) -> list[Person]:
        found: list[Person] = []
        for word in key:
            for person in self._by_word.get(word, ()):
                if person not in found:
                    found.append(person)
        return found

    def bearers(self, name: str) -> list[Person]:
        """The people whom a short name may mean, those first whose surname it is."""
        key = name_words(name)
        if not key:
            return []
        found = [person for person in self._candidates(key) if any(_contains(other, key) for other in person.keys)]
        by_surname = [
            person for person in found if any(key[-1] in surnames(other, person.name) for other in person.keys)
        ]
        return by_surname or found

    def holder_of(self, office: Office) -> Person | None:
        """Whom "the minister" means: of those given such an office, the one named last."""
        same = next((group for group in _SYNONYMS if office.words in group), frozenset((office.words,)))
        found = [person for person in self.people if person.last >= 0 and person.offices & same]
        return max(found, key=lambda person: person.last) if found else None


@lru_cache(maxsize=1 << 12)
def _fullness(name: str) -> tuple[int, int]:
    words = name_words(name)
    return sum(len(word) > 1 for word in words), len(name)


def _contains(key: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether `part` is a run of words of `key`."""
    size = len(part)
    return any(key[index : index + size] == part for index in range(len(key) - size + 1))


def _same(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names are one person's: equal, or one leaves out middle words, initials or a patronymic."""
    if left == right or "".join(left) == "".join(right) or _is_knighted(left, right) or _is_knighted(right, left):
        return True
    short, long = sorted((left, right), key=len)
    if len(short) < 2:
        return False
    if short[0] != long[0] and len(short[0]) > 1 and len(long[0]) > 1 and set(short) - set(long):
        return False
    rest = list(long)
    for word in short:
        hit = next(
            (other for other in rest if other == word or (1 in (len(word), len(other)) and word[0] == other[0])), None
        )
        if hit is None:
            return False
        rest.remove(hit)
    return short[-1] == long[-1] or short[0] == long[0] or set(short) <= set(long)


def _is_knighted(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether `short` is a knight's or dame's forename, with which `long` begins: "Sir John" of "John Low"."""
    return len(short) == _KNIGHT and short[0] in _KNIGHTS and short[1] == long[0]


def surnames(key: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The words of a full name by which its bearer is called again."""
    if len(key) == 1:
        return key
    first = name.split()[0] if name else ""
    if key[-1].endswith(PATRONYMICS) and len(key) >= 3:
        return (key[0],)
    if first in family_names() and (len(key) == 3 or len(key) == 2) and fold(first) == key[0]:
        return (key[0], key[-1])
    if len(key) >= 4:
        return (key[-1], key[-2])
    return (key[-1],)
