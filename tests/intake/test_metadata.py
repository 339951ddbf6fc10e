"""Fields of sidecars and records: typed, or left out with a reason."""

from datetime import date

import pytest

from pipeline.intake.metadata import read_day, read_fields
from pipeline.intake.source import Metadata


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016-05-03", date(2016, 5, 3)),
        ("2016-05-03T23:30:00-08:00", date(2016, 5, 3)),
        ("2016-05-03 23:30", date(2016, 5, 3)),
        ("2016-05-03T23:30:00.123Z", date(2016, 5, 3)),
        ("Tue, 03 May 2016 09:00:00 GMT", date(2016, 5, 3)),
        ("May 3, 2016", date(2016, 5, 3)),
        ("13/05/2016", date(2016, 5, 13)),
        ("03/05/2016", None),
        ("2016-02-30", None),
        ("2016-05", None),
        ("soon", None),
        ("May 3, 2016 or May 4, 2016", None),
    ],
)
def test_read_day(text: str, day: date | None) -> None:
    assert read_day(text) == day


def test_fields_are_stripped_and_blank_ones_absent() -> None:
    fields = read_fields(
        {"title": "  Coal \n trains ", "url": "", "publisher": None, "published_on": "2016-05-03", "id": 3}
    )
    assert fields.metadata == Metadata("Coal trains", date(2016, 5, 3), None, None)
    assert fields.problems == ()


@pytest.mark.parametrize(
    "values",
    [
        {"title": 3},
        {"url": ["x"]},
        {"publisher": {}},
        {"published_on": 20160503},
        {"title": "a\x00b"},
        {"title": "\ud800"},
        {"title": "x" * 3000},
    ],
)
def test_what_is_no_line_is_left_out_and_told(values: dict[str, object]) -> None:
    fields = read_fields(values)
    assert fields.metadata == Metadata()
    assert len(fields.problems) == 1
    assert next(iter(values)) in fields.problems[0]
