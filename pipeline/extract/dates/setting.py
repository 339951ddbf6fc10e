"""What is known around a calendar expression when its days are read; `discourse` makes it."""

from datetime import date

from pipeline.extract.dates.interval import Interval
from pipeline.values import value


@value(frozen=True, slots=True)
class Setting:
    """What is known around an expression."""

    now: date | None
    """The day as of which the text is read: published_on, or the latest day told past; None where neither is known."""
    dated: bool
    """True where `now` is the day of publication: only then weekdays and "yesterday" have a meaning."""
    direction: str | None
    """`past`, `over`, `future`, `near`, `planned` or None, as in `tense.direction`."""
    story: date | None
    """The day that the story tells of: "the previous day" counts from it."""
    told_day: date | None
    """The last single day told."""
    told: Interval | None
    """The last interval told, of any length."""
    told_here: bool
    """True where that was in the same paragraph."""
    told_quarter: Interval | None
    """The quarter, half or span of months that the paragraph's figures are about, or None."""
    year: int | None
    """The year that holds for bare dates here: that of a chronology's heading, or None."""
    day_first: bool | None
    """How the text writes numeric dates, or None where nothing decides."""
