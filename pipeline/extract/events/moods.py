"""Verbs and nouns that tell of a mood, a market or a prospect and of no occurrence: "hopes faded on Tuesday", "fears of
a new war grew", "futures slipped"; questions ("asked whether"), conditions ("if he wins in May").

What tells a figure is `statistics`' business.
"""

import re
from itertools import pairwise

from pipeline.extract.events.phrases import subject_phrases
from pipeline.extract.events.tokens import Tokens, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.inflection import finite_words

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
_IF = frozenset({"if", "unless"})
_HELPS = frozenset({"be", "been", "do", "not", "never", "also"})
_OWN_CLAUSE = re.compile(r"[,;:–—]|--|\b(?:after|although|as|because|before|since|that|when|where|which|while|who)\b")
"""Behind "if": another clause begins, and what that tells of is no condition."""
_CONDITION = 10
"""Words behind "if" within which its verb stands."""
_REACH = 5
"""How many words ahead of an event noun the hope or the fear of it stands."""


def is_mood(sentence: str, tokens: Tokens, trigger: Trigger) -> bool:
    """True where the subject of an active verb is no actor, and for an event that is only hoped for or feared; for
    a question, which demands nothing."""
    if trigger.pos == "verb" and not _IF.isdisjoint(tokens.lowers) and _is_condition(sentence, tokens, trigger):
        return True
    match trigger.lemma:
        case "ask":
            return _ASKED.match(sentence, trigger.end) is not None
        case "close" if _CLOSED_AT.match(sentence, trigger.end):
            return True
        case "performance" if not _HOW.isdisjoint(tokens.lowers[max(0, trigger.token - 1) : trigger.token]):
            return True
        case _:
            return _of_a_mood(sentence, tokens, trigger)


def _is_condition(sentence: str, tokens: Tokens, trigger: Trigger) -> bool:
    """True for what will, or would, be done only if it comes to it: "unless the rebels give up by May"."""
    for at in range(trigger.token - 1, max(-1, trigger.token - _CONDITION), -1):
        if tokens.lowers[at] in _IF:
            own = _OWN_CLAUSE.search(sentence, tokens.ends[at], trigger.start) is not None
            return not own and _is_first_verb(tokens.lowers[at + 1 : trigger.token])
    return False


def _is_first_verb(before: tuple[str, ...]) -> bool:
    """True where no verb stands among the words `before` a verb, its helping ones left out ("if the vow is kept")."""
    last = len(before)
    while last and (before[last - 1] in _HELPS or before[last - 1] in word_class("helping")):
        last -= 1
    return finite_words().isdisjoint(before[:last])


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
