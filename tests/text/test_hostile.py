"""No text, however odd, makes reading a page take more than its length warrants."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from pipeline.text.dateline import read_dateline
from pipeline.text.fulldate import find_full_dates
from pipeline.text.furniture import mark_line
from pipeline.text.language import detect
from pipeline.text.paragraphs import read_page
from pipeline.text.sentences import split_sentences

_SIZE = 65_536
_PIECES = [
    "1", " ", "a ", ".", ". ", "(", "[(", "A", "Ab ", "AB ", "March ", "March 1, 2017 ", '"', 'a."A', "/", "\n", "a\n", "A.", "A. ",
    "By ", "1/1/", "Abcd Efg\n", "By Abcd Efg\n", "http://", "a@", "a.a@", "<a ", "• ", "lorem ipsum dolor sit amet of the and in\n",
    "… ", "!?", ", ", "and ", "- ", "photo by ", "mon ", "Ud.", "St. ", "a\u2028", "U.S. ", "a: ", "\u200b", "abcdefg,\n\n", "\r", "\t",
]  # fmt: skip
_CPU_SECONDS = 5.0
"""Some fifty times what it takes; a quadratic reading of 64 KB takes minutes."""


@contextmanager
def cpu_deadline(seconds: float) -> Iterator[None]:
    def expire(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} s of CPU time")

    before = signal.signal(signal.SIGVTALRM, expire)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("piece", _PIECES, ids=repr)
@pytest.mark.parametrize("read", [read_page, read_dateline, find_full_dates, mark_line, split_sentences, detect])
def test_time_is_linear(read: object, piece: str) -> None:
    text = piece * (_SIZE // len(piece))
    with cpu_deadline(_CPU_SECONDS):
        read(text)
        read("SEOUL (Yonhap) -- x" + text + "!")
