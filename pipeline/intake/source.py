"""What intake hands on, as values: an article's decoded text with what came with it, and what was refused."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a sidecar, a JSON Lines record or a page's own head says about its article; None where it says nothing."""

    title: str | None = None
    published_on: date | None = None
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """One article as it came in."""

    article_id: str
    """`stable_id(source_path, record_key)`."""
    source_path: str
    """Path of its file below the raw folder, with `/` between the parts."""
    record_key: str | None
    """For JSON Lines: the record's id or url, else the digest of its text; else None."""
    encoding: str
    """How the file was decoded, as a Python codec's name (`utf-8`, `utf-16`, `cp1252`, `iso8859-1`, …)."""
    text: str
    """The decoded text, byte-order mark removed, line ends untouched; for HTML and JSON Lines what was taken out."""
    sha256: str
    """Hex digest of the source's bytes (of the record's line for JSON Lines)."""
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file, record or row that was refused: one row of `quarantine`."""

    table: str
    """What it would have become: `articles` for files and records, else the table's name."""
    rule: str
    """The rule that refused it, a short snake_case word (`empty`, `binary`, `too_large`, `language` …)."""
    reason: str
    """One line for a person: what is wrong and what to do."""
    source_path: str
    record_key: str | None = None
    value: str | None = None
    """The offending value or the row's id, shortened to 200 characters."""


@dataclass(frozen=True, slots=True)
class Intake:
    """The outcome of reading a folder: `files_read + files_quarantined == files_seen`."""

    articles: tuple[SourceArticle, ...]
    rejections: tuple[Rejection, ...]
    files_seen: int
    files_read: int
    files_quarantined: int
