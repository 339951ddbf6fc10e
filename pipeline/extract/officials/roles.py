"""One row for each person and office of an article, out of all the places that state it."""

import re

from pipeline.extract.facts import Role
from pipeline.extract.officials.people import Person, name_words
from pipeline.extract.officials.title_words import same_office, title_words
from pipeline.extract.officials.vocabulary import Office
from pipeline.text.page import Sentence
from pipeline.values import value

_MERE = re.compile(r"^official$|^(?:head|chief|leader|member) of .{0,40}delegation$")
_KINDS = {"body": 3, "dateline": 3, "caption": 2, "headline": 1}


@value(frozen=True, slots=True)
class Stated:
    """One place that gives a person an office."""

    sentence: Sentence
    kind: str
    """Of its paragraph."""
    rule: str
    person: Person
    name_text: str
    title: str
    office: Office
    organization: str | None
    country: str | None
    status: str


def choose(stated: list[Stated]) -> tuple[Role, ...]:
    """One role for each person and office: of near-equal titles the fullest, told in the fullest body sentence."""
    groups: dict[int, list[Stated]] = {}
    for place in stated:
        groups.setdefault(id(place.person), []).append(place)
    roles: list[Role] = []
    for places in groups.values():
        roles.extend(_roles_of(places))
    return tuple(sorted(roles, key=lambda role: (role.char_start, role.person, role.title)))


def _roles_of(places: list[Stated]) -> list[Role]:
    body = [place for place in places if place.kind != "headline"]
    places = _without_mere_words(body or places)
    kept: list[list[Stated]] = []
    for place in sorted(places, key=_order):
        for group in kept:
            if _near(group[0], place):
                group.append(place)
                break
        else:
            kept.append([place])
    return [_role(group) for group in kept]


def _order(place: Stated) -> tuple[int, bool, int, int, int]:
    """The fullest first: most title words, written out, body before caption, full name before surname, first in the
    text."""
    return (
        -len(title_words(place.title)),
        place.title.isupper(),
        -_KINDS.get(place.kind, 0),
        -len(name_words(place.name_text)),
        place.sentence.char_start,
    )


def _without_mere_words(places: list[Stated]) -> list[Stated]:
    """A military rank, "official" and "head of the delegation" are titles only where no office is given."""
    offices = [place for place in places if place.office.kind != "rank" and not _MERE.search(place.title.lower())]
    return offices or places


def _near(fuller: Stated, other: Stated) -> bool:
    """Whether the two titles are one office held at one time."""
    return fuller.status == other.status and same_office(fuller.title, other.title)


def _role(group: list[Stated]) -> Role:
    best = group[0]
    country = best.country or next((place.country for place in group if place.country), None) or best.person.country
    return Role(
        paragraph=best.sentence.paragraph,
        char_start=best.sentence.char_start,
        char_end=best.sentence.char_end,
        evidence=best.sentence.text,
        rule=best.rule,
        person=best.person.name,
        name_text=best.name_text,
        title=best.title,
        organization=best.organization or next((place.organization for place in group if place.organization), None),
        country=country,
        status=best.status,
    )
