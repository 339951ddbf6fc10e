"""Verification: every byte of a release is hashed, every table read again, every promise of the manifest checked."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from pipeline.publish.commits import history
from pipeline.publish.csv_text import rows_sha256
from pipeline.publish.digest import tables_digest
from pipeline.publish.errors import DamageError
from pipeline.publish.files import file_sha256
from pipeline.publish.manifest import MANIFEST, Manifest, read_manifest
from pipeline.publish.parquet_file import read_parquet
from pipeline.publish.place import Place


def verify(release: Path) -> tuple[str, ...]:
    """What is broken in the release folder `release`, one line each, naming the file; empty if nothing is.

    Where the folder stands in a curated folder, the manifest is compared with the commit that published it.
    """
    try:
        return (*_committed(release), *verify_folder(release))
    except DamageError as error:
        return (str(error),)


def verify_folder(folder: Path) -> tuple[str, ...]:
    """`verify` by the manifest in `folder` alone, published or not."""
    try:
        manifest = read_manifest(folder)
        return (*_files(folder, manifest), *_tables(folder, manifest))
    except DamageError as error:
        return (str(error),)


def _committed(release: Path) -> Iterator[str]:
    """The manifest against its commit: it is the one file whose hash stands outside the folder."""
    place = Place(release.resolve().parent.parent)
    path = f"{place.releases.name}/{release.resolve().name}"
    commits = [commit for commit in history(place) if commit.path == path]
    if release.resolve().parent == place.releases.resolve() and place.commits.is_dir() and not commits:
        yield f"{release}: no commit names this folder; it was never published"
    for commit in commits:
        digest = file_sha256(release / MANIFEST) if (release / MANIFEST).is_file() else commit.manifest_sha256
        if commit.manifest_sha256 != digest:
            yield f"{release / MANIFEST}: sha256 is {digest}, the commit says {commit.manifest_sha256}"


def _files(release: Path, manifest: Manifest) -> Iterator[str]:
    for name, entry in manifest.files.items():
        path = release / name
        if not path.is_file():
            yield f"{path}: is missing"
            continue
        size = path.stat().st_size
        if size != entry.bytes:
            yield f"{path}: has {size} bytes, the manifest says {entry.bytes}"
        digest = file_sha256(path)
        if digest != entry.sha256:
            yield f"{path}: sha256 is {digest}, the manifest says {entry.sha256}"
    for path in sorted(release.iterdir()):
        if path.name not in manifest.files and path.name != MANIFEST:
            yield f"{path}: is not in the manifest"


def _tables(release: Path, manifest: Manifest) -> Iterator[str]:
    digests = {}
    for name, entry in manifest.tables.items():
        path = release / f"{name}.parquet"
        try:
            table = read_parquet(path)
        except FileNotFoundError:
            continue
        except (OSError, ValueError, pa.ArrowException) as error:
            yield f"{path}: cannot be read ({' '.join(str(error).split())})"
            continue
        if not table.schema.equals(entry.schema):
            yield f"{path}: its columns or types are not those of the manifest"
            continue
        if table.num_rows != entry.rows:
            yield f"{path}: has {table.num_rows} rows, the manifest says {entry.rows}"
        digests[name] = rows_sha256(table)
        if digests[name] != entry.rows_sha256:
            yield f"{path}: rows are not those of the manifest"
        if manifest.files[f"{name}.csv"].sha256 != entry.rows_sha256:
            yield f"{release / MANIFEST}: {name}.csv and the rows of {name} have different digests"
    yield from _digest(release, manifest, digests)


def _digest(release: Path, manifest: Manifest, digests: dict[str, str]) -> Iterator[str]:
    rows = {name: digest for name, digest in digests.items() if name != "changes"}
    if set(rows) != set(manifest.contract.schemas):
        return
    digest = tables_digest(rows, manifest.contract.schemas, manifest.contract_version)
    if digest != manifest.digest:
        yield f"{release / MANIFEST}: the tables' digest is {digest}, the manifest says {manifest.digest}"
