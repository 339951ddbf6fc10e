"""One fact, one figure: what an article tells twice, in headline and body or rounded and exact, becomes one."""

import math
from dataclasses import replace
from operator import attrgetter

from pipeline.extract.facts import TradeFigure

_SENT = frozenset({"export", "import", "consumption", "aid"})
"""What one telling calls so another may call otherwise: what a headline has delivered is a gift in the story."""
_ROUNDED = 0.02
"""A rounded number stands within so much of the exact one."""
_OF_PERCENTAGES = 1.0
_OF_FRACTIONS = 3.0
"""Points that a rounded percentage, and a fraction in words, may stand off the exact one."""
_FEW = 2
"""A rounded number has no more digits than these before its zeros."""


def merge(figures: list[TradeFigure], headline: frozenset[int]) -> tuple[TradeFigure, ...]:
    """`figures` without those that tell a fact again; the fullest in the body stays, the first of equals.

    `headline` holds the positions of the paragraphs that are no body text.
    """
    kept: list[TradeFigure] = []
    near: dict[tuple[object, ...], list[int]] = {}
    for figure in figures:
        keys = _keys(figure)
        like = [index for key in keys if key in near for index in near[key]]
        like = [index for index in like if _same_fact(kept[index], figure)]
        at = next((index for index in like if not _are_whole_and_part(kept[index], figure, headline)), None)
        if at is None:
            near.setdefault(keys[0], []).append(len(kept))
            kept.append(figure)
        elif _rank(figure, headline) > _rank(kept[at], headline):
            kept[at] = _with_gaps_filled(figure, kept[at])
        else:
            kept[at] = _with_gaps_filled(kept[at], figure)
    told = [f for f in kept if not (_in_other_money(f, kept, headline) or _is_told_exactly(f, kept, headline))]
    return tuple(sorted(told, key=attrgetter("char_start")))


def _in_other_money(figure: TradeFigure, told: list[TradeFigure], headline: frozenset[int]) -> bool:
    """Whether a headline gives in another money, or unit, what the body tells and converts in brackets."""
    if figure.paragraph not in headline:
        return False
    return any(
        other.alternate_unit == figure.unit
        and other.alternate_value is not None
        and other.paragraph not in headline
        and abs(other.alternate_value - figure.value) <= _ROUNDED * abs(figure.value)
        for other in told
    )


def _is_told_exactly(figure: TradeFigure, told: list[TradeFigure], headline: frozenset[int]) -> bool:
    """Whether the body gives the exact number of what a headline, or a fraction in words, gives roughly ("up nearly 40
    percent" over "rose by 39.4 percent", "fell by a third" before "dropped 34.1 percent")."""
    ahead, worded = figure.paragraph in headline, not any(letter.isdigit() for letter in figure.value_text)
    if not ahead and (not worded or figure.unit != "percent" or figure.measure != "change"):
        return False
    for other in told:
        if other is figure or other.paragraph in headline or other.char_start <= figure.char_start:
            continue
        if _is_roughly(figure, other, worded) and _flows_agree(figure, other) and _is_alike(figure, other, ahead):
            return True
    return False


def _is_roughly(figure: TradeFigure, other: TradeFigure, worded: bool) -> bool:
    """Whether one number is the other one's in round."""
    if (figure.unit, figure.measure, figure.direction) != (other.unit, other.measure, other.direction):
        return False
    if figure.unit != "percent":
        digits = f"{abs(figure.value):.0f}"
        unit = 10 ** (len(digits) - len(digits.rstrip("0")))
        return figure.value != other.value and 2 * abs(figure.value - other.value) <= min(unit, _ROUNDED * figure.value)
    if not any(letter.isdigit() for letter in other.value_text):
        return False
    above = other.value - figure.value
    bound = (figure.qualifier == "over" and above < 0) or (figure.qualifier == "almost" and above > 0)
    return not bound and abs(above) <= (_OF_FRACTIONS if worded else _OF_PERCENTAGES)


def _is_alike(figure: TradeFigure, other: TradeFigure, ahead: bool) -> bool:
    """Whether two tellings can be of one fact: their sides and goods, and in the body their periods, do not differ."""
    names = ("exporter", "importer") if ahead else ("exporter", "importer", "period_start", "period_end")
    if not all(_agree(getattr(figure, name), getattr(other, name)) for name in names):
        return False
    fewer = set(figure.countries) <= set(other.countries) or set(other.countries) <= set(figure.countries)
    return fewer and _goods_agree(figure.commodity, other.commodity)


def _are_whole_and_part(one: TradeFigure, two: TradeFigure, headline: frozenset[int]) -> bool:
    """Whether two paragraphs give the change of a whole trade and, by chance the same, that with one partner."""
    if one.measure != "change" or one.paragraph == two.paragraph or {one.paragraph, two.paragraph} & headline:
        return False
    return len(one.countries) != len(two.countries)


def _keys(figure: TradeFigure) -> tuple[tuple[object, ...], ...]:
    """Where the figure is kept, and beside it where one of nearly its value would be."""
    size = round(math.log(abs(figure.value)) / math.log(1 + 2 * _ROUNDED)) if figure.value else 0
    kind = (figure.unit, figure.measure, figure.direction, figure.per, figure.value > 0)
    return (*kind, size), (*kind, size - 1), (*kind, size + 1)


def _same_fact(one: TradeFigure, two: TradeFigure) -> bool:
    if (one.unit, one.measure, one.direction, one.per) != (two.unit, two.measure, two.direction, two.per):
        return False
    if not _same_value(one, two) or not _flows_agree(one, two):
        return False
    for name in ("exporter", "importer", "period_start", "period_end", "value_high"):
        if not _agree(getattr(one, name), getattr(two, name)):
            return False
    first, second = set(one.countries), set(two.countries)
    if first and second and not (first <= second or second <= first):
        return False
    return _goods_agree(one.commodity, two.commodity)


def _agree(one: object, two: object) -> bool:
    return one is None or two is None or one == two


def _flows_agree(one: TradeFigure, two: TradeFigure) -> bool:
    if one.flow == two.flow:
        return True
    return {one.flow, two.flow} <= _SENT and (one.exporter, one.importer) == (
        two.exporter,
        two.importer,
    )


def _same_value(one: TradeFigure, two: TradeFigure) -> bool:
    if one.value == two.value:
        return True
    if one.measure != "level" or one.paragraph == two.paragraph or _parts_of_their_own(one, two):
        return False
    if abs(one.value - two.value) > _ROUNDED * max(abs(one.value), abs(two.value)):
        return False
    return one.approximate or two.approximate or _is_rounded(one, two) or _is_rounded(two, one)


def _is_rounded(rough: TradeFigure, exact: TradeFigure) -> bool:
    """Whether `rough` has the few digits that `exact` is rounded to: $6.6 billion is of $6.62 billion, not of 6.5."""
    digits = f"{abs(rough.value):.0f}"
    few = digits.rstrip("0")
    return len(few) <= _FEW and 2 * abs(rough.value - exact.value) <= 10 ** (len(digits) - len(few))


def _parts_of_their_own(one: TradeFigure, two: TradeFigure) -> bool:
    """Whether one number is of certain goods and the other of a certain partner, each telling what the other does not
    ("chips brought in $6.5 billion, sales to Peru $6.4 billion")."""
    partners = len(one.countries) - len(two.countries)
    goods = (one.commodity is not None) - (two.commodity is not None)
    return partners * goods < 0


def _goods_agree(one: str | None, two: str | None) -> bool:
    if one is None or two is None:
        return True
    return bool(_words(one) & _words(two))


def _words(text: str) -> set[str]:
    return {word.rstrip("s") for word in text.lower().split()}


def _rank(figure: TradeFigure, headline: frozenset[int]) -> tuple[bool, bool, int]:
    filled = (figure.exporter, figure.importer, figure.commodity, figure.period_start, figure.period_end)
    return figure.paragraph not in headline, not figure.approximate, sum(value is not None for value in filled)


def _with_gaps_filled(figure: TradeFigure, other: TradeFigure) -> TradeFigure:
    """`figure` with what only the other telling of the fact says."""
    changes: dict[str, object] = {}
    if figure.commodity is None and other.commodity is not None:
        changes.update(commodity=other.commodity, commodity_hs=other.commodity_hs)
    if figure.period_start is None and figure.period_end is None and (other.period_start or other.period_end):
        changes.update(period_text=other.period_text, period_start=other.period_start, period_end=other.period_end)
    return replace(figure, **changes) if changes else figure  # type: ignore[arg-type]
