"""Rows that break a rule, as values: one failure, and a table's report. Who finds them stands in the rules' modules."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas import RULES

SHOWN_CASES = 20
"""How many failures a report shows; it counts all."""
LONGEST_VALUE = 200
"""How much of an offending value is kept, in characters."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One row that breaks one rule."""

    table: str
    row: int
    """The row's label in the frame's index."""
    rule: str
    """A key of `schemas.RULES`."""
    column: str | None = None
    """The column at fault, None where the rule is about several."""
    value: str | None = None
    """The offending value as text, shortened; None where it is missing or the rule is about several columns."""

    def __str__(self) -> str:
        """What is wrong, in one phrase."""
        place = "" if self.column is None else f"{self.column}: "
        shown = "" if self.value is None else f" ({self.value})"
        return f"{place}{RULES[self.rule]}{shown}"


@dataclass(frozen=True, slots=True)
class FailureCase:
    """A failure as a report shows it."""

    id: str
    """The row's id, "" where it has none."""
    rule: str
    column: str
    """"" where the rule is about several columns."""
    value: str
    """The offending value, "" where it is missing."""


@dataclass(frozen=True, slots=True)
class TableReport:
    """How a table fared against its rules."""

    table: str
    rows: int
    """Rows that came in."""
    failed: int
    """Rows that were refused."""
    by_rule: Mapping[str, int] = field(default_factory=dict)
    """How many rows broke each rule, most first; a row that breaks two counts under both."""
    cases: tuple[FailureCase, ...] = ()
    """The first `SHOWN_CASES` failures, in the order of the rows."""

    @property
    def passed(self) -> bool:
        """True if no row was refused."""
        return self.failed == 0


def shortened(value: object) -> str:
    """`value` as text on one line, of at most `LONGEST_VALUE` characters."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
