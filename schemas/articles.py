"""The articles table."""

from datetime import date

import pandas as pd
import pandera.pandas as pa

from schemas import column, facts
from schemas.codes import LANGUAGES, PUBLISHED_ON_METHODS
from schemas.column import Day, Text, Whole
from schemas.table import Table

FIRST_NEWSPAPER = date(1605, 1, 1)
"""The year of the first printed newspaper, the Relation of Strasbourg: no article is older."""
LAST_DAY = date(2199, 12, 31)
"""No article is read after this day; a later one is a misread number."""


class Articles(Table):
    """One row per article that was read, copies of other articles included."""

    article_id: Text = column.text(
        "Identifies the article: a hash of its file's path and, within JSON Lines, its record.", unique=True
    )
    source_path: Text = column.text(
        "The file that the article came from: its path below the raw folder, with `/` between the parts.", verbatim=True
    )
    record_key: Text = column.text(
        "Which record of a JSON Lines file it is: its own id or url, else a digest of it; null for other files.",
        nullable=True,
        verbatim=True,
    )
    encoding: Text = column.text(
        "How the file's bytes were decoded, as a Python codec's name, such as `utf-8` or `cp1252`."
    )
    url: Text = column.text("The article's web address, where its metadata or its page gives one.", nullable=True)
    title: Text = column.text("The story's headline.", nullable=True)
    publisher: Text = column.text("The agency or paper that put this copy out.", nullable=True)
    byline: Text = column.text("Who wrote the story, as its byline says.", nullable=True)
    dateline_place: Text = column.text("The place that the story is filed from, as its dateline says.", nullable=True)
    published_on: Day = column.day(
        "The day this copy appeared, on the local calendar of its time stamp; null where the text does not fix it.",
        nullable=True,
        minimum=FIRST_NEWSPAPER,
        maximum=LAST_DAY,
    )
    published_on_method: Text = column.text("Where `published_on` was found.", codes=PUBLISHED_ON_METHODS)
    published_on_evidence: Text = column.text("The words that `published_on` was read from.", nullable=True)
    language: Text = column.text("The language that the story is written in.", codes=LANGUAGES)
    n_paragraphs: Whole = column.whole(
        "Paragraphs of the article, repeated ones included.", unit="paragraphs", minimum=0
    )
    n_duplicate_paragraphs: Whole = column.whole(
        "Paragraphs of the article that repeat an earlier one, of this or of another article.",
        unit="paragraphs",
        derived=True,
        minimum=0,
    )
    duplicate_of: Text = column.text(
        "For a copy of a whole article: the article that carried the story first; else null.",
        nullable=True,
        derived=True,
        references="articles.article_id",
    )
    sha256: Text = column.text("SHA-256 of the source's bytes (for JSON Lines, of the record's line), in hexadecimal.")
    corrected_by: Text = facts.corrected_by()

    class Config:
        """The table's name."""

        name = "articles"

    @pa.dataframe_check
    @classmethod
    def date_without_method(cls, frame: pd.DataFrame) -> pd.Series:
        undated = (frame["published_on_method"] == "none").fillna(False).astype(bool)
        return undated == frame["published_on"].isna()

    @pa.dataframe_check
    @classmethod
    def repeat_of_itself(cls, frame: pd.DataFrame) -> pd.Series:
        return (frame["duplicate_of"] != frame["article_id"]).fillna(True).astype(bool)

    @pa.dataframe_check
    @classmethod
    def more_repeats_than_paragraphs(cls, frame: pd.DataFrame) -> pd.Series:
        return (frame["n_duplicate_paragraphs"] <= frame["n_paragraphs"]).fillna(True).astype(bool)
