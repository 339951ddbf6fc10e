"""Moves of prices are no figures of trade; what is traded on a market is one."""

from datetime import date

import pytest

from tests.extract.trade.told import values_of

DAY = date(2021, 6, 4)
TRADE = "Uruguay sold 300,000 tonnes of rice to Iraq in May.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Rice futures for September gained 1.6 percent on Thursday.",
        "Rice for July delivery slipped 0.9 percent to settle at $17.10 per hundredweight.",
        "Rice for delivery in July slipped 0.9 percent.",
        "Spot rice rose 3 percent on Monday.",
        "The most-active contract dropped 2.4 percent on Tuesday.",
        "The grain has lost 12 percent this year.",
        "Thai rice climbed 2 percent to $612 a tonne.",
        "Rice closed up 3.2 percent at $610 a tonne.",
    ],
)
def test_the_move_of_a_price_is_no_figure(sentence: str) -> None:
    assert values_of(TRADE + sentence, DAY) == [300_000]


@pytest.mark.parametrize(
    "sentence",
    [
        "Spot purchases of rice by Iraq rose 3 percent in May.",
        "Sales of spot rice to Iraq grew 3 percent in May.",
        "The grain made up 3 percent of Uruguay's exports to Iraq in May.",
        "Rice exports to Iraq grew 3 percent in May, for delivery in July.",
    ],
)
def test_what_is_traded_there_is_one(sentence: str) -> None:
    assert values_of(TRADE + sentence, DAY) == [300_000, 3]
