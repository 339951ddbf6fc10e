"""Conversions: the second amount of "600 million roubles ($10 million)" says the same in another unit."""

from decimal import Decimal

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.tokens import Tokens

_CONVERTED = frozenset({"currency", "mass", "volume", "energy", "length", "area", "speed", "temperature", "power"})
_EQUALS = (
    ["or"],
    [",", "or"],
    [",", "equivalent", "to"],
    [",", "equal", "to"],
    ["equivalent", "to"],
    ["/"],
    ["i", ".", "e", "."],
)
_MOST_BETWEEN = 6
_TONS_DIFFER = Decimal("0.13")
"""Long, short and metric tons differ by at most this part."""


def link_conversions(tokens: Tokens, amounts: list[Amount]) -> None:
    """Make each amount that only converts the one before it that one's `alternate`."""
    main: Amount | None = None
    for amount in amounts:
        if main is not None and _converts(tokens, main, amount):
            amount.converts = True
            if main.alternate is None:
                main.alternate = amount
        else:
            main = amount


def _converts(tokens: Tokens, main: Amount, amount: Amount) -> bool:
    kind, other = amount.unit.kind, main.unit.kind
    if kind not in _CONVERTED or (kind != other and not {kind, other} <= {"mass", "volume", "energy"}):
        return False
    if main.unit == amount.unit:
        return _in_other_tons(tokens, main, amount)
    start = main.alternate.last if main.alternate is not None else main.last
    between = tokens.lowers[start : amount.qualifier_first]
    if main.alternate is not None:
        return between in ([","], [";"], ["or"], ["/"], ["and"])
    if between in _EQUALS:
        return main.unit.unit != amount.unit.unit or other != "currency"
    return len(between) <= _MOST_BETWEEN and between[-1:] == ["("] and not set(between) & {",", ";", ".", ")"}


def _in_other_tons(tokens: Tokens, main: Amount, amount: Amount) -> bool:
    """Whether a bracket says the same weight in tons of another kind ("2.1 million tonnes (2 million tons)")."""
    if amount.unit.kind != "mass" or main.last != amount.qualifier_first - 1 or main.alternate is not None:
        return False
    bracket = tokens.lowers[main.last] == "(" and tokens.lower(amount.last) == ")"
    return bracket and main.value != amount.value and abs(main.value - amount.value) <= main.value * _TONS_DIFFER
