"""Dates that the amounts of a sentence share out among themselves: each its own by "respectively", or the first and the
last of a time over which an amount rose or fell ("from 5 to 8 tons between 2010 and 2013").

Which date a single amount is about stands in `period`.
"""

from itertools import pairwise

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.trade.respectively import respective_place
from pipeline.extract.trade.scene import Dated, Scene
from pipeline.extract.trade.spans import Period

_FROM, _TO = "from", "to"
_OVER = frozenset({"between", "from"})
"""Ahead of the time over which something changed."""
_JOINING = frozenset({",", "and", "in", "during"})
_APART = 4
"""So many tokens may stand between the two amounts of a change, behind the first."""


def shared_out(scene: Scene, amount: Amount) -> Period | None:
    """The time that is the amount's own of those that a sentence shares out; None where it shares none out."""
    item = _own_part(scene, amount)
    return None if item is None else Period(item.mention.text, item.mention.date_start, item.mention.date_end)


def _own_part(scene: Scene, amount: Amount) -> Dated | None:
    """The part of a list or a span of dates that is the amount's own."""
    if len(scene.dates) < 2:
        return None
    place = respective_place(scene, amount)
    side = scene.tokens.lower(amount.qualifier_first - 1)
    if place is None and side not in (_FROM, _TO):
        return None
    for item in scene.dates:
        parts = [d for d in scene.dates if d is not item and item.first <= d.first and d.last <= item.last]
        over = scene.tokens.lower(item.first - 1) in _OVER
        if place is not None and not over and len(parts) == len(place[1]) > 1:
            return parts[place[0]]
        if place is None and over and len(parts) == 2:
            ends = _changes(scene, amount, side) and not _has_own(scene, amount, [item, *parts])
            return (parts[0] if side == _FROM else parts[1]) if ends else None
    return None if place is None else _in_row(scene, *place)


def _has_own(scene: Scene, amount: Amount, shared: list[Dated]) -> bool:
    """Whether another date than those `shared` stands right behind the amount ("from 5 tons in 2010 to 8 in 2013, with
    the works closed between May and July")."""
    return any(0 <= date.first - amount.last <= 1 for date in scene.dates if date not in shared)


def _in_row(scene: Scene, place: int, amounts: list[Amount]) -> Dated | None:
    """The date at `place` of as many as there are amounts, told one by one ahead of them ("in 2015-16 and 2016-17")."""
    dates = [date for date in scene.dates if date.last <= amounts[0].qualifier_first][-len(amounts) :]
    if len(dates) != len(amounts):
        return None
    for before, date in pairwise(dates):
        between = scene.tokens.lowers[before.last : date.first]
        if not between or not _JOINING.issuperset(between):
            return None
    return dates[place]


def _changes(scene: Scene, amount: Amount, side: str) -> bool:
    """Whether another amount of the unit stands on the other side of the change ("from 5", "to 8")."""
    other_side = _TO if side == _FROM else _FROM
    for other in scene.amounts:
        if other is amount or other.unit.unit != amount.unit.unit:
            continue
        gap = max(other.qualifier_first - amount.last, amount.qualifier_first - other.last)
        if gap <= _APART and scene.tokens.lower(other.qualifier_first - 1) == other_side:
            return True
    return False
