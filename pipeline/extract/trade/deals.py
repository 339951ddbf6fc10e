"""The goods that a deal, a contract or an order is for ("a $2 billion gas deal", "orders worth $3 million of rice")."""

from dataclasses import replace

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.beside import goods_before, of_trigger
from pipeline.extract.trade.commodity import Goods, goods_near, of_amount
from pipeline.extract.trade.scene import Scene, Trigger, behind
from pipeline.extract.trade.story import Story, lenders

_WORKS = word_set("project projects venture ventures memorandum")
"""What these are of is built, not sold."""
_BUILDING = word_set(
    "develop build construct explore drill mine extract upgrade modernise modernize refurbish operate invest "
    "exploration development construction drilling mining"
)
"""In a sentence of a deal these say that something is to be built or dug for, whatever goods it names."""
_DEALING = word_set("supply purchase purchasing sale sales import export procurement delivery trade barter swap")
"""Between goods and the deal that moves them ("a grain supply contract")."""
_INDUSTRY = word_set("industry sector")
_PRICED = word_set("worth valued of at costing totalling totaling")
_PARTNER = frozenset({"from", "with", "to"})
_SUPPLYING = word_set("supply deliver sell ship export buy import purchase provide")
_ORGANS = frozenset({"government", "ministry", "army", "navy", "authorities"})
_FOR = frozenset({"for", "on", "covering"})
_GOODS_REACH = 4
"""So many words may stand before the goods themselves ("for the supply of", "for Omani")."""
_SKIPPED = 4
_BY = frozenset({"by", "for", "from"})
_FIRMS = word_set("firms companies enterprises contractors banks partners")
_TENDERS = frozenset({"tender", "tenders"})
_SALES = word_set("sold sell sells selling sale sales export exports exporting won win wins offered")
_UNBOUGHT = frozenset({"currency", "percent", "point", "time"})


def goods_of_deal(scene: Scene, deal: Trigger) -> Goods | None:
    """The goods that the deal at `deal` is named after or said to be for; None where something is to be built."""
    if scene.tokens.lowers[deal.last - 1] in _WORKS or scene.has(scene.first, scene.last, _BUILDING):
        return None
    at = deal.first - (scene.tokens.lower(deal.first - 1) in _DEALING)
    if scene.tokens.lower(at - 1) in _INDUSTRY:
        return None
    return goods_before(scene, at) or _behind(scene, deal)


def _behind(scene: Scene, deal: Trigger) -> Goods | None:
    """The goods behind the deal's worth and partner ("a contract worth $4 million with Oman for chromite")."""
    lowers, at = scene.tokens.lowers, deal.last
    for _ in range(_SKIPPED):
        worth = next((a for a in scene.amounts if a.qualifier_first == at), None)
        named = at + 1 + (scene.tokens.lower(at + 1) == "the")
        side = next((s for s in scene.sides if s.first == named), None)
        if worth is not None:
            at = behind(scene, worth)
        elif side is not None and scene.tokens.lower(at) in _PARTNER:
            at = side.last + (scene.tokens.lower(side.last) in _ORGANS)
        elif scene.tokens.lower(at) in _PRICED:
            at += 1
        else:
            break
    if at + 1 < scene.last and lowers[at] == "to" and lowers[at + 1] in _SUPPLYING:
        return goods_near(scene, at + 2, _GOODS_REACH)
    if at >= scene.last or lowers[at] not in _FOR:
        return None
    moved = next((t for t in scene.triggers if at < t.first <= at + 2 and t.kind == "noun"), None)
    return of_trigger(scene, moved) if moved is not None else goods_near(scene, at + 1, _GOODS_REACH)


def amounts_of_goods(scene: Scene) -> list[Amount]:
    """The amounts of a sentence that can be goods of a deal: no money, no share, no people who work."""
    workers = [t for t in scene.triggers if t.flow == "labour" and t.kind == "noun"]
    return [
        a
        for a in scene.amounts
        if a.kind not in _UNBOUGHT and not any(a.noun == (t.first, t.last) or t.first == a.last for t in workers)
        if a.noun is None or scene.tokens.lowers[a.noun[1] - 1] not in _FIRMS
    ]


def money_of_deal(scene: Scene, deal: Trigger, story: Story) -> str:
    """What the money of a deal without goods is: lent where a bank or fund of states makes it, or the loan told before
    goes on; given where a verb of giving has the works as its object; else invested."""
    if scene.tokens.lower(deal.first - 1) == "trade":
        return "contract"
    if any(side.code in lenders() for side in scene.sides):
        return "debt"
    recent = story.recent(scene.paragraph.position)
    if recent is not None and recent.flow == "debt" and recent.exporter in lenders():
        return "debt"
    first, _ = scene.clause(deal.first)
    gives = any(t.flow == "aid" and t.kind == "verb" and first <= t.first < deal.first for t in scene.triggers)
    return "aid" if gives and scene.tokens.lowers[deal.last - 1] in _WORKS else "investment"


def to_buy(scene: Scene, trigger: Trigger) -> Trigger:
    """A tender as the purchase that it is for ("called a tender for 40,000 tonnes of sugar"), else `trigger`."""
    if trigger.flow != "contract" or scene.tokens.lowers[trigger.last - 1] not in _TENDERS:
        return trigger
    if scene.has(scene.clause(trigger.first)[0], trigger.first, _SALES):
        return trigger
    if not any(a.kind not in _UNBOUGHT and a.first >= trigger.last for a in scene.amounts):
        return trigger
    return replace(trigger, flow="import", subject="importer")


def goods_bought(scene: Scene, amount: Amount, trigger: Trigger) -> Goods | None:
    """The goods that a sum buys whose deal is told behind it with their number ("a contract worth 31 million dollars to
    import 60,000 tonnes of manganese")."""
    if amount.kind != "currency":
        return None
    bought = next((a for a in scene.amounts if a.first > amount.last and a.kind not in _UNBOUGHT), None)
    if bought is None or bought.first >= scene.clause(trigger.first)[1]:
        return None
    at = bought.qualifier_first - (scene.tokens.lower(bought.qualifier_first - 1) == "of")
    told = next((flow for flow in scene.triggers if flow.last == at and flow.first >= amount.last), None)
    if told is None:
        return of_amount(scene, bought) if scene.tokens.lowers[amount.last : at] == ["for"] else None
    by = trigger.flow == "contract" or trigger.first >= amount.last
    by = by or scene.tokens.lower(told.first - 1) in _BY
    return of_amount(scene, bought) if by else None
