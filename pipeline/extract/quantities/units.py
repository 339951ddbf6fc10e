"""Which unit stands beside a number: currency before or behind it, measure behind it. Words come from the lexicon."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.extract.quantities.counts import is_stop
from pipeline.extract.quantities.number_forms import ONE, Number
from pipeline.extract.quantities.phrases import PhraseTable
from pipeline.extract.quantities.tokens import Tokens
from pipeline.lexicon.table import rows
from pipeline.values import value

_DASHES = frozenset({"-", "–"})
_SIGNS = frozenset({"-", "–", "−", "+", "~", "("})
# Abbreviations of units that are also other words: they count only glued to their number ("5t", "10in").
_GLUED_ONLY = frozenset(
    {"t", "g", "m", "p", "c", "x", "C", "F", "W", "in.", "ct", "gal", "mi", "cf", "min", "sec", "MP", "PS", "p.p."}
)
_SPACED_TOO = frozenset({"t", "g", "m", "gal", "min", "sec"})
_ADDED = frozenset({"odd", "plus", "+"})
"""What may stand between a number and its unit ("20-odd years", "30+ years")."""
_OF_NAMES = frozenset({"G", "T", "P"})
"""Capitals that are units in small letters alone ("5G", "737T")."""
_DEGREES = frozenset({"C", "F"})
_PICTURE_LINES = frozenset({480, 720, 1080, 1440, 2160})
"""So many lines a picture may have ("1080p video"), which is no price."""


class Unit(NamedTuple):
    """A unit of the lexicon."""

    unit: str
    factor: Decimal
    kind: str
    """`currency` or a kind of units.csv."""
    per: str | None


@value(frozen=True, slots=True)
class Found:
    """A unit beside a number and the tokens that it takes."""

    unit: Unit
    first: int
    last: int


@cache
def _behind() -> PhraseTable[Unit]:
    money = [
        (row["form"], Unit(row["code"], Decimal(row["factor"]), "currency", None))
        for row in rows("currencies")
        if row["place"] != "before"
    ]
    measures = [
        (row["form"], Unit(row["unit"], Decimal(row["factor"]), row["kind"], row["per"] or None))
        for row in rows("units")
    ]
    return PhraseTable(measures + money)


@cache
def _in_front() -> PhraseTable[Unit]:
    return PhraseTable(
        (row["form"], Unit(row["code"], Decimal(row["factor"]), "currency", None))
        for row in rows("currencies")
        if row["place"] != "after"
    )


@cache
def first_words_of_units() -> frozenset[str]:
    """The words, in small letters, that a unit behind a number can begin with."""
    return _behind().first_words()


def unit_at(tokens: Tokens, index: int) -> Found | None:
    """The unit that stands at token `index`, whatever stands before it, or None."""
    found = _behind().at(tokens, index)
    return Found(found[0], index, found[1]) if found is not None else None


def is_unit(tokens: Tokens, index: int) -> bool:
    """Whether a unit that stands behind numbers begins at token `index`."""
    return _behind().at(tokens, index) is not None


def currency_before(tokens: Tokens, index: int) -> Found | None:
    """The currency sign, code or abbreviation right before token `index`."""
    end = index
    found = _in_front().before(tokens, end)
    if found is None:
        between, end = tokens.lower(index - 1), index - 1
        if not (between == "." or (between == "-" and tokens.glued(index))) or not tokens.glued(end):
            return None
        found = _in_front().before(tokens, end)
    if found is None:
        return None
    unit, first = found
    form = tokens.span(first, end)
    if first > 0 and tokens.glued(first) and tokens.words[first - 1][-1].isalnum() and form[0].isalnum():
        return None
    if len(form) == 1 and form.isalpha() and not tokens.glued(index):
        return None
    return Found(unit, first, index)


def unit_behind(tokens: Tokens, number: Number) -> Found | None:
    """The unit right behind `number`, hyphenated or not ("54-kilometer", "32 percent", "10 million US dollars")."""
    at, lower = number.last, tokens.lower(number.last)
    if lower in _DASHES:
        at, lower = at + 1, tokens.lower(at + 1)
    if lower in _ADDED and (at > number.last or lower == "+"):
        at, lower = at + 1, tokens.lower(at + 1)
    if number.vague and lower == "of":
        at += 1
    found = _behind().at(tokens, at)
    if found is None:
        return None
    unit, last = found
    if last - at == 1 and (not _holds(tokens, number, at, unit) or _begins_type(tokens, at)):
        return None
    # the sign of "$40-$60" is the next number's
    next_sign = not tokens.words[at][0].isalnum() and tokens.word(last)[:1].isdecimal() and tokens.glued(last)
    return None if next_sign else Found(unit, at, last)


def _begins_type(tokens: Tokens, index: int) -> bool:
    """Whether a letter behind a number begins the name of a type and is no unit ("8 M1 tanks", "6 T-72 tanks")."""
    letter = tokens.words[index]
    if len(letter) != 1 or not letter.isupper() or tokens.glued(index):
        return False
    at = index + 1 + (tokens.lower(index + 1) == "-")
    return tokens.word(at)[:1].isdecimal() and tokens.glued(at) and tokens.glued(index + 1)


def _holds(tokens: Tokens, number: Number, at: int, unit: Unit) -> bool:
    """Whether the single token at `at` can be the unit that it looks like."""
    form = tokens.words[at]
    if form in _GLUED_ONLY and not tokens.glued(at) and (form not in _SPACED_TOO or not number.in_digits):
        return False
    if len(form) == 1:
        return _letter_holds(tokens, number, at)
    if form == "won":
        return number.magnitude > ONE or number.value >= 100
    if form == "stone":
        behind = tokens.word(at + 1)
        return not behind.islower() or is_stop(behind)
    # "5 second-hand cars", "the 3 day boats" keep their words; "two second half goals" do not
    return not (unit.unit == "s" and form == "second" and tokens.lower(at - 1) not in _DASHES)


def _letter_holds(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether one letter behind a number is its unit: no part of a name ("5G", "iPhone 5C"), no lines of a picture."""
    form = tokens.words[at]
    if form in _OF_NAMES:
        return False
    if form == "p":
        return number.value not in _PICTURE_LINES
    if form in ("x", "X"):
        return not tokens.glued(at + 1)
    before = tokens.word(number.first - 1)
    return form not in _DEGREES or before.islower() or before in _SIGNS


def pounds_are_money(tokens: Tokens, number: Number, found: Found) -> bool:
    """Whether "pounds" without more means sterling: behind "million", unless what is weighed follows."""
    word = tokens.lowers[found.last - 1]
    return (
        word in ("pounds", "pound")
        and found.last - found.first == 1
        and number.magnitude >= 1000
        and tokens.lower(found.last) != "of"
    )


STERLING = Unit("GBP", ONE, "currency", None)
