"""Values of one series of which one is ten times the other or more: a million for a thousand, a year for a month."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from pipeline.resolve.crosschecks.contradiction import Contradiction, amount, files, subject
from pipeline.resolve.figures import Figure
from pipeline.resolve.series import grouped

TEN = 10.0
_ROUNDED = 0.95
"""From this part of ten times on two values are a magnitude apart: numbers are rounded."""
_MEASURES = frozenset(("level", "share"))


def order_of_magnitude(figures: Iterable[Figure]) -> Iterator[Contradiction]:
    """A warning for each series whose articles fall into two groups that lie a factor of ten apart."""
    for quantity, members in grouped(figures).items():
        if quantity.measure in _MEASURES and quantity.period.told:
            yield from _judged([figure for figure in members if figure.value > 0])


def _judged(members: Sequence[Figure]) -> Iterator[Contradiction]:
    """At most one warning: at the widest gap between the articles' values."""
    by_article: dict[str, list[Figure]] = {}
    for figure in sorted(members, key=lambda figure: (figure.value, figure.figure_id)):
        by_article.setdefault(figure.article_id, []).append(figure)
    told = sorted(by_article.values(), key=lambda own: (own[0].value, own[-1].value, own[0].figure_id))
    tops = list(accumulate((own[-1] for own in told), _greater))
    gaps = [(told[number][0].value / tops[number - 1].value, number) for number in range(1, len(told))]
    widest, place = max(gaps, default=(0.0, 0))
    if widest < TEN * _ROUNDED:
        return
    below, above = tops[place - 1], told[place][0]
    if below.allowed.meets(above.allowed):
        return
    odd, usual = (below, above) if place < len(told) - place else (above, below)
    message = (
        f"For the {subject(usual)} one article gives {amount(odd.value, odd.unit)} ({files([odd])}), another "
        f"{amount(usual.value, usual.unit)} ({files([usual])}): a factor of {above.value / below.value:,.0f}."
    )
    yield Contradiction("order_of_magnitude", message, odd.value, usual.value, odd.unit, (odd, usual))


def _greater(one: Figure, other: Figure) -> Figure:
    return max(one, other, key=lambda figure: (figure.value, figure.figure_id))
