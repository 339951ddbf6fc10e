"""Frames of goods whose way has been told, for figures that no word of flow governs.

"Durian brought in $400 million" in a story of Thai fruit for China, "the crossing handled 2.9 million tonnes" behind
the coal that goes over it. What the sentence says of its own goods comes first: "American beans made up 66 tonnes".
"""

from dataclasses import replace

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.units import is_unit
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import Goods, first_goods, of_amount, places_of_goods
from pipeline.extract.trade.ledger import Way
from pipeline.extract.trade.roles import named
from pipeline.extract.trade.scene import Scene
from pipeline.extract.trade.story import Frame, Story
from pipeline.extract.trade.ways import completed, goes_back, last_told, only_way

_WEIGHED = frozenset({"mass", "volume"})
_MOVED = frozenset({"export", "import"})
_PAID = word_set(
    "worth brought earned fetched cost totalled totaled amounted came generated netted accounted comprised represented "
    "added contributed"
)
_RANKED = word_set("next second third first followed behind valuable")
_AT = frozenset({"at", "with"})
_REACHED = _PAID | word_set(
    "reached rose fell grew climbed dropped declined increased decreased jumped slumped surged soared slipped plunged "
    "hit stood topped exceeded averaged averaging rise fall grow reach total stand was were"
)
_HANDLED = word_set(
    "handled loaded moved carried hauled passed trucked railed crossed unloaded took handles moves carries"
)
_VOLUMES = word_set("volume volumes flow flows traffic")


def by_goods(scene: Scene, amount: Amount, story: Story) -> Frame | None:
    """The frame of an amount whose sentence names no state and no flow, but goods whose way is known."""
    if story.ledger.is_empty or (amount.kind != "currency" and amount.kind not in _WEIGHED):
        return None
    first, end = scene.clause(amount.first)
    if amount.kind == "currency" and is_unit(scene.tokens, first + 1):
        # what one kilogram costs
        return None
    goods = _told_of(scene, amount, first, end, story)
    if goods is None:
        return None
    way = story.ledger.way_of(goods)
    way = completed(way, story) if way is not None else only_way(story, "exporter") if story.bilateral else None
    if way is None or not (way.exporter and way.importer):
        return None
    here = {s.code for s in scene.sides if first <= s.first < end and named(s) and not s.attribution}
    if not here <= {way.exporter, way.importer}:
        return None
    if goes_back(scene):
        way = Way(way.importer, way.exporter)
    buyer_s = way.importer in (story.home, story.told_of)
    flow, view = ("import", way.importer) if buyer_s else ("export", way.exporter)
    return Frame(flow, f"goods_{flow}", exporter=way.exporter, importer=way.importer, view=view, goods=goods)


def _told_of(scene: Scene, amount: Amount, first: int, end: int, story: Story) -> Goods | None:
    """The goods that a clause without a word of flow measures."""
    subject = first_goods(scene, first, amount.first)
    reached = _PAID if amount.kind == "currency" else _REACHED
    if subject is not None:
        ranked = scene.tokens.lower(amount.qualifier_first - 1) in _AT and scene.has(first, amount.first, _RANKED)
        return subject if ranked or scene.has(first, amount.first, reached) else None
    if amount.kind not in _WEIGHED:
        return None
    if scene.has(first, amount.first, _HANDLED):
        return of_amount(scene, amount) or first_goods(scene, amount.last, end) or last_told(story)
    goes_on = scene.has(first, amount.first, _VOLUMES) and scene.has(first, amount.first, _REACHED)
    return last_told(story) if goes_on else None


def from_its_origin(scene: Scene, amount: Amount, frame: Frame) -> Frame:
    """`frame` with the country that an adjective gives the goods before `amount`, where it is another."""
    if frame.flow not in _MOVED or not scene.sides:
        return frame
    first, _ = scene.clause(amount.first)
    for side in scene.sides:
        if side.kind != "demonym" or not side.possessive or not first <= side.first < amount.first or not named(side):
            continue
        if side.code == frame.exporter or side.last not in places_of_goods(scene, side.last, side.last + 1):
            continue
        importer = frame.exporter if side.code == frame.importer else frame.importer
        return replace(frame, exporter=side.code, importer=importer)
    return frame
