"""Loading of lexicon files. A file is CSV behind `#` lines that say what its columns mean; rows are sorted."""

import csv
from functools import cache
from importlib.resources import files


def header(name: str) -> tuple[str, ...]:
    """The explaining lines of lexicon file `name` (without suffix), `#` removed."""
    lines = _text(name).splitlines()
    return tuple(line.lstrip("# ").rstrip() for line in lines if line.startswith("#"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of lexicon file `name` (without suffix), in file order, each a mapping from column to cell.

    Cells are stripped; an empty cell is "". Raises ValueError, naming file and line, for a row whose cells do not
    match the columns.
    """
    lines = [line for line in _text(name).splitlines() if line.strip() and not line.startswith("#")]
    reader = csv.reader(lines)
    columns = next(reader)
    found = []
    for cells in reader:
        if len(cells) != len(columns):
            raise ValueError(f"{name}.csv: {len(cells)} cells instead of {len(columns)} in the row {','.join(cells)!r}")
        found.append({column: cell.strip() for column, cell in zip(columns, cells, strict=True)})
    return tuple(found)


def _text(name: str) -> str:
    return files("pipeline.lexicon").joinpath(f"{name}.csv").read_text(encoding="utf-8")
