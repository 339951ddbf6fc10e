"""The events table."""

import pandas as pd
import pandera.pandas as pa

from schemas import column, facts
from schemas.codes import COUNTRIES, DATE_METHODS, DATE_PRECISIONS, EVENT_STATUSES, EVENT_TYPES
from schemas.column import Day, Text, Texts, Whole
from schemas.table import in_order

LONGEST_DAYS = 366
"""The most days that an event's interval may span, a leap year."""


class Events(facts.Grounded):
    """One row per dated occurrence that an article reports: a visit, talks, a signing, a sanction, a test."""

    event_id: Text = column.text(
        "Identifies the event: a hash of its article, its evidence and its date words.", unique=True
    )
    occurrence_id: Text = column.text(
        "Shared by the rows of different articles that report one and the same occurrence: the smallest of their "
        "event ids. Count these to count occurrences and not reports.",
        derived=True,
    )
    article_id: Text = facts.article_id()
    paragraph_id: Text = facts.paragraph_id()
    n_copies: Whole = facts.n_copies()
    rule: Text = facts.rule()
    corrected_by: Text = facts.corrected_by()
    date_text: Text = column.text("The words that date the event, as the article has them.")
    date_start: Day = column.day("First day of the interval in which the event lies.")
    date_end: Day = column.day("Last day of the interval, inclusive; equal to `date_start` for a single day.")
    date_precision: Text = column.text("How exactly the words date it.", codes=DATE_PRECISIONS)
    date_method: Text = column.text("How the words were turned into days.", codes=DATE_METHODS)
    event_type: Text = column.text("What kind of act it is: a category of PLOVER.", codes=EVENT_TYPES)
    trigger: Text = column.text("The word or phrase that names the act, as the article has it.")
    status: Text = column.text("Whether it took place.", codes=EVENT_STATUSES)
    source_country: Text = column.text(
        "The state or body that acts; null where the text names none.", nullable=True, codes=COUNTRIES
    )
    target_country: Text = column.text(
        "The state or body that is acted upon or met with; null where the text names none.",
        nullable=True,
        codes=COUNTRIES,
    )
    countries: Texts = column.texts(
        "All states and bodies that act or are acted upon; a host or a state merely spoken of is not among them.",
        codes=COUNTRIES,
    )
    location: Text = column.text("The place where it happens, as the article has it.", nullable=True)
    participants: Texts = column.texts(
        "The officials who take part, by their ids.", derived=True, references="officials.official_id"
    )
    evidence: Text = facts.evidence()
    char_start: Whole = facts.char_start()
    char_end: Whole = facts.char_end()
    source_path: Text = facts.source_path()

    class Config:
        """The table's name."""

        name = "events"

    @pa.dataframe_check
    @classmethod
    def start_after_end(cls, frame: pd.DataFrame) -> pd.Series:
        return in_order(frame, "date_start", "date_end")

    @pa.dataframe_check
    @classmethod
    def over_a_year(cls, frame: pd.DataFrame) -> pd.Series:
        days = frame["date_end"].astype("int32[pyarrow]") - frame["date_start"].astype("int32[pyarrow]") + 1
        return (days <= LONGEST_DAYS).fillna(True).astype(bool)

    @pa.dataframe_check
    @classmethod
    def day_is_range(cls, frame: pd.DataFrame) -> pd.Series:
        one_day = (frame["date_start"] == frame["date_end"]).fillna(True).astype(bool)
        return one_day | (frame["date_precision"] != "day").fillna(True).astype(bool)

    @pa.dataframe_check
    @classmethod
    def occurrence_after_event(cls, frame: pd.DataFrame) -> pd.Series:
        return in_order(frame, "occurrence_id", "event_id")
