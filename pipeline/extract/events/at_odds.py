"""A verb and a date that speak against each other: what has been said is not of a day to come, and what will be done is
not of one that is over. Such a date belongs to what the verb is about ("dismissed the talks next week")."""

import re
from dataclasses import replace
from datetime import date, timedelta

from pipeline.extract.events.governed import Governed
from pipeline.extract.events.tokens import Tokens
from pipeline.extract.events.triggers import last_noun

_WORDS = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of what is done by saying it."""
_LATER = frozenset(
    {"change", "delay", "extend", "postpone", "push", "put", "reschedule", "schedule", "set", "shift", "slate"}
)
"""First words of lemmas of what is done to a day to come."""
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_WEEK = timedelta(days=7)
_TO_DO = re.compile(r"\sto\s(?!(?:an?|her|his|its|our|the|their)\b)[a-z]{2,14}\s")
"""What one has agreed or been asked to do then."""
_FAR = 40
"""Characters behind such a verb beyond which a date told in full is not its own."""


def of_its_time(
    sentence: str, tokens: Tokens, offset: int, item: Governed, published_on: date | None
) -> Governed | None:
    """`item`, or the event of its date that the verb is only about; None where the date is that of something else.

    A weekday is the last one then: "urged Chad to free the crew on Monday".
    """
    told, day = item.trigger, item.date
    if published_on is None or item.rule != "verb_date" or day.date_start is None or day.date_end is None:
        return item
    start = day.char_start - offset
    between = sentence[told.end : start]
    if told.form in ("past", "participle") and not told.future and day.date_start > published_on:
        said = told.event_type in _WORDS
        if (
            told.lemma == "call"
            or told.lemma.split()[0] in _LATER
            or (told.passive and not said)
            or sentence.endswith(" be ", 0, told.start)
        ):
            return item
        lost = said and (len(between) > _FAR or (day.method == "relative" and told.end <= start))
        if said and _WEEKDAY.fullmatch(day.text) and not between.endswith((" for ", "ing ")):
            week = timedelta(0) if _TO_DO.search(between) else _WEEK
            return replace(item, date=replace(day, date_start=day.date_start - week, date_end=day.date_end - week))
        lost = lost and _TO_DO.search(between) is None
    elif told.future and day.date_end < published_on:
        lost = " took " not in between and " had " not in sentence[max(0, told.start - 24) : told.start]
    else:
        return item
    noun = last_noun(tokens, told.end, start)
    behind = sentence[noun.end : start] if noun is not None else ""
    if noun is not None and "," not in behind and " and on " not in behind:
        return replace(item, trigger=noun, rule="noun_date")
    return None if lost else item
