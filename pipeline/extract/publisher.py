"""Who published a page, by the lines that carry the name of an agency, a paper or a broadcaster."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.publication_date import filed_from
from pipeline.intake.source import Metadata
from pipeline.lexicon.table import rows
from pipeline.text.boilerplate import boilerplate_sort
from pipeline.text.page import Page
from pipeline.text.vocabulary import is_medium

_SIGN_OFF = re.compile(r"[(\[]\s?([^()\[\]]{2,60}?)\s?[)\]]$")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright|all rights reserved(?: by)?|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?|by\b|[.,|<>\s])+",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"[A-Z0-9][\w&’'.-]*(?:\s(?:(?:of|and|the|for|&)\s)?[A-Z][\w&’'.-]*){0,7}")
_PICTURE = re.compile(r"photo|picture|image", re.IGNORECASE)
_LONGEST_NAME = 60
_STOPS = ".,;:'’\""
"""Signs that may stand beside a medium's name."""
_SEPARATOR = re.compile(r"\s{0,3}[|;•·]\s{0,3}|:\s")


def read_publisher(page: Page, metadata: Metadata) -> str | None:
    """The publisher's usual name (media.csv), else the words of the page; None where no line names one.

    Best evidence first: the metadata, the edition that a footer names, the holder of the rights, the address, a source
    line, the dateline's agency, the agency that signs the report, the byline's medium.
    """
    if metadata.publisher is not None:
        return metadata.publisher
    sources = (_by_footer(page), _by_domain(metadata.url), _by_source_line(page), _by_agency(page), _by_byline(page))
    return next((name for names in sources for name in names), None)


def _by_footer(page: Page) -> Iterator[str]:
    """The edition that a footer names, then the holder of the rights."""
    footers = [paragraph.text for paragraph in page.paragraphs if paragraph.kind == "boilerplate"]
    for text in footers:
        if boilerplate_sort(text) == "edition":
            yield from _media_in(text)
    for text in footers:
        if boilerplate_sort(text) == "rights":
            yield from _rights_holder(text)


def _by_source_line(page: Page) -> Iterator[str]:
    """The medium on a date line, or the only one of a credit line."""
    for paragraph in page.paragraphs:
        if paragraph.kind == "dateline":
            yield from _media_in(_SEPARATOR.sub(" ", paragraph.text))
        elif paragraph.kind == "credit" and not _PICTURE.search(paragraph.text):
            sources = set(_media_in(paragraph.text))
            yield from sources if len(sources) == 1 else ()


def _by_agency(page: Page) -> Iterator[str]:
    """The dateline's agency, then the one in brackets that closes the last paragraph of running text."""
    dateline = filed_from(page)
    if dateline is not None and dateline.agency is not None:
        yield _name(dateline.agency)
    bodies = [paragraph.text for paragraph in page.paragraphs if paragraph.kind == "body"]
    match = _SIGN_OFF.search(bodies[-1][-80:]) if bodies else None
    if match and is_medium(match.group(1)):
        yield _name(match.group(1))


def _by_byline(page: Page) -> Iterator[str]:
    for paragraph in page.paragraphs:
        if paragraph.kind == "byline":
            yield from _media_in(paragraph.text)


def _rights_holder(text: str) -> Iterator[str]:
    """The name that a rights line leaves when years and formulas are taken out ("© 2020 AFP")."""
    left = " ".join(_RIGHTS.sub(" ", text[:200]).split())
    known = list(_media_in(left))
    if not known and left and len(left) <= _LONGEST_NAME and _CAPITALISED.fullmatch(left):
        known = [left]
    yield from known


def _media_in(text: str) -> Iterator[str]:
    """Known media named in a short line, longest name first at each place."""
    words = text[:400].replace("(", " ").replace(")", " ").split()
    at = 0
    while at < len(words):
        capital = words[at].lstrip(_STOPS)[:1].isupper()
        for size in range(min(5, len(words) - at), 0, -1) if capital else ():
            name = " ".join(words[at : at + size]).strip(_STOPS)
            if _known(name):
                yield _name(name)
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


def _known(words: str) -> bool:
    return words in _names() or words.casefold() in _folded_names()


def _name(words: str) -> str:
    """The medium's usual name, else the words themselves."""
    bare = " ".join(words.strip(" ()[]").split())
    return _names().get(bare) or _folded_names().get(bare.casefold(), bare)


@cache
def _names() -> dict[str, str]:
    """Forms and names of media that publish, with their names; picture desks are left out."""
    publish = [row for row in rows("media") if row["kind"] != "photo"]
    return {row["form"]: row["name"] for row in publish} | {row["name"]: row["name"] for row in publish}


@cache
def _folded_names() -> dict[str, str]:
    return {form.casefold(): name for form, name in _names().items() if len(form) > 3}


@cache
def _domains() -> dict[str, str]:
    return {row["domain"]: row["name"] for row in rows("media") if row["domain"]}
