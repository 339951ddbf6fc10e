"""What a page says about itself: title, publisher, byline, place, language, and through `publication_date` its day."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.dates.inference import infer_published_on
from pipeline.extract.facts import Masthead
from pipeline.extract.publication_date import filed_from, read_publication_date
from pipeline.intake.source import Metadata
from pipeline.lexicon.table import rows
from pipeline.text.boilerplate import boilerplate_sort
from pipeline.text.bylines import byline_name
from pipeline.text.date_lines import is_dated_name
from pipeline.text.language import detect
from pipeline.text.page import Page
from pipeline.text.vocabulary import is_medium

_SIGN_OFF = re.compile(r"[(\[]\s?([^()\[\]]{2,60}?)\s?[)\]]$")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright|all rights reserved(?: by)?|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?|by\b|[.,|<>\s])+",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"[A-Z0-9][\w&’'.-]*(?:\s(?:(?:of|and|the|for|&)\s)?[A-Z][\w&’'.-]*){0,7}")
_LONGEST_NAME = 60
_SEPARATOR = re.compile(r"\s{0,3}[|;•·]\s{0,3}|:\s")


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
        publisher=metadata.publisher or next(_publishers(page, metadata), None),
        byline=_byline(page),
        dateline_place=None if dateline is None else dateline.place,
        published_on=day,
        published_on_method=method,
        published_on_evidence=evidence,
        language=detect(page.text),
        told_until=told_until,
    )


def _title(page: Page) -> str | None:
    """The first headline above the running text, in one line; a name with a date that opens the page is one too."""
    for paragraph in page.paragraphs:
        if paragraph.kind == "headline" or (paragraph.position == 0 and is_dated_name(paragraph.text)):
            return " ".join(paragraph.text.split())
        if paragraph.kind == "body":
            return None
    return None


def _byline(page: Page) -> str | None:
    """The first author's line that names somebody, without "By", date and address."""
    for paragraph in page.paragraphs:
        if paragraph.kind == "byline":
            name = byline_name(paragraph.text)
            if name != "":
                return " ".join((name or paragraph.text).split())
    return None


def _publishers(page: Page, metadata: Metadata) -> Iterator[str]:
    """Who published the page, best evidence first: the edition that a footer names, the holder of the rights, the
    address, a source line, the dateline's agency, the agency that signs the report, the byline's."""
    footers = [paragraph.text for paragraph in page.paragraphs if paragraph.kind == "boilerplate"]
    for text in footers:
        if boilerplate_sort(text) == "edition":
            yield from _media_in(text)
    for text in footers:
        if boilerplate_sort(text) == "rights":
            yield from _rights_holder(text)
    yield from _by_domain(metadata.url)
    for paragraph in page.paragraphs:
        if paragraph.kind in {"dateline", "credit"}:
            yield from (_name(part) for part in _SEPARATOR.split(paragraph.text) if is_medium(part.strip(" ()[]")))
    dateline = filed_from(page)
    if dateline is not None and dateline.agency is not None:
        yield _name(dateline.agency)
    yield from _signed_by(page)
    for paragraph in page.paragraphs:
        if paragraph.kind == "byline":
            yield from _media_in(paragraph.text)


def _rights_holder(text: str) -> Iterator[str]:
    """The name that a rights line leaves when years and formulas are taken out ("© 2020 AFP")."""
    left = " ".join(_RIGHTS.sub(" ", text[:200]).split())
    if left and len(left) <= _LONGEST_NAME and _CAPITALISED.fullmatch(left):
        yield _name(left)
    else:
        yield from _media_in(text)


def _signed_by(page: Page) -> Iterator[str]:
    """The agency in brackets that closes the last paragraph of running text."""
    bodies = [paragraph.text for paragraph in page.paragraphs if paragraph.kind == "body"]
    match = _SIGN_OFF.search(bodies[-1][-80:]) if bodies else None
    if match and is_medium(match.group(1)):
        yield _name(match.group(1))


def _media_in(text: str) -> Iterator[str]:
    """Known media named in a short line, longest name first at each place."""
    words = text[:400].replace("(", " ").replace(")", " ").split()
    at = 0
    while at < len(words):
        for size in range(5, 0, -1):
            name = " ".join(words[at : at + size]).strip(".,;:'’\"")
            if len(words[at : at + size]) == size and name in _names():
                yield _names()[name]
                at += size - 1
                break
        at += 1


def _by_domain(url: str | None) -> Iterator[str]:
    match = re.match(r"https?://(?:www\.|en\.|english\.|m\.)?([^/:\s]{3,100})", url) if url else None
    if match:
        parts = match.group(1).lower().split(".")
        for start in range(len(parts) - 1):
            name = _domains().get(".".join(parts[start:]))
            if name:
                yield name
                return


def _name(words: str) -> str:
    """The medium's usual name, else the words themselves."""
    bare = " ".join(words.strip(" ()[]").split())
    return _names().get(bare) or _folded_names().get(bare.casefold(), bare)


@cache
def _names() -> dict[str, str]:
    return {row["form"]: row["name"] for row in rows("media")} | {row["name"]: row["name"] for row in rows("media")}


@cache
def _folded_names() -> dict[str, str]:
    return {form.casefold(): name for form, name in _names().items() if len(form) > 3}


@cache
def _domains() -> dict[str, str]:
    return {row["domain"]: row["name"] for row in rows("media") if row["domain"]}
