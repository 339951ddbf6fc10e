"""An article added to the project's own corpus, each in its turn: `changes` lists what it brought and what it moved."""

from pathlib import Path

import pytest

from pipeline.publish.changes import row_changes
from pipeline.publish.derived import MEMBERS, derived_changes
from pipeline.publish.state import state_of
from pipeline.resolve.derived import derive_tables
from pipeline.resolve.tables import build_tables
from pipeline.run import check, extract, take_in
from schemas.order import IDS

RAW = Path(__file__).parents[2] / "data/raw"


@pytest.fixture(scope="module")
def articles():
    """Every article of the corpus with what it states."""
    return extract(take_in(RAW).articles).articles


def state(articles):
    stated = build_tables(articles)
    return state_of({**stated, **derive_tables(stated)}, []).tables


def test_no_row_of_the_corpus_is_refused(articles):
    validated = check(build_tables(articles), [article for article, _ in articles])

    assert validated.rejections == ()


def test_each_added_article_brings_its_rows_and_moves_counts_and_dates_of_others(articles):
    whole = state(articles)
    ids = {name: columns[0] for name, columns in IDS.items()}
    homes = {
        (name, row[ids[name]]): row.get("article_id") for name, table in whole.items() for row in table.to_pylist()
    }
    holders = {(role["official_id"], role["article_id"]) for role in whole["official_roles"].to_pylist()}
    moved_any = False
    for added, _ in articles:
        before = state([pair for pair in articles if pair[0] is not added])
        changes = row_changes(before, whole, ids)
        derived = derived_changes(changes, before, whole)

        brought = [change for change, is_derived in zip(changes, derived, strict=True) if not is_derived]
        assert {change.change for change in brought} == {"ADD"}
        for change in brought:
            if change.table == "officials":
                assert (change.id, added.article_id) in holders
            elif change.table in MEMBERS:
                facts, members = MEMBERS[change.table]
                (row,) = (row for row in whole[change.table].to_pylist() if row[ids[change.table]] == change.id)
                assert added.article_id in {homes[facts, member] for member in row[members]}
            else:
                assert homes[change.table, change.id] == added.article_id
        own = {key for key, home in homes.items() if home == added.article_id}
        beside = {"officials", *MEMBERS}
        assert own == {(change.table, change.id) for change in brought if change.table not in beside}
        moved_any = moved_any or any(derived)
    assert moved_any
