"""Occasions and documents of a known year that a page names: what it says of itself without printing a date.

The lexicons known_events and un_resolutions hold the facts; what follows from them is `inference`'s business.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date

from pipeline.extract.tense import direction
from pipeline.lexicon.table import rows
from pipeline.text.chunks import Sought, placed_chunks
from pipeline.text.page import Page, Sentence
from pipeline.values import value

_EVENTS = {row["form"]: (date(int(row["year"]), int(row["month"]), 1), row["kind"]) for row in rows("known_events")}
_EVENT = re.compile("|".join(re.escape(form) for form in sorted(_EVENTS, key=lambda f: (-len(f), f))))
_OPENING = tuple(sorted({form.split(" ")[0] for form in _EVENTS if " " in form}))
"""The words with which a blank follows in a form."""
_ALONE = tuple(sorted(form for form in _EVENTS if " " not in form))
_OPENS = Sought[bool](lambda chunk: chunk.rstrip().endswith(_OPENING) or any(form in chunk for form in _ALONE))
"""Whether a form may begin in a chunk."""
_AHEAD = re.compile(
    r"\b(?:ahead\sof|before|bid\sfor|candidate\sfor|coming|for|next|preparations?\sfor|upcoming|until)"
    r"\s(?:(?:the|this|their|its)\s)?(?:[\w'’-]{1,15}\s){0,2}\Z"
)
"""What leads up to an occasion says nothing of its being over."""
_LAST = tuple(int(row["last"]) for row in rows("un_resolutions"))
_YEARS = tuple(int(row["year"]) for row in rows("un_resolutions"))
_FIRST = 647
"""The council's first resolution of 1990, with which the table begins."""
_RESOLUTION = re.compile(r"\b[Rr]esolutions?\s(?:Nos?\.?\s)?(?P<number>\d{3,4})\b(?![/,.]?\d)")
_WORD = "esolution"
_COUNCIL = re.compile(r"\bSecurity\sCouncil\b|\bU\.?N\.?(?:SC)?\b|\bUnited\sNations\b")


@value(frozen=True, slots=True)
class Known:
    """What the names in a page tell of its year."""

    occasions: tuple[tuple[date, str], ...]
    """First days of the months of occasions told as past, each with its words: the page's day is not far behind."""
    since: tuple[date, str] | None
    """The latest day that something named began to be, with its words: the page's day is no earlier, and may be much
    later."""


def known_times(page: Page) -> Known:
    """The occasions and other things of a known year that the page names as past.

    What is told as to come, or led up to ("ahead of the Sochi Winter Olympics"), gives nothing; a resolution of the
    Security Council has been there since the first day of its year.
    """
    occasions: list[tuple[date, str]] = []
    since: list[tuple[date, str]] = []
    for sentence in _naming(page):
        for match in _EVENT.finditer(sentence.text):
            if direction(sentence.text, match.start(), match.end()) == "future":
                continue
            day, kind = _EVENTS[match.group()]
            if kind == "since":
                since.append((day, match.group()))
            elif not _AHEAD.search(sentence.text, max(0, match.start() - 50), match.start()):
                occasions.append((day, match.group()))
    since += _resolutions(page)
    return Known(tuple(occasions), max(since, default=None))


def _naming(page: Page) -> Iterator[Sentence]:
    """The sentences in which a form may begin."""
    chunks, starts = placed_chunks(page.text)
    places = [at for at, _ in _OPENS.places(page.text)]
    ends = [starts[at] + len(chunks[at]) for at in places]
    for sentence in page.sentences if places else ():
        first = bisect_right(ends, sentence.char_start)
        if first < len(places) and starts[places[first]] < sentence.char_end:
            yield sentence


def _resolutions(page: Page) -> list[tuple[date, str]]:
    """The first days of the years of the Security Council's resolutions that the page names by number."""
    at = page.text.find(_WORD, 1)
    found = list[tuple[date, str]]()
    while at > 0:
        match = _RESOLUTION.match(page.text, at - 1)
        number = int(match["number"]) if match is not None else 0
        if match is not None and _FIRST <= number <= _LAST[-1]:
            found.append((date(_YEARS[bisect_left(_LAST, number)], 1, 1), match.group()))
        at = page.text.find(_WORD, at + 1)
    return found if found and _COUNCIL.search(page.text) is not None else []
