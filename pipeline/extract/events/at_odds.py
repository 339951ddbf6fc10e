"""A verb and a date that speak against each other: what has been said is not of a day to come, and what will be done is
not of one that is over. Such a date belongs to what the verb is about ("dismissed the talks next week")."""

from dataclasses import replace
from datetime import date

from pipeline.extract.events.governed import Governed
from pipeline.extract.events.tokens import Tokens
from pipeline.extract.events.triggers import last_noun

_WORDS = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of what is done by saying it."""
_LATER = frozenset({"change", "delay", "extend", "postpone", "push", "reschedule", "schedule", "set", "shift", "slate"})
"""First words of lemmas of what is done to a day to come."""


def of_its_time(
    sentence: str, tokens: Tokens, offset: int, item: Governed, published_on: date | None
) -> Governed | None:
    """`item`, or the event of its date that the verb is only about; None where the date is that of something else."""
    told, day = item.trigger, item.date
    if published_on is None or item.rule != "verb_date" or day.date_start is None or day.date_end is None:
        return item
    start = day.char_start - offset
    if told.form in ("past", "participle") and not told.future and day.date_start > published_on:
        if told.lemma.split()[0] in _LATER or sentence.endswith(" be ", 0, told.start):
            return item
        lost = told.event_type in _WORDS and told.end <= start
    elif told.future and day.date_end < published_on:
        lost = " took " not in sentence[told.end : start]
    else:
        return item
    noun = last_noun(tokens, told.end, start)
    if noun is not None and "," not in sentence[noun.end : start]:
        return replace(item, trigger=noun, rule="noun_date")
    return None if lost else item
