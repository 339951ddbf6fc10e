"""What a sentence without a word of flow says of the figures before it."""

from datetime import date

import pytest

from tests.extract.trade.told import values_of

DAY = date(2019, 5, 14)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Fiji's ginger exports rose to $9 million. This rush drove the price of land down by a third.", [9e6]),
        ("Fiji's ginger exports rose to $9 million. The firm used 60 lorries (total cost: $600,000).", [9e6]),
        ("Fiji's exports rose to $9 million. The sheds, which consist of 40 wooden boxes, are in Suva.", [9e6]),
        ("Fiji's exports rose to $9 million. The total amount of rain was put at 300,000 tonnes.", [9e6]),
        ("Togo sells 9 tonnes of gum to Mali a year. It was told that 36 percent of its senators object.", [9]),
        ("Togo sells 9 tonnes of gum to Mali a year. It owns 35 percent of the port's cranes.", [9]),
        ("Oman lent Laos $90 million. The remaining 15 percent came from the builder's own purse.", [9e7]),
        ("Laos imports 80 tonnes of seed from Peru. Such seeds cost three times more than local ones.", [80]),
        ("Mali's gum exports came to 70 tonnes. The yield of a tree is half of that in Chad.", [70]),
        ("Togo's imports of rice came to 70 tonnes. A sack cost 4,000 francs.", [70]),
    ],
)
def test_what_is_of_another_matter_is_no_figure(text: str, values: list[float]) -> None:
    assert values_of(text, DAY) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Fiji's ginger exports rose to $9 million. In 2015 that was $4 million.", [9e6, 4e6]),
        ("Fiji's ginger exports rose to $9 million. Of this, 36 percent went to Peru.", [9e6, 36]),
        ("Fiji's ginger exports rose to $9 million. The total volume was 700 tonnes.", [9e6, 700]),
    ],
)
def test_what_points_back_goes_on(text: str, values: list[float]) -> None:
    assert values_of(text, DAY) == values
