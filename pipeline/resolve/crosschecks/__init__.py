"""Numbers that contradict each other: shares beyond a whole, parts beyond it, growth against levels, wrong magnitudes.

A contradiction is a warning with its rows, for a person to judge; no row is changed or dropped for it. Each module is
one rule. All of them are charitable: a number stands for all that it can have been rounded from, of several reports the
one counts that contradicts least, and what has no period or no state is compared with nothing.
"""

from collections.abc import Iterable, Iterator

from pipeline.resolve.crosschecks.contradiction import Contradiction, warning_row
from pipeline.resolve.crosschecks.growth import growth_against_levels
from pipeline.resolve.crosschecks.magnitude import order_of_magnitude
from pipeline.resolve.crosschecks.parts import parts_over_whole
from pipeline.resolve.crosschecks.shares import shares_over_whole
from pipeline.resolve.figures import Figure
from pipeline.resolve.rows import Row

__all__ = ["Contradiction", "find_contradictions", "warning_rows"]


def find_contradictions(figures: Iterable[Figure]) -> Iterator[Contradiction]:
    """Every contradiction among `figures`, whatever their order."""
    ordered = sorted(figures, key=lambda figure: figure.figure_id)
    for rule in (shares_over_whole, parts_over_whole, growth_against_levels, order_of_magnitude):
        yield from rule(ordered)


def warning_rows(figures: Iterable[Figure]) -> Iterator[Row]:
    """The rows of `warnings`."""
    return map(warning_row, find_contradictions(figures))
