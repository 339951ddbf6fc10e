"""The raw folder as an asset: not made here, but looked at."""

import warnings

import dagster as dg

from pipeline.defs.failures import in_one_line
from pipeline.defs.folders import Folders
from pipeline.intake.listing import Listing, list_folder


def listing_of(folders: Folders) -> Listing:
    """What lies in the raw folder. Ends the step or tick with one line where it cannot be listed."""
    with in_one_line():
        return list_folder(folders.raw_path)


def corrections_of(folders: Folders) -> Listing:
    """What lies in the folder of the corrections; nothing where there is none."""
    if not folders.corrections_path.is_dir():
        return Listing(())
    with in_one_line():
        return list_folder(folders.corrections_path)


with warnings.catch_warnings():
    warnings.simplefilter("ignore", dg.BetaWarning)

    @dg.observable_source_asset(
        group_name="raw",
        description="The folder of articles as it lies there: .txt, .html and .jsonl files in folders of any depth. "
        "Its data version is the digest of names, sizes and times of change.",
    )
    def raw_articles(folders: Folders) -> dg.ObserveResult:
        """See the description."""
        listing = listing_of(folders)
        return dg.ObserveResult(
            data_version=dg.DataVersion(listing.digest[:16]),
            metadata={"files": len(listing.entries), "folder": dg.MetadataValue.path(folders.raw)},
        )
