"""A publisher in a process of its own: `child_process.py TABLES CURATED FAULT`, waits for a line before it publishes.

TABLES is a pickle of the tables. FAULT says when it kills itself: a step of `STEPS`, `write:N` before the Nth CSV file,
or `none`.
"""

import os
import pickle
import signal
import sys
from pathlib import Path

from pipeline.publish import draft
from pipeline.publish.release import publish


def die() -> None:
    """End this process as a power switch would, without any cleaning."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_before_file(number: int) -> None:
    """Arrange that the process dies before the CSV file of that number, counted from 1, is written."""
    write, left = draft.write_csv, iter(range(number - 1))

    def dying_write(table, path):
        if next(left, None) is None:
            die()
        write(table, path)

    draft.write_csv = dying_write


def main(tables: str, curated: str, fault: str) -> None:
    """See the module."""
    if fault.startswith("write:"):
        die_before_file(int(fault.removeprefix("write:")))
    print("ready", flush=True)
    sys.stdin.readline()
    published = publish(
        pickle.loads(Path(tables).read_bytes()),
        [],
        Path(curated),
        on_step=lambda step: die() if step == fault else None,
    )
    print(published.version, published.changed, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
