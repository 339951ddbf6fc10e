"""Calendar expressions by kind: what each means as of a day, and what is no date at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.dates import find_dates
from pipeline.extract.dates.starts import BEHIND, STARTS

FRIDAY = date(2016, 3, 18)

EXPLICIT = [
    ("The accord of 4 May 2011 holds.", "4 May 2011", "2011-05-04", "2011-05-04"),
    ("They met on Tuesday, June 7, 2011, in Riga.", "Tuesday, June 7, 2011", "2011-06-07", "2011-06-07"),
    ("Signed on 2014-11-30 in Hanoi.", "2014-11-30", "2014-11-30", "2014-11-30"),
    ("Filed 30.11.2014 by the ministry.", "30.11.2014", "2014-11-30", "2014-11-30"),
    ("The fair ran from Sept. 9-12, 2013.", "Sept. 9-12, 2013", "2013-09-09", "2013-09-12"),
    ("The tour of Nov. 29-Dec. 2, 2012 was short.", "Nov. 29-Dec. 2, 2012", "2012-11-29", "2012-12-02"),
    ("Talks ran from March 30 to April 2, 2014.", "March 30 to April 2, 2014", "2014-03-30", "2014-04-02"),
    ("Output doubled in mid-August 2009.", "mid-August 2009", "2009-08-11", "2009-08-20"),
    ("It began in late 2008.", "late 2008", "2008-09-01", "2008-12-31"),
    ("It was built in the 1970s.", "the 1970s", "1970-01-01", "1979-12-31"),
    ("Sales of the first quarter of 2015 fell.", "the first quarter of 2015", "2015-01-01", "2015-03-31"),
    ("Freight in H2 2013 rose.", "H2 2013", "2013-07-01", "2013-12-31"),
    ("In the first nine months of 2012 it grew.", "the first nine months of 2012", "2012-01-01", "2012-09-30"),
    ("The harvest of autumn 2011 was poor.", "autumn 2011", "2011-09-01", "2011-11-30"),
    ("Between 2008 and 2011 he was envoy.", "2008 and 2011", "2008-01-01", "2011-12-31"),
    ("India's exports in fiscal 2012 rose.", "fiscal 2012", "2011-04-01", "2012-03-31"),
    ("Pakistan's bill for 2011-12 grew.", "2011-12", "2011-07-01", "2012-06-30"),
    ("Iran counts the Iranian year 1396 as its best.", "the Iranian year 1396", "2017-03-21", "2018-03-20"),
]
READ_AS_OF_A_DAY = [
    ("The envoy arrived on Monday.", "Monday", "2016-03-14", "2016-03-14"),
    ("The envoy arrived on Friday.", "Friday", "2016-03-18", "2016-03-18"),
    ("The envoy will arrive on Monday.", "Monday", "2016-03-21", "2016-03-21"),
    ("The envoy left last Friday.", "last Friday", "2016-03-11", "2016-03-11"),
    ("They spoke yesterday.", "yesterday", "2016-03-17", "2016-03-17"),
    ("They met two days ago.", "two days ago", "2016-03-16", "2016-03-16"),
    ("They met three weeks ago.", "three weeks ago", "2016-02-22", "2016-02-28"),
    ("The bridge opened last month.", "last month", "2016-02-01", "2016-02-29"),
    ("The bridge opened last week.", "last week", "2016-03-07", "2016-03-13"),
    ("The bridge opens early next month.", "early next month", "2016-04-01", "2016-04-10"),
    ("Trade grew last year.", "last year", "2015-01-01", "2015-12-31"),
    ("A delegation visited Riga in November.", "November", "2015-11-01", "2015-11-30"),
    ("A delegation visited Riga in May.", "May", "2015-05-01", "2015-05-31"),
    ("A delegation will visit Riga in May.", "May", "2016-05-01", "2016-05-31"),
    ("The president is scheduled to visit Riga on May 9.", "May 9", "2016-05-09", "2016-05-09"),
    ("The talks, set for Wednesday, were called off.", "Wednesday", "2016-03-16", "2016-03-16"),
    ("The talks were to open in September but were put off.", "September", "2015-09-01", "2015-09-30"),
    ("The duty was lifted with effect from April 1.", "April 1", "2016-04-01", "2016-04-01"),
    ("A summit is due by the end of the year.", "the end of the year", "2016-09-01", "2016-12-31"),
    ("Rice was shipped in May last year.", "May last year", "2015-05-01", "2015-05-31"),
    ("It has imported less since last summer.", "last summer", "2015-06-01", "2015-08-31"),
    ("The ferry sank over the weekend.", "the weekend", "2016-03-12", "2016-03-13"),
    ("They toured the plant on March 3 and 4.", "March 3 and 4", "2016-03-03", "2016-03-04"),
    ("The strike lasted from Sunday to Tuesday.", "Sunday to Tuesday", "2016-03-13", "2016-03-15"),
    ("Floods came in February, January and December.", "December", "2015-12-01", "2015-12-31"),
]
HANGING_ON_ANOTHER = [
    ("They met on March 8. On the same day a pact was signed.", "the same day", "2016-03-08", "2016-03-08"),
    ("They met on March 8. Two days later a pact was signed.", "Two days later", "2016-03-10", "2016-03-10"),
    ("They met on March 8. The previous day they had dined.", "The previous day", "2016-03-07", "2016-03-07"),
    ("The envoy came on February 8. He left later in the month.", "later in the month", "2016-02-01", "2016-02-29"),
    ("They met in 2012. In May of\nthat year they signed.", "May of\nthat year", "2012-05-01", "2012-05-31"),
    ("Exports fell in 2012. The previous year they rose.", "The previous year", "2011-01-01", "2011-12-31"),
    ("Sales reached 4 tons in January. In the same month last year it was 2.", "the same month last year", "2015-01-01", "2015-01-31"),
]  # fmt: skip
SILENT = [
    "The loan of $34 million may march on, a second time.",
    "The 56th anniversary of the pact was marked.",
    "Resolution 2397 bans it, and Article 5 says so.",
    "They counted 2014 tons of rice.",
    "Theresa May said nothing.",
    "He is 34 years old and lives in room 2014.",
    "The Sunday Times wrote of it.",
    "The score was 3-2, the ratio 1/2.",
    "It costs 1,995 won and weighs 2.015 kg.",
]


def _found(text: str, expression: str, today: date | None) -> list[tuple[str, str]]:
    return [
        (str(mention.date_start), str(mention.date_end)) for mention in find_dates(text, today) if mention.text == expression
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "expression", "start", "end"), EXPLICIT)
@pytest.mark.parametrize("today", [None, FRIDAY])
def test_what_the_words_fix_means_the_same_whenever_it_is_read(
    text: str, expression: str, start: str, end: str, today: date | None
) -> None:
    assert (start, end) in _found(text, expression, today)


@pytest.mark.parametrize(("text", "expression", "start", "end"), READ_AS_OF_A_DAY)
def test_what_is_counted_from_the_day_of_publication(text: str, expression: str, start: str, end: str) -> None:
    assert _found(text, expression, FRIDAY) == [(start, end)]


@pytest.mark.parametrize(("text", "expression", "start", "end"), READ_AS_OF_A_DAY)
def test_without_a_day_only_the_absolute_resolves(text: str, expression: str, start: str, end: str) -> None:
    assert all(mention.date_start is None for mention in find_dates(text, None))


@pytest.mark.parametrize(("text", "expression", "start", "end"), HANGING_ON_ANOTHER)
def test_what_hangs_on_another_date(text: str, expression: str, start: str, end: str) -> None:
    assert _found(text, expression, FRIDAY) == [(start, end)]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, FRIDAY) == []


def test_numeric_dates_are_decided_by_one_that_can_be_read_one_way() -> None:
    text = "The accord of 04/05/2013 replaced that of 25/11/2009."
    assert _found(text, "04/05/2013", None) == [("2013-05-04", "2013-05-04")]


def test_a_numeric_date_that_nothing_decides_stays_open() -> None:
    [mention] = find_dates("The accord of 04/05/2013 stands.", None)
    assert (mention.text, mention.date_start) == ("04/05/2013", None)


def test_a_chronology_reads_its_days_in_the_year_of_the_heading() -> None:
    text = "A quarrel in dates\n\n2009\n\nMay 4 - The ministers met in Riga.\n\n2010\n\nJan 8 - The pact was signed.\n"
    assert _found(text, "May 4", FRIDAY) == [("2009-05-04", "2009-05-04")]
    assert _found(text, "Jan 8", FRIDAY) == [("2010-01-08", "2010-01-08")]


def test_months_in_a_row_are_a_range_and_others_are_not() -> None:
    mentions = {m.text: m for m in find_dates("Aid came in February, March and April.", date(2016, 6, 1))}
    assert mentions["February, March and April"].precision == "range"
    assert not any(" and " in m.text for m in find_dates("Aid came in March and May.", date(2016, 6, 1)))


@given(st.text(alphabet="MTayuesdJn 0123456789,-.\n/thofl", max_size=120), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_mentions_are_slices_in_order_and_their_days_too(text: str, today: date) -> None:
    mentions = find_dates(text, today)
    for mention in mentions:
        assert text[mention.char_start : mention.char_end] == mention.text
        assert (mention.date_start is None) == (mention.date_end is None)
        assert mention.date_start is None or mention.date_end is None or mention.date_start <= mention.date_end
    assert [m.char_start for m in mentions] == sorted(m.char_start for m in mentions)


_UNITS = sorted(BEHIND["unit"])
_WORDS = sorted(
    {word for words in STARTS.values() for word in words.split()}
    | set(_UNITS)
    | {"in", "on", "of", "to", "and", "at", "by", "since", "until", "a", "ago", "before", "after", "hence", "with"}
    | {"3", "12", "1990s", "2014", "14", "th", "-", ",", ".", "'", "/"}
)


@given(
    st.lists(st.sampled_from(_WORDS).flatmap(lambda word: st.sampled_from([word, word.title()])), max_size=14),
    st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2040, 1, 1))),
)
def test_any_run_of_the_calendar_s_words_is_read_without_an_error(words: list[str], today: date | None) -> None:
    text = " ".join(words)
    assert all(text[m.char_start : m.char_end] == m.text for m in find_dates(text, today))


@pytest.mark.parametrize("unit", _UNITS)
@pytest.mark.parametrize(
    "opening", ["earlier in the", "later in the", "late in the", "the same", "later that", "the following", "this"]
)
def test_every_unit_stands_behind_every_opening_without_an_error(opening: str, unit: str) -> None:
    found = find_dates(f"The envoys met on May 4. They left {opening} {unit}.", FRIDAY)
    assert found[0].text == "May 4"


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_back_from_every_full_form(today: date, day: date) -> None:
    forms = [
        f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", f"{day:%b}. {day.day}, {day.year}",
        day.isoformat(), f"{day:%A}, {day:%B} {day.day}, {day.year}",
    ]  # fmt: skip
    for form in forms:
        if form.startswith("May. "):
            continue
        [mention] = find_dates(f"They met on {form} in Riga.", today)
        assert (mention.date_start, mention.date_end) == (day, day)


def test_the_same_day_behind_a_paragraph_of_background_is_the_story_s() -> None:
    text = (
        "The two opened the works on Tuesday, paid from a credit of 17 December 2012.\n\n"
        "The same day the premier received them. The clinic there reopened on the 12th."
    )
    assert _found(text, "The same day", date(2013, 2, 20)) == [("2013-02-19", "2013-02-19")]
    assert _found(text, "the 12th", date(2013, 2, 20)) == [("2013-02-12", "2013-02-12")]
