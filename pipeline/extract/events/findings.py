"""What is said of needs, aims, progress and dangers: that more is needed, that nothing is aimed at anybody, that talks
go well, that a step endangers others.

Praise and blame of friends and foes are `verdicts`' business, what one wants or will do `wishes`'.
"""

import re
from functools import cache

from pipeline.extract.events.idioms import IDIOM_WORDS, idiom
from pipeline.extract.events.stances import stances
from pipeline.extract.events.verdicts import codes
from pipeline.extract.vocabulary import vocabulary
from pipeline.text.patterns import one_of

_PRONOUNS = frozenset({"it", "that", "they", "this"})


def _any(kind: str) -> str:
    """A pattern of the words of one kind; pronouns stand for nothing here."""
    return f"(?:{one_of(word for word in stances(kind) if word not in _PRONOUNS)})"


_SUBJECT = r"(?P<who>(?:(?!(?:because|but|if|that|unless|when|which|who)\b)[“\"]?[\w'’.-]{1,24}[”\"]?,?\s){1,14}?)"
"""What something is said of, up to its verb."""
_IS = r"(?:is|are|was|were|(?:has|have|had|would|will)\s(?:be|been)|remains?|remained)"
_EVER = r"(?:(?:also|still|now|very|quite|more|so|[a-z]{3,12}ly)\s){0,2}"
_IT_IS_NEEDED = re.compile(
    rf"(?:\A|[,”\"]\s)[Ii]t(?:\s{_IS}|['’]s)\s(?P<not>not\s|no\slonger\s)?{_EVER}[“\"]?(?P<late>no\slonger\s|not\s)?{_EVER}{_any('needed')}[”\"]?\s"
    r"(?:for\s[^;:.]{2,60}?\s)?(?:that|to)\s(?P<what>(?:[\w'’-]{1,20}\s?){0,4})"
)
"""What it is, or is no longer, necessary to do."""
_MORE_NEEDED = re.compile(rf"\A{_SUBJECT}{_IS}\s{_EVER}[“\"]?{_any('needed')}\b")
"""What there must be more of ("more effort was needed")."""
_HARSH = frozenset({"ban", "block", "charge", "close", "expel", "impose", "keep", "levy", "maintain", "punish", "tax"})
"""What it is a concession to call needless."""
_AT_NOBODY = re.compile(
    rf"\A{_SUBJECT}(?:is|are|was|were|(?:has|have|had)\sbeen)\s(?:not|never)\s{_EVER}[“\"]?{_any('unaimed')}\b"
    r"|\A[^.;:]{2,90}?\b(?:has|have|had)\s[“\"]?nothing\sto\sdo\swith\b"
)
"""What is said to be aimed at nobody ("the drills were not directed against Oman")."""
_NO_EVIDENCE = re.compile(
    rf"\A{_SUBJECT}(?:(?:has|have|had)\s)?(?:found|has|have|had|received|saw|seen|sees?)\sno\s(?:[a-z]{{3,12}}\s){{0,2}}?(?:evidence|indications?|proof|signs?)\s(?:for|of|that|to)\b"
)
_NOT_SO = re.compile(
    rf"\A(?:[\w'’.-]{{1,24}},?\s){{0,6}}?{_any('charge')}\b[^.;:]{{0,160}}?\s(?:"
    r"(?:is|are|was|were)\s[“\"]?(?:[a-z]{3,12}ly\s)?(?:at\sodds\swith|contrary\sto|divorced\sfrom|far\sfrom|inconsistent\swith)|"
    r"(?:do|does|did)\snot\s[“\"]?(?:correspond|hold|match|reflect|square|stand)|"
    r"(?:lacks?|lacked|(?:has|have|had)\s(?:absolutely\s)?no)\s[“\"]?(?:any\s)?(?:basis|evidence|foundation|grounds?|merit|substance))\b"
)
"""Charges of which something is said ("the claims do not reflect the facts")."""
_CHANCES = frozenset(
    {"difficult", "hard", "impossible", "meaning", "point", "possible", "purpose", "question", "relevance", "sense",
     "table"}
)  # fmt: skip
_UNKNOWABLE = r"(?!\sto\s(?:confirm|determine|establish|estimate|give|identify|know|predict|say|tell|verify)\b)"
_IMPOSSIBLE = re.compile(
    rf"\A{_SUBJECT}(?:(?:will|would|is|are|was|were)\s(?:not|no\slonger)\s(?:be\s)?[“\"]?possible|(?:is|are|was|were|(?:will|would)\sbe)\s{_EVER}[“\"]?impossible|"
    rf"(?:is|are|was|were)\s[“\"]?(?P<not>not\s)?(?:out\sof\sthe\squestion|off\sthe\stable)|"
    rf"(?:will|would)\sbe\s{_EVER}[“\"]?(?:difficult|hard)\sto\s(?:accept|agree|imagine|meet|support|tolerate)|"
    r"(?:has|have|had)\s(?:[a-z]{3,12}\s){0,3}lost\s(?:all|its|their)\s(?:meaning|point|purpose|relevance|sense))\b"
    rf"{_UNKNOWABLE}"
)
_TALKS = r"(?:agreement|consultations|deal|dialogue|discussions?|negotiations|reconciliation|relations|talks|ties)"
_PROGRESS = re.compile(
    rf"\A(?:{_SUBJECT}(?:is|are|was|were|(?:has|have|had)\sbeen)\s{_EVER}[“\"]?(?:advancing\b|going\s(?:smoothly|very\swell|well)|moving\s(?:ahead|forward|in\sthe\sright)|"
    rf"on\s(?:the\sright\s)?track\b|progressing\b|within\sreach)|"
    r"(?:(?!no\b|little\b|not\b|without\b|if\b)[\w'’“\"-]{1,20}\s){0,6}?progress\s(?:has\sbeen|had\sbeen|was|is\sbeing)\s(?:achieved|made|reached)\b|"
    r"(?:[\w'’.-]{1,20},?\s){1,12}?(?:has|have|had|is|are|was|were)?\s?(?:made|making)\s(?!no\b|little\b|not\b)(?:[a-z-]{3,14}\s){0,3}?progress\b)"
)
_GOES_ON = re.compile(rf"\b{_TALKS}\b")
_ENDANGERS = re.compile(
    rf"\A{_SUBJECT}(?:(?:brings?|brought|constitutes?|constituted|creates?|created|(?:will\s|would\s)?poses?|posed|represents?|represented|is|are|was|were|remains?)\s"
    rf"(?:(?!no\b|not\b)[“\"]?[a-z-]{{1,14}}\s){{0,4}}?(?:danger|risk|threat)s?[”\"]?\s(?:for|to)|(?:will\s|would\s|could\s)?{_any('harms')})\b"
)
"""What is called a danger to others."""
_DANGERS = frozenset({"danger", "dangers", "risk", "risks", "threat", "threats"})
_NATURAL = frozenset(
    {"cyclone", "disease", "drought", "ebola", "epidemic", "flood", "floods", "flu", "heat", "hurricane", "inflation",
     "outbreak", "pandemic", "quake", "rain", "storm", "typhoon", "virus", "warming", "weather"}
)  # fmt: skip
"""Dangers that nobody is accused of."""
_LONG_SAID = 260


@cache
def finding_words() -> frozenset[str]:
    """Words of which what is said so has one."""
    kinds = ("needed", "unaimed", "harms")
    other = {"advancing", "basis", "contrary", "correspond", "evidence", "foundation", "hold",
             "inconsistent", "indication", "indications", "lack", "lacks", "match", "merit", "nothing", "odds",
             "progress", "progressing", "proof", "reach", "reflect", "square", "substance", "track"}  # fmt: skip
    return frozenset({*other, *_CHANCES, *_DANGERS, *IDIOM_WORDS}.union(*map(stances, kinds)))


def finding(words: str, speaker: str) -> str | None:
    """REQUEST for what is needed, YIELD for a curb that no longer is, REJECT for a denial of aims, charges and chances,
    SUPPORT for talks that go well, ACCUSE for what endangers others."""
    known = vocabulary(words)
    if finding_words().isdisjoint(known):
        return None
    said = words[:_LONG_SAID]
    if not stances("needed").keys().isdisjoint(known):
        needed = _of_need(said)
        if needed is not None:
            return needed
    if _denies(said, known):
        return "REJECT"
    if not _CHANCES.isdisjoint(known):
        chance = _IMPOSSIBLE.match(said)
        if chance is not None:
            return "YIELD" if chance["not"] else "REJECT"
    going = _PROGRESS.match(said)
    if going is not None and (going["who"] is None or _GOES_ON.search(going["who"])) and not {"no", "not"} & known:
        return "SUPPORT"
    return "ACCUSE" if _is_danger(said, known, speaker) else idiom(said, known, speaker)


def _of_need(said: str) -> str | None:
    told = _IT_IS_NEEDED.search(said)
    if told is not None:
        if not told["not"] and not told["late"]:
            return "REQUEST"
        return "YIELD" if not _HARSH.isdisjoint(told["what"].split()) else "REJECT"
    more = _MORE_NEEDED.match(said)
    if more is None:
        return None
    subject = more["who"].lower().split()
    asked = not stances("wanted").keys().isdisjoint(subject) and "no" not in subject
    return "REQUEST" if asked else None


def _denies(said: str, known: frozenset[str]) -> bool:
    if ("not" in known or "never" in known or "nothing" in known) and _AT_NOBODY.match(said):
        return True
    if "no" in known and _NO_EVIDENCE.match(said):
        return True
    return not stances("charge").keys().isdisjoint(known) and _NOT_SO.match(said) is not None


def _is_danger(said: str, known: frozenset[str], speaker: str) -> bool:
    """True for what is a danger to peace or to a state, or comes of another one, and is no force of nature."""
    if (_DANGERS.isdisjoint(known) and stances("harms").keys().isdisjoint(known)) or not _NATURAL.isdisjoint(known):
        return False
    danger = _ENDANGERS.match(said)
    if danger is None or said.endswith((" his", " her", " their", " its"), 0, danger.end() + 4):
        return False
    return bool(not stances("endangered").keys().isdisjoint(known) or codes(said) - codes(speaker))
