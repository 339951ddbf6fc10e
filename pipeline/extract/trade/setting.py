"""What a sentence sets for the ones behind it without a figure of its own: a trade, a ban, "a rice exporter"."""

from dataclasses import replace

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.beside import goods_before, of_trigger
from pipeline.extract.trade.commodity import Goods, first_goods, term_at
from pipeline.extract.trade.frames import frame_of
from pipeline.extract.trade.givers import GIFTS
from pipeline.extract.trade.roles import FROM, TO, is_outdone, named, subject_of
from pipeline.extract.trade.scene import Scene, Side, Trigger
from pipeline.extract.trade.story import Frame, Story, remember

_SETTING = frozenset({"export", "import", "trade", "production"})
"""Flows that set the scene for the sentences behind them even where no figure is told of them."""
_DEALT = frozenset({"export", "import"})
_OBJECT_REACH = 6
_PARTNER_REACH = 8
"""So many tokens behind its owner stands what a partner is called ("Fiji's third-largest market for sugar")."""
_POINTING = frozenset({"the", "this", "that", "such"})
_BANS = word_set("ban bans embargo embargoes moratorium")
_BAN_REACH = 6
_EXPORTS = word_set("exports export shipments sales exporting")
"""Behind a ban these make it one of the seller's ("a ban on rice exports")."""
_SELLERS = word_set("exporter exporters supplier suppliers source seller sellers producer producers grower growers")
_BUYERS = word_set("importer importers buyer buyers consumer consumers")
_FOR_WHOM = frozenset({"to", "for", "of"})
_PARTNERS = word_set("exporter supplier seller source importer buyer customer market destination purchaser partner")
_IMPORT = frozenset({"import", "imports"})
_ONE_WAY = _IMPORT | {"export"}
"""Before "market" or "partner" these make it the one that is bought from ("Fiji's main import market")."""
_TRADERS = _SELLERS | _BUYERS
_GIFT_WORDS = word_set("aid relief humanitarian donated donation gift gifts emergency assistance")
_LIST_REACH = 2
_BEING = word_set("is was are were remains remained became becomes become becoming")


def set_scene(scene: Scene, story: Story, frames: dict[int, Frame | None], told: set[int], end: int) -> None:
    """Let the story take in the trade that `scene` speaks of before token `end`, amounts or none.

    `frames` are those found so far and `told` the words of flow that the story has taken in, by their places.
    """
    for trigger in scene.triggers:
        if trigger.first >= end or trigger.first in told:
            continue
        told.add(trigger.first)
        owed = _is_owed(scene, trigger, story)
        may_be_given = trigger.flow in GIFTS or (trigger.flow == "export" and trigger.kind != "noun")
        given = may_be_given and _is_given(scene, trigger, story)
        if not (trigger.flow in _SETTING or owed or given) or trigger.kind == "block":
            continue
        if _told_before(scene, trigger, story):
            continue
        goods = _goods_spoken_of(scene, trigger)
        if not (trigger.strong or goods or given or scene.paragraph.kind == "headline"):
            continue
        if trigger.first not in frames:
            frames[trigger.first] = frame_of(scene, trigger, story)
        frame = frames[trigger.first]
        given = given and frame is not None and frame.flow in GIFTS and bool(frame.exporter and frame.importer)
        if frame is None or not (frame.flow in _SETTING or given or (owed and frame.flow == "debt")):
            continue
        _note_alone(story, trigger, frame, goods)
        if frame.bilateral or (goods and frame.countries):
            _set(scene, story, _seen_as_before(scene, story, frame), goods)
    if end == scene.last and not any(frames.values()):
        _set_by_trader(scene, story)


def _note_alone(story: Story, trigger: Trigger, frame: Frame, goods: Goods | None) -> None:
    """Let the story know whose exports or imports are spoken of with no partner."""
    if trigger.kind == "noun" and trigger.strong and frame.flow in _DEALT and not (frame.bilateral or goods):
        story.alone = (frame.flow, frame.view)


def _seen_as_before(scene: Scene, story: Story, frame: Frame) -> Frame:
    """The trade of two in passing, seen from the one whose exports or imports were told of just before ("Togo's exports
    to Benin rose. Benin-Togo trade is to fall. Exports to Mali": Togo's)."""
    recent = story.recent(scene.paragraph.position)
    if frame.flow != "trade" or recent is None or recent.flow not in ("export", "import") or not recent.bilateral:
        return frame
    return replace(frame, view=recent.view) if recent.countries == frame.countries else frame


def _is_owed(scene: Scene, trigger: Trigger, story: Story) -> bool:
    """Whether a debt is spoken of before any figure ("Togo has paid its debt to Benin")."""
    debt = trigger.flow == "debt" and trigger.kind == "noun" and trigger.subject == "importer"
    return debt and story.recent(scene.paragraph.position) is None


def _is_given(scene: Scene, trigger: Trigger, story: Story) -> bool:
    """Whether a gift or loan between two states may be spoken of before any figure ("Togo sent relief to Benin")."""
    recent = story.recent(scene.paragraph.position)
    if recent is not None and (recent.flow not in GIFTS or recent.paragraph == scene.paragraph.position):
        return False
    codes = {side.code for side in scene.sides if named(side)}
    given = trigger.flow in GIFTS and trigger.strong
    return len(codes) > 1 and (given or scene.has(scene.first, scene.last, _GIFT_WORDS))


def _told_before(scene: Scene, trigger: Trigger, story: Story) -> bool:
    """ "curbs on the trade": what was told of with its direction, and no trade both ways."""
    if trigger.flow != "trade" or scene.tokens.lower(trigger.first - 1) not in _POINTING:
        return False
    recent = story.recent(scene.paragraph.position)
    near = any(trigger.last <= side.first <= trigger.last + 2 for side in scene.sides)
    return recent is not None and recent.flow in ("export", "import") and not near


def _set(scene: Scene, story: Story, frame: Frame, goods: Goods | None) -> None:
    remember(story, frame, scene.paragraph.position)
    if frame.flow in ("export", "import"):
        story.ledger.note(goods, frame.exporter, frame.importer, frame.told)
    if goods:
        story.goods[frame.flow] = story.goods[""] = goods


def _goods_spoken_of(scene: Scene, trigger: Trigger) -> Goods | None:
    """The goods that a word of flow moves: beside a noun, behind a verb, or told to be it ("Coal is their export")."""
    if trigger.kind == "noun":
        first, _ = scene.clause(trigger.first)
        told = scene.has(first, trigger.first, _BEING)
        return of_trigger(scene, trigger) or (first_goods(scene, first, trigger.first) if told else None)
    return first_goods(scene, trigger.last, min(trigger.last + _OBJECT_REACH, scene.clause(trigger.first)[1]))


def set_by_ban(scene: Scene, story: Story) -> None:
    """ "Japan lifted its ban on Korean shellfish", "Zambia's ban on maize exports": who buys, who sells, and what."""
    lowers = scene.tokens.lowers
    if not scene.has(scene.first, scene.last, _BANS):
        return
    at = next((at for at in range(scene.first, scene.last - 1) if lowers[at] in _BANS and lowers[at + 1] == "on"), None)
    goods = first_goods(scene, at, min(at + _BAN_REACH, scene.last)) if at is not None else None
    buyer = subject_of(scene, at) if at is not None else None
    if at is None or goods is None or buyer is None:
        return
    behind = [side for side in scene.sides if at < side.first and named(side) and side.code != buyer.code]
    if scene.has(at, min(at + _BAN_REACH, scene.last), _EXPORTS):
        taker = next((side.code for side in behind if side.preposition in TO), None)
        frame = Frame("export", "ban_export", exporter=buyer.code, importer=taker, view=buyer.code, told=True)
        _set(scene, story, frame, goods)
        return
    sellers = [side for side in behind if side.kind == "demonym" or side.preposition in FROM or side.possessive]
    seller = sellers[0].code if sellers else story.other(buyer.code) if story.bilateral else None
    _set(
        scene,
        story,
        Frame("import", "ban_import", exporter=seller, importer=buyer.code, view=buyer.code, told=True),
        goods,
    )


def set_by_partner(scene: Scene, story: Story) -> None:
    """ "Peru is the largest source of zinc for Poland", "Brazil is Peru's main customer": both states' parts."""
    at = _called(scene, _PARTNERS)
    if at is None or (scene.tokens.lowers[at] == "partner" and scene.tokens.lower(at - 1) not in _ONE_WAY):
        return
    _, end = scene.clause(at)
    owner = next(
        (s for s in scene.sides if s.possessive and named(s) and s.last <= at <= s.last + _PARTNER_REACH), None
    )
    one = subject_of(scene, at if owner is None else owner.first)
    for_whom = (s for s in scene.sides if at < s.first < end and s.preposition in _FOR_WHOM and named(s))
    for_whom = (s for s in for_whom if not is_outdone(scene, s))
    two = owner or next(for_whom, None)
    if one is None or two is None or one.code == two.code or one.last > at or _are_many(scene, one):
        return
    sells = scene.tokens.lowers[at] in _SELLERS or scene.tokens.lower(at - 1) in _IMPORT
    seller, buyer = (one, two) if sells else (two, one)
    goods = goods_before(scene, at)
    if goods is None and scene.tokens.lower(at + 1) == "of":
        goods = first_goods(scene, at + 2, min(at + _OBJECT_REACH, scene.last))
    story.partners_at = scene.sentence.char_start
    _set(scene, story, Frame("export", "partner_export", seller.code, buyer.code, view=two.code), goods)


def _are_many(scene: Scene, one: Side) -> bool:
    """Whether several states are called so together ("China, Japan and Peru were the leading importers")."""
    return one.listed or any(side.listed and 0 < side.first - one.last <= _LIST_REACH for side in scene.sides)


def _called(scene: Scene, words: frozenset[str]) -> int | None:
    """The place of the first of `words` in a sentence that says before it that somebody is one."""
    if not scene.has(scene.first, scene.last, words):
        return None
    at = next(at for at in range(scene.first, scene.last) if scene.tokens.lowers[at] in words)
    return at if scene.has(scene.first, at, _BEING) else None


def _set_by_trader(scene: Scene, story: Story) -> None:
    """ "Thailand is the world's largest rice exporter": whose trade of what the next figures are."""
    at = _called(scene, _TRADERS)
    if at is None or story.partners_at == scene.sentence.char_start:
        return
    goods = goods_before(scene, at)
    if goods is None and scene.tokens.lower(at + 1) == "of" and term_at(scene.tokens, at + 2) is not None:
        goods = first_goods(scene, at + 2, min(at + _OBJECT_REACH, scene.last))
    trader = subject_of(scene, at)
    if goods is None or trader is None or trader.listed:
        return
    if scene.tokens.lowers[at] in _SELLERS:
        frame = Frame("export", "trader_export", exporter=trader.code, view=trader.code, told=True)
    else:
        frame = Frame("import", "trader_import", importer=trader.code, view=trader.code, told=True)
    _set(scene, story, frame, goods)
