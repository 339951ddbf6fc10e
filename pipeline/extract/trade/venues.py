"""Where those who give, lend or trade only met: at talks in a state's capital."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene, Side

_MEETINGS = word_set("meeting meetings summit conference talks forum gathering session ceremony congress visit")
"""In a country these are held, and nothing is given to it there."""
_HELD = word_set("held hosted convened opened concluded ended")
_HELD_REACH = 6


def is_where_they_met(scene: Scene, side: Side) -> bool:
    """Whether a country only tells where a meeting was, or how it is called ("announced aid of $2 million at the talks
    in Qatar", "at the Forum for China-Africa Cooperation")."""
    if side.preposition == "in" and scene.has(side.first - _HELD_REACH, side.first, _HELD):
        return scene.has(scene.first, side.first, _MEETINGS)
    called = side.preposition == "for" and scene.tokens.lower(side.last) == "-"
    return (called or side.preposition == "in") and scene.tokens.lower(side.first - 2) in _MEETINGS
