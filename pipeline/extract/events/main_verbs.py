"""The main verb of a clause that a date opens, or that follows one: not a participle that only describes, not what is
done for a purpose, not the verb of an aside."""

import re
from collections.abc import Sequence

from pipeline.extract.dates.words import alternatives
from pipeline.extract.events.another_verb import telling_pasts
from pipeline.extract.events.tokens import tokenize
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.inflection import finite_words

RELATIVE = re.compile(r",?\s(?:which|who|whose|whom|where)\s")
APPOSED = re.compile(r"[a-z],\s\Z")
_ON_DAY = re.compile(
    rf"(?:\s(?:in|at)\s[A-Z]\w{{2,20}})?\s(?:(?:on|in)\s)?(?:early\s|late\s)?(?:\d{{1,4}}\b|{alternatives('month')}\b|{alternatives('weekday')}\b|last\s)"
)
"""Behind a participle set off by commas: a day of its own ("the application, filed on 12 May, …")."""
_ASIDE = re.compile(r",?\s(?:before|after|as|while|following|ahead\sof|amid)\s")
"""What opens a clause between a date that opens the sentence and the main verb."""
_AN_OFFICE = re.compile(r"[A-Z][\w.’'-]{1,20},\s(?:an?|her|his|its|one\sof|the|their)\s(?:[\w’'-]{1,20}\s){1,6}\Z")
"""Ahead of a participle that describes who is called so between commas."""
_GOES_ON = re.compile(r",\s(?:(?:also|had|has|is|later|then|was|were)\s){0,2}(?P<verb>[a-z]{3,14})\b")
"""Behind the comma that ends the apposition: the main verb."""
_MAIN_AGAIN = re.compile(r"[^,],\s(?:(?:is|was|are|were|has|have|had|also|then|later)\s){0,3}\Z")
"""Between a relative clause and the verb of the main one."""


def main_verb(sentence: str, end: int, verbs: Sequence[Trigger]) -> Trigger | None:
    """The first verb, or the second where the first only describes ("a ferry named X kicked off", "led by X met")."""
    verbs = [t for t in verbs if not _is_purpose(sentence, t, end)]
    if not verbs:
        return None
    first = verbs[0]
    reduced = first.form == "past" and not first.passive
    if reduced and _in_apposition(sentence, end, first.start):
        return next((t for t in verbs[1:] if _MAIN_AGAIN.search(sentence, first.end, t.start)), None)
    described = (first.lemma == "name" and first.start - end > 2) or sentence.startswith(" by ", first.end)
    if reduced and _ON_DAY.match(sentence, first.end):
        told = finite_words().isdisjoint(tokenize(sentence[end : first.start]).lowers)
        if not told or APPOSED.search(sentence, 0, first.start):
            return verbs[1] if len(verbs) > 1 else None
    return verbs[1] if reduced and described and len(verbs) > 1 else first


def _in_apposition(sentence: str, low: int, start: int) -> bool:
    """True for the participle of "On May 3 Okello, a banker appointed as envoy, went to Riga"."""
    apposed = _AN_OFFICE.search(sentence, low, start) if ", " in sentence[low:start] else None
    if apposed is None or not finite_words().isdisjoint(tokenize(apposed.group()).lowers):
        return False
    return any(goes_on["verb"] in telling_pasts() for goes_on in _GOES_ON.finditer(sentence, start))


def _is_purpose(sentence: str, verb: Trigger, end: int) -> bool:
    """True for the verb of ", much of it to repay loans" and "In May, to mark the day, …", behind a date that ends at
    `end`."""
    if verb.form != "base" or verb.future or not sentence.endswith("to ", end, verb.start):
        return False
    words = tokenize(sentence[end : verb.start]).lowers
    return "," in sentence[end : verb.start] and finite_words().isdisjoint(words)


def _behind_aside(sentence: str, low: int, verbs: Sequence[Trigger]) -> list[Trigger]:
    """The verbs of the main clause of "On May 3, days before the house voted, Chad expelled …"."""
    if len(verbs) < 2 or not _ASIDE.match(sentence, low):
        return []
    return [t for t in verbs if sentence.find(", ", verbs[0].end, t.start) >= 0]


def behind_opening(sentence: str, low: int, verbs: Sequence[Trigger]) -> list[Trigger]:
    """The verbs of the main clause behind an aside, or behind the subject's relative clause ("On May 3 the bank, which
    lends to Chad, was raided")."""
    if len(verbs) > 1 and RELATIVE.match(sentence, low):
        again = [t for t in verbs[1:] if _MAIN_AGAIN.search(sentence, verbs[0].end, t.start)]
        if again and not again[0].future:
            return again
    return _behind_aside(sentence, low, verbs)
