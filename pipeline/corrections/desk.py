"""What becomes of each correction in a run: the rows that it touched, or why it was left out.

A stage asks the desk for its table's corrections, with the rows that they mean; the desk leaves out, and tells, those
that mean none, whose rows no longer say what was expected, and those that contradict each other.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.corrections.errors import CorrectionLeftOutError
from pipeline.corrections.model import Correction, Value, Wanted
from pipeline.corrections.read import Corrections
from pipeline.intake.source import Rejection

Row = Mapping[str, object]
Rows = Mapping[str, Row]
"""Rows by their ids; lists as tuples or lists."""
_INDEXED = ("source_path", "article_id", "evidence")
"""Columns by which rows are found without looking at all of them."""
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Picked:
    """A correction with the rows that it means."""

    correction: Correction
    ids: tuple[str, ...]
    """Of the rows, sorted."""


class Desk:
    """The corrections of one run, and what has become of them so far."""

    def __init__(self, corrections: Corrections | None = None) -> None:
        self.corrections = corrections or Corrections()
        self._skipped: dict[str, Rejection] = {}
        self._dropped: dict[str, Rejection] = {}
        self._touched: dict[tuple[str, str], set[str]] = defaultdict(set)

    def of(self, table: str, *actions: str) -> list[Correction]:
        """The table's corrections with one of `actions` (all where none is named), those left out excepted."""
        return [
            entry
            for entry in self.corrections.entries
            if entry.table == table and entry.id not in self._skipped and (not actions or entry.action in actions)
        ]

    def pick(self, corrections: Sequence[Correction], rows: Rows) -> list[Picked]:
        """`corrections` with the rows that they mean; those that cannot be applied are left out and told."""
        index = _index(rows) if corrections else {}
        picked = [found for entry in corrections if (found := self._rows_of(entry, rows, index)) is not None]
        return self._without_contradictions(picked)

    def skip(self, correction: Correction, rule: str, reason: str) -> None:
        """Leave `correction` out; `reason` is one line that says why and what to do."""
        file = correction.place.rpartition(":")[0]
        told = f"correction {correction.id} is left out: {reason}"
        self._skipped[correction.id] = Rejection(correction.table, rule, told, file, correction.id)

    def touch(self, correction: Correction, table: str, row_id: str) -> None:
        """Note that the row of `table` is as `correction` says."""
        self._touched[table, row_id].add(correction.id)

    def drop(self, correction: Correction, row_id: str, source_path: str) -> None:
        """Note that `correction` takes the row away: quarantine tells of it."""
        reason = f"dropped by correction {correction.id} ({correction.author}): {correction.reason}"
        dropped = Rejection(correction.table, "dropped_by_correction", reason, source_path, None, row_id)
        self._dropped[f"{correction.table} {row_id}"] = dropped

    def touched_by(self, table: str, row_id: object) -> str | None:
        """The corrections that the row of `table` carries, sorted, a space between; None where there are none."""
        return " ".join(sorted(self._touched.get((table, str(row_id)), ()))) or None

    @property
    def warnings(self) -> list[str]:
        """One line for each correction that was left out, in the order of their ids."""
        return [self._skipped[key].reason for key in sorted(self._skipped)]

    @property
    def rejections(self) -> tuple[Rejection, ...]:
        """Everything that was left out or dropped, for quarantine."""
        ordered = [*sorted(self._skipped.items()), *sorted(self._dropped.items())]
        return tuple(rejection for _, rejection in ordered)

    def insist(self) -> None:
        """Raise CorrectionLeftOutError where a correction was left out."""
        warnings = self.warnings
        if warnings:
            more = f" (and {len(warnings) - 1} more)" if len(warnings) > 1 else ""
            raise CorrectionLeftOutError(f"{warnings[0]}{more}")

    def _rows_of(self, entry: Correction, rows: Rows, index: Mapping[tuple[str, object], list[str]]) -> Picked | None:
        ids = sorted(key for key in _candidates(entry, rows, index) if fits(entry.match, rows[key], any_of=True))
        if not ids:
            self.skip(entry, "correction_unmatched", f"no row of {entry.table} is as `match` says")
            return None
        if len(ids) > 1 and not entry.all and entry.action in ("set", "drop", "add"):
            self.skip(
                entry, "correction_ambiguous", f"`match` means {len(ids)} rows: say more, or `all: true` to mean all"
            )
            return None
        for key in ids:
            column = _unexpected(entry.expect, rows[key])
            if column is not None:
                says = str(rows[key].get(column))[:_SHOWN]
                self.skip(
                    entry,
                    "correction_outdated",
                    f"{column} is not {entry.expect[column]!r} any more but {says!r}: look at the row again",
                )
                return None
        return Picked(entry, tuple(ids))

    def _without_contradictions(self, picked: Sequence[Picked]) -> list[Picked]:
        """`picked` without those that want two things of one row; both are told."""
        at: dict[str, list[Picked]] = defaultdict(list)
        for found in picked:
            for key in found.ids:
                at[key].append(found)
        for key in sorted(at):
            group = at[key]
            for number, one in enumerate(group):
                for other in group[number + 1 :]:
                    if _contradict(one.correction, other.correction):
                        self._tell_contradiction(one.correction, other.correction)
        return [found for found in picked if found.correction.id not in self._skipped]

    def _tell_contradiction(self, one: Correction, other: Correction) -> None:
        for entry, against in ((one, other), (other, one)):
            reason = f"it contradicts {against.id} ({against.place}): take one of them away"
            self.skip(entry, "correction_contradicts", reason)


def fits(wanted: Wanted, row: Row, any_of: bool = False) -> bool:
    """Whether `row` has the wanted values; with `any_of` a tuple for a single value means one of them."""
    return all(_equal(value, row.get(column), any_of) for column, value in wanted.items())


def _unexpected(expect: Wanted, row: Row) -> str | None:
    """The first column of `row` that is not as expected."""
    return next((column for column, value in expect.items() if not _equal(value, row.get(column), False)), None)


def _equal(value: Value, found: object, any_of: bool) -> bool:
    if isinstance(found, list | tuple):
        listed = tuple(found)
        return listed == (value or ()) or (any_of and isinstance(value, str) and value in listed)
    if isinstance(value, tuple):
        return any_of and found in value
    if isinstance(value, str) and isinstance(found, str):
        return value == unicodedata.normalize("NFC", found)
    return value == found


def _contradict(one: Correction, other: Correction) -> bool:
    """Whether two corrections cannot both be right of one row."""
    if one.action == other.action == "set":
        shared = one.set.keys() & other.set.keys()
        return any(one.set[column] != other.set[column] for column in shared)
    if "drop" in (one.action, other.action):
        return one.action != other.action
    return {one.action, other.action} == {"merge", "split"}


def _index(rows: Rows) -> dict[tuple[str, object], list[str]]:
    index: dict[tuple[str, object], list[str]] = defaultdict(list)
    for key, row in rows.items():
        for column in _INDEXED:
            if isinstance(row.get(column), str):
                index[column, row[column]].append(key)
    return index


def _candidates(entry: Correction, rows: Rows, index: Mapping[tuple[str, object], list[str]]) -> Iterable[str]:
    """The ids of the rows that `entry` can mean."""
    for column in _INDEXED:
        value = entry.match.get(column)
        if isinstance(value, str) and value.isascii():
            return index.get((column, value), ())
    return rows
