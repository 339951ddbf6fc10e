"""Where a page and its paragraphs are told from: the states of its datelines and of the papers that it names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cache

from pipeline.extract.actors import CountryMention, find_countries
from pipeline.extract.officials.vocabulary import bodies, matches, role_words
from pipeline.lexicon.countries import code_of
from pipeline.text.dateline import read_dateline
from pipeline.text.page import Page, Paragraph
from pipeline.values import value

STATES = ("name", "demonym", "capital", "government", "short")
"""Kinds of mention that stand for a state as an actor."""
_HEAD = re.compile(
    r"[^\w]{0,5}([A-Z][^\W\d_'’.-]{1,20}(?:[ -][A-Z][^\W\d_'’.-]{1,20}){0,3})"
    r"(?=\s{0,2}(?:[-–—(|•.:]|, ?[A-Z][a-z]{2,8}\.? \d))"
)
_BRACKET = re.compile(r" ?\(([^()]{3,30})\)[.:]")
_BETWEEN = re.compile(r" ?[-–—/,&] ?| AND ")
_UNION, _SEAT = "EUE", "BEL"
_HEADING = 30
"""Characters: a heading that names a state is no longer."""
_LABEL = re.compile(r"([A-Z][A-Z .'’/&–-]{2,40}?)(?:[.:] | [-–—] )")
_ISSUER = re.compile(
    r"(?i:(?:the )?(?:federal |national |state )?(?:ministry|department|embassy|government|office|directorate"
    r"|[a-z]{3,15} (?:directorate|ministry|office|service|authority|agency))\b)"
)
_MASTHEAD = 4
"""Paragraphs: whoever issued the page is named in the first ones."""
_PAPER = 6
"""Words: no paper's name is longer."""
_PAPERS = role_words("papers")
_CLOSING = 2
"""Paragraphs at the end of a page among which its place stands."""
_PLACE = 25
"""Characters: a place's name is no longer."""
_ISSUED = 90
"""Characters: a line that names the issuer is no longer."""
_PRESS = ("press", "media")
_CAPITAL = re.compile(r"[A-Z][\w.'-]{1,20}")
_CAPITALS = re.compile(rf"{_CAPITAL.pattern}(?: {_CAPITAL.pattern}){{0,2}}")


@value(frozen=True, slots=True)
class Scenes:
    """What the page says of where it was written."""

    home: str | None
    """State of the first dateline."""
    press: str | None
    """State of the paper or agency that the page is of."""
    of_paragraph: Mapping[int, str]
    """State of a paragraph's own dateline, by its position; holds for the paragraphs that follow until the next."""
    told_from: Mapping[int, int]
    """Where the report proper begins in a paragraph with a dateline: position to offset in the article's text."""
    labels: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """States that a paragraph begins with, "JORDAN-SYRIA. The border …", or that the heading above it names."""
    headed: frozenset[str] = frozenset()
    """States that headings name."""
    shares: Mapping[str, float] = field(default_factory=dict)
    """Each state named on the page to its share of all such mentions."""
    states: frozenset[str] = frozenset()
    """Every state that the page speaks of or is written in."""


def read_scenes(page: Page) -> Scenes:
    """Read the datelines and media of `page`."""
    scenes: dict[int, str] = {}
    told_from: dict[int, int] = {}
    labels: dict[int, tuple[str, ...]] = {}
    headed: set[str] = set()
    home, latest = None, None
    over: tuple[str, ...] = ()
    for paragraph in page.paragraphs:
        heading = _heading_states(paragraph)
        if heading:
            headed.update(heading)
            latest = heading[0] if len(heading) == 1 else None
            over = tuple(heading) if len(heading) > 1 else ()
            continue
        label = _label_states(paragraph)
        if label or over:
            labels[paragraph.position] = label or over
        code, end = _dateline_state(paragraph)
        if code is not None:
            home, latest = home or code, code
            told_from[paragraph.position] = paragraph.char_start + end
        if latest is not None:
            scenes[paragraph.position] = latest
    press = _press_state(page) or _issuer_state(page) or _masthead_state(page) or _closing_state(page)
    return Scenes(home, press, scenes, told_from, labels, frozenset(headed))


def with_shares(scenes: Scenes, countries: Sequence[CountryMention]) -> Scenes:
    """`scenes` with what the page's mentions of states come to."""
    counts = dict[str, int]()
    for mention in countries:
        if mention.kind in STATES or mention.kind == "place":
            counts[mention.code] = counts.get(mention.code, 0) + 1
    total = sum(counts.values())
    shares = {code: count / total for code, count in sorted(counts.items())}
    # of the Union's affairs Brussels tells for the Union
    union = scenes.home == _SEAT and shares.get(_UNION, 0.0) > shares.get(_SEAT, 0.0)
    told = {place: _UNION if union and code == _SEAT else code for place, code in scenes.of_paragraph.items()}
    own = {scenes.home, scenes.press, *told.values()} - {None}
    labelled = (code for codes in scenes.labels.values() for code in codes)
    states = frozenset((*shares, *scenes.headed, *labelled, *(code for code in own if code is not None)))
    return Scenes(
        _UNION if union else scenes.home,
        scenes.press,
        told,
        scenes.told_from,
        scenes.labels,
        scenes.headed,
        shares=shares,
        states=states,
    )


def _dateline_state(paragraph: Paragraph) -> tuple[str | None, int]:
    """The state of the paragraph's dateline, and where the dateline ends in it."""
    if paragraph.kind in ("byline", "credit", "boilerplate"):
        return None, 0
    dateline = read_dateline(paragraph.text)
    if dateline is not None and dateline.place is not None:
        return _place_state(dateline.place), dateline.char_end
    match = _HEAD.match(paragraph.text[:60])
    if match is None:
        return None, 0
    return _head_state(paragraph, match), match.end()


def _heading_states(paragraph: Paragraph) -> list[str]:
    """The states that a heading consists of: "PERU", "CHINA-AUSTRALIA"; empty for any other paragraph."""
    text = paragraph.text
    if len(text) > _HEADING or not text.isupper():
        return []
    whole = _place_state(text.strip(" :*"))
    parts = [whole] if whole is not None else [_place_state(part.strip(" :*")) for part in _BETWEEN.split(text)]
    return [code for code in parts if code is not None] if None not in parts else []


def _label_states(paragraph: Paragraph) -> tuple[str, ...]:
    """The two states or more that a paragraph of a digest begins with in capitals."""
    match = _LABEL.match(paragraph.text[:50])
    if match is None:
        return ()
    codes = [_place_state(part.strip()) for part in _BETWEEN.split(match.group(1))]
    known = tuple(code for code in codes if code is not None)
    return known if len(known) == len(codes) > 1 else ()


def _issuer_state(page: Page) -> str | None:
    """The state of the ministry or office that a page's first lines name as its issuer."""
    for paragraph in page.paragraphs[:_MASTHEAD]:
        line = paragraph.text.strip()
        if len(line) <= _ISSUED and not line.endswith(".") and _ISSUER.match(line):
            for mention in find_countries(line if not line.isupper() else line.title()):
                if mention.kind in STATES and len(mention.code) == 3:
                    return mention.code
    return None


def _masthead_state(page: Page) -> str | None:
    """The state whose place a paper's name in the first lines holds: "THE NAIROBI COURIER", "BUENOS AIRES DIARIO"."""
    for paragraph in page.paragraphs[:_MASTHEAD]:
        line = paragraph.text.strip()
        words = line.casefold().split()
        if paragraph.kind == "body" or not 1 < len(words) <= _PAPER or line[-1:] in ".?!" or _PAPERS.isdisjoint(words):
            continue
        codes = {mention.code for mention in find_countries(line if not line.isupper() else line.title())}
        if len(codes) == 1 and all(len(code) == 3 for code in codes):
            return codes.pop()
    return None


def _closing_state(page: Page) -> str | None:
    """The state of the place with which a release closes, its date apart: "New Delhi", "Lima, 4 May 2021"."""
    for paragraph in page.paragraphs[-_CLOSING:]:
        line = paragraph.text.strip().partition("\n")[0].partition(",")[0]
        if paragraph.position >= _MASTHEAD and 0 < len(line) <= _PLACE and line[-1] not in ".:":
            code = _place_state(line)
            if code is not None:
                return code
    return None


def _head_state(paragraph: Paragraph, match: re.Match[str]) -> str | None:
    """The state of a label that stands like a dateline: "* ANKARA -", "ADRE (CHAD).", "New Delhi, Apr 23 (PTI)"."""
    place = match.group(1)
    bracket = _BRACKET.match(paragraph.text, match.end())
    if bracket is not None and place.isupper():
        return _place_state(bracket.group(1)) or _place_state(place)
    behind = paragraph.text[match.end() : match.end() + 2].strip()
    return _place_state(place) if place.isupper() or behind.startswith(",") else None


def _place_state(place: str) -> str | None:
    """The state of a dateline's place; None for places of two states, "TEHRAN/BERN"."""
    if "/" in place:
        codes = {_place_state(part) for part in place.split("/")}
        return codes.pop() if len(codes - {None}) == 1 == len(codes) else None
    for part in place.split(","):
        code = code_of(part.strip()) or code_of(part.strip(" .").title())
        if code is not None and len(code) == 3 and code != "SUN":
            return code
    return None


def _press_state(page: Page) -> str | None:
    """The home of the medium that a dateline, credit or byline names: of the first with a home."""
    known = _media().keys()
    for paragraph in page.paragraphs:
        if paragraph.kind == "body" and paragraph.position > 6:
            continue
        text = paragraph.text[: 120 if paragraph.kind in ("body", "dateline") else 200].replace("’", "'")
        if known.isdisjoint([word.rstrip(".") for word in _CAPITAL.findall(text)]):
            continue
        for match in _CAPITALS.finditer(text):
            code = _medium([word.rstrip(".") for word in match[0].split()])
            if code is not None:
                return code
    return None


def _medium(words: list[str]) -> str | None:
    """The home of the first medium that `words` name."""
    for first, word in enumerate(words):
        for rest, code in _media().get(word, ()):
            if matches(words, first, rest):
                return code
    return None


@cache
def _media() -> dict[str, tuple[tuple[tuple[str, ...], str | None], ...]]:
    """As `bodies`: first word of a paper or agency to what follows it, and its home."""
    found = {
        first: tuple((rest, body.code) for rest, body in group if body.kind in _PRESS)
        for first, group in bodies().items()
    }
    return {first: group for first, group in found.items() if group}
