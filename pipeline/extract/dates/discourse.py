"""What is known around each date of an article: tense, the day the story tells of, the dates told before.

It walks the page once, resolving each expression in the setting that the ones before it have made.
"""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.extract.attribution import is_attribution
from pipeline.extract.dates.chronology import opens_line, year_of_line
from pipeline.extract.dates.expressions import Expression, InYear, NumericDate, Offset, Span, Term
from pipeline.extract.dates.interval import Interval, make_date
from pipeline.extract.dates.known_days import known_year
from pipeline.extract.dates.resolve import method, resolve
from pipeline.extract.dates.setting import Setting
from pipeline.extract.facts import DateMention
from pipeline.extract.tense import direction, may_come
from pipeline.extract.vocabulary import vocabulary
from pipeline.text.dateline import read_dateline
from pipeline.text.page import Page, Paragraph, Sentence

_LEAD_DAYS = 10
"""A story tells of a day at most so many days before it appears; another day in its lead is background."""
_QUARTERLY = ("quarter", "half", "range")
_QUARTER_DAYS, _YEAR_DAYS = 58, 366
_REPORTED = (*_QUARTERLY, "year")
"""Periods that figures are about: a saying that stands before them ("reported third-quarter sales") is not dated."""
_TEXT_KINDS = ("body", "headline")
_BACKGROUND_DAYS = 45
"""A day farther from the article's own is background: "the same day" hangs on it only until a nearer one was told."""
_HEADING = re.compile(r"(?P<year>(?:19|20)\d\d)\s?:?\Z")
_COMPARED = re.compile(
    r"\b(?:than|compared\s(?:to|with)|against|versus)\s(?:(?:in|the|those|during|of|figure)\s){0,3}\Z"
)
"""Before a date that is only compared with ("less than in 2017"): it is not what the text goes on about."""
_COMPARED_REACH = 40
_COMPARES = frozenset({"than", "compared", "against", "versus"})
_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\s[^,;:]{1,80}\Z")
"""What a relative clause tells in passing is not what the story goes on to tell of."""
_CLAUSE = 90
_RELATES = frozenset({"which", "who", "whose", "where"})
_ATTRIBUTIVE = re.compile(
    r"\s(?:[a-z]+\s){0,3}?(?:resolution|agreement|treaty|declaration|statement|accord|summit|attacks?|election|"
    r"(?<=\s)(?:coup|deal|massacre|memorandum|pact|referendum|verdict))\b"
)


@dataclass(slots=True)
class _Told:
    """What the page has told so far; each date adds to it."""

    story: date | None = None
    day: date | None = None
    last: Interval | None = None
    last_paragraph: int = -1
    quarter: Interval | None = None
    """The last quarter, half or span of months told that was over on the article's day."""
    past: date | None = None
    """The last such day that does not lie ahead of the article's own."""
    sentence: int = -1
    sentence_day: date | None = None
    """The last day told in the sentence that begins at `sentence`, background or not."""
    paragraph: int = -1
    paragraph_day: date | None = None
    background: bool = True
    """True until a day near the story's own has been told."""
    span_end: int = -1
    """Where the last range of two expressions ended: its ends are not told for themselves."""
    heading: int | None = None
    """The year that a line of its own announced, in a chronology."""
    colon: tuple[int, int] | None = None
    """Where the last sentence begins in which a year stands at the head or before a colon, and that year: what follows
    is of it."""
    dated: tuple[int, int, date | None] = (-1, -1, None)
    """Where the last month or day stands that is told with its year, and its first day."""
    year_named: tuple[int, int] = (-1, 0)
    """Where the last expression of a year ended, and that year, told or compared with."""
    line: date | None = None
    """The day that opened the last line of a chronology."""
    line_at: int = -1
    """Position of that line's paragraph."""


_DATED = ("day", "month")
_LONG_AGO = 330
"""Days after which a month told with its year is that of another story."""
_JOINED_REACH = 120
_JOINED = re.compile(r"\b(?P<ahead>after|since)\b|,?\s(?:and|but|before|until|when|while)\s")
"""Between two dates of a sentence: what joins a clause to that of the first one, "after" what came ahead of it."""
_HAD = re.compile(r"\bhad\s(?:[a-z]{3,10}\s)?[a-z]{2,16}\s")
_GOES_ON = re.compile(
    r"\b(?P<year>\d{4}),?\s(?:and|but)\s(?:then\s)?(?:(?:(?:[a-z]{3,10}\s)?again|another|one\smore|others|(?:a|the)\s(?:second|third|last|other))\s"
    r"(?:one\s|round\s)?)(?:on\s)?\Z"
)
"""Ahead of a day that follows one with its year: "on May 28, 1998 and another on"."""


def read_dates(
    page: Page, found: Sequence[Expression], published_on: date | None, told_until: date | None
) -> tuple[DateMention, ...]:
    """`found` with the days that they mean on this page.

    `published_on` is the day of publication; where it is None, `told_until` (or None) is the day against which dates
    without a year are read. Mentions of unknown days have None as both dates.
    """
    starts = [sentence.char_start for sentence in page.sentences]
    told, mentions = _Told(), list[DateMention]()
    order = _day_first(found, published_on)
    for expression in found:
        sentence = _sentence_at(page, starts, expression.char_start)
        paragraph = page.paragraphs[sentence.paragraph] if sentence else None
        _enter(told, paragraph)
        opens = paragraph is not None and opens_line(expression, paragraph)
        how = method(expression)
        tense = _direction(expression, sentence, how)
        setting = Setting(
            now=published_on or told_until,
            dated=published_on is not None,
            direction=tense,
            story=_told_here(told, sentence) or told.paragraph_day or told.story or published_on,
            told_day=_day_before(told, sentence, tense, published_on or told_until),
            told=told.last,
            told_here=told.last_paragraph == told.paragraph,
            told_quarter=told.quarter,
            year=_year_known(page.text, sentence, expression, published_on)
            or told.heading
            or _colon_year(told, sentence, expression)
            or (year_of_line(expression, told.line, published_on or told_until) if opens else None)
            or _year_of_entry(expression, told)
            or _year_around(sentence, expression, told.last)
            or _year_of_joined(sentence, expression, told, published_on or told_until)
            or _year_beside(page.text, sentence, expression, told, published_on or told_until),
            day_first=order,
        )
        interval = resolve(expression, setting)
        mentions.append(_mention(page.text, expression, interval, how))
        if opens and interval:
            told.line, told.line_at = interval.start, told.paragraph
        if interval and sentence and paragraph and paragraph.kind in _TEXT_KINDS:
            ahead = page.text[sentence.char_start : expression.char_start]
            opens_with = len(ahead) <= _LONGEST_LEAD and _LEADS_IN.fullmatch(ahead) is not None
            if interval.precision in _DATED and (how == "explicit" or _has_year(expression)):
                told.dated = expression.char_start, expression.char_end, interval.start
            if interval.precision == "year":
                told.year_named = expression.char_end, interval.start.year
            if interval.precision == "year" and (opens_with or page.text.startswith(": ", expression.char_end)):
                told.colon = sentence.char_start, interval.start.year
            _tell(told, expression, interval, sentence, paragraph, published_on or told_until)
    return tuple(mentions)


def _year_of_entry(expression: Expression, told: _Told) -> int | None:
    """The year of "A second round, due in March, is put off" in an entry of a January: that entry's own."""
    if told.line is None or told.line_at != told.paragraph:
        return None
    year = year_of_line(expression, told.line, None)
    return year if year == told.line.year else None


_LEADS_IN = re.compile(r"(?:(?:(?:Already|And|Back|But)\s)?[Ii]n\s|\(|\W)?")
_LONGEST_LEAD = 12
"""Characters of the longest of them: a year behind it opens its sentence ("But in 1976, …")."""
_PARTED = re.compile(r"[,;]\s(?:and|but|while|which|who|then)\b|;|\.\s")


def _told_here(told: _Told, sentence: Sentence | None) -> date | None:
    """The last day told in `sentence`."""
    return told.sentence_day if sentence is not None and told.sentence == sentence.char_start else None


def _day_before(told: _Told, sentence: Sentence | None, tense: str | None, now: date | None) -> date | None:
    """The day on which "the same day" and "two days later" hang: the last one of the sentence, of the paragraph, or of
    what the text tells; for what is told as past one that does not lie ahead."""
    days = [day for day in (_told_here(told, sentence), told.paragraph_day, told.day) if day is not None]
    if tense in ("past", "over") and now is not None:
        return next((day for day in days if day <= now), told.past)
    return days[0] if days else None


def _year_around(sentence: Sentence | None, expression: Expression, last: Interval | None) -> int | None:
    """The year that the sentence names, of "in December alone" and of "and another on May 30"."""
    if sentence is None or last is None:
        return None
    at = expression.char_end - sentence.char_start
    if last.precision == "day":
        if str(last.start.year) not in sentence.text:
            return None
        goes_on = _GOES_ON.search(sentence.text, max(0, at - 70), max(0, expression.char_start - sentence.char_start))
        return last.start.year if goes_on is not None and goes_on["year"] == str(last.start.year) else None
    if last.precision != "year":
        return None
    part = sentence.text.startswith(" alone", at) and str(last.start.year) in sentence.text[:at]
    return last.start.year if part else None


def _has_year(expression: Expression) -> bool:
    """True for "April of that year"."""
    return isinstance(expression, InYear) and expression.year is not None


def _year_of_joined(sentence: Sentence | None, expression: Expression, told: _Told, now: date | None) -> int | None:
    """The year of the May of "In April 2013 Riga expelled two envoys, and Minsk did the same in May": a clause joined
    to one of long ago goes on with it."""
    start, end, day = told.dated
    if sentence is None or day is None or now is None or start < sentence.char_start or (now - day).days < _LONG_AGO:
        return None
    if not isinstance(expression, InYear) or expression.year is not None or not expression.first[0]:
        return None
    between = sentence.text[end - sentence.char_start : expression.char_start - sentence.char_start]
    joined = _JOINED.search(between) if len(between) <= _JOINED_REACH and ";" not in between else None
    if joined is None or _in_passing(sentence, start - sentence.char_start):
        return None
    later = (*expression.first,) >= (day.month, day.day if expression.first[1] else 0)
    if joined["ahead"] or _HAD.search(between):
        return day.year if not later or expression.first[0] == day.month else day.year - 1
    return day.year if later else day.year + 1


_WHEN = re.compile(r",\s(?:when|a\syear\sin\swhich|during\swhich|in\swhich)\s[^.;:]{0,90}\Z")
_ANNIVERSARY = re.compile(r"\b(?P<years>\d{1,3})(?:st|nd|rd|th)\sanniversary\sof\s(?:the\s|their\s|its\s)?\Z")
_NAMED = re.compile(r"\s(?:[a-z-]{3,16}\s){1,3}(?:in|of)\s(?P<year>(?:19|20)\d\d)\b")


def _year_beside(
    text: str, sentence: Sentence | None, expression: Expression, told: _Told, now: date | None
) -> int | None:
    """The year of "its May 24 sanctions in 2010", of "the 13th anniversary of the June 15 declaration" and of "the year
    before, when envoys left in May"."""
    if sentence is None or not isinstance(expression, InYear | Span):
        return None
    named = _NAMED.match(text, expression.char_end, min(expression.char_end + 60, sentence.char_end))
    if named is not None and isinstance(expression, InYear):
        return int(named["year"])
    before = text[max(sentence.char_start, expression.char_start - 40) : expression.char_start]
    anniversary = _ANNIVERSARY.search(before) if "anniversary" in before else None
    if anniversary is not None and now is not None and isinstance(expression, InYear):
        return now.year - int(anniversary["years"])
    end, year = told.year_named
    here = sentence.char_start < end <= expression.char_start
    return year if here and _WHEN.match(text, end, expression.char_start) else None


def _year_known(text: str, sentence: Sentence | None, expression: Expression, now: date | None) -> int | None:
    """The year of an event that goes by its day's name."""
    if sentence is None or not isinstance(expression, InYear):
        return None
    return known_year(text, sentence.char_start, sentence.char_end, expression, now)


def _colon_year(told: _Told, sentence: Sentence | None, expression: Expression) -> int | None:
    """The year of "soured last year: the envoy left on January 31" and of "Last year they met on January 31"."""
    if told.colon is None or sentence is None or told.colon[0] != sentence.char_start:
        return None
    before = sentence.text[: expression.char_start - sentence.char_start]
    return told.colon[1] if ": " in before or not _PARTED.search(before) else None


def _mention(text: str, expression: Expression, interval: Interval | None, how: str) -> DateMention:
    return DateMention(
        char_start=expression.char_start,
        char_end=expression.char_end,
        text=text[expression.char_start : expression.char_end],
        date_start=interval.start if interval else None,
        date_end=interval.end if interval else None,
        precision=interval.precision if interval else "day",
        method=how,
    )


def _sentence_at(page: Page, starts: Sequence[int], offset: int) -> Sentence | None:
    at = bisect.bisect_right(starts, offset) - 1
    return page.sentences[at] if at >= 0 and offset < page.sentences[at].char_end else None


def _enter(told: _Told, paragraph: Paragraph | None) -> None:
    position = paragraph.position if paragraph else -1
    if position == told.paragraph:
        return
    heading = _HEADING.match(paragraph.text) if paragraph else None
    told.paragraph, told.paragraph_day = position, None
    told.heading = int(heading["year"]) if heading else told.heading


def _asks_for_tense(expression: Expression, how: str) -> bool:
    """False where the words fix the days, or count them from another day, whatever the tense."""
    if isinstance(expression, Offset):
        if expression.anchor == "told" and expression.unit == "day":
            return True  # what is told as past was not on a day to come
        return expression.unit == "weekend" or expression.anchor == "next"
    return how != "explicit"


def _direction(expression: Expression, sentence: Sentence | None, how: str) -> str | None:
    if sentence is None or not _asks_for_tense(expression, how):
        return None
    start, end = expression.char_start - sentence.char_start, expression.char_end - sentence.char_start
    told = direction(sentence.text, start, min(end, len(sentence.text)))
    return told or ("future" if may_come(sentence.text, start) else None)


def _tell(
    told: _Told, expression: Expression, interval: Interval, sentence: Sentence, paragraph: Paragraph, now: date | None
) -> None:
    """Add what `expression` tells: datelines move nothing, attributions the story's day, and in their own sentence that
    on which "the previous day" hangs."""
    start, end = expression.char_start - sentence.char_start, expression.char_end - sentence.char_start
    single = interval.start == interval.end
    if _in_dateline(expression, paragraph):
        return
    if isinstance(expression, Span | Term):
        told.quarter, told.span_end = _quarter_told(told.quarter, interval, now), expression.closing.char_end
        return
    if _compares(expression, sentence, start):
        if isinstance(expression, Offset) and expression.unit == "latest":
            told.quarter = interval
        return
    if single and told.story is None and now is not None and 0 <= (now - interval.start).days <= _LEAD_DAYS:
        told.story = interval.start
    attributes = is_attribution(sentence.text, start, end) or _ATTRIBUTIVE.match(sentence.text[end : end + 48])
    if attributes and interval.precision not in _REPORTED:
        if single:
            told.sentence, told.sentence_day = sentence.char_start, interval.start
        return
    background = told.heading is None and now is not None and abs((now - interval.start).days) > _BACKGROUND_DAYS
    if single:
        _tell_day(told, interval.start, sentence, start, background, now)
    elif expression.char_end > told.span_end:
        told.quarter = _quarter_told(told.quarter, interval, now)
    told.last, told.last_paragraph = interval, told.paragraph


def _tell_day(told: _Told, day: date, sentence: Sentence, start: int, background: bool, now: date | None) -> None:
    """Add a single day, told at `start` of its sentence; `background` says that it lies far from the article's own."""
    aside = told.paragraph_day is not None and _in_passing(sentence, start)
    if (told.background or not background) and not aside:
        told.day = day
        if now is None or day <= now:
            told.past = day
    told.sentence, told.sentence_day = sentence.char_start, day
    told.background = told.background and background
    if not aside:
        told.paragraph_day = day


def _quarter_told(before: Interval | None, interval: Interval, now: date | None) -> Interval | None:
    """The quarter that later "the quarter" and "a year earlier" mean: a recent one that is over; a month or year told
    on its own ends it."""
    if interval.precision not in _QUARTERLY:
        return None
    if not _QUARTER_DAYS <= (interval.end - interval.start).days <= _YEAR_DAYS:
        return before
    over = now is None or timedelta(days=-15) <= now - interval.end <= timedelta(days=400)
    return interval if over else before


def _compares(expression: Expression, sentence: Sentence, start: int) -> bool:
    """True for "a year earlier" and "than in 2017": what is compared with is not what is told."""
    if isinstance(expression, Offset) and expression.unit in ("year", "same", "latest") and expression.count <= 0:
        return True
    if _COMPARES.isdisjoint(vocabulary(sentence.text)):
        return False
    return _COMPARED.search(sentence.text, max(0, start - _COMPARED_REACH), start) is not None


def _in_passing(sentence: Sentence, start: int) -> bool:
    """True where a relative clause tells the date at `start`."""
    if _RELATES.isdisjoint(vocabulary(sentence.text)):
        return False
    return _RELATIVE.search(sentence.text, max(0, start - _CLAUSE), start) is not None


def _in_dateline(expression: Expression, paragraph: Paragraph) -> bool:
    if expression.char_start - paragraph.char_start > 80:
        return False
    dateline = read_dateline(paragraph.text)
    return dateline is not None and expression.char_start - paragraph.char_start < dateline.char_end


def _day_first(found: Sequence[Expression], published_on: date | None) -> bool | None:
    """How the text writes numeric dates: by those that can be read one way only, or by one that is the day itself."""
    votes = set()
    for expression in found:
        if not isinstance(expression, NumericDate):
            continue
        if expression.one > 12 or expression.two > 12:
            votes.add(expression.one > 12)
        elif published_on is not None and expression.one != expression.two:
            if make_date(expression.year, expression.two, expression.one) == published_on:
                votes.add(True)
            elif make_date(expression.year, expression.one, expression.two) == published_on:
                votes.add(False)
    return votes.pop() if len(votes) == 1 else None
