"""Names in a sentence: which words can be a person's, and how far a name reaches. Who that is, is decided elsewhere."""

from dataclasses import dataclass

from pipeline.extract.officials.vocabulary import Sort, family_names, given_names, honorifics
from pipeline.extract.officials.words import Span, Words

_MAX_NAME = 8
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "bint",
        "ibn",
        "ben",
        "abu",
        "abd",
        "von",
        "van",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "do",
        "du",
        "la",
        "le",
        "ter",
        "ten",
        "y",
        "e",
        "zu",
        "zur",
        "af",
        "av",
        "ul",
        "ur",
        "ud",
    ]
)
_LEADING = frozenset(("al", "el", "bin", "ibn", "de", "da", "van", "von", "del", "di", "abu", "du", "le", "la", "bint"))
_ENDINGS = frozenset(
    ("jr.", "sr.", "jr", "sr", "ii", "iii", "iv", "vi", "vii", "viii", "x", "xi", "xii", "xiv", "xvi", "v")
)
_NOUN_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ology",
    "ship",
    "ness",
    "ture",
    "ities",
    "ility",
    "ology",
    "ics",
    "isation",
    "ization",
)
_PERSONAL_OFFICES = frozenset(
    (
        "king",
        "queen",
        "prince",
        "pope",
        "judge",
        "justice",
        "major",
        "marshal",
        "general",
        "chancellor",
        "speaker",
        "mayor",
        "governor",
        "dean",
        "bishop",
        "abbott",
        "baker",
        "coach",
        "driver",
        "engineer",
        "miner",
        "cook",
    )
)


@dataclass(frozen=True, slots=True)
class Name(Span):
    """A run of words that can be a person's name, honorifics left out."""

    text: str
    honored: bool
    """An honorific or rank stands before it."""
    full: bool
    """Two words or more."""


def looks_like_name(words: Words, index: int, alone: bool = True) -> bool:
    """Whether the word at `index` can be part of a person's name.

    With `alone` False the question is asked of one word among others: a run of capitals is let pass.
    """
    raw, sort = words.raw[index], words.sort[index]
    if not words.capital[index] or not raw[0].isalpha() or (len(raw) == 1):
        return False
    previous_given = index > 0 and words.raw[index - 1] in given_names() and words.capital[index - 1]
    given = raw in given_names()
    if index in words.bodies or index in words.things:
        return False
    if sort == Sort.FUNCTION and raw in family_names() and index > 0 and words.raw[index - 1] in family_names():
        return words.capital[index - 1] and index > 1
    if sort == Sort.WORD and raw in family_names() and _beside_name(words, index):
        return True
    if sort == Sort.CALENDAR and len(raw) == 3 and index > 0 and words.raw[index - 1] in family_names():
        return index + 1 == len(words) or not words.raw[index + 1][0].isdigit()
    if sort & (Sort.FUNCTION | Sort.CALENDAR | Sort.WORD | Sort.PORTFOLIO | Sort.PUBLIC | Sort.PRIVATE):
        return (given and _cap_follows(words, index)) or (
            previous_given and not sort & (Sort.FUNCTION | Sort.PUBLIC | Sort.PORTFOLIO)
        )
    if index in words.offices:
        return is_name_word(words, index)
    span = words.countries.get(index)
    if span is not None:
        return _name_over_place(words, index, given, previous_given)
    if raw.endswith(_NOUN_ENDINGS) and not given and not previous_given:
        return False
    if alone and len(raw) > 2 and raw.isupper() and "." not in raw:
        return _has_mixed_neighbour(words, index)
    return True


def _cap_follows(words: Words, index: int) -> bool:
    behind = index + 1
    return (
        behind < len(words)
        and words.capital[behind]
        and not words.possessive[index]
        and not words.sort[behind]
        and behind not in words.countries
    )


def is_name_word(words: Words, index: int) -> bool:
    """Whether a word that can be a title is a name here: "Ri Son Gwon", "Stephen King"."""
    span = words.offices[index]
    if span.end - span.start > 1 or not words.capital[index] or index == 0 or not words.capital[index - 1]:
        return False
    before = words.raw[index - 1]
    if words.low[index] in _PERSONAL_OFFICES:
        return before in given_names()
    return span.office.kind == "none" and (before in family_names() or before in given_names())


def _beside_name(words: Words, index: int) -> bool:
    """Whether the word before or behind is a plain name word: "Song" of "Ri Song Chan"."""
    return any(
        0 <= other < len(words) and words.capital[other] and not words.sort[other] and other not in words.countries
        for other in (index - 1, index + 1)
    )


def _name_over_place(words: Words, index: int, given: bool, previous_given: bool) -> bool:
    """Whether a place's name is a person's here: "Jordan Bardella", "Juan Manuel Santos"."""
    span = words.countries[index]
    if span.end - span.start > 1 or span.mention.kind in ("demonym", "organization", "government", "short"):
        return False
    return (
        previous_given
        or (given and _cap_follows(words, index) and span.mention.kind != "name")
        or (
            given
            and _cap_follows(words, index)
            and words.raw[index + 1] not in given_names()
            and not words.possessive[index]
            and span.mention.kind == "name"
            and words.raw[index] in ("Jordan", "Israel", "Georgia", "Chad", "Cuba", "India", "Kenya", "Malta")
        )
    )


def _has_mixed_neighbour(words: Words, index: int) -> bool:
    """ "KIM Jong-un", "Shinzo ABE": a surname in capitals beside a word that is not."""
    for other in (index - 1, index + 1):
        if (
            0 <= other < len(words)
            and words.capital[other]
            and not words.raw[other].isupper()
            and words.raw[other][0].isalpha()
        ):
            if (
                words.sort[other] & (Sort.FUNCTION | Sort.WORD | Sort.CALENDAR | Sort.PORTFOLIO)
                or other in words.offices
                or other in words.countries
            ):
                continue
            return (
                words.raw[index].capitalize() in family_names()
                or words.raw[other] in given_names()
                or "-" in words.raw[other]
            )
    return False


def read_name(words: Words, index: int) -> Name | None:
    """The name that begins at `index`, honorifics and ranks before it passed over; None where there is none."""
    known = honorifics()
    first, kept = index, None
    while first < len(words) and (words.raw[first] in known or _is_rank(words, first)):
        if first == index and known.get(words.raw[first]) == "second":
            break
        if known.get(words.raw[first]) == "name":
            kept = first
        first = words.offices[first].end if _is_rank(words, first) else first + 1
    last = _name_end(words, first)
    if last is None:
        return None
    start = first
    if kept is not None and last == first and kept == first - 1:
        start = kept
    return Name(start, last + 1, words.text(start, last + 1), first > index, last > start)


def _is_rank(words: Words, index: int) -> bool:
    span = words.offices.get(index)
    return span is not None and span.office.kind == "rank" and not span.office.plural


def _name_end(words: Words, first: int) -> int | None:
    """The last word of the name that begins at `first`."""
    last, index = None, first
    while index < len(words) and index - first < _MAX_NAME:
        low = words.low[index]
        if last is not None and low in _ENDINGS:
            last = index
            index += 1
            continue
        if _is_initial(words, index):
            index += 1
            if last is not None and not (index < len(words) and words.capital[index]):
                break
            continue
        if low in _PARTICLES and (last is not None or low in _LEADING) and _name_follows(words, index):
            index += 1
            continue
        if not looks_like_name(words, index):
            break
        last = index
        if words.possessive[index]:
            break
        index += 1
    return last


def _is_initial(words: Words, index: int) -> bool:
    raw = words.raw[index]
    return (
        len(raw) <= 4
        and raw[0].isupper()
        and ((raw.endswith(".") and "." in raw[1:3]) or len(raw) == 1)
        and index not in words.countries
    )


def _name_follows(words: Words, index: int) -> bool:
    for behind in range(index + 1, min(index + 3, len(words))):
        if words.capital[behind]:
            return looks_like_name(words, behind)
        if words.low[behind] not in _PARTICLES:
            return False
    return False


def find_names(words: Words, taken: list[Span]) -> list[Name]:
    """All runs of the sentence outside `taken` that can be names, in order."""
    found: list[Name] = []
    closed = {span.start: span.end for span in taken}
    index = 0
    while index < len(words):
        if index in closed:
            index = closed[index]
            continue
        name = None
        if words.capital[index] or (words.low[index] in _LEADING and _name_follows(words, index)):
            name = read_name(words, index)
        if name is None:
            index += 1
            continue
        if _is_credit(words, name):
            index = name.end
            continue
        limit = min((start for start in closed if index < start < name.end), default=name.end)
        if limit < name.end:
            name = Name(name.start, limit, words.text(name.start, limit), name.honored, limit - name.start > 1)
        if name.end > name.start and not _is_institution(words, name, set(closed.values())):
            found.append(name)
        index = max(name.end, index + 1)
    return found


def _is_credit(words: Words, name: Name) -> bool:
    """Whether a slash ties the name to an agency: "UPI/Alex Volgin"."""
    return "/" in (
        words.raw[name.start - 1] if name.start else "",
        words.raw[name.end] if name.end < len(words) else "",
    )


def _is_institution(words: Words, name: Name, closed: set[int]) -> bool:
    """Whether the run is part of the name of a thing: "Kim Il Sung Square", "Mount Paektu"."""
    behind = name.end
    if behind < len(words) and not words.possessive[behind - 1] and words.capital[behind]:
        if (
            words.sort[behind] & (Sort.WORD | Sort.PORTFOLIO | Sort.PUBLIC | Sort.PRIVATE)
            and not words.sort[behind] & Sort.CALENDAR
        ):
            return True
    before = name.start - 1
    if before < 0 or name.start in closed:
        return False
    if words.sort[before] & Sort.LEAD and not name.honored:
        return True
    if (
        words.capital[before]
        and words.sort[before] & Sort.WORD
        and not words.sort[before] & (Sort.CALENDAR | Sort.FUNCTION)
    ):
        return not name.honored and before not in words.offices
    return words.low[before] == "the" and not name.honored
