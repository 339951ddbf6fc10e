"""Whether an event occurred, is planned, was cancelled or did not take place, by tense, modality and negation."""

import re
from datetime import date

from pipeline.extract.events.governed import Governed
from pipeline.extract.events.tokens import word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.tense import direction
from pipeline.text.page import Sentence

_WAS_TO = re.compile(
    r"\b(?:was|were)\s(?:due\s|set\s|expected\s|scheduled\s|slated\s)?to\s(?!have\b)(?:(?!and\b|but\b|who\b|which\b)[\w'’.-]{1,20},?\s){1,14}\Z"
)
"""What was to be: on a day that has not passed it still is."""
_WAS_TO_DO = re.compile(
    r"\b(?:was|were)\s(?:also\s)?(?:(?:due|expected|scheduled|set|slated)\s(?:(?:later|on|in|the|this|[A-Z][a-z]+day|day|week|month)\s){0,4})?"
    r"to\s(?:[a-z]{2,14}ly\s|also\s)?(?:be\s)?\Z"
)
"""The same right ahead of the verb, behind a day that opens the sentence."""
_SAID_IT_WAS = re.compile(
    r"\b(?:said|announced|confirmed|reported)\s(?:that\s)?(?:it|he|she|they|[A-Z]\w{1,20})\s(?:was|were)\s\Z"
)
"""Ahead of what was said to be under way or at hand ("said it was sending an envoy on Sunday")."""
_TO_COME = ("later this ", "this coming ", "the coming ")
"""Words of a time that is to come, whatever the verb."""
_EARLIER = len("earlier")
_OF_PLANS = frozenset({"announce", "expect", "plan", "schedule", "set", "slate"})
"""Verbs whose day may be that of what they speak of."""
_PROSPECT = re.compile(
    r"\b(?:(?:likely|planning|plans?|planned|preparing|hop(?:es?|ing)|intends?|intending|expects?|aims?|aiming)\s(?:not\s)?to|"
    r"could|may|might)\s(?:[a-z]{2,14}ly\s|also\s|well\s|soon\s)?\Z"
)
"""Ahead of a verb: what is only a prospect."""
_ASIDE = re.compile(r"(?:,\s(?:who|which)|\swhen(?!\sit\b)(?:\s[\w'’.-]{1,20}){1,7})\s\Z")
"""Ahead of a verb in the present that tells of no headline's day ("the envoy, who visits Riga on Friday, …")."""
_OF_TRIP = re.compile(r"\s(?:an?|her|his|their)\s(?:[a-z-]{3,12}\s){0,2}(?:tour|trip|visit)\sto\s")
"""Behind "announced": a journey, which is yet to be made."""
_TAKES = frozenset({"accept", "agree", "allow", "recognise", "recognize", "tolerate"})
_DOES_NOT = re.compile(
    r"\b(?:(?:can|could|do|does|will|would)\s(?:not|never)|cannot|(?:do|does|could|wo|would)n['’]t)\s(?:\w{2,12}\s)?\Z"
)
"""Ahead of a verb: what one will not have."""
_EXPECTED = re.compile(
    r"\b(?:anticipated|expected|forthcoming|planned|proposed|scheduled|upcoming)\s(?:[a-z-]{3,14}\s){0,2}\Z"
)
"""Ahead of the noun of what is to come."""
_FACING = re.compile(
    r"\b(?:ahead\sof|fac(?:es?|ing)|gear(?:s|ing)?\sup\sfor|in\sthe\srun-up\sto|look(?:s|ing)\sahead\sto|prepar(?:es?|ing)\sfor)"
    r"\s(?:(?!and\b|of\b|in\b|on\b|at\b|to\b|with\b)[\w'’-]{1,20}\s){0,5}\Z"
)
"""The same where others look ahead to it."""
_TIMED = re.compile(r"\s(?:(?:that|which)\s(?:is|are)\s)?(?:billed|due|expected|planned|scheduled|set|slated)\s")
"""Behind the noun of what is to come."""


def status_of(sentence: Sentence, item: Governed, today: date | None, is_dated: bool = True) -> str:
    """`occurred`, `planned`, `cancelled` or `negated` (DATASETS, "events").

    `today` is the day of publication, or of an article that is not `is_dated` the latest day told past: what is told as
    to come may lie ahead of that too. Planned is what lies on or after it and is told as
    to come; an announced act has occurred by being announced.
    """
    trigger, mention = item.trigger, item.date
    if trigger.kind == "cancel":
        return "cancelled"
    if trigger.negated:
        return "occurred" if _will_have_none(sentence.text, trigger) else "negated"
    if item.told or mention.text[:_EARLIER].lower() == "earlier":
        return "occurred"
    start, end = mention.char_start - sentence.char_start, mention.char_end - sentence.char_start
    coming = today is None or (mention.date_end is not None and mention.date_end >= today)
    if today is not None and mention.date_start is not None and mention.date_start > today:
        return "planned"
    if (
        coming
        and mention.date_start == mention.date_end == today
        and (_is_word(trigger) or _has_done(sentence.text, trigger, start))
    ):
        return "occurred"
    if coming:
        return "planned" if _is_to_come(sentence, item, start, end) else "occurred"
    ahead = trigger.future or (trigger.form == "base" and _told_ahead(sentence.text, start, end))
    return "planned" if ahead and not is_dated else "occurred"


def _is_to_come(sentence: Sentence, item: Governed, start: int, end: int) -> bool:
    """True where the sentence tells as to come what has its day, not yet over, at `start`..`end`."""
    trigger = item.trigger
    is_announced = trigger.event_type == "CONSULT" and trigger.lemma == "announce"
    if is_announced and _OF_TRIP.match(sentence.text, trigger.end):
        return True
    base = trigger.form == "base" or trigger.passive
    if base and _WAS_TO_DO.search(sentence.text, max(0, trigger.start - 50), trigger.start):
        return True
    if trigger.future or _has_prospect(sentence, item) or _is_present(sentence, item):
        return True
    return _told_ahead(sentence.text, start, end)


def _will_have_none(sentence: str, trigger: Trigger) -> bool:
    """True for "does not accept": the word that refuses, and not only what did not take place."""
    if trigger.event_type != "REJECT" or trigger.lemma not in _TAKES:
        return False
    return _DOES_NOT.search(sentence, max(0, trigger.start - 24), trigger.start) is not None


def _is_word(trigger: Trigger) -> bool:
    """True for a word given, which was given today whatever is to come of it ("pledged to deepen their ties")."""
    if trigger.form != "past":
        return False
    return trigger.event_type in ("SUPPORT", "THREATEN", "REJECT") and trigger.lemma in word_class("pledges")


def _has_done(sentence: str, trigger: Trigger, day: int) -> bool:
    """True for a verb that tells what somebody did, whatever is to come of it ("unveiled plans to mend the dam"); not
    where another one stands between it and the `day`."""
    if sentence.find(" will ", trigger.end, max(day, trigger.end)) >= 0:
        return False
    past = trigger.pos == "verb" and trigger.form == "past" and trigger.finite
    return past and not trigger.passive and trigger.lemma not in _OF_PLANS


def _has_prospect(sentence: Sentence, item: Governed) -> bool:
    """True for what somebody is likely, or wants, to do, or may do."""
    trigger = item.trigger
    if trigger.pos != "verb" or trigger.form != "base" or item.rule == "own_act":
        return False
    return _PROSPECT.search(sentence.text, max(0, trigger.start - 50), trigger.start) is not None


def _is_present(sentence: Sentence, item: Governed) -> bool:
    """True for what is told in the present of a day, or of the rest of a month, that is not over ("is hosting the
    premier on Friday", "visits Riga in June"), and for an expected event."""
    trigger, precision = item.trigger, item.date.precision
    if trigger.pos == "noun":
        low = max(0, trigger.start - 90)
        ahead = _EXPECTED.search(sentence.text, low, trigger.start) or _FACING.search(sentence.text, low, trigger.start)
        return ahead is not None or _TIMED.match(sentence.text, trigger.end) is not None
    if trigger.form == "s" and item.rule != "label":
        aside = precision == "day" and _ASIDE.search(sentence.text, max(0, trigger.start - 70), trigger.start)
        return trigger.pos == "verb" and (precision == "month" or bool(aside))
    doing = trigger.form == "ing" and trigger.finite and precision == "day"
    if not doing:
        return False
    told = _SAID_IT_WAS.search(sentence.text, max(0, trigger.start - 60), trigger.start)
    return told is not None or sentence.text.endswith((" is ", " are "), 0, trigger.start)


def _told_ahead(sentence: str, start: int, end: int) -> bool:
    """True where the verb of the date at `start`..`end` tells of what is, or was, to come."""
    if sentence.startswith(_TO_COME, start) or direction(sentence, start, end) == "future":
        return True
    return _WAS_TO.search(sentence, max(0, start - 120), max(0, start)) is not None
