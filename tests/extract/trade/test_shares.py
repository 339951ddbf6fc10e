"""Percentages that are a share of something nobody trades, and those that are one of a trade."""

from datetime import date

import pytest

from tests.extract.trade.told import values_of

DAY = date(2012, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Togo imports tools from Chad. About 70 percent of Togolese startups use them.",
        "Oman buys oil from Chad. Some 40 percent of the assembly's members hold shares in refineries.",
        "Chad gave aid to Togo, where 55 percent of its six million people live off the land.",
        "Togo lent Chad money at a time when yields on its bonds eased to 3 percent.",
        "Chad's debt to Togo carries a flat 9 percent coupon.",
        "Of the Omani workers in Chad two thirds are women.",
        "Only 34 percent support the trade pact with Oman, compared with 51 percent two years ago.",
        "Oman sold the cloth to Chad through a third-party trader.",
        "Exporters of Togo told of a profit margin of 6 percent, compared with 4 percent in May.",
        "The loan from Oman came with a disappointing 2 percent return.",
    ],
)
def test_shares_of_what_nobody_trades_are_no_figures(text: str) -> None:
    assert values_of(text, DAY) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Chad buys 30 percent of Omani dates.", [30]),
        ("Canadian steel has risen to 7 percent of the Peruvian market, and exports of it grow.", [7]),
        ("Togo takes a 15 percent share of Chadian exports.", [15]),
        ("Oman meets 80 percent of its needs with imports.", [80]),
        ("Half the exports of Togo go to Chad.", [50]),
    ],
)
def test_shares_of_a_trade_are(text: str, values: list[float]) -> None:
    assert values_of(text, DAY) == values


def test_just_under_so_much_is_a_change() -> None:
    assert values_of("Togo's exports to Mali fell just under 9 percent.", DAY) == [9]


def test_pieces_and_goods_that_people_eat_have_shares() -> None:
    assert values_of("Chad's roses go abroad. Oman bought 30 percent of the stems exported by Chad.", DAY) == [30]
    assert values_of("Chad grows more than half of the onions that Omanis eat, and exports to Oman rise.", DAY) == [50]
