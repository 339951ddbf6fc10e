"""Files of labelled pairs, and what is counted of them."""

import json
from datetime import date

import pytest

from pipeline.evaluate.labels import LabelError
from pipeline.evaluate.pairs import COLUMNS, Pair, as_json, as_text, evaluate_pairs, read_pairs
from pipeline.evaluate.tally import Tally

VISIT = (date(2021, 3, 11), "Vietnamese Foreign Minister Bui Thanh Minh arrived in Vientiane on Wednesday.")
VISIT_AGAIN = (date(2021, 3, 13), "Vietnamese Foreign Minister Bui Thanh Minh arrived in Vientiane on March 10.")
BAN = (date(2021, 3, 12), "Laos banned imports of pork from Vietnam on March 10.")


def test_links_are_counted_against_the_labels():
    pairs = [
        Pair("told twice", True, (VISIT, VISIT_AGAIN)),
        Pair("said to be two", False, (VISIT, VISIT_AGAIN)),
        Pair("said to be one", True, (VISIT, BAN)),
        Pair("two", False, (VISIT, BAN)),
    ]
    found = evaluate_pairs(pairs)
    assert (found.pairs, found.tally) == (4, Tally(right=1, extra=1, missed=1))
    assert (found.wrongly_linked, found.not_linked) == (("said to be two",), ("said to be one",))
    assert as_text(found).splitlines()[1] == "precision  0.500  (1 of 2; with 95 % certainty 0.095 to 0.905)"
    told = json.loads(as_json(found))
    assert (told["precision"], told["recall"], told["wrongly_linked"]) == (0.5, 0.5, ["said to be two"])
    assert told["recall_95"] == [pytest.approx(0.0945, abs=1e-4), pytest.approx(0.9055, abs=1e-4)]


def test_no_pairs_have_no_rates():
    assert "precision  -" in as_text(evaluate_pairs([]))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "its columns are not pair, same"),
        ("pair,same\n", "its columns are not pair, same"),
        (",".join(COLUMNS) + "\nx,maybe,2021-03-11,One.,2021-03-12,Two.\n", "'maybe', not yes or no"),
        (",".join(COLUMNS) + "\nx,yes,March,One.,2021-03-12,Two.\n", "March"),
        (",".join(COLUMNS) + "\nx,yes\n", ""),
    ],
)
def test_a_file_that_holds_no_pairs_is_named(tmp_path, content, told):
    path = tmp_path / "pairs.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LabelError, match=r"pairs\.csv") as caught:
        read_pairs(path)
    assert told in str(caught.value)
