"""An event of a sentence with its date, as a value. How they find each other stands in `govern`."""

from pipeline.extract.events.trigger import Trigger
from pipeline.extract.facts import DateMention
from pipeline.values import value


@value(frozen=True, slots=True)
class Governed:
    """One event of a sentence with the date that governs it."""

    trigger: Trigger
    date: DateMention
    rule: str
    clause: tuple[int, int]
    """Span of the trigger's clause in the sentence."""
    told: bool = False
    """True where the date is that of the announcement of the speaker's own act: it has occurred by being said."""
