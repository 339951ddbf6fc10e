"""Years that a page does not print."""

from datetime import date

from pipeline.extract.dates import resolve_dates
from pipeline.extract.dates.inference import infer_published_on
from pipeline.text.paragraphs import read_page

DATELINED = """Grain trade grows

RIGA, March 17 (Coastal Wire) -- Grain trade with Estonia is growing, the ministry said Tuesday.

Exports rose by a third in 2014, and a new quay was opened in November.
"""
UNDATED = """Neighbours draw closer

RIGA (Coastal Wire) -- A ceremony was held in Riga on April 28 to mark the opening of a school.

The ministers signed a protocol on April 24. In September 2013 a rail link reopened after years of work.
"""


def test_a_dateline_is_completed_by_its_weekday_and_the_latest_past_fact() -> None:
    inferred = infer_published_on(read_page(DATELINED), "March 17")
    assert inferred.published_on == date(2015, 3, 17)
    assert inferred.evidence is not None
    assert "March 17" in inferred.evidence
    assert "Tuesday" in inferred.evidence


def test_a_day_until_which_something_lasts_may_be_to_come() -> None:
    text = DATELINED + "\nRiga wants to buy a million tons a year through 2028.\n"
    assert infer_published_on(read_page(text), "March 17").published_on == date(2015, 3, 17)


def test_a_dateline_stays_open_where_nothing_ties_it_to_a_year() -> None:
    text = "RIGA, March 17 (Coastal Wire) -- Grain trade with Estonia is growing.\n"
    assert infer_published_on(read_page(text), "March 17").published_on is None


def test_a_day_farther_than_two_years_from_the_latest_fact_is_not_inferred() -> None:
    text = DATELINED.replace("in 2014", "in 2010").replace("Tuesday", "Sunday")
    assert infer_published_on(read_page(text), "March 17").published_on is None


def test_an_undated_page_reads_its_bare_dates_after_its_latest_past_fact() -> None:
    page = read_page(UNDATED)
    inferred = infer_published_on(page, None)
    assert (inferred.published_on, inferred.told_until) == (None, date(2014, 4, 28))
    found = {m.text: m for m in resolve_dates(page, None, inferred.told_until)}
    assert found["April 24"].date_start == date(2014, 4, 24)
    assert found["April 24"].method == "inferred"


def test_an_occasion_of_a_known_year_dates_an_undated_page() -> None:
    text = "A chairman attended the Sochi Winter Olympics. A school was opened on April 28."
    assert infer_published_on(read_page(text), None).told_until == date(2014, 4, 28)


def test_a_page_without_any_year_stays_undated() -> None:
    text = "A ceremony was held in Riga on April 28. The envoy left on Friday."
    inferred = infer_published_on(read_page(text), None)
    assert (inferred.published_on, inferred.told_until, inferred.evidence) == (None, None, None)


def test_an_occasion_that_is_led_up_to_dates_nothing() -> None:
    text = "A chairman will attend the Sochi Winter Olympics. A school was opened on April 28."
    assert infer_published_on(read_page(text), None).told_until is None
    text = "Envoys met ahead of the Sochi Winter Olympics. A school was opened on April 28."
    assert infer_published_on(read_page(text), None).told_until is None


def test_what_is_named_ever_after_only_excludes_the_years_before_it() -> None:
    alone = "A school was opened on April 28, after the coronavirus pandemic."
    assert infer_published_on(read_page(alone), None).told_until is None
    page = read_page("Trade was halved in 2019, before the coronavirus pandemic. A school was opened on January 28.")
    assert infer_published_on(page, None).told_until == date(2021, 1, 28)


def test_a_resolution_of_the_security_council_is_no_younger_than_its_number() -> None:
    text = "Sales fell in 2015. The UN Security Council adopted Resolution {}. Customs stopped a truck on May 3."
    assert infer_published_on(read_page(text.format("2371")), None).told_until == date(2017, 5, 3)
    assert infer_published_on(read_page(text.format("2270")), None).told_until == date(2016, 5, 3)
    before_the_table = text.format("607")
    assert infer_published_on(read_page(before_the_table), None).told_until == date(2016, 5, 3)
    other = text.format("2371").replace("UN Security Council", "House")
    assert infer_published_on(read_page(other), None).told_until == date(2016, 5, 3)


def test_the_day_on_which_the_opening_was_said_is_the_story_s_own() -> None:
    lead = (
        "VILNIUS. BALTWIRE - Sales to Latvia came to $2 billion, the ministry informed on Wednesday, February 3, 2021."
    )
    text = lead + "\n\nThe ministers met on January 29 and held talks on the supply of 500 tons of barley in 2021.\n"
    assert infer_published_on(read_page(text), None).published_on == date(2021, 2, 3)
    later = text + "\nThe barley arrived on March 9, 2021.\n"
    inferred = infer_published_on(read_page(later), None)
    assert (inferred.published_on, inferred.told_until) == (None, date(2021, 3, 9))


def test_what_was_set_for_a_year_to_come_is_not_past() -> None:
    text = "Zinc mine opens\n\nSeptember 16\n\nA road was built in May. The first zinc was slated for 2031 by the owners.\n"
    assert infer_published_on(read_page(text), "September 16").published_on is None


def test_what_was_planned_and_called_off_has_been_heard_of() -> None:
    text = (
        "Truce holds\n\nLIMA, July 31 (Andes Wire) -- The truce holds, said envoys who met on Tuesday.\n\n"
        "A road was built in 2022. A second stretch scheduled for December 2023 was called off.\n"
    )
    assert infer_published_on(read_page(text), "July 31").published_on == date(2024, 7, 31)


def test_what_begins_with_a_year_to_come_is_not_past() -> None:
    text = (
        "Quota used up\n\nLIMA, Oct 12 (Andes Wire) -- Peru has used up its quota for tuna.\n\n"
        "The quota was raised in January 2020. Peru asks for 9,000 tons beginning from 2021.\n"
    )
    assert infer_published_on(read_page(text), "Oct 12").published_on == date(2020, 10, 12)


def test_a_picture_has_been_taken_by_the_day_of_the_page() -> None:
    caption = "Mayor Ilze Kalna greets envoys in Riga on Nov. 5, 2014. (AP Photo/Janis Ozols)"
    text = (
        f"Grain trade grows\n\nRIGA, March 17 (AP) -- Grain trade is growing, the ministry said Tuesday.\n\n{caption}\n"
    )
    assert infer_published_on(read_page(text), "March 17").published_on == date(2015, 3, 17)
    assert infer_published_on(read_page(text.replace(caption, "")), "March 17").published_on is None


def test_a_full_day_just_before_the_dateline_gives_its_year() -> None:
    caption = "Mayor Ilze Kalna greets envoys in Riga on March 16, 2014. (AP Photo/Janis Ozols)"
    text = f"Grain trade grows\n\nRIGA, March 17 (AP) -- Grain trade grew, the ministry said on Sunday.\n\n{caption}\n"
    assert infer_published_on(read_page(text), "March 17").published_on == date(2014, 3, 17)


def test_elections_of_next_year_tell_the_year_that_a_named_one_lies_ahead_of() -> None:
    text = (
        "Latvia holds elections next year. In 2012 a bridge was built, and a school was opened in October.\n\n"
        "The premier wants a loan ahead of the 2019 elections."
    )
    page = read_page(text)
    told_until = infer_published_on(page, None).told_until
    assert told_until == date(2018, 10, 31)
    two = read_page(text + " The 2014 elections were quiet.")
    assert infer_published_on(two, None).told_until == date(2014, 10, 31)
