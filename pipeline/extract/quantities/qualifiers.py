"""Words about an amount: approximations, bounds, rates of time and prices of one piece."""

from functools import cache
from typing import NamedTuple

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.phrases import PhraseTable
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.units import is_unit
from pipeline.extract.quantities.words import word_set
from pipeline.lexicon.table import rows

_PERIODS = {"day": "day", "month": "month", "year": "year", "annum": "year", "d": "day", "yr": "year", "y": "year"}
_ADVERBS = {"daily": "day", "annually": "year", "yearly": "year", "monthly": "month"}
_RATE_WORDS = word_set("a an per / each every")
_BEFORE_RATE = _RATE_WORDS | {"of"}
_NO_RATE_BEHIND = word_set(". , ; : ( ) ¶ in to from for on by and at with") | {""}
"""Behind these no rate of the amount before them follows."""
_BEHIND_ADVERB = word_set(". , to from in") | {""}
"""What follows an adverb of rate that stands further behind its amount ("barrels of oil daily in May")."""
_NO_RATE = word_set("earlier ago before later on after previously prior when that and old")
"""Behind "a year" these make it a time and no rate."""
_PIECES = word_set("share unit piece head person household passenger ticket vehicle car night seat stock minute hour")
_OVER_VERBS = word_set("handed hand hands handing turned took take taking taken carried passed mulled pored")
"""Verbs of which "over" is a part ("handed over two units")."""
_OF_PLACE = word_set("over under near above below around about")
_BEFORE_LENGTH = word_set("for just lasted last well a of")
"""Before "over" and "under" these leave a length of time a length ("for over two years")."""
_SIGNS = frozenset("$€£¥₹")
_RATE_REACH = 6


class Qualifier(NamedTuple):
    """A word of approximations.csv."""

    name: str
    approximate: bool


@cache
def _table(place: str) -> PhraseTable[Qualifier]:
    return PhraseTable(
        (row["form"], Qualifier(row["qualifier"], row["approximate"] == "yes"))
        for row in rows("approximations")
        if row["place"] == place
    )


def mark_qualifiers(tokens: Tokens, amounts: list[Amount]) -> None:
    """Set qualifier, approximation, rate and unit price of each amount from the words around it."""
    for amount in amounts:
        amount.qualifier_first = amount.first
        _read_before(tokens, amount)
        _read_behind(tokens, amount)
        _read_rate(tokens, amount)


def _read_before(tokens: Tokens, amount: Amount) -> None:
    for _ in range(2):
        found = _table("before").before(tokens, amount.qualifier_first)
        if found is None:
            return
        meaning, first = found
        if _is_preposition(tokens, first, amount):
            return
        if amount.qualifier is None:
            amount.qualifier = meaning.name
        amount.approximate = amount.approximate or meaning.approximate
        amount.qualifier_first = first


def _is_preposition(tokens: Tokens, first: int, amount: Amount) -> bool:
    """Whether "over", "under", "near" is of place or time here ("over two years", "under 3 agreements")."""
    word = tokens.lowers[first]
    if word == "over" and tokens.lower(first - 1) in _OVER_VERBS:
        return True
    if word not in _OF_PLACE or first + 1 != amount.qualifier_first:
        return False
    if amount.unit.kind == "time":
        return word in ("over", "under") and tokens.lower(first - 1) not in _BEFORE_LENGTH
    return word in ("under", "near") and amount.unit.kind == "count" and amount.number.value < 10


def _read_behind(tokens: Tokens, amount: Amount) -> None:
    if amount.qualifier is not None:
        return
    table = _table("after")
    found = table.at(tokens, amount.last)
    if found is None and amount.number.last != amount.last:
        found = table.at(tokens, amount.number.last)
    if found is None:
        return
    meaning, last = found
    added = tokens.lower(amount.last) == "plus" and (tokens.word(last)[:1].isdecimal() or tokens.word(last) in _SIGNS)
    if added or (tokens.lower(amount.last) in ("maximum", "minimum", "odd") and tokens.lower(last).isalpha()):
        return
    amount.qualifier = meaning.name
    amount.approximate = amount.approximate or meaning.approximate


def _read_rate(tokens: Tokens, amount: Amount) -> None:
    kind = amount.unit.kind
    if kind == "time":
        return
    at = amount.noun[1] if amount.noun else amount.last
    if kind == "currency" and tokens.lower(at) == "for" and tokens.lower(at + 1) in ("each", "every", "a"):
        at += tokens.lower(at + 1) != "a" or is_unit(tokens, at + 2)
    for step in range(_RATE_REACH):
        lower = tokens.lower(at)
        if lower in _NO_RATE_BEHIND or (step == 0 and lower not in _BEFORE_RATE and not lower.isalpha()):
            return
        if lower in _RATE_WORDS:
            if _rate_word(tokens, at, amount, near=step == 0):
                return
            if lower != "a" or step == 0:
                return
        elif lower in _ADVERBS and (step <= 1 or tokens.lower(at + 1) in _BEHIND_ADVERB):
            amount.per = amount.per or _ADVERBS[lower]
            return
        at += 1


def _rate_word(tokens: Tokens, at: int, amount: Amount, near: bool) -> bool:
    """Read "a day", "per barrel" at token `at`; whether it was one."""
    lower, word = tokens.lower(at), tokens.lower(at + 1)
    period = _PERIODS.get(word)
    if period is not None:
        if lower == "a" and (tokens.lower(at + 2) in _NO_RATE or word in ("d", "y")):
            return True
        amount.per = amount.per or period
        return True
    if amount.unit.kind == "currency" and near:
        priced = word in _PIECES or is_unit(tokens, at + 1) or (lower == "each" and not word.isalpha())
        amount.unit_price = amount.unit_price or (priced and word not in ("week", "weeks", "hour"))
        return priced
    return False
