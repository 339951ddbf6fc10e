"""Dates told twice side by side: a relative one that the exact day explains ("Two weeks later, on December 22").

What either means alone is read in `resolve`; here they are only made one.
"""

import re
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.facts import DateMention

_BESIDE = re.compile(r",\s(?:on\s)?\Z")
_LONGEST = 5
"""Characters between the two at most: a comma and "on"."""


def with_exact_days(text: str, mentions: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    """`mentions`, in which a relative date has the day that follows it behind a comma."""
    found = list(mentions)
    for at, (date, exact) in enumerate(pairwise(mentions)):
        beside = date.char_end < exact.char_start <= date.char_end + _LONGEST
        if not (beside and date.method == "relative" and _is_day(exact)):
            continue
        if _BESIDE.fullmatch(text, date.char_end, exact.char_start):
            found[at] = replace(date, date_start=exact.date_start, date_end=exact.date_end, precision=exact.precision)
    return tuple(found)


def _is_day(mention: DateMention) -> bool:
    return mention.method != "relative" and mention.precision == "day" and mention.date_start is not None
