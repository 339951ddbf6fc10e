"""The changes table: what moved since the release before."""

from schemas import column
from schemas.codes import CHANGES
from schemas.column import Text, Texts, Truth
from schemas.table import Table


class Changes(Table):
    """One row per row that was added, changed or removed since the release before; in a first release all are added."""

    table: Text = column.text("The table of the row.")
    id: Text = column.text("The row's id in that table.")
    change: Text = column.text("What happened to the row.", codes=CHANGES)
    columns: Texts = column.texts("For a changed row: the columns whose values differ.")
    derived: Truth = column.truth(
        "True where the row moved only because other articles came, went or changed: a count, a date of first sight, "
        "a first occurrence. False where its own article, the code or a correction moved it."
    )
    other_ids: Texts = column.texts(
        "For an official or an occurrence that went or came while its rows stayed: the ids that they went to, or came "
        "from. So a merge and a split tell both the old and the new id."
    )

    class Config:
        """The table's name."""

        name = "changes"
        unique = ("table", "id")
