"""How the text says which way goods go without a word of flow, and what that tells of figures which leave it open.

"Norwegian seafood", "wine from Chile", "duties on Canadian lumber", "the biggest market for Kenyan tea": such phrases
fill the story's `ledger`, as do the frames of figures. `complete_by_goods` gives a figure whose sentence names no party
the way of its goods.
"""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import (
    HEADS,
    Goods,
    first_goods,
    goods_before,
    last_goods,
    of_amount,
    of_trigger,
    phrase,
    term_at,
)
from pipeline.extract.trade.going_on import turned_round
from pipeline.extract.trade.ledger import Way
from pipeline.extract.trade.pairs import elsewhere, worldwide
from pipeline.extract.trade.roles import FROM, TO, named, subject_of, subject_role
from pipeline.extract.trade.scene import Scene, Side, Trigger
from pipeline.extract.trade.story import Frame, Parties, Story

_TRADES = frozenset({"export", "import"})
_ADJECTIVES = 2
"""So many words may stand between whose goods they are and the goods ("Norwegian farmed salmon")."""
_BEHIND_GOODS = word_set(
    "to into for from in at on by via over through across and or but is was were are has have had will would which "
    "that since until between worth after before with as while when"
)
"""Behind goods these leave them what is spoken of, where another noun would make them an adjective of it."""
_TAKERS = word_set(
    "market markets need needs reserves reserve stocks stockpile stockpiles storage tariffs tariff duty duties users "
    "user eaters drinkers drinker lovers self-sufficiency policy policies subsidies subsidy rationing shortage "
    "shortages tender tenders quota quotas"
)
"""Behind goods these are of those who use them, so that an adjective before is no origin ("Egyptian wheat tender")."""
_ASKING = word_set("ask asks asked asking urge urges urged approached")
_BARRIERS = word_set(
    "ban bans embargo duties duty tariff tariffs curbs restrictions levy levies boycott moratorium quota quotas "
    "barriers safeguards prohibition"
)
_DIRECTED = TO | FROM | {"by"}
_TOWARDS = TO | {"for"}
_ON = frozenset({"on", "against"})
_MARKETS = word_set("market buyer customer destination importer outlet buyers consumer taker purchaser")
_FOR = frozenset({"for", "of"})
_BARRIER_REACH = 4


def note_origins(scene: Scene, story: Story) -> None:
    """Let the story's ledger take in the goods of `scene` that are named with the country that they come from."""
    tokens = scene.tokens
    for side in scene.sides:
        if side.possessive:
            goods = _owned(scene, side)
        elif side.preposition in FROM:
            goods = goods_before(scene, side.first - 1) if tokens.lower(side.first - 1) in FROM else None
        elif tokens.lower(side.last) == "for" and tokens.lower(side.first - 1) in _ASKING:
            goods = first_goods(scene, side.last + 1, side.last + 2 + _ADJECTIVES)
        else:
            continue
        if goods is not None and named(side) and not side.attribution:
            story.ledger.note(goods, side.code, _buyer(scene, side))


def _owned(scene: Scene, side: Side) -> Goods | None:
    """The goods that an adjective or a genitive of a country begins ("Siberian thermal coal", "Mongolia's coal")."""
    if not side.possessive or side.kind in ("pronoun", "person"):
        return None
    tokens = scene.tokens
    at = side.last + tokens.lower(side.last).startswith("'")
    for first in range(at, min(at + _ADJECTIVES + 1, scene.last)):
        found = term_at(tokens, first)
        if found is not None:
            return phrase(scene, at, found[1]) if _ends(scene, found[1], side.kind == "demonym") else None
        if not tokens.words[first].islower() or first in scene.starts:
            return None
    return None


def _ends(scene: Scene, index: int, described: bool) -> bool:
    """Whether the goods that end before token `index` are themselves spoken of, and no noun behind them.

    `described` says that an adjective tells their origin, so that any word but a buyer's may follow.
    """
    word = scene.tokens.lower(index)
    if index >= scene.last or word in _BEHIND_GOODS or not word[:1].isalpha():
        return word != "-"
    trigger = scene.starts.get(index)
    if trigger is not None:
        return trigger.kind != "noun" or subject_role(trigger) == "exporter"
    return word.endswith("ed") or (described and word not in HEADS and word not in _TAKERS)


def _buyer(scene: Scene, seller: Side) -> str | None:
    """Whom the goods of `seller` go to: who limits or asks for them, whose market they have, or where they go."""
    lowers, at = scene.tokens.lowers, seller.first - 1
    before = lowers[max(scene.first, at - 1) : at + 1]
    head = at - 1
    buyer: Side | None = None
    if before[-1:] and before[-1] in _ON and scene.has(head - _BARRIER_REACH, at, _BARRIERS):
        buyer = _who_limits(scene, head)
    elif before[-1:] and before[-1] in _FOR and lowers[head] in _MARKETS:
        buyer = subject_of(scene, head)
    elif before[-1:] and before[-1] in _ASKING:
        buyer = subject_of(scene, seller.first - 1)
    else:
        _, end = scene.clause(seller.first)
        buyer = next(
            (s for s in scene.sides if seller.last <= s.first < end and s.preposition in _TOWARDS and named(s)), None
        )
    return buyer.code if buyer is not None and buyer.code != seller.code else None


def _who_limits(scene: Scene, index: int) -> Side | None:
    """Whose ban or duties stand before token `index`: the owner in the same phrase, else the clause's subject."""
    owners = [s for s in scene.sides if s.possessive and s.last <= index and index - s.last <= _BARRIER_REACH + 2]
    return owners[-1] if owners and named(owners[-1]) else subject_of(scene, index)


def complete_by_goods(
    scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties, borrowed: bool
) -> None:
    """Fill the parties with the way of the goods that `trigger` moves, where the sentence itself tells no party.

    `borrowed` says that what stands in `parties` was found beside another verb, so that it yields to the goods' way.
    """
    if flow not in _TRADES or story.ledger.is_empty:
        return
    known = parties.exporter or parties.importer
    weak = trigger.kind == "noun" and not trigger.strong
    if parties.many or (parties.exporter and parties.importer and not borrowed) or _leaves_the_way(scene, trigger):
        return
    way = _way(scene, trigger, story)
    if way is None:
        return
    if known and not (borrowed and weak and _turned(parties, way)):
        if not trigger.strong:
            _complete(parties, way)
        return
    if trigger.strong:
        role = subject_role(trigger)
        code = getattr(way, role)
        if code is not None:
            parties.put(role, code)
            parties.view = code
        return
    parties.exporter, parties.importer = way.exporter, way.importer
    parties.view = _viewer(scene, story, way)


def _leaves_the_way(scene: Scene, trigger: Trigger) -> bool:
    """Whether the sentence itself says who or that the flow is of all the world, of a part of it or the other way."""
    if trigger.kind == "verb" and trigger.subject != "goods":
        return True
    if scene.tokens.lower(trigger.last) in _DIRECTED and not _is_amount(scene, trigger.last + 1):
        return True
    if turned_round(scene, trigger) or elsewhere(scene, trigger) or worldwide(scene, trigger):
        return True
    return "other way" in scene.sentence.text or "opposite" in scene.sentence.text


def _is_amount(scene: Scene, index: int) -> bool:
    return any(amount.qualifier_first == index for amount in scene.amounts)


def _complete(parties: Parties, way: Way) -> None:
    """Put in the party that the sentence leaves open, where the other one is that of the goods' way."""
    if way.exporter is not None and parties.exporter == way.exporter and way.importer is not None:
        parties.put("importer", way.importer)
    elif way.importer is not None and parties.importer == way.importer and way.exporter is not None:
        parties.put("exporter", way.exporter)


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


def _way(scene: Scene, trigger: Trigger, story: Story) -> Way | None:
    """The way of the goods of `trigger`, else the only one that the story has told of."""
    goods = _goods(scene, trigger, story)
    way = story.ledger.way_of(goods) if goods is not None else None
    if way is None and not trigger.strong and not _names_states(scene) and len(story.dominant) > 1:
        one, other = story.dominant[:2]
        return story.ledger.only_way(one, other, subject_role(trigger))
    return _completed(way, story) if way is not None else None


def _completed(way: Way, story: Story) -> Way:
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
    if trigger.kind != "noun" and trigger.subject == "goods":
        before = last_goods(scene, first, trigger.first)
        if before is not None:
            return before
    return None if trigger.strong else last_goods(scene, scene.first, trigger.first) or _last_told(story)


def _last_told(story: Story) -> Goods | None:
    """The goods that the story spoke of last: in the sentence before, else in its last figure."""
    before = story.before
    if before is not None and story.goods_at != before.sentence.char_start:
        spoken = first_goods(before, before.first, before.last)
        if spoken is not None:
            return spoken
    return story.goods.get("")
