"""What a header or footer line says of each of its dates."""

from datetime import date

import pytest

from pipeline.text.stamps import read_stamps


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("July 19, 2017", [("plain", 19)]),
        ("Published : July 19, 2017 - 15:25 Updated : July 20, 2017", [("first", 19), ("later", 20)]),
        ("By Ann LeePublished : July 19, 2017", [("first", 19)]),
        ("Updated 20 July 2017, first published 19 July 2017", [("later", 20), ("first", 19)]),
        ("Write: 2017-07-19 14:21:07 / Update: 2017-07-20 15:02:44", [("first", 19), ("later", 20)]),
        ("Last modified on July 20, 2017", [("later", 20)]),
        ("Next issue: 26/07/2017", [("other", 26)]),
        ("Published yesterday", []),
    ],
)
def test_roles(line: str, expected: list[tuple[str, int]]) -> None:
    assert [(stamp.role, stamp.date.day) for stamp in read_stamps(line)] == [
        (role, date(2017, 7, day)) for role, day in expected
    ]
