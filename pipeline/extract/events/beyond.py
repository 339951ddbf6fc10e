"""Where, within a clause, something else begins than what its act does: words that are quoted or cited, what others do
beside it, what happens at the same time. Reasons, topics and outcomes are `subjects`' business.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.clauses import opening_ends
from pipeline.extract.events.party_words import speaks_of
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.vocabulary import vocabulary

_TWO = 2
_SAYING = re.compile(
    r"(?:,\s|\s)(?:adding|alleging|arguing|calling|citing|claiming|declaring|describing|explaining|insisting|noting|quoting|"
    r"recalling|referring\sto|saying|stating|stressing|suggesting|telling|vowing|warning)\s"
)
"""Behind an act: what is said of it, or with it."""
_SAYINGS = frozenset(
    {"adding", "alleging", "arguing", "calling", "citing", "claiming", "declaring", "describing", "explaining",
     "insisting", "noting", "quoting", "recalling", "referring", "saying", "stating", "stressing", "suggesting",
     "telling", "vowing", "warning"}
)  # fmt: skip
_BESIDE = re.compile(
    r",?\swith\s(?:(?:both|the|two)\s){0,2}(?:[A-Z][\w.'’-]{0,20}\s(?:(?:and|of|the)\s){0,2}){1,5}(?:[a-z]{2,14}\s){0,3}?"
    r"(?!(?:during|including|regarding)\b)[a-z]{2,14}ing\s"
)
"""What others do at the same occasion ("with the U.S. pledging ten more")."""
_SPEAKS = frozenset({"added", "declared", "insisted", "said", "says", "warned"})
_SPOKEN = re.compile(r"[,!?][\"”]?\s(?:added|declared|insisted|said|says|warned)\s")
"""Behind what is said, ahead of who says it."""
_UNQUOTED = re.compile(r"[,.!?][\"”]\s")
_WITH_OTHERS = frozenset({"AGREE", "CONSULT"})
"""Types of acts whose other side may be named in the clause behind the one that they open the sentence with."""
_CAME = re.compile(
    r"\b(?:came|come|comes|coming)\s(?:(?:just|only|also|shortly|soon|a|an|two|three|[a-z]{3,10})\s){0,2}?"
    r"(?:(?:days?|hours?|weeks?|months?)\s)?(?:after|ahead\sof|as|before|when|while)\s"
)
"""Ahead of what goes on at the time of what the sentence speaks of ("the words came as Chad's premier was to go")."""
_COMES = frozenset({"came", "come", "comes", "coming"})


_STOPS = re.compile(
    r",?\s(?:after|including|via|with)\s(?:(?:an?|brief|one-day|short|two|three|unofficial|[a-z]+ing)\s){0,3}(?:layovers?|stop-?overs?|stops|transits?|transit\sstops?)\s(?:in|at|through)\s"
)
_STOP_WORDS = frozenset(
    {"layover", "layovers", "stopover", "stopovers", "stop-over", "stop-overs", "stops", "transit", "transits"}
)
"""Behind a journey: where it is only interrupted."""
_CALLED = re.compile(
    r",?\s(?:in\s|of\s)?(?:what|(?:an?\s[a-z]{3,12}|something)\s(?:that|which))\s(?!appear|is\b|looked|may\b|seem|was\b|will\b|would\b)(?:[\w.'’-]{1,20}\s){1,6}?"
    r"(?:called|condemned|criticised|criticized|decried|denounced|described|hailed|labelled|labeled|opposed|saw|slammed|termed)\b"
)
_WHAT = frozenset({"what", "something", "step", "move"})
"""What others call the act."""
_HAVING = re.compile(r",\s(?:(?:after|all)\s)?having\s(?:[a-z]{2,12}\s){0,3}")
"""What one had done before."""


def end_of_act(sentence: str, trigger: Trigger, high: int, actors: Sequence[Actor]) -> int:
    """The end of the act's clause, `high` or where words begin that are said with it, or others' doings beside it.

    What is said is left out only where two states are named ahead of it: else the other side may be named there.
    """
    words = vocabulary(sentence)
    if not _SAYINGS.isdisjoint(words):
        said = _SAYING.search(sentence, trigger.end, high)
        if said is not None and len({actor.code for actor in actors if actor.start < said.start()}) >= _TWO:
            high = said.start()
    if "with" in words:
        beside = _BESIDE.search(sentence, trigger.end, high)
        if beside is not None and _has_parties(sentence, beside.start(), actors):
            high = beside.start()
    if not _STOP_WORDS.isdisjoint(words):
        stop = _STOPS.search(sentence, trigger.end, high)
        high = stop.start() if stop is not None else high
    if not _WHAT.isdisjoint(words):
        called = _CALLED.search(sentence, trigger.end, high)
        high = called.start() if called is not None and _has_parties(sentence, called.start(), actors) else high
    if "having" in words:
        before = _HAVING.search(sentence, trigger.end, high)
        if before is not None and any(actor.start < before.start() for actor in actors):
            high = before.start()
    return high


def _has_parties(sentence: str, end: int, actors: Sequence[Actor]) -> bool:
    """True where the words ahead of `end` name who takes part, or speak of "the two countries"."""
    return any(actor.start < end for actor in actors) or speaks_of("two", sentence[:end])


def end_of_opening(sentence: str, trigger: Trigger, high: int, actors: Sequence[Actor]) -> int:
    """The end of the act's clause, `high` or where the clause that opens the sentence ends, if it is the act's and
    names anybody; a participle's ends behind its subject ("Since taking office, Chad's premier has met Oman's")."""
    comma, verb = opening_ends(sentence, trigger.end)
    if trigger.pos != "verb":
        return high if not comma or trigger.event_type in _WITH_OTHERS else min(high, verb)
    if not comma or not any(actor.start < comma for actor in actors):
        return min(high, verb) if comma and trigger.form == "ing" else high
    listed = any(actor.end == comma for actor in actors) and any(actor.start == comma + 2 for actor in actors)
    return high if listed else min(high, verb if trigger.form == "ing" else comma)


def start_of_act(sentence: str, trigger: Trigger, low: int, actors: Sequence[Actor]) -> int:
    """The beginning of the act's clause, `low` or behind the words that tell what it is at the same time as."""
    words = vocabulary(sentence)
    if trigger.pos == "noun" and trigger.event_type == "CONSULT" and not _SPEAKS.isdisjoint(words):
        low = _behind_quoted(sentence, trigger, low)
    if "having" in words and (told := _behind_having(sentence, trigger.start, low)):
        return told
    if _COMES.isdisjoint(words):
        return low
    came = _CAME.search(sentence, low, trigger.start)
    if came is None or not any(came.end() <= actor.start < trigger.start for actor in actors):
        return low
    return came.end() - 1


def _behind_having(sentence: str, end: int, low: int) -> int:
    """Where the clause begins of what one had done before, whose participle ends at `end`; 0 where there is none."""
    having = sentence.rfind(", having ", low, end)
    return having if having > 0 and _HAVING.fullmatch(sentence, having, end) is not None else 0


def _behind_quoted(sentence: str, trigger: Trigger, low: int) -> int:
    """Where the clause of talks begins behind what was said at them (""Chad is a threat," said Oman's king in a call
    with Mali's president")."""
    spoken = _SPOKEN.search(sentence, low, trigger.start)
    if spoken is not None:
        return spoken.end() - 1
    ends = [quoted.end() - 1 for quoted in _UNQUOTED.finditer(sentence, low, trigger.start)]
    return ends[-1] if ends else low
