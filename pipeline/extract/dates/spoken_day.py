"""The day that a story calls today: "tomorrow, Tuesday, 5 May 2026", "yesterday (May 3, 2026)"."""

import re
from datetime import date, timedelta

from pipeline.text.fulldate import find_full_dates
from pipeline.text.page import Page
from pipeline.text.parts import holds_any
from pipeline.values import value

_WORDS = re.compile(
    r"\b(?:(?P<today>today|this\s(?:morning|afternoon|evening)|tonight)|(?P<tomorrow>tomorrow)|(?P<yesterday>yesterday))"
    r"(?:\s(?:morning|afternoon|evening|night))?(?:,\s{0,2}|\s?\(|\s[–—-]\s|\s)(?:the\s)?",
    re.IGNORECASE,
)
_SPOKEN = ("today", "tonight", "tomorrow", "yesterday", "morning", "afternoon", "evening")
"""One of these is part of all that `_WORDS` finds."""
_LONGEST = 40
"""Characters of a date with its weekday."""
_QUOTES = re.compile(r"[\"“”]")


@value(frozen=True, slots=True)
class SpokenDay:
    """The day of publication by the story's own words."""

    day: date
    words: str
    """The words that name it."""


def spoken_day(page: Page) -> SpokenDay | None:
    """The day that the running text calls today, None where it names none or two; what is quoted tells nothing."""
    found: dict[date, str] = {}
    lowered = page.text.lower()
    for sentence in page.sentences if holds_any(lowered, _SPOKEN) else ():
        for match in _WORDS.finditer(sentence.text):
            behind = sentence.text[match.end() : match.end() + _LONGEST]
            dates = [full for full in find_full_dates(behind) if full.char_start == 0 and full.day is not None]
            if not dates or len(_QUOTES.findall(sentence.text[: match.start()])) % 2:
                continue
            shift = 1 if match["yesterday"] else -1 if match["tomorrow"] else 0
            day = dates[0].readings[0] + timedelta(days=shift)
            found.setdefault(day, match.group() + dates[0].text)
    if len(found) != 1:
        return None
    return next(SpokenDay(day, words) for day, words in found.items())
