"""The error of a table that is not built as its schema says. Rows that break a rule are no such error."""


class StructureError(Exception):
    """A table lacks a column, has an unknown one, or holds values of another type: the run cannot go on."""

    def __init__(self, table: str, column: str | None, expected: str, found: str) -> None:
        """`column` is None where the table as a whole is meant."""
        place = table if column is None else f"{table}.{column}"
        super().__init__(f"{place}: expected {expected}, found {found}")
        self.table = table
        self.column = column
        self.expected = expected
        self.found = found
