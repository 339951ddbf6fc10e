"""Parties that a sentence leaves open, taken from the story before: who trades, gives or works goes on."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.abroad import elsewhere
from pipeline.extract.trade.agreed_caps import put_whom_the_council_limits, settle_cap
from pipeline.extract.trade.buyers import buyer_told_of, buys_from_seller, is_customer, takes_of
from pipeline.extract.trade.commodity import of_amount, term_at
from pipeline.extract.trade.pairs import is_total
from pipeline.extract.trade.roles import named, opposite, owner_of, subject_role
from pipeline.extract.trade.scene import PAIR, Scene, Trigger
from pipeline.extract.trade.story import Frame, Parties, Story
from pipeline.extract.trade.taking_over import (
    goes_on_both_ways,
    is_set_beside,
    on_the_other_side,
    put_first,
    shared_side,
)
from pipeline.extract.trade.whole_trade import is_of_all, is_of_total

_GOODS_FLOWS = frozenset({"trade", "export", "import", "balance", "consumption", "contract", "cap"})
"""A country told to be this buys from the article's own ("Uganda remained the top market, buying goods")."""
_DEALT = frozenset({"export", "import"})
_CURBS = word_set("duty duties tariff tariffs levy levies quota quotas")
_FIRMS = frozenset({"company", "firm", "corporation", "refiner", "importer", "exporter"})
_AUXILIARY = word_set("has had have will would also already")
_RAISING = word_set("raised doubled tripled imposed introduced slapped put increased tightened lowered cut abolished")
_WHEN = word_set("after since because when as before until once")
_SUPPLY, _THEM, _RANKS = frozenset({"supply", "supplies"}), frozenset({"them"}), frozenset({"ranked", "placed"})
_THE_OTHER_WAY = ("In the opposite direction", "In the other direction", "In return", "Going the other way")
_OTHER_WAY = frozenset({"other", "opposite", "reverse"})
_ENERGY = frozenset({"energy", "power", "volume"})
_MOVED = _GOODS_FLOWS | {"aid"}
_CURB_REACH, _DIRECTION_REACH, _OWNER_REACH = 6, 6, 4


def complete_goods(
    scene: Scene, trigger: Trigger, flow: str, story: Story, recent: Frame | None, parties: Parties
) -> None:
    """Fill the parties of goods that are bought, sold or limited."""
    if flow == "cap":
        if not settle_cap(scene, trigger, recent, parties):
            _partner(scene, trigger, story, recent, parties)
            if parties.importer is None and parties.exporter is not None and parties.exporter != story.home:
                parties.put("importer", story.home if story.home in story.dominant[:2] else "")
        put_whom_the_council_limits(scene, trigger, story, parties)
        return
    if recent is not None and recent.flow in _DEALT and subject_role(trigger) in parties.many:
        role = opposite(subject_role(trigger))
        parties.put(role, recent.view or "" if recent.view == getattr(recent, role) else "")
    weak_noun = trigger.kind == "noun" and not trigger.strong and parties.view is None
    if trigger.subject == "goods" or weak_noun:
        _as_before(scene, trigger, flow, recent, parties)
    if trigger.subject != "goods":
        _viewing_side(scene, trigger, flow, story, recent, parties)
        if not (parties.by_name and trigger.strong and _is_total(scene, trigger, story, recent, parties)):
            _partner(scene, trigger, story, recent, parties)


def turn_the_other_way(scene: Scene, trigger: Trigger, recent: Frame | None, parties: Parties) -> bool:
    """Turn the trade of two told before round where the clause names nobody and says so ("In the opposite direction,
    oil worth $5 million was shipped", "whereas deliveries in the other direction were"); whether it does."""
    if recent is None or recent.pair or not recent.bilateral or recent.flow not in _DEALT:
        return False
    opens = scene.sentence.text.startswith(_THE_OTHER_WAY)
    if not (opens or turned_round(scene, trigger)):
        return False
    first = scene.first if opens else scene.clause(trigger.first)[0]
    if any(named(side) and side.first >= first for side in scene.sides):
        return False
    parties.exporter, parties.importer = recent.importer, recent.exporter
    parties.view = recent.importer if opens else recent.view
    return True


def _viewing_side(
    scene: Scene, trigger: Trigger, flow: str, story: Story, recent: Frame | None, parties: Parties
) -> None:
    """The country whose exports or imports are told of, where the sentence does not say."""
    role = subject_role(trigger)
    if getattr(parties, role) is not None:
        return
    known = getattr(parties, opposite(role))
    speakers = [s.code for s in scene.sides if s.attribution and named(s) and s.last <= trigger.first]
    goes_on = [
        *_whose_before(scene, trigger), *_who_has(scene, trigger, role, story, recent), *_roles_of(recent, flow, role)
    ]  # fmt: skip
    own_report = speakers and speakers[-1] in story.dominant[:2] and trigger.kind == "noun"
    if own_report and recent is not None and not recent.pair:
        goes_on = [speakers[-1]]
    own = getattr(recent, role) if recent is not None and recent.subject == opposite(role) else None
    third = recent is not None and known is not None and known not in recent.countries
    if own is not None and (own == story.told_of or (third and own == story.home)):
        # what a partner did is told of the article's own country's trade ("Belarus imported 19 million litres")
        goes_on.insert(0, own)
    if not trigger.strong and known is None and recent is None and not speakers:
        _two_of_story(scene, trigger, role, story, parties)
        return
    curbing = _who_curbs(scene)
    if role == "exporter" and curbing is not None and known is None:
        parties.put("importer", curbing)
        parties.put("exporter", story.other(curbing) or "")
        parties.view = parties.exporter
        return
    home = story.home if trigger.strong else None
    if home is not None and home == story.viewer and trigger.kind == "noun" and known != home:
        goes_on = [home, *goes_on]
    goes_on = [*_same_as_traded(trigger, role, known, story, recent), *goes_on]
    if known is None and _comes_back(scene, trigger, recent):
        goes_on.insert(0, story.told_of)
    last = (story.subject, home) if story.subject in story.dominant[:2] else (home, story.subject)
    firms = [story.home] if _is_by_unnamed_firm(scene, trigger) else []
    candidates = [*firms, *goes_on, *speakers[-1:], story.told_of, story.viewer, *last]
    if trigger.strong or story.bilateral:
        candidates += story.dominant[:2]
    others = on_the_other_side(scene, role)
    put_first(parties, role, [code for code in candidates if code not in others])


def _comes_back(scene: Scene, trigger: Trigger, recent: Frame | None) -> bool:
    """Whether a new paragraph tells of exports or imports and names nobody, so that they are the article's own."""
    new = recent is not None and recent.paragraph != scene.paragraph.position
    return new and trigger.kind == "noun" and not any(named(side) for side in scene.sides)


def _is_by_unnamed_firm(scene: Scene, trigger: Trigger) -> bool:
    """Whether a firm whose state is not told buys or sells: the article's own ("the company bought 5 tons")."""
    if trigger.kind != "verb":
        return False
    at = trigger.first - 1
    at -= scene.tokens.lower(at) in _AUXILIARY
    word = scene.tokens.word(at)
    if word.islower():
        return word in _FIRMS
    return word.isupper() and word.isalpha() and len(word) > 2 and not any(s.first <= at < s.last for s in scene.sides)


def _same_as_traded(
    trigger: Trigger, role: str, known: str | None, story: Story, recent: Frame | None
) -> list[str | None]:
    """Who goes on where a partner's side, or both sides, were told of in between: the article's own, or as before."""
    if recent is None or trigger.kind != "noun":
        return []
    if recent.pair:
        traded = story.traded if not trigger.strong and known is None else None
        return [getattr(traded, role)] if traded is not None and traded.countries == recent.countries else []
    own = getattr(recent, role) if recent.rule == "verb_import" else None
    return [own] if own is not None and own == story.home and recent.view != own else []


def _who_curbs(scene: Scene) -> str | None:
    """The country that keeps goods out ("fell by 38 percent after Bangladesh raised its duty")."""
    if not scene.has(scene.first, scene.last, _CURBS):
        return None
    at = next(at for at in range(scene.first, scene.last) if scene.tokens.lowers[at] in _CURBS)
    acts = (s for s in scene.sides if at - _CURB_REACH <= s.first < at and s.kind != "pronoun" and not s.possessive)
    side = next((s for s in acts if named(s) and scene.tokens.lower(s.first - 1) in _WHEN), None)
    return side.code if side is not None and scene.has(side.last, at, _RAISING) else None


def _roles_of(recent: Frame | None, flow: str, role: str) -> list[str | None]:
    """Who of the frame before goes on in `role`: the same party of the same flow, else the country it is seen from."""
    if recent is None:
        return []
    if recent.flow == flow and not recent.pair:
        return [getattr(recent, role), recent.view]
    return [recent.view] if recent.flow in _GOODS_FLOWS else []


def _whose_before(scene: Scene, trigger: Trigger) -> list[str | None]:
    """Whose exports or imports the sentence tells of before their total ("Mali's gold sales, a tenth of all")."""
    if trigger.kind != "noun" or not is_total(scene, trigger):
        return []
    like = (t for t in scene.triggers if t.last <= trigger.first and t.kind == "noun" and t.flow == trigger.flow)
    owners = [side for t in like if (side := owner_of(scene, t)) is not None and named(side)]
    return [owners[-1].code] if owners else []


def _who_has(scene: Scene, trigger: Trigger, role: str, story: Story, recent: Frame | None) -> list[str | None]:
    """Who sold or bought the goods told of last, where the other way is told of them now ("Oman bought Lao beef. Beef
    exports rose")."""
    last = story.goods.get("")
    if recent is None or recent.flow not in _DEALT or recent.flow == trigger.flow or last is None:
        return []
    word = scene.tokens.lower(trigger.first - 1)
    own = trigger.kind == "noun" and term_at(scene.tokens, trigger.first - 1) is not None
    return [getattr(recent, role)] if own and word in last[0].lower().split() else []


def _two_of_story(scene: Scene, trigger: Trigger, role: str, story: Story, parties: Parties) -> None:
    """Put in the two that an article is of, where nothing else is told of who trades."""
    if story.bilateral and trigger.kind == "noun" and story.subject in story.dominant[:2]:
        parties.put(role, story.subject or "")
        if not is_of_all(scene, trigger, None, story.subject or ""):
            parties.put(opposite(role), story.other_of_top(story.subject) or "")


def turned_round(scene: Scene, trigger: Trigger) -> bool:
    """Whether the goods go the other way than those told of before ("shipments in the other direction")."""
    words = scene.tokens.lowers[trigger.last : min(trigger.last + _DIRECTION_REACH, scene.last)]
    return ("direction" in words and bool(_OTHER_WAY & set(words))) or ("way" in words and "other" in words)


def _as_before(scene: Scene, trigger: Trigger, flow: str, recent: Frame | None, parties: Parties) -> None:
    """Goods that arrive, leave or are delivered go on the way that was told before."""
    if recent is None or not {recent.flow, flow} <= _MOVED:
        return
    if turned_round(scene, trigger) and recent.bilateral and not recent.pair:
        parties.exporter, parties.importer, parties.view = recent.importer, recent.exporter, recent.importer
        return
    known = parties.exporter or parties.importer
    if recent.pair or (known in recent.countries and recent.bilateral):
        if recent.bilateral and known in recent.countries and not elsewhere(scene, trigger):
            put_first(parties, "importer" if parties.exporter else "exporter", recent.countries)
        return
    if (
        parties.exporter is None
        and recent.exporter
        and (recent.importer is None or parties.importer in (None, recent.importer))
    ):
        parties.put("exporter", recent.exporter)
    same_way = parties.exporter == recent.exporter or recent.view == recent.importer
    apart = elsewhere(scene, trigger) or is_total(scene, trigger) or is_of_total(scene, trigger)
    if parties.importer is None and recent.importer and same_way and not apart:
        parties.put("importer", recent.importer)


def _partner(scene: Scene, trigger: Trigger, story: Story, recent: Frame | None, parties: Parties) -> None:
    """The other country, where a two-sided story goes on."""
    view_role = subject_role(trigger)
    if getattr(parties, view_role) is None:
        view_role = opposite(view_role)
    role, known = opposite(view_role), getattr(parties, view_role)
    if getattr(parties, role) is not None or known is None or is_of_all(scene, trigger, recent, known):
        return
    if story.alone == (trigger.flow, known) and trigger.kind == "noun" and trigger.first == scene.first:
        return  # "Peru's exports fell, and its imports from Chile rose. Exports were": all of them
    own = known == story.told_of and not story.bilateral and _comes_back(scene, trigger, recent)
    recent = None if own or _is_anothers(scene, trigger, recent) else recent
    them = trigger.kind == "verb" and scene.tokens.lower(trigger.last) in _THEM and recent is not None
    if them and recent is not None and getattr(recent, role) is not None:
        put_first(parties, role, (getattr(recent, role),))
        return
    owner = _owner_of_goods(scene, trigger) if role == "exporter" and trigger.kind == "verb" else None
    if owner is not None and owner != known:
        parties.put("exporter", owner)
    elif recent is not None and _two_sided(recent, known, role, scene, story):
        put_first(parties, role, recent.countries)
    elif _is_sections(story, recent, known) and not _acts_itself(trigger, parties):
        parties.put(role, story.home or "")
    elif story.bilateral and not trigger.strong and _named_together(scene, trigger, known, story):
        parties.put(role, story.other(known) or "")
    else:
        _as_told_of(scene, trigger, story, recent, known, parties)


def _as_told_of(
    scene: Scene, trigger: Trigger, story: Story, recent: Frame | None, known: str, parties: Parties
) -> None:
    """The other country, where the article is of what one buys or the trade told before goes on."""
    buyer = buyer_told_of(trigger, story, known) if known == parties.exporter else None
    if recent is not None and is_set_beside(scene, trigger, recent, known):
        put_first(parties, "importer" if known == parties.exporter else "exporter", (shared_side(trigger, recent),))
    elif buyer is not None:
        parties.put("importer", buyer)
    elif (
        recent is not None and recent.flow == trigger.flow == "import" and scene.has(scene.first, trigger.first, _RANKS)
    ):
        put_first(parties, "exporter", (recent.exporter,) if recent.view == recent.importer else ())
    elif recent is not None:
        _goes_on_with(scene, trigger, story, recent, known, parties)
    elif is_customer(scene, trigger, story, known):
        parties.put("exporter", story.told_of or "")


def _is_total(scene: Scene, trigger: Trigger, story: Story, recent: Frame | None, parties: Parties) -> bool:
    """Whether what a named state sells or buys is all of it: no part of a trade of two told before, nothing dealt in
    with the state that the article is of, and no partner of before is named in the clause."""
    known = getattr(parties, subject_role(trigger))
    if known is None or (story.bilateral and story.told_of != known):
        return False
    main = story.dominant[0] if story.dominant else None
    dealt = recent is not None and main != known and main in recent.countries
    if recent is not None and (recent.flow == "trade" or dealt):
        return False
    if story.whole is not None and known in story.whole.pair and story.whole_at == scene.sentence.char_start:
        return False
    if recent is not None and recent.bilateral and recent.view == known and goes_on_both_ways(scene, trigger, recent):
        return False
    partners = {*story.dominant[:2], *(recent.countries if recent is not None else ())} - {known}
    first, end = scene.clause(trigger.first)
    return not any(s.code in partners and first <= s.first < end and not s.attribution for s in scene.sides)


def _is_anothers(scene: Scene, trigger: Trigger, recent: Frame | None) -> bool:
    """Whether a new paragraph turns to the trade of another state by its name, so that nobody told before is its
    partner ("Peru's imports of tea will be 9,000 tons" behind the sales of Venezuela)."""
    if recent is None or trigger.kind != "noun" or not trigger.strong or recent.paragraph == scene.paragraph.position:
        return False
    before = (s for s in scene.sides if 0 <= trigger.first - s.last <= _OWNER_REACH and s.possessive and named(s))
    owner = next((s for s in before if s.kind == "name"), None)
    return owner is not None and recent.view != owner.code and not (recent.bilateral and owner.code in recent.pair)


def _is_sections(story: Story, recent: Frame | None, known: str) -> bool:
    """Whether the state of a dateline inside the article is the other party, none but it having been told of."""
    if not story.section or story.home in (None, known):
        return False
    return recent is None or story.home in recent.countries


def _acts_itself(trigger: Trigger, parties: Parties) -> bool:
    """Whether another state than the dateline's is told to buy or sell, with nobody on the other side."""
    return trigger.kind == "verb" and trigger.strong and parties.subject_found


def _goes_on_with(scene: Scene, trigger: Trigger, story: Story, recent: Frame, known: str, parties: Parties) -> None:
    """The partner of `known` in a trade told of before: who bought then sells now, who sold then is bought from."""
    if buys_from_seller(trigger, recent, known):
        parties.put("exporter", recent.exporter or "")
        parties.view = recent.exporter
    elif recent.flow == "debt" and trigger.flow == "import" and known == recent.importer:
        put_first(parties, "exporter", (recent.exporter,) if _of_what_is_owed(scene, story) else ())
    elif recent.flow == "import" and trigger.flow == "export" and trigger.kind == "verb":
        told = recent.importer is not None and recent.importer in (story.told_of, story.home)
        near = scene.paragraph.position == recent.paragraph or _lists_sellers(scene, trigger)
        if recent.view == recent.importer and (told or near):
            put_first(parties, "importer", (recent.importer,))
    elif (
        recent.flow == "consumption" and recent.pair == (recent.view,) and scene.tokens.lowers[trigger.first] in _SUPPLY
    ):
        put_first(parties, "importer", recent.pair if known == parties.exporter else ())
    elif _is_next_seller(scene, trigger, story, recent):
        put_first(parties, "importer", (recent.importer,))
    elif recent.exporter is None and is_customer(scene, trigger, story, known):
        parties.put("exporter", story.told_of or "")
        parties.view = story.told_of
    elif trigger.flow == "import" and recent.flow == "production" and known not in recent.pair:
        put_first(parties, "exporter", recent.pair)
    elif (
        trigger.flow == "import"
        and trigger.kind == "verb"
        and recent.flow in _MOVED
        and (not _tells_all(scene, recent) or takes_of(scene, trigger, story, recent))
    ):
        put_first(parties, "exporter", (recent.exporter,))
        parties.view = recent.view or parties.view


def _of_what_is_owed(scene: Scene, story: Story) -> bool:
    """Whether energy is measured, a debt between the article's two countries having been told of."""
    return story.bilateral and any(amount.kind in _ENERGY for amount in scene.amounts)


def _is_next_seller(scene: Scene, trigger: Trigger, story: Story, recent: Frame) -> bool:
    """Whether another seller to the article's own country goes on ("Niger supplies Mali with 9 GWh. Benin sells 3")."""
    sells = trigger.flow == recent.flow == "export" and trigger.kind == "verb" and trigger.subject == "exporter"
    own = recent.importer is not None and recent.importer in (story.told_of, story.home)
    near = scene.paragraph.position == recent.paragraph
    return sells and own and (near or (recent.importer == story.home and recent.rule == "partner_export"))


def _lists_sellers(scene: Scene, trigger: Trigger) -> bool:
    """Whether several countries with an amount each go on behind a verb ("Oman supplied 6 bcm, Peru 1 bcm")."""
    sellers = {s.last for s in scene.sides if trigger.last <= s.first and s.preposition is None and named(s)}
    return any(amount.qualifier_first in sellers for amount in scene.amounts)


def _tells_all(scene: Scene, recent: Frame) -> bool:
    """Whether a new paragraph tells of goods of its own, so that nothing says where they come from."""
    told = any(of_amount(scene, amount) is not None for amount in scene.amounts if amount.kind in ("mass", "volume"))
    return told and scene.paragraph.position != recent.paragraph


def _owner_of_goods(scene: Scene, trigger: Trigger) -> str | None:
    """Whose goods the sentence told of before it says who bought ("Nigeria's crude went to India, which bought")."""
    for side in scene.sides:
        behind = side.last + scene.tokens.lower(side.last).startswith("'")
        if side.possessive and named(side) and side.last < trigger.first and term_at(scene.tokens, behind) is not None:
            return side.code
    return None


def _two_sided(recent: Frame, known: str, role: str, scene: Scene, story: Story) -> bool:
    """Whether the trade of two countries told before goes on with `known` and its partner."""
    if not recent.bilateral or known not in recent.countries or recent.flow not in _MOVED:
        return False
    if recent.pair or story.bilateral:
        return True
    near = scene.paragraph.position == recent.paragraph
    return near and (getattr(recent, role) != known or recent.view == known)


def _named_together(scene: Scene, trigger: Trigger, known: str, story: Story) -> bool:
    """Whether the sentence names the other of the article's two countries too ("A and B agreed that A will sell")."""
    other = story.other(known)
    before = [side for side in scene.sides if side.last <= trigger.first and side.preposition != "in"]
    return any(side.code in (other, PAIR) for side in before) and other in story.dominant[:2]
