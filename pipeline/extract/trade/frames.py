"""From a word of flow to who sends what to whom: the frame of the figures that it governs."""

import re
from dataclasses import replace

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.completing import complete
from pipeline.extract.trade.crossing import is_imported
from pipeline.extract.trade.deals import to_buy
from pipeline.extract.trade.flows import GOING
from pipeline.extract.trade.givers import GIFTS, as_giver
from pipeline.extract.trade.leaning import put_who_leans
from pipeline.extract.trade.pairs import find_pair, is_of_the_world, is_part_of_world
from pipeline.extract.trade.parties import behind, directed, given
from pipeline.extract.trade.producers import find_producer
from pipeline.extract.trade.roles import is_firm, named, owner_of, subject_of
from pipeline.extract.trade.scene import NO_MARKETS, Scene, Side, Trigger
from pipeline.extract.trade.signing import put_signatories
from pipeline.extract.trade.story import Frame, Parties, Story
from pipeline.extract.trade.telling import ORDERS, as_told, flow_of, is_deficit, is_exceeded
from pipeline.extract.trade.ways import way_of_trade

_WON = word_set(
    "got get gets won win wins received receives receive secured secures landed lands obtained booked clinched netted"
)
"""What a seller does with an order."""
_WON_WORK = word_set("win wins won winning land lands landed clinched")
"""What a seller does with a contract; buyers get or secure one too."""
_ALLOTTED = frozenset({"allocation", "outlay"})
_ASIDE = frozenset({"aside"})
_FOR = frozenset({"for", "in", "to"})
_WITH = frozenset({"with"})
_WITH_WHOM_REACH = 5
_GOODS_KINDS = frozenset({"mass", "volume", "energy"})
_TURNOVER = frozenset({"turnover", "turnovers"})
_BETWEEN = frozenset({"between", "with"})
_TRADING = ("trade", "Trade", "TRADE", "xport", "XPORT", "mport", "MPORT")
_LOCAL = word_set("local domestic home-grown homegrown")
_OF_TRADE = (
    "trad",
    "Trad",
    "TRAD",
    "xport",
    "XPORT",
    "mport",
    "MPORT",
    "current account",
    "payments",
    "customs",
    "goods",
    "buy",
    "bought",
    "sell",
    "sold",
)
"""Where none of these is written, a deficit is one of a budget."""
_BUDGETS = word_set("budget federal fiscal government public sector state")
_OF_TRADES = word_set("trade account merchandise goods bilateral trading commercial external")
_DEFICIT = re.compile(r"\b([A-Za-z]{2,20})\s(?:deficit|surplus|shortfall|gap)\b")
_SURPLUS_OR_GAP = re.compile(r"\b(?:[Ss]urplus|[Dd]eficit|[Gg]ap|[Ss]hortfall)\b")
_FIRMS = word_set(
    "company firm firms group branch branches subsidiary retailer retailers shop shops store stores supermarket "
    "supermarkets chain units grocery retail business factory industry"
)
_OF_A_STATES_PURSE = word_set("budget fiscal spending taxes tax revenue revenues")
_OF_GOODS = word_set("trade exports imports current account goods bilateral")
_DEFICIT_REACH = 1200
"""So many characters back a deficit can have been told of that goes on."""
_GIVEN = GIFTS | {"labour"}
_WORKING = frozenset({"labour"})
_OF_THE_WORLD = frozenset({"consumption", "production"})
_PUT_IN = frozenset({"investment", "aid"})
"""What nobody named gives to nobody named is a matter of business or of charity."""
_MOVED = frozenset({"export", "import", "cap"})
_BLOC = "EUE"
_TO_SELL = word_set("supply deliver sell ship export provide")
_TO_DO = _TO_SELL | word_set("buy import purchase")
_TO_DO_REACH = 10
"""So many tokens behind a deal it is said what one of the two is to do by it."""
_NOT_OF_THE_BLOC = ["non", "-", "eu"]
_NOT_EU = "on-EU "
_BESIDE_OTHERS = re.compile(r"\b[Nn]on-EU\s(?:exports|imports|trade|sales)\b")
_APPEALING = word_set("appeal appeals appealed appealing")
_ASKING = frozenset({"UNO", "ICRC"})
_IMF = "IMF"
"""What it gives is lent."""
_OPEC = "OPEC"
"""Its limits are of what it puts out."""


def frame_of(scene: Scene, trigger: Trigger, story: Story) -> Frame | None:
    """The frame that `trigger` sets up in its clause, completed by the story; None if no country can be told."""
    parties = Parties()
    trigger = as_told(scene, to_buy(scene, trigger), story)
    flow = flow_of(scene, trigger, story)
    if _is_nobodys(scene, trigger, flow, story):
        return None
    if flow == "none" or _is_at_home(scene, trigger, story) or _is_of_a_budget(scene, trigger, flow, story):
        return None
    negative = flow == "balance" and (is_deficit(scene, trigger) or _is_told_as_gap(scene, trigger, story))
    if flow in ("export", "import") and is_exceeded(scene, trigger):
        flow, negative = "balance", flow == "export"
    told = False
    way = way_of_trade(scene, trigger, story) if flow == "trade" else None
    if way is not None:
        flow, parties = "export", way
    elif flow == "contract":
        flow = _contract(scene, trigger, story, parties)
    else:
        told = _fill(scene, trigger, flow, story, parties)
        _as_asked_for(scene, trigger, parties)
    if (
        flow == "consumption"
        and trigger.subject != "exporter"
        and parties.exporter not in {side.code for side in scene.sides}
    ):
        parties.exporter = None  # what a state eats is not all from whom it was told to buy
    if flow == "consumption" and parties.exporter is None and parties.importer and not is_imported(scene, trigger):
        parties.pair, parties.importer = (parties.importer,), None
    if flow == "consumption" and parties.exporter is None and scene.tokens.lower(trigger.last - 1) == "on":
        # what a state lives on is goods or trades, and nobody's
        return None
    if _tells_nothing(scene, flow, parties) or (_is_allotted(scene, trigger) and parties.importer is None):
        return None
    flow = "debt" if flow == "aid" and parties.exporter == _IMF and trigger.kind != "noun" else flow
    return Frame(
        flow=flow,
        rule=f"{trigger.kind}_{flow}",
        exporter=_market(parties.exporter, flow),
        importer=_market(parties.importer, flow),
        pair=tuple(sorted(parties.pair)),
        view=parties.view,
        varies=parties.varies,
        subject=parties.subject,
        negative=negative,
        wages=trigger.subject == "sender",
        paragraph=scene.paragraph.position,
        told=told,
        goods=parties.goods,
    )


def _is_nobodys(scene: Scene, trigger: Trigger, flow: str, story: Story) -> bool:
    """Whether people only go somewhere, or what the whole world makes or uses is told of ("World demand for oil")."""
    if flow in _OF_THE_WORLD:
        return is_of_the_world(scene, trigger) and not is_part_of_world(scene, trigger)
    goes = flow == "labour" and trigger.kind == "verb" and scene.tokens.lowers[trigger.first] in GOING
    return goes and not story.labour


def _as_asked_for(scene: Scene, trigger: Trigger, parties: Parties) -> None:
    """Let whom the United Nations or relief bodies ask aid for get it ("the UN appealed for $3 million for Fiji")."""
    if trigger.flow != "aid" or not scene.has(scene.first, trigger.last, _APPEALING):
        return
    for asker in (parties.exporter, parties.importer):
        if asker in _ASKING:
            parties.importer = parties.importer if parties.exporter == asker else parties.exporter
            parties.exporter, parties.view = None, parties.importer
            return


def _market(code: str | None, flow: str) -> str | None:
    """The party, unless it is a body where goods are bought and sold."""
    return None if flow in _MOVED and code in NO_MARKETS else code


def _is_at_home(scene: Scene, trigger: Trigger, story: Story) -> bool:
    """Whether money is only set aside, by a state for itself: no aid is told of before, and nobody else it is for; or
    goods are bought at home."""
    if trigger.flow == "import" and trigger.kind != "noun" and _from_next_door(scene, trigger):
        return True
    if trigger.flow != "aid" or not scene.has(trigger.first, trigger.last, _ASIDE):
        return False
    giver = subject_of(scene, trigger.first)
    _, end = scene.clause(trigger.first)
    if giver is not None and any(trigger.last <= s.first < end and _is_other(s, giver) for s in scene.sides):
        return False
    recent = story.recent(scene.paragraph.position)
    return recent is None or recent.flow != "aid"


def _from_next_door(scene: Scene, trigger: Trigger) -> bool:
    """Whether goods are bought from people at home ("bought 5,000 tonnes from local farmers")."""
    lowers, end = scene.tokens.lowers, scene.clause(trigger.first)[1]
    return scene.has(trigger.last, end, _LOCAL) and any(
        lowers[at] == "from" and not _LOCAL.isdisjoint(lowers[at + 1 : at + 3]) for at in range(trigger.last, end)
    )


def _is_of_a_budget(scene: Scene, trigger: Trigger, flow: str, story: Story) -> bool:
    """Whether a bare deficit, surplus or turnover is told in an article that speaks of no trade at all."""
    if trigger.last - trigger.first > 1:
        return False
    if flow == "trade" and scene.tokens.lowers[trigger.first] in _TURNOVER:
        # what a firm took in, where no trade is spoken of
        between = scene.tokens.lower(trigger.last) in _BETWEEN
        if not between and _is_a_firms(scene, trigger):
            return True
        return not (between or any(word in story.text for word in _TRADING))
    if flow != "balance":
        return False
    if any(s.preposition == "with" and s.first > trigger.last and named(s) for s in scene.sides):
        return False
    return _is_told_as_budget(scene, trigger, story) or not any(word in story.text for word in _OF_TRADE)


def _is_a_firms(scene: Scene, trigger: Trigger) -> bool:
    """Whether a turnover is told of what takes money in at home ("whose turnover was", "15 shops with a turnover")."""
    at = trigger.first - 2
    owned = scene.tokens.lower(at + 1) == "'s" and scene.tokens.word(at)[:1].isupper()
    if owned and not any(side.first <= at < side.last for side in scene.sides):
        return True
    return scene.tokens.lower(trigger.first - 1) == "whose" or scene.has(
        scene.clause(trigger.first)[0], trigger.first, _FIRMS
    )


def _is_told_as_budget(scene: Scene, trigger: Trigger, story: Story) -> bool:
    """Whether a bare deficit is that of a budget by the word before it, or by the one before the last deficit told of
    ("the federal deficit ... the deficit")."""
    before = scene.tokens.lower(trigger.first - 1)
    if before in _BUDGETS or before in _OF_TRADES:
        return before in _BUDGETS
    start = scene.sentence.char_start
    told = [match[1].lower() for match in _DEFICIT.finditer(story.text, max(0, start - _DEFICIT_REACH), start)]
    told = [word for word in told if word in _BUDGETS or word in _OF_TRADES]
    if scene.has(scene.first, scene.last, _OF_A_STATES_PURSE) and not scene.has(scene.first, scene.last, _OF_GOODS):
        return True  # "a budget that reduces the deficit by"
    return bool(told) and told[-1] in _BUDGETS


def _is_told_as_gap(scene: Scene, trigger: Trigger, story: Story) -> bool:
    """Whether a difference is one that the article calls a gap ("The trade gap narrowed", "the difference between")."""
    if scene.tokens.lowers[trigger.first] != "difference":
        return False
    told = _SURPLUS_OR_GAP.search(story.text)
    return told is None or told[0].lower() != "surplus"


def _is_other(side: Side, giver: Side) -> bool:
    """Whether money is for another state than the giver ("for schools in Gaza", "for Palestinian schools")."""
    return named(side) and side.code != giver.code and side.preposition in _FOR and not side.attribution


def _is_allotted(scene: Scene, trigger: Trigger) -> bool:
    """Whether a budget's allocation is told of, which is aid only where it is for another state."""
    return scene.has(trigger.first, trigger.last, _ALLOTTED)


def _fill(scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties) -> bool:
    """Find the parties; whether one of a directed flow stands beside `trigger` itself."""
    if flow in ("trade", "balance", "other"):
        find_pair(scene, trigger, story, parties)
    elif flow == "production":
        find_producer(scene, trigger, story, parties)
    elif put_who_leans(scene, trigger, parties) or put_signatories(scene, trigger, flow, parties):
        return True
    else:
        directed(scene, trigger, flow, parties)
        if trigger.subject == "goods" and flow == "aid":
            told = [t for t in scene.triggers if t.kind == "noun" and t.flow == "aid" and t.last <= trigger.first]
            for noun in told[-1:]:
                directed(scene, noun, flow, parties)
        if trigger.kind == "noun" and flow in GIFTS:
            given(scene, trigger, parties, GIFTS)
        elif trigger.kind == "noun" and flow == "labour" and trigger.subject == "worker":
            given(scene, trigger, parties, _WORKING)
        if flow in _GIVEN and trigger.kind == "noun" and as_giver(scene, trigger.first, parties):
            return True
        _with_the_bloc(scene, trigger, flow, story, parties)
        beside = bool(parties.exporter or parties.importer)
        complete(scene, trigger, flow, story, parties)
        if flow == "cap" and parties.importer == _OPEC and parties.exporter is None:
            parties.exporter, parties.importer, parties.view = _OPEC, None, _OPEC
        return beside
    return False


def _with_the_bloc(scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties) -> None:
    """Turn "EU exports" round, in place, where "non-EU exports" are told of too: they are a state's with the bloc."""
    own = story.dominant[0] if story.dominant else _BLOC
    if flow not in ("export", "import") or trigger.kind != "noun" or own == _BLOC:
        return
    if _NOT_EU not in story.text or _BESIDE_OTHERS.search(story.text) is None:
        return
    if scene.tokens.lowers[max(scene.first, trigger.first - 3) : trigger.first] == _NOT_OF_THE_BLOC:
        parties.put("exporter" if flow == "export" else "importer", own)
        parties.view, parties.many = own, frozenset({"importer" if flow == "export" else "exporter"})
        return
    if parties.view != _BLOC:
        return
    parties.exporter, parties.importer = (own, _BLOC) if flow == "export" else (_BLOC, own)
    parties.view, parties.varies = own, "importer" if flow == "export" else "exporter"


def _tells_nothing(scene: Scene, flow: str, parties: Parties) -> bool:
    """Whether no country, no market or only a firm is told of."""
    codes = {parties.exporter, parties.importer, *parties.pair} - {None, "" if flow in _PUT_IN else None}
    if not codes or (flow == "other" and len(parties.pair) < 2):
        return True
    if flow in ("export", "import") and codes <= NO_MARKETS:
        return True
    if any(s.kind == "pronoun" and named(s) and not s.possessive and s.preposition is None for s in scene.sides):
        return False
    alone = [side for side in scene.sides if named(side) and side.kind != "pronoun"]
    lent = [side for side in alone if side.preposition == "from" and parties.importer is not None]
    return flow == "debt" and bool(alone) and not lent and all(is_firm(scene, side) for side in alone)


def _contract(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> str:
    """The parties of what is agreed on: as goods moved before, else by preposition, else the two that agree."""
    behind(scene, trigger, "export", parties)
    if not (parties.exporter or parties.importer) and _is_supplied(scene, trigger, story, parties):
        return "import"
    won = _WON if scene.tokens.lowers[trigger.first] in ORDERS else _WON_WORK
    if scene.has(scene.first, trigger.first, won):
        return _won(scene, trigger, parties)
    recent = story.recent(scene.paragraph.position)
    goes_on = recent is not None and not recent.pair and recent.bilateral and _is_between(scene, recent)
    if recent is not None and goes_on and not (parties.exporter or parties.importer):
        parties.exporter, parties.importer, parties.view = recent.exporter, recent.importer, recent.view
        return "export" if recent.view == recent.exporter else "import"
    if parties.exporter or parties.importer:
        subject = subject_of(scene, trigger.first)
        if subject is not None:
            parties.put("importer" if parties.exporter else "exporter", subject.code)
        return "export"
    find_pair(scene, trigger, story, parties)
    if len(parties.pair) < 2 and story.bilateral:
        parties.pair = story.two()
    return _one_way(scene, trigger, parties) or "trade"


def _is_between(scene: Scene, frame: Frame) -> bool:
    """Whether the sentence names nobody but those between whom goods moved before: others agree on something else."""
    here = {side.code for side in scene.sides if named(side) and not side.attribution}
    return here <= set(frame.countries)


def _one_way(scene: Scene, deal: Trigger, parties: Parties) -> str | None:
    """The flow of goods that one of the two is to supply or buy by a deal ("a contract with Mali to supply rice"), its
    parties put in; None where nothing tells."""
    end = min(deal.last + _TO_DO_REACH, scene.clause(deal.first)[1])
    lowers = scene.tokens.lowers
    at = next((at for at in range(deal.last, end) if lowers[at] == "to" and scene.tokens.lower(at + 1) in _TO_DO), 0)
    partner = next((s for s in scene.sides if deal.last <= s.first < at and s.preposition == "with" and named(s)), None)
    if partner is None or len(parties.pair) != 2 or partner.code not in parties.pair:
        return None
    own = next(code for code in parties.pair if code != partner.code)
    sells = scene.tokens.lower(at + 1) in _TO_SELL
    parties.exporter, parties.importer = (own, partner.code) if sells else (partner.code, own)
    parties.pair, parties.view = (), own
    return "export" if sells else "import"


def _is_supplied(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> bool:
    """Put in who supplies by a contract for goods: whom it is made with ("a contract with Oman for 5 tons of oil")."""
    end = min(trigger.last + _WITH_WHOM_REACH, scene.last)
    if not scene.has(trigger.last, trigger.last + 1, _WITH):
        return False
    partner = next((s for s in scene.sides if trigger.last < s.first < end and s.preposition == "with"), None)
    if partner is None or not named(partner) or scene.tokens.lower(partner.last) != "for":
        return False
    if not any(a.kind in _GOODS_KINDS and a.qualifier_first == partner.last + 1 for a in scene.amounts):
        return False
    buyer = subject_of(scene, trigger.first)
    parties.exporter, parties.varies = partner.code, "exporter"
    parties.put("importer", buyer.code if buyer is not None else story.home or "")
    parties.view = parties.importer
    return True


def _won(scene: Scene, trigger: Trigger, parties: Parties) -> str:
    """Orders that a seller has got: whom they come from buys."""
    owner = owner_of(scene, trigger)
    buyer = parties.exporter or parties.importer or (owner.code if owner is not None else None)
    parties.exporter, parties.importer, parties.varies = None, buyer, "importer"
    seller = subject_of(scene, trigger.first)
    if seller is not None and seller.preposition is None:
        parties.put("exporter", seller.code)
    parties.see_from_seller()
    return "export"


def vary(frame: Frame, role: str | None, code: str, bare: bool = False) -> Frame:
    """`frame` with another partner, as when a list goes on; `bare` says that no preposition tells its role."""
    if frame.pair:
        if frame.view is None or frame.view == code:
            return frame
        return replace(frame, pair=tuple(sorted((frame.view, code))))
    if role is None and bare:
        role = frame.subject or frame.varies
    if role is None and (frame.exporter is None) != (frame.importer is None):
        role = "exporter" if frame.exporter is None else "importer"
    role = role or frame.varies
    if role == "exporter" and code != frame.importer:
        return replace(frame, exporter=code, varies=frame.varies or role)
    if role == "importer" and code != frame.exporter:
        return replace(frame, importer=code, varies=frame.varies or role)
    return frame
