"""What every published table shares: strict columns, rules on text, lists and numbers. Each has its own module."""

import math
import unicodedata
from collections.abc import Callable
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pyarrow as arrow
import pyarrow.compute as pc

from schemas.column import TEXTS, Column, Meaning

RULES: dict[str, str] = {
    "missing": "the value is missing",
    "duplicate_id": "another row has the same id",
    "not_in_code_list": "the value is not in the column's code list",
    "out_of_range": "the value lies outside the column's range",
    "not_finite": "the number is not finite",
    "empty_text": "the text is empty; a missing text is null",
    "untrimmed": "the text begins or ends with white space",
    "not_composed": "the name is not in Unicode's composed form (NFC)",
    "bad_item": "a list item is missing, empty, untrimmed, or holds a semicolon",
    "repeated_item": "a list names an item twice",
    "start_after_end": "the start lies after the end",
    "over_a_year": "the interval is longer than a year",
    "day_is_range": "the precision is day but start and end differ",
    "evidence_length": "the evidence is not as long as its offsets say",
    "high_below_value": "value_high is below value",
    "half_pair": "one of two columns that belong together is missing",
    "direction_without_change": "a direction is given for what is no change",
    "date_without_method": "published_on and published_on_method contradict each other",
    "repeat_of_itself": "the row is called a repeat of itself",
    "half_repeat": "duplicate_of, duplicate_kind and similarity are not given together",
    "occurrence_after_event": "occurrence_id is greater than event_id, so it is not the smallest of its rows",
    "not_unicode": "the text holds half a surrogate pair and cannot be encoded",
    "ungrounded": "the article's text does not hold the row's words at its offsets",
    "broken_reference": "the row that it refers to does not exist",
    "contradicts_parent": "the row and the one that it refers to contradict each other",
    "parent_quarantined": "the row that it refers to was refused",
    "no_role": "no role of the person stands",
}
"""Every rule that a row can be refused by, with what it means that the row failed."""

_BUILT_IN = {
    "not_nullable": "missing",
    "field_uniqueness": "duplicate_id",
    "isin": "not_in_code_list",
    "greater_than_or_equal_to": "out_of_range",
    "less_than_or_equal_to": "out_of_range",
}


def rule_of(check: str) -> str:
    """Our name of the pandera check called `check`."""
    return _BUILT_IN.get(check, check)


class Table(pa.DataFrameModel):
    """A published table: its columns are the class's fields, in the order in which they are published.

    A check is called like the rule of `RULES` that a failing row breaks.
    """

    class Config:
        """No unknown column, no conversion."""

        strict = True
        coerce = False

    @pa.check(".*", regex=True)
    @classmethod
    def empty_text(cls, values: pd.Series) -> pd.Series:
        return _of_text(values, lambda array: pc.not_equal(array, arrow.scalar("")))

    @pa.check(".*", regex=True)
    @classmethod
    def untrimmed(cls, values: pd.Series) -> pd.Series:
        if _meaning(cls, values).verbatim:
            return _all_pass(values)
        return _of_text(values, lambda array: pc.equal(pc.utf8_trim_whitespace(array), array))

    @pa.check(".*", regex=True)
    @classmethod
    def not_composed(cls, values: pd.Series) -> pd.Series:
        if not _meaning(cls, values).composed:
            return _all_pass(values)
        if _is_list(values):
            return _of_items(values, lambda items: all(_is_composed(item or "") for item in items))
        return values.map(_is_composed, na_action="ignore").fillna(True).astype(bool)

    @pa.check(".*", regex=True)
    @classmethod
    def not_finite(cls, values: pd.Series) -> pd.Series:
        if values.dtype != pd.ArrowDtype(arrow.float64()):
            return _all_pass(values)
        return values.map(math.isfinite, na_action="ignore").fillna(True).astype(bool)

    @pa.check(".*", regex=True)
    @classmethod
    def bad_item(cls, values: pd.Series) -> pd.Series:
        return _of_items(values, lambda items: all(item and item == item.strip() and ";" not in item for item in items))

    @pa.check(".*", regex=True)
    @classmethod
    def repeated_item(cls, values: pd.Series) -> pd.Series:
        return _of_items(values, lambda items: len(set(items)) == len(items))

    @pa.check(".*", regex=True)
    @classmethod
    def not_in_code_list(cls, values: pd.Series) -> pd.Series:
        codes = _meaning(cls, values).codes
        if codes is None:
            return _all_pass(values)
        return _of_items(values, lambda items: all(item in codes.codes for item in items))


def columns_of(model: type[Table]) -> tuple[Column, ...]:
    """The columns of `model` in the order in which they are published."""
    return tuple(
        Column(
            name=name,
            type=field.dtype.type.pyarrow_dtype,
            nullable=field.nullable,
            unique=field.unique,
            description=field.description,
            meaning=field.metadata["meaning"],
        )
        for name, field in model.to_schema().columns.items()
    )


def in_order(frame: pd.DataFrame, low: str, high: str) -> pd.Series:
    """For each row whether column `low` does not exceed column `high`; true where either is null."""
    return (frame[low] <= frame[high]).fillna(True).astype(bool)


def given_together(frame: pd.DataFrame, *names: str) -> pd.Series:
    """For each row whether the columns `names` are all null or all given."""
    given = frame[list(names)].notna().sum(axis="columns")
    return given.isin((0, len(names)))


def _meaning(model: Any, values: pd.Series) -> Meaning:
    meaning: Meaning = model.to_schema().columns[values.name].metadata["meaning"]
    return meaning


def _is_composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def _is_list(values: pd.Series) -> bool:
    return bool(values.dtype == pd.ArrowDtype(TEXTS))


def _all_pass(values: pd.Series) -> pd.Series:
    return pd.Series(True, index=values.index)


def _of_text(values: pd.Series, passes: Callable[[Any], Any]) -> pd.Series:
    if values.dtype != pd.ArrowDtype(arrow.string()):
        return _all_pass(values)
    verdict = pc.fill_null(passes(arrow.array(values)), True)
    return pd.Series(verdict.to_numpy(zero_copy_only=False), index=values.index)


def _of_items(values: pd.Series, passes: Callable[[list[str | None]], bool]) -> pd.Series:
    if not _is_list(values):
        return _all_pass(values)
    verdict = [items is None or passes(items) for items in arrow.array(values).to_pylist()]
    return pd.Series(verdict, index=values.index, dtype=bool)
