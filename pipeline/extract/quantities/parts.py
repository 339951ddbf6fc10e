"""Amounts whose number is an article or a part of one unit: "a dollar", "half a ton", "an hour and a half",
"a quarter of a mile", "a quarter-point". Numbers of several units are read in `numbers`.
"""

from decimal import Decimal

from pipeline.extract.quantities.counts import is_stop
from pipeline.extract.quantities.number_forms import HUNDRED, ONE, Number, number_words
from pipeline.extract.quantities.numbers import and_a_half
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.units import Found, unit_at
from pipeline.extract.quantities.words import word_set

_ARTICLES = word_set("a an")
_ONE = word_set("a an one")
WHOLE = word_set("full whole single mere")
"""What may stand between the article and its unit ("a full percentage point")."""
_DASHES = frozenset({"-", "–"})
_HALF = Decimal("0.5")

Part = tuple[Number, Found]
"""A number and the unit that it is of."""


def one_unit(tokens: Tokens, index: int) -> Part | None:
    """What an article or "half" at token `index` measures together with the unit behind it, or None."""
    if tokens.lowers[index] == "half":
        return _half_a_unit(tokens, index)
    at = index + 1 + (tokens.lower(index + 1) in WHOLE)
    found = unit_at(tokens, at)
    if found is None:
        return None
    half = and_a_half(tokens, found.last)
    if half is not None:
        return Number(index, index + 1, ONE + half[0], False), Found(found.unit, at, half[1])
    if found.unit.kind == "point" or (found.unit.kind == "currency" and _stands_alone(tokens, index, found)):
        return Number(index, index + 1, ONE, False), found
    return None


def _half_a_unit(tokens: Tokens, index: int) -> Part | None:
    at = index + 1
    if tokens.lower(at) not in _ARTICLES:
        return None
    found = unit_at(tokens, at + 1)
    return (Number(index, at + 1, _HALF, False), found) if found is not None else None


def _stands_alone(tokens: Tokens, index: int, found: Found) -> bool:
    """Whether "a dollar" is a sum: no noun follows ("a dollar bond"), nothing is a part of it ("of a cent")."""
    behind = tokens.word(found.last)
    named = behind.isalpha() and not is_stop(tokens.lower(found.last))
    small = tokens.words[found.last - 1].islower() and found.last - found.first == 1
    return small and not named and behind not in ("-", "–", "'s") and tokens.lower(index - 1) != "of"


def part_of_unit(tokens: Tokens, number: Number) -> Part | None:
    """ "a quarter of a mile", "three-quarters of a percentage point": a fraction and the one unit that it is of."""
    at = number.last
    if tokens.lower(at) != "of" or tokens.lower(at + 1) not in _ONE:
        return None
    found = unit_at(tokens, at + 2)
    if found is None:
        return None
    return Number(number.first, number.last, number.value / HUNDRED, number.in_digits), found


def part_of_point(tokens: Tokens, index: int) -> Part | None:
    """ "a quarter-point", "half a point", "a half percentage point": parts of a percentage point."""
    at = index + (tokens.lowers[index] in _ARTICLES)
    word = number_words().get(tokens.lower(at))
    if word is None or word.kind != "fraction" or tokens.lower(at) not in ("half", "quarter"):
        return None
    behind = at + 1 + (tokens.lower(at + 1) in _DASHES)
    found = unit_at(tokens, behind)
    if found is None or found.unit.kind != "point":
        return None
    return Number(index, at + 1, word.value, False), found
