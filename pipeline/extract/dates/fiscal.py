# ruff: noqa: E501 -- one family a line reads best
"""Years that are no calendar years: fiscal years by state, and the Iranian year. The states' rules are in the lexicon."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, lru_cache

from pipeline.extract.actors import find_countries
from pipeline.extract.dates.expressions import Expression, Fixed, InYear, Offset
from pipeline.lexicon.table import rows

_AROUND = 400
"""Characters before an expression in which its sentence may name the state whose year it is."""
_SENTENCE_END = re.compile(r"[.!?][\"”]?\s")
_OTHER_SIDE = re.compile(r"\b(?:from|to|with|into)\s(?:the\s)?\Z")
_MONEY = re.compile(r"\s(?:[Dd]ollars?|[Dd]lrs?|cents?)\b")
"""Behind a state's name this makes it no state that is told of ("million US dollars")."""
_PAIRS = ("AUS", "BGD", "IND", "NPL", "NZL", "PAK")
"""States whose press writes a fiscal year as "2012-13" without the word."""
_MONTHS_A_YEAR = 12
_IRANIAN_EPOCH = date(2017, 3, 21)
"""The first day of the Iranian year 1396."""


@cache
def _rules() -> dict[str, tuple[int, int, bool]]:
    return {
        row["code"]: (int(row["first_month"]), int(row["first_day"]), row["named"] == "end")
        for row in rows("fiscal_years")
    }


def _state(match: re.Match[str]) -> str | None:
    """The state that a sentence names first before the expression, not as the other side of a trade ("sales to India");
    else the one that the text names most, or first."""
    before = match.string[max(0, match.start() - _AROUND) : match.start()]
    before = before[max((m.end() for m in _SENTENCE_END.finditer(before)), default=0) :]
    for mention in find_countries(before):
        other = _OTHER_SIDE.search(before, 0, mention.char_start) or _MONEY.match(before, mention.char_end)
        if mention.code in _rules() and not other:
            return mention.code
    return _most_named(match.string)


@lru_cache(maxsize=8)
def _most_named(text: str) -> str | None:
    """Of the states with a rule the one that `text` names most often; of several the one named first."""
    states = (mention for mention in find_countries(text) if not _MONEY.match(text, mention.char_end))
    named = Counter(mention.code for mention in states if mention.code in _rules())
    return max(named, key=lambda code: named[code], default=None)


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


def _fiscal_offset(match: re.Match[str]) -> Expression | None:
    """ "the previous fiscal year", "this fiscal"."""
    state = "IRN" if match["iranian"] else _state(match)
    if state is None:
        return None
    which = (match["which"] or "current").casefold().split()[-1]
    count = {"this": 0, "current": 0, "ongoing": 0, "same": 0, "next": 1, "coming": 1}.get(which, -1)
    anchor = "told" if which in ("previous", "preceding", "same") else "now"
    return Offset(match.start(), match.end(), "fiscal", count, anchor, None, state)


def opening_month(state: str) -> int:
    """The month in which a state's fiscal year begins."""
    return _rules()[state][0]


def current(state: str, day: date, shift: int) -> tuple[date, date]:
    """First and last day of the fiscal year that lies `shift` years from the one in which `day` falls."""
    month, first_day, _ = _rules()[state]
    year = day.year - ((day.month, day.day) < (month, first_day)) + shift
    return fiscal_year(state, year, pair=True)


def _crop_years(match: re.Match[str]) -> Expression | None:
    """ "2012-13", "2012-2013" beside a state that counts its years so."""
    first, second = int(match["year"]), match["second"]
    state = _state(match)
    if state not in _PAIRS or not str(first + 1).endswith(second):
        return None
    start, end = fiscal_year(state, first, pair=True)
    return Fixed(match.start(), match.end(), start, end, "year")


def iranian_new_year(number: int) -> date:
    """The first day of the Iranian year `number`, by the 33-year cycle of its leap years."""
    return _IRANIAN_EPOCH + timedelta(days=365 * (number - 1396) + (8 * number + 21) // 33 - (8 * 1396 + 21) // 33)


def iranian_month(new_year: date, months: int) -> date:
    """The first day of the month that begins so many months behind the Iranian `new_year`: six of 31 days open it, five
    of 30 follow; behind the twelfth the next year's begin."""
    if months >= _MONTHS_A_YEAR:
        number = new_year.year - _IRANIAN_EPOCH.year + 1396
        return iranian_month(iranian_new_year(number + 1), months - _MONTHS_A_YEAR)
    return new_year + timedelta(days=31 * min(months, 6) + 30 * max(months - 6, 0))


def _iranian(match: re.Match[str]) -> Expression | None:
    if "Iran" not in match.string:
        return None
    number = int(match["year"])
    end = iranian_new_year(number + 1) - timedelta(days=1)
    return Fixed(match.start(), match.end(), iranian_new_year(number), end, "year")


def _iranian_month(match: re.Match[str]) -> Expression | None:
    first, last = MONTHS[match["month"]]
    return InYear(match.start(), match.end(), first, last, "month")


MONTHS: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {
    row["form"]: ((int(row["first_month"]), int(row["first_day"])), (int(row["last_month"]), int(row["last_day"])))
    for row in rows("iranian_months")
}
FAMILIES: tuple[tuple[str, str, Callable[[re.Match[str]], Expression | None]], ...] = (
    ("the fiscal", r"\b(?:the\s)?(?:(?i:fiscal(?:\syear)?|financial\syear)|FY)(?:\sof\s|[\s-]?)(?P<year>20\d\d|19\d\d|\d\d(?=\b))(?:[-/–](?P<second>\d\d(?:\d\d)?))?(?!\w)", _fiscal),
    ("the shift:fiscal fiscal", r"\b(?:(?i:(?:the\s)?(?:last|previous|preceding|past|this|current|ongoing|same|next|coming))\s)?(?:fiscal|financial)\syear\s\((?P<year>20\d\d|19\d\d)[-/–](?P<second>\d\d(?:\d\d)?)\)", _fiscal),
    ("digits4:figure", r"\b(?P<year>20\d\d|19\d\d)[-/–](?P<second>\d\d(?:\d\d)?)\s(?:fiscal|financial)(?:\syear)?(?!\w)", _fiscal),
    ("digits4:fiscal", r"\b(?P<year>20\d\d|19\d\d)\s(?:fiscal|financial)\syear(?!\w)", _fiscal),
    ("digits4:figure", r"\b(?P<year>20\d\d|19\d\d)[-/–](?P<second>\d\d(?:\d\d)?)(?![\d/-]|[.,]\d)", _crop_years),
    ("the shift:years", r"\b(?P<which>(?i:(?:the\s)?(?:last|previous|preceding|past|this|current|ongoing|same|next|coming)))\s(?:(?:fiscal|financial)\syear|(?P<iranian>Iranian|Persian)\s(?:calendar\s|fiscal\s)?year(?!\s\(?1[34]\d\d)|fiscal(?=[,.;:)]|\s(?:and|is|was|has|from|by|at|to|with|that|which|ends|ended|it|they|the|its|up|down|trade|bilateral|imports?|exports?|shipments|alone|so)\b|$))(?!\w)", _fiscal_offset),
    ("the iranian", r"(?:(?<=months\sof\s)|(?<=quarter\sof\s))the\s(?P<which>(?!))?(?P<iranian>Iranian|Persian)\s(?:calendar\s|fiscal\s)?year(?!\s\(?1[34]\d\d)(?!\w)", _fiscal_offset),
    ("the shift:years iranian", r"\b(?i:(?:the\s)?(?:past\s|last\s|current\s)?(?:Iranian|Persian|solar)(?:\scalendar)?\s(?:fiscal\s)?year)\s(?:of\s)?\(?(?P<year>1[34]\d\d)(?!\d)\)?", _iranian),
    ("iranian_year", r"(?<=\bin\s)(?P<year>13[5-9]\d|14[0-4]\d)(?![\d%]|[.,]\d|\s[a-z]{3,20}s\b)", _iranian),
    ("iranian_year", r"(?:(?<=\bduring\s)|(?<=\bsince\s)|(?<=\bfrom\s)|(?<=\bto\s)|(?<=\byear\s)|(?<=\byear\sof\s)|(?<=\bthat\sof\s)|(?<=\bof\sits\s))(?P<year>13[5-9]\d|14[0-4]\d)(?=[.;)]|,\s|\s(?:and|from|to|was|were|as|compared|when|while|by|[A-Z][a-z]{2,12}\s[A-Z][a-z]{2,12})\b|$)", _iranian),
    ("iranian_month", rf"\b(?P<month>{'|'.join(sorted(MONTHS))})\b", _iranian_month),
)  # fmt: skip
"""First words (`starts`), patterns and their readers, for `scan`."""
