"""What a bare number counts: goods, money or people told of before it, or the people of a nation named behind it."""

from decimal import Decimal

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.counts import is_stop
from pipeline.extract.quantities.number_forms import ONE
from pipeline.extract.quantities.units import Unit
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import is_unnamed, term_at
from pipeline.extract.trade.eligible import PACKED, counts_goods, follows_people
from pipeline.extract.trade.scene import Scene
from pipeline.extract.trade.story import Story

_POINTERS = word_set("it them that this these those which the")
_BARE_MONEY = 1_000_000
_WHOSE = word_set("the its their these those some")
_WHOLES = word_set("which these those them")
_AGAINST = word_set("against versus from to than")
"""Between two numbers these compare the second with the first in its unit ("850,000 tonnes, against 905,000")."""
_WEIGHED = frozenset({"mass", "volume", "energy", "power"})
_TAKING = frozenset({"labour", "import", "export"})
_BEFORE_OBJECT = word_set("a an the further additional extra another in total only just its first of")
_TRADED = frozenset({"export", "import"})
_NUMBERS = frozenset({"number", "figure", "total", "volume", "amount"})
_LISTING = frozenset({"and", ",", "including", ":", ";", "which"})
_CAME = frozenset({"came", "went", "was", "were", "is"})
_DATE_REACH = 2
_WAS = word_set("was were had been is stood reached hit totaled totalled came to at rose fell grew only just")
_IT = frozenset({"it", "this", "that"})
_POWER = frozenset({"electricity", "power", "energy", "hydropower"})
_KILOWATT_HOUR = Unit("MWh", Decimal("0.001"), "energy", None)
_LEAST_UNITS = 100_000
"""Fewer units beside electricity may be generators."""
_BEFORE_PEOPLE = word_set("more other young skilled unskilled new")
_LEAST_LISTED = 10
"""A smaller bare number in a list of goods counts something else."""

_OF_PEOPLE = word_set("homeless dead displaced jobless unemployed injured wounded hungry destitute missing stranded")
"""Behind a bare number these say that it counts people."""


def in_people(scene: Scene, amount: Amount) -> None:
    """Let a bare number count the people of a nation that are named behind it ("17,400 Basotho"), in place."""
    if amount.kind != "count" or amount.noun is not None or amount.number.vague:
        return
    at = amount.last
    while scene.tokens.lower(at) in _BEFORE_PEOPLE:
        at += 1
    side = next((s for s in scene.sides if s.first == at and s.kind == "demonym" and not s.possessive), None)
    if side is not None:
        amount.noun = (amount.last, side.last)


def in_units_of_power(scene: Scene, amount: Amount, told: bool) -> None:
    """Read "9.3 billion units" of electricity as kilowatt-hours, as papers of South Asia do, in place.

    `told` says whether the sentences before spoke of electricity.
    """
    noun = amount.noun
    if amount.kind != "count" or noun is None or noun[1] - noun[0] > 1 or scene.tokens.lowers[noun[0]] != "units":
        return
    if amount.value >= _LEAST_UNITS and (told or scene.has(scene.first, scene.last, _POWER)):
        amount.unit, amount.noun = _KILOWATT_HOUR, None


def in_last_unit(scene: Scene, amount: Amount) -> None:
    """Read a bare number that goes on with a list of goods in their unit ("Georgia took 1.2 million"), in place."""
    if amount.kind != "count" or amount.noun is not None or amount.value < _LEAST_LISTED:
        return
    if _in_next_unit(scene, amount):
        return
    before = [other for other in scene.amounts if other.first < amount.first and other.kind not in ("time", "percent")]
    if not before or before[-1].change is not None:
        return
    if before[-1].kind == "count":
        _in_last_noun(scene, amount, before[-1])
    if before[-1].kind not in _WEIGHED:
        return
    behind_it = scene.tokens.lower(amount.last)
    if behind_it == "such":
        return
    beside = amount.number.magnitude >= _BARE_MONEY or any(
        before[-1].last <= side.first < amount.first for side in scene.sides
    )
    beside = beside or scene.tokens.lower(amount.qualifier_first - 1) in _AGAINST or _has_partner(scene, amount)
    beside = beside or _has_date(scene, amount, before[-1])
    governed = any(trigger.first == amount.last for trigger in scene.triggers)
    ends = governed or not behind_it.isalpha() or is_stop(behind_it) or _is_next_of_list(scene, amount)
    if beside and ends:
        amount.unit, amount.per = before[-1].unit, before[-1].per


def _is_next_of_list(scene: Scene, amount: Amount) -> bool:
    """Whether a list goes on with what another state has of goods ("Peru took 9,000 tonnes of wheat, Mali 8,000
    wheat")."""
    side = next((s for s in scene.sides if s.last == amount.qualifier_first and s.preposition is None and s.code), None)
    if side is None or scene.tokens.lower(side.first - 1) not in (",", "and"):
        return False
    return term_at(scene.tokens, amount.last) is not None


def in_told_unit(scene: Scene, amount: Amount, story: Story) -> None:
    """Read a bare number said of goods that were weighed before in their unit ("Last year it was 14 million"), in
    place."""
    if amount.kind != "count" or amount.noun is not None or amount.value < _LEAST_LISTED or story.unit is None:
        return
    if story.kind not in _WEIGHED or not _ends(scene, amount):
        return
    at, lowers = amount.qualifier_first - 1, scene.tokens.lowers
    while at > scene.first and lowers[at] in _WAS:
        at -= 1
    told = at < amount.qualifier_first - 1 and (
        lowers[at] in _IT or (lowers[at] in _NUMBERS and lowers[at - 1] == "the")
    )
    if told and story.recent(scene.paragraph.position) is not None:
        amount.unit, amount.per = story.unit, story.per


def _has_date(scene: Scene, amount: Amount, before: Amount) -> bool:
    """Whether a bare number goes on with the amount before it at another time ("and in 2014 a mere 61,000")."""
    lowers = scene.tokens.lowers
    if lowers[amount.qualifier_first - 1] == "of" and any(d.last == amount.qualifier_first - 1 for d in scene.dates):
        return True  # "sold 9 tons, near its exports in 2014 of 8"
    if (
        lowers[before.last : amount.qualifier_first].count("and")
        + lowers[before.last : amount.qualifier_first].count(",")
        == 0
    ):
        return False
    near = [d for d in scene.dates if before.last <= d.first and d.mention.precision != "day"]
    return any(
        (d.last <= amount.first and amount.qualifier_first - d.last <= _DATE_REACH)
        or (d.first >= amount.last and d.first - amount.last <= _DATE_REACH)
        for d in near
    )


def _has_partner(scene: Scene, amount: Amount) -> bool:
    """Whether a country hangs on the number ("50 megawatts from Mozambique and up to 300 from South Africa")."""
    at = amount.last + (scene.tokens.lower(amount.last) in _CAME)
    way = scene.tokens.lower(at)
    if way not in ("from", "to", "for") or scene.tokens.lower(amount.qualifier_first - 1) not in _LISTING:
        return False
    return any(s.code and s.preposition == way and s.first - at in (1, 2) for s in scene.sides)


def _in_next_unit(scene: Scene, amount: Amount) -> bool:
    """Read the part of "70,000 of the 95,000 tonnes" in the unit of the whole, in place; whether it is a part."""
    if scene.tokens.lower(amount.last) != "of" or scene.tokens.lower(amount.last + 1) not in _WHOSE:
        return False
    whole = next((a for a in scene.amounts if a.qualifier_first == amount.last + 2), None)
    if whole is None or not (whole.kind in _WEIGHED or whole.noun is not None):
        return False
    if whole.kind in _WEIGHED:
        amount.unit, amount.per = whole.unit, whole.per
    else:
        amount.like = whole.noun
    return True


def _in_last_noun(scene: Scene, amount: Amount, before: Amount) -> None:
    """Let a bare number go on counting goods: as another verb's object, or as what the number is compared with."""
    noun = before.noun or before.like
    if noun is not None and (amount.change is not None or _of_which(scene, amount)):
        amount.like = noun
        return
    if noun is None or scene.tokens.lower(amount.last)[:1].isdecimal():
        return
    behind_it, at = scene.tokens.lower(amount.last), amount.qualifier_first
    if behind_it.isalpha() and not is_stop(behind_it):
        return
    against = scene.tokens.lower(at - 1) in _AGAINST or scene.tokens.lowers[at - 2 : at] == ["compared", "with"]
    bought = any(t.last == at and t.kind == "verb" and t.flow in _TRADED for t in scene.triggers)
    goods = counts_goods(scene, noun) or scene.tokens.lowers[noun[1] - 1] in PACKED or is_unnamed(scene.tokens, noun)
    if (against and _are_people(scene, noun)) or ((bought or against or _next_party(scene, at)) and goods):
        amount.like = noun


def _next_party(scene: Scene, index: int) -> bool:
    """Whether another country goes on with a list before its number ("and China 100,000")."""
    side = next((s for s in scene.sides if s.last == index and s.preposition is None and s.code), None)
    return side is not None and scene.tokens.lower(side.first - 1) in (",", ";", "and", "while", "but")


def _are_people(scene: Scene, noun: tuple[int, int]) -> bool:
    """Whether what is counted are the people of a nation."""
    return any(s.last == noun[1] and noun[0] <= s.first and s.kind == "demonym" for s in scene.sides)


def _of_which(scene: Scene, amount: Amount) -> bool:
    """Whether a bare number is a part of what is counted before it ("412,000 vehicles, of which 90,000 went to")."""
    at = amount.qualifier_first
    return scene.tokens.lower(at - 2) == "of" and scene.tokens.lower(at - 1) in _WHOLES


def in_number_of_people(scene: Scene, amount: Amount) -> None:
    """Let a bare number go on counting the workers told of before ("In 2018 the number was just 8,400"), in place."""
    if amount.kind != "count" or amount.noun is not None:
        return
    first, _ = scene.clause(amount.first)
    lowers, begins = scene.tokens.lowers, amount.qualifier_first
    while begins > first and lowers[begins - 1] in _BEFORE_OBJECT:
        begins -= 1
    takes = next((t for t in scene.triggers if t.last == begins and t.kind == "verb" and t.flow in _TAKING), None)
    if takes is not None and _ends(scene, amount):
        amount.like = (takes.first, takes.last)
        return
    at = next((at for at in range(first, amount.first - 1) if lowers[at] in _NUMBERS), None)
    if at is not None and lowers[at - 1] in ("the", "that", "their") and lowers[at + 1] != "of":
        amount.like = (at, at + 1)


def _ends(scene: Scene, amount: Amount) -> bool:
    """Whether a bare number names nothing that it counts ("recruited a further 1,800 from the kingdom")."""
    lower = scene.tokens.lower(amount.last)
    return not lower.isalpha() or is_stop(lower)


def _converted_behind(scene: Scene, amount: Amount) -> Amount | None:
    """The money in the bracket right behind a bare number."""
    if scene.tokens.lower(amount.last) != "(":
        return None
    return next((a for a in scene.amounts if a.qualifier_first == amount.last + 1 and a.kind == "currency"), None)


def in_last_money(scene: Scene, amount: Amount, currency: str | None) -> None:
    """Read a bare "1.9 bn" behind an amount of money as the same money, in place."""
    bare = amount.kind == "count" and amount.noun is None and amount.number.magnitude >= _BARE_MONEY
    lowers = scene.tokens.lowers[amount.last : amount.last + 2]
    numbered = lowers[:1] != [] and lowers[0][0].isdecimal()
    if not bare or numbered or (lowers[:1] == ["of"] and lowers[-1] not in _POINTERS):
        return
    if lowers[:1] != [] and lowers[0] in _OF_PEOPLE:
        return
    told = _converted_behind(scene, amount)
    if told is not None and currency is not None and told.unit.unit != currency:
        # "a deficit of 9 million (6 million US dollars)"
        amount.unit, amount.alternate, told.converts = Unit(currency, ONE, "currency", None), told, True
        return
    here = [other.unit.unit for other in scene.amounts if other.kind == "currency" and not other.converts]
    if not here and lowers[:1] == ["of"] and follows_people(scene, amount):
        return
    code = here[0] if here else currency
    if code is not None:
        amount.unit = Unit(code, ONE, "currency", None)
