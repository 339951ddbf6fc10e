"""Known leaders by their names, in any spelling: the states and bodies that leaders.csv gives them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from pipeline.extract.officials.name_keys import NameKey, name_key
from pipeline.extract.officials.people import fold, name_words, surnames
from pipeline.extract.officials.vocabulary import family_names, particles
from pipeline.lexicon.countries import body_codes
from pipeline.lexicon.table import rows
from pipeline.values import value

_SPELT = 3.0
"""What a full name says, next to the surname of somebody who is called by it alone: that says 1."""
_LIKE = 2.0
"""What another spelling of it says, or one with more names in it."""
_COMMON = 1.0
"""What the full name of somebody with namesakes says."""
_SURNAME = 0.5
"""What the surname says of somebody who is not called by it alone."""
_SYLLABLES = frozenset("ou")
"""Words of a letter that are no initials: of Korean names."""
_MORE = 2
"""Words more in a name than in the lexicon's: a second surname, a house."""


@value(frozen=True, slots=True)
class _Leader:
    name: str
    codes: frozenset[str]
    """The states and bodies served; several for who led a ministry and, later on, a body of many states."""
    tells: str
    """As in leaders.csv."""
    key: NameKey


@cache
def _leaders() -> tuple[_Leader, ...]:
    codes: dict[str, set[str]] = defaultdict(set)
    tells: dict[str, str] = {}
    for row in rows("leaders"):
        codes[row["name"]].add(row["code"])
        tells[row["name"]] = row["tells"]
    return tuple(_Leader(name, frozenset(served), tells[name], name_key(name)) for name, served in codes.items())


@cache
def _by_words() -> dict[tuple[str, ...], _Leader]:
    """The words of full names, as `_words` gives them, to their bearers."""
    return {_words(leader.name): leader for leader in _leaders()}


@cache
def _by_key() -> dict[tuple[str, ...], tuple[_Leader, ...]]:
    """`NameKey.words` to the leaders who share them."""
    found: dict[tuple[str, ...], list[_Leader]] = defaultdict(list)
    for leader in _leaders():
        found[leader.key.words].append(leader)
    return {words: tuple(group) for words, group in found.items()}


@cache
def _by_surname() -> dict[str, tuple[_Leader, ...]]:
    """Surnames, folded, to the leaders who bear them; those left out that are many people's."""
    found: dict[str, list[_Leader]] = defaultdict(list)
    for leader in _leaders():
        for surname in surnames(name_words(leader.name), leader.name)[:1]:
            found[surname].append(leader)
    return {word: tuple(group) for word, group in found.items() if word.capitalize() not in family_names()}


def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name in alphabetical order, particles, initials and "Jr." left out: two at least."""
    words, endings = name_words(name), particles("ending")
    if len(words) < 2:
        # "Ben Wallace", "Li Bin"
        words = tuple(fold(name).replace("-", " ").split())
    kept = [
        word
        for k, word in enumerate(words)
        if (len(word) > 1 or word in _SYLLABLES) and not (k > 1 and word in endings)
    ]
    return tuple(sorted(kept if len(kept) > 1 else words))


@lru_cache(maxsize=1 << 12)
def _meant(name: str) -> tuple[_Leader, ...]:
    """The leaders whose full name `name` is, spelt like this or otherwise with as many words."""
    if " " not in name.strip():
        return ()
    words = _words(name)
    exact = _by_words().get(words)
    if exact is not None:
        return (exact,)
    key = name_key(name)
    return () if key.korean else _by_key().get(key.words, ())


def leader_state(name: str, national: bool | None = None) -> str | None:
    """The state or body of the known leader who bears the full name `name`; None where the name leaves it open.

    Of those who served a state and a body, `national` says which of the two is asked for.
    """
    meant = [leader for leader in _meant(name) if leader.tells != "weighed"]
    codes = frozenset[str]().union(*(leader.codes for leader in meant))
    if len(codes) > 1 and national is not None:
        codes = frozenset(code for code in codes if (code not in body_codes()) == national)
    return next(iter(codes)) if len(codes) == 1 else None


def is_spelt_so(name: str) -> bool:
    """True where `name` is a known leader's as leaders.csv spells it; another spelling may be somebody else's name."""
    return _words(name) in _by_words()


def leader_signs(name: str, states: Collection[str]) -> Mapping[str, float]:
    """How much `name` says for states, as the name of a known leader.

    A surname alone, a spelling that is not the lexicon's and the name of somebody with namesakes say it only of the
    `states` that the page speaks of; the surname of a leader called by it alone says it of any.
    """
    if " " not in name.strip():
        return _surname_signs(name, states)
    meant = _meant(name)
    if meant:
        return {
            code: _COMMON if leader.tells == "weighed" else _SPELT
            for leader in meant
            for code in sorted(leader.codes)
            if leader.tells != "weighed" or code in states
        }
    return {code: _LIKE for leader in _like(name_key(name)) for code in sorted(leader.codes) if code in states}


def _surname_signs(name: str, states: Collection[str]) -> Mapping[str, float]:
    bearers = [leader for word in name_words(name)[:1] for leader in _by_surname().get(word, ())]
    alone = {code for leader in bearers if leader.tells == "surname" for code in leader.codes}
    if len(alone) == 1:
        return dict.fromkeys(alone, 1.0)
    here = {code for leader in bearers for code in leader.codes if code in states}
    return dict.fromkeys(here, _SURNAME) if len(here) == 1 else {}


def _like(key: NameKey) -> tuple[_Leader, ...]:
    """The leaders whose names the key of another spelling can be, or the key of a name with more words in it."""
    if key.korean or key.family_first:
        return _by_key().get(key.words, ())
    size, ordered = len(key.ordered), key.ordered
    shorter = [ordered[:end] for end in range(max(2, size - _MORE), size)]
    if size > 2:
        shorter.append((ordered[0], ordered[-1]))
    found = (
        leader for part in shorter for leader in _by_key().get(tuple(sorted(part)), ()) if leader.key.ordered == part
    )
    return tuple(leader for leader in found if not leader.key.korean and not leader.key.family_first)
