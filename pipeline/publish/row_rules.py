"""The rules that a row keeps by itself, and unique ids: the pandera model of its table, read lazily."""

from collections.abc import Iterator

import pandas as pd
from pandera.errors import SchemaError, SchemaErrorReason, SchemaErrors

from pipeline.publish.failures import Failure, shortened
from schemas import RELEASE_TABLES
from schemas.rules import rule_of

_ABOUT_ROWS = {
    SchemaErrorReason.DATAFRAME_CHECK,
    SchemaErrorReason.SERIES_CONTAINS_NULLS,
    SchemaErrorReason.SERIES_CONTAINS_DUPLICATES,
    SchemaErrorReason.DUPLICATES,
}


def row_failures(name: str, frame: pd.DataFrame) -> list[Failure]:
    """Every failure of a row of `frame`, a typed frame of table `name`, in the order of its rows and columns.

    Raises pandera's SchemaError where a check itself cannot be carried out, which is a fault of the check.
    """
    try:
        RELEASE_TABLES[name].validate(frame, lazy=True)
    except SchemaErrors as errors:
        places = {column: place for place, column in enumerate(frame.columns)}
        found = {failure for error in errors.schema_errors for failure in _failures(name, error)}
        return sorted(found, key=lambda failure: (failure.row, places.get(failure.column or "", -1), failure.rule))
    return []


def _failures(name: str, error: SchemaError) -> Iterator[Failure]:
    if error.reason_code not in _ABOUT_ROWS:
        raise error
    rule = rule_of(error.check if isinstance(error.check, str) else error.check.name)
    cases = error.failure_cases
    if "column" in cases.columns:  # a rule about several columns: pandera lists each row once a column
        yield from (Failure(name, int(row), rule) for row in cases["index"].unique())
        return
    for row, value in zip(cases["index"], cases["failure_case"], strict=True):
        missing = rule == "missing" or value is None
        yield Failure(name, int(row), rule, str(error.schema.name), None if missing else shortened(value))
