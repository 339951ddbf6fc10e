"""The release as an asset: what the tables' assets handed on, published."""

import dagster as dg

from pipeline.defs.failures import in_one_line
from pipeline.defs.folders import Folders
from pipeline.defs.handover import of_one_origin, take
from pipeline.defs.preview import cell, row_by_row
from pipeline.defs.quality import quality_check, quality_result
from pipeline.defs.records import rejections_from_arrow
from pipeline.defs.tables import DERIVED, FACTS, READ, REFUSED, StepEvents
from pipeline.fingerprint import fingerprint
from pipeline.publish.manifest import read_manifest
from pipeline.publish.read import read_table
from pipeline.publish.release import publish
from pipeline.publish.verify import verify
from schemas.arrow import from_arrow

VERIFIED = "verified"


@dg.multi_asset(
    name="publish_release",
    specs=[
        dg.AssetSpec(
            "release",
            deps=[*READ, *FACTS, *DERIVED],
            group_name="releases",
            code_version=fingerprint(),
            kinds={"parquet", "csv"},
            description="The newest release: every table as Parquet and CSV, with what was refused and what changed, "
            "in a folder that never changes. Nothing is published where the newest release has these very tables.",
        )
    ],
    check_specs=[
        dg.AssetCheckSpec(
            VERIFIED, asset="release", description="Every file of the release is byte for byte what was published."
        ),
        quality_check("release"),
    ],
    description="Publishes the tables as a release, unless the newest one has these very tables.",
)
def publish_release(folders: Folders) -> StepEvents:
    """See the description."""
    tables = {name: take(folders.scratch_path, name) for name in (*READ, *FACTS, *DERIVED)}
    refused = take(folders.scratch_path, REFUSED)
    of_one_origin((*tables.values(), refused))
    with in_one_line():
        frames = {name: from_arrow(name, handed.table) for name, handed in tables.items()}
        published = publish(frames, rejections_from_arrow(refused.table), folders.curated_path, raw=folders.raw_path)
        manifest = read_manifest(published.path)
        changes = read_table(published.path, "changes", manifest)
    counts = "\n".join(f"| {cell(name)} | {rows} |" for name, rows in published.counts.items())
    yield dg.MaterializeResult(
        "release",
        data_version=dg.DataVersion(manifest.digest[:16]),
        metadata={
            "version": published.version,
            "outcome": "published" if published.changed else "unchanged",
            "folder": dg.MetadataValue.path(str(published.path.resolve())),
            "rows": dg.MetadataValue.md(f"| table | rows |\n| --- | ---: |\n{counts}"),
            "changes": dg.MetadataValue.md(row_by_row(changes, 20)),
        },
    )
    faults = verify(published.path)
    yield dg.AssetCheckResult(
        check_name=VERIFIED,
        asset_key="release",
        passed=not faults,
        metadata={"faults": dg.MetadataValue.json(list(faults))},
    )
    yield quality_result("release", folders.raw_path, published.path)
