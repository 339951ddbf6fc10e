"""Of the parties of an event: who acts, and who is acted upon."""

import re
from collections.abc import Sequence

from pipeline.extract.events.act import Act
from pipeline.extract.events.actor import Actor
from pipeline.extract.events.implied import DONE_TO, TRIED
from pipeline.extract.events.wars import struck

TITLE = 60
"""Characters that a title ahead of a name may have."""
_TO = re.compile(r"\sto\s(?:the\s)?(?:[\w-]+\s){0,5}\Z")
_FOR = re.compile(r"\b(?:for|to)\s(?:the\s)?\Z")
"""Ahead of one who receives."""
_OPENING = re.compile(
    r"\W{0,3}(?:Amid|As|At|By|During|For|From|In|On|To|Under|With)\s[^,;:]{3,90},\s(?:(?:an?|the)\s[a-z][^,;:]{3,90},\s)?"
)
"""A phrase ahead of the subject, with an apposition that may follow."""


def source_and_target(
    act: Act,
    actors: Sequence[Actor],
    objects: Sequence[Actor],
    sides: tuple[Sequence[str], Sequence[str]],
    named: Sequence[str],
    agent: str | None,
) -> tuple[str | None, str | None]:
    """Who of the states `named` acts and who is acted upon.

    `sides` are those ahead of the trigger and behind it, `agent` the one behind "by", `objects` the actors behind the
    trigger.
    """
    (left, right), trigger = sides, act.trigger
    hit = struck(act.whole, trigger, act.frame.opening, act.frame.low, actors)
    agent = None if agent == hit else agent
    source = agent or (left[0] if left and not trigger.passive else next(iter(named), None))
    if agent is None:
        source = (
            _of_passive(act, objects, left, named, source) if trigger.passive else _behind_phrase(act, left) or source
        )
    if hit is not None and hit == source and agent is None:
        source = next((code for code in named if code != hit), None)
    if trigger.event_type == "AID" and agent is None and source is not None:
        source = _giver(act, source, named)
    if hit in named:
        return source, hit
    return source, next((code for code in [*right, *left, *named] if code != source and code in named), None)


def _giver(act: Act, source: str, named: Sequence[str]) -> str | None:
    """Who gives, where `source` is only named as whom something is for ("a package for Chad was announced")."""
    places = [a.start for a in act.acting if a.code == source]
    if not places or not all(_FOR.search(act.whole, max(0, start - TITLE), start) for start in places):
        return source
    return next((code for code in named if code != source), source)


def _of_passive(
    act: Act, objects: Sequence[Actor], left: Sequence[str], named: Sequence[str], source: str | None
) -> str | None:
    """Who acts where the verb is passive and tells of no doer: nobody to whom something is given; of what is done to
    somebody, the other side."""
    given = next((a.code for a in objects if _TO.search(act.whole[max(0, a.start - TITLE) : a.start])), None)
    source = next((code for code in named if code != given), source)
    if act.trigger.event_type in DONE_TO and act.trigger.lemma not in TRIED and source in left and len(set(left)) == 1:
        return next((code for code in named if code != source), source)
    return source


def _behind_phrase(act: Act, left: Sequence[str]) -> str | None:
    """The state that acts where a phrase ahead of the subject names another ("in a show of support for Georgia, Chad's
    president announced"): the first named behind the phrase, and behind an apposition that ends it."""
    frame = act.frame
    opened = _OPENING.match(frame.opening) if act.trigger.pos == "verb" and len(set(left)) > 1 else None
    if opened is None:
        return None
    return next((a.code for a in act.acting if frame.low + opened.end() <= a.start < frame.subject_end), None)
