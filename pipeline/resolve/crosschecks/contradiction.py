"""A contradiction as a value and as a row, and the words for its numbers. What is contradictory stands in the rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from pipeline.resolve.figures import Figure, Period
from pipeline.resolve.reach import listable
from pipeline.resolve.rows import Row
from pipeline.text.ids import stable_id

FACTS = frozenset(("actual", "estimated"))
"""The statuses of figures that tell what is; plans and limits contradict nothing."""
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Numbers that contradict each other."""

    rule: str
    """A key of `schemas.codes.WARNING_RULES`."""
    message: str
    """The contradiction in a sentence that a person understands."""
    value: float
    """The number in question."""
    compared_with: float
    """The number that it contradicts."""
    unit: str
    figures: tuple[Figure, ...]
    """The rows that the numbers come from."""


def warning_row(found: Contradiction) -> Row:
    """The row of `warnings`."""
    figures = sorted({figure.figure_id for figure in found.figures})
    return {
        "warning_id": stable_id("warnings", found.rule, *figures),
        "rule": found.rule,
        "message": found.message,
        "value": found.value,
        "compared_with": found.compared_with,
        "unit": found.unit,
        "figure_ids": figures,
        "article_ids": sorted({figure.article_id for figure in found.figures}),
        "source_paths": sorted({listable(figure.source_path) for figure in found.figures}),
    }


def amount(value: float, unit: str) -> str:
    """`value` for reading: "10.2 million USD", "46 percent", "-3,500 t"."""
    words = unit.replace("_", " ")
    for size, name in _SCALES:
        if abs(value) >= size:
            return f"{value / size:.4g} {name} {words}"
    digits = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
    return f"{digits} {words}"


def time(period: Period) -> str:
    """`period` for reading, with its preposition, to stand behind a noun: " in 2014"; "" where it is not told."""
    start, end = period.start, period.end
    if start is None or end is None:
        return f" since {start}" if start else f" until {end}" if end else ""
    if start == end:
        return f" on {start}"
    if (start.month, start.day, end) == (1, 1, start.replace(month=12, day=31)):
        return f" in {start.year}"
    if start.day == 1 and (start.year, start.month) == (end.year, end.month) and (end + timedelta(days=1)).day == 1:
        return f" in {start:%Y-%m}"
    return f" from {start} to {end}"


def subject(figure: Figure, commodity: bool = True) -> str:
    """What `figure` is a number of, for reading: "export of coal from PRK to CHN in 2014"."""
    movement = figure.movement
    goods = f" of {figure.commodity}" if commodity and figure.commodity else ""
    if movement.exporter is None and movement.importer is None:
        parties = f" of {' and '.join(movement.countries)}"
    else:
        parties = f" from {movement.exporter}" if movement.exporter else ""
        parties += f" to {movement.importer}" if movement.importer else ""
    rate = f" a {movement.per}" if movement.per else ""
    return f"{movement.flow}{goods}{parties}{rate}{time(figure.period)}"


def files(figures: Iterable[Figure]) -> str:
    """The files of `figures`, for reading."""
    return ", ".join(sorted({figure.source_path for figure in figures}))
