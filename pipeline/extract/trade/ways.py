"""What the way of its goods tells of a figure whose sentence names no party, or only one.

The story's `ledger` has the ways that goods have been told to go; `origins` and the frames of figures fill it.
"""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.abroad import elsewhere
from pipeline.extract.trade.beside import of_trigger
from pipeline.extract.trade.commodity import Goods, first_goods, last_goods, of_amount
from pipeline.extract.trade.going_on import turned_round
from pipeline.extract.trade.ledger import Way
from pipeline.extract.trade.pairs import worldwide
from pipeline.extract.trade.roles import FROM, TO, named, opposite, subject_role
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.story import Frame, Parties, Story

_MOVED = frozenset({"export", "import", "cap"})
_DIRECTED_FLOWS = frozenset({"export", "import"})
_DIRECTED = TO | FROM | {"by"}
_ONE = frozenset({"a", "that", "this"})
_THE = frozenset({"the", "this", "that", "these", "those"})
KINDS = word_set(
    "stimulant fruit fuel grain cereal crop metal mineral commodity drug leaf leaves herb spice drink beverage liquor "
    "spirit delicacy crustacean beast animal bird nut bean staple fibre fiber fish meat product good vegetable bale "
    "cargo ore gem stone wood"
)
"""What goods are called by, in the singular, when they have been named before ("the stimulant")."""
_BARE = frozenset({",", "that", "as", "while", "after", "because", "when", "and", "such", "these", "the", "those"})
"""Before a word of flow these leave it to what was spoken of whose it is."""
_BEING = word_set("was were been be being is are")


def complete_by_goods(
    scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties, borrowed: bool
) -> None:
    """Fill the parties with the way of the goods that `trigger` moves, where the sentence itself tells no party.

    `borrowed` says that what stands in `parties` was found beside another verb, so that it yields to the goods' way.
    """
    if flow not in _MOVED or story.ledger.is_empty or parties.many:
        return
    known = bool(parties.exporter or parties.importer)
    yields = flow == "cap" or (borrowed and trigger.kind == "noun" and not trigger.strong)
    if (parties.exporter and parties.importer and not yields) or _leaves_the_way(scene, trigger, known):
        return
    goods = _goods(scene, trigger, story)
    way = _way(scene, trigger, goods, story)
    if way is None:
        return
    strong = trigger.strong and flow != "cap"
    if known and not (yields and _turned(parties, way)):
        open_way = not trigger.strong or _are_spoken_of(scene, trigger, story)
        if open_way and _complete(parties, way) and not _is_owned(scene, trigger):
            parties.goods = goods
        return
    parties.goods = goods
    if strong and way.exporter and way.importer and _are_spoken_of(scene, trigger, story):
        parties.exporter, parties.importer = way.exporter, way.importer
        parties.view = getattr(way, subject_role(trigger))
        return
    if strong:
        role = subject_role(trigger)
        code = getattr(way, role)
        if code is not None:
            parties.put(role, code)
            parties.view = code
        elif story.bilateral:
            parties.put(opposite(role), getattr(way, opposite(role)) or "")
        return
    parties.exporter, parties.importer = way.exporter, way.importer
    parties.view = _viewer(scene, story, way)


def way_of_trade(scene: Scene, trigger: Trigger, story: Story) -> Parties | None:
    """The parties of "a trade once worth $5 million" in goods that go one way, None where it is trade both ways."""
    if story.ledger.is_empty or trigger.kind != "noun" or trigger.last - trigger.first > 1 or worldwide(scene, trigger):
        return None
    goods = of_trigger(scene, trigger)
    recent = story.recent(scene.paragraph.position)
    if goods is None and scene.tokens.lowers[trigger.first - 1 : trigger.last] == ["the", "trade"]:
        near = recent is not None and recent.flow in _DIRECTED_FLOWS and recent.paragraph == scene.paragraph.position
        goods = story.goods.get("") if near else None
    elif goods is None and scene.tokens.lower(trigger.first - 1) in _ONE:
        goods = story.ledger.spoken if story.ledger.spoken_at == scene.sentence.char_start else None
    way = story.ledger.way_of(goods) if goods is not None else None
    way = completed(way, story) if way is not None else None
    if way is None or not (way.exporter and way.importer) or _between(scene, trigger):
        return None
    return Parties(exporter=way.exporter, importer=way.importer, view=_viewer(scene, story, way), goods=goods)


def _between(scene: Scene, trigger: Trigger) -> bool:
    """Whether a country stands right behind a trade, so that it is the trade with that country."""
    return any(0 <= side.first - trigger.last <= 1 and side.preposition is not None for side in scene.sides)


def _leaves_the_way(scene: Scene, trigger: Trigger, known: bool) -> bool:
    """Whether the sentence itself says who or that the flow is of all the world, of a part of it or the other way.

    A verb has a subject of its own, unless it is passive and no country is `known` beside it.
    """
    passive = trigger.kind == "passive" or scene.tokens.lower(trigger.first - 1) in _BEING
    acts = trigger.kind != "noun" and trigger.subject != "goods"
    if acts and (known or not passive) and not _goods_act(scene, trigger):
        return True
    if scene.tokens.lower(trigger.last) in _DIRECTED and not _is_amount(scene, trigger.last + 1):
        return True
    return turned_round(scene, trigger) or elsewhere(scene, trigger) or worldwide(scene, trigger) or goes_back(scene)


def goes_back(scene: Scene) -> bool:
    """Whether a sentence is about what goes the other way ("In the opposite direction", "Rice went the other way")."""
    text = scene.sentence.text
    return "other way" in text or "opposite" in text or "other direction" in text


def _goods_act(scene: Scene, trigger: Trigger) -> bool:
    """Whether goods and no country are the subject of a verb ("the crustacean earned $3 million there")."""
    first, _ = scene.clause(trigger.first)
    here = [s for s in scene.sides if first <= s.first < trigger.first and s.preposition is None and not s.attribution]
    return not here and (
        first_goods(scene, first, trigger.first) is not None or kind_before(scene, first, trigger.first)
    )


def _is_amount(scene: Scene, index: int) -> bool:
    return any(amount.qualifier_first == index for amount in scene.amounts)


def _is_owned(scene: Scene, trigger: Trigger) -> bool:
    """Whether a flow is all that a country moves ("Russian deliveries")."""
    return any(side.possessive and side.last == trigger.first for side in scene.sides)


def _complete(parties: Parties, way: Way) -> bool:
    """Put in the party that the sentence leaves open, where the other one is that of the goods' way; whether it is."""
    if way.exporter is not None and parties.exporter == way.exporter and way.importer is not None:
        parties.put("importer", way.importer)
        return True
    if way.importer is not None and parties.importer == way.importer and way.exporter is not None:
        parties.put("exporter", way.exporter)
        return True
    return False


def _turned(parties: Parties, way: Way) -> bool:
    """Whether the parties are those of `way` the wrong way round, as far as both are known."""
    turned = ((parties.exporter, way.importer), (parties.importer, way.exporter))
    return any(one and one == other for one, other in turned) and all(
        one == other for one, other in turned if one and other
    )


def _viewer(scene: Scene, story: Story, way: Way) -> str | None:
    """The side from which the story has looked on the goods so far."""
    recent: Frame | None = story.recent(scene.paragraph.position)
    return recent.view if recent is not None and recent.view in (way.exporter, way.importer) else None


def _way(scene: Scene, trigger: Trigger, goods: Goods | None, story: Story) -> Way | None:
    """The way of the goods of `trigger`, else the only one that the story has told of."""
    way = story.ledger.way_of(goods) if goods is not None else None
    if way is None and not trigger.strong and not _names_states(scene):
        return only_way(story, subject_role(trigger))
    return completed(way, story) if way is not None else None


def only_way(story: Story, role: str) -> Way | None:
    """The only way that goods go between the two countries of the story, one of them in `role`."""
    if len(story.dominant) < 2:
        return None
    one, other = story.dominant[:2]
    return story.ledger.only_way(one, other, role)


def completed(way: Way, story: Story) -> Way:
    """`way` with its open side, where the story is of two countries alone."""
    if not story.bilateral or (way.exporter and way.importer):
        return way
    return Way(way.exporter or story.other_of_top(way.importer), way.importer or story.other_of_top(way.exporter))


def _names_states(scene: Scene) -> bool:
    return any(named(side) and not side.attribution for side in scene.sides)


def _goods(scene: Scene, trigger: Trigger, story: Story) -> Goods | None:
    """The goods that a word of flow moves: beside it, of its amount, before a verb that they are the subject of."""
    if trigger.kind == "noun":
        beside = of_trigger(scene, trigger)
        if beside is not None:
            return beside
    first, end = scene.clause(trigger.first)
    for amount in scene.amounts:
        if first <= amount.first < end:
            own = of_amount(scene, amount)
            if own is not None:
                return own
    if trigger.kind == "verb" and kind_before(scene, first, trigger.first):
        return last_told(story)
    if trigger.kind != "noun" and (trigger.subject == "goods" or _goods_act(scene, trigger)):
        before = last_goods(scene, first, trigger.first)
        if before is not None:
            return before
    if trigger.strong and trigger.flow != "cap":
        return story.ledger.spoken if _are_spoken_of(scene, trigger, story) else None
    return last_goods(scene, scene.first, trigger.first) or last_told(story)


def _are_spoken_of(scene: Scene, trigger: Trigger, story: Story) -> bool:
    """Whether the sentence names goods with their origin before a bare "imports" ("its probe into Thai glass, as
    imports rose")."""
    if trigger.kind != "noun" or story.ledger.spoken_at != scene.sentence.char_start:
        return False
    bare = scene.tokens.lower(trigger.first - 1) in _BARE
    return bare and any(s.kind == "demonym" and s.possessive and s.last < trigger.first for s in scene.sides)


def kind_before(scene: Scene, first: int, last: int) -> bool:
    """Whether goods are called by their kind between two tokens ("The mild stimulant")."""
    lowers = scene.tokens.lowers
    kinds = (at for at in range(first + 1, last) if is_kind(lowers[at]))
    return any(scene.has(max(first, at - 2), at, _THE) for at in kinds)


def is_kind(word: str) -> bool:
    """Whether a word in small letters only says of what kind goods are."""
    return word in KINDS or word.removesuffix("s") in KINDS


def last_told(story: Story) -> Goods | None:
    """The goods that the story spoke of last: with their origin, in the sentence before, else in its last figure."""
    before = story.before
    if before is not None and story.ledger.spoken_at >= before.sentence.char_start:
        return story.ledger.spoken
    if before is not None and story.goods_at != before.sentence.char_start:
        spoken = first_goods(before, before.first, before.last)
        if spoken is not None:
            return spoken
    return story.goods.get("")
