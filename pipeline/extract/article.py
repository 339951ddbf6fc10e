"""One article in, everything that it states out: the order of the extractors, and nothing else."""

from pipeline.extract.dates import resolve_dates
from pipeline.extract.events import find_events
from pipeline.extract.facts import Extraction
from pipeline.extract.masthead import read_masthead
from pipeline.extract.officials import find_officials
from pipeline.extract.trade import find_trade_figures
from pipeline.intake.source import SourceArticle
from pipeline.text.paragraphs import read_page


def extract_article(article: SourceArticle) -> Extraction:
    """Read `article` whole, repeated paragraphs too: a repeat can hold the date that the next sentence hangs on."""
    page = read_page(article.text)
    masthead = read_masthead(page, article.metadata)
    dates = resolve_dates(page, masthead.published_on, masthead.told_until)
    officials = find_officials(page)
    events = find_events(page, masthead, dates, officials.mentions)
    figures = find_trade_figures(page, masthead, dates, officials.mentions)
    return Extraction(
        page=page,
        masthead=masthead,
        dates=dates,
        people=officials.mentions,
        roles=officials.roles,
        events=events,
        figures=figures,
    )
