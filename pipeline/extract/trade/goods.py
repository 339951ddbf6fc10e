"""Which goods a figure is about: its own words, its list's, its word of flow's, or those told of before."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.beside import goods_before, of_trigger, within
from pipeline.extract.trade.commodity import (
    MOSTLY,
    Goods,
    all_goods,
    first_goods,
    is_unnamed,
    last_goods,
    of_amount,
    of_makers,
    of_these,
    phrase,
)
from pipeline.extract.trade.going_on import turned_round
from pipeline.extract.trade.labour import work_of
from pipeline.extract.trade.lists import respective_place
from pipeline.extract.trade.measure import Measured
from pipeline.extract.trade.pairs import AT_HOME, by_item
from pipeline.extract.trade.remembered import is_electric, told_before
from pipeline.extract.trade.scene import Scene, Trigger, behind
from pipeline.extract.trade.story import Frame, Story
from pipeline.extract.trade.ways import is_kind, kind_before, last_told
from pipeline.values import value

_PHYSICAL = frozenset({"mass", "volume", "energy", "power"})
_NO_GOODS = frozenset({"debt", "investment", "balance"})
_SHARE_VERBS = word_set(
    "accounted account accounts accounting made make makes making comprised comprise comprises constituted "
    "represented represent represents consisted supplied took"
)
_DELIVERIES = word_set("deliveries delivery shipments shipment supplies supply arrivals flows")
_ALL = word_set("total overall all aggregate combined")
_PURCHASES = word_set("purchases purchase offtake")
"""What rises or falls under these are the goods told of before."""
_RELATIVE = frozenset({"that", "which"})
_THEM = word_set("it them these those this")
_THEY = frozenset({"they", "it", "which", "that", "and"})
_COLON_REACH = 3
"""So many tokens behind a colon the word of flow stands whose goods were told before it."""
_THE = frozenset({"the", "this", "that", "these", "those"})
_PARTLY = MOSTLY | {"most", "half", "nearly", "almost", "part"}
"""Behind an amount these begin what only a part of it is."""
_FOREMOST = (["above", "all"], ["in", "particular"], ["among", "others"])
_EARNED = word_set("earned earns earn brought fetched fetches brings")
_AFTER_WORTH = word_set(". , ; and in last from to")
"""Behind "$5 million worth" these leave its goods to what was told before."""
_LISTED = frozenset({"currency", "mass", "volume"})
_TO = ([",", "to"], ["to"])
_OR = ([",", "or"], ["or"])
_FIRST = word_set(
    "largest biggest top topped main leading led headed greatest chief foremost number second third most bulk list "
    "lion's principal key"
)
_LEADING = word_set("topped led headed dominated")
_RANKING = _LEADING | word_set(
    "was were is are remained remain remains became ranked accounted made formed constituted"
)
"""Verbs between goods and the place that they take in a flow."""
_BACKED = word_set("backed secured guaranteed")
"""Behind goods these make them the pledge of a loan ("a bauxite-backed facility")."""
_PLEDGE_REACH = 5
_SUBJECT_REACH = 8
_UNBOUGHT = frozenset({"currency", "percent", "point", "time"})
_AID = word_set("aid assistance support relief funds funding help credits loans")
_KINDS_OF_AID = word_set(
    "military security humanitarian financial economic technical development emergency rescue bilateral budget "
    "budgetary defence defense earmarked and new"
)
"""Before "aid" these say what it is for."""
_INDUSTRY = frozenset({"industry", "sector"})
"""What these make up of a trade is what was told of before ("The industry generates 80 percent of exports")."""
_WHOLE_REACH = 4
"""So many tokens behind a share its whole is named ("65 percent of its oil")."""


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
    """The goods of an amount, as the text's words and chapter."""
    amount, frame = asked.amount, asked.frame
    if frame.flow == "labour":
        return work_of(scene, amount, asked.trigger, (asked.before, asked.since), story)
    own = _of_respective(scene, amount) or _in_bracket(scene, amount) or of_amount(scene, amount)
    if own is not None and _is_described(scene, own):
        own = last_told(story) or own
    if own is None and of_these(scene, amount):
        own = asked.before or last_told(story)
    if own is not None and own[1] is None and frame.flow == "aid" and amount.kind == "currency" and _is_only_aid(own):
        return None
    pledged = frame.flow in _NO_GOODS and scene.has(amount.last, amount.last + _PLEDGE_REACH, _BACKED)
    if own is not None and not pledged and (frame.flow not in _NO_GOODS or own[1]):
        return own
    if frame.flow in _NO_GOODS:
        return None
    if asked.before is not None and scene.tokens.lower(amount.qualifier_first - 1) in ("worth", "valued"):
        return last_goods(scene, asked.since, amount.first) or asked.before
    told = _of_its_list(scene, asked) or _of_its_flow(scene, asked, story) or _of_next(scene, asked, story)
    if told is None and amount.kind == "count" and amount.noun is not None:
        packed = is_unnamed(scene.tokens, amount.noun) and amount.noun[1] - amount.noun[0] == 1
        return phrase(scene, *amount.noun) if packed else None
    return told


def _is_only_aid(goods: Goods) -> bool:
    """Whether money of aid is only called so ("of earmarked rescue aid", "worth of military aid") and buys no goods."""
    words = goods[0].lower().split()
    return not _AID.isdisjoint(words) or all(word in _KINDS_OF_AID for word in words)


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
    if between not in _OR or following.kind != "percent" or scene.tokens.lower(following.last) != "of":
        return None
    whole = next((t for t in scene.triggers if following.last < t.first <= following.last + _WHOLE_REACH), None)
    return of_trigger(scene, whole) if whole is not None and whole.kind == "noun" else None


def _in_bracket(scene: Scene, amount: Amount) -> Goods | None:
    """The goods right before a bracket that holds their amount ("steel rods (19 million dollars), apples")."""
    opening = amount.qualifier_first - 1
    if scene.tokens.lower(opening) != "(" or amount.kind not in _LISTED:
        return None
    return goods_before(scene, opening)


def _is_described(scene: Scene, goods: Goods) -> bool:
    """Whether goods are only called by their kind ("of the fruit", "the mild stimulant"), having been named before."""
    words = goods[0].lower().split()
    if not is_kind(words[-1]):
        return False
    lowers = scene.tokens.lowers
    places = (at for at in range(scene.first + 1, scene.last) if lowers[at : at + len(words)] == words)
    return any(lowers[at - 1] in _THE for at in places)


def _of_its_list(scene: Scene, asked: Asked) -> Goods | None:
    """The goods that stand before the amount in a list, or whose share it is."""
    if asked.measured.measure == "share" or _accounts(scene, asked.amount):
        shared = _shared(scene, asked.amount, asked.since)
        if shared is not None:
            return shared
    colon = _colon_behind(scene, asked)
    if not (asked.continued or asked.trigger is None or colon or by_item(scene)):
        return None
    if asked.frame.flow == "aid" and asked.amount.kind == "currency":
        return None
    partly = scene.has(asked.since, asked.amount.first, _PARTLY)
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
    return before[:1] != [] and before[0] in _SHARE_VERBS and before[-1] in ("for", "up")


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
    apposed = asked.measured.measure == "share" or (trigger is not None and trigger.flow == "contract")
    if beside is not None:
        return beside
    weak = trigger is not None and trigger.kind == "noun" and not trigger.strong
    made = asked.frame.flow == "production" and trigger is not None and trigger.kind == "noun"
    if made and trigger is not None and scene.tokens.lower(trigger.first - 1) in AT_HOME:
        return asked.before or told_before(scene, amount, None, asked.frame.flow, story)
    if len(asked.frame.pair) > 1 or made or ((apposed or weak) and asked.before is not None):
        return None if asked.other_way else asked.before
    if trigger is None and amount.kind == "currency" and asked.frame.flow == "aid":
        return None
    if scene.tokens.lower(amount.last) == "worth" and scene.tokens.lower(amount.last + 1) in _AFTER_WORTH:
        return asked.before or told_before(scene, amount, trigger, asked.frame.flow, story)
    if _is_physical(scene, amount) or trigger is None or _means_goods_told(scene, trigger, asked.measured):
        return asked.before or told_before(scene, amount, trigger, asked.frame.flow, story)
    return None


def _named_with(scene: Scene, asked: Asked) -> Goods | None:
    """The goods that stand with the word of flow, or by whose way its parties were told."""
    amount, trigger = asked.amount, asked.trigger
    beside = _beside(scene, amount, trigger, asked.since) if trigger is not None else None
    if beside is None and asked.frame.flow == "cap":
        beside = _object_behind(scene, amount, scene.clause(amount.first)[1])
    if beside is None and _is_physical(scene, amount) and trigger is not None and trigger.kind != "noun":
        beside = last_goods(scene, scene.first, amount.first)
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
    return scene.tokens.lower(trigger.first - 1) in _ALL


def _means_goods_told(scene: Scene, trigger: Trigger, measured: Measured) -> bool:
    """Whether a word of flow points to goods told of before ("the exports", "deliveries", a share of purchases)."""
    if trigger.kind == "noun" and scene.tokens.lower(trigger.first - 1) in ("the", "these", "those", "such"):
        return True
    if turned_round(scene, trigger):
        return False
    if trigger.kind == "verb" and kind_before(scene, scene.clause(trigger.first)[0], trigger.first):
        return True
    if scene.tokens.lower(trigger.last) == "of" and scene.tokens.lower(trigger.last + 1) in _THEM:
        return True
    if trigger.kind == "noun" and scene.tokens.lower(trigger.last) == "there":
        return True
    if scene.tokens.lowers[trigger.first] in _EARNED and scene.tokens.lower(trigger.first - 1) in _THEY:
        return True
    if scene.tokens.lowers[trigger.first] in _DELIVERIES or trigger.flow == "consumption":
        return True
    changed = trigger.kind == "noun" and scene.tokens.lowers[trigger.first] in _PURCHASES
    return (trigger.kind == "verb" or changed) and not trigger.strong and measured.measure != "level"


def _beside(scene: Scene, amount: Amount, trigger: Trigger, since: int) -> Goods | None:
    """The goods that stand beside the word of flow or, for a verb, as its subject or object."""
    beside = of_trigger(scene, trigger) or within(scene, trigger)
    first, end = scene.clause(amount.first)
    if beside is None and trigger.flow == "cap":
        return last_goods(scene, max(first, since), trigger.first)
    beside = beside or _of_deal(scene, amount, trigger)
    if beside is not None or trigger.kind == "noun":
        return beside or _before_colon(scene, trigger) or _foremost(scene, trigger)
    if trigger.kind == "verb" and trigger.subject != "goods":
        acting = first_goods(scene, first, trigger.first) if _goods_act(scene, trigger, first) else None
        if acting is not None:
            return acting
        found = first_goods(scene, trigger.last, amount.first) or _object_behind(scene, amount, end)
        if found is None and trigger.subject == "exporter":
            found = of_makers(scene, first, trigger.first)
        relative = scene.tokens.lower(first) in _RELATIVE or scene.has(first, trigger.first, _RELATIVE)
        return found or (last_goods(scene, scene.first, trigger.first) if relative else None)
    start = since if trigger.first < first else max(first, since)
    return last_goods(scene, start, amount.first) or _object_behind(scene, amount, end)


def _of_deal(scene: Scene, amount: Amount, trigger: Trigger) -> Goods | None:
    """The goods that a sum buys whose deal is told behind it with their number ("a contract worth 31 million dollars to
    import 60,000 tonnes of manganese")."""
    if amount.kind != "currency" or (trigger.first < amount.last and trigger.flow != "contract"):
        return None
    bought = next((a for a in scene.amounts if a.first > amount.last and a.kind not in _UNBOUGHT), None)
    if bought is None or bought.first >= scene.clause(trigger.first)[1]:
        return None
    at = bought.qualifier_first - (scene.tokens.lower(bought.qualifier_first - 1) == "of")
    told = any(flow.last == at and flow.first >= amount.last for flow in scene.triggers)
    return of_amount(scene, bought) if told else None


def _foremost(scene: Scene, trigger: Trigger) -> Goods | None:
    """The goods told to lead a flow ("Tea was Kenya's largest export", "Cars topped the list of imports")."""
    first, _ = scene.clause(trigger.first)
    if not scene.has(first, trigger.first, _FIRST):
        return None
    lowers = scene.tokens.lowers
    verb = next((at for at in range(first, trigger.first) if lowers[at] in _RANKING), None)
    if verb is None or not (lowers[verb] in _LEADING or scene.has(verb, trigger.first, _FIRST)):
        return None
    return first_goods(scene, first, verb)


def _before_colon(scene: Scene, trigger: Trigger) -> Goods | None:
    """The goods that a sentence tells of before it gives their figures ("Rice went the other way: exports fell")."""
    near = range(trigger.first - 1, max(scene.first, trigger.first - _COLON_REACH) - 1, -1)
    colon = next((at for at in near if scene.tokens.lowers[at] == ":"), None)
    return last_goods(scene, scene.first, colon) if colon is not None else None


def _goods_act(scene: Scene, trigger: Trigger, first: int) -> bool:
    """Whether no country but goods are the subject ("Blueberries earned $490 million")."""
    if scene.tokens.lowers[trigger.first] not in _EARNED:
        return False
    return not any(first <= s.first < trigger.first and s.preposition is None and not s.possessive for s in scene.sides)


def _object_behind(scene: Scene, amount: Amount, end: int) -> Goods | None:
    following = next((a.first for a in scene.amounts if a.first > amount.last and not a.converts), end)
    stop = min(end, following)
    lowers = scene.tokens.lowers
    parted = next((at for at in range(amount.last, stop - 1) if lowers[at] == "," and lowers[at + 1] in _PARTLY), stop)
    return first_goods(scene, amount.last, _without_foremost(lowers, amount.last, parted))


def _without_foremost(lowers: list[str], first: int, stop: int) -> int:
    """Where what is behind a comma and only the greatest part begins (", cement and teff above all"), else `stop`."""
    foremost = next((at for at in range(first, stop) if lowers[at : at + 2] in _FOREMOST), None)
    if foremost is None:
        return stop
    return next((at for at in range(foremost, first - 1, -1) if lowers[at] == ","), stop)


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


def _shared(scene: Scene, amount: Amount, since: int) -> Goods | None:
    """The part of a share ("Petroleum products accounted for 28 per cent", "46 percent consisted of textiles")."""
    first, end = scene.clause(amount.first)
    start = max(since, first)
    if scene.tokens.lower(amount.last) == "of" and scene.tokens.lower(amount.last + 1) not in _THEM:
        whole = first_goods(scene, amount.last, min(amount.last + _WHOLE_REACH, end))
        if whole is not None:
            return whole
    found = last_goods(scene, start, amount.first)
    if found is not None:
        return found
    if scene.tokens.lower(first) in _RELATIVE:
        return last_goods(scene, min(since, first), first)
    verb = next((at for at in range(start, amount.first) if scene.tokens.lowers[at] in _SHARE_VERBS), None)
    named = [side for side in scene.sides if start <= side.first < amount.first]
    if "," in scene.tokens.lowers[start : verb or start]:
        return _object_behind(scene, amount, end)
    capitals = verb is not None and any(word[0].isupper() for word in scene.tokens.words[start + 1 : verb])
    if verb is not None and 0 < verb - start <= _SUBJECT_REACH and not (named or capitals) and since == scene.first:
        return phrase(scene, start, verb)
    return _object_behind(scene, amount, end)
