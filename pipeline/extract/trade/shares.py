"""Whether a percentage is a share of some trade: what it is of, what it describes and who has it may speak against."""

from pipeline.extract.inflection import finite_words
from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.counts import is_stop
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.scene import Scene

_WHOLE_REACH = 14
"""So many tokens behind "of" the noun stands that a share is of ("of Togo's total annual fuel and food bill")."""
_TRADES = word_set(
    "export exports import imports trade trading commerce turnover shipment shipments deliveries delivery supply "
    "supplies sales purchases exchange exchanges surplus deficit deficits balance gap imbalance debt debts liabilities "
    "borrowing borrowings loan loans credit credits lending arrears claims aid assistance donations grants help relief "
    "support contributions funding funds fund financing finance investment investments fdi inflows inflow outflows "
    "outflow remittances production output consumption demand needs need requirements requirement use usage "
    "total totals volume volumes value tonnage amount sum rest remainder cargo cargoes freight goods products "
    "merchandise commodities catch harvest crop receipts earnings proceeds cost costs price capital portfolio "
    "cargoes consignments consignment units stems tons tonnes barrels bags boxes bales cartons head "
    "quota quotas market markets fleet arrivals workforce labourers mix basket money loss losses contract contracts "
    "expenses aggregate overall it them this that these those which what whom whose reserves package commitments "
    "yearly economy gdp"
)
"""Nouns of what is dealt in, and words that point to what was told before."""
_OTHERS = word_set(
    "members people population residents households homes companies firms banks institutions abortions emissions code "
    "startups cash groundwater spending subscribers customers users students voters families businesses "
    "systems land territory women men children respondents additions patients cases deaths schools workers papers "
    "jobs shares seats votes area assets operation operations stake stakes share drivers riders "
    "buildings provider equities stocks passengers visitors staff websites apps models brands "
    "employees doctors hospitals teachers farmers pupils attacks crimes viewers adults americans refugees migrants "
    "civilians troops soldiers casualties countries nations cities towns villages clients taxpayers inhabitants "
    "survey participants electorate properties houses apartments offices hotels rooms stores shops accounts"
)
"""Nouns of what nobody trades: as the head of what a share is of they speak against a trade."""
_ENDS = word_set(
    "who is are was were will would could should may might must can has have had do does did be been being by with "
    "in from to on into for at after before since until while when where because if but as than , ; : ( ) ? ! ¶"
)
_BEHIND_WHOLE = frozenset({"of", "that", "which"})
_DEALT = frozenset({"export", "import", "consumption", "production", "cap"})
_MARKET = frozenset({"market", "markets"})
_DETERMINERS = word_set("a an the that this its their his her any such another")
_PARTS = word_set(
    "share shares stake stakes part portion slice interest interests holding holdings chunk cut majority minority "
    "proportion fraction quota contribution weight weighting dependence reliance reduction equity ownership foreign "
    "level mark of from to in for on by at with and or as than more less over under which that owned domestic"
)
"""What a share with an article before it can be called ("a 45 percent share")."""
_WIDTH = 4
_LABOUR = word_set(
    "workers employees staff crew crews doctors teachers farmers students nurses maids sailors people women men"
)
_JOIN_REACH = 9
_JOINING = word_set("compared with to from and up down or while but versus against")
_APART = word_set("; which who that of")
_HYPHENS = frozenset({"-", "‑", "–"})
_FOLK_VERBS = word_set(
    "say says said believe believed believes think thought thinks see saw support supported oppose opposed want wanted "
    "voted vote votes favour favor favoured favored approve approved approving disapprove stating saying expect agree "
    "agreed disagree feel felt trust do"
)
"""What people do, of whom a percentage behind which it stands is one."""
_FOLK = word_set("women men people female male adults children foreigners students muslims")
_BE = frozenset({"are", "were"})
_DEGREES = word_set("about around some nearly almost roughly only just over up approximately low high record as")
_RATES = word_set(
    "rate rates yield yields margin margins return returns penetration inflation unemployment coupon interest premium "
    "probability chance odds discount estimate estimates poverty rating turnout commission accuracy efficiency"
)
"""What is told in percent and is a share of nothing."""
_AT = word_set("of at to is was were averaged from below above compared with than by between")
_NO_RATE = word_set("share shares proportion part , ;")
_RATE_REACH = 10


def is_of_trade(scene: Scene, amount: Amount, flow: str) -> bool:
    """Whether a share can be one of a trade of `flow`."""
    before = _joined_to(scene, amount)
    if before is not None and not is_of_trade(scene, before, flow):
        return False
    tokens, behind = scene.tokens, scene.tokens.lower(amount.last)
    if behind == "of":
        return _names_trade(scene, amount.last + 1, flow)
    if behind in _HYPHENS and tokens.glued(amount.last + 1) and tokens.lower(amount.last + 1).isalpha():
        return tokens.lowers[amount.last - 1] not in ("half", "third", "quarter", "fifth")  # "a third-party vendor"
    if behind in _FOLK_VERBS or (behind in _BE and tokens.lower(amount.last + 1) in _FOLK):
        return False
    if tokens.lowers[amount.last - 1] in ("%", "percent", "pct", "cent") and _describes(scene, amount):
        return False
    return not _is_rate(scene, amount)


def _joined_to(scene: Scene, amount: Amount) -> Amount | None:
    """The share that the percentage goes on with ("to 46 percent, against 41 percent a year ago")."""
    before: Amount | None = None
    for other in scene.amounts:
        if other.first >= amount.first:
            break
        before = other
    if before is None or before.kind != "percent" or before.change is not None:
        return None
    between = scene.tokens.lowers[before.last : amount.qualifier_first]
    if len(between) > _JOIN_REACH or _JOINING.isdisjoint(between) or not _APART.isdisjoint(between):
        return None
    if any(before.last <= trigger.first < amount.first for trigger in scene.triggers):
        return None
    return before


def _names_trade(scene: Scene, index: int, flow: str) -> bool:
    """Whether the noun phrase at token `index` is one of a trade or of goods, by the last of its words that tells."""
    tokens, told = scene.tokens, False
    for at in range(index, min(index + _WHOLE_REACH, scene.last)):
        lower = tokens.lowers[at]
        if (lower in _ENDS or (told and lower in _BEHIND_WHOLE)) and at > index:
            break
        if lower == "." and not (len(tokens.lower(at - 1)) == 1 and tokens.lower(at - 1).isalpha()):
            break
        if lower in _LABOUR and flow == "labour":
            told = True
        elif lower in _OTHERS and not (lower == "share" and tokens.lower(at + 1) == "of"):
            told, following = False, tokens.lower(at + 1)
            if following not in _TRADES and following not in _OTHERS:
                break
        elif lower in _MARKET:
            told = told or flow in _DEALT
        elif lower in _TRADES or _is_noun(scene, at) or term_at(tokens, at) is not None:
            told = True
        elif any(other.first == at and other.kind not in ("percent", "count") for other in scene.amounts):
            return True
    return told


def _is_noun(scene: Scene, index: int) -> bool:
    trigger = scene.starts.get(index)
    return trigger is not None and trigger.kind != "block"


def _describes(scene: Scene, amount: Amount) -> bool:
    """Whether a percentage stands before a noun that is no part of anything ("a 15 percent lending cap")."""
    tokens, at = scene.tokens, amount.qualifier_first - 1
    while tokens.lower(at) in _DEGREES and at > scene.first:
        at -= 1
    described = tokens.lower(at).isalpha() and not is_stop(tokens.lower(at))
    if tokens.lower(at) not in _DETERMINERS and not (described and tokens.lower(at - 1) in ("a", "an")):
        return False
    behind = amount.last
    for step in range(_WIDTH):
        lower = tokens.lower(behind + step)
        if lower in _PARTS:
            return False
        if not lower.isalpha() or is_stop(lower) or lower in finite_words():
            return step > 0
    return True


def _is_rate(scene: Scene, amount: Amount) -> bool:
    """Whether a rate stands at the percentage ("yields easing to 1.75 percent", "a margin of 7 percent")."""
    tokens = scene.tokens
    if scene.tokens.lower(amount.qualifier_first - 1) not in _AT | _DEGREES:
        return False
    begin = max(scene.clause(amount.first)[0], amount.qualifier_first - _RATE_REACH)
    for at in range(amount.qualifier_first - 1, begin - 1, -1):
        if tokens.lowers[at] in _RATES:
            return True
        trigger = scene.starts.get(at)
        if tokens.lowers[at] in _NO_RATE or (trigger is not None and trigger.flow in _DEALT):
            return False
    return False
