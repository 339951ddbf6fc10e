"""One page in, its people and their offices out: the order in which sentences, names and states are settled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.extract.actors import CountryMention, find_countries
from pipeline.extract.facts import PersonMention, Role
from pipeline.extract.officials.holders import Claim, find_claims
from pipeline.extract.officials.names import Name, find_names
from pipeline.extract.officials.people import Person, Register, name_words
from pipeline.extract.officials.roles import Stated, choose
from pipeline.extract.officials.singular import singular_title
from pipeline.extract.officials.states import home_state, state_of, subject_state
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


def find_officials(page: Page) -> Officials:
    """The people named in `page` and the public offices that its text gives them.

    Bylines, credits and boilerplate are not read; a headline gives a role only to a person whom the body gives none.
    """
    countries = find_countries(page.text)
    lines = _read_lines(page, countries)
    register = Register()
    ordered = [line for line in lines if line.kind != "headline"] + [line for line in lines if line.kind == "headline"]
    for line in ordered:
        _register_full_names(register, line)
    home = home_state(page, countries)
    stated: list[Stated] = []
    mentions: list[tuple[int, int, str, Person]] = []
    for line in ordered:
        _tell(register, line, home, stated, mentions)
    roles = choose(stated)
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


def _register_full_names(register: Register, line: _Line) -> None:
    """Make known the full names that the line vouches for: by a title, an honorific or a given name."""
    claimed = {id(claim.name) for claim in line.claims}
    for name in line.names:
        if name.full and (id(name) in claimed or name.honored or _vouched(line.words, name)):
            register.add(name.text)


def _vouched(words: Words, name: Name) -> bool:
    first = words.raw[name.start]
    return first in given_names() or (first in family_names() and name.end - name.start in (2, 3) and ("-" in words.raw[name.start + 1] or name.end - name.start == 3))


def _tell(
    register: Register,
    line: _Line,
    home: str | None,
    stated: list[Stated],
    mentions: list[tuple[int, int, str, Person]],
) -> None:
    words = line.words
    done: list[tuple[Claim, str | None]] = []
    holders: dict[int, Person] = {}
    for claim in line.claims:
        country = state_of(words, claim, done, None) or home
        done.append((claim, country))
        person = _holder(register, line, claim, country, mentions)
        if person is None:
            continue
        if claim.name is not None:
            holders[id(claim.name)] = person
        if claim.title.public and claim.title.office.kind != "none":
            if country is not None:
                person.countries[country] = person.countries.get(country, 0) + 1
            person.kinds.add(claim.title.office.kind)
            stated.append(_stated(line, claim, person, country))
    for name in line.names:
        person = holders.get(id(name)) or _named(register, line, name)
        if person is not None:
            person.last = words.start[name.start]
            mentions.append((words.start[name.start], words.end[name.end - 1], name.text, person))


def _stated(line: _Line, claim: Claim, person: Person, country: str | None) -> Stated:
    sentence = line.words.sentence
    return Stated(
        sentence=sentence,
        kind=line.kind,
        rule=claim.rule,
        person=person,
        name_text=claim.name.text if claim.name is not None else line.words.raw[claim.pronoun or 0],
        title=singular_title(claim.title) if claim.title.office.plural else claim.title.text,
        office=claim.title.office,
        organization=claim.title.organization,
        country=country,
        status=claim.status,
    )


def _holder(
    register: Register, line: _Line, claim: Claim, country: str | None, mentions: Iterable[tuple[int, int, str, Person]]
) -> Person | None:
    if claim.name is None:
        before = [item for item in mentions if item[0] < line.words.sentence.char_start]
        return max(before, key=lambda item: item[0])[3] if before else None
    if claim.name.full:
        return register.add(claim.name.text)
    bearers = register.bearers(claim.name.text)
    fitting = [person for person in bearers if country is None or person.country in (None, country)]
    if fitting:
        return max(fitting, key=lambda person: person.last)
    return register.add(claim.name.text)


def _named(register: Register, line: _Line, name: Name) -> Person | None:
    if name.full:
        key = name_words(name.text)
        bearers = register.bearers(name.text)
        if bearers:
            return max(bearers, key=lambda person: person.last)
        return register.add(name.text) if name.honored or _vouched(line.words, name) else None
    bearers = register.bearers(name.text)
    if bearers:
        return max(bearers, key=lambda person: person.last)
    return register.add(name.text) if name.honored else None
