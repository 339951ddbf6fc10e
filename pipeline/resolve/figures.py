"""Trade figures as they are compared with each other: signed, with what they can stand for and what they are of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Any

from pipeline.resolve.rounding import Span, span_of
from pipeline.resolve.wording import stems

_LINKING_WORDS = frozenset(("a", "an", "and", "as", "by", "compar", "for", "from", "in", "of", "on", "over", "than"))
_LINKING_WORDS |= frozenset(("that", "the", "to", "versu", "was", "wer", "with"))
"""Stems of words that do not tell one commodity, or one time compared with, from another."""
_FLOORS = frozenset(("over", "at_least"))
_CEILINGS = frozenset(("under", "up_to"))
COMPARED = frozenset(("change", "ratio"))
"""The measures that compare with another time."""


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a figure is about; an end that is open or not told is None."""

    start: date | None
    end: date | None

    @property
    def told(self) -> bool:
        """Whether the text gives a time at all."""
        return self.start is not None or self.end is not None


@dataclass(frozen=True, slots=True)
class Movement:
    """What flows between whom: what figures have in common that may be added up and compared."""

    flow: str
    exporter: str | None
    importer: str | None
    countries: tuple[str, ...]
    """Sorted; exporter and importer where both are known, else all states of the figure."""
    goods: str | None
    """The commodity's words, folded; None for trade as a whole."""
    per: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of `trade_figures`, ready to be compared."""

    figure_id: str
    article_id: str
    source_path: str
    paragraph_id: str
    evidence: str
    movement: Movement
    measure: str
    status: str
    unit: str
    period: Period
    commodity: str | None
    """The text's words."""
    commodity_hs: str | None
    baseline: str | None
    """What a change or ratio is compared with, in the text's words."""
    direction: str | None
    value: float
    """A fall is negative."""
    value_high: float | None
    """The other end of a range, signed as `value`."""
    span: Span
    allowed: Span
    """As `span`, but without an end where the text says "more than" or "less than": what contradicts no word of it."""


def figure_of(row: Mapping[str, Any]) -> Figure:
    """The figure in a row of `trade_figures`, with its cells as plain values."""
    falls = row["direction"] == "down" and row["measure"] == "change"
    value, value_high = (
        -number if falls and number is not None else number for number in (row["value"], row["value_high"])
    )
    in_words = not any(character.isdigit() for character in row["value_text"])
    span = span_of(value, value_high, row["qualifier"], row["approximate"] or in_words)
    return Figure(
        figure_id=row["figure_id"],
        article_id=row["article_id"],
        source_path=row["source_path"],
        paragraph_id=row["paragraph_id"],
        evidence=row["evidence"],
        movement=_movement(row),
        measure=row["measure"],
        status=row["status"],
        unit=row["unit"],
        period=Period(row["period_start"], row["period_end"]),
        commodity=row["commodity"],
        commodity_hs=row["commodity_hs"],
        baseline=row["baseline_text"] if row["measure"] in COMPARED else None,
        direction=row["direction"],
        value=value,
        value_high=value_high,
        span=span,
        allowed=_opened(span, row["qualifier"]),
    )


def _opened(span: Span, qualifier: str | None) -> Span:
    """`span` without the end that the words leave open; of a fall they speak of its size."""
    grows = span.high > 0
    if qualifier in _FLOORS:
        return Span(span.low, inf) if grows else Span(-inf, span.high)
    if qualifier in _CEILINGS:
        return Span(0.0, span.high) if grows else Span(span.low, 0.0)
    return span


def folded(text: str | None) -> str | None:
    """The words of `text` without case, number, order and linking words, so that spellings of one thing are equal."""
    if text is None:
        return None
    words = stems(text) - _LINKING_WORDS
    digits = {word for word in text.split() if any(character.isdigit() for character in word)}
    return " ".join(sorted(words | digits)) or text.casefold()


def _movement(row: Mapping[str, Any]) -> Movement:
    parties = (row["exporter"], row["importer"])
    states = parties if None not in parties else row["countries"] or [party for party in parties if party]
    return Movement(
        flow=row["flow"],
        exporter=row["exporter"],
        importer=row["importer"],
        countries=tuple(sorted(set(states))),
        goods=folded(row["commodity"]),
        per=row["per"],
    )
