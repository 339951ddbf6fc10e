"""Which goods a figure is about: its own words, its list's, its word of flow's, or those told of before."""

from pipeline.extract.inflection import finite_words
from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.beside import of_makers, of_trigger, within
from pipeline.extract.trade.beside_amounts import goods_beside, in_bracket, is_for_them, is_of_all_goods, is_of_whole
from pipeline.extract.trade.commodity import (
    Goods,
    all_goods,
    first_goods,
    is_unnamed,
    last_goods,
    of_amount,
    of_these,
    phrase,
)
from pipeline.extract.trade.deals import goods_bought, goods_of_deal
from pipeline.extract.trade.foremost import EARNED, goods_earning, goods_foremost, opens_with_products
from pipeline.extract.trade.going_on import turned_round
from pipeline.extract.trade.kinds_of_goods import fits_kind, is_called_by_kind
from pipeline.extract.trade.measure import Measured
from pipeline.extract.trade.military import is_only_aid, military_aid
from pipeline.extract.trade.pairs import by_item
from pipeline.extract.trade.producers import AT_HOME
from pipeline.extract.trade.remembered import brings, fits_unit, in_barrels, is_electric, told_before
from pipeline.extract.trade.respectively import respective_place
from pipeline.extract.trade.scene import Scene, Trigger, behind
from pipeline.extract.trade.shared_goods import (
    PARTLY,
    RELATIVE,
    SHARE_VERBS,
    THEM,
    end_of_limited,
    goods_shared,
    is_whole_of_goods,
    object_behind,
    of_whole,
)
from pipeline.extract.trade.story import Frame, Story
from pipeline.extract.trade.ways import kind_before, last_told
from pipeline.extract.trade.worth import adds_its_worth, before_colon, whose_value
from pipeline.values import value

_PHYSICAL = frozenset({"mass", "volume", "energy", "power"})
_NO_GOODS = frozenset({"debt", "investment", "balance"})
_DELIVERIES = word_set("deliveries delivery shipments shipment supplies supply arrivals flows")
_MOVED = frozenset({"export", "import"})
_ALL = word_set("total overall all aggregate combined")
_TELLING_WHEN = word_set("cumulative cumulatively monthly annual yearly quarterly weekly daily average such these")
"""Ahead of a flow these only say how long it was counted ("Cumulative exports since May")."""
_PURCHASES = word_set("purchases purchase offtake")
"""What rises or falls under these are the goods told of before."""
_ITS = frozenset({"its", "their", "own"})
_THEY = frozenset({"they", "it", "which", "that", "and"})
_SELLING = word_set("shipping selling exporting delivering supplying")
_TO = ([",", "to"], ["to"])
_OR = ([",", "or"], ["or"])
_BACKED = word_set("backed secured guaranteed")
"""Behind goods these make them the pledge of a loan ("a bauxite-backed facility")."""
_PLEDGE_REACH = 5
_WHOLE_REACH = 4
_INDUSTRY = frozenset({"industry", "sector"})
"""What these make up of a trade is what was told of before ("The industry generates 80 percent of exports")."""


@value(frozen=True, slots=True)
class Asked:
    """An amount whose goods are asked for, with what is known of it."""

    amount: Amount
    trigger: Trigger | None
    """The word of flow that governs it."""
    measured: Measured
    frame: Frame
    before: Goods | None
    """The goods of the amount before it in the sentence."""
    since: int
    """The token behind that amount."""
    continued: bool
    """Whether one word of flow governs both."""
    other_way: bool = False
    """Whether the amount before it is of goods that go the other way (exports, then imports)."""


def goods_of(scene: Scene, asked: Asked, story: Story) -> Goods | None:
    """The goods of an amount, as the text's words and chapter; those named before where it calls them by their kind."""
    goods = _goods_of(scene, asked, story)
    if goods is not None and not fits_unit(goods, asked.amount) and of_amount(scene, asked.amount) != goods:
        goods = in_barrels(scene, story) or told_before(scene, asked.amount, asked.trigger, asked.frame.flow, story)
        goods = goods if goods is not None and fits_unit(goods, asked.amount) else None
    if goods is None or not is_called_by_kind(scene, goods):
        return goods
    named = first_goods(story.before, story.before.first, story.before.last) if story.before is not None else None
    told = (asked.before, last_told(story), story.goods.get(""), story.latest, named)
    return next((before for before in told if before is not None and fits_kind(before, goods)), goods)


def _goods_of(scene: Scene, asked: Asked, story: Story) -> Goods | None:
    """The goods of an amount by its own words, or those of its list, its word of flow and the story."""
    amount, frame = asked.amount, asked.frame
    if frame.flow == "labour":
        return None  # people are no goods, nor is what they send home
    own = _of_respective(scene, amount) or in_bracket(scene, amount) or of_amount(scene, amount)
    own = own or goods_beside(scene, amount) or _armed(scene, asked) or goods_earning(scene, amount)
    if own is None and opens_with_products(scene):
        return phrase(scene, scene.first, scene.first + 2)
    own = (asked.before or last_told(story)) if own is None and of_these(scene, amount) else own
    if own is not None and own[1] is None and frame.flow == "aid" and amount.kind == "currency" and is_only_aid(own):
        return military_aid(scene, amount, asked.before)
    pledged = frame.flow in _NO_GOODS and scene.has(amount.last, amount.last + _PLEDGE_REACH, _BACKED)
    if frame.flow == "investment" and amount.kind == "currency":
        return None
    if own is not None and not pledged and (frame.flow not in _NO_GOODS or own[1]):
        return own
    if frame.flow in _NO_GOODS or is_of_all_goods(scene, amount) or _is_told_with_part(scene, asked):
        return None
    if (
        asked.before is not None
        and asked.since == amount.qualifier_first - 1
        and scene.tokens.lower(asked.since) == "("
    ):
        return asked.before  # "tea worth $9 million (4 percent of the total)"
    if asked.before is not None and scene.tokens.lower(amount.qualifier_first - 1) in ("worth", "valued"):
        return last_goods(scene, asked.since, amount.first) or asked.before
    told = _told_with(scene, asked, story)
    if told is None and amount.kind == "count" and amount.noun is not None:
        packed = is_unnamed(scene.tokens, amount.noun) and amount.noun[1] - amount.noun[0] == 1
        return phrase(scene, *amount.noun) if packed else None
    return told


def _armed(scene: Scene, asked: Asked) -> Goods | None:
    """What money of aid is called that is military."""
    money = asked.frame.flow == "aid" and asked.amount.kind == "currency"
    return military_aid(scene, asked.amount, asked.before) if money else None


def _of_next(scene: Scene, asked: Asked, story: Story) -> Goods | None:
    """The goods that the next amount names, which says more of the same ("rose by 18 percent, to 41,000 tonnes of gas",
    "1.1 million barrels, or 37 percent of its crude imports")."""
    amount = asked.amount
    following = next((a for a in scene.amounts if a.first >= amount.last and not a.converts), None)
    if following is None or asked.before is not None:
        return None
    between = scene.tokens.lowers[behind(scene, amount) : following.qualifier_first]
    if asked.measured.measure == "change" and between[-1:] == ["to"]:
        named = of_amount(scene, following) if between in _TO else None
        if named is not None or following.kind not in _PHYSICAL:
            return named
        return told_before(scene, following, asked.trigger, asked.frame.flow, story)
    if between[:1] == ["from"] and following.kind in _PHYSICAL and not _SELLING.isdisjoint(between):
        return of_amount(scene, following)  # "earned $201 million from shipping 86,000 tonnes of coffee"
    if between not in _OR or following.kind != "percent" or scene.tokens.lower(following.last) != "of":
        return None
    whole = next((t for t in scene.triggers if following.last < t.first <= following.last + _WHOLE_REACH), None)
    return of_trigger(scene, whole) if whole is not None and whole.kind == "noun" else None


def _told_with(scene: Scene, asked: Asked, story: Story) -> Goods | None:
    """The goods of the amount's list, of its word of flow, of the next amount; of a whole those told before."""
    if is_whole_of_goods(scene, asked.amount):
        return last_told(story)
    told = _of_its_list(scene, asked) or _of_its_flow(scene, asked, story) or _of_next(scene, asked, story)
    return in_barrels(scene, story) if told is None and asked.amount.unit.unit == "bbl" else told


def _of_its_list(scene: Scene, asked: Asked) -> Goods | None:
    """The goods that stand before the amount in a list, or whose share it is."""
    if asked.measured.measure == "share" or _accounts(scene, asked.amount):
        shared = of_whole(scene, asked.amount, asked.trigger) or goods_shared(scene, asked.amount, asked.since)
        if shared is not None:
            return shared
    colon = _colon_behind(scene, asked)
    if not (asked.continued or asked.trigger is None or colon or by_item(scene)):
        return None
    if asked.frame.flow == "aid" and asked.amount.kind == "currency":
        return None
    partly = scene.has(asked.since, asked.amount.qualifier_first, PARTLY)
    listed = None if partly else last_goods(scene, max(asked.since, colon), asked.amount.first)
    return listed or (asked.before if asked.continued else None)


def _colon_behind(scene: Scene, asked: Asked) -> int:
    """The colon that parts a word of flow from the list of its goods ("sales fell: cattle by a fifth"), 0 without."""
    behind = asked.trigger.last if asked.trigger is not None and not asked.continued else asked.amount.first
    return next((at for at in range(behind, asked.amount.first) if scene.tokens.lowers[at] == ":"), 0)


def _accounts(scene: Scene, amount: Amount) -> bool:
    """Whether the amount is the part that goods make of a trade ("Coffee accounted for $9 million of its sales")."""
    before = scene.tokens.lowers[max(scene.first, amount.qualifier_first - 2) : amount.qualifier_first]
    if any(trigger.kind == "noun" and trigger.last <= amount.first for trigger in scene.triggers):
        return False
    return before[:1] != [] and before[0] in SHARE_VERBS and before[-1] in ("for", "up")


def _of_its_flow(scene: Scene, asked: Asked, story: Story) -> Goods | None:
    """The goods of the word of flow, else those told of before where the figure points to them."""
    amount, trigger = asked.amount, asked.trigger
    if trigger is not None and of_all_goods(scene, trigger):
        return None
    if asked.continued:
        held = asked.before is None and _is_physical(scene, amount) and amount.kind != "count"
        return told_before(scene, amount, trigger, asked.frame.flow, story) if held else None
    beside = _named_with(scene, asked)
    if beside is None and asked.measured.measure == "share" and scene.has(scene.first, amount.first, _INDUSTRY):
        return last_told(story)
    if beside is None and asked.before is not None and trigger is not None and adds_its_worth(scene, trigger):
        return asked.before
    apposed = asked.measured.measure == "share" or (trigger is not None and trigger.flow == "contract")
    if beside is not None:
        return beside
    weak = trigger is not None and trigger.kind == "noun" and not trigger.strong
    made = asked.frame.flow == "production" and trigger is not None and trigger.kind == "noun"
    if made and trigger is not None and scene.tokens.lower(trigger.first - 1) in AT_HOME:
        return asked.before or told_before(scene, amount, None, asked.frame.flow, story)
    if trigger is not None and _is_of_all(scene, asked, trigger):
        return None
    if len(asked.frame.pair) > 1 or made or ((apposed or weak) and asked.before is not None):
        return None if asked.other_way else asked.before
    if trigger is None and amount.kind == "currency" and asked.frame.flow == "aid":
        return None
    return _pointed_to(scene, asked, story)


def _is_of_all(scene: Scene, asked: Asked, trigger: Trigger) -> bool:
    """Whether money or a percentage is one of a whole trade, or of all goods of a list before it."""
    if _is_physical(scene, asked.amount) or asked.measured.measure == "share":
        return False
    if trigger.strong:
        return len(asked.frame.pair) > 1 or _is_total(scene, trigger)
    listed = [a for a in scene.amounts if a.last <= asked.amount.first and a.kind in _PHYSICAL]
    return trigger.flow in _MOVED and trigger.kind == "noun" and len(listed) > 1 and trigger.last <= listed[0].first


def _pointed_to(scene: Scene, asked: Asked, story: Story) -> Goods | None:
    """The goods told of before, where the amount or its word of flow points to them."""
    amount, trigger = asked.amount, asked.trigger
    if asked.frame.flow in _MOVED and amount.kind not in _PHYSICAL:
        if is_of_whole(scene, amount):
            return asked.before or story.latest
        if is_for_them(scene, amount):
            return asked.before or last_told(story)
    if trigger is not None and asked.before is None and _goes_on_bare(scene, trigger, asked.frame, story):
        return last_told(story) or story.goods.get("")
    moved = trigger is not None and trigger.kind == "noun" and asked.measured.measure != "level"
    if trigger is not None and moved and not story.of_all and scene.tokens.lower(trigger.first - 1) in _ITS:
        return last_told(story)  # "It cut its imports by 9 percent" where all that is told is of arms
    worth = scene.tokens.lower(amount.last) == "worth" and scene.tokens.lower(amount.last + 1) != "of"
    physical = worth or _is_physical(scene, amount) or trigger is None
    if physical or (trigger is not None and _means_goods_told(scene, trigger, asked.measured)):
        return asked.before or told_before(scene, amount, trigger, asked.frame.flow, story)
    return None


def _is_told_with_part(scene: Scene, asked: Asked) -> bool:
    """Whether an amount is the whole of the part before it ("exports, of which tyres made up 38 percent, reached")."""
    if not asked.continued or asked.trigger is None:
        return False
    begins, _ = scene.clause(asked.amount.first)
    lowers = scene.tokens.lowers[asked.trigger.last : begins]
    parted = any(lowers[at] == "of" and lowers[at + 1] == "which" for at in range(len(lowers) - 1))
    return parted and lowers[-1] == "," and scene.tokens.lowers[begins] in finite_words()


def _named_with(scene: Scene, asked: Asked) -> Goods | None:
    """The goods that stand with the word of flow, or by whose way its parties were told."""
    amount, trigger = asked.amount, asked.trigger
    beside = _beside(scene, amount, trigger, asked.since) if trigger is not None else None
    if beside is None and asked.frame.flow == "cap":
        beside = object_behind(scene, amount, end_of_limited(scene, amount))
    if beside is None and _is_physical(scene, amount) and trigger is not None and trigger.kind != "noun":
        beside = last_goods(scene, scene.first, amount.first)
        beside = None if beside is not None and brings(beside) else beside
    moved = asked.frame.goods
    if beside is None and moved is not None and not (is_electric(moved) and amount.kind in ("mass", "volume")):
        return moved
    return beside


def _is_physical(scene: Scene, amount: Amount) -> bool:
    """Whether what is measured has a weight or is counted without being named ("3,300 head", "48,000 of them")."""
    if amount.kind != "count":
        return amount.kind in _PHYSICAL
    return amount.noun is None or is_unnamed(scene.tokens, amount.noun)


def of_all_goods(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun of flow is of whatever a country sends or takes ("total shipments abroad")."""
    if trigger.kind != "noun" or scene.tokens.lower(trigger.last) not in ("abroad", "overseas", "worldwide"):
        return False
    return _is_total(scene, trigger)


def _is_total(scene: Scene, trigger: Trigger) -> bool:
    return trigger.kind == "noun" and scene.tokens.lower(trigger.first - 1) in _ALL


def _means_goods_told(scene: Scene, trigger: Trigger, measured: Measured) -> bool:
    """Whether a word of flow points to goods told of before ("the exports", "deliveries", a share of purchases)."""
    if trigger.kind == "noun" and scene.tokens.lower(trigger.first - 1) in ("the", "these", "those", "such"):
        return True
    if turned_round(scene, trigger):
        return False
    if trigger.kind == "verb" and kind_before(scene, scene.clause(trigger.first)[0], trigger.first):
        return True
    if scene.tokens.lower(trigger.last) == "of" and scene.tokens.lower(trigger.last + 1) in THEM:
        return True
    if trigger.kind == "noun" and scene.tokens.lower(trigger.last) == "there":
        return True
    if scene.tokens.lowers[trigger.first] in EARNED and scene.tokens.lower(trigger.first - 1) in _THEY:
        return True
    if scene.tokens.lowers[trigger.first] in _DELIVERIES or trigger.flow == "consumption":
        return True
    changed = trigger.kind == "noun" and scene.tokens.lowers[trigger.first] in _PURCHASES
    return (trigger.kind == "verb" or changed) and not trigger.strong and measured.measure != "level"


def _goes_on_bare(scene: Scene, trigger: Trigger, frame: Frame, story: Story) -> bool:
    """Whether a flow that opens its sentence without an owner is of the only goods told of ("Exports to Peru fell")."""
    opens = trigger.first == scene.first or (
        trigger.first == scene.first + 1 and scene.tokens.lowers[scene.first] in _TELLING_WHEN
    )
    if not opens or trigger.kind != "noun" or trigger.flow not in _MOVED or story.of_all:
        return False
    if scene.tokens.lower(trigger.last) == "of":
        return False  # "Exports of products from the food industry" are of their own
    recent = story.recent(scene.paragraph.position)
    same = recent is None or (recent.exporter, recent.importer) == (frame.exporter, frame.importer)
    return same or (recent is not None and recent.flow == frame.flow)


def _beside(scene: Scene, amount: Amount, trigger: Trigger, since: int) -> Goods | None:
    """The goods that stand beside the word of flow or, for a verb, as its subject or object."""
    beside = of_trigger(scene, trigger) or within(scene, trigger)
    if beside is None and trigger.flow == "contract":
        beside = goods_of_deal(scene, trigger)
    first, end = scene.clause(amount.first)
    if beside is None and trigger.flow == "cap":
        return last_goods(scene, max(first, since), trigger.first)
    beside = beside or goods_bought(scene, amount, trigger)
    if beside is None and trigger.kind == "noun" and scene.tokens.lower(trigger.first - 1) == "with":
        beside = None if trigger.strong else last_goods(scene, max(first, since), trigger.first)
    if beside is not None or trigger.kind == "noun":
        return (
            beside
            or before_colon(scene, trigger)
            or whose_value(scene, trigger, first)
            or (of_makers(scene, first, trigger.first) if trigger.flow == "production" else None)
            or goods_foremost(scene, amount, trigger)
        )
    if trigger.kind == "verb" and trigger.subject != "goods":
        acting = first_goods(scene, first, trigger.first) if _goods_act(scene, trigger, first) else None
        if acting is not None:
            return acting
        found = first_goods(scene, trigger.last, amount.first) or object_behind(scene, amount, end)
        if found is None and trigger.subject == "exporter":
            found = of_makers(scene, first, trigger.first)
        relative = scene.tokens.lower(first) in RELATIVE or scene.has(first, trigger.first, RELATIVE)
        return found or (last_goods(scene, scene.first, trigger.first) if relative else None)
    start = since if trigger.first < first else max(first, since)
    return last_goods(scene, start, amount.first) or object_behind(scene, amount, end)


def _goods_act(scene: Scene, trigger: Trigger, first: int) -> bool:
    """Whether no country but goods are the subject ("Blueberries earned $490 million")."""
    if scene.tokens.lowers[trigger.first] not in EARNED:
        return False
    return not any(first <= s.first < trigger.first and s.preposition is None and not s.possessive for s in scene.sides)


def _of_respective(scene: Scene, amount: Amount) -> Goods | None:
    """The goods that "respectively" gives an amount: its own of as many, or those that the last amount names."""
    place = respective_place(scene, amount)
    if place is None:
        return None
    at, like = place
    own = of_amount(scene, amount) if amount is not like[-1] else None
    if own is not None:
        return own
    listed = all_goods(scene, scene.first, like[0].first)
    if len(listed) >= len(like):
        return listed[len(listed) - len(like) + at]
    last = [a for a in scene.amounts if a.unit.unit == amount.unit.unit and not a.converts][-1]
    return of_amount(scene, last)
