"""find_quantities: values, units, ranges, rates, qualifiers and signs of change in sentences of news English."""

import pytest

from pipeline.extract.quantities import find_quantities

# sentence, and for each quantity: its text, value, unit
VALUES = [
    ("It sold goods worth $10.2 million.", [("$10.2 million", 10_200_000, "USD")]),
    ("Costs rose to US$31 bn.", [("US$31 bn", 31_000_000_000, "USD")]),
    ("Credit of USD1.756 billion was agreed.", [("USD1.756 billion", 1_756_000_000, "USD")]),
    ("EUR 71.5 bln went abroad.", [("EUR 71.5 bln", 71_500_000_000, "EUR")]),
    ("EUR 71,5 bln went abroad.", [("EUR 71,5 bln", 71_500_000_000, "EUR")]),
    ("The county owes Sh40 billion.", [("Sh40 billion", 40_000_000_000, "KES")]),
    ("A grant of €3m was paid.", [("€3m", 3_000_000, "EUR")]),
    ("Nearly Rs 500 crore lapsed.", [("Rs 500 crore", 5_000_000_000, "INR")]),
    ("It took Rs. 1.5 lakh crore.", [("Rs. 1.5 lakh crore", 1_500_000_000_000, "INR")]),
    ("Refiners took 9.35 lakh barrels per day.", [("9.35 lakh barrels", 935_000, "bbl")]),
    ("They paid nine-point-42 million dollars.", [("nine-point-42 million dollars", 9_420_000, "USD")]),
    ("They paid nine point four two million dollars.", [("nine point four two million dollars", 9_420_000, "USD")]),
    ("It needs half a million tons of rice.", [("half a million tons", 500_000, "t")]),
    ("It sells a third of its oil abroad.", [("a third", 33.33, "percent")]),
    ("Two-thirds of it burned.", [("Two-thirds", 66.67, "percent")]),
    ("Output fell by a tenth to a new low.", [("a tenth", 10, "percent")]),
    ("Tens of millions of dollars vanished.", [("Tens of millions of dollars", 10_000_000, "USD")]),
    ("It rose 19 cents to 8 euros.", [("19 cents", 0.19, "USD"), ("8 euros", 8, "EUR")]),
    ("The fee is 32 percent, or 6.3 % net.", [("32 percent", 32, "percent"), ("6.3 %", 6.3, "percent")]),
    ("The rate moved by 2 percentage points.", [("2 percentage points", 2, "percentage_point")]),
    ("They cut 250 kg and 4 pounds of it.", [("250 kg", 0.25, "t"), ("4 pounds", 4 * 0.00045359237, "t")]),
    ("It burned 3.2 billion cubic meters of gas.", [("3.2 billion cubic meters", 3_200_000_000, "m3")]),
    ("Flows were 15.75 bcm and 3 litres.", [("15.75 bcm", 15_750_000_000, "m3"), ("3 litres", 0.003, "m3")]),
    ("The line gave 43.6 million megawatt-hours.", [("43.6 million megawatt-hours", 43_600_000, "MWh")]),
    ("It made 5.2 TWh and 30 GWh.", [("5.2 TWh", 5_200_000, "MWh"), ("30 GWh", 30_000, "MWh")]),
    ("The plant has 400 MW.", [("400 MW", 400, "MW")]),
    (
        "They sent 500 trucks and tens of fire engines.",
        [("500 trucks", 500, "count"), ("tens of fire engines", 10, "count")],
    ),
    ("It cost $5\nmillion in all.", [("$5\nmillion", 5_000_000, "USD")]),
    (
        "A $10-million loan and a 10-million-dollar loan.",
        [("$10-million", 1e7, "USD"), ("10-million-dollar", 1e7, "USD")],
    ),
    (
        "They spent A$5m, HK$7 bn and R$2 million.",
        [("A$5m", 5e6, "AUD"), ("HK$7 bn", 7e9, "HKD"), ("R$2 million", 2e6, "BRL")],
    ),
    ("It cost 50 Swiss francs and 30 Iraqi dinars.", [("50 Swiss francs", 50, "CHF"), ("30 Iraqi dinars", 30, "IQD")]),
    ("It cost 3 million pounds.", [("3 million pounds", 3_000_000, "GBP")]),
    ("It caught 3 million pounds of crab.", [("3 million pounds", 3_000_000 * 0.00045359237, "t")]),
    ("2½ million and 1 1/2 tons", [("2½ million", 2_500_000, "count"), ("1 1/2 tons", 1.5, "t")]),
    ("Two and a half million people came.", [("Two and a half million people", 2_500_000, "count")]),
    ("A quarter of a million tons came.", [("A quarter of a million tons", 250_000, "t")]),
    ("It took 1 200 000 euros.", [("1 200 000 euros", 1_200_000, "EUR")]),
    ("It needs 3m tonnes of grain.", [("3m tonnes", 3_000_000, "t")]),
    ("The mast is 54m tall.", [("54m", 54, "m")]),
]


@pytest.mark.parametrize(("sentence", "wanted"), VALUES, ids=[sentence for sentence, _ in VALUES])
def test_values(sentence: str, wanted: list[tuple[str, float, str]]) -> None:
    found = [(q.text, q.value, q.unit) for q in find_quantities(sentence)]
    assert [(text, unit) for text, _, unit in found] == [(text, unit) for text, _, unit in wanted]
    assert [value for _, value, _ in found] == pytest.approx([value for _, value, _ in wanted])


SILENT = [
    "On March 17, 2014, they met at 10:12 am and again on 5 May.",
    "The 47-year-old minister and Kim, 34, left.",
    "Resolution 2397 and Article 5 are cited with No. 3.",
    "An SA-8 stood by a Boeing 737 at the G20.",
    "The 17th anniversary was on April 22-28.",
    "They won 3-1 and lost 24-17.",
    "COVID-19 spread in the 1990s and in 2013-14.",
    "Dial 555-1234-99 or +82 2 555-1234.",
    "The attack of 9/11 came at 15:25.",
    "It began in 2019 and ended in 2021.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_is_silent_on_what_is_no_quantity(sentence: str) -> None:
    assert [q.text for q in find_quantities(sentence)] == []


RANGES = [
    ("It needs 6.5 to 7 billion dollars.", 6.5e9, 7e9, "USD"),
    ("It costs between $5 million and $7 million.", 5e6, 7e6, "USD"),
    ("Growth of 5-7 percent is likely.", 5, 7, "percent"),
    ("A sum of $5-7 million is due.", 5e6, 7e6, "USD"),
    ("They want 10 to 15 trucks.", 10, 15, "count"),
    ("Some 20,000–30,000 workers came.", 20_000, 30_000, "count"),
]


@pytest.mark.parametrize(("sentence", "low", "high", "unit"), RANGES)
def test_ranges(sentence: str, low: float, high: float, unit: str) -> None:
    (found,) = find_quantities(sentence)
    assert (found.value, found.value_high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "sentence",
    [
        "It rose from $6.1 billion to $8.4 billion.",
        "It rose $2 billion to $8 billion.",
        "It fell 5 percent to 7 percent.",
    ],
)
def test_a_move_from_one_amount_to_another_is_no_range(sentence: str) -> None:
    assert [q.value_high for q in find_quantities(sentence)] == [None, None]


CHANGES = [
    ("Exports are up 32 percent.", "up"),
    ("A 6.3 % drop followed.", "down"),
    ("It fell by a tenth.", "down"),
    ("It grew almost 32 percent.", "up"),
    ("Use declined by 8 percent.", "down"),
    ("Sales rose a further 5 percent.", "up"),
    ("There was growth of 5.3 percent.", "up"),
    ("That was a 5 percent year-on-year increase.", "up"),
    ("It was 17.3% more than before.", "up"),
    ("It was 9 percent lower.", "down"),
    ("Index: -5.2%", "down"),
    ("Trade doubled.", "up"),
    ("Trade halved.", "down"),
    ("The level is 5 percent.", None),
    ("It rose to $5 million.", None),
    ("It raised $5 million.", None),
]


@pytest.mark.parametrize(("sentence", "change"), CHANGES)
def test_changes(sentence: str, change: str | None) -> None:
    (found,) = find_quantities(sentence)
    assert found.change == change


QUALIFIED = [
    ("at least 5,000 tons", "at_least", False),
    ("about 5,000 tons", "about", True),
    ("some 5,000 tons", "about", True),
    ("nearly 5,000 tons", "almost", True),
    ("more than 5,000 tons", "over", False),
    ("up to 5,000 tons", "up_to", False),
    ("less than 5,000 tons", "under", False),
    ("5,000 tons or so", "about", True),
    ("5,000 tons or more", "at_least", False),
    ("5,000 tons", None, False),
]


@pytest.mark.parametrize(("words", "qualifier", "approximate"), QUALIFIED)
def test_qualifiers(words: str, qualifier: str | None, approximate: bool) -> None:
    (found,) = find_quantities(f"They sent {words} of it.")
    assert (found.text, found.qualifier, found.approximate) == ("5,000 tons", qualifier, approximate)


RATES = [
    ("100 tons a day", "day"),
    ("4 million barrels of crude a year", "year"),
    ("500,000 bpd", "day"),
    ("5 million dollars per month", "month"),
    ("20 million tons annually", "year"),
    ("20 million tons a year earlier", None),
    ("20 million tons", None),
]


@pytest.mark.parametrize(("words", "per"), RATES)
def test_rates(words: str, per: str | None) -> None:
    (found,) = find_quantities(f"They sent {words}.")
    assert found.per == per


def test_a_bracketed_conversion_is_the_alternate_value_and_a_quantity_of_its_own() -> None:
    main, other = find_quantities("Russia paid 600 million roubles (about $10 million).")
    assert (main.value, main.unit, main.alternate_value, main.alternate_unit) == (6e8, "RUB", 1e7, "USD")
    assert (other.value, other.unit, other.alternate_value) == (1e7, "USD", None)


def test_a_percentage_in_brackets_converts_nothing() -> None:
    main, _ = find_quantities("Exports were 600 million roubles (46 percent).")
    assert main.alternate_value is None


BRACKETED = [
    ("Cuba told of quick growth in its exports of rum (9%) and cigars (4%).", ["up", "up"]),
    ("A decline in sales of Maltese boats (6%) and nets (11%) worried the port.", ["down", "down"]),
    ("Exports of honey to Oman slumped (41%).", ["down"]),
    ("Sales of tiles (15% year on year) and bricks (6% y/y) did best.", ["up", "up"]),
    ("Despite the growth of the economy, Cuba's exports still go to Oman (27%) and Chad (6%).", [None, None]),
    ("Growth in Cuban exports came mainly from rum (12%) and cigars (19%).", [None, None]),
    ("The rise in exports left Oman with a share of the whole (27%).", [None]),
]


@pytest.mark.parametrize(("text", "changes"), BRACKETED)
def test_a_bracket_tells_growth_where_a_noun_of_change_governs_it(text: str, changes: list[str | None]) -> None:
    assert [quantity.change for quantity in find_quantities(text)] == changes


def test_offsets_point_into_the_text() -> None:
    text = "In all, “$5 million” and 32 percent, or 4 to 5 tons of it."
    for quantity in find_quantities(text):
        assert text[quantity.char_start : quantity.char_end] == quantity.text
