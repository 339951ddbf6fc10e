"""Amounts that are parts of another amount and exceed it.

A whole has parts of three kinds: its commodities, where it is trade in all goods; its two directions, where it is trade
both ways; and a shorter time within its period, where what moves adds up over time. One state's exports to another are
part of its exports to all.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from pipeline.resolve.crosschecks.contradiction import FACTS, Contradiction, amount, files, subject
from pipeline.resolve.figures import Figure, Movement, Period

_ADDS_UP_OVER_TIME = frozenset(("export", "import", "trade", "aid", "production", "consumption"))
_ONE_WAY = frozenset(("export", "import"))
_TWO_WAY = "trade"
_NOT_ADDED = frozenset(("percent", "percentage_point"))


class Amount(NamedTuple):
    """What an amount is of."""

    movement: Movement
    period: Period
    unit: str


_Told = dict[Amount, list[Figure]]


def parts_over_whole(figures: Iterable[Figure]) -> Iterator[Contradiction]:
    """A warning for each part that exceeds its whole, and for each whole that its parts together exceed."""
    told: _Told = {}
    for figure in figures:
        if _is_amount(figure):
            told.setdefault(Amount(figure.movement, figure.period, figure.unit), []).append(figure)
    for whole, kinds in _wholes(told).items():
        for parts in kinds.values():
            yield from _judged(told[whole], [told[part] for part in parts])
    yield from _shorter_times(told)


def _is_amount(figure: Figure) -> bool:
    return (
        figure.measure == "level"
        and figure.status in FACTS
        and figure.unit not in _NOT_ADDED
        and figure.movement.flow != "balance"
        and figure.period.told
        and bool(figure.movement.countries)
        and figure.value >= 0
    )


def _wholes(told: _Told) -> dict[Amount, dict[str, list[Amount]]]:
    """For each amount that is told and has parts that are told: these, by their kind."""
    found: dict[Amount, dict[str, list[Amount]]] = {}
    for part in told:
        for kind, movement in _wider(part.movement):
            whole = part._replace(movement=movement)
            if whole in told:
                found.setdefault(whole, {}).setdefault(kind, []).append(part)
    return found


def _wider(movement: Movement) -> Iterator[tuple[str, Movement]]:
    """The movements that `movement` is a part of, with the kind of part that it is."""
    if movement.goods is not None:
        yield "commodity", replace(movement, goods=None)
    if movement.flow in _ONE_WAY and movement.exporter and movement.importer:
        yield "direction", replace(movement, flow=_TWO_WAY, exporter=None, importer=None)
        owner = movement.exporter if movement.flow == "export" else movement.importer
        exporter, importer = (owner, None) if movement.flow == "export" else (None, owner)
        yield "partner", replace(movement, countries=(owner,), exporter=exporter, importer=importer)


def _judged(whole: list[Figure], parts: list[list[Figure]]) -> Iterator[Contradiction]:
    """A warning for each of `parts` beyond `whole`, else one where they are so together; each is told by figures."""
    greatest = max(whole, key=lambda figure: (figure.allowed.high, figure.figure_id))
    smallest = [min(told, key=lambda figure: (figure.allowed.low, figure.figure_id)) for told in parts]
    beyond = [part for part in smallest if part.allowed.low > greatest.allowed.high]
    for part in beyond:
        yield _part_beyond(part, greatest)
    together = list(_disjoint(smallest))
    if not beyond and len(together) > 1 and sum(part.allowed.low for part in together) > greatest.allowed.high:
        total = sum(part.value for part in together)
        message = (
            f"The parts of the {subject(greatest)} add up to {amount(total, greatest.unit)} "
            f"({'; '.join(f'{subject(part)}: {amount(part.value, part.unit)}' for part in together)}), the whole is "
            f"{amount(greatest.value, greatest.unit)}; in {files((*together, greatest))}."
        )
        yield Contradiction("part_over_whole", message, total, greatest.value, greatest.unit, (*together, greatest))


def _part_beyond(part: Figure, whole: Figure) -> Contradiction:
    message = (
        f"The {subject(part)} is {amount(part.value, part.unit)}, more than the {subject(whole)} that it is a part of, "
        f"{amount(whole.value, whole.unit)}; in {files((part, whole))}."
    )
    return Contradiction("part_over_whole", message, part.value, whole.value, whole.unit, (part, whole))


def _disjoint(parts: list[Figure]) -> Iterable[Figure]:
    """`parts` without those that may lie in another: of one chapter and one direction the greatest."""
    found: dict[Hashable, Figure] = {}
    for part in sorted(parts, key=lambda figure: (figure.allowed.low, figure.figure_id)):
        goods = part.commodity_hs or part.movement.goods
        found[goods, part.movement.exporter, part.movement.importer] = part
    return found.values()


def _shorter_times(told: _Told) -> Iterator[Contradiction]:
    """A warning for each amount of a shorter time that exceeds the one of a longer time around it."""
    by_kind: dict[Hashable, list[Amount]] = {}
    for whole in told:
        closed = whole.period.start is not None and whole.period.end is not None
        if closed and whole.movement.flow in _ADDS_UP_OVER_TIME and whole.movement.per is None:
            by_kind.setdefault((whole.movement, whole.unit), []).append(whole)
    for amounts in by_kind.values():
        for whole, part in _nested(amounts):
            yield from _judged(told[whole], [told[part]])


def _nested(amounts: list[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """The pairs of `amounts` of which the second lies within the time of the first."""
    ordered = sorted(amounts, key=lambda amount: _days(amount.period))
    starts = [_days(amount.period)[0] for amount in ordered]
    for whole in ordered:
        start, end = _days(whole.period)
        for part in ordered[bisect_left(starts, start) : bisect_right(starts, end)]:
            if part.period != whole.period and _days(part.period)[1] <= end:
                yield whole, part


def _days(period: Period) -> tuple[date, date]:
    """First and last day; an open end is as far away as can be."""
    return period.start or date.min, period.end or date.max
