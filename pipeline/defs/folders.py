"""Where the assets read, hand over and publish."""

import os
from pathlib import Path

import dagster as dg

from pipeline.corrections import corrections_beside
from pipeline.fingerprint import ROOT


class Folders(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The folders of one deployment."""

    raw: str
    """Holds the articles."""
    curated: str
    """Receives the releases."""
    scratch: str
    """What the assets hand each other; may be deleted at any time between two runs."""
    corrections: str = ""
    """Holds the corrections and need not exist; "" for `corrections` beside the raw folder."""

    @property
    def raw_path(self) -> Path:
        """The raw folder."""
        return Path(self.raw)

    @property
    def corrections_path(self) -> Path:
        """The folder of the corrections."""
        return Path(self.corrections) if self.corrections else corrections_beside(self.raw_path)

    @property
    def curated_path(self) -> Path:
        """The folder of the releases."""
        return Path(self.curated)

    @property
    def scratch_path(self) -> Path:
        """The scratch folder."""
        return Path(self.scratch)


def configured() -> Folders:
    """The folders that WIRELEDGER_RAW, WIRELEDGER_CURATED and WIRELEDGER_SCRATCH name, else the project's own.

    Corrections are those that WIRELEDGER_CORRECTIONS names, else those beside the raw folder.
    """
    project = ROOT if (ROOT / "pyproject.toml").exists() else Path.cwd()
    return Folders(
        raw=os.environ.get("WIRELEDGER_RAW") or str(project / "data" / "raw"),
        corrections=os.environ.get("WIRELEDGER_CORRECTIONS", ""),
        curated=os.environ.get("WIRELEDGER_CURATED") or str(project / "data" / "curated"),
        scratch=os.environ.get("WIRELEDGER_SCRATCH") or str(project / ".wireledger"),
    )
