"""latest.json: the hint that names the newest release, for readers who do not list the history."""

import json
from pathlib import Path

from pipeline.publish.commits import Commit, head, json_bytes
from pipeline.publish.errors import DamageError
from pipeline.publish.files import sync_folder, write_durably
from pipeline.publish.place import Place


def pointed_path(place: Place) -> str | None:
    """The folder that latest.json names, relative to the curated folder; None if there is no such file.

    Raises DamageError if the file holds something else or names a folder outside.
    """
    try:
        path = json.loads(place.latest.read_bytes())["path"]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DamageError(f"{place.latest}: names no release ({error}); delete it and publish again") from error
    target = (place.curated / str(path)).resolve()
    if not target.is_relative_to(place.curated.resolve()):
        raise DamageError(f"{place.latest}: names a folder outside {place.curated}; delete it and publish again")
    return str(path)


def point(place: Place, draft: Path) -> None:
    """Make latest.json name the newest release; `draft` is a new file on the same disk.

    Of two publishers at once the slower may write the older name last. So each looks again after it has written: who
    wrote too late finds the newer record and writes again.
    """
    written: Commit | None = None
    while (newest := head(place)) is not None and newest != written:
        hint = json_bytes({"version": newest.version, "path": newest.path, "digest": newest.digest})
        if not place.latest.is_file() or place.latest.read_bytes() != hint:
            write_durably(draft, hint)
            draft.replace(place.latest)
            sync_folder(place.curated)
        written = newest
