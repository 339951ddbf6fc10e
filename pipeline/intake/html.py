"""HTML files: one article a file; trafilatura takes its text and what its head says out of the page."""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.intake.checks import check_text
from pipeline.intake.decode import decode
from pipeline.intake.errors import Refused
from pipeline.intake.limits import Limits
from pipeline.intake.metadata import read_day
from pipeline.intake.source import Metadata
from pipeline.text.fulldate import find_full_dates

_CHARSET = re.compile(rb"<meta\b[^<>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1900-01-01", "max_date": "2199-12-31"}
"""No search through the page's text, where any date might be meant; and a bound that does not move with the clock."""


@dataclass(frozen=True, slots=True)
class HtmlArticle:
    """The article of a page."""

    text: str
    """The text that was taken out of the page, one paragraph a line."""
    encoding: str
    """The page's encoding, as a Python codec's name."""
    metadata: Metadata


def read_html(data: bytes, limits: Limits) -> HtmlArticle:
    """The article in the bytes of an HTML file. Raises Refused, with rule `html` where the page holds no article."""
    from trafilatura import bare_extraction  # a second of imports: only who reads HTML waits for it

    charset = _CHARSET.search(data[:4_096])
    decoded = decode(data, charset.group(1).decode("ascii") if charset else None)
    try:
        document = bare_extraction(
            decoded.text,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=_DATES,
        )
    except Exception as error:  # whatever a parser of the web's markup may raise
        raise Refused("html", f"the page cannot be parsed: {type(error).__name__}") from error
    if document is None or isinstance(document, dict) or not document.text:
        raise Refused("html", "no article text was found on the page")
    check_text(document.text, limits, markup=True)
    metadata = Metadata(
        title=_line(document.title),
        published_on=None if document.date is None else _stated_day(document.date, decoded.text),
        url=_line(document.url),
        publisher=_line(document.sitename),
    )
    return HtmlArticle(document.text, decoded.encoding, metadata)


def _stated_day(iso: str, page: str) -> date | None:
    """The day that trafilatura found, None unless the page writes it in a form that can mean no other day."""
    day = read_day(iso)
    return day if any(found.day == day for found in find_full_dates(page)) else None


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
