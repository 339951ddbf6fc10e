"""Lines of a chronology that give no year."""

from datetime import date

from pipeline.extract.dates import find_dates

PAGE = """Key dates

{lines}
"""


def days(*lines: str, published_on: date = date(2023, 9, 26)) -> list[str]:
    found = find_dates(PAGE.format(lines="\n\n".join(lines)), published_on)
    return [str(mention.date_start) for mention in found]


def test_lines_go_on_from_the_year_of_the_line_before() -> None:
    assert days(
        "May 2021 - Peru lifts a ban on crossings.",
        "June 19, 2022 - A new president is elected.",
        "July 28 - The ministers meet in Lima.",
        "November 7 - Flights resume between the capitals.",
        "April 25 - Lima hosts a conference.",
    ) == ["2021-05-01", "2022-06-19", "2022-07-28", "2022-11-07", "2023-04-25"]


def test_colons_and_bullets_open_lines_too() -> None:
    assert days("* 3 December 2021: The talks begin.", "* 14 February: They end.") == ["2021-12-03", "2022-02-14"]


def test_a_list_that_goes_backward_is_read_by_its_tense() -> None:
    assert days("September 20 - The talks ended.", "August 3 - The talks began.") == ["2023-09-20", "2023-08-03"]


def test_a_programme_may_reach_into_the_future() -> None:
    assert days("October 3, 2023: The ship is to sail.", "January 5: It is to return.") == ["2023-10-03", "2024-01-05"]


def test_a_date_inside_a_line_is_none_that_opens_it() -> None:
    assert days("June 19, 2012 - A treaty is signed.", "The ministers met on July 28.")[-1] == "2023-07-28"
