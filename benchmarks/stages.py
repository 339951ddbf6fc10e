"""Our extraction, stage by stage, in a process of its own that runs a stage when it is told to.

    python -P benchmarks/stages.py FOLDER

Prints a line of JSON that says which core it runs and which stages there are; then, for each line with a stage's name,
the seconds of CPU that the stage took over the articles of FOLDER.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.extract import article, extract_article
from pipeline.extract.dates import resolve_dates
from pipeline.extract.events import find_events
from pipeline.extract.masthead import read_masthead
from pipeline.extract.officials import find_officials
from pipeline.extract.quantities import find_quantities
from pipeline.extract.trade import find_trade_figures
from pipeline.intake.source import Metadata, SourceArticle
from pipeline.text.paragraphs import read_page

WHOLE = "whole extraction, articles one by one"


def stages(texts: Sequence[str]) -> dict[str, Callable[[], object]]:
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


def seconds(work: Callable[[], object]) -> float:
    """The CPU time that `work` takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Run the stages that standard input names."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    works = stages(texts)
    print(json.dumps({"core": article.__file__, "stages": list(works)}), flush=True)
    for line in sys.stdin:
        print(seconds(works[line.strip()]), flush=True)


if __name__ == "__main__":
    main()
