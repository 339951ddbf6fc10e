"""The Dagster code location: collects what `pipeline.defs` defines."""

import dagster as dg

from pipeline.defs.folders import Folders, configured
from pipeline.defs.raw import raw_articles
from pipeline.defs.release import publish_release
from pipeline.defs.tables import read_articles, read_facts
from pipeline.defs.triggers import daily, new_articles, refresh


def over(folders: Folders) -> dg.Definitions:
    """The project's definitions over `folders`."""
    return dg.Definitions(
        assets=[raw_articles, read_articles, read_facts, publish_release],
        jobs=[refresh],
        schedules=[daily],
        sensors=[new_articles],
        resources={"folders": folders},
        executor=dg.in_process_executor,
    )


defs = over(configured())
