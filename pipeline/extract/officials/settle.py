"""The state of each person of an article whose state no sentence tells: signs of all sentences, in rounds."""

from collections.abc import Iterable, Sequence

from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.lines import Line
from pipeline.extract.officials.people import Person
from pipeline.extract.officials.scenes import Scenes
from pipeline.extract.officials.signs import PAGE_SIGNS, Around, Signs, decide, name_signs, weigh
from pipeline.extract.officials.states import is_single_office, sentence_subject, told_behind

_LEADS = (2.0, 1.0, 0.2, 0.2)
"""By how much a state must lead in each round: the clear cases are settled first and are signs for the rest."""


def settle_states(lines: Sequence[Line], scenes: Scenes) -> None:
    """Give each person whose state no sentence tells the state that the signs lead to, if they do clearly."""
    rivals = _rivals(lines)
    for lead in _LEADS:
        open_ones = gather_signs(lines, scenes)
        for person, signs in open_ones:
            # who shares a top office's plural with another serves another state
            code = decide(signs, lead, (rival.country for rival in rivals.get(id(person), ())))
            if code is not None:
                person.countries[code] = 1
        if all(person.country is not None for person, _ in open_ones):
            break


def gather_signs(lines: Sequence[Line], scenes: Scenes) -> list[tuple[Person, Signs]]:
    """The signs for every person with a title whose state is not known."""
    found: dict[int, tuple[Person, Signs]] = {}
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
                around = Around(known, context, same, stage, done, behind)
                _add(found, person, weigh(line.words, claim, around, scenes))
            done.append((claim, person.country if person is not None else None))
        for person, code in _counterparts(line):
            _add(found, person, {(code, "counterpart"): 1.0})
        subject = sentence_subject(line.words, known, context, len(line.words))
        context, stage = subject or context, line.moved_to
        paragraph = line.words.sentence.paragraph
    for person, signs in found.values():
        signs.update(name_signs(person.name, scenes))
    return list(found.values())


def _add(found: dict[int, tuple[Person, Signs]], person: Person, signs: Signs) -> None:
    known = found.setdefault(id(person), (person, {}))[1]
    for key, amount in signs.items():
        before = known.get(key, 0.0)
        # what the page says counts once, however often the person is named
        known[key] = max(before, amount) if key[1] in PAGE_SIGNS else before + amount


def _counterparts(line: Line) -> Iterable[tuple[Person, str]]:
    """Persons beside "his Turkish counterpart", with the state that they do not serve."""
    for title in line.titles:
        if title.office.kind == "peer" and title.owner in ("his", "her", "their") and title.countries:
            before = [person for index, person in line.people if index < title.start]
            if before and before[-1].country is None:
                yield before[-1], title.countries[0]


def _rivals(lines: Sequence[Line]) -> dict[int, list[Person]]:
    """Person to those with whom the person shares a plural that nobody of one state shares: "Presidents A and B"."""
    found: dict[int, list[Person]] = {}
    for line in lines:
        groups: dict[int, list[Person]] = {}
        for claim, person in zip(line.claims, line.holders, strict=True):
            title = claim.title
            if person is not None and title.office.plural and not title.countries and is_single_office(title):
                groups.setdefault(id(title), []).append(person)
        for group in groups.values():
            for person in group:
                found.setdefault(id(person), []).extend(other for other in group if other is not person)
    return found
