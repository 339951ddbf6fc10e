"""Multiples and proportions told by several words: "2.5-fold", "by a factor of four", "half as much again", "two in
every five barrels" (where people or things are counted each number stays its own). Single words ("doubled",
"threefold") are read in `amounts`.
"""

from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.quantities.digits import digits_value
from pipeline.extract.quantities.number_forms import HUNDRED, ONE, Number, number_words
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.units import unit_at
from pipeline.extract.quantities.words import word_set

_DASHES = frozenset({"-", "–"})
_MEASURED = frozenset({"mass", "volume", "energy", "currency"})
_SIZES = word_set("much many large big high great")
_BEFORE_PROPORTION = word_set("about nearly almost some than roughly around for of only over every as with just")
"""Before "one in three" these show that it is no "one" of something in a list."""
_MOST_WHOLE = 100
"""The whole of "one in a hundred" is at most so large; a larger number is a year or another count."""


class Told(NamedTuple):
    """A multiple or proportion of the text: its value in percent."""

    number: Number
    grows: bool
    """Whether it is more than once; else it is a share of a whole."""


def fold_of(tokens: Tokens, number: Number) -> Told | None:
    """ "2.5-fold", "ten fold", "by a factor of four": so many times what it was."""
    at = number.last + (tokens.lower(number.last) in _DASHES)
    if tokens.lower(at) == "fold":
        return Told(_percent(number.first, at + 1, number.value - ONE), True) if number.value > ONE else None
    factor = tokens.lower(number.first - 1) == "of" and tokens.lower(number.first - 2) == "factor"
    if factor and number.value > ONE and number.magnitude == ONE:
        return Told(_percent(number.first, number.last, number.value - ONE), True)
    return None


def half_again(tokens: Tokens, index: int) -> Told | None:
    """ "half as much again", "half again as many" at token `index`: a rise by a half."""
    words = tokens.lowers[index + 1 : index + 4]
    again = len(words) > 2 and (
        (words[0] == "as" and words[1] in _SIZES and words[2] == "again")
        or (words[:2] == ["again", "as"] and words[2] in _SIZES)
    )
    return Told(_percent(index, index + 4, Decimal("0.5")), True) if again else None


def one_in(tokens: Tokens, number: Number) -> Told | None:
    """ "one in three tonnes", "two out of every five", "nine in 10 barrels": a share of a whole."""
    at = number.last
    if tokens.lower(at) not in ("in", "out") or number.magnitude != ONE:
        return None
    out = tokens.lower(at) == "out"
    if out and tokens.lower(at + 1) != "of":
        return None
    at += 1 + out
    every = tokens.lower(at) == "every"
    whole = _small_number(tokens, at + every)
    if whole is None or not number.value < whole <= _MOST_WHOLE or number.value % ONE:
        return None
    behind = at + every + 1
    unit = unit_at(tokens, behind)
    measured = unit is not None and unit.unit.kind in _MEASURED
    if not (every or out or measured or tokens.lower(number.first - 1) in _BEFORE_PROPORTION):
        return None
    counts = measured or (tokens.lower(behind) == "of" and (every or out))
    return Told(_percent(number.first, behind, number.value / whole), False) if counts else None


def _small_number(tokens: Tokens, index: int) -> Decimal | None:
    """The whole number of one token at `index`."""
    lower = tokens.lower(index)
    if lower.isdecimal():
        return digits_value(lower)
    word = number_words().get(lower)
    return word.value if word is not None and word.kind in ("unit", "tens") else None


def _percent(first: int, last: int, part: Decimal) -> Number:
    return Number(first, last, (part * HUNDRED).quantize(Decimal("0.01")), False)
