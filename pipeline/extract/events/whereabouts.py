"""The words for where an event takes place: a scene, or the place that a journey leads to. Who takes part is told in
`parties`."""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.words import noun_forms

_NEAR_GOAL = 60
"""Characters behind a verb of going within which a place is where it goes."""
_LEADS_TO = re.compile(
    r"\s(?:[^,;:\"“”]{0,60}\s)?(?:(?:to|in|into|at|for|of)\s(?:the\s)?(?:[A-Z][\w-]{2,20}['’]s\s(?:[a-z]{3,14}\s){0,2})?|(?:capital|city|town|port|resort)(?:\sof|,)?\s)\Z|\s\Z"
)
"""What stands between a word of going and its goal."""
_JOURNEY = re.compile(r"(?<![\w-])([a-z]{3,12})\s(?:to|of|in)\s(?:the\s)?\Z")
"""The noun ahead of a place that may be its goal ("a visit to")."""
_LOOK = 20
"""Characters ahead of a place within which that noun begins."""
_NAMES = frozenset({"capital", "government", "name", "place", "short"})
"""Kinds of names that say where something is."""
_OWNER = re.compile(r"['’]")
_DESCRIBED = re.compile(r"\s[a-z]{3,20}\b(?:\sof(?:\s[A-Z][\w'’-]{1,20}){1,3})?")
"""The noun that an adjective describes, with its name ("resort of Paracas")."""


def is_goal(actor: Actor, trigger: Trigger) -> bool:
    """True for the place to which a verb or noun of going leads: its state is visited."""
    if trigger.passive and trigger.lemma == "host":
        return False
    return trigger.goal and 0 <= actor.start - trigger.end < _NEAR_GOAL


def location(sentence: str, trigger: Trigger, scenes: Sequence[Actor], actors: Sequence[Actor]) -> str | None:
    """The words for where `trigger` takes place: the first of the `scenes` of its clause, else where the journey leads
    that it tells of. A name of its own goes before an adjective ("the Omani capital Muscat", "in Turkish waters")."""
    places = scenes or [actor for actor in actors if _leads_there(sentence, trigger, actor)]
    for place in places:
        if place.kind in _NAMES and not _OWNER.match(sentence, place.end):
            return place.text
    described = _DESCRIBED.match(sentence, places[0].end) if places and places[0].kind == "demonym" else None
    if described is None or described.group().split()[0] in party_words("office"):
        return None  # "hosted the Omani leader"
    return places[0].text + described.group()


def _leads_there(sentence: str, trigger: Trigger, actor: Actor) -> bool:
    if is_goal(actor, trigger):
        return _LEADS_TO.match(sentence, trigger.end, actor.start) is not None
    journey = _JOURNEY.search(sentence, max(trigger.start, actor.start - _LOOK), actor.start)
    return journey is not None and any(not rest and noun.goal for rest, noun in noun_forms().get(journey[1], ()))
