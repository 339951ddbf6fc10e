"""Whom an act is done to, or with, where its clause names its doer alone: the partner of the event before, the other
side of the story, whom a third state helps or harms.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.act import Act
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.scene import Scene

_PAIR = 2
_HELPS = frozenset({"AID", "COOPERATE"})
_JUDGES = frozenset({"ACCUSE", "PROTEST", "REJECT", "SUPPORT", "THREATEN"})
DONE_TO = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION", "THREATEN"})
TRIED = frozenset(
    {"acquit", "arrest", "charge", "convict", "detain", "imprison", "indict", "jail", "pardon", "sentence"}
)
_IT = re.compile(r"\s(?:it|this)(?=\s(?:a|an|as|in|last|on|the)\b|[.,;])")
"""What was told before, as the object of a judgement."""


def implied(state: str, act: Act, scene: Scene) -> str | None:
    """The partner in the event before or the story's; of a state beside the story, whom that event was done to."""
    pair = scene.pair
    told = _judged(state, act, scene) or _of_the_first_half(state, act)
    if told:
        return told
    if act.trigger.event_type == "REJECT" and scene.here and act.matter & party_words("charge"):
        accuser = [code for code in (*scene.last, *scene.carried) if code != state and not is_body(code)]
        if accuser and state not in scene.last:
            return accuser[0]
    if state not in pair and state in scene.dealing and _other(state, scene.dealing) in pair:
        return _other(state, scene.dealing)
    if state in scene.dealing and not (scene.here and state in scene.last) and not scene.is_told:
        return _other(state, scene.dealing)
    known = state in pair and len(pair) == _PAIR
    if known and scene.here and _of_an_aside(state, scene):
        return _other(state, pair)
    if state in scene.last and len(scene.last) == _PAIR and (scene.here or not known):
        return _other(state, scene.last)
    return _other(state, pair) if state in pair else _of_a_third(state, act, scene)


def _other(state: str, codes: Sequence[str]) -> str | None:
    return next((code for code in codes if code != state), None)


def _of_a_third(state: str, act: Act, scene: Scene) -> str | None:
    """Whom a state beside the story deals with: who was told of last, whom it helps or harms, the story's first."""
    kind, pair = act.trigger.event_type, scene.pair
    if scene.here and kind in DONE_TO:
        hit = [code for code in scene.last if code in pair]
        if len(hit) == 1 and len(scene.last) == _PAIR:
            return hit[0]
    if act.trigger.lemma in TRIED:
        return None
    if not act.subject and scene.carried and scene.carried[0] in pair:
        return scene.carried[0]
    appeals = kind == "REQUEST" and is_body(state)
    if kind in _HELPS or act.trigger.lemma == "promise" or appeals:
        helped = scene.helped or (scene.needy if kind == "AID" or appeals else None)
        if helped in pair:
            return helped
    if kind in DONE_TO:
        states = [code for code in pair if not is_body(code)]
        return next((code for code in scene.recent if code in states), scene.home)
    return scene.home


def _of_an_aside(state: str, scene: Scene) -> bool:
    """True where the event before was with another than the story's second state, and the sentence before has both of
    the story act: what goes on is theirs."""
    if not scene.told or scene.told[-1].countries != scene.last:
        return False
    other = {code for code in scene.last if code != state}
    return len(scene.last) == _PAIR and other.isdisjoint(scene.pair) and set(scene.pair) <= set(scene.carried)


def _judged(state: str, act: Act, scene: Scene) -> str | None:
    """Whose act a third state judges, where "it" is what was told last of two others."""
    if act.trigger.event_type not in _JUDGES or not scene.told or not _IT.match(act.whole, act.trigger.end):
        return None
    before = scene.told[-1]
    doer = before.source_country
    known = before.countries == scene.last and len(scene.last) == _PAIR
    return doer if known and state not in scene.last else None


def _of_the_first_half(state: str, act: Act) -> str | None:
    """The one with whom `state` stands in the half of the sentence ahead of a semicolon."""
    half = act.whole.rfind(";", 0, act.trigger.start)
    if half < 0 or act.frame.low < half - 1:
        return None
    named = list(dict.fromkeys(actor.code for actor in act.acting if actor.start < half))
    if len(named) != _PAIR or state not in named:
        return None
    return next(code for code in named if code != state)
