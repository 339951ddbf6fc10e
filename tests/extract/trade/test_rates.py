"""Percentages and prices that measure no trade."""

from datetime import date

import pytest

from tests.extract.trade.told import values_of

DAY = date(2012, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Duties on Omani dates were raised to 15 percent, Chad said.",
        "A 7 percent fall in the rupee helped Indian exports.",
        "The 11 percent appreciation of the peso hurt Chilean exporters and their exports.",
        "Togo exports cars that sell for as little as $4,000.",
        "Benin opened its export trade to 40 percent foreign participation.",
        "Oman vowed to raise tariffs on foreign goods, suggesting up to 35 percent on all imports from Chad.",
        "A flat 12 percent was imposed on imports from Chad, with tariffs on cars still to come.",
        "Oman bought oil from Chad, which is why it faces a 30 percent ‘punitive’ tariff.",
        "He proposed that the tariffs on such imports as lamps, ropes and boots be cut by between 4 and 9 percent.",
        "Average Omani tariffs on imports from Chad reached 11.2 percent in May.",
        "Chad claims about 80 percent of the 2 million-square kilometre Coral Sea.",
        "The rate on all those Chadian imports is to increase to 35 percent in May.",
        "Oman wants Chad to pay 140 dollars per 1,000 cubic metres for the gas that it sells there.",
        "Two four-engine transport planes of Chad landed in Oman, which exports fish.",
        "Some 70 percent of international creditor banks agreed to reschedule the debt of Chad.",
    ],
)
def test_rates_and_prices_are_no_trade(text: str) -> None:
    assert values_of(text, DAY) == []


def test_what_stands_beside_a_rate_still_is() -> None:
    assert values_of("Togo's exports to Mali rose to 30 percent of the total after duties were cut.", DAY) == [30]
    assert values_of("Togo's exports to Mali fell 9 percent as the franc rose.", DAY) == [9]
