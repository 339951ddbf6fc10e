"""Measures of `trade_figures`: a row is a label's when sentence, value and unit agree."""

from pipeline.evaluate.labels import ArticleLabels, FigureLabel
from pipeline.evaluate.match import Counts, count_found, let_pass, one, pair_required_first, total
from pipeline.evaluate.rows import ArticleRows, Row
from pipeline.evaluate.tally import Tally, compared
from pipeline.evaluate.wording import commodity_words, in_sentence, same_amount

BALANCE = frozenset({"balance"})
"""Flows of a label whose two sides are not checked: either country may tell its balance."""


def count_figures(labels: ArticleLabels, rows: ArticleRows | None) -> Counts:
    """`trade_figures.found`, `.full` (the labelled frame too), `.commodity` and the fields one by one."""
    pairing = pair_required_first(
        labels.figures, rows.figures if rows else (), _fits, lambda label, row: (_full(label, row),)
    )
    passed = let_pass(pairing.missed, pairing.extra, lambda row: row["evidence"])
    fields = [_fields(labels.article, label, row) for label, row in pairing.pairs if not label.optional]
    return total([count_found("trade_figures", labels.article, pairing, passed, _full), *fields])


def _fits(label: FigureLabel, row: Row) -> bool:
    return (
        row["value"] is not None
        and row["unit"] == label.unit
        and same_amount(row["value"], label.value)
        and in_sentence(label.snippet, row["evidence"])
    )


def _full(label: FigureLabel, row: Row) -> bool:
    return all(right for _, right in _checks(label, row).values())


def _checks(label: FigureLabel, row: Row) -> dict[str, tuple[object, bool]]:
    """The checked fields: what is labelled, and whether the row has it. What a label leaves open is not there."""
    checks: dict[str, tuple[object, bool]] = {
        "measure": (label.measure, row["measure"] == label.measure),
        "flow": (label.flows, row["flow"] in label.flows),
    }
    if label.direction:
        checks["direction"] = (label.direction, row["direction"] == label.direction)
    if label.flows != BALANCE:
        checks["exporter"] = (label.exporter, row["exporter"] == label.exporter)
        checks["importer"] = (label.importer, row["importer"] == label.importer)
    if label.countries and not label.exporter and not label.importer:
        checks["countries"] = (label.countries, frozenset(row["countries"] or ()) == label.countries)
    for key, day in (("period_start", label.start), ("period_end", label.end)):
        if day is not None:
            checks[key] = (day, row[key] == day)
    if label.value_high is not None:
        high = row["value_high"]
        checks["value_high"] = (label.value_high, high is not None and same_amount(high, label.value_high))
    return checks


def _fields(article: str, label: FigureLabel, row: Row) -> Counts:
    parts = [
        one(f"trade_figures.{field}", compared(wanted, row[field], right), article, label, row)
        for field, (wanted, right) in _checks(label, row).items()
    ]
    return total([*parts, _commodity(article, label, row)])


def _commodity(article: str, label: FigureLabel, row: Row) -> Counts:
    wanted, found = commodity_words(label.commodity), commodity_words(row["commodity"])
    right = bool(wanted & found)
    tally = Tally(int(right), int(bool(found) and not right), int(bool(wanted) and not right))
    return one("trade_figures.commodity", tally, article, label, row)
