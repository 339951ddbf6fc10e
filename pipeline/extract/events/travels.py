"""What a journey is by what is brought on it, by the help that the page tells of, and whether troops leave for good.

Who travels is for the lexicon (`phrases`); here stands what is told behind the verb of a journey and ahead of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from pipeline.extract.events.governed import Governed
from pipeline.extract.events.phrases import first_typed, subject_phrases, typed_phrases
from pipeline.extract.events.tokens import Tokens, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.words import typing_subjects
from pipeline.extract.facts import Event
from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.table import rows

_BRINGS = re.compile(
    r"\b(?:carrying|bearing|bringing|ferrying|transporting|laden\swith|loaded\swith|packed\swith|with)\s"
    r"(?=(?P<cargo>[^;:.]{3,90}))"
)
_BRING_SIGNS = frozenset(
    {"carrying", "bearing", "bringing", "ferrying", "transporting", "laden", "loaded", "packed", "with"}
)
_CARGO_REACH = 110
"""Characters behind a verb of travelling within which it is told what is brought."""
_FOR_GOOD = re.compile(r"[^,;.]{0,40}?\sfor\sgood\b")
_LAST = frozenset({"last", "final", "remaining", "all"})


_INVITED = 80
"""Characters behind an invitation within which the verb stands of what one is to come for."""


def invited_to(item: Governed, triggers: Sequence[Trigger], published_on: date | None) -> Governed:
    """The visit of "invited him to visit Lima in 2018" in place of the invitation, where that day is still to come."""
    told, start = item.trigger, item.date.date_start
    if told.lemma != "invite" or told.pos != "verb" or published_on is None or start is None or start <= published_on:
        return item
    behind = [t for t in triggers if 0 < t.start - told.end <= _INVITED and t.event_type == "CONSULT"]
    act = next((t for t in behind if t.form == "base"), None) or next((t for t in behind if t.pos == "noun"), None)
    return item if act is None else replace(item, trigger=act)


def brought(sentence: str, tokens: Tokens, trigger: Trigger, told: str | None) -> str | None:
    """`told`, or the type that what is brought gives a journey: a frigate "with blankets" sails to help, and soldiers
    that "the last" of leave withdraw."""
    if not trigger.goal and trigger.lemma not in word_class("travels"):
        return told
    subjects = subject_phrases(sentence, tokens, trigger)
    if told == "MOBILIZE" and trigger.lemma in word_class("leaves"):
        last = any(tokens.lowers[at] in _LAST for phrase in subjects for at in phrase)
        if last or _FOR_GOOD.match(sentence, trigger.end):
            return "YIELD"
    if told == "CONSULT" or _BRING_SIGNS.isdisjoint(vocabulary(sentence)):
        return told
    if told is None and not _is_carried(tokens, subjects):
        return told
    match = _BRINGS.search(sentence, max(0, trigger.start - 60), trigger.end + _CARGO_REACH)
    if match is None:
        return told
    phrases = typed_phrases(tokens, match.start("cargo"), match.end("cargo"))
    known = typing_subjects("depart")
    found = [cargo for phrase in phrases if (cargo := first_typed(tokens, [phrase], known)) not in (None, "CONSULT")]
    return "AID" if "AID" in found else found[0] if found else told


def for_relief(sentence: str, tokens: Tokens, trigger: Trigger, told: Sequence[Event], since: int) -> Trigger:
    """`trigger`, as help where a ship or an aircraft travels in a report that has told of help ("a second plane will
    follow tomorrow"). `told` are the events before, `since` is the paragraph with which the report begins."""
    if trigger.lemma not in word_class("travels") or trigger.event_type not in ("CONSULT", "MOBILIZE"):
        return trigger
    if not any(event.event_type == "AID" and event.paragraph >= since for event in told):
        return trigger
    carried = trigger.pos == "verb" and _is_carried(tokens, subject_phrases(sentence, tokens, trigger))
    return trigger._replace(event_type="AID") if carried else trigger


@cache
def _craft() -> frozenset[str]:
    """The nouns of what carries others."""
    return frozenset(row["noun"] for row in rows("object_classes") if row["class"] == "CRAFT")


def _is_carried(tokens: Tokens, subjects: Sequence[range]) -> bool:
    """True where a ship, an aircraft or a lorry travels."""
    words = {tokens.lowers[at] for phrase in subjects for at in phrase}
    return not words.isdisjoint(_craft()) or not {word.removesuffix("s") for word in words}.isdisjoint(_craft())
