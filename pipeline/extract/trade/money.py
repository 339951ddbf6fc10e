"""Whose rupees, pesos or crowns an amount is in, where its words leave it open."""

import re
from functools import cache

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.units import Unit
from pipeline.extract.trade.story import Story
from pipeline.lexicon.table import rows

_AMERICAN = re.compile(r"US\$|U\.S\. ?\$|USD|US dollars?|U\.S\. dollars?|American dollars?")
"""In a text that sets other dollars apart by name the bare sign may be either's."""


@cache
def _shared() -> dict[str, dict[str, str]]:
    """Words to the states that share them, each with its code; "" leads to the state that is left unnamed."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("shared_currencies"):
        found.setdefault(row["word"], {"": row["unnamed"]})[row["country"]] = row["code"]
    return found


def in_local_money(amount: Amount, story: Story) -> None:
    """Read an amount of money in a currency of shared name as that of the article's own state, in place."""
    if amount.prefixed and amount.unit.unit == "USD":
        _in_local_dollars(amount, story)
        return
    tokens = amount.tokens
    if amount.unit.unit == "USD" and _goes_on(amount, story):
        amount.unit = Unit(story.money or "USD", amount.unit.factor, "currency", amount.unit.per)
        return
    word = tokens.lowers[amount.first if amount.prefixed else amount.last - 1]
    word += "$" * (amount.prefixed and tokens.lower(amount.first + 1) == "$")
    states = _shared().get(word)
    if states is None or (not amount.prefixed and tokens.words[amount.last - 2][0].isupper()):
        return
    candidates = [story.home, story.told_of]
    if states[""] not in story.dominant:
        candidates += story.dominant[:1]
        named = [code for code in story.dominant if code in states]
        candidates += named if len(named) == 1 else []
    for country in candidates:
        if country in states:
            amount.unit = Unit(states[country], amount.unit.factor, "currency", amount.unit.per)
            return


def _goes_on(amount: Amount, story: Story) -> bool:
    """Whether "dollars" without more are those of the sum before ("A$9.4 million, about a million dollars less")."""
    dollars = {code for _, code in _dollars().values()}
    tokens = amount.tokens
    bare = tokens.lowers[amount.last - 1] == "dollars" and not tokens.words[amount.last - 2][0].isupper()
    return bare and story.money in dollars and not _AMERICAN.search(story.text)


@cache
def _dollars() -> dict[str, tuple[str, str]]:
    """States whose news writes a bare "$" for its own dollars, with their sign in full and their code."""
    return {row["country"]: (row["sign"], row["code"]) for row in rows("own_dollars")}


def _in_local_dollars(amount: Amount, story: Story) -> None:
    """Read a bare "$" as the dollars that the article writes in full elsewhere, and is at home with, in place."""
    if amount.tokens.words[amount.first] != "$":
        return
    for country in (story.home, *story.dominant[:2]):
        sign, code = _dollars().get(country or "", ("", ""))
        if sign and sign in story.text and not _AMERICAN.search(story.text):
            amount.unit = Unit(code, amount.unit.factor, "currency", amount.unit.per)
            return
