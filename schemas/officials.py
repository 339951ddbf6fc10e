"""The officials table."""

import pandas as pd
import pandera.pandas as pa

from schemas import column, facts
from schemas.codes import COUNTRIES
from schemas.column import Day, Text, Texts, Whole
from schemas.table import Table, in_order


class Officials(Table):
    """One row per person who holds, or held, a public office, across spellings and articles."""

    official_id: Text = column.text(
        "Identifies the person: a hash of the folded name and the state served, with the office where two namesakes "
        "must be told apart.",
        unique=True,
    )
    name: Text = column.text("The person's name in its fullest spelling.", derived=True, composed=True)
    aliases: Texts = column.texts("The other spellings that articles use for the person.", derived=True, composed=True)
    country: Text = column.text(
        "The state or body that the person serves.", nullable=True, derived=True, codes=COUNTRIES
    )
    first_seen: Day = column.day(
        "Publication date of the earliest dated article that gives the person a role.", nullable=True, derived=True
    )
    last_seen: Day = column.day(
        "Publication date of the latest dated article that gives the person a role.", nullable=True, derived=True
    )
    n_articles: Whole = column.whole(
        "How many articles give the person a role.", unit="articles", derived=True, minimum=1
    )
    latest_title: Text = column.text(
        "The title that the latest of these articles gives.", nullable=True, derived=True, composed=True
    )
    corrected_by: Text = facts.corrected_by(derived=True)

    class Config:
        """The table's name."""

        name = "officials"

    @pa.dataframe_check
    @classmethod
    def start_after_end(cls, frame: pd.DataFrame) -> pd.Series:
        return in_order(frame, "first_seen", "last_seen")

    @pa.dataframe_check
    @classmethod
    def half_pair(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["first_seen"].isna() == frame["last_seen"].isna()
