"""Full explicit dates in a line: day, month and year written out. All other date expressions belong to `extract`."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from pipeline.text.parts import holds_any
from pipeline.values import value

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
"""A month's name or abbreviation; to be matched with `re.IGNORECASE`."""
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
"""A weekday's name or abbreviation; to be matched with `re.IGNORECASE`."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_SPACE = r"\s{0,3}"
_JUCHE = r"(?:juche\s{0,3}\d{1,3}\s{0,3})"
"""North Korea's count of years, with the common one in brackets: "Juche 106 (2017)"."""
_JUCHE_ONE = 1912
"""The first year of that count."""
_JUCHE_DAY = re.compile(r"\b[Jj]uche\s?\d{2,3}[.-]\s?\d")
"""A day by that count alone: "Juche 98.11.2"."""
_TIME = r"(?:\d{1,2}:\d\d(?:\s(?:[A-Z]{2,4}(?:[+-]\d{1,2})?|[ap]\.?m\.?)){0,2},\s{1,2})"
"""A time of day between day and year: "May 03, 14:28 UTC+3, 2016"."""
_GLUED = r"(?:\b|(?-i:(?=[A-Z][a-z]))|(?=\d{1,2}:\d\d))"
"""The end of a year, where a saved page may have lost the space before the next part of the line ("2016Brussels",
"201610:23 AM")."""
_LINE = 160
"""Characters of the longest line on which a year of two figures is read."""
_SHORT = re.compile(
    r"(?:\b(?:published|posted|updated|issued|dated?)(?:\s(?:on|at))?\s?:?\s{0,3}|(?P<opens>\A(?:(?=\S{8}\s\d\d:\d\d,\s)|\d\d:\d\d,?\s(?=\d\d\.\d\d\.\d\d(?!\S)))))(?P<short>(?P<a>\d\d)(?P<sign>[-/.])(?P<b>\d\d)(?P=sign)"
    r"(?P<yy>\d\d))(?![\d/:-]|\.\d)",
    re.IGNORECASE,
)
"""A year of two figures, right behind a label that says what it is the date of, or at the head of a line with the hour
of a clock of 24 hours behind it ("19/07/17 14:05, Quito - …"), or such an hour ahead of it and full stops in it."""
_MONITORED = re.compile(
    rf"\b\d{{4}}\s?(?i:GMT),?\s(?P<short>(?P<day>{_DAY})\s(?P<month>(?i:{MONTH}))\s(?P<yy>\d\d))(?![\w:/-])"
    rf"|\bin\s[A-Z][a-z]{{3,14}},?\s(?P<short2>(?P<day2>{_DAY})\s(?P<month2>(?i:{MONTH}))\s(?P<yy2>\d\d))(?=,?\spp?\.?\s?\d)"
    rf"|\A(?P<short3>(?P<day3>{_DAY})\s(?P<month3>(?i:{MONTH}))\s(?P<yy3>3[2-9]|[4-9]\d))\Z"
)
"""The same as all of a line, where it is no day of a month too ("7 Mar 94"); behind the hour or ahead of the page of
what a monitoring service heard or read ("Radio Sur in Spanish 1523 GMT 7 Mar 94", "EL DIA in Spanish 7 Mar 94 p 3")."""
_HEARD = ("GMT", "gmt", " p ", " pp ", " p. ")
"""One of these stands in it."""
_LONGEST_DAY = len("27 September 94")
_SHORT_DAY = re.compile(r"\d\d[-/.]\d\d[-/.]\d\d")
"""Its figures, which few lines have."""
_SIGNS = ("-", "/", ".")
"""One of these stands in it twice."""
_CENTURY = 70
"""From here on years of two figures are of the 1900s, as POSIX has it from 69 on."""
_ANY_YEAR = re.compile(r"[12](?:(?<=1)9|(?<=2)0)\d\d")
"""The same, told sooner: a search for one of a set of signs takes a third of the time."""
_LONGEST = 100
"""Characters: no date is longer, its weekday and what is looked at around it included."""
_AHEAD = 16
"""Characters ahead of a year in which the word before it is looked for."""
_WORD_AHEAD = re.compile(r"(?<![^\W_])([^\W\d_]{1,16})\s{1,3}\Z")
_MONTH_BEHIND = re.compile(r"[-/.]\d")
_FULL = re.compile(
    # where neither a figure nor a month, weekday or "Juche" may begin nothing is tried
    rf"(?=\d|(?:(?<![a-z])|(?-i:(?=[A-Z])))[adfjmnostw])(?:\b(?P<weekday>{WEEKDAY}){_SPACE},?{_SPACE})?"
    rf"(?:(?<![\w/.-])(?P<iso>(?P<y1>{_YEAR})(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}}))(?![\d/-]|\.\d)"
    rf"|(?:(?<![a-z])|(?-i:(?=[A-Z])))(?P<month>{MONTH}){_SPACE},?{_SPACE}(?P<d2>{_DAY})(?:st|nd|rd|th)?{_SPACE}[,.،/]?{_SPACE}"
    rf"(?:{_TIME}|{_JUCHE})?\(?(?P<y2>{_YEAR}){_GLUED}\)?"
    rf"|\b{_JUCHE}\((?P<y5>{_YEAR})\)[,.]?{_SPACE}(?P<month5>{MONTH}){_SPACE}(?P<d5>{_DAY})\b"
    rf"|\b{_JUCHE}\((?P<y7>{_YEAR})\)\.?\s?(?P<m7>\d{{1,2}})\.\s?(?P<d7>\d{{1,2}})\b"
    r"|\bjuche\s?(?P<j8>\d{2,3})[.-]\s?(?P<m8>\d{1,2})[.-]\s?(?P<d8>\d{1,2})\b"
    rf"|(?<![\w/.-])(?P<y6>{_YEAR})[\s/-](?P<month6>{MONTH})[\s/-](?P<d6>{_DAY})\b"
    rf"|(?<![\w/.-])(?P<d3>{_DAY})(?:st|nd|rd|th)?[\s.-]{{0,3}}(?:(?:day\s{{1,3}})?of\s{{1,3}}|{WEEKDAY},?\s{{1,3}})?(?P<month3>{MONTH})[\s,،-]{{0,3}}"
    rf"(?P<y3>{_YEAR}){_GLUED}"
    r"|(?<![\w/.-])(?P<a4>\d{1,2})(?P<s4>[-/.]|\.\s)(?P<b4>\d{1,2})(?P=s4)(?P<y4>(?:19|20)\d\d)(?![\d/-]|\.\d))",
    re.IGNORECASE,
)


@value(frozen=True, slots=True)
class FullDate:
    """A date written with day, month and year."""

    char_start: int
    """Offset in the searched text, a weekday before the date included."""
    char_end: int
    text: str
    """The words as written."""
    readings: tuple[date, ...]
    """The days that it can mean, earliest first: one, or two where a numeric date may be day-first or month-first."""

    @property
    def day(self) -> date | None:
        """The day, None where day-first and month-first are both possible."""
        return self.readings[0] if len(self.readings) == 1 else None


def find_full_dates(text: str) -> list[FullDate]:
    """Every full date of `text`, in order.

    Month names in all usual orders and abbreviations ("July 19, 2017", "19 Jul. 2017", "Wed, Jul 19 2017"), ISO and
    other year-first numbers, and numbers with the year last. Of a numeric date with the year last both readings are
    kept unless one is no day of the calendar or contradicts the weekday beside it; with full stops the day comes first.
    What no calendar has ("February 30, 2017") is left out. A year of two figures is read behind a label on a short line
    ("Published 19.07.17"), and where a monitoring service says what it heard and when.
    """
    found = list(_find(text)) if _may_hold_one(text) else []
    return found or (_find_short(text) if len(text) <= _LINE else [])


def _may_hold_one(text: str) -> bool:
    """Whether beside a year of `text` there is what can belong to a date: a sign, a figure or a month."""
    if "uche" in text and _JUCHE_DAY.search(text):
        return True
    if "19" not in text and "20" not in text:
        return False
    return next(_years(text), None) is not None


def _years(text: str) -> Iterator[int]:
    """Where years begin that may be of a date: no other word than a month stands ahead, or a month's figure behind."""
    for year in _ANY_YEAR.finditer(text):
        if not _is_behind_word(text, year.start()) or _MONTH_BEHIND.match(text, year.end()):
            yield year.start()


def _is_behind_word(text: str, at: int) -> bool:
    """Whether a word that is no month stands right ahead of `at`."""
    _, blank, word = text[max(0, at - _AHEAD) : max(0, at - 1)].rpartition(" ")
    if not (blank and word.isalpha() and text[at - 1] == " "):  # as it mostly does
        ahead = _WORD_AHEAD.search(text, max(0, at - _AHEAD), at)
        if ahead is None:
            return False
        word = ahead[1]
    return word[:3].lower() not in _MONTHS


@lru_cache(maxsize=128)
def _find(text: str) -> tuple[FullDate, ...]:
    """The dates of a text that holds a year, kept: a line is asked for them by each reader of the masthead."""
    found = list[FullDate]()
    for start, end in _reaches(text):
        for match in _FULL.finditer(text, start, end):
            readings = _readings(match)
            if readings:
                found.append(FullDate(match.start(), match.end(), match.group(), readings))
    return tuple(found)


def _reaches(text: str) -> list[tuple[int, int]]:
    """The parts of a text in which its dates stand, in order: around the years that it holds, or all of it where they
    may be told otherwise."""
    if "uche" in text or "UCHE" in text:
        return [(0, len(text))]
    found = list[tuple[int, int]]()
    for year in _years(text):
        start, end = max(0, year - _LONGEST), min(len(text), year + _LONGEST)
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _find_short(text: str) -> list[FullDate]:
    """The one date of a line whose year has two figures."""
    heard = _MONITORED.search(text) if len(text) <= _LONGEST_DAY or holds_any(text, _HEARD) else None
    if heard is not None:
        return _heard(heard, "" if heard["short"] else "2" if heard["short2"] else "3")
    signs = any(text.count(sign) > 1 for sign in _SIGNS)
    match = _SHORT.search(text) if signs and _SHORT_DAY.search(text) is not None else None
    if match is None:
        return []
    year = _in_century(match["yy"])
    if match["sign"] == "." and day_of(year, int(match["b"]), int(match["a"])) is None:
        return []  # a time of day
    sign = match["sign"] if match["opens"] is None else "."  # with such a clock the day comes first
    readings = _numeric(year, int(match["a"]), int(match["b"]), sign)
    return [FullDate(match.start("short"), match.end(), match["short"], readings)] if readings else []


def _heard(match: re.Match[str], side: str) -> list[FullDate]:
    """The day of `_MONITORED`, whose groups end with `side`."""
    day = day_of(_in_century(match["yy" + side]), month_number(match["month" + side]), int(match["day" + side]))
    start, end = match.span("short" + side)
    return [FullDate(start, end, match["short" + side], (day,))] if day is not None else []


def _in_century(figures: str) -> int:
    return int(figures) + (1900 if int(figures) >= _CENTURY else 2000)


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation in any case. Raises ValueError for another word."""
    return _MONTHS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation in any case. Raises ValueError for another word."""
    return _WEEKDAYS.index(word[:3].lower())


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _readings(match: re.Match[str]) -> tuple[date, ...]:
    if match["iso"]:
        days = [day_of(int(match["y1"]), int(match["m1"]), int(match["d1"]))]
    elif match["month"]:
        days = [day_of(int(match["y2"]), month_number(match["month"]), int(match["d2"]))]
    elif match["month5"]:
        days = [day_of(int(match["y5"]), month_number(match["month5"]), int(match["d5"]))]
    elif match["month6"]:
        days = [day_of(int(match["y6"]), month_number(match["month6"]), int(match["d6"]))]
    elif match["month3"]:
        days = [day_of(int(match["y3"]), month_number(match["month3"]), int(match["d3"]))]
    elif match["j8"]:
        days = [day_of(_JUCHE_ONE - 1 + int(match["j8"]), int(match["m8"]), int(match["d8"]))]
    elif match["y7"]:
        days = [day_of(int(match["y7"]), int(match["m7"]), int(match["d7"]))]
    else:
        days = [*_numeric(int(match["y4"]), int(match["a4"]), int(match["b4"]), match["s4"][0])]
    readings = sorted({day for day in days if day is not None})
    if match["weekday"] and len(readings) > 1:
        weekday = weekday_number(match["weekday"])
        readings = [day for day in readings if day.weekday() == weekday] or readings
    return tuple(readings)


def _numeric(year: int, one: int, two: int, sign: str) -> tuple[date, ...]:
    """The days that "12/06/2020" can mean, earliest first; with full stops the day comes first."""
    day_first, month_first = day_of(year, two, one), day_of(year, one, two)
    if sign == "." and day_first is not None:
        return (day_first,)
    return tuple(sorted({day for day in (day_first, month_first) if day is not None}))
