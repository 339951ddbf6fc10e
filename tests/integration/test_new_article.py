"""One article more, one less: what a release says of it is what happened, and nothing else."""

import pytest

from pipeline.publish.derived import MEMBERS
from pipeline.publish.read import read_tables
from pipeline.run import refresh
from schemas import TABLES, columns
from schemas.order import IDS

COPY = """\
Wheat trade told again

March 20, 2016

SEOUL, March 20 (Morning Post) -- Mongolia sold 300 tons of wool to Japan in 2015.

North Korea imported 12,400 tons of wheat from Russia in 2015, worth $3.1 million.
"""


@pytest.fixture
def curated(tmp_path):
    return tmp_path / "curated"


def by_id(tables, name):
    return {row[IDS[name][0]]: row for row in tables[name].to_pylist()}


def changes_of(tables):
    return {(row["table"], row["id"]): row for row in tables["changes"].to_pylist()}


def add(raw, name, text):
    (raw / name).write_text(text, encoding="utf-8")


def test_a_first_release_adds_every_row(raw, curated):
    tables = read_tables(refresh(raw, curated).path)
    expected = {(name, id_) for name in TABLES for id_ in by_id(tables, name)}
    changes = changes_of(tables)
    assert changes.keys() == expected
    assert {row["change"] for row in changes.values()} == {"ADD"}


def test_an_unrelated_article_brings_its_rows_and_moves_no_other(raw, curated, add_talks):
    before = read_tables(refresh(raw, curated).path)
    add_talks()
    published = refresh(raw, curated)
    after = read_tables(published.path)
    assert published.version == "1.1.0"
    changes = changes_of(after)
    assert {row["change"] for row in changes.values()} == {"ADD"}
    brought = {(name, id_) for name in TABLES for id_ in by_id(after, name).keys() - by_id(before, name).keys()}
    assert changes.keys() == brought
    assert {name for name, _ in brought} == set(TABLES) - {"warnings"}
    assert not any(row["derived"] for row in changes.values())


def test_a_copied_paragraph_counts_and_marks_what_it_moved(raw, curated):
    before = read_tables(refresh(raw, curated).path)
    add(raw, "copy.txt", COPY)
    after = read_tables(refresh(raw, curated).path)
    (figure,) = [row for row in after["trade_figures"].to_pylist() if row["value"] == 12400.0]
    assert figure["n_copies"] == by_id(before, "trade_figures")[figure["figure_id"]]["n_copies"] + 1
    change = changes_of(after)["trade_figures", figure["figure_id"]]
    assert (change["change"], change["columns"], change["derived"]) == ("MOD", ["n_copies"], True)


def test_every_changed_row_of_an_untouched_article_changed_in_derived_columns_alone(raw, curated):
    refresh(raw, curated)
    add(raw, "copy.txt", COPY)
    after = read_tables(refresh(raw, curated).path)
    for row in after["changes"].to_pylist():
        if row["change"] == "MOD":
            derived = {column.name for column in columns(row["table"]) if column.meaning.derived}
            assert set(row["columns"]) <= derived
            assert row["derived"]


def test_an_article_that_goes_takes_its_rows_along(raw, curated, add_talks):
    first = refresh(raw, curated)
    path = add_talks()
    second = read_tables(refresh(raw, curated).path)
    path.unlink()
    third = refresh(raw, curated)
    assert (third.version, third.changed) == ("1.2.0", True)
    gone = {key: row["change"] for key, row in changes_of(read_tables(third.path)).items()}
    assert gone == dict.fromkeys(changes_of(second), "DEL")
    assert third.path.name.split("-")[1] == first.path.name.split("-")[1]


def test_an_edited_article_changes_its_own_rows_alone(raw, curated):
    before = read_tables(refresh(raw, curated).path)
    path = raw / "coast" / "terminal.txt"
    path.write_text(path.read_text().replace("Oleg Marenin", "Igor Marenin"))
    after = read_tables(refresh(raw, curated).path)
    (article,) = [row for row in after["articles"].to_pylist() if row["source_path"] == "coast/terminal.txt"]
    mine = {name: {**by_id(before, name), **by_id(after, name)} for name in TABLES}
    for (name, id_), row in changes_of(after).items():
        row_itself = mine[name][id_]
        if name in MEMBERS:
            facts, members = MEMBERS[name]
            homes = {mine[facts][id_]["article_id"] for id_ in row_itself[members]}
        else:
            homes = {row_itself.get("article_id")}
        assert row["derived"] or name == "officials" or article["article_id"] in homes
