"""Sums of business and of crime that are told with a trade's words: a bid for a company, a theft, what a shop sells."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.given import is_part_of_need
from pipeline.extract.trade.measure import Measured
from pipeline.extract.trade.roles import named
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.story import Frame, Story
from pipeline.extract.trade.telling import GOT

_DEALINGS = word_set("takeover acquisition merger equity valuation ipo bidder bidders lawsuit plaintiff plaintiffs")
"""Where one of these is told, money that is offered, sent or received is no aid."""
_CRIMES = word_set("fraudulent hackers heist thieves stolen")
"""Money that is moved by crime is no flow of any kind."""
_AID = word_set(
    "aid assistance donor donors donation donations donated grant grants relief humanitarian support help budget fund "
    "funds funding reconstruction refugees package pledge pledged pledges"
)
"""One of these at least stands in the paragraph where a state receives aid from nobody who is named."""
_GIFTS = word_set(
    "aid assistance donor donors donation donations donated grant grants relief humanitarian refugees arms weapons"
)
"""Where one of these is told, a gift may be of a state that only the sentences before have named."""
_SENT = frozenset({"aid", "export", "labour"})
_MONIES = frozenset({"aid", "debt", "investment"})
_GIVEN = frozenset({"aid", "debt"})
_SALES = frozenset({"sales", "sale", "shipments"})
_SELLING = _SALES | word_set("sold sell sells selling ship ships shipped")
_FIRMS = word_set(
    "company firm carmaker carmakers automaker automakers retailer retailers startup profit revenue revenues "
    "analysts vendor ceo inc corp plc handset brand brands outlets dealers quarterly shareholders"
)
_PLANTS = word_set("plant plants unit units station stations reactor reactors shortfall")
_TRADE = frozenset({"trade", "trading"})
_SESSIONS = word_set("early morning midmorning mid-morning midday afternoon late after-hours premarket")
_SESSION_REACH = 2
_EXCHANGES = word_set("shares stocks index futures benchmark nasdaq nikkei shareholders")
_TWO = 2
_EARNING = word_set(
    "remittance remittances wage wages salary salaries earn earns earned earning earnings home pay pays paid income "
    "send sends sent sending transfers transferred revenue revenues workers labourers"
)
_AWAY = word_set("abroad overseas foreign migrant migrants expatriate expatriates foreigners permits visas nationals")
_JOBS = frozenset({"jobs", "job", "inhabitants", "gunmen"})
_WORKERS = word_set("workers doctors engineers nurses jobs employees labourers teachers workforce")
_WORKERS_REACH = 5
_DEBTS = word_set("debt debts loan loans credit credits owe owes owed lent lend borrowed borrowing figure ratio")
_CLAIMS = frozenset({"claim", "claims", "claimed"})
_FROM = frozenset({"from"})
_OWNER_REACH = 4
_MASSES = frozenset({"mass", "volume", "energy"})
_ABROAD = word_set(
    "export exports exported import imports imported abroad overseas foreign trade purchases bought arms weapons"
)


def is_private(
    scene: Scene, amount: Amount, frame: Frame, measured: Measured, trigger: Trigger | None, story: Story
) -> bool:
    """Whether an amount is one of business at home, of which a word of flow is told."""
    if frame.flow in _SENT and scene.has(scene.first, scene.last, _CRIMES):
        return True
    if frame.flow == "aid":
        if scene.has(scene.first, scene.last, _DEALINGS):
            return True
        return (
            _is_no_part(scene, amount, trigger, story)
            or _is_got_of_nobody(scene, frame, trigger)
            or _is_nobodys_gift(scene, trigger, story)
        )
    if amount.kind == "power" and _is_a_plants(scene, frame):
        return True
    if frame.flow == "labour":
        return _is_work_at_home(scene, amount, frame)
    if frame.flow == "trade":
        return _is_of_a_market(scene, frame, trigger)
    if frame.flow == "debt":
        return _is_part_of_no_debt(scene, amount, frame, trigger)
    if frame.flow == "cap":
        return _limits_no_trade(scene, amount, frame, measured, trigger)
    return frame.flow == "export" and _is_sold_at_home(scene, amount, frame, trigger, story)


def _is_no_part(scene: Scene, amount: Amount, trigger: Trigger | None, story: Story) -> bool:
    """Whether a percentage is given of nothing that was told as given ("offers up to 14 percent a year")."""
    if amount.kind != "percent" or trigger is None or trigger.kind == "noun":
        return False
    if any(other.kind == "currency" or other.kind in _MASSES for other in scene.amounts):
        return False
    if any(t.kind == "noun" and t.flow == "aid" and t.strong and amount.last < t.first for t in scene.triggers):
        return False  # "gives 40 percent of all aid that Mali receives"
    before = story.recent(scene.paragraph.position)
    return before is None or before.flow not in _MONIES


def _is_got_of_nobody(scene: Scene, frame: Frame, trigger: Trigger | None) -> bool:
    """Whether nobody is told to give what is received, and no aid is spoken of ("families will get $3,000")."""
    if trigger is None or trigger.kind != "verb" or frame.exporter is not None:
        return False
    if scene.tokens.lowers[trigger.first] not in GOT or scene.has(trigger.last, scene.last, _FROM):
        return False
    if is_part_of_need(scene) and any(s.code == frame.importer and s.kind != "pronoun" for s in scene.sides):
        return False
    return _AID.isdisjoint(scene.tokens.lowers)


def _is_nobodys_gift(scene: Scene, trigger: Trigger | None, story: Story) -> bool:
    """Whether a weak word of giving is all that tells of aid: no state gives or gets, and none has given or got before
    ("closed a $40 million funding round", "merchandise contributed $3 billion to earnings")."""
    if (
        trigger is None
        or trigger.strong
        or any(named(s) for s in scene.sides)
        or not _GIFTS.isdisjoint(scene.tokens.lowers)
    ):
        return False
    before = story.recent(scene.paragraph.position)
    return before is None or not (before.flow in _GIVEN or before.bilateral)


def _is_a_plants(scene: Scene, frame: Frame) -> bool:
    """Whether megawatts are what a plant at home can make ("unit 2 provided 140 MW", "a deal on a 30-MW plant")."""
    if frame.flow == "trade":
        return True
    moved = frame.flow in ("export", "import") and (frame.exporter is None or frame.importer is None)
    return moved and scene.has(scene.first, scene.last, _PLANTS)


def _is_work_at_home(scene: Scene, amount: Amount, frame: Frame) -> bool:
    """Whether jobs are counted, a part of a state's people at work is told, or a sum that nobody earns or sends."""
    if amount.kind == "currency":
        return not (frame.wages or scene.has(scene.first, scene.last, _EARNING))
    if scene.has(scene.first, scene.last, _AWAY):
        return False
    if amount.kind == "count":
        return amount.noun is not None and scene.tokens.lowers[amount.noun[1] - 1] in _JOBS
    of_workers = scene.tokens.lower(amount.last) in ("of", "the")
    return of_workers and scene.has(amount.last, amount.last + _WORKERS_REACH, _WORKERS)


def _is_of_a_market(scene: Scene, frame: Frame, trigger: Trigger | None) -> bool:
    """Whether "trade" is a day's dealing on an exchange ("fell 2 percent in early trade")."""
    if trigger is not None and trigger.kind == "noun":
        first = max(scene.first, trigger.first - _SESSION_REACH)
        if scene.tokens.lowers[trigger.last - 1] in _TRADE and scene.has(first, trigger.first, _SESSIONS):
            return True
    return len(frame.countries) < _TWO and scene.has(scene.first, scene.last, _EXCHANGES)


def _is_part_of_no_debt(scene: Scene, amount: Amount, frame: Frame, trigger: Trigger | None) -> bool:
    """Whether a percentage is a part of something else than what is owed: of a market that a firm claims, or told where
    no debt is spoken of."""
    if amount.kind != "percent" or frame.exporter is not None:
        return False
    if trigger is None:
        return not scene.has(scene.first, scene.last, _DEBTS)
    return trigger.last == amount.qualifier_first and scene.tokens.lowers[trigger.first] in _CLAIMS


def _limits_no_trade(scene: Scene, amount: Amount, frame: Frame, measured: Measured, trigger: Trigger | None) -> bool:
    """Whether a percentage is that of a limit set to no trade ("a 9 percent cap on credit card rates")."""
    if amount.kind != "percent" or (frame.exporter is not None and frame.importer is not None):
        return False
    if measured.measure == "change" and trigger is not None:
        return False  # "The herring quota falls by 9 percent"
    return not any(t.flow in ("export", "import", "trade", "production") for t in scene.triggers)


def _is_a_firms(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is sold is a firm's own ("The carmaker sold 3 million vehicles"), and nothing goes abroad."""
    if scene.tokens.lowers[trigger.last - 1] not in _SELLING or not scene.has(scene.first, scene.last, _FIRMS):
        return False
    return not scene.has(scene.first, scene.last, _ABROAD)


def _is_sold_at_home(scene: Scene, amount: Amount, frame: Frame, trigger: Trigger | None, story: Story) -> bool:
    """Whether "sales" are those of a firm or in a state's own shops: to no state, and where no trade is told of."""
    if trigger is None or frame.importer is not None or amount.kind in _MASSES:
        return False
    if (trigger.kind == "noun" or amount.kind == "count") and _is_a_firms(scene, trigger):
        return True
    if trigger.kind != "noun":
        return False
    if scene.tokens.lowers[trigger.last - 1] not in _SALES or not _ABROAD.isdisjoint(scene.tokens.lowers):
        return False
    ahead = max(scene.first, trigger.first - _OWNER_REACH)
    if scene.has(ahead, trigger.first, _FROM) or any(ahead <= side.last <= trigger.first for side in scene.sides):
        return False  # "earns $4 billion from oil sales", "Peruvian sales"
    before = story.recent(scene.paragraph.position)
    return before is None or before.flow not in ("export", "import", "trade", "balance")
