"""Which events of different articles report one and the same occurrence.

Two reports may be of one occurrence where type, status, countries, places and participants fit each other and the one
interval lies in the other. They are taken for one only where something beyond that speaks for it: a common participant,
the same place, the same words. Groups are complete: each report fits each other one, so that no chain of likenesses
joins what does not fit, and no article has two reports in a group. A report of a longer interval ("in May") joins a
group of a shorter one only where a single group fits.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from pipeline.extract.facts import Event
from pipeline.resolve.wording import content_words, stems

_LEAST_COMMON_WORDS = 0.5
"""Share of the shorter sentence's content words that the longer one holds, from which they tell the same."""
_LONGEST_CERTAIN = 7
"""Days: within a longer interval much of one kind happens, and likeness of words alone says too little."""


@dataclass(frozen=True, slots=True)
class Report:
    """An event row on its way into the table."""

    event_id: str
    article_id: str
    event: Event
    participants: tuple[str, ...]
    """Official ids."""


_Group = list[Report]


def find_occurrences(reports: Sequence[Report]) -> dict[str, str]:
    """The occurrence_id of each report's event_id: the smallest event_id of the group that the report belongs to."""
    by_type: dict[str, list[Report]] = {}
    for report in sorted(reports, key=_order):
        by_type.setdefault(report.event.event_type, []).append(report)
    found: dict[str, str] = {}
    for alike in by_type.values():
        for group in _groups(alike):
            name = min(report.event_id for report in group)
            found |= {report.event_id: name for report in group}
    return found


def _order(report: Report) -> tuple[object, ...]:
    event = report.event
    return _length(event), event.date_start, report.event_id


def _groups(reports: Sequence[Report]) -> Iterable[_Group]:
    """The groups of reports of one event type."""
    same_days: dict[tuple[object, object], list[Report]] = {}
    for report in reports:
        same_days.setdefault((report.event.date_start, report.event.date_end), []).append(report)
    groups = [group for same in same_days.values() for group in _complete_link(same)]
    return _joined(groups)


def _complete_link(reports: Sequence[Report]) -> Iterator[_Group]:
    """Groups of reports of one interval, the likeliest pairs joined first."""
    scores = {
        (first, second): score
        for first, second in combinations(range(len(reports)), 2)
        if (score := _likeness(reports[first], reports[second])) > 0
    }
    group_of = {number: [number] for number in range(len(reports))}
    for first, second in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        one, other = group_of[first], group_of[second]
        if one is not other and all((min(a, b), max(a, b)) in scores for a in one for b in other):
            one += other
            group_of |= dict.fromkeys(other, one)
    yield from ([reports[number] for number in group] for number, group in group_of.items() if group[0] == number)


def _joined(groups: list[_Group]) -> Iterable[_Group]:
    """`groups`, ordered by their intervals' lengths, with each longer one joined to the one shorter that fits."""
    result = [list(group) for group in groups]
    target = list(range(len(groups)))
    starts = sorted((group[0].event.date_start, number) for number, group in enumerate(groups))
    signs: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        inner = _inner(group, number, starts, signs)
        fitting = [other for other in inner if _lies_within(groups[other], group) and _all_fit(groups[other], group)]
        if len(fitting) == 1 and _all_fit(result[target[fitting[0]]], group):
            target[number] = target[fitting[0]]
            result[target[number]] += group
        for sign in _signs(group):
            signs.setdefault(sign, []).append(number)
    return [result[number] for number in range(len(groups)) if target[number] == number]


def _inner(group: _Group, number: int, starts: list[tuple[date, int]], signs: dict[str, list[int]]) -> Iterable[int]:
    """Numbers of the groups that may lie within `group` and fit it, found by their days, or by the signs it needs."""
    event = group[0].event
    if event.date_start == event.date_end:
        return ()
    if _length(event) > _LONGEST_CERTAIN:
        return {other for sign in _signs(group) for other in signs.get(sign, ())}
    first = bisect_left(starts, (event.date_start, -1))
    return (other for _, other in starts[first : bisect_right(starts, (event.date_end, number))])


def _signs(group: _Group) -> set[str]:
    """What a report of a long interval must have in common with another: a participant, or that a place is named."""
    people = {f"person {person}" for report in group for person in report.participants}
    located = (report.event for report in group if report.event.location)
    return people | {f"place in {country}" for event in located for country in event.countries}


def _length(event: Event) -> int:
    """Days of the event's interval."""
    return (event.date_end - event.date_start).days + 1


def _lies_within(inner: _Group, outer: _Group) -> bool:
    first, second = inner[0].event, outer[0].event
    is_same = (first.date_start, first.date_end) == (second.date_start, second.date_end)
    return not is_same and second.date_start <= first.date_start and first.date_end <= second.date_end


def _all_fit(first: _Group, second: _Group) -> bool:
    return all(_likeness(one, other) > 0 for one in first for other in second)


def _likeness(first: Report, second: Report) -> int:
    """How much speaks for one occurrence, 0 where something speaks against it or nothing for it."""
    if first.article_id == second.article_id or not _fit(first.event, second.event):
        return 0
    people, others = set(first.participants), set(second.participants)
    if not (people <= others or others <= people):
        return 0
    common = people & others
    one, other = first.event, second.event
    same_words = bool(stems(one.trigger) & stems(other.trigger)) + _common_words(one.evidence, other.evidence)
    same_place = bool(one.location and other.location)
    if max(_length(one), _length(other)) > _LONGEST_CERTAIN and not common and not (same_place and same_words):
        return 0
    return 2 * len(common) + same_words + same_place


def _fit(first: Event, second: Event) -> bool:
    """Whether nothing in the two events' own columns contradicts that they are one."""
    countries, others = set(first.countries), set(second.countries)
    if not countries or not others or not (countries <= others or others <= countries):
        return False
    if first.status != second.status and {first.status, second.status} != {"planned", "occurred"}:
        return False
    if first.location and second.location:
        place, other = first.location.casefold(), second.location.casefold()
        if place not in other and other not in place:
            return False
    return True


def _common_words(first: str, second: str) -> bool:
    words, others = content_words(first), content_words(second)
    fewest = min(len(words), len(others))
    return fewest > 0 and len(words & others) >= _LEAST_COMMON_WORDS * fewest
