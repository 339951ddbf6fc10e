"""Years that are no calendar years: fiscal years by state, and the Iranian year. The states' rules are in the lexicon."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from pipeline.extract.actors import find_countries
from pipeline.extract.dates.expressions import Expression, Fixed
from pipeline.lexicon.table import rows

_AROUND = 400
"""Characters before an expression in which the state whose year it is may be named."""
_IRANIAN_EPOCH = 621
"""The Iranian year n begins on 21 March of the year n + 621."""


@cache
def _rules() -> dict[str, tuple[int, int, bool]]:
    return {
        row["code"]: (int(row["first_month"]), int(row["first_day"]), row["named"] == "end")
        for row in rows("fiscal_years")
    }


def _state(match: re.Match[str]) -> str | None:
    """The state named last before the expression, or first behind it, that has a fiscal year of its own."""
    start, end = match.span()
    before = [m.code for m in find_countries(match.string[max(0, start - _AROUND) : start]) if m.code in _rules()]
    after = [m.code for m in find_countries(match.string[end : end + 120]) if m.code in _rules()]
    return before[-1] if before else after[0] if after else None


def fiscal_year(state: str, named: int, pair: bool) -> tuple[date, date]:
    """First and last day of a state's fiscal year; `named` is its year, the first one where `pair` is true."""
    month, day, by_end = _rules()[state]
    first = named if pair or not by_end else named - 1
    start = date(first, month, day)
    return start, start.replace(year=first + 1) - timedelta(days=1)


def _fiscal(match: re.Match[str]) -> Expression | None:
    state = _state(match)
    if state is None:
        return None
    digits = match["year"]
    named = int(digits) if len(digits) == 4 else 2000 + int(digits)
    start, end = fiscal_year(state, named, bool(match.groupdict().get("second")))
    return Fixed(match.start(), match.end(), start, end, "year")


def _iranian(match: re.Match[str]) -> Expression | None:
    first = int(match["year"]) + _IRANIAN_EPOCH
    start = date(first, 3, 21)
    return Fixed(match.start(), match.end(), start, date(first + 1, 3, 20), "year")


FAMILIES: tuple[tuple[str, Callable[[re.Match[str]], Expression | None]], ...] = (
    (r"\b(?:the\s)?(?:(?i:fiscal(?:\syear)?|financial\syear)|FY)[\s-]?(?P<year>20\d\d|19\d\d|\d\d(?=\b))(?:[-/–](?P<second>\d\d(?:\d\d)?))?(?!\w)", _fiscal),
    (r"\b(?P<year>20\d\d|19\d\d)[-/–](?P<second>\d\d(?:\d\d)?)\s(?:fiscal|financial)(?:\syear)?(?!\w)", _fiscal),
    (r"\b(?P<year>20\d\d|19\d\d)\s(?:fiscal|financial)\syear(?!\w)", _fiscal),
    (r"\b(?i:(?:the\s)?(?:Iranian|Persian|solar)(?:\scalendar)?\s(?:fiscal\s)?year)\s(?:of\s)?(?P<year>1[34]\d\d)(?!\d)", _iranian),
)  # fmt: skip
"""Patterns and their readers, for `scan`."""
