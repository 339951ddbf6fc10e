"""Goods that a state taxes or limits by their worth ("tariffs on $30 billion of Indian goods"): its imports of them."""

from operator import attrgetter

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.roles import named
from pipeline.extract.trade.scene import Scene, Side, Trigger, behind
from pipeline.extract.trade.story import Parties

_CURBS = word_set("tariff tariffs duty duties levy levies tax taxes surcharge surcharges rates")
_HITTING = word_set("hit hits hitting struck strike punish punished target targeted targets slapped against")
"""Before a state these make it the one whose goods are taxed."""
_ON = frozenset({"on", "to", "against", "covering", "targeting"})
_OF = frozenset({"of", "in"})
_GOODS = word_set("goods products merchandise wares items")
_TRADE = frozenset({"trade"})
_TRADE_REACH = 8
_NOT_ACTING = frozenset({"pronoun"})
_CURB_REACH = 17
_GOODS_REACH = 3
_WORTH_REACH = 4


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
    """The word for goods behind their worth, where that is what a tariff is on ("$3 billion of Thai goods", "$3 billion
    in goods")."""
    if amount.kind != "currency" or amount.converts:
        return None
    lowers, at = scene.tokens.lowers, behind(scene, amount)
    at += scene.tokens.lower(at) == "worth"
    if scene.tokens.lower(at) not in _OF:
        return None
    if curb_before(scene, amount.qualifier_first) is None:
        return None
    owner = next((s for s in scene.sides if s.first == at + 1 and named(s)), None)
    first = at + 1 if owner is None else owner.last
    end = min(first + _GOODS_REACH, scene.last)
    goods = next((place for place in range(first, end) if lowers[place] in _GOODS), None)
    if goods is None or (owner is None and scene.has(goods, goods + _TRADE_REACH, _TRADE)):
        return None  # "on $3 billion of goods in two-way trade"
    return Trigger(goods, goods + 1, "noun", "import", "importer", True)


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


def put_whom_it_hits(scene: Scene, trigger: Trigger, parties: Parties) -> None:
    """Put in who taxes goods that are told by their worth alone, and whose they are ("Peru hit Fiji with duties on $4
    million in goods")."""
    if trigger.flow != "import" or not scene.has(scene.first, trigger.first, _CURBS):
        return
    sums = (a for a in scene.amounts if a.kind == "currency" and 0 < trigger.first - a.last <= _WORTH_REACH)
    amount = next(sums, None)
    curb = curb_before(scene, amount.qualifier_first) if amount is not None else None
    if curb is None:
        return
    acting = [s for s in scene.sides if s.last <= curb and s.preposition is None and named(s) and not s.attribution]
    hit = next((s for s in acting if scene.tokens.lower(s.first - 1) in _HITTING), None)
    acting = [s for s in acting if s.kind not in _NOT_ACTING and not s.possessive and s is not hit]
    if hit is not None and scene.tokens.lower(trigger.last) != "from":
        parties.put("exporter", hit.code)
    if acting:
        parties.put("importer", acting[0].code)
        parties.view = acting[0].code
