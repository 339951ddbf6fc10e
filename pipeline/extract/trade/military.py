"""Aid that is called military: what is given where its sum buys nothing by name ("$4 billion in military aid")."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import Goods
from pipeline.extract.trade.scene import Scene, behind

_KINDS = frozenset({"military", "security", "defence", "defense"})
_AID = word_set("aid assistance support help")
_JOINING = word_set("in of worth new additional further direct")
_REACH = 4
_ALSO = frozenset({"and", "or", ","})
"""Beside these it is one of several kinds ("financial and military aid")."""
_GIVEN = word_set("aid assistance support relief funds funding help credits loans")
_KINDS_OF_AID = word_set(
    "military security humanitarian financial economic technical development emergency rescue bilateral budget "
    "budgetary defence defense earmarked and new"
)
"""Before "aid" these say what it is for."""


def is_only_aid(goods: Goods) -> bool:
    """Whether money of aid is only called so ("of earmarked rescue aid", "worth of military aid") and buys no goods."""
    words = goods[0].lower().split()
    return not _GIVEN.isdisjoint(words) or all(word in _KINDS_OF_AID for word in words)


def military_aid(scene: Scene, amount: Amount, before: Goods | None) -> Goods | None:
    """What the money of `amount` is told to be behind it, or was told of the amount before ("has given $9 billion in
    military aid, while Oman gave $2 billion")."""
    if _KINDS.isdisjoint(scene.held):
        return None
    lowers, at = scene.tokens.lowers, behind(scene, amount)
    end = min(at + _REACH, scene.last - 1)
    while at < end and lowers[at] in _JOINING:
        at += 1
    if at < end and lowers[at] in _KINDS and lowers[at + 1] in _AID and lowers[at - 1] not in _ALSO:
        return scene.tokens.span(at, at + 2), None
    if before is None or before[1] is not None:
        return None
    told = before[0].lower().split()
    return before if len(told) > 1 and told[0] in _KINDS and told[-1] in _AID else None
