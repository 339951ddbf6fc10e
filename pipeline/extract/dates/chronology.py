"""The dates that open the lines of a chronology or a programme: one without a year goes on from the line before."""

import re
from datetime import date

from pipeline.extract.dates.expressions import Expression, InYear
from pipeline.extract.dates.interval import make_date
from pipeline.text.page import Paragraph

_MARK = 6
"""Characters of bullets and spaces that may stand before the date."""
_BEFORE = re.compile(r"\W*\Z")
_BEHIND = re.compile(r":\s|\s[–—-]{1,2}\s")


def opens_line(expression: Expression, paragraph: Paragraph) -> bool:
    """Whether `expression` heads its paragraph: "July 28 - …", "* 3 May: …"."""
    before = expression.char_start - paragraph.char_start
    if before > _MARK or not _BEFORE.match(paragraph.text[:before]):
        return False
    end = expression.char_end - paragraph.char_start
    return _BEHIND.match(paragraph.text, end) is not None


def year_of_line(expression: Expression, before: date | None, now: date | None) -> int | None:
    """The year of a line that gives none, `before` being the day of the line before it.

    The lines go forward; None where this one would then lie behind `now` while the one before does not: such a list
    goes another way.
    """
    if not isinstance(expression, InYear) or expression.year is not None or before is None:
        return None
    month, day = expression.last
    end = make_date(before.year, month or 12, day or 28)
    if end is None:
        return None
    year = before.year if end >= before else before.year + 1
    start = make_date(year, expression.first[0] or 1, expression.first[1] or 1)
    ahead = now is not None and before <= now and start is not None and start > now
    return None if ahead else year
