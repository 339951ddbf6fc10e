"""From labels and rows of one table to counts: what every table's measure has in common."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol, TypeVar

from pipeline.evaluate.pairing import Pairing, pair
from pipeline.evaluate.tally import EXTRA, MISSED, RIGHT, WRONG, Finding, Tally
from pipeline.evaluate.wording import in_sentence


class AnyLabel(Protocol):
    """What every label says."""

    @property
    def optional(self) -> bool: ...


class SentenceLabel(AnyLabel, Protocol):
    """A label that names its sentence."""

    @property
    def snippet(self) -> str: ...


LabelT = TypeVar("LabelT", bound=AnyLabel)
SentenceT = TypeVar("SentenceT", bound=SentenceLabel)
RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class Counts:
    """What one article adds: tallies by measure, and the disagreements behind them."""

    tallies: tuple[tuple[str, Tally], ...] = ()
    findings: tuple[Finding, ...] = ()

    def tally(self, measure: str) -> Tally:
        """The sum of the tallies of `measure`."""
        return sum((tally for name, tally in self.tallies if name == measure), start=Tally())


def total(parts: Iterable[Counts]) -> Counts:
    """All of `parts` together, in their order."""
    held = tuple(parts)
    return Counts(
        tallies=tuple(tally for part in held for tally in part.tallies),
        findings=tuple(finding for part in held for finding in part.findings),
    )


def one(measure: str, tally: Tally, article: str, label: Any = None, row: Any = None) -> Counts:
    """A single outcome: one tally, and a finding unless it is right or empty."""
    if not tally.extra and not tally.missed:
        return Counts(((measure, tally),))
    kind = "wrong" if label is not None and row is not None else "missed" if row is None else "extra"
    return Counts(((measure, tally),), (Finding(measure, kind, article, _shown(label), _shown(row)),))


def pair_required_first(
    labels: Sequence[LabelT],
    rows: Sequence[RowT],
    fits: Callable[[LabelT, RowT], bool],
    qualities: Callable[[LabelT, RowT], Sequence[bool]],
) -> Pairing[LabelT, RowT]:
    """The pairing that finds as many required labels as possible, then fulfils `qualities` in their order."""
    return pair(labels, rows, fits, lambda label, row: (not label.optional, *qualities(label, row)))


def count_found(
    table: str,
    article: str,
    pairing: Pairing[LabelT, RowT],
    passed: Sequence[RowT],
    full: Callable[[LabelT, RowT], bool] | None,
) -> Counts:
    """`<table>.found` and, where `full` tells it, `<table>.full`: required labels met, missed, rows to spare.

    `passed` are extra rows that are not counted. What is wrong in a row that is not full is the fields' to say.
    """
    names = [f"{table}.found"] + ([f"{table}.full"] if full else [])
    parts = [Counts(tuple((name, Tally()) for name in names))]
    for label, row in pairing.pairs:
        if label.optional:
            continue
        parts.append(one(names[0], RIGHT, article))
        if full:
            parts.append(Counts(((names[1], RIGHT if full(label, row) else WRONG),)))
    for label in pairing.missed:
        if not label.optional:
            parts.append(one(names[0], MISSED, article, label=label))
            parts.append(Counts(tuple((name, MISSED) for name in names[1:])))
    for row in pairing.extra:
        if not any(row is other for other in passed):
            parts.append(one(names[0], EXTRA, article, row=row))
            parts.append(Counts(tuple((name, EXTRA) for name in names[1:])))
    return total(parts)


def let_pass(
    missed: Sequence[SentenceT], extra: Sequence[RowT], evidence: Callable[[RowT], str | None]
) -> tuple[RowT, ...]:
    """The extra rows that are not counted: one for each optional label that no row met, in that label's sentence."""
    free = [label for label in missed if label.optional]
    passed = []
    for row in extra:
        at = next((n for n, label in enumerate(free) if in_sentence(label.snippet, evidence(row))), None)
        if at is not None:
            del free[at]
            passed.append(row)
    return tuple(passed)


def _shown(value: Any) -> Any:
    return asdict(value) if hasattr(value, "__dataclass_fields__") else value
