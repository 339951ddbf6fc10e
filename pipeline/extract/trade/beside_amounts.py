"""The goods that stand beside an amount otherwise than behind "of": before its bracket or "at", behind "was"."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.beside import goods_before
from pipeline.extract.trade.commodity import Goods, goods_near
from pipeline.extract.trade.goods_words import GENERIC, THESE
from pipeline.extract.trade.scene import Scene, behind

_LISTED = frozenset({"currency", "mass", "volume"})
_AT = word_set("at worth ,")
_BEING = word_set("was were is are being")
_BE = _BEING | {"be"}
_TO_COME = word_set("will would")
_BEING_REACH = 9
_POINTERS = word_set("which that this it them these those")
_GOODS_REACH = 3
_WHOLES = word_set("total that this it them sum amount")
_PAID_FOR = frozenset({"on", "for"})
_PRICED = frozenset({"worth", "valued"})


def in_bracket(scene: Scene, amount: Amount) -> Goods | None:
    """The goods right before a bracket that holds their amount ("steel rods (19 million dollars), apples")."""
    opening = amount.qualifier_first - 1
    if scene.tokens.lower(opening) != "(" or amount.kind not in _LISTED:
        return None
    return goods_before(scene, opening)


def goods_beside(scene: Scene, amount: Amount) -> Goods | None:
    """The goods that an amount has before "at" or behind "was" ("salt at $2 million", "of which $2m was salt")."""
    at = amount.qualifier_first - 1
    if scene.tokens.lower(at) in _AT and amount.kind == "currency":
        at -= scene.tokens.lower(at) == "worth" and scene.tokens.lower(at - 1) == ","
        found = goods_before(scene, at)
        if found is not None:
            return found
    return _said_to_be(scene, amount)


def _said_to_be(scene: Scene, amount: Amount) -> Goods | None:
    """What an amount is told to be ("38 percent of which were tyres", "of this $2 million was salt")."""
    if not scene.has(amount.last, amount.last + _BEING_REACH, _BE):
        return None
    at = behind(scene, amount)
    if scene.tokens.lower(at) == "of" and scene.tokens.lower(at + 1) in _POINTERS:
        at += 2
    if scene.tokens.lower(at) in _TO_COME and scene.tokens.lower(at + 1) == "be":
        return goods_near(scene, at + 2, 1)
    return goods_near(scene, at + 1, _GOODS_REACH) if scene.tokens.lower(at) in _BEING else None


def is_of_whole(scene: Scene, amount: Amount) -> bool:
    """Whether an amount is a part of what was told before ("took $2 million of the total")."""
    lowers, at = scene.tokens.lowers, behind(scene, amount)
    return lowers[at : at + 1] == ["of"] and scene.has(at + 1, at + 3, _WHOLES)


def is_for_them(scene: Scene, amount: Amount) -> bool:
    """Whether an amount is paid for what was told before ("spent $2 million on them")."""
    at = behind(scene, amount)
    return scene.tokens.lower(at) in _PAID_FOR and scene.tokens.lower(at + 1) in _POINTERS


def is_of_all_goods(scene: Scene, amount: Amount) -> bool:
    """Whether an amount is told as one of goods in general ("goods worth $2 million", "$2 million of goods")."""
    lowers, at = scene.tokens.lowers, amount.qualifier_first - 1
    if not scene.has(at - 2, amount.last + _BEING_REACH, GENERIC):
        return False
    if scene.tokens.lower(at) in _PRICED or (scene.tokens.lower(at) == "at" and lowers[at - 1] in _PRICED):
        at -= 1 + (lowers[at] == "at")
        return lowers[at] in GENERIC and lowers[at - 1] not in THESE and goods_before(scene, at + 1) is None
    at = behind(scene, amount)
    at += lowers[at : at + 2] == ["worth", "of"]
    if scene.tokens.lower(at) != "of" and scene.tokens.lower(at) != "in":
        return False
    at = next((side.last for side in scene.sides if side.first == at + 1 and side.kind == "demonym"), at + 1)
    return scene.tokens.lower(at) in GENERIC
