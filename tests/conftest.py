"""Articles for tests that run the whole path: few and short, with a repeat, a photo caption and a figure in words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# how long an example takes is for the benchmarks: a busy machine fails no test
settings.register_profile("without_a_clock", parent=settings.default, deadline=None)
settings.load_profile("without_a_clock")

TERMINAL = """\
Grain terminal opens in border port

March 4, 2016

VLADIVOSTOK, March 4 (Coastal Wire) -- Russian Transport Minister Oleg Marenin visited North Korea on Wednesday and
signed a protocol on grain deliveries.

North Korea imported 12,400 tons of wheat from Russia in 2015, worth $3.1 million.

The two sides agreed on February 11 to reopen the railway to the port of Rason.
"""
SHIPMENT = """\
Second wheat cargo leaves for Rason

March 9, 2016

MOSCOW, March 9 (Coastal Wire) -- Russia shipped four thousand tons of wheat to North Korea on Monday.

North Korea imported 12,400 tons of wheat from Russia in 2015, worth $3.1 million.

North Korean Foreign Minister Ri Myong-chol praised the deliveries on Tuesday.
"""
TALKS = """\
Vietnam and Hungary discuss rice

April 18, 2016

HANOI, April 18 (Delta Press) -- Vietnamese Trade Minister Tran Quoc Bao held talks in Budapest on April 15 with his
counterpart from Hungary, Gabor Szelenyi.

Vietnam exported rice worth $41 million to Hungary in 2015, up 12 percent.
"""


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A raw folder with two articles that share a paragraph."""
    folder = tmp_path / "raw"
    (folder / "coast").mkdir(parents=True)
    (folder / "coast" / "terminal.txt").write_text(TERMINAL, encoding="utf-8")
    (folder / "coast" / "shipment.txt").write_text(SHIPMENT, encoding="utf-8")
    return folder


@pytest.fixture
def add_talks(raw: Path) -> Callable[[], Path]:
    """Puts a third article into the raw folder and names it."""

    def add() -> Path:
        path = raw / "talks.txt"
        path.write_text(TALKS, encoding="utf-8")
        return path

    return add
