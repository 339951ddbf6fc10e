"""What a government or an official says on a day that it wants, is ready for, reserves for itself, or that another must
do: an act by being said, whatever the verb of saying.

Denials and acts of one's own that are told of are `speakers`' business.
"""

import re

from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.speech import BLAMED
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.countries import code_of

_SAID_WORDS = frozenset({"said", "stated", "stressed", "reiterated", "added", "declared"})
_SAID = rf"(?P<said>{'|'.join(sorted(_SAID_WORDS))})"
_AHEAD = re.compile(rf"\b{_SAID}\s(?:in\s[A-Z]\w{{2,20}}\s)?(?:late\s|early\s|earlier\s)?(?:on\s|in\s)?\Z")
"""The saying ahead of its day ("said on Monday that …")."""
_BEHIND = re.compile(rf"\s{_SAID}\s")
"""The saying right behind its day ("Chad on Monday said it …")."""
_ON = re.compile(r"\s(?:late\s|early\s|earlier\s)?(?:on\s)?\Z")
_WISHES = frozenset(
    {"want", "wants", "wanted", "sought", "wished", "ready", "willing", "prepared", "reserve", "reserves", "reserved",
     "must", "should", "needs", "needed", "ought", "has", "had", "have", "responsible", "blame", "guilty", "complicit",
     "fault", "breach", "violation", "cheating", "lying", "behind", "violated", "breached", "flouted", "betrayed",
     "reneged", "meddled", "sabotaged"}
)  # fmt: skip
"""Words of which a sentence that tells of a wish has one."""
_SELF = (
    r"(?:it|they|he|she|we|(?:his|her|its|their|the)\s(?:country|government|administration|people|two\s[a-z]{4,12}))"
)
_AT_PLACE = r"(?:\s(?:here|there))?(?:\s(?:at|in|after|during)\s[^,;:.]{3,80}?)??"
_WANTS = re.compile(
    rf"{_AT_PLACE},?\s(?:that\s)?(?:(?P<self>{_SELF})|(?:the\s)?(?:[A-Z][\w'’.-]{{1,20}}\s?){{1,2}}|the\s[a-z]{{4,20}})\s"
    r"(?:also\s|still\s|now\s|only\s){0,2}(?:(?P<wants>wants?|wanted|sought|wished|would\slike)\s(?!no\b|nothing\b|to\sknow\b|to\sthink\b)|"
    r"(?P<ready>(?:is|was|were|are|stands|stood|remained|remains)\s(?:\w{2,12}\s)?(?:ready|willing|prepared)\s(?:to|for)\s)|"
    r"(?P<right>reserve[sd]?\s(?:the|its|their|his)\s(?:\w{3,12}\s)?right\s))"
)
_MUST = re.compile(
    rf"{_AT_PLACE},?\s(?:that\s)?(?P<who>(?:the\s)?(?:[A-Z][\w.-]{{1,20}}\s){{1,3}}(?:(?:and\s(?:[A-Z][\w.-]{{1,20}}\s){{1,2}})|[a-z]{{4,14}}\s)?|it\s|they\s)"
    r"(?:must|should|ought\sto|needs?\sto|needed\sto|ha[sd]\sto)\s(?:first\s|also\s|immediately\s|not\s|now\s){0,2}"
    r"(?!have\b|be\s(?:able|ready|the|an?|proud|happy)\b|see\b|know\b|expect\b|reach\b|rise\b|grow\b|benefit\b)[a-z]{2,16}\b"
)
_THAT = re.compile(rf"{_AT_PLACE},?\s(?:that\s)?(?=(?:[Tt]he\s)?[A-Z])")
"""Between a saying and a name that opens what is said."""
_TO_BLAME = re.compile(
    rf"{_AT_PLACE},?\s(?:that\s)?(?P<what>[^;:.]{{3,90}}?)\s(?:is|was|are|were)\s(?:\w{{2,12}}ly\s)?to\sblame\b"
)
_NAME_IN = re.compile(r"\b[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]{1,20}){0,2}")
"""Whose doing it is said to have been: "said on Sunday that a lack of will on Oman's part was to blame"."""
_OFFICE = re.compile(r"[^\W\d_]{3,20}")
_NAMES = re.compile(r"(?:[A-Z][\w.-]{1,20}\s?){1,3}\Z")
_AT = re.compile(r"\b(?:at|from|in|near|of)\s\Z")
_ACTOR = 90
"""Characters ahead of a saying in which its speaker stands."""
_SPLIT = re.compile(r"[;:]\s|,\s(?:and|but|while|who|which)\s|\s(?:and|but|that|while|when|after)\s")


def may_wish(sentence: str) -> bool:
    """False where a sentence says nothing that may be a wish: it tells of none, and its day need not be looked at."""
    words = vocabulary(sentence)
    return not _WISHES.isdisjoint(words) and not _SAID_WORDS.isdisjoint(words)


def wish(sentence: str, start: int, end: int) -> Trigger | None:
    """What is said under the day at `start`..`end`, with the verb of saying as its word; None where it is no such act
    or nobody who speaks for a state says it."""
    if not may_wish(sentence):
        return None
    behind = _BEHIND.match(sentence, end)
    said = behind or _AHEAD.search(sentence, max(0, start - 50), start)
    if said is None:
        return None
    told = _told(sentence, behind.end() - 1 if behind else end)
    if told is None:
        return None
    on = _ON.search(sentence, 0, start)
    if not _speaks_for_state(sentence[: on.start() if behind and on else said.start()]):
        return None
    return Trigger(
        start=said.start("said"), end=said.end("said"), token=0, lemma="say", event_type=told, pos="verb",
        kind="content", form="past", goal=False,
    )  # fmt: skip


def _told(sentence: str, at: int) -> str | None:
    """The type of the wish that begins at `at`."""
    wants = _WANTS.match(sentence, at)
    if wants is not None:
        if wants["right"]:
            return "THREATEN"
        if wants["ready"]:
            return "YIELD" if wants["self"] else None
        return "REQUEST"
    must = _MUST.match(sentence, at)
    if must is not None:
        return "REQUEST" if _names_state(must["who"]) else None
    that = _THAT.match(sentence, at)
    blamed = BLAMED.match(sentence, that.end()) if that is not None else None
    if blamed is not None:
        return "ACCUSE" if _names_state(blamed["who"]) else None
    fault = _TO_BLAME.match(sentence, at)
    named = fault is not None and any(_names_state(name.group()) for name in _NAME_IN.finditer(fault["what"]))
    return "ACCUSE" if named else None


def _names_state(who: str) -> bool:
    """True where the words name a state, or begin with one's name."""
    words = who.removeprefix("the ").removeprefix("The ").split()
    return any(code_of(" ".join(words[:count])) is not None for count in (len(words), 1, 2))


def _speaks_for_state(ahead: str) -> bool:
    """True where the words `ahead` of a saying end with a state, its seat, or one who holds an office."""
    subject = _SPLIT.split(ahead[-_ACTOR:])[-1]
    words = _OFFICE.findall(subject.lower())
    offices = party_words("office") | party_words("institution")
    if any(word in offices for word in words):
        return True
    name = _NAMES.search(subject.rstrip())
    if name is None or _AT.search(subject, 0, name.start()):
        return False
    return code_of(name.group().strip()) is not None
