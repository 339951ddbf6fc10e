"""Between whom the page tells of a war: who invaded whom, for an invasion or offensive that names one side alone, and
who is struck where the words of an attack tell."""

import re
from collections.abc import Sequence

from pipeline.extract.events.act import Act
from pipeline.extract.events.actor import Actor, Cast
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.trigger import Trigger

_INVADED = re.compile(
    r"\b(?P<doer>[A-Z][\w-]{2,20})(?:['’]s)?\s(?:[a-z][\w-]{1,14}\s){0,3}(?:invasion\sof|invaded|invading)\s(?:the\s)?"
    r"(?P<on>[A-Z][\w-]{2,20})\b(?!['’]s)"
)
"""Who invaded whom."""
_WARS = frozenset({"invasion", "offensive", "counteroffensive", "war"})
_THE_WAR = re.compile(r"\W{0,3}(?:[a-z]{2,8}\s){0,2}the\s(?:[a-z-]{3,12}\s)?war\s\Z")
"""The war itself as a subject ("since the war began in 2014")."""
_OF_WHOM = re.compile(r"\s(?:of|against|by|into)\s(?:the\s)?(?:[a-z]+\s){0,2}[A-Z]")
"""Behind an invasion that names its other side itself."""
_ON = re.compile(r"\s(?:on|against)\s(?:the\s)?(?:[\w-]{2,20}\s){0,3}\Z")
"""Between an attack and whom it strikes."""
_DURING_WHICH = re.compile(r"\W{0,3}(?:in|during|after)\swhich\s")
_STRIKE_AHEAD = re.compile(
    r"\b(?:assaults?|attacks?|massacres?|raids?|strikes?)\s(?:on|against)\s(?:the\s)?(?:[\w-]{2,20}\s){0,3}\Z"
)
_FAR = 60
"""Characters within which an attack is followed by whom it strikes."""


def at_war(named: Sequence[str], act: Act, scene: Scene) -> list[str]:
    """The two sides of the invasion that the page tells of, for an act of that war which names at most one of them;
    none where the page tells of no such war."""
    if act.trigger.event_type != "ASSAULT" or _WARS.isdisjoint(act.vocabulary):
        return []
    sides = _sides(scene.page.text, scene.cast)
    if sides is None:
        return []
    if _THE_WAR.fullmatch(act.frame.opening):
        return list(sides)
    if not named or named[0] not in sides or act.trigger.pos != "noun" or _OF_WHOM.match(act.whole, act.trigger.end):
        return []
    return [named[0], sides[1 - sides.index(named[0])]]


def _sides(text: str, cast: Cast) -> tuple[str, str] | None:
    for found in _INVADED.finditer(text):
        doer = _code(cast, found.start("doer"), found.end("doer"))
        victim = _code(cast, found.start("on"), found.end("on"))
        if doer is not None and victim is not None and doer != victim:
            return doer, victim
    return None


def _code(cast: Cast, start: int, end: int) -> str | None:
    return next((actor.code for actor in cast.within(start, end)), None)


def struck(sentence: str, trigger: Trigger, opening: str, low: int, actors: Sequence[Actor]) -> str | None:
    """The state that an attack strikes where its words say so: the one behind "on" of an event noun, or of an attack
    that is the subject; for those killed "in which" or "during which", that of the attack that it describes."""
    if trigger.event_type != "ASSAULT":
        return None
    if trigger.pos == "noun":
        near = [a for a in actors if trigger.end < a.start < trigger.end + _FAR]
        return near[0].code if near and _ON.fullmatch(sentence, trigger.end, near[0].start) else None
    if trigger.passive and _DURING_WHICH.match(opening) is None:
        return None
    first, last = (0, low) if trigger.passive else (low, trigger.start)
    ahead = [
        a for a in actors if first <= a.start < last and _STRIKE_AHEAD.search(sentence, max(0, a.start - _FAR), a.start)
    ]
    return ahead[-1].code if ahead else None
