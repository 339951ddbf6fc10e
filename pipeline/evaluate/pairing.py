"""One-to-one pairing of labels with rows: the best one there is, whatever the order of either.

Successive shortest augmenting paths (Bellman-Ford on the exchange graph); a component is the labels and rows of one
sentence, so that the graphs stay tiny.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Label = TypeVar("Label")
Row = TypeVar("Row")
Worth = tuple[int, ...]
"""What a pair is worth; worths add up item by item and compare from the first item on."""


@dataclass(frozen=True, slots=True)
class Pairing(Generic[Label, Row]):
    """Labels with their rows, and what is left on both sides, each in its own order."""

    pairs: tuple[tuple[Label, Row], ...]
    missed: tuple[Label, ...]
    extra: tuple[Row, ...]


def pair(
    labels: Sequence[Label],
    rows: Sequence[Row],
    fits: Callable[[Label, Row], bool],
    qualities: Callable[[Label, Row], Sequence[bool]],
) -> Pairing[Label, Row]:
    """The pairing that fulfils the first of `qualities` most often, then the second, …, and has the most pairs.

    Only a label and a row for which `fits` holds can be a pair. Of equally good pairings the one found first counts.
    """
    worths = {
        (left, right): (*map(int, qualities(label, row)), 1)
        for left, label in enumerate(labels)
        for right, row in enumerate(rows)
        if fits(label, row)
    }
    chosen: dict[int, int] = {}
    for component in _components(worths):
        chosen |= best_matching({edge: worths[edge] for edge in component})
    used = set(chosen.values())
    return Pairing(
        pairs=tuple((labels[left], rows[right]) for left, right in sorted(chosen.items())),
        missed=tuple(label for left, label in enumerate(labels) if left not in chosen),
        extra=tuple(row for right, row in enumerate(rows) if right not in used),
    )


def best_matching(worths: Mapping[tuple[int, int], Worth]) -> dict[int, int]:
    """The matching of greatest total worth among the given (left, right) edges, as left to right.

    All worths have the same number of items and are above zero.
    """
    matched: dict[int, int] = {}
    while path := _best_path(worths, matched):
        matched.update(path)
    return matched


def _best_path(worths: Mapping[tuple[int, int], Worth], matched: dict[int, int]) -> list[tuple[int, int]]:
    """The new edges of the augmenting path that gains most, from its free right end on; empty if none gains.

    A left node's gain is that of the best way to free it; a right node's, of the best way to reach it.
    """
    owner = {right: left for left, right in matched.items()}
    gain: dict[int, Worth] = {left: (0,) * len(worth) for (left, _), worth in worths.items() if left not in matched}
    reached: dict[int, tuple[Worth, int]] = {}
    changed = True
    while changed:
        changed = False
        for (left, right), worth in worths.items():
            if left not in gain or matched.get(left) == right:
                continue
            total = _plus(gain[left], worth)
            if right in reached and reached[right][0] >= total:
                continue
            reached[right] = (total, left)
            changed = True
            if right in owner:
                gain[owner[right]] = _minus(total, worths[owner[right], right])
    free = {right: total for right, (total, _) in reached.items() if right not in owner}
    if not free or max(free.values()) <= (0,) * len(next(iter(free.values()))):
        return []
    at: int | None = max(free, key=lambda right: (free[right], -right))
    path = []
    while at is not None:
        left = reached[at][1]
        path.append((left, at))
        at = matched.get(left)
    return path


def _components(edges: Mapping[tuple[int, int], Worth]) -> list[list[tuple[int, int]]]:
    """The edges in groups that share no node, each in its given order."""
    groups: list[tuple[set[int], set[int], list[tuple[int, int]]]] = []
    for left, right in edges:
        touching = [group for group in groups if left in group[0] or right in group[1]]
        lefts, rights, joined = {left}, {right}, [(left, right)]
        for group in reversed(touching):
            lefts |= group[0]
            rights |= group[1]
            joined = group[2] + joined
        groups = [group for group in groups if not any(group is other for other in touching)]
        groups.append((lefts, rights, joined))
    return [group[2] for group in groups]


def _plus(one: Worth, other: Worth) -> Worth:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _minus(one: Worth, other: Worth) -> Worth:
    return tuple(a - b for a, b in zip(one, other, strict=True))
