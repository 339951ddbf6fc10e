"""What a picture shows: a caption tells of the day of its picture, which the story around it does not take over."""

from pipeline.extract.events.governed import Governed
from pipeline.extract.facts import DateMention

_OF_PICTURES = frozenset({"picture", "take", "show", "see", "photograph"})


def is_of_picture(mention: DateMention) -> bool:
    """True for a day in full; "on Monday" beside a picture may be that of any week."""
    return mention.precision == "day" and mention.method == "explicit"


def shows(item: Governed) -> bool:
    """True for what a verb tells of that the lexicons know, and for a meeting: what else a caption names ("a protest
    against the ban") is only what the picture is about."""
    trigger = item.trigger
    if not is_of_picture(item.date) or trigger.kind == "general" or trigger.lemma in _OF_PICTURES:
        return False
    return trigger.pos == "verb" or trigger.event_type == "CONSULT"
