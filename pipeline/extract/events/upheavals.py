"""Where a change of power or an upheaval befalls the state named last: "Kenya has had guests from Chad since war broke
out", "Oman left Mali after the army ousted its president"."""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.subjects import Frame
from pipeline.extract.events.trigger import Trigger

_TIME = re.compile(
    r"\W{0,3}(?:just\s)?(?:after|as|because|before|once|since|until|when|while)\s(?!(?:it|he|she|they|its|his|her|their|both|the\stwo|that|this|being)\b)"
)
"""The beginning of a clause of time with a subject of its own."""
_BREAKS_OUT = frozenset({"begin", "break out", "erupt", "explode", "flare", "flare up", "start"})
_UNREST = re.compile(
    r"\b(?:civil\swar|conflict|crisis|demonstrations|fighting|insurgency|mutiny|protests|rebellion|revolt|riots|uprising|unrest|violence)\s"
    r"(?:(?:first|had|has)\s){0,2}\Z"
)
"""What breaks out, ahead of that verb."""
_AGAINST = frozenset({"oust", "overthrow", "topple", "depose", "assassinate", "seize power", "take power"})
"""Verbs of what befalls who rules."""


def upheaval_of(frame: Frame, trigger: Trigger, actors: Sequence[Actor]) -> list[str]:
    """The state that the clause of `trigger` is about: that named last ahead of it, where two are that do not act
    together."""
    if trigger.pos != "verb" or _TIME.match(frame.opening) is None or not _befalls(frame, trigger):
        return []
    ahead = [actor for actor in actors if actor.end <= frame.low]
    before = [actor for actor in ahead if not is_body(actor.code)]
    if not before or before[-1].code == ahead[0].code:
        return []
    if not is_body(ahead[0].code) and before[-1].start - ahead[0].end <= len(", and the "):
        return []
    return [before[-1].code]


def _befalls(frame: Frame, trigger: Trigger) -> bool:
    if trigger.lemma in _BREAKS_OUT:
        return _UNREST.search(frame.opening) is not None
    return trigger.lemma in _AGAINST or trigger.lemma in party_words("office_act")
