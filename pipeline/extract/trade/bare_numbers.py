"""Numbers that name no unit of their own and go on in that of an amount before ("Georgia took 1.2 million")."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.counts import is_stop
from pipeline.extract.quantities.numbers import ONE
from pipeline.extract.quantities.units import Unit
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.governing import counts_goods
from pipeline.extract.trade.scene import Scene

_LEAST_LISTED = 10
"""A smaller bare number in a list of goods counts something else."""
_BARE_MONEY = 1_000_000
_AGAINST = word_set("against versus from to than")
"""Between two numbers these compare the second with the first in its unit ("850,000 tonnes, against 905,000")."""
_TRADED = frozenset({"export", "import"})
_NUMBERS = frozenset({"number", "figure", "total"})
_TAKING = frozenset({"labour", "import", "export"})
_BEFORE_OBJECT = word_set("a an the further additional extra another in total only just its first of")
_POINTERS = word_set("it them that this these those which the")
_WEIGHED = frozenset({"mass", "volume", "energy"})


def in_last_unit(scene: Scene, amount: Amount) -> None:
    """Read a bare number that goes on with a list of goods in their unit ("Georgia took 1.2 million"), in place."""
    if amount.kind != "count" or amount.noun is not None or amount.value < _LEAST_LISTED:
        return
    before = [other for other in scene.amounts if other.first < amount.first and other.kind not in ("time", "percent")]
    if not before or before[-1].change is not None:
        return
    if before[-1].kind == "count":
        _in_last_noun(scene, amount, before[-1])
    if before[-1].kind not in _WEIGHED:
        return
    behind_it = scene.tokens.lower(amount.last)
    beside = amount.number.magnitude >= _BARE_MONEY or any(
        before[-1].last <= side.first < amount.first for side in scene.sides
    )
    beside = beside or scene.tokens.lower(amount.qualifier_first - 1) in _AGAINST
    governed = any(trigger.first == amount.last for trigger in scene.triggers)
    if beside and (governed or not behind_it.isalpha() or is_stop(behind_it)):
        amount.unit, amount.per = before[-1].unit, before[-1].per


def _in_last_noun(scene: Scene, amount: Amount, before: Amount) -> None:
    """Let a bare number go on counting goods: as another verb's object, or as what the number is compared with."""
    noun = before.noun or before.like
    if noun is None or scene.tokens.lower(amount.last)[:1].isdecimal():
        return
    behind_it, at = scene.tokens.lower(amount.last), amount.qualifier_first
    if behind_it.isalpha() and not is_stop(behind_it):
        return
    bought = any(t.last == at and t.kind == "verb" and t.flow in _TRADED for t in scene.triggers)
    if (bought or scene.tokens.lower(at - 1) in _AGAINST) and counts_goods(scene, noun):
        amount.like = noun


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


def in_last_money(scene: Scene, amount: Amount, currency: str | None) -> None:
    """Read a bare "1.9 bn" behind an amount of money as the same money, in place."""
    bare = amount.kind == "count" and amount.noun is None and amount.number.magnitude >= _BARE_MONEY
    lowers = scene.tokens.lowers[amount.last : amount.last + 2]
    numbered = lowers[:1] != [] and lowers[0][0].isdecimal()
    if not bare or numbered or (lowers[:1] == ["of"] and lowers[-1] not in _POINTERS):
        return
    here = [other.unit.unit for other in scene.amounts if other.kind == "currency" and not other.converts]
    code = here[0] if here else currency
    if code is not None:
        amount.unit = Unit(code, ONE, "currency", None)
