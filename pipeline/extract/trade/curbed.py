"""Goods that a state taxes or limits by their worth ("tariffs on $30 billion of Indian goods"): its imports of them."""

from operator import attrgetter

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.roles import named
from pipeline.extract.trade.scene import Scene, Side, Trigger, behind
from pipeline.extract.trade.story import Parties

_CURBS = word_set("tariff tariffs duty duties levy levies tax taxes surcharge surcharges rates")
_ON = frozenset({"on", "to", "against", "covering", "targeting"})
_OF = frozenset({"of", "in"})
_GOODS = word_set("goods products merchandise wares items")
_NOT_ACTING = frozenset({"pronoun"})
_CURB_REACH = 17
_GOODS_REACH = 3


def with_curbed(scene: Scene, triggers: list[Trigger]) -> list[Trigger]:
    """`triggers` with the goods that tariffs are told to be on, in order."""
    if not scene.amounts or not scene.has(scene.first, scene.last, _CURBS):
        return triggers
    curbed = [_goods_behind(scene, amount) for amount in scene.amounts]
    found = [trigger for trigger in curbed if trigger is not None]
    taken = {trigger.first for trigger in triggers}
    found = [trigger for trigger in found if trigger.first not in taken]
    return sorted([*triggers, *found], key=attrgetter("first")) if found else triggers


def _goods_behind(scene: Scene, amount: Amount) -> Trigger | None:
    """The word for a state's goods behind their worth, where that is what a tariff is on."""
    if amount.kind != "currency" or amount.converts:
        return None
    lowers, at = scene.tokens.lowers, behind(scene, amount)
    at += scene.tokens.lower(at) == "worth"
    if scene.tokens.lower(at) not in _OF:
        return None
    owner = next((s for s in scene.sides if s.first == at + 1 and named(s)), None)
    if owner is None or curb_before(scene, amount.qualifier_first) is None:
        return None
    end = min(owner.last + _GOODS_REACH, scene.last)
    goods = next((place for place in range(owner.last, end) if lowers[place] in _GOODS), None)
    return Trigger(goods, goods + 1, "noun", "import", "importer", True) if goods is not None else None


def curb_before(scene: Scene, index: int) -> int | None:
    """The place of the tariff that is told to be on what stands at token `index`."""
    lowers, since = scene.tokens.lowers, max(scene.first, index - _CURB_REACH)
    at = next((at for at in range(index - 1, since - 1, -1) if lowers[at] in _CURBS), None)
    return at if at is not None and scene.has(at, index, _ON) else None


def put_who_curbs(scene: Scene, trigger: Trigger, owner: Side, parties: Parties) -> None:
    """Put in the state that taxes the goods of `owner` that `trigger` tells of ("Peru put duties on $4 million of")."""
    sums = (a for a in scene.amounts if a.kind == "currency" and 0 <= owner.first - a.last <= _GOODS_REACH)
    amount = next(sums, None)
    curb = curb_before(scene, amount.qualifier_first) if amount is not None else None
    if curb is None or trigger.first - owner.last >= _GOODS_REACH:
        return
    first, _ = scene.clause(curb)
    for side in scene.sides:
        acts = first <= side.first < curb and named(side) and side.kind not in _NOT_ACTING and not side.attribution
        if acts and (side.preposition is None or side.last == curb) and side.code != owner.code:
            parties.put("importer", side.code)
            return
