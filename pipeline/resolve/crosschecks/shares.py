"""Shares of one whole that add up to more than it.

The parts of a whole are the commodities of one flow between the same states, or the buyers of one seller's exports, or
the sellers of one buyer's imports. Shares without a period are added up within a sentence only.
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace

from pipeline.resolve.crosschecks.contradiction import FACTS, Contradiction, amount, files, subject
from pipeline.resolve.figures import Figure

WHOLE = 100.0
_Part = tuple[Hashable, Hashable, Figure]
"""The whole, which part of it, and the figure that says how large."""


def shares_over_whole(figures: Iterable[Figure]) -> Iterator[Contradiction]:
    """A warning for each whole of which `figures` name more than all of it."""
    wholes: dict[Hashable, dict[Hashable, list[Figure]]] = {}
    for whole, part, figure in _parts(figures):
        wholes.setdefault(whole, {}).setdefault(part, []).append(figure)
    for parts in wholes.values():
        if len(parts) > 1:
            yield from _judged(list(parts.values()))


def _judged(parts: list[list[Figure]]) -> Iterator[Contradiction]:
    smallest = [min(told, key=lambda figure: (figure.allowed.low, figure.figure_id)) for told in parts]
    if sum(max(figure.allowed.low, 0.0) for figure in smallest) <= WHOLE:
        return
    total = sum(figure.value for figure in smallest)
    shares = ", ".join(
        f"{amount(figure.value, figure.unit)} ({_name(figure, smallest)})"
        for figure in sorted(smallest, key=lambda figure: (-figure.value, figure.figure_id))
    )
    message = (
        f"The shares of one whole, the {_whole(smallest)}, add up to {amount(total, 'percent')}: {shares}; in "
        f"{files(smallest)}."
    )
    yield Contradiction("shares_over_whole", message, total, WHOLE, "percent", tuple(smallest))


def _whole(parts: list[Figure]) -> str:
    """What `parts` are shares of, for reading."""
    one = parts[0]
    if _of_goods(parts):
        return subject(one, commodity=False)
    if one.movement.flow == "import":
        return subject(replace(one, movement=replace(one.movement, exporter=None)))
    return subject(replace(one, movement=replace(one.movement, importer=None)))


def _name(figure: Figure, others: list[Figure]) -> str:
    """What sets the part of `figure` apart from `others`."""
    movement = figure.movement
    if _of_goods(others) and figure.commodity:
        return figure.commodity
    partner = movement.exporter if movement.flow == "import" else movement.importer
    return partner or subject(figure)


def _of_goods(parts: list[Figure]) -> bool:
    """Whether `parts` are commodities, and not partners."""
    return len({part.movement.goods for part in parts}) > 1


def _parts(figures: Iterable[Figure]) -> Iterator[_Part]:
    for figure in figures:
        movement = figure.movement
        if (figure.measure, figure.unit) != ("share", "percent") or figure.status not in FACTS:
            continue
        if not movement.countries:
            continue
        place: Hashable = figure.period if figure.period.told else (figure.article_id, figure.evidence)
        whole = (movement.flow, place, movement.per)
        if movement.goods is not None:
            parties = (movement.exporter, movement.importer, movement.countries)
            yield ("goods", *whole, parties), figure.commodity_hs or movement.goods, figure
        sides = (movement.exporter, movement.importer)
        owner, partner = reversed(sides) if movement.flow == "import" else sides
        if movement.flow in {"export", "import"} and owner and partner:
            yield ("partners", *whole, owner, movement.goods), partner, figure
