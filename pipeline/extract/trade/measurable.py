"""Whether an amount can measure the flow that its sentence tells of: goods, people at work, shares of a production."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import governing_change
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.beside import of_trigger
from pipeline.extract.trade.commodity import noun_phrase, term_at
from pipeline.extract.trade.eligible import PACKED, counts_goods, of_them
from pipeline.extract.trade.measure import Measured
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.story import Frame

_PIECES = word_set("units vehicles")
"""Alone these are enough to count goods that the sentence or the story names."""
_HANDING = word_set(
    "handed hands hand handing donated donates donate donating gifted presented delivered lent lend lends loaned"
)
_NOT_HANDED = word_set(
    "prisoners suspects detainees hostages captives bodies remains notes letters lists reports copies credentials "
    "awards medals speeches lectures papers keys invitations messages certificates verdicts points ideas baskets "
    "wreaths bouquets prizes proposals findings arguments petitions signatures blows fugitives migrants fighters"
)
_AT = frozenset({"at", "rate"})
_INTEREST = word_set("interest annum coupon annually yearly")
_INTEREST_REACH = 3
_GIFTS = frozenset({"aid", "debt", "investment"})
_OWN = frozenset({"own"})
_PASSING = word_set("pass passes passed transits transited travels travelled traveled")
"""What share of a trade passes through a port measures no flow between countries."""
_PASSING_REACH = 12
_WHOLE_REACH = 5
_AT_WORK = word_set(
    "work works worked working employ employs employed hire hires hired recruit recruits recruited send sends sent "
    "sending taken take abroad numbered numbers numbering pays pay paying "
    "paid serve serving served visas permits contracts admit admits admitted let lets "
    "quota labour labor"
)
_PRODUCED = frozenset({"mass", "volume", "energy", "power"})
_WORTH = frozenset({"worth"})
_PARTS_HELD = frozenset({"share", "stake", "holding", "say", "vote"})
"""What is given in percent with these is no aid ("gave Togo a 30 percent share of the market")."""
_LEAST_MONEY = 1000
"""Less money than that is a price, a fare or a fee, and no flow between countries."""
_LEAST_TRADED = 100_000
_HARD_MONEY = frozenset({"USD", "EUR", "GBP", "CHF", "AUD", "CAD"})
_SENT = word_set("send sends sent sending")
_OF_WAR = word_set(
    "warships warship destroyers destroyer frigates frigate bombers submarines fighters jets carriers troops"
)
_WORLDS = frozenset({"world", "world's", "global", "worldwide"})
_DEALT = frozenset({"export", "import", "cap", "trade", "consumption"})
_PRICED = word_set("for at costs cost costing price prices priced valued listed little equivalent starts from")
_PRICED_REACH = 7
_PAID_TO_MEN = frozenset({"labour", "cap"})
_MACHINES = word_set("rigs wells plants mines mills turbines reactors engines machines ships vessels aircraft trains")
"""What works, and is no worker."""
_FEW_WORKERS = 10
"""Fewer workers are people of a story and no flow of labour."""
_HARMED = word_set(
    "bodies remains coffins deaths lives freed jailed imprisoned killed died dead injured wounded hurt hostage "
    "hostages kidnapped abducted captured trapped rescued deportation deported expulsion expelled arrested"
)
_HARM_REACH = 6
_ENGINES = word_set("engine engines displacement payload")
_ENGINE_REACH = 3
_DASHES = frozenset({"-"})
_PAYING = word_set("pay pays paid paying charge charges charged charging")
_PAYING_REACH = 2
_GAPS = frozenset({"gap", "shortfall", "difference"})
_COSTING = frozenset({"cost", "costs"})
_POINTERS = word_set("it them this these")
"""What is paid for these in all is the worth of goods told of before."""
_DEARER = frozenset({"more", "less"})
_COMPARING = word_set(
    "as more higher larger greater bigger less fewer lower smaller that those the what its their faster"
)
_CHANGE_REACH = 5
_ILLS = word_set("poverty hunger unemployment joblessness emissions deaths mortality malnutrition inflation illiteracy")
_ILLS_REACH = 3
"""What is halved or doubled with these right behind it is no flow ("halving extreme poverty")."""
_SPEEDS = word_set("fast quickly rapidly often long slowly")
"""What grows twice as fast has not doubled."""


def makes_sense(scene: Scene, amount: Amount, frame: Frame, measured: Measured, trigger: Trigger | None) -> bool:
    """Whether such an amount can measure such a flow."""
    if amount.kind == "count" and measured.measure == "level":
        return _counts_goods(scene, amount, frame, trigger)
    if (
        _is_of_a_thing(scene, amount)
        or _is_price(scene, amount, measured)
        or _is_margin(amount)
        or (
            amount.kind == "percent"
            and ((trigger is not None and trigger.flow == "contract") or _is_interest(scene, amount, frame, measured))
        )
    ):
        return False
    if amount.kind == "percent" and _is_part_of_no_flow(scene, amount, frame, measured, trigger):
        return False
    if amount.kind == "currency" and 0 < amount.value < _LEAST_MONEY and frame.flow not in _PAID_TO_MEN:
        return False
    if amount.kind == "currency" and _is_price_of_one(scene, amount, frame):
        return False
    if (
        amount.kind == "currency"
        and frame.flow in _GIFTS
        and scene.has(scene.clause(amount.first)[0], amount.first, _OWN)
    ):
        return False
    if measured.measure == "share" and trigger is not None and _is_of_worlds_sales(scene, amount, trigger):
        return False
    if measured.measure == "share" and scene.has(amount.last, amount.last + _PASSING_REACH, _PASSING):
        return _is_of_all_trade(amount, trigger)
    worth = amount.kind == "currency" and scene.tokens.lower(amount.qualifier_first - 1) in _WORTH
    produced = worth or amount.kind in _PRODUCED or _names_goods(scene, amount, trigger)
    if frame.flow == "production" and not produced:
        return False
    return not (amount.kind == "power" and frame.flow in ("aid", "debt", "labour"))


def _is_part_of_no_flow(
    scene: Scene, amount: Amount, frame: Frame, measured: Measured, trigger: Trigger | None
) -> bool:
    """Whether a percentage is one of a firm that is given, or how far one is behind another ("closed the gap with its
    neighbours to 5 percent")."""
    if frame.flow == "aid" and scene.tokens.lower(amount.last) in _PARTS_HELD:
        return True
    if frame.flow != "balance" or measured.measure != "share" or trigger is None:
        return False
    return scene.tokens.lowers[trigger.last - 1] in _GAPS


def _is_of_worlds_sales(scene: Scene, amount: Amount, trigger: Trigger) -> bool:
    """Whether a share is one of what the world buys, at home and abroad ("more than half of global car sales")."""
    if scene.tokens.lowers[trigger.last - 1] != "sales" or trigger.first < amount.last:
        return False
    return scene.has(amount.last, trigger.first, _WORLDS)


def _is_price_of_one(scene: Scene, amount: Amount, frame: Frame) -> bool:
    """Whether a sum is so small that it is what one piece of goods costs ("sold for as little as $10,000")."""
    if frame.flow not in _DEALT or not 0 < amount.value < _LEAST_TRADED or amount.unit.unit not in _HARD_MONEY:
        return False
    return scene.has(amount.qualifier_first - _PRICED_REACH, amount.first, _PRICED)


def _is_interest(scene: Scene, amount: Amount, frame: Frame, measured: Measured) -> bool:
    """Whether a percentage is the interest on a loan ("lent $800 million at 4 percent")."""
    if frame.flow != "debt" or measured.measure != "share":
        return False
    tokens, ahead = scene.tokens, amount.qualifier_first - 1
    at = tokens.lower(ahead - 1 if tokens.lower(ahead) == "of" else ahead)
    return at in _AT or scene.has(amount.last, amount.last + _INTEREST_REACH, _INTEREST)


def _is_of_all_trade(amount: Amount, trigger: Trigger | None) -> bool:
    """Whether a share is told as one of a country's whole trade ("95 percent of Ethiopia's foreign trade")."""
    if trigger is None or trigger.flow != "trade" or trigger.kind != "noun":
        return False
    return amount.last <= trigger.first <= amount.last + _WHOLE_REACH


def tells_nothing(scene: Scene, amount: Amount, trigger: Trigger | None) -> bool:
    """Whether "double" or "twice" is told of an act and no flow ("hand over twice as much", a headline's "Double")."""
    word = scene.tokens.lowers[amount.first]
    if scene.paragraph.kind == "headline" and word in ("double", "twice"):
        return True
    if scene.has(amount.last, amount.last + _ILLS_REACH, _ILLS):
        return True
    if scene.tokens.lower(amount.last) == "as" and scene.tokens.lower(amount.last + 1) in _SPEEDS:
        return True
    return word == "twice" and trigger is not None and trigger.kind == "verb" and trigger.last == amount.first


def _is_multiple(scene: Scene, amount: Amount) -> bool:
    """Whether "ten times" compares, and does not count how often something was done."""
    behind = scene.tokens.lower(amount.last)
    return behind in _COMPARING or governing_change(scene.tokens, amount.qualifier_first, _CHANGE_REACH) is not None


def _is_of_a_thing(scene: Scene, amount: Amount) -> bool:
    """Whether an amount tells what a thing can do, how many there are of a group or how often something was done
    ("engines of 6 litres", "a market 40 million strong", "met him ten times")."""
    if scene.tokens.lowers[amount.last - 1] == "times" and not _is_multiple(scene, amount):
        return True
    if amount.kind in _PRODUCED and scene.has(amount.qualifier_first - _ENGINE_REACH, amount.qualifier_first, _ENGINES):
        return True
    at = amount.last + (scene.tokens.lower(amount.last) in _DASHES)
    return scene.tokens.lower(at) == "strong"


def _is_margin(amount: Amount) -> bool:
    """Whether points are told of no rise or fall, as those by which a loan is dear ("a point over Libor")."""
    return amount.kind == "point" and amount.change is None


def _is_price(scene: Scene, amount: Amount, measured: Measured) -> bool:
    """Whether goods are told to get dearer or cheaper for who buys them ("will pay 20 percent more for")."""
    if measured.measure == "change" and scene.tokens.lower(amount.qualifier_first - 1) in _COSTING:
        return True  # "such seeds cost three times more"
    if amount.kind != "percent" or not scene.has(amount.qualifier_first - _PAYING_REACH, amount.first, _PAYING):
        return False
    at = amount.last
    told = scene.tokens.lower(at) in _DEARER and scene.tokens.lower(at + 1) == "for"
    return told and scene.tokens.lower(at + 2) not in _POINTERS


def _names_goods(scene: Scene, amount: Amount, trigger: Trigger | None) -> bool:
    """Whether the clause says what is produced, so that a percentage can be of it."""
    first, end = scene.clause(amount.first)
    told = any(term_at(scene.tokens, at) is not None for at in range(first, end))
    return amount.kind == "percent" and told and trigger is not None


def _is_handed_over(scene: Scene, amount: Amount, trigger: Trigger) -> bool:
    """Whether things are the object of a verb of donation ("handed over two X-ray units"), and no people."""
    if amount.noun is None or trigger.kind != "verb":
        return False
    whom = next((side.last for side in scene.sides if side.first == trigger.last), trigger.last)
    if amount.qualifier_first not in (trigger.last, whom):
        return False
    head = scene.tokens.lowers[amount.noun[1] - 1]
    if any(s.last == amount.noun[1] and s.kind == "demonym" for s in scene.sides):
        return False
    return scene.tokens.lowers[trigger.first] in _HANDING and head not in _NOT_HANDED


def _are_at_work(scene: Scene, amount: Amount) -> bool:
    """Whether people of a trade are told of as working abroad, or being sent or hired for it."""
    first, end = scene.clause(amount.first)
    return scene.has(first, end, _AT_WORK)


def _come_to_harm(scene: Scene, amount: Amount) -> bool:
    """Whether people who are counted are dead, hurt or held, which is no labour ("the bodies of 322 workers")."""
    lowers, at = scene.tokens.lowers, amount.qualifier_first
    if scene.tokens.lower(at - 1) == "of" and lowers[at - 2] in _HARMED:
        return True
    return amount.noun is not None and scene.has(amount.noun[1], amount.noun[1] + _HARM_REACH, _HARMED)


def _are_named(scene: Scene, behind: int, trigger: Trigger | None) -> bool:
    """Whether it is said what is in boxes or bags, behind them or beside the word of flow ("banana shipments")."""
    if scene.tokens.lower(behind) == "of":
        return True
    nouns = (t for t in scene.triggers if t.kind == "noun" and t.flow == (trigger.flow if trigger is not None else ""))
    return any(of_trigger(scene, noun) is not None for noun in nouns)


def _counts_workers(scene: Scene, amount: Amount, trigger: Trigger | None) -> bool:
    """Whether people at work are counted, neither harmed nor a few of a story, and no machines."""
    if _come_to_harm(scene, amount):
        return False
    if amount.noun is not None and scene.tokens.lowers[amount.noun[1] - 1] in _MACHINES:
        return False
    told = trigger is None or trigger.strong or trigger.kind != "noun" or _are_at_work(scene, amount)
    return amount.value >= _FEW_WORKERS and told


def _is_made_before(frame: Frame, amount: Amount, trigger: Trigger | None) -> bool:
    """Whether things are told ahead of a word of production, or of a noun, so that they are not what is made."""
    if frame.flow != "production":
        return False
    return trigger is None or trigger.kind != "verb" or trigger.first > amount.first


def _sails(scene: Scene, last: int, frame: Frame, trigger: Trigger | None) -> bool:
    """Whether ships or planes of war are sent somewhere and not to a state ("will send two warships to the bay")."""
    if frame.flow != "export" or frame.importer is not None or trigger is None:
        return False
    if scene.tokens.lowers[trigger.first] not in _SENT:
        return False
    return scene.tokens.lowers[last - 1] in _OF_WAR


def _counts_goods(scene: Scene, amount: Amount, frame: Frame, trigger: Trigger | None) -> bool:
    """Whether what is counted can be moved: goods of the lexicon, or workers."""
    if frame.flow == "aid" and trigger is not None and _is_handed_over(scene, amount, trigger):
        return True
    if frame.flow == "labour":
        return _counts_workers(scene, amount, trigger)
    if of_them(scene, amount) and frame.flow in ("export", "import", "aid"):
        return amount.value >= _FEW_WORKERS
    noun = amount.noun or amount.like
    if noun is not None and frame.flow == "trade" and trigger is not None and trigger.flow == "contract":
        return counts_goods(scene, noun)
    if noun is None or frame.flow not in ("export", "import", "aid", "cap", "production"):
        return False
    if _sails(scene, noun[1], frame, trigger) or _is_made_before(frame, amount, trigger):
        return False
    first, last = noun
    if counts_goods(scene, noun) or scene.tokens.lowers[last - 1] in _PIECES:
        return True
    if scene.tokens.lowers[last - 1] in PACKED and _are_named(scene, last, trigger):
        return True
    if scene.tokens.lower(last) != "of":
        return False
    return counts_goods(scene, (first, noun_phrase(scene, last + 1)))
