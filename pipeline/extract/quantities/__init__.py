"""Quantities of a text: numbers with unit, rate, approximation and sign of change.

What they are about is decided elsewhere.
"""

from pipeline.extract.facts import Quantity
from pipeline.extract.quantities.amounts import Amount, read_amounts
from pipeline.extract.quantities.bracketed import grown_in_brackets
from pipeline.extract.quantities.changes import mark_changes
from pipeline.extract.quantities.conversions import link_conversions
from pipeline.extract.quantities.qualifiers import mark_qualifiers
from pipeline.extract.quantities.raised import raised
from pipeline.extract.quantities.ranges import join_ranges
from pipeline.extract.quantities.tokens import Tokens, tokenize

__all__ = ["find_amounts", "find_quantities", "words_of"]


def find_quantities(text: str) -> list[Quantity]:
    """The quantities of `text` in order; a conversion in brackets is one, and the `alternate_value` of its main.

    Dates, years, clock times, ages, ordinals, identifiers, scores and list numbers are none.
    """
    return [as_quantity(amount) for amount in find_amounts(tokenize(text))]


def find_amounts(tokens: Tokens) -> list[Amount]:
    """The quantities of `tokens` with their places in them, for those who read on."""
    amounts = read_amounts(tokens)
    if not amounts:
        return amounts
    mark_qualifiers(tokens, amounts)
    amounts = join_ranges(tokens, amounts)
    mark_qualifiers(tokens, [amount for amount in amounts if amount.joined])
    link_conversions(tokens, amounts)
    mark_changes(tokens, amounts)
    for amount in amounts:
        amount.change = amount.change or grown_in_brackets(tokens, amount) or raised(tokens, amount)
    return amounts


def words_of(amount: Amount) -> str:
    """The amount's own words, with what it counts where that follows at once."""
    return amount.tokens.span(amount.first, _last_word(amount))


def _last_word(amount: Amount) -> int:
    """The token behind the amount's own words."""
    return amount.noun[1] if amount.noun is not None and amount.noun[0] - amount.last <= 1 else amount.last


def as_quantity(amount: Amount) -> Quantity:
    """`amount` as it is published."""
    tokens, alternate = amount.tokens, amount.alternate
    return Quantity(
        char_start=tokens.starts[amount.first],
        char_end=tokens.ends[_last_word(amount) - 1],
        text=words_of(amount),
        value=float(amount.value),
        value_high=None if amount.value_high is None else float(amount.value_high),
        unit=amount.unit.unit,
        per=amount.per,
        approximate=amount.approximate,
        qualifier=amount.qualifier,
        change=amount.change,
        alternate_value=None if alternate is None else float(alternate.value),
        alternate_unit=None if alternate is None else alternate.unit.unit,
        noun=tokens.span(*amount.noun) if amount.noun else None,
    )
