"""Who acts with nobody, though the act is none of those that a state does at home (`home`): a speaker to an audience,
the host of many, one who attends what many attend, a body in session, the victim of those who act for no state."""

import re

from pipeline.extract.events.act import Act
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.scene import Scene
from pipeline.extract.vocabulary import vocabulary as words_of

_ATTENDS = frozenset(
    {"attend", "participate", "take part", "preside", "chair", "represent", "join", "tell", "address", "speak at"}
)
"""Verbs of an act at an occasion, whose other side would be named."""
_SPEAKS = frozenset({"address", "speak at", "speak to"})
"""Verbs of a speech, which has an audience and no other side but where it is held."""
_PRESIDES = frozenset({"attend", "chair", "preside"})
_THE_GUESTS = re.compile(
    r"\b(?:for|to)\s(?:the|both|his|her|its|their|the\svisiting)\s(?:[a-z-]+\s){0,1}(?:delegates|delegations?|envoys|guests?|leaders|ministers|visitors|teams)\b"
)
"""The other side's, known to whoever has read so far."""
_TOGETHER = frozenset({"fringes", "held", "margins", "meets", "met", "sidelines", "speaks", "spoke", "talks"})
_THE_OTHER = frozenset({"her", "him", "them", "with"})
"""Words of what two do at a gathering of many, and in whose clause the other one is."""
_IN_SESSION = frozenset({"AGREE", "CONSULT"})
_VIOLENT = frozenset({"ASSAULT", "COERCE"})


def _is_bodys(act: Act) -> bool:
    """True for a gathering that bears the name of a body: all its members are there."""
    end = act.trigger.start - 1
    return any(actor.end == end and is_body(actor.code) for actor in act.named)


def stands_alone(state: str, act: Act, scene: Scene) -> bool:
    """True for a host of others than the story's, for one who attends what many attend, for a body in session, for the
    victim of those who act for no state."""
    lemma, pair = act.trigger.lemma, scene.pair
    if lemma == "host":
        return state not in pair or (bool(act.matter & party_words("guests")) and not _THE_GUESTS.search(act.words))
    if lemma == "deny":
        return state in pair and words_of(act.sentence).isdisjoint(party_words("charge"))
    if act.trigger.pos == "noun" and not is_body(state) and lemma in party_words("gathering") and _is_bodys(act):
        return _THE_OTHER.isdisjoint(act.vocabulary) and _TOGETHER.isdisjoint(words_of(act.whole))
    if lemma in _SPEAKS and not act.matter & party_words("envoy") and (set(pair) - {state}).isdisjoint(act.placed):
        return not act.matter & party_words("partner")
    if lemma in _ATTENDS or (lemma in party_words("gathering") and act.vocabulary & _ATTENDS):
        known = set(pair) - {state}
        if state not in pair:
            meets = lemma in _PRESIDES or bool(act.matter & party_words("gathering"))
            return meets and not is_body(state) and not act.matter & party_words("hosted")
        return bool(act.matter & party_words("gathering")) and known.isdisjoint(act.placed)
    if act.trigger.event_type in _VIOLENT and not act.subject and not act.trigger.passive:
        return True
    return is_body(state) and act.trigger.event_type in _IN_SESSION and not act.trigger.goal
