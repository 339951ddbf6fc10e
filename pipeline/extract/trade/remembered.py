"""The goods that the sentences before told of, for a figure that names none ("deliveries", "50 tonnes of it")."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.tokens import tokenize
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import (
    Goods,
    all_goods,
    first_goods,
    is_unnamed,
    phrase,
    places_of_goods,
    term_at,
    with_adjectives,
)
from pipeline.extract.trade.goods_words import MAKERS
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.story import Story
from pipeline.extract.trade.telling import CARRIERS

_PHYSICAL = frozenset({"mass", "volume", "energy", "power"})
_WEIGHED = frozenset({"mass", "volume"})
_LIVE = "01"
"""The chapter of live animals."""
_FUELS = "27"
"""The chapter of oil."""
_OILS = word_set("oil crude petroleum")
_HEAD = word_set("head heads")
_OF_ANY_KIND = word_set("animals animal livestock")
_CALLED_AFTER = MAKERS | word_set(
    "price prices market markets buyer buyers importer importers trader traders trade crop harvest season supply "
    "demand futures farmer farmers"
)
_IN_BARRELS = frozenset({"15", "20", "22", "27", "28", "29", "38"})
"""The chapters of what flows."""
_NEVER_WEIGHED = frozenset({"49", "86", "88", "89"})
"""Those of newspapers, railway stock, aircraft and ships: beside a weight they bring or report it."""
_ENERGY = word_set("power electricity hydropower")


def told_before(scene: Scene, amount: Amount, trigger: Trigger | None, flow: str, story: Story) -> Goods | None:
    """The goods that the sentences before told of, where the unit fits them."""
    if amount.noun is not None and scene.tokens.lowers[amount.noun[1] - 1] in _HEAD:
        return _animals(scene, story)
    if amount.noun is not None and not is_unnamed(scene.tokens, amount.noun):
        return None
    told = None
    if story.recent(scene.paragraph.position) is not None:
        strong = trigger is not None and trigger.strong
        told = story.goods.get(flow) if strong and amount.noun is None else story.goods.get("")
    if told is None and amount.kind in _WEIGHED:
        told = story.weighed
    electric = told is not None and is_electric(told)
    if amount.kind in ("energy", "power"):
        return told if electric else story.energy or told
    told = story.weighed if electric and amount.kind in _PHYSICAL else told
    if told is None and amount.kind in _WEIGHED:
        told = _of_who_makes_them(scene, story)
    return (None if _all_of_a_country(scene, trigger) else _named_just_before(scene, amount, story)) or told


def in_barrels(scene: Scene, story: Story) -> Goods | None:
    """The oil that barrels are of where no word beside them says so: as their sentence calls it ("With oil prices down,
    Angola's output fell to 1.1 million barrels"), else what was told of last."""
    for at in places_of_goods(scene, scene.first, scene.last):
        match = term_at(scene.tokens, at) if scene.tokens.words[at] in _OILS else None
        if match is not None:
            return phrase(scene, at, match[1])
    told = (story.goods.get(""), story.latest)
    return next((goods for goods in told if goods is not None and goods[1] == _FUELS), None)


def is_electric(goods: Goods) -> bool:
    """Whether goods are electricity, which has no weight."""
    return any(word in _ENERGY for word in goods[0].lower().split())


def _animals(scene: Scene, story: Story) -> Goods | None:
    """The animals that the text named last before what is counted in head."""
    tokens = tokenize(story.text[: scene.sentence.char_start])
    for at in range(len(tokens) - 1, -1, -1):
        found = term_at(tokens, at)
        if found is not None and found[0] == _LIVE and tokens.lowers[at] not in _OF_ANY_KIND:
            return tokens.span(at, found[1]), _LIVE
    return None


def _all_of_a_country(scene: Scene, trigger: Trigger | None) -> bool:
    """Whether a word of flow has an owner of its own, whose whole trade it may be ("Russian deliveries")."""
    return trigger is not None and any(side.possessive and side.last == trigger.first for side in scene.sides)


def _named_just_before(scene: Scene, amount: Amount, story: Story) -> Goods | None:
    """The goods of the sentence before, where it gave no figure of its own that has goods."""
    before = story.before
    if before is None or story.goods_at == before.sentence.char_start:
        return None
    near = before.paragraph.position == scene.paragraph.position
    if not near and amount.kind not in _WEIGHED:
        return None
    goods = first_goods(before, before.first, before.last)
    if goods is None or amount.kind not in _WEIGHED or not brings(goods):
        return goods
    return next((told for told in all_goods(before, before.first, before.last) if not brings(told)), None)


def _of_who_makes_them(scene: Scene, story: Story) -> Goods | None:
    """The goods after which the sentence before calls who makes or deals in them, or a price ("The tuna industry is",
    "Wheat prices fell as"), where the text has told of no others."""
    before = story.before
    if before is None or story.goods_at == before.sentence.char_start:
        return None
    if scene.paragraph.position - before.paragraph.position > 1:
        return None
    for at in places_of_goods(before, before.first, before.last):
        match = term_at(before.tokens, at)
        if match is None or match[1] >= before.last or before.tokens.lowers[match[1]] not in _CALLED_AFTER:
            continue
        return phrase(before, with_adjectives(before, at, before.first), match[1])
    return None


def brings(goods: Goods) -> bool:
    """Whether goods are ships or trucks, which bring what is weighed."""
    return goods[0].lower().split()[-1] in CARRIERS


def fits_unit(goods: Goods, amount: Amount) -> bool:
    """Whether goods can be measured as the amount is: no ship is weighed that only brings the load, and barrels hold
    what flows."""
    if amount.kind not in _WEIGHED:
        return True
    if amount.unit.unit == "bbl" and goods[1] and goods[1] not in _IN_BARRELS:
        return False
    return not brings(goods) and goods[1] not in _NEVER_WEIGHED


def spoken_of(scene: Scene) -> Goods | None:
    """The kind of energy that a sentence speaks of, for amounts of energy that name none."""
    if not scene.has(scene.first, scene.last, _ENERGY):
        return None
    at = next(at for at in range(scene.first, scene.last) if scene.tokens.lowers[at] in _ENERGY)
    return phrase(scene, at, at + 1)
