"""Which event a date of a sentence dates: the verb or noun that governs it, and second acts under one date word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.attribution import is_attribution
from pipeline.extract.events.clauses import clause_at, clause_bounds, coordinated
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.facts import DateMention

_NEAR = 70
"""Characters within which an event noun behind a date may belong to it."""
_LONGEST_DAYS = 366
"""An event's interval is no longer than a year (DATASETS, "events")."""
_BASELINE = re.compile(
    r"\b(?:since|prior\sto|than|compared\s(?:with|to)|against|versus|up\sfrom|down\sfrom|from|between|time|"
    r"(?<!set\s)(?<!ed\s)(?<!foreseen\s)(?<!due\s)(?<!\sin\s)(?<!plan\s)(?<!plans\s)for|in\sforce\ssince)\s"
    r"(?:the\s)?\Z",
    re.IGNORECASE,
)
"""What stands before a date that measures or compares and dates nothing; a range may follow "from" and "between"."""
_BY = re.compile(r"\bby\s(?:the\s)?\Z", re.IGNORECASE)
_RANGED = frozenset({"range"})
_NAMED_YEAR = re.compile(
    r"\s?(?:World\sCup|Olympics|Olympic|budget|Winter|Summer|[A-Z][a-z]+\s(?:Plan|Strategy|Agenda))"
)
_ANNIVERSARY = re.compile(r"\A,?\s(?:the\s)?\d{1,3}(?:st|nd|rd|th)\sanniversary")
_OWN_ACT = re.compile(
    r"(?:,|that|to)?\s?(?:it|they|he|she|the\scountry|the\sgovernment|the\stwo\s\w+|both\s\w+)\s(?:will|would|had|has|have|is|are|was|were|plans?|planned|intends?)\b"
)
_AT_EVENT = re.compile(
    r"\s(?:after|at|during|following|before)\s(?:an?\s|the\s|his\s|her\s|their\s)?(?:[\w-]{2,20}\s){0,2}(?=talks|meeting|summit|visit|session|conversation|call|conference|ceremony)"
)
_IN_MESSAGE = re.compile(
    r"\A\W{0,3}In\s(?:an?|his|her|its|their)\s(?:[\w-]{2,20}\s){0,2}"
    r"(?:message|statement|letter|telegram|note|cable|commentary|editorial|decree|order)\b[^,;]{0,60}\Z"
)
"""What is said in a message of that day is an act of that day."""
_WHEN = re.compile(r"\A,?\s(?:when|where|at\swhich|during\swhich|as)\s")
_HARD = re.compile(r"\A\s*(?:;|:|[–—]|--)")
_SPEAKERS = re.compile(r"\b(?:said|announced|declared|stated|confirmed|pledged|vowed|promised)\b")
_PLANNED_FOR = re.compile(
    r"\b(?:(?:set|due|foreseen|was|were|plan|plans|planned|scheduled|slated|expected)\s(?:for|on|in|to)|"
    r"[a-z]{2,14}ed(?:\sin)?\sfor|"
    r"(?:planned|scheduled|proposed|expected)\s(?:[\w'’-]{1,20}\s){1,10}(?:on|in|for))\s(?:[\w'’-]{1,20}\s){0,5}\Z"
)
_ALSO_CANCELS = frozenset({"move", "suspend", "scrap", "halt", "stop"})
"""Verbs that call off what was planned for a day, and mean an act of their own elsewhere."""
_NOT_HELD = re.compile(r"\b(?:did\snot|never|does\snot|didn['’]t)\b")
_INFINITIVE = re.compile(r"\sto\s[a-z]{2,20}\s")
_PP = re.compile(r"[^,;:.]{0,90}\Z")


@dataclass(frozen=True, slots=True)
class Governed:
    """One event of a sentence with the date that governs it."""

    trigger: Trigger
    date: DateMention
    rule: str
    clause: tuple[int, int]
    """Span of the trigger's clause in the sentence."""
    told: bool = False
    """True where the date is that of the announcement of the speaker's own act: it has occurred by being said."""


def govern(sentence: str, offset: int, triggers: Sequence[Trigger], dates: Sequence[DateMention]) -> list[Governed]:
    """The dated events of a sentence that begins at `offset` of its article.

    `dates` are the sentence's mentions that no longer one holds. Order: by date, then by place.
    """
    bounds = clause_bounds(sentence)
    found: list[Governed] = []
    for mention in dates:
        start, end = mention.char_start - offset, mention.char_end - offset
        if not _can_date(sentence, start, end, mention) or _of_a_thing(sentence, end, triggers):
            continue
        if _IN_MESSAGE.search(sentence[:start]):
            act = next((t for t in triggers if t.pos == "verb" and t.finite and t.start > end), None)
            if act is not None:
                found.append(Governed(act, mention, "in_message", bounds[clause_at(bounds, act.start)]))
            continue
        own = _own_act(sentence, start, end, triggers)
        if own is not None:
            found.append(Governed(own, mention, "own_act", bounds[clause_at(bounds, own.start)], told=True))
            continue
        if is_attribution(sentence, start, end):
            noun = _after_event(sentence, end, triggers)
            if noun is not None:
                found.append(Governed(noun, mention, "said_after", bounds[clause_at(bounds, noun.start)]))
            continue
        trigger = _called_off(sentence, start, triggers) or _governor(sentence, start, end, triggers, bounds)
        if trigger is not None and trigger.kind == "cancel" and trigger.pos == "verb":
            trigger = _what_is_off(trigger, triggers)
        if trigger is not None:
            found.append(Governed(trigger, mention, f"{trigger.pos}_date", bounds[clause_at(bounds, trigger.start)]))
    return _with_second_acts(sentence, offset, found, triggers, dates, bounds)


def _can_date(sentence: str, start: int, end: int, mention: DateMention) -> bool:
    if mention.date_start is None or mention.date_end is None:
        return False
    if (mention.date_end - mention.date_start).days > _LONGEST_DAYS:
        return False
    before = sentence[max(0, start - 30) : start]
    measured = _BASELINE.search(before)
    if measured is not None and not (
        mention.precision in _RANGED and measured.group().casefold().startswith(("from", "between"))
    ):
        return False
    if _BY.search(before) and mention.precision != "day":
        return False
    return not (mention.precision == "year" and _NAMED_YEAR.match(sentence[end : end + 30]))


def _of_a_thing(sentence: str, end: int, triggers: Sequence[Trigger]) -> bool:
    """True for "this year's harvest": the date belongs to a thing, not to an event."""
    if sentence[end : end + 2] not in ("'s", "’s"):
        return False
    return not any(t.pos == "noun" and 0 <= t.start - end <= _NEAR for t in triggers)


def _after_event(sentence: str, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The event at which something was said on that day ("said on 9 July after talks with his Russian counterpart")."""
    match = _AT_EVENT.match(sentence[end : end + 80])
    if match is None:
        return None
    return next((t for t in triggers if t.pos == "noun" and end <= t.start <= end + match.end() + 30), None)


def _own_act(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The act that a speaker says is its own ("said in mid-February that it will halt imports")."""
    if not _SPEAKERS.search(sentence[max(0, start - 60) : start]):
        return None
    match = _OWN_ACT.match(sentence[end:].lstrip(" ,")) or _OWN_ACT.match(sentence[end:])
    if match is None:
        return None
    behind = end + match.end()
    return next((t for t in triggers if t.pos == "verb" and behind <= t.start <= behind + 60), None)


def _called_off(sentence: str, start: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """What was planned for the date and did not take place, with the type of the noun that names it."""
    if not _PLANNED_FOR.search(sentence[max(0, start - 120) : start]):
        return None
    noun = next((t for t in reversed(triggers) if t.pos == "noun" and t.end <= start), None)
    cancel = next((t for t in triggers if t.start > start and (t.kind == "cancel" or t.lemma in _ALSO_CANCELS)), None)
    negated = _NOT_HELD.search(sentence[start:])
    if cancel is None and negated is None:
        return None
    if noun is None:
        return replace(cancel, kind="cancel", event_type="CONSULT") if cancel is not None else None
    if cancel is not None:
        return replace(noun, kind="cancel")
    return replace(noun, negated=True)


def _what_is_off(cancel: Trigger, triggers: Sequence[Trigger]) -> Trigger:
    """A verb that calls off, with the type of the event noun that it calls off: the nearest before, else behind."""
    nouns = [t for t in triggers if t.pos == "noun"]
    before = [t for t in nouns if t.end <= cancel.start]
    noun = before[-1] if before else nouns[0] if nouns else None
    return replace(cancel, event_type=noun.event_type if noun else "CONSULT", goal=bool(noun and noun.goal))


def _governor(
    sentence: str, start: int, end: int, triggers: Sequence[Trigger], bounds: list[tuple[int, int]]
) -> Trigger | None:
    if not triggers:
        return None
    at = clause_at(bounds, start)
    low, high = bounds[at]
    here = [t for t in triggers if low <= t.start < high]
    before = [t for t in here if t.end <= start]
    after = [t for t in here if t.start >= end]
    noun = _dated_noun(sentence, start, end, before, after)
    if noun is not None:
        return noun
    verbs_before = [t for t in before if t.pos == "verb" and t.finite]
    verbs_after = [t for t in after if t.pos == "verb" and t.finite]
    if verbs_before:
        return verbs_before[-1]
    if verbs_after:
        return _main_verb(sentence, verbs_after)
    if before:
        return before[-1]
    if after and after[0].start - end <= _NEAR and "," not in sentence[end : after[0].start].removeprefix(","):
        return after[0]
    return _beside(sentence, at, bounds, triggers)


def _main_verb(sentence: str, verbs: Sequence[Trigger]) -> Trigger:
    """The first verb, or the second where the first only describes ("a ferry named X kicked off", "led by X met")."""
    first = verbs[0]
    reduced = first.form == "past" and not first.passive
    described = first.lemma == "name" or sentence.startswith(" by ", first.end)
    return verbs[1] if reduced and described and len(verbs) > 1 else first


def _dated_noun(
    sentence: str, start: int, end: int, before: Sequence[Trigger], after: Sequence[Trigger]
) -> Trigger | None:
    """The noun that the date belongs to more closely than to the verb: "Choe's meeting with Putin in November",
    "the April 27 summit", "their May 3 talks"."""
    following = next((t for t in after if t.pos == "noun" and t.start - end <= 40), None)
    verbs = [t for t in before if t.pos == "verb" and t.finite]
    if following is not None and re.fullmatch(r"(?:['’]s)?\s(?:[\w'’-]+\s){0,3}", sentence[end : following.start]):
        attributive = re.search(
            r"\b(?:the|a|an|their|its|his|of|[A-Z]\w+['’]s)\s\Z", sentence[max(0, start - 24) : start]
        )
        if attributive or sentence[end : end + 2] in ("'s", "’s"):
            return following
    nouns = [t for t in before if t.pos == "noun"]
    if not nouns:
        return None
    last = nouns[-1]
    if verbs and verbs[-1].start > last.start:
        return None
    gap = sentence[last.end : start]
    if not _PP.fullmatch(gap):
        return None
    owned = re.search(
        r"(?:['’]s|s['’]|\b(?:his|her|its|their|a|an|of|after|before|for|at|during|to))\s(?:[\w'’-]+\s){0,3}\Z",
        sentence[max(0, last.start - 60) : last.start],
    )
    if not verbs:
        return last
    return last if owned and len(gap) <= 70 and last.start - verbs[-1].end > 1 and verbs[-1].kind != "light" else None


def _beside(sentence: str, at: int, bounds: list[tuple[int, int]], triggers: Sequence[Trigger]) -> Trigger | None:
    """The first verb of the clause that follows an opening date, or the last one before."""
    order = [at + 1, at - 1] if not sentence[: bounds[at][0]].strip() else [at - 1, at + 1]
    for other in order:
        if not 0 <= other < len(bounds):
            continue
        low, high = bounds[other]
        if _HARD.match(sentence[bounds[max(at, other)][0] :]):
            continue
        here = [t for t in triggers if low <= t.start < high]
        finite = [t for t in here if t.pos == "verb" and t.finite]
        pool = finite or here
        if pool:
            return pool[0] if other > at else pool[-1]
    return None


def _with_second_acts(
    sentence: str,
    offset: int,
    found: list[Governed],
    triggers: Sequence[Trigger],
    dates: Sequence[DateMention],
    bounds: list[tuple[int, int]],
) -> list[Governed]:
    """A verb joined by "and" to a dated one, with no date of its own, is an event of the same day."""
    result: list[Governed] = []
    dated = {governed.trigger.start for governed in found}
    for governed in found:
        result.append(governed)
        if governed.trigger.pos != "verb":
            continue
        previous = governed.trigger
        for trigger in triggers:
            if trigger.start <= previous.start or trigger.pos != "verb" or not trigger.finite:
                continue
            if trigger.start in dated:
                break
            if not _same_predicate(sentence, previous, trigger):
                if clause_at(bounds, trigger.start) != clause_at(bounds, previous.start):
                    break
                continue
            if _own_date(sentence, trigger, dates, offset, bounds):
                break
            dated.add(trigger.start)
            clause = bounds[clause_at(bounds, trigger.start)]
            result.append(Governed(trigger, governed.date, "second_act", clause, governed.told))
            previous = trigger
    return _narrowest(result + _when_clauses(sentence, result, triggers, dated, bounds))


def _when_clauses(
    sentence: str,
    found: Sequence[Governed],
    triggers: Sequence[Trigger],
    dated: set[int],
    bounds: list[tuple[int, int]],
) -> list[Governed]:
    """ "visited Riga from 14 to 16 May, when an agreement was initialled": the clause shares the date."""
    result = []
    for low, high in bounds[1:]:
        before = [g for g in found if g.clause[0] < low and g.date.char_start]
        verb = next((t for t in triggers if low <= t.start < high and t.pos == "verb" and t.finite), None)
        if not before or verb is None or verb.start in dated or not _WHEN.match(sentence[low:high]):
            continue
        if verb.form not in ("past", "participle"):
            continue
        dated.add(verb.start)
        result.append(Governed(verb, before[-1].date, "when_clause", (low, high)))
    return result


def _narrowest(found: list[Governed]) -> list[Governed]:
    """Of two dates of one trigger of which one lies in the other, the narrower: "the 1950 pact, signed on July 31"."""
    kept = []
    for item in found:
        others = [o for o in found if o is not item and o.trigger.start == item.trigger.start]
        if not any(_inside(other.date, item.date) for other in others):
            kept.append(item)
    return kept


def _inside(one: DateMention, two: DateMention) -> bool:
    if not (one.date_start and one.date_end and two.date_start and two.date_end):
        return False
    narrower = (one.date_end - one.date_start) < (two.date_end - two.date_start)
    return narrower and two.date_start <= one.date_start and one.date_end <= two.date_end


def _same_predicate(sentence: str, one: Trigger, two: Trigger) -> bool:
    past = {"past", "participle"}
    alike = one.form == two.form or {one.form, two.form} <= past
    if one.event_type == two.event_type == "CONSULT" and two.lemma in ("have", "hold", "exchange", "discuss"):
        return False
    return alike and coordinated(sentence, two.start) and (one.passive or not two.passive)


def _own_date(
    sentence: str, trigger: Trigger, dates: Sequence[DateMention], offset: int, bounds: list[tuple[int, int]]
) -> bool:
    low, high = bounds[clause_at(bounds, trigger.start)]
    starts = [m.char_start - offset for m in dates if low <= m.char_start - offset < high]
    return any(start > trigger.start and not _INFINITIVE.search(sentence[trigger.end : start]) for start in starts)
