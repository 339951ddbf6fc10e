"""Publishing: clean tables in, a new immutable release out, or `unchanged`; whole or not at all.

Put together in a staging folder, checked, made durable, given its place, then committed by a hard link that only one
publisher can make, and only then named in latest.json. Whoever loses that race starts again from the new head.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version as distribution_version
from pathlib import Path
from uuid import uuid4

import pandas as pd

from pipeline.fingerprint import fingerprint
from pipeline.intake.source import Rejection
from pipeline.publish.commits import Commit, append, head
from pipeline.publish.draft import step_from, write_release
from pipeline.publish.errors import CommitTakenError, DamageError, PublishError, storage_errors
from pipeline.publish.files import sync_tree
from pipeline.publish.latest import point
from pipeline.publish.manifest import MANIFEST
from pipeline.publish.place import Place, prepared_place
from pipeline.publish.read import released_folder
from pipeline.publish.staging import placed, staging_folder
from pipeline.publish.state import State, state_of
from pipeline.publish.verify import verify_folder

DISTRIBUTION = "wireledger"
ATTEMPTS = 100
"""How often a publisher starts again because another one was faster."""
STEPS = ("compared", "written", "checked", "placed", "committed", "pointed")
"""What `on_step` is told, in this order."""


@dataclass(frozen=True, slots=True)
class Published:
    """The outcome of a run."""

    version: str
    path: Path
    """The release's folder."""
    changed: bool
    """False if the newest release has these very tables already; nothing was written then."""
    counts: Mapping[str, int]
    """Rows of each table of the release, `changes` left out."""


def publish(
    tables: Mapping[str, pd.DataFrame],
    rejections: Sequence[Rejection],
    curated: Path,
    *,
    raw: Path | None = None,
    on_step: Callable[[str], None] | None = None,
) -> Published:
    """Publish clean `tables` (see `validate`) with all `rejections`, of intake and of validation, below `curated`.

    `raw` is the folder that the articles came from, if `curated` must not lie in it; `on_step` is told each of `STEPS`
    once it is done. Raises PublishError, with one line that says what to do, where the folder cannot be used, the disk
    is full or a file of the newest release was altered; StructureError for tables that are not built as their schemas.
    What an error interrupts before its commit leaves nothing behind.
    """
    place = prepared_place(curated, raw)
    state = state_of(tables, rejections)
    counts = {name: table.num_rows for name, table in state.tables.items()}
    for _ in range(ATTEMPTS):
        with storage_errors(curated):
            parent = head(place)
            if parent is not None and parent.digest == state.digest:
                folder = released_folder(place, parent)
                point(place, place.staging / f"{uuid4().hex}.json")
                return Published(parent.version, folder, changed=False, counts=counts)
            try:
                commit = _commit(place, parent, state, on_step or (lambda _: None))
            except CommitTakenError:
                continue
            return Published(commit.version, curated / commit.path, changed=True, counts=counts)
    raise PublishError(f"{curated}: other publishers were faster {ATTEMPTS} times in a row; publish again")


def _commit(place: Place, parent: Commit | None, state: State, on_step: Callable[[str], None]) -> Commit:
    """Make `state` the release after `parent`; raises CommitTakenError where somebody else was faster."""
    with staging_folder(place) as staging:
        draft = staging / "release"
        draft.mkdir()
        step = step_from(place, parent, state)
        on_step("compared")
        write_release(draft, state, step, f"{distribution_version(DISTRIBUTION)}+{fingerprint()}")
        on_step("written")
        if problems := verify_folder(draft):
            raise DamageError(f"the release was not written as it should be and is not published: {problems[0]}")
        sync_tree(draft)
        on_step("checked")
        sequence = 1 if parent is None else parent.sequence + 1
        with placed(place, draft, step.folder_name(state), sequence) as release:
            on_step("placed")
            commit = Commit(
                sequence=sequence,
                version=str(step.version),
                digest=state.digest,
                path=place.relative(release),
                manifest_sha256=hashlib.sha256((release / MANIFEST).read_bytes()).hexdigest(),
                parent=None if parent is None else parent.version,
            )
            append(place, commit, staging / "commit.json")
        on_step("committed")
        point(place, staging / "latest.json")
        on_step("pointed")
    return commit
