"""Where a text names a state, a body or a place, and which. Who acts on whom in a sentence is decided elsewhere."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from pipeline.lexicon.countries import OTHER, Form, forms, institutions
from pipeline.text.chunks import Sought, placed_chunks
from pipeline.values import value

_WORD = re.compile(r"(?<!\w)[^\W\d_]{1,40}")
_NO_PLURAL = ("s", "sh", "ch", "ese", "x", "z", "is")
"""Endings of adjectives that name no single person; to others an s may be added ("Chileans")."""


@value(frozen=True, slots=True)
class CountryMention:
    """One place where a state, a body or a place is named."""

    char_start: int
    char_end: int
    text: str
    code: str
    """ISO 3166-1 alpha-3, SUN, EUE, UNO, or another body's acronym; for a place the state that it lies in."""
    kind: str
    """`name` `demonym` `capital` `government` `organization` `short` `place` `prefix`, and of `find_actors` also
    `institution` and `parliament`."""


Entry = tuple[re.Pattern[str], dict[str, Form]]
"""The pattern of all forms that begin with a word, longest first, and the forms by their words."""


@cache
def _entries() -> dict[str, tuple[Entry | None, Entry | None]]:
    """First word to the forms of countries and places that begin with it, and to those of institutions.

    "Chileans" begins what "Chilean" does.
    """
    names, organs = _by_first_word(forms()), _by_first_word(institutions())
    plurals = {f"{word}s": entry for word, entry in names.items() if not word[0].islower()}
    return {word: (names.get(word) or plurals.get(word), organs.get(word)) for word in {**plurals, **names, **organs}}


_DOLLARS = r"(?<=\bUS)\s\$(?<!\bthe\sUS\s\$)|(?<=\bU\.S\.)\s\$(?<!\bthe\sU\.S\.\s\$)|"
""""US $40 million" is money; "paid the US $40 million" names who is paid."""


def _by_first_word(known: Iterable[Form]) -> dict[str, Entry]:
    grouped: dict[str, list[Form]] = defaultdict(list)
    for form in sorted(known, key=lambda form: (-len(form.form), form.form)):
        first = _WORD.search(form.form)
        if first is not None:
            grouped[first.group()].append(form)
    found = {}
    for word, group in grouped.items():
        spelled = "|".join(_spelled(form) for form in group)
        pattern = re.compile(rf"(?:{spelled})(?![\w$]|{_DOLLARS if word[0] == 'U' else ''}-[A-Z](?!\w))")
        found[word] = (pattern, {form.form: form for form in reversed(group)})
    return found


_UNIONS_MATTER = re.compile(
    r"(?<!\bin )(?<!\bfrom )\bBrussels\b[^.;]{1,80}\b(?:accession|anti-dumping|candidate|enlargement|sanction(?:ed|s)|"
    r"member states|membership|tariffs|duties)\b|"
    r"\b(?:accession|anti-dumping|candidate|enlargement|sanctioned|sanctions|tariffs|duties)\b"
    r"[^.;]{1,80}\b(?:by|with) Brussels\b"
)
"""What "Brussels" does for the European Union, in one sentence with the name."""


@cache
def _small() -> dict[str, frozenset[str]]:
    """The small words with which forms begin ("the" of "the North") to the letters with which those go on."""
    letters: dict[str, set[str]] = defaultdict(set)
    for form in (*forms(), *institutions()):
        first, _, rest = form.form.partition(" ")
        if first[0].islower():
            letters[first].add(rest[:1])
    return {word: frozenset(behind) for word, behind in letters.items()}


@cache
def _openings() -> re.Pattern[str]:
    """A word with which a form may begin: one with a capital, or one of the few small ones."""
    small = "|".join(sorted(_small()))
    return re.compile(rf"(?<!\w)(?:[A-Z][^\W\d_]{{0,39}}|(?:{small})(?=\s)|[^\x00-\x7f\W\d_][^\W\d_]{{0,39}})")


_Opening = tuple[int, frozenset[str] | None, Entry | None, Entry | None]
"""A word that begins a form: its offset in its chunk, the letters with which a small one must go on, the forms."""


def _plain(text: str) -> str:
    """`text` with plain apostrophes."""
    return text.replace("’", "'").replace("‘", "'")


def _openings_of(chunk: str) -> tuple[_Opening, ...]:
    known, small = _entries(), _small()
    words = [(match.start(), match.group()) for match in _openings().finditer(_plain(chunk))]
    return tuple((start, small.get(word), *known[word]) for start, word in words if word in known)


_OPENINGS = Sought(_openings_of)


def _of_the_union(text: str, mention: CountryMention, found: list[CountryMention]) -> CountryMention:
    """ "Brussels" stands for the European Union where `text` names that, or tells of what Brussels does as its seat,
    and does not name Belgium."""
    if mention.text != "Brussels" or any(m.code == "BEL" and m.text != "Brussels" for m in found):
        return mention
    named = any(m.code == "EUE" for m in found) or _UNIONS_MATTER.search(text) is not None
    return replace(mention, code="EUE") if named else mention


def _spelled(form: Form) -> str:
    # "the North" of "the North Korean minister" is no short form
    behind = r"(?!\s{1,3}[A-Z])" if form.kind == "short" and " " in form.form else ""
    if form.kind == "prefix":
        behind = r"(?=-[A-Z])"
    people = "s?" if form.kind == "demonym" and not form.form.endswith(_NO_PLURAL) else ""
    return re.escape(form.form).replace(r"\ ", r"\s{1,3}") + people + behind


def find_countries(text: str) -> tuple[CountryMention, ...]:
    """Every mention of a state, body or place in `text`, in order, none overlapping another.

    A short form ("the North", "Korea") counts only where `text` names its state in full. The last texts' mentions are
    kept: every extractor of an article asks for them.
    """
    return _read(text)[0]


def find_actors(text: str) -> tuple[CountryMention, ...]:
    """As `find_countries`, and every organ, party or company of a state and every body that organisations.csv knows."""
    return _read(text)[1]


@lru_cache(maxsize=4)
def _read(text: str) -> tuple[tuple[CountryMention, ...], tuple[CountryMention, ...]]:
    """What `find_countries` and `find_actors` find, in one pass over the words with capitals."""
    plain = _plain(text)
    states: list[CountryMention] = []
    actors: list[CountryMention] = []
    state_end = actor_end = 0
    for start, name, organ in _opened(text):
        state = _mention(text, plain, start, name) if name is not None and start >= state_end else None
        institution = _mention(text, plain, start, organ) if organ is not None and start >= actor_end else None
        if state is not None:
            state_end = state.char_end
            states.append(state)
        longer = institution is not None and (state is None or institution.char_end > state.char_end)
        actor = institution if longer else state
        if actor is not None and start >= actor_end:
            actor_end = actor.char_end
            actors.append(actor)
    return _settled(text, states), _settled(text, actors)


def _opened(text: str) -> list[tuple[int, Entry | None, Entry | None]]:
    """Where a form may begin, in order, with the forms that may."""
    chunks, starts = placed_chunks(text)
    found = list[tuple[int, Entry | None, Entry | None]]()
    for at, openings in _OPENINGS.places(text):
        for offset, letters, name, organ in openings:
            if letters is None or _letter_behind(chunks, at) in letters:
                found.append((starts[at] + offset, name, organ))
    return found


def _letter_behind(chunks: Sequence[str], at: int) -> str:
    """The first letter of the chunk behind that at `at`, three signs of white space between them at most."""
    return next((chunk[0] for chunk in chunks[at + 1 : at + 4] if chunk and not chunk.isspace()), "")


def _mention(text: str, plain: str, start: int, entry: Entry) -> CountryMention | None:
    """The longest form of `entry` that begins at `start`."""
    pattern, known = entry
    match = pattern.match(plain, start)
    if match is None:
        return None
    form = known.get(match[0])
    if form is None:
        words = " ".join(match[0].split())
        form = known.get(words) or known[words.removesuffix("s")]
    return CountryMention(start, match.end(), text[start : match.end()], form.code, form.kind)


def _settled(text: str, found: list[CountryMention]) -> tuple[CountryMention, ...]:
    """`found` without longer names that mean something else and without short forms of states that are not named."""
    named = [mention for mention in found if mention.code != OTHER]
    if "Brussels" in [mention.text for mention in named]:
        named = [_of_the_union(text, mention, named) for mention in named]
    full = {mention.code for mention in named if mention.kind != "short"}
    return tuple([mention for mention in named if mention.kind != "short" or mention.code in full])
