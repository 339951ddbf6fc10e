"""What a text of one page gives: for the tests of single rules of trade."""

from datetime import date

from pipeline.extract.dates import resolve_dates
from pipeline.extract.facts import Masthead
from pipeline.extract.trade import find_trade_figures
from pipeline.text.paragraphs import read_page


def values_of(text: str, day: date) -> list[float]:
    """The values of the trade figures of `text`, which appeared on `day`."""
    page = read_page(text)
    masthead = Masthead(None, None, None, None, day, "metadata", None, "en")
    return [figure.value for figure in find_trade_figures(page, masthead, resolve_dates(page, day, None), ())]
