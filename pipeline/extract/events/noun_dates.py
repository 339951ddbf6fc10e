"""The event nouns that have a date of their own, whatever verb stands beside: "his talks in Riga on Monday".

Which verb a date belongs to where no noun has it is `governor`'s business.
"""

import re
from collections.abc import Sequence

from pipeline.extract.dates.words import alternatives
from pipeline.extract.events.occasions import occasion_words
from pipeline.extract.events.trigger import Trigger

_INCLUDING = (", including ", ", including in ", ", including on ")
"""Ahead of one date of several."""
_FOLLOWING = 40
"""Characters behind a date within which the noun that it describes begins ("the April 27 inter-Korean summit")."""
_SOON = 20
"""Characters between a noun and "today" beyond which the word means these times."""
_NEAR = 70
"""Characters between a noun and a date beyond which the date is not its own."""
_FAR = 40
"""Characters between a verb and another's attack behind which the date beside the attack is its own."""
_PP = re.compile(r"[^,;:.]{0,90}\Z|\s(?:between|with)\s[^,;:.]{0,140}\Z")
_ATTRIBUTIVE = re.compile(
    r"\b(?:(?:[Tt]h(?:at|e|ese|is|ose)|[Aa]n?|[Tt]heir|their|its|his|her|of|\w+['’]s|\w+s['’])\s|the\s(?:landmark|historic|previous|last|recent|failed|disputed|first|second|ill-fated)\s)\Z"
)
_WITH_ADJECTIVE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]heir|their|its|his|her)\s[a-z-]{3,14}\s\Z")
_TO_NOUN = re.compile(r"(?:['’]s)?\s(?:[\w'’.-]+\s){0,3}")
_TO_OWNED = re.compile(r"['’]s\s[“\"]?(?:(?!(?:and|at|in|on|to|with)\b)[\w'’.&-]+\s|\([^)]{1,12}\)\s){0,7}")
"""Between a day and the noun that it owns ("last week's Harbour Cooperation Forum (HCF) summit")."""
_POSSESSED = re.compile(r"(?:['’]s|s['’]|\b(?:his|her|its|their|an?))\s(?:[\w'’-]+\s){0,3}\Z")
_OWNED = re.compile(r"(?:['’]s|s['’]|\b(?:his|her|its|their))\s(?:[\w'’-]+\s){0,3}\Z")
"""Ahead of a noun whose content follows its day ("welcomed Riga's offer in May to mediate")."""
_OCCASION = re.compile(
    r"\b(?:after|before|following|since|during|at|amid|sidelines\sof|margins\sof|"
    r"in\s(?:answer|reaction|reply|response)\sto|in\sthe\swake\sof|as\sa\sresult\sof|in\sretaliation\sfor|in\sprotest\s(?:at|over)|because\sof|prompted\sby)\s"
    r"(?:(?:[\w'’-]+\s){0,4}|(?:[A-Z][\w'’.-]*\s){4,8}(?:[a-z-]+\s){0,2})\Z"
)
_BELONGS = re.compile(r"\s(?:of|on|for)\s(?:[\w'’-]{1,20}\s){0,3}")
_OF = re.compile(
    r"\b(?:(?:of|to|for|from|in|by|over)\s|(?:on|about)\s(?:his|her|its|their|[A-Z][\w-]{1,20}['’]s)\s)(?:[\w'’-]+\s){0,3}\Z"
)
_WHAT_FOR = re.compile(r"\s(?:for|of|over)\s(?:[\w'’-]+\s){0,4}\Z")
_WEEKDAY = re.compile(rf"{alternatives('weekday')}\b")
"""A day of the story's own: "blamed Oman for the attack on Monday" tells when the blame was laid."""
_OWN_TIME = re.compile(rf"{alternatives('weekday')}\b|yesterday\b|earlier\s(?:last|this)\s")
"""The same, and other times of the story."""
_RIGHT_BESIDE = re.compile(r"\s?(?:(?:of|in|on|from|dated|for)\s)?(?:the\s|early\s|late\s|mid-)?\Z")
_SHUNS = re.compile(r"\s(?:(?:from|of|out)\s){0,2}(?:the\s)?")
"""Between a refusal to go somewhere and the day of what is shunned."""
_WHERE = re.compile(r",\s(?:also\s)?(?:(?:held\s)?(?:in|at)\s[^,;:.]{2,50}\s)?(?:on\s|in\s)?(?:early\s|late\s)?")
"""What stands between a noun and the date of its own that follows it between commas."""
_FRONTED = re.compile(r"\W{0,3}(?:After|At|During|Following|In|On)\s")
_FRONTED_WHERE = re.compile(r"[^,;:.]{3,90},\s(?:also\s)?(?:in|on)\s(?:early\s|late\s|mid-)?")
"""The same where whom it was with stands between ("During his meeting with Chad's premier, in May 2019, …")."""
_SCHEDULED = re.compile(
    r"\b(?:scheduled|planned|slated|due|set|foreseen|billed)\s(?:for|in|on)\s(?:the\s|early\s|late\s|mid-)?\Z"
)
"""Between a noun and the day for which it is set ("defended the drills scheduled for May")."""
_SET = re.compile(r"(?:scheduled|planned|slated|set|foreseen|billed)\s(?:for|in|on)\s")
_HARM = frozenset({"ASSAULT", "COERCE"})
"""Types of what is spoken of when it is over."""
_DONE_TO = (" of ", " on ", " in ", " by ", " against ", " between ")
_OPINION = frozenset({"SUPPORT", "ACCUSE", "THREATEN"})
"""Types of verbs that speak of another act, which has a day of its own."""


def told_among(sentence: str, start: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The meeting of "met twice since the war, including in May": the date is one of those on which it was."""
    if not sentence.endswith(_INCLUDING, 0, start):
        return None
    return next((t for t in reversed(triggers) if t.pos == "verb" and t.finite and t.end <= start), None)


def dated_noun(
    sentence: str, start: int, end: int, before: Sequence[Trigger], after: Sequence[Trigger], earlier: int
) -> Trigger | None:
    """The noun that the date belongs to more closely than to the verb: "Choe's meeting with Putin in November",
    "the April 27 summit", "their May 3 talks"."""
    owner = sentence[end : end + 2] in ("'s", "’s")
    following = next((t for t in after if t.pos == "noun" and t.start - end <= (_NEAR if owner else _FOLLOWING)), None)
    near = following is not None and (_TO_OWNED if owner else _TO_NOUN).fullmatch(sentence, end, following.start)
    if following is not None and near and (owner or _describes(sentence, start)):
        shunned = _shunned(sentence, start, before) if owner and following.kind == "noun" else None
        return shunned or following
    nouns = [t for t in before if t.pos == "noun"]
    verbs = [t for t in before if t.pos == "verb" and t.finite]
    verbs = verbs[:-1] if verbs and nouns and _is_set(sentence, nouns[-1], verbs[-1]) else verbs
    if not nouns or (verbs and verbs[-1].start > nouns[-1].start):
        return None
    last = _head(sentence, nouns)
    if not verbs and _has_own(sentence, last, earlier):
        return None
    if not verbs:
        own = _told_where(sentence, last, start, end) or _PP.fullmatch(sentence, last.end, start)
        return last if own or _opened_with(sentence, last, start, end) else None
    if start - last.end <= _NEAR and _SCHEDULED.search(sentence, last.end, start):
        set_apart = sentence.startswith(",", last.end)
        return last if set_apart or verbs[-1].form in ("past", "participle") else None
    if not _PP.fullmatch(sentence, last.end, start):
        return None
    if verbs[-1].end <= earlier < last.start:
        if _has_own(sentence, last, earlier):
            return None
        return last if last.kind != "thing" or _RIGHT_BESIDE.match(sentence[last.end : start]) else None
    return last if _closer(sentence, start, end, last, verbs[-1]) else None


def _is_set(sentence: str, noun: Trigger, verb: Trigger) -> bool:
    """True for the participle of "the talks scheduled for May": it says nothing of its own."""
    if verb.form != "past" or verb.passive or verb.start - noun.end > len(", "):
        return False
    return noun.end < verb.start and _SET.match(sentence, verb.start) is not None


def is_of_told(sentence: str, start: int, trigger: Trigger) -> bool:
    """True for the time of what somebody is told will be so ("told the forum the dam will be full next year")."""
    if trigger.lemma != "tell" or trigger.event_type != "CONSULT" or trigger.end > start:
        return False
    return " will " in sentence[trigger.end : start] or " would " in sentence[trigger.end : start]


def nowadays(sentence: str, start: int, end: int, noun: Trigger) -> bool:
    """True for the "today" at `start`..`end` of "the state of the harbours today" and "Today, Oman gains by its talks":
    the noun in that sentence is not of that day."""
    if noun.pos != "noun" or sentence[start:end].casefold() != "today" or sentence.startswith(("'s", "’s"), end):
        return False
    return end < noun.start or start - noun.end > _SOON


def _shunned(sentence: str, start: int, before: Sequence[Trigger]) -> Trigger | None:
    """The refusal of "stayed away from Monday's ceremony": not going there was of that day."""
    last = before[-1] if before else None
    if last is None or last.event_type != "REJECT" or last.pos != "verb" or not last.finite:
        return None
    return last if _SHUNS.fullmatch(sentence, last.end, start) else None


def _told_where(sentence: str, noun: Trigger, start: int, end: int) -> bool:
    """True for "Their previous meeting, in Riga on May 3, had settled …": place and date stand between commas."""
    return (
        sentence.startswith(",", end)
        and noun.kind == "noun"
        and _WHERE.fullmatch(sentence, noun.end, start) is not None
    )


def _describes(sentence: str, start: int) -> bool:
    """True for a date that stands ahead of its noun: "the April 27 summit", "a disputed 1998 treaty"."""
    before = sentence[max(0, start - 24) : start]
    if _ATTRIBUTIVE.search(before):
        return True
    return sentence[start : start + 4].isdigit() and _WITH_ADJECTIVE.search(before) is not None


def _has_own(sentence: str, noun: Trigger, earlier: int) -> bool:
    """True for "terminated the 1998 treaty in June", "the envoy to the 2016 talks on Monday accused …": the date at
    `earlier` is the noun's."""
    if earlier < 0 or not 0 <= noun.start - earlier <= _FOLLOWING:
        return False
    return _describes(sentence, earlier)


def _opened_with(sentence: str, noun: Trigger, start: int, end: int) -> bool:
    """True for "During his meeting with Chad's premier, in May 2019, …"."""
    opened = _FRONTED.match(sentence) and _FRONTED_WHERE.fullmatch(sentence, noun.end, start)
    return bool(opened) and sentence.startswith(",", end)


def _head(sentence: str, nouns: Sequence[Trigger]) -> Trigger:
    """The last noun, or of "the scrapping of duties" and "the lifting of sanctions" the one that it belongs to."""
    undone = len(nouns) > 1 and (nouns[-2].event_type, nouns[-1].event_type) == ("YIELD", "SANCTION")
    if (
        len(nouns) > 1
        and (undone or nouns[-1].kind == "thing")
        and _BELONGS.fullmatch(sentence, nouns[-2].end, nouns[-1].start)
    ):
        return nouns[-2]
    return nouns[-1]


def _closer(sentence: str, start: int, end: int, noun: Trigger, verb: Trigger) -> bool:
    """True where the date belongs to the noun and not to the verb before it.

    The noun of an occasion ("after his talks in Riga on Monday") has a time of its own; so has what a verb speaks of.
    """
    gap = sentence[noun.end : start]
    if gap == " of ":
        return True
    if sentence.startswith((" that ", " to "), end) and _OWNED.search(sentence, verb.end, noun.start):
        return _RIGHT_BESIDE.match(gap) is not None
    words = sentence[max(verb.end, noun.start - 60) : noun.start]
    light = verb.kind == "light" and not _OCCASION.search(words)
    near = len(gap) <= _NEAR or gap.startswith((" between ", " with "))
    if light or noun.start - verb.end <= 1 or not near or noun.kind == "thing":
        return False
    marks = verb.lemma in occasion_words("celebrates") and "anniversary" in sentence[verb.end : noun.end]
    if marks or noun.lemma in occasion_words("platform"):
        return False
    if _OCCASION.search(words):
        return True
    if verb.event_type in _OPINION and _WEEKDAY.match(sentence, start) and _WHAT_FOR.search(words):
        return False
    speaks = verb.event_type in _OPINION or verb.lemma in occasion_words("opinion")
    if speaks and (_POSSESSED.search(words) or _OF.search(words) or _is_past_harm(sentence, start, noun, verb)):
        return True
    if _is_anothers_attack(noun, verb, words):
        return _RIGHT_BESIDE.match(gap) is not None
    if _OWN_TIME.match(sentence, start) and verb.form == "past":
        return False
    return _OF.search(words) is not None and _RIGHT_BESIDE.match(gap) is not None


def _is_past_harm(sentence: str, start: int, noun: Trigger, verb: Trigger) -> bool:
    """True for the killing of "discussed the killing of two envoys in May"."""
    if verb.lemma not in occasion_words("opinion") or (noun.event_type not in _HARM and noun.lemma != "death"):
        return False
    return sentence.startswith(_DONE_TO, noun.end) and _OWN_TIME.match(sentence, start) is None


def _is_anothers_attack(noun: Trigger, verb: Trigger, words: str) -> bool:
    """True for the attack of "held talks while the region waited for an answer to Oman's attack last week"."""
    if noun.event_type != "ASSAULT" or verb.event_type == "ASSAULT":
        return False
    return noun.start - verb.end > _FAR and _OWNED.search(words) is not None
