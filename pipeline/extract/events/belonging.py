"""Whose an event is, where its own words say it: who votes or is shaken, between whom a deal is, whose test it was.

Who stands ahead of a verb or behind it is read in `parties`.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.subjects import Frame
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.vocabulary import vocabulary

_TITLE = 60
"""Characters that a title ahead of a name may have."""
_OWNED = re.compile(r"(?:['’]s|s['’]|['’])\s(?:[\w-]{2,20}\s){0,3}")
_POLLS = frozenset({"by-election", "election", "poll", "referendum", "run-off", "runoff"})
_TWO = 2
_BETWEEN = re.compile(r"s?\s(?:[\w-]{1,20}\s){0,6}?between\s(?:the\s)?")
_THAT_HIT = re.compile(
    r"s?,?\s(?:that|which)\s(?:(?:has|had|have)\s)?(?:battered|devastated|flattened|hit|jolted|pounded|ravaged|rocked|shook|struck|swept)\s"
    r"(?:(?:across|over|through)\s)?(?:parts\sof\s|(?:[a-z]+ern|central)\s)?(?:the\s)?"
)
_LISTED = re.compile(r"(?:,\s|(?P<last>,?\s(?:and|plus)\s))(?:the\s)?")
_ITS = re.compile(r"\b(?:its|their)\s(?:[\w.,-]{1,20}\s){0,4}\Z")
"""Ahead of a noun that tells of somebody's own deed."""
_IN = re.compile(r"s?\s(?:at|in|of)\s(?:the\s)?")
_IN_PLACE = re.compile(r"s?\s(?:at|in)\s(?:the\s)?(?:(?:[A-Z][\w'’-]{1,20}|city|town|village|of),?\s){0,4}")
_SINCE = re.compile(r"\s(?:since|after|following|over|by)\s(?:[\w-]{1,20}\s){0,5}\Z")
"""Ahead of an upheaval that a phrase of its own tells of."""
_HE = re.compile(
    r"\b(?:since|after|when|before|until|that|and|as|because|if|once)\s(?:s?he)\s(?:(?:has|had|was|is|will|would|first)\s){0,2}\Z"
)
"""A person known as the subject of a clause that hangs on another."""
_OF_PERSON = re.compile(r"\sof\s(?:the\s)?(?:[\w'’-]{2,20}\s){0,6}")
"""Between what befalls a person at home and the name ("the assassination of ex-premier X")."""
_TOGETHER = len(", and ")
"""Characters between two names of one list."""


def belonging(
    sentence: str, frame: Frame, trigger: Trigger, actors: Sequence[Actor], named: tuple[list[str], list[str]]
) -> tuple[list[str], list[str]]:
    """The states `named` ahead of the trigger and behind it, where it is told whose the event is."""
    left, right = named
    inside = [actor for actor in actors if frame.low <= actor.start < frame.high]
    both = _between(sentence, trigger, actors) or _struck(sentence, trigger, actors)
    if both:
        return both, []
    voters = _voters(sentence, trigger, inside, left + right)
    if voters is None:
        voters = _shaken(sentence, trigger, actors)
    if voters is not None:
        return [voters] if voters else [], []
    if trigger.passive and trigger.lemma in party_words("founds") and not all(map(is_body, right)):
        left = [code for code in left if not is_body(code)]
    doer = _doer(trigger, actors) or _in_office(sentence, frame, trigger, inside)
    if doer is not None:
        return [doer], []
    owner = _owner(sentence, trigger, actors)
    if owner is not None:
        return [owner], right
    return left[:1] if len(left) > 1 and _HE.search(frame.opening) else left, right


def _meddles(sentence: str, trigger: Trigger, actor: Actor) -> bool:
    """True for one who interferes in a poll, which is another's."""
    if party_words("meddling").isdisjoint(vocabulary(sentence)):
        return False
    return not party_words("meddling").isdisjoint(sentence[actor.end : trigger.start].split())


def _voters(sentence: str, trigger: Trigger, inside: Sequence[Actor], named: Sequence[str]) -> str | None:
    """The state that votes, where an election is told of in a clause that names two: that behind "in", else the one
    named nearest before."""
    if trigger.pos != "noun" or trigger.lemma.rpartition(" ")[2] not in _POLLS:
        return None
    behind = next((actor for actor in inside if actor.start >= trigger.end), None)
    if behind is not None and _IN.fullmatch(sentence, trigger.end, behind.start):
        return behind.code
    before = [actor for actor in inside if actor.end <= trigger.start and actor.standing == "acts"]
    if before and _meddles(sentence, trigger, before[-1]):
        others = [code for code in named if code != before[-1].code]
        return others[-1] if others else ""
    return before[-1].code if before and len(set(named)) >= _TWO else None


def _shaken(sentence: str, trigger: Trigger, actors: Sequence[Actor]) -> str | None:
    """The state that a coup or a flood befalls which a phrase of its own tells of ("suspended aid to Mali after the
    coup of 2012"): of several the one named last."""
    word = trigger.lemma.rpartition(" ")[2]
    shaken = word in party_words("upheaval")
    at_home = shaken or word in party_words("outrage") or trigger.lemma in party_words("home_noun")
    if trigger.pos != "noun" or not at_home:
        return None
    before = [a for a in actors if a.end <= trigger.start and a.standing == "acts" and not is_body(a.code)]
    there = next((a for a in actors if a.start >= trigger.end), None)
    if there is not None and before and _IN_PLACE.fullmatch(sentence, trigger.end, there.start):
        return there.code if _SINCE.search(sentence, before[-1].end, trigger.start) else None
    if len(before) < _TWO or not (shaken or word in _POLLS):
        return None
    if " and " in sentence[before[-2].end : before[-1].start] and before[-1].start - before[-2].end <= _TOGETHER:
        return None  # "Oman and Chad were hit by floods"
    return before[-1].code if _SINCE.search(sentence, before[-1].end, trigger.start) is not None else None


def _struck(sentence: str, trigger: Trigger, actors: Sequence[Actor]) -> list[str]:
    """The states that a disaster befell, where a relative clause says so ("the quake that hit Oman and Chad")."""
    told = _THAT_HIT.match(sentence, trigger.end) if trigger.pos == "noun" else None
    if told is None or trigger.lemma.rpartition(" ")[2] not in party_words("upheaval"):
        return []
    behind = [actor for actor in actors if actor.start >= told.end()]
    if not behind or behind[0].start != told.end():
        return []
    codes = [behind[0].code]
    for one, two in pairwise(behind):
        if _LISTED.fullmatch(sentence, one.end, two.start) is None:
            break
        codes.append(two.code)
    return list(dict.fromkeys(codes))


def _between(sentence: str, trigger: Trigger, actors: Sequence[Actor]) -> list[str]:
    """The sides that a noun names itself ("angered by a deal between Oman and Chad", "talks between A, B and C")."""
    told = _BETWEEN.match(sentence, trigger.end) if trigger.pos == "noun" else None
    if told is None:
        return []
    behind = [a for a in actors if a.start >= told.end() and a.standing != "scene"]
    if len(behind) < _TWO or behind[0].start - told.end() > _TITLE:
        return []
    second = next((actor for actor in behind if actor.code != behind[0].code), None)
    if second is None:
        return []
    if second.start == behind[0].start:  # "between the Koreas"
        return [behind[0].code, second.code]
    sides = _listed_sides(sentence, behind)
    if sides:
        return sides
    and_then = " and " in sentence[behind[0].end : second.start]
    return [behind[0].code, second.code] if and_then else []


def _listed_sides(sentence: str, behind: Sequence[Actor]) -> list[str]:
    """The states of the list with which `behind` begins, where it has three and more ("Oman, Chad and Mali")."""
    codes = [behind[0].code]
    for one, two in pairwise(behind):
        link = _LISTED.fullmatch(sentence, one.end, two.start)
        if link is None:
            return []
        codes.append(two.code)
        if link["last"]:
            return codes if len(codes) > _TWO else []
    return []


def _doer(trigger: Trigger, actors: Sequence[Actor]) -> str | None:
    """The state that does at home what a gerund tells ("the king paid his first visit since taking the throne")."""
    if trigger.form != "ing" or trigger.finite or trigger.lemma not in party_words("home_act"):
        return None
    before = [actor for actor in actors if actor.end <= trigger.start and actor.standing == "acts"]
    people = [actor for actor in before if actor.kind == "person"]
    return (people or before)[-1].code if before else None


def _in_office(sentence: str, frame: Frame, trigger: Trigger, inside: Sequence[Actor]) -> str | None:
    """The one state in which somebody comes into office or leaves it, of several that the clause names: that named
    first, ahead of an infinitive the last ("protests forced X to step down")."""
    if trigger.pos != "verb" or not trigger.finite or trigger.lemma not in party_words("office_act"):
        return None
    acting = [actor for actor in inside if actor.standing == "acts"]
    ahead = [actor for actor in acting if actor.start < frame.subject_end]
    if not ahead or len({actor.code for actor in acting}) < _TWO:
        return None
    if sentence.endswith(" to ", 0, trigger.start):
        return ahead[-1].code
    other = next((actor for actor in ahead if actor.code != ahead[0].code), None)
    return None if other is not None and " and " in sentence[ahead[0].end : other.start] else ahead[0].code


def _owner(sentence: str, trigger: Trigger, actors: Sequence[Actor]) -> str | None:
    """The state whose act a noun tells of by what stands ahead of it ("in protest at the North's second test")."""
    before = [actor for actor in actors if actor.end <= trigger.start] if trigger.pos == "noun" else ()
    if not before:
        return None
    its = _ITS.search(sentence, max(0, trigger.start - _TITLE), trigger.start)
    if its is not None:
        return _meant_by_its(sentence, [actor for actor in before if actor.end <= its.start()])
    if trigger.lemma in party_words("home_noun") and sentence.startswith(" of ", trigger.end):
        person = next((a for a in actors if a.start > trigger.end and a.kind == "person"), None)
        if person is not None and _OF_PERSON.fullmatch(sentence, trigger.end, person.start):
            return person.code
    last = before[-1]
    joined = len(before) > 1 and last.start - before[-2].end <= _TOGETHER
    return last.code if not joined and _OWNED.fullmatch(sentence, last.end, trigger.start) else None


def _meant_by_its(sentence: str, before: Sequence[Actor]) -> str | None:
    """Whose deed "its invasion" was, where a body or a punishment stands ahead: that of the state named last ("the UN
    punished Peru for its test")."""
    states = [actor for actor in before if not is_body(actor.code)]
    if not states or states[-1].standing != "acts":
        return None
    punished = not party_words("penalty").isdisjoint(vocabulary(sentence[: states[-1].end]))
    return states[-1].code if punished or is_body(before[0].code) else None
