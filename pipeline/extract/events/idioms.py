"""Turns of phrase that are acts by being said: "it is time for Oman to act", "all options are on the table", "the visit
will give new impetus to our ties".

What is needed, denied or called a danger is `findings`' business, what one wants or will do `wishes`'.
"""

import re
from collections.abc import Set

from pipeline.extract.events.verdicts import codes

_SUBJECT = r"(?:(?!(?:because|but|if|that|unless|when|which|who)\b)[“\"]?[\w'’.-]{1,24}[”\"]?,?\s){1,12}?"
_BE = r"(?:is|are|was|were|(?:has|have|had)\s(?:always\s|long\s)?been)"
_WILL = r"(?:will|would)\s(?:(?:also|certainly|further|greatly)\s)?"
_DUTY = (
    rf"\A(?:{_SUBJECT}(?:has|have|had)\s(?:an?|the)\s(?:[a-z]{{3,12}}\s)?[“\"]?(?:duty|obligation|responsibility)[”\"]?\sto|"
    r"[Ii]t(?:\s(?:is|was)|['’]s)\s(?:now\s)?"
    r"(?:up\sto\s[\w'’ -]{3,40}?\sto|(?:high\s)?time\s(?:for\s[\w'’ -]{3,40}?\s)?to)|"
    r"[Tt]he\s(?:ball\s(?:is|was)\s(?:now\s)?in\s[\w'’]{3,20}(?:\s[\w'’]{3,20})?\scourt|onus\s(?:is|was)\s(?:now\s)?on)|"
    r"[Tt]here\s(?:is|was)\sno\s(?:other\s)?alternative\sto)\b"
)
_NOT_RULED_OUT = (
    rf"\A(?:{_SUBJECT}(?:(?:did|do|does|could|would|will)\snot|cannot)\srule\sout\s(?:[\w'’-]{{1,20}}\s){{0,4}}?"
    r"(?:action|countermeasures|force|measures|military|reprisals|response|retaliation|sanctions|steps|strikes?|tariffs|"
    r"troops|war)|[“\"]?[Aa]ll\s(?:\w{3,12}\s)?options\s(?:are|were|remain(?:ed)?)\s(?:still\s)?"
    r"[“\"]?(?:on\sthe\stable|open))\b"
)
_ERROR = (
    rf"\A{_SUBJECT}(?:{_BE}\s[“\"]?an?\s(?:[a-z]{{3,12}}\s){{0,2}}?(?:blunder|error|mistake)|(?:(?:has|have|had)\s)?"
    r"(?:fann?ed|fuell?ed|heightened|increased|inflamed|raised|raises|stirred|stoked|stokes)\s(?:the\s)?"
    r"(?:[a-z]{3,12}\s)?tensions?)\b"
)
_HELPS_REBELS = (
    rf"\A{_SUBJECT}{_BE}\s(?:[a-z]{{3,12}}ly\s)?(?:aiding|backing|financing|funding|helping|protecting|supporting|training)\s"
    r"(?:[\w'’-]{1,20}\s){0,3}?(?:extremis[mt]s?|gangs|insurgents|militants|militias?|rebels|separatists|terroris[mt]s?)\b"
)
_OURS = (
    rf"\A{_SUBJECT}(?:(?<!\sto\s)belong(?:s|ed)?\sto\s|{_BE}\s[“\"]?(?:an?\s)?(?:inalienable|inherent|inseparable|integral)\spart\s|"
    rf"{_BE}\s(?:[A-Z][\w'’]{{2,20}}\s)territory\b)"
)
_BETTER = (
    rf"\A{_SUBJECT}(?:(?:has|have|had)\snever\sbeen\s(?:better|closer|so\s(?:close|good|strong)|stronger)|"
    r"(?:is|are|was|were)\s(?:moving|heading|going)\sin\sthe\sright\sdirection|"
    rf"{_WILL}(?:give|bring|provide)\s(?:an?\s)?(?:[a-z]{{3,12}}\s){{0,2}}?(?:boost|impetus|momentum)|"
    rf"{_WILL}(?:bring|draw)\s(?:[\w'’-]{{1,20}}\s){{1,5}}?closer)\b"
)
_GAIN = (
    rf"\A{_SUBJECT}{_WILL}(?:bring|create|deliver|open|offer)\s(?:(?!no\b)[\w'’-]{{1,20}}\s){{0,4}}?"
    r"(?:benefits?|jobs|opportunities|prosperity|stability)\b"
)


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PHRASES = (
    ("REQUEST", "", _words("duty obligation responsibility up time court alternative onus"), re.compile(_DUTY)),
    ("THREATEN", "", _words("rule options"), re.compile(_NOT_RULED_OUT)),
    ("ACCUSE", "other", _words("mistake error blunder tension tensions"), re.compile(_ERROR)),
    ("ACCUSE", "other", _words("helping aiding backing supporting funding financing protecting training"),
     re.compile(_HELPS_REBELS)),
    ("REJECT", "any", _words("belong belongs belonged inherent integral inseparable inalienable territory"),
     re.compile(_OURS)),
    ("SUPPORT", "other", _words("better stronger closer impetus momentum boost direction"), re.compile(_BETTER)),
    ("SUPPORT", "other", _words("benefits benefit prosperity jobs opportunities stability"), re.compile(_GAIN)),
)  # fmt: skip
"""Type, of whom it has to be said (of another state, or of any), words of which it has one, and the phrase."""
IDIOM_WORDS = frozenset(word for _, _, signs, _ in _PHRASES for word in signs)
"""Words of which what is said so has one."""


def idiom(words: str, known: Set[str], speaker: str) -> str | None:
    """The type of what is said in one of these phrases; `known` are the words' vocabulary."""
    for told, of_whom, signs, phrase in _PHRASES:
        if signs.isdisjoint(known) or phrase.match(words) is None:
            continue
        named = codes(words)
        if of_whom == "other" and not named - codes(speaker) and "two" not in known and "both" not in known:
            continue
        if not of_whom or named or of_whom == "other":
            return told
    return None
