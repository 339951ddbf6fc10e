import re
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.defs.preview import CELL_LENGTH, cell, row_by_row, side_by_side

TABLE = pa.table({"id": ["a", "b", "c"], "on": [date(2014, 4, 28), None, None], "of": [["PRK", "RUS"], None, []]})


def test_rows_become_lines():
    assert row_by_row(TABLE, 2).splitlines() == [
        "| id | on | of |",
        "| --- | --- | --- |",
        "| a | 2014-04-28 | PRK;RUS |",
        "| b |  |  |",
        "",
        "2 of 3 rows",
    ]


def test_rows_become_columns():
    assert side_by_side(TABLE, 2).splitlines() == [
        "| column | row 1 | row 2 |",
        "| --- | --- | --- |",
        "| id | a | b |",
        "| on | 2014-04-28 |  |",
        "| of | PRK;RUS |  |",
        "",
        "2 of 3 rows",
    ]


@pytest.mark.parametrize("show", [row_by_row, side_by_side])
def test_a_short_table_says_no_length(show):
    assert "of 3" not in show(TABLE, 3)


def test_a_table_without_rows_shows_its_columns():
    assert row_by_row(TABLE.slice(0, 0), 3).splitlines() == ["| id | on | of |", "| --- | --- | --- |"]
    assert side_by_side(TABLE.slice(0, 0), 3).splitlines()[2] == "| id |"


@given(st.text())
def test_no_text_can_act_in_a_cell(text):
    shown = cell(text)
    assert not re.search(r"[|`<>*_\[\]\\\n\r\u2028]|https?://\w|www\.|&#64;\w", shown)
    assert len(re.sub(r"&#\d+;", "x", shown)) <= CELL_LENGTH * 2


def test_markup_is_written_as_what_it_is():
    assert cell("a|b `c` <b>") == "a&#124;b &#96;c&#96; &#60;b&#62;"
    assert cell("see https://example.org/x") == "see https://&#8203;example.org/x"
    assert cell("Hyundai's 5 % + 3.5, (a)") == "Hyundai's 5 % + 3.5, (a)"
