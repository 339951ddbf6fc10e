"""Words for acts whose subject acts for no state, so that they make no row: an economy that contracts, sales that miss
a target, prices that ease or return to a level, a month that brings something, scholars who warn.

What makes no act of a verb of speech behind it is `no_acts`' business, figures over a period that of `statistics`.
"""

import re

from pipeline.extract.dates.words import alternatives
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.vocabulary import vocabulary, word_before

_LOOK = 120
"""Characters ahead of a verb in which its subject stands."""
_ECONOMIC = frozenset(
    {"activity", "consumption", "currency", "deficit", "demand", "economies", "economy", "exports", "gdp", "growth",
     "imports", "inflation", "investment", "manufacturing", "market", "markets", "output", "price", "prices", "product",
     "production", "sales", "sector", "spending", "surplus", "yield", "yields"}
)  # fmt: skip
_TIMES = frozenset(
    {"april", "august", "decade", "december", "february", "has", "is", "january", "july", "june", "march", "may",
     "might", "month", "november", "october", "quarter", "september", "to", "week", "will", "would", "year"}
)  # fmt: skip
"""Words right ahead of a verb that a time is the subject of."""
_ECONOMY = (
    r"(?:activity|consumption|currency|deficit|demand|economy|economies|exports|GDP|growth|imports|inflation|investment|"
    r"manufacturing|market|markets|output|prices?|product|production|sales|sector|spending|surplus|yields?)"
)
_ECONOMY_AHEAD = re.compile(
    rf"\b{_ECONOMY}\s(?:(?:again|already|also|are|could|had|has|have|is|may|might|still|then|to|was|were|will|would|[a-z]{{2,14}}ly)\s){{0,4}}\Z"
)
_NOT_SUBJECT = re.compile(
    rf"\b(?:at|between|by|for|from|in|of|on|to|with)\s(?:[\w'’-]{{1,20}}\s){{0,4}}{_ECONOMY}\s[a-z\s]{{0,60}}\Z"
)
"""Ahead of a verb: the economy that it speaks of stands within a phrase, and somebody else acts."""
_BEGINS = frozenset(
    {"begin", "cease", "come on stream", "commence", "continue", "halt", "open", "reopen", "restart", "resume",
     "start", "stop", "take effect"}
)  # fmt: skip
"""What trade does by itself and is an occurrence: it begins, or it stops."""
_TIME_AHEAD = re.compile(
    r"(?:\A|[.;:“\"–]\s?|(?:\b(?:[Aa]s|[Bb]ecause|[Ii]f|that|[Ww]hen|[Ww]hile)\s))(?:[Tt]he\s)?(?:year\s)?"
    rf"(?:(?:\d{{1,2}}\s)?{alternatives('month')}(?:\s\d{{1,2}})?(?:,?\s(?:19|20)\d\d)?|(?:19|20)\d\d|(?:[Tt]his|[Ll]ast|[Nn]ext)\s(?:decade|month|quarter|week|year))\s"
    r"(?:(?:also|already|could|had|has|is|may|might|set|to|was|will|would)\s){0,4}\Z"
)
"""Ahead of a verb: a month or a year, which does nothing ("February taught us")."""
_KEPT = re.compile(r"\s(?:the\s|its\s)?(?:[\w'’-]{1,20}\s){0,5}?(?:anniversary|birthday|centenary|Day|jubilee)\b")
"""Behind "marks": what is kept on that day."""
_INTO_TIME = re.compile(
    rf"\s(?:(?:closer|deeper|far|further|on|well)\s)?(?:into|through|to|toward|towards)\s(?:the\s)?(?:(?:early|late|mid|new)[\s-])?(?:{alternatives('month')}\b|(?:19|20)\d\d\b|"
    r"(?:(?:first|second|third|fourth|next|final)\s)?(?:half|month|quarter|season|week|year)\b)"
)
"""Behind "move": a time that comes to whoever is there."""
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
    active = trigger.pos == "verb" and not trigger.passive and trigger.form != "ing"
    if active and (_is_of_the_economy(sentence, trigger) or _is_of_a_time(sentence, trigger)):
        return True
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


def _is_of_the_economy(sentence: str, trigger: Trigger) -> bool:
    """True for "sales missed the target", "the market closed lower"."""
    if trigger.lemma in _BEGINS or _ECONOMIC.isdisjoint(vocabulary(sentence)):
        return False
    low = max(0, trigger.start - _LOOK)
    if _ECONOMY_AHEAD.search(sentence, low, trigger.start) is None:
        return False
    return _NOT_SUBJECT.search(sentence, low, trigger.start) is None


def _is_of_a_time(sentence: str, trigger: Trigger) -> bool:
    """True for "2016 may offer more", "as we move into May"."""
    if trigger.lemma in ("head", "move") and _INTO_TIME.match(sentence, trigger.end):
        return True
    if sentence[trigger.start - 2 : trigger.start - 1] == ",":
        return False
    last = word_before(sentence, trigger.start)
    if last not in _TIMES and not last.isdigit():
        return False
    ahead = _TIME_AHEAD.search(sentence, max(0, trigger.start - 45), trigger.start)
    if ahead is None or ahead.group().split()[:1] == ["May"]:
        return False  # Mrs May
    return _KEPT.match(sentence, trigger.end) is None
