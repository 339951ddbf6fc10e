"""The rows of `trade_series`: the figures of different articles that give a number for one quantity, side by side.

One quantity is one flow, measure, status, commodity, pair of states, period and unit; a change or ratio also what it is
compared with. A figure that names no state is of no quantity that could be found again, and belongs to no series.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.resolve.figures import Figure, Movement, Period, folded
from pipeline.resolve.reach import Reach
from pipeline.resolve.rounding import Span
from pipeline.resolve.rows import Row
from pipeline.text.ids import stable_id
from schemas.numbers import number_text


@dataclass(frozen=True, slots=True)
class Quantity:
    """What the figures of a series are numbers of."""

    movement: Movement
    measure: str
    status: str
    period: Period
    unit: str
    compared_with: str | None
    """For a change or ratio the words of the baseline, folded."""


def quantity_of(figure: Figure) -> Quantity:
    """What `figure` is a number of."""
    return Quantity(figure.movement, figure.measure, figure.status, figure.period, figure.unit, folded(figure.baseline))


def grouped(figures: Iterable[Figure]) -> dict[Quantity, list[Figure]]:
    """The series: the figures of each quantity, in the order of their ids."""
    found: dict[Quantity, list[Figure]] = {}
    for figure in sorted(figures, key=lambda figure: figure.figure_id):
        if figure.movement.countries:
            found.setdefault(quantity_of(figure), []).append(figure)
    return found


def series_rows(figures: Iterable[Figure], reach: Reach) -> Iterator[Row]:
    """The rows of `trade_series`."""
    for quantity, members in grouped(figures).items():
        yield _row(quantity, members, reach)


def agreement(members: Sequence[Figure]) -> bool | None:
    """Whether one number fits every article of `members`; None for one article, or where no period is told."""
    if not members[0].period.told or len({figure.article_id for figure in members}) < 2:
        return None
    return _common(members, [figure.article_id for figure in members]) is not None


def _row(quantity: Quantity, members: Sequence[Figure], reach: Reach) -> Row:
    movement, period = quantity.movement, quantity.period
    articles = frozenset(figure.article_id for figure in members)
    ends = [end for figure in members for end in (figure.value, figure.value_high) if end is not None]
    chapters = {figure.commodity_hs for figure in members if figure.commodity_hs is not None}
    agrees = agreement(members)
    return {
        "series_id": _series_id(quantity),
        "flow": movement.flow,
        "measure": quantity.measure,
        "status": quantity.status,
        "exporter": movement.exporter,
        "importer": movement.importer,
        "countries": list(movement.countries),
        "commodity": _usual(figure.commodity for figure in members),
        "period_start": period.start,
        "period_end": period.end,
        "unit": quantity.unit,
        "per": movement.per,
        "baseline": _usual(figure.baseline for figure in members),
        "commodity_hs": next(iter(chapters)) if len(chapters) == 1 else None,
        "n_reports": len(articles),
        "n_copies": reach.copies({figure.paragraph_id for figure in members}, articles),
        "n_sources": len(reach.sources(articles)),
        "agrees": agrees,
        "value": None if agrees is False else _most_exact(members),
        "lowest": min(ends),
        "highest": max(ends),
        "reported": _reported(members),
        "figure_ids": sorted(figure.figure_id for figure in members),
    }


def _series_id(quantity: Quantity) -> str:
    movement, period = quantity.movement, quantity.period
    days = (None if day is None else day.isoformat() for day in (period.start, period.end))
    parties = (movement.exporter, movement.importer, " ".join(movement.countries))
    words = (movement.goods, quantity.unit, movement.per, quantity.compared_with)
    return stable_id("trade_series", movement.flow, quantity.measure, quantity.status, *parties, *days, *words)


def _usual(words: Iterable[str | None]) -> str | None:
    """The words that are used most; among equals the shorter, the first in the alphabet."""
    counts = Counter(text for text in words if text is not None)
    return min(counts, key=lambda text: (-counts[text], len(text), text), default=None)


def _most_exact(members: Sequence[Figure]) -> float | None:
    """The most exact number of those that fit all articles (of one article: all figures); None if there is none."""
    articles = [figure.article_id for figure in members]
    tellers = articles if len(set(articles)) > 1 else [figure.figure_id for figure in members]
    common = _common(members, tellers)
    if common is None:
        return None
    fitting = [figure for figure in members if figure.span.low <= common <= figure.span.high]
    single = [figure for figure in fitting if figure.value_high is None]
    best = min(single, key=lambda figure: (figure.span.width, figure.value, figure.figure_id), default=None)
    return None if best is None else best.value


def _common(members: Sequence[Figure], tellers: Sequence[Hashable]) -> float | None:
    """The smallest number that some figure of each teller can stand for; `tellers` are those of `members`, in order."""
    return common_number([(figure.span, teller) for figure, teller in zip(members, tellers, strict=True)])


def common_number(told: Sequence[tuple[Span, Hashable]]) -> float | None:
    """The smallest number that lies in some span of each teller, None if there is none."""
    edges = [(span.low, 0, number) for number, (span, _) in enumerate(told)]
    edges += [(span.high, 1, number) for number, (span, _) in enumerate(told)]
    wanted = len({teller for _, teller in told})
    covering: Counter[Hashable] = Counter()
    covered = 0
    for place, closes, number in sorted(edges):
        teller = told[number][1]
        before = covering[teller]
        covering[teller] += -1 if closes else 1
        covered += (covering[teller] > 0) - (before > 0)
        if covered == wanted:
            return place
    return None


def _reported(members: Iterable[Figure]) -> list[str]:
    ends = {(figure.value, figure.value_high) for figure in members}
    ordered = sorted(ends, key=lambda pair: (min(_given(pair)), max(_given(pair))))
    return ["..".join(map(number_text, sorted(_given(pair)))) for pair in ordered]


def _given(pair: tuple[float, float | None]) -> tuple[float, ...]:
    low, high = pair
    return (low,) if high is None else (low, high)
