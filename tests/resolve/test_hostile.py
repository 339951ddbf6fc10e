"""No pattern that compares reports or figures may take more than linear time on a hostile text."""

import re
import time
from importlib import import_module

import pytest

SIZE = 65_536
HOSTILE = {
    "digits": "1" * SIZE,
    "groups": "111," * (SIZE // 4),
    "points": "1.1" * (SIZE // 3),
    "spaces": " " * SIZE,
    "capitals": "A" * SIZE,
    "names": "Ab " * (SIZE // 3),
    "hyphens": "A-b'" * (SIZE // 4),
    "passives": "was " * (SIZE // 4),
    "adverbs": "was aly " * (SIZE // 8),
    "letters": "was " + "e" * SIZE,
    "agents": "by the " * (SIZE // 7),
    "years": "2014" * (SIZE // 4),
}
PATTERNS = {
    f"{module}.{name}": value
    for module in ("account", "likeness", "wording", "crosschecks.growth")
    for name, value in sorted(vars(import_module(f"pipeline.resolve.{module}")).items())
    if isinstance(value, re.Pattern)
}


def test_every_pattern_is_there() -> None:
    assert len(PATTERNS) == 6


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_is_linear_on_hostile_text(name: str) -> None:
    for told, text in HOSTILE.items():
        started = time.process_time()
        for _ in PATTERNS[name].finditer(text):
            pass
        assert time.process_time() - started < 0.2, f"{name} on {told}"
