"""The year that a page does not print: completed from a weekday and from what the text tells as past.

Only the page is looked at; which line states the day in full is `masthead`'s business.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.extract.dates import interval
from pipeline.extract.dates.expressions import Expression, Fixed, InYear, OnWeekday
from pipeline.extract.dates.join import join
from pipeline.extract.dates.scan import scan
from pipeline.extract.tense import direction
from pipeline.lexicon.table import rows
from pipeline.text.dateline import read_dateline
from pipeline.text.page import Page

_YEARS = 2
"""An inferred day lies at most so many years after the latest dated past fact (DATASETS, "articles")."""


_SAME_STORY = 60
"""Days before a day told with its year in which one without belongs to the same story and year."""


@dataclass(frozen=True, slots=True)
class Inferred:
    """What could be inferred about an article's own day."""

    published_on: date | None
    """The day, where one remains; None otherwise."""
    told_until: date | None
    """Where no day remains: the latest day told past, its year inferred."""
    evidence: str | None
    """The words that the inference rests on, joined by "; "; None where nothing was inferred."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One dated statement of the text."""

    text: str
    expression: Expression
    future: bool
    past: bool
    """True where a verb tells it as past; a statement may be neither."""
    within: bool
    """True behind "in" or "during", told as past: it fell into it."""
    paragraph: int


_UNTIL = re.compile(r"\b(?:by|through|till|until|up\sto)\s(?:the\s)?\Z")
"""What lasts until a day that no verb tells as past may not have reached it yet."""
_WITHIN = re.compile(r"\b(?:in|In|during|During)\s(?:the\s)?\Z")
_KNOWN = {row["form"]: date(int(row["year"]), int(row["month"]), 1) for row in rows("known_events")}
_KNOWN_PATTERN = re.compile("|".join(re.escape(form) for form in sorted(_KNOWN, key=lambda f: (-len(f), f))))


def infer_published_on(page: Page, dateline: str | None) -> Inferred:
    """Complete the year of `dateline` (its date words, such as "March 17", or None) or of the text's bare dates.

    The day is the earliest that falls on the weekday tied to it, if there is one, after all that is told as past and
    before what is told as to come, at most two years after the latest dated past fact. Without a dateline, dates
    without a year are read as of the latest of them that is past.
    """
    told = list(_statements(page))
    facts = sorted((day, words) for day, words in _past_facts(page, told))
    if not facts:
        return Inferred(None, None, None)
    latest, latest_words = facts[-1]
    if dateline is not None:
        found = _complete(dateline, page, told, latest)
        if found is not None:
            day, tie = found
            return Inferred(day, None, "; ".join(part for part in (dateline, tie, latest_words) if part))
    anchor = _latest_bare(told, dateline)
    if anchor is None:
        return Inferred(None, None, None)
    beside = interval.make_date(latest.year, anchor.month, anchor.day)
    named = any(_is_day(s.expression) and _fixed_start(s.expression) == latest for s in told)
    if named and beside is not None and 0 <= (latest - beside).days <= _SAME_STORY:
        return Inferred(None, latest, f"{anchor.words}; {latest_words}")
    fits = [day for day in _candidates(anchor, latest) if day is not None]
    if not fits:
        return Inferred(None, None, None)
    return Inferred(None, fits[0], f"{anchor.words}; {latest_words}")


@dataclass(frozen=True, slots=True)
class _Bare:
    """A day of some year."""

    month: int
    day: int
    words: str
    weekday: int | None = None


def _statements(page: Page) -> Iterator[_Told]:
    found = join(page.text, scan(page.text))
    kinds = {paragraph.position: paragraph.kind for paragraph in page.paragraphs}
    at = 0
    for sentence in page.sentences:
        while at < len(found) and found[at].char_start < sentence.char_end:
            expression = found[at]
            at += 1
            if expression.char_start < sentence.char_start or kinds[sentence.paragraph] not in ("body", "headline"):
                continue
            start, end = expression.char_start - sentence.char_start, expression.char_end - sentence.char_start
            told = direction(sentence.text, start, min(end, len(sentence.text)))
            words = page.text[expression.char_start : expression.char_end]
            before = page.text[max(0, expression.char_start - 12) : expression.char_start]
            coming = told == "future" or (told != "past" and _UNTIL.search(before) is not None)
            within = told == "past" and _WITHIN.search(before) is not None
            yield _Told(words, expression, coming, told == "past", within, sentence.paragraph)


def _past_facts(page: Page, told: list[_Told]) -> Iterator[tuple[date, str]]:
    for statement in told:
        day = _told_past(statement)
        if day is not None and not statement.future:
            yield day, statement.text
    for match in _KNOWN_PATTERN.finditer(page.text):
        yield _KNOWN[match.group()], match.group()


def _is_day(expression: Expression) -> bool:
    return isinstance(expression, InYear) and expression.precision == "day"


def _told_past(statement: _Told) -> date | None:
    """The day by which a statement is past: a year that something fell into is over ("grew in 2014"), a year merely
    named has begun; a pair of years dates nothing unless something fell into it."""
    expression = statement.expression
    if isinstance(expression, Fixed) and expression.precision == "range":
        return expression.end if statement.within else None
    start = _fixed_start(expression)
    yearly = isinstance(expression, InYear) and not expression.first[0] and not expression.section
    return start.replace(month=12, day=31) if start and yearly and statement.within else start


def _fixed_start(expression: Expression) -> date | None:
    if isinstance(expression, Fixed):
        return expression.start
    if isinstance(expression, InYear) and expression.year is not None and expression.year.absolute is not None:
        month, day = expression.first
        return interval.make_date(expression.year.absolute, month or 1, day or 1)
    return None


def _complete(dateline: str, page: Page, told: list[_Told], latest: date) -> tuple[date, str | None] | None:
    """The dateline's day and the weekday that it was tied to."""
    bare = next((_bare(e, dateline) for e in scan(dateline) if isinstance(e, InYear) and e.first[0]), None)
    if bare is None or not bare.day:
        return None
    tie = next((s for s in told if _ties(s, page)), None)
    weekday = bare.weekday
    if weekday is None and tie is not None and isinstance(tie.expression, OnWeekday):
        weekday = tie.expression.weekday
    fits = [day for day in _candidates(bare, latest) if weekday is None or day.weekday() == weekday]
    coming = [d for s in told if s.future for d in [_fixed_start(s.expression)] if d is not None]
    if coming:
        fits = [day for day in fits if day <= min(coming).replace(month=12, day=31)] or fits
    if not fits:
        return None
    return fits[0], tie.text if tie and weekday is not None else None


def _ties(statement: _Told, page: Page) -> bool:
    """True for a weekday told past in the paragraph that the dateline opens."""
    if not isinstance(statement.expression, OnWeekday) or not statement.past or statement.expression.shift:
        return False
    return read_dateline(page.paragraphs[statement.paragraph].text) is not None


def _candidates(bare: _Bare, latest: date) -> list[date]:
    """The day in the years from that of `latest` on, not before `latest` and within two years of it."""
    years = range(latest.year, latest.year + _YEARS + 1)
    days = (interval.make_date(year, bare.month, bare.day) for year in years)
    limit = interval.add_months(latest, 12 * _YEARS)
    return [
        day for day in days
        if day is not None and latest <= day <= limit and (bare.weekday is None or day.weekday() == bare.weekday)
    ]  # fmt: skip


def _bare(expression: InYear, words: str) -> _Bare:
    month, day = expression.last
    return _Bare(month, day or interval.last_day(2001, month).day, words, expression.weekday)


def _latest_bare(told: list[_Told], dateline: str | None) -> _Bare | None:
    """The latest day without a year that is told past; over the turn of a year the first one told decides."""
    past = [s for s in told if not s.future and isinstance(s.expression, InYear)]
    days = [
        _bare(s.expression, s.text) for s in past
        if isinstance(s.expression, InYear) and s.expression.year is None and s.expression.last[0]
    ]  # fmt: skip
    if dateline is not None:
        days += [_bare(e, dateline) for e in scan(dateline) if isinstance(e, InYear) and e.first[0]]
    if not days:
        return None
    months = {bare.month for bare in days}
    turned = bool(months & {11, 12}) and bool(months & {1, 2, 3})
    days = [bare for bare in days if bare.month <= 6] if turned else days
    return max(days, key=lambda bare: (bare.month, bare.day))
