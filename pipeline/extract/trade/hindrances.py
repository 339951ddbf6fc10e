"""States from whose measures or rivalry a trade suffers ("headwinds from Indian tariffs", "competition from Peru"):
what is traded comes from others. And those against whom another is given help."""

from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Side

AMID = "amid"
"""The part that such a state plays, in place of "from"."""
_MEASURES = word_set("tariff tariffs sanctions duties levies curbs restrictions pressure competition protectionism")
_RIVALRY = word_set("competition pressure rivalry rivals competitors challenge threat")
_WARS = word_set("war conflict fighting battle battles fight clashes struggle")
_FIGHTING = word_set("fight fights fighting battle battles battling repel resist deter counter resisting repelling")
_ATTACKS = word_set("invasion attack attacks aggression war occupation assault offensive bombardment strikes advance")
_ATTACK_REACH = 4
_HELPING = word_set("aid support supporting help helping aiding back backing sustain fuel")
_OWNING = frozenset({"'s", "'"})
_OF_RIVALRY = 4
"""So many tokens ahead of the state stands "from" behind such a word ("competition from the European Union")."""


def is_hindrance(tokens: Tokens, side: Side) -> bool:
    """Whether `side`, behind "from", is a state whose measures or rivalry are told of."""
    if tokens.lower(side.last) in _MEASURES:
        return True
    before = tokens.lowers[max(0, side.first - _OF_RIVALRY) : side.first]
    return any(word in _RIVALRY and before[at + 1 : at + 2] == ["from"] for at, word in enumerate(before))


def is_enemy(tokens: Tokens, side: Side) -> bool:
    """Whether a state is told as the one that another fights ("in a war with Sudan", "since Sudan's invasion"), which
    gives that one nothing."""
    before = tokens.lower(side.first - 1)
    if side.preposition == "against" or before in _FIGHTING:
        return True
    if side.preposition == "with":
        return tokens.lower(side.first - 2) in _WARS
    if before in _HELPING or "effort" in tokens.lowers[side.last : side.last + _ATTACK_REACH]:
        return False
    owns = side.possessive or tokens.lower(side.last) in _OWNING
    return owns and not _ATTACKS.isdisjoint(tokens.lowers[side.last : side.last + _ATTACK_REACH])
