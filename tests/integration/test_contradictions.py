"""Articles that contradict themselves or each other: the release warns of them, with the rows, and keeps every row."""

import pytest

from pipeline.publish.read import read_tables
from pipeline.run import refresh

ARTICLES = {
    "shares.txt": """\
Kenya's exports to Uganda

NAIROBI, March 4, 2016 (Coastal Wire) -- Kenya exported goods worth $600 million to Uganda in 2015.

Cement accounted for 61 percent of Kenya's exports to Uganda in 2015, steel for 32 percent and tea for 24 percent.
""",
    "parts.txt": """\
Vietnam and Hungary

HANOI, March 4, 2016 (Coastal Wire) -- Trade between Vietnam and Hungary reached $90 million in 2015.

Vietnam exported goods worth $120 million to Hungary in 2015.
""",
    "growth.txt": """\
Peru and Chile

LIMA, March 4, 2016 (Coastal Wire) -- Peru exported grapes worth $30 million to Chile in 2015, up 80 percent from 2014.

In 2014, Peru exported grapes worth $25 million to Chile.
""",
    "wool.txt": """\
Wool

ULAN BATOR, March 4, 2016 (Coastal Wire) -- Mongolia sold 3,000 tons of wool to Japan in 2015.
""",
    "more_wool.txt": """\
More wool

TOKYO, March 9, 2016 (Coastal Wire) -- Mongolia exported 3 million tons of wool to Japan in 2015.
""",
}
FOUND = {
    "growth_against_levels": ["growth.txt"],
    "order_of_magnitude": ["more_wool.txt", "wool.txt"],
    "part_over_whole": ["parts.txt"],
    "shares_over_whole": ["shares.txt"],
}


@pytest.fixture
def tables(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    for name, text in ARTICLES.items():
        (raw / name).write_text(text, encoding="utf-8")
    return read_tables(refresh(raw, tmp_path / "curated").path)


def test_each_contradiction_is_a_warning_and_no_row_is_refused(tables):
    warnings = {row["rule"]: row for row in tables["warnings"].to_pylist()}
    assert {rule: row["source_paths"] for rule, row in warnings.items()} == FOUND
    assert tables["quarantine"].num_rows == 0
    figures = {row["figure_id"]: row for row in tables["trade_figures"].to_pylist()}
    for row in warnings.values():
        assert {figures[id_]["source_path"] for id_ in row["figure_ids"]} == set(row["source_paths"])


def test_the_articles_disagree_on_their_series(tables):
    (wool,) = [row for row in tables["trade_series"].to_pylist() if row["commodity"] == "wool"]
    assert (wool["n_reports"], wool["agrees"], wool["value"]) == (2, False, None)
    assert wool["reported"] == ["3000", "3000000"]
