"""The warnings table: derived from trade_figures."""

from schemas import column
from schemas.codes import UNITS, WARNING_RULES
from schemas.column import Real, Text, Texts
from schemas.table import Table


class Warnings(Table):
    """One row per contradiction between numbers; every number stays in its table, and a person has to judge."""

    warning_id: Text = column.text(
        "Identifies the contradiction: a hash of the rule and of the rows that contradict each other.", unique=True
    )
    rule: Text = column.text("What is contradictory.", codes=WARNING_RULES)
    message: Text = column.text("The contradiction in a sentence, with its numbers and files.", derived=True)
    value: Real = column.real(
        "The number in question: the sum of the shares, the part, the change as told, the value that stands out.",
        unit="see `unit`",
        derived=True,
    )
    compared_with: Real = column.real(
        "The number that it contradicts: 100, the whole, the change that the amounts give, the value told elsewhere.",
        unit="see `unit`",
        derived=True,
    )
    unit: Text = column.text("What both numbers count.", derived=True, codes=UNITS)
    figure_ids: Texts = column.texts(
        "The rows of `trade_figures` that the numbers come from.", references="trade_figures.figure_id"
    )
    article_ids: Texts = column.texts("The articles of these rows.", references="articles.article_id")
    source_paths: Texts = column.texts("The files of these articles; a semicolon in a name is written as a comma.")

    class Config:
        """The table's name."""

        name = "warnings"
