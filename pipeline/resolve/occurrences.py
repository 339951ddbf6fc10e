"""Which events of different articles report one and the same occurrence.

Whether two reports are alike says `likeness`; here they are brought together by their days. Groups are complete: each
report is like each other one, so that no chain of likenesses joins what does not fit, and no article has two reports in
a group. A report of a longer interval ("in May") joins a group of a shorter one only where a single group fits.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from pipeline.resolve.account import Account, Report, account_of
from pipeline.resolve.likeness import LONGEST_CERTAIN, likeness

__all__ = ["Report", "find_occurrences"]

_Group = list[Account]
_Interval = tuple[date, date]


def find_occurrences(reports: Sequence[Report]) -> dict[str, str]:
    """The occurrence_id of each report's event_id: the smallest event_id of the group that the report belongs to."""
    found: dict[str, str] = {}
    for group in _groups([account_of(report) for report in sorted(reports, key=_order)]):
        name = min(account.report.event_id for account in group)
        found |= {account.report.event_id: name for account in group}
    return found


def _order(report: Report) -> tuple[object, ...]:
    start, end = report.event.date_start, report.event.date_end
    return end - start, start, report.event_id


def _interval(account: Account) -> _Interval:
    return account.report.event.date_start, account.report.event.date_end


def _groups(accounts: Sequence[Account]) -> Iterable[_Group]:
    """The groups of `accounts`, which are ordered by the length of their intervals."""
    same_days: dict[_Interval, list[Account]] = {}
    for account in accounts:
        same_days.setdefault(_interval(account), []).append(account)
    return _joined([group for same in same_days.values() for group in _complete_link(same)])


def _complete_link(accounts: Sequence[Account]) -> Iterator[_Group]:
    """Groups of accounts of one interval, the likeliest pairs joined first."""
    scores = {
        (first, second): score
        for first, second in _pairs(accounts)
        if (score := likeness(accounts[first], accounts[second])) > 0
    }
    group_of = {number: [number] for number in range(len(accounts))}
    for first, second in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        one, other = group_of[first], group_of[second]
        if one is not other and all((min(a, b), max(a, b)) in scores for a in one for b in other):
            one += other
            group_of |= dict.fromkeys(other, one)
    yield from ([accounts[number] for number in group] for number, group in group_of.items() if group[0] == number)


def _pairs(accounts: Sequence[Account]) -> set[tuple[int, int]]:
    """The numbers of two accounts that share a sign, the smaller first."""
    bearers: dict[str, list[int]] = {}
    for number, account in enumerate(accounts):
        for sign in account.signs:
            bearers.setdefault(sign, []).append(number)
    return {pair for numbers in bearers.values() for pair in combinations(numbers, 2)}


def _joined(groups: list[_Group]) -> Iterable[_Group]:
    """`groups`, ordered by their intervals' lengths, with each longer one joined to the one shorter that fits."""
    result = [list(group) for group in groups]
    target = list(range(len(groups)))
    starts = sorted((_interval(group[0])[0], number) for number, group in enumerate(groups))
    signs: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        inner = _inner(group, number, starts, signs)
        homes = {
            target[other] for other in inner if _lies_within(groups[other], group) and _all_fit(groups[other], group)
        }
        if len(homes) == 1 and _all_fit(result[next(iter(homes))], group):
            target[number] = homes.pop()
            result[target[number]] += group
        for sign in _signs(group):
            signs.setdefault(sign, []).append(number)
    return [result[number] for number in range(len(groups)) if target[number] == number]


def _inner(group: _Group, number: int, starts: list[tuple[date, int]], signs: dict[str, list[int]]) -> Iterable[int]:
    """Numbers of the groups that may lie within `group` and fit it, found by their days, or by the signs it needs."""
    start, end = _interval(group[0])
    if start == end:
        return ()
    if group[0].days > LONGEST_CERTAIN:
        return {other for sign in _signs(group) for other in signs.get(sign, ())}
    return (other for _, other in starts[bisect_left(starts, (start, -1)) : bisect_right(starts, (end, number))])


def _signs(group: _Group) -> frozenset[str]:
    return frozenset().union(*(account.signs for account in group))


def _lies_within(inner: _Group, outer: _Group) -> bool:
    (start, end), (first, last) = _interval(inner[0]), _interval(outer[0])
    return (start, end) != (first, last) and first <= start and end <= last


def _all_fit(first: _Group, second: _Group) -> bool:
    return all(likeness(one, other) > 0 for one in first for other in second)
