"""What the fact tables share: where a row comes from and the words that state it."""

from typing import Any

import pandas as pd
import pandera.pandas as pa

from schemas import column
from schemas.table import Table


def article_id() -> Any:
    """The article that states the fact."""
    return column.text("The article that states the fact.", references="articles.article_id")


def paragraph_id() -> Any:
    """The paragraph that states the fact."""
    return column.text(
        "The paragraph that states the fact; always the first occurrence of its text.",
        references="paragraphs.paragraph_id",
    )


def n_copies() -> Any:
    """How many other articles repeat the paragraph."""
    return column.whole(
        "How many other articles carry a copy of the paragraph, so that spread can be told from repetition.",
        unit="articles",
        derived=True,
        minimum=0,
    )


def rule() -> Any:
    """The extraction rule."""
    return column.text("Name of the extraction rule that made the row.")


def corrected_by(derived: bool = False) -> Any:
    """The corrections that touched the row."""
    return column.text(
        "The correction that touched the row, by its id, or several with a space between; null for a row that is as it "
        "was read.",
        nullable=True,
        derived=derived,
    )


def evidence() -> Any:
    """The sentence that states the fact."""
    return column.text("The one sentence that states the fact, letter for letter as the article has it.")


def char_start() -> Any:
    """Where the evidence begins."""
    return column.whole(
        "Where the evidence begins in the article's decoded text; `text[char_start:char_end] == evidence`.",
        unit="Unicode code points",
        minimum=0,
    )


def char_end() -> Any:
    """Where the evidence ends."""
    return column.whole("Where the evidence ends: the offset behind its last character.", unit="Unicode code points")


def source_path() -> Any:
    """The article's file."""
    return column.text(
        "The file that the article came from: its path below the raw folder, with `/` between the parts.", verbatim=True
    )


class Grounded(Table):
    """A table whose rows quote the article: the quotation is as long as its offsets say."""

    @pa.dataframe_check
    @classmethod
    def evidence_length(cls, frame: pd.DataFrame) -> pd.Series:
        spans = frame["char_end"] - frame["char_start"]
        return ((spans > 0) & (spans == frame["evidence"].str.len())).fillna(True).astype(bool)
