"""Where the other side that the page suggests is not meant: its sentence does not name it, but a third state instead;
or what is done has no other side: a speech, a warning to all, a new body or programme, what a body does by itself."""

import re

from pipeline.extract.events.act import Act
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.party_words import speaks_of
from pipeline.extract.events.scene import Scene

_TAKES_TWO = frozenset({"AGREE"})
_HELPS = frozenset({"AID", "COOPERATE"})
_UTTERS = frozenset({"deliver", "give", "hold", "make", "read"})
_SPEECH = re.compile(
    r"\s(?:an?|another|his|her|its|the|their)\s(?:[\w'’-]{2,16}\s){0,3}?(?:address|announcement|interview|lecture|plea|remarks|speech|toast)\b"
    r"(?!\s(?:by|to)\b)"
)
"""What one says to whoever hears it."""
_STARTS = frozenset({"conceive", "create", "establish", "form", "found", "launch"})
"""Verbs of what one makes by oneself."""


def unmeant(state: str, other: str, act: Act, scene: Scene) -> bool:
    """True where `other`, whom the page suggests for the other side of an act of `state`, is not meant."""
    if any(actor.code == other for actor in act.named) or act.trigger.event_type in _TAKES_TWO:
        return False
    if speaks_of("two", act.whole):
        return False
    return _is_with_third(state, act) or _is_to_all(state, act, scene)


def _is_with_third(state: str, act: Act) -> bool:
    """True where the clause names a third state, be it as the scene, or where others act in those around it."""
    low, high = act.frame.low, act.frame.high
    for actor in act.named:
        if low <= actor.start < high and actor.code != state and actor.standing != "aside":
            return True
    return any(code != state for code in act.beside)


def _is_to_all(state: str, act: Act, scene: Scene) -> bool:
    """True for what is said to whoever hears it, what is begun alone, and what a body beside the story does."""
    trigger = act.trigger
    if trigger.pos != "verb":
        return False
    if is_body(state) and state not in scene.pair and trigger.event_type not in _HELPS and not trigger.passive:
        return True
    if trigger.lemma in _UTTERS and _SPEECH.match(act.whole, trigger.end):
        return True
    return trigger.lemma == "warn" or trigger.lemma in _STARTS
