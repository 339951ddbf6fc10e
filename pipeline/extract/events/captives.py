"""Whose captives an act is about, where the page has told of an arrest or a seizure between two states."""

import re

from pipeline.extract.events.act import Act
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.scene import Scene

_PAIR = 2
_VIOLENT = frozenset({"ASSAULT", "COERCE"})
_TAKEN_BACK = 6
"""Events back among which people were taken on whom a court's word falls."""
_SOMEONE = re.compile(
    r"\W{0,3}(?:He|She|They|(?:[A-Z][\w'’-]{1,20}\s?){1,3}(?:,\s\d\d,)?)\s?(?:(?:was|were|had|been|later|has|have|will|be)\s){1,4}"
)
"""One person, or those told of before, as the subject of a passive verb."""
_HIS_TIME = re.compile(r"\s(?:his|her|their)\s(?:detention|arrest|custody|sentence|trial|term|remand)\b")
_CAPTIVES = re.compile(
    r"\s(?:(?:[a-z]{2,9}|\d{1,3})\sof\s)?(?:the|both|all|these|those)\s(?:[\w-]{1,12}\s){0,2}"
    r"(?:boats?|captains?|captives|crew(?:s|men)?|crew\smembers|detainees|fishermen|hostages|men|pilots?|sailors|seamen|skippers?|"
    r"soldiers|students|trawlers|trucks|vessels?|women|workers)\b"
)
"""Those whom the page has told of as taken or held."""


def holders(named: list[str], act: Act, scene: Scene) -> list[str]:
    """The two states of the arrest or seizure told before, of whose captives this act is."""
    before = scene.told[-_TAKEN_BACK:]
    if act.trigger.lemma in party_words("tried") and _CAPTIVES.match(act.whole, act.trigger.end):
        known = [e.countries for e in before if e.event_type in _VIOLENT]
        known += [scene.last] if scene.here else []
    elif _of_a_captive(act):
        known = [e.countries for e in before if e.trigger.lower() in party_words("taken")]
    else:
        return []
    both = [codes for codes in known if len(codes) == _PAIR and set(named) <= set(codes)]
    return list(both[-1]) if both else []


def _of_a_captive(act: Act) -> bool:
    """True for what police or a court do to one who is called by a name or a pronoun, or to "his detention"."""
    if act.trigger.passive:
        return act.trigger.lemma in party_words("tried") and _SOMEONE.fullmatch(act.frame.opening) is not None
    return act.law and _HIS_TIME.match(act.whole, act.trigger.end) is not None
