"""Goods that bodies which sell nothing send: relief of theirs ("the World Food Programme sent 500 tons of maize", "the
Red Cross of Peru sent 30 tons of rice").
"""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene, Side, Trigger

_HELPERS = frozenset({"UNO", "ICRC"})
_SENDING = word_set(
    "sent send sends sending delivered delivers deliver delivering shipped ships ship flew flown dispatched "
    "distributed distributes airlifted trucked supplied provided provides handed"
)
_RED = frozenset({"cross", "crescent"})
_SUBJECT_REACH = 6
_AGENT_REACH = 4


def with_relief(scene: Scene, triggers: list[Trigger]) -> list[Trigger]:
    """`triggers` with what a body of all states sends told as aid."""
    helpers = [side for side in scene.sides if side.code in _HELPERS]
    if helpers or not scene.held.isdisjoint(_RED):
        for trigger in triggers:
            verb = (
                trigger.flow == "export" and trigger.kind != "noun" and scene.tokens.lowers[trigger.first] in _SENDING
            )
            if verb and (any(_sends(scene, side, trigger) for side in helpers) or _is_of_the_red(scene, trigger)):
                trigger.flow = "aid"
    return triggers


def _is_of_the_red(scene: Scene, trigger: Trigger) -> bool:
    """Whether a state's Red Cross or Red Crescent is who sends."""
    first, last = trigger.first - _SUBJECT_REACH, trigger.first
    if trigger.kind == "passive":
        first, last = trigger.last, trigger.last + _SUBJECT_REACH
    return any(scene.tokens.lower(at - 1) == "red" for at in scene.tokens.places(_RED, max(first, scene.first), last))


def _sends(scene: Scene, side: Side, trigger: Trigger) -> bool:
    """Whether the body is who sends: the subject of a verb, or behind "by"."""
    if trigger.kind == "passive":
        return 0 <= side.first - trigger.last <= _AGENT_REACH and side.preposition == "by"
    near = 0 <= trigger.first - side.last <= _SUBJECT_REACH and side.preposition is None
    return near and not any(side.last <= other.first < trigger.first for other in scene.sides)
