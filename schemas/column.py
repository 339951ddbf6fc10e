"""What a column is: its Arrow type, its meaning, its unit and its rules. What a table is stands in `table`."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import pandas as pd
import pandera.pandas as pa
import pyarrow as arrow

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
    verbatim: bool = False
    """True where white space at the ends belongs to the value: names of files, words of others."""
    composed: bool = False
    """True for names that must be in Unicode's composed form (NFC)."""
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


def column(
    description: str,
    *,
    nullable: bool = False,
    unique: bool = False,
    unit: str | None = None,
    derived: bool = False,
    codes: CodeList | None = None,
    minimum: Bound | None = None,
    maximum: Bound | None = None,
    verbatim: bool = False,
    composed: bool = False,
    references: str | None = None,
) -> Any:
    """A pandera field of single values that carries its meaning; the arguments are explained at `Meaning`."""
    return pa.Field(
        nullable=nullable,
        unique=unique,
        description=description,
        ge=minimum,
        le=maximum,
        isin=None if codes is None else tuple(codes.codes),
        metadata={"meaning": Meaning(unit, derived, codes, minimum, maximum, verbatim, composed, references)},
    )


def list_column(
    description: str,
    *,
    derived: bool = False,
    codes: CodeList | None = None,
    composed: bool = False,
    references: str | None = None,
) -> Any:
    """A pandera field of lists of text, null where a list is empty; the arguments speak of the items."""
    meaning = Meaning(derived=derived, codes=codes, composed=composed, references=references)
    return pa.Field(nullable=True, description=description, metadata={"meaning": meaning})
