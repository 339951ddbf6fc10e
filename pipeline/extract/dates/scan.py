"""Where a text has calendar expressions, and what their words say: patterns to unresolved `Expression`s.

No published date, tense or other sentence is looked at here; that is `resolve`.
"""

import re
from collections.abc import Callable, Iterator

from pipeline.extract.dates import fiscal
from pipeline.extract.dates.expressions import (
    DayOfMonth,
    Expression,
    Fixed,
    InYear,
    NumericDate,
    Offset,
    OnWeekday,
    Span,
    YearRef,
)
from pipeline.extract.dates.interval import decade, make_date
from pipeline.extract.dates.words import (
    alternatives,
    full_year,
    month_number,
    number,
    ordinal,
    section,
    values,
    weekday_number,
)
from pipeline.lexicon.table import rows

Reader = Callable[[re.Match[str]], Expression | None]

_M = alternatives("month")
_D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%])"
_Y = r"(?:1[5-9]|20)\d\d(?!\d|[.,]\d)"
_W = alternatives("weekday")
_WEEKDAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_N = rf"(?:\d{{1,3}}|{alternatives('number')})"
_ORD = alternatives("ordinal")
_DASH = r"\s?[-–—]\s?"
_AND = r"\s(?:and|&)\s"
_TO = rf"(?:{_DASH}|\s(?:to|through|until|till|thru)\s)"
_SEC = (
    r"(?P<sec>(?:(?i:early|mid|late)[-\s](?:in\s)?|"
    r"(?i:(?:the\s)?(?:very\s)?(?:beginning|start|middle|end|close|outset|first\sdays|final\sdays|last\sdays)\sof\s)))"
)
_REL_YEAR = (
    r"(?P<rel>(?i:(?:of\s)?(?:(?:this|last|next|the\sprevious|the\spreceding|the\ssame|the\sfollowing|that|"
    r"the\scurrent|the\spast|the)\syear)))"
)
_YEAR = rf"(?:,?\s{{1,2}}(?:of\s|in\s)?(?P<year>{_Y}|['’]\d\d(?!\d|s))|,?\s{_REL_YEAR})"
_NOT_COUNT = r"(?!\s?(?:%|percent\b|per\scent|million|billion|people\b|other\b|[a-z]{3,20}s\b))"
_REL_COUNT = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "same": 0, "that": 0,
              "the": 0, "next": 1, "following": 1, "coming": 1}  # fmt: skip
_TOLD = {"previous", "preceding", "same", "that", "following"}


def year_ref(match: re.Match[str]) -> YearRef | None:
    """The year that the groups `year` or `rel` of a match name, or None."""
    groups = match.groupdict()
    if groups.get("year"):
        return YearRef(absolute=full_year(groups["year"]))
    if groups.get("rel"):
        words = groups["rel"].casefold().removeprefix("of ").split()
        word = words[1] if words[0] == "the" and len(words) > 2 else words[0]
        return YearRef(offset=_REL_COUNT[word], anchor="told" if word in _TOLD else "now")
    return None


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _weekday(match: re.Match[str]) -> int | None:
    word = match.groupdict().get("weekday")
    return weekday_number(word) if word else None


def _in_year(match: re.Match[str], first: tuple[int, int], last: tuple[int, int], precision: str) -> InYear:
    return InYear(
        match.start(), match.end(), first, last, precision, year_ref(match),
        section(match.groupdict().get("sec")), _weekday(match),
    )  # fmt: skip


def _month_days(match: re.Match[str]) -> Expression | None:
    """ "April 28", "April 22-28", "28 April", "3 and 4 May 2014", with or without a year and weekday."""
    number_of_month, first = month_number(match["month"]), _day(match["day"])
    last = _day(match["last"]) if match["last"] else first
    if last < first:
        return None
    return _in_year(match, (number_of_month, first), (number_of_month, last), "day" if last == first else "range")


def _two_months_days(match: re.Match[str]) -> Expression | None:
    """ "Nov. 30-Dec. 2, 2018", "30 November-2 December"."""
    opening = (month_number(match["month"]), _day(match["day"]))
    closing = (month_number(match["month2"]), _day(match["day2"]))
    return _in_year(match, opening, closing, "range")


def _iso(match: re.Match[str]) -> Expression | None:
    found = make_date(int(match["year"]), int(match["month"]), int(match["day"]))
    return None if found is None else Fixed(match.start(), match.end(), found, found, "day")


def _numeric(match: re.Match[str]) -> Expression | None:
    one, two, year_number = int(match["one"]), int(match["two"]), full_year(match["year"])
    if not (1 <= one <= 31 and 1 <= two <= 31 and min(one, two) <= 12):
        return None
    return NumericDate(match.start(), match.end(), one, two, year_number)


def _month_span(match: re.Match[str]) -> Expression | None:
    """ "January-June 2017", "January to June"."""
    return _in_year(match, (month_number(match["month"]), 0), (month_number(match["month2"]), 0), "range")


def _month(match: re.Match[str]) -> Expression | None:
    """A month with or without a year or a part ("mid-February", "July 2000", "May last year")."""
    value = month_number(match["month"])
    precision = "approximate" if match["sec"] else "month"
    return _in_year(match, (value, 0), (value, 0), precision)


def _bare_month(match: re.Match[str]) -> Expression | None:
    before = match.string[max(0, match.start() - 24) : match.start()]
    if match["month"] in ("May", "March", "MAY", "MARCH") and not match["sec"] and not _BEFORE_MONTH.search(before):
        return None
    if match["month"].isupper() or (len(match["month"]) == 3 and match["month"] != "May"):
        return None
    return _month(match)


def _shifted_month(match: re.Match[str]) -> Expression | None:
    value = month_number(match["month"])
    shift = match["shift"].casefold().split()[-1]
    reference = YearRef(anchor={"past": "last", "coming": "next"}.get(shift, shift))
    return InYear(match.start(), match.end(), (value, 0), (value, 0), "month", reference)


def _year(match: re.Match[str]) -> Expression | None:
    start = match.start()
    before, after = match.string[max(0, start - 30) : start], match.string[match.end() : match.end() + 24]
    words = before.split()
    if words and words[-1].strip("(\"“'‘") in _NO_YEAR_BEFORE:
        return None
    behind = re.match(r"\s?(?:%|([A-Za-z]{1,20}))", after)
    if behind is not None and (behind.group(1) is None or behind.group(1) in _NO_YEAR_AFTER):
        return None
    return InYear(
        start, match.end(), (0, 0), (0, 0), "approximate" if match["sec"] else "year",
        YearRef(absolute=int(match["year"])), section(match["sec"]),
    )  # fmt: skip


def _years(match: re.Match[str]) -> Expression | None:
    first = int(match["year"])
    last = int(match["last"]) if len(match["last"]) == 4 else first - first % 100 + int(match["last"])
    start, end = make_date(first, 1, 1), make_date(last, 12, 31)
    if start is None or end is None or not first < last <= first + 60:
        return None
    return Fixed(match.start(), match.end(), start, end, "range")


def _decade(match: re.Match[str]) -> Expression | None:
    digits = match["digits"] or (values("decade")[match["word"].casefold()])
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    interval = decade(first, section(match["sec"]))
    return Fixed(match.start(), match.end(), interval.start, interval.end, interval.precision)


def _quarter(match: re.Match[str]) -> Expression | None:
    value = int(match["q"]) if match["q"] else ordinal(match["ord"])
    value = 4 if value == -1 else value
    if not 1 <= value <= 4:
        return None
    return _in_year(match, (value * 3 - 2, 0), (value * 3, 0), "quarter")


def _half(match: re.Match[str]) -> Expression | None:
    second = (match["half"] or match["h"]).casefold() in ("second", "latter", "2", "last")
    if match["month"]:
        value = month_number(match["month"])
        return _in_year(match, (value, 16 if second else 1), (value, 0 if second else 15), "approximate")
    return _in_year(match, (7, 0) if second else (1, 0), (12, 0) if second else (6, 0), "half")


def _first_months(match: re.Match[str]) -> Expression | None:
    count = number(match["n"])
    if not 1 <= count <= 12:
        return None
    if match["end"].casefold() == "first":
        return _in_year(match, (1, 0), (count, 0), "range")
    return _in_year(match, (13 - count, 0), (12, 0), "range")


def _first_days(match: re.Match[str]) -> Expression | None:
    count, value = number(match["n"]), month_number(match["month"])
    if not 1 <= count <= 28:
        return None
    return _in_year(match, (value, 1), (value, count), "range")


def _week_of_month(match: re.Match[str]) -> Expression | None:
    value, which = month_number(match["month"]), ordinal(match["ord"])
    if which not in (-1, 1, 2, 3, 4):
        return None
    first = 22 if which == -1 else which * 7 - 6
    return _in_year(match, (value, first), (value, 0 if which == -1 else first + 6), "week")


def _season(match: re.Match[str]) -> Expression | None:
    first, last = (int(part) for part in values("season")[match["season"].casefold()].split("-"))
    shift = (match.groupdict().get("shift") or "").casefold()
    reference = year_ref(match)
    if shift in ("last", "next", "this", "that"):
        reference = YearRef(anchor="this" if shift == "that" else shift)
    return InYear(match.start(), match.end(), (first, 0), (last, 0), "season", reference, section(match["sec"]))


def _on_weekday(match: re.Match[str]) -> Expression | None:
    week = match["week"]
    shift = (match["shift"] or "").casefold().split()
    return OnWeekday(
        match.start(), match.end(), weekday_number(match["weekday"]),
        {"past": "last", "previous": "last", "coming": "next", "following": "next"}.get(shift[-1], shift[-1]) if shift else None,
        _REL_COUNT[week.casefold().split()[-1]] if week else None,
    )  # fmt: skip


_DAYS = {"today": 0, "tonight": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2,
         "day after tomorrow": 2, "last night": -1, "yesterday's": -1}  # fmt: skip


def _day_word(match: re.Match[str]) -> Expression | None:
    words = " ".join(match.group().casefold().split()).removeprefix("the ")
    return Offset(match.start(), match.end(), "day", _DAYS.get(words, 0), "now")


def _unit(match: re.Match[str]) -> Expression | None:
    """ "last month", "early next year", "the same day", "the previous week"."""
    which, unit = match["which"].casefold().split()[-1], match["unit"].casefold()
    count = _REL_COUNT[which]
    anchor = "told" if which in _TOLD else "now"
    if unit == "day":
        anchor = "story" if which in ("previous", "preceding") else "told"
    elif which in ("next", "following") and match["which"].casefold().startswith("the ") and unit != "day":
        anchor = "told" if which == "following" else "now"
    return Offset(match.start(), match.end(), unit, count, anchor, section(match["sec"]))


def _within_unit(match: re.Match[str]) -> Expression | None:
    """ "earlier in the day", "later in the month": the unit of the last date told; "end of the year": this year."""
    return Offset(match.start(), match.end(), match["unit"].casefold(), 0, "told")


def _section_of_unit(match: re.Match[str]) -> Expression | None:
    return Offset(match.start(), match.end(), match["unit"].casefold(), 0, "now", section(match["sec"]))


def _year_end(match: re.Match[str]) -> Expression | None:
    return Offset(match.start(), match.end(), "year", 0, "now", "late")


def _count_of_units(match: re.Match[str]) -> Expression | None:
    """ "two days ago", "a week earlier", "three months later"."""
    unit, word = match["unit"].casefold(), " ".join(match["word"].casefold().split())
    count = number(match["n"])
    past = word in ("ago", "earlier", "before", "previously")
    anchor = "now" if word in ("ago", "from now", "hence") else "told"
    if unit == "day" and past and anchor == "told":
        anchor = "story"
    return Offset(match.start(), match.end(), unit, -count if past else count, anchor)


def _day_before(match: re.Match[str]) -> Expression | None:
    before = match["word"].casefold() in ("before", "earlier")
    return Offset(match.start(), match.end(), "day", -1 if before else 1, "story" if before else "told")


def _day_of_month(match: re.Match[str]) -> Expression | None:
    value = ordinal(match["ord"])
    if not 1 <= value <= 31:
        return None
    return DayOfMonth(match.start(1), match.end(1), value)


def _holiday(match: re.Match[str]) -> Expression | None:
    words = " ".join(match["name"].replace("’", "'").split())
    value = _HOLIDAYS[words]
    return _in_year(match, value, value, "day")


def _century(match: re.Match[str]) -> Expression | None:
    first = (int(match["n"]) - 1) * 100
    start, end = make_date(first + 1, 1, 1), make_date(first + 100, 12, 31)
    if start is None or end is None or first < 1000:
        return None
    return Fixed(match.start(), match.end(), start, end, "range")


_HOLIDAYS = {row["form"]: (int(row["month"]), int(row["day"])) for row in rows("holidays")}
_NO_YEAR_BEFORE = frozenset(row["form"] for row in rows("not_dates") if row["kind"] == "before")
_NO_YEAR_AFTER = frozenset(row["form"] for row in rows("not_dates") if row["kind"] == "after")
_SILENT = re.compile(
    r"\b(?:" + "|".join(re.escape(row["form"]) for row in rows("not_dates") if row["kind"] == "phrase") + r")\b"
)
_BEFORE_MONTH = re.compile(
    r"(?:^|[\s(\"“])(?:in|In|since|Since|until|till|by|By|from|From|to|of|during|During|for|between|Between|and|or|"
    r"through|before|after|last|next|this|the|its|his|their|a|each|every|\w{1,30}['’]s|[A-Z][a-z]{2,8},)\s$"
)
_HOLIDAY_NAMES = "|".join(
    re.escape(name).replace(r"\ ", r"\s").replace("'", "['’]") for name in sorted(_HOLIDAYS, key=lambda n: (-len(n), n))
)
_UNIT = r"(?P<unit>(?i:day|week|weekend|month|quarter|half|year|decade))"

_FAMILIES: tuple[tuple[str, Reader], ...] = (
    (r"(?<![\d.-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)", _iso),
    (r"(?<![\d./-])(?P<one>\d{1,2})(?P<sep>[./-])(?P<two>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\d/])", _numeric),
    (rf"(?:\b(?P<weekday>{_W}),?\s)?\b(?P<month>{_M})\s(?:the\s)?(?P<day>{_D})(?:(?:{_TO}|{_AND})(?P<last>{_D}){_NOT_COUNT})?{_YEAR}?", _month_days),
    (rf"(?:\b(?P<weekday>{_W}),?\s(?:the\s)?)?(?<![\d.,$€£-])\b(?P<day>{_D})(?:(?:{_TO}|{_AND})(?P<last>{_D}))?\s(?:of\s)?(?P<month>{_M})(?!\w){_YEAR}?", _month_days),
    (rf"\b(?P<month>{_M})\s(?P<day>{_D}){_DASH}(?P<month2>{_M})\s(?P<day2>{_D}){_YEAR}?", _two_months_days),
    (rf"(?<![\d.,$€£-])\b(?P<day>{_D})\s(?P<month>{_M}){_DASH}(?P<day2>{_D})\s(?P<month2>{_M})(?!\w){_YEAR}?", _two_months_days),
    (rf"\b(?P<month>{_M})(?:{_DASH}|\s(?:to|through)\s)(?P<month2>{_M})(?!\w|\s{_D}){_YEAR}?", _month_span),
    (rf"\b{_SEC}?(?P<month>{_M})(?!\w){_YEAR}", _month),
    (rf"\b{_SEC}?\b(?P<month>{_M})(?!\w|\s?\d)", _bare_month),
    (rf"\b(?P<shift>(?i:last|next|this|this\spast|this\scoming))\s(?P<month>{_M})(?!\w|\s?\d)", _shifted_month),
    (rf"\b{_SEC}?(?:(?i:the\syear)\s)?(?<![\d.,$€£¥₩#/–-])(?P<year>(?:1[6-9]|20)\d\d)(?![\d%]|[.,:]\d|[-–/]\d|s\b)(?!-[a-z])", _year),
    (r"(?<![\d.,$€£-])\b(?P<year>(?:19|20)\d\d)\s?[-–/]\s?(?P<last>(?:19|20)\d\d|\d\d)(?![\d%/-]|[.,]\d)", _years),
    (rf"\b{_SEC}?(?:(?i:the)\s)?(?:(?<!\w)['’]?(?P<digits>(?:1[89]|20)\d0|\d0)s|(?P<word>(?:(?<=the\s)|(?<=mid-)){alternatives('decade')}))\b", _decade),
    (rf"\b(?:(?P<ord>(?i:first|second|third|fourth|last|1st|2nd|3rd|4th))[\s-](?i:quarter)|Q(?P<q>[1-4]))(?!\w){_YEAR}?", _quarter),
    (rf"\b(?:(?P<half>(?i:first|second|latter|last))[\s-]half\sof|H(?P<h>[12]))(?:\s(?P<month>{_M})(?!\w))?{_YEAR}?", _half),
    (rf"\b(?P<end>(?i:first|last|final))\s(?P<n>{_N})\smonths(?:\sof{_YEAR})?(?!\w)", _first_months),
    (rf"\b(?i:first)\s(?P<n>{_N})\sdays\sof\s(?P<month>{_M})(?!\w){_YEAR}?", _first_days),
    (rf"\b(?P<ord>(?i:first|second|third|fourth|last))\sweek\s(?:of|in)\s(?P<month>{_M})(?!\w){_YEAR}?", _week_of_month),
    (rf"\b{_SEC}?(?P<season>(?i:spring|summer|autumn|fall|winter)){_YEAR}", _season),
    (rf"\b{_SEC}?(?P<shift>(?i:last|next|this|that))\s(?P<season>(?i:spring|summer|autumn|fall|winter))(?!\w)", _season),
    (rf"(?<=\bin\s)(?P<sec>(?:early|mid|late)[-\s])?(?:the\s)?(?P<season>spring|summer|autumn|winter)(?!\w|\s[A-Z])", _season),
    (rf"\b(?:(?P<shift>(?i:last|next|this|this\spast|this\scoming|the\sfollowing|the\sprevious|past|coming))\s)?(?P<weekday>{_WEEKDAY})(?:\s(?P<week>(?i:of\slast|of\sthis|of\snext|last|this|next))\sweek)?\b", _on_weekday),
    (r"\b(?i:(?:the\s)?day\sbefore\syesterday|(?:the\s)?day\safter\stomorrow|yesterday|today|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening))\b", _day_word),
    (rf"\b(?:{_SEC}|(?i:earlier|later)\s)?(?P<which>(?i:(?:the\s)?(?:last|this|next|previous|preceding|following|coming|current|same)|that))\s(?:(?i:calendar)\s)?{_UNIT}(?![\w-])", _unit),
    (rf"\b(?i:earlier|later|elsewhere)\s(?:(?i:on)\s)?(?i:in)\s(?i:the)\s(?:same\s)?{_UNIT}(?!\w)", _within_unit),
    (rf"\b{_SEC}(?i:the)\s(?P<unit>(?i:week|month|quarter|year|decade))(?!\w)", _section_of_unit),
    (r"\b(?i:(?:the\s)?year[-\s]end)\b", _year_end),
    (rf"\b(?i:over|at|on|during)\s(?P<over>(?i:the)\s(?P<unit>(?i:weekend)))\b", _section_of_unit),
    (rf"\b(?P<n>(?i:{_N}))[\s-](?P<unit>(?i:day|week|month|year|decade))s?\s(?P<word>(?i:ago|earlier|later|previously|from\snow|hence)|(?i:before|after)(?=[,.;]))(?!\w)", _count_of_units),
    (r"\b(?i:the|a)\sday\s(?P<word>(?i:before|after|earlier|later))(?=[,.;]|\s(?:that|in|at|to|with|by|from)\b|$)", _day_before),
    (rf"\b(?i:on|by|until|since|before|between|and|from|to)\s((?i:the)\s(?P<ord>\d{{1,2}}(?:st|nd|rd|th)|(?i:{_ORD})))(?=[,.;)]|\s(?:and|to|at|in|for|with|when|after|before|of\sthe\smonth|of\sthat\smonth|of\sthis\smonth)\b|$)", _day_of_month),
    (rf"\b(?P<name>{_HOLIDAY_NAMES})(?!\w)(?:,?\s(?P<year>{_Y}))?", _holiday),
    (r"\b(?i:the\s)?(?P<n>1[1-9]|2[01])(?:th|st)[\s-](?i:century)\b", _century),
    *fiscal.FAMILIES,
)  # fmt: skip
PATTERNS: tuple[re.Pattern[str], ...] = tuple(re.compile(pattern) for pattern, _ in _FAMILIES)
"""Every pattern of this module, for the test on hostile input."""


def scan(text: str) -> list[Expression]:
    """All calendar expressions of `text`, in order; of two that overlap the one that begins first, then the longer."""
    silent = [match.span() for match in _SILENT.finditer(text)]
    found = []
    for pattern, (_, read) in zip(PATTERNS, _FAMILIES, strict=True):
        for match in pattern.finditer(text):
            expression = read(match)
            if expression is not None and not any(s <= expression.char_start < e for s, e in silent):
                found.append(expression)
    return list(_without_overlaps(found))


def _without_overlaps(found: list[Expression]) -> Iterator[Expression]:
    end = -1
    for expression in sorted(found, key=lambda e: (e.char_start, -e.char_end)):
        if expression.char_start >= end:
            end = expression.char_end
            yield expression


__all__ = ["PATTERNS", "Span", "scan", "year_ref"]
