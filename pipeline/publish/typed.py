"""From what resolve hands on to typed tables: structure is checked here, and text that no file can hold is refused."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from pipeline.publish.failures import Failure, shortened
from schemas.arrow import convert, from_arrow
from schemas.structure import StructureError


def check_tables(tables: Mapping[str, pd.DataFrame], expected: Collection[str]) -> None:
    """Raise StructureError unless `tables` are exactly those called `expected`."""
    for name in expected:
        if name not in tables:
            raise StructureError(name, None, "a table of that name", "none")
    for name in tables:
        if name not in expected:
            raise StructureError(name, None, "no such table", "one")


def typed_frame(name: str, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[Failure]]:
    """`frame` with Arrow-backed columns, its rows numbered from 0, without the rows of the failures returned.

    The failures are rows with text that cannot be encoded (half a surrogate pair). Raises StructureError for a missing
    or unknown column or a value of another type.
    """
    numbered = frame.reset_index(drop=True)
    try:
        return from_arrow(name, convert(name, numbered)), []
    except UnicodeEncodeError:
        failures = [
            Failure(name, int(str(row)), "not_unicode", column, shortened(ascii(text)))
            for column in numbered.columns
            for row, text in numbered[column].items()
            if not _encodes(text)
        ]
    kept = numbered.drop(index=[failure.row for failure in failures])
    return from_arrow(name, convert(name, kept)).set_axis(kept.index, axis="index"), failures


def _encodes(value: Any) -> bool:
    if isinstance(value, str):
        return not any("\ud800" <= character <= "\udfff" for character in value)
    if isinstance(value, list | tuple):
        return all(_encodes(item) for item in value)
    return True
