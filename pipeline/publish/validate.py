"""Tables in, clean tables out: rows that break a rule go to quarantine with all that hangs on them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from pipeline.intake.source import Rejection
from pipeline.publish.failures import SHOWN_CASES, Failure, FailureCase, TableReport
from pipeline.publish.grounding import ungrounded_rows
from pipeline.publish.references import (
    Frames,
    broken_references,
    contradictions,
    officials_without_a_role,
    refused_ids,
)
from pipeline.publish.refusals import rejections_of
from pipeline.publish.row_rules import row_failures
from pipeline.publish.typed import check_tables, typed_frame
from pipeline.resolve.derived import derive_tables
from schemas import DERIVED, STATED
from schemas.order import IDS
from schemas.structure import StructureError

__all__ = ["StructureError", "TableReport", "Validated", "validate"]


@dataclass(frozen=True, slots=True)
class Validated:
    """What passed, what was refused, and how each table fared."""

    tables: dict[str, pd.DataFrame]
    """The rows that broke no rule, in frames of Arrow-backed columns."""
    rejections: tuple[Rejection, ...]
    """One for each refused row."""
    reports: dict[str, TableReport]
    """One for each table of `schemas.TABLES`."""


def validate(tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str]) -> Validated:
    """Check `tables` against their schemas, against each other and against the articles' `texts` (by article_id).

    `tables` are those of `schemas.STATED`; the derived ones are built from what passes, and checked like them. A row
    that breaks a rule is refused, and so is every row that refers to it (`parent_quarantined`). Raises StructureError
    for a missing or unknown table or column, or a value of another type.
    """
    check_tables(tables, STATED)
    came_in: dict[str, pd.DataFrame] = {}
    failures: list[Failure] = []
    for name in STATED:
        frame, unwritable = typed_frame(name, tables[name])
        came_in[name] = frame
        failures += [*unwritable, *row_failures(name, frame), *ungrounded_rows(name, frame, texts)]
    kept = _without(came_in, failures)
    while fallen := _fallen(tables, kept):
        failures += fallen
        kept = _without(kept, fallen)
    derived = derive_tables(kept)
    sound, unsound = _checked(derived, kept)
    return Validated(
        tables={name: frame.reset_index(drop=True) for name, frame in (*kept.items(), *sound.items())},
        rejections=rejections_of([*failures, *unsound], {**tables, **derived}),
        reports={
            name: _report(name, frame, [*failures, *unsound]) for name, frame in (*tables.items(), *derived.items())
        },
    )


def _checked(derived: Mapping[str, pd.DataFrame], kept: Frames) -> tuple[dict[str, pd.DataFrame], list[Failure]]:
    """The rows of `derived` that break no rule and refer to `kept` rows, and the failures of the others."""
    frames: dict[str, pd.DataFrame] = {}
    failures: list[Failure] = []
    for name in DERIVED:
        frames[name], unwritable = typed_frame(name, derived[name])
        failures += [*unwritable, *row_failures(name, frames[name])]
    frames = _without(frames, failures)
    fallen = [
        failure
        for failure in broken_references({**kept, **frames}, dict.fromkeys(kept, frozenset()))
        if failure.table in DERIVED
    ]
    return _without(frames, fallen), [*failures, *fallen]


def _fallen(came_in: Frames, kept: Frames) -> list[Failure]:
    """The failures that show once the rows outside `kept` are gone."""
    broken = broken_references(kept, refused_ids(came_in, kept))
    if broken:
        return broken
    had_a_role = frozenset(came_in["official_roles"]["official_id"].dropna())
    return officials_without_a_role(kept, had_a_role) or contradictions(kept)


def _without(frames: Frames, failures: Iterable[Failure]) -> dict[str, pd.DataFrame]:
    refused: dict[str, set[int]] = {name: set() for name in frames}
    for failure in failures:
        refused[failure.table].add(failure.row)
    return {name: frame.loc[~frame.index.isin(refused[name])] for name, frame in frames.items()}


def _report(name: str, frame: pd.DataFrame, failures: Iterable[Failure]) -> TableReport:
    own = sorted((failure for failure in failures if failure.table == name), key=lambda failure: failure.row)
    counts = Counter(rule for _, rule in {(failure.row, failure.rule) for failure in own})
    ids = frame[IDS[name][0]].array
    return TableReport(
        table=name,
        rows=len(frame),
        failed=len({failure.row for failure in own}),
        by_rule=dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))),
        cases=tuple(
            FailureCase(
                "" if pd.isna(ids[failure.row]) else str(ids[failure.row]),
                failure.rule,
                failure.column or "",
                failure.value or "",
            )
            for failure in own[:SHOWN_CASES]
        ),
    )
