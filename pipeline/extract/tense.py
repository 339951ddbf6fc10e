"""Whether the words around a place in a sentence tell of what was or of what is to come. No dates, no events."""

import re
from functools import lru_cache

from pipeline.extract.tense_signs import ARTICLE, LOOK, signs_in, told_past
from pipeline.extract.vocabulary import vocabulary, word_before

_CLOSE = 36
"""Characters from a verb to a day within which "through" goes with it ("rose through May")."""
_ONCE_PLANNED = re.compile(
    r"\b(?:"
    r"(?:was|were|had\sbeen)\s(?:\w{2,12}ly\s|also\s|first\s)?"
    r"(?:(?:supposed|due|set|expected|scheduled|slated|planning|preparing)\s)?to"
    r"(?:\s(?!and\b|but\b|who\b|which\b|that\b|said\b|when\b|while\b)[\w'’.-]{1,30}){1,9}|"
    r"(?P<now>(?:is|are|now|been\snow)\s(?:\w{2,12}ly\s|also\s|now\s)?)?"
    r"(?:(?:scheduled|slated|planned|due|expected|billed)\s(?:to\s\w{2,20}\s)?(?:for|on|in|at|from)|"
    r"(?:set|[a-z]{3,14}ed(?:\sin)?)\sfor|hoped\sfor\s(?:in|on|by)|due\s(?:back\s)?(?:in|at)\s(?:[A-Z][\w-]{1,20}\s){1,3}(?:on|for))|"
    r"(?:postponed|moved|rescheduled|shifted|put\soff|put\sback|pushed\sback|delayed|brought\sforward)\sfrom|"
    r"(?:planned|scheduled|proposed|slated)\s(?:[\w'’.-]{1,20}\s){1,10}(?:on|in|for)|called\s(?:[\w'’-]{1,20}\s){1,5}for|"
    r"(?:has|have)\s(?:set|scheduled|fixed|called)(?:\s[\w'’-]{1,20}){0,4}|"
    r"(?:with\seffect\sfrom|effective(?:\sfrom)?|payable|starting|beginning|as\sof|before|(?P<through>through))"
    r"(?:\s(?:in|on|from))?|"
    r"for\s(?:shipment|delivery|use|export|loading|release|arrival)\s(?:in|on|between|from|by)|"
    r"before\s(?:[\w'’-]{1,30}\s){1,4}(?:in|on)"
    r")\s(?:the\s|late\s|early\s|mid-)?\Z"
)
"""What was or is to be: `now` says that it still is, else the day may lie on either side of today."""
_PLANS = frozenset(
    {"scheduled", "slated", "planned", "due", "expected", "billed", "set", "for", "proposed", "before", "postponed",
     "moved", "rescheduled", "shifted", "put", "pushed", "delayed", "brought", "starting", "beginning", "effect",
     "effective", "payable", "as", "through"}
)  # fmt: skip
_WAS_WORDS, _HAS_WORDS = frozenset({"was", "were", "had"}), frozenset({"has", "have"})
"""Words of which a sentence has one where something was to be, "was to" and "has set" beside them."""
_BEFORE_DOING = re.compile(r"before\s(?!the\b)[a-z]{3,20}ing\b")
_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b[A-Z][a-z]{2,8}\.?\s\d{1,2}\b|\b\d{1,2}\s[A-Z][a-z]{2,8}\b"
)
"""A day of its own that the act ahead has: what is done after it may be to come."""
_BY = re.compile(r"\bby\s(?:the\s|late\s|early\s|mid-)?\Z")
_HAD_BY_THEN = re.compile(r"(?:\s\d{4})?,\s(?:[\w'’-]{1,20}\s){1,10}had\s(?!to\b)")
"""What was over by then ("By the end of 2018, two thirds of them had gone")."""
_ANSWERED = re.compile(
    r"\b(?:in\sresponse\sto|in\sretaliation\sfor|in\sthe\swake\sof|in\sprotest\s(?:at|over|against))\s[^,;:]{1,80}\Z"
)
"""What is answered has been."""
_AFTER_OWN = re.compile(
    r"\b(?:after|following|since)\s(?:his|her|its|their|the|[A-Z]\w{1,20}['’]s)\s(?:[a-z]{3,12}\s)?\Z"
)
"""Ahead of the month of an occasion that has been ("after his February summit ended")."""
_OF_AN_ACT = re.compile(
    r"\b(?:accords?|agreements?|announcements?|attacks?|bans?|communiqu[eé]s?|decisions?|decrees?|letters?|notes?|offers?|orders?|pacts?|"
    r"pledges?|promises?|raids?|resolutions?|rulings?|shootings?|statements?|strikes?|terms|verdicts?)\sof\s\Z"
)
"""What is known by its day has been ("the decision of 28 September to let exports resume")."""
_OWNED = re.compile(r"['’]s\s[a-z]")
"""An event named by its day ("Wednesday's ruling"): its own time, not that of the verb."""
_OWNED_PAST = re.compile(
    r"['’]s\s(?:\w{1,20}\s)?(?:attacks?|blasts?|bombings?|clos(?:e|ing)|deaths?|finish|killings?|news|results?|session|shootings?|trading)\b"
)
"""What is spoken of by its day only when it is over."""
_SINCE_THE = re.compile(r"\b(?:since|after|following)\s(?:the\s)?(?:[a-z]{3,14}\s(?:of|at|in|from)\s)?(?:the\s)?\Z")
"""Ahead of a day's own event: "since the collapse of February's summit"."""
_AT_ITS = re.compile(r"\b(?:at|during|in|outcome\sof|results?\sof)\s(?:the\s)?\Z")
"""Ahead of the day of an occasion at which something was done ("signed the pact at Monday's summit")."""
_OWNED_IS = re.compile(r"['’]s\s(?:\w{1,20}\s){1,3}(?:is|are)\s")
_WAS = re.compile(r"\b(?:was|were|did|had)\b")
_WAS_OFF = re.compile(
    r",?\s(?:but\s|and\s|then\s|was\s|were\s|later\s){1,2}(?:called\soff|cancelled|canceled|delayed|dropped|postponed|put\soff|"
    r"scrapped|shelved)\b"
)
_DECIDED = re.compile(r"(?:planned|intended|agreed|vowed|pledged|promised|decided|offered)\b")
_CLOCK = (
    r"(?:(?:\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?|noon|midnight|the\send\sof)\s(?:[A-Z]{2,4}\s|local\stime\s)?"
    r"(?:on\s)?|(?:at\s)?least\s)?"
)
_UNTIL = re.compile(rf"\b(?:until|till)\s(?:the\s|late\s|early\s|mid-)?{_CLOCK}\Z")
_LASTED = re.compile(
    r"\b(?:took|lasted|ran|stayed|remained|continued|waited|worked|lived|served|kept|held|reigned|ruled)\b"
)
_NOT_UNTIL_THEN = re.compile(r".{0,4}\b[Nn]ot\suntil\s did\s")
"""Around a day: "Not until May did Riga lift the ban"."""
_NOT_BEFORE = re.compile(r"\b(?:did|was|were|had)(?:n['’]t|\snot|\snever)\b")
_TIGHT_FUTURE = re.compile(
    r"\b(?:due|maturing|expiring|upcoming|forthcoming|ahead\sof|ahead\sof\sthe|ahead\sof\sa|"
    r"(?:moved|rescheduled|pushed\sback|put\sback|put\soff|brought\sforward|deferred|adjourned|postponed|delayed|"
    r"shifted|extended)\s(?:from\s[\w. ]{1,24}\s|(?:the\s|its\s|their\s)?(?:[a-z]{3,14}\s){1,2})?(?:to|until|till)|"
    r"no\slater\sthan|invited\s(?:\w+\s){0,6}(?:for|to|in|on))\s(?:the\s|late\s|early\s|mid-)?\Z"
)
_TIGHT = frozenset(
    {"due", "maturing", "expiring", "upcoming", "forthcoming", "of", "a", "to", "until", "till", "than", "for", "in",
     "on"}
)  # fmt: skip
"""Words with which it ends, "the" left out; with the last three only where the sentence invites."""
_CLAUSE = re.compile(
    r"[;:]|,\s(?:and|but|while|when|after|before|as|which|who|where|although|though)\b|\s(?:which|who|while|whereas|but)\s"
)
_BEHIND = re.compile(r"\s(?:(?:morning|afternoon|evening|night)\s)?(?:\w{2,14}ly\s)?(?P<verb>[a-z]{3,20})\b")
_SUBORDINATE = re.compile(
    r"\b(?:when|once|if|unless|until|before|by\sthe\stime|as\ssoon\sas)\s(?:[\w'’.-]{1,20}\s){1,5}?"
    r"(?:(?:is|are)\s(?:[a-z]{3,20}(?:ed|en|un|ld|ard|ing|de|ne)|due|put|set)|steps\s(?:aside|down)|takes\s(?:office|over|power)|leaves(?:\s[a-z]{4,8})?|"
    r"expires|retires|kicks\soff|(?:runs|gives)\sout)\s(?:on|in|by|at)\s(?:the\s|late\s|early\s)?\Z"
)
"""A clause of what is to be ("when the case is heard in May")."""
_WAS_TO_BE = re.compile(
    r"(?:\s(?:morning|afternoon|evening))?\s(?:was|were)\s(?:also\s|then\s)?"
    r"(?:(?:due|expected|scheduled|set|slated|supposed)\s)?to\s[a-z]"
)
"""Behind a day: what was to be done then ("and on Saturday was due to meet")."""
_ONE_WAS_TO = re.compile(
    r",?\s(?:(?!and\b|but\b|that\b|which\b|who\b)[\w'’.-]{1,20}\s){1,7}?(?:was|were)\s(?:also\s|then\s)?"
    r"(?:(?:due|expected|scheduled|set|slated|supposed)\s)?to\s[a-z]"
)
"""The same behind a day that opens its clause ("On Saturday, the envoy was to meet")."""
_OPENING = 12
"""Characters at most ahead of a day that opens its clause ("and late on ")."""
_DONE_BY = re.compile(
    r"(?<!\bbe\s)(?<!being\s)(?<!\bis\s)(?<!\bare\s)\b(?!(?:accompanied|affected|arranged|attended|backed|chaired|expected|faced|followed|funded|headed|held|hosted|joined|led|mediated|"
    r"needed|organi[sz]ed|owned|planned|represented|required|scheduled|sponsored|supported)\b)(?:[a-z]{3,14}(?:ed|pt|nt)|made|struck|taken|given|put\sforward|set\sout)\sby\s"
    r"(?:(?!and\sto\b|that\b|to\b|will\b|would\b|which\b|who\b)[\w'’.,-]{1,20}\s){1,18}?(?:at|in|on)\s(?:early\s|late\s|mid-)?\Z"
)
"""What has been done by somebody, whatever the sentence's verb ("will go through the vows made by Oslo in May")."""
_FOLLOWS = re.compile(
    r"\bfollows?\s(?:an?|her|his|its|the|their|two|three|[A-Z][\w-]{1,20}['’]s)\s(?:(?!that\b|which\b|who\b)[\w'’-]{1,20}\s){1,8}?(?:in|on)\s(?:early\s|late\s)?\Z"
)
"""What is followed has been."""
_SAYING_THEN = re.compile(
    r",\s(?:announcing|claiming|declaring|disclosing|pledging|promising|revealing|saying|telling\s\w{3,12}|vowing|warning)\s(?:in|on)\s(?:early\s|late\s|mid-)?\Z"
)
"""Ahead of the day of a saying, whatever is to be done ("will build a smelter, announcing in May that …")."""
_AHEAD_OF_DAY = frozenset({"at", "in", "on", "early", "late"})
_IS = re.compile(r"\b(?:is|are|comes)\s(?:on\s|due\s|only\s|set\sfor\s)?\Z")
_AND_IS = re.compile(r"\s(?:will|(?:is|are)\s(?:to|due|set|expected|scheduled|slated))\s")
"""Behind a day that opens a second predicate ("and on Friday is to address the senate")."""
_IS_LEADS = frozenset({"is", "are", "comes", "on", "due", "only", "for"})
_IS_BEHIND = re.compile(r"\s(?:is|are|marks|brings|sees)\s(?!\w{2,20}ed\b)")
_TO_DO = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Oo]nce)\s|\bto\s(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b|all\b|both\b|two\b|three\b|four\b|"
    r"five\b|six\b|seven\b|eight\b|nine\b|ten\b|some\b|several\b|many\b|more\b)[a-z]{3,20}\b"
)
"""A condition, or in a headline what is to be done, where no verb tells more ("Leaders to meet Friday")."""
_TO_A_RECORD = re.compile(
    r"\b(?:climb|drop|fall|grow|increase|jump|leap|narrow|plunge|rebound|recover|rise|shrink|sink|slide|slip|slump|soar|"
    r"surge|swell|tumble|widen)s?\sto\s(?=record\b)"
)
"""In a headline what has come to be, and nothing that is to be done ("Sugar sales climb to record high in May")."""
_PLANNED_NOUN = re.compile(
    r"\s(?:\w{1,20}\s){0,3}(?:anniversary|ballot|celebrations?|ceremony|concert|conference|deadline|elections?|game|hearing|holiday|launch|match|meeting|opening|parade|"
    r"polls?|referendum|runoff|start|summit|talks|tour|trip|visit|vote)\b"
)
"""What is spoken of by its day before it takes place as well as after."""
_ITS_OWN = re.compile(
    r"\b(?:at|during|for|in|of)\s(?:his|her|its|their)\s(?:last|latest|first|second|previous|early\s|late\s)?\s?\Z"
)
"""Ahead of the month of an occasion ("agreed to buy more gas during his October visit")."""
_PAST_NOUN = re.compile(
    r"\s(?:[a-z]{3,12}\s|(?:[A-Z][a-z]{2,12}(?:-led)?\s){1,2})?(?:ambush|assassination|attacks?|blasts?|bloodshed|bombings?|clash(?:es)?|crash|incident|killings?|massacre|raids?|remarks|"
    r"shootings?|sinking|unrest|violence)\b"
)
"""What is spoken of by its day only when it is over ("to look into the June 13 violence")."""
_PAST_NOUN_AHEAD = re.compile(
    r"\b(?:ambush|assassination|attacks?|blasts?|bombings?|clash(?:es)?|crash|explosion|incident|killings?|massacre|raids?|"
    r"shootings?|sinking|unrest)\s(?:(?:(?:against|on)\s(?:[\w'’-]{2,16}\s){1,3})?(?:on|in)\s|of\s|last\s)?\Z"
)
"""The same, ahead of its day ("compensation for an attack in May")."""
_KILLING_OF = re.compile(
    r"\b(?:assassination|bombing|execution|killing|massacre|murder|shooting|sinking)\sof\s"
    r"(?:(?!and\b|but\b|that\b|to\b|which\b|who\b|will\b)[\w'’.-]{1,20}\s){1,9}(?:in|on)\s(?:early\s|late\s|mid-)?\Z"
)
"""The same with whom it befell ("over the killing of its envoy in Lima in May")."""
_MODALS = frozenset({"could", "may", "might", "should"})
_MAY = re.compile(r"\b(?:could|may|might|should)\s(?:(?:also|soon|still|well|yet)\s)?(?!have\b|not\b)[a-z]{2,20}\b")
_DELIVERY = re.compile(r"\s(?:delivery|settlement|shipment|loading|contracts?|futures)\b")


@lru_cache(maxsize=2048)
def direction(sentence: str, start: int, end: int) -> str | None:
    """`past`, `over`, `future`, `near` or `planned` for the expression at `sentence[start:end]`, by its verb; None
    without one.

    The nearest sign to its left in the same clause decides, else the nearest to its right, else one of the sentence.
    `over` says that it names an attack or the like: nobody tells of such before. `near` says that the words allow both
    ("with effect from", a verb in the present), `planned` that something was to take place then and the telling is past
    ("set for Monday, was put off").
    """
    words, lead = vocabulary(sentence), word_before(sentence, start)
    left, right = sentence[max(0, start - LOOK) : start], sentence[end : end + LOOK]
    if _is_tight(lead, words) and _TIGHT_FUTURE.search(left[-40:]):
        return "future"
    breaks = [match.start() for match in _CLAUSE.finditer(left)]
    clause = breaks[-1] if breaks else 0
    near = left[clause:]
    if ("until" in words or "till" in words) and _UNTIL.search(left[-40:]) and not right.startswith(", when "):
        past = _LASTED.search(near) or _NOT_BEFORE.search(near) or _NOT_UNTIL_THEN.match(left[-14:] + right[:5])
        return "past" if past else "future"
    once = _ONCE_PLANNED.search(left[-120:]) if _may_be_planned(words) else None
    if once is not None and "before" in words and _BEFORE_DOING.match(once.group().lstrip()) and not _DAY.search(left):
        once = None  # "met the premier before flying home on Monday"
    if once is not None and once["through"]:
        place, sign = (signs_in(near) or [(0, "near")])[-1]
        by_day = sentence[start:end].endswith("day")
        return "near" if sign == "past" and (by_day or len(near) - place > _CLOSE) else sign
    if once is not None:
        return "future" if once["now"] else "planned" if _WAS.search(right) or _WAS_OFF.match(right) else "near"
    told = _beside(near, left, right, lead)
    answers = "response" in words or "retaliation" in words or "wake" in words or "protest" in words
    if told is None and answers and _ANSWERED.search(near):
        return "past"
    if (
        told is None
        and _AFTER_OWN.search(left)
        and _first_sign(signs_in(right, 0, _clause_end(right)), right) == "past"
    ):
        return "past"
    if told is None and lead == "of" and _OF_AN_ACT.search(left) and not signs_in(near):
        return "past"
    return told or _by_signs(left, clause, right) or ("future" if _is_to_be_done(near) else None)


def may_come(sentence: str, start: int) -> bool:
    """True for the May of "could sign the pact in May": what may be is to come, where no other word tells."""
    if _MODALS.isdisjoint(vocabulary(sentence)):
        return False
    left = sentence[max(0, start - LOOK) : start]
    breaks = [match.end() for match in _CLAUSE.finditer(left)]
    return _MAY.search(left, breaks[-1] if breaks else 0) is not None


def _is_to_be_done(near: str) -> bool:
    """Whether a condition or an infinitive stands in the clause ahead."""
    if " to record " in near:
        near = _TO_A_RECORD.sub("", near)
    return _TO_DO.search(near) is not None


def _is_tight(lead: str, words: frozenset[str]) -> bool:
    """False where the word ahead of the expression is none with which `_TIGHT_FUTURE` ends."""
    return lead in _TIGHT and (lead not in ("for", "in", "on") or "invited" in words)


def _may_be_planned(words: frozenset[str]) -> bool:
    """False where the sentence lacks the words of `_ONCE_PLANNED`."""
    if not _PLANS.isdisjoint(words):
        return True
    return ("to" in words and not _WAS_WORDS.isdisjoint(words)) or (
        not _HAS_WORDS.isdisjoint(words) and ("fixed" in words or "called" in words)
    )


def _beside(near: str, left: str, right: str, lead: str) -> str | None:
    """What the words next to the expression tell, whatever the verbs farther away; `lead` stands ahead of it."""
    if _PAST_NOUN.match(right) and ARTICLE.search(left[-8:]):
        return "over"
    if (lead == "by" or lead in ("early", "late", "mid")) and _BY.search(left[-12:]):
        signs = signs_in(near)
        if signs:
            return "near" if signs[-1][1] == "past" else "future"
        return "past" if _HAD_BY_THEN.match(right) else "future"
    if _OWNED.match(right):
        return _owned(near, right)
    if _AND_IS.match(right) and left.endswith((" and on ", " and in ", " and ")):
        return "future"
    if (lead in _IS_LEADS and _IS.search(left[-24:])) or (
        _IS_BEHIND.match(right) and not left.rstrip(' "“')[-1:].isalnum()
    ):
        return "future"
    if _DELIVERY.match(right):
        return "near"
    named = _by_noun(left, right)
    if named is not None:
        return named
    if lead in _AHEAD_OF_DAY and _was_done(near, left):
        return "past"
    return _by_verb_behind(near, right) or ("future" if _SUBORDINATE.search(near) else None)


def _by_verb_behind(near: str, right: str) -> str | None:
    """What a verb right behind the expression tells, or what somebody was to do."""
    if len(near) <= _OPENING and right.find(" to ", 0, LOOK) > 0 and _ONE_WAS_TO.match(right):
        return "near"
    behind = _BEHIND.match(right)
    if behind is None or not told_past(behind["verb"]):
        return None
    if behind["verb"] in ("was", "were") and _WAS_TO_BE.match(right):
        return "near"
    before = signs_in(near) if behind["verb"] in ("was", "were", "had") else []
    return before[-1][1] if before else "past"


def _was_done(near: str, left: str) -> bool:
    """True right behind what has been done by somebody, and behind a saying that goes with the main verb."""
    if " by " in near and _DONE_BY.search(near[-190:]):
        return True
    if " follow" in near and _FOLLOWS.search(near[-120:]):
        return True
    return "ing " in left[-24:] and _SAYING_THEN.search(left[-40:]) is not None


def _by_noun(left: str, right: str) -> str | None:
    """What the noun beside the expression tells, an attack behind it or a visit."""
    if _PAST_NOUN_AHEAD.search(left[-64:]) or (" of " in left and _KILLING_OF.search(left[-150:])):
        return "over"
    if _PLANNED_NOUN.match(right) and (ARTICLE.search(left[-8:]) or _ITS_OWN.search(left[-24:])):
        return "near"
    return None


def _owned(near: str, right: str) -> str:
    """ "Wednesday's ruling": what was is told of more often, unless a verb of what is to come says otherwise."""
    if _OWNED_PAST.match(right):
        return "past"
    if _SINCE_THE.search(near):
        return "past"
    if _OWNED_IS.match(right):
        return "near"
    before, behind = signs_in(near), signs_in(right[: _clause_end(right)])
    planned = _PLANNED_NOUN.match(right[2:]) is not None
    if before and before[-1][1] == "future":
        return "future" if planned else "near"
    if not before:
        return _first_sign(behind, right) or "near"
    if behind and behind[0][1] == "future":
        return "future"
    if planned and not (_AT_ITS.search(near) and _TO_DO.search(near, before[-1][0]) is None):
        return "near"
    return before[-1][1]


def _clause_end(right: str) -> int:
    ahead = _CLAUSE.search(right)
    return ahead.start() if ahead else len(right)


def _by_signs(left: str, clause: int, right: str) -> str | None:
    """The nearest sign: in the expression's own clause, which begins at `clause` to the left, else anywhere."""
    near = signs_in(left, clause)
    if near:
        return near[-1][1]
    end = _clause_end(right)
    behind = signs_in(right, 0, end)
    if behind:
        return _first_sign(behind, right)
    before = signs_in(left, 0, clause)
    return before[-1][1] if before else _first_sign(signs_in(right, end), right)


def _first_sign(signs: list[tuple[int, str]], text: str) -> str | None:
    if signs and _DECIDED.match(text, signs[0][0]):
        return "past"
    return signs[0][1] if signs else None
