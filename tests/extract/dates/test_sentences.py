"""Calendar expressions in many forms, from a table, as of one day; and sentences without any."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.extract.dates import find_dates

_TODAY = date(2013, 3, 21)
_HERE = Path(__file__).parent


def _lines(name: str) -> list[str]:
    return [line for line in (_HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@pytest.mark.parametrize("line", _lines("sentences.txt"))
def test_expression_of_a_sentence(line: str) -> None:
    text, expression, start, end, precision = (part.strip() for part in line.split("|"))
    found = [m for m in find_dates(text, _TODAY) if m.text == expression]
    assert [(str(m.date_start), str(m.date_end), m.precision) for m in found[:1]] == [(start, end, precision)]


@pytest.mark.parametrize("line", _lines("silent.txt"))
def test_sentence_without_a_date(line: str) -> None:
    assert [m.text for m in find_dates(line, _TODAY) if m.date_start is not None] == []
