"""Measures of `officials`: a person is a label's when one of the person's names has the label's letters."""

from dataclasses import dataclass

from pipeline.evaluate.labels import ArticleLabels, OfficialLabel
from pipeline.evaluate.match import Counts, count_found, one, pair_required_first, total
from pipeline.evaluate.rows import ArticleRows, ReleaseRows, Row
from pipeline.evaluate.tally import EXTRA, MISSED, RIGHT, WRONG
from pipeline.evaluate.wording import name_key, same_title


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the roles of one article."""

    official_id: str
    name: str | None
    keys: frozenset[str]
    """`name_key` of every name that the release knows this person by, and of the words of this article."""
    country: str | None
    titles: tuple[str, ...]
    """One for each role row."""


def count_officials(labels: ArticleLabels, rows: ArticleRows | None, release: ReleaseRows) -> Counts:
    """`officials.found`, `officials.country` and `officials.titles`."""
    pairing = pair_required_first(
        labels.officials,
        _people(rows.roles if rows else (), release),
        _fits,
        lambda label, person: (_country(label, person),),
    )
    allowed = {name_key(label.name) for label in labels.officials if label.optional}
    passed = [person for person in pairing.extra if person.keys & allowed]
    required = [(label, person) for label, person in pairing.pairs if not label.optional]
    fields = [_fields(labels.article, label, person) for label, person in required]
    return total([count_found("officials", labels.article, pairing, passed, None), *fields])


def _people(roles: tuple[Row, ...], release: ReleaseRows) -> list[Person]:
    of_person: dict[str, list[Row]] = {}
    for role in roles:
        of_person.setdefault(role["official_id"], []).append(role)
    return [_person(official_id, found, release.people.get(official_id)) for official_id, found in of_person.items()]


def _person(official_id: str, roles: list[Row], known: Row | None) -> Person:
    names = [role["name_text"] for role in roles]
    if known:
        names += [known["name"], *(known["aliases"] or ())]
    return Person(
        official_id=official_id,
        name=known["name"] if known else names[0],
        keys=frozenset(map(name_key, names)),
        country=known["country"] if known else None,
        titles=tuple(role["title"] for role in roles),
    )


def _fits(label: OfficialLabel, person: Person) -> bool:
    return name_key(label.name) in person.keys


def _country(label: OfficialLabel, person: Person) -> bool:
    return person.country == label.country


def _fields(article: str, label: OfficialLabel, person: Person) -> Counts:
    parts = [one("officials.country", RIGHT if _country(label, person) else WRONG, article, label, person)]
    for wanted in label.titles:
        hit = any(same_title(wanted, title) for title in person.titles)
        said = {"name": label.name, "title": wanted, "found": list(person.titles)}
        parts.append(one("officials.titles", RIGHT if hit else MISSED, article, label=said))
    for title in person.titles:
        if not any(same_title(title, wanted) for wanted in label.titles):
            said = {"name": label.name, "title": title, "labelled": list(label.titles)}
            parts.append(one("officials.titles", EXTRA, article, row=said))
    return total(parts)
