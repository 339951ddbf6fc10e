"""What firms of one state build in another one for a sum of money: "is building a $600 million smelter in Ghana".

No word of flow stands there: the work, its price and the two states tell the investment.
"""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.roles import can_be_subject, named
from pipeline.extract.trade.scene import Scene, Side
from pipeline.extract.trade.story import Frame, Story

WORKS = word_set(
    "plant plants wells factory factories smelter refinery mill mills dam mine mines terminal port pipeline railway "
    "railroad highway airport hotel brewery cannery foundry shipyard farm ranch complex facility warehouse stadium "
    "hospital stores shops wind solar power"
)
_BUILDING = word_set(
    "build builds built building construct constructs constructed constructing plans plan planned planning open opens "
    "opened opening launch launches launched start started set finance finances financed develop develops developing "
    "inaugurate inaugurated completed spend spends spending spent"
)
_ARTICLES = frozenset({"a", "an", "the", "its", "another"})
_SPENDING = word_set("spend spends spending spent")
_THE_FIRM = word_set("group company firm carmaker miner producer it they")
_WORK_REACH = 6
_PLACES = frozenset({"in", "near", "at", "outside"})
_FIRMS = word_set(
    "company companies firm firms group carmaker automaker maker miner miners builder builders investor giant "
    "retailer developer developers corporation consortium conglomerate producer brewer utility oil energy steelmaker"
)
_FIRM_REACH = 4
_OWN_REACH = 4
_FOR = frozenset({"for", "costing"})
_BUILT_REACH = 9
_CAPITAL_REACH = 7
_CAPITALISED = frozenset({"registered", "invested", "charter", "total", "investment"})
_PROJECTS = frozenset({"projects", "project", "enterprises", "companies", "firms"})
_INVESTORS = word_set("investors investor company firm companies firms businessmen developers consortium group")


def capital_abroad(scene: Scene, amount: Amount, story: Story) -> Frame | None:
    """The investment that is told as the capital of a state's projects in another one; None where none is."""
    if "capital" not in scene.held or amount.unit.kind != "currency" or not _is_capital(scene, amount):
        return None
    return _invested(scene, amount, story, in_capital=True)


def built_abroad(scene: Scene, amount: Amount, story: Story) -> Frame | None:
    """The investment of a state whose firm builds a work of that price in another one; None where none is told."""
    if amount.unit.kind != "currency" or not (_is_price(scene, amount) or _is_spent(scene, amount)):
        return None
    if not (_is_of_work(scene, amount) or _is_spent_by_firm(scene, amount)):
        return None
    if not scene.has(scene.clause(amount.first)[0], amount.first, _BUILDING):
        return None
    return _invested(scene, amount, story, in_capital=False)


def _invested(scene: Scene, amount: Amount, story: Story, *, in_capital: bool) -> Frame | None:
    """The two states of a sum put into works; that of capital need not stand by what it is in."""
    first, end = scene.clause(amount.first)
    before = [s for s in scene.sides if first <= s.first < amount.first]
    builder = next((s.code for s in before if _builds(scene, s)), None)
    if builder is None and not any(named(s) and s.kind != "pronoun" for s in before):
        builder = story.subject if scene.has(first, amount.first, _THE_FIRM) else None
    near = [s for s in scene.sides if first <= s.first < end and named(s) and not s.attribution]
    abroad = [s for s in near if s.preposition in _PLACES]
    host = next((s for s in abroad if s.code != builder and (in_capital or _is_where(scene, s, amount))), None)
    host = host or next((s for s in near if s.possessive and s.code != builder and _has_work(scene, s)), None)
    if builder is None or host is None or builder == host.code:
        return None
    place = scene.paragraph.position
    return Frame("investment", "works_investment", builder, host.code, view=builder, paragraph=place)


def _is_capital(scene: Scene, amount: Amount) -> bool:
    """Whether the sum is the capital of a state's projects in another one ("runs 12 projects in Fiji with a registered
    capital of $3 million")."""
    first, _ = scene.clause(amount.first)
    near = scene.tokens.lowers[max(first, amount.qualifier_first - _CAPITAL_REACH) : amount.qualifier_first]
    return "capital" in near and not _CAPITALISED.isdisjoint(near) and scene.has(first, scene.last, _PROJECTS)


def _is_where(scene: Scene, side: Side, amount: Amount) -> bool:
    """Whether a state tells where the work is: behind its price, or, where that follows "for", behind the work."""
    if side.first >= amount.last:
        return True
    return scene.tokens.lower(amount.qualifier_first - 1) in _FOR and scene.has(
        side.first - _WORK_REACH, side.first, WORKS
    )


def _has_work(scene: Scene, side: Side) -> bool:
    """Whether the work is told as a state's ("to build Fiji's Suva dam")."""
    return scene.has(side.last, side.last + _OWN_REACH, WORKS)


def _is_price(scene: Scene, amount: Amount) -> bool:
    """Whether the sum stands before what it is the price of ("a $600 million smelter")."""
    before = scene.tokens.lower(amount.qualifier_first - 1)
    return before in _ARTICLES or before in _FOR


def _is_spent(scene: Scene, amount: Amount) -> bool:
    """Whether the sum is spent on something ("will spend $600 million on a smelter")."""
    spends = scene.tokens.lower(amount.qualifier_first - 1) in _SPENDING
    return spends and (scene.tokens.lower(amount.last) == "on" or _is_spent_by_firm(scene, amount))


def _is_spent_by_firm(scene: Scene, amount: Amount) -> bool:
    """Whether a firm spends a sum in a state, whatever on ("the Italian miner will spend $600 million in Ghana")."""
    spends = scene.tokens.lower(amount.qualifier_first - 1) in _SPENDING and scene.tokens.lower(amount.last) == "in"
    return spends and scene.has(scene.clause(amount.first)[0], amount.first, _FIRMS)


def _is_of_work(scene: Scene, amount: Amount) -> bool:
    """Whether the price is that of something built ("a $600 million aluminium smelter", "$600 million on a plant", "a
    plant for $600 million")."""
    if scene.tokens.lower(amount.qualifier_first - 1) in _FOR:
        return scene.has(amount.first - _BUILT_REACH, amount.first, WORKS)
    return scene.has(amount.last, min(amount.last + _WORK_REACH, scene.clause(amount.first)[1]), WORKS)


def _builds(scene: Scene, side: Side) -> bool:
    """Whether a state or its firm can be who builds ("Italy", "the Italian miner", "Italy's Enzo")."""
    if not named(side) or side.attribution or side.kind == "person":
        return False
    if side.preposition == "from":
        return scene.tokens.lower(side.first - 2) in _INVESTORS
    if side.possessive:
        firm = scene.has(side.last, side.last + _FIRM_REACH, _FIRMS)
        behind = side.last + (scene.tokens.lower(side.last) in ("'s", "'"))
        return side.preposition is None and (firm or scene.tokens.word(behind)[:1].isupper())
    return can_be_subject(side)
