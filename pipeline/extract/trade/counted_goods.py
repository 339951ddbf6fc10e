"""Bare numbers that count goods which their sentence names before them ("Car exports rose to 400,000", "The number of
live goats shipped to Oman was 20,000")."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.counts import counted_noun, is_stop
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.eligible import counts_goods
from pipeline.extract.trade.scene import Scene

_COUNTED = word_set(
    "car cars vehicle vehicles automobile automobiles truck trucks lorry lorries bus buses tractor tractors motorcycle "
    "motorcycles scooter scooters bicycle bicycles sheep goat goats cattle cow cows calves horse horses camel camels "
    "pig pigs hog hogs piglets chickens turkeys animals livestock phones smartphone smartphones handsets computers "
    "laptops televisions aircraft airliners planes helicopters rifles carpets watches"
)
"""Goods that are told by their number."""
_THOSE = word_set("the its their his our these those")
_NUMBER = frozenset({"number", "numbers"})
_BEFORE_TOTAL = word_set(
    "to at was were is are reached hit totaled totalled totalling totaling of stood topped exceeded"
)
"""Between goods and their number stands one of these."""
_OF_REACH = 4
"""So many tokens before the goods, adjectives among them, "of" stands."""
_LEAST = 100
_FLOWS = frozenset({"export", "import"})


def in_units_of_goods(scene: Scene, amount: Amount) -> None:
    """Let a bare number count the goods of which it is the number, in place."""
    if amount.kind != "count" or amount.noun is not None or amount.like is not None:
        return
    if scene.tokens.lower(amount.last) == "of" and amount.value > 1:
        amount.like = _goods_of_which(scene, amount)
    if amount.like is not None or amount.value < _LEAST:
        return
    if scene.tokens.lower(amount.qualifier_first - 1) not in _BEFORE_TOTAL:
        return
    behind = scene.tokens.lower(amount.last)
    if behind.isalpha() and not is_stop(behind):
        return
    first, _ = scene.clause(amount.first)
    at = next((at for at in range(amount.first - 1, first - 1, -1) if scene.tokens.lowers[at] in _COUNTED), None)
    if at is not None and _is_told_of(scene, at, first, amount):
        amount.like = (at, at + 1)


def _goods_of_which(scene: Scene, amount: Amount) -> tuple[int, int] | None:
    """The goods that so many are some of ("sent 31 of its Abrams tanks", "ordered 115 of the new airliners")."""
    if scene.tokens.lower(amount.last + 1) not in _THOSE:
        return None
    noun = counted_noun(scene.tokens, amount.last + 2)
    return noun if noun is not None and counts_goods(scene, noun) else None


def _is_told_of(scene: Scene, index: int, first: int, amount: Amount) -> bool:
    """Whether the goods at token `index` are those of a flow or of a number of what moves."""
    noun = scene.starts.get(index + 1)
    if noun is not None and noun.kind == "noun" and noun.flow in _FLOWS:
        return True
    lowers = scene.tokens.lowers
    of = next((at for at in range(index - 1, max(first, index - _OF_REACH) - 1, -1) if lowers[at] == "of"), None)
    if of is None:
        return False
    if lowers[of - 1] in _NUMBER:
        return any(t.flow in _FLOWS and index < t.first < amount.first and t.kind != "noun" for t in scene.triggers)
    return any(t.flow in _FLOWS and t.kind == "noun" and t.last == of for t in scene.triggers)
