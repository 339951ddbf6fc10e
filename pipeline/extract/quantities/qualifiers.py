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
_NO_RATE = word_set("earlier ago before later on after previously prior when that and old")
"""Behind "a year" these make it a time and no rate."""
_PIECES = word_set("share unit piece head person household passenger ticket vehicle car night seat stock minute hour")
_OVER_VERBS = word_set("handed hand hands handing turned took take taking taken carried passed mulled pored")
"""Verbs of which "over" is a part ("handed over two units")."""
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
    if first + 1 != amount.qualifier_first or word not in (
        "over",
        "under",
        "near",
        "above",
        "below",
        "around",
        "about",
    ):
        return False
    if amount.kind == "time":
        return word in ("over", "under") and tokens.lower(first - 1) not in (
            "for",
            "just",
            "lasted",
            "last",
            "well",
            "a",
            "of",
        )
    return word in ("under", "near") and amount.kind == "count" and amount.number.value < 10


def _read_behind(tokens: Tokens, amount: Amount) -> None:
    found = _table("after").at(tokens, amount.last) or _table("after").at(tokens, amount.number.last)
    if found is None or amount.qualifier is not None:
        return
    meaning, last = found
    added = tokens.lower(amount.last) == "plus" and (tokens.word(last)[:1].isdecimal() or tokens.word(last) in _SIGNS)
    if added or (tokens.lower(amount.last) in ("maximum", "minimum", "odd") and tokens.lower(last).isalpha()):
        return
    amount.qualifier = meaning.name
    amount.approximate = amount.approximate or meaning.approximate


def _read_rate(tokens: Tokens, amount: Amount) -> None:
    if amount.kind == "time":
        return
    at = amount.noun[1] if amount.noun else amount.last
    if tokens.lower(at) == "for" and tokens.lower(at + 1) in ("each", "every", "a") and amount.kind == "currency":
        at += tokens.lower(at + 1) != "a" or is_unit(tokens, at + 2)
    for step in range(_RATE_REACH):
        lower = tokens.lower(at)
        if not lower or lower in (".", ",", ";", ":", "(", ")", "¶"):
            return
        if lower in ("a", "an", "per", "/", "each", "every"):
            if _rate_word(tokens, at, amount, near=step == 0):
                return
            if lower != "a" or step == 0:
                return
        elif (lower in _ADVERBS and step <= 1) or (
            lower in _ADVERBS and tokens.lower(at + 1) in (".", ",", "", "to", "from", "in")
        ):
            amount.per = amount.per or _ADVERBS[lower]
            return
        elif (step == 0 and lower != "of" and not lower.isalpha()) or lower in (
            "in",
            "to",
            "from",
            "for",
            "on",
            "by",
            "and",
            "at",
            "with",
        ):
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
    if amount.kind == "currency" and near:
        priced = word in _PIECES or is_unit(tokens, at + 1) or (lower == "each" and not word.isalpha())
        amount.unit_price = amount.unit_price or (priced and word not in ("week", "weeks", "hour"))
        return priced
    return False
