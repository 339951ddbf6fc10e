"""When a change of the raw folder asks for a run: a pure decision, taken by the sensor at each tick.

A run key is the digest of what was seen and a sequence number that never repeats: Dagster ignores a key that it has
seen for ever, also when a folder returns to an earlier state or when a run has failed.
"""

import json
from dataclasses import asdict, dataclass, replace
from typing import Literal

SETTLE_SECONDS = 5.0
"""A folder whose newest file is younger may still be being written."""
TRIES = 4
"""Runs for one and the same state of the folder, the first included."""
FIRST_PAUSE_SECONDS = 60.0
"""Pause before the second try; it doubles with each further one."""

RunState = Literal["failed", "other"]


@dataclass(frozen=True, slots=True)
class Memory:
    """What the sensor knows from tick to tick; kept as JSON in its cursor."""

    digest: str | None = None
    """The state that the last run was asked for; None before the first."""
    sequence: int = 0
    """How many runs have been asked for."""
    tries: int = 0
    """How many of them for `digest`, one after the other."""
    seen: str | None = None
    """The state at the last tick, run or not."""

    def to_cursor(self) -> str:
        """The memory as JSON."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_cursor(cls, cursor: str | None) -> "Memory":
        """The memory in `cursor`; a fresh one where there is none or where it is not ours."""
        try:
            return cls(**json.loads(cursor or "{}"))
        except (TypeError, ValueError):
            return cls()

    @property
    def run_key(self) -> str | None:
        """The key of the run that was last asked for."""
        return None if self.digest is None else f"{self.digest}-{self.sequence}"


@dataclass(frozen=True, slots=True)
class Folder:
    """What a tick sees of the raw folder."""

    digest: str
    """Digest of names, sizes and times of its files, and of the code that reads them."""
    newest_mtime: float | None
    """When its newest file was written, in seconds since 1970; None for a folder without files."""


@dataclass(frozen=True, slots=True)
class LastRun:
    """What became of the run that was last asked for."""

    state: RunState
    ended_at: float
    """When it was last heard of, in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a tick does."""

    memory: Memory
    """To be kept for the next tick."""
    run_key: str | None
    """Key of the run to ask for, or None."""
    reason: str
    """One line for the tick's history."""


def decide(memory: Memory, folder: Folder, last_run: LastRun | None, now: float) -> Decision:
    """Ask for a run where the folder has changed and settled, or where its last run failed and may be tried again."""
    settled = _settled(memory, folder, now)
    memory = replace(memory, seen=folder.digest)
    if folder.newest_mtime is None:
        return Decision(memory, None, "no file in the raw folder")
    if folder.digest != memory.digest:
        if not settled:
            return Decision(memory, None, "the raw folder has changed: waiting until its files have settled")
        return _ask(memory, folder.digest, 1, "the raw folder or the code has changed")
    if last_run is None or last_run.state != "failed":
        return Decision(memory, None, "no change in the raw folder")
    if memory.tries >= TRIES:
        return Decision(memory, None, f"the run failed {memory.tries} times: waiting for a change of the raw folder")
    again_at = last_run.ended_at + FIRST_PAUSE_SECONDS * 2 ** (memory.tries - 1)
    if now < again_at:
        return Decision(memory, None, f"the run failed: trying again in {again_at - now:.0f} s")
    return _ask(memory, folder.digest, memory.tries + 1, f"the run failed: try {memory.tries + 1} of {TRIES}")


def _settled(memory: Memory, folder: Folder, now: float) -> bool:
    """A newest file from the future says nothing about its age: then two ticks must have seen the same folder."""
    if folder.newest_mtime is None or folder.newest_mtime <= now:
        return folder.newest_mtime is None or now - folder.newest_mtime >= SETTLE_SECONDS
    return folder.digest == memory.seen


def _ask(memory: Memory, digest: str, tries: int, reason: str) -> Decision:
    asked = replace(memory, digest=digest, sequence=memory.sequence + 1, tries=tries)
    return Decision(asked, asked.run_key, reason)
