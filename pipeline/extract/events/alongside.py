"""Acts in one breath with a dated one: those told ahead of it under a day that stands behind both, and what is said by
doing it (", accusing him of …").

Verbs that follow a dated one are `joined`'s business.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.clauses import clause_at, coordinated
from pipeline.extract.events.dated_sentence import PAST_FORMS, DatedSentence
from pipeline.extract.events.governed import Governed
from pipeline.extract.events.tokens import word_class
from pipeline.extract.events.trigger import Trigger

_PERFECT = re.compile(r"\b(?:has|have|had|having)\s(?:[a-z]{2,12}\s){0,2}\Z")
"""Ahead of what has long been so: "has criticised the levy and sued on Monday"."""
_OBJECT = re.compile(
    r"(?:\s(?!(?:last|yesterday|since|until|to(?!\s(?:the|an?|its|his|her|their)\s|\s[A-Z])|when|where|which|"
    r"who|that|after|before|as|while|said|will|would|had|has|(?:1[89]|20)\d\d)\b)[\w'’.-]{1,24},?){1,12}\s"
)
"""What may stand between two acts under one day: whom or what the first is done to."""
_SAID = frozenset({"ACCUSE", "PROTEST", "REJECT", "REQUEST", "SUPPORT"})
"""Types of what is said by doing something else."""
_SPEAKS = re.compile(
    r"(?:,\swhile\s|\swhile\s|\sand\s|,\sand\s|,\s)(?P<other>with\s(?:[\w'’.-]{1,20}\s){1,8}?)?(?:publicly\s|also\s|again\s|openly\s)?\Z"
)
_TO_DO = re.compile(r"\s(?:not\s|never\s)?to\s[a-z]")
"""Behind a promise or a threat: what its subject will do ("threatening the harvest" is none)."""
_WARNS = re.compile(r"\s(?!of\b|about\b|that\b)(?:[\w'’-]{2,20}\s){1,4}?(?:(?:not\s)?to\s[a-z]|against\s)")
"""Behind a warning: whom, and what he is to do or to leave."""
_REACH = 90
_SAID_TOO = re.compile(r"\band\ssaid\s(?:that\s)?(?:it|they|he|she)\s(?:will|would|was|were|is|are|had)\s(?=\w)")
_DONE = frozenset({"COERCE", "MOBILIZE", "PROTEST", "SANCTION", "YIELD"})
"""Types of acts that it is an act to tell of."""
_SOON = 16


def acts_ahead(page: DatedSentence, found: Sequence[Governed]) -> list[Governed]:
    """The rejection of "rejected the map and summoned the envoy on Wednesday"."""
    result: list[Governed] = []
    for item in found:
        two = item.trigger
        behind = page.start_of(item.date) >= two.end
        if item.rule != "verb_date" or not behind or two.form not in PAST_FORMS or item.date.precision == "year":
            continue
        one = _joined_to(page, two)
        if one is not None and one.start not in page.dated and not page.has_date(one.end, two.start):
            result.append(page.share(one, item, "act_ahead", item.clause))
    return result


def said_too(page: DatedSentence, found: Sequence[Governed]) -> list[Governed]:
    """The expulsion of "recalled its envoy on Monday and said it would expel Oman's": what one tells of one's own."""
    if "and said " not in page.text:
        return []
    result: list[Governed] = []
    for said in _SAID_TOO.finditer(page.text):
        main = next((g for g in reversed(found) if g.trigger.end <= said.start()), None)
        act = next((t for t in page.triggers if t.start >= said.end()), None)
        if (
            main is None
            or act is None
            or act.pos != "verb"
            or act.start - said.end() > _SOON
            or act.start in page.dated
        ):
            continue
        near = main.trigger.form in PAST_FORMS and page.start_of(main.date) < said.start()
        if near and act.event_type in _DONE and not act.negated and not page.has_date(said.start(), len(page.text)):
            result.append(page.share(act, main, "own_act", page.clause_of(act), told=True))
    return result


def _joined_to(page: DatedSentence, two: Trigger) -> Trigger | None:
    """The verb that "and" joins `two` to, with the same subject."""
    if not coordinated(page.text, two.start):
        return None
    low = page.clause_of(two)[0]
    if page.text.startswith(", and ", low) and low:
        low = page.bounds[clause_at(page.bounds, low - 1)][0]
    ahead = [t for t in page.finite_verbs(low, two.start) if t.end < two.start]
    one = ahead[-1] if ahead else None
    if one is None or one.form not in PAST_FORMS or one.passive != two.passive or one.kind in ("general", "cancel"):
        return None
    if not one.passive and page.text.startswith(" by ", one.end):
        return None  # "a bank blamed by Riga and warned that …"
    if _PERFECT.search(page.text, max(0, one.start - 30), one.start) or one.negated != two.negated:
        return None
    return one if _OBJECT.fullmatch(page.text, one.end, page.text.rfind("and ", one.end, two.start)) else None


def said_along(page: DatedSentence, found: Sequence[Governed]) -> list[Governed]:
    """What is said by a dated act: the charge of "expelled two envoys on Monday, accusing them of spying"."""
    result: list[Governed] = []
    for act in page.triggers:
        if act.form != "ing" or act.finite or act.pos != "verb" or act.start in page.dated:
            continue
        speaks = _SPEAKS.search(page.text, max(0, act.start - _REACH), act.start)
        if speaks is None or not _says(page.text, act):
            continue
        if "and" in speaks.group() and not _goes_on(page, act, result):
            continue
        main = next((g for g in reversed(found) if g.trigger.end <= speaks.start()), None)
        if main is None or not _may_say(main, act, speaks.start(), page):
            continue
        result.append(page.share(act, main, "said_along", main.clause, main.told))
    return result


def _goes_on(page: DatedSentence, act: Trigger, said: Sequence[Governed]) -> bool:
    """True for the call of "met the king on Monday, inviting him to Riga and calling for a truce"."""
    if not said or said[-1].trigger.end > act.start:
        return False
    return not page.finite_verbs(said[-1].trigger.end, act.start)


def _says(sentence: str, act: Trigger) -> bool:
    """True for a verb of saying what somebody did or is to do, one of promising, or threatening, to do it, and one of
    an act that is done by another or with it ("closed the pass on Monday, halting the convoys")."""
    first = act.lemma.partition(" ")[0]
    if first in word_class("done_along"):
        return act.kind != "general" and act.event_type != "OTHER"
    if act.lemma == "warn" and _WARNS.match(sentence, act.end):
        return True
    if act.lemma in word_class("pledges") or act.event_type == "THREATEN":
        return _TO_DO.match(sentence, act.end) is not None
    return first in word_class("said_along") and act.event_type in _SAID


def _may_say(main: Governed, act: Trigger, comma: int, page: DatedSentence) -> bool:
    """True where what is said adds to the act: that is past, told right ahead of it, and says no such thing itself."""
    one = main.trigger
    if page.start_of(main.date) > comma or one.event_type == act.event_type:
        return False
    if one.pos == "verb" and one.form not in PAST_FORMS:
        return False
    if one.lemma in word_class("words") or (one.event_type == "SUPPORT" and act.lemma == "call"):
        return False
    return not page.finite_verbs(one.end + 1, comma)
