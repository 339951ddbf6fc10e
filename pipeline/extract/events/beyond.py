"""Where, within a clause, something else begins than what its act does: words that are quoted or cited, what others do
beside it, what happens at the same time. Reasons, topics and outcomes are `subjects`' business.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
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
_CAME = re.compile(
    r"\b(?:came|come|comes|coming)\s(?:(?:just|only|also|shortly|soon|a|an|two|three|[a-z]{3,10})\s){0,2}?"
    r"(?:(?:days?|hours?|weeks?|months?)\s)?(?:after|ahead\sof|as|before|when|while)\s"
)
"""Ahead of what goes on at the time of what the sentence speaks of ("the words came as Chad's premier was to go")."""
_COMES = frozenset({"came", "come", "comes", "coming"})


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
        if beside is not None and any(actor.start < beside.start() for actor in actors):
            high = beside.start()
    return high


def start_of_act(sentence: str, trigger: Trigger, low: int, actors: Sequence[Actor]) -> int:
    """The beginning of the act's clause, `low` or behind the words that tell what it is at the same time as."""
    if _COMES.isdisjoint(vocabulary(sentence)):
        return low
    came = _CAME.search(sentence, low, trigger.start)
    if came is None or not any(came.end() <= actor.start < trigger.start for actor in actors):
        return low
    return came.end() - 1
