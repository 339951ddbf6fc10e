"""What a reported number can stand for: the numbers that round to it, or that its words (`about`, `over`) allow.

"10 million" is said of 9.5 to 10.5 million, "$10.2 million" of 10.15 to 10.25 million. How far a number is rounded is
read off its digits, for the words vary: the place of its last digit that is not zero, where zeros behind it can be
digits as well ("20 million" is exact to the million, "100 million" to ten). Nobody rounds 1.4 billion to "1 billion":
beyond a thousand a number is at most a tenth off. Words allow more, but never more than a tenth or one of that place.
"""

from dataclasses import dataclass
from decimal import Decimal

_DIGITS = 12
"""Significant digits that a float's noise leaves alone."""
_THOUSANDS = 3
"""From a thousand on numbers are written with a word or a group of zeros that need not be digits."""
_ROUGH = 0.1
"""Share of a number by which it may be off where the text calls it rough; large numbers are not rounded further off."""


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers from `low` to `high`, both included."""

    low: float
    high: float

    def meets(self, other: "Span") -> bool:
        """Whether the two have a number in common."""
        return self.low <= other.high and other.low <= self.high

    @property
    def width(self) -> float:
        """How exact it is: less is more exact."""
        return self.high - self.low


def span_of(value: float, value_high: float | None, qualifier: str | None, rough: bool) -> Span:
    """What the number `value`, or the range to `value_high`, can stand for.

    `qualifier` is one of `schemas.codes.QUALIFIERS` or None; `rough` says that the text calls the number rough or
    spells it in words. Of a negative number the words speak of its size.
    """
    if value_high is not None:
        low, high = sorted((value, value_high))
        return Span(low - _half(abs(low)), high + _half(abs(high)))
    size = abs(value)
    span = _sized(size, qualifier, rough)
    return span if value >= 0 else Span(-span.high, -span.low)


def _sized(size: float, qualifier: str | None, rough: bool) -> Span:
    place = _last_place(size)
    near = _half(size)
    far = max(near, min(place / 2, _ROUGH * size))
    match qualifier:
        case "over" | "at_least":
            return Span(size, size + max(place, far))
        case "under":
            return Span(size - max(place, far), size)
        case "up_to":
            return Span(0.0, size)
        case "almost":
            return Span(size - far, size + near)
        case "about":
            return Span(size - far, size + far)
    return Span(size - far, size + far) if rough else Span(size - near, size + near)


def _half(size: float) -> float:
    """Half a unit of the last digit that the number was rounded to."""
    if size == 0:
        return 0.0
    leading = Decimal(f"{size:.{_DIGITS}g}").adjusted()
    if leading < _THOUSANDS:
        return min(_last_place(size), max(1.0, 10.0 ** (leading - 1))) / 2
    written = max(10.0 ** (leading - leading % _THOUSANDS), 10.0 ** (leading - 1))
    return min(_last_place(size) / 2, written / 2, _ROUGH * size)


def _last_place(size: float) -> float:
    """The place of the last digit that is not zero: 100,000 for 10.2 million."""
    if size == 0:
        return 0.0
    return 10.0 ** int(Decimal(f"{size:.{_DIGITS}g}").normalize().as_tuple().exponent)
