"""What a figure is compared with, in the text's words ("from $6.1 billion", "compared with 2013")."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene, behind

_OPENERS = word_set("from than against compared versus over")
_BEFORE = word_set(", up down more less fewer higher lower as or year-on-year year on an increase a rise drop fall")
_REACH = 5
"""So many tokens behind a figure its comparison begins."""
_LENGTH = 14
"""So many tokens a comparison may take."""
_TIMES = ("earlier", "before", "ago", "previously")


def baseline_of(scene: Scene, amount: Amount) -> str | None:
    """The comparison that follows `amount`, None if there is none."""
    lowers, at = scene.tokens.lowers, behind(scene, amount)
    end = min(at + _REACH, scene.last)
    while at < end and lowers[at] in _BEFORE:
        at += 1
    if at >= end or lowers[at] not in _OPENERS:
        return None
    last = _last(scene, at)
    return scene.tokens.span(at, last) if last is not None else None


def _last(scene: Scene, first: int) -> int | None:
    """The token behind the comparison that begins at `first`: behind its amount, its date or its "earlier"."""
    limit = min(first + _LENGTH, scene.last)
    lowers = scene.tokens.lowers
    stop = next((at for at in range(first, limit) if lowers[at] in (",", ";", ".", "(")), limit)
    ends = [a.last for a in scene.amounts if first < a.first and a.last <= stop]
    ends += [d.last for d in scene.dates if first < d.first and d.last <= stop]
    ends += [at + 1 for at in range(first, stop) if lowers[at] in _TIMES]
    return max(ends) if ends else None
