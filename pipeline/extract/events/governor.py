"""Which verb or noun of a sentence a date belongs to, where nothing but their places says so."""

import re
from collections.abc import Sequence

from pipeline.extract.events.another_verb import telling_pasts, unless_another
from pipeline.extract.events.clauses import between_dashes, clause_at, main_from
from pipeline.extract.events.flown import shot
from pipeline.extract.events.main_verbs import APPOSED, RELATIVE, behind_opening, main_verb
from pipeline.extract.events.noun_dates import dated_noun
from pipeline.extract.events.occasions import any_of, occasion_words
from pipeline.extract.events.tokens import tokenize, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.words import verb_forms
from pipeline.extract.inflection import finite_words
from pipeline.extract.tense import direction

_NEAR = 70
"""Characters within which an event noun behind a date may belong to it."""
_HARD = re.compile(r"\A\s*(?:;|:|[–—]|--|-\s)")
_BEHIND_RELATIVE = re.compile(
    r",\s(?:(?:in|at)\s[A-Z][\w'’-]{2,20}\s)?(?:with\seffect\sfrom\s|effective\s|in\s|on\s)?(?:early\s|late\s|mid-)?\Z"
)
"""Behind an aside: "signed the lease, which runs for 49 years, in 2008"."""
_CLEFT = re.compile(r"\W{0,4}(?:It|it)\s(?:was|is|will\sbe)\s")
"""A date that is put before its own clause: "It was in May that …"."""
_FRONTED_GERUND = re.compile(r"\A\W{0,3}(?:After|Before|Since)\s\Z")
"""What opens with an act of its own day: "Before flying to Riga on Monday, the premier received …"."""
_OF_NOUN = re.compile(r"\b(?:of|on|over|for|with)\s(?:[\w'’.-]{1,20}\s){1,4}\Z")
_WILL_DO = re.compile(r"\b(?:will|would)\s(?:[\w'’-]{1,20}\s){1,9}\Z")
_WHO = re.compile(r"\b(?:who|which|that)\s(?:[\w'’.-]{1,20}\s){0,3}\Z")
_SCHEME = re.compile(rf"\b(?:{any_of('scheme')})\sto\s\Z")
"""What an infinitive says the content of: "turned down a proposal to restore it in May"."""
_SIGNS_PAPER = frozenset({"sign", "sign an agreement", "initial", "conclude"})
"""Lemmas of what is done to a paper on a day, whatever it is to do ("will sign a pact to swap data on May 6")."""
_AND_THEN = re.compile(r"(?:,\s(?:and\s)?|\band\s)(?:then\s)?(?P<on>(?:on|in|by)\s)?(?:early\s|late\s)?\Z")
_ANOTHER = re.compile(
    r",?\sand\s(?:(?:a|the)\s(?:second|third|fourth|further|new)(?:\sone)?|another|again|once\smore|(?:two|three|one)\smore)"
    r"(?:\s[\w-]{2,12}){0,2}?\s(?:(?:on|in)\s)?(?:the\s)?\Z"
)
"""Before a date on which the act told before was done once more ("filed a protest in May and a second one in June")."""
_SINCE_ITS = tuple(f" since {word} " for word in ("his", "her", "its", "their", "the"))
"""What opens a clause that names no event known, which has the day: "has not left home since her fall in May"."""
_PERFECT = re.compile(r"\b(?:has|have)\s(?:[a-z]{2,12}\s){0,2}\Z")
_LONG_AGO = re.compile(r"(?:1[89]|20)\d\d|last\syear|[\w\s]{2,16}\syears?\sago")
_FAR = 45
"""Characters between a verb in the perfect and a year that is not its own."""
_STATE_OF = re.compile(
    r"(?:\s(?!(?:and|but|had|has|have|he|it|or|she|that|they|to|who|which)\b)[\w'’.%-]{1,20}){1,6}\s"
)
_IN_STATE = re.compile(r"\s(?:aboard|at|behind|beneath|by|in|inside|near|on|under|within)\s")
"""Around a participle that says how the object was found."""
_SAYS_SO = re.compile(r",\s[^,;:]{2,60}\s(?:added|announced|confirmed|noted|reported|said|says)\W{0,3}\Z")
"""Behind a day: whoever says so, which tells of nothing."""
_OWN_SUBJECT = re.compile(r"\s(?:(?!in\b|at\b|with\b|to\b|for\b|by\b|of\b|and\b|when\b|that\b)[\w'’.-]{1,24}\s){0,6}")
"""Between a date and the verb that it opens: a subject, or nothing."""
_SUBJECT_AHEAD = re.compile(r",?\s(?:an?|both|his|her|he|it|its|she|the|their|they|[A-Z][\w'’.-]{1,24})\s")
"""Behind a day without a preposition: the subject of what was done then ("and last week Chad closed …")."""
_SUBJECT_REACH = 80
_SOON = 16
"""Characters within which the verb follows that opens with its date ("and in January forbade")."""
_IS_TO = re.compile(
    r"\s(?:(?:will|was|were|is|are|has|had)\s)?(?:(?:due|set|expected|scheduled|slated)\s)?(?:to\s)?(?:also\s|be\s|been\s)?"
)
"""Between a day that opens a second predicate and its verb."""
_PREDICATE = 24
"""Characters within which that verb stands."""
_GONE_BY = ("earlier ", "last ", "yesterday")
"""Words of a time that is past: what was to be done is not of it ("announced plans to buy ships last month")."""
_TO_COME = ("later this ", "next ", "this coming ")
_TALKS_OF = frozenset({"discuss", "exchange", "explore", "review"})
"""What one comes or meets for."""
_HELPS = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would"})
_BE = frozenset({"is", "are", "was", "were", "be", "been"})


def governor(
    sentence: str, start: int, end: int, triggers: Sequence[Trigger], bounds: list[tuple[int, int]], earlier: int
) -> Trigger | None:
    """The trigger that the date at `start`..`end` dates, None where it dates none.

    `earlier` is where the date before it in the sentence begins, -1 for the first one: a verb that has that one leaves
    this one to what stands behind.
    """
    at = _clause_of(sentence, start, triggers, bounds, earlier)
    low, high = bounds[at]
    main = main_from(sentence, start) if low == 0 else 0
    here = [t for t in triggers if max(low, main) <= t.start < high]
    ahead = [t for t in here if t.end <= start and not _lasting(sentence, t, start)]
    before = _undescribed(sentence, ahead, start, end)
    after = [t for t in here if t.start >= end]
    verbs_before = [t for t in before if t.pos == "verb" and t.finite]
    if _in_an_aside(sentence, low, start, end, here):
        return None
    if _goes_on(sentence, low, start, verbs_before):
        return _set_for(sentence, low, start, triggers)
    verbs_after = [t for t in after if t.pos == "verb" and t.finite]
    own = (
        _second_predicate(sentence, start, end, verbs_before, verbs_after)
        or _said_then(sentence, start, before)
        or dated_noun(sentence, start, end, before, after, earlier)
    )
    if own is not None:
        return own
    opened = _once_more(sentence, start, triggers, earlier) or _opened_by_date(
        sentence, start, end, verbs_before, verbs_after, earlier
    )
    if opened is not None:
        return opened
    if verbs_before:
        last = _matrix(sentence, start, end, verbs_before, earlier)
        told = _unless_long(sentence, shot(sentence, low, last, triggers) or last, start, end)
        return unless_another(sentence, told, before, start)
    if before and before[-1].form == "ing" and _FRONTED_GERUND.search(sentence, 0, before[-1].start):
        return before[-1]
    if verbs_after:
        return _done_then(sentence, (low, start, end), verbs_after, triggers, earlier)
    if before:
        return before[-1]
    if after and _stands_near(sentence, end, after[0]):
        return after[0]
    return None if _tells_itself(sentence, low, start, end, high) else _beside(sentence, at, bounds, triggers, earlier)


def _clause_of(
    sentence: str, start: int, triggers: Sequence[Trigger], bounds: list[tuple[int, int]], earlier: int
) -> int:
    """Index of the clause of the date at `start`; behind a relative clause that a comma closes the one before it, where
    the relative clause tells of no event or of one with a date of its own."""
    at = clause_at(bounds, start)
    low = bounds[at][0]
    if any(t.start < low < t.end for t in triggers):
        return at - 1  # "appeared before judges on Monday"
    if at == 0 or not RELATIVE.match(sentence, low) or not _BEHIND_RELATIVE.search(sentence, low + 2, start):
        return at
    told = any(low <= t.start < start and t.pos == "verb" for t in triggers)
    main = any(bounds[at - 1][0] <= t.start < low and t.pos == "verb" and t.finite for t in triggers)
    return at - 1 if main and (earlier >= low or not told) else at


def _goes_on(sentence: str, low: int, start: int, verbs: Sequence[Trigger]) -> bool:
    """True where behind a relative clause, which begins at `low`, the main one goes on without an event: "Okello, who
    ran a bar, is expected in court on May 3"."""
    if not verbs or not RELATIVE.match(sentence, low):
        return False
    comma = sentence.find(", ", verbs[-1].end, start)
    words = tokenize(sentence[comma + 1 : start]).lowers if comma > 0 else ()
    return bool(words) and (words[0] in _HELPS or words[0] in telling_pasts())


def _stands_near(sentence: str, end: int, noun: Trigger) -> bool:
    """True for an occasion that follows its day with no comma but right behind it."""
    if noun.kind == "thing" or noun.start - end > _NEAR:
        return False
    return "," not in sentence[end : noun.start].removeprefix(",")


def _set_for(sentence: str, low: int, start: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The round of "The next round, which Oman offered to host, is set for May"."""
    if occasion_words("planned").isdisjoint(tokenize(sentence[max(low, start - 40) : start]).lowers):
        return None
    return next((t for t in triggers if t.pos == "noun" and t.end <= low), None)


def _once_more(sentence: str, start: int, triggers: Sequence[Trigger], earlier: int) -> Trigger | None:
    """The verb of "filed a protest in May and a second one in June"."""
    if earlier < 0 or not _ANOTHER.search(sentence, earlier, start):
        return None
    return next((t for t in reversed(triggers) if t.end <= earlier and t.pos == "verb" and t.finite), None)


def _second_predicate(
    sentence: str, start: int, end: int, before: Sequence[Trigger], after: Sequence[Trigger]
) -> Trigger | None:
    """The address of "toured the port on his trip and on Friday will address the senate"."""
    if not before or not after or after[0].start - end > _PREDICATE:
        return None
    if not sentence.endswith((" and on ", " and in "), 0, start):
        return None
    return after[0] if _IS_TO.fullmatch(sentence, end, after[0].start) else None


def _said_then(sentence: str, start: int, before: Sequence[Trigger]) -> Trigger | None:
    """The announcement of "plans a smelter in Peru, announcing in May that …"."""
    last = before[-1] if before else None
    if last is None or last.form != "ing" or last.pos != "verb" or not sentence.endswith(", ", 0, last.start):
        return None
    return last if sentence[last.end : start] in (" in ", " on ", " ") else None


def _opened_by_date(
    sentence: str, start: int, end: int, before: Sequence[Trigger], after: Sequence[Trigger], earlier: int
) -> Trigger | None:
    """The verb of "and in January forbade …"; of "replied in May and on June 3 the leader threw out …" too, where the
    verb before has a date of its own, an aside behind the date left out."""
    joined = _AND_THEN.search(sentence, max(0, start - _SUBJECT_REACH), start) if before and after else None
    if joined is None or (joined["on"] is None and not _SUBJECT_AHEAD.match(sentence, end)):
        return None
    if after[0].start - end <= _SOON:
        return after[0]
    if before[-1].end > earlier:
        return None
    comma = sentence.startswith(", ", end)
    for behind in (end + comma, sentence.find(", ", end + 1) + 1 if comma else 0):
        verb = next((t for t in after if t.start > behind), None) if behind else None
        if verb is None or verb.form != "past" or verb.start - behind > _SUBJECT_REACH:
            continue
        if _OWN_SUBJECT.fullmatch(sentence, behind, verb.start):
            return verb
    return None


def _lasting(sentence: str, noun: Trigger, start: int) -> bool:
    """True for the accord of "the accord brought Latvia $2 million in 2014": it was there then, and not made then."""
    if noun.kind != "thing":
        return False
    words = tokenize(sentence[noun.end : start]).lowers
    if not occasion_words("planned").isdisjoint(words) or (words and words[0] in verb_forms() and words[0] not in _BE):
        return False
    return any(word in finite_words() and not (at >= len(words) - 2 and word in _BE) for at, word in enumerate(words))


def _in_an_aside(sentence: str, low: int, start: int, end: int, here: Sequence[Trigger]) -> bool:
    """True for the month of ", whose mandate runs out in March, …": a relative clause that tells of no event."""
    opening = max(low, sentence.rfind(",", low, start))
    closing = sentence.find(",", end)
    if closing < 0 or RELATIVE.match(sentence, opening) is None:
        return False
    return not any(opening <= t.start < closing for t in here)


def _tells_itself(sentence: str, low: int, start: int, end: int, high: int) -> bool:
    """True where the date's own clause has a verb that tells of no event ("and pylons went up in January")."""
    if _CLEFT.match(sentence, low):
        return False
    high = end if _SAYS_SO.match(sentence, end) else high
    for words in (tokenize(sentence[low:start]).lowers, tokenize(sentence[end:high]).lowers):
        for at, word in enumerate(words):
            before = words[at - 1] if at else ""
            small = before in word_class("determiner") or before in word_class("preposition")
            if word in finite_words() and not small:
                return True
    return False


def _told_before(sentence: str, low: int, start: int, end: int) -> bool:
    """True for the year of "which earned $2 million in 2017, turned down …": the verb before it tells of no event; and
    for the month of "will be here before July and the army has …", which stands in another clause."""
    joined = sentence.startswith((" and ", " but "), end)
    if joined and sentence[low:start].strip() in ("after", "before"):
        low = max(0, start - _NEAR)
    low = max(low, sentence.rfind(",", low, start) + 1)
    words = tokenize(sentence[low:start]).lowers
    if joined and not _BE.isdisjoint(words):
        return True
    return any(
        word in telling_pasts() and words[at - 1] not in word_class("determiner")
        for at, word in enumerate(words)
        if at > 0
    )


def _unless_long(sentence: str, verb: Trigger, start: int, end: int) -> Trigger | None:
    """`verb`, but None for "has widened his inquiry to take in the work of a lobbyist in 2016": the perfect has no such
    day."""
    if (
        start - verb.end < _FAR
        or verb.form not in ("past", "participle")
        or not _LONG_AGO.fullmatch(sentence, start, end)
    ):
        return verb
    return None if _PERFECT.search(sentence, max(0, verb.start - 24), verb.start) is not None else verb


def _done_then(
    sentence: str, span: tuple[int, int, int], after: Sequence[Trigger], triggers: Sequence[Trigger], earlier: int
) -> Trigger | None:
    """The verb behind a date that opens its clause; `span` is where the clause begins, and the date begins and ends."""
    low, start, end = span
    if low > 0 and after[0].form == "base" and sentence[end : after[0].start] in (" to ", ", to "):
        met = _met_for(sentence, low, triggers, earlier)
        if met is not None:
            return met
    return None if _told_before(sentence, low, start, end) else main_verb(sentence, end, after)


def _met_for(sentence: str, low: int, triggers: Sequence[Trigger], earlier: int) -> Trigger | None:
    """The meeting of "met the envoy, Okello, and other guests last week to settle details", the journey of "will travel
    to Oman, Chad, and Mali, from May 3 to 7, to sell salt": a list parts the clause, which begins at `low`, from its
    verb."""
    last = next((t for t in reversed(triggers) if t.end <= low and t.pos == "verb" and t.finite), None)
    if last is None or last.end <= earlier or not (last.form == "past" or last.future) or last.event_type != "CONSULT":
        return None
    return last if sentence.startswith((", and ", " and "), low) else None


def _matrix(sentence: str, start: int, end: int, verbs: Sequence[Trigger], earlier: int) -> Trigger:
    """The last verb before the date; of "threatened to close the base on Monday" the first, unless it is to come or has
    a day of its own."""
    last = verbs[-1]
    if len(verbs) > 1 and last.end <= earlier and _is_set_off(sentence, last, start):
        return verbs[-2]
    if len(verbs) > 1 and _is_state_of_object(sentence, verbs[-2], last):
        return verbs[-2]
    if len(verbs) < 2 or last.form != "base" or not sentence.endswith("to ", 0, last.start):
        return last
    outer = verbs[-2]
    if sentence.startswith(_TO_COME, start):
        return last
    if last.lemma in _TALKS_OF and outer.event_type == "CONSULT" and outer.form == "past" and outer.start > earlier:
        return outer  # "met the envoy to discuss salt on Monday"
    if outer.end <= earlier < last.start:
        return last
    schemed = _SCHEME.search(sentence, outer.end, last.start) is not None
    if schemed and outer.form == "past" and sentence.startswith(_GONE_BY, start):
        return outer
    if schemed and outer.lemma in _SIGNS_PAPER:
        return outer
    given = outer.lemma in word_class("matrix_light") and outer.event_type != "OTHER"
    if outer.form != "past" or not (schemed or given or outer.lemma in word_class("matrix")):
        return last
    return last if direction(sentence, start, end) == "future" else outer


def _undescribed(sentence: str, triggers: list[Trigger], start: int, end: int) -> list[Trigger]:
    """`triggers` ahead of a date without what only describes: "would hold talks on troops killed in the war and on
    missiles in May"."""
    last = next((t for t in reversed(triggers) if t.pos == "verb" and t.finite), None)
    if last is None or last.form not in ("past", "participle") or last.passive:
        return triggers
    outer = next((t for t in reversed(triggers) if t.end < last.start and t.kind != "thing"), None)
    if outer is None or "," in sentence[outer.end : last.start] or not _OF_NOUN.search(sentence, outer.end, last.start):
        return triggers
    coming = outer.future if outer.pos == "verb" else _WILL_DO.search(sentence, 0, outer.start) is not None
    if not coming or _WHO.search(sentence, 0, outer.start):
        return triggers
    if sentence.startswith(" by ", last.end) and direction(sentence, start, end) == "past":
        return triggers  # "will vote on the pact signed by Oman in June"
    return [t for t in triggers if t.start < last.start]


def _is_state_of_object(sentence: str, outer: Trigger, verb: Trigger) -> bool:
    """True for the participle of "found gold stashed in two vans on Friday": no act that the lexicon knows, of what the
    verb before it is done to."""
    if verb.kind != "general" or verb.form != "past" or verb.passive or outer.kind != "content" or outer.passive:
        return False
    if outer.form not in ("past", "participle") or outer.lemma in word_class("matrix"):
        return False
    return (
        _STATE_OF.fullmatch(sentence, outer.end, verb.start) is not None
        and _IN_STATE.match(sentence, verb.end) is not None
    )


def _is_set_off(sentence: str, verb: Trigger, start: int) -> bool:
    """True for the participle of "debated the pact, initialled in May, on Thursday"."""
    apposed = verb.form in ("past", "participle") and not verb.passive and APPOSED.search(sentence, 0, verb.start)
    return bool(apposed) and _BEHIND_RELATIVE.search(sentence, verb.end, start) is not None


def _beside(
    sentence: str, at: int, bounds: list[tuple[int, int]], triggers: Sequence[Trigger], earlier: int
) -> Trigger | None:
    """The first verb of the clause that follows an opening date, or the last one before, if that has no date."""
    order = [at + 1, at - 1] if not sentence[: bounds[at][0]].strip() else [at - 1, at + 1]
    for other in order:
        if not 0 <= other < len(bounds):
            continue
        past_aside = between_dashes(sentence, other, bounds) if other > at else False
        other += past_aside
        low, high = bounds[other]
        if not past_aside and _HARD.match(sentence[bounds[max(at, other)][0] :]):
            continue
        if other < at and sentence.startswith(_SINCE_ITS, bounds[at][0]):
            continue
        here = [t for t in triggers if low <= t.start < high]
        finite = [t for t in here if t.pos == "verb" and t.finite]
        pool = behind_opening(sentence, low, finite) if other > at else finite or here
        pool = pool or finite or here
        if pool and (other > at or not pool[-1].end <= earlier < high):
            return pool[0] if other > at else shot(sentence, low, pool[-1], triggers) or pool[-1]
    return None
