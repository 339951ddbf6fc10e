"""Dates that stand alone in a line and head what follows, in digests, diaries and programmes ("Monday", "10 May")."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.events.clauses import clause_at, clause_bounds
from pipeline.extract.events.governed import Governed
from pipeline.extract.events.labels import label_end
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.facts import DateMention
from pipeline.text.page import Page, Sentence

_FEWEST = 2
"""Days that head parts of a page with which it is a digest: one day alone in a line, or in two, is that of the page."""
_DAYS = ("day", "range")
_COMING = re.compile(r"\b(?:would|(?:is|are|was|were)\sto)\b")
"""What is to be, by what was decided on the day, is no act of it."""
_LONGEST = 40
"""Characters of a line that heads what follows."""


def headings(page: Page, dates: Sequence[DateMention]) -> dict[int, DateMention]:
    """Position of each paragraph that a date heads to that date; empty for a page that is no digest."""
    found: dict[int, DateMention] = {}
    heading: DateMention | None = None
    for paragraph in page.paragraphs:
        if paragraph.char_end - paragraph.char_start <= _LONGEST:
            heading = _alone(paragraph.text, paragraph.char_start, paragraph.char_end, dates)
        elif heading is not None and paragraph.kind == "body":
            found[paragraph.position] = heading
    lines = _lines(page, dates)
    days = {(mention.date_start, mention.date_end) for mention in found.values()}
    return (found if len(days) >= _FEWEST else {}) | (lines if len(lines) >= _FEWEST else {})


def _lines(page: Page, dates: Sequence[DateMention]) -> dict[int, DateMention]:
    """Position of each paragraph that a date label opens, to that date: the line of a chronology."""
    found: dict[int, DateMention] = {}
    for paragraph in page.paragraphs:
        label = label_end(paragraph.text)
        if label:
            first = bisect_left(dates, paragraph.char_start, key=lambda mention: mention.char_start)
            mention = dates[first] if first < len(dates) else None
            if mention is not None and mention.char_end <= paragraph.char_start + label and mention.precision in _DAYS:
                found[paragraph.position] = mention
    return found


def _alone(text: str, start: int, end: int, dates: Sequence[DateMention]) -> DateMention | None:
    """The day that is all that a line says."""
    first = bisect_left(dates, start, key=lambda mention: mention.char_start)
    if first == len(dates) or dates[first].char_end > end:
        return None
    mention = dates[first]
    rest = text[: mention.char_start - start] + text[mention.char_end - start :]
    days = mention.date_start is not None and mention.precision in _DAYS
    return mention if days and not any(c.isalnum() for c in rest) else None


def headed(sentence: Sentence, triggers: Sequence[Trigger], heading: DateMention) -> list[Governed]:
    """What a sentence without a date of its own tells, on the day that heads it: its first act, else its first noun."""
    acts = [t for t in triggers if t.pos == "verb" and t.finite and t.kind in ("content", "light")]
    act = next(iter(acts), None) or next((t for t in triggers if t.kind == "noun"), None)
    if act is None:
        return []
    if _COMING.search(sentence.text, 0, act.start):
        return []
    start = sentence.char_start
    bounds = clause_bounds(sentence.text)
    mention = replace(heading, char_start=start, char_end=start, method="relative")
    return [Governed(act, mention, "heading", bounds[clause_at(bounds, act.start)])]
