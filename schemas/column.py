"""What a column is: its Arrow type, its meaning, its unit and its rules. What a table is stands in `table`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import pandas as pd
import pandera.pandas as pa
import pyarrow as arrow

from schemas import checks
from schemas.codes import CodeList

TEXTS = arrow.list_(arrow.string())
"""The Arrow type of every list column."""

Text = Annotated[pd.ArrowDtype, arrow.string()]
Day = Annotated[pd.ArrowDtype, arrow.date32()]
Whole = Annotated[pd.ArrowDtype, arrow.int64()]
Real = Annotated[pd.ArrowDtype, arrow.float64()]
Truth = Annotated[pd.ArrowDtype, arrow.bool_()]
Texts = Annotated[pd.ArrowDtype, TEXTS]

Bound = int | float | date


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column's type does not say; travels as the column's pandera metadata."""

    unit: str | None = None
    """What its numbers count or measure."""
    derived: bool = False
    """True where the value depends on other articles than the row's own, and so may move when those come or go."""
    codes: CodeList | None = None
    """The codes that it, or each of its items, may hold; None where any value may stand."""
    minimum: Bound | None = None
    """Smallest value allowed, None where there is none."""
    maximum: Bound | None = None
    """Greatest value allowed, None where there is none."""
    references: str | None = None
    """The `table.column` that its values, or its items, must be found in."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a published table, as the dictionary, the manifest and the UI show it."""

    name: str
    type: arrow.DataType
    nullable: bool
    unique: bool
    description: str
    meaning: Meaning


def text(
    description: str,
    *,
    nullable: bool = False,
    unique: bool = False,
    derived: bool = False,
    codes: CodeList | None = None,
    references: str | None = None,
    verbatim: bool = False,
    composed: bool = False,
) -> Any:
    """A column of text, never empty and without white space at its ends.

    `verbatim` allows that white space, where it belongs to the value: names of files, words of others. `composed`
    demands Unicode's composed form (NFC), for names. The rest is explained at `Meaning`.
    """
    rules = [checks.EMPTY_TEXT]
    if not verbatim:
        rules.append(checks.UNTRIMMED)
    if composed:
        rules.append(checks.NOT_COMPOSED)
    if codes is not None:
        rules = [checks.not_in_code_list(codes.codes)]
    return _field(description, Meaning(derived=derived, codes=codes, references=references), rules, nullable, unique)


def texts(
    description: str,
    *,
    derived: bool = False,
    codes: CodeList | None = None,
    references: str | None = None,
    composed: bool = False,
) -> Any:
    """A column of lists of text, null where a list is empty; the arguments speak of the items."""
    rules = [checks.BAD_ITEM, checks.REPEATED_ITEM]
    if composed:
        rules.append(checks.NOT_COMPOSED_ITEM)
    if codes is not None:
        rules.append(checks.item_not_in_code_list(codes.codes))
    return _field(description, Meaning(derived=derived, codes=codes, references=references), rules, nullable=True)


def whole(
    description: str,
    *,
    unit: str | None = None,
    derived: bool = False,
    minimum: int | None = None,
) -> Any:
    """A column of whole numbers, `minimum` or more."""
    rules = [] if minimum is None else [checks.out_of_range(minimum, None)]
    return _field(description, Meaning(unit=unit, derived=derived, minimum=minimum), rules)


def real(
    description: str,
    *,
    nullable: bool = False,
    unit: str | None = None,
    derived: bool = False,
    minimum: float | None = None,
    maximum: float | None = None,
) -> Any:
    """A column of finite numbers from `minimum` to `maximum`, both inclusive."""
    rules = [checks.NOT_FINITE]
    if minimum is not None or maximum is not None:
        rules.append(checks.out_of_range(minimum, maximum))
    return _field(description, Meaning(unit, derived, None, minimum, maximum), rules, nullable)


def day(
    description: str,
    *,
    nullable: bool = False,
    derived: bool = False,
    minimum: date | None = None,
    maximum: date | None = None,
) -> Any:
    """A column of days from `minimum` to `maximum`, both inclusive."""
    rules = [] if minimum is None and maximum is None else [checks.out_of_range(minimum, maximum)]
    return _field(description, Meaning(derived=derived, minimum=minimum, maximum=maximum), rules, nullable)


def truth(description: str, *, nullable: bool = False, derived: bool = False) -> Any:
    """A column of truth values."""
    return _field(description, Meaning(derived=derived), [], nullable)


def _field(
    description: str, meaning: Meaning, rules: Sequence[pa.Check], nullable: bool = False, unique: bool = False
) -> Any:
    field: Any = pa.Field(nullable=nullable, unique=unique, description=description, metadata={"meaning": meaning})
    field.checks.extend(rules)
    return field
