"""What a third state does that has to do with both of the two that a story is about: it judges what they do, brings
them together, asks something of both."""

import re
from functools import cache

from pipeline.extract.events.act import Act
from pipeline.extract.events.occasions import occasion_words
from pipeline.extract.events.party_words import party_words, speaks_of
from pipeline.extract.events.scene import Scene

_PAIR = 2
_NAMES_IT = frozenset({"call", "called", "brand", "describe", "label", "term"})
"""Verbs that judge what they name, known to the lexicon or not."""
JUDGES = frozenset({"ACCUSE", "PROTEST", "REJECT", "SUPPORT", "THREATEN"})
"""Types of what judges the acts of others."""
_MEDIATES = frozenset({"arbitrate", "bring together", "broker", "mediate", "facilitate"})


def mediates(state: str, act: Act, scene: Scene) -> bool:
    """True for a third who brings the story's two together."""
    brings = act.trigger.lemma in _MEDIATES and act.trigger.pos == "verb" and not act.trigger.passive
    return brings and len(scene.pair) == _PAIR and state not in scene.pair


def speaks_of_both(state: str, act: Act, scene: Scene) -> bool:
    """True for a third state that blames or praises what the story's two do: "called the deal a provocation"."""
    if act.trigger.event_type not in JUDGES and act.trigger.lemma not in _NAMES_IT:
        return False
    if len(scene.pair) < _PAIR or state in scene.pair or act.trigger.lemma in occasion_words("celebrates"):
        return False
    if scene.here and state in scene.last and len(scene.last) == _PAIR:
        return False  # "signed a pact with Oman and denounced it"
    return judges_both(act)


def asks_both(state: str, act: Act, scene: Scene) -> bool:
    """True for a third that asks something of "both countries"."""
    asks = act.trigger.event_type == "REQUEST" and len(scene.pair) == _PAIR and state not in scene.pair
    return asks and speaks_of("two", act.sentence)


def judges_both(act: Act) -> bool:
    """True for an act whose object is what two do together, called by a word that the page has prepared."""
    return bool(act.matter & party_words("concern")) and _concern_of_both().search(act.words) is not None


@cache
def _concern_of_both() -> re.Pattern[str]:
    words = "|".join(sorted(party_words("concern")))
    return re.compile(rf"\b(?:any|that|the|their|these|this)\s(?:[\w'’-]{{1,20}}\s){{0,4}}?(?:{words})\b|\sthem\b")
