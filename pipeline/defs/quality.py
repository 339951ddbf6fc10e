"""The quality check: how well a release agrees with the labels beside its raw articles, as figures in the UI."""

from pathlib import Path

import dagster as dg

from pipeline.evaluate import Evaluation, LabelError, evaluate, labels_beside, read_label_file
from pipeline.publish.read import read_tables

QUALITY = "quality"


def quality_check(asset: str) -> dg.AssetCheckSpec:
    """The check of a release against labels."""
    return dg.AssetCheckSpec(
        QUALITY,
        asset=asset,
        description="Precision, recall and F1 on the articles that have labels (NAME.json beside NAME.txt). The "
        "figures are for a person to judge; the check warns where a label file cannot be read.",
    )


def quality_result(asset: str, raw: Path, release: Path) -> dg.AssetCheckResult:
    """The figures of the release folder `release` on the labels below `raw`; none where there are no labels."""
    try:
        labels = [read_label_file(path) for path in labels_beside(raw)]
    except LabelError as error:
        return _result(asset, False, {"fault": dg.MetadataValue.text(str(error))})
    if not labels:
        return _result(asset, True, {"labelled_articles": dg.MetadataValue.int(0)})
    return _result(asset, True, _metadata(evaluate(read_tables(release), labels)))


def _metadata(evaluation: Evaluation) -> dict[str, dg.MetadataValue]:
    figures = {
        name: dg.MetadataValue.float(round(t.f1, 4)) for name, t in evaluation.tallies.items() if t.f1 is not None
    }
    counts = {name: [t.right, t.extra, t.missed] for name, t in evaluation.tallies.items()}
    return {
        "labelled_articles": dg.MetadataValue.int(evaluation.articles),
        **figures,
        "right_extra_missed": dg.MetadataValue.json(counts),
    }


def _result(asset: str, passed: bool, metadata: dict[str, dg.MetadataValue]) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        check_name=QUALITY,
        asset_key=asset,
        passed=passed,
        severity=dg.AssetCheckSeverity.WARN,
        metadata=metadata,
    )
