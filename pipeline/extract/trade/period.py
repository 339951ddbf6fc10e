"""The time that a figure is about: its own date, the date that governs its clause, or the one set before."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.extract.attribution import is_attribution
from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Dated, Scene

_BASELINE = word_set("from than against compared versus over since below above")
_LONG = frozenset({"month", "quarter", "half", "season", "year", "range", "approximate"})
_KEEPS = 2
"""A period holds on for so many paragraphs behind the one that set it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A time with its words."""

    text: str
    start: date | None
    end: date | None
    paragraph: int = -1


def own_dates(scene: Scene) -> list[Dated]:
    """The dates of `scene` that can date a figure: resolved, and none of who said it when."""
    text = scene.sentence.text
    offset = scene.sentence.char_start
    found: list[Dated] = []
    for item in scene.dates:
        mention = item.mention
        if mention.date_start is None and mention.date_end is None:
            continue
        start, end = mention.char_start - offset, mention.char_end - offset
        if mention.precision == "day" and is_attribution(text, start, end):
            continue
        if found and item.first < found[-1].last:
            continue
        found.append(item)
    return found


def is_baseline(scene: Scene, item: Dated) -> bool:
    """Whether the date only names what is compared with ("up from 2013", "than in June")."""
    tokens = scene.tokens
    at = item.first - 1
    while at > scene.first and tokens.lowers[at] in (
        "in",
        "the",
        "a",
        "same",
        "period",
        "of",
        "that",
        "for",
        "level",
        "to",
        "with",
    ):
        at -= 1
    return tokens.lowers[at] in _BASELINE and (tokens.lowers[at] != "since" and not _range_from(scene, item, at))


def _range_from(scene: Scene, item: Dated, at: int) -> bool:
    return scene.tokens.lowers[at] == "from" and item.mention.precision == "range"


def period_of(scene: Scene, amount: Amount, dates: list[Dated], governed_from: int, compared: bool) -> Period | None:
    """The period of `amount` in its sentence; `governed_from` is where its word of flow stands.

    `compared` says that the amount is itself what is compared with, so that a date of comparison is its own.
    """
    first, end = scene.clause(amount.first)
    following = next(
        (a.first for a in scene.amounts if a.first >= amount.last and a is not amount.alternate), scene.last
    )
    behind = [d for d in dates if amount.last <= d.first < min(following, _reach_behind(scene, amount, end))]
    behind = [d for d in behind if compared or not is_baseline(scene, d)]
    before = [d for d in dates if d.last <= amount.first and (compared or not is_baseline(scene, d))]
    inside = [d for d in before if d.first >= min(first, governed_from)]
    if behind:
        return as_period(scene, behind[0])
    if compared:
        return None
    if inside:
        return as_period(scene, inside[-1])
    later = [d for d in dates if following <= d.first < end and not is_baseline(scene, d)]
    if later and _same_statement(scene, amount, later[0]):
        return as_period(scene, later[0])
    return as_period(scene, before[-1]) if before else None


def _reach_behind(scene: Scene, amount: Amount, end: int) -> int:
    return end


def _same_statement(scene: Scene, amount: Amount, item: Dated) -> bool:
    """Whether the amounts between belong to one statement ("rose 5 percent to $3 billion in 2014")."""
    return item.first - amount.last <= 25


def as_period(scene: Scene, item: Dated) -> Period:
    """The date `item` as a period: "as of" and "by the end of" end there, "since" begins there."""
    mention, tokens = item.mention, scene.tokens
    words = tokens.lowers[max(scene.first, item.first - 3) : item.first]
    start, end = mention.date_start, mention.date_end
    if words[-2:] == ["as", "of"] or words[-3:] == ["as", "of", "the"] or words[-1:] == ["until"]:
        start = None
    elif words[-1:] == ["since"]:
        end = None
    return Period(mention.text, start, end)


def year_before(period: Period, text: str) -> Period:
    """The same period one year earlier, told by `text` ("a year earlier")."""

    def back(day: date | None) -> date | None:
        if day is None:
            return None
        try:
            return day.replace(year=day.year - 1)
        except ValueError:
            return day - timedelta(days=366)

    return replace(period, text=text, start=back(period.start), end=back(period.end))


def holds(period: Period | None, paragraph: int) -> Period | None:
    """`period`, if it still holds at paragraph `paragraph`."""
    return period if period is not None and paragraph - period.paragraph <= _KEEPS else None


def sets_period(item: Dated) -> bool:
    """Whether a date is long enough to hold on for the sentences that follow."""
    return item.mention.precision in _LONG
