"""What is said of another behind a verb that can say anything: an insinuation, a harsh name, a time to comply by.

Decisions, promises and announcements are `complements`' business.
"""

import re

from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.tokens import tokenize, word_class
from pipeline.extract.events.trigger import Trigger

_THAT_HAD = re.compile(
    r"(?:\s(?!that\b)[^\s;:.]{1,20}){0,5}?\sthat\s(?![^.;:]{0,120}\b(?:should|could|might|would|may|must)\b)"
    r"[^.;:]{2,120}?\b(?:had|was\sbehind|were\sbehind|(?:is|was|were|are)\s(?:secretly\s|covertly\s|still\s)?[a-z]{3,14}ing)\b"
)
"""Behind "suggested": what somebody is said to have done, not what is proposed."""
_AS_NAME = re.compile(r"\s(?:[^\s;:.]{1,24}\s){1,8}?as\s(?P<name>[^;:.,]{2,60})")
_NAME = re.compile(r"\s(?P<name>[^;:.]{2,80})")
_TIME_TO = re.compile(
    r"\s(?!up\b|way\b|rise\b|notice\b)(?:[\w'’.-]{1,20}\s){1,5}?(?:until|till|"
    r"(?:an?|one|two|three|four|five|six|seven|ten|\d{1,3})\s(?:more\s)?(?:hours?|days?|weeks?|months?|years?))\b"
    r"[^.;:]{0,50}?\sto\s[a-z]"
)
"""Behind "gave": whom, how long, to do what."""
_GO = re.compile(r"(?:leave|depart|quit|go|pack)\b")


_RESTATED = re.compile(
    r"\s(?P<day>(?:again\s)?(?:late\s|early\s)?(?:on|last|this|in)\s(?:[\w.,]{1,10}\s){1,3}?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s|yesterday\s)?"
    r"that\s(?P<said>[^.;]{3,200})"
)
"""Behind "repeated": a day, and what is said once more."""
_BE_DONE = re.compile(r"(?<!\bto)(?<!will)(?<!would)(?<!can)(?<!could)(?<!may)(?<!might)(?<!not)\sbe\s")
"""In what is insisted on: what is to be done, with no helping verb."""
BLAMED = re.compile(
    r"(?P<who>(?:[Tt]he\s)?(?:[A-Z][\w.-]{1,20}\s){1,3}(?:[a-z]{4,14}\s){0,2}?)(?:"
    r"(?:is|was|are|were|remains|remained)\s(?:\w{2,12}ly\s)?[“\"']?(?:responsible|to\sblame|guilty|complicit|at\sfault|in\s(?:breach|violation)|cheating|"
    r"lying|behind\s(?:the|an?|this|these|that|those|last|recent|several|two|three|four|five|most|many)\b)|"
    r"(?:had|has|have)\s(?:\w{2,14}\s)?(?:violated|breached|broken|flouted|betrayed|reneged|meddled|interfered|lied|cheated|stolen|"
    r"sabotaged|undermined|provoked|abused|failed\sto|carried\sout|committed|masterminded|orchestrated|perpetrated|staged|"
    r"blackmailed|bullied|deceived|defied|distorted|exploited|fabricated|falsified|harassed|hijacked|manipulated|misled|mistreated|poached|spied|trampled)\b|"
    r"(?:had|has|have|is|was|are|were)\s(?:unlawfully|illegally|illicitly|unjustly|unfairly)\s[a-z]{3,14}(?:ed|en|ing|nt)\b|(?:violated|breached|flouted|betrayed|reneged|meddled|sabotaged|distorted|exploited|manipulated)\s)"
)
"""Behind a saying: whose fault it is ("Riga was behind the raid", "Chad had broken the truce")."""
_THAT_BLAMES = re.compile(rf"(?:\s(?!that\b)[^\s;:.]{{1,20}}){{0,4}}?\s(?:that\s)?{BLAMED.pattern}")
"""Behind "claimed": the same, with or without "that"."""
_WANTS = re.compile(
    r"\b(?:must|should|wants?|wanted|demands?|demanded|needs?\sto|needed\sto|ought|had\sto|has\sto|have\sto)\b"
)


_IN_MARKS = re.compile(r"[^.;\"“”]{0,92}[\"“](?P<said>[^\"”]{2,90})")
"""A judgement, up to the mark that ends it."""


def judged(sentence: str, end: int) -> str:
    """SUPPORT for the praise, ACCUSE for every other judgement in quotation marks behind a verb that ends at `end`
    ("called the accord “historic”", "called it “a farce”")."""
    match = _IN_MARKS.match(sentence, end)
    words = tokenize(match["said"]).lowers if match else ()
    praised = not word_class("praise").isdisjoint(words) and word_class("harsh").isdisjoint(words)
    return "SUPPORT" if praised and word_class("negation").isdisjoint(words) else "ACCUSE"


def _restated(sentence: str, trigger: Trigger) -> str | None:
    """REQUEST or REJECT for what is insisted on under a day of its own ("repeated on Friday that Riga must pay")."""
    match = _RESTATED.match(sentence, trigger.end) if not trigger.negated else None
    if match is None:
        return None
    if _WANTS.search(match["said"]) or _BE_DONE.search(match["said"]):
        return "REQUEST"
    return "REJECT" if match["day"] else None


def _time_set(sentence: str, trigger: Trigger) -> str | None:
    """REQUEST for a time to comply by, COERCE where an envoy is given some hours to go."""
    match = _TIME_TO.match(sentence, trigger.end)
    if match is None:
        return None
    goes = _GO.match(sentence, match.end() - 1) is not None
    return "COERCE" if goes and party_words("envoy") & set(tokenize(match[0]).lowers) else "REQUEST"


def said_of(sentence: str, trigger: Trigger) -> str | None:
    """ACCUSE for an insinuation ("suggested that Riga had bought votes") and a harsh name ("defined it as a hostile
    state"), REQUEST for a time that is set ("gave Riga a week to withdraw"); None for all else."""
    lemma = trigger.lemma
    if lemma in word_class("asserts"):
        return "ACCUSE" if _THAT_BLAMES.match(sentence, trigger.end) else None
    if lemma in word_class("insinuates"):
        return "ACCUSE" if _THAT_HAD.match(sentence, trigger.end) else None
    if lemma in word_class("restates"):
        return _restated(sentence, trigger)
    if lemma in word_class("gives_time"):
        return _time_set(sentence, trigger)
    if lemma not in word_class("names_as"):
        return None
    match = _AS_NAME.match(sentence, trigger.end) or _NAME.match(sentence, trigger.end)
    words = tokenize(match["name"]).lowers if match else ()
    return None if word_class("harsh").isdisjoint(words) else "ACCUSE"
