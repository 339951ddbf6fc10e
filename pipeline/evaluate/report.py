"""An evaluation as a table for people and as JSON for machines."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from rich.table import Table
from rich.text import Text

from pipeline.evaluate.evaluation import Evaluation
from pipeline.evaluate.tally import Finding, Tally


def as_table(evaluation: Evaluation) -> Table:
    """One line a measure: counts, precision, recall, F1. Measures that nothing was labelled for are left out."""
    table = Table(title=f"{evaluation.articles} labelled articles", title_justify="left")
    table.add_column("measure")
    for heading in ("right", "extra", "missed", "precision", "recall", "F1"):
        table.add_column(heading, justify="right")
    for measure, tally in evaluation.tallies.items():
        if tally == Tally():
            continue
        counts = (str(count) for count in (tally.right, tally.extra, tally.missed))
        table.add_row(measure, *counts, *(_cell(value) for value in (tally.precision, tally.recall, tally.f1)))
    return table


def as_lines(findings: Iterable[Finding]) -> Iterable[Text]:
    """One line a finding: measure, kind, article, what was wanted, what is there. Nothing in it is markup."""
    for finding in findings:
        wanted, found = _short(finding.label), _short(finding.row)
        yield Text(f"{finding.measure} {finding.kind} in {finding.article}: wanted {wanted}; has {found}")


def as_json(evaluation: Evaluation, findings: bool = False) -> str:
    """The evaluation as a JSON object: `articles`, `absent`, `measures` and, where asked for, `findings`."""
    content: dict[str, Any] = {
        "articles": evaluation.articles,
        "absent": list(evaluation.absent),
        "measures": {measure: _figures(tally) for measure, tally in evaluation.tallies.items()},
    }
    if findings:
        content["findings"] = [
            {
                "measure": finding.measure,
                "kind": finding.kind,
                "article": finding.article,
                "label": finding.label,
                "row": finding.row,
            }
            for finding in evaluation.findings
        ]
    return json.dumps(content, ensure_ascii=False, indent=1, default=_plain)


def _figures(tally: Tally) -> dict[str, float | int | None]:
    return {
        "right": tally.right,
        "extra": tally.extra,
        "missed": tally.missed,
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
    }


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _short(value: Any) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(value)
    return str(value)
