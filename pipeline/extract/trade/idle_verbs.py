"""Words of flow with which nothing moves between states: a total taken to so much, a speech that is delivered, data
released, bonds sold, money spent at home."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.roles import named
from pipeline.extract.trade.scene import Scene, behind
from pipeline.extract.trade.works import WORKS

_PRINTED = word_set(
    "data figures statistics report reports information numbers statement documents details list "
    "forecast forecasts estimate estimates study survey"
)
_PUBLISHED = word_set("released provided supplied issued given presented")
"""What is done with these is told, and gives nobody anything ("data released by the customs")."""
_DELIVERING = word_set("deliver delivers delivered delivering")
_SPEECHES = word_set(
    "strike strikes attack attacks news speech speeches message messages remarks address lecture blow verdict "
    "statement letter promise"
)
_SPEECH_REACH = 5
"""So many tokens behind "deliver" may stand what is said and no goods ("deliver the worst news")."""
_TAKING = word_set("take takes took taken taking")
_TOTALS = word_set(
    "gains losses gain total totals figure tally number amount sum stock contribution value volume toll bill"
)
_TOTAL_REACH = 5
"""So many tokens behind "taking" may stand the total that is brought to so much."""
_SELLING = word_set("sell sells sold selling")
_PAPERS = word_set(
    "bonds bond shares stock treasuries notes bills receivables securities certificates warrants equity sukuk "
    "eurobonds debentures tickets"
)
_PAPER_REACH = 4
_EARNING = word_set("earn earns earned earning")
_SHOWS = word_set("film films movie movies album sequel blockbuster box concert tour")
"""What earns money from those who see it."""
_SHOW_REACH = 6
_FIRMS = word_set("company firm group bank unit subsidiary insurer airline")
_SOLD_ABROAD = word_set("exports export exporting exported sales shipments abroad overseas")
_SPENDING = word_set("spend spends spent spending")
_ON = frozenset({"on"})
_FROM_ABROAD = word_set(
    "import imports imported importing purchases purchase buying foreign abroad overseas them it these those"
)
_SPENT_REACH = 9
_WHAT_REACH = 5
_TRADING = word_set("exporting importing producing consuming buying selling")
_BEFORE_TRADING = word_set("by of from for in and while been be is are was were started began stopped")
_STATES = word_set("nations countries states nation country members")
_STATES_REACH = 3
_OF_FARMS = word_set("agricultural farm fresh dairy garden organic tropical local")
"""Before "produce" these make it goods."""
_PLEDGES = frozenset({"pledge", "pledges"})
_OF_SHIPPING = word_set(
    "crisis crises disruption disruptions lane lanes route routes cost costs rate rates industry sector line lines "
    "giant firm firms company companies agent agents containers services service delays bottlenecks port ports chaos"
)
"""Behind "shipping" these are of those who carry goods, whoever is named before them."""
_CONTRIBUTING = word_set("contribute contributes contributed contributing")
_RESULTS = word_set("high low rise increase growth decline fall drop jump surge gdp deficit surplus slowdown")
_RESULT_REACH = 4
"""What these words contribute to within so many tokens is nobody who is given ("contributing to a record high of")."""
_PROMISES = frozenset({"promises", "pledges", "offers"})
_GETTING = word_set("secured won got received obtained extracted drew attracted made broke kept firm fresh new of with")
"""Before promises these make them what somebody has or gets, and no verb."""
_ORDERING = word_set("order orders ordered ordering")
_WHO_SOURCES = word_set("it which that who company firm group and also now currently country")
"""Before "sources" these, or a country, make it a verb."""
_TAKING_IN = word_set(
    "on had has annual net gross yearly quarterly reported posted revenue combined group consolidated"
)
"""Before "sales of" and a sum these make it what a firm took in."""
_BEING_SO = word_set("is are was were be been being remain remains remained feel more less stay keep kept safe")
"""Before "secure" these make it no verb."""
_TIMES = word_set("year years month months weeks days decade decades time")
_PACKAGES = frozenset({"package", "packages"})
_WHOM = frozenset({"for", "to"})
_WHOM_REACH = 3
_NO_STATES = frozenset({"person", "pronoun"})
_BEHIND_TAKINGS = word_set("was were rose fell grew totalled totaled will are climbed dropped declined increased in")
_PROFITS = word_set("company profit profits pretax dividend turnover earnings income")
_BUYING = word_set("buy buys bought buying purchased")
_INTERVENING = word_set("intervention interventions intervene intervened intervening")
"""Where a sentence tells of these, dollars are bought and no goods."""
_TO = frozenset({"to", "into"})
_FALLING = frozenset({"landed"})
_MISSILES = word_set("missile missiles rocket rockets shell shells mortar mortars drone drones projectile projectiles")
_FALLING_REACH = 7
"""So many tokens before "landed" stands what fell."""
IDLE = _BUYING | _FALLING | _PUBLISHED | _DELIVERING | _TAKING | _SELLING | _EARNING | _SPENDING
"""The verbs that `moves_nothing` is asked about."""
_SIZED = word_set("largest biggest strongest fastest-growing growing")
_WORLDS = word_set("world region continent asia europe africa america bloc")
_RAISING = frozenset({"lift", "lifts", "lifted", "lifting"})
_TRADES = frozenset({"exports", "imports", "shipments", "sales", "trade"})
"""Behind a verb of loading oil these make it one of raising ("demand lifted exports")."""
_WORLDS_REACH = 7
_BESIDE = frozenset({"with"})
"""Before an economy as a partner whom nothing names."""


def _is_of_a_land(scene: Scene, index: int) -> bool:
    """Whether an adjective of a country describes the word at token `index` ("Kenyan produce"; not "the Dutch produce
    half of it")."""
    land = next((s for s in scene.sides if s.last == index and s.kind == "demonym"), None)
    return land is not None and scene.tokens.lower(land.first - 1) != "the"


def _is_level(scene: Scene, index: int) -> bool:
    """Whether an amount or a state stands at token `index` ("its pledge to $5 million", "a pledge to Mali of")."""
    amounts = any(a.qualifier_first == index for a in scene.amounts)
    return amounts or any(side.first == index for side in scene.sides)


def is_no_act(scene: Scene, index: int) -> bool:
    """Whether what looks like a verb at token `index` tells which states are meant or who tells of it."""
    word = scene.tokens.lowers[index]
    if word == "produce":
        return scene.tokens.lower(index - 1) in _OF_FARMS or _is_of_a_land(scene, index)
    if word == "secure":
        return scene.tokens.lower(index - 1) in _BEING_SO
    if word in _RAISING:
        return scene.tokens.lower(index + 1) in _TRADES
    if word == "shipping":
        return scene.tokens.lower(index + 1) in _OF_SHIPPING
    if word in _PROMISES and scene.tokens.lower(index - 1) in _GETTING:
        return True
    if word in _CONTRIBUTING:
        return scene.tokens.lower(index + 1) == "to" and scene.has(index + 2, index + 2 + _RESULT_REACH, _RESULTS)
    if word in _PLEDGES:
        return scene.tokens.lower(index + 1) == "to" and not _is_level(scene, index + 2)
    if word in _ORDERING:
        return any(s.first == index + 1 and scene.tokens.lower(s.last) == "to" for s in scene.sides)
    return _describes_states(scene, index) or _are_informants(scene, index)


def _describes_states(scene: Scene, index: int) -> bool:
    """Whether a participle only says which states are meant ("oil exporting nations")."""
    if scene.tokens.lowers[index] not in _TRADING or scene.tokens.lower(index - 1) in _BEFORE_TRADING:
        return False
    return scene.has(index + 1, index + 1 + _STATES_REACH, _STATES) and not any(
        amount.first == index + 1 for amount in scene.amounts
    )


def _are_informants(scene: Scene, index: int) -> bool:
    """Whether "sources" are people who tell ("trade sources said"), and no verb."""
    if scene.tokens.lowers[index] != "sources" or scene.tokens.lower(index - 1) in _WHO_SOURCES:
        return False
    return not any(side.last == index for side in scene.sides)


def moves_nothing(scene: Scene, index: int) -> bool:
    """Whether the verb at token `index`, one of `IDLE`, has what is no goods as its object or subject."""
    verb = scene.tokens.lowers[index]
    if verb in _DELIVERING:
        return scene.has(index + 1, index + 1 + _SPEECH_REACH, _SPEECHES)
    if verb in _SPENDING:
        return _spends_at_home(scene, index)
    if verb in _SELLING:
        return _sells_papers(scene, index + 1)
    if verb in _EARNING:
        return scene.has(index - _SHOW_REACH, index, _SHOWS) or _is_a_firms_income(scene, index)
    if verb in _BUYING:
        return scene.has(scene.first, scene.last, _INTERVENING)
    if verb in _FALLING:
        return scene.has(index - _FALLING_REACH, index, _MISSILES)
    if verb in _TAKING:
        return _reckons_a_total(scene, index + 1)
    at = index - 1 - (scene.tokens.lower(index - 1) == ",")
    return scene.tokens.lower(at) in _PRINTED


def _is_a_firms_income(scene: Scene, index: int) -> bool:
    """Whether a firm tells what it earned in all ("The company, which earned $3 billion last year")."""
    if not scene.has(index - _SHOW_REACH, index, _FIRMS):
        return False
    return not scene.has(scene.first, scene.last, _SOLD_ABROAD)


def _spends_at_home(scene: Scene, index: int) -> bool:
    """Whether money is spent on what is neither goods nor another state's ("spent $30 million on its roads")."""
    if not scene.has(index + 1, index + 1 + _SPENT_REACH, _ON) or scene.has(index, scene.last, _FROM_ABROAD):
        return False
    at = next(at for at in range(index + 1, scene.last) if scene.tokens.lowers[at] in _ON)
    if scene.has(at, at + _WHAT_REACH, WORKS):
        return True
    if any(term_at(scene.tokens, at + step) is not None for step in range(1, _WHAT_REACH)):
        return False
    behind = (side for side in scene.sides if side.first > index and side.preposition != "by")
    return not any(named(side) or not side.possessive for side in behind)


def _sells_papers(scene: Scene, index: int) -> bool:
    """Whether what is sold is a loan or a part of a firm ("sold $2 billion of 10-year bonds"), and no goods."""
    end = next((at for at in range(index, scene.last) if scene.tokens.lowers[at] in _PAPERS), None)
    if end is None:
        return False
    amounts = [a for a in scene.amounts if index <= a.first < end]
    since = amounts[-1].last if amounts else index
    return end - since < _PAPER_REACH and all(word.isalnum() or word == "-" for word in scene.tokens.lowers[since:end])


def _reckons_a_total(scene: Scene, index: int) -> bool:
    """Whether what is taken is only a sum that grows ("taking the annual total up 9% to $2 billion")."""
    near = next((a.first for a in scene.amounts if a.first >= index), scene.last)
    if scene.has(index, min(near, index + _TOTAL_REACH), _TIMES) or any(
        a.kind == "time" and a.qualifier_first == index for a in scene.amounts
    ):
        return True  # "it will take more than a year"
    amounts = (a.first for a in scene.amounts if a.first >= index)
    return scene.has(index, min(next(amounts, index), index + _TOTAL_REACH), _TOTALS)


_CONTRIBUTE = word_set("contributed contributes contribute")
_GIVING_FLOWS = word_set("exports imports sales shipments earnings receipts")


def is_no_gift(scene: Scene, first: int, last: int) -> bool:
    """Whether a package of money is for no state that is named right behind it ("a $3 billion package for farmers",
    where "a $60 million package for Fiji" is aid), or what goods contribute ("Fish exports contributed $9 million")."""
    if scene.tokens.lowers[first] in _CONTRIBUTE:
        return scene.tokens.lower(first - 1) in _GIVING_FLOWS
    if last - first > 1 or scene.tokens.lowers[first] not in _PACKAGES:
        return False
    at = last
    if scene.tokens.lower(at) == "of":
        at = next((behind(scene, a) for a in scene.amounts if a.qualifier_first == at + 1), at)
    if scene.tokens.lower(at) not in _WHOM:
        return True
    return not any(0 < side.first - at <= _WHOM_REACH and side.kind not in _NO_STATES for side in scene.sides)


def is_takings(scene: Scene, first: int, last: int) -> bool:
    """Whether sales are what a firm takes in ("had sales of $2 billion", "on sales of $5 million"), no goods and no
    buyer being told of."""
    tokens = scene.tokens
    if tokens.lowers[first] != "sales" or last - first > 1:
        return False
    if tokens.lower(last) != "of":
        return _are_a_firms(scene, first, last)
    sums = any(a.kind == "currency" and a.qualifier_first == last + 1 for a in scene.amounts)
    return sums and tokens.lower(first - 1) in _TAKING_IN and not any(s.preposition in _TO for s in scene.sides)


def _are_a_firms(scene: Scene, first: int, last: int) -> bool:
    """Whether sales are those of a firm, whose name or whose profits the sentence tells ("Acme's sales rose")."""
    if term_at(scene.tokens, first - 1) is not None or any(s.preposition in _TO for s in scene.sides):
        return False
    at = first - 2
    named = scene.tokens.lower(first - 1) == "'s" and scene.tokens.word(at)[:1].isupper()
    if named and not any(side.first <= at < side.last for side in scene.sides):
        return True
    return scene.tokens.lower(last) in _BEHIND_TAKINGS and scene.has(scene.first, scene.last, _PROFITS)


def is_a_states_name(scene: Scene, index: int) -> bool:
    """Whether an economy stands for the state itself ("Sales of the region's largest economy rose")."""
    sized = scene.tokens.lower(index) == "economy" and scene.tokens.lower(index - 1) in _SIZED
    whose = next((at for at in range(index - 1, index - _WORLDS_REACH, -1) if scene.tokens.lower(at) in _WORLDS), 0)
    return sized and whose > 0 and not scene.has(whose - 2, whose, _BESIDE)
