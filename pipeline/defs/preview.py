"""The first rows of a table as Markdown, for the pages of the UI. Shows text from outside, so nothing of it may act."""

import re

import pyarrow as pa

CELL_LENGTH = 80

_MARKUP = re.compile(r"[^\w\s.,;:'()/+=%-]|_")
_LINK_STARTS = re.compile(r"(://|www(?=\.)|&#64;)", re.IGNORECASE)


def row_by_row(table: pa.Table, rows: int) -> str:
    """A Markdown table of the first `rows` rows of `table`: a line each, all columns. For tables of few columns."""
    lines = [_line(table.column_names), _line(["---"] * table.num_columns)]
    lines.extend(_line([cell(value) for value in row.values()]) for row in table.slice(0, rows).to_pylist())
    return "\n".join([*lines, *_length(table, rows)])


def side_by_side(table: pa.Table, rows: int) -> str:
    """A Markdown table of the first `rows` rows of `table`: a line for each column. For tables of many columns."""
    shown = table.slice(0, rows)
    lines = [
        _line(["column", *(f"row {number}" for number in range(1, shown.num_rows + 1))]),
        _line(["---"] * (shown.num_rows + 1)),
    ]
    lines.extend(_line([name, *map(cell, shown[name].to_pylist())]) for name in shown.column_names)
    return "\n".join([*lines, *_length(table, rows)])


def cell(value: object) -> str:
    """`value` on one line, without the power to end a cell, to format, to link or to bring HTML."""
    if value is None:
        return ""
    text = ";".join(map(str, value)) if isinstance(value, list) else str(value)
    text = " ".join(text.split())
    if len(text) > CELL_LENGTH:
        text = text[: CELL_LENGTH - 1] + "…"
    text = _MARKUP.sub(lambda match: f"&#{ord(match[0])};", text)
    return _LINK_STARTS.sub(r"\1&#8203;", text)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _length(table: pa.Table, rows: int) -> list[str]:
    return ["", f"{rows} of {table.num_rows} rows"] if table.num_rows > rows else []
