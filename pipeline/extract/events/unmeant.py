"""Where the other side that the page suggests is not meant: its sentence does not name it, but a third state instead;
or what is done has no other side: a speech, a warning to all, a new body or programme, what a body does by itself."""

import re
from functools import cache

from pipeline.extract.events.act import Act
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.implied import implied
from pipeline.extract.events.party_words import party_words, speaks_of
from pipeline.extract.events.scene import Scene
from pipeline.extract.vocabulary import vocabulary as words_of

_TAKES_TWO = frozenset({"AGREE"})
_HELD = frozenset({"hold", "part", "sit"})
"""Verbs of what two do together, or one, as the noun behind them tells."""
_FOLLOWED = re.compile(r"follow(?:ed|s)?\s(?:him|her|on|in|last|next|this)\b")
_THE_DECISION = re.compile(
    r"\s(?:of\s)?(?:the|this|that|these|those)\s(?:decisions?|expulsions?|measures?|moves?|outcome|rulings?|steps?|verdicts?)\b"
)
_ALIKE = (" another ", " similar ", "Another ")
"""Ahead of a noun for what was held before, too."""
_SUMS = frozenset({"million", "billion", "loan", "grant", "aid", "bailout", "package", "tranche"})
"""Words of what one gives another or owes him."""
_ALONE = ("CONSULT", "OTHER")
"""Types of acts of which some are done by oneself."""
_MEASURES = frozenset({"COOPERATE", "YIELD"})
_SHUTS = frozenset(
    {"close", "close down", "double", "halt", "increase", "raise", "shut", "shut down", "stop", "suspend"}
)
"""Types of what one does at home as well, and verbs of the type SANCTION for it."""
_KNOWN_THING = re.compile(r"\s(?:the|them|these|those|this|that|such)\b|\W{0,2}\Z")
_BY_ITSELF = frozenset({"celebrate", "commemorate", "issue", "mark"})
"""Verbs of what a body does by itself."""
_UTTERS = frozenset({"deliver", "give", "hold", "make", "read"})
_SPEECH = re.compile(
    r"\s(?:an?|another|his|her|its|the|their)\s(?:[\w'’-]{2,16}\s){0,3}?(?:address|announcement|interview|lecture|plea|remarks|speech|toast)\b"
    r"(?!\s(?:by|to)\b)"
)
"""What one says to whoever hears it."""
_STARTS = frozenset({"conceive", "create", "establish", "form", "found", "launch"})
_STARTED = frozenset(
    {"bloc", "body", "forum", "fund", "group", "initiative", "inquiry", "nato", "plan", "policy", "program",
     "programme", "project", "scheme", "strategy"}
)  # fmt: skip
"""Verbs of what one makes by oneself, and such things."""
_TALKS = frozenset({"negotiations", "round", "talks"})
"""What two hold with each other, be it in a third's town."""

_THREATENS = re.compile(
    r"\b(?:action|consequences?|it|measures|response|retaliat(?:e|ion)|s?he|they|we)\s(?:could|may|might|will|would)\b|\bnot\sto\s"
)
"""Behind a warning that has somebody in mind."""


def suggested(state: str, act: Act, scene: Scene) -> str | None:
    """The other side that the page suggests for an act of `state`, where it is meant."""
    other = implied(state, act, scene)
    return None if other is None or _unmeant(state, other, act, scene) else other


def _unmeant(state: str, other: str, act: Act, scene: Scene) -> bool:
    """True where `other`, whom the page suggests for the other side of an act of `state`, is not meant."""
    if any(actor.code == other for actor in act.named) or act.trigger.event_type in _TAKES_TWO:
        return False
    if speaks_of("two", act.whole):
        return False
    if _is_with_third(state, act) or _is_to_all(state, act, scene) or _is_inside(other, act, scene):
        return True
    return other not in scene.last and _is_done_alone(act)


def _is_inside(other: str, act: Act, scene: Scene) -> bool:
    """True for a measure or a work whose clause has no word of what states share, nor follows on what was told of the
    other ("the exchange halted trading")."""
    trigger = act.trigger
    if trigger.event_type not in _MEASURES and (trigger.event_type != "SANCTION" or trigger.lemma not in _SHUTS):
        return False
    if trigger.pos != "verb" or trigger.passive or act.given or not act.subject:
        return False
    if trigger.goal or trigger.lemma in party_words("exchanged") or (scene.here and other in scene.last):
        return False
    if not any(act.frame.low <= actor.start < trigger.start for actor in act.acting):
        return False
    return act.vocabulary.isdisjoint(_between()) and _KNOWN_THING.match(act.whole, trigger.end) is None


@cache
def _between() -> frozenset[str]:
    kinds = (
        "border",
        "concern",
        "door",
        "dispute",
        "envoy",
        "exercise",
        "gift",
        "house",
        "traffic",
        "outflow",
        "redress",
    )
    return _shared() | frozenset().union(*map(party_words, kinds)) | _SUMS


def _is_done_alone(act: Act) -> bool:
    """True for an act that is done by oneself: of no kind of its own (one decides, appoints, publishes), said or held
    without a word of talks and visits, its clause speaking of nothing that states share."""
    trigger = act.trigger
    if trigger.event_type not in _ALONE or trigger.lemma in party_words("towards"):
        return False
    if _THE_DECISION.match(act.whole, trigger.end):
        return False
    if not act.vocabulary.isdisjoint(_shared()):
        return False
    if trigger.event_type == "CONSULT":
        return not _is_between(act)
    if act.vocabulary & party_words("gift") or act.vocabulary & _SUMS:
        return False
    return words_of(act.whole).isdisjoint(party_words("dispute"))


@cache
def _shared() -> frozenset[str]:
    """Words of what states have to do with each other."""
    return frozenset().union(*map(party_words, ("dealing", "joint_body", "justice", "partner", "shared_matter")))


def _is_between(act: Act) -> bool:
    """True for talks and visits by their verb: one goes, is received, tells another; what was told before goes on."""
    trigger = act.trigger
    if trigger.pos == "noun" and act.whole.endswith(_ALIKE, 0, trigger.start):
        return True
    if trigger.goal or act.given or _FOLLOWED.match(act.whole, trigger.start) is not None:
        return True
    if trigger.passive and trigger.lemma == "receive":
        return True
    return trigger.lemma in _meets()


@cache
def _meets() -> frozenset[str]:
    """Verbs of talks and visits."""
    kinds = ("arrival", "crosses", "dealing", "departs", "thing_act", "together")
    return frozenset().union(*map(party_words, kinds)) - _HELD


def _is_with_third(state: str, act: Act) -> bool:
    """True where the clause names a third state beside this one, be it as the scene, or where others act in those
    around it."""
    low, high = act.frame.low, act.frame.high
    if state not in act.subjects or all(actor.code != state for actor in act.acting):
        return False
    if act.trigger.lemma in party_words("departs") or act.trigger.lemma in _TALKS:
        return False
    for actor in (*act.acting, *act.scenes):
        if low <= actor.start < high and actor.code != state:
            return True
    return any(code != state for code in act.beside)


def _is_to_all(state: str, act: Act, scene: Scene) -> bool:
    """True for what is said to whoever hears it, what is begun alone, and what a body beside the story does."""
    trigger = act.trigger
    if trigger.pos != "verb":
        return False
    if trigger.lemma in party_words("departs") and trigger.event_type == "CONSULT" and trigger.form != "ing":
        return _leaves_home(state, act)
    alone = trigger.event_type == "CONSULT" or trigger.lemma in _BY_ITSELF
    if alone and is_body(state) and state not in scene.pair and not trigger.passive:
        return True
    if trigger.lemma in _UTTERS and _SPEECH.match(act.whole, trigger.end):
        return True
    if trigger.lemma == "warn":
        return _THREATENS.search(act.whole, trigger.end) is None
    return trigger.lemma in _STARTS and not act.vocabulary.isdisjoint(_STARTED)


def _leaves_home(state: str, act: Act) -> bool:
    """True for one who leaves a town of his own state, be it where it may ("Ecuador's president left Quito")."""
    own = [actor for actor in act.named if actor.code == state]
    left = any(act.whole[act.trigger.end : actor.start] == " " for actor in own if actor.start > act.trigger.end)
    return left and any(actor.end <= act.trigger.start for actor in own)
