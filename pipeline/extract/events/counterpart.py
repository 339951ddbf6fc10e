"""The parties that an event means without naming them: the other side of an act between states, "the two", "the three".

Acts at home have no other side. Who is named is found in `parties`.
"""

import re
from dataclasses import dataclass

from pipeline.extract.events.cast import is_body
from pipeline.extract.events.party_words import counted_parties, party_words
from pipeline.extract.events.trigger import Trigger

_PAIR = 2
_TRIPLE = 3
_ALONE = frozenset({"attend", "participate", "take part", "preside", "chair", "host"})
"""Verbs of an act at an occasion, whose other side would be named."""
_THE_COUNTRY = re.compile(r"\b(?:from|to|with|against|of)\s(?:the|that)\s(?:country|kingdom|nation|republic)\b")
_ALONE_WORDS = frozenset({"alone", "unilaterally", "single-handedly"})
_WITHIN = frozenset({"government", "opposition"})
"""The two sides of one state."""
_DONE_AT_HOME = frozenset({"dismiss", "charge", "arrest", "detain", "name"})
"""Verbs that in the passive tell what a state does to its own people."""
_OUTWARD = frozenset({"ACCUSE", "AID", "ASSAULT", "COERCE", "PROTEST", "SANCTION", "THREATEN"})
"""Types of acts that are done to another."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the page says around a sentence."""

    home: str | None
    """The state that the article, or this part of it, is about."""
    other: str | None
    """The other one."""
    recent: tuple[str, ...] = ()
    """The states named in this paragraph and the one before, the last named first."""
    last: tuple[str, ...] = ()
    """The parties of the event told last, if that stands near."""
    here: bool = False
    """True where that event stands in the same paragraph."""
    target: str | None = None
    """The state acted upon in that event."""
    carried: tuple[str, ...] = ()
    """The states that acted in the sentence before, the first named first."""
    listed: tuple[str, ...] = ()
    """The last three or more states named in one list."""


@dataclass(frozen=True, slots=True)
class Act:
    """One event as far as its parties depend on it."""

    trigger: Trigger
    words: str
    """The words of its clause."""
    sentence: str
    """The words of its sentence."""
    vocabulary: frozenset[str]
    """The same in lower case, one by one."""
    matter: frozenset[str]
    """The words that tell what the act is about: those behind an active verb, all of the clause else."""
    own: bool
    """True where what the verb acts on is the subject's own ("closed its borders")."""
    beside: tuple[str, ...] = ()
    """States that act elsewhere in the sentence."""


def completed(named: list[str], act: Act, scene: Scene) -> list[str]:
    """`named` with the states that the words mean without naming them."""
    if counted_parties("three").search(act.words):
        return list(dict.fromkeys([*named, *(scene.listed or (*scene.last, *scene.recent, *_pair(scene)))]))[:_TRIPLE]
    if len(named) >= _PAIR:
        return named
    if counted_parties("two").search(act.words):
        return _two(named, scene)
    if at_home(act):
        return named or _own_state(scene)
    if named:
        partner = _partner(named[0], act, scene)
        return [*named, partner] if partner else named
    if counted_parties("two").search(act.sentence):
        return _two(named, scene)
    if len(scene.last) >= _PAIR:
        return list(scene.last)
    return _pair(scene)


def at_home(act: Act) -> bool:
    """True for an act that a state does with itself: elections, laws, appointments, tests, its own borders."""
    trigger = act.trigger
    if (
        (act.own and not act.matter & party_words("shared_matter"))
        or _ALONE_WORDS & act.vocabulary
        or act.vocabulary >= _WITHIN
    ):
        return True
    noun = trigger.noun or trigger.lemma
    if trigger.lemma in party_words("home_act") or noun in party_words("home_noun"):
        return not act.matter & party_words("envoy")
    if trigger.lemma in party_words("home_vote"):
        return not act.matter & party_words("shared_matter")
    if trigger.lemma in _DONE_AT_HOME and trigger.passive:
        return True
    if act.vocabulary & party_words("shared_matter"):
        return False
    if trigger.event_type in _OUTWARD:
        return False
    if trigger.event_type == "MOBILIZE":
        return not act.vocabulary & party_words("exercise") and "joint" not in act.vocabulary
    return bool(act.matter & party_words("home_matter"))


def _two(named: list[str], scene: Scene) -> list[str]:
    """The two states that "the two countries" means: those of the event before, else the story's."""
    meant = scene.here or not set(named) <= set(_pair(scene)) or len(_pair(scene)) < _PAIR
    if meant and len(scene.last) == _PAIR and set(named) <= set(scene.last) and not any(map(is_body, scene.last)):
        return list(dict.fromkeys([*named, *scene.last]))
    pair = _pair(scene)
    if named and len(pair) == _PAIR and not set(named) & set(pair):
        return [*named, *pair]
    return list(dict.fromkeys([*named, *pair, *scene.recent]))[:_PAIR]


def _partner(state: str, act: Act, scene: Scene) -> str | None:
    """The other side of an act of `state`: who acts beside it, the partner in the event before, the story's."""
    pair = _pair(scene)
    if _THE_COUNTRY.search(act.words):
        return next((code for code in scene.recent if code != state and not is_body(code)), None)
    beside = [code for code in act.beside if code != state]
    if is_body(state) and beside:
        return beside[-1]
    if len(set(beside)) == 1:
        return beside[0]
    if _stands_alone(state, act, pair):
        return None
    if state in scene.last and len(scene.last) == _PAIR:
        return next(code for code in scene.last if code != state)
    if state not in pair:
        parallel = act.trigger.event_type == "AID" and scene.target in pair
        acted = next((code for code in scene.carried if code in pair), None)
        return scene.target if parallel else acted or next(iter(pair), None)
    return next((code for code in pair if code != state), None)


def _stands_alone(state: str, act: Act, pair: list[str]) -> bool:
    """True for a host of others than the story's, for one who attends what many attend, for a body in session."""
    lemma = act.trigger.lemma
    if lemma == "host":
        return state not in pair
    if lemma == "deny":
        return state in pair
    if lemma in _ALONE:
        return state in pair and bool(act.matter & party_words("gathering"))
    return is_body(state) and act.trigger.event_type == "CONSULT" and not act.trigger.goal


def _own_state(scene: Scene) -> list[str]:
    """The state of an act at home whose clause names none: the one that acted before, if the story is about it."""
    pair = _pair(scene)
    carried = [code for code in scene.carried if not is_body(code)]
    return ([code for code in carried if code in pair] or pair or carried)[:1]


def _pair(scene: Scene) -> list[str]:
    return [code for code in (scene.home, scene.other) if code]
