"""What is said of friends and of foes without a wish or a promise: praise of ties, steps and friends, what there will
not be, what one will not stop doing, what another is up to.

Who says it on which day is `sayings`' business, what one wants or will do `wishes`'.
"""

import re

from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.countries import code_of

_GOOD = frozenset(
    {"benefit", "benefits", "contribute", "contributed", "contributes", "help", "helped", "helps", "limit", "limits",
     "play", "plays", "serve", "served", "serves"}
)  # fmt: skip
"""Words of which what praises ties has one."""
_PRAISE = re.compile(
    r"\A(?:(?:[\w'’-]{1,20}\s){0,7}?(?:alliance|cooperation|friendship|partnership|relations|relationship|ties)\s"
    r"(?:(?:between|with)\s(?:[\w'’-]{1,20}\s){1,6}?)?(?:benefits?|contribut(?:ed|es?)|helps?|helped|serves?|served|plays?\san?\s[a-z]{3,12}\srole)\s|"
    r"there\s(?:are|is|was|were)\sno\slimits?\s[^.;:]{0,60}?\b(?:cooperation|friendship|partnership|relations|ties)\b)"
)
"""What is said of the ties of two ("Oman's ties with Chad contribute to peace")."""
_FRIEND = re.compile(
    r"\A(?:[\w'’.-]{1,20}\s){1,6}?(?:is|are|remains?|was|will\s(?:always\s)?(?:be|remain))\s(?:[\w'’-]{1,14}\s){0,3}?(?:an?|the|its|our|one\sof(?:\s\w{2,5})?)\s"
    r"(?:(?!no\b|not\b)[\w'’-]{1,16}\s){0,3}?(?:brotherly|close|closest|crucial|dear|good|great|important|indispensable|key|natural|reliable|staunch|steadfast|"
    r"strategic|strong|stronger|strongest|true|trusted|trustworthy|valuable|valued|vital)\s(?:[\w'’-]{1,16}\s){0,2}?(?:all(?:y|ies)|friends?|neighbou?rs?|partners?)\b"
)
"""What is said of a friend ("Peru remains a very important economic partner")."""
_FRIENDS = frozenset({"allies", "ally", "friend", "friends", "neighbor", "neighbour", "partner", "partners"})
_LOOKS_FORWARD = re.compile(
    r"\A(?:(?:the\s)?[\w'’.-]{1,20}\s){1,4}?(?:(?:is|are|was|were)\slooking|look(?:s|ed)?)\sforward\sto\s(?!see\b|a\sday\b)"
)
_NONE_WILL_BE = re.compile(
    r"\A[Tt]here\s(?:will|would)\s(?:[a-z]{4,12}\s)?be\sno\s(?!(?:[a-z-]{2,14}\s)?(?:clear|conclusion|danger|delay|doubt|effect|end|harm|impact|"
    r"meeting|need|news|one|problem|rain|shortage|surprise|winner)s?\b)"
)
"""What one will have nothing of ("there will be no talks")."""
_SPOILS = frozenset(
    {"bully", "bullying", "destabilise", "destabilising", "destabilize", "destabilizing", "discredit", "interfere",
     "interfering", "intimidate", "intimidating", "meddle", "meddling", "obstacle", "provocation", "sabotage",
     "sabotaging", "smear", "smearing", "stumbling", "subvert", "subverting", "undermine", "undermining", "violation"}
)  # fmt: skip
_HOSTILE = re.compile(
    r"\b(?:aims?|attempts?|attempted|attempting|efforts?|plotted|seeks?|sought|tried|tries|trying|wants?|continues?)\s(?:[\w'’]{2,16}\s){0,2}?to\s(?:[a-z]{3,12}ly\s)?[\"“]?"
    r"(?:bully|destabili[sz]e|discredit|interfere|intimidate|meddle|sabotage|smear|subvert|undermine)\b|"
    r"\b(?:(?:has|have|had)\sbeen|is|are|was|were)\s(?:[a-z]{3,12}ly\s)?"
    r"(?:bullying|destabili[sz]ing|interfering|intimidating|meddling|sabotaging|smearing|subverting|undermining)\b|"
    r"\b(?:is|was|are|were|remains?|remained|constitutes?|constituted)\s(?:an?|the)\s(?:[a-z]{3,12}\s){0,2}?(?:obstacle|provocation|stumbling\sblock|violation)\s(?:against|in|of|to)\b"
)
"""What another is said to do or to be."""
_LONG_SAID = 220
"""Characters of what is said in which that stands."""
_STEPS = frozenset({"breakthrough", "milestone", "step", "success", "triumph"})
_IS_STEP = re.compile(
    r"\A(?:(?!but\b|if\b|not\b|when\b)[\w'’.,-]{1,20}\s){1,16}?(?:is|was|are|were|marks?|marked|represents?|represented)\s(?:an?|the)\s(?:[a-z]{3,14}\s){0,2}?"
    r"(?:breakthrough|milestone|step\sforward|step\sin\sthe\sright\sdirection|success|triumph)\b"
)
"""What is praised for what it brings."""
_WILL_LAST = re.compile(
    r"\A(?:(?!(?:after|and|if|that|when|while)\s)[\w'’.-]{1,20}\s){0,6}?(?:(?P<harm>(?:air\s?)?(?:strikes|raids)|attacks?|blockade|bombardments?|bombings?|incursions?|killings|"
    r"military\s(?:action|campaign|operations?|pressure)|offensive|shelling|siege|strikes)|aid|assistance|backing|commitment|cooperation|help|support)\s"
    r"(?:(?:against|for|in|of|on|to|with)\s(?:[\w'’.-]{1,20}\s){1,6}?)?[“\"]?(?:will|would)\s(?:(?:also|still)\s)?(?:continue|go\son|not\s(?:cease|end|stop|waver))\b"
)
"""What one will not stop doing ("the raids on the camps will continue")."""
NAME_IN = re.compile(r"\b[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]{1,20}){0,2}")
"""Whose doing it is said to have been: "said on Sunday that a lack of will on Oman's part was to blame"."""
VERDICTS = _GOOD | _FRIENDS | _SPOILS | _STEPS | {"forward"}
"""Words of which what is said so has one, beside "will" and "would"."""


def verdict(words: str) -> str | None:
    """SUPPORT for praise of ties, steps and friends and for help that will go on, ACCUSE for what another is up to,
    REJECT for what there will not be, THREATEN for attacks that will go on."""
    known = vocabulary(words)
    if not _GOOD.isdisjoint(known) and _PRAISE.match(words) and codes(words):
        return "SUPPORT"
    if "forward" in known and _LOOKS_FORWARD.match(words):
        return "SUPPORT"
    if not _FRIENDS.isdisjoint(known) and _FRIEND.match(words) and codes(words):
        return "SUPPORT"
    if not _SPOILS.isdisjoint(known) and _HOSTILE.search(words[:_LONG_SAID]) and codes(words):
        return "ACCUSE"
    if not _STEPS.isdisjoint(known) and _IS_STEP.match(words):
        return "SUPPORT"
    if words.startswith(("There ", "there ")) and _NONE_WILL_BE.match(words):
        return "REJECT"
    lasting = _WILL_LAST.match(words) if "will" in known or "would" in known else None
    if lasting is None:
        return None
    return "THREATEN" if lasting["harm"] else "SUPPORT"


def codes(words: str) -> set[str]:
    """The states that names in `words` are of."""
    found = (match.group() for match in NAME_IN.finditer(words))
    names = (name for told in found for name in (told, told.rstrip("."), *told.replace("-", " ").split()))
    return {code for code in map(code_of, names) if code is not None}
