"""What was done by an event's words: stems of its trigger, or of the noun that a verb that tells nothing goes with."""

from functools import cache, lru_cache

from pipeline.extract.facts import Event
from pipeline.lexicon.table import rows
from pipeline.resolve.wording import content_words, stems

_REACH = 80
"""Characters around a verb within which its noun stands."""


@lru_cache(maxsize=1 << 12)
def act_stems(event: Event) -> frozenset[str]:
    """Stems of the words that say what was done: "held talks", "kicked off the talks" and "the talks were scheduled"
    are all talks."""
    found = stems(event.trigger) - _stages()
    if found:
        return found
    start = event.evidence.find(event.trigger)
    if start < 0:
        return found
    end = start + len(event.trigger)
    nouns = _nouns_of(event.event_type)
    behind = event.evidence[end : end + _REACH].partition(", ")[0]
    return content_words(behind) & nouns or content_words(event.evidence[max(0, start - _REACH) : start]) & nouns


def tells_nothing(event: Event) -> bool:
    """Whether the words of the trigger say only that something takes place."""
    return not stems(event.trigger) - _stages()


def family(act: frozenset[str]) -> frozenset[int]:
    """The families of words for one kind of act that words of `act` belong to."""
    return frozenset(number for number, words in enumerate(_families()) if act & words)


def is_journey(act: frozenset[str]) -> bool:
    """Whether a word of `act` says that somebody goes to see another state, or arrives there."""
    return bool(act & _families()[0])


def happens_once(act: frozenset[str]) -> bool:
    """Whether a word of `act` says what a state has no two of within a month: an election, a nuclear test, a coup."""
    return not act.isdisjoint(stems(_ONCE))


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(map(stems, _FAMILIES))


_FAMILIES = (
    "arrive arrival visit travel trip tour journey stay touch land",
    "call conference conversation consultation dialogue discuss discussion forum meet negotiation session summit talk",
    "accord agreement deal memorandum pact protocol sign signing treaty",
    "assault attack blast bombing explosion kill massacre raid shooting strike",
    "ballot election poll vote",
    "duty levy surcharge tariff tax",
    "earthquake quake tremor",
    "drill exercise manoeuvre maneuver",
    "decision ruling verdict",
    "ban embargo sanction",
    "anniversary celebrate celebration commemorate commemoration jubilee mark",
    "coup overthrow oust ouster topple",
    "invade invasion incursion",
    "detonate detonation test",
    "hijack hijacking hostage kidnap kidnapping seizure siege",
    "offer proposal propose suggest suggestion",
    "inaugurate inauguration swear",
    "crash collision derail derailment",
)
"""Words for one kind of act each."""
SEVERAL = frozenset({1, 2})
"""The numbers of the families of meetings and of accords: two states may have several on a day."""
_ONCE = (
    "coup crash earthquake election hijacking inauguration invasion overthrow poll quake referendum siege test tsunami"
)
"""What a state has once within a month."""


@cache
def _stages() -> frozenset[str]:
    """Stems of verbs that say only that something takes place, or when."""
    return stems(
        "begin co-host conclude continue due embark end expect finish go host kick off launch make open opening "
        "organise organize pay place plan resume round schedule set slate start stage take undertake wrap up"
    )


@cache
def _nouns_of(event_type: str) -> frozenset[str]:
    nouns = (row["noun"] for row in rows("event_nouns") if row["type"] == event_type and " " not in row["noun"])
    return content_words(" ".join(nouns))
