"""The goods whose worth a clause tells, as its subject or before a colon ("Pepper saw exports fall")."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import Goods, first_goods, last_goods
from pipeline.extract.trade.scene import Scene, Trigger

_EARNING = word_set("earning bringing fetching netting")
_VALUE = word_set("value volume turnover revenue revenues earnings terms")
_SAW = word_set("saw sees see posted recorded")
_OPENING = 3
"""So many tokens of a clause its subject opens."""
_COLON_REACH = 3
"""So many tokens behind a colon the word of flow stands whose goods were told before it."""


def adds_its_worth(scene: Scene, trigger: Trigger) -> bool:
    """Whether a participle tells what the goods before it brought in ("Rubber fell, earning $403 million")."""
    return scene.tokens.lowers[trigger.first] in _EARNING and scene.tokens.lower(trigger.first - 1) == ","


def whose_value(scene: Scene, trigger: Trigger, first: int) -> Goods | None:
    """The goods that open a clause about the value of what is sold of them ("Pepper saw a drop in export value")."""
    opening = first_goods(scene, first, first + _OPENING) if trigger.first > first else None
    if opening is not None and scene.tokens.lower(trigger.first - 1) in _SAW:
        return opening  # "Petroleum products saw exports down 1 percent"
    valued = _VALUE & {scene.tokens.lower(trigger.last), scene.tokens.lowers[trigger.last - 1]}
    if not valued or scene.tokens.lower(trigger.first - 1) != "in":
        return None
    return first_goods(scene, first, first + _OPENING) if trigger.first > first + _OPENING else None


def before_colon(scene: Scene, trigger: Trigger) -> Goods | None:
    """The goods that a sentence tells of before it gives their figures ("Rice went the other way: exports fell")."""
    near = range(trigger.first - 1, max(scene.first, trigger.first - _COLON_REACH) - 1, -1)
    colon = next((at for at in near if scene.tokens.lowers[at] == ":"), None)
    return last_goods(scene, scene.first, colon) if colon is not None else None
