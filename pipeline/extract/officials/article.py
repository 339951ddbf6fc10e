"""One page in, its people and their offices out: the order in which sentences, names and states are settled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.extract.actors import CountryMention, find_countries
from pipeline.extract.facts import PersonMention, Role
from pipeline.extract.officials.claims import find_claims
from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.names import Name, find_names
from pipeline.extract.officials.people import Person, Register, name_words
from pipeline.extract.officials.roles import Stated, choose
from pipeline.extract.officials.scenes import Scenes, read_scenes, with_shares
from pipeline.extract.officials.singular import singular_title
from pipeline.extract.officials.standing import Standings
from pipeline.extract.officials.states import (
    WEIGHTS,
    Around,
    add_name_cues,
    decide,
    is_single_office,
    listed_state,
    moved_to,
    note_anchors,
    sentence_subject,
    subject_state,
    told_behind,
    told_state,
    weigh,
)
from pipeline.extract.officials.titles import Title, find_titles
from pipeline.extract.officials.vocabulary import family_names, given_names
from pipeline.extract.officials.words import Words, read_words
from pipeline.text.page import Page, Sentence

_LEADS = (2.0, 1.0, 0.3)
"""By how much a state must lead in each round: the clear cases are settled first and are signs for the rest."""
_ROYAL = frozenset(["king", "queen", "sultan", "emir", "pope", "emperor", "empress", "prince", "princess"]) | {
    "crown prince",
    "crown princess",
}
"""Offices whose holders go by their given names."""
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
    standings: list[str] = field(default_factory=list)
    """Whether each claim's office is public, private, or left open."""
    moved_to: str | None = None
    """The state that the sentence says somebody moved to."""
    people: list[tuple[int, Person]] = field(default_factory=list)
    """Word index and person of every name tied."""

    def next_claim(self, index: int) -> tuple[Claim | None, str | None]:
        """The claim behind that at `index`, and the state told of it."""
        if index + 1 < len(self.claims):
            return self.claims[index + 1], self.told[index + 1]
        return None, None

    def known_people(self) -> list[tuple[int, str]]:
        """Word index and state of the people whose state is known."""
        return [(index, person.country) for index, person in self.people if person.country is not None]


def find_officials(page: Page) -> Officials:
    """The people named in `page` and the public offices that its text gives them.

    Bylines, credits and boilerplate are not read; a headline gives a role only to a person whom the body gives none.
    """
    scenes = read_scenes(page)
    countries = [
        mention for mention in find_countries(page.text) if page.text[mention.char_end : mention.char_end + 1] != "$"
    ]
    lines = _read_lines(page, countries, scenes)
    ordered = [line for line in lines if line.kind != "headline"] + [line for line in lines if line.kind == "headline"]
    register = Register()
    for line in ordered:
        _register_full_names(register, line)
    mentions = _tie(register, ordered)
    _settle_states(ordered, with_shares(scenes, countries))
    roles = choose([_stated(line, k) for line in ordered for k in range(len(line.claims)) if _is_role(line, k)])
    official = {role.person for role in roles}
    return Officials(
        mentions=tuple(
            PersonMention(start, end, text, person.name, person.country, person.name in official)
            for start, end, text, person in sorted(mentions, key=lambda item: item[:2])
        ),
        roles=roles,
    )


def _read_lines(page: Page, countries: Sequence[CountryMention], scenes: Scenes) -> list[_Line]:
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
            behind = scenes.told_from.get(sentence.paragraph, 0)
            named = [mention for mention in countries[first:index] if mention.char_start >= behind]
            lines.append(_read_line(sentence, kind, named, behind))
    return lines


def _read_line(sentence: Sentence, kind: str, countries: Sequence[CountryMention], told_from: int) -> _Line:
    words = read_words(sentence, countries, told_from)
    titles = find_titles(words)
    names = find_names(words, list(titles))
    return _Line(words, kind, titles, names, find_claims(words, titles, names), moved_to=moved_to(words))


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
    standings = Standings()
    context: str | None = None
    for line in lines:
        words = line.words
        note_anchors(words, anchors)
        by_name: dict[int, Person] = {}
        done: list[tuple[Claim, str | None]] = []
        for claim in line.claims:
            told = told_state(words, claim, anchors, context)
            listed, shared = listed_state(words, claim, done)
            person = _holder(register, line, claim, told or (listed if shared else None), mentions)
            line.told.append(told)
            line.standings.append(standings.of(claim.title))
            line.holders.append(person)
            done.append((claim, told))
            if person is not None:
                _learn(person, claim, told)
                person.official |= line.standings[-1] == "public"
                if claim.name is not None:
                    by_name[id(claim.name)] = person
        for name in line.names:
            person = by_name.get(id(name)) or _named(register, line, name)
            if person is not None:
                person.last = words.start[name.start]
                mentions.append((words.start[name.start], words.end[name.end - 1], name.text, person))
                line.people.append((name.start, person))
        for title in _unclaimed(line):
            meant = register.holder_of(title.office)
            if meant is not None:
                meant.last = words.start[title.head.start]
                mentions.append((words.start[title.head.start], words.end[title.end - 1], title.text, meant))
                line.people.append((title.start, meant))
        standings.note(words)
        line.people.sort(key=lambda item: item[0])
        context = subject_state(words, len(words)) or context
    return mentions


def _unclaimed(line: _Line) -> Iterable[Title]:
    """Titles that stand for somebody named before: "the minister", "the head of government"."""
    claimed = {id(claim.title) for claim in line.claims}
    for title in line.titles:
        bare = title.end == title.head.end and not title.countries and not title.office.plural
        if title.definite and bare and title.owner is None and id(title) not in claimed and title.status == "current":
            yield title


def _learn(person: Person, claim: Claim, told: str | None) -> None:
    if told is not None and claim.title.office.kind != "none":
        person.countries[told] = person.countries.get(told, 0) + 1
    person.offices.add(claim.title.office.words)


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
    if claim.title.office.words in _ROYAL:
        bearers = [person for person in bearers if name_words(person.name)[0] == name_words(claim.name.text)[0]]
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
    """Weigh the signs for each person whose state no sentence tells, and give it where one leads clearly.

    What is settled in one round is a sign in the next.
    """
    rivals = _rivals(lines)
    for lead in _LEADS:
        weighed = _weigh_lines(lines, scenes)
        for person, found in weighed:
            _settle(person, found, rivals.get(id(person), ()), scenes, lead)
        if all(person.country is not None for person, _ in weighed):
            break


def _settle(person: Person, found: dict[str, float], rivals: Sequence[Person], scenes: Scenes, lead: float) -> None:
    """Give `person` the state that leads; who shares a top office's plural with another serves another state."""
    add_name_cues(found, person.name, scenes)
    taken = {rival.country for rival in rivals}
    code = decide({code: weight for code, weight in found.items() if code not in taken}, lead)
    if code is not None:
        person.countries[code] = 1


def _weigh_lines(lines: Sequence[_Line], scenes: Scenes) -> list[tuple[Person, dict[str, float]]]:
    weighed: dict[int, tuple[Person, dict[str, float]]] = {}
    context: str | None = None
    stage: str | None = None
    paragraph = -1
    for line in lines:
        known = line.known_people()
        same = paragraph == line.words.sentence.paragraph
        done: list[tuple[Claim, str | None]] = []
        for index, (claim, person) in enumerate(zip(line.claims, line.holders, strict=True)):
            if person is not None and person.country is None and claim.title.office.kind != "none":
                behind = told_behind(line.words, claim, *line.next_claim(index))
                signs = weigh(line.words, claim, Around(known, context, same, stage, done, behind), scenes)
                _add_signs(weighed.setdefault(id(person), (person, {}))[1], signs)
            done.append((claim, person.country if person is not None else None))
        for person, code in _counterparts(line):
            _add_signs(weighed.setdefault(id(person), (person, {}))[1], {code: WEIGHTS.other_party})
        subject = sentence_subject(line.words, known, context, len(line.words))
        context, stage = subject or context, line.moved_to
        paragraph = line.words.sentence.paragraph
    return list(weighed.values())


def _add_signs(found: dict[str, float], signs: Mapping[str, float]) -> None:
    for code, weight in signs.items():
        found[code] = found.get(code, 0.0) + weight


def _counterparts(line: _Line) -> Iterable[tuple[Person, str]]:
    """Persons beside "his Turkish counterpart", with the state that they do not serve."""
    for title in line.titles:
        if title.office.kind == "peer" and title.owner in ("his", "her", "their") and title.countries:
            before = [person for index, person in line.people if index < title.start]
            if before and before[-1].country is None:
                yield before[-1], title.countries[0]


def _rivals(lines: Sequence[_Line]) -> dict[int, list[Person]]:
    """Person to those with whom the person shares a plural that nobody of one state shares: "Presidents A and B"."""
    found: dict[int, list[Person]] = {}
    for line in lines:
        groups: dict[int, list[Person]] = {}
        for claim, person in zip(line.claims, line.holders, strict=True):
            if (
                person is not None
                and claim.title.office.plural
                and not claim.title.countries
                and is_single_office(claim.title)
            ):
                groups.setdefault(id(claim.title), []).append(person)
        for group in groups.values():
            for person in group:
                found.setdefault(id(person), []).extend(other for other in group if other is not person)
    return found


def _is_role(line: _Line, index: int) -> bool:
    """Whether the claim is of a public office; an open one is if its holder has another that is."""
    person = line.holders[index]
    if person is None:
        return False
    standing = line.standings[index]
    return standing == "public" or (standing == "open" and person.official)


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
