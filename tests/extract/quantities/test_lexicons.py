"""The words of numbers, units, money and bounds: each entry is reached, and the currencies agree with the CLDR."""

import pytest
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from pipeline.extract.quantities import find_quantities
from pipeline.lexicon.table import rows

ENGLISH = Locale("en")
WORDS_OF_ENGLISH = {"ALL", "BAM", "COP", "CUP", "MAD", "MOP", "PEN", "SOS", "TOP"}
"""Codes that in capitals are English words or other names; those that stand before a number alone are kept."""


@pytest.mark.parametrize("row", rows("currencies"), ids=lambda row: row["form"])
def test_every_currency_is_reached(row: dict[str, str]) -> None:
    form = row["form"]
    glued = len(form) == 1 and form.isalpha() and row["place"] == "after"
    value, behind = (500, f"500{form}") if glued else (5e8, f"500 million {form}")
    [found] = find_quantities(f"It cost {behind}." if row["place"] == "after" else f"It cost {form}500 million.")
    assert (found.unit, found.value) == (row["code"], pytest.approx(value * float(row["factor"])))


def test_the_currencies_hold_every_current_code_and_name_of_the_cldr() -> None:
    current = {
        entry[0]
        for entries in get_global("territory_currencies").values()
        for entry in entries
        if not entry[2] and entry[3]
    }
    forms = {row["form"].casefold(): row["code"] for row in rows("currencies")}
    for code in current:
        assert forms.get(code.casefold()) == code or code in WORDS_OF_ENGLISH, code
        name = get_currency_name(code, count=2, locale=ENGLISH)
        plain = name.replace("&", "").replace("ʻ", "") == name and "gold" not in name
        assert not plain or forms.get(name.casefold()) == code, name


def test_every_currency_code_is_one_of_the_cldr() -> None:
    assert {row["code"] for row in rows("currencies")} <= set(ENGLISH.currencies)
    assert {row["code"] for row in rows("shared_currencies")} <= set(ENGLISH.currencies)


@pytest.mark.parametrize("row", rows("units"), ids=lambda row: row["form"])
def test_every_unit_is_reached(row: dict[str, str]) -> None:
    glue = "-" if row["form"] == "second" else "" if len(row["form"]) < 4 else " "
    found = find_quantities(f"It took 7{glue}{row['form']} of it.")
    assert [quantity.unit for quantity in found] == [row["unit"]]
    assert found[0].per == (row["per"] or None)
    scale = 1e6 if row["form"] == "m" and found[0].value > 100 else 1
    assert found[0].value == pytest.approx(7 * float(row["factor"]) * scale)


@pytest.mark.parametrize("row", rows("approximations"), ids=lambda row: f"{row['form']} {row['place']}")
def test_every_word_of_approximation_is_reached(row: dict[str, str]) -> None:
    glue = "" if row["form"][0] in "+-" else " "
    text = (
        f"They sent {row['form']} 500 tons." if row["place"] == "before" else f"They sent 500 tons{glue}{row['form']}."
    )
    [found] = find_quantities(text)
    assert (found.qualifier, found.approximate) == (row["qualifier"], row["approximate"] == "yes")


@pytest.mark.parametrize(
    "row",
    [row for row in rows("number_words") if row["kind"] in ("unit", "tens") and row["form"] not in ("zero", "one")],
)
def test_every_number_word_is_reached(row: dict[str, str]) -> None:
    [found] = find_quantities(f"They sent {row['form']} tons.")
    assert found.value == float(row["value"])


@pytest.mark.parametrize(
    "row", [row for row in rows("number_words") if row["kind"] in ("magnitude", "abbreviation", "hundred")]
)
def test_every_magnitude_is_reached(row: dict[str, str]) -> None:
    [found] = find_quantities(f"They sent 3 {row['form']} tons.")
    assert found.value == 3 * float(row["value"])


@pytest.mark.parametrize("row", [row for row in rows("changes") if row["kind"] == "verb"], ids=lambda row: row["word"])
def test_every_verb_of_change_is_reached(row: dict[str, str]) -> None:
    [found] = find_quantities(f"The total {row['word']} by 5 percent.")
    assert found.change == row["change"]
