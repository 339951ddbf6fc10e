"""One article in, everything that it states out: the order of the extractors, and nothing else."""

import gc
from collections.abc import Mapping
from dataclasses import replace

from pipeline.extract.dates import resolve_dates
from pipeline.extract.events import find_events
from pipeline.extract.facts import Extraction
from pipeline.extract.masthead import read_masthead
from pipeline.extract.officials import find_officials
from pipeline.extract.trade import find_trade_figures
from pipeline.intake.source import SourceArticle
from pipeline.text.page import Page, ParagraphKind
from pipeline.text.paragraphs import read_page


def extract_article(article: SourceArticle, kinds: Mapping[int, ParagraphKind] | None = None) -> Extraction:
    """Read `article` whole, repeated paragraphs too: a repeat can hold the date that the next sentence hangs on.

    `kinds` says, by position, of what kind paragraphs are that would be taken for others.
    """
    # reading makes many values and no cycles: to look for those would take 2 % of the time
    collects = gc.isenabled()
    gc.disable()
    try:
        return _extract(article, kinds or {})
    finally:
        if collects:
            gc.enable()


def _extract(article: SourceArticle, kinds: Mapping[int, ParagraphKind]) -> Extraction:
    page = _with_kinds(read_page(article.text), kinds)
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


def _with_kinds(page: Page, kinds: Mapping[int, ParagraphKind]) -> Page:
    if not kinds:
        return page
    paragraphs = (replace(p, kind=kinds.get(p.position, p.kind)) for p in page.paragraphs)
    return replace(page, paragraphs=tuple(paragraphs))
