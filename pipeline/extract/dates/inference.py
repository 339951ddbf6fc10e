"""The year that a page does not print: completed from a weekday and from what the text tells as past.

Only the page is looked at; which line states the day in full is `masthead`'s business.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.extract.attribution import is_attribution
from pipeline.extract.dates import interval
from pipeline.extract.dates.anniversaries import anniversary_years
from pipeline.extract.dates.coming import coming_years
from pipeline.extract.dates.compared import compared_years
from pipeline.extract.dates.expressions import Expression, Fixed, InYear, NumericDate, Offset, OnWeekday, Part
from pipeline.extract.dates.join import expressions
from pipeline.extract.dates.known import known_times
from pipeline.extract.dates.pictured import pictured_days
from pipeline.extract.dates.scan import scan
from pipeline.extract.dates.spoken_day import spoken_day
from pipeline.extract.tense import direction
from pipeline.text.page import Page
from pipeline.values import value

_YEARS = 2
"""An inferred day lies at most so many years after the latest dated past fact (DATASETS, "articles")."""


_OPENS: dict[str | None, int] = {"mid": 5, "late": 9}
"""The first month of a part of a year, which has at least begun when it is told as past ("the end of 2018")."""
_SPANS = frozenset({"range", "half", "quarter"})
_JUST = 3
"""Days before a page's own in which a day belongs to its story."""
_SAME_STORY = 60
"""Days before a day told with its year in which one without belongs to the same story and year."""


@value(frozen=True, slots=True)
class Inferred:
    """What could be inferred about an article's own day."""

    published_on: date | None
    """The day, where one remains; None otherwise."""
    told_until: date | None
    """Where no day remains: the latest day told past, its year inferred."""
    evidence: str | None
    """The words that the inference rests on, joined by "; "; None where nothing was inferred."""


@value(frozen=True, slots=True)
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
    sure: bool
    """True for what is told as past and not only named ("the 2018 finals")."""
    says: bool
    """True where it dates a saying ("said Tuesday")."""
    over: bool
    """True where something else came after it ("after falling in 2016")."""


_UNTIL = re.compile(r"\b(?:by|through|till|until|up\sto)\s(?:the\s)?\Z")
"""What lasts until a day that no verb tells as past may not have reached it yet."""
_SET_FOR = re.compile(
    r"\b(?:aimed|billed|due|expected|planned|scheduled|set|slated|targeted)\sfor\s(?:the\s|late\s|early\s|mid-)?\Z"
)
"""What was set for a day was to come."""
_OFF = re.compile(
    r"\s(?:was|were|had\sbeen)\s(?:abandoned|called\soff|cancell?ed|postponed|put\soff|scrapped|shelved)\b"
)
"""Behind it: word of that has come."""
_STARTING = re.compile(r"\b(?:beginning|effective|starting)\s(?:as\s(?:of|from)|from|in|with)\s\Z")
"""What begins with a year that no verb tells as past is to come."""
_WITHIN = re.compile(r"\b(?:in|In|during|During)\s(?:the\s)?\Z")
_PERFECT = re.compile(r"\b(?:has|have|so\sfar)\b[^.;,]{0,80}\Z")
"""What has been in a year may still be going on in it."""
_NAMING = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]|for)\s\Z")
_NAMED = re.compile(r"\s(?!(?:in|and|of|to|for|by|on|with|from|after|when|was|were|had|the|at|as|but|or)\b)[A-Za-z]")
_TIED_PARAGRAPHS = 3
"""Paragraphs of the story whose weekdays may be tied to its day."""
_HAVING = re.compile(r"\b(?:after|following|having)\s(?:a\s)?\w{2,12}(?:ing|ed|n)\b[^.;,]{0,50}\Z")
"""What goes before what is told: "after falling in 2016"."""
_SPEAKING = ("Addressing ", "Answering ", "Briefing ", "Speaking ", "Talking ")
_IN_PASSING = re.compile(r"\A[^,.;]{0,120}\s(?:on\s)?\Z")
"""How a sentence tells when and where its speaker spoke: "Speaking to reporters in Quito on Monday, she …"."""
_EARLIEST = date(1985, 1, 1)
"""A page whose latest past fact is older tells of history alone, and of no day of its own."""


def infer_published_on(page: Page, dateline: str | None) -> Inferred:
    """Complete the year of `dateline` (its date words, such as "March 17", or None) or of the text's bare dates.

    A day that the text itself calls today is the one. Else the day is the earliest that falls on the weekday tied to
    it, if there is one, after all that is told as past and before what is told as to come, at most two years after the
    latest dated past fact. Without a dateline, a full day on which somebody says what the story opens with is its own,
    if nothing past lies behind it; else dates without a year are read as of the latest of them that is past.
    """
    spoken = spoken_day(page)
    if spoken is not None:
        return Inferred(spoken.day, None, spoken.words)
    told = list(_statements(page))
    own = _own_days(told)
    told = _not_over(told, own)
    times = known_times(page)
    known = [
        *times.occasions,
        *compared_years(page),
        *anniversary_years(page),
        *pictured_days(page),
        *coming_years(page),
    ]
    every = [*_past_facts(told, over=True), *known]
    last = max(every, default=None)
    if last is None or last[0] < _EARLIEST:
        return Inferred(None, None, None)
    latest, latest_words = last
    if dateline is None and latest in own:
        return Inferred(latest, None, latest_words)
    if dateline is not None:
        sure = [statement for statement in told if statement.sure]
        orders = [(told, False), (sure, True), (sure, False)]
        tried = [last, *(max([*_past_facts(some, over=over), *known], default=last) for some, over in orders)]
        found = _complete(dateline, page, told, tried, times.since, every)
        if found is not None:
            return found
    anchor = _latest_bare(told, dateline)
    if anchor is None:
        return _by_same_span(told)
    beside = interval.make_date(latest.year, anchor.month, anchor.day)
    named = any(_is_day(s.expression) and _fixed_start(s.expression) == latest for s in told)
    if named and beside is not None and 0 <= (latest - beside).days <= _SAME_STORY:
        return Inferred(None, latest, f"{anchor.words}; {latest_words}")
    fits = _candidates(anchor, latest, times.since[0] if times.since else date.min)
    if not fits:
        return Inferred(None, None, None)
    return Inferred(None, fits[0], f"{anchor.words}; {latest_words}")


def _by_same_span(told: list[_Told]) -> Inferred:
    """The months of a year that are told beside the same ones of this year or the last ("in the first 10 months of 2017
    … in January-October last year"): they are the latest told."""
    spans = [
        (s.expression, s.expression.year, s.text)
        for s in told
        if isinstance(s.expression, InYear) and s.expression.precision in _SPANS and not s.future
    ]
    relative = {(e.first, e.last) for e, year, _ in spans if year is not None and year.offset in (-1, 0)}
    ends = [
        (interval.last_day(year.absolute, e.last[0]), words)
        for e, year, words in spans
        if year is not None and year.absolute is not None and (e.first, e.last) in relative
    ]
    return Inferred(None, *max(ends, default=(None, None)))


@value(frozen=True, slots=True)
class _Tie:
    """A weekday that the text may tie to its own day."""

    weekday: int
    words: str


@value(frozen=True, slots=True)
class _Bare:
    """A day of some year."""

    month: int
    day: int
    words: str
    weekday: int | None = None


def _statements(page: Page) -> Iterator[_Told]:
    found = expressions(page.text)
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
            over = told != "future" and _HAVING.search(sentence.text, max(0, start - 90), start) is not None
            told = "past" if over or told == "over" else told
            words = page.text[expression.char_start : expression.char_end]
            before = page.text[max(0, expression.char_start - 12) : expression.char_start]
            at_day = expression.char_start
            coming = bool(
                told == "future"
                or (
                    _SET_FOR.search(page.text, max(0, at_day - 30), at_day)
                    and not _OFF.match(page.text, expression.char_end)
                )
                or (told != "past" and (_UNTIL.search(before) or _starts(page.text, at_day, words)))
            )
            perfect = _PERFECT.search(page.text, max(0, expression.char_start - 80), expression.char_start) is not None
            within = told == "past" and _WITHIN.search(before) is not None and not perfect
            behind = page.text[expression.char_end : expression.char_end + 12]
            named = _NAMING.search(before) is not None and _NAMED.match(behind) is not None
            says = is_attribution(sentence.text, start, min(end, len(sentence.text))) or (
                sentence.text.startswith(_SPEAKING) and _IN_PASSING.search(sentence.text, 0, start) is not None
            )
            past = told == "past"
            sure = past and not coming and not named
            yield _Told(words, expression, coming, past, within, sentence.paragraph, sure, says, over)


def _starts(text: str, at: int, words: str) -> bool:
    """True for a year with which something begins."""
    return words.isdigit() and _STARTING.search(text, max(0, at - 24), at) is not None


def _own_days(told: list[_Told]) -> frozenset[date]:
    """The full days on which somebody says something in the story's first paragraph ("the ministry said on Wednesday,
    February 3, 2021")."""
    first = min((s.paragraph for s in told), default=0)
    days = (_fixed_start(s.expression) for s in told if s.says and s.paragraph == first and _is_day(s.expression))
    return frozenset(day for day in days if day is not None)


def _not_over(told: list[_Told], own: frozenset[date]) -> list[_Told]:
    """`told` with no year over of which one of the story's `own` days is."""
    years = {day.year for day in own}
    return [
        replace(s, within=False) if s.within and (start := _fixed_start(s.expression)) and start.year in years else s
        for s in told
    ]


def _past_facts(told: list[_Told], over: bool) -> Iterator[tuple[date, str]]:
    for statement in told:
        day = None if statement.future else _told_past(statement, over)
        if day is not None:
            yield day, statement.text


def _is_day(expression: Expression) -> bool:
    return isinstance(expression, InYear) and expression.precision == "day"


def _told_past(statement: _Told, over: bool) -> date | None:
    """The day by which a statement is past: a year that something fell into is `over` ("grew in 2014") or has begun at
    least, a year merely named has begun; a pair of years dates nothing unless something fell into it."""
    expression, is_over = statement.expression, statement.within and (over or statement.over)
    if isinstance(expression, Fixed) and expression.precision == "range":
        return expression.end if statement.within else None
    if isinstance(expression, Fixed) and expression.precision == "year" and is_over:
        return expression.end
    start = _fixed_start(expression)
    yearly = isinstance(expression, InYear) and not expression.first[0] and not expression.section
    return start.replace(month=12, day=31) if start and yearly and is_over else start


def _fixed_start(expression: Expression) -> date | None:
    if isinstance(expression, Part):
        return _fixed_start(expression.whole)
    if isinstance(expression, Fixed):
        return expression.start
    if isinstance(expression, NumericDate):
        first, second = expression.one, expression.two
        readings = (interval.make_date(expression.year, m, d) for m, d in ((first, second), (second, first)))
        return min((day for day in readings if day is not None), default=None)
    if (
        isinstance(expression, Offset)
        and expression.unit == "same"
        and expression.detail
        and expression.detail.isdigit()
    ):
        return interval.make_date(int(expression.detail), 1, 1)
    if isinstance(expression, InYear) and expression.year is not None and expression.year.absolute is not None:
        month, day = expression.first
        return interval.make_date(expression.year.absolute, month or _OPENS.get(expression.section, 1), day or 1)
    return None


def _complete(
    dateline: str,
    page: Page,
    told: list[_Told],
    facts: Sequence[tuple[date, str]],
    since: tuple[date, str] | None,
    every: Sequence[tuple[date, str]],
) -> Inferred | None:
    """The dateline's day in the earliest year that fits its weekday and lies behind a fact.

    `facts` come in the order in which they are tried; nothing before `since` fits, and it is tried last as a fact
    where a weekday is known. The weekday is the dateline's own, else one that the lead tells of, else, where that
    names none, one on which somebody spoke below it. Last, that weekday may be the day before, which the earliest
    year alone may fit. But ahead of all goes the year of a day among `every` that lies just before the dateline's.
    """
    bare = next((_bare(e, dateline) for e in scan(dateline) if isinstance(e, InYear) and e.first[0]), None)
    if bare is None or not bare.day:
        return None
    coming = [day for s in told if s.future and (day := _fixed_start(s.expression)) is not None]
    lead, below = _ties(told, page)
    first = since[0] if since else date.min
    just = _just_before(bare, every, [*lead, *below])
    if just is not None:
        return _inferred(just[0], dateline, None, just[1])
    ties: Sequence[_Tie | None] = (lead or below or (None,)) if bare.weekday is None else (None,)
    for tie in ties:
        last_resort = [since] if since and since > facts[0] and (tie or bare.weekday is not None) else []
        for fact, words in [*facts, *last_resort]:
            days = _candidates(bare, fact, first)
            fits = _not_behind([day for day in days if tie is None or day.weekday() == tie.weekday], coming)
            if fits:
                return _inferred(fits[0], dateline, tie, words)
    eve = _after_tied(bare, facts[0], first, (lead or below)[:1])
    return None if eve is None else _inferred(eve, dateline, (lead or below)[0], facts[0][1])


def _just_before(bare: _Bare, every: Sequence[tuple[date, str]], ties: Sequence[_Tie]) -> tuple[date, str] | None:
    """The bare day with the words of the last past day of `every` that lies at most three days before it, where a
    weekday tied to it falls on one of these days."""
    for past, words in sorted(every, reverse=True):
        day = interval.make_date(past.year, bare.month, bare.day)
        turn = past.day == 1 if past.month == 1 else past.month == 12 and past.day == 31  # a whole year, or its end
        if day is None or turn or not 0 <= (day - past).days <= _JUST:
            continue
        if bare.weekday is not None and bare.weekday != day.weekday():
            continue
        if any((day.weekday() - tie.weekday) % 7 <= _JUST for tie in ties):
            return day, words
    return None


def _after_tied(bare: _Bare, fact: tuple[date, str], first: date, ties: Sequence[_Tie]) -> date | None:
    """The earliest day behind `fact` where the tied weekday is the one before it."""
    earliest = _candidates(bare, fact[0], first)[:1]
    if bare.weekday is not None or not ties or not earliest:
        return None
    return earliest[0] if earliest[0].weekday() == (ties[0].weekday + 1) % 7 else None


def _inferred(day: date, dateline: str, tie: _Tie | None, fact: str) -> Inferred:
    return Inferred(day, None, "; ".join(part for part in (dateline, tie.words if tie else None, fact) if part))


def _not_behind(days: list[date], coming: list[date]) -> list[date]:
    """`days` up to the year of what is told as to come; all of them where none is."""
    last = min(coming).replace(month=12, day=31) if coming else date.max
    return [day for day in days if day <= last] or days


def _ties(told: list[_Told], page: Page) -> tuple[list[_Tie], list[_Tie]]:
    """The weekdays told past in the lead, those of speaking first; and those of speaking in the paragraphs below."""
    bodies = [paragraph.position for paragraph in page.paragraphs if paragraph.kind == "body"][:_TIED_PARAGRAPHS]
    found = [
        (s.paragraph, s.says, _Tie(s.expression.weekday, s.text)) for s in told
        if isinstance(s.expression, OnWeekday) and s.past and not s.expression.shift and s.expression.week is None
    ]  # fmt: skip
    lead = sorted(((not says, tie) for at, says, tie in found if at in bodies[:1]), key=lambda item: item[0])
    return [tie for _, tie in lead], [tie for at, says, tie in found if says and at in bodies[1:]]


def _candidates(bare: _Bare, latest: date, since: date) -> list[date]:
    """The day in the years from that of `latest` on, before neither date and within two years of `latest`."""
    years = range(latest.year, latest.year + _YEARS + 1)
    days = (interval.make_date(year, bare.month, bare.day) for year in years)
    first, limit = max(latest, since), interval.add_months(latest, 12 * _YEARS)
    return [
        day for day in days
        if day is not None and first <= day <= limit and (bare.weekday is None or day.weekday() == bare.weekday)
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
