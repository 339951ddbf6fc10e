"""No pattern of the modules of events may take more than linear time on a hostile text."""

import re
import time
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest

from pipeline.extract.events.labels import label_end
from pipeline.extract.events.statistics import is_figure

MODULES = (
    "apart", "belonging", "called_off", "clauses", "general", "govern", "governor", "home", "hosts", "linked", "nested",
    "objects", "sayings", "second", "statistics", "triggers", "wishes",
)  # fmt: skip
SIZE = 65_536
HOSTILE = {
    "digits": "1" * SIZE,
    "spaces": " " * SIZE,
    "years": "2014 " * (SIZE // 5),
    "dashes": "3 - " * (SIZE // 4),
    "was to": "was to " * (SIZE // 7),
    "planned for": "planned for " * (SIZE // 12),
    "during the": "during the " * (SIZE // 11),
    "articles": "the " * (SIZE // 4),
    "commas": ", " * (SIZE // 2),
    "capitals": "A" * SIZE,
    "words": "ab " * (SIZE // 3),
    "reports": "report ab " * (SIZE // 10),
}


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in MODULES:
        for name, value in sorted(vars(import_module(f"pipeline.extract.events.{module}")).items()):
            if isinstance(value, re.Pattern):
                yield f"{module}.{name}", value


PATTERNS = dict(_patterns())


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_is_linear_on_hostile_text(name: str) -> None:
    for text in HOSTILE.values():
        started = time.process_time()
        for _ in PATTERNS[name].finditer(text):
            pass
        assert time.process_time() - started < 0.2, f"{name} on {text[:12]!r}"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("reads", [label_end, is_figure])
def test_a_reading_is_linear_on_hostile_text(reads: Callable[[str], object], text: str) -> None:
    started = time.process_time()
    reads(text)
    assert time.process_time() - started < 0.2
