"""Goods that are only called by their kind ("the metal", "the precious spice"), having been named before."""

from pipeline.extract.inflection import finite_words
from pipeline.extract.trade.commodity import Goods, term_at
from pipeline.extract.trade.goods_words import ADJECTIVES, ENDS, NOT_GOODS
from pipeline.extract.trade.scene import Scene
from pipeline.extract.trade.ways import is_kind

_THE = frozenset({"the", "this", "that", "these", "those"})
_FOODS = "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24"
_FITTING = {
    "metal": "26 28 71 72 73 74 75 76 78 79 80 81",
    "mineral": "25 26 27 28 31 71 72 74 75 76 78 79 80 81",
    "ore": "25 26",
    "fruit": "08 18 20",
    "nut": "08 12",
    "grain": "10 12",
    "cereal": "10",
    "fuel": "22 26 27 28 38 44",
    "bean": "07 09 12 18",
    "spice": "09 12",
    "herb": "09 12",
    "leaf": "09 12 24",
    "fish": "03 16",
    "crustacean": "03 16",
    "meat": "02 16",
    "vegetable": "07 20",
    "drink": "09 20 22",
    "beverage": "09 20 22",
    "liquor": "22",
    "spirit": "22",
    "fibre": "50 51 52 53 55",
    "animal": "01",
    "beast": "01",
    "bird": "01 02",
    "crop": _FOODS + " 40 51 52 53",
    "staple": _FOODS,
    "delicacy": _FOODS,
}
"""The chapters of what can be called by each kind; the rest may be called so of anything."""
_PRECIOUS = frozenset({"precious", "base"})
_DESCRIBING = 3
"""So many words at most stand between "the" and the kind ("the highly prized aromatic spice")."""


def is_called_by_kind(scene: Scene, goods: Goods) -> bool:
    """Whether the text calls goods by their kind alone, with an article that points back ("of the rare metal")."""
    kind = goods[0].lower().split()[-1]
    if not is_kind(kind) or len(goods[0].split()) > _DESCRIBING:
        return False
    lowers = scene.tokens.lowers
    return any(lowers[at] == kind and _is_pointed_at(scene, at) for at in range(scene.first + 1, scene.last))


def _is_pointed_at(scene: Scene, index: int) -> bool:
    """Whether an article stands before the kind at token `index` with nothing but adjectives between."""
    lowers, described = scene.tokens.lowers, 0
    for at in range(index - 1, scene.first - 1, -1):
        word = lowers[at]
        if word in _THE:
            return True
        hyphened = word == "-" or lowers[at + 1] == "-"
        described += not hyphened
        if described > _DESCRIBING or word in NOT_GOODS or word in ENDS or word in finite_words():
            return False
        if not (word.isalpha() or word == "-") or (_may_be_verb(word) and lowers[at - 1] not in _THE):
            return False
        if not hyphened and term_at(scene.tokens, at) is not None and lowers[at] not in ADJECTIVES | _PRECIOUS:
            return False
    return False


def _may_be_verb(word: str) -> bool:
    """Whether a word may be one of what is done ("The ministry expects grain"), and not of what goods are like."""
    return word.endswith(("s", "ed")) and not word.endswith("ous")


def fits_kind(goods: Goods, kind: Goods) -> bool:
    """Whether goods named before can be what is called by `kind` now, and are no kind themselves."""
    word = kind[0].lower().split()[-1]
    chapters = _FITTING.get(word) or _FITTING.get(word.removesuffix("s"))
    if is_kind(goods[0].lower().split()[-1]) or goods[0].casefold() == kind[0].casefold():
        return False
    return chapters is None or goods[1] in chapters.split()
