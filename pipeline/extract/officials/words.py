"""A sentence as words with what the lexicons know of them. What the words mean together is decided elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.actors import CountryMention
from pipeline.extract.officials.vocabulary import Body, Office, Sort, bodies, matches, offices, sorts, things
from pipeline.text.page import Sentence

_TOKEN = re.compile(
    r"(?:Mrs?|Ms|Dr|Prof|Gen|Lt|Maj|Brig|Col|Adm|Capt|Cmdr|Sgt|Sen|Rep|Gov|Amb|Pres|Hon|Rev|St|Jr|Sr|Engr?|Ing)\.(?=\s)"
    r"|(?:[A-Z]\.){1,5}"
    r"|[^\W\d_]{1,40}(?:['’‐‑-][^\W_]{1,40}){0,8}(?:(?<=s)['’](?!\w))?"
    r"|\d(?:[\d.,]{0,20}\d)?"
    r"|[^\w\s]"
    r"|\S"
)
_HYPHENS = str.maketrans({"’": "'", "‐": "-", "‑": "-"})
_BEFORE = frozenset(("ex", "then", "former", "acting", "now", "late"))
_BEHIND = frozenset(("elect", "designate", "led", "era", "backed", "appointed", "headed"))


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words that the lexicons know: `words[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CountrySpan(Span):
    """Words that name a state, a body or a place."""

    mention: CountryMention


@dataclass(frozen=True, slots=True)
class BodySpan(Span):
    """Words that name an organisation of the lexicon."""

    body: Body


@dataclass(frozen=True, slots=True)
class OfficeSpan(Span):
    """Words that name an office of the lexicon."""

    office: Office


@dataclass(slots=True)
class Words:
    """The words of one sentence, possessive endings taken off."""

    sentence: Sentence
    raw: list[str]
    """As written, without the possessive ending; a full stop stays with an abbreviation."""
    low: list[str]
    """Lower case, plain apostrophes and hyphens."""
    start: list[int]
    """Offset of the word in the article's text."""
    end: list[int]
    """Offset behind the word, possessive ending excluded."""
    possessive: list[bool]
    capital: list[bool]
    sort: list[Sort]
    countries: dict[int, CountrySpan]
    """First word to span."""
    country_ends: dict[int, CountrySpan]
    """Last word to span."""
    bodies: dict[int, BodySpan]
    body_ends: dict[int, BodySpan]
    offices: dict[int, OfficeSpan]
    things: set[int]
    """Words of names that no person bears."""

    def __len__(self) -> int:
        return len(self.raw)

    def text(self, first: int, behind: int) -> str:
        """The sentence's own text of `words[first:behind]`."""
        base = self.sentence.char_start
        return self.sentence.text[self.start[first] - base : self.end[behind - 1] - base]


def read_words(sentence: Sentence, countries: Sequence[CountryMention]) -> Words:
    """The words of `sentence`; `countries` are the mentions that lie in it."""
    words = _tokens(sentence)
    _mark_countries(words, countries)
    _mark_bodies(words)
    _mark_things(words)
    _mark_offices(words)
    return words


def _tokens(sentence: Sentence) -> Words:
    known = sorts()
    words = Words(sentence, [], [], [], [], [], [], [], {}, {}, {}, {}, {}, set())
    base = sentence.char_start
    for match in _TOKEN.finditer(sentence.text):
        text, start = match.group(), match.start() + base
        for piece, offset in _pieces(text):
            possessive = False
            if piece[-2:] in ("'s", "’s") and len(piece) > 2:
                piece, possessive = piece[:-2], True
            elif piece[-1] in "'’" and len(piece) > 1:
                possessive = True
            low = piece.lower().translate(_HYPHENS)
            words.raw.append(piece)
            words.low.append(low)
            words.start.append(start + offset)
            words.end.append(start + offset + len(piece))
            words.possessive.append(possessive)
            words.capital.append(piece[0].isupper() or ("-" in piece and piece.split("-", 1)[1][:1].isupper()))
            words.sort.append(known.get(low, Sort(0)))
    return words


def _pieces(text: str) -> tuple[tuple[str, int], ...]:
    """`text` cut at a hyphen that joins a status or a verb to a title or name: "ex-president", "Putin-led"."""
    if "-" not in text:
        return ((text, 0),)
    head, _, tail = text.partition("-")
    if head.lower() in _BEFORE and tail:
        return ((head, 0), (tail, len(head) + 1))
    stem, _, last = text.rpartition("-")
    if last.lower() in _BEHIND and stem:
        return ((stem, 0), (last, len(stem) + 1))
    return ((text, 0),)


def _mark_countries(words: Words, countries: Sequence[CountryMention]) -> None:
    index = 0
    for mention in countries:
        while index < len(words) and words.end[index] <= mention.char_start:
            index += 1
        first = index
        while index < len(words) and words.start[index] < mention.char_end:
            index += 1
        if index > first:
            span = CountrySpan(first, index, mention)
            words.countries[first] = span
            words.country_ends[index - 1] = span


def _mark_bodies(words: Words) -> None:
    known = bodies()
    end = 0
    plain = [raw.translate(_HYPHENS) for raw in words.raw]
    for index, raw in enumerate(plain):
        if index < end or not words.capital[index]:
            continue
        for rest, body in known.get(raw, ()):
            if matches(_with_possessives(words, plain, index, len(rest)), 0, rest):
                end = index + 1 + len(rest)
                span = BodySpan(index, end, body)
                words.bodies[index] = span
                words.body_ends[end - 1] = span
                break


def _mark_things(words: Words) -> None:
    known = things()
    for index, raw in enumerate(words.raw):
        for rest in known.get(raw, ()) if words.capital[index] else ():
            if matches(words.raw, index, rest):
                words.things.update(range(index, index + 1 + len(rest)))
                break


def _with_possessives(words: Words, plain: Sequence[str], first: int, count: int) -> list[str]:
    """The words of a possible name, inner possessive endings put back ("People's Daily")."""
    behind = min(len(plain), first + 1 + count)
    return [
        plain[index] + ("'s" if words.possessive[index] and plain[index][-1] != "'" and index < behind - 1 else "")
        for index in range(first, behind)
    ]


def _mark_offices(words: Words) -> None:
    known = offices()
    inside = {k for span in words.bodies.values() if span.end > span.start + 1 for k in range(span.start, span.end)}
    end = 0
    for index, low in enumerate(words.low):
        if index < end or low not in known or index in words.things:
            continue
        if index in inside:
            continue
        for rest, office in known[low]:
            if matches(words.low, index, rest) and not any(words.possessive[index : index + len(rest)]):
                end = index + 1 + len(rest)
                words.offices[index] = OfficeSpan(index, end, office)
                break
