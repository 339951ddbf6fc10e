"""Whether a dated sentence gives a figure over a period and tells of no occurrence.

Such a figure is `trade`'s business.
"""

import re
from functools import cache

from pipeline.extract.events.governed import Governed
from pipeline.extract.events.tokens import word_class
from pipeline.extract.inflection import inflections, irregular_verbs

_AMOUNT = re.compile(
    r"\b\d{1,3}(?:,\d{3})+\b|[$€£¥₽₩%]|\b(?:two-thirds|three-quarters|a\sthird|a\squarter|half|one-third|a\sfifth)\b|"
    r"\b\d[\d.,]*[\s-]?(?:percent|per\scent|thousand|million|billion|trillion|mn|bn|bln|mln|tons?|tonnes|barrels|crore|lakh|"
    r"bpd|cubic|bcm|[TGMk]Wh?|kg|kilogram|litres|liters|head)"
)
_TRADED = frozenset(
    {"ship", "import", "export", "sell", "buy", "purchase", "supply", "transport", "transfer", "share", "deliver",
     "shipment", "delivery", "aid", "relief", "build", "expand", "leave", "cross", "exchange", "arrive", "reach",
     "settlement", "haul", "carry", "ferry", "load", "unload", "harvest", "sanction", "sanctions", "announce", "drop",
     "earn", "consume", "treat", "process", "produce", "issue", "handle"}
)  # fmt: skip
_BESIDE = 40
"""Characters around the date in which the amount stands."""
_GIVEN = frozenset(
    {"send", "provide", "extend", "donate", "give", "pledge", "donation", "offer", "contribute", "project", "lend",
     "loan", "grant"}
)  # fmt: skip
_LONG = frozenset({"year", "quarter", "half", "season", "range"})
_HOME = re.compile(r"\b(?:sent|sends|send|sending|remitted|wired)\s(?:back\s)?home\b")


@cache
def _moves() -> re.Pattern[str]:
    """The verbs of a figure, in every form of the past: "rose", "came to", "stood at"."""
    forms = []
    irregular = irregular_verbs()
    for lemma in sorted(word_class("moves")):
        head, *rest = lemma.split()
        forms += [
            " ".join([form, *rest]) for form, kind in inflections(head, irregular) if kind in ("past", "participle")
        ]
    return re.compile(rf"\b(?:{'|'.join(re.escape(form) for form in sorted(forms, key=len, reverse=True))})\b")


def is_figure(words: str) -> bool:
    """True where a verb tells how a figure moved or what it came to."""
    return _moves().search(words) is not None


def is_statistic(sentence: str, offset: int, item: Governed) -> bool:
    """True for "exported $34 million worth of oil in 2014": an amount that moved over a month or longer.

    The sentence begins at `offset` of its article. What was given in a month is an occurrence ("donated 500 tons in
    May"), over a longer time a figure; deliveries that rose are a figure however they are dated.
    """
    if item.trigger.pos != "noun" and item.date.precision in ("day", "week"):
        return False
    low = min(item.clause[0], max(0, item.date.char_start - offset - _BESIDE))
    high = max(item.clause[1], item.date.char_end - offset + _BESIDE)
    if not _AMOUNT.search(sentence[low:high]):
        return False
    if item.trigger.pos == "noun" and is_figure(sentence[low:high]):
        return True
    if item.date.precision in ("day", "week"):
        return False
    if _HOME.search(sentence[low:high]) or item.trigger.lemma in _TRADED or item.trigger.kind == "general":
        return True
    return item.date.precision in _LONG and item.trigger.lemma in _GIVEN
