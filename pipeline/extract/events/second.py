"""Further acts under one date: joined by "and", in a list, in a "when" clause, at the occasion that the date is of."""

import re
from collections.abc import Sequence

from pipeline.extract.events.alongside import acts_ahead, said_along
from pipeline.extract.events.apart import sets_apart
from pipeline.extract.events.clauses import clause_at, coordinated
from pipeline.extract.events.governed import Governed
from pipeline.extract.events.occasions import occasion_words
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.facts import DateMention

_WHEN = re.compile(r"\A,?\s(?:when|whereupon|where|at\swhich|during\swhich|on\swhich|as|while)\s")
_TIME_ENDS = re.compile(
    r"(?:the|that|this)\s(?:century|day|decade|harvest|month|quarter|season|spring|summer|autumn|winter|week|year)\s"
)
"""What ends or begins of itself behind "when" ("when the year ended")."""
_INFINITIVE = re.compile(r"\sto\s(?!(?:all|an?|both|his|her|its|some|the|their)\s)[a-z]{2,20}\s")
_DURING = re.compile(r"\b(?:during|at|on\sthe\ssidelines\sof|on\sthe\smargins\sof|as\spart\sof)\s(?:[\w'’-]+\s){0,4}\Z")
_AND_WAS = re.compile(r"\band\s(?:was|were)\s(?:[a-z]{2,12}\s)?\Z")
_OF_THE_OBJECT = re.compile(r"\s(?:that|which|whom)\s(?:the|an?|its|his|her|their|he|she|they|it|[A-Z][\w'’-]{1,20})\s")
"""A clause about an object ("the bridge that the kings inaugurated in May"): behind its day the main one goes on."""
_LISTED = re.compile(r",\s(?:also\s|then\s|later\s|\w{2,12}ly\s)?\Z")
_FRONTED = re.compile(
    r"\W{0,3}(?:At|In|During|By|Under|On\s(?:the\s(?:sidelines|margins)\sof|the\s[a-z]{4,7}\sday\sof|an?|his|her|their))\s"
)
"""An occasion that opens its sentence ("At talks in Riga on Monday, the ministers agreed …")."""
_MAIN_SUBJECT = re.compile(r",|\d\s(?:he|she|they|it|both)\s|day\s(?:he|she|they|it)\s")
"""Between an occasion that opens its sentence and the main verb: a comma, or a pronoun behind the date."""
_FRONTED_WHEN = ("When ", "“When ")
_SUBJECT = re.compile(r"\s(?:(?!which\b|who\b|after\b|before\b|on\b|in\b)[\w'’.-]{1,20}\s){1,8}")
_WHEN_HE = re.compile(r",?\swhen\s")
_WHILE = re.compile(r",?\swhile\s")
"""What opens "while receiving his colleague in Paris"."""
_BOTH = re.compile(
    r",?\s(?:and|where)\s(?:the\s(?:two|three)(?:\s[a-z]{4,14})?|both(?:\s[a-z]{4,14})?|the\s(?:sides|parties|pair|delegations|ministers|"
    r"leaders|presidents)|they)\s(?!(?:said|agree|are|were|have|will)\b)"
)
"""A clause whose subject are those who acted in the one before."""
_AND_BOTH = re.compile(
    r"\sand\s(?:the\s(?:two|three)\s(?:[a-z]{4,14}\s)?|both\s(?:[a-z]{4,14}\s)?|the\s(?:sides|parties|pair|delegations|ministers|leaders|presidents)\s|"
    r"they\s)(?:also\s|then\s|later\s)?\Z"
)
"""The same without a comma, right ahead of the verb ("met in Riga on Friday and the two leaders pledged …")."""
_HOURS_OF = re.compile(r"\b(?:after|following)\s(?:[\w-]{1,12}\s){0,4}hours(?:\sof\s|['’]\s|-long\s)")
_NEAR = 30
"""Characters behind "hours of" within which the noun stands."""
_OPENING = 14
"""Characters within which a date opens its sentence ("Later on Monday")."""
_PAST = frozenset({"past", "participle"})
_TALKS = frozenset({"have", "hold", "exchange", "discuss"})
"""Lemmas that tell once more of a meeting already told."""


def with_second_acts(
    sentence: str,
    offset: int,
    found: Sequence[Governed],
    triggers: Sequence[Trigger],
    dates: Sequence[DateMention],
    bounds: list[tuple[int, int]],
) -> list[Governed]:
    """`found` and the verbs that share a date with one of them without having one of their own."""
    result: list[Governed] = []
    dated = {governed.trigger.start for governed in found}
    if all(t.pos != "verb" or not t.finite or t.start in dated for t in triggers):
        return [*_narrowest(found), *said_along(sentence, offset, found, triggers, dated)]
    for governed in found:
        if governed.trigger.pos == "verb":
            more = joined_acts(sentence, offset, governed, triggers, dates, bounds, dated)
        else:
            more = _at_occasion(sentence, offset, governed, triggers, dates, dated, bounds)
        by_it = bool(more) and governed.trigger.lemma in occasion_words("means")
        result += more if by_it else [governed, *more]
    result += _when_clauses(sentence, offset, result, triggers, dated, bounds)
    result += _main_clauses(sentence, result, triggers, dated, bounds)
    result += _main_of_while(sentence, result, triggers, dated, bounds)
    result += _main_of_when(sentence, result, triggers, dated)
    result += _under_opening(sentence, offset, result, triggers, dated, bounds)
    result += _of_both(sentence, result, triggers, dates, offset, dated, bounds)
    result += _after_hours(sentence, result, triggers, dated)
    result += acts_ahead(sentence, offset, result, triggers, dates, dated, bounds)
    result += said_along(sentence, offset, result, triggers, dated)
    return _narrowest(result)


def _main_clauses(
    sentence: str,
    found: Sequence[Governed],
    triggers: Sequence[Trigger],
    dated: set[int],
    bounds: list[tuple[int, int]],
) -> list[Governed]:
    """ "approved the road when he came to Entebbe in November": what was done then is of the same day."""
    result = []
    for item in found:
        at = clause_at(bounds, item.trigger.start)
        if at == 0 or item.trigger.form not in _PAST or not _WHEN_HE.match(sentence, bounds[at][0]):
            continue
        low, high = bounds[at - 1]
        verbs = [t for t in triggers if low <= t.start < high and t.pos == "verb" and t.finite and t.form in _PAST]
        if verbs and verbs[-1].start not in dated and not any(g.clause == (low, high) for g in found):
            dated.add(verbs[-1].start)
            result.append(Governed(verbs[-1], item.date, "when_main", (low, high)))
    return result


def _main_of_while(
    sentence: str,
    found: Sequence[Governed],
    triggers: Sequence[Trigger],
    dated: set[int],
    bounds: list[tuple[int, int]],
) -> list[Governed]:
    """The arrest of "was arrested while visiting Riga in May"."""
    result = []
    for item in found:
        at = clause_at(bounds, item.trigger.start)
        if at == 0 or item.trigger.form != "ing" or not _WHILE.fullmatch(sentence, bounds[at][0], item.trigger.start):
            continue
        low, high = bounds[at - 1]
        verb = next((t for t in reversed(triggers) if low <= t.start < high and t.pos == "verb" and t.finite), None)
        if verb is not None and verb.start not in dated and verb.form in _PAST:
            dated.add(verb.start)
            result.append(Governed(verb, item.date, "when_main", (low, high)))
    return result


def _main_of_when(
    sentence: str, found: Sequence[Governed], triggers: Sequence[Trigger], dated: set[int]
) -> list[Governed]:
    """The promise of "When he took office in May, he promised …": what was done when something else was."""
    if not sentence.startswith(_FRONTED_WHEN) or not found:
        return []
    first = min(found, key=lambda item: item.trigger.start)
    comma = sentence.find(", ", first.trigger.end)
    verb = next((t for t in triggers if t.pos == "verb" and t.finite and t.start > comma), None) if comma > 0 else None
    if verb is None or verb.start in dated or verb.form not in _PAST or first.trigger.form not in _PAST:
        return []
    if first.date.precision == "year" or not _SUBJECT.fullmatch(sentence, comma + 1, verb.start):
        return []
    dated.add(verb.start)
    return [
        Governed(
            verb, first.date, "when_main", (comma, first.clause[1] if first.clause[1] > verb.start else len(sentence))
        )
    ]


def _under_opening(
    sentence: str,
    offset: int,
    found: Sequence[Governed],
    triggers: Sequence[Trigger],
    dated: set[int],
    bounds: list[tuple[int, int]],
) -> list[Governed]:
    """The second of two main clauses under a date that opens the sentence ("On Monday X met Y, and Z called for …")."""
    opening = next((g for g in found if g.date.char_start - offset <= _OPENING and g.trigger.form in _PAST), None)
    if opening is None:
        return []
    for low, high in bounds[1:]:
        if not sentence.startswith(", and ", low) or any(g.clause == (low, high) for g in found):
            continue
        verb = next((t for t in triggers if low <= t.start < high and t.pos == "verb" and t.finite), None)
        if verb is not None and verb.start not in dated and verb.form in _PAST and verb.kind != "general":
            dated.add(verb.start)
            return [Governed(verb, opening.date, "opening_date", (low, high))]
    return []


def _of_both(
    sentence: str,
    found: Sequence[Governed],
    triggers: Sequence[Trigger],
    dates: Sequence[DateMention],
    offset: int,
    dated: set[int],
    bounds: list[tuple[int, int]],
) -> list[Governed]:
    """What those of a dated clause did: "led a delegation to Riga on May 3, and the two sides signed a pact"."""
    result = []
    for at in range(1, len(bounds)):
        low, high = bounds[at]
        before = next((g for g in reversed(found) if g.clause == bounds[at - 1] and g.trigger.form in _PAST), None)
        if (
            before is None
            or before.date.precision == "year"
            or not _BOTH.match(sentence, low)
            or any(g.clause == (low, high) for g in found)
        ):
            continue
        verb = next((t for t in triggers if low <= t.start < high and t.pos == "verb" and t.finite), None)
        if verb is None or verb.start in dated or verb.form not in _PAST or _retold(before.trigger, verb):
            continue
        if any(low <= mention.char_start - offset < high for mention in dates):
            continue
        dated.add(verb.start)
        result.append(Governed(verb, before.date, "of_both", (low, high)))
    return result


def _after_hours(
    sentence: str, found: Sequence[Governed], triggers: Sequence[Trigger], dated: set[int]
) -> list[Governed]:
    """The talks of "pledged on Thursday not to fight, after hours of talks": what took hours is of the day it ended."""
    match = _HOURS_OF.search(sentence) if found and "hours" in sentence else None
    if match is None:
        return []
    noun = next((t for t in triggers if t.pos == "noun" and 0 <= t.start - match.end() <= _NEAR), None)
    before = next((g for g in reversed(found) if g.trigger.end < match.start() and g.trigger.form in _PAST), None)
    if noun is None or before is None or noun.start in dated or before.date.precision != "day":
        return []
    return [Governed(noun, before.date, "after_hours", before.clause)]


def _retold(one: Trigger, two: Trigger) -> bool:
    """True for talks that tell once more of the meeting before."""
    return one.event_type == two.event_type == "CONSULT" and two.lemma.split()[0] in _TALKS


def joined_acts(
    sentence: str,
    offset: int,
    first: Governed,
    triggers: Sequence[Trigger],
    dates: Sequence[DateMention],
    bounds: list[tuple[int, int]],
    dated: set[int],
) -> list[Governed]:
    """The verbs behind a dated one that are joined to it ("arrived on Monday, met X and signed Y")."""
    result: list[Governed] = []
    previous = first.trigger
    later = [t for t in triggers if t.start > previous.start and t.pos == "verb" and t.finite]
    behind = first.date.char_start - offset
    passing = _OF_THE_OBJECT.match(sentence, first.clause[0]) is not None and behind > previous.end
    for at, trigger in enumerate(later):
        if trigger.start in dated or (passing and trigger.start > behind):
            break
        joined = _same_predicate(sentence, previous, trigger) or (
            first.date.precision != "year" and _by_both(sentence, previous, trigger)
        )
        if not (joined or _listed(sentence, previous, trigger, later[at + 1 :])):
            if clause_at(bounds, trigger.start) != clause_at(bounds, previous.start):
                break
            continue
        if _own_date(sentence, trigger, dates, offset, bounds):
            break
        dated.add(trigger.start)
        clause = bounds[clause_at(bounds, trigger.start)]
        result.append(Governed(trigger, first.date, "second_act", clause, first.told))
        previous = trigger
    return result


def _same_predicate(sentence: str, one: Trigger, two: Trigger) -> bool:
    alike = one.form == two.form or {one.form, two.form} <= _PAST or (one.future and two.future)
    if one.event_type == two.event_type == "CONSULT" and two.lemma in _TALKS:
        return False
    return alike and _same_subject(sentence, one, two) and coordinated(sentence, two.start)


def _by_both(sentence: str, one: Trigger, two: Trigger) -> bool:
    """True for what those of a dated act did then, told with a subject of its own."""
    if one.form not in _PAST or two.form not in _PAST or _retold(one, two):
        return False
    return _AND_BOTH.search(sentence, max(one.end, two.start - 50), two.start) is not None


def _same_subject(sentence: str, one: Trigger, two: Trigger) -> bool:
    """True for "met and agreed", "strayed over Lesbos and were seen off"; "and was fully booked" tells how it is."""
    if two.passive and _AND_WAS.search(sentence, max(0, two.start - 30), two.start):
        return two.kind != "general"
    return one.passive or not two.passive


def _listed(sentence: str, one: Trigger, two: Trigger, later: Sequence[Trigger]) -> bool:
    """True for the middle one of "met the premier, signed a pact and visited a dairy"."""
    if one.form not in _PAST or two.form not in _PAST or two.passive:
        return False
    if not _LISTED.search(sentence[max(0, two.start - 20) : two.start]):
        return False
    return any(third.form in _PAST and coordinated(sentence, third.start) for third in later[:2])


def _own_date(
    sentence: str, trigger: Trigger, dates: Sequence[DateMention], offset: int, bounds: list[tuple[int, int]]
) -> bool:
    low, high = bounds[clause_at(bounds, trigger.start)]
    starts = [m.char_start - offset for m in dates if low <= m.char_start - offset < high]
    return any(start > trigger.start and not _INFINITIVE.search(sentence[trigger.end : start]) for start in starts)


def _at_occasion(
    sentence: str,
    offset: int,
    governed: Governed,
    triggers: Sequence[Trigger],
    dates: Sequence[DateMention],
    dated: set[int],
    bounds: list[tuple[int, int]],
) -> list[Governed]:
    """The verb of "signed a pact during a visit to Riga in May": the act is of the occasion's day.

    What is said or done at talks without being an act of its own is no second event.
    """
    noun = governed.trigger
    low, high = governed.clause
    if low == 0 and _FRONTED.match(sentence) and noun.end <= governed.date.char_start - offset:
        verb = next((t for t in triggers if t.pos == "verb" and t.finite and noun.end < t.start < high), None)
        opens = verb is not None and _MAIN_SUBJECT.search(sentence, noun.end, verb.start) is not None
        if verb is not None and opens and verb.form in _PAST and verb.start not in dated and verb.event_type != "OTHER":
            dated.add(verb.start)
            act = Governed(verb, governed.date, "at_occasion", governed.clause)
            return [act, *joined_acts(sentence, offset, act, triggers, dates, bounds, dated)]
    verbs = [t for t in triggers if t.pos == "verb" and t.finite and low <= t.start < noun.start]
    if not verbs or verbs[-1].start in dated or verbs[-1].form not in _PAST:
        return []
    if verbs[-1].event_type in ("CONSULT", "OTHER"):
        return []
    if not _DURING.search(sentence[verbs[-1].end : noun.start]):
        return []
    dated.add(verbs[-1].start)
    clause = bounds[clause_at(bounds, verbs[-1].start)]
    return [Governed(verbs[-1], governed.date, "at_occasion", clause)]


def _when_clauses(
    sentence: str,
    offset: int,
    found: Sequence[Governed],
    triggers: Sequence[Trigger],
    dated: set[int],
    bounds: list[tuple[int, int]],
) -> list[Governed]:
    """ "visited Riga from 14 to 16 May, when an agreement was initialled": the clause shares the date."""
    result = []
    for low, high in bounds[1:]:
        before = [g for g in found if g.clause[0] < low and g.trigger.kind != "cancel"]
        when = _WHEN.match(sentence[low:high])
        if not before or when is None or any(g.clause == (low, high) for g in found):
            continue
        if _TIME_ENDS.match(sentence, low + when.end()) or sets_apart(
            sentence[before[-1].date.char_end - offset : low]
        ):
            continue
        inside = [t for t in triggers if low <= t.start < high and t.pos == "verb"]
        verb = next((t for t in inside if t.finite and (t.passive or not sentence.startswith(" by ", t.end))), None)
        verb = next((t for t in inside if _WHILE.fullmatch(sentence, low, t.start)), verb)
        if verb is None or verb.start in dated:
            continue
        if verb.form not in _PAST and (verb.form != "ing" or before[-1].trigger.form not in _PAST):
            continue
        dated.add(verb.start)
        result.append(Governed(verb, before[-1].date, "when_clause", (low, high)))
    return result


def _narrowest(found: Sequence[Governed]) -> list[Governed]:
    """Of two dates of one act of which one lies in the other, the narrower: "the 1950 pact, signed on July 31"."""
    if len(found) == 1:
        return list(found)
    return [
        item for item in found if not any(_same_act(other, item) and _inside(other.date, item.date) for other in found)
    ]


def _same_act(one: Governed, two: Governed) -> bool:
    """True for two dates of one trigger, for a noun between a day and its year ("imposed its May 3 sanctions in 2010"),
    and for a paper's year and its signing: "the 2009 pact, signed on May 3"."""
    if one.trigger.start == two.trigger.start:
        return one is not two
    if two.date.precision == "year" and 0 < two.date.char_start - one.date.char_end <= _NEAR:
        alike = one.trigger.pos == "noun" and one.trigger.event_type == two.trigger.event_type
        return alike or two.trigger.pos == "noun"
    paper = two.trigger.kind == "thing" and two.date.precision == "year"
    return paper and one.trigger.event_type == two.trigger.event_type and one.trigger.form in _PAST


def _inside(one: DateMention, two: DateMention) -> bool:
    if not (one.date_start and one.date_end and two.date_start and two.date_end):
        return False
    narrower = (one.date_end - one.date_start) < (two.date_end - two.date_start)
    return narrower and two.date_start <= one.date_start and one.date_end <= two.date_end
