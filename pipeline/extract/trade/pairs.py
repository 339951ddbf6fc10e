"""The two countries of two-way trade and of a balance."""

from itertools import pairwise

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.abroad import PARTS
from pipeline.extract.trade.balances import favoured
from pipeline.extract.trade.regions import beside_a_region, of_members
from pipeline.extract.trade.roles import named, owner_of, subject_of
from pipeline.extract.trade.scene import PAIR, Scene, Side, Trigger
from pipeline.extract.trade.story import Frame, Parties, Story

_WITH = frozenset({"with"})
_WAYS = frozenset({"with", "to", "from"})
"""Before the partner of what ends in one of these ("imports from and exports to")."""
_POINTERS = frozenset({"that", "this", "which"})
"""What begins with these goes on with the trade told before ("That left Pretoria with a surplus")."""
_TRADES = frozenset({"export", "import", "consumption"})
_PHRASE_REACH = 4
_PHRASE_ENDS = frozenset({",", ";", ":", "(", ")"})
_WORLDS = frozenset({"world", "global", "worldwide"})
_WORLD_REACH = 3
_OWN = frozenset({"own"})
_OWN_REACH = 3
_JOINT = frozenset({"bilateral", "mutual", "two"})
_BORDERS = frozenset({"border", "cross-border", "crossborder", "frontier", "whose"})
"""Before trade these tell of one with a neighbour, or of somebody told of before."""
_BOTH_WAYS = word_set("exports imports exported imported sales purchases sold bought sells buys")
_BOTH_WAYS_REACH = 3
_PARTNER = frozenset({"partner"})
_BEING = word_set("is was are were remains remained became becomes become been")
_OF_PARTNER_REACH = 6
_ACCOUNTING = frozenset({"accounted", "accounting", "accounts"})
_TURNING = frozenset({"from", "to", "into", "against"})
_INCLUDING = frozenset({"including", "included"})
_ITEMS = word_set("item items product products category commodity sector goods")
_WORLDWIDE = word_set(
    "net total overall global worldwide world's all foreign aggregate nationwide combined overseas external whole "
    "non-oil account"
)
"""Of "current account" the second word: what a state has with all others."""
_AS_A_WHOLE = ["as", "a", "whole"]
_FOREMOST = word_set("largest biggest main top leading chief greatest principal number")
_FOREMOST_REACH = 4
_ONE_FLOW = frozenset({"export", "import"})
_EARNED = word_set(
    "base basket earnings income industry mix performance portfolio proceeds receipts revenue revenues sector"
)
"""Behind "export", or as its last word, these are of what a state sells to all others."""


def worldwide(scene: Scene, trigger: Trigger) -> bool:
    """Whether the flow is told as that with the whole world ("total exports", "foreign trade", "by item")."""
    if trigger.flow not in ("export", "import", "trade", "balance"):
        return False
    if trigger.flow == "export" and scene.has(trigger.last - 1, trigger.last + 1, _EARNED):
        return True
    own = trigger.strong and trigger.kind == "noun" and scene.has(trigger.first - _OWN_REACH, trigger.first, _OWN)
    own = own and scene.tokens.lower(trigger.last) != "there"
    return own or is_total(scene, trigger) or by_item(scene) or _is_its_greatest(scene, trigger)


def _is_its_greatest(scene: Scene, trigger: Trigger) -> bool:
    """Whether the goods are told as a state's greatest export or import ("Wool was its main export, with shipments
    of"), which is what it sells to all others."""
    if trigger.kind != "noun":
        return False
    lowers = scene.tokens.lowers
    one = (at for at in range(scene.first + 1, trigger.first) if lowers[at] in _ONE_FLOW)
    return any(not _FOREMOST.isdisjoint(lowers[max(scene.first, at - _FOREMOST_REACH) : at]) for at in one)


def is_total(scene: Scene, trigger: Trigger) -> bool:
    """Whether the word of flow's own phrase makes it that with the whole world ("total meat shipments")."""
    behind = scene.tokens.lowers[trigger.last : trigger.last + len(_AS_A_WHOLE)]
    return behind == _AS_A_WHOLE or scene.has(_phrase_start(scene, trigger), trigger.last, _WORLDWIDE)


def _phrase_start(scene: Scene, trigger: Trigger) -> int:
    """The token with which the phrase of a word of flow can begin ("Of the whole trade, imports" at "imports")."""
    at = trigger.first
    while at > trigger.first - _PHRASE_REACH and scene.tokens.lower(at - 1) not in _PHRASE_ENDS:
        at -= 1
    return at


def by_item(scene: Scene) -> bool:
    """Whether a sentence goes through all goods ("By item, ...", "Among imports, ...")."""
    lowers = scene.tokens.lowers[scene.first : scene.first + 6]
    itemised = "by" in lowers and any(one == "by" and two in _ITEMS for one, two in pairwise(lowers))
    return itemised or "among" in lowers[:3]


def find_pair(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> None:
    """Fill the pair of "trade between A and B", "A's trade with B", "A-B trade", "bilateral trade"."""
    recent = story.recent(scene.paragraph.position)
    if recent is not None and recent.flow == "balance" and _turns(scene, trigger):
        parties.pair, parties.view = recent.pair, recent.view
        return
    alone_there = beside_a_region(scene, trigger)
    if alone_there is not None:
        parties.pair, parties.view = (alone_there.code,), alone_there.code
        return
    codes = _told_pair(scene, trigger, story, parties)
    winner = favoured(scene, trigger)
    if winner is not None and winner not in codes:
        codes = [*(codes[:1] or [_viewer(story, winner) or ""]), winner]
    if is_of_the_world(scene, trigger):
        parties.pair, parties.view = tuple(codes[:1]), codes[0] if codes else None
        return
    with_all = worldwide(scene, trigger) or _with_others(scene, trigger)
    with_all = with_all or _part_of(scene, trigger) is not None or _is_shared_out(scene, trigger)
    alone = with_all or _is_own_balance(scene, trigger, codes, story) or _is_total_of(scene, trigger, codes, story)
    if not codes:
        codes = _pair_before(scene, trigger, story, parties)
        codes = [parties.view or codes[0]] if with_all and len(codes) == 2 else codes
    alone = alone or _is_left_of_all(scene, trigger, codes, recent)
    goes_on = recent is not None and recent.bilateral and recent.flow != "production" and trigger.strong and not alone
    if len(codes) == 1 and goes_on and recent is not None and codes[0] in recent.countries:
        codes = [codes[0], *(code for code in recent.countries if code != codes[0])]
    both = story.bilateral and story.both_named < scene.sentence.char_end
    if len(codes) < 2 and trigger.strong and not alone and both:
        codes = codes if codes and codes[0] not in story.dominant[:2] else list(story.dominant[:2])
    parties.pair = tuple(codes[:2])
    parties.view = parties.view or (codes[0] if codes else None)


def _with_others(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trade is one with a part of the world ("a surplus with Asia", "trade with the neighbouring states")."""
    at = trigger.last
    if scene.tokens.lower(at) != "with":
        return False
    near = scene.tokens.lowers[at + 1 : min(at + 1 + _PHRASE_REACH, scene.last)]
    end = next((step for step, word in enumerate(near) if word in PARTS), None)
    return end is not None and not any(at < side.first <= at + 1 + end and side.code for side in scene.sides)


def is_of_the_world(scene: Scene, trigger: Trigger) -> bool:
    """Whether the trade is that of all the world with itself ("World trade grew", "global trade in goods")."""
    near = scene.tokens.lowers[max(scene.first, trigger.first - _WORLD_REACH) : trigger.first]
    return trigger.kind == "noun" and not _WORLDS.isdisjoint(near)


def is_part_of_world(scene: Scene, trigger: Trigger) -> bool:
    """Whether a part of what all the world makes or uses is told of ("80 percent of global production")."""
    shares = (a for a in scene.amounts if a.kind == "percent" and a.last <= trigger.first)
    return any(trigger.first - a.last <= _WORLD_REACH + 2 and scene.tokens.lower(a.last) == "of" for a in shares)


def _is_total_of(scene: Scene, trigger: Trigger, codes: list[str], story: Story) -> bool:
    """Whether the trade of a state that is named is all of it: the article is of that state and not of two,
    and no trade of two was told before."""
    if len(codes) != 1 or not trigger.strong or (story.bilateral and story.told_of != codes[0]):
        return False
    owner = owner_of(scene, trigger)
    recent = story.recent(scene.paragraph.position)
    if scene.has(trigger.first - _PHRASE_REACH, trigger.first, _BORDERS):
        return False
    return owner is not None and owner.kind != "pronoun" and (recent is None or recent.flow != "trade")


def _is_own_balance(scene: Scene, trigger: Trigger, codes: list[str], story: Story) -> bool:
    """Whether a deficit or a surplus of one state is that with all others: no trade of two is told of before, or the
    sentence tells first of the one with a partner ("its deficit with Fiji was part of its $25 billion deficit")."""
    if trigger.flow != "balance" or len(codes) != 1:
        return False
    here, recent = scene.paragraph.position, story.recent(scene.paragraph.position)
    if recent is not None and recent.paragraph != here and _is_adjectives(scene, trigger, codes[0]):
        return True  # "the record Peruvian trade deficit", in a paragraph of its own
    two_way = recent is not None and (len(recent.pair) == 2 or recent.paragraph == here)
    two_way = two_way or (story.whole is not None and recent is not None and recent.countries == story.whole.pair)
    points_back = scene.tokens.lowers[scene.clause(trigger.first)[0]] in _POINTERS
    if not two_way and not points_back:
        return True
    before = next((t for t in scene.triggers if t.flow == "balance" and t.last <= trigger.first), None)
    if before is None or owner_of(scene, trigger) is None:
        return False
    return any(s.preposition == "with" and named(s) and before.last <= s.first < trigger.first for s in scene.sides)


def _is_adjectives(scene: Scene, trigger: Trigger, code: str) -> bool:
    """Whether a state's adjective stands right before what is called its trade deficit or surplus."""
    if scene.tokens.lower(trigger.first) != "trade":
        return False
    return any(side.last == trigger.first and side.code == code and side.kind != "pronoun" for side in scene.sides)


def _is_left_of_all(scene: Scene, trigger: Trigger, codes: list[str], recent: Frame | None) -> bool:
    """Whether a balance goes on with what one state sold to or bought from all others."""
    told = recent is not None and recent.flow in _TRADES and len(recent.countries) == 1
    told = told and recent is not None and (recent.told or recent.paragraph == scene.paragraph.position)
    return trigger.flow == "balance" and told and recent is not None and codes == list(recent.countries)


def _told_pair(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> list[str]:
    """The pair that the sentence itself gives."""
    first, end = scene.clause(trigger.first)
    stop = next((a.first for a in scene.amounts if a.first >= trigger.last and a.kind not in ("count", "time")), end)
    near = [
        s
        for s in scene.sides
        if not s.attribution and s.code and s.kind != "person" and first <= s.first < min(end, max(stop, first))
    ]
    if trigger.kind == "verb" and trigger.flow == "other":
        return _payer_and_paid(scene, trigger)
    owner = owner_of(scene, trigger)
    signed = [t.last for t in scene.triggers if t.flow == "contract" and t.last <= trigger.first]
    since = trigger.last if signed and any(s.first >= signed[-1] for s in near if s.last <= trigger.first) else first
    within = [s for s in near if s.preposition == "between" and named(s) and s.first >= since]
    within = of_members(within, near)
    names = [s.code for s in within if s.kind != "pronoun"]  # not "its" of "between Serbia and its ally Russia"
    between = names if len(set(names)) >= 2 else [s.code for s in within]
    ways = _WAYS if scene.tokens.lower(trigger.last - 1) in _WAYS else _WITH
    partners = [s for s in scene.sides if s.preposition in ways and named(s) and first <= s.first < end]
    partners = [s for s in partners if not s.attribution and s.kind != "person"]
    part = _part_of(scene, trigger)
    partners = [s for s in partners if part is None or s.first < part.first]
    partners = [s for s in partners if s.first >= trigger.first - 1 or _opens_with(scene, trigger, s, first)]
    if len(set(between)) >= 2:
        return _distinct(between)
    if len(set(between)) == 1 and (not partners or _is_both_ways_of(scene, within[0])):
        own = None if _is_both_ways_of(scene, within[0]) else _viewer(story, between[0])
        return _distinct([own or "", between[0]])
    if partners:
        subject = owner or subject_of(scene, trigger.first)
        view = subject.code if subject and subject.code != partners[0].code else _viewer(story, partners[0].code)
        parties.varies = "partner"
        return _distinct([view or "", partners[0].code])
    two = _of_main_partner(scene, trigger) or _hyphenated(scene, trigger)
    if two:
        return two
    joint = [s for s in near if s.code == PAIR]
    if joint:
        inside = _distinct([s.code for s in near if named(s) and s.preposition in (None, "between", "with")])
        if len(inside) == 2:
            return inside
        adjective = scene.tokens.lowers[joint[0].first] in _JOINT
        told = _just_told(scene, story) if adjective else ()
        return list(told or (story.main_two() if adjective else story.two()))
    acting = [s for s in near if s.last <= trigger.first and s.preposition is None and named(s) and not s.possessive]
    theirs = owner is None or scene.tokens.lowers[owner.first] == "their"
    if theirs and len(acting) == 2 and acting[1].listed:
        return _distinct([s.code for s in acting])
    if owner is None and trigger.flow == "balance":
        owner = subject_of(scene, trigger.first)
    return [owner.code] if owner else []


def _just_told(scene: Scene, story: Story) -> tuple[str, ...]:
    """The two whose "bilateral" trade is meant in the paragraph that has just told what goes from one to the other."""
    frame = story.frame
    here = frame is not None and frame.paragraph == scene.paragraph.position and frame.bilateral and frame.told
    return frame.countries if here and frame is not None and frame.flow in _TRADES else ()


def _is_both_ways_of(scene: Scene, side: Side) -> bool:
    """Whether what stands behind "between" is what one state buys and sells ("the gap between Kenyan exports and
    imports", "the difference between what Oman sold and bought")."""
    return scene.has(side.last, min(side.last + _BOTH_WAYS_REACH, scene.last), _BOTH_WAYS)


def _turns(scene: Scene, trigger: Trigger) -> bool:
    """Whether a balance is what the one before it came from or turned to ("a surplus of $3 billion from a deficit")."""
    if trigger.flow != "balance" or scene.tokens.lower(trigger.first - 1) != "a":
        return False
    before = any(t.flow == "balance" and t.last <= trigger.first for t in scene.triggers)
    _, end = scene.clause(trigger.first)
    partner = any(s.preposition == "with" and trigger.last <= s.first < end for s in scene.sides)
    return before and not partner and scene.tokens.lower(trigger.first - 2) in _TURNING


def _part_of(scene: Scene, trigger: Trigger) -> Trigger | None:
    """The balance with one partner that is a part of the one of `trigger` ("a $4 billion surplus, including one of
    $3 billion with Peru")."""
    if trigger.flow != "balance":
        return None
    part = next((t for t in scene.triggers if t.first >= trigger.last and t.flow == "balance"), None)
    return part if part is not None and scene.has(trigger.last, part.first, _INCLUDING) else None


def _is_shared_out(scene: Scene, trigger: Trigger) -> bool:
    """Whether a balance is told with the part that one partner has in it ("a deficit of $9 billion, and Peru accounted
    for a third")."""
    if trigger.flow != "balance" or not scene.has(trigger.last, scene.last, _ACCOUNTING):
        return False
    at = next(at for at in range(trigger.last, scene.last) if scene.tokens.lowers[at] in _ACCOUNTING)
    return any(a.kind == "percent" and a.first > at for a in scene.amounts)


def _of_main_partner(scene: Scene, trigger: Trigger) -> list[str]:
    """A state and its partner of whose trade so much is told ("Peru is Chile's second partner, with trade of")."""
    if not scene.has(scene.first, trigger.last + 1, _PARTNER) or not scene.has(scene.first, trigger.first, _BEING):
        return []
    at = next((at for at in range(scene.first, scene.last) if scene.tokens.lowers[at] in _PARTNER), trigger.first)
    owners = (s for s in scene.sides if s.possessive and named(s) and 0 < at - s.last <= _OF_PARTNER_REACH)
    owner = next(owners, None)
    one = subject_of(scene, owner.first) if owner is not None else None
    return [owner.code, one.code] if owner is not None and one is not None and one.code != owner.code else []


def _opens_with(scene: Scene, trigger: Trigger, side: Side, first: int) -> bool:
    """Whether the partner stands ahead of who trades with it ("With Germany alone, Kosovo had a deficit of")."""
    opens = side.first - first <= 3 and scene.tokens.lower(first) in ("with", "and")
    if opens and scene.tokens.lower(side.last) == "," and trigger.flow == "balance":
        # "With the European Union, the surplus narrowed"
        return True
    return opens and any(
        side.last < s.first < trigger.first and s.preposition is None and named(s) for s in scene.sides
    )


def _payer_and_paid(scene: Scene, trigger: Trigger) -> list[str]:
    """Who pays whom for the use of something ("pays Morocco 30 million euros", "pays $60 million to Kyrgyzstan")."""
    payer = subject_of(scene, trigger.first)
    _, end = scene.clause(trigger.first)
    behind = [s for s in scene.sides if trigger.last <= s.first < end and named(s) and not s.attribution]
    paid = next((s for s in behind if s.preposition == "to" or s.first == trigger.last), None)
    return _distinct([payer.code, paid.code]) if payer is not None and paid is not None else []


def _viewer(story: Story, partner: str) -> str | None:
    main = story.told_of or (story.home if story.home in story.dominant[:1] else None)
    candidates = (main, story.frame.view if story.frame else None, story.subject, story.home, *story.dominant[:2])
    return next((code for code in candidates if code and code != partner), None)


def _pair_before(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> list[str]:
    """The pair that the story goes on with, else the subject of the clause."""
    recent = story.recent(scene.paragraph.position)
    if recent is not None and trigger.strong:
        parties.view = recent.view
        return list(recent.countries)
    subject = subject_of(scene, trigger.first)
    if subject is not None:
        return [subject.code]
    own = story.told_of or story.subject
    return [own] if own and trigger.strong else []


def _distinct(codes: list[str]) -> list[str]:
    return [code for code in dict.fromkeys(codes) if code]


def _hyphenated(scene: Scene, trigger: Trigger) -> list[str]:
    """The countries of "China-Kazakhstan trade" and "Russian-Chinese trade"."""
    before = [s for s in scene.sides if s.last <= trigger.first and trigger.first - s.last <= 3]
    if len(scene.sides) < 2 or not before:
        return []
    last = before[-1]
    joint = scene.tokens.lower(last.first - 1)
    earlier = [s for s in scene.sides if s.last == last.first - 1 and joint in ("-", "–", "/")]
    return [earlier[0].code, last.code] if earlier else []
