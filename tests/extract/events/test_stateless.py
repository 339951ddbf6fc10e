"""What firms, artists and markets do where no state takes part makes no row."""

import pytest

from tests.extract.events.test_parties import _read

OF_A_FIRM = (
    "Lumora opened its ninth shop on Tuesday.\n\n"
    "Its boots are sold in two sizes. Shoppers queue for them.\n\n"
    "The shoemaker was founded in 2009. Its chairman hired a designer in May.\n\n"
    "Ghana exports some of the leather that it needs.\n\n"
)
PRIVATE = [
    "The label released a second album on Monday.",
    "Lumora agreed in March to buy a rival.",
    "The auction is due to begin on May 9.",
    "As we moved deeper into 2015, hopes were given up.",
    "The painter founded a gallery in 2004.",
]
PUBLIC = [
    "The six nations agreed on Monday to share the river.",
    "The treaty entered into force in 1997.",
    "A quake struck the valley on Monday.",
    "The rebels seized the crossing on Monday.",
    "The refinery is due to come on stream in May.",
]


@pytest.mark.parametrize("sentence", PRIVATE)
def test_an_act_of_no_state_makes_no_row(sentence: str) -> None:
    assert [event for event in _read(OF_A_FIRM + sentence) if event.evidence == sentence] == []


@pytest.mark.parametrize("sentence", PUBLIC)
def test_what_is_public_makes_one_whoever_acts(sentence: str) -> None:
    assert len([event for event in _read(OF_A_FIRM + sentence) if event.evidence == sentence]) == 1


def test_a_page_of_firms_lends_no_state_to_what_they_do() -> None:
    told = "Lumora signed a lease in April."
    assert [event for event in _read(OF_A_FIRM + told) if event.evidence == told] == []
    ghana = "Ghana signed a lease in April."
    assert [event.countries for event in _read(OF_A_FIRM + ghana) if event.evidence == ghana] == [("GHA",)]


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        ("Ghana's Lumora signed a lease in April.", 0),
        ("A Ghanaian cobbler opened a stall in May.", 0),
        ("The Ghanaian regulators raised a duty in May.", 1),
        ("Ghana's central bank raised rates in May.", 1),
    ],
)
def test_where_a_firm_is_at_home_acts_for_no_state(told: str, rows: int) -> None:
    assert len([event for event in _read(OF_A_FIRM + told) if event.evidence == told]) == rows


def test_a_page_of_states_lends_its_states() -> None:
    story = "Ghana and Togo opened talks on the gas field on Monday.\n\nGhana's envoy was pleased.\n\n"
    told = "The drilling will begin in September."
    assert [event.countries for event in _read(story + told) if event.evidence == told] != []


def test_a_list_of_other_headlines_tells_of_other_pages() -> None:
    told = "Ghana signed the lease on Monday."
    menu = f"{told} Related Articles Togo to host envoys on Friday Benin to cut rates in May."
    assert [event for event in _read("Ghana and Togo opened talks on Monday.\n\n" + menu) if event.evidence != menu]
    assert not [event for event in _read("Ghana and Togo opened talks on Monday.\n\n" + menu) if event.evidence == menu]
