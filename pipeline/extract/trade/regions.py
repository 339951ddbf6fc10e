"""Parts of the world that trade and are no state."""

from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.scene import Scene, Trigger

_REGIONS = frozenset({"Africa", "African", "Asia", "Asian", "Arab", "Gulf", "Nordic"})
_LAST_WORDS = frozenset({"America", "American", "Asia", "Asian", "Africa", "African", "Europe", "European"})
"""Behind a point of the compass or "Latin" these make a region too."""
_FIRST_WORDS = frozenset(
    {"Latin", "Central", "South", "Southeast", "West", "East", "North", "Eastern", "Western", "Southern"}
)
_REGION_REACH = 4
_ALL_OTHERS = ["rest", "of", "the", "world"]
_OWNS = frozenset({"'s", "’s", "'", "overall", "total", "own"})


def is_of_a_region(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trade is that of a part of the world ("African exports", "Asia's oil imports")."""
    at = trigger.first - 1
    while at > trigger.first - _REGION_REACH and (scene.tokens.lower(at) in _OWNS or term_at(scene.tokens, at)):
        at -= 1
    word = scene.tokens.word(at)
    return word in _REGIONS or (word in _LAST_WORDS and scene.tokens.word(at - 1) in _FIRST_WORDS)


def is_all_others(scene: Scene, index: int) -> bool:
    """Whether "the rest of the world" stands at token `index`."""
    return scene.tokens.lower(index) == "rest" and scene.tokens.lowers[index : index + 4] == _ALL_OTHERS
