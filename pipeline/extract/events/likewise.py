"""Acts that follow on what another has just done: "followed suit", "took similar steps", "reacted with a warning"."""

import re

from pipeline.extract.events.act import Act
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.scene import Scene
from pipeline.extract.vocabulary import vocabulary as words_of

_PAIR = 2
_ALIKE = frozenset({"like", "likewise", "same", "similar", "suit"})
_LIKEWISE = re.compile(
    r"(?:did|do|does)\s(?:likewise|the\ssame)\b|follow(?:ed|ing|s)?\ssuit\b|"
    r"t(?:akes?|aken|aking|ook)\s(?:(?:a\s)?(?:like|similar)|the\ssame)\s(?:action|measures?|steps?)\b"
)
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE", "MOBILIZE"})


def with_same_target(named: list[str], act: Act, scene: Scene) -> list[str]:
    """`named`, and where they do what another has just done, whom that one did it to ("Oman followed suit in May")."""
    if (
        _ALIKE.isdisjoint(words_of(act.whole))
        or not named
        or len(scene.last) != _PAIR
        or not _LIKEWISE.match(act.whole, act.trigger.start)
    ):
        return named
    target = [code for code in scene.last if code in scene.pair and code not in named]
    return [*named, *target] if len(target) == 1 else named


def is_on_deal(state: str, scene: Scene) -> bool:
    """True where what was told right before is what two others have done together."""
    if not scene.told or len(scene.last) != _PAIR or state in scene.last:
        return False
    return scene.told[-1].event_type in _TOGETHER and not any(map(is_body, scene.last))
