"""Which changes of derived rows are nobody's own: those whose facts stand as they stood."""

import pytest

from pipeline.publish.changes import row_changes
from pipeline.publish.derived import MEMBERS, derived_changes
from pipeline.publish.state import state_of
from schemas import DERIVED, column_names
from schemas.order import IDS


def moved(before, after):
    """Of each change of a derived table: table, kind and whether it is derived."""
    old, new = (state_of(tables, []).tables for tables in (before, after))
    changes = row_changes(old, new, {name: columns[0] for name, columns in IDS.items()})
    verdicts = derived_changes(changes, old, new)
    return sorted(
        (change.table, change.change, verdict)
        for change, verdict in zip(changes, verdicts, strict=True)
        if change.table in DERIVED
    )


def test_every_derived_table_has_its_facts():
    assert MEMBERS.keys() == DERIVED.keys()
    for name, (facts, column) in MEMBERS.items():
        assert column in column_names(name)
        assert IDS[facts][0] == column.removesuffix("s")


def test_an_article_brings_its_own_rows_and_moves_those_of_others(make_world, stories):
    alpha, beta, gamma = stories
    found = moved(make_world([alpha, gamma]).whole, make_world([alpha, beta, gamma]).whole)
    assert found == [
        ("occurrences", "ADD", False),
        ("occurrences", "MOD", True),
        ("trade_series", "MOD", True),
    ]


def test_events_that_another_article_brings_together_are_joined_by_derivation(make_world, stories):
    """The rows of two occurrences become one because a third article came: their own events stand as they stood."""
    alpha, beta, gamma = stories
    before, after = make_world([alpha, gamma]), make_world([alpha, beta, gamma])
    one, other = before.tables["events"]["event_id"].iloc[[0, -1]]
    events = after.tables["events"]
    events.loc[events["event_id"].isin([one, other]), "occurrence_id"] = min(one, other)
    found = moved(before.whole, after.whole)
    assert ("occurrences", "DEL", True) in found
    assert ("occurrences", "DEL", False) not in found


def test_a_changed_figure_of_a_changed_article_moves_its_series_by_itself(make_world, stories):
    before, after = make_world(stories), make_world(stories)
    article = after.tables["trade_figures"].at[0, "article_id"]
    after.tables["trade_figures"].at[0, "unit"] = "EUR"
    articles = after.tables["articles"]
    articles.loc[articles["article_id"] == article, "sha256"] = "f" * 64
    assert moved(before.whole, after.whole) == [("trade_series", "ADD", False), ("trade_series", "MOD", True)]


@pytest.mark.parametrize("value", [100e6, 999.0])
def test_where_all_articles_stand_nothing_is_derived(world, value):
    before = {name: frame.copy() for name, frame in world.whole.items()}
    world.tables["trade_figures"].at[0, "value"] = value
    assert {verdict for _, _, verdict in moved(before, world.whole)} == {False}
