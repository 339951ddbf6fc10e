"""Whether a flow is told as all of a state's trade, so that no partner is taken over from the story before."""

from pipeline.extract.trade.pairs import elsewhere, is_total, worldwide
from pipeline.extract.trade.roles import named
from pipeline.extract.trade.scene import Scene, Trigger, hangs_on_share
from pipeline.extract.trade.story import Frame

_WHOLE = frozenset({"all"})
_PART_REACH = 4
_APART = frozenset({",", "and"})
_ALL = frozenset({"all", "whole", "total", "entire", "annual", "yearly"})
_NEEDS_REACH = 4
"""So many tokens back "all its annual" tells that needs are not met by the partner told of before alone."""


def is_of_all(scene: Scene, trigger: Trigger, recent: Frame | None, known: str) -> bool:
    """Whether a flow is told as the one with all the world, with others, or as all that a state needs."""
    if _is_of_own_balance(scene, trigger, recent, known):
        return True
    if (
        is_of_total(scene, trigger)
        or worldwide(scene, trigger)
        or elsewhere(scene, trigger)
        or _has_told_parts(scene, trigger)
    ):
        return True
    return trigger.flow == "consumption" and scene.has(trigger.first - _NEEDS_REACH, trigger.first, _ALL)


def is_of_total(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is sold is told with its part in all sales ("or 5 percent of total exports")."""
    later = (t for t in scene.triggers if t.first > trigger.last and t.kind == "noun" and t.flow == trigger.flow)
    return any(is_total(scene, t) and scene.tokens.lower(t.first - 2) == "of" for t in later)


def _is_of_own_balance(scene: Scene, trigger: Trigger, recent: Frame | None, known: str) -> bool:
    """Whether exports or imports go on with a state's balance with all others, told just before in the paragraph."""
    if recent is None or recent.flow != "balance" or trigger.kind != "noun" or recent.pair != (known,):
        return False
    return recent.paragraph == scene.paragraph.position


def _has_told_parts(scene: Scene, trigger: Trigger) -> bool:
    """Whether a part of what is told is another state's by its words ("5 tonnes of rice, half of it from Oman")."""
    behind = (s for s in scene.sides if s.first > trigger.last and named(s) and s.kind != "pronoun")
    parts = (side for side in behind if hangs_on_share(scene, trigger.last, side))
    beside = (side for side in parts if scene.tokens.lower(side.first - 1) not in _APART)
    return any(not scene.has(side.first - _PART_REACH, side.first, _WHOLE) for side in beside)
