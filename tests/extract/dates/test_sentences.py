"""Calendar expressions in many forms, from a table, as of one day; and sentences without any."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.extract.dates import find_dates
from pipeline.extract.dates.expressions import Expression
from pipeline.extract.dates.families import FAMILIES
from pipeline.extract.dates.scan import PATTERNS
from pipeline.extract.dates.starts import BEHIND, STARTS, Starts

_TODAY = date(2013, 3, 21)
_HERE = Path(__file__).parent


def _lines(name: str) -> list[str]:
    return [line for line in (_HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@pytest.mark.parametrize("line", _lines("sentences.txt"))
def test_expression_of_a_sentence(line: str) -> None:
    text, expression, start, end, precision = (part.strip() for part in line.split("|"))
    found = [m for m in find_dates(text, _TODAY) if m.text == expression]
    assert [(str(m.date_start), str(m.date_end), m.precision) for m in found[:1]] == [(start, end, precision)]


@pytest.mark.parametrize("line", _lines("directions.txt"))
def test_verbs_tell_which_of_two_days_is_meant(line: str) -> None:
    today, text, expression, start = (part.strip() for part in line.split("|"))
    found = [m for m in find_dates(text, date.fromisoformat(today)) if m.text == expression]
    assert [str(m.date_start) for m in found] == [start]


@pytest.mark.parametrize("line", _lines("silent.txt"))
def test_sentence_without_a_date(line: str) -> None:
    assert [m.text for m in find_dates(line, _TODAY) if m.date_start is not None] == []


_EVERYWHERE = "".join(f"{line.split('|')[0].strip()}\n" for line in (*_lines("sentences.txt"), *_lines("silent.txt")))


@pytest.mark.parametrize("at", range(len(FAMILIES)), ids=lambda at: f"{at}-{FAMILIES[at][2].__name__}")
def test_an_expression_begins_with_the_words_of_its_family(at: int) -> None:
    """What a family finds anywhere in the table it finds where `starts` would try it."""
    tried = {place for place, _ in Starts([FAMILIES[at][0]]).places(_EVERYWHERE)}
    for match in PATTERNS[at].finditer(_EVERYWHERE):
        read = FAMILIES[at][2](match)
        for expression in [read] if isinstance(read, Expression) else read or ():
            assert match.start() in tried, f"{match.group()!r} of {expression}"


def test_every_kind_of_first_word_has_a_family() -> None:
    named = {name for kinds, _, _ in FAMILIES for name in kinds.split()}
    assert {name.partition(":")[2] for name in named} - {""} == set(BEHIND)
    assert {name.partition(":")[0] for name in named} - {"digits2", "digits3", "digits4", "quote"} == set(STARTS)
