"""What every published table shares: strict columns, and the helpers of rules about several columns."""

import pandas as pd
import pandera.pandas as pa

from schemas.column import Column


class Table(pa.DataFrameModel):
    """A published table: its columns are the class's fields, in the order in which they are published.

    A check about several columns is called like the rule of `schemas.rules` that a failing row breaks.
    """

    class Config:
        """No unknown column, no conversion."""

        strict = True
        coerce = False


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
