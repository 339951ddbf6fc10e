"""Arithmetic of days, months and weeks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.dates import interval
from pipeline.extract.dates.fiscal import fiscal_year, iranian_new_year

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(DAYS, st.integers(-200, 200))
def test_a_week_is_seven_days_from_monday(day: date, shift: int) -> None:
    week = interval.week(day, shift)
    assert (week.end - week.start).days == 6
    assert week.start.weekday() == 0


@given(DAYS, st.integers(-300, 300))
def test_months_added_and_taken_back_lead_to_the_same_month(day: date, count: int) -> None:
    there = interval.add_months(day, count)
    back = interval.add_months(there, -count)
    assert (back.year, back.month) == (day.year, day.month)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_the_three_parts_of_a_month_are_the_month(year: int, month: int) -> None:
    early, mid, late = (interval.month(year, month, part) for part in ("early", "mid", "late"))
    whole = interval.month(year, month)
    assert (early.start, late.end) == (whole.start, whole.end)
    assert (mid.start - early.end).days == (late.start - mid.end).days == 1


@pytest.mark.parametrize(
    ("year", "first"), [(1395, "2016-03-20"), (1396, "2017-03-21"), (1399, "2020-03-20"), (1403, "2024-03-20")]
)
def test_the_iranian_year_begins_on_the_day_of_its_calendar(year: int, first: str) -> None:
    assert iranian_new_year(year).isoformat() == first


@pytest.mark.parametrize(
    ("state", "named", "pair", "start", "end"),
    [
        ("IND", 2019, False, "2018-04-01", "2019-03-31"),
        ("IND", 2018, True, "2018-04-01", "2019-03-31"),
        ("PAK", 2019, False, "2018-07-01", "2019-06-30"),
        ("USA", 2019, False, "2018-10-01", "2019-09-30"),
        ("JPN", 2019, False, "2019-04-01", "2020-03-31"),
    ],
)
def test_fiscal_years_by_state(state: str, named: int, pair: bool, start: str, end: str) -> None:
    first, last = fiscal_year(state, named, pair)
    assert (first.isoformat(), last.isoformat()) == (start, end)
