"""Amounts: numbers with their units, before ranges, qualifiers and signs of change are looked at."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from pipeline.extract.quantities.counts import counted_noun, noun_behind_dash, packages
from pipeline.extract.quantities.exclusions import is_excluded, is_plain_date
from pipeline.extract.quantities.multiples import Told, fold_of, half_again, one_in
from pipeline.extract.quantities.number_forms import HUNDRED, ONE, Number, number_words
from pipeline.extract.quantities.numbers import read_number
from pipeline.extract.quantities.parts import WHOLE, Part, one_unit, part_of_point, part_of_unit
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.units import (
    STERLING,
    Found,
    Unit,
    currency_before,
    first_words_of_units,
    pounds_are_money,
    unit_behind,
)
from pipeline.extract.quantities.words import word_set

_BASE_FORMS = word_set("double triple treble quadruple quintuple")
_BEFORE_BASE_FORM = word_set("to will would could should may might can must help helps helped than nearly almost about")
"""Ahead of "double" these show that it is told of an amount ("to triple", "more than double")."""
COUNT = Unit("count", ONE, "count", None)
PERCENT = Unit("percent", ONE, "percent", None)
_DOLLARS = frozenset({"AUD", "BBD", "BMD", "BSD", "CAD", "FJD", "HKD", "JMD", "NZD", "SGD", "TTD", "TWD", "USD", "XCD"})
_ARTICLES = frozenset({"a", "an"})
_DASHES = frozenset({"-", "–"})
_MINUS = frozenset({"minus", "-", "–"})
_RATE_REACH = 8
"""So many tokens behind an amount of money "a dollar" is what it is paid for."""


@dataclass(slots=True)
class Amount:
    """A number with its unit. Tokens `first` up to, not with, `last` are the amount's own words."""

    number: Number
    unit: Unit
    first: int
    last: int
    tokens: Tokens = field(repr=False, compare=False)
    prefixed: bool = False
    """Whether a currency stands before the number."""
    value_high: Decimal | None = None
    joined: bool = False
    """Whether it was made of the two ends of a range."""
    per: str | None = None
    unit_price: bool = False
    """Money for one piece of something ("$50 a barrel")."""
    qualifier: str | None = None
    approximate: bool = False
    change: str | None = None
    qualifier_first: int = 0
    """First token of the words that qualify the amount; `first` where there are none."""
    alternate: "Amount | None" = None
    """A conversion in brackets."""
    converts: bool = False
    """Whether this amount is the conversion of another."""
    noun: tuple[int, int] | None = None
    """The tokens of what is counted."""
    like: tuple[int, int] | None = None
    """Where a bare number goes on counting what was counted before it ("3,300 head in 2012 and 67,000 in 2013")."""
    multiple: bool = False
    """A change told by a verb or adverb ("doubled", "threefold")."""

    @property
    def kind(self) -> str:
        """What is measured: `currency`, `percent`, `count`, or another kind of units.csv."""
        return self.unit.kind

    @property
    def value(self) -> Decimal:
        """The number in the unit that the tables use."""
        return self.number.value * self.unit.factor


def read_amounts(tokens: Tokens) -> list[Amount]:
    """Every amount of `tokens` in order, none overlapping another; dates, times, scores and identifiers left out."""
    begins, behind_article, behind = _first_words(), _behind_article(), 0
    found: list[Amount] = []
    lowers = tokens.lowers
    for at in sorted(tokens.places(begins) + tokens.places_of_digits()):
        lower = lowers[at]
        if at < behind or (lower in _ARTICLES and tokens.lower(at + 1) not in behind_article):
            continue
        amount, behind = _amount_at(tokens, at)
        if amount is not None and not (lower in _ARTICLES and _is_rate(amount, found)):
            found.append(amount)
    return found


def _is_rate(amount: Amount, found: list[Amount]) -> bool:
    """Whether "a dollar" or "a pound" ends a price or a rate of exchange ("7.2 yuan a dollar")."""
    priced = bool(found) and found[-1].unit.kind == "currency" and amount.first - found[-1].last <= _RATE_REACH
    one = amount.number.value == ONE and amount.number.magnitude == ONE
    return priced and one and amount.unit.kind == "currency"


@cache
def _first_words() -> frozenset[str]:
    """The words that an amount without digits can begin with."""
    kinds = {"unit", "tens", "vague", "fraction", "glyph", "multiple"}
    return frozenset(form for form, word in number_words().items() if word.kind in kinds) | {"a", "an"}


@cache
def _behind_article() -> frozenset[str]:
    """The words that make a number of the article before them."""
    return frozenset(number_words()) | first_words_of_units() | WHOLE


def _amount_at(tokens: Tokens, index: int) -> tuple[Amount | None, int]:
    """The amount whose number begins at `index`, if any, and the token to go on from."""
    lower = tokens.lowers[index]
    if lower[0].isdecimal():
        if is_plain_date(tokens, index):
            return None, index + 1
    elif lower in _ARTICLES or lower == "half":
        again = half_again(tokens, index) if lower == "half" else None
        if again is not None:
            return _told(tokens, again)
        part = part_of_point(tokens, index) or one_unit(tokens, index)
        if part is not None:
            return _of_part(tokens, part)
    elif number_words()[lower].kind == "multiple":
        return _multiple(tokens, index, number_words()[lower].value)
    number = read_number(tokens, index)
    return (None, index + 1) if number is None else _of_number(tokens, number)


def _of_number(tokens: Tokens, number: Number) -> tuple[Amount | None, int]:
    """The amount that a number begins, if any, and the token to go on from."""
    told = fold_of(tokens, number) or one_in(tokens, number)
    if told is not None:
        return _told(tokens, told)
    part = part_of_unit(tokens, number) if number.fraction else None
    if part is not None:
        return _of_part(tokens, part)
    before = currency_before(tokens, number.first)
    behind = unit_behind(tokens, number)
    if number.suffix and before is None and behind is None and not _is_magnitude(tokens, number):
        number = Number(number.first, number.last - 1, number.mantissa, number.in_digits)
        behind = unit_behind(tokens, number)
    if is_excluded(tokens, number, before, behind):
        return None, number.last
    return _assembled(tokens, number, before, behind)


def _of_part(tokens: Tokens, part: Part) -> tuple[Amount, int]:
    number, unit = part
    return Amount(number, unit.unit, number.first, unit.last, per=unit.unit.per, tokens=tokens), unit.last


def _told(tokens: Tokens, told: Told) -> tuple[Amount, int]:
    """A multiple or a share of several words."""
    number, change = told.number, "up" if told.grows else None
    amount = Amount(
        number, PERCENT, number.first, number.last, change=change, multiple=change is not None, tokens=tokens
    )
    return amount, number.last


def _is_magnitude(tokens: Tokens, number: Number) -> bool:
    """Whether the single letter behind a number without a unit is its magnitude ("3m workers") and no unit ("54m")."""
    return tokens.lowers[number.last - 1] in ("m", "k") and counted_noun(tokens, number.last) is not None


def _take_of_one_percent(number: Number, behind: Found | None) -> None:
    """Make a fraction in digits that of one percent where that is its unit, in place ("7/8 percent")."""
    if number.fraction and number.in_digits and behind is not None and behind.unit.kind == "percent":
        number.value /= HUNDRED


def _assembled(tokens: Tokens, number: Number, before: Found | None, behind: Found | None) -> tuple[Amount | None, int]:
    unit, first, last = COUNT, number.first, number.last
    _take_of_one_percent(number, behind)
    if behind is not None and pounds_are_money(tokens, number, behind):
        behind = Found(STERLING, behind.first, behind.last)
    if before is not None:
        unit, first = before.unit, before.first
        if behind is not None and (behind.unit.unit == unit.unit or _says_whose_dollars(tokens, before, behind)):
            unit, last = behind.unit, behind.last
    elif behind is not None:
        unit, last = behind.unit, behind.last
    elif number.fraction:
        unit = PERCENT
    if _below_zero(tokens, first, unit):
        number.value, first = -number.value, first - 1
    amount = Amount(number, unit, first, last, prefixed=before is not None, per=unit.per, tokens=tokens)
    if number.vague:
        amount.approximate = True
    if unit is COUNT:
        packed = packages(tokens, last)
        if packed is not None:
            amount.noun = (last, packed)
            return amount, packed
        amount.noun = _counted(tokens, number)
    return amount, last


def _counted(tokens: Tokens, number: Number) -> tuple[int, int] | None:
    """What a number without a unit counts."""
    at = number.last
    if tokens.lower(at) in _DASHES:
        return noun_behind_dash(tokens, at + 1)
    return counted_noun(tokens, at + (number.vague and tokens.lower(at) == "of"))


def _says_whose_dollars(tokens: Tokens, before: Found, behind: Found) -> bool:
    """Whether a code behind the amount names the dollar that a bare sign ahead leaves open ("$40 million CAD")."""
    is_bare = before.last - before.first == 1 and tokens.words[before.first] == "$"
    return is_bare and behind.unit.unit in _DOLLARS and behind.last - behind.first == 1


def _below_zero(tokens: Tokens, first: int, unit: Unit) -> bool:
    """Whether a temperature, or a bare number, is told as below zero ("minus 5", "-12C")."""
    sign = tokens.lower(first - 1)
    if sign not in _MINUS:
        return False
    if sign == "minus":
        return unit.kind in ("temperature", "count") and tokens.lower(first - 2) != "or"
    free = first == 1 or not tokens.glued(first - 1)
    return unit.kind == "temperature" and tokens.glued(first) and free


def _multiple(tokens: Tokens, index: int, change: Decimal) -> tuple[Amount | None, int]:
    """ "doubled", "halved", "threefold", "twice the ...": a change in percent."""
    word, behind = tokens.lowers[index], tokens.lower(index + 1)
    if word in ("twice", "thrice") and behind not in ("as", "the", "that", "what", "its", "their", "last"):
        return None, index + 1
    if word in _BASE_FORMS and not _doubles(tokens, index):
        return None, index + 1
    number = Number(index, index + 1, abs(change), False)
    amount = Amount(
        number, PERCENT, index, index + 1, change="up" if change > 0 else "down", multiple=True, tokens=tokens
    )
    return amount, index + 1


def _doubles(tokens: Tokens, index: int) -> bool:
    """Whether "double" or "triple" is told of an amount ("to double", "double the", "more than double")."""
    if tokens.lower(index - 1) in _BEFORE_BASE_FORM:
        return tokens.lower(index + 1) not in ("-", "digit", "down")
    return tokens.lower(index + 1) in ("the", "that", "what", "its", "last") and tokens.lower(index - 1) in (
        "is",
        "was",
        "were",
        "are",
        "be",
    )
