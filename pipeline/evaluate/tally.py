"""Counts of agreement, and the single disagreements behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Tally:
    """How often labels and rows agree on one thing. Tallies add up."""

    right: int = 0
    """Labelled and there (true positives)."""
    extra: int = 0
    """There and not labelled, or other than labelled (false positives)."""
    missed: int = 0
    """Labelled and not there, or other than labelled (false negatives)."""

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """The part of what is there that is right; None where nothing is there."""
        return _part(self.right, self.right + self.extra)

    @property
    def recall(self) -> float | None:
        """The part of what is labelled that is there; None where nothing is labelled."""
        return _part(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where there is neither a label nor a row."""
        return _part(2 * self.right, 2 * self.right + self.extra + self.missed)


RIGHT = Tally(right=1)
EXTRA = Tally(extra=1)
MISSED = Tally(missed=1)
WRONG = Tally(extra=1, missed=1)
"""There, but other than labelled: a miss and an extra at once."""


def compared(wanted: object, found: object, same: bool) -> Tally:
    """The tally of one field of a pair; None on either side means that this side says nothing."""
    if wanted is None and found is None:
        return Tally()
    if same:
        return RIGHT
    return Tally(extra=int(found is not None), missed=int(wanted is not None))


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement, for a person to read."""

    measure: str
    """The measure that it counts against (`events.found`, `trade_figures.commodity`, …)."""
    kind: str
    """`missed`, `extra` or `wrong`."""
    article: str
    """File name of the article."""
    label: Mapping[str, Any] | None
    """What was wanted, None for an extra row."""
    row: Mapping[str, Any] | None
    """What the release has, None for a missed label."""


def _part(count: int, whole: int) -> float | None:
    return count / whole if whole else None
