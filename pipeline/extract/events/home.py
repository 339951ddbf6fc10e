"""Which acts a state does at home, with itself: elections, laws, appointments, tests, what is done to its own borders.

They have no other side. Whose they are is found in `parties`.
"""

from pipeline.extract.events.act import Act
from pipeline.extract.events.party_words import party_words

_ALONE = frozenset({"alone", "unilaterally", "single-handedly"})
_TWO_CAMPS = frozenset({"government", "opposition"})
"""The two sides of one state."""
_TO_ITS_OWN = frozenset({"dismiss", "charge", "arrest", "detain", "name"})
"""Verbs that in the passive tell what a state does to its own people."""
_OUTWARD = frozenset({"ACCUSE", "AID", "ASSAULT", "COERCE", "PROTEST", "SANCTION", "THREATEN"})
"""Types of acts that are done to another."""
_CROSSES = frozenset({"cross", "enter", "invade", "withdraw", "pull out", "dock", "land"})
"""Verbs of armed forces that leave their own state."""


def at_home(act: Act) -> bool:
    """True for an act without another side."""
    if _ALONE & act.vocabulary or act.vocabulary >= _TWO_CAMPS or act.within:
        return True
    if (act.vocabulary - act.matter) & (party_words("nature") | party_words("crowd")):
        return True
    shared = bool(act.vocabulary & party_words("shared_matter"))
    if act.own and not act.matter & party_words("shared_matter"):
        return True
    named_home = _by_name(act, shared)
    if named_home is not None:
        return named_home
    if act.law and act.trigger.event_type == "COERCE":
        return True
    if act.heard and not shared:
        return True
    if shared or act.given or act.trigger.event_type in _OUTWARD:
        return False
    if act.trigger.event_type == "MOBILIZE":
        return _at_arms(act)
    if act.organ and act.trigger.lemma in party_words("organ_act"):
        return True
    return bool(act.matter & party_words("home_matter"))


def _by_name(act: Act, shared: bool) -> bool | None:
    """What the trigger by itself says; None where it says nothing."""
    trigger = act.trigger
    if trigger.lemma in party_words("home_act") or (trigger.noun or trigger.lemma) in party_words("home_noun"):
        return not act.matter & party_words("envoy")
    if trigger.lemma in party_words("home_vote"):
        return not shared
    if trigger.lemma in _TO_ITS_OWN and (trigger.passive or act.given):
        return True
    return None


def _at_arms(act: Act) -> bool:
    """True for a test, a launch, a deployment within the state; exercises have partners."""
    if act.trigger.lemma in _CROSSES or act.placed:
        return False
    return not act.vocabulary & party_words("exercise") and "joint" not in act.vocabulary
