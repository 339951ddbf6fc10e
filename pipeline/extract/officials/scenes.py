"""Where a page and its paragraphs are told from: the states of datelines and of the papers and agencies that it names."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.actors import CountryMention
from pipeline.extract.officials.vocabulary import bodies
from pipeline.lexicon.countries import code_of
from pipeline.text.dateline import read_dateline
from pipeline.text.page import Page, Paragraph

STATES = ("name", "demonym", "capital", "government", "short")
"""Kinds of mention that stand for a state as an actor."""
_HEAD = re.compile(
    r"[^\w]{0,5}([A-Z][^\W\d_'’.-]{1,20}(?:[ -][A-Z][^\W\d_'’.-]{1,20}){0,3})(?=\s{0,2}(?:[-–—(|•.:]|, ?[A-Z][a-z]{2,8}\.? \d))"
)
_PRESS = ("press", "media")
_CAPITALS = re.compile(r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2}")


@dataclass(frozen=True, slots=True)
class Scenes:
    """What the page says of where it was written."""

    home: str | None
    """State of the first dateline."""
    press: str | None
    """State of the paper or agency that the page is of."""
    of_paragraph: Mapping[int, str]
    """State of a paragraph's own dateline, by its position; holds for the paragraphs that follow until the next."""
    shares: Mapping[str, float]
    """Each state named on the page to its share of all such mentions."""


def read_scenes(page: Page, countries: Sequence[CountryMention]) -> Scenes:
    """Read the datelines and media of `page`; `countries` are all its mentions."""
    scenes: dict[int, str] = {}
    home, latest = None, None
    for paragraph in page.paragraphs:
        code = _dateline_state(paragraph)
        if code is not None:
            home, latest = home or code, code
        if latest is not None:
            scenes[paragraph.position] = latest
    counts = Counter(mention.code for mention in countries if mention.kind in STATES or mention.kind == "place")
    total = sum(counts.values())
    shares = {code: count / total for code, count in sorted(counts.items())}
    return Scenes(home, _press_state(page), scenes, shares)


def _dateline_state(paragraph: Paragraph) -> str | None:
    if paragraph.kind in ("byline", "credit", "boilerplate"):
        return None
    dateline = read_dateline(paragraph.text)
    if dateline is not None and dateline.place is not None:
        return _place_state(dateline.place)
    match = _HEAD.match(paragraph.text[:60])
    if match is None:
        return None
    place = match.group(1)
    bracket = re.match(r" ?\(([^()]{3,30})\)[.:]", paragraph.text[match.end() :])
    if bracket is not None and place.isupper():
        return _place_state(bracket.group(1)) or _place_state(place)
    behind = paragraph.text[match.end() : match.end() + 2].strip()
    return _place_state(place) if place.isupper() or behind.startswith(",") else None


def _place_state(place: str) -> str | None:
    for part in re.split(r"[,/]", place):
        code = code_of(part.strip()) or code_of(part.strip(" .").title())
        if code is not None and len(code) == 3 and code != "SUN":
            return code
    return None


def _press_state(page: Page) -> str | None:
    """The home of the medium that a dateline, credit or byline names: of the first with a home."""
    for paragraph in page.paragraphs:
        if paragraph.kind == "body" and paragraph.position > 6:
            continue
        text = paragraph.text[:120] if paragraph.kind in ("body", "dateline") else paragraph.text[:200]
        for match in _CAPITALS.finditer(text):
            code = _medium(match.group())
            if code is not None:
                return code
    return None


def _medium(text: str) -> str | None:
    words = text.replace("’", "'").split()
    known = bodies()
    for first in range(len(words)):
        for rest, body in known.get(words[first].strip("./"), ()):
            if (
                body.kind in _PRESS
                and tuple(word.strip("./") for word in words[first + 1 : first + 1 + len(rest)]) == rest
            ):
                return body.code
    return None
