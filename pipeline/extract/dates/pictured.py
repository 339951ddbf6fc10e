"""The days of a page's pictures: a picture had been taken when the page appeared."""

from collections.abc import Iterator
from datetime import date

from pipeline.text.fulldate import find_full_dates
from pipeline.text.page import Page


def pictured_days(page: Page) -> Iterator[tuple[date, str]]:
    """The full days in captions, each with its words; of a numeric date that can be read in two ways the earlier."""
    for paragraph in page.paragraphs:
        if paragraph.kind == "caption":
            for full in find_full_dates(paragraph.text):
                yield full.readings[0], full.text
