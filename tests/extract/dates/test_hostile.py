"""No pattern of dates, tense, attribution or clauses may take more than linear time on a hostile text."""

import re
import time
from collections.abc import Iterator
from importlib import import_module

import pytest

from pipeline.extract.dates.scan import PATTERNS as FAMILIES
from pipeline.extract.dates.scan import scan
from pipeline.extract.tense import direction

MODULES = (
    "attribution", "publication_date", "tense", "tense_signs", "dates.discourse", "dates.fiscal", "dates.inference", "dates.join",
    "dates.not_dates", "dates.readers", "dates.readers_counted", "dates.scan", "dates.starts", "events.clauses", "events.govern",
    "events.complements", "events.linked", "events.objects", "events.parties", "events.phrases", "events.statistics",
    "events.tokens",
)  # fmt: skip

SIZE = 65_536
HOSTILE = {
    "digits": "1" * SIZE,
    "spaces": " " * SIZE,
    "months": "May " * (SIZE // 4),
    "days": "May 3, " * (SIZE // 7),
    "years": "2014-" * (SIZE // 5),
    "brackets": "([" * (SIZE // 2),
    "articles": "the " * (SIZE // 4),
    "ordinals": "first second " * (SIZE // 13),
    "commas": ", " * (SIZE // 2),
    "capitals": "A" * SIZE,
    "said": "said " * (SIZE // 5),
    "words": "ab " * (SIZE // 3),
}


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for at, pattern in enumerate(FAMILIES):
        yield f"family {at}", pattern
    for module in MODULES:
        for name, value in sorted(vars(import_module(f"pipeline.extract.{module}")).items()):
            if isinstance(value, re.Pattern):
                yield f"{module}.{name}", value


PATTERNS = dict(_patterns())


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_is_linear_on_hostile_text(name: str) -> None:
    pattern = PATTERNS[name]
    for text in HOSTILE.values():
        started = time.process_time()
        for _ in pattern.finditer(text):
            pass
        assert time.process_time() - started < 0.1, f"{name} on {text[:12]!r}"


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_families_at_their_first_words_are_linear_too(name: str) -> None:
    text = HOSTILE[name]
    started = time.process_time()
    scan(text)
    direction(text, SIZE // 2, SIZE // 2 + 8)
    assert time.process_time() - started < 2, name
