"""Sums of business, crime and work at home that are told with a trade's words."""

from datetime import date

import pytest

from tests.extract.trade.told import values_of

DAY = date(2019, 5, 14)


@pytest.mark.parametrize(
    "text",
    [
        "The Danish brewer went public with a $4 billion offer after its takeover approach to the Peruvian firm failed.",
        "Thieves used fraudulent messages to transfer $33 million from Laos to an account in Fiji.",
        "In Fiji, owners of damaged houses will receive up to $7,000 each.",
        "Finland's fund offers savers up to 12 percent a year.",
        "A Finnish start-up closed a $40 million funding round in March.",
        "In Finland, a saw mill pledged in May to keep 30 percent of the ferry line.",
        "Shares in Oslo-based Fjordbruk rose 3 percent in early trade.",
        "Lisbon's benchmark index closed 2 percent higher after trade in telecoms picked up.",
        "According to the Laotian utility, unit 2 of the plant provided 140MW on Sunday.",
        "Laos and Vietnam disagree on a contract for the 90 MW wind power plant in the south.",
        "Sales of the Swiss watchmaker fell 6 percent in April, the company said.",
        "Lawmakers in Canada want a 12 percent cap on credit card rates.",
        "Brazil's largest search engine claims 60 percent of the market.",
        "The factory in Laos adds 900 jobs, the minister said.",
        "More than 40 percent of Laotian workers risk losing their posts to machines.",
        "Name Debt Growth Rating Togo Savings 66.1% 1.4% 2.2% 7.1% Mali Savings 14.2% 3.3% 8.9% 1.0%",
        "Lima Copper Company Limited, listed in Peru, rose 4 percent.",
        "Open source tools from China dominate 60 percent of such machines.",
        "Having closed the gap with Norway to 9 percent in 2011, Finland fell behind again.",
        "The Danish start-up raised $40 million in funding last year.",
        "Its Chilean rival closed a $25 million funding round in May.",
        "Liabilities of the Kenyan brewer came to $60 million.",
        "Norway's search engine, which claims 80 percent of the home market, was fined.",
        "The Laotian facility, which can hold 70,000 litres, opened in June.",
        "It would take 20,000 bees to fill the hall, a Fijian keeper said.",
        "The Dutch firm will take a charge of $70 million for it, and took $20 million off the table.",
    ],
)
def test_business_at_home_is_no_trade(text: str) -> None:
    assert values_of(text, DAY) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Fiji will receive $7 million from Japan for its schools.", [7e6]),
        ("Peru and Chile did $70 million of business with each other in 2011.", [7e7]),
        ("Norway's funding for Mali rose to $40 million.", [4e7]),
        ("Laos has a $60 million facility from the IMF, a loan of ten years.", [6e7]),
        ("Foreign liabilities of Kenya came to $60 million.", [6e7]),
        ("Japan gave Fiji $7 million in aid, and 40 percent of it was spent on schools.", [7e6, 40]),
        ("Fiji's sales of ginger to Japan fell 6 percent to $2 million.", [6, 2e6]),
        ("Laos sold 140 MW of power to Thailand.", [140]),
        ("Some 900 Laotian workers are employed in Thailand.", [900]),
        ("The herring quota of Iceland falls by 9 percent.", [9]),
    ],
)
def test_what_goes_abroad_still_is(text: str, values: list[float]) -> None:
    assert sorted(values_of(text, DAY)) == sorted(values)
