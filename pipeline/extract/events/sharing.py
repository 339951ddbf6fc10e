"""Clauses that share the date of another one of their sentence: a "when" clause and what it hangs on, the second main
clause under a day that opens the sentence, what both sides did.

Verbs joined to a dated one are `joined`'s business.
"""

import re
from collections.abc import Callable, Sequence

from pipeline.extract.events.apart import sets_apart
from pipeline.extract.events.clauses import clause_at
from pipeline.extract.events.dated_sentence import PAST_FORMS, DatedSentence
from pipeline.extract.events.governed import Governed
from pipeline.extract.events.joined import retold
from pipeline.extract.events.trigger import Trigger

_NOW = re.compile(r"\b(?:is|are|has\sbeen|have\sbeen)\s(?:[a-z]{2,12}\s){0,2}\Z")
_SO_FAR = re.compile(r"\b(?:has|have)\s(?:[a-z]{3,14}\s){0,2}\Z")
"""Ahead of what has been done time and again, and not in that year ("as Oman has repeatedly warned")."""
_WHEN = re.compile(r"\A,?\s(?:when|whereupon|where|at\swhich|during\swhich|on\swhich|as|just\sas|while)\s")
_TIME_ENDS = re.compile(
    r"(?:the|that|this)\s(?:century|day|decade|harvest|month|quarter|season|spring|summer|autumn|winter|week|year)\s"
)
"""What ends or begins of itself behind "when" ("when the year ended")."""
_FRONTED_AS = ("As ", "“As ")
_FRONTED_WHEN = ("When ", "“When ", *_FRONTED_AS)
_AS_PART = re.compile(
    r"“?As\s(?:agreed|announced|expected|far|for|long|of|one|part|per|planned|promised|reported|scheduled|soon|such|to|well)\b|“?As\s(?:an?|the)\s(?:[\w-]{1,20}\s){1,3}(?:of|to)\b"
)
"""What opens no clause of time, but a phrase ("As part of the pact signed on May 3, …")."""
_SUBJECT = re.compile(r"\s(?:(?!which\b|who\b|after\b|before\b|on\b|in\b)[\w'’.-]{1,20}\s){1,8}")
_WHEN_HE = re.compile(r",?\swhen\s")
_WHILE = re.compile(r",?\swhile\s")
"""What opens "while receiving his colleague in Paris"."""
_BOTH = re.compile(
    r",?\s(?:and|where)\s(?:the\s(?:two|three)(?:\s[a-z]{4,14})?|both(?:\s[a-z]{4,14})?|the\s(?:sides|parties|pair|delegations|ministers|"
    r"leaders|presidents)|they)\s(?!(?:said|agree|are|were|have|will)\b)"
)
"""A clause whose subject are those who acted in the one before."""
_AS_HE = re.compile(
    r"\s(?:as|while)\s(?:he|she|it|they|both(?:\s[a-z]{4,14})?|the\s(?:two|pair|three)(?:\s[a-z]{4,14})?|(?:the\s)?(?:[A-Z][\w'’.-]{1,20}\s){0,4}[A-Z][\w'’.-]{1,20}(?:\s[a-z]{4,14})?)\s(?:also\s)?\Z"
)
"""Ahead of what somebody did just then."""
_AS_REACH = 70
_AIMS = re.compile(r"\s(?:that|to\s[a-z])")
"""Behind what one only tries, or admits."""
_HOURS_OF = re.compile(r"\b(?:after|following)\s(?:[\w-]{1,12}\s){0,4}hours(?:\sof\s|['’]\s|-long\s)")
_NEAR = 30
"""Characters behind "hours of" within which the noun stands."""
_OPENING = 14
"""Characters within which a date opens its sentence ("Later on Monday")."""


def _when_clauses(page: DatedSentence, found: Sequence[Governed]) -> list[Governed]:
    """ "visited Riga from 14 to 16 May, when an agreement was initialled": the clause shares the date."""
    result = []
    for low, high in page.bounds[1:]:
        before = [g for g in found if g.clause[0] < low and g.trigger.kind != "cancel"]
        when = _WHEN.match(page.text[low:high])
        if not before or when is None or _has_act(found, (low, high)):
            continue
        last = before[-1]
        between = page.text[last.date.char_end - page.offset : low]
        if _TIME_ENDS.match(page.text, low + when.end()) or sets_apart(between):
            continue
        if when.group() == " on which " and between:
            continue  # "spoke in May on matters on which they agreed"
        if when.group() == " where " and page.text[:low].split(" ")[-1].islower():
            continue  # "in a world where trade is curbed"
        verb = _verb_of_when(page, low, high)
        if verb is None or verb.start in page.dated or _is_toll(last.trigger, verb):
            continue
        if _SO_FAR.search(page.text, max(0, verb.start - 30), verb.start) and last.date.precision == "year":
            continue
        doing = verb.form == "ing" and last.trigger.form in PAST_FORMS and not _is_now(page.text, verb)
        if doing or verb.form in PAST_FORMS:
            result.append(page.share(verb, last, "when_clause", (low, high)))
    return result


def _is_toll(attack: Trigger, verb: Trigger) -> bool:
    """True for "the attack of May 3, when nine people were killed": whom it killed is the attack once more."""
    return attack.pos == "noun" and attack.event_type == "ASSAULT" and verb.event_type == "ASSAULT" and verb.passive


def _is_now(sentence: str, verb: Trigger) -> bool:
    """True for ", where Chad is building a port": it goes on."""
    return _NOW.search(sentence, max(0, verb.start - 24), verb.start) is not None


def _verb_of_when(page: DatedSentence, low: int, high: int) -> Trigger | None:
    """The act of a "when" clause; behind "while" a gerund does as well."""
    inside = [t for t in page.triggers if low <= t.start < high and t.pos == "verb"]
    verb = next((t for t in inside if t.finite and (t.passive or not page.text.startswith(" by ", t.end))), None)
    return next((t for t in inside if _WHILE.fullmatch(page.text, low, t.start)), verb)


def _main_clauses(page: DatedSentence, found: Sequence[Governed]) -> list[Governed]:
    """ "approved the road when he came to Entebbe in November": what was done then is of the same day."""
    result = []
    for item in found:
        at = clause_at(page.bounds, item.trigger.start)
        if at == 0 or item.trigger.form not in PAST_FORMS or not _WHEN_HE.match(page.text, page.bounds[at][0]):
            continue
        if page.text.endswith((" from ", " since ", " until "), 0, page.start_of(item.date)):
            continue  # "has barred them since May, when the bank collapsed"
        main = page.bounds[at - 1]
        verbs = [t for t in page.finite_verbs(*main) if t.form in PAST_FORMS]
        if verbs and page.free_past(verbs[-1]) and not _has_act(found, main):
            result.append(page.share(verbs[-1], item, "when_main", main))
    return result


def _main_of_while(page: DatedSentence, found: Sequence[Governed]) -> list[Governed]:
    """The arrest of "was arrested while visiting Riga in May"."""
    result = []
    for item in found:
        verb = item.trigger
        at = clause_at(page.bounds, verb.start)
        if (
            at == 0
            or item.rule == "said_after"
            or verb.form != "ing"
            or not _WHILE.fullmatch(page.text, page.bounds[at][0], verb.start)
        ):
            continue
        main = page.bounds[at - 1]
        act = page.free_past(next(reversed(page.finite_verbs(*main)), None))
        if act is not None:
            result.append(page.share(act, item, "when_main", main))
    return result


def _main_of_when(page: DatedSentence, found: Sequence[Governed]) -> list[Governed]:
    """The promise of "When he took office in May, he promised …": what was done when something else was."""
    if not page.text.startswith(_FRONTED_WHEN) or not found:
        return []
    first = min(found, key=lambda item: item.trigger.start)
    if page.text.startswith(_FRONTED_AS) and (first.date.precision != "day" or _AS_PART.match(page.text)):
        return []
    comma = page.text.find(", ", first.trigger.end)
    if comma <= 0 or first.date.precision == "year" or first.trigger.form not in PAST_FORMS:
        return []
    act = page.free_past(next(iter(page.finite_verbs(comma + 1, len(page.text))), None))
    if act is None or not _SUBJECT.fullmatch(page.text, comma + 1, act.start):
        return []
    end = first.clause[1] if first.clause[1] > act.start else len(page.text)
    return [page.share(act, first, "when_main", (comma, end))]


def _under_opening(page: DatedSentence, found: Sequence[Governed]) -> list[Governed]:
    """The second of two main clauses under a date that opens the sentence ("On Monday X met Y, and Z called for …")."""
    opening = next((g for g in found if page.start_of(g.date) <= _OPENING and g.trigger.form in PAST_FORMS), None)
    if opening is None:
        return []
    for clause in page.bounds[1:]:
        if page.text.startswith(", and ", clause[0]) and not _has_act(found, clause):
            act = page.free_past(next(iter(page.finite_verbs(*clause)), None))
            if act is not None and act.kind != "general":
                return [page.share(act, opening, "opening_date", clause)]
    return []


def _of_both(page: DatedSentence, found: Sequence[Governed]) -> list[Governed]:
    """What those of a dated clause did: "led a delegation to Riga on May 3, and the two sides signed a pact"."""
    result = []
    for ahead, clause in zip(page.bounds, page.bounds[1:], strict=False):
        before = next((g for g in reversed(found) if g.clause == ahead and g.trigger.form in PAST_FORMS), None)
        if before is None or not _BOTH.match(page.text, clause[0]):
            continue
        act = page.free_past(next(iter(page.finite_verbs(*clause)), None))
        if act is None or retold(before.trigger, act) or _has_act(found, clause) or page.has_date(*clause):
            continue
        if before.date.precision == "year" and act.event_type == "OTHER":
            continue
        result.append(page.share(act, before, "of_both", clause))
    return result


def _as_clauses(page: DatedSentence, found: Sequence[Governed]) -> list[Governed]:
    """The welcome of "hailed the pact on Monday as he received the king": what was done as something else was done."""
    if " as " not in page.text:
        return []
    result: list[Governed] = []
    for act in page.triggers:
        if act.pos != "verb" or not act.finite or act.passive or act.kind == "general" or page.free_past(act) is None:
            continue
        opened = _AS_HE.search(page.text, max(0, act.start - _AS_REACH), act.start)
        if opened is None or _AIMS.match(page.text, act.end):
            continue
        main = next((g for g in reversed(found) if g.trigger.end <= opened.start()), None)
        if main is None or main.trigger.form not in PAST_FORMS or main.date.precision not in ("day", "week"):
            continue
        low, high = opened.start(), main.clause[1] if main.clause[1] > act.end else page.clause_of(act)[1]
        if page.start_of(main.date) < low and not page.has_date(low, high) and not retold(main.trigger, act):
            result.append(page.share(act, main, "as_clause", (low, high)))
    return result


def _after_hours(page: DatedSentence, found: Sequence[Governed]) -> list[Governed]:
    """The talks of "pledged on Thursday not to fight, after hours of talks": what took hours is of the day it ended."""
    match = _HOURS_OF.search(page.text) if found and "hours" in page.text else None
    if match is None:
        return []
    noun = next((t for t in page.triggers if t.pos == "noun" and 0 <= t.start - match.end() <= _NEAR), None)
    before = next((g for g in reversed(found) if g.trigger.end < match.start() and g.trigger.form in PAST_FORMS), None)
    if noun is None or before is None or noun.start in page.dated or before.date.precision != "day":
        return []
    return [page.share(noun, before, "after_hours", before.clause)]


def _has_act(found: Sequence[Governed], clause: tuple[int, int]) -> bool:
    """True where an act of the clause has a date already."""
    return any(item.clause == clause for item in found)


SHARING: tuple[Callable[[DatedSentence, Sequence[Governed]], list[Governed]], ...] = (
    _when_clauses,
    _main_clauses,
    _main_of_while,
    _main_of_when,
    _under_opening,
    _of_both,
    _as_clauses,
    _after_hours,
)
"""The ways in which clauses share a date, in the order in which they are tried; each sees what those before found."""
