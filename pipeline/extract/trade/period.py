"""The time that a figure is about: its own date, the date that governs its clause, or the one set before."""

from dataclasses import replace
from functools import cache

from pipeline.extract.attribution import is_attribution
from pipeline.extract.inflection import finite_words
from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.asides import comes_before, dates_another
from pipeline.extract.trade.comparing import is_baseline, is_compared, multiplied, year_ago_before
from pipeline.extract.trade.own_date import LABELLING, nth_before
from pipeline.extract.trade.scene import Dated, Scene, behind
from pipeline.extract.trade.spans import (
    LONG,
    STARTING,
    Period,
    ends_year,
    months_back,
    opens,
    owns,
)
from pipeline.lexicon.table import rows

_OPEN = frozenset({"month", "quarter", "half", "year", "range"})
_LONG_OR_DAY = LONG | {"day"}
_ENDING = word_set("as by end until since")
"""Before a day these make it the end of a period, or that of a stock."""
_STOCKS = word_set("stood debt debts claims reserves stock")
_DEBTS = word_set("debt debts arrears owed")
_OF_DEBTS = word_set(
    "foreign external official overseas outstanding national public total medium-term long-term commercial"
)
_DEBT_REACH = 3
_STOCK_REACH = 4
_POINTED = frozenset({"said", "mentioned", "aforementioned", "aforesaid", "cited", "named", "given"})
_YEARS = word_set("year season fiscal calendar")
_YEAR_REACH = 4
_MERE = frozenset({"a", "mere", "just", "only", "as", "about"})
_JOINING = frozenset({"and", ",", ";", "but"})
_BRACKET_REACH = 5
_YEAR_DAYS = 360
_WHOLE_YEAR = frozenset({"the full year", "the year", "full year", "the whole year"})
_DATA = word_set("data figures statistics numbers results")
_DATA_OF = frozenset({"month", "quarter", "half"})
_OF_DATA = frozenset({"for", "of"})
_OWNING_DATA = frozenset({"'s", "’s", "trade", "export", "customs"})
_FOR = frozenset({"for", "as", "over", "in", ","})
_ESTIMATES = word_set(
    "estimate estimates forecast forecasts projection projections prediction outlook survey assessment"
)
_ESTIMATE_REACH = 4
_DATING = frozenset({"in", "on", "at"})
_PERFECT = word_set("have has")
_WITHIN = ("over the ", "during the ")
"""Before an earlier time these make it that of a growth, which is compared with nothing."""
_REACHED = 2
"""So many tokens behind a level its date stands."""


def own_dates(scene: Scene) -> list[Dated]:
    """The dates of `scene` that can date a figure: resolved, none inside another, none of who said it when.

    Of a sentence without amounts those that can set the period of the ones behind it.
    """
    if not scene.dates:
        return []
    text, offset = scene.sentence.text, scene.sentence.char_start
    found: list[Dated] = []
    for item in scene.dates:
        mention = item.mention
        if item.last <= scene.opening or (found and item.first < found[-1].last):
            continue
        if (mention.date_start is None and mention.date_end is None) or not (
            scene.amounts or mention.precision in LONG
        ):
            continue
        if _begins_a_year(scene, item) or _of_an_estimate(scene, item) or _points_back(scene, item):
            continue
        if (
            mention.precision not in ("range", "year")
            and not (_dates_what_it_follows(scene, item) or _dates_the_data(scene, item))
            and is_attribution(text, mention.char_start - offset, mention.char_end - offset)
        ):
            continue
        found.append(item)
    return _without_doubles(scene, found) if len(found) > 1 else found


def dated_openly(scene: Scene) -> bool:
    """Whether a sentence names a time of its own that nothing fixes ("in January" of an article without a day), so that
    no time told before is that of its figures."""
    for item in scene.dates:
        mention = item.mention
        if mention.date_start is None and mention.date_end is None and mention.precision in _OPEN:
            return not is_baseline(scene, item)
    return False


def _points_back(scene: Scene, item: Dated) -> bool:
    """Whether the words only point to the time told before, which holds on ("in the said period")."""
    if _POINTED.isdisjoint(scene.tokens.lowers[item.first : item.first + 2]):
        return False
    return not item.mention.text[-1].isdecimal()


def _begins_a_year(scene: Scene, item: Dated) -> bool:
    """Whether the date only says when a year begins ("the current Iranian year (starting March 21)")."""
    at = item.first - 1
    if scene.tokens.lowers[at] == "on":
        at -= 1
    if scene.tokens.lower(at) not in STARTING or not scene.has(at - _YEAR_REACH, at, _YEARS):
        return False
    return any(at - _YEAR_REACH < other.last <= at for other in scene.dates)


def _of_an_estimate(scene: Scene, item: Dated) -> bool:
    """Whether the date says when a figure was forecast, and not of what time it is ("last month's estimate of")."""
    if _ESTIMATES.isdisjoint(scene.tokens.lowers[item.last : item.last + _ESTIMATE_REACH]):
        return False
    return owns(scene, item)


def _dates_what_it_follows(scene: Scene, item: Dated) -> bool:
    """Whether "for" joins a date to the amount right before it ("reported supplying 15,000 tons for January")."""
    at = item.first - 1
    return scene.tokens.lower(at) == "for" and any(behind(scene, amount) == at for amount in scene.amounts)


def _dates_the_data(scene: Scene, item: Dated) -> bool:
    """Whether figures are said to be those of a month or quarter ("data for May showed", "May figures show")."""
    if item.mention.precision not in _DATA_OF:
        return False
    lowers, at = scene.tokens.lowers, item.first - 1
    ahead = lowers[at] in _OF_DATA and scene.tokens.lower(at - 1) in _DATA
    return ahead or scene.tokens.lower(item.last + (scene.tokens.lower(item.last) in _OWNING_DATA)) in _DATA


def _without_doubles(scene: Scene, dates: list[Dated]) -> list[Dated]:
    """`dates` without those that a bracket behind them makes exact ("the first four months (July-October)")."""
    kept: list[Dated] = []
    for item in dates:
        if kept and kept[-1].mention.precision != "day" and item.first - kept[-1].last <= 8:
            between = scene.tokens.lowers[kept[-1].last : item.first]
            exact = (between[-1:] == ["("] or between[-2:] == ["(", "from"]) and scene.tokens.lower(
                item.last
            ) not in LABELLING
            if exact and "," not in between and item.mention.precision in _LONG_OR_DAY:
                within = _of_year(kept[-1], item)
                if within is not None:
                    kept[-1] = within
                elif not _spells_out(kept[-1], item):
                    kept[-1] = _in_years(kept[-1], item)
                continue
            if item.mention.text.casefold() in _WHOLE_YEAR and set(between) <= _FOR:
                continue
            if (
                set(between) <= {")", "of", "the", "current", "period", "months"}
                and "of" in between
                and item.mention.precision
                in (
                    "year",
                    "season",
                )
            ):
                continue
        kept.append(item)
    return kept


def _spells_out(item: Dated, exact: Dated) -> bool:
    """Whether a bracket says a time no better: both calendar years of a fiscal one ("the current fiscal year
    (2019-2020)"), the months in which it begins and ends ("the Iranian year (March 2018-March 2019)"), its first day in
    another year."""
    start, end, year = exact.mention.date_start, exact.mention.date_end, item.mention
    if start is None or end is None or year.date_start is None or year.date_end is None:
        return False
    same = (start.month, start.day, end.month, end.day)
    if same == (year.date_start.month, year.date_start.day, year.date_end.month, year.date_end.day):
        return start.month > 1 and not exact.mention.text[-4:].isdecimal()
    if (start.year, start.month, end.year, end.month) == (
        year.date_start.year,
        year.date_start.month,
        year.date_end.year,
        year.date_end.month,
    ):
        return True
    if end.year - start.year != 1 or start.month != 1:
        return False
    return year.date_start > start and "fiscal" in year.text.casefold()


def _of_year(item: Dated, year: Dated) -> Dated | None:
    """Months in the year that a bracket behind them gives ("during July-February (2018-19)"); None where it gives them
    none."""
    start, end = item.mention.date_start, item.mention.date_end
    opens, closes = year.mention.date_start, year.mention.date_end
    if item.mention.precision != "range" or item.mention.text[-1].isdecimal():
        return None
    if start is None or end is None or opens is None or closes is None or (closes - opens).days < _YEAR_DAYS:
        return None
    for back in (12 * (start.year - opens.year), 12 * (start.year - opens.year - 1)):
        first, last = months_back(start, back), months_back(end, back)
        if opens <= first and last <= closes and (last - first).days < _YEAR_DAYS:
            return Dated(item.first, year.last, replace(item.mention, date_start=first, date_end=last))
    return None


def _in_years(item: Dated, exact: Dated) -> Dated:
    """The months that a bracket gives, in the years that it stands behind ("in 2015/16 (October-September)")."""
    start, end, years = exact.mention.date_start, exact.mention.date_end, item.mention.date_start
    if start is None or end is None or years is None or exact.mention.text[-4:].isdecimal():
        return exact
    months = exact.mention.precision == "range" and item.mention.precision == "range"
    opens = (start.month, start.day) == (years.month, years.day)
    if not opens and not (months and (years.month, years.day) == (1, 1)):
        return exact
    back = 12 * (start.year - years.year)
    moved = replace(exact.mention, date_start=months_back(start, back), date_end=months_back(end, back))
    return Dated(exact.first, exact.last, moved)


def in_bracket(scene: Scene, item: Dated, amount: Amount) -> bool:
    """Whether a bracket before `amount` opens with the date, so that it is the date of that amount alone: "(in 2020 -
    2.9 billion)"."""
    lowers = scene.tokens.lowers
    opened = "(" in lowers[max(scene.first, item.first - 3) : item.first]
    between = lowers[item.last : amount.first]
    return opened and item.last <= amount.first and len(between) <= _BRACKET_REACH and ")" not in between


def period_of(
    scene: Scene, amount: Amount, dates: list[Dated], governed_from: int, compared: bool, dateable: bool
) -> Dated | None:
    """The date in the sentence of `amount` that it is about, if any.

    `governed_from` is where its word of flow stands; `compared` says that the amount is itself what is compared with,
    so that a date of comparison is its own; `dateable` that a single day can be its date.
    """
    if not dates:
        return None
    first, end = scene.clause(amount.first)
    usable = [d for d in dates if compared or not is_baseline(scene, d)]
    usable = [d for d in usable if dateable or d.mention.precision != "day" or _is_stock(scene, d)]
    usable = [d for d in usable if not (dates_another(scene, d, amount) or comes_before(scene, d))]
    of_data = [d for d in usable if _dates_the_data(scene, d)]
    usable = [d for d in usable if d not in of_data] if compared or (of_data and len(usable) > 1) else usable
    if not usable:
        return None if compared or not of_data else of_data[0]
    later_ones = (a for a in scene.amounts if a.first >= amount.last and not a.converts)
    next_one = next((a for a in later_ones if a.kind != "time"), None)
    following = scene.last if next_one is None else next_one.first
    behind = [d for d in usable if amount.last <= d.first < min(following, end)]
    if next_one is not None and behind:
        dated = any(first <= d.first and d.last <= amount.first for d in usable)
        behind = [d for d in behind if not (in_bracket(scene, d, next_one) or _opens_next(scene, d, next_one, dated))]
    if behind:
        return behind[0]
    if compared:
        return None
    before = [d for d in usable if d.last <= amount.first]
    inside = [d for d in before if d.first >= min(first, governed_from)]
    if inside:
        return inside[-1]
    reached = _date_reached(scene, amount, usable)
    if reached is not None:
        return reached
    joined = _joined_end(scene, following, end)
    later = [d for d in usable if following <= d.first < joined and not _of_next_verb(scene, following, d)]
    if not later:
        later = [d for d in usable if following <= d.first and _closes(scene, d)]
    if later and not any(
        c.first < later[0].first for c in scene.amounts if c.first > amount.last and _opens_own(scene, c)
    ):
        return later[0]
    return before[-1] if before else next(iter(of_data), None)


def _date_reached(scene: Scene, amount: Amount, dates: list[Dated]) -> Dated | None:
    """The date of the level that a change led to ("rose by 9 percent from $30 in May 2021 to $33 in May 2022")."""
    if amount.kind != "percent":
        return None
    levels = [a for a in scene.amounts if a.first >= amount.last and not a.converts][:2]
    if [scene.tokens.lower(level.qualifier_first - 1) for level in levels] != ["from", "to"]:
        return None
    return next((d for d in dates if 0 <= d.first - levels[1].last <= _REACHED), None)


def _joined_end(scene: Scene, following: int, end: int) -> int:
    """The end of the clause that a date behind the next amount, at token `following`, can stand in: that of a second
    object where "and" joins one without a verb ("has a trade deficit of $2 billion and a budget deficit of $3 billion
    for 1996")."""
    if not end <= following < scene.last or scene.tokens.lowers[end] != "and":
        return end
    behind = scene.clause(end)[1]
    verbs = any(word in finite_words() for word in scene.tokens.lowers[end + 1 : following])
    return end if verbs or any(t.kind != "block" for t in scene.triggers if end < t.first < behind) else behind


def _opens_next(scene: Scene, item: Dated, following: Amount, dated: bool) -> bool:
    """Whether the date begins what is told of the next amount (", and in 2014 a mere 61,000"), the one before it being
    `dated` itself ("in 2013 it was 60,000, and in 2014 the number rose to 61,000")."""
    between = scene.tokens.lowers[item.last : following.qualifier_first]
    before = scene.tokens.lowers[max(scene.first, item.first - 2) : item.first]
    joined = before[-1:] != [] and before[-1] in _DATING and before[0] in _JOINING
    return joined and (dated or _MERE.issuperset(between))


def _of_next_verb(scene: Scene, following: int, item: Dated) -> bool:
    """Whether "since" hangs on a verb of its own behind the next amount (", and 90 projects have begun since 2000")."""
    return scene.tokens.lower(item.first - 1) == "since" and scene.has(following, item.first, _PERFECT)


def _closes(scene: Scene, item: Dated) -> bool:
    """Whether the date stands behind a comma at the end, so that it dates the whole sentence (", in 2012.")."""
    lowers = scene.tokens.lowers
    comma = "," in lowers[max(scene.first, item.first - 3) : item.first]
    return comma and item.last >= scene.last - 1


def _opens_own(scene: Scene, amount: Amount) -> bool:
    """Whether a later amount stands apart from the one before, so that its date is its own alone."""
    alone = scene.tokens.lower(amount.qualifier_first - 1) == ";"
    return alone or is_compared(scene, amount) or multiplied(scene, amount)


def _is_stock(scene: Scene, item: Dated) -> bool:
    """Whether a single day dates a stock or the end of a period ("as of Dec. 4", "by June 30", "in the year to")."""
    words = scene.tokens.lowers[max(scene.first, item.first - 3) : item.first]
    return (
        not _ENDING.isdisjoint(words)
        or ends_year(scene, item)
        or opens(scene, item)
        or (words[-1:] == ["on"] and scene.has(scene.first, item.first, _STOCKS))
    )


def is_standing_debt(scene: Scene, amount: Amount) -> bool:
    """Whether a sum only says how large a debt is that is spoken of ("last month halted interest on its $9 billion
    foreign debt"), and not what it was at a date."""
    at = amount.last
    while at < amount.last + _DEBT_REACH and scene.tokens.lower(at) in _OF_DEBTS:
        at += 1
    if scene.tokens.lower(at) not in _DEBTS:
        return False
    return not any(0 <= item.first - at <= _STOCK_REACH or _is_stock(scene, item) for item in scene.dates)


@cache
def _earlier_times() -> dict[str, int]:
    """Words for an earlier time, with the months that it lies back."""
    return {row["words"]: int(row["months"]) for row in rows("earlier_times")}


def earlier(scene: Scene, amount: Amount, period: Period) -> Period | None:
    """The period that an amount is compared with, where its words count from `period` ("a year earlier")."""
    rest = (a for a in scene.amounts if a.first > amount.last and not a.converts)
    others = (a for a in rest if a.kind != "time" and scene.tokens.lower(a.qualifier_first - 1) != "worth")
    stop = next((a.first for a in others), scene.last)
    behind = " ".join(scene.tokens.lowers[amount.last : min(amount.last + 10, stop)]).replace(" - ", "-")
    if year_ago_before(scene, amount.qualifier_first):
        behind = "year-ago"
    told = [
        (months, at, words)
        for words, months in _earlier_times().items()
        if (at := behind.find(words)) >= 0 and not behind.endswith(_WITHIN, 0, at)
    ]
    if told:
        months, _, words = max(told)  # "in the same period of the previous season"
        start = months_back(period.start, months) if period.start is not None else None
        end = months_back(period.end, months) if period.end is not None else None
        return Period(words, start, end)
    nth = nth_before(scene, amount, period.start, period.end)
    return Period(scene.tokens.span(amount.last + 1, amount.last + 3), *nth) if nth is not None else None
