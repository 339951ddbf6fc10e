"""What economies, prices and scholars do is no act; what is lifted is given up, whosever it was."""

import pytest

from tests.extract.events.test_parties import _read

STORY = "Kenya and Uganda agreed on Monday to widen the road between them.\n\n"
NO_ACTS = [
    "Kenya's economy contracted in the second quarter of 2015.",
    "Ugandan output is likely to contract again in 2017.",
    "Kenya's bank put the gain of February down to easing prices at home.",
    "Ugandan coffee could fetch more in 2017, returning to $4 a kilo.",
    "Scholars from Kenya, Chad and Togo warned in 2014 that the lake would dry up.",
    "Economists at a Ugandan college warned in 2014 of higher duties.",
    "Kenyan sales missed the ministry's target in March.",
    "Demand for tea hit a wall in 2015.",
    "The Ugandan market closed flat on Monday.",
    "The year 2014 tested the patience of Uganda.",
    "As Kenya moves into 2017, it faces debts.",
    "Kenyan tea was dear in the week ended February 27.",
    "Uganda borrows in its fiscal year, which ends on June 30.",
]
ACTS = [
    "Kenya's tea exports resumed on Monday.",
    "A delegation from Kenya's coffee sector met Uganda's minister in February.",
    "February 9 marks the tenth anniversary of Uganda's truce.",
    "Kenya last week started drills on Monday.",
    "May visited Uganda on Monday.",
]
LIFTED = [
    ("Kenya lifted UN sanctions on Tuesday.", "YIELD"),
    ("Kenya lifted the EU-backed sanctions on Tuesday.", "YIELD"),
    ("The lifting of European sanctions last year helped Uganda.", "YIELD"),
    ("Kenya imposed EU sanctions on Uganda on Tuesday.", "SANCTION"),
]


@pytest.mark.parametrize("sentence", NO_ACTS)
def test_what_acts_for_no_state_makes_no_row(sentence: str) -> None:
    assert [event for event in _read(STORY + sentence) if event.evidence == sentence] == []


@pytest.mark.parametrize(("sentence", "event_type"), LIFTED)
def test_whose_sanctions_they_were_makes_no_verb_of_them(sentence: str, event_type: str) -> None:
    assert {event.event_type for event in _read(STORY + sentence) if event.evidence == sentence} == {event_type}


def test_an_export_ban_is_towards_all() -> None:
    sentence = "In February Kenya implemented a ban on exports of maize."
    assert [event.countries for event in _read(STORY + sentence) if event.evidence == sentence] == [("KEN",)]


@pytest.mark.parametrize("sentence", ACTS)
def test_what_looks_like_it_is_an_act(sentence: str) -> None:
    assert [event for event in _read(STORY + sentence) if event.evidence == sentence] != []
