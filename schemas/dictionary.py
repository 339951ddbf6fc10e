"""The data dictionary: what every table and column means, as Markdown for people."""

from collections.abc import Iterator

import pyarrow as pa

from schemas import RELEASE_TABLES, RULES, columns
from schemas.codes import CodeList
from schemas.column import TEXTS, Column
from schemas.order import IDS, total_order

_TYPES = {
    pa.string(): "text",
    pa.date32(): "date",
    pa.int64(): "whole number",
    pa.float64(): "number",
    pa.bool_(): "true or false",
    TEXTS: "list of text",
}

_OPENING = """# Data dictionary

Every table comes as Parquet and as CSV with the same rows in the same order. A fact that no text gives is null; nothing
is guessed to fill a column.

- **CSV**: RFC 4180, UTF-8 without a byte-order mark, lines ended by CR LF. Null is an empty field; there are no empty
  texts. Dates are written `2017-07-19`, truth values `true` and `false`, lists with `;` between their items. A
  number is written in the shortest form that reads back as itself, a whole one below 10 to the 16 without a decimal
  point (`10200000`, `9.35`, `1e+22`). Cells are letter for letter what the article says, so a cell may begin with
  `=`: open a CSV in a spreadsheet as text. In pandas read it with `keep_default_na=False, na_values=[""]`.
- **Parquet**: lists are lists, an empty list is null.
- **derived** marks a column that depends on other articles than the row's own: it may move when articles come or go,
  while the row and its id stay.
- Countries are ISO 3166-1 alpha-3, dates are days on the local calendar, intervals include both ends.
- Offsets count Unicode code points of the article's text, decoded with `articles.encoding`, byte-order mark removed,
  line ends untouched; for HTML and JSON Lines, of the text that was taken out of it.
- Ids are hashes of source words: the same words have the same id in every release.
"""


def data_dictionary() -> str:
    """The dictionary of all tables of a release, one section a table, then the code lists' meanings and the rules."""
    parts = [_OPENING, *(_table(name) for name in RELEASE_TABLES), _rules()]
    return "\n".join(parts)


def allowed_values(column: Column) -> str:
    """What values `column` may hold, as one phrase of Markdown; "" where nothing limits them."""
    meaning = column.meaning
    phrases = []
    if meaning.codes is not None:
        phrases.append(meaning.codes.summary or ", ".join(f"`{code}`" for code in meaning.codes.codes))
    if meaning.minimum is not None and meaning.maximum is not None:
        phrases.append(f"{meaning.minimum} to {meaning.maximum}")
    elif meaning.minimum is not None:
        phrases.append(f"{meaning.minimum} or more")
    if meaning.references is not None:
        phrases.append(f"found in `{meaning.references}`")
    return "; ".join(phrases)


def _table(name: str) -> str:
    fields = columns(name)
    lines = [
        f"## {name}",
        "",
        str(RELEASE_TABLES[name].__doc__),
        f"Identified by {_names(IDS[name])}, sorted by {_names(total_order(name))}.",
        "",
        "| column | type | null | derived | meaning | unit | values |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(_row(column) for column in fields),
        "",
        *_code_lists(fields),
    ]
    return "\n".join(lines)


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _row(column: Column) -> str:
    cells = (
        f"`{column.name}`",
        _TYPES[column.type],
        "yes" if column.nullable else "no",
        "yes" if column.meaning.derived else "no",
        column.description,
        column.meaning.unit or "",
        allowed_values(column),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _code_lists(fields: tuple[Column, ...]) -> Iterator[str]:
    for column in fields:
        codes = column.meaning.codes
        if isinstance(codes, CodeList) and codes.summary is None:
            yield f"`{column.name}`:"
            yield ""
            yield from (f"- `{code}`: {meaning}" for code, meaning in codes.codes.items())
            yield ""


def _rules() -> str:
    lines = ["## Rules that rows are refused by", "", "| rule | what it means that a row failed |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| `{rule}` | {meaning} |" for rule, meaning in RULES.items()), ""])
