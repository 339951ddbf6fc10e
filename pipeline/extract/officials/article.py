"""One page in, its people and their offices out: the order in which sentences, names and states are settled."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.actors import CountryMention, find_countries
from pipeline.extract.facts import PersonMention, Role
from pipeline.extract.officials.holders import Claim, find_claims
from pipeline.extract.officials.names import Name, find_names
from pipeline.extract.officials.people import Person, Register
from pipeline.extract.officials.roles import Stated, choose
from pipeline.extract.officials.scenes import Scenes, read_scenes
from pipeline.extract.officials.singular import singular_title
from pipeline.extract.officials.states import (
    add_name_cues,
    decide,
    listed_state,
    note_anchors,
    subject_state,
    told_state,
    weigh,
)
from pipeline.extract.officials.titles import Title, find_titles
from pipeline.extract.officials.vocabulary import family_names, given_names
from pipeline.extract.officials.words import Words, read_words
from pipeline.text.page import Page, Sentence

_READ = ("body", "caption", "dateline", "headline")


@dataclass(frozen=True, slots=True)
class Officials:
    """What an article says of people."""

    mentions: tuple[PersonMention, ...]
    """Every place where a person is named, in the order of the text."""
    roles: tuple[Role, ...]
    """One for each person and office, in the order of the text."""


@dataclass(slots=True)
class _Line:
    """A sentence with what was found in it."""

    words: Words
    kind: str
    titles: list[Title]
    names: list[Name]
    claims: list[Claim]
    holders: list[Person | None] = field(default_factory=list)
    """Whom each claim is of."""
    told: list[str | None] = field(default_factory=list)
    """The state that the sentence gives each claim."""
    context: str | None = None
    """The state that the sentence before was on."""


def find_officials(page: Page) -> Officials:
    """The people named in `page` and the public offices that its text gives them.

    Bylines, credits and boilerplate are not read; a headline gives a role only to a person whom the body gives none.
    """
    countries = find_countries(page.text)
    lines = _read_lines(page, countries)
    ordered = [line for line in lines if line.kind != "headline"] + [line for line in lines if line.kind == "headline"]
    register = Register()
    for line in ordered:
        _register_full_names(register, line)
    mentions = _tie(register, ordered)
    _settle_states(ordered, read_scenes(page, countries))
    roles = choose([_stated(line, k) for line in ordered for k in range(len(line.claims)) if _is_role(line, k)])
    official = {role.person for role in roles}
    return Officials(
        mentions=tuple(
            PersonMention(start, end, text, person.name, person.country, person.name in official)
            for start, end, text, person in sorted(mentions, key=lambda item: item[:2])
        ),
        roles=roles,
    )


def _read_lines(page: Page, countries: Sequence[CountryMention]) -> list[_Line]:
    kinds = {paragraph.position: paragraph.kind for paragraph in page.paragraphs}
    lines, index = [], 0
    for sentence in page.sentences:
        while index < len(countries) and countries[index].char_start < sentence.char_start:
            index += 1
        first = index
        while index < len(countries) and countries[index].char_end <= sentence.char_end:
            index += 1
        kind = kinds[sentence.paragraph]
        if kind in _READ:
            lines.append(_read_line(sentence, kind, countries[first:index]))
    return lines


def _read_line(sentence: Sentence, kind: str, countries: Sequence[CountryMention]) -> _Line:
    words = read_words(sentence, countries)
    titles = find_titles(words)
    names = find_names(words, list(titles))
    return _Line(words, kind, titles, names, find_claims(words, titles, names))


# ---------------------------------------------------------------------------------------------- who is who


def _register_full_names(register: Register, line: _Line) -> None:
    """Make known the full names that the line vouches for: by a title, an honorific or a given name."""
    claimed = {id(claim.name) for claim in line.claims}
    for name in line.names:
        if name.full and (id(name) in claimed or name.honored or _vouched(line.words, name)):
            register.add(name.text)


def _vouched(words: Words, name: Name) -> bool:
    first = words.raw[name.start]
    if first in given_names():
        return True
    size = name.end - name.start
    return first in family_names() and (size == 3 or (size == 2 and "-" in words.raw[name.start + 1]))


def _tie(register: Register, lines: Sequence[_Line]) -> list[tuple[int, int, str, Person]]:
    """Tie every name and claim to a person; returns the mentions."""
    mentions: list[tuple[int, int, str, Person]] = []
    anchors: dict[str, str] = {}
    context: str | None = None
    for line in lines:
        words = line.words
        note_anchors(words, anchors)
        line.context = context
        by_name: dict[int, Person] = {}
        done: list[tuple[Claim, str | None]] = []
        for claim in line.claims:
            told = told_state(words, claim, anchors, context)
            person = _holder(register, line, claim, told or listed_state(words, claim, done), mentions)
            line.told.append(told)
            line.holders.append(person)
            done.append((claim, told))
            if person is not None:
                _learn(person, claim, told)
                if claim.name is not None:
                    by_name[id(claim.name)] = person
        for name in line.names:
            person = by_name.get(id(name)) or _named(register, line, name)
            if person is not None:
                person.last = words.start[name.start]
                mentions.append((words.start[name.start], words.end[name.end - 1], name.text, person))
        context = subject_state(words, len(words)) or context
    return mentions


def _learn(person: Person, claim: Claim, told: str | None) -> None:
    if told is not None and claim.title.office.kind != "none":
        person.countries[told] = person.countries.get(told, 0) + 1
    person.kinds.add(claim.title.office.kind)


def _holder(
    register: Register,
    line: _Line,
    claim: Claim,
    country: str | None,
    mentions: Sequence[tuple[int, int, str, Person]],
) -> Person | None:
    if claim.name is None:
        start = line.words.start[claim.pronoun or 0]
        before = [item for item in mentions[-12:] if item[0] < start]
        return _subject_before(before) if before else None
    if claim.name.full:
        return register.add(claim.name.text)
    bearers = register.bearers(claim.name.text)
    fitting = [person for person in bearers if country is None or person.country in (None, country)]
    if fitting:
        return max(fitting, key=lambda person: person.last)
    return register.add(claim.name.text)


def _subject_before(before: Sequence[tuple[int, int, str, Person]]) -> Person:
    """Whom "he" or "she" means: the person named last, but of a sentence's several the first."""
    return before[-1][3]


def _named(register: Register, line: _Line, name: Name) -> Person | None:
    bearers = register.bearers(name.text)
    if bearers:
        return max(bearers, key=lambda person: person.last)
    vouched = name.honored or (name.full and _vouched(line.words, name))
    return register.add(name.text) if vouched else None


# ---------------------------------------------------------------------------------------------- whose state


def _settle_states(lines: Sequence[_Line], scenes: Scenes) -> None:
    """Weigh the signs for each person whose state no sentence tells, and give it where one leads clearly."""
    states = sorted({*scenes.shares, *(code for code in (scenes.home, scenes.press) if code)})
    weighed: dict[int, tuple[Person, Counter[str]]] = {}
    for line in lines:
        known = [
            (claim.title.start, person.country)
            for claim, person in zip(line.claims, line.holders, strict=True)
            if person is not None and person.country is not None
        ]
        done: list[tuple[Claim, str | None]] = []
        for claim, person in zip(line.claims, line.holders, strict=True):
            if person is not None and person.country is None and claim.title.office.kind != "none":
                entry = weighed.setdefault(id(person), (person, Counter()))
                entry[1].update(weigh(line.words, claim, done, known, scenes, line.context))
            done.append((claim, person.country if person is not None else None))
    for person, found in weighed.values():
        add_name_cues(found, person.name, states)
        code = decide(found, states)
        if code is not None:
            person.countries[code] = 1


def _is_role(line: _Line, index: int) -> bool:
    claim = line.claims[index]
    return line.holders[index] is not None and claim.title.public and claim.title.office.kind not in ("none", "peer")


def _stated(line: _Line, index: int) -> Stated:
    claim, person = line.claims[index], line.holders[index]
    assert person is not None
    return Stated(
        sentence=line.words.sentence,
        kind=line.kind,
        rule=claim.rule,
        person=person,
        name_text=claim.name.text if claim.name is not None else line.words.raw[claim.pronoun or 0],
        title=singular_title(claim.title) if claim.title.office.plural else claim.title.text,
        office=claim.title.office,
        organization=claim.title.organization,
        country=line.told[index] or person.country,
        status=claim.status,
    )
