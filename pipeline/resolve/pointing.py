"""Rows that point back to what another row of their article tells: "Monday's talks", "the 1995 pact".

What a definite noun has a date for is known by then. Another row of the same kind at that time, between the same
states, tells of it: of that day, by a word of the same family or by the noun itself; of a day within the week or month
that the noun has, by the noun itself alone.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

from pipeline.extract.facts import Event
from pipeline.resolve.acts import act_stems, family
from pipeline.resolve.wording import content_words, stems

LONGEST_VAGUE = 31
"""Days: of what a longer time is given for there can be more than one."""
_WORDS = r"(?:(?!(?:an?|and|as|at|but|by|for|from|in|of|on|or|the|to|with)\s)[\w’'-]{1,20}\s){0,3}\Z"
_AHEAD_OF_NOUN = re.compile(r"(?P<owns>['’]s?)?\s" + _WORDS)
"""Between a date and the noun that it describes ("Monday's closed-door talks", "the 1995 security pact")."""
_BEHIND_NOUN = re.compile(r"\s(?:(?:held|of|in|on|from|for)\s)?\Z")
"""Between a noun and its date ("the talks on Monday", "the visit last week")."""
_INDEFINITE = re.compile(r"\b(?:an?|another|one|new|fresh)\s(?:[\w-]{1,16}\s){0,2}\Z", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|his|her|its|their|our|my)|[a-z]['’]s|s['’])\s" + _WORDS, re.IGNORECASE
)
_WITH_WHOM = re.compile(r"\s(?:with|between|by)\s")
_NEAR = 60


Pointing = Literal["", "behind", "ahead"]
"""Where the date of a definite noun stands, which so points back; empty for what does not."""


@lru_cache(maxsize=1 << 12)
def points_back(event: Event) -> Pointing:
    """Whether the event is a definite noun right beside its date."""
    if event.rule != "noun_date":
        return ""
    text = event.evidence
    noun, day = text.find(event.trigger), text.find(event.date_text)
    while 0 <= noun < day and (again := text.find(event.trigger, noun + 1)) >= 0 and again < day:
        noun = again
    if noun < 0 or day < 0:
        return ""
    noun_end, day_end = noun + len(event.trigger), day + len(event.date_text)
    if day_end <= noun:
        if (link := _AHEAD_OF_NOUN.match(text[day_end:noun])) is None:
            return ""
        known = link["owns"] is not None or _INDEFINITE.search(text[max(0, day - _NEAR) : day]) is None
        return "ahead" if known else ""
    if noun_end > day or _BEHIND_NOUN.fullmatch(text[noun_end:day]) is None:
        return ""
    return "behind" if _DEFINITE.search(text[max(0, noun - _NEAR) : noun]) is not None else ""


def without_pointers(events: Sequence[Event], is_story: Callable[[Event], bool]) -> list[Event]:
    """`events` without those that point back to another of them, one that `is_story`, in running text."""
    pointers = {number for number, event in enumerate(events) if points_back(event)}
    if not pointers:
        return list(events)
    telling: dict[str, list[Event]] = {}
    for number, event in enumerate(events):
        if number not in pointers and is_story(event):
            telling.setdefault(event.event_type, []).append(event)
    return [
        event
        for number, event in enumerate(events)
        if number not in pointers or not any(_is_told_by(event, other) for other in telling.get(event.event_type, ()))
    ]


def _is_told_by(pointer: Event, other: Event) -> bool:
    """Whether `other` tells of what `pointer` points back to."""
    if not other.date_start >= pointer.date_start or not other.date_end <= pointer.date_end:
        return False
    one, two = set(pointer.countries), set(other.countries)
    if not one & two or not (one <= two or two <= one) or other.char_start == pointer.char_start:
        return False
    if other.status != pointer.status:
        return False
    if _names_whom(pointer) and not _fit(pointer.participants, other.participants):
        return False
    noun = stems(pointer.trigger.rsplit(None, 1)[-1])
    is_named = bool(noun & (act_stems(other) | content_words(other.evidence)))
    if (other.date_start, other.date_end) == (pointer.date_start, pointer.date_end):
        return is_named or bool(family(noun) & family(act_stems(other)))
    is_short = (pointer.date_end - pointer.date_start).days < LONGEST_VAGUE
    return is_named and is_short and points_back(pointer) == "ahead"


def _names_whom(event: Event) -> bool:
    end = event.evidence.find(event.trigger) + len(event.trigger)
    return _WITH_WHOM.match(event.evidence, end) is not None


def _fit(some: Sequence[str], others: Sequence[str]) -> bool:
    return set(some) <= set(others) or set(others) <= set(some)
