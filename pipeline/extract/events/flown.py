"""What flies or falls, told of for the sake of what fired it."""

import re
from collections.abc import Sequence

from pipeline.extract.events.trigger import Trigger

_FLIES = frozenset({"fall", "fly", "land", "splash down", "travel"})
_THAT = re.compile(r",?\s?(?:that|which)\s")


def shot(sentence: str, low: int, verb: Trigger, triggers: Sequence[Trigger]) -> Trigger | None:
    """The firing of "fired a missile that landed in the sea on Monday": what flies is told of for what fired it."""
    if verb.event_type not in ("ASSAULT", "MOBILIZE") or verb.lemma not in _FLIES or _THAT.match(sentence, low) is None:
        return None
    ahead = next((t for t in reversed(triggers) if t.end <= low and t.pos == "verb" and t.finite), None)
    return ahead if ahead is not None and ahead.event_type in ("ASSAULT", "MOBILIZE") else None
