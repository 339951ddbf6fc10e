"""The assets of the project over the folders of a test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import dagster as dg
import pytest

from pipeline.definitions import over
from pipeline.defs.folders import Folders

Run = Callable[..., dg.ExecuteInProcessResult]


@pytest.fixture
def folders(raw: Path, tmp_path: Path) -> Folders:
    return Folders(raw=str(raw), curated=str(tmp_path / "curated"), scratch=str(tmp_path / "scratch"))


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as ephemeral:
        yield ephemeral


@pytest.fixture
def refresh(instance: dg.DagsterInstance, folders: Folders) -> Run:
    """Runs the job, or only the assets `of` it, in this process; a failure is an outcome and no exception."""

    job = over(folders).resolve_job_def("refresh")

    def run(of: list[str] | None = None, tags: dict[str, str] | None = None) -> dg.ExecuteInProcessResult:
        return job.execute_in_process(
            instance=instance,
            asset_selection=None if of is None else [dg.AssetKey(name) for name in of],
            tags=tags,
            raise_on_error=False,
        )

    return run
