"""A sentence as words with what the lexicons know of them. What the words mean together is decided elsewhere."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.extract.actors import CountryMention
from pipeline.extract.officials.glued import GLUED, cut_glued, cut_surnames
from pipeline.extract.officials.vocabulary import Body, Office, bodies, given_names, matches, offices, things
from pipeline.extract.officials.wordbook import Form, look_up
from pipeline.text.page import Sentence
from pipeline.text.words import is_joined, is_plain
from pipeline.values import value

TOKEN = re.compile(
    # no alternative is tried on white space, and what most words are comes first: the others would find it later; where
    # an alternative begins with one sign of a set, and not with a run, it is passed over at once
    r"(?=\S)(?:[a-z][a-z]{0,39}(?![\w'-])|[A-Z][a-z]{1,39}(?![\w'.-])"
    r"|(?=[A-Z])(?:(?:Mrs?|Ms|Mme|Smt|Dr|Prof|Gen|Lt|Maj|Brig|Col|Adm|Capt|Cmdr|Sgt|Sens?|Reps?|Govs?|Amb|Pres|Pol|Supt|Hon|Rev|St|Jr|Sr|Engr?|Ing|Ir|Adv|Arch|Msgr|Atty)\.(?=\s)"
    r"|[A-Z]\.(?:[A-Z]\.){0,4}|MI[56](?!\w))"
    r"|[^\W\d_][^\W\d_]{0,39}(?:['-][^\W_]{1,40}){0,8}(?:(?<=s)'(?!\w))?"
    r"|\d(?:[\d.,]{0,20}\d)?"
    r"|[^\w\s]"
    r"|\S)"
)
_PLAIN = 40
"""Letters: runs of letters that are no longer are one word."""
_FIGURES = 22
"""Figures: numbers that are no longer are one word."""
_LONGEST = 500
"""Words: what goes on longer is no sentence, and is read no further."""
_SIGNS = frozenset(",.;:)")
_BEFORE = frozenset(("ex", "then", "former", "acting", "now", "late"))
_BEHIND = frozenset(("elect", "designate", "led", "era", "backed", "appointed", "headed"))


@value(frozen=True, slots=True)
class Span:
    """A run of words that the lexicons know: `words[start:end]`."""

    start: int
    end: int


@value(frozen=True, slots=True)
class CountrySpan(Span):
    """Words that name a state, a body or a place."""

    mention: CountryMention
    joint: bool = False
    """Whether it is one of two that a hyphen joins: "Ethio-Djibouti"."""


@value(frozen=True, slots=True)
class BodySpan(Span):
    """Words that name an organisation of the lexicon."""

    body: Body


@value(frozen=True, slots=True)
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
    """Offset of the word in its sentence: of small numbers Python makes none anew."""
    end: list[int]
    """Offset behind the word, possessive ending excluded."""
    possessive: list[bool]
    capital: list[bool]
    sort: list[int]
    form: list[int]
    """As in `wordbook.Form`."""
    name_openers: list[int] = field(default_factory=list)
    """The words with which a name may begin, those of offices left out."""
    countries: dict[int, CountrySpan] = field(default_factory=dict)
    """First word to span, in the order of the sentence, as are bodies and offices."""
    placed: set[int] = field(default_factory=set)
    """Words inside a state's or place's name, its first excepted."""
    country_ends: dict[int, CountrySpan] = field(default_factory=dict)
    """Last word to span."""
    bodies: dict[int, BodySpan] = field(default_factory=dict)
    body_ends: dict[int, BodySpan] = field(default_factory=dict)
    offices: dict[int, OfficeSpan] = field(default_factory=dict)
    things: set[int] = field(default_factory=set)
    """Words of names that no person bears."""

    def __len__(self) -> int:
        return len(self.raw)

    def text(self, first: int, behind: int) -> str:
        """The sentence's own text of `words[first:behind]`."""
        return self.sentence.text[self.start[first] : self.end[behind - 1]]

    def place(self, first: int, behind: int) -> tuple[int, int]:
        """Where `words[first:behind]` stand in the article's text."""
        base = self.sentence.char_start
        return base + self.start[first], base + self.end[behind - 1]


def plain_text(text: str) -> str:
    """`text` with plain apostrophes and hyphens, as long as it was; `str.translate` would take ten times as long."""
    return text.replace("’", "'").replace("‐", "-").replace("‑", "-")


def read_words(
    plain: str,
    sentence: Sentence,
    countries: Sequence[CountryMention],
    told_from: int = 0,
    introduced: Mapping[str, Body] | None = None,
    glued: bool = True,
) -> Words:
    """The words of `sentence` from the article's offset `told_from` on; `countries` are the mentions that lie there.

    `plain` is `plain_text` of the article, `introduced` the letters that it gives public bodies, `glued` whether words
    of it may be run together.
    """
    first, behind = max(sentence.char_start, told_from), sentence.char_end
    text = plain[first:behind]
    pieces, start, end = _pieces(text, first - sentence.char_start)
    if "-" in text:
        _cut_at_hyphens(pieces, start, end)
    if glued and GLUED.search(text) is not None:
        cut_glued(pieces, start, end)
    cut_surnames(pieces, start, end)
    possessive = [False] * len(pieces)
    if "'" in text:
        _cut_endings(pieces, end, possessive)
    known = look_up(pieces)
    words = Words(
        sentence,
        raw=_as_written(sentence, plain, pieces, start),
        low=[word.low for word in known],
        start=start,
        end=end,
        possessive=possessive,
        capital=[word.capital for word in known],
        sort=[word.sort for word in known],
        form=[word.form for word in known],
    )
    if countries:
        _mark_countries(words, countries)
    _mark_openers(words)
    if introduced:
        _mark_introduced(words, introduced)
    return words


def _mark_introduced(words: Words, introduced: Mapping[str, Body]) -> None:
    """Mark the letters that the page gives public bodies."""
    found = [k for k, piece in enumerate(words.raw) if piece in introduced]
    for index in found:
        if index in words.body_ends and index not in words.bodies:
            continue  # the end of a longer name
        if index not in words.countries and index not in words.placed and index not in words.offices:
            span = BodySpan(index, index + 1, introduced[words.raw[index]])
            words.bodies[index] = words.body_ends[index] = span
    if found:
        words.bodies = dict(sorted(words.bodies.items()))
        words.body_ends = dict(sorted(words.body_ends.items()))


def _pieces(text: str, offset: int) -> tuple[list[str], list[int], list[int]]:
    """The words of `text`, where each begins and where it ends, counted from `offset`.

    Most of what stands between blanks is a word, perhaps with a sign behind it: the pattern has to cut only the rest,
    which takes half the time of cutting all by it.
    """
    pieces, starts, ends = list[str](), list[int](), list[int]()
    at, plain = 0, is_plain(text)
    for chunk in text.split(" "):
        behind = at + len(chunk)
        if (plain and chunk.isalnum() and len(chunk) <= _PLAIN) or _is_word(chunk):
            pieces.append(chunk)
            starts.append(offset + at)
            ends.append(offset + behind)
        elif _is_word_and_sign(chunk):
            pieces.append(chunk[:-1])
            pieces.append(chunk[-1])
            starts.append(offset + at)
            starts.append(offset + behind - 1)
            ends.append(offset + behind - 1)
            ends.append(offset + behind)
        elif chunk:
            for match in TOKEN.finditer(text, at, behind + 1):  # the blank behind it belongs to "Dr. "
                pieces.append(match.group())
                starts.append(offset + match.start())
                ends.append(offset + match.end())
        if len(pieces) >= _LONGEST:
            return pieces[:_LONGEST], starts[:_LONGEST], ends[:_LONGEST]
        at = behind + 1
    return pieces, starts, ends


def _is_word(chunk: str) -> bool:
    """Whether a chunk is one word as the pattern cuts it: letters, perhaps joined by a sign, or figures."""
    if len(chunk) > _PLAIN:
        return False
    return chunk.isalpha() or is_joined(chunk) or (chunk.isdecimal() and len(chunk) <= _FIGURES)


def _is_word_and_sign(chunk: str) -> bool:
    """Whether a chunk is a word or figures and a sign; a full stop may belong to a word with a capital: "U.", "Dr."."""
    sign = chunk[-1:]
    if sign not in _SIGNS or len(chunk) > _PLAIN:
        return False
    if sign == "." and "A" <= chunk[0] <= "Z":
        return False
    return chunk[:-1].isalpha() or (chunk[:-1].isdecimal() and len(chunk) <= _FIGURES)


def _as_written(sentence: Sentence, plain: str, pieces: list[str], start: list[int]) -> list[str]:
    """The `pieces` of the plain text as the sentence has them."""
    written = sentence.text
    if plain.startswith(written, sentence.char_start):
        return pieces
    return [
        written[k : k + len(piece)] if "'" in piece or "-" in piece else piece
        for k, piece in zip(start, pieces, strict=True)
    ]


def _cut_endings(pieces: list[str], end: list[int], possessive: list[bool]) -> None:
    """Take "'s" off the `pieces` and note which are possessive; a mere apostrophe stays, outside their offsets."""
    for index, piece in enumerate(pieces):
        if "'" not in piece:
            continue
        if len(piece) > 2 and piece.endswith("'s"):
            pieces[index], end[index], possessive[index] = piece[:-2], end[index] - 2, True
        elif len(piece) > 1 and piece[-1] == "'":
            end[index], possessive[index] = end[index] - 1, True


def _cut_at_hyphens(pieces: list[str], start: list[int], end: list[int]) -> None:
    """Cut the `pieces` at hyphens that join a status or a verb to a title or name: "ex-president", "Putin-led"."""
    for index in range(len(pieces) - 1, -1, -1):
        length = _first_length(pieces[index]) if "-" in pieces[index] else None
        if length is not None:
            whole, first = pieces[index], start[index]
            pieces[index : index + 1] = whole[:length], whole[length + 1 :]
            start[index : index + 1] = first, first + length + 1
            end[index : index + 1] = first + length, end[index]


def _first_length(text: str) -> int | None:
    """How many characters of `text` stand before the hyphen at which it is cut; None where it stays whole."""
    head, _, tail = text.partition("-")
    if head.lower() in _BEFORE and tail:
        return len(head)
    stem, _, last = text.rpartition("-")
    return len(stem) if last.lower() in _BEHIND and stem else None


def _mark_countries(words: Words, countries: Sequence[CountryMention]) -> None:
    base, behind = words.sentence.char_start, 0
    for mention in countries:
        first = bisect_right(words.end, mention.char_start - base, lo=behind)
        behind = bisect_left(words.start, mention.char_end - base, lo=first)
        if behind > first:
            span = CountrySpan(first, behind, mention, _is_joint(words, behind - 1, mention.char_end - base))
            words.countries[first] = span
            words.country_ends[behind - 1] = span
            words.placed.update(range(first + 1, behind))


def _is_joint(words: Words, last: int, end: int) -> bool:
    """Whether the word at `last`, in which a name ends at `end`, goes on with a hyphen and another name."""
    size = words.end[last] - end
    return size > 2 and words.raw[last][-size] == "-" and words.raw[last][1 - size].isupper()


def _mark_openers(words: Words) -> None:
    """Mark what begins with a word of the lexicons: bodies first, since their names hold offices."""
    bodies_at: list[int] = []
    offices_at: list[int] = []
    for index, known in enumerate(words.form):
        form = known & Form.OPENS
        if form == 0:
            continue
        if form & Form.NAME:
            words.name_openers.append(index)
            if form == Form.NAME:
                continue
        if form & Form.OFFICE:
            offices_at.append(index)
        if form & Form.BODY:
            bodies_at.append(index)
        if form & Form.THING:
            _mark_thing(words, index)
    if bodies_at:
        _mark_bodies(words, bodies_at)
    if offices_at:
        _mark_offices(words, offices_at)


def _mark_bodies(words: Words, openers: Iterable[int]) -> None:
    known = bodies()
    end = 0
    for index in openers:
        if index < end:
            continue
        letter = words.raw[index + 1][0] if index + 1 < len(words.raw) else ""
        for rest, body in known.get(words.raw[index], ()):
            if not rest or (rest[0][0] == letter and _follows(words, index, rest)):
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
        if written != wanted and (written.isascii() or plain_text(written) != wanted):
            return False
    return True


def _mark_thing(words: Words, index: int) -> None:
    """Mark the name of a thing that begins at `index`, if one does."""
    for rest in things().get(words.raw[index], ()):
        if matches(words.raw, index, rest) and (rest or not _is_surname(words, index)):
            words.things.update(range(index, index + 1 + len(rest)))
            return


def _is_surname(words: Words, index: int) -> bool:
    """Whether a thing's name stands behind a given name and so is a person's: "Alparslan Bayraktar"."""
    return index > 0 and words.raw[index - 1] in given_names()


def _mark_offices(words: Words, openers: Iterable[int]) -> None:
    known = offices()
    end = 0
    for index in openers:
        if index < end or index in words.things or (words.bodies and _is_inside_body(words, index)):
            continue
        longer = known[words.low[index]]
        second = words.low[index + 1] if index + 1 < len(words.low) else ""
        for rest, office in longer.get(second, ()) + longer.get("", ()):
            if not rest or (
                matches(words.low, index, rest) and True not in words.possessive[index : index + len(rest)]
            ):
                end = index + 1 + len(rest)
                words.offices[index] = OfficeSpan(index, end, office)
                break


def _is_inside_body(words: Words, index: int) -> bool:
    """Whether the word at `index` is one of several that name a body."""
    return any(span.start <= index < span.end > span.start + 1 for span in words.bodies.values())
