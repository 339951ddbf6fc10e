"""Verbs and nouns that tell of a mood, a market or a prospect and of no occurrence: "hopes faded on Tuesday", "fears of
a new war grew", "futures slipped"; questions ("asked whether").

What tells a figure is `statistics`' business.
"""

import re
from itertools import pairwise

from pipeline.extract.events.phrases import subject_phrases
from pipeline.extract.events.tokens import Tokens, word_class
from pipeline.extract.events.trigger import Trigger

_OF = frozenset({"about", "for", "of", "over", "that"})
_ASKED = re.compile(r"\s(?:(?!to\b|for\b|that\b|not\b)[\w'’.-]{1,20}\s){0,10}(?:about|if|whether|why|how|what|when)\b")
"""Behind "asked": a question, which demands nothing."""
_CLOSED_AT = re.compile(
    r"\s(?:at\s(?:an?\s|its\s|the\s)?(?:[\w-]{2,12}\s){0,2}(?:high|low|level|price)|at\s\W?\d|up\s|down\s|higher|lower|flat\b|"
    r"high\b|low\b|price)"
)
"""Behind "closed" and "closing": what a share cost."""
_HOW = frozenset({"debate", "disastrous", "dismal", "economic", "faltering", "halting", "poor", "shaky", "strong"})
"""Words ahead of a performance that is no show."""
_REACH = 5
"""How many words ahead of an event noun the hope or the fear of it stands."""


def is_mood(sentence: str, tokens: Tokens, trigger: Trigger) -> bool:
    """True where the subject of an active verb is no actor, and for an event that is only hoped for or feared; for
    a question, which demands nothing."""
    match trigger.lemma:
        case "ask":
            return _ASKED.match(sentence, trigger.end) is not None
        case "close" if _CLOSED_AT.match(sentence, trigger.end):
            return True
        case "performance" if not _HOW.isdisjoint(tokens.lowers[max(0, trigger.token - 1) : trigger.token]):
            return True
        case _:
            return _of_a_mood(sentence, tokens, trigger)


def _of_a_mood(sentence: str, tokens: Tokens, trigger: Trigger) -> bool:
    moods = word_class("mood")
    if moods.isdisjoint(tokens.lowers[: trigger.token]):
        return False
    low = trigger.token - _REACH if trigger.token > _REACH else 0
    if trigger.pos == "noun":
        before = tokens.lowers[low : trigger.token]
        return any(word in moods and after in _OF for word, after in pairwise(before))
    if trigger.passive:
        return False
    phrases = subject_phrases(sentence, tokens, trigger)
    last = phrases[0][-1] if phrases else -1
    if last < 0 or (last > 0 and tokens.upper(last)) or tokens.lowers[last + 1] == "to":
        return False  # "the Economy and Trade Minister", "Peru hopes to"
    head = tokens.lowers[last]
    return head in moods and (trigger.kind == "general" or head not in word_class("bond"))
