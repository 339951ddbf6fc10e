"""Where "imports and exports" are one sum, and not two flows with an amount each."""

from itertools import pairwise

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene, Trigger

_GOODS = frozenset({"export", "import"})
_EACH_ITS_OWN = word_set("respectively each")
_PAIRED_REACH = 6
"""So many tokens may stand between two amounts that are one of each."""


def as_one(scene: Scene, triggers: list[Trigger]) -> list[Trigger]:
    """`triggers` with "imports and exports" as one word of trade, where one amount tells of both ("Peru's imports and
    exports rose to $62 billion")."""
    for at in range(len(triggers) - 1):
        one, two = triggers[at], triggers[at + 1]
        nouns = one.kind == "noun" and two.kind == "noun" and {one.flow, two.flow} == _GOODS
        if nouns and two.first == one.last + 1 and _are_one(scene, one, two):
            both = Trigger(one.first, two.last, "noun", "trade", "pair", strong=True)
            return [*triggers[:at], both, *triggers[at + 2 :]]
    return triggers


def _are_one(scene: Scene, one: Trigger, two: Trigger) -> bool:
    """Whether bare plurals are joined, and no two amounts behind them are one of each."""
    lowers = scene.tokens.lowers
    plain = one.last - one.first == 1 and two.last - two.first == 1 and lowers[one.last] == "and"
    if not plain or not (lowers[one.first].endswith("s") and lowers[two.first].endswith("s")):
        return False
    if scene.tokens.lower(two.last) in ("to", "from") or scene.has(two.last, scene.last, _EACH_ITS_OWN):
        return False
    behind = [amount for amount in scene.amounts if amount.first >= two.last and not amount.converts]
    for first, second in pairwise(behind):
        between = lowers[first.last : second.qualifier_first]
        if "and" in between and len(between) <= _PAIRED_REACH and first.unit.unit == second.unit.unit:
            return False
    return bool(behind)
