"""Which flow a word tells of in its sentence: goods that are given are aid, money that is got is no import."""

from dataclasses import replace

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.assets import as_investment
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.deals import amounts_of_goods, goods_of_deal, money_of_deal
from pipeline.extract.trade.handing import gets_aid, hands_arms, hands_money, moves_what_was_lent, rises_or_falls
from pipeline.extract.trade.roles import TO, named
from pipeline.extract.trade.scene import THERE, Scene, Trigger
from pipeline.extract.trade.story import Story

_AID_WORDS = word_set(
    "aid donation donated donations humanitarian gift gifts donate relief charity donor donors donating "
    "thanked thank grateful gratitude victims orphanage hospital survivors refugees homeless quake stricken displaced"
)
_PARTS_OF_AID = word_set("tranche instalment installment package")
_INVESTORS = word_set(
    "investors investor businessmen businesspeople entrepreneurs developers developer conglomerate conglomerates "
    "consortium shareholders financiers tycoon tycoons"
)
"""What these promise or set aside is invested."""
_REMITTANCES = frozenset({"remittance", "remittances"})
_GRANTS = word_set("grant grants aid assistance donation relief")
_COMFORTS = word_set("tents blankets tarpaulins mattresses rations stretchers")
_COSTS = word_set("cost costs expenses bill price")
_TAKINGS = word_set("fees receipts revenue revenues tolls income fares takings sales rents charges subsidies")
"""What covers its own costs out of these is paid for by no state."""
_RUSHED = word_set("rush rushed rushes rushing airlifted airlift airlifts airlifting")
_QUOTAS = frozenset({"quota", "quotas"})
_OF_MONEY = frozenset({"time", "percent"})
"""What stands before a sum without being one ("received 34% of the $2.9 billion")."""
GOT = word_set("receive receives received receiving get gets got obtain obtained obtains secure secures secured")
_BUYERS = word_set("export exports buyers buyer customers customer importers purchasers sale")
_VERBAL = frozenset({"verb", "passive"})
_LENT_REACH = 6
"""Within so many tokens behind "lent" stands what is lent."""
_LENDS = word_set("lent lend lends lending loaned")
_LENT = word_set("loan loans credit credits lent lend lender lenders tranche borrowed")
_PHYSICAL = frozenset({"mass", "volume", "energy", "power", "count"})
_FLED = word_set("refugees fled fleeing flee asylum war evacuees orphans wounded patients students")
_WEIGHED = frozenset({"mass", "volume", "energy", "power"})
_PASSED_ON = word_set("transferred transfer transfers sent send sends wired wire")
_SHIPPED = frozenset({"exported", "shipped", "sold", "traded"})
_EARNED = word_set("earn earns earned earning")
_PARTNER_REACH, _BY = 6, frozenset({"by"})
_EXCEEDS = word_set("exceeded exceed exceeds outstripped outpaced outweighed surpassed topped exceeding outstrip")
_DEBTS = frozenset({"debt", "debts", "arrears", "bill", "bills"})
_TOWARDS = frozenset({"toward", "towards", "against", "repayment", "off"})
_MONEY = frozenset({"currency"})
_NO_PEOPLE = _WEIGHED | _MONEY
_BROUGHT = word_set("brought bring brings bringing")
_POWER = frozenset({"power", "energy"})
_DRAWN = word_set("draw draws drew drawn drawing")
"""Goods or power that are drawn from a country are bought of it."""
_SPENT = word_set("spend spends spent spending")
_COST_REACH, _REPAID_REACH, _SPENT_REACH = 10, 4, 9
_ABROAD = frozenset({"in", THERE})
_CAUSES = word_set("aid assistance relief development programmes programs")
"""What is spent on these in another country is aid."""
_DASHES = frozenset({"—", "–"})
_ON_WHAT = frozenset({"on", "for"})
_LIMITED_REACH = 10
"""So many tokens behind a limit it is said what it is on."""
_DEFICIT = word_set("deficit deficits gap shortfall imbalance unfavourable unfavorable negative adverse")
_ADJECTIVE_REACH = 2
_IN_THE_RED = ["in", "the", "red"]
_FROM = frozenset({"from"})
_TRADED = frozenset({"export", "import"})
_THE_SAME = frozenset({"the", "this", "that"})
ORDERS = word_set("order orders")
"""What is got from a buyer, or placed with a seller."""
_CARRIER_REACH = 5
CARRIERS = word_set(
    "ship ships vessel vessels freighter freighters plane planes aircraft flight flights tanker tankers convoy convoys "
    "train trains truck trucks lorry lorries wagons barges cargo airlifter carrier carriers boat boats barge"
)
"""What brings goods."""


def flow_of(scene: Scene, trigger: Trigger, story: Story) -> str:
    """The flow of `trigger`, `contract` for goods that are agreed on, or `none` for what tells of no flow here."""
    if trigger.flow == "contract":
        return "contract" if _of_goods(scene, trigger, story) else money_of_deal(scene, trigger, story)
    if trigger.flow == "production" and trigger.kind == "verb":
        return "export" if _goes_abroad(scene, trigger) else "production"
    if trigger.flow == "consumption" and trigger.subject == "exporter":
        return _covering(scene, trigger)
    if trigger.flow == "debt" and scene.tokens.lowers[trigger.first] in _PARTS_OF_AID:
        told = story.recent(scene.paragraph.position)
        granted = told is not None and told.flow == "aid"
        return "aid" if granted or scene.has(scene.first, scene.last, _GRANTS) else "debt"
    if trigger.flow == "debt" and _lends_goods(scene, trigger):
        return "aid"
    sold = _flow_of_giving(scene, trigger) if trigger.flow == "aid" and trigger.kind in _VERBAL else None
    if sold is not None:
        return sold
    earns = trigger.flow == "import" or scene.tokens.lowers[trigger.first] in _EARNED
    if earns and _from_workers(scene, trigger):
        return "labour"
    if trigger.strong or trigger.flow not in ("import", "export"):
        return "trade" if _goes_both_ways(scene, trigger) else trigger.flow
    if trigger.flow == "import":
        return _flow_of_getting(scene, trigger, story)
    return "trade" if _goes_both_ways(scene, trigger) else _flow_of_sending(scene, trigger, story)


def _goes_both_ways(scene: Scene, trigger: Trigger) -> bool:
    """Whether goods are sent from each of two to the other ("worth of goods was shipped between the two countries")."""
    if trigger.flow != "export" or trigger.kind not in _VERBAL or scene.tokens.lower(trigger.last) != "between":
        return False
    return scene.tokens.lowers[trigger.last - 1] in _SHIPPED


def _covering(scene: Scene, trigger: Trigger) -> str:
    """What a verb of covering tells of: costs that a state pays, or a part of what a country needs."""
    if not scene.has(trigger.last, trigger.last + _COST_REACH, _COSTS):
        return "consumption"
    return "none" if scene.has(scene.clause(trigger.first)[0], trigger.first, _TAKINGS) else "investment"


def _of_goods(scene: Scene, trigger: Trigger, story: Story) -> bool:
    """Whether goods are agreed on, not money alone: orders are for goods; what is agreed on may itself be counted."""
    if scene.tokens.lowers[trigger.first] in ORDERS:
        return True
    counted = amounts_of_goods(scene)
    if any(a.noun is None or not a.noun[0] <= trigger.first < a.noun[1] for a in counted):
        return True
    return goods_of_deal(scene, trigger) is not None or _is_told_of(scene, trigger, story)


def _is_told_of(scene: Scene, trigger: Trigger, story: Story) -> bool:
    """Whether a deal is the one by which the goods told of before are to move ("The contract is worth")."""
    recent = story.recent(scene.paragraph.position)
    if recent is None or recent.flow not in _TRADED or scene.tokens.lower(trigger.first - 1) not in _THE_SAME:
        return False
    return story.goods.get(recent.flow) is not None


def _flow_of_giving(scene: Scene, trigger: Trigger) -> str | None:
    """The flow of a verb of giving where those who give sell or invest."""
    if trigger.kind == "verb" and _put_up_by_investors(scene, trigger):
        return "investment"
    return "export" if not trigger.strong and _is_for_buyers(scene, trigger) else None


def _put_up_by_investors(scene: Scene, trigger: Trigger) -> bool:
    """Whether who promises or gives money does so to earn by it ("Omani investors pledged $200 million for")."""
    first, end = scene.clause(trigger.first)
    if not scene.has(first, trigger.first, _INVESTORS) or not _of_kind(scene, trigger, _MONEY):
        return False
    return not scene.has(first, end, _AID_WORDS)


def _is_for_buyers(scene: Scene, trigger: Trigger) -> bool:
    """Whether goods are set aside for those who buy them ("1.5 million tonnes have been committed to buyers")."""
    first, end = scene.clause(trigger.first)
    return scene.has(first, end, _BUYERS) and any(a.kind in _WEIGHED and first <= a.first < end for a in scene.amounts)


def _lends_goods(scene: Scene, trigger: Trigger) -> bool:
    """Whether things are lent and no money ("lent 300,000 test kits")."""
    if scene.tokens.lowers[trigger.first] not in _LENDS:
        return False
    end = trigger.last + _LENT_REACH
    given = next((a for a in scene.amounts if trigger.last <= a.first < end and a.kind != "time"), None)
    return given is not None and given.kind == "count" and given.noun is not None


def _goes_abroad(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is pumped or produced goes to a country ("Iran pumps gas to its neighbour")."""
    _, end = scene.clause(trigger.first)
    return any(
        (s.preposition in TO or s.preposition == THERE) and named(s) and trigger.last <= s.first < end
        for s in scene.sides
    )


def _flow_of_getting(scene: Scene, trigger: Trigger, story: Story) -> str:
    """What a weak verb of getting tells of: workers where they are the matter, a loan or aid where it is money."""
    recent = story.recent(scene.paragraph.position)
    counted = any(amount.kind == "count" for amount in scene.amounts) and not _of_kind(scene, trigger, _NO_PEOPLE)
    if recent is not None and recent.flow == "labour" and counted:
        return "labour"
    wages = scene.tokens.lowers[trigger.first] in GOT and scene.has(trigger.last, scene.last, _REMITTANCES)
    if wages or (story.labour and _gets_people(scene, trigger)):
        return "labour"
    if _is_money_received(scene, trigger):
        if (recent is not None and recent.wages) or (story.remittances and not _is_given(scene)):
            return "labour"
        return "debt" if scene.has(scene.first, scene.last, _LENT) else "aid"
    if gets_aid(scene, trigger):
        return "aid"
    given = scene.tokens.lowers[trigger.first] in GOT and _of_kind(scene, trigger, _PHYSICAL) and _is_given(scene)
    return "aid" if given else "import"


def _gets_people(scene: Scene, trigger: Trigger) -> bool:
    """Whether people of a nation are what is taken in ("Kuwait took in 61,300 Filipinos"), and none who fled."""
    counted = next((a for a in scene.amounts if a.qualifier_first == trigger.last), None)
    if counted is None or counted.noun is None or scene.has(scene.first, scene.last, _FLED):
        return False
    return any(side.last == counted.noun[1] and side.kind == "demonym" for side in scene.sides)


def _carries_in(scene: Scene, trigger: Trigger) -> bool:
    """Whether a ship or plane is what brings goods in ("an aircraft of the ministry brought in 32 tonnes")."""
    if not scene.tokens.lowers[trigger.first].startswith(("bring", "brought", "take", "took", "taking")):
        return False
    first, _ = scene.clause(trigger.first)
    return scene.has(first, trigger.first, CARRIERS)


def _flow_of_sending(scene: Scene, trigger: Trigger, story: Story) -> str:
    """What a weak word of sending tells of: aid where the sentence or the story is of relief, else an export."""
    comes_from = trigger.subject == "goods" and scene.has(trigger.first, trigger.last, _FROM)
    if comes_from and any(amount.kind == "percent" and amount.last <= trigger.first for amount in scene.amounts):
        return "import"
    recent = story.recent(scene.paragraph.position)
    carried = trigger.subject == "goods" or trigger.amounts == "goods" or _goes_by_carrier(scene, trigger)
    comforts = trigger.amounts == "goods" and scene.has(trigger.last, scene.last, _COMFORTS)
    goes_on = recent is not None and recent.flow == "aid" and not rises_or_falls(scene, trigger)
    relief = comforts or (carried and story.relief) or goes_on
    if recent is not None and moves_what_was_lent(scene, trigger, recent.flow):
        return recent.flow
    if scene.tokens.lowers[trigger.first] in _RUSHED or hands_money(scene, trigger) or hands_arms(scene, trigger):
        return "aid"
    return "aid" if relief or _is_given(scene) else "export"


def _goes_by_carrier(scene: Scene, trigger: Trigger) -> bool:
    """Whether a ship, a plane or the like takes what is sent ("a naval ship carrying 9 tonnes of rice")."""
    if trigger.kind == "noun":
        return False
    first, end = scene.clause(trigger.first)
    return scene.has(max(first, trigger.first - _CARRIER_REACH), min(end, trigger.last + _CARRIER_REACH), CARRIERS)


def _is_given(scene: Scene) -> bool:
    """Whether the sentence speaks of a gift."""
    lowers = scene.tokens.lowers[scene.first : scene.last]
    told = not _AID_WORDS.isdisjoint(lowers) or ("free" in lowers and "charge" in lowers)
    return told or "given by" in " ".join(lowers)


def _is_money_received(scene: Scene, trigger: Trigger) -> bool:
    """Whether money is got and no goods ("got $180 million from the bank")."""
    if scene.tokens.lowers[trigger.first] not in GOT:
        return False
    _, end = scene.clause(trigger.first)
    money = next((a for a in scene.amounts if trigger.last <= a.first < end and a.kind not in _OF_MONEY), None)
    if money is None or money.kind != "currency":
        return False
    return not any(term_at(scene.tokens, at) is not None for at in range(trigger.last, end))


def _of_kind(scene: Scene, trigger: Trigger, kinds: frozenset[str]) -> bool:
    """Whether the first amount behind a word of flow is of one of `kinds`."""
    behind = next((a for a in scene.amounts if trigger.last <= a.first), None)
    return behind is not None and behind.kind in kinds


def _from_workers(scene: Scene, trigger: Trigger) -> bool:
    """Whether what comes in comes from workers abroad ("took in $150 million a year from workers in Russia")."""
    if _of_kind(scene, trigger, _WEIGHED):
        return False
    return any(
        t.flow == "labour" and t.first > trigger.last and scene.has(trigger.last, t.first, _FROM)
        for t in scene.triggers
    )


def _are_lent_to(scene: Scene, trigger: Trigger) -> bool:
    """Whether loans are told by whom they went to, so as those of who lent ("outstanding loans to Fiji")."""
    if scene.tokens.lowers[trigger.last - 1] != "loans":
        return False
    _, end = scene.clause(trigger.first)
    return any(s.preposition == "to" and trigger.last <= s.first < end and named(s) for s in scene.sides)


def as_told(scene: Scene, trigger: Trigger, story: Story) -> Trigger:
    """What carriers bring in as goods that come; "they earned the regime $30 million" of workers as wages sent home."""
    if trigger.flow == "debt" and trigger.subject == "importer" and _are_lent_to(scene, trigger):
        return replace(trigger, subject="exporter")
    invested = as_investment(scene, trigger)
    if invested is not None:
        return invested
    if _carries_in(scene, trigger):
        return replace(trigger, flow="export", subject="goods")
    if scene.tokens.lowers[trigger.first] in _BROUGHT and _of_kind(scene, trigger, _MONEY):
        return replace(trigger, flow="export", subject="exporter")
    drawn = scene.tokens.lowers[trigger.first] in _DRAWN
    if drawn and (_of_kind(scene, trigger, _PHYSICAL) or _is_part_of_goods(scene, trigger)):
        return replace(trigger, flow="import", subject="importer")
    if scene.tokens.lowers[trigger.first] in _SPENT and _spends_on_others(scene, trigger):
        return replace(trigger, flow="aid", subject="exporter")
    if trigger.flow == "aid" and trigger.kind == "verb" and _of_kind(scene, trigger, _POWER):
        return replace(trigger, flow="export")
    if scene.tokens.lowers[trigger.first] in GOT and _of_kind(scene, trigger, _MONEY) and _is_repaid(scene, trigger):
        return replace(trigger, flow="debt", subject="exporter", strong=True)
    if trigger.flow == "cap" and (_is_of_output(scene, trigger) or _is_of_sales(scene, trigger)):
        return replace(trigger, subject="exporter")
    recent = story.recent(scene.paragraph.position)
    return _of_workers(scene, trigger, recent.wages) if recent is not None and recent.flow == "labour" else trigger


def _of_workers(scene: Scene, trigger: Trigger, wages: bool) -> Trigger:
    """What is earned or passed on where workers abroad were told of before, `wages` says whether their money was."""
    lower = scene.tokens.lowers[trigger.first]
    if wages and lower in _PASSED_ON and _of_money(scene, trigger):
        return replace(trigger, flow="labour", subject="sender", strong=True)
    if lower not in _EARNED:
        return trigger
    told = any(side.kind == "pronoun" and side.last <= trigger.first for side in scene.sides)
    return replace(trigger, flow="labour", subject="sender", strong=True) if told else trigger


def _is_of_output(scene: Scene, trigger: Trigger) -> bool:
    """Whether a quota is one of what a state may pump ("has a quota of 2.3 million barrels a day")."""
    if scene.tokens.lowers[trigger.first] not in _QUOTAS:
        return False
    first, end = scene.clause(trigger.first)
    return any(a.per == "day" and a.unit.unit == "bbl" for a in scene.amounts if first <= a.first < end)


def _is_of_sales(scene: Scene, trigger: Trigger) -> bool:
    """Whether who sets a limit sells ("put a ceiling of 5 tons on its tea exports"), and no other state's goods are
    what is limited."""
    if trigger.kind != "noun" or trigger.subject != "importer":
        return False
    near = (t for t in scene.triggers if trigger.last <= t.first < trigger.last + _LIMITED_REACH and t.kind == "noun")
    limited = next(near, None)
    if limited is None or limited.flow != "export" or not scene.has(trigger.last, limited.first, _ON_WHAT):
        return False
    between = (s for s in scene.sides if trigger.last <= s.first < limited.first)
    return not any(side.possessive and side.kind != "pronoun" for side in between)


def _is_part_of_goods(scene: Scene, trigger: Trigger) -> bool:
    """Whether a share of goods is the object of a verb ("draws 65 percent of its gas from Algeria")."""
    share = next((a for a in scene.amounts if a.kind == "percent" and a.qualifier_first == trigger.last), None)
    if share is None or scene.tokens.lower(share.last) != "of":
        return False
    return any(term_at(scene.tokens, share.last + step) is not None for step in (1, 2, 3))


def _is_repaid(scene: Scene, trigger: Trigger) -> bool:
    """Whether money that is got pays off a debt ("got $60 million from Minsk towards the bill")."""
    debt = next((at for at in range(trigger.last, scene.last) if scene.tokens.lowers[at] in _DEBTS), None)
    return debt is not None and scene.has(debt - _REPAID_REACH, debt, _TOWARDS)


def _of_money(scene: Scene, trigger: Trigger) -> bool:
    """Whether all that is counted in the clause is money."""
    first, end = scene.clause(trigger.first)
    here = [a.kind for a in scene.amounts if first <= a.first < end and a.kind not in ("time", "percent")]
    return bool(here) and set(here) == {"currency"}


def _spends_on_others(scene: Scene, trigger: Trigger) -> bool:
    """Whether money is spent in another country on what is no goods ("spends A$220 million on its mission there")."""
    end = min(trigger.last + _SPENT_REACH, scene.last)
    if scene.has(trigger.last, end, _CAUSES):
        return True
    at = next((at for at in range(trigger.last, end) if scene.tokens.lowers[at] == "on"), None)
    if at is None or any(term_at(scene.tokens, at + step) is not None for step in (1, 2, 3, 4)):
        return False
    _, stop = scene.clause(trigger.first)
    return any(at < s.first < stop and s.preposition in _ABROAD and named(s) for s in scene.sides)


def is_exceeded(scene: Scene, trigger: Trigger) -> bool:
    """Whether `trigger` is what another flow exceeds ("exports exceeded imports by $245 million")."""
    by = trigger.last
    if scene.tokens.lower(by) in ("from", "to"):
        # "exceeded its imports from Oman by $9 million"
        by = next(iter(scene.tokens.places(_BY, by + 1, min(by + _PARTNER_REACH, scene.last))), by)
    if scene.tokens.lower(by) != "by":
        return False
    other = [t for t in scene.triggers if t.last < trigger.first and {t.flow, trigger.flow} == {"export", "import"}]
    return bool(other) and scene.has(other[-1].last, trigger.first, _EXCEEDS)


def _is_explained(scene: Scene, balance: Trigger, trigger: Trigger) -> bool:
    """Whether `trigger` only says what a deficit before it is ("the trade deficit — the gap between … — was")."""
    if balance.last > trigger.first or any(balance.last <= a.first < trigger.first for a in scene.amounts):
        return False
    between = scene.tokens.lowers[balance.last : trigger.first]
    return not _DASHES.isdisjoint(between) and scene.has(balance.first, balance.last + 1, _DEFICIT)


def is_deficit(scene: Scene, trigger: Trigger) -> bool:
    """Whether a balance is told as negative ("a negative balance", "the balance was 5 billion dollars in the red")."""
    if scene.has(trigger.first - _ADJECTIVE_REACH, trigger.last + 1, _DEFICIT):
        return True
    if any(t.flow == "balance" and _is_explained(scene, t, trigger) for t in scene.triggers):
        return True
    _, end = scene.clause(trigger.first)
    return any(scene.tokens.lowers[at : at + 3] == _IN_THE_RED for at in range(trigger.last, end - 2))
