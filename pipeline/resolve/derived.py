"""The tables that follow from those of what articles state: occurrences, trade series, warnings.

They are built from rows that have passed validation, so that nothing refused stands behind them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from pipeline.resolve.crosschecks import warning_rows
from pipeline.resolve.figures import figure_of
from pipeline.resolve.occurrence_rows import occurrence_rows
from pipeline.resolve.reach import reach_of
from pipeline.resolve.rows import Row, frame_of
from pipeline.resolve.series import series_rows
from schemas.arrow import convert


def derive_tables(stated: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """One frame for each table of `schemas.DERIVED`, in publishing order; the order of the stated rows is no matter.

    `stated` are the tables of `schemas.STATED`, whose references hold; cells may be plain or Arrow-backed.
    """
    reach = reach_of(stated["articles"], stated["paragraphs"])
    figures = [figure_of(row) for row in _cells("trade_figures", stated)]
    rows: dict[str, Iterable[Row]] = {
        "occurrences": occurrence_rows(_cells("events", stated), reach),
        "trade_series": series_rows(figures, reach),
        "warnings": warning_rows(figures),
    }
    return {name: frame_of(name, found) for name, found in rows.items()}


def _cells(name: str, tables: Mapping[str, pd.DataFrame]) -> list[dict[str, Any]]:
    """The rows of a table with their cells as plain values, lists never empty."""
    return convert(name, tables[name]).to_pylist()
