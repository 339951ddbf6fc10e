"""How long a period holds: over the paragraphs behind its figures, until another is told."""

from dataclasses import replace
from datetime import date

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.asides import behind_occasion, comes_before, in_aside, making, speaks_of_tariffs
from pipeline.extract.trade.comparing import is_baseline
from pipeline.extract.trade.pointed_spans import points_to_last
from pipeline.extract.trade.scene import Dated, Scene
from pipeline.extract.trade.spans import LONG, Period, as_period, is_since, year_back

_KEEPS = 4
"""A period holds on for so many paragraphs behind the last figure of it."""
_NEXT = 2
"""Within so many paragraphs "the same period" is the one told of last."""
_LONG_AGO = 12
"""So many years back."""
_BOUNDS = word_set("until till by since before after through")
"""Before a date these set no period for what follows."""
_SINCE = frozenset({"since"})
_SINCE_REACH = 5
_DID = frozenset({"did", "had", "was", "were"})
_AS_REACH = 14
_YEAR_DAYS = 360
_REVISED = frozenset({"revised", "restated"})


def holds(period: Period | None, paragraph: int) -> Period | None:
    """`period`, if it still holds at paragraph `paragraph`; behind its own, the longer one that it lies in."""
    if period is not None and period.end is None and paragraph > period.paragraph and period.wider is None:
        return None  # what has been since a day is told of no longer
    if period is not None and period.wider is not None and paragraph > period.paragraph:
        period = period.wider.told_in(period.paragraph, period.wider.wider)
    return period if period is not None and paragraph - period.paragraph <= _KEEPS else None


def held_in(scene: Scene, period: Period | None) -> Period | None:
    """The period that holds in `scene`: of a part of a longer one, which holds again behind its paragraph, the part
    itself where the words point to it ("In the same period, imports fell")."""
    here = scene.paragraph.position
    if period is not None and period.wider is not None and points_to_last(scene) and here - period.paragraph <= _NEXT:
        return period.told_in(here, None)
    return holds(period, here)


def is_history(period: Period, today: date | None) -> bool:
    """Whether a time of which no figure was told lies so far back that none behind it is of it ("founded in 1857")."""
    told = period.actual or period.expected or period.end is None or today is None
    return not told and period.end is not None and today is not None and today.year - period.end.year > _LONG_AGO


def _wider(read: Period, held: Period | None) -> Period | None:
    """The period held before where `read` is a part of it ("July was the strongest month")."""
    outer = held.wider or held if held is not None else None
    if outer is None or None in (outer.start, outer.end, read.start, read.end):
        return None
    same = (outer.start, outer.end) == (read.start, read.end)
    told = outer.actual and not outer.expected
    return replace(outer, wider=None) if told and not same and _lies_in(read, outer) else None


def _is_year_before(read: Period, held: Period) -> bool:
    """Whether a part of a year was told of to compare it with the same one of the year held, which holds on."""
    if None in (read.start, read.end, held.start, held.end) or held.start is None or held.end is None:
        return False
    before = year_back(held, "")
    return (held.end - held.start).days < _YEAR_DAYS and (before.start, before.end) == (read.start, read.end)


def _is_revised(scene: Scene, read: Period, held: Period) -> bool:
    """Whether only the figure of an earlier time was revised ("June's surplus was revised to $4 million")."""
    if read.end is None or held.start is None or read.end >= held.start:
        return False
    return scene.has(scene.first, scene.last, _REVISED)


def _lies_in(inner: Period, outer: Period) -> bool:
    """Whether every day of `inner` is one of `outer`; both have a start and an end."""
    return (outer.start or date.max) <= (inner.start or date.min) and (inner.end or date.max) <= (outer.end or date.min)


def _only_says_roughly(item: Dated, held: Period | None) -> bool:
    """Whether vague words name the time held again, of which figures were told ("a slow start of the year" behind
    January and February)."""
    if held is None or not held.actual or item.mention.precision != "approximate":
        return False
    start, end = item.mention.date_start, item.mention.date_end
    if start is None or end is None or held.start is None or held.end is None:
        return False
    return start <= held.end and held.start <= end


def _as_before(scene: Scene, item: Dated) -> bool:
    """Whether the date is that of what was done before alike ("if Oman cuts supplies, as it did last January")."""
    start = max(scene.first, item.first - _AS_REACH)
    near = scene.tokens.lowers[start : item.first]
    return any(near[at] == "as" and near[at + 2] in _DID for at in range(len(near) - 2))


def _speaks_of_trade(scene: Scene) -> bool:
    """Whether what a sentence without figures tells of is a trade, so that its date can be that of the next one's."""
    return any(trigger.kind != "block" for trigger in scene.triggers)


def lasting(
    scene: Scene, dates: list[Dated], read: Period | None, held: Period | None, figures: bool, opened: Period | None
) -> Period | None:
    """The period that holds on behind `scene`: of its figures, else one that it names, else the one held before.

    A part of the period held before is left again behind its paragraph, unless it is the one that the article's first
    figures are of (`opened`): an article on a month turns back to it from the year that the month ended.
    """
    here = scene.paragraph.position
    if read is not None and figures:
        if held is not None and held.actual and (_is_year_before(read, held) or _is_revised(scene, read, held)):
            return held.told_in(here, held.wider)
        turns_back = opened is not None and (opened.start, opened.end) == (read.start, read.end)
        return read.told_in(here, None if turns_back else _wider(read, held))
    setting = [d for d in dates if d.mention.precision in LONG and not is_baseline(scene, d)]
    setting = [d for d in setting if scene.tokens.lower(d.first - 1) not in _BOUNDS]
    setting = [d for d in setting if not (scene.has(d.first - _SINCE_REACH, d.first, _SINCE) or is_since(scene, d))]
    setting = [d for d in setting if not (making(scene, d) or behind_occasion(scene, d) or comes_before(scene, d))]
    setting = [d for d in setting if not (_only_says_roughly(d, held) or _as_before(scene, d) or in_aside(scene, d))]
    if setting and (figures or _speaks_of_trade(scene)) and not speaks_of_tariffs(scene):
        told = as_period(scene, setting[0])
        before = held is not None and held.actual and _is_year_before(told, held)
        return held if before else told.told_in(here, None)
    if figures and held is not None and held.paragraph != here:
        return held.told_in(here, held.wider)
    return held
