"""Who deals with others than the story's second state though none of them is named: "met African leaders", "awarded
contracts to global oil firms", "a report of Amnesty International accused Chad"."""

import re
from functools import cache

from pipeline.extract.events.act import Act
from pipeline.extract.events.party_words import party_words
from pipeline.text.patterns import one_of

_NEAR = 90
"""Characters behind a trigger within which the others stand."""


def among_others(act: Act) -> bool:
    """True for an act whose other side, or whose doer, is a group of states or firms, or who speaks for no state."""
    if not act.matter.isdisjoint(party_words("others")):
        told = _group().search(act.whole, act.trigger.end, min(act.frame.high, act.trigger.end + _NEAR))
        if told is not None:
            return True
    return _as_subject().match(act.frame.opening) is not None


@cache
def _words() -> str:
    regions = one_of(party_words("region"))
    return rf"(?:{regions})\s(?:[a-z-]{{2,14}}\s){{0,2}}?(?:{one_of(party_words('others'))})"


@cache
def _group() -> re.Pattern[str]:
    """A group as an object, or behind a preposition."""
    return re.compile(rf"\s{_words()}\b")


@cache
def _as_subject() -> re.Pattern[str]:
    """A group as a subject, or who speaks for no state."""
    nobody = rf"(?:[^,;]{{3,40}},\s)?[^,;]{{0,40}}?\b(?:{one_of(party_words('watchdog'))})"
    return re.compile(rf"\W{{0,3}}(?:(?:[Tt]he\s|[Ss]everal\s|[Ss]ome\s|[Mm]any\s)?{_words()}|{nobody})\b")
