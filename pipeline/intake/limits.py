"""How much intake takes in: the limits beyond which a file is refused rather than read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused as too large. The defaults are far above any newspaper article, far below a machine's memory."""

    max_file_bytes: int = 10_000_000
    """Largest text or HTML file, in bytes."""
    max_records_bytes: int = 2_000_000_000
    """Largest JSON Lines file, in bytes; it is read line by line."""
    max_article_chars: int = 1_000_000
    """Longest text of one article, in code points."""
    max_sidecar_bytes: int = 100_000
    """Largest sidecar, in bytes."""
    max_articles: int = 2_000_000
    """Articles in one run; what comes after them, in order of path, is refused."""
    max_path_chars: int = 1_000
    """Longest path below the raw folder, in code points."""
