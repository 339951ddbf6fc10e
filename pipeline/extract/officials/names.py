"""Names in a sentence: where one begins and how far it reaches. Who that is, is decided elsewhere."""

from collections.abc import Collection, Iterable, Sequence

from pipeline.extract.officials.nameword import looks_like_name
from pipeline.extract.officials.vocabulary import (
    Sort,
    honorifics,
    known_people,
    matches,
    particles,
    role_words,
    small_words,
)
from pipeline.extract.officials.wordbook import Form
from pipeline.extract.officials.words import Span, Words
from pipeline.values import value

_LONGEST = 8
"""Words: no name is longer."""
_PLACES = role_words("places")
_JUNIOR = frozenset(("jr", "jr.", "sr", "sr."))
"""Endings that a comma sets off."""
_QUOTES = frozenset("\"“”'‘’")
_ASIDES = (["retd"], ["rtd"], ["ret"], ["ret."], ["retired"], ["mrs"], ["mr"], ["dr"])
_FIRST_OF_PAIR = frozenset(("Tan", "Toh"))
_HONORS = 8
"""Words: no run of honorifics before a name is longer."""
_NAMES_THINGS = Sort.WORD | Sort.PORTFOLIO | Sort.PUBLIC | Sort.PRIVATE


@value(frozen=True, slots=True)
class Name(Span):
    """A run of words that can be a person's name, honorifics left out."""

    text: str
    honored: bool
    """An honorific or rank stands before it."""
    full: bool
    """Two words or more."""


def find_names(words: Words, taken: Sequence[Span]) -> list[Name]:
    """All runs of the sentence outside `taken` that can be names, in order."""
    found: list[Name] = []
    closed = {span.start: span.end for span in taken} if taken else {}
    ends = frozenset(closed.values())
    behind = 0
    for index in _places(words, closed) if words.offices else words.name_openers:
        if index < behind:
            continue
        if index in closed:
            behind = closed[index]
            continue
        name = read_name(words, index) if words.capital[index] or _is_particle(words, index, leading=True) else None
        if name is None:
            continue
        if closed:
            name = _before_closed(words, name, index, closed)
        if name.end > name.start and not _is_credit(words, name) and not _is_thing(words, name, closed, ends):
            found.append(name)
        behind = name.end if name.end > index else index + 1
    return found


def _places(words: Words, closed: Iterable[int]) -> list[int]:
    """The words at which a name or a title may begin, in order."""
    size, capital = len(words.low), words.capital
    titled = [index for index in words.offices if capital[index]]
    # behind an office even a small word in a capital may be a name: "Minister Than Swe"
    held = [span.end for span in words.offices.values() if span.end < size and capital[span.end]]
    return sorted({*words.name_openers, *titled, *held, *closed})


def _before_closed(words: Words, name: Name, index: int, closed: dict[int, int]) -> Name:
    """`name` up to where a title begins inside it."""
    limit = min([start for start in closed if index < start < name.end], default=name.end)
    if limit == name.end:
        return name
    text = words.text(name.start, limit) if limit > name.start else ""
    return Name(name.start, limit, text, name.honored, limit - name.start > 1)


def read_name(words: Words, index: int) -> Name | None:
    """The name that begins at `index`, honorifics and ranks before it passed over; None where there is none."""
    first, kept = index, None
    known = known_people().get(words.raw[index])
    for rest in known.get(words.raw[index + 1], ()) if known and index + 1 < len(words.raw) else ():
        if matches(words.raw, index, rest):
            # whatever its words mean elsewhere: "Oscar Arias", "Qin Gang", "To Lam"
            end = _name_end(words, index)
            behind = max(index + 1 + len(rest), end + 1 if end is not None else 0)
            return Name(index, behind, words.text(index, behind), False, True)
    if index in words.offices or words.raw[index] in honorifics() or _is_pair(words, index):
        first, kept = _behind_honors(words, index)
    last = _name_end(words, first)
    if last is None:
        return None
    # "Sheikh Hasina": with one word alone the honorific is a part of the name
    start = kept if kept is not None and last == first and kept == first - 1 else first
    return Name(start, last + 1, words.text(start, last + 1), first > index, last > start)


def _behind_honors(words: Words, index: int) -> tuple[int, int | None]:
    """The word behind the honorifics and ranks at `index`, and the last of them that a name may keep."""
    known = honorifics()
    first, kept = index, None
    behind = min(len(words.low), index + _HONORS)
    while first < behind:
        if _is_pair(words, first):
            first += 2
            continue
        aside = _aside(words, first) if first > index else 0
        if aside:
            first += aside
            continue
        if words.raw[first] not in known and not is_rank(words, first):
            break
        second = first == index and known.get(words.raw[first]) == "second"
        if second or words.low[first + 1 : first + 2] in (["bin"], ["ibn"]):
            break
        if known.get(words.raw[first]) == "name":
            kept = first
        first = words.offices[first].end if is_rank(words, first) else first + 1
    return first, kept


def _aside(words: Words, index: int) -> int:
    """How many words of "Dato' Seri" and "Major General (retd) X" stand between one honour and what follows it."""
    if words.raw[index] in "'’":
        return 1
    if words.low[index] != "(" or words.low[index + 1 : index + 2] not in _ASIDES:
        return 0
    close = words.low[index + 2 : index + 4]
    return 2 + close.index(")") + 1 if ")" in close else 0


def _is_pair(words: Words, index: int) -> bool:
    """Whether two words of respect that are names apart stand at `index`: "Tan Sri"."""
    return words.raw[index] in _FIRST_OF_PAIR and words.raw[index + 1 : index + 2] in (["Sri"], ["Seri"], ["Puan"])


def is_rank(words: Words, index: int) -> bool:
    """Whether a military or royal rank stands at `index`."""
    span = words.offices.get(index)
    return span is not None and span.office.kind == "rank" and not span.office.plural


def _name_end(words: Words, first: int) -> int | None:
    """The last word of the name that begins at `first`."""
    raw, low, capital, form = words.raw, words.low, words.capital, words.form
    ending, small, size = particles("ending"), small_words(), len(words.low)
    last, index = None, first
    behind = min(size, first + _LONGEST)
    while index < behind:
        nickname = _nickname(words, index) if last is not None else 0
        if nickname:
            index += nickname
            continue
        if last is not None and low[index] in ending:
            last = index
        elif last is not None and raw[index] == "," and index + 1 < size and low[index + 1] in _JUNIOR:
            last = index + 1
            break
        elif form[index] & Form.INITIAL and index not in words.countries:
            if last is not None and not (index + 1 < size and capital[index + 1]):
                break
        elif not (low[index] in small and _is_particle(words, index, last is None)):
            if not form[index] & Form.LETTERS or not looks_like_name(words, index):
                break
            last = index
            if words.possessive[index]:
                break
        index += 1
    return last


def _nickname(words: Words, index: int) -> int:
    """How many words the nickname in quotes or brackets takes that opens at `index`, 0 where no name goes on behind it:
    "Ferdinand “Bongbong” Marcos", "Luiz Inácio 'Lula' da Silva", "Benjamin (“Bibi”) Netanyahu"."""
    raw, bracket = words.raw, words.raw[index] == "("
    opening = index + 1 if bracket else index
    if opening + 3 >= len(raw) or raw[opening] not in _QUOTES or raw[opening + 2] not in _QUOTES:
        return 0
    behind = opening + 4 if bracket else opening + 3
    if behind >= len(raw) or (bracket and raw[behind - 1] != ")") or not words.capital[opening + 1]:
        return 0
    goes_on = looks_like_name(words, behind) or _is_particle(words, behind, leading=False)
    return behind - index if goes_on else 0


def _is_particle(words: Words, index: int, leading: bool) -> bool:
    low = words.low[index]
    if index in words.countries:
        return False
    known = low in particles("leading") or (not leading and low in particles("inner"))
    return known and _name_follows(words, index)


def _name_follows(words: Words, index: int) -> bool:
    for behind in range(index + 1, min(index + 3, len(words.low))):
        if words.capital[behind]:
            return looks_like_name(words, behind)
        if words.low[behind] not in small_words():
            return False
    return False


def _is_credit(words: Words, name: Name) -> bool:
    """Whether a slash ties the name to an agency: "UPI/Alex Volgin"."""
    before = words.raw[name.start - 1] if name.start else ""
    behind = words.raw[name.end] if name.end < len(words.low) else ""
    return "/" in (before, behind)


def _is_thing(words: Words, name: Name, starts: Collection[int], ends: Collection[int]) -> bool:
    """Whether the run is part of the name of a thing: "Kim Il Sung Square", "Mount Paektu", "the Nikolai Sedov"."""
    before, behind = name.start - 1, name.end
    if behind < len(words.low) and words.capital[behind] and not words.possessive[behind - 1] and behind not in starts:
        sort = words.sort[behind]
        if sort & _NAMES_THINGS and not sort & Sort.CALENDAR:
            return True
    if before < 0 or name.start in ends or name.honored:
        return False
    if words.low[before] == "of" and before and words.low[before - 1] in _PLACES:
        return True  # "the town of Dhamar"
    sort = words.sort[before]
    led = behind < len(words.low) and words.low[behind] in ("led", "backed", "appointed", "era")
    if sort & Sort.LEAD or (words.low[before] == "the" and not led):
        return True
    return words.capital[before] and bool(sort & Sort.WORD) and not sort & (Sort.CALENDAR | Sort.FUNCTION)
