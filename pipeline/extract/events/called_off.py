"""What was planned for a day and did not take place: called off, put off, or never held.

An act of calling off with a day of its own is `govern`'s.
"""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.extract.events.occasions import any_of, occasion_signs
from pipeline.extract.events.tokens import word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.table import rows

_LOOK = 120
_PLANS = frozenset({"plan", "plans"})
_PLANNED_FOR = re.compile(
    r"\b(?!set\s(?:aside|fire|foot|free|off|out|sail|up)\b)"
    rf"(?:(?:{any_of('planned')}|plan|plans)\s(?:for|on|in|to|at|from)|(?:was|were)\s(?:for|to)|"
    r"[a-z]{2,14}ed(?:\sin)?\sfor|"
    rf"(?:{any_of('planned')})\s(?:[\w'’-]{{1,20}}\s){{1,10}}(?:on|in|for)|due\sto\s(?:be\s)?[a-z]{{2,20}})\s"
    r"(?:[\w'’-]{1,20}\s){0,5}\Z"
)
_MAY_BE_PLANNED = re.compile(r"(?:ed(?:\sin)?|was|were|due)\s(?:for|to)\s")
"""What `_PLANNED_FOR` has where no word of planning stands."""
_ONCE = frozenset({"been", "first", "initially", "originally", "supposed"})
"""Words of which a sentence has one, or "have", where `_WAS_TO` is found."""
_WAS_TO = re.compile(
    r"\b(?:(?:had\s(?:originally\s|first\s|initially\s)?been|(?:was|were)\s(?:originally|first|initially))\s"
    rf"(?:(?!announced\b|set\s(?:out|up)\b){any_of('planned')}|to)|(?:was|were)\s(?:supposed\sto|to\shave)|should\shave|originally\s(?:{any_of('planned')}))\b"
    r"(?:\s(?!and\b|but\b|who\b|which\b|when\b|while\b)[\w'’.-]{1,20}){0,9}\s\Z"
)
"""What was to be and, being told so, was not: "had been due to open in", "was supposed to fly on"."""
_TO_BE = re.compile(r"\b(?:was|were)\sto\s(?!have\b)(?:(?!and\b|but\b|who\b|which\b)[\w'’.-]{1,20}\s){1,10}\Z")
"""What was to be, and may have been: "was to open on"."""
_WOULD_HAVE = re.compile(
    r"\bwould\shave\s(?:been\s)?[a-z]{2,20}(?:\s(?!and\b|but\b|who\b|which\b|when\b)[\w'’.-]{1,20}){0,7}\s(?:on|in|from)\s(?:the\s)?\Z"
)
"""What would have been on that day: "would have taken effect on"."""
_WOULD_HAVE_BEHIND = re.compile(r",\swould\shave\s")
_ALSO_CANCELS = frozenset({"move", "suspend", "scrap", "halt", "stop", "shift", "drop"})
"""Verbs that call off what was planned for a day, and mean an act of their own elsewhere."""
_WILL_NOT = re.compile(r"(?:,[^,;.]{1,30},|,)?[^,;.]{0,40}?\b(?:will\snot|won['’]t|(?:does|do)(?:\snot|n['’]t))\s")
"""What will not take place, an aside ahead of it: "planned for May 8, a holiday, will not"."""
_NOT_HELD = re.compile(
    r"\b(?:did\snot|never|didn['’]t|has\snot|have\snot|had\snot|(?:was|were)(?:\snot|n['’]t)\s(?:convened|held|made|staged))\b"
)
_REFUSES = frozenset({"declined", "refused"})
_WAS_REFUSED = re.compile(
    r"\b(?:was|were)\s(?:due\s|expected\s|scheduled\s|set\s)?to\s[^;.]{3,90}?,?\sbut\s[^;.]{2,60}?\s(?P<no>refused|declined)\sto\s"
    r"(?:attend|appear|come|go|join|meet|participate|take\spart|travel|turn\sup)\b"
)
"""What was to be, and who would not come to it."""
_OF_OTHERS = re.compile(r"\s(?:because|if|that|unless|which|who)\s[^,;]{0,60}\Z")
"""Ahead of it, where it tells of something else ("will meet on Friday to go over the gas that Peru did not take")."""
_ANOTHER = re.compile(
    rf";\s(?!(?:it|they|this|that|both|the\s(?:{any_of('occasion')}))\b)|"
    r",?\s(?:and|but|while|whereas)\s(?:an?|another|the\sother|(?:his|her|its|their)\s(?:earlier|other|second))\s"
)
"""Where another event than the one dated begins to be told: "; a visit announced for May"."""
_OBJECT = re.compile(r"[^,;:.]{0,70}\Z")
_TOLD_ASIDE = re.compile(r"\b(?:after|but|when|where|which|while|who|whose)\s")
"""What opens a clause between what is called off and a day."""
_WAS = re.compile(r"[^,;.]{0,24}?\s(?:was|were|is|been|be)\s(?:\w{2,12}\s)?")
_BESIDE = re.compile(r"[^,;:.]{0,50}")
_NEW_DAY = re.compile(
    r"\b(?:until|till|to|for)\s(?:the\s|early\s|late\s|mid-|next\s|at\sleast\s|after\s)?(?:morning\sof\s)?\Z"
)


def called_off(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """What was planned for the date at `start`..`end` and did not take place, with the type of what names it.

    None where the sentence does not say that it was called off, or not held.
    """
    refused = _not_gone_to(sentence, start, end, triggers)
    if refused is not None:
        return refused
    once, planned = _planned(sentence, start, end, triggers)
    if not planned:
        return _cancelled_behind(sentence, start, end, triggers) or _object_of_cancel(sentence, start, triggers)
    named = _named(sentence, start, triggers)
    if named is not None and named.negated:
        return named
    off = _told_off(sentence, start, end, triggers, named)
    if off is not None:
        return off
    if once and named is None:  # "a vote first set for May 3 will be held on May 10": the noun is the verb's
        named = next((t for t in triggers if t.start > end and t.noun is not None), None)
    if once and named is not None:
        return named._replace(kind="cancel")
    return _object_of_cancel(sentence, start, triggers)


def _not_gone_to(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The refusal of "in May they were to meet in Riga, but the envoy refused to go there"."""
    if " but " not in sentence or _REFUSES.isdisjoint(vocabulary(sentence)):
        return None
    match = _WAS_REFUSED.search(sentence)
    if match is None or not (match.start() < start < match.start("no") or 0 <= match.start() - end <= _LOOK // 2):
        return None
    return next((t for t in triggers if match.start("no") <= t.start < match.end()), None)


def _planned(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> tuple[bool, bool]:
    """Whether the words beside a date say that something was to be then and was not; and that it was or is to be."""
    words, before = vocabulary(sentence), sentence[max(0, start - _LOOK) : start]
    was, have = "was" in words or "were" in words, "have" in words
    if (have or not _ONCE.isdisjoint(words)) and _WAS_TO.search(before):
        return True, True
    if have and _WOULD_HAVE.search(before):
        return True, True
    if was and "to" in words and _TO_BE.search(before):
        return have and _WOULD_HAVE_BEHIND.match(sentence, end) is not None, True
    if sentence.startswith(" that ", end):
        return False, False  # "announced in May that it would stop"
    planned = not (occasion_signs("planned").isdisjoint(words) and _PLANS.isdisjoint(words))
    for_then = planned or ((was or "for" in words) and _MAY_BE_PLANNED.search(before) is not None)
    match = _PLANNED_FOR.search(before) if for_then else None
    return False, match is not None and not _is_proposal(sentence, start - len(before) + match.start(), triggers)


def _is_proposal(sentence: str, at: int, triggers: Sequence[Trigger]) -> bool:
    """True where the word of planning at `at` is an act of its own: who proposed something in May did so in May."""
    act = next((t for t in triggers if t.start == at and t.lemma == "propose"), None)
    return act is not None and not act.passive and not sentence.startswith((" for ", " to "), act.end)


def _told_off(
    sentence: str, start: int, end: int, triggers: Sequence[Trigger], named: Trigger | None
) -> Trigger | None:
    """What was planned, where the words behind its date say that it was called off, or not held."""
    another = _ANOTHER.search(sentence, end)
    reach = another.start() if another else len(sentence)
    cancel = next((t for t in triggers if start < t.start < reach and _calls_it_off(t)), None)
    if cancel is not None:
        thing = "CONSULT" if cancel.event_type == "OTHER" else cancel.event_type
        return (named or cancel._replace(event_type=thing))._replace(kind="cancel")
    held = next((t for t in triggers if end < t.start < reach and t.lemma in word_class("takes_place")), None)
    if held is not None and _WILL_NOT.match(sentence, end):
        return held._replace(kind="cancel")
    held = held or named
    none = _NOT_HELD.search(sentence, end, reach) if held is not None else None
    if held is None or none is None or _OF_OTHERS.search(sentence, end, none.start()):
        return None
    return held._replace(negated=True)


def _calls_it_off(trigger: Trigger) -> bool:
    if trigger.pos != "verb":
        return False  # "a move likely to anger Oman"
    if trigger.lemma == "withdraw":
        return trigger.passive
    if trigger.lemma in _ALSO_CANCELS and not trigger.passive:
        return trigger.kind == "cancel" and trigger.form != "base"  # "a truce to halt the fighting"
    return trigger.kind == "cancel" or trigger.lemma in _ALSO_CANCELS or trigger.lemma in _cancelling()


@cache
def _cancelling() -> frozenset[str]:
    """The verbs of calling off, whatever their object makes of them."""
    return frozenset(row["lemma"] for row in rows("event_verbs") if row["kind"] == "cancel")


def _named(sentence: str, start: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The noun before the date that names what was planned, else the verb of what was to be done."""
    break_at = sentence.rfind("; ", 0, start)
    before = [t for t in triggers if break_at < t.start and t.end <= start]
    last = before[-1] if before else None
    verb = next((t for t in reversed(before) if t.pos == "verb"), None)
    if verb is not None and sentence.endswith("to have ", 0, verb.start):
        return verb
    if last is not None and last.pos == "verb" and last.form == "base":
        return last
    return next((t for t in before if t.pos == "noun" and t.kind == "noun"), None) or next(
        (t for t in reversed(before) if t.pos == "noun"), last
    )


def _cancelled_behind(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The trip of "a trip in April had to be put off"."""
    cancel = next((t for t in triggers if t.start >= end and t.kind == "cancel" and t.pos == "verb"), None)
    noun = next((t for t in reversed(triggers) if t.end <= start), None)
    if cancel is None or noun is None or noun.pos != "noun":
        return None
    if not _WAS.fullmatch(sentence, end, cancel.start) or not _BESIDE.fullmatch(sentence, noun.end, start):
        return None
    return noun._replace(kind="cancel")


def _object_of_cancel(sentence: str, start: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """What a verb of calling off governs, where the date belongs to it: "shelved a visit scheduled for April"."""
    ahead = [t for t in triggers if t.pos == "verb" and t.end <= start]
    cancel = next((t for t in reversed(ahead) if t.kind == "cancel" or t.lemma in _ALSO_CANCELS), None)
    if cancel is None or cancel.passive:
        return None
    inner = [t for t in triggers if cancel.end <= t.start and t.end <= start]
    if not inner or not _OBJECT.match(sentence[cancel.end : inner[0].start]):
        return None
    if _TOLD_ASIDE.search(sentence, inner[0].end, start) and any(_tells(t) for t in inner):
        return None
    between = sentence[cancel.end : start]
    outright = cancel.kind == "cancel" and inner[-1].form == "base"
    if outright or re.search(rf"\b(?:{any_of('planned')}|due|was\sto|were\sto)\b", between):
        noun = next((t for t in inner if t.pos == "noun"), inner[-1])
        return (inner[-1] if inner[-1].form == "base" else noun)._replace(kind="cancel")
    return None


def _tells(trigger: Trigger) -> bool:
    """True for a verb that tells what was done, and not when something was to be."""
    told = trigger.pos == "verb" and trigger.finite and trigger.form == "past" and not trigger.passive
    return told and trigger.lemma not in ("plan", "propose", "schedule")


def calls_off(sentence: str, start: int, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """True for a verb of calling off; for "moved to" a new day where it is an event that is moved."""
    if trigger.pos != "verb":
        return False
    if trigger.kind == "cancel":
        return True
    moved = trigger.lemma in _ALSO_CANCELS or trigger.lemma in ("moved", "shifted")
    return (
        moved
        and (new_day(sentence, start, trigger) or sentence.endswith("from ", trigger.end, start))
        and any((t.pos == "noun" or t.noun) and t.end < trigger.start for t in triggers)
    )


def new_day(sentence: str, start: int, cancel: Trigger) -> bool:
    """True where the date is the day to which something was put off: "postponed until May", "moved to Sept. 12"."""
    return cancel.end <= start and _NEW_DAY.search(sentence[max(0, start - 40) : start]) is not None


def what_is_off(sentence: str, start: int, cancel: Trigger, triggers: Sequence[Trigger]) -> Trigger:
    """A verb that calls off, with the type of the event noun that it calls off: the nearest before, else behind.

    The new day of what is put off is one on which it is to take place.
    """
    nouns = [t for t in triggers if t.pos == "noun" or t.noun]
    before = [t for t in nouns if t.end <= cancel.start]
    noun = before[0] if before else nouns[0] if nouns else None
    kind = "content" if new_day(sentence, start, cancel) else "cancel"
    thing = "CONSULT" if cancel.event_type == "OTHER" else cancel.event_type
    return cancel._replace(kind=kind, event_type=noun.event_type if noun else thing, goal=bool(noun and noun.goal))
