"""What is said of friends and of foes without a wish or a promise: praise of ties, steps and friends, what there will
not be, what one will not stop doing, what another is up to.

Who says it on which day is `sayings`' business, what one wants or will do `wishes`'.
"""

import re
from collections.abc import Set

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
    r"\A(?:[\w'’.-]{1,20}\s){1,6}?(?:is|are|remains?|was|will\s(?:always\s)?(?:be|remain))\s(?:(?!never\b|no\b|not\b)[\w'’-]{1,14}\s){0,3}?(?:an?|the|its|our|one\sof(?:\s\w{2,5})?)\s"
    r"(?:(?!no\b|not\b)[\w'’-]{1,16}\s){0,3}?(?:brotherly|close|closest|crucial|dear|good|great|important|indispensable|key|natural|reliable|staunch|steadfast|"
    r"strategic|strong|stronger|strongest|true|trusted|trustworthy|valuable|valued|vital)\s(?:[\w'’-]{1,16}\s){0,2}?(?:all(?:y|ies)|friends?|neighbou?rs?|partners?)\b"
)
"""What is said of a friend ("Peru remains a very important economic partner")."""
_FRIENDS = frozenset(
    {"allies", "ally", "friend", "friends", "neighbor", "neighbors", "neighbour", "neighbours", "partner",
     "partners"}
)  # fmt: skip
_PARTNERS = re.compile(
    r"\A(?:[\w'’.-]{1,20},?\s){1,9}?(?:is|are|remains?|was|were|(?:has|have|had)\s(?:[a-z]{4,8}\s)?been)\s(?:[a-z]{3,12}\s)?(?:(?:brotherly|close|dear|equal|good|great|natural|staunch|strategic|strong|true|trusted)\s"
    r"(?:[a-z-]{3,12}\s)?)?(?:allies|friends|neighbou?rs|partners)\b"
)
"""The same of several ("Peru and Chile are partners, not rivals")."""
_LOOKS_FORWARD = re.compile(
    r"\A(?:(?:the\s)?[\w'’.-]{1,20}\s){1,4}?(?:(?:is|are|was|were)\slooking|look(?:s|ed)?)\sforward\sto\s(?!see\b|a\sday\b)"
)
_NONE_OF = frozenset({"basis", "excuse", "justification", "need", "place", "plan", "plans", "question", "room"})
_NO_NEED = re.compile(
    r"\A[Tt]here\s(?:is|was|are|were)\s(?:[a-z]{4,12}\s)?no\s(?:basis|excuse|intentions?|justification|need|place|plans?|question|room)\b"
)
"""The same ("there is no need for a new treaty")."""
_NONE_WILL_BE = re.compile(
    r"\A[Tt]here\s(?:will|would)\s(?:[a-z]{4,12}\s)?be\sno\s(?!(?:[a-z-]{2,14}\s)?(?:clear|conclusion|danger|delay|doubt|effect|end|harm|impact|"
    r"meeting|need|news|one|problem|rain|shortage|surprise|winner)s?\b)"
)
"""What one will have nothing of ("there will be no talks")."""
_SPOILS = frozenset(
    {"abusing", "affront", "aggression", "arming", "bear", "bears", "bore", "betrayal", "blackmailing", "bombarding",
     "bombing",
     "breach", "bully", "bullying", "cheating", "committing", "crime", "crimes", "deceiving", "destabilise",
     "destabilising", "destabilize", "destabilizing", "discredit", "disgrace", "distorting",
     "dropping", "enabling",
     "endangering", "escalating", "escalation", "exploiting", "fanning", "farce", "flouting", "fueling",
     "fuelling", "genocide", "harboring", "harbouring", "hijacking", "inciting", "infringement", "insult",
     "interfere", "interference", "interfering", "intimidate", "intimidating", "jeopardising", "jeopardizing",
     "killing", "manipulating", "massacring", "meddle", "meddling", "misleading", "mockery", "obstacle",
     "obstructing", "outrage", "part", "persecuting", "plotting", "prolonging", "provocation", "provoking",
     "sabotage", "sabotaging", "sham", "shelling", "sheltering", "slap", "smear", "smearing", "sponsoring",
     "starving", "stealing", "stoking", "stumbling", "subvert", "subverting", "targeting", "terrorism",
     "threatening", "torturing", "undermine", "undermining", "using", "violating", "violation", "waging", "war",
     "weaponising", "weaponizing"}
)  # fmt: skip
_HOSTILE = re.compile(
    r"\b(?:aims?|attempts?|attempted|attempting|efforts?|plotted|seeks?|sought|tried|tries|trying|wants?|continues?)\s(?:[\w'’]{2,16}\s){0,2}?to\s(?:[a-z]{3,12}ly\s)?[\"“]?"
    r"(?:bully|destabili[sz]e|discredit|interfere|intimidate|meddle|sabotage|smear|subvert|undermine)\b|"
    r"\b(?:(?:has|have|had)\sbeen|is|are|was|were)\s(?:[a-z]{3,12}ly\s)?"
    r"(?:bullying|destabili[sz]ing|interfering|intimidating|meddling|sabotaging|smearing|subverting|undermining)\b|"
    r"\b(?:is|was|are|were|remains?|remained|constitutes?|constituted)\s(?:an?|the)\s(?:[a-z]{3,12}\s){0,2}?(?:obstacle|provocation|stumbling\sblock|violation)\s(?:against|in|of|to)\b"
)
"""What another is said to do or to be."""
_DOES = re.compile(
    r"\A[“\"‘']?(?:(?P<who>(?:[\w'’.-]{1,20},?\s){1,9}?)(?:(?:(?:is|are|was|were|(?:has|have|had)\sbeen)\s(?:(?:also|still|now|[a-z]{3,12}ly)\s)?[“\"]?"
    r"(?:abusing|arming|blackmailing|bombarding|bombing|bullying|cheating|committing|deceiving|destabili[sz]ing|dropping|distorting|enabling|endangering|escalating|exploiting|fanning|flouting|"
    r"fuell?ing|harbou?ring|hijacking|inciting|interfering|intimidating|jeopardi[sz]ing|killing|manipulating|massacring|meddling|misleading|obstructing|"
    r"persecuting|plotting|prolonging|provoking|sabotaging|shelling|sheltering|smearing|sponsoring|starving|stealing|stoking|subverting|targeting|threatening|"
    r"torturing|undermining|violating|waging|weaponi[sz]ing|using\s[^.;:]{2,70}?\s(?:as|for|to))\b)|"
    r"(?:bears?|bore)\s(?:[a-z]{3,12}\s){0,2}responsib)|"
    r"(?:[\w'’.-]{1,20}\s){1,9}?(?:is|are|was|were)\spart\sof\s(?P<whose>[^.;:]{2,60}?)\b(?:campaign|conspiracy|plan|plot|scheme)\sto\s)"
)
"""What another does ("Oman is arming the rebels", "was using gas to press its neighbour")."""
_THEM = frozenset(
    {"alliance", "bloc", "forces", "gangs", "insurgents", "militants", "militias", "opposition", "parties",
     "rebels", "regime", "separatists", "terrorists", "troops", "west"}
)  # fmt: skip
"""Who else does so, beside another state."""
_IS_A_WRONG = re.compile(
    r"\b(?:is|was|are|were|remains?|remained|constitutes?|constituted|amount(?:s|ed)?\sto|(?:will|would|has|had|have)\s(?:be|been))\s(?:nothing\s(?:but|less\sthan)\s|clearly\s|also\s)?"
    r"[“\"‘']?(?:(?:an?|the)\s)?[“\"‘']?(?:[a-z]{3,12},?\s(?:and\s)?){0,3}?(?:acts?\sof\s(?:aggression|piracy|terror|terrorism|war)|affront|aggression|betrayal|breach\sof|crimes?\sagainst|"
    r"declaration\sof\swar|disgrace|escalation|farce|a\s(?:[a-z]{3,12}\s)?crime\b(?!\s(?:rate|scene|wave))|genocide|infringement|insult|interference\sin|mockery|outrage|sham|slap\sin|war\scrimes?)\b"
)
"""What another's act is called."""
_MEANS = frozenset(
    {"consider", "considered", "considers", "regard", "regarded", "regards", "see", "treat", "view", "viewed",
     "views"}
)  # fmt: skip
_WOULD_SEE = re.compile(
    r"\A(?:[\w'’.-]{1,20}\s){1,7}?(?:(?P<would>will|would)\s(?:also\s)?(?:consider|regard|see|treat|view)|considers?|considered|regards?|regarded|views?|viewed)\s"
    r"[^.;:]{2,110}?\s(?:an?|as|to\sbe)\s[^.;:]{0,40}?(?:act\sof\swar|aggression|aggressive|destabili[sz]ing|hostile|illegal|illegitimate|legitimate\stargets?|"
    r"provocation|provocative|threat|unacceptable|unfriendly|unlawful|violation)\b"
)
"""How one sees, or would see, what another does."""
_PUNISHED = frozenset(
    {"accountable", "consequences", "measures", "met", "price", "punished", "regret", "unanswered",
     "unpunished", "reprisal", "reprisals", "response", "retaliation", "retribution"}
)  # fmt: skip
_WILL_PAY = re.compile(
    r"\b(?:will|would|shall)\s(?:also\s|certainly\s|surely\s)?(?:be\s(?:met\s(?:by|with)\s|(?:severely\s)?punished|held\s(?:fully\s)?accountable)|"
    r"pay\s(?:an?|the)\s(?:[a-z]{3,10}\s){0,2}price|(?:face|have|bear|suffer|be)\s(?:the\s)?[“\"]?(?:[a-z]{3,12}\s){0,2}consequences|face\s(?:an?\s)?(?:[a-z]{3,12}\s){0,2}(?:reprisals?|response|retaliation|retribution)|not\s(?:go|be\sleft)\sun(?:answered|punished)|(?:deeply\s)?regret)\b"
)
"""What another will come to for it."""
_GOOD_WORDS = (
    r"[“\"‘']?(?:very\s)?(?:best|close|constructive|cordial|deep|encouraging|excellent|exemplary|fantastic|friendly|fruitful|good|great|historic|intensive|"
    r"ironclad|meaningful|outstanding|positive|productive|promising|rock-solid|sincere|solid|special|strong|stronger|substantive|successful|superb|tremendous|"
    r"unbreakable|unshakeable|useful|valuable|valued|vibrant|warm|wonderful)\b"
)
_TALKS_WORDS = frozenset(
    {"agreement", "call", "consultations", "conversation", "conversations", "cooperation", "deal", "dialogue",
     "discussion", "discussions", "exchange", "exchanges", "friendship", "meeting", "meetings", "negotiations",
     "partnership", "relations", "relationship", "summit", "talks", "ties", "trip", "visit"}
)  # fmt: skip
_GOOD_TALKS = re.compile(
    r"\A[“\"‘']?(?:(?!(?:after|and|before|because|but|if|no|not|that|unless|when|while)\s)[\w'’.-]{1,20}\s){0,7}?"
    rf"(?:{'|'.join(sorted(_TALKS_WORDS))})\s(?:(?:between|here|in|on|to|with)\s(?:[\w'’.-]{{1,20}}\s){{0,8}}?)?"
    r"(?:is|are|was|were|(?:has|have|had)\sbeen|remains?|remained)\s(?:(?!(?:less|never|no|not)\s)[a-z]{3,12}\s){0,2}?"
    + _GOOD_WORDS
)
"""What is said of talks and ties ("the talks had been fruitful")."""
_HAS_TIES = re.compile(
    r"\A[“\"‘']?(?:[\w'’.-]{1,20}\s){1,7}?(?:has|have|had|enjoys?|enjoyed|maintains?)\s(?:always\s|long\s)?(?:an?\s)?(?:[a-z]{3,12}\s)?"
    + _GOOD_WORDS
    + r"\s(?:(?:and\s)?[a-z-]{3,12}\s){0,2}?(?:friendship|partnership|relations|relationship|ties)\b"
)
"""The same of those who have them."""
_LONG_SAID = 220
"""Characters of what is said in which that stands."""
_STEPS = frozenset(
    {"breakthrough", "chapter", "cornerstone", "era", "example", "milestone", "model", "page", "point", "step",
     "success", "triumph", "watershed"}
)  # fmt: skip
_IS_STEP = re.compile(
    r"\A(?:(?!but\b|if\b|not\b|when\b)[\w'’.,-]{1,20}\s){1,16}?(?:is|was|are|were|(?:has|have|had)\s(?:been|entered|marked|opened)|marks?|marked|opens?|opened|represents?|represented|turned|"
    r"ushers\sin|ushered\sin)\s(?:an?|the)\s[“\"‘']?(?:(?!missed\b)[a-z]{3,14}\s){0,2}?"
    r"(?:breakthrough|cornerstone\sof|good\sexample|milestone|model\s(?:for|of)|new\s(?:chapter|era|page)|step\s(?:for|forward|to|towards?)|step\sin\sthe\sright\sdirection|"
    r"success|triumph|turning\spoint|watershed)\b"
)
"""What is praised for what it brings."""
_WILL_LAST = re.compile(
    r"\A(?:(?!(?:after|and|if|that|when|while)\s)[\w'’.-]{1,20}\s){0,6}?(?:(?P<harm>(?:air\s?)?(?:strikes|raids)|attacks?|blockade|bombardments?|bombings?|incursions?|killings|"
    r"military\s(?:action|campaign|operations?|pressure)|offensive|shelling|siege|strikes)|aid|assistance|backing|commitment|cooperation|friendship|help|partnership|relations|support|ties)\s"
    r"(?:(?:against|for|in|of|on|to|with)\s(?:[\w'’.-]{1,20}\s){1,6}?)?[“\"]?(?:will|would)\s(?:(?:also|still)\s)?(?:continue|go\son|not\s(?:cease|end|stop|waver))\b"
)
"""What one will not stop doing ("the raids on the camps will continue")."""
NAME_IN = re.compile(r"\b[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]{1,20}){0,2}")
"""Whose doing it is said to have been: "said on Sunday that a lack of will on Oman's part was to blame"."""
VERDICTS = _GOOD | _FRIENDS | _SPOILS | _STEPS | _MEANS | _PUNISHED | _TALKS_WORDS | _NONE_OF | {"forward"}
"""Words of which what is said so has one, beside "will" and "would"."""


def verdict(words: str, speaker: str) -> str | None:
    """SUPPORT for praise of ties, steps and friends and for help that will go on, ACCUSE for what another is up to,
    REJECT for what there will not be, THREATEN for attacks that will go on and for what another will pay."""
    known = vocabulary(words)
    if _praises(words, known):
        return "SUPPORT"
    if not _SPOILS.isdisjoint(known) and _is_wrong(words, speaker):
        return "ACCUSE"
    if not _MEANS.isdisjoint(known):
        seen = _WOULD_SEE.match(words)
        if seen is not None:
            return "THREATEN" if seen["would"] else "ACCUSE"
    if words.startswith(("There ", "there ")) and (_NONE_WILL_BE.match(words) or _NO_NEED.match(words)):
        return "REJECT"
    if "will" not in known and "would" not in known and "shall" not in known:
        return None
    if not _PUNISHED.isdisjoint(known) and _WILL_PAY.search(words[:_LONG_SAID]):
        return "THREATEN"
    lasting = _WILL_LAST.match(words)
    if lasting is None:
        return None
    return "THREATEN" if lasting["harm"] else "SUPPORT"


def _praises(words: str, known: Set[str]) -> bool:
    """True for what is said in praise; `known` are its words."""
    if not _STEPS.isdisjoint(known) and _IS_STEP.match(words):
        return True
    if "forward" in known and _LOOKS_FORWARD.match(words):
        return True
    if not _TALKS_WORDS.isdisjoint(known):
        if _GOOD_TALKS.match(words) or (_HAS_TIES.match(words) and codes(words)):
            return True
        if not _GOOD.isdisjoint(known) and _PRAISE.match(words) and codes(words):
            return True
    if _FRIENDS.isdisjoint(known) or not codes(words):
        return False
    return _FRIEND.match(words) is not None or _PARTNERS.match(words) is not None


def _is_wrong(words: str, speaker: str) -> bool:
    """True for what another state, or those whom the speaker stands against, are said to do or to be."""
    does = _DOES.match(words)
    if does is not None:
        who = does["who"] or does["whose"]
        named = codes(who)
        if named - codes(speaker) or (not named and not _THEM.isdisjoint(who.lower().split())):
            return True
    said = words[:_LONG_SAID]
    return (_HOSTILE.search(said) is not None or _IS_A_WRONG.search(said) is not None) and bool(codes(words))


def codes(words: str) -> set[str]:
    """The states that names in `words` are of."""
    found = (match.group() for match in NAME_IN.finditer(words))
    names = (name for told in found for name in (told, told.rstrip("."), *told.replace("-", " ").split()))
    return {code for code in map(code_of, names) if code is not None}
