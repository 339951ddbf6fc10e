"""Calendar expressions of a text and the days that they mean. `scan` finds them, `resolve` reads them one by one,
`discourse` says what is known around each, `apposed` makes those one that are told twice; `inference` completes an
article's own day or year."""

from datetime import date

from pipeline.extract.dates.apposed import with_exact_days
from pipeline.extract.dates.discourse import read_dates
from pipeline.extract.dates.join import expressions
from pipeline.extract.facts import DateMention
from pipeline.text.page import Page
from pipeline.text.paragraphs import read_page

__all__ = ["find_dates", "resolve_dates"]


def find_dates(text: str, published_on: date | None) -> list[DateMention]:
    """Every calendar expression of `text` with the inclusive interval that it means.

    `published_on` is the day on which the text appeared; where it is None only what is absolute resolves, and the
    others have None as their dates. A range whose ends stand apart ("from March 30 to April 2") is given whole, and
    each of its ends too. Mentions are ordered by place, the longer first.
    """
    return list(resolve_dates(read_page(text), published_on, None))


def resolve_dates(page: Page, published_on: date | None, told_until: date | None) -> tuple[DateMention, ...]:
    """As `find_dates`, for a page that is read already; `told_until` as in `Masthead`."""
    return with_exact_days(page.text, read_dates(page, expressions(page.text), published_on, told_until))
