"""Whether a dated sentence gives a figure over a period and tells of no occurrence: that is a trade figure's business."""

import re

from pipeline.extract.events.govern import Governed

_AMOUNT = re.compile(
    r"[$€£¥₽₩]|\b\d[\d.,]*\s?(?:percent|per\scent|%|million|billion|trillion|bln|mln|tons?|tonnes|barrels|crore|lakh|bpd|cubic)|%"
)
_MOVES = frozenset(
    {"ship", "import", "export", "sell", "buy", "purchase", "supply", "transport", "transfer", "share", "deliver"}
)


def is_statistic(sentence: str, item: Governed) -> bool:
    """True for "exported $34 million worth of oil in 2014": an amount moved over a month or longer."""
    if item.date.precision in ("day", "week") or item.trigger.lemma not in _MOVES:
        return False
    low, high = item.clause
    return _AMOUNT.search(sentence[low:high]) is not None
