"""Verbs of flow with which nothing moves: a total taken to so much, a speech that is delivered, data released."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene

_PRINTED = word_set("data figures statistics report reports information numbers statement documents details list")
_PUBLISHED = word_set("released provided supplied issued given presented")
"""What is done with these is told, and gives nobody anything ("data released by the customs")."""
_DELIVERING = word_set("deliver delivers delivered delivering")
_SPEECHES = word_set(
    "news speech speeches message messages remarks address lecture blow verdict statement letter promise"
)
_SPEECH_REACH = 5
"""So many tokens behind "deliver" may stand what is said and no goods ("deliver the worst news")."""
_TAKING = word_set("take takes took taken taking")
_TOTALS = word_set(
    "gains losses gain total totals figure tally number amount sum stock contribution value volume toll bill"
)
_TOTAL_REACH = 5
"""So many tokens behind "taking" may stand the total that is brought to so much."""
IDLE = _PUBLISHED | _DELIVERING | _TAKING
"""The verbs that `moves_nothing` is asked about."""


def moves_nothing(scene: Scene, index: int) -> bool:
    """Whether the verb at token `index`, one of `IDLE`, has what is no goods as its object or subject."""
    verb = scene.tokens.lowers[index]
    if verb in _DELIVERING:
        return scene.has(index + 1, index + 1 + _SPEECH_REACH, _SPEECHES)
    if verb in _TAKING:
        return _reckons_a_total(scene, index + 1)
    return scene.tokens.lower(index - 1) in _PRINTED


def _reckons_a_total(scene: Scene, index: int) -> bool:
    """Whether what is taken is only a sum that grows ("taking the annual total up 9% to $2 billion")."""
    amounts = (a.first for a in scene.amounts if a.first >= index)
    return scene.has(index, min(next(amounts, index), index + _TOTAL_REACH), _TOTALS)
