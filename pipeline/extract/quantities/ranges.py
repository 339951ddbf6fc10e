"""Two amounts that are the ends of one range ("6.5 to 7 billion", "between X and Y", "5-7 percent")."""

from decimal import Decimal

from pipeline.extract.quantities.amounts import COUNT, Amount
from pipeline.extract.quantities.changes import changes_before, governing_change
from pipeline.extract.quantities.number_forms import ONE
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set

_DASHES = frozenset({"-", "–", "—"})
_MOVE_REACH = 12
"""So many tokens before "from" a word of change makes "from X to Y" a move and no range."""
_SPANNING = word_set("range ranges ranged ranging vary varies varied varying ran run running anywhere span spans")
"""Before "from X to Y" these make it a range."""
_RESPECTIVELY_REACH = 8
_MOST_BETWEEN = 2
"""So many tokens may stand between the ends: the connecting word, and one of approximation."""


def join_ranges(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """`amounts` with each pair that is one range made one amount, the lower end its value."""
    joined: list[Amount] = []
    for amount in amounts:
        if joined and _is_range(tokens, joined[-1], amount):
            joined[-1] = _joined(joined[-1], amount)
            joined[-1].joined = True
            continue
        if joined and _shares_unit(tokens, joined[-1], amount):
            _take_unit(joined[-1], amount)
        joined.append(amount)
    return joined


def _shares_unit(tokens: Tokens, low: Amount, high: Amount) -> bool:
    """Whether a bare number has the unit of the one behind it ("from 1.5 to 2 billion euros", "700 and 90 tons,
    respectively")."""
    bare = low.unit is COUNT and low.noun is None and high.unit is not COUNT and high.kind != "time"
    if not bare or high.qualifier_first - low.last != 1:
        return False
    if tokens.lowers[low.last] == "and":
        return "respectively" in tokens.lowers[high.last : high.last + _RESPECTIVELY_REACH]
    return tokens.lowers[low.last] == "to" and high.kind != "percent"


def _take_unit(low: Amount, high: Amount) -> None:
    scale = _carried(low, high)
    low.number.value *= scale
    low.number.magnitude *= scale
    low.unit, low.per = high.unit, low.per or high.per


def _is_range(tokens: Tokens, low: Amount, high: Amount) -> bool:
    if low.value_high is not None or low.multiple or high.multiple or not 0 < high.first - low.last <= _MOST_BETWEEN:
        return False
    link = tokens.lowers[low.last]
    own_unit = low.unit is not COUNT
    shared_sign = low.prefixed and high.unit is COUNT and high.noun is None
    if own_unit and low.unit.unit != high.unit.unit and not shared_sign:
        return False
    if (low.first > 0 and tokens.lowers[low.first - 1] == "between") or tokens.lower(
        low.qualifier_first - 1
    ) == "between":
        fits = link in ("and", "to") or link in _DASHES
    elif tokens.lower(low.first - 1) == "from" and tokens.lower(low.first - 2) in _SPANNING:
        fits = link in ("to", "through")
    elif tokens.lower(low.first - 1) == "from" and (own_unit or governing_change(tokens, low.first - 1, _MOVE_REACH)):
        fits = False
    elif link in ("to", "or"):
        whole = high.prefixed and low.number.magnitude > ONE  # "fell by $100 million to $1.9 billion"
        complete = own_unit and (whole or not (low.prefixed and low.number.magnitude < high.number.magnitude))
        fits = not complete or not (changes_before(tokens, low.first) or _is_step(tokens, low, high))
    else:
        fits = link in _DASHES and high.first - low.last == 1
    return fits and _rising(low, high)


def _is_step(tokens: Tokens, low: Amount, high: Amount) -> bool:
    """Whether two weights or sums are how much is added and what it makes ("put up its forecast by 2 tons to 9
    tons"); of two percentages each would do."""
    return low.kind != "percent" and high.unit is not COUNT and tokens.lower(low.qualifier_first - 1) == "by"


def _rising(low: Amount, high: Amount) -> bool:
    value = low.number.value * _carried(low, high)
    return value < high.number.value


def _carried(low: Amount, high: Amount) -> Decimal:
    """The magnitude that the low end takes over from the high one ("6.5 to 7 billion")."""
    bare = low.number.magnitude == ONE and high.number.magnitude > ONE
    return high.number.magnitude if bare and low.number.value <= high.number.mantissa else ONE


def _joined(low: Amount, high: Amount) -> Amount:
    scale = _carried(low, high)
    low.number.value *= scale
    low.number.magnitude *= scale
    low.unit = high.unit if low.unit is COUNT else low.unit
    low.value_high = high.number.value * low.unit.factor
    low.last, low.noun, low.per = high.last, high.noun, low.per or high.per
    low.approximate = low.approximate or high.approximate
    low.unit_price = low.unit_price or high.unit_price
    return low
