"""Persons of articles, and the groups of them that are one official. How they come together stands in `identity`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extract.facts import Role
from pipeline.extract.officials.name_keys import NameKey


@dataclass(frozen=True, slots=True)
class Seen:
    """A person of one article."""

    article_id: str
    person: str
    published_on: date | None
    key: NameKey
    country: str | None
    roles: tuple[Role, ...]
    forms: tuple[str, ...]


@dataclass(slots=True)
class Cluster:
    """Persons of articles that are one official."""

    key: NameKey
    country: str | None
    seen: list[Seen]
    reasons: list[str]
    """Why each of `seen` belongs here (`Link.reason`)."""
    mark: str | None = None
    """The correction that split it off, which sets its id apart; else None."""

    def surnames(self) -> frozenset[str]:
        """The words by which the articles' spellings of the name call the person."""
        return frozenset(seen.key.surname for seen in self.seen)

    def titles(self) -> list[str]:
        """The titles that the articles give the person."""
        return [role.title for seen in self.seen for role in seen.roles]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a correction says of who is who."""

    correction_id: str
    action: str
    """`merge`: the persons of `keys` are one; `split`: those of `keys` are another than the rest of their group."""
    keys: frozenset[tuple[str, str]]
    """Article ids and the persons' keys there."""


def ruled(clusters: Sequence[Cluster], rulings: Sequence[Ruling]) -> list[Cluster]:
    """`clusters` as the rulings have them, in the order of the rulings' ids."""
    found = list(clusters)
    for ruling in sorted(rulings, key=lambda ruling: ruling.correction_id):
        meant = [cluster for cluster in found if any(_key(seen) in ruling.keys for seen in cluster.seen)]
        found = [cluster for cluster in found if not any(cluster is other for other in meant)]
        found.extend(_merged(meant, ruling) if ruling.action == "merge" else _split(meant, ruling))
    return found


def _key(seen: Seen) -> tuple[str, str]:
    return seen.article_id, seen.person


def _merged(clusters: Sequence[Cluster], ruling: Ruling) -> list[Cluster]:
    """One cluster of all; it goes by the name of the one that most articles have."""
    ordered = sorted(clusters, key=lambda cluster: (-len(cluster.seen), not cluster.key.full, cluster.key.words))
    if not ordered:
        return []
    kept = ordered[0]
    for cluster in ordered[1:]:
        kept.seen.extend(cluster.seen)
        kept.reasons.extend([f"correction {ruling.correction_id}"] * len(cluster.seen))
    return [kept]


def _split(clusters: Sequence[Cluster], ruling: Ruling) -> list[Cluster]:
    """Each cluster in two: the persons of the ruling apart from the others."""
    found = []
    for cluster in clusters:
        pairs = list(zip(cluster.seen, cluster.reasons, strict=True))
        apart = [seen for seen, _ in pairs if _key(seen) in ruling.keys]
        rest = [(seen, reason) for seen, reason in pairs if _key(seen) not in ruling.keys]
        if rest:
            found.append(replace(cluster, seen=[seen for seen, _ in rest], reasons=[reason for _, reason in rest]))
        reasons = [f"correction {ruling.correction_id}"] * len(apart)
        mark = ruling.correction_id if rest else cluster.mark
        found.append(replace(cluster, seen=apart, reasons=reasons, mark=mark))
    return found
