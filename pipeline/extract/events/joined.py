"""Verbs joined to a dated one: by "and", in a list, told of both sides; and the verb of the occasion that a date is of.

Acts in other clauses of the sentence are `sharing`'s business.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.clauses import clause_at, coordinated
from pipeline.extract.events.dated_sentence import PAST_FORMS, DatedSentence
from pipeline.extract.events.governed import Governed
from pipeline.extract.events.occasions import any_of
from pipeline.extract.events.tokens import tokenize, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.inflection import finite_words

_INFINITIVE = re.compile(r"\sto\s(?!(?:all|an?|both|his|her|its|some|the|their)\s)[a-z]{2,20}\s")
_DURING = re.compile(
    r"\b(?:during|at|on\sthe\ssidelines\sof|on\sthe\smargins\sof|as\spart\sof)\s"
    r"(?:(?:[\w'’-]+\s){0,4}|(?:[A-Z][\w'’.-]*\s){4,8}(?:[a-z-]+\s){0,2})\Z"
)
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
_NEW_SUBJECT = re.compile(r"\s(?:the|both|its|his|her|their|our|two|three|[A-Z])")
"""Right behind the occasion's date: who does something there ("At the talks in May the kings signed …")."""
_AND_BOTH = re.compile(
    r"\sand\s(?:the\s(?:two|three)\s(?:[a-z]{4,14}\s)?|both\s(?:[a-z]{4,14}\s)?|the\s(?:sides|parties|pair|delegations|ministers|leaders|presidents)\s|"
    r"they\s)(?:also\s|then\s|later\s)?\Z"
)
"""Right ahead of the verb of those who acted in the one before ("met in Riga on Monday and both ministers vowed …")."""
_WHO = re.compile(r",\s(?:who|whom|which|whose)\s")
_MODIFIED = re.compile(
    r"\b(?:against|by|for|from|including|of|on|to|with)\s(?:[\w'’-]{1,20}\s){0,6}?(?:[a-z]{3,10}ly\s)?"
    r"[a-z]{3,16}(?:ed|en|wn|lt|nt|ught|ld)\s(?:by|from|in|into|on|at|to)\s(?:(?!(?:and|or)\s)[\w'’-]{1,20}\s){1,5}"
    r"(?:and\s(?:(?!(?:and|or)\s)[\w'’-]{1,20}\s){1,3})?(?:and|or)\s(?:then\s|later\s)?\Z"
)
"""Between a verb and a second participle of its object ("a ban on ore dug in Chad and sold in the West")."""
_OF_PLACE = re.compile(r"\s(?:at|by|from|in|into|on)\s")
_HELD = re.compile(rf"\b(?:{any_of('occasion')})\s(?:of\s(?:[\w'’-]{{1,20}}\s){{1,4}})?\Z")
_DESCRIBES = re.compile(r"\b(?:by|for|from|in|of|on|to|with)\s(?:(?:its|the|their)\s)?(?:[a-z]{3,14}\s){1,2}\Z")
"""Ahead of a participle that only describes a noun ("of the pledges made at a session held in May")."""
_SIGNS = frozenset({"conclude", "initial", "sign", "sign an agreement"})
_CONVENES = frozenset({"convene", "hold", "host", "organise", "organize"})
_MET = frozenset({"met", "attended", "gathered", "held", "took"})
_TALKS = frozenset({"have", "hold", "exchange", "discuss"})
"""Lemmas that tell once more of a meeting already told."""


def joined_acts(page: DatedSentence, first: Governed) -> list[Governed]:
    """The verbs behind a dated one that are joined to it ("arrived on Monday, met X and signed Y")."""
    text = page.text
    result: list[Governed] = []
    previous = first.trigger
    later = page.finite_verbs(previous.start + 1, len(text))
    behind = page.start_of(first.date)
    closed = _closed(page, first)
    passing = _OF_THE_OBJECT.match(text, first.clause[0]) is not None and behind > previous.end
    for at, trigger in enumerate(later):
        if trigger.start in page.dated or (passing and trigger.start > behind):
            break
        if 0 <= closed < trigger.start:
            break
        if _modifies(text, previous, trigger) or _goes_on(text, previous, trigger):
            continue
        joined = _same_predicate(text, previous, trigger) or (
            first.date.precision != "year" and _by_both(text, previous, trigger)
        )
        if not (joined or _listed(text, previous, trigger, later[at + 1 :])):
            if clause_at(page.bounds, trigger.start) != clause_at(page.bounds, previous.start):
                break
            continue
        if _own_date(page, trigger):
            break
        result.append(page.share(trigger, first, "second_act", page.clause_of(trigger), first.told))
        previous = trigger
    return result


def _closed(page: DatedSentence, first: Governed) -> int:
    """Where the aside of "the premier, who took office in May, pledged …" ends with its date, -1 where none does: what
    follows is told of the subject, and not of that day."""
    end = first.date.char_end - page.offset
    if end <= first.trigger.end or not page.text.startswith(", ", end):
        return -1
    return end if _WHO.match(page.text, first.clause[0]) is not None else -1


def _modifies(sentence: str, one: Trigger, two: Trigger) -> bool:
    """True for a participle that only describes the object, joined to another one."""
    if two.form not in PAST_FORMS or _OF_PLACE.match(sentence, two.end) is None:
        return False
    return _MODIFIED.search(sentence, max(one.end, two.start - 160), two.start) is not None


def _goes_on(sentence: str, one: Trigger, two: Trigger) -> bool:
    """True for the agreement of "reviewed what was decided at a meeting held in May and agreed …": the meeting held
    then is only spoken of."""
    if one.lemma not in _CONVENES or one.passive or one.form not in PAST_FORMS or two.form not in PAST_FORMS:
        return False
    if _HELD.search(sentence, max(0, one.start - 40), one.start) is None:
        return False
    main = [word for word in tokenize(sentence[: one.start]).lowers[1:] if word in finite_words()]
    return bool(main) and main[0] not in _MET and word_class("helping").isdisjoint(main[:1])


def is_of_occasion(page: DatedSentence, governed: Governed) -> bool:
    """True for the noun that is dated, and for the verb that only says where and when an occasion was held ("at a
    summit held in Riga in May")."""
    verb = governed.trigger
    if verb.pos == "noun":
        return True
    held = verb.lemma in _CONVENES and verb.form in PAST_FORMS and not verb.passive
    return held and _HELD.search(page.text, max(0, verb.start - 90), verb.start) is not None


_RIGHT_BEHIND = 3
"""Characters between a day and the occasion that it is of ("During his Monday speech, he …")."""


def at_occasion(page: DatedSentence, governed: Governed) -> list[Governed]:
    """The verb of "signed a pact during a visit to Riga in May": the act is of the occasion's day.

    What is said or done at talks without being an act of its own is no second event.
    """
    noun = governed.trigger
    low, high = governed.clause
    ahead = page.text[governed.date.char_end - page.offset : noun.start]
    owned = ahead.startswith(("'s ", "’s ")) and "," not in ahead
    dated_ahead = noun.kind == "noun" and bool(ahead) and (owned or len(ahead) <= _RIGHT_BEHIND)
    if low == 0 and _FRONTED.match(page.text) and (dated_ahead or noun.end <= page.start_of(governed.date)):
        verb = next(iter(page.finite_verbs(noun.end + 1, high)), None)
        opens = verb is not None and (
            _MAIN_SUBJECT.search(page.text, noun.end, verb.start) is not None
            or _NEW_SUBJECT.match(page.text, max(noun.end, governed.date.char_end - page.offset), verb.start)
            is not None
        )
        verb = page.free_past(verb) if opens else None
        if verb is not None and verb.event_type != "OTHER":
            act = page.share(verb, governed, "at_occasion", governed.clause)
            return [act, *joined_acts(page, act)]
    verbs = page.finite_verbs(low, noun.start)
    if noun.event_type == "CONSULT" and not governed.date.text.startswith("next "):
        verbs = [t for t in verbs if t.form != "base" or not page.text.endswith(" to ", 0, t.start)]
    verb = (page.free_past(verbs[-1]) or _free_coming(page, verbs[-1])) if verbs else None
    if verb is None or (noun.pos == "verb" and _DESCRIBES.search(page.text, max(0, verb.start - 50), verb.start)):
        return []
    if verb.event_type in ("CONSULT", "OTHER") or not _DURING.search(page.text[verb.end : noun.start]):
        return []
    return [page.share(verb, governed, "at_occasion", page.clause_of(verb))]


def _free_coming(page: DatedSentence, verb: Trigger) -> Trigger | None:
    """`verb` if it tells of an accord that is to come, and has no date ("will sign a lease during her visit to Lima on
    May 3")."""
    coming = verb.future and verb.lemma in _SIGNS and verb.start not in page.dated
    return verb if coming and not verb.negated else None


def retold(one: Trigger, two: Trigger) -> bool:
    """True for talks that tell once more of the meeting before."""
    return one.event_type == two.event_type == "CONSULT" and two.lemma.split()[0] in _TALKS


def _same_predicate(sentence: str, one: Trigger, two: Trigger) -> bool:
    alike = one.form == two.form or {one.form, two.form} <= PAST_FORMS or (one.future and two.future)
    if one.event_type == two.event_type == "CONSULT" and two.lemma in _TALKS:
        return False
    return alike and _same_subject(sentence, one, two) and coordinated(sentence, two.start)


def _by_both(sentence: str, one: Trigger, two: Trigger) -> bool:
    """True for what those of a dated act did then, told with a subject of its own."""
    if one.form not in PAST_FORMS or two.form not in PAST_FORMS or retold(one, two):
        return False
    return _AND_BOTH.search(sentence, max(one.end, two.start - 50), two.start) is not None


def _same_subject(sentence: str, one: Trigger, two: Trigger) -> bool:
    """True for "met and agreed", "strayed over Lesbos and were seen off"; "and was fully booked" tells how it is."""
    if two.passive and _AND_WAS.search(sentence, max(0, two.start - 30), two.start):
        return two.kind != "general"
    return one.passive or not two.passive


def _listed(sentence: str, one: Trigger, two: Trigger, later: Sequence[Trigger]) -> bool:
    """True for the middle one of "met the premier, signed a pact and visited a dairy"."""
    if one.form not in PAST_FORMS or two.form not in PAST_FORMS or two.passive:
        return False
    if not _LISTED.search(sentence[max(0, two.start - 20) : two.start]):
        return False
    return any(third.form in PAST_FORMS and coordinated(sentence, third.start) for third in later[:2])


def _own_date(page: DatedSentence, trigger: Trigger) -> bool:
    """True where a date of its clause stands behind the verb, and not behind what it is done for."""
    low, high = page.clause_of(trigger)
    starts = [start for start in map(page.start_of, page.dates) if low <= start < high]
    return any(start > trigger.start and not _INFINITIVE.search(page.text[trigger.end : start]) for start in starts)
