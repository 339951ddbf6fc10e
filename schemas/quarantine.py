"""The quarantine table: what was refused."""

from schemas import column
from schemas.column import Text
from schemas.table import Table


class Quarantine(Table):
    """One row per file, record or row that was refused, with the rule that refused it."""

    quarantine_id: Text = column.text("Identifies the refusal: a hash of what was refused.", unique=True)
    table: Text = column.text("What it would have become: `articles` for files and records, else a table's name.")
    rule: Text = column.text("The rule that refused it; the first, where several did.")
    reason: Text = column.text("What is wrong and what to do, in one line.")
    source_path: Text = column.text(
        "The file that it came from, below the raw folder; null where no file can be named.",
        nullable=True,
        verbatim=True,
    )
    record_key: Text = column.text("Which record of a JSON Lines file it came from.", nullable=True, verbatim=True)
    value: Text = column.text(
        "The refused row's id, or the value that broke the rule, at most 200 characters.", nullable=True, verbatim=True
    )

    class Config:
        """The table's name."""

        name = "quarantine"
