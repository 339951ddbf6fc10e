"""What the amounts of one sentence hand on to each other, and the period of each of them."""

from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.asides import comes_before, of_a_tariff
from pipeline.extract.trade.commodity import Goods
from pipeline.extract.trade.comparing import is_baseline, is_compared, multiplied
from pipeline.extract.trade.measure import Measured
from pipeline.extract.trade.own_date import bracketed, labelling, of_whole_year
from pipeline.extract.trade.period import earlier, in_bracket, is_standing_debt, period_of
from pipeline.extract.trade.pointed_spans import of_fiscal_year, same_part, span_pointed_to
from pipeline.extract.trade.scene import PAIR, Dated, Scene, Trigger, behind
from pipeline.extract.trade.shared_dates import shared_out
from pipeline.extract.trade.spans import Period, as_period, months_back, owns, year_back
from pipeline.extract.trade.status import status_of
from pipeline.extract.trade.story import Frame

_WHOSE = frozenset({"for", "from", "to", "with", "by"})
_NAMED_REACH = 2
_HAD = frozenset({"had"})
_YEARS_BEFORE = ("last year", "the previous year", "the year before")
_SAME = frozenset({"same", "corresponding", "comparable", "equivalent", "matching"})
_LAST = frozenset({"last", "previous", "preceding", "prior"})
_FROM = frozenset({"from", "against", "versus", "vs", "than", "with", "to"})
_BARE_TIMES = frozenset({"month", "quarter", "half"})
_SAME_REACH = 4
_YEARS_BACK = 5
_WEEK = 6
_COUNTED = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11}
_REVISED = frozenset({"revised", "restated"})
"""What is revised was told of the same time before ("was revised to $2 million from $3 million")."""
_THIS = frozenset({"this", "in", "from"})
_NOW = frozenset({"currently", "presently", "nowadays"})
_AGAINST = frozenset({"against", "from", "versus", "with"})
_AFTER = frozenset({"after", "following"})
_AFTER_REACH = 4
_YEAR_DAYS = 360
_MAY = frozenset({"could", "might", "should"})
_CURRENT = frozenset({"current", "present"})
_MAY_REACH = 7
"""So near before an estimate these make it one of what is to come."""
_MONIES = frozenset({"debt", "aid", "investment"})
_POINTING = frozenset({"the", "this", "that", "same", "said", "corresponding"})
_PERIOD = frozenset({"period"})
"""A word for the time told of before ("during this period", "the same period of last year")."""
_GOING_ON = frozenset({"also", "same"})
_PARTS_ARE = word_set(
    "account accounts make makes constitute constitutes comprise comprises take takes "
    "buy buys absorb absorbs supply supplies provide provides"
)
"""Verbs of the present of which a part of a trade is told."""
_VERB_REACH = 18
_STATISTICS = frozenset({"export", "import", "trade", "balance", "consumption", "production"})


@dataclass(slots=True)
class Reading:
    """What is carried from amount to amount within a sentence."""

    held: Period | None
    """The period set before the sentence."""
    last: int
    """The token behind the last amount that made a figure."""
    dates: list[Dated]
    """The dates that an amount may still take."""
    opened: Period | None = None
    """The period of the article's first figures."""
    frame: Frame | None = None
    trigger: Trigger | None = None
    goods: Goods | None = None
    change: Measured | None = None
    """The last change told."""
    period: Period | None = None
    latest: Period | None = None
    """The latest period of its figures that tell what has been: the one that holds on behind the sentence."""
    told: set[int] = field(default_factory=set)
    """The places of the words of flow that the story has taken in."""
    frames: dict[int, Frame | None] = field(default_factory=dict)
    """The frame of each word of flow, by its place."""
    base: Frame | None = None
    """The frame before a list changed its partner."""
    today: date | None = None
    """The day of publication."""
    compared: Period | None = None
    """The time of what the figures of the sentence are compared with."""


def period_in(
    scene: Scene, amount: Amount, trigger: Trigger | None, frame: Frame, reading: Reading, ratio: bool
) -> Period | None:
    """The period of `amount`, None for goods of which only the tariffs are dated, and for a debt that stands."""
    if of_a_tariff(scene, amount) or (frame.flow == "debt" and is_standing_debt(scene, amount)):
        return None
    return _period_in(scene, amount, trigger, frame, reading, ratio)


def _period_in(
    scene: Scene, amount: Amount, trigger: Trigger | None, frame: Frame, reading: Reading, ratio: bool
) -> Period | None:
    """The period of `amount`, kept in `reading` for the amounts that follow unless it is only compared with.

    A flow is compared with another one ("against imports of 5 million") in the same time. What is planned is not for
    the time that what has been was told of.
    """
    if scene.tokens.lower(amount.qualifier_first - 1) in _CURRENT:
        return None  # "to 15 billion by 2010 from the current 8 billion"
    compared = is_compared(scene, amount)
    own = bracketed(scene, amount) if reading.dates else None
    if own is not None:
        return as_period(scene, own)
    shared = shared_out(scene, amount) if reading.dates else None
    if shared is not None:
        return shared
    label = labelling(scene, amount) if reading.dates else None
    if label is not None:
        return _of_label(scene, amount, label, reading, frame.flow)
    governed = trigger.first if trigger is not None else scene.first
    dateable = frame.flow not in _STATISTICS or (trigger is not None and trigger.kind != "noun")
    dates = [day for day in reading.dates if not (ratio and amount.last <= day.first)]
    item = period_of(scene, amount, dates, governed, compared, dateable)
    beside = compared and item is None and reading.frame is not None and reading.frame.flow != frame.flow
    if compared and not beside:
        told = _compared_period(scene, amount, item, reading, frame.flow not in _STATISTICS)
        reading.compared = told or reading.compared
        return told or _as_compared(scene, amount, reading)
    if item is not None and (
        _stood_before(scene, amount) or in_bracket(scene, item, amount) or multiplied(scene, amount)
    ):
        reading.dates = [other for other in reading.dates if other is not item]
        return as_period(scene, item, frame.flow not in _STATISTICS)
    status = status_of(scene, amount, frame.flow)
    planned = status == "planned"
    if item is not None:
        read = None if planned else of_fiscal_year(item, reading.held, reading.today)
        read = read or _read(scene, item, reading.held, reading.opened, frame.flow not in _STATISTICS)
        reading.period = read.of_figure(not planned, frame.flow, status == "estimated")
        reading.latest = _later(reading.latest, reading.period)
    main: Period | None = reading.period or reading.held
    if main is not None and item is None and _is_apart(scene, amount, main, reading, (status, frame.flow)):
        return None
    return main if main is None else _as_pointed(scene, amount, main, item, reading)


def _as_pointed(scene: Scene, amount: Amount, main: Period, item: Dated | None, reading: Reading) -> Period:
    """The period `main`, or the year or quarter around it that the words of the amount point to."""
    if reading.period is not None and of_whole_year(scene, amount):
        return _year_of(main)
    pointed = span_pointed_to(scene, amount, main) if item is None else None
    if pointed is not None:
        reading.period = reading.period or pointed
        reading.latest = reading.latest or reading.period
    return pointed or main


def _later(told: Period | None, read: Period) -> Period:
    """`read`, or what has been `told` before it in the sentence of a time that begins behind its end ("$9 million in
    May, whereas it stood at $90 million in all of last year")."""
    if told is None or not told.actual or told.start is None or read.end is None:
        return read
    return told if read.end < told.start else read


def _read(scene: Scene, item: Dated, held: Period | None, opened: Period | None, stock: bool) -> Period:
    """The period that a date names, or the one held, the longer one held or the article's first, of which it repeats
    the words."""
    for told in (held, held.wider if held is not None else None, opened):
        if told is not None and _is_told_in_full(item, told):
            return told
    part = same_part(scene, item, held)
    if part is not None:
        return part
    return as_period(scene, item, stock)


def _is_told_in_full(item: Dated, held: Period) -> bool:
    """Whether the time held says whose part of a year the bare words mean ("the first quarter" behind "the first
    quarter of the current fiscal year")."""
    if held.start is None or item.mention.method != "inferred":
        return False
    counted = item.mention.text.casefold().removeprefix("the ")
    months = _COUNTED.get(counted.removesuffix("-month").removesuffix(" months"), 0)
    if months and held.end is not None and counted.endswith(("-month", " months")):
        return months_back(held.end, months) <= held.start <= months_back(held.end, months - 1)
    words, told = item.mention.text.casefold().removeprefix("the "), held.text.casefold().removeprefix("the ")
    return len(words) < len(told) and told.startswith(words) and "year" in told


def _is_now(scene: Scene, amount: Amount) -> bool:
    """Whether a figure is one of the present, where a time past was told of ("It currently sells 40 tons a year")."""
    if scene.has(scene.first, amount.first, _NOW) or any(comes_before(scene, item) for item in scene.dates):
        return True
    return _until_now(scene, amount) or _since_an_event(scene, amount)


def _until_now(scene: Scene, amount: Amount) -> bool:
    """Whether a figure is one of all that has been ("has so far lent $3 million", "to date")."""
    lowers = scene.tokens.lowers
    first, end = scene.clause(amount.first)
    for at in range(first, end):
        told = lowers[at : at + 2] == ["so", "far"] or (lowers[at : at + 2] == ["to", "date"])
        if told and scene.tokens.lower(at + 2) not in _THIS:
            return True
    return False


def _since_an_event(scene: Scene, amount: Amount) -> bool:
    """Whether a figure is one of the time since something that is named and not dated ("has given $9 million since the
    invasion")."""
    _, end = scene.clause(amount.first)
    at = next((at for at in range(amount.last, end) if scene.tokens.lowers[at] == "since"), None)
    return at is not None and not any(at < item.first for item in scene.dates)


def _year_of(told: Period) -> Period:
    """The calendar year that a part of a year ended."""
    if told.end is None or told.start is None or (told.end - told.start).days >= _YEAR_DAYS:
        return told
    return replace(told, start=date(told.end.year, 1, 1), end=date(told.end.year, 12, 31))


def _is_apart(scene: Scene, amount: Amount, main: Period, reading: Reading, told: tuple[str, str]) -> bool:
    """Whether a figure of the status and flow `told`, without a date of its own, is not of the time `main`, which was
    told of before."""
    status, flow = told
    planned = status == "planned"
    if main is not reading.period and (
        _is_now(scene, amount)
        or _is_other_money(scene, flow, main)
        or _is_told_as_lasting(scene, amount, main, reading)
    ):
        return True
    if (planned and main.actual) or _is_of_a_year(amount, main):
        return True
    if main is reading.held and status == "actual" and _is_to_come(main, reading):
        return True
    if main is not reading.held or status == "actual" or not _is_over(main, reading):
        return False
    return planned or scene.has(amount.qualifier_first - _MAY_REACH, amount.first, _MAY)


def _is_other_money(scene: Scene, flow: str, held: Period) -> bool:
    """Whether money is given or invested, of which the time told before said nothing (the day of talks is not that of a
    gift), or lent or owed: a debt stands when it is told of, and every loan has its own day."""
    if flow not in _MONIES or (held.flow == flow and flow != "debt"):
        return False
    lowers = scene.tokens.lowers
    if any(lowers[at - 1] in _POINTING for at in scene.tokens.places(_PERIOD, scene.first + 1, scene.last)):
        return False
    return flow == "debt" or not scene.has(scene.first, scene.last, _GOING_ON)


def _is_told_as_lasting(scene: Scene, amount: Amount, held: Period, reading: Reading) -> bool:
    """Whether a part of a trade is told in the present ("Peru takes 9 percent of Togo's gum"), where the time told of
    before had ended."""
    if amount.kind != "percent" or amount.change is not None:
        return False
    if held.actual and not held.expected and not _is_over(held, reading):
        return False
    first = max(scene.clause(amount.first)[0], amount.qualifier_first - _VERB_REACH)
    return scene.has(first, amount.qualifier_first, _PARTS_ARE)


def _is_to_come(told: Period, reading: Reading) -> bool:
    """Whether the time told of lay ahead when the article appeared, so that no fact is of it."""
    return told.start is not None and reading.today is not None and told.start > reading.today


def _is_over(told: Period, reading: Reading) -> bool:
    """Whether the time told of had ended when the article appeared, so that nothing is to come in it."""
    return told.end is not None and reading.today is not None and told.end < reading.today


def _is_of_a_year(amount: Amount, told: Period) -> bool:
    """Whether a sum is one of any year, where a part of one was told of ("are worth $2 billion a year")."""
    if amount.per != "year" or told.start is None or told.end is None:
        return False
    return (told.end - told.start).days < _YEAR_DAYS


def _of_label(scene: Scene, amount: Amount, label: Dated, reading: Reading, flow: str) -> Period:
    """The period of an amount that a date labels or has, which goes on unless it is only compared with."""
    read = as_period(scene, label)
    reading.dates = [other for other in reading.dates if other is not label]
    main: Period | None = reading.period or reading.held
    if main is not None and _is_year_before(label, main, owns(scene, label)):
        return year_back(main, label.mention.text)
    if reading.period is None and not (is_compared(scene, amount) or is_baseline(scene, label)):
        reading.period = reading.latest = read.of_figure(True, flow)
    return read


def _is_year_before(label: Dated, told: Period, owning: bool) -> bool:
    """Whether a figure of the year before is told beside one of a part of a year ("from last year's $12 billion",
    "against 2016's $12 billion"), so that the same part of it is meant."""
    start, end = label.mention.date_start, label.mention.date_end
    if start is None or end is None or told.start is None or told.end is None:
        return False
    whole = (end - start).days > _YEAR_DAYS and (told.end - told.start).days < _YEAR_DAYS
    words = label.mention.text.casefold()
    before = words.startswith(_YEARS_BEFORE) or (owning and words.isdecimal())
    return whole and before and end.year in (told.start.year - 1, told.end.year - 1)


def _compared_period(scene: Scene, amount: Amount, item: Dated | None, reading: Reading, stock: bool) -> Period | None:
    """The period of what is compared with: its own date, or counted back from the figure's ("the year before")."""
    main: Period | None = reading.period or reading.held
    counted = earlier(scene, amount, main) if main is not None else None
    if item is None:
        same_time = _is_of_another(scene, amount) or scene.has(scene.first, amount.first, _REVISED)
        return counted or (main if same_time else None)
    reading.dates = [other for other in reading.dates if other is not item]
    words = item.mention.text.casefold()
    part = _same_part(scene, amount, item, main) if main is not None else None
    if part is not None:
        return part
    if main is not None and main.start is not None and item.mention.method == "inferred":
        ahead = item.mention.date_start is not None and item.mention.date_start > main.start
        told = scene.tokens.lower(amount.qualifier_first - 1) in _FROM
        if ahead and told and item.mention.precision in _BARE_TIMES:
            # "is to reach 5 tons in September, up from 4 tons in August"
            return year_back(as_period(scene, item, stock), item.mention.text)
    relative = counted is not None and counted.text in words and not words.startswith("last ")
    if words.endswith(" last year") and _SAME.isdisjoint(words.split()):
        relative = False  # "388,000 tons in April last year" behind those of May
    return counted if relative else as_period(scene, item, stock)


def _as_compared(scene: Scene, amount: Amount, reading: Reading) -> Period | None:
    """The time of what was compared with before in the sentence ("9 tons, against 8 in 2011, Oman's sales 3 tons,
    against 2"), where the figures go on with one time."""
    return reading.compared if scene.tokens.lower(amount.qualifier_first - 1) in _AGAINST else None


def _same_part(scene: Scene, amount: Amount, item: Dated, main: Period) -> Period | None:
    """The same part of another year, where that is told by its year alone ("$9 million in July-March, against $8
    million last year", "from $8 million in the same period of fiscal 2022"); None where the year itself is meant."""
    start, end, words = item.mention.date_start, item.mention.date_end, item.mention.text.casefold()
    if main.start is None or main.end is None or start is None or end is None:
        return None
    if not _WEEK <= (main.end - main.start).days < _YEAR_DAYS:
        return _same_year(scene, amount, item, main)
    told = scene.tokens.lowers[amount.last : min(item.last + _SAME_REACH, scene.last)]
    same = not _SAME.isdisjoint(told)
    if (start, end) == (main.start, main.end):
        return year_back(main, item.mention.text) if same and not _LAST.isdisjoint(told) else None
    if (end - start).days < _YEAR_DAYS or not _SAME.isdisjoint(words.split()) or not (same or words == "last year"):
        return None
    for back in range(1, _YEARS_BACK + 1):
        read = replace(main, text=item.mention.text, start=months_back(main.start, 12 * back), wider=None)
        read = replace(read, end=months_back(main.end, 12 * back))
        if read.start is not None and read.end is not None and start <= read.start and read.end <= end:
            return read
    return year_back(main, item.mention.text) if words == "last year" else None


def _same_year(scene: Scene, amount: Amount, item: Dated, main: Period) -> Period | None:
    """The twelve months a year before those of `main`, which are no calendar year ("248,000 tons in the same 1986
    period")."""
    end, calendar = item.mention.date_end, main.start is not None and (main.start.month, main.start.day) == (1, 1)
    told = scene.tokens.lowers[amount.last : min(item.last + _SAME_REACH, scene.last)]
    if calendar or end is None or main.end is None or _SAME.isdisjoint(told) or end.year != main.end.year - 1:
        return None
    return year_back(main, item.mention.text)


def _is_of_another(scene: Scene, amount: Amount) -> bool:
    """Whether what is compared with is another state's of the same time ("compared with 9 percent for Poland")."""
    at = behind(scene, amount)
    if scene.tokens.lower(at) not in _WHOSE:
        return False
    return any(0 < side.first - at <= _NAMED_REACH and side.code not in ("", PAIR) for side in scene.sides)


def _stood_before(scene: Scene, amount: Amount) -> bool:
    """Whether the amount is one of an earlier time told in passing ("which had stood at 34 million in 2014", ", after
    a 9 percent drop in May")."""
    if amount.change is not None and scene.has(amount.qualifier_first - _AFTER_REACH, amount.qualifier_first, _AFTER):
        return "," not in scene.tokens.lowers[amount.qualifier_first - _AFTER_REACH + 2 : amount.qualifier_first]
    first, end = scene.clause(amount.first)
    if scene.tokens.lower(first) not in ("which", "who"):
        return False
    goes_on = scene.tokens.lower(first - 1) == "," and scene.tokens.lower(end) == ","
    return scene.has(first, amount.first, _HAD) or (goes_on and any(end < other.first for other in scene.amounts))
