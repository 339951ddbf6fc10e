"""What nobody did and what never was: verbs whose subject says no ("No envoy came", "Neither side attended").

A verb with "not" beside it is told from the words around it, in `triggers`.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.tokens import tokenize, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.inflection import finite_words
from pipeline.extract.vocabulary import vocabulary

_SIGNS = frozenset({"no", "nobody", "none", "neither"})
_SUBJECT = re.compile(
    r"(?:\A\W{0,3}|[,;:]\s(?:and\s|but\s|while\s)?|\b(?:that|but|because)\s)"
    r"(?:[Nn]o\s(?!doubt\b|fewer\b|later\b|less\b|longer\b|matter\b|more\b|only\b|sooner\b|wonder\b)|[Nn]one\sof\s|"
    r"[Nn]either\s|[Nn]obody\s)(?P<words>(?:[\w'’-]{1,24}\s){0,8})\Z"
)
_ASKED = frozenset({"whether", "if"})
_UNKNOWN = re.compile(
    r"\b(?:unclear|unknown|uncertain|unsure|(?:not|yet\sto\sbe|n['’]t)\s(?:(?:been|immediately|yet|fully|officially|independently)\s){0,2}"
    r"(?:clear|certain|confirmed|decided|disclosed|known|mentioned|revealed|said|sure)|remains?\sto\sbe\sseen)\s(?:whether|if)\s"
)
"""What follows is not told: nobody knows it."""
_NO_COUNT = re.compile(r"\sno\s(?:doubt|fewer|later|less|longer|more|sooner)\b")
_LOOK = 140
_OTHERS = frozenset({"and", "but", "he", "it", "she", "that", "they", "to", "when", "which", "while", "who", "whom"})
"""Words behind which another subject may stand."""


def denied(sentence: str, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """`triggers`, those negated of which the sentence says that nobody, or nothing, did them."""
    if not _ASKED.isdisjoint(vocabulary(sentence)) and (open_end := _UNKNOWN.search(sentence)) is not None:
        triggers = [t for t in triggers if t.start < open_end.start()]  # "it is not known whether they met"
    if _SIGNS.isdisjoint(vocabulary(sentence)):
        return triggers
    return [
        t._replace(negated=True) if t.pos == "verb" and (_of_none(sentence, t.start) or _of_nothing(sentence, t)) else t
        for t in triggers
    ]


def _of_nothing(sentence: str, trigger: Trigger) -> bool:
    """True for "took no part", "signed no accord": what was not done to anything was not done."""
    if trigger.kind not in ("content", "light") or not sentence.startswith(" no ", trigger.end):
        return False
    return _NO_COUNT.match(sentence, trigger.end) is None


def _of_none(sentence: str, start: int) -> bool:
    match = _SUBJECT.search(sentence, max(0, start - _LOOK), start)
    if match is None:
        return False
    words = tokenize(match["words"]).lowers
    finite, helping, be = finite_words(), word_class("helping"), word_class("be")
    return _OTHERS.isdisjoint(words) and not any(
        word in finite and word not in helping and word not in be for word in words
    )
