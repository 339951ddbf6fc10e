"""Feasts on the days that the calendars of some years print."""

from datetime import date

import pytest

from pipeline.extract.dates.feasts import RULES, easter, feast


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1998, 4, 12), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2013, 3, 31), (2014, 4, 20), (2018, 4, 1), (2024, 3, 31), (2025, 4, 20)],
)  # fmt: skip
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("name", "year", "month", "day"),
    [
        ("Thanksgiving", 2013, 11, 28),
        ("Black Friday", 2013, 11, 29),
        ("Memorial Day", 2013, 5, 27),
        ("Labor Day", 2014, 9, 1),
        ("Good Friday", 2013, 3, 29),
        ("Easter Monday", 2016, 3, 28),
        ("Christmas Eve", 1999, 12, 24),
    ],
)
def test_feasts(name: str, year: int, month: int, day: int) -> None:
    assert feast(RULES[name], year) == date(year, month, day)
