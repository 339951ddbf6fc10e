"""What was done on a day that a clause names which tells of no event: "the worst day came on 7 June, when gunmen
overran a post", "on alert since Monday, when …", "ties soured in May after Chad shut the border"."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.events.clauses import clause_at, clause_bounds
from pipeline.extract.events.dated_sentence import PAST_FORMS
from pipeline.extract.events.governed import Governed
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.facts import DateMention

_ENDS = frozenset({"since", "until", "till"})
_SINCE = re.compile(r"\b(?:since|until|till)\s(?:the\s)?\Z", re.IGNORECASE)
_WHEN = re.compile(r"(?:,|\s[-–—])?\s(?:when|after)\s")
_TO_WHEN = (" when ", ", when ", " - when ", " – when ", " — when ")
_TO_AS, _TO_AFTER = (" as ", ", as "), (" after ", ", after ")
_LATER = re.compile(r"\b(?:ago|earlier|later|last|since|yesterday|[A-Z][a-z]+day|(?:19|20)\d\d)\b")
"""In what something followed upon: a time of its own."""
_NAMED = re.compile(
    r",?\s(?:as|after)\s(?:(?:the|an?|two|three|its|his|their)\s)?(?:(?!(?:about|against|for|over|with)\s)[a-z]{3,14}\s){0,3}[A-Z](?:(?!(?:about|against|and|as|at|by|for|in|on|over|to|with)\s)[\w.'’-]{1,20}\s){1,6}"
)
"""Between a date and the verb: who acted."""
_IT_WAS = re.compile(
    r",?\sit\s(?:is|was|will\sbe)\s(?:(?:the|an?|its|his|her|their)\s)?(?=[A-Z]|[a-z]{3,12}\s[A-Z])(?:[\w.'’-]{1,20}\s){1,5}?"
    r"(?:that|who|which)\s"
)
"""Behind a day: who it was that acted then."""
_TOLD_THEN = (" that ", " when ")
_CAME_ON = re.compile(r"\b(?:came|comes)\s(?:on\s)?the\ssame\s\w{3,8}\Z")
"""Ahead of "as": what the sentence tells is what else was done that day."""
_SAME_REACH = 30


def opens_then(sentence: str, start: int, end: int, lead: str) -> bool:
    """True for "since Monday, when …", "until May, after …", "from 2006 when …": what follows is of that time."""
    if lead == "from":
        return sentence.startswith(_TO_WHEN, end)
    return lead in _ENDS and bool(_SINCE.search(sentence[max(0, start - 12) : start]) and _WHEN.match(sentence, end))


def from_then(
    end: int, mention: DateMention, triggers: Sequence[Trigger], bounds: list[tuple[int, int]], was: bool = False
) -> Iterator[Governed]:
    """The act of "on alert since Monday, when gunmen overran a post"; with `was` only one that is told as past."""
    act = next((t for t in triggers if t.start > end and t.pos == "verb" and t.finite), None)
    if act is None or mention.date_start is None:
        return
    past = act.form in PAST_FORMS and not (act.passive and act.kind == "general")
    if (past or not was) and clause_at(bounds, act.start) == clause_at(bounds, end + 3):
        yield Governed(act, mention, "since_when", bounds[clause_at(bounds, act.start)])


def day_that(
    end: int, mention: DateMention, sentence: str, triggers: Sequence[Trigger], bounds: list[tuple[int, int]]
) -> Governed | None:
    """The act of "the same week that Helsinki asked for help" and of "on Friday it was Oman that shut its port"."""
    who = _IT_WAS.match(sentence, end) if sentence.startswith((" it ", ", it "), end) else None
    if who is not None:
        return next(from_then(who.end() - 3, mention, triggers, bounds, was=True), None)
    if not mention.text.casefold().startswith("the same "):
        return None
    told = sentence.startswith(_TOLD_THEN, end)
    came = sentence.startswith(" as ", end) and _CAME_ON.search(sentence, max(0, end - _SAME_REACH), end) is not None
    if not told and not came:
        return None
    return next(from_then(end, mention, triggers, bounds), None)


def told_when(
    sentence: str, end: int, mention: DateMention, triggers: Sequence[Trigger], bounds: list[tuple[int, int]]
) -> list[Governed]:
    """The act of "the worst day came on 7 June, when gunmen overran a post" and "ties soured in May after Chad shut the
    border": the clause before tells of none.

    What a mood or a figure follows upon within a day may have been the day before.
    """
    if not sentence.startswith(_TO_WHEN, end):
        ways = _TO_AS if mention.precision == "day" else (*_TO_AS, *_TO_AFTER)
        if not sentence.startswith(ways, end):
            return []
        return [item for item in from_then(end, mention, triggers, bounds) if _acts_then(sentence, end, item)]
    return [item for item in from_then(end, mention, triggers, bounds) if item.trigger.form in ("past", "participle")]


def _acts_then(sentence: str, end: int, item: Governed) -> bool:
    """True for what somebody who is named did right behind the date that ends at `end`, with no time of its own."""
    act = item.trigger
    if act.form not in PAST_FORMS or act.passive or act.kind == "general" or act.event_type == "OTHER":
        return False
    named = _NAMED.fullmatch(sentence, end, act.start) is not None
    return named and _LATER.search(sentence, act.end, item.clause[1]) is None


def instead_of(sentence: str, offset: int, mood: Governed, triggers: Sequence[Trigger]) -> list[Governed]:
    """What was done when a `mood` or a figure moved: the raising of "ties soured in May after Chad raised duties"."""
    end = mood.date.char_end - offset
    if mood.trigger.pos != "verb" or mood.trigger.end > end or not sentence.startswith((*_TO_AS, *_TO_AFTER), end):
        return []
    return told_when(sentence, end, mood.date, triggers, clause_bounds(sentence))
