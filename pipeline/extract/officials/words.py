"""A sentence as words with what the lexicons know of them. What the words mean together is decided elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.extract.actors import CountryMention
from pipeline.extract.officials.vocabulary import Body, Office, bodies, matches, offices, sorts, things
from pipeline.text.page import Sentence

TOKEN = re.compile(
    r"(?:Mrs?|Ms|Dr|Prof|Gen|Lt|Maj|Brig|Col|Adm|Capt|Cmdr|Sgt|Sen|Rep|Gov|Amb|Pres|Hon|Rev|St|Jr|Sr|Engr?|Ing)\.(?=\s)"
    r"|(?:[A-Z]\.){1,5}"
    r"|[^\W\d_]{1,40}(?:['-][^\W_]{1,40}){0,8}(?:(?<=s)'(?!\w))?"
    r"|\d(?:[\d.,]{0,20}\d)?"
    r"|[^\w\s]"
    r"|\S"
)
_LONGEST = 500
"""Words: what goes on longer is no sentence, and is read no further."""
_HYPHENS = str.maketrans({"’": "'", "‐": "-", "‑": "-"})
_ARTICLE_NAME = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|ur|abd|ibn)-[^\W\d_a-z]")
"""A name that begins with a small article: "al-Sisi"."""
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
    sort: list[int]
    countries: dict[int, CountrySpan]
    """First word to span."""
    placed: set[int]
    """Words inside a state's or place's name, its first excepted."""
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


def read_words(sentence: Sentence, countries: Sequence[CountryMention], told_from: int = 0) -> Words:
    """The words of `sentence` from the article's offset `told_from` on; `countries` are the mentions that lie there."""
    words = _tokens(sentence, max(0, told_from - sentence.char_start))
    _mark_countries(words, countries)
    _mark_bodies(words)
    _mark_things(words)
    _mark_offices(words)
    return words


def _tokens(sentence: Sentence, skipped: int) -> Words:
    known = sorts().get
    words = Words(sentence, [], [], [], [], [], [], [], {}, set(), {}, {}, {}, {}, set())
    base, written = sentence.char_start, sentence.text
    plain = written.translate(_HYPHENS)
    for match in islice(TOKEN.finditer(plain, skipped), _LONGEST):
        text, start = match.group(), match.start()
        for piece, offset in _pieces(text) if "-" in text else ((text, 0),):
            possessive, size = False, len(piece)
            if "'" in piece and size > 1:
                possessive = piece[-1] == "'" or (piece[-2:] == "'s" and size > 2)
                size -= 2 * (piece[-2:] == "'s" and size > 2)
            first = start + offset
            low = piece[:size].lower()
            words.raw.append(written[first : first + size])
            words.low.append(low)
            words.start.append(base + first)
            words.end.append(base + first + size - (possessive and piece[size - 1] == "'"))
            words.possessive.append(possessive)
            words.capital.append(piece[0].isupper() or ("-" in piece and _ARTICLE_NAME.match(piece) is not None))
            words.sort.append(known(low, 0))
    return words


def _pieces(text: str) -> tuple[tuple[str, int], ...]:
    """`text` cut at a hyphen that joins a status or a verb to a title or name: "ex-president", "Putin-led"."""
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
            words.placed.update(range(first + 1, index))


def _mark_bodies(words: Words) -> None:
    known = bodies()
    end = 0
    for index, raw in enumerate(words.raw):
        if index < end or raw not in known:
            continue
        for rest, body in known[raw]:
            if _follows(words, index, rest):
                end = index + 1 + len(rest)
                span = BodySpan(index, end, body)
                words.bodies[index] = span
                words.body_ends[end - 1] = span
                break


def _follows(words: Words, index: int, rest: tuple[str, ...]) -> bool:
    """Whether a name goes on with `rest` behind `index`, inner possessive endings as written ("People's Daily")."""
    if index + len(rest) >= len(words.raw):
        return False
    last = len(rest) - 1
    for k, wanted in enumerate(rest):
        place = index + 1 + k
        written = words.raw[place]
        if words.possessive[place] and k < last and written[-1] not in "'’":
            written += "'s"
        if written != wanted and written.translate(_HYPHENS) != wanted:
            return False
    return True


def _mark_things(words: Words) -> None:
    known = things()
    for index, raw in enumerate(words.raw):
        for rest in known.get(raw, ()) if words.capital[index] else ():
            if matches(words.raw, index, rest):
                words.things.update(range(index, index + 1 + len(rest)))
                break


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
