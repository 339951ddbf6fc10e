"""Asset checks: they report what validation and intake found, and find nothing themselves."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import dagster as dg
import pandas as pd

from pipeline.defs.describe import failure_table
from pipeline.intake.source import Intake, Rejection
from pipeline.publish.failures import TableReport
from schemas.codes import WARNING_RULES
from schemas.frictionless import LIST_DELIMITER
from schemas.structure import StructureError

SCHEMA = "schema"
QUARANTINE_RATE = "quarantine_rate"
MOST_REFUSED_FILES = 0.05
"""Share of the files from which on the folder deserves a look."""
SHOWN = 20


def schema_check(table: str) -> dg.AssetCheckSpec:
    """The check of a table against its schema."""
    return dg.AssetCheckSpec(
        SCHEMA,
        asset=table,
        blocking=True,
        description=f"Every row of {table} keeps the rules of its schema and refers to rows that exist. Rows that do "
        "not are in quarantine and warn; a missing column, a wrong type or too many refused rows end the run.",
    )


def quarantine_rate_check(asset: str) -> dg.AssetCheckSpec:
    """The check of how much the raw folder holds that is no article."""
    return dg.AssetCheckSpec(
        QUARANTINE_RATE, asset=asset, description=f"At most {MOST_REFUSED_FILES:.0%} of the files are refused."
    )


def contradiction_checks(asset: str) -> list[dg.AssetCheckSpec]:
    """The cross-checks between numbers, one check a rule."""
    return [
        dg.AssetCheckSpec(
            rule, asset=asset, description=f"Warns where {meaning}. No row is changed or left out for it."
        )
        for rule, meaning in WARNING_RULES.codes.items()
    ]


def contradiction_results(asset: str, warnings: pd.DataFrame) -> Iterator[dg.AssetCheckResult]:
    """What the cross-checks found, from the table `warnings`: one result a rule, with the first of its rows."""
    rows = warnings.to_dict("records")
    for rule in WARNING_RULES.codes:
        found = [row for row in rows if row["rule"] == rule]
        metadata: dict[str, dg.MetadataValue] = {"warnings": dg.MetadataValue.int(len(found))}
        if found:
            metadata["rows"] = failure_table(
                [
                    {"message": row["message"], "figure_ids": LIST_DELIMITER.join(row["figure_ids"])}
                    for row in found[:SHOWN]
                ]
            )
        yield dg.AssetCheckResult(
            check_name=rule,
            asset_key=asset,
            passed=not found,
            severity=dg.AssetCheckSeverity.WARN,
            metadata=metadata,
        )


def schema_result(report: TableReport, blocked: bool) -> dg.AssetCheckResult:
    """What validation found in a table: refused rows warn, and fail where the run is `blocked` for them."""
    metadata: dict[str, dg.MetadataValue] = {
        "rows": dg.MetadataValue.int(report.rows),
        "refused": dg.MetadataValue.int(report.failed),
        "by_rule": dg.MetadataValue.json(dict(report.by_rule)),
    }
    if report.cases:
        metadata["failure_cases"] = failure_table([asdict(case) for case in report.cases])
    return dg.AssetCheckResult(
        check_name=SCHEMA,
        asset_key=report.table,
        passed=report.passed,
        severity=dg.AssetCheckSeverity.ERROR if blocked else dg.AssetCheckSeverity.WARN,
        metadata=metadata,
    )


def structure_result(error: StructureError) -> dg.AssetCheckResult:
    """A table that is not built as its schema says: this ends the run."""
    return dg.AssetCheckResult(
        check_name=SCHEMA,
        asset_key=error.table,
        passed=False,
        severity=dg.AssetCheckSeverity.ERROR,
        description=str(error),
        metadata={"column": error.column or "", "expected": error.expected, "found": error.found},
    )


def quarantine_rate_result(asset: str, intake: Intake, rejections: Sequence[Rejection]) -> dg.AssetCheckResult:
    """How many files gave no article; `rejections` are those of files and records."""
    rate = intake.files_quarantined / intake.files_seen if intake.files_seen else 0.0
    metadata: dict[str, dg.MetadataValue] = {
        "files_seen": dg.MetadataValue.int(intake.files_seen),
        "files_read": dg.MetadataValue.int(intake.files_read),
        "files_refused": dg.MetadataValue.int(intake.files_quarantined),
        "rate": dg.MetadataValue.float(round(rate, 4)),
        "by_rule": dg.MetadataValue.json(dict(sorted(Counter(item.rule for item in rejections).items()))),
    }
    if rejections:
        metadata["refused"] = failure_table(
            [
                {
                    "source_path": item.source_path,
                    "record_key": item.record_key,
                    "rule": item.rule,
                    "reason": item.reason,
                }
                for item in rejections[:SHOWN]
            ]
        )
    return dg.AssetCheckResult(
        check_name=QUARANTINE_RATE,
        asset_key=asset,
        passed=rate <= MOST_REFUSED_FILES,
        severity=dg.AssetCheckSeverity.WARN,
        metadata=metadata,
    )
