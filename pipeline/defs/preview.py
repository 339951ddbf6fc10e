"""The first rows of a table as Markdown, for the pages of the UI. Shows text from outside, so nothing of it may act."""

import re

import pyarrow as pa

ROWS = 5
CELL_LENGTH = 80

_MARKUP = re.compile(r"[^\w\s.,;:'()/+=%-]|_")
_LINK_STARTS = re.compile(r"(://|www(?=\.)|&#64;)", re.IGNORECASE)


def preview(table: pa.Table, rows: int = ROWS) -> str:
    """A Markdown table of the first `rows` rows of `table`, all columns, long cells shortened."""
    lines = [_line(table.column_names), _line(["---"] * table.num_columns)]
    lines.extend(_line([cell(value) for value in row.values()]) for row in table.slice(0, rows).to_pylist())
    if table.num_rows > rows:
        lines.append(f"\n{rows} of {table.num_rows} rows")
    return "\n".join(lines)


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
