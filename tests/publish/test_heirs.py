"""A merge and a split are told with the old and the new id."""

import pyarrow as pa

from pipeline.publish.changes import RowChange
from pipeline.publish.heirs import heirs


def tables(**holders: str) -> dict[str, pa.Table]:
    """Role ids and their officials."""
    return {"official_roles": pa.table({"role_id": list(holders), "official_id": list(holders.values())})}


def test_of_a_merge_the_id_that_went_names_the_one_that_stayed() -> None:
    changes = [RowChange("officials", "b", "DEL"), RowChange("officials", "a", "MOD", ("aliases",))]
    assert heirs(changes, tables(r="a", s="b"), tables(r="a", s="a")) == [("a",), ()]


def test_of_a_split_the_id_that_came_names_the_one_it_came_from() -> None:
    changes = [RowChange("officials", "c", "ADD")]
    assert heirs(changes, tables(r="a", s="a"), tables(r="a", s="c")) == [("a",)]


def test_a_new_id_for_the_same_person_names_the_old_one() -> None:
    changes = [RowChange("officials", "a", "DEL"), RowChange("officials", "d", "ADD")]
    assert heirs(changes, tables(r="a"), tables(r="d")) == [("d",), ("a",)]


def test_who_only_comes_or_goes_names_nobody() -> None:
    changes = [RowChange("officials", "a", "DEL"), RowChange("officials", "b", "ADD"), RowChange("events", "e", "ADD")]
    assert heirs(changes, tables(r="a"), tables(s="b")) == [(), (), ()]
    assert heirs(changes[1:2], {}, tables(s="b")) == [()]
