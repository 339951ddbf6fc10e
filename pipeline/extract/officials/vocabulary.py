"""The lexicons of this room, made ready for look-up. What a word means in its sentence is decided elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import Final

from pipeline.lexicon.table import rows
from pipeline.values import value


class Sort:
    """What a single word can be: bits, since a word may be of several sorts. Plain integers, for speed."""

    FUNCTION: Final = 1
    """Begins sentences or joins phrases; no name and no title begins with it."""
    CALENDAR: Final = 2
    WORD: Final = 4
    """A name that holds it is no person's."""
    LEAD: Final = 8
    """The capitalised words behind it name a thing: a ship, a storm, a street."""
    PORTFOLIO: Final = 16
    """Ministries and offices are named with it."""
    PUBLIC: Final = 32
    PRIVATE: Final = 64
    BODY: Final = 128
    """Names a body by itself ("committee", "company")."""
    VERB: Final = 256
    """Ends a noun phrase."""
    RANK: Final = 512
    """Belongs to the title that follows: deputy, first, special."""
    FORMER: Final = 1024
    ACTING: Final = 2048
    DESIGNATE: Final = 4096
    CURRENT: Final = 8192
    SURNAME: Final = 16384
    """An English surname too."""
    LEAGUE: Final = 32768
    """A body that its members make up: private where they are, even a national one."""
    MEMBERS: Final = 65536
    """Private people and firms who band together: growers, exporters."""
    FIRM: Final = 131072
    """Ends the name of a private firm, whatever the office there is called."""


_SORTS: dict[str, int] = {name.lower(): bit for name, bit in vars(Sort).items() if name.isupper()}
STATUS = Sort.FORMER | Sort.ACTING | Sort.DESIGNATE | Sort.CURRENT


_SECTORS = {
    "public": Sort.PUBLIC,
    "private": Sort.PRIVATE,
    "firm": Sort.PRIVATE | Sort.FIRM,
    "league": Sort.PUBLIC | Sort.LEAGUE,
    "club": Sort.PRIVATE | Sort.LEAGUE,
    "members": Sort.PRIVATE | Sort.MEMBERS,
}

_SINGLE_WORDS = ("function", "calendar", "lead", "surname", "word")


@value(frozen=True, slots=True)
class Office:
    """A title by its words."""

    words: str
    """Singular, lower case."""
    kind: str
    """As in titles.csv; `none` for what people without a public office are called."""
    need: str
    """As in titles.csv."""
    code: str | None
    plural: bool


@value(frozen=True, slots=True)
class Body:
    """An organisation by its name."""

    name: str
    kind: str
    """As in organisations.csv."""
    code: str | None


Phrases = dict[str, dict[str, tuple[tuple[tuple[str, ...], Office], ...]]]
Bodies = dict[str, tuple[tuple[tuple[str, ...], Body], ...]]


@cache
def sorts() -> dict[str, int]:
    """Lower-case word to its sorts."""
    found: dict[str, int] = defaultdict(int)
    for row in rows("not_people"):
        if row["kind"] in _SINGLE_WORDS:
            found[row["name"]] |= _SORTS[row["kind"]]
    for row in rows("portfolios"):
        found[row["word"]] |= Sort.PORTFOLIO
    for row in rows("organisation_words"):
        found[row["word"]] |= _SECTORS[row["sector"]] | (Sort.BODY if row["body"] == "yes" else 0)
    for plural in plural_bodies():
        found[plural] |= Sort.WORD
    for row in rows("clause_verbs"):
        found[row["verb"]] |= Sort.VERB
    for row in rows("title_words"):
        found[row["word"]] |= _SORTS[row["kind"]]
    return dict(found)


@cache
def body_sorts() -> frozenset[int]:
    """The sorts, as in `sorts`, of the common nouns that name a body of which they tell whether it is public."""
    return frozenset(sort for sort in sorts().values() if sort & Sort.BODY and sort & (Sort.PUBLIC | Sort.PRIVATE))


@cache
def plural_bodies() -> dict[str, str]:
    """Plural to singular of the common nouns that name a body, of which every holder of a shared title has his own."""
    return {
        _plural_word(row["word"]): row["word"]
        for row in rows("organisation_words")
        if row["body"] == "yes" and row["word"].isalpha()
    }


@cache
def things() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names, as written, that no person bears: first word to what follows it in each, longest first."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows("not_people"):
        if row["kind"] not in _SINGLE_WORDS:
            first, *rest = row["name"].split()
            found[first].append(tuple(rest))
    return {first: tuple(sorted(group, key=lambda rest: (-len(rest), rest))) for first, group in found.items()}


@cache
def given_names() -> frozenset[str]:
    """Given names as written."""
    return frozenset(row["name"] for row in rows("given_names"))


@cache
def family_first() -> dict[str, frozenset[str]]:
    """Language to the family names, as written, that begin its full names."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("surnames"):
        found[row["language"]].add(row["surname"])
    return {language: frozenset(names) for language, names in found.items()}


@cache
def family_names() -> frozenset[str]:
    """All family names that come first."""
    return frozenset(row["surname"] for row in rows("surnames"))


@cache
def known_people() -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    """First word of the full names of known leaders, as written, to the second, to what follows the first in each.

    Names that others bear too are left out.
    """
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in rows("leaders"):
        first, *rest = row["name"].split()
        if rest and row["tells"] != "weighed" and first not in honorifics():
            found[first].add(tuple(rest))
    people: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = defaultdict(dict)
    for first, group in found.items():
        for behind in sorted(group, key=lambda behind: (-len(behind), behind)):
            people[first][behind[0]] = (*people[first].get(behind[0], ()), behind)
    return dict(people)


@cache
def particles(place: str) -> frozenset[str]:
    """The words of name_particles.csv for a `place` in the name."""
    return frozenset(row["particle"] for row in rows("name_particles") if row["place"] == place)


@cache
def small_words() -> frozenset[str]:
    """The particles before and inside a name."""
    return particles("leading") | particles("inner")


@cache
def honorifics() -> dict[str, str]:
    """Honorific as written to its kind: `title` or `name`."""
    return {row["honorific"]: row["kind"] for row in rows("honorifics")}


@cache
def role_words(sense: str) -> frozenset[str]:
    """The words of role_words.csv that have `sense`."""
    return frozenset(row["word"] for row in rows("role_words") if row["sense"] == sense)


@cache
def offices() -> Phrases:
    """First word of a title to its second, "" for none, to what follows the first in such titles, longest first."""
    found: dict[str, dict[tuple[str, ...], Office]] = defaultdict(dict)
    for row in rows("non_officials"):
        _add_title(found, row["title"], "none", "none", None)
    for row in rows("titles"):
        _add_title(found, row["title"], row["kind"], row["need"], row["code"] or None)
    return {first: _by_second_word(entries) for first, entries in found.items()}


def _by_second_word(
    entries: dict[tuple[str, ...], Office],
) -> dict[str, tuple[tuple[tuple[str, ...], Office], ...]]:
    groups: dict[str, list[tuple[tuple[str, ...], Office]]] = defaultdict(list)
    for rest, office in sorted(entries.items(), key=lambda item: (-len(item[0]), item[0])):
        groups[rest[0] if rest else ""].append((rest, office))
    return {second: tuple(group) for second, group in groups.items()}


def _add_title(
    found: dict[str, dict[tuple[str, ...], Office]], title: str, kind: str, need: str, code: str | None
) -> None:
    for words, plural in ((title, False), (plural_of(title), True)):
        office = Office(title, kind, need, code, plural)
        for spelled in _hyphenations(words):
            first, *rest = spelled
            found[first][tuple(rest)] = office


def _hyphenations(title: str) -> Iterator[tuple[str, ...]]:
    """`title` as written with spaces and with hyphens, at most the first three gaps varied."""
    words = title.split()
    gaps = len(words) - 1
    for joints in product(" -", repeat=min(gaps, 3)):
        text = words[0]
        for index, word in enumerate(words[1:]):
            text += (joints[index] if index < len(joints) else " ") + word
        yield tuple(text.split())


def plural_of(title: str) -> str:
    """The plural of a title: "ministers of state", "consuls general", "spokesmen", "vice presidents"."""
    words = title.split()
    head = len(words) - 1
    for index, word in enumerate(words):
        if index and word in ("of", "in", "at", "to", "without", "d'affaires", "and", "for"):
            head = index - 1
            break
    if len(words) > 1 and words[-1] in ("general", "delegate", "plenipotentiary") and words[0] not in _GENERALS:
        head = len(words) - 2
    words[head] = _plural_word(words[head])
    return " ".join(words)


_GENERALS = frozenset(("major", "lieutenant", "brigadier", "colonel", "army", "maj.", "lt.", "brig.", "col."))


_NO_PLURALS = frozenset({"rais"})
"""Titles from other languages whose plural would be another English word ("raises")."""


def _plural_word(word: str) -> str:
    if word in _NO_PLURALS:
        return word
    if word.endswith("."):
        return word[:-1] + "s."
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "ch", "sh", "x")) and word != "chargé d'affaires":
        return word + "es"
    return word + "s"


@cache
def bodies() -> Bodies:
    """First word of an organisation's name, as written, to the organisations that begin with it, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Body]]] = defaultdict(list)
    for row in rows("organisations"):
        first, *rest = row["organisation"].split()
        found[first.removesuffix("'s")].append(
            (tuple(rest), Body(row["organisation"], row["kind"], row["code"] or None))
        )
    return {first: tuple(sorted(group, key=lambda item: (-len(item[0]), item[0]))) for first, group in found.items()}


def matches(words: Sequence[str], start: int, rest: tuple[str, ...]) -> bool:
    """Whether `words` go on with `rest` behind `start`."""
    return not rest or tuple(words[start + 1 : start + 1 + len(rest)]) == rest
