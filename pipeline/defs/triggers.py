"""The job over all assets, and what starts it: the sensor on the raw folder, and once a day the schedule."""

import hashlib
from datetime import UTC, datetime

import dagster as dg

from pipeline.defs.folders import Folders
from pipeline.defs.raw import corrections_of, listing_of
from pipeline.defs.tables import DERIVED, FACTS, READ
from pipeline.defs.watch import Folder, LastRun, Memory, decide
from pipeline.fingerprint import fingerprint

RUN_KEY_TAG = "dagster/run_key"
SECONDS_BETWEEN_TICKS = 15

refresh = dg.define_asset_job(
    "refresh",
    selection=dg.AssetSelection.assets("raw_articles", *READ, *FACTS, *DERIVED, "release"),
    description="The whole path, from the raw folder to a release. Nothing is published where nothing has changed.",
)

daily = dg.ScheduleDefinition(
    name="daily",
    job=refresh,
    cron_schedule="0 5 * * *",
    execution_timezone="UTC",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Runs `refresh` every day at 05:00 UTC: a safety net under the sensor, which gives up on a folder that "
    "failed several times.",
)


@dg.sensor(
    job=refresh,
    minimum_interval_seconds=SECONDS_BETWEEN_TICKS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Runs `refresh` when articles or corrections come, go or change, or when the code does, once files "
    "have settled. A run that failed is tried again, a few times and later each time.",
)
def new_articles(context: dg.SensorEvaluationContext, folders: Folders) -> dg.SensorResult:
    """See the description."""
    listing = listing_of(folders)
    corrections = corrections_of(folders)
    state = f"{listing.digest} {corrections.digest} {fingerprint()}"
    seen = hashlib.sha256(state.encode()).hexdigest()[:16]
    newest = _newest(listing.newest_mtime, corrections.newest_mtime)
    memory = Memory.from_cursor(context.cursor)
    now = datetime.now(UTC).timestamp()
    decision = decide(memory, Folder(seen, newest), _last_run(context.instance, memory), now)
    asked = [] if decision.run_key is None else [dg.RunRequest(run_key=decision.run_key)]
    return dg.SensorResult(
        run_requests=asked,
        skip_reason=None if asked else decision.reason,
        cursor=decision.memory.to_cursor(),
    )


def _newest(raw: float | None, corrections: float | None) -> float | None:
    """When the newest file was written; None for a raw folder without files, whatever corrections there are."""
    return raw if raw is None or corrections is None else max(raw, corrections)


def _last_run(instance: dg.DagsterInstance, memory: Memory) -> LastRun | None:
    if memory.run_key is None:
        return None
    records = instance.get_run_records(dg.RunsFilter(tags={RUN_KEY_TAG: memory.run_key}), limit=1)
    for record in records:
        failed = record.dagster_run.status == dg.DagsterRunStatus.FAILURE
        ended_at = record.end_time or record.update_timestamp.timestamp()
        return LastRun("failed" if failed else "other", ended_at)
    return None
