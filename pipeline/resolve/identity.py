"""Which persons of different articles are one: one official, one id, with the reason of every link.

The result depends on the set of roles alone, never on their order. A full name is the ground: equal in one romanisation
and serving the same state, two persons are one. A shorter form joins a fuller one, and a surname its bearer, only
where exactly one fits and no office speaks against it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.extract.facts import Role
from pipeline.extract.officials.name_keys import NameKey, name_key, without_nickname
from pipeline.lexicon.countries import living
from pipeline.resolve.cluster import Cluster, Ruling, Seen, ruled
from pipeline.resolve.linking import join_near, join_shorter, join_solid
from pipeline.resolve.offices import office_class, offices_agree
from pipeline.text.ids import normal_words, stable_id

_PRONOUN_RULE = "pronoun_verb_title"


@dataclass(frozen=True, slots=True)
class ArticleRole:
    """A role as one article states it."""

    article_id: str
    published_on: date | None
    role: Role


@dataclass(frozen=True, slots=True)
class Person:
    """One official: one row of `officials`."""

    official_id: str
    name: str
    """The most frequent full form; among equals the one of more words, the longer, the first in the alphabet."""
    aliases: tuple[str, ...]
    """The other full forms, sorted."""
    country: str | None
    first_seen: date | None
    last_seen: date | None
    n_articles: int
    latest_title: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """Why a person of an article is this official."""

    article_id: str
    person: str
    """The person's key in the article (`Role.person`)."""
    official_id: str
    reason: str
    """`only_mention`, `same_name`, `other_spelling`, `like_name_and_office`, `name_left_out`,
    `name_left_out_and_office`, `surname_and_office`, or the correction."""


@dataclass(frozen=True, slots=True)
class People:
    """All officials, and who of which article is which of them."""

    people: tuple[Person, ...]
    """Sorted by id."""
    official_of: dict[tuple[str, str], str]
    """(article_id, person key) to official_id."""
    links: tuple[Link, ...]
    """Sorted by article and person."""


def resolve_people(roles: Sequence[ArticleRole], rulings: Sequence[Ruling] = ()) -> People:
    """The officials that `roles` speak of, whatever the order of `roles`; `rulings` have the last word."""
    seen = _persons(roles)
    full = _full_names([person for person in seen if person.key.full])
    clusters = join_shorter(join_near(join_solid(full)))
    clusters = _join_surnames(clusters, [person for person in seen if not person.key.full])
    return _people(ruled(clusters, rulings) if rulings else clusters)


def _persons(roles: Iterable[ArticleRole]) -> list[Seen]:
    """The persons of the articles, in a total order."""
    grouped: dict[tuple[str, str], list[ArticleRole]] = defaultdict(list)
    for stated in roles:
        grouped[stated.article_id, stated.role.person].append(stated)
    return [_person(article_id, person, grouped[article_id, person]) for article_id, person in sorted(grouped)]


def _person(article_id: str, person: str, stated: Sequence[ArticleRole]) -> Seen:
    found = sorted((item.role for item in stated), key=lambda role: (role.char_start, role.title))
    countries = Counter(role.country for role in found if role.country is not None)
    country = min(countries, key=lambda code: (-countries[code], code)) if countries else None
    forms = [person, *(role.name_text for role in found if role.rule != _PRONOUN_RULE)]
    forms += [without_nickname(form) for form in forms]
    return Seen(
        article_id=article_id,
        person=person,
        published_on=min((item.published_on for item in stated if item.published_on is not None), default=None),
        key=name_key(person),
        country=country,
        roles=tuple(found),
        forms=tuple(dict.fromkeys(normal_words(form) for form in forms)),
    )


# ---------------------------------------------------------------------------------------------- full names


def _full_names(seen: Sequence[Seen]) -> list[Cluster]:
    """One cluster for each name and state; a person without a state goes to the only one of the name."""
    by_words: dict[tuple[tuple[str, ...], bool], list[Seen]] = defaultdict(list)
    for person in seen:
        by_words[person.key.words, person.key.korean].append(person)
    clusters = []
    for words in sorted(by_words):
        group = by_words[words]
        for fathered in _by_father(group):
            key = min((person.key for person in fathered), key=lambda key: (not key.father, key.surname, key.solid))
            clusters.extend(_by_state(key, fathered))
    return clusters


def _by_father(seen: Sequence[Seen]) -> list[list[Seen]]:
    """Persons of one name apart by their patronymics; who is given none goes with the only one that there is."""
    groups: dict[str, list[Seen]] = defaultdict(list)
    for person in seen:
        groups[person.key.father].append(person)
    if len(groups) == 2 and "" in groups:
        return [list(seen)]
    return [groups[father] for father in sorted(groups)]


def _by_state(key: NameKey, seen: Sequence[Seen]) -> list[Cluster]:
    groups: dict[str | None, list[Seen]] = defaultdict(list)
    for person in seen:
        groups[living(person.country) if person.country else None].append(person)
    states = sorted(code for code in groups if code is not None and len(code) == 3 and code not in _BODIES)
    bodies = sorted(code for code in groups if code is not None and code not in states)
    if len(states) <= 1 and bodies:
        # who serves a body has served a state before, or will
        home = states[0] if states else bodies[0]
        for code in bodies:
            if code != home:
                groups[home].extend(groups.pop(code))
    if None in groups and len(groups) == 2:
        home = next(code for code in groups if code is not None)
        groups[home].extend(groups.pop(None))
    order = sorted(groups, key=lambda code: (code is None, code or ""))
    return [_cluster(key, groups[code], _served(groups[code], code)) for code in order]


def _served(seen: Sequence[Seen], code: str | None) -> str | None:
    """The state of persons whose living state is `code`: a former one where all served it, "SUN"."""
    own = {person.country for person in seen if person.country is not None}
    return own.pop() if len(own) == 1 else code


_BODIES = frozenset(("EUE", "UNO", "IMF", "WTO", "ADB", "CIS", "SCO", "GCC", "OIC"))


def _cluster(key: NameKey, seen: Sequence[Seen], country: str | None) -> Cluster:
    ordered = sorted(seen, key=lambda person: (person.article_id, person.person))
    spellings = Counter(_plain(person.person) for person in ordered)
    usual = min(spellings, key=lambda form: (-spellings[form], form))
    reasons = [
        "only_mention" if len(ordered) == 1 else "same_name" if _plain(person.person) == usual else "other_spelling"
        for person in ordered
    ]
    return Cluster(key, country, list(ordered), reasons)


def _plain(form: str) -> str:
    return normal_words(form).casefold()


# ---------------------------------------------------------------------------------------------- surnames


def _join_surnames(clusters: list[Cluster], seen: Sequence[Seen]) -> list[Cluster]:
    """Give a bare surname to its bearer where one alone fits in state and office; else one office is one person."""
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for surname in cluster.surnames():
            bearers[surname].append(cluster)
    known = {id(cluster): cluster.titles() for cluster in clusters}
    alone: dict[tuple[str, str | None, str], list[Seen]] = defaultdict(list)
    for person in seen:
        titles = [role.title for role in person.roles]
        fitting = [
            cluster
            for cluster in bearers.get(person.key.surname, ())
            if _is_of(person.country, cluster.country) and offices_agree(titles, known[id(cluster)])
        ]
        if len(fitting) == 1:
            fitting[0].seen.append(person)
            fitting[0].reasons.append("surname_and_office")
        else:
            alone[person.key.surname, person.country, office_class(titles)].append(person)
    singles = [
        _cluster(group[0].key, group, country) for (_, country, _), group in sorted(alone.items(), key=_single_order)
    ]
    return [*clusters, *singles]


def _is_of(code: str | None, state: str | None) -> bool:
    """Whether `code` is `state`, or a former state that it was, or none."""
    return code in (None, state) or (code is not None and state is not None and living(code) == living(state))


def _single_order(item: tuple[tuple[str, str | None, str], list[Seen]]) -> tuple[str, str, str]:
    (surname, country, office), _ = item
    return surname, country or "", office


# ---------------------------------------------------------------------------------------------- officials


def _people(clusters: Sequence[Cluster]) -> People:
    ids = _ids(clusters)
    people, links, official_of = [], [], {}
    for cluster, official_id in zip(clusters, ids, strict=True):
        people.append(_official(cluster, official_id))
        for person, reason in zip(cluster.seen, cluster.reasons, strict=True):
            official_of[person.article_id, person.person] = official_id
            links.append(Link(person.article_id, person.person, official_id, reason))
    return People(
        people=tuple(sorted(people, key=lambda person: person.official_id)),
        official_of=dict(sorted(official_of.items())),
        links=tuple(sorted(links, key=lambda link: (link.article_id, link.person))),
    )


def _ids(clusters: Sequence[Cluster]) -> list[str]:
    """An id of name and state; where those are several clusters', of the office too, and then of the patronymic."""
    plain = [(" ".join(cluster.key.words), cluster.country, *_mark(cluster)) for cluster in clusters]
    counts = Counter(plain)
    words: list[tuple[str | None, ...]] = [
        (*name, None if cluster.key.full and counts[name] == 1 else office_class(cluster.titles()))
        for name, cluster in zip(plain, clusters, strict=True)
    ]
    shared = Counter(words)
    return [
        stable_id("officials", *parts, *((cluster.key.father, cluster.key.solid) if shared[parts] > 1 else ()))
        for parts, cluster in zip(words, clusters, strict=True)
    ]


def _mark(cluster: Cluster) -> tuple[str, ...]:
    """What sets the id of a cluster apart that a correction has split off."""
    return (cluster.mark,) if cluster.mark else ()


def _official(cluster: Cluster, official_id: str) -> Person:
    forms = Counter(form for person in cluster.seen for form in person.forms)
    full = {form: count for form, count in forms.items() if len(form.split()) > 1} or dict(forms)
    signed = [form for form in full if form == without_nickname(form)]
    name = min(signed, key=lambda form: (-full[form], -len(form.split()), -len(form), form))
    days = [person.published_on for person in cluster.seen if person.published_on is not None]
    return Person(
        official_id=official_id,
        name=name,
        aliases=tuple(sorted(form for form in full if form != name)),
        country=cluster.country,
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
        n_articles=len({person.article_id for person in cluster.seen}),
        latest_title=_latest_title(cluster.seen),
    )


def _latest_title(seen: Sequence[Seen]) -> str | None:
    """The fullest title of the latest article, one held now before one held once."""
    latest = max(seen, key=lambda person: (person.published_on or date.min, person.article_id, person.person))
    roles = sorted(
        latest.roles,
        key=lambda role: (role.status == "former", -len(role.title.split()), role.char_start, role.title),
    )
    return roles[0].title if roles else None
