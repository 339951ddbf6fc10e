"""The trade_figures table."""

import pandas as pd
import pandera.pandas as pa

from schemas import column, facts
from schemas.codes import COUNTRIES, DIRECTIONS, FIGURE_STATUSES, FLOWS, HS_CHAPTERS, MEASURES, QUALIFIERS, RATES, UNITS
from schemas.column import Day, Real, Text, Texts, Truth, Whole
from schemas.table import given_together, in_order


class TradeFigures(facts.Grounded):
    """One row per number about goods, services, money, labour or aid that moves, or is to move, between countries."""

    figure_id: Text = column.text(
        "Identifies the figure: a hash of its article, its evidence and the words of its value.", unique=True
    )
    article_id: Text = facts.article_id()
    paragraph_id: Text = facts.paragraph_id()
    n_copies: Whole = facts.n_copies()
    rule: Text = facts.rule()
    corrected_by: Text = facts.corrected_by()
    flow: Text = column.text("What moves, and which side tells of it.", codes=FLOWS)
    measure: Text = column.text("What the number is of the flow.", codes=MEASURES)
    value: Real = column.real(
        "The number in base units: 10.2 million dollars are 10200000; for a range its lower end.", unit="see `unit`"
    )
    value_high: Real = column.real("Upper end of a range, else null.", nullable=True, unit="see `unit`")
    unit: Text = column.text("What the number counts.", codes=UNITS)
    per: Text = column.text("For a rate, the time it is counted over; else null.", nullable=True, codes=RATES)
    alternate_value: Real = column.real(
        "A conversion that the text gives in brackets, in base units.", nullable=True, unit="see `alternate_unit`"
    )
    alternate_unit: Text = column.text("What `alternate_value` counts.", nullable=True, codes=UNITS)
    value_text: Text = column.text("The words of the number, as the article has them.")
    approximate: Truth = column.truth("Whether the text calls the number rough (`about`, `some`, `nearly`).")
    qualifier: Text = column.text(
        "How the text bounds the number, null where it does not.", nullable=True, codes=QUALIFIERS
    )
    direction: Text = column.text(
        "For a change: whether it is a rise or a fall; else null.", nullable=True, codes=DIRECTIONS
    )
    commodity: Text = column.text("What is traded, as the article has it; null for trade as a whole.", nullable=True)
    commodity_hs: Text = column.text(
        "The commodity's chapter of the Harmonized System, edition 2012; null where it fits none or several.",
        nullable=True,
        codes=HS_CHAPTERS,
    )
    exporter: Text = column.text(
        "Where the flow comes from: seller, donor, investor, creditor; for labour the workers' home. Null for trade in "
        "both directions and for balances.",
        nullable=True,
        codes=COUNTRIES,
    )
    importer: Text = column.text(
        "Where the flow goes to: buyer, recipient, host, debtor. Null for trade in both directions and for balances.",
        nullable=True,
        codes=COUNTRIES,
    )
    countries: Texts = column.texts("The states and bodies that the number is about.", codes=COUNTRIES)
    period_text: Text = column.text("The words that say which time the number is about.", nullable=True)
    period_start: Day = column.day(
        "First day of the time that the number is about; null where it is open or not given.", nullable=True
    )
    period_end: Day = column.day("Last day of that time, inclusive; null where it is open or not given.", nullable=True)
    baseline_text: Text = column.text("What the number is compared with, as the article has it.", nullable=True)
    status: Text = column.text("Whether the number is a fact, a plan, an estimate or a limit.", codes=FIGURE_STATUSES)
    evidence: Text = facts.evidence()
    char_start: Whole = facts.char_start()
    char_end: Whole = facts.char_end()
    source_path: Text = facts.source_path()

    class Config:
        """The table's name."""

        name = "trade_figures"

    @pa.dataframe_check
    @classmethod
    def start_after_end(cls, frame: pd.DataFrame) -> pd.Series:
        return in_order(frame, "period_start", "period_end")

    @pa.dataframe_check
    @classmethod
    def high_below_value(cls, frame: pd.DataFrame) -> pd.Series:
        return in_order(frame, "value", "value_high")

    @pa.dataframe_check
    @classmethod
    def half_pair(cls, frame: pd.DataFrame) -> pd.Series:
        return given_together(frame, "alternate_value", "alternate_unit")

    @pa.dataframe_check
    @classmethod
    def direction_without_change(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["direction"].isna() | (frame["measure"] == "change").fillna(True).astype(bool)
