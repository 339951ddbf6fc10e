"""What a page says about itself: title, publisher, byline, place, language, and through `publication_date` its day."""

from pipeline.extract.dates.inference import infer_published_on
from pipeline.extract.facts import Masthead
from pipeline.extract.headline import find_headline
from pipeline.extract.publication_date import filed_from, read_publication_date
from pipeline.extract.publisher import read_publisher
from pipeline.intake.source import Metadata
from pipeline.text.bylines import author_of, byline_name
from pipeline.text.language import detect
from pipeline.text.page import Page


def read_masthead(page: Page, metadata: Metadata) -> Masthead:
    """The masthead of `page`; `metadata` wins wherever it says something.

    Where no line states the day in full, it is inferred from what the text ties to it (method `inferred`), or stays
    null with `told_until` as the latest day that the text tells as past.
    """
    stated = read_publication_date(page, metadata)
    day, method, evidence, told_until = stated.day, stated.method, stated.evidence, None
    if day is None:
        inferred = infer_published_on(page, stated.partial)
        day, told_until = inferred.published_on, inferred.told_until
        method = "none" if day is None else "inferred"
        evidence = None if day is None else inferred.evidence
    dateline = filed_from(page)
    return Masthead(
        title=metadata.title or _title(page),
        publisher=read_publisher(page, metadata),
        byline=_byline(page),
        dateline_place=None if dateline is None else dateline.place,
        published_on=day,
        published_on_method=method,
        published_on_evidence=evidence,
        language=detect(page.text),
        told_until=told_until,
    )


def _title(page: Page) -> str | None:
    """The headline in one line."""
    headline = find_headline(page)
    return None if headline is None else " ".join(headline.text.split())


def _byline(page: Page) -> str | None:
    """The first author's line that names somebody, without "By", date and address."""
    for paragraph in page.paragraphs:
        if paragraph.kind == "byline" and byline_name(paragraph.text) != "":
            return " ".join(author_of(paragraph.text).split())
    return None
