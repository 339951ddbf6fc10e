"""What one shuts or lifts that another is at the other end of, though it be called one's own: a border, an embargo."""

import re

from pipeline.extract.events.act import Act

_COMERS = frozenset(
    {"coronavirus", "covid", "covid-19", "ebola", "foreigners", "holidaymakers", "pandemic", "tourists", "travelers",
     "travellers", "vaccinated", "virus", "visitors"}
)  # fmt: skip
"""Who comes over any border, or against what all are shut."""
_LIFTS = frozenset({"drop", "ease", "end", "lift", "relax", "remove", "scrap"})
_ITS_EMBARGO = re.compile(
    r"\s(?:its|their)\s(?:[a-z]{3,12}\s){0,2}?(?:(?:blockade|embargo|sanctions)\b|(?:curbs|restrictions)\s(?:(?:last|this)\s[a-z]|(?:in|on)\s[A-Z]))"
)
"""What one has against another, or what was told of before."""


def is_one_border(act: Act) -> bool:
    """True for the border that one shares with a neighbour; to travellers and against a plague one shuts them all."""
    return "borders" not in act.matter and act.matter.isdisjoint(_COMERS) and "restrictions" not in act.matter


def lifts_curb(act: Act) -> bool:
    """True for what one had put up against another, and takes down."""
    return act.trigger.lemma in _LIFTS and _ITS_EMBARGO.match(act.whole, act.trigger.end) is not None
