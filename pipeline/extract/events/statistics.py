"""Whether a dated sentence gives a figure over a period and tells of no occurrence.

Such a figure is `trade`'s business.
"""

import re

from pipeline.extract.events.govern import Governed

_AMOUNT = re.compile(
    r"\b\d{1,3}(?:,\d{3})+\b|[$€£¥₽₩%]|"
    r"\b\d[\d.,]*\s?(?:percent|per\scent|million|billion|trillion|bln|mln|tons?|tonnes|barrels|crore|lakh|bpd|cubic)"
)
_TRADED = frozenset(
    {"ship", "import", "export", "sell", "buy", "purchase", "supply", "transport", "transfer", "share", "deliver",
     "shipment", "delivery", "loan", "aid", "relief", "lend", "build", "expand", "grant", "leave", "cross", "exchange",
     "settlement", "haul", "carry", "ferry", "load", "unload", "harvest", "sanction", "sanctions", "arrive", "announce"}
)  # fmt: skip
_BESIDE = 40
"""Characters around the date in which the amount stands."""
_GIVEN = frozenset(
    {"send", "provide", "extend", "donate", "give", "pledge", "donation", "offer", "contribute", "project"}
)
_LONG = frozenset({"year", "quarter", "half", "season", "range"})
_HOME = re.compile(r"\b(?:sent|sends|send|sending|remitted|wired)\s(?:back\s)?home\b")


def is_statistic(sentence: str, offset: int, item: Governed) -> bool:
    """True for "exported $34 million worth of oil in 2014": an amount that moved over a month or longer.

    The sentence begins at `offset` of its article. What was given in a month is an occurrence ("donated 500 tons in
    May"), over a longer time a figure.
    """
    low = min(item.clause[0], max(0, item.date.char_start - offset - _BESIDE))
    high = max(item.clause[1], item.date.char_end - offset + _BESIDE)
    if item.date.precision in ("day", "week") or not _AMOUNT.search(sentence[low:high]):
        return False
    if _HOME.search(sentence[low:high]) or item.trigger.lemma in _TRADED:
        return True
    return item.date.precision in _LONG and item.trigger.lemma in _GIVEN
