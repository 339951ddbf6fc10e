"""Clusters whose names are not equal and yet one person's: written apart, spelled freely, or with words left out.

Each step joins a cluster to another of the same state only where exactly one fits.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from pipeline.extract.officials.name_keys import NameKey
from pipeline.resolve.cluster import Cluster
from pipeline.resolve.offices import offices_agree
from pipeline.resolve.spelling import begins_alike, names_agree, nearly_alike

_FOREFATHERS = frozenset(
    ("ARE", "BHR", "DJI", "EGY", "ERI", "ETH", "IRQ", "JOR", "KWT", "LBY", "MRT", "OMN", "QAT", "SAU", "SDN", "SOM")
) | frozenset(("TCD", "YEM"))
"""States where names are chains of forefathers: without its first word a name is the father's."""
_COMMON_FIRST = "mohammed"
"""A first word that is left out everywhere."""


def join_solid(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join names of one state that differ in spaces and hyphens alone."""
    groups: dict[tuple[str, str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.country is not None:
            groups[cluster.key.solid, cluster.country, cluster.key.father].append(cluster)
    target = {id(other): group[0] for group in groups.values() for other in group[1:]}
    return _merge(clusters, target, "other_spelling")


def join_near(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join names that differ by a letter or two where the offices agree; the rarer spelling goes to the other."""
    by_word = _index(clusters, lambda key: key.ordered)
    target: dict[int, Cluster] = {}
    for cluster in clusters:
        alike = [
            other
            for other in _sharing(cluster, by_word, cluster.key.ordered)
            if nearly_alike(cluster.key, other.key) and offices_agree(cluster.titles(), other.titles())
        ]
        if len(alike) == 1 and _order(alike[0]) < _order(cluster) and id(alike[0]) not in target:
            target[id(cluster)] = alike[0]
    return _merge(clusters, target, "like_name_and_office")


def join_shorter(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join a name with words left out to the fuller one; where the last are, no house's, the offices must agree."""
    by_surname = _index(clusters, lambda key: key.words)
    kept = _merge(clusters, _shorter(clusters, by_surname, lambda key: (key.surname,), _is_shorter), "name_left_out")
    by_first = _index(kept, lambda key: key.ordered[:1])
    return _merge(kept, _shorter(kept, by_first, lambda key: key.ordered[:1], _begins), "name_left_out_and_office")


_Index = dict[tuple[str, str], list[Cluster]]


def _index(clusters: Sequence[Cluster], words: Callable[[NameKey], Sequence[str]]) -> _Index:
    """State and word to the clusters of that state whose key has the word among `words`."""
    index: _Index = defaultdict(list)
    for cluster in clusters:
        if cluster.country is not None:
            for word in dict.fromkeys(words(cluster.key)):
                index[cluster.country, word].append(cluster)
    return index


def _sharing(cluster: Cluster, index: _Index, words: Sequence[str]) -> list[Cluster]:
    """The other clusters of the same state that share one of `words`, each once."""
    found: dict[int, Cluster] = {}
    for word in words if cluster.country is not None else ():
        for other in index.get((cluster.country or "", word), ()):
            found[id(other)] = other
    found.pop(id(cluster), None)
    return list(found.values())


def _order(cluster: Cluster) -> tuple[object, ...]:
    return -len(cluster.seen), cluster.key.words


def _shorter(
    clusters: Sequence[Cluster],
    index: _Index,
    words: Callable[[NameKey], Sequence[str]],
    fits: Callable[[Cluster, Cluster], bool],
) -> dict[int, Cluster]:
    """Each cluster that fits exactly one fuller one, with that; of fuller ones that fit each other the fullest."""
    target: dict[int, Cluster] = {}
    for cluster in clusters:
        fuller = [other for other in _sharing(cluster, index, words(cluster.key)) if fits(cluster, other)]
        longest = [other for other in fuller if not any(fits(other, third) for third in fuller if third is not other)]
        if len(longest) == 1:
            target[id(cluster)] = longest[0]
    return target


def _is_shorter(short: Cluster, long: Cluster) -> bool:
    return (
        short.key.words != long.key.words
        and names_agree(short.key, long.key)
        and sum(map(len, short.key.words)) < sum(map(len, long.key.words))
        and _may_begin(short.key, long.key, short.country)
        and _one_father(short.key, long.key)
    )


def _begins(short: Cluster, long: Cluster) -> bool:
    return (
        begins_alike(short.key, long.key)
        and _one_father(short.key, long.key)
        and (long.key.house or offices_agree(short.titles(), long.titles()))
    )


def _may_begin(short: NameKey, long: NameKey, country: str | None) -> bool:
    """Whether `short` can begin as it does: without the first word, a name that is a chain of fathers is another's."""
    first = long.ordered[0] if long.ordered else ""
    kept = any(word == first or (len(word) == 1 and first.startswith(word)) for word in short.words)
    return kept or country not in _FOREFATHERS or first == _COMMON_FIRST


def _one_father(one: NameKey, other: NameKey) -> bool:
    return not one.father or not other.father or one.father == other.father


def _merge(clusters: Sequence[Cluster], target: dict[int, Cluster], reason: str) -> list[Cluster]:
    """Fold each cluster with a target into it; a target that is itself folded passes on what it was given."""
    kept = [cluster for cluster in clusters if id(cluster) not in target]
    for cluster in clusters:
        home = target.get(id(cluster))
        while home is not None and id(home) in target:
            home = target[id(home)]
        if home is not None:
            home.seen.extend(cluster.seen)
            home.reasons.extend([reason] * len(cluster.seen))
            if len(home.reasons) > len(cluster.seen):
                home.reasons = ["same_name" if known == "only_mention" else known for known in home.reasons]
    return kept
