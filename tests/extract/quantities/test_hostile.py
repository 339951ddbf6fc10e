"""No pattern and no stage may take more than linear time on a hostile text."""

import re
import time
from collections.abc import Iterator
from datetime import date
from importlib import import_module

import pytest

from pipeline.extract.facts import Masthead
from pipeline.extract.quantities import find_quantities
from pipeline.extract.trade import find_trade_figures
from pipeline.text.page import Page, Paragraph, Sentence

SIZE = 65_536
HOSTILE = {
    "digits": "1" * SIZE,
    "groups": "1," * (SIZE // 2),
    "points": "1." * (SIZE // 2),
    "dashes": "1-" * (SIZE // 2),
    "slashes": "1/2/" * (SIZE // 4),
    "spaces": " " * SIZE,
    "lines": "\n " * (SIZE // 2),
    "commas": "," * SIZE,
    "signs": "$€£" * (SIZE // 3),
    "brackets": "($1 (" * (SIZE // 5),
    "magnitudes": "million " * (SIZE // 8),
    "one million": "one million " * (SIZE // 12),
    "vague": "tens of millions of " * (SIZE // 20),
    "points in words": "nine point " * (SIZE // 11),
    "halves": "and a half " * (SIZE // 11),
    "ranges": "5 to " * (SIZE // 5),
    "changes": "rose by 5 percent " * (SIZE // 18),
    "exports": "exports of $5 to China rose " * (SIZE // 28),
    "shares": "2 percent of exports, " * (SIZE // 22),
    "countries": "China and Japan " * (SIZE // 16),
    "nouns": "5 trucks of oil " * (SIZE // 16),
    "letters": "a" * SIZE,
    "capitals": "A " * (SIZE // 2),
    "apostrophes": "'s" * (SIZE // 2),
}
MODULES = ("quantities.tokens", "trade.scene", "trade.story")


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in MODULES:
        for name, value in sorted(vars(import_module(f"pipeline.extract.{module}")).items()):
            if isinstance(value, re.Pattern):
                yield f"{module}.{name}", value


PATTERNS = dict(_patterns())


def test_there_are_patterns() -> None:
    assert len(PATTERNS) >= 5


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_is_linear_on_hostile_text(name: str) -> None:
    for text in HOSTILE.values():
        started = time.process_time()
        for _ in PATTERNS[name].finditer(text):
            pass
        assert time.process_time() - started < 0.1, f"{name} on {text[:12]!r}"


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_quantities_of_hostile_text_come_soon(name: str) -> None:
    find_quantities("It sold 5 trucks.")
    started = time.process_time()
    find_quantities(HOSTILE[name])
    assert time.process_time() - started < 3


@pytest.mark.parametrize("name", sorted(HOSTILE))
@pytest.mark.parametrize("size", [600, SIZE])
def test_figures_of_hostile_text_come_soon(name: str, size: int) -> None:
    """`size` is the length of a sentence: one that fills the page, and many short ones."""
    text = HOSTILE[name]
    spans = [(at, min(at + size, len(text))) for at in range(0, len(text), size)]
    paragraph = Paragraph(0, "body", 0, len(text), text)
    page = Page(text, (paragraph,), tuple(Sentence(0, start, end, text[start:end]) for start, end in spans))
    masthead = Masthead(None, None, None, None, date(2020, 1, 1), "metadata", None, "en")
    started = time.process_time()
    find_trade_figures(page, masthead, (), ())
    assert time.process_time() - started < 6
