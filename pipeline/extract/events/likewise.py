"""Acts that follow on what another has just done: "followed suit", "took similar steps", "reacted with a warning",
"the ban was lifted"."""

import re

from pipeline.extract.events.act import Act
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.scene import Scene
from pipeline.extract.vocabulary import vocabulary as words_of

_PAIR = 2
_LIFTED = frozenset({"drop", "ease", "end", "lift", "relax", "remove", "repeal", "revoke", "scrap", "suspend"})
_CURBS = frozenset(
    {"ban", "bans", "blockade", "curbs", "duties", "embargo", "measure", "measures", "restrictions", "sanctions",
     "tariffs"}
)  # fmt: skip
_THESE = re.compile(r"\W{0,3}(?:(?:[Aa]ll|[Bb]oth|[Mm]ost)\s(?:of\s)?)?(?:[Tt]hese|[Tt]hose|[Tt]hey|[Ii]t)\s")
"""Curbs that were told of before."""
_ALIKE = frozenset({"like", "likewise", "same", "similar", "suit"})
_LIKEWISE = re.compile(
    r"(?:did|do|does)\s(?:likewise|the\ssame)\b|follow(?:ed|ing|s)?\ssuit\b|"
    r"t(?:akes?|aken|aking|ook)\s(?:(?:a\s)?(?:like|similar)|the\ssame)\s(?:action|measures?|steps?)\b"
)
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE", "MOBILIZE", "SUPPORT"})


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


def lifted(named: list[str], act: Act, scene: Scene) -> list[str]:
    """The parties of a curb told before that is lifted, its clause naming nobody else ("these were lifted in May")."""
    if act.trigger.lemma not in _LIFTED or not act.trigger.passive:
        return []
    if act.vocabulary.isdisjoint(_CURBS) and not _THESE.match(act.frame.opening):
        return []
    curb = next((event.countries for event in reversed(scene.told) if event.event_type == "SANCTION"), ())
    return list(curb) if len(curb) >= _PAIR and set(named) <= set(curb) else []
