"""The curated folder's layout, and whether a folder can be one."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.publish.errors import PlaceError, storage_errors
from pipeline.publish.files import sync_folder


@dataclass(frozen=True, slots=True)
class Place:
    """A curated folder and what stands where in it."""

    curated: Path

    @property
    def releases(self) -> Path:
        """The folder of the release folders."""
        return self.curated / "releases"

    @property
    def commits(self) -> Path:
        """The folder of the commit records, the history."""
        return self.curated / "commits"

    @property
    def staging(self) -> Path:
        """The folder in which releases are put together; what a crash leaves here harms nobody."""
        return self.curated / ".staging"

    @property
    def latest(self) -> Path:
        """The hint that names the newest release."""
        return self.curated / "latest.json"

    def relative(self, path: Path) -> str:
        """`path`, which lies below the curated folder, as records name it: relative, with `/` between the parts."""
        return path.relative_to(self.curated).as_posix()


def prepared_place(curated: Path, raw: Path | None) -> Place:
    """The place at `curated`, its folders made.

    Raises PlaceError if it lies inside the folder of raw articles (a release would be read as articles) or if a foreign
    file stands in the way, StorageError if it cannot be made.
    """
    if raw is not None and curated.resolve().is_relative_to(raw.resolve()):
        raise PlaceError(f"{curated}: lies inside the raw folder {raw}; choose a curated folder outside it")
    place = Place(curated)
    for folder in (curated, place.releases, place.commits, place.staging):
        if folder.exists() and not folder.is_dir():
            raise PlaceError(f"{folder}: a file stands where a folder is needed; move it away")
    if place.latest.is_dir():
        raise PlaceError(f"{place.latest}: a folder stands where a file is needed; move it away")
    missing = [folder for folder in (place.releases, place.commits, place.staging) if not folder.is_dir()]
    with storage_errors(curated):
        for folder in missing:
            folder.mkdir(parents=True, exist_ok=True)
        if missing:
            sync_folder(curated)
    return place
