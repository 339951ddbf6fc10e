"""Full dates in all orders; what leaves day or month open keeps both readings."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.fulldate import find_full_dates

_DAY = date(2017, 7, 19)


@pytest.mark.parametrize(
    "text",
    [
        "July 19, 2017",
        "JULY 19, 2017",
        "Jul. 19 2017",
        "July 19th, 2017",
        "July 19. 2017",
        "19 July 2017",
        "19 Jul, 2017",
        "19th of July, 2017",
        "19th Wednesday, July 2017",
        "19-Jul-2017",
        "Wednesday, July 19, 2017",
        "Wed, Jul 19 2017",
        "Wed 19 Jul. 2017",
        "2017-07-19",
        "2017-07-19T15:25:00+09:00",
        "2017/07/19 15:25",
        "2017.7.19",
        "19.07.2017",
        "19/07/2017",
        "07/19/2017",
        "PublishedJuly 19, 2017",
        "July 19, 201710:23 AM",
        "19 Jul 20178:05 UTC",
        "Juche 106 (2017).7.19.",
        "Juche106.7.19.",
        "Juche 106-7-19",
        "Juche 106(2017). 7. 19",
    ],
)
def test_forms_of_one_day(text: str) -> None:
    assert [found.day for found in find_full_dates(f"Seoul {text} x")] == [_DAY]


@pytest.mark.parametrize(
    "line",
    ["Published 19.07.17, 05:20 AM", "Posted on: 07/19/17", "Date: 19-07-17", "19/07/17 14:05, Quito - Andes Wire"],
)
def test_a_labelled_year_of_two_figures(line: str) -> None:
    assert [(found.day, line[found.char_start : found.char_end] == found.text) for found in find_full_dates(line)] == [
        (_DAY, True)
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Riga Radio Baltija in Latvian 0915 GMT 7 Mar 94", "7 Mar 94"),
        ("Riga Radio Baltija in Latvian 2015 GMT 7 Mar 94", "7 Mar 94"),
        ("Riga VAKARS in Latvian 7 Mar 94 p 2", "7 Mar 94"),
        ("7 March 94", "7 March 94"),
    ],
)
def test_a_year_of_two_figures_of_what_was_heard(line: str, words: str) -> None:
    assert [(found.text, found.day) for found in find_full_dates(line)] == [(words, date(1994, 3, 7))]


@pytest.mark.parametrize("line", ["7 Mar 12", "He came in March 7 Mar 94", "In Riga 7 Mar 94", "0915 GMT 37 Mar 94"])
def test_other_years_of_two_figures_are_left(line: str) -> None:
    assert find_full_dates(line) == []


def test_a_year_of_two_figures_is_of_the_century_past_from_70_on() -> None:
    assert [found.day for found in find_full_dates("Dated 03.02.97")] == [date(1997, 2, 3)]


@pytest.mark.parametrize("line", ["Version 19.07.17", "Updated 10.23.45", "Published 19.07.17.2", "Posted 19:07:17"])
def test_other_pairs_of_figures_are_no_dates(line: str) -> None:
    assert find_full_dates(line) == []


def test_numeric_day_and_month_stay_open() -> None:
    [found] = find_full_dates("12/06/2020")
    assert found.day is None
    assert found.readings == (date(2020, 6, 12), date(2020, 12, 6))


def test_a_weekday_decides_a_numeric_date() -> None:
    assert [found.day for found in find_full_dates("Friday, 12/06/2020")] == [date(2020, 6, 12)]


def test_a_weekday_does_not_overrule_words() -> None:
    assert [found.day for found in find_full_dates("Monday, July 19, 2017")] == [_DAY]


def test_equal_day_and_month_are_one_reading() -> None:
    assert [found.day for found in find_full_dates("05/05/2020")] == [date(2020, 5, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "February 30, 2017",
        "31/02/2017",
        "2017-13-01",
        "May 15-21, 2017",
        "July 2017",
        "July 19",
        "1.07.2017.5",
        "112/19",
        "192.168.20.2017",
        "marched 19, 2017",
        "https://x.example/2017/07/19/a",
    ],
)
def test_no_full_date(text: str) -> None:
    assert find_full_dates(text) == []


def test_several_in_order() -> None:
    line = "Published : July 19, 2017 - 15:25 Updated : July 20, 2017 - 09:00"
    found = find_full_dates(line)
    assert [(one.text, one.day) for one in found] == [("July 19, 2017", _DAY), ("July 20, 2017", date(2017, 7, 20))]


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%a, %b %d %Y"]),
)
def test_a_written_day_is_read_back(day: date, form: str) -> None:
    text = f"x {day.strftime(form)} x"
    [found] = find_full_dates(text)
    assert found.day == day
    assert text[found.char_start : found.char_end] == found.text


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(1, 12))
def test_with_full_stops_the_day_comes_first(day: date, month: int) -> None:
    [found] = find_full_dates(f"{day.day:02}.{day.month:02}.{day.year}")
    assert found.readings == (day,)
    [found] = find_full_dates(f"{month:02}.25.{day.year}")
    assert found.readings == (date(day.year, month, 25),)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from("/-"), st.booleans())
def test_a_numeric_day_is_among_its_readings(day: date, mark: str, day_first: bool) -> None:
    numbers = (day.day, day.month) if day_first else (day.month, day.day)
    [found] = find_full_dates(f"{numbers[0]}{mark}{numbers[1]:02}{mark}{day.year}")
    assert day in found.readings
    assert len(found.readings) == (2 if day.day <= 12 and day.day != day.month else 1)


@given(st.text(alphabet="0123456789/.-, JulyMonday", max_size=60))
def test_offsets_hold(text: str) -> None:
    at = 0
    for found in find_full_dates(text):
        assert at <= found.char_start < found.char_end <= len(text)
        assert text[found.char_start : found.char_end] == found.text
        assert 1 <= len(found.readings) <= 2
        at = found.char_end
