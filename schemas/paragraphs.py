"""The paragraphs table."""

import pandas as pd
import pandera.pandas as pa

from schemas import column, facts
from schemas.codes import DUPLICATE_KINDS, PARAGRAPH_KINDS
from schemas.column import Real, Text, Whole
from schemas.table import Table, given_together


class Paragraphs(Table):
    """One row per paragraph of every article, repeated ones included."""

    paragraph_id: Text = column.text(
        "Identifies the paragraph: a hash of its article, its words and its number among equal ones.", unique=True
    )
    article_id: Text = column.text("The article that the paragraph stands in.", references="articles.article_id")
    position: Whole = column.whole("Its place in the article, 0 for the first paragraph.", minimum=0)
    text: Text = column.text("The paragraph, letter for letter, without the white space around it.")
    kind: Text = column.text("What the paragraph is on the page.", codes=PARAGRAPH_KINDS)
    duplicate_of: Text = column.text(
        "The first occurrence of the same statement, for a repeat; null for a first occurrence.",
        nullable=True,
        derived=True,
        references="paragraphs.paragraph_id",
    )
    duplicate_kind: Text = column.text(
        "How the repeat resembles the first occurrence.", nullable=True, derived=True, codes=DUPLICATE_KINDS
    )
    similarity: Real = column.real(
        "How alike the repeat and the first occurrence are, 1 for the same words; it reports, it does not decide.",
        nullable=True,
        derived=True,
        minimum=0,
        maximum=1,
    )
    char_start: Whole = column.whole(
        "Where the paragraph begins in the article's decoded text; `text[char_start:char_end]` of that text is `text`.",
        unit="Unicode code points",
        minimum=0,
    )
    char_end: Whole = column.whole(
        "Where the paragraph ends: the offset behind its last character.", unit="Unicode code points"
    )
    corrected_by: Text = facts.corrected_by()

    class Config:
        """The table's name."""

        name = "paragraphs"

    @pa.dataframe_check
    @classmethod
    def evidence_length(cls, frame: pd.DataFrame) -> pd.Series:
        spans = frame["char_end"] - frame["char_start"]
        return ((spans > 0) & (spans == frame["text"].str.len())).fillna(True).astype(bool)

    @pa.dataframe_check
    @classmethod
    def repeat_of_itself(cls, frame: pd.DataFrame) -> pd.Series:
        return (frame["duplicate_of"] != frame["paragraph_id"]).fillna(True).astype(bool)

    @pa.dataframe_check
    @classmethod
    def half_repeat(cls, frame: pd.DataFrame) -> pd.Series:
        return given_together(frame, "duplicate_of", "duplicate_kind", "similarity")
