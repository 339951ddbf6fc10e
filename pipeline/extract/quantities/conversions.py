"""Conversions: the second amount of "600 million roubles ($10 million)" says the same in another unit."""

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
        return False
    start = main.alternate.last if main.alternate is not None else main.last
    between = tokens.lowers[start : amount.qualifier_first]
    if main.alternate is not None:
        return between in ([","], [";"], ["or"], ["/"], ["and"])
    if between in _EQUALS:
        return main.unit.unit != amount.unit.unit or other != "currency"
    return len(between) <= _MOST_BETWEEN and between[-1:] == ["("] and not set(between) & {",", ";", ".", ")"}
