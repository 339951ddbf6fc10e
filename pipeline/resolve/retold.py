"""One fact told twice in one article is one row, at the fullest sentence of the body.

Two events are one where interval, type, status and countries are the same, where participants and places do not
contradict each other, and where the same words tell what was done, or words of one family (a journey under two verbs,
an assault and a raid); a headline or caption may use others, and so may a line of the body that no stop ends: it is a
headline too. What the week or the month is given for, and elsewhere the days, is told with the days. What only points
back (`pointing`) tells nothing. Two figures are one where value, unit, flow and measure are the same and nothing else
contradicts. Two facts of one sentence stay two: a sentence does not tell a thing twice.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from pipeline.extract.facts import Event, TradeFigure
from pipeline.resolve.acts import SEVERAL, act_stems, family, happens_once, is_journey
from pipeline.resolve.likeness import one_place
from pipeline.resolve.pointing import LONGEST_VAGUE, are_nested, points_back, without_pointers
from pipeline.resolve.wording import stems
from pipeline.text.credits import notes_positions

Fact = TypeVar("Fact", Event, TradeFigure)

_STOPS = (".", "!", "?", "…", '"', "”", "'", "’", ")", "]")
_WEEK = 7
_VAGUE = ("week", "month", "approximate")
_FILLED_BY_EVENTS = ("source_country", "target_country", "location")
_COMPATIBLE_IN_FIGURES = (
    "value_high",
    "per",
    "direction",
    "exporter",
    "importer",
    "period_start",
    "period_end",
    "commodity",
)
_FILLED_BY_FIGURES = (*_COMPATIBLE_IN_FIGURES, "alternate_value", "qualifier", "commodity_hs", "baseline_text")


def merge_events(events: Sequence[Event], body: frozenset[int]) -> list[Event]:
    """`events` without those that tell another one again; `body` holds the positions of body paragraphs."""

    def is_told_by(event: Event, kept: Event) -> bool:
        return _same_event(event, kept, only_body=_is_story(event, body) and _is_story(kept, body))

    merged = _merged(events, _event_key, is_told_by, lambda event: _event_rank(event, body))
    return without_pointers(_without_vague(merged, body), lambda event: _is_story(event, body))


def merge_figures(figures: Sequence[TradeFigure], body: frozenset[int]) -> list[TradeFigure]:
    """`figures` without those that tell another one again; `body` holds the positions of body paragraphs."""
    return _merged(figures, _figure_key, _same_figure, lambda figure: _figure_rank(figure, body))


def _merged(
    facts: Sequence[Fact],
    key: Callable[[Fact], Hashable],
    is_told_by: Callable[[Fact, Fact], bool],
    rank: Callable[[Fact], tuple[object, ...]],
) -> list[Fact]:
    """The facts that no better one tells, in the order of the text."""
    kept: dict[Hashable, list[int]] = {}
    order = sorted(range(len(facts)), key=lambda number: (rank(facts[number]), number))
    for number in order:
        fact = facts[number]
        others = kept.setdefault(key(fact), [])
        if not any(_other_sentence(fact, facts[other]) and is_told_by(fact, facts[other]) for other in others):
            others.append(number)
    return [facts[number] for number in sorted(number for numbers in kept.values() for number in numbers)]


def _other_sentence(first: Fact, second: Fact) -> bool:
    return (first.paragraph, first.char_start) != (second.paragraph, second.char_start)


def _event_key(event: Event) -> Hashable:
    return event.date_start, event.date_end, event.event_type, event.status, frozenset(event.countries)


def _same_event(first: Event, second: Event, only_body: bool) -> bool:
    if first.participants and second.participants and not set(first.participants) & set(second.participants):
        return False
    if only_body and not are_nested(first.participants, second.participants):
        return False  # one saw the premier, and the speaker too
    if first.location and second.location and not one_place(first.location, second.location):
        return False
    if not only_body or stems(first.trigger) & stems(second.trigger):
        return True
    acts = act_stems(first), act_stems(second)
    if acts[0] & acts[1]:
        return True
    return bool((family(acts[0]) & family(acts[1])) - SEVERAL)


def _is_story(event: Event, body: frozenset[int]) -> bool:
    """Whether the event stands in running text."""
    return event.paragraph in body and event.evidence.endswith(_STOPS) and not notes_positions(event.evidence)


def _without_vague(events: list[Event], body: frozenset[int]) -> list[Event]:
    """`events` without those of a week or a month that another one tells with its days."""
    exact: dict[Hashable, list[Event]] = {}
    for event in events:
        if event.paragraph in body and (event.date_end - event.date_start).days < LONGEST_VAGUE:
            exact.setdefault(_kind_key(event), []).append(event)
    return [
        event for event in events if not any(_tells_days_of(event, other) for other in exact.get(_kind_key(event), ()))
    ]


def _kind_key(event: Event) -> Hashable:
    return event.event_type, event.status, frozenset(event.countries)


def _tells_days_of(vague: Event, exact: Event) -> bool:
    """Whether `exact` tells with its days what `vague` tells of a longer time."""
    days, longer = exact.date_end - exact.date_start, vague.date_end - vague.date_start
    if days >= longer or longer.days >= LONGEST_VAGUE or not _other_sentence(vague, exact):
        return False
    if vague.date_precision not in _VAGUE and "week" not in vague.date_text:
        return False  # days as well, of all of it
    if exact.date_start < vague.date_start or exact.date_end > vague.date_end:
        return False
    some, others = set(vague.participants), set(exact.participants)
    if not are_nested(vague.participants, exact.participants):
        return False
    if vague.location and exact.location and not one_place(vague.location, exact.location):
        return False
    is_close = longer.days < _WEEK and vague.event_type == "CONSULT" and len(vague.countries) > 1
    acts = act_stems(vague), act_stems(exact)
    if happens_once(acts[0]) and family(acts[0]) & family(acts[1]):
        return True
    if not (some & others or vague.status == "planned" or is_close):
        return False  # others may have done the like
    return bool(acts[0] & acts[1]) or (is_journey(acts[0]) and is_journey(acts[1]) and days.days > 0)


def _one_place(first: str, second: str) -> bool:
    first, second = first.casefold(), second.casefold()
    return first in second or second in first


def _event_rank(event: Event, body: frozenset[int]) -> tuple[object, ...]:
    """Smaller is better: body before headline, then the fuller row, then the earlier sentence."""
    filled = sum(getattr(event, name) is not None for name in _FILLED_BY_EVENTS) + len(event.participants)
    return not _is_story(event, body), points_back(event) != "", -filled, event.char_start


def _figure_key(figure: TradeFigure) -> Hashable:
    return figure.value, figure.unit, figure.flow, figure.measure, figure.status


def _same_figure(first: TradeFigure, second: TradeFigure) -> bool:
    if first.countries and second.countries and not set(first.countries) & set(second.countries):
        return False
    return all(_agree(getattr(first, name), getattr(second, name)) for name in _COMPATIBLE_IN_FIGURES)


def _agree(first: object, second: object) -> bool:
    """Whether two cells do not contradict each other: one is empty, or they are equal, or one text holds the other."""
    if first is None or second is None or first == second:
        return True
    if isinstance(first, str) and isinstance(second, str):
        return _one_place(first, second)
    return False


def _figure_rank(figure: TradeFigure, body: frozenset[int]) -> tuple[object, ...]:
    filled = sum(getattr(figure, name) is not None for name in _FILLED_BY_FIGURES)
    return figure.paragraph not in body, -filled, figure.char_start
