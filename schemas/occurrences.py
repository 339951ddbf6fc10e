"""The occurrences table: derived from events."""

import pandas as pd
import pandera.pandas as pa

from schemas import column
from schemas.codes import COUNTRIES, EVENT_STATUSES, EVENT_TYPES
from schemas.column import Day, Text, Texts, Whole
from schemas.table import Table, in_order


class Occurrences(Table):
    """One row per occurrence, with all reports of it: what they agree on, and in which columns they differ."""

    occurrence_id: Text = column.text(
        "Identifies the occurrence: the smallest event id of its reports, as in `events.occurrence_id`.", unique=True
    )
    n_reports: Whole = column.whole(
        "How many articles report it in words of their own.", unit="articles", derived=True, minimum=1
    )
    n_copies: Whole = column.whole(
        "How many further articles carry a copy of one of these reports and nothing of their own; they confirm "
        "nothing.",
        unit="articles",
        derived=True,
        minimum=0,
    )
    first_article_id: Text = column.text(
        "The article that reports it first: the earliest published one, undated ones last.",
        derived=True,
        references="articles.article_id",
    )
    first_published_on: Day = column.day(
        "Publication date of that article; null where no report is dated.", nullable=True, derived=True
    )
    sources: Texts = column.texts(
        "The publishers of the reporting articles, where known; a semicolon in a name is written as a comma.",
        derived=True,
    )
    event_type: Text = column.text(
        "The kind of act; null where the reports differ.", nullable=True, derived=True, codes=EVENT_TYPES
    )
    status: Text = column.text(
        "Whether it took place; null where the reports differ.", nullable=True, derived=True, codes=EVENT_STATUSES
    )
    date_start: Day = column.day(
        "First day of the time that all reports allow: a day in one and its month in another give the day.",
        nullable=True,
        derived=True,
    )
    date_end: Day = column.day("Last day of that time, inclusive.", nullable=True, derived=True)
    source_country: Text = column.text(
        "The state or body that acts; null where no report names it or reports differ.",
        nullable=True,
        derived=True,
        codes=COUNTRIES,
    )
    target_country: Text = column.text(
        "The state or body that is acted upon or met with; null where no report names it or reports differ.",
        nullable=True,
        derived=True,
        codes=COUNTRIES,
    )
    countries: Texts = column.texts("The states and bodies that every report names.", derived=True, codes=COUNTRIES)
    location: Text = column.text(
        "The place, in the shortest words of a report that names it; null where none does or reports differ.",
        nullable=True,
        derived=True,
    )
    participants: Texts = column.texts(
        "The officials who take part in every report.", derived=True, references="officials.official_id"
    )
    differing: Texts = column.texts(
        "The columns of `events` in which the reports do not all say the same; null where they agree in all. A report "
        "that names no place or no actor does not differ by that.",
        derived=True,
    )
    event_ids: Texts = column.texts("The reports: rows of `events`.", derived=True, references="events.event_id")

    class Config:
        """The table's name."""

        name = "occurrences"

    @pa.dataframe_check
    @classmethod
    def start_after_end(cls, frame: pd.DataFrame) -> pd.Series:
        return in_order(frame, "date_start", "date_end")

    @pa.dataframe_check
    @classmethod
    def half_pair(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["date_start"].isna() == frame["date_end"].isna()
