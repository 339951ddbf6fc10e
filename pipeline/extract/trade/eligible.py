"""Which amounts are of a kind that trade figures are made of: goods, money, people at work, shares of them."""

import re

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import HEAD, term_at
from pipeline.extract.trade.prices import is_move_of_price
from pipeline.extract.trade.rates import is_rate
from pipeline.extract.trade.scene import Scene, Trigger

_KINDS = frozenset({"currency", "percent", "point", "mass", "volume", "energy", "power", "freight", "count"})
_PEOPLE = word_set(
    "respondents voters adults americans pupils women men children listeners readers economists seats votes land"
)
_FIRMS = word_set(
    "banks companies firms enterprises creditors lenders voters respondents citizens households women startups"
)
_HAVING = frozenset({"'", "’", "'s", "’s", "imports", "exports", "trade"})
_FOLK = word_set("people residents citizens children women men refugees families inhabitants")
_GROUND = frozenset({"area", "territory", "coastline", "population"})
_SQUARE = word_set("square hectares acres kilometre kilometres kilometer kilometers")
_TOTAL = frozenset({"total", "land", "surface", "sea", "whole", "entire"})
_ENDS_PHRASE = frozenset({",", ";", ".", "and", "in", "from", "to", "through", "with", "by", "at", "on"})
_LAND_REACH = 9
_LANDS = frozenset({"demonym", "name", "capital"})
"""Half of these are people or land ("half of Moldova without light")."""
_WORKS = word_set(
    "revenue revenues income budget spending expenditure gdp earnings work works construction building structure route "
    "track tunnel earthworks civil physical average averages wage wages salary salaries"
)
"""A part of these is no part of a flow."""
_BUDGETS = frozenset({"revenue", "revenues", "budget", "spending"})
_BUDGET = frozenset({"budget", "budgets"})
_BUDGET_REACH = 5
_ECONOMIES = frozenset({"economies"})
_VALUE_REACH = 5
_PLACES = word_set(
    "fields field facilities facility plants plant mines mine wells refineries refinery pipelines terminals factories "
    "mills farms sites blocks licences licenses deposits stations platforms depots warehouses shops stores outlets "
    "destinations markets sources producers exporters importers buyers sellers suppliers customers consumers growers "
    "manufacturers traders"
)
"""Places where goods are made or sold, and those who deal in them, which move nowhere ("15 oil fields")."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:\D|$)")
_MISVALUED = word_set("undervalued overvalued devalued revalued devaluation revaluation")
_VALUED_REACH = 8
_MONIES = word_set(
    "dollar yen euro pound sterling mark rouble ruble lira won yuan rupee peso rand franc krone krona currency "
    "currencies baht rupiah real hryvnia tenge naira dinar"
)
_VALUED = frozenset({"undervalued", "overvalued"})
_MONEY_REACH = 4
_SUBJECT_REACH = 9
_DEGREES = frozenset({"more", "less"})
_QUALITIES = word_set("competitive expensive costly efficient productive profitable")
_EACH = frozenset({"per", "a", "an", "for", "each", "every"})
_OF_MANY = word_set(
    "person head capita family household inhabitant resident citizen patient passenger pupil hectare acre"
)
_ECONOMY = word_set("gdp product economy income")
_ECONOMY_REACH = 6
_PRICES = word_set("cost costs price prices")
_COSTS = word_set("cost costs fine fines penalty penalties lawsuit loss losses valuation")
_FIRED = word_set("fired fires fire launched launches launch test-fired shot downed")
_SETTLED = frozenset({"payments", "settlements", "transactions"})
_THOSE = frozenset({"those", "that"})
_PRICE_REACH = 3
_PRICED_REACH = 9
_DONE = word_set(
    "complete completed finished ready done built full operational owned held state-owned stake stakes shareholding"
)
_OF_ITS_OWN = (["of", "its", "own"], ["of", "their", "own"])
"""Money of these is what a state spends on itself."""
_OWNING = word_set("hold holds own owns retain retains keeps owning holding")
_GETTING = word_set("give gives gave giving acquire acquires acquired bought buy buys took takes")
"""Before "30 percent in Aurum" these make it a part of a firm."""
_OWNED_REACH = 3
WEIGHED = frozenset({"mass", "volume", "energy"})
_LEAST_LISTED = 10
"""A smaller bare number in a list of goods counts something else."""
_CARRIERS = word_set(
    "lorries trucks vehicles trains wagons railcars planes aircraft flights ships vessels boats "
    "convoys ferries barges freighters tankers carriages cars helicopters"
)
_LOSING_REACH = 7
_WEATHER = word_set("rain rainfall rains precipitation moisture snow snowfall sunshine")
_VESSELS = word_set("bags sacks bottles barrels cylinders drums tanks containers crates boxes cans batches lots bales")
_DEALT = word_set("exported imported sold shipped bought purchased")
_LADEN = word_set("load loading with carrying loaded laden bringing full bearing transporting filled containing")
_CONVOYS = word_set("convoy fleet train column caravan shipload by in aboard board onboard with via using on into onto")
WORK_REACH = 4
"""So many tokens behind a nationality stands what its people do abroad ("1,500 Nepalis a year will be recruited")."""
_PARTS_FOR = word_set("spares parts tyres tires engines components equipment fuel berths room space crews spare")
_MENDING = word_set(
    "overhaul overhauls overhauled overhauling repair repairs repaired repairing refurbish refurbished refurbishing "
    "modernise modernised modernize modernized modernising modernizing upgrade upgraded upgrading rehabilitate mend"
)
PACKED = word_set(
    "vials doses bags boxes crates sets pieces bottles kits pairs packages parcels cases head sacks cans "
    "containers loads"
)
"""What goods are counted in."""
_LOTS = PACKED | _CARRIERS | _VESSELS | word_set("shipments cargoes consignments batches lots parcels tranches")
_FOR = frozenset({"for"})
_FOR_OR_TO = frozenset({"for", "to"})
_GRANTED = word_set("visas permits places licences licenses contracts jobs passes")
"""What workers are given ("144,000 visas to Sri Lankan housemaids")."""
_WHOM_REACH = 6
_UNCOUNTED = word_set(
    "people countries nations states companies firms days weeks months years hours times agreements documents "
    "projects points articles percent members ministers officials soldiers troops delegates votes seats "
    "participants visitors passengers flights sides parties leaders meetings sessions rounds provinces cities "
    "districts villages households families residents refugees victims deaths cases infections goals matches "
    "players athletes banks factories plants entrepreneurs businesses businessmen representatives experts "
    "specialists journalists reporters deputies lawmakers parliamentarians men women children servicemen "
    "kilometers miles areas sectors contracts deals accords protocols memorandums memoranda stalls exhibitors "
    "enterprises entities instruments individuals persons lots others thirds quarters categories items types "
    "kinds varieties minerals tests launches strikes attacks raids drills "
    "stages phases steps pages words languages attendees guests"
)


def may_measure(amount: Amount) -> bool:
    """Whether `amount` is of a kind that can measure a trade, whatever its sentence tells."""
    kind = amount.unit.kind
    if kind not in _KINDS or amount.unit_price:
        return False
    return kind != "count" or amount.noun is not None or amount.value >= _LEAST_LISTED


def _is_for_each(scene: Scene, amount: Amount) -> bool:
    """Whether so much falls to each of many ("3 kilos a head")."""
    at = amount.last if amount.noun is None else amount.noun[1]
    return scene.tokens.lower(at) in _EACH and scene.tokens.lower(at + 1) in _OF_MANY


def eligible(scene: Scene, amount: Amount) -> bool:
    """Whether `amount` is of a kind that trade figures are made of."""
    kind = amount.unit.kind
    if (
        kind not in _KINDS
        or amount.converts
        or amount.unit_price
        or amount.number.vague
        or (kind in WEIGHED and _is_size(scene, amount))
    ):
        return False
    if (
        _is_for_each(scene, amount)
        or scene.tokens.lowers[amount.last : amount.last + 3] in _OF_ITS_OWN
        or _is_all_but(scene, amount)
        or _is_of_prices(scene, amount)
        or _is_a_cost(scene, amount)
        or scene.tokens.lower(amount.first - 1) == "per"
    ):
        return False
    if kind != "count":
        return not (
            kind == "percent"
            and (
                _of_people(scene, amount)
                or _is_progress(scene, amount)
                or _of_money(scene, amount)
                or is_move_of_price(scene, amount)
                or is_rate(scene, amount)
            )
        )
    if _is_proportion(scene, amount):
        return False
    if amount.noun is None:
        if scene.tokens.lower(amount.last) == "of" and follows_people(scene, amount):
            return False
        counts = _counts_workers(scene, amount) or of_them(scene, amount) or for_workers(scene, amount) is not None
        return counts or amount.like is not None
    fired = scene.tokens.lower(amount.qualifier_first - 1) in _FIRED
    if fired or _stay_where_they_are(scene, amount) or scene.tokens.lowers[amount.noun[0]] == "equal":
        return False
    head = scene.tokens.lowers[amount.noun[1] - 1]
    if (head in _CARRIERS and _carries(scene, amount)) or (head in _LOTS and _is_weighed(scene, amount)):
        return False
    return head not in _UNCOUNTED or (head == "times" and amount.number.value > 1)


def _stay_where_they_are(scene: Scene, amount: Amount) -> bool:
    """Whether what is counted is there already: what parts are for ("tyres for 60 buses"), what is mended ("to overhaul
    60 buses")."""
    before = scene.tokens.lower(amount.qualifier_first - 1)
    if before == "for":
        return scene.tokens.lower(amount.qualifier_first - 2) in _PARTS_FOR
    return before in _MENDING


def follows_people(scene: Scene, amount: Amount) -> bool:
    """Whether people are counted before a number that is a part of them ("9 million people, 2 million of these")."""
    before = (a for a in scene.amounts if a.last < amount.first and a.kind == "count" and a.noun is not None)
    return any(scene.tokens.lowers[a.noun[1] - 1] in _FOLK for a in before if a.noun is not None)


def _is_of_prices(scene: Scene, amount: Amount) -> bool:
    """Whether a year only says of which time the dollars of a sum are ("$171 million in 2024 dollars")."""
    word = scene.tokens.words[amount.first]
    year = amount.kind == "currency" and len(word) == len("2024") and word.isdecimal()
    return year and scene.tokens.lower(amount.first - 1) == "in" and scene.tokens.lower(amount.last - 1) == "dollars"


def _is_a_cost(scene: Scene, amount: Amount) -> bool:
    """Whether a sum is what something costs its own people or is fined ("at a $2 billion cost to farmers"), or a part
    one of what another has ("about half those in Peru")."""
    behind = scene.tokens.lower(amount.last)
    if amount.kind == "percent":
        return behind in _THOSE and scene.tokens.lower(amount.last + 1) == "in"
    return amount.kind == "currency" and behind in _COSTS


def _is_all_but(scene: Scene, amount: Amount) -> bool:
    """Whether an amount only says what is left of a whole ("all but $4 million of it")."""
    return scene.tokens.lowers[amount.qualifier_first - 2 : amount.qualifier_first] == ["all", "but"]


def _is_proportion(scene: Scene, amount: Amount) -> bool:
    """Whether a count is the ten of "nine in ten", "nine out of ten"."""
    if scene.tokens.lower(amount.first - 1) not in ("in", "of"):
        return False
    ends = {amount.first - 1, amount.first - 2} if scene.tokens.lower(amount.first - 2) == "out" else {amount.first - 1}
    return any(other.last in ends and other.kind == "count" for other in scene.amounts)


def of_them(scene: Scene, amount: Amount) -> bool:
    """ "50 of them": a count of what was told of before."""
    lowers = scene.tokens.lowers[amount.last : amount.last + 2]
    return amount.kind == "count" and lowers in (["of", "them"], ["of", "these"], ["of", "those"])


def _is_size(scene: Scene, amount: Amount) -> bool:
    """Whether a mass or a volume is the size of what is counted ("2.7 million 60-kg bags", "100-ton wagons")."""
    return scene.tokens.lower(amount.number.last) == "-" and scene.tokens.lower(amount.last) in _CARRIERS | _VESSELS


def _carries(scene: Scene, amount: Amount) -> bool:
    """Whether what is counted only carries the goods ("five lorries with 100 tonnes", "a convoy of 23 trucks")."""
    assert amount.noun is not None
    lowers, at = scene.tokens.lowers, amount.qualifier_first - 1
    if scene.tokens.lower(at) == "with" and any(side.last == at for side in scene.sides):
        return False  # "will supply Benin with 12 helicopters"
    if scene.tokens.lower(amount.noun[1]) in _DEALT:
        return False  # "a big seller, with 40,000 cars exported"
    if scene.tokens.lower(amount.noun[1]) in _LADEN or scene.tokens.lower(at) in _CONVOYS:
        return True
    laden = next((a for a in scene.amounts if a.first > amount.last and a.kind in WEIGHED), None)
    if laden is not None and lowers[laden.qualifier_first - 1] in _LADEN:
        return True  # "four ships left on Monday carrying 9,000 tonnes"
    return scene.tokens.lower(at) == "of" and lowers[at - 1] in _CONVOYS


def _is_weighed(scene: Scene, amount: Amount) -> bool:
    """Whether the lots that are counted are of a weight ("four lots of 25,000 tonnes each")."""
    assert amount.noun is not None
    at = amount.noun[1]
    weighed = (a for a in scene.amounts if a.kind in WEIGHED and a.qualifier_first == at + 1)
    return scene.tokens.lower(at) == "of" and next(weighed, None) is not None


def _of_weather(scene: Scene, amount: Amount) -> bool:
    """Whether a percentage is of rain ("got 30 percent of the usual spring rainfall")."""
    return scene.tokens.lower(amount.last) == "of" and scene.has(amount.last, amount.last + WORK_REACH + 1, _WEATHER)


def _of_people(scene: Scene, amount: Amount) -> bool:
    """Whether a percentage is of people or firms and so of no flow ("62 percent of Germans"), or of rain."""
    tokens, at = scene.tokens, amount.last + 1
    if tokens.lower(amount.last) != "of":
        return False
    at += tokens.lower(at) in ("the", "all", "its", "their", "those")
    if _of_weather(scene, amount):
        return True
    if scene.has(at, at + WORK_REACH, _GROUND) or _is_of_land(scene, at):
        return True
    peoples = any(side.first == at and side.kind in _LANDS and not side.possessive for side in scene.sides)
    if peoples or tokens.lower(at) in _UNCOUNTED | _PEOPLE:
        return True
    head = at + 1 + (tokens.lower(at + 1) not in _FIRMS)
    return tokens.lower(head) in _FIRMS and tokens.lower(head - 1).isalpha() and tokens.lower(head + 1) not in _HAVING


def _is_of_land(scene: Scene, index: int) -> bool:
    """Whether what begins at token `index` is a piece of land or sea ("of Fiji's total land area", "of the 2
    million-square kilometre Coral Sea")."""
    for at in range(index, min(index + _LAND_REACH, scene.last)):
        word = scene.tokens.lowers[at]
        if word in _ENDS_PHRASE:
            return False
        if word in _SQUARE or (word in _GROUND and scene.tokens.lowers[at - 1] in _TOTAL):
            return True
    return False


def sent_home(scene: Scene, amount: Amount) -> Trigger | None:
    """The word for the money that workers send home, where a percentage tells what part of their country's economy it
    is as large as ("remittances equal a tenth of the gross domestic product")."""
    at = amount.last + 1
    if scene.tokens.lower(amount.last) != "of" or not scene.has(at, at + _ECONOMY_REACH, _ECONOMY):
        return None
    return next((t for t in scene.triggers if t.subject == "sender" and t.last <= amount.first), None)


def _is_progress(scene: Scene, amount: Amount) -> bool:
    """Whether a percentage tells how far a work has come ("70% complete"), who owns it ("will hold 40 percent") or how
    dear it is ("at a third of the cost")."""
    at = amount.last
    if scene.tokens.lower(amount.qualifier_first - 1) == "at":
        reach = _PRICED_REACH if scene.tokens.lower(amount.qualifier_first - 2) == "priced" else _PRICE_REACH
        if scene.has(at, at + reach, _PRICES):
            return True
    if scene.tokens.lower(at) != "of" and scene.has(amount.qualifier_first - _OWNED_REACH, amount.first, _OWNING):
        return True
    if scene.tokens.lower(at) == "in" and scene.tokens.word(at + 1).istitle():
        return scene.has(amount.qualifier_first - _OWNED_REACH - 2, amount.first, _GETTING)
    if scene.tokens.lower(at) == "of":
        at += 1 + (scene.tokens.lower(at + 1) in ("the", "its", "their", "our", "all"))
        at += scene.tokens.lower(at) == "total" and scene.tokens.lower(at + 1) in _BUDGETS
        if scene.has(at, at + _BUDGET_REACH, _BUDGET) or scene.has(at, at + _VALUE_REACH, _ECONOMIES):
            return True
        return scene.tokens.lower(at) in _WORKS and sent_home(scene, amount) is None
    return scene.tokens.lower(at) in _DONE


def _of_money(scene: Scene, amount: Amount) -> bool:
    """Whether a percentage tells how far a currency moved ("a 40 percent dollar fall", "fell 11 percent against the
    yen"), how much better goods sell ("10 percent more competitive") or what a loan costs ("7/8 percent")."""
    tokens, at = scene.tokens, amount.last
    if scene.has(max(scene.first, amount.first - _VALUED_REACH), amount.first, _MISVALUED):
        return True
    if amount.number.fraction and tokens.lower(at) == "of" and _YEAR.match(tokens.lower(at + 1)):
        return True  # "in two-thirds of 2011/12"
    if tokens.lower(at) == "of" and scene.has(at, at + _VALUE_REACH, _SETTLED):
        return True  # "95 percent of mutual payments are in roubles"
    if tokens.lower(at) in _VALUED or (amount.number.fraction and amount.value < 1):
        return True
    if amount.change is not None and _moves_itself(scene, amount):
        return True
    if tokens.lower(at) in _MONIES:
        return tokens.lower(at + 1) in change_words("noun")
    if tokens.lower(at) == "against":
        return scene.has(at + 1, at + _MONEY_REACH, _MONIES)
    return tokens.lower(at) in _DEGREES and tokens.lower(at + 1) in _QUALITIES


def _moves_itself(scene: Scene, amount: Amount) -> bool:
    """Whether a currency is the subject of what rises or falls ("the krona may weaken by a further 3 percent")."""
    lowers, since = scene.tokens.lowers, max(scene.clause(amount.first)[0], amount.qualifier_first - _SUBJECT_REACH)
    at = next((at for at in range(amount.qualifier_first - 1, since, -1) if lowers[at] in _MONIES), None)
    if at is None or not (lowers[at - 1] == "the" or any(side.last == at for side in scene.sides)):
        return False
    return not any(at < trigger.first < amount.first for trigger in scene.triggers)


def counts_goods(scene: Scene, noun: tuple[int, int]) -> bool:
    """Whether what is counted is animals, or goods of the lexicon."""
    first, last = noun
    if scene.tokens.lowers[last - 1] == HEAD:
        return True
    if scene.has(first, last, _PLACES):
        return False
    return any(term_at(scene.tokens, at) is not None for at in range(first, last))


def _counts_workers(scene: Scene, amount: Amount) -> bool:
    """Whether a bare number goes on counting workers ("fell from 9,600 to 4,150")."""
    if _lose_jobs(scene, amount) or scene.tokens.lowers[amount.first - 2 : amount.first] == ["for", "the"]:
        return False
    return amount.value >= _LEAST_LISTED and any(
        t.flow == "labour" and t.subject == "worker" and (t.first < amount.first or _go(t, amount))
        for t in scene.triggers
    )


def _lose_jobs(scene: Scene, amount: Amount) -> bool:
    """Whether people who are numbered lost their work at home ("some 9,000 have lost their jobs")."""
    behind = scene.tokens.lowers[amount.last : amount.last + _LOSING_REACH]
    return ("lost" in behind or "lose" in behind) and ("jobs" in behind or "job" in behind)


def _go(trigger: Trigger, amount: Amount) -> bool:
    """Whether people who are only numbered go abroad ("So far 102 have left")."""
    return trigger.kind == "verb" and amount.last <= trigger.first <= amount.last + WORK_REACH


def for_workers(scene: Scene, amount: Amount) -> Trigger | None:
    """The workers whom a number is for ("a quota of 10,000 for Cambodian maids", "144,000 visas to maids")."""
    if amount.kind != "count":
        return None
    noun = amount.noun
    if noun is not None and scene.tokens.lowers[noun[1] - 1] not in _GRANTED:
        return None
    at, ways = (amount.last, _FOR) if noun is None else (noun[1], _FOR_OR_TO)
    if scene.tokens.lower(at) not in ways:
        return None
    return next((t for t in scene.triggers if at < t.first <= at + _WHOM_REACH and t.subject == "worker"), None)
