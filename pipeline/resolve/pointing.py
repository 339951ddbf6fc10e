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
from pipeline.resolve.acts import act_stems, family, tells_nothing
from pipeline.resolve.wording import content_words, stems

LONGEST_NEAR = 7
LONGEST_VAGUE = 31
"""Days: of what a longer time is given for there can be more than one."""
_WORDS = r"(?:(?!(?:an?|and|as|at|but|by|for|from|in|of|on|or|the|to|with)\s)[\w’'-]{1,20}\s){0,3}\Z"
_AHEAD_OF_NOUN = re.compile(r"(?P<owns>['’]s?)?\s" + _WORDS)
"""Between a date and the noun that it describes ("Monday's closed-door talks", "the 1995 security pact")."""
_BEHIND_NOUN = re.compile(
    r"(?P<place>\s(?:at|in)\s(?:[A-Z][\w.-]{1,20}\s?){1,3}(?<!\s))?\s(?:(?:(?:set|scheduled)\s)?(?:held|of|in|on|from|for)\s)?\Z"
)
"""Between a noun and its date ("the talks on Monday", "the visit last week")."""
_INDEFINITE = re.compile(r"\b(?:an?|another|one|new|fresh)\s(?:[\w-]{1,16}\s){0,2}\Z", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|his|her|its|their|our|my)|[a-z]['’]s|s['’])\s" + _WORDS, re.IGNORECASE
)
_WITH_WHOM = re.compile(r"(?:\s[\w.,]{1,12}){0,3}\s(?:with|between|by)\s")
"""Behind a noun, or behind the date that follows it."""
_NEAR = 60


Pointing = Literal["", "behind", "ahead"]
"""Where the date of a definite noun stands, which so points back; empty for what does not."""


@lru_cache(maxsize=1 << 12)
def points_back(event: Event) -> Pointing:
    """Whether the event is a definite noun right beside its date."""
    if event.rule == "linked":
        return "behind" if _takes_place(event) else ""
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
        is_known = (
            link["owns"] is not None
            or event.date_text[-4:].isdigit()
            or _INDEFINITE.search(text[max(0, day - _NEAR) : day]) is None
        )
        return "ahead" if is_known else ""
    link = _BEHIND_NOUN.fullmatch(text[noun_end:day]) if noun_end < day else None
    if link is None or (link["place"] and (event.date_end - event.date_start).days >= LONGEST_NEAR):
        return ""
    return "behind" if _DEFINITE.search(text[max(0, noun - _NEAR) : noun]) is not None else ""


def _takes_place(event: Event) -> bool:
    """Whether the event only says of its occasion that it takes place ("after the talks began", "once the talks are
    over")."""
    return tells_nothing(event) and bool(act_stems(event) & stems(event.date_text))


def without_pointers(events: Sequence[Event], is_story: Callable[[Event], bool]) -> list[Event]:
    """`events` without those that point back to another of them, one that `is_story`, in running text."""
    pointers = {number for number, event in enumerate(events) if points_back(event)}
    if not pointers:
        return list(events)
    telling: dict[str, list[Event]] = {}
    for number, event in enumerate(events):
        if number not in pointers and is_story(event) and event.rule != "linked":
            telling.setdefault(event.event_type, []).append(event)
    kept: list[Event] = []
    for number, event in enumerate(events):
        others = telling.setdefault(event.event_type, [])
        if number in pointers:
            if any(_is_told_by(event, other) for other in others):
                continue
            if is_story(event):
                others.append(event)  # the first of several that point to what no other row tells
        kept.append(event)
    return kept


def _is_told_by(pointer: Event, other: Event) -> bool:
    """Whether `other` tells of what `pointer` points back to."""
    if not other.date_start >= pointer.date_start or not other.date_end <= pointer.date_end:
        return False
    one, two = set(pointer.countries), set(other.countries)
    if not one & two or not (one <= two or two <= one) or other.char_start == pointer.char_start:
        return False
    if other.status != pointer.status:
        return False
    if _names_whom(pointer) and not are_nested(pointer.participants, other.participants):
        return False
    noun = act_stems(pointer) if pointer.rule == "linked" else stems(pointer.trigger.rsplit(None, 1)[-1])
    if points_back(other):
        same_time = (other.date_start, other.date_end) == (pointer.date_start, pointer.date_end)
        return same_time and noun == stems(other.trigger.rsplit(None, 1)[-1])
    is_named = bool(noun & (act_stems(other) | content_words(other.evidence)))
    if (other.date_start, other.date_end) == (pointer.date_start, pointer.date_end):
        return is_named or bool(family(noun) & family(act_stems(other)))
    is_short = (pointer.date_end - pointer.date_start).days < LONGEST_VAGUE
    return is_named and is_short and points_back(pointer) == "ahead"


def _names_whom(event: Event) -> bool:
    end = event.evidence.find(event.trigger) + len(event.trigger)
    return _WITH_WHOM.match(event.evidence, end) is not None


def are_nested(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one of two lists of people holds the other."""
    return set(some) <= set(others) or set(others) <= set(some)
