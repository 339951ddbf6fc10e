"""Finding and reading releases: by version, by path, or the newest."""

from pathlib import Path

import pyarrow as pa

from pipeline.publish.commits import Commit, commit_path, head, history
from pipeline.publish.errors import DamageError, UnknownReleaseError
from pipeline.publish.files import file_sha256
from pipeline.publish.latest import pointed_path
from pipeline.publish.manifest import MANIFEST, Manifest, read_manifest
from pipeline.publish.parquet_file import read_parquet
from pipeline.publish.place import Place


def releases(curated: Path) -> tuple[Commit, ...]:
    """Every release of the folder `curated`, oldest first."""
    return history(Place(curated))


def newest_release(curated: Path) -> Path | None:
    """The folder of the newest release in `curated`, None before the first.

    The history decides; where there is none (a copy without it), latest.json does.
    """
    place = Place(curated)
    newest = head(place)
    path = pointed_path(place) if newest is None else newest.path
    return None if path is None else curated / path


def released_folder(place: Place, commit: Commit) -> Path:
    """The folder that `commit` published. Raises DamageError if it is gone or its manifest was altered."""
    folder = place.curated / commit.path
    manifest = folder / MANIFEST
    if not manifest.is_file():
        raise DamageError(
            f"{folder}: release {commit.version} is in the history but its folder is gone; restore it, or delete "
            f"{commit_path(place, commit.sequence)} to go back to the release before"
        )
    if file_sha256(manifest) != commit.manifest_sha256:
        raise DamageError(f"{manifest}: was altered after it was published; run `wireledger verify`")
    return folder


def find_release(curated: Path, wanted: str | Path | None = None) -> Path:
    """The folder of the release `wanted`: a version, a release folder, a curated folder, or None for the newest.

    Raises UnknownReleaseError if there is none.
    """
    if wanted is None:
        return _newest(curated)
    for commit in releases(curated):
        if str(wanted) == commit.version:
            return curated / commit.path
    folder = Path(wanted)
    if (folder / MANIFEST).is_file():
        return folder
    if folder.is_dir():
        return _newest(folder)
    known = ", ".join(commit.version for commit in releases(curated)[-5:]) or "none"
    raise UnknownReleaseError(f"{wanted}: no release of that version or path; the newest in {curated}: {known}")


def read_tables(folder: Path, manifest: Manifest | None = None) -> dict[str, pa.Table]:
    """Every table of the release in `folder`, by name, once its file's bytes were found as the manifest has them.

    Raises DamageError for a file that is missing or altered.
    """
    known = manifest or read_manifest(folder)
    return {name: read_table(folder, name, known) for name in known.tables}


def state_tables(folder: Path, manifest: Manifest) -> dict[str, pa.Table]:
    """The tables that make the release's state: all but `changes`, which tells of the way to it."""
    return {name: table for name, table in read_tables(folder, manifest).items() if name != "changes"}


def read_table(folder: Path, name: str, manifest: Manifest) -> pa.Table:
    """The table `name` of the release in `folder`; see `read_tables`."""
    path = folder / f"{name}.parquet"
    try:
        if file_sha256(path) != manifest.files[path.name].sha256:
            raise DamageError(f"{path}: was altered after it was published; run `wireledger verify`")
        return read_parquet(path)
    except (OSError, pa.ArrowException, KeyError) as error:
        raise DamageError(f"{path}: cannot be read ({error}); run `wireledger verify`") from error


def _newest(curated: Path) -> Path:
    folder = newest_release(curated)
    if folder is None:
        raise UnknownReleaseError(f"{curated}: holds no release; run `wireledger publish` first")
    return folder
