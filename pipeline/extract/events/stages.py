"""A verb with several dates, each with a name of its own: "flew to Rome on Monday and to Paris the next day" is two
acts of different parties."""

from collections.abc import Sequence
from sys import maxsize

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.governed import Governed


def of_its_stage(item: Governed, governed: Sequence[Governed], actors: Sequence[Actor], offset: int) -> Sequence[Actor]:
    """`actors` without those that stand behind the verb with another of its dates.

    `governed` are the events of the sentence that begins at `offset` of the page; offsets of `actors` are its own.
    """
    verb = item.trigger
    if verb.pos != "verb" or sum(other.trigger.start == verb.start for other in governed) == 1:
        return actors
    dates = sorted(
        {(g.date.char_start - offset, g.date.char_end - offset) for g in governed if g.trigger.start == verb.start}
    )
    behind = [actor for actor in actors if verb.end <= actor.start < item.clause[1]]
    if len(dates) == 1 or not behind:
        return actors
    at = dates.index((item.date.char_start - offset, item.date.char_end - offset))
    low, high = _stage(dates, at, verb.end, behind[0].start)
    if not any(low <= actor.start < high for actor in behind):
        return actors
    last = dates[-1][1] if behind[0].start < dates[0][0] else item.clause[1]
    return [actor for actor in actors if not verb.end <= actor.start < last or low <= actor.start < high]


def _stage(dates: Sequence[tuple[int, int]], at: int, verb_end: int, first: int) -> tuple[int, int]:
    """The span of the names that go with the date at `at`: those ahead of it where the `first` name behind the verb
    stands ahead of the first date, those behind it else."""
    if verb_end <= first < dates[0][0]:
        return (dates[at - 1][1] if at else verb_end), dates[at][1]
    return max(verb_end, dates[at][0]), dates[at + 1][0] if at + 1 < len(dates) else maxsize
