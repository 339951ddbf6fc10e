"""Corrections to officials: who is nobody's official, whom somebody serves, who is one person and who is two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.corrections.desk import Desk, Picked, Row, fits
from pipeline.corrections.model import Correction
from pipeline.resolve.cluster import Ruling
from pipeline.resolve.identity import ArticleRole, People, Person, resolve_people
from pipeline.resolve.settled import SettledFacts
from pipeline.resolve.source import Source

Key = tuple[str, str]
"""Article id and person key."""


@dataclass(frozen=True, slots=True)
class ResolvedPeople:
    """The officials, and the facts whose roles their corrections have changed."""

    people: People
    facts: SettledFacts


@dataclass(slots=True)
class _Orders:
    """What the corrections come to, by the persons of articles whom they mean."""

    dropped: set[Key] = field(default_factory=set)
    states: dict[Key, str | None] = field(default_factory=dict)
    names: list[tuple[Key, str]] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    kept: list[tuple[Correction, list[Key]]] = field(default_factory=list)
    """Corrections that leave somebody, with those whom they touch."""


def corrected_people(
    stated: Sequence[ArticleRole], facts: SettledFacts, sources: Sequence[Source], desk: Desk
) -> ResolvedPeople:
    """The officials that `stated` speak of, as the corrections of the table `officials` have them."""
    people = resolve_people(stated)
    corrections = desk.of("officials")
    if not corrections:
        return ResolvedPeople(people, facts)
    picked = desk.pick(corrections, {person.official_id: _row(person) for person in people.people})
    orders = _orders(picked, people, {source.article_id: _article(source) for source in sources}, desk)
    roles = [
        replace(item, role=replace(item.role, country=orders.states[key])) if key in orders.states else item
        for item in stated
        if (key := (item.article_id, item.role.person)) not in orders.dropped
    ]
    people = _named(resolve_people(roles, orders.rulings), orders.names)
    for correction, keys in orders.kept:
        for official_id in {people.official_of[key] for key in keys if key in people.official_of}:
            desk.touch(correction, "officials", official_id)
    return ResolvedPeople(people, _without(_serving(facts, orders.states), orders.dropped))


def _orders(picked: Sequence[Picked], people: People, articles: Mapping[str, Row], desk: Desk) -> _Orders:
    orders, members = _Orders(), _members(people)
    for found in picked:
        correction = found.correction
        keys = sorted(key for official_id in found.ids for key in members[official_id])
        if correction.action == "drop":
            orders.dropped.update(keys)
            for official_id in found.ids:
                desk.drop(correction, official_id, str(articles[members[official_id][0][0]]["source_path"]))
            continue
        if correction.action in ("merge", "split"):
            ruling = _ruling(found, keys, articles)
            if isinstance(ruling, str):
                desk.skip(correction, "correction_failed", ruling)
                continue
            orders.rulings.append(ruling)
        if "country" in correction.set:
            country = correction.set["country"]
            orders.states.update(dict.fromkeys(keys, None if country is None else str(country)))
        if "name" in correction.set:
            orders.names.append((keys[0], str(correction.set["name"])))
        orders.kept.append((correction, keys))
    return orders


def _ruling(found: Picked, keys: Sequence[Key], articles: Mapping[str, Row]) -> Ruling | str:
    """What a merge or a split orders, or why it cannot be done."""
    correction = found.correction
    if correction.action == "merge":
        if len(found.ids) < 2:
            return "`match` means one person alone: nothing to merge"
        return Ruling(correction.id, "merge", frozenset(keys))
    part = frozenset(key for key in keys if fits(correction.part, articles[key[0]], any_of=True))
    if len(found.ids) > 1 or not part or len(part) == len(keys):
        return "`part` must mean some articles of one person, not all"
    return Ruling(correction.id, "split", part)


def _members(people: People) -> dict[str, list[Key]]:
    members: dict[str, list[Key]] = {}
    for key, official_id in people.official_of.items():
        members.setdefault(official_id, []).append(key)
    return members


def _row(person: Person) -> Row:
    return {
        "official_id": person.official_id,
        "name": person.name,
        "aliases": person.aliases,
        "country": person.country,
        "latest_title": person.latest_title,
    }


def _article(source: Source) -> Row:
    article = source.article
    return {
        "article_id": article.article_id,
        "source_path": article.source_path,
        "record_key": article.record_key,
    }


def _serving(facts: SettledFacts, states: dict[Key, str | None]) -> SettledFacts:
    roles = [
        replace(item, fact=replace(item.fact, country=states[key]))
        if (key := (item.source.article_id, item.fact.person)) in states
        else item
        for item in facts.roles
    ]
    return replace(facts, roles=roles)


def _without(facts: SettledFacts, dropped: set[Key]) -> SettledFacts:
    roles = [item for item in facts.roles if (item.source.article_id, item.fact.person) not in dropped]
    return replace(facts, roles=roles)


def _named(people: People, names: Sequence[tuple[Key, str]]) -> People:
    """`people` with the names that corrections give; the name before stays among the aliases."""
    wanted = {people.official_of[key]: name for key, name in names}
    if not wanted:
        return people
    renamed = tuple(
        replace(
            person,
            name=wanted[person.official_id],
            aliases=tuple(sorted({person.name, *person.aliases} - {wanted[person.official_id]})),
        )
        if person.official_id in wanted
        else person
        for person in people.people
    )
    return replace(people, people=renamed)
