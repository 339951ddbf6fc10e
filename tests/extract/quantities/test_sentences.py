"""The table of sentences.txt: general news in our own words, and every quantity that it states."""

from pathlib import Path

import pytest

from pipeline.extract.quantities import find_quantities

TABLE = Path(__file__).with_name("sentences.txt")
Wanted = tuple[float, float | None, str]


def _quantity(text: str) -> Wanted:
    numbers, unit = text.split(" ", 1)
    low, _, high = numbers.partition("..")
    return float(low), float(high) if high else None, unit


def _sentences() -> list[tuple[str, list[Wanted]]]:
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, _, quantities = line.rpartition(" | ")
            found.append((sentence, [] if quantities == "-" else [_quantity(part) for part in quantities.split("; ")]))
    return found


SENTENCES = _sentences()


@pytest.mark.parametrize(("sentence", "wanted"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_every_quantity_of_a_sentence_and_nothing_else(sentence: str, wanted: list[Wanted]) -> None:
    found = find_quantities(sentence)
    assert [quantity.unit for quantity in found] == [unit for _, _, unit in wanted]
    assert [quantity.value for quantity in found] == pytest.approx([low for low, _, _ in wanted])
    highs = [quantity.value_high for quantity in found]
    assert [high is None for high in highs] == [high is None for _, high, _ in wanted]
    assert [high or 0 for high in highs] == pytest.approx([high or 0 for _, high, _ in wanted])


def test_the_table_is_large_enough() -> None:
    assert len(SENTENCES) >= 590
