"""Words for acts whose subject acts for no state, so that they make no row: an economy that contracts, prices that ease
or return to a level, scholars who warn.

What makes no act of a verb of speech behind it is `no_acts`' business, figures over a period that of `statistics`.
"""

import re

from pipeline.extract.events.trigger import Trigger

_LOOK = 120
"""Characters ahead of a verb in which its subject stands."""
_ECONOMY = (
    r"(?:activity|consumption|currency|deficit|demand|economy|economies|exports|GDP|growth|imports|inflation|investment|"
    r"manufacturing|market|markets|output|prices?|product|production|sales|sector|spending|surplus|yields?)"
)
_ECONOMY_AHEAD = re.compile(
    rf"\b{_ECONOMY}\s(?:(?:again|already|also|are|could|had|has|have|is|may|might|still|then|to|was|were|will|would|[a-z]{{2,14}}ly)\s){{0,4}}\Z"
)
_EASED = re.compile(r"\s(?:of\s)?(?:the\s|its\s)?(?:[a-z-]{2,14}\s){0,2}(?:costs|demand|inflation|pressures?|prices)\b")
"""Behind "easing": what eases of itself."""
_TO_LEVEL = re.compile(
    r"\sto\s(?:(?:about|above|around|below|just|near|nearly|over|under)\s){0,2}"
    r"(?:[A-Z]{0,3}[$€£¥₩]\s?\d|\d|deficit\b|growth\b|normal\b|pre-|profit\b|surplus\b)"
)
"""Behind "return": a level, and no place."""
_SCHOLARS = re.compile(
    r"\b(?:[Aa]cademics?|[Aa]nalysts?|[Ee]conomists?|[Ee]xperts?|[Rr]esearchers?|[Ss]cholars?|[Ss]cientists?|[Ss]tud(?:y|ies)|[Ss]urveys?)"
    r"(?:\s(?:at|by|from|in|of|with)\s[^;:“”\"]{3,90}?)?\s(?:(?:also|again|had|has|have|repeatedly)\s){0,2}\Z"
)
_JUDGED = re.compile(
    r"\b(?:any\ssuch|be|been|biggest|called|considered|greatest|is|largest|main|mega|was)\s(?:[\w'’-]{1,20}\s){0,4}\Z"
)
"""Ahead of a move or an event: what is thought of it."""
_YEAR_OF = re.compile(r"\b[Yy]ear\sof\s(?:[\w'’-]{1,20}\s){0,4}\Z")
"""Ahead of what a year is given to."""
_SPEECH = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "THREATEN"})


def is_nobodys(sentence: str, trigger: Trigger) -> bool:
    """True for a verb or noun that tells of no act of a state, whoever is named beside it."""
    lemma, start = trigger.lemma, trigger.start
    if lemma == "contract" and trigger.pos == "verb":
        return _ECONOMY_AHEAD.search(sentence, max(0, start - _LOOK), start) is not None
    if lemma in ("ease", "easing") and trigger.form in ("ing", "one"):
        return _EASED.match(sentence, trigger.end) is not None
    if lemma in ("return", "return to"):
        at = trigger.end - len(" to") if lemma.endswith(" to") else trigger.end
        return _TO_LEVEL.match(sentence, at) is not None
    if trigger.pos == "noun" and lemma in ("event", "exchange", "move"):
        thought = _YEAR_OF if lemma == "exchange" else _JUDGED
        return thought.search(sentence, max(0, start - 70), start) is not None
    if trigger.event_type in _SPEECH and trigger.pos == "verb" and not trigger.passive:
        return _SCHOLARS.search(sentence, max(0, start - _LOOK), start) is not None
    return False
