"""Money that people gather for those whom a disaster struck abroad: "charities in Norway raised $2 million for flood
victims in Nepal". No word of flow stands there: the money, the victims and the states tell the aid.
"""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.roles import named
from pipeline.extract.trade.scene import Scene
from pipeline.extract.trade.story import Frame

_GATHERING = word_set("raise raises raised raising collect collects collected collecting gathered gathering")
_VICTIMS = word_set("victims survivors refugees homeless displaced evacuees orphans casualties")
_FOR = frozenset({"for", "help", "aid", "assist", "helping"})
_FOR_REACH = 4
_VICTIMS_REACH = 10
_WHERE = frozenset({"in", "of", "from", "across"})


def collected_for(scene: Scene, amount: Amount) -> Frame | None:
    """The aid that an amount of money gathered for victims in another state is; None where none is told."""
    if amount.unit.kind != "currency" or _VICTIMS.isdisjoint(scene.held):
        return None
    at, end = amount.last, scene.last
    if scene.tokens.lower(amount.qualifier_first - 1) not in _GATHERING or not scene.has(at, at + _FOR_REACH, _FOR):
        return None
    struck = next(iter(scene.tokens.places(_VICTIMS, at, min(at + _VICTIMS_REACH, end))), None)
    if struck is None:
        return None
    sides = [side for side in scene.sides if named(side) and not side.attribution and side.kind != "pronoun"]
    where = (s for s in sides if s.first > at and (s.preposition in _WHERE or (s.possessive and s.first < struck)))
    taker = next(where, None)
    if taker is None:
        return None
    giver = next((s.code for s in sides if s.last <= amount.first and s.code != taker.code), None)
    place = scene.paragraph.position
    return Frame("aid", "collected_aid", giver, taker.code, view=giver or taker.code, paragraph=place)
