"""The trade_series table: derived from trade_figures."""

import pandas as pd
import pandera.pandas as pa

from schemas import column
from schemas.codes import COUNTRIES, FIGURE_STATUSES, FLOWS, HS_CHAPTERS, MEASURES, RATES, UNITS
from schemas.column import Day, Real, Text, Texts, Truth, Whole
from schemas.table import Table, in_order


class TradeSeries(Table):
    """One row per quantity of trade (flow, goods, states, period, unit), with all numbers that articles give for it."""

    series_id: Text = column.text(
        "Identifies the quantity: a hash of the columns from `flow` to `baseline`, the commodity and the baseline by "
        "their words.",
        unique=True,
    )
    flow: Text = column.text("What moves, and which side tells of it.", codes=FLOWS)
    measure: Text = column.text("What the numbers are of the flow.", codes=MEASURES)
    status: Text = column.text("Whether the numbers are facts, plans, estimates or limits.", codes=FIGURE_STATUSES)
    exporter: Text = column.text(
        "Where the flow comes from; null where it is not told, and for trade in both directions and balances.",
        nullable=True,
        codes=COUNTRIES,
    )
    importer: Text = column.text(
        "Where the flow goes to; null where it is not told, and for trade in both directions and balances.",
        nullable=True,
        codes=COUNTRIES,
    )
    countries: Texts = column.texts(
        "The states: exporter and importer, or the pair that trades in both directions.", codes=COUNTRIES
    )
    commodity: Text = column.text(
        "What is traded, in the words that most reports use; spellings in other case, number or word order are one "
        "commodity. Null for trade as a whole.",
        nullable=True,
        derived=True,
    )
    period_start: Day = column.day("First day of the period; null where it is open or not given.", nullable=True)
    period_end: Day = column.day("Last day of the period; null where it is open or not given.", nullable=True)
    unit: Text = column.text("What the numbers count.", codes=UNITS)
    per: Text = column.text("For a rate, the time it is counted over; else null.", nullable=True, codes=RATES)
    baseline: Text = column.text(
        "For a change or a ratio: what it is compared with, in a report's words; null where none says so.",
        nullable=True,
        derived=True,
    )
    commodity_hs: Text = column.text(
        "The commodity's chapter of the Harmonized System of 2012; null where it has none or reports differ.",
        nullable=True,
        derived=True,
        codes=HS_CHAPTERS,
    )
    n_reports: Whole = column.whole(
        "How many articles give a number in words of their own.", unit="articles", derived=True, minimum=1
    )
    n_copies: Whole = column.whole(
        "How many further articles carry a copy of one of these reports and nothing of their own; they confirm "
        "nothing.",
        unit="articles",
        derived=True,
        minimum=0,
    )
    n_sources: Whole = column.whole(
        "How many publishers stand behind the reports, as far as they are known; 0 where none is.",
        unit="publishers",
        derived=True,
        minimum=0,
    )
    agrees: Truth = column.truth(
        "Whether one number fits every article, rounding and words such as `about` or `over` allowed for; null where "
        "only one article reports or the period is not given.",
        nullable=True,
        derived=True,
    )
    value: Real = column.real(
        "The number that is reported most exactly; null where the articles disagree, or where one gives several. "
        "A fall is negative.",
        nullable=True,
        unit="see `unit`",
        derived=True,
    )
    lowest: Real = column.real("The smallest number reported. A fall is negative.", unit="see `unit`", derived=True)
    highest: Real = column.real(
        "The greatest number reported, upper ends of ranges included.", unit="see `unit`", derived=True
    )
    reported: Texts = column.texts(
        "Each number reported, smallest first, written as in CSV; a range as its lower end, two points and its upper "
        "end (`5000000..7000000`).",
        derived=True,
    )
    figure_ids: Texts = column.texts(
        "The reports: rows of `trade_figures`.", derived=True, references="trade_figures.figure_id"
    )

    class Config:
        """The table's name."""

        name = "trade_series"

    @pa.dataframe_check
    @classmethod
    def start_after_end(cls, frame: pd.DataFrame) -> pd.Series:
        return in_order(frame, "period_start", "period_end")

    @pa.dataframe_check
    @classmethod
    def high_below_value(cls, frame: pd.DataFrame) -> pd.Series:
        return in_order(frame, "lowest", "highest")
