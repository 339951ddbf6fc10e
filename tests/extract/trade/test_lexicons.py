"""The words of goods and flows: each is reached, each chapter exists."""

import pytest

from pipeline.extract.quantities import find_amounts
from pipeline.extract.quantities.tokens import tokenize
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.described import described
from pipeline.extract.trade.money import in_local_money
from pipeline.extract.trade.scene import Side
from pipeline.extract.trade.story import Story
from pipeline.lexicon.countries import country_codes
from pipeline.lexicon.table import rows

KINDS = {"verb", "noun", "block", "idiom", "place"}
FLOWS = [
    "export",
    "import",
    "trade",
    "balance",
    "aid",
    "investment",
    "consumption",
    "production",
    "debt",
    "labour",
    "cap",
    "other",
    "contract",
    "-",
]
SUBJECTS = ["exporter", "importer", "pair", "producer", "worker", "sender", "goods", "-"]


def test_there_are_goods_enough() -> None:
    assert len(rows("commodities")) >= 5000


def test_every_chapter_is_one_of_the_harmonised_system() -> None:
    chapters = {row["hs"] for row in rows("commodities")} - {""}
    assert chapters <= {f"{number:02}" for number in range(1, 98) if number != 77}
    assert len(chapters) > 85


def test_all_goods_are_reached() -> None:
    unreached = []
    for row in rows("commodities"):
        tokens = tokenize(f"{row['term']} ,")
        if term_at(tokens, 0) != (row["hs"], len(tokens) - 1):
            unreached.append(row["term"])
    assert not unreached


def test_flows_have_known_codes() -> None:
    for row in rows("flows"):
        assert row["kind"] in KINDS
        assert row["flow"] in FLOWS
        assert row["subject"] in SUBJECTS
        assert row["strength"] in ("strong", "weak")
        assert row["amounts"] in ("any", "goods", "money")


@pytest.mark.parametrize("word", sorted({row["word"] for row in rows("state_kinds")}))
def test_every_description_of_states_is_reached(word: str) -> None:
    states = {row["country"] for row in rows("state_kinds") if row["word"] == word}
    assert states <= country_codes()
    wanted = min(states)
    found = set()
    for text in (f"They flew to the {word} .", f"They flew to the {word} country ."):
        tokens = tokenize(text)
        at = len(tokens) - 2
        found.add(described(tokens, Side(at, at + 1, "", "pronoun"), ["XXX", wanted]))
    assert wanted in found


def test_shared_money_is_of_known_countries() -> None:
    for row in rows("shared_currencies"):
        assert {row["country"], row["unnamed"]} <= country_codes()


@pytest.mark.parametrize("country", sorted({row["country"] for row in rows("own_dollars")}))
def test_the_bare_sign_is_the_dollar_that_a_text_of_that_state_writes_in_full(country: str) -> None:
    row = next(row for row in rows("own_dollars") if row["country"] == country)
    story = Story(dominant=(country, "XXX"), text=f"They paid {row['sign']}5 million. Then they paid $2 million.")
    [first, second] = find_amounts(tokenize(story.text))
    for amount in (first, second):
        in_local_money(amount, story)
    assert {first.unit.unit, second.unit.unit} == {row["code"]}


def test_the_bare_sign_stays_american_where_the_text_names_both() -> None:
    story = Story(dominant=("NZL", "USA"), text="They paid NZ$5 million, or US$3 million. Then they paid $2 million.")
    amounts = find_amounts(tokenize(story.text))
    for amount in amounts:
        in_local_money(amount, story)
    assert amounts[-1].unit.unit == "USD"
