"""States from whose measures or rivalry a trade suffers ("headwinds from Indian tariffs", "competition from Peru"):
what is traded comes from others."""

from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Side

AMID = "amid"
"""The part that such a state plays, in place of "from"."""
_MEASURES = word_set("tariff tariffs sanctions duties levies curbs restrictions pressure competition protectionism")
_RIVALRY = word_set("competition pressure rivalry rivals competitors challenge threat")
_OF_RIVALRY = 4
"""So many tokens ahead of the state stands "from" behind such a word ("competition from the European Union")."""


def is_hindrance(tokens: Tokens, side: Side) -> bool:
    """Whether `side`, behind "from", is a state whose measures or rivalry are told of."""
    if tokens.lower(side.last) in _MEASURES:
        return True
    before = tokens.lowers[max(0, side.first - _OF_RIVALRY) : side.first]
    return any(word in _RIVALRY and before[at + 1 : at + 2] == ["from"] for at, word in enumerate(before))
