"""Whose rupees, pesos or crowns an amount is in, where its words leave it open."""

from functools import cache

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.units import Unit
from pipeline.extract.trade.story import Story
from pipeline.lexicon.table import rows


@cache
def _shared() -> dict[str, dict[str, str]]:
    """Words to the states that share them, each with its code; "" leads to the state that is left unnamed."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("shared_currencies"):
        found.setdefault(row["word"], {"": row["unnamed"]})[row["country"]] = row["code"]
    return found


def in_local_money(amount: Amount, story: Story) -> None:
    """Read an amount of money in a currency of shared name as that of the article's own state, in place."""
    tokens = amount.tokens
    word = tokens.lowers[amount.first if amount.prefixed else amount.last - 1]
    states = _shared().get(word)
    if states is None or (not amount.prefixed and tokens.words[amount.last - 2][0].isupper()):
        return
    candidates = [story.home]
    if states[""] not in story.dominant:
        candidates += story.dominant[:1]
    for country in candidates:
        if country in states:
            amount.unit = Unit(states[country], amount.unit.factor, "currency", amount.unit.per)
            return
