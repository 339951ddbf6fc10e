"""Frames that a sentence takes over from the one before ("Of that, 46 percent ...", "They totaled ...")."""

from dataclasses import replace

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.units import is_unit
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import first_goods
from pipeline.extract.trade.eligible import counts_goods
from pipeline.extract.trade.foremost import opens_with_products
from pipeline.extract.trade.givers import leading_giver
from pipeline.extract.trade.lists import without_partner
from pipeline.extract.trade.pairs import by_item
from pipeline.extract.trade.partners import told_by_partner
from pipeline.extract.trade.pointing import goods_act, is_of_another, points_at
from pipeline.extract.trade.scene import PAIR, Scene
from pipeline.extract.trade.story import Frame, Story
from pipeline.extract.trade.whole_trade import the_whole

_POINTERS = word_set(
    "that this it they those these which them total figure figures amount sum volume volumes value rest "
    "remainder remaining share number turnover inflow inflows outflow batch transfers receipts"
)
_TIMES = word_set("year month week quarter season summer winter spring autumn fall morning time decade century")
_SAYING = word_set(
    "said says say saying added forecast forecasts predicted predicts estimated estimates expects expected believes "
    "believed reported announced warned warns showed shows show noted notes told hopes hoped recalled claims claimed"
)
_ARTICLES = word_set("the a an its their his our")
_INSTALMENTS = word_set("payments payment instalment instalments installment installments bill repaid outstanding")
_SHARES = word_set(
    "accounted accounting accounts consisted consisting consists comprised comprising comprises made make up "
    "represented represents"
)
_FOLLOWING = word_set(
    "follow follows followed following underway way scheduled due ready waiting come arrive arriving coming expected"
)
"""What is told behind a batch of goods that goes the way of the one before ("another 30 tons are to follow")."""
_GIVEN_MONEY = frozenset({"aid", "debt", "investment"})
_PACKAGES = word_set("package packages programme program commitment commitments envelope pledge")
_HOLDING = word_set("includes included including covers comprises comprised contains contained")
_ITSELF = word_set("it this that package programme program aid assistance loan deal plan money scheme fund")
_HELD_REACH = 5
_PART_OF_REACH = 8
_COMMA = frozenset({","})
_FURTHER_SUM = word_set("another additional further extra remaining second third")
_FURTHER_REACH = 4
_WILL_BE = word_set("will would is are was were has have had should may can comes goes went came")
_MONEY = word_set("money sum amount funds cash")
_FURTHER = word_set("more another further other remaining second")
_TO_COME = word_set("are is will to were due expected follow followed")
_GIVEN = frozenset({"currency", "mass", "volume", "count"})
_LEADING = word_set("dominated dominate led lead topped headed first ahead foremost biggest largest main leading top")
"""Verbs and adjectives of goods that lead a list, before "with" and their share."""
_ADDED = word_set("added adds contributed contributes")
_BILLS = word_set("bill total sum tally amount figure basket")
_BILL_REACH = 5
_PLURAL = frozenset({"they", "these", "those"})
_BEEN = frozenset({"been", "are", "were", "include", "included", "comprise", "comprised"})
_BEEN_REACH = 7
_TURNED = frozenset({"opposite", "other", "reverse"})
_DIRECTIONS = frozenset({"direction", "way"})
_TURN_REACH = 6
_GOALS = frozenset({"goal", "target", "mark", "aim"})
_IS = frozenset({"is", "was", "remains", "at"})
_IS_SO_MUCH = word_set("is was will would be been has likely")
_A_CHANGE = frozenset({"a", "an"})
_OPENING_REACH = 5
_GOAL_REACH = 3
_AIMS = word_set("expects expect targets targeting aims aim aiming hopes hope hoping")
"""Before a sum, with or without "for", these tell what a trade is to reach ("Ankara expects 5 billion by 2030")."""
_DUE = word_set("due owed owing")
_BUILT = word_set("built constructed erected rebuilt renovated upgraded repaired laid refurbished modernised")
"""What was built for a sum of money is no part of the trade told before."""
_EARNED = word_set("brought earned fetched raked netted")
_THE = frozenset({"the", "this", "that"})
_ECONOMY = word_set("gdp economy economies economic inflation unemployment")
_ECONOMY_REACH = 9
_SUMS = word_set(
    "package packages aid assistance loan loans lending money fund funds funding debt debts investment investments sum "
    "amount support credit credits grants donations relief"
)
_REVENUE = word_set("revenue revenues earnings proceeds receipts takings income value cost")
_REVENUE_REACH = 3
_NO_GOODS = frozenset({"debt", "investment", "labour"})
_TRADED_REACH = 3
"""So many paragraphs back goods can go on with the trade told before a loan."""
_WEIGHED = frozenset({"mass", "volume"})
_COUNTED_OR_WEIGHED = _WEIGHED | {"count"}
_LOADS = word_set(
    "consignment consignments shipment shipments cargo load package batch delivery convoy donation aid gift "
    "materials items supplies goods"
)
_LOAD_REACH = 4
_CONTAINING = word_set("includes include included contains contained comprises comprised held holds consists consisted")
_REACHING = word_set(
    "compared compares reached totaled totalled "
    "amounted stood came hit was were rose fell grew increased decreased declined up "
    "cost costs down dropped climbed put putting brought brings bring fetched earned lift raise increase boost double "
    "raked netted "
    "worth come go went left bought rise fall grow reach total stand decline drop touched touch touches topped crossed "
    "shrank swelled slumped surged soared jumped plunged slid slipped edged dwindled exceeded surpassed"
)


def carried(scene: Scene, amount: Amount, story: Story) -> Frame | None:
    """The story's frame, where the sentence of `amount` points back to it or goes on with it."""
    partner = told_by_partner(scene, amount, story)
    if partner is not None:
        return partner
    listed = _donor_of_list(scene, amount, story) or leading_giver(scene, amount, story)
    if listed is not None:
        return listed
    frame = _gone_on_with(scene, amount, story)
    if frame is None or _is_apart(scene, amount, frame):
        return None
    first, end = scene.clause(amount.first)
    pointer = any(
        points_at(scene, first, at, amount) and not _only_joins(scene, at)
        for at in scene.tokens.places(_POINTERS, first, min(end, amount.last + 3))
    )
    shares = scene.has(first, amount.qualifier_first, _SHARES)
    goods = goods_act(scene, first, amount)
    billed = _adds_to_bill(scene, amount)
    frame = _bought(frame) if billed else frame
    told = billed or _reaches(scene, first, end) or _they_were(scene, first, amount)
    due = scene.has(first, end, _INSTALMENTS) or (pointer and scene.has(first, end, _DUE))
    if (frame.flow == "debt" and due) or (frame.flow in _GIVEN_MONEY and _goes_on_giving(scene, first, amount)):
        return frame
    points = (
        pointer
        and (told or scene.has(first, amount.first, _BEEN) or shares or amount.kind == "percent")
        and not (_of_its_value(scene, amount) or _is_a_rate(scene, amount, frame))
    )
    if points or (frame.flow == "trade" and (_is_goal(scene, amount) or (told and _two_of_them(scene, first, amount)))):
        return frame
    sent = amount.kind in _WEIGHED or _is_further_lot(scene, amount)
    to_come = scene.has(amount.last, end, _FOLLOWING) or _is_told_part(scene, amount)
    following = (sent and not frame.pair and to_come) or _is_in_the_load(scene, first, amount, frame)
    if following or (frame.flow in ("export", "import") and _goods_do(scene, first, amount, frame)):
        return frame
    if _change_is_told(scene, amount, frame) or (frame.flow == "export" and _is_revenue(scene, first, amount, story)):
        return frame
    earned = amount.kind == "currency" and frame.flow in ("export", "import") and _earns(scene, first, amount)
    if (shares or told) and goods and (earned or _compatible(story, amount) or _other_way(scene)):
        traded = story.traded if frame.flow in _NO_GOODS else None
        return traded if traded is not None and scene.paragraph.position - traded.paragraph <= _TRADED_REACH else frame
    here = frame.paragraph == scene.paragraph.position and amount.kind == "percent"
    if shares and (here or _country_first(scene, first, amount)) and _compatible(story, amount):
        return frame
    return None


def _is_apart(scene: Scene, amount: Amount, frame: Frame) -> bool:
    """Whether an amount is one of building, of an economy or of what else the figures before were not of."""
    if _is_cost_of_building(scene, amount) or _is_of_an_economy(scene, amount):
        return True
    return is_of_another(scene, amount, frame) or _is_of_no_money(scene, scene.clause(amount.first)[0], amount, frame)


def _is_in_the_load(scene: Scene, first: int, amount: Amount, frame: Frame) -> bool:
    """Whether an amount of goods is what the load told of before holds ("The consignment includes 3 tons of rice")."""
    if amount.kind not in _COUNTED_OR_WEIGHED or frame.pair or frame.flow not in ("aid", "export", "import"):
        return False
    load = next(iter(scene.tokens.places(_LOADS, first, min(first + _LOAD_REACH, amount.first))), None)
    return load is not None and scene.has(load, amount.first, _CONTAINING)


def _reaches(scene: Scene, first: int, end: int) -> bool:
    """Whether a word of `_REACHING` stands between two tokens; "up to" only bounds a number."""
    lowers = scene.tokens.lowers
    return any(lowers[at : at + 2] != ["up", "to"] for at in scene.tokens.places(_REACHING, first, end))


def _only_joins(scene: Scene, index: int) -> bool:
    """Whether "that" or "this" points to nothing told before ("said that the market grew", "this year")."""
    word, behind = scene.tokens.lowers[index], scene.tokens.lower(index + 1)
    if word == "this":
        return behind in _TIMES
    if word != "that" or index == scene.first:
        return False
    return scene.tokens.lower(index - 1) in _SAYING and (
        behind in _ARTICLES or any(side.first == index + 1 for side in scene.sides)
    )


def _is_told_part(scene: Scene, amount: Amount) -> bool:
    """Whether a sentence that opens with what is shared out says what so much of it is ("Of that, 5 tons will be")."""
    lowers, first = scene.tokens.lowers, scene.first
    if lowers[first] != "of" or not scene.has(first, first + _PART_OF_REACH, _POINTERS):
        return False
    return scene.has(first, first + _PART_OF_REACH, _COMMA) and amount.first > first + 2


def _goes_on_giving(scene: Scene, first: int, amount: Amount) -> bool:
    """Whether a sum is one of the money given before: a part of more ("They are part of a package of 9 million euros"),
    more of it ("Another $5 million will follow"), what it holds ("It includes $2 million for schools")."""
    if amount.kind != "currency":
        return False
    if scene.has(first, amount.first, _PACKAGES):
        return True
    lowers, at = scene.tokens.lowers, amount.qualifier_first - 1
    if lowers[first] == "of" and any(a.unit.unit == amount.unit.unit and a.last < amount.first for a in scene.amounts):
        return True
    if lowers[at] in _HOLDING:
        return not _ITSELF.isdisjoint(lowers[first:at]) and at - first <= _HELD_REACH
    before = lowers[max(first, at - 1) : at + 1]
    opens = amount.first - first <= _FURTHER_REACH
    if opens and not _FURTHER_SUM.isdisjoint(before):
        return scene.tokens.lower(amount.last) in _WILL_BE
    return opens and lowers[at] == "," and lowers[at - 1] in _MONEY and scene.tokens.lower(amount.last) == ","


def _gone_on_with(scene: Scene, amount: Amount, story: Story) -> Frame | None:
    """The story's frame as an amount can go on with it."""
    frame = story.recent(scene.paragraph.position)
    if frame is None:
        return None
    if frame.flow == "balance" and amount.kind == "percent" and amount.change is None:
        # a share is of the trade, not of what is left of it
        frame = replace(frame, flow="trade", rule="carried_trade", negative=False)
    if not frame.pair and frame.bilateral and _other_way(scene):
        frame = replace(frame, exporter=frame.importer, importer=frame.exporter)
    frame = the_whole(scene, amount, story, frame) or frame
    return without_partner(frame) if by_item(scene) else frame


def _other_way(scene: Scene) -> bool:
    """Whether the sentence turns to what goes back ("In the opposite direction went tractors worth $19 million")."""
    lowers = scene.tokens.lowers[scene.first : scene.first + _TURN_REACH]
    return not _TURNED.isdisjoint(lowers) and not _DIRECTIONS.isdisjoint(lowers)


def _they_were(scene: Scene, first: int, amount: Amount) -> bool:
    """Whether what was told of before is said to be the amount ("They had been 16,000 tonnes in 2002")."""
    opens = scene.tokens.lower(first) in _PLURAL and amount.kind in ("mass", "volume", "currency", "energy")
    return opens and scene.tokens.lower(amount.qualifier_first - 1) in _BEEN and amount.first - first < _BEEN_REACH


def _is_further_lot(scene: Scene, amount: Amount) -> bool:
    """Whether goods that are counted add to those told of before ("25 more ploughs are to come")."""
    if amount.noun is None or scene.tokens.lower(amount.noun[1]) not in _TO_COME:
        return False
    further = scene.tokens.lower(amount.last) in _FURTHER or scene.tokens.lower(amount.first - 1) in _FURTHER
    return further and counts_goods(scene, amount.noun)


def _is_cost_of_building(scene: Scene, amount: Amount) -> bool:
    """ "It was built for 4.5 billion dollars"."""
    return amount.kind == "currency" and scene.has(scene.clause(amount.first)[0], amount.first, _BUILT)


def _goods_do(scene: Scene, first: int, amount: Amount, frame: Frame) -> bool:
    """Whether goods rise, fall or lead the list ("poultry slipped by 4 percent", "Toys led, with 8 percent").

    What changes by a percentage with no goods before its verb is something else.
    """
    if amount.kind != "percent":
        return False
    if amount.change is not None:
        if frame.paragraph == scene.paragraph.position and opens_with_products(scene):
            return True
        start = scene.first if scene.has(scene.first, amount.first, _LEADING) else first
        return first_goods(scene, start, amount.first) is not None
    leads = scene.has(scene.first, amount.first, _LEADING) and scene.tokens.lower(amount.qualifier_first - 1) == "with"
    return leads and first_goods(scene, scene.first, amount.first) is not None


def _donor_of_list(scene: Scene, amount: Amount, story: Story) -> Frame | None:
    """ "Norway: 25 million kroner" in a list of who gives, in an article about relief."""
    opening = next((s for s in scene.sides if s.code and s.first - scene.first <= 1), None)
    if opening is None or scene.tokens.lower(opening.last) not in (":", "-", "–", "—"):
        return None
    if not (story.relief or (story.frame is not None and story.frame.flow == "aid")):
        return None
    if amount.kind not in _GIVEN or scene.has(opening.last, amount.first, _REACHING):
        return None
    recipient = story.recipient(opening.code)
    return Frame("aid", "list_aid", exporter=opening.code, importer=recipient, view=opening.code, varies="exporter")


def _two_of_them(scene: Scene, first: int, amount: Amount) -> bool:
    """Whether two states are the subject ("the two neighbours want to reach half a billion")."""
    money = amount.kind == "currency"
    return money and any(s.code == PAIR and first <= s.first < amount.first and not s.preposition for s in scene.sides)


def _change_is_told(scene: Scene, amount: Amount, frame: Frame) -> bool:
    """ "The fall was 66 percent": how much what was told of before has changed."""
    if amount.kind != "percent" or amount.change is None or amount.multiple:
        return False
    at = amount.qualifier_first - 1
    if scene.tokens.lower(at) == "of":
        return frame.flow in ("export", "import") and _opens_as_change(scene, amount, at - 1)
    at -= scene.tokens.lower(at) == "to"
    noun = scene.tokens.lower(at - 1) in change_words("noun") and scene.tokens.lower(at - 2) in _THE
    return noun and scene.tokens.lowers[at] in _REACHING


def _opens_as_change(scene: Scene, amount: Amount, index: int) -> bool:
    """Whether a clause opens with how what was told of has changed ("However, a sharp drop of 9% in May shows")."""
    tokens = scene.tokens
    first = scene.clause(amount.first)[0]
    if tokens.lowers[index] not in change_words("noun") or not first <= index <= first + _OPENING_REACH:
        return False
    dated = any(item.first - amount.last == 1 for item in scene.dates) and tokens.lower(amount.last) == "in"
    article = any(tokens.lowers[at] in _A_CHANGE for at in range(first, index))
    return dated and article and not any(first <= side.first < index for side in scene.sides)


def _is_revenue(scene: Scene, first: int, amount: Amount, story: Story) -> bool:
    """ "Revenue was little changed at 2.9 billion": the money for goods that were weighed or counted before."""
    if amount.kind != "currency" or story.kind in (None, "currency", "percent"):
        return False
    opening = scene.tokens.lowers[first : first + _REVENUE_REACH]
    return not _REVENUE.isdisjoint(opening) and scene.has(first, amount.first, _REACHING)


def _earns(scene: Scene, first: int, amount: Amount) -> bool:
    """Whether goods bring money in, and not one unit of them its price ("a kilogram fetched 5,800 yen")."""
    return scene.has(first, amount.first, _EARNED) and not is_unit(scene.tokens, first + 1)


def _adds_to_bill(scene: Scene, amount: Amount) -> bool:
    """ "Fertiliser added $3.1 billion to the bill": goods are a part of the trade told before."""
    if scene.tokens.lower(amount.qualifier_first - 1) not in _ADDED:
        return False
    return scene.has(amount.last, amount.last + _BILL_REACH, _BILLS)


def _bought(frame: Frame) -> Frame:
    """What a bill is of behind a balance: what the country seen from buys of the other."""
    if frame.flow != "balance" or frame.view is None or not frame.bilateral:
        return frame
    seller = next(code for code in frame.countries if code != frame.view)
    return Frame(
        "import", "bill_import", exporter=seller, importer=frame.view, view=frame.view, paragraph=frame.paragraph
    )


def _is_goal(scene: Scene, amount: Amount) -> bool:
    """ "reaffirmed the goal of $1 billion by 2020": what the trade told before is to reach."""
    at = amount.qualifier_first - 1
    if amount.kind != "currency":
        return False
    opens = scene.clause(amount.first)[0]
    stated = scene.tokens.lower(at) in _IS and scene.has(opens, opens + _GOAL_REACH, _GOALS)
    aimed = scene.tokens.lower(at - (scene.tokens.lower(at) == "for")) in _AIMS
    return stated or aimed or (scene.tokens.lower(at) == "of" and scene.tokens.lower(at - 1) in _GOALS)


def _of_its_value(scene: Scene, amount: Amount) -> bool:
    """ "a tenth of its value" is lost by a currency or a share."""
    return scene.tokens.lowers[amount.last : amount.last + 3] == ["of", "its", "value"]


def _is_of_an_economy(scene: Scene, amount: Amount) -> bool:
    """Whether a percentage is how much an economy or prices grow, no trade being spoken of ("they have 1% growth")."""
    if amount.kind != "percent" or scene.triggers:
        return False
    return scene.has(amount.first - _ECONOMY_REACH, amount.last + _ECONOMY_REACH, _ECONOMY)


def _is_of_no_money(scene: Scene, first: int, amount: Amount, frame: Frame) -> bool:
    """Whether what rose or fell is nothing of the money told before ("They recall that crime fell by 6 percent")."""
    if frame.flow not in _GIVEN_MONEY or amount.kind != "percent" or amount.change is None:
        return False
    return scene.tokens.lower(first) not in _ITSELF and not scene.has(scene.first, scene.last, _SUMS)


def _is_a_rate(scene: Scene, amount: Amount, frame: Frame) -> bool:
    """Whether "it" is said to be so many percent, which a trade of two cannot be ("in Peru it will be under 3%")."""
    if frame.flow != "trade" or not frame.bilateral or amount.kind != "percent" or amount.change is not None:
        return False
    at = amount.qualifier_first - 1
    while scene.tokens.lower(at) in _IS_SO_MUCH:
        at -= 1
    return scene.tokens.lower(at) == "it" and at < amount.qualifier_first - 1


def _compatible(story: Story, amount: Amount) -> bool:
    """Whether the amount can go on with the last figure: money with money, goods with goods, shares with either."""
    kinds = {amount.kind, story.kind}
    return "percent" in kinds or story.kind is None or ("currency" in kinds) == (kinds == {"currency"})


def _country_first(scene: Scene, first: int, amount: Amount) -> bool:
    return any(first <= side.first < amount.first and side.preposition is None and side.code for side in scene.sides)
