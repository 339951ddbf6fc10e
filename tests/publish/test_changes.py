"""Row changes, which of them are derived, and the version that follows from them."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publish.changes import RowChange, row_changes
from pipeline.publish.derived import derived_changes
from pipeline.publish.version import Contract, Version, next_version
from schemas.column import TEXTS
from schemas.structure import StructureError

IDS = {"t": "id", "u": "id"}


def table(rows, value_type=None):
    value_type = value_type or pa.string()
    return pa.table({"id": pa.array(list(rows), pa.string()), "value": pa.array(list(rows.values()), value_type)})


def moved(old, new):
    return [(change.change, change.id, change.columns) for change in row_changes({"t": old}, {"t": new}, IDS)]


@given(
    old=st.dictionaries(st.sampled_from("abcdef"), st.none() | st.sampled_from(["x", "y"])),
    new=st.dictionaries(st.sampled_from("abcdef"), st.none() | st.sampled_from(["x", "y"])),
)
def test_changes_are_what_two_dictionaries_differ_in(old, new):
    expected = [
        ("DEL", id_, ()) if id_ not in new else ("ADD", id_, ()) if id_ not in old else ("MOD", id_, ("value",))
        for id_ in sorted(old.keys() | new.keys())
        if id_ not in old or id_ not in new or old[id_] != new[id_]
    ]

    assert moved(table(old), table(new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "type_"),
    [
        (["PRK"], ["PRK", "RUS"], TEXTS),
        (None, ["PRK"], TEXTS),
        (["PRK"], None, TEXTS),
        (1.0, 1.5, pa.float64()),
        (1.0, None, pa.float64()),
        (True, False, pa.bool_()),
        (3, 4, pa.int64()),
        (18000, 18001, pa.date32()),
    ],
)
def test_every_type_is_compared(old, new, type_):
    assert moved(table({"a": old}, type_), table({"a": new}, type_)) == [("MOD", "a", ("value",))]
    assert moved(table({"a": new}, type_), table({"a": new}, type_)) == []


def test_a_retyped_column_changes_only_where_its_text_does():
    old = table({"a": "3", "b": "04", "c": None})
    new = table({"a": 3, "b": 4, "c": None}, pa.int64())

    assert moved(old, new) == [("MOD", "b", ("value",))]
    assert moved(table({"a": "None"}), table({"a": None}, pa.int64())) == [("MOD", "a", ("value",))]
    assert moved(table({"a": "PRK;RUS", "b": "PRK"}), table({"a": ["PRK", "RUS"], "b": ["RUS"]}, TEXTS)) == [
        ("MOD", "b", ("value",))
    ]
    assert moved(new, table({"a": 3.0, "b": 4.5, "c": None}, pa.float64())) == [("MOD", "b", ("value",))]


def test_a_new_column_changes_the_rows_that_it_fills_and_a_lost_one_none():
    old = table({"a": "1", "b": "2"})
    new = old.append_column("unit", pa.array(["USD", None]))

    assert moved(old, new) == [("MOD", "a", ("unit",))]
    assert moved(new, old) == []


def test_a_table_that_comes_or_goes_adds_or_removes_its_rows():
    rows = table({"b": "2", "a": "1"})

    assert row_changes({}, {"u": rows}, IDS) == [RowChange("u", "a", "ADD"), RowChange("u", "b", "ADD")]
    assert row_changes({"u": rows}, {}, IDS) == [RowChange("u", "a", "DEL"), RowChange("u", "b", "DEL")]


def test_ids_that_two_rows_share_are_an_error():
    doubled = pa.table({"id": ["a", "a"], "value": ["1", "2"]})

    with pytest.raises(StructureError, match=r"^t\.id: expected ids that no two rows share, found 1 repeated$"):
        row_changes({"t": doubled}, {}, IDS)


def articles(**bytes_of):
    return pa.table({"article_id": list(bytes_of), "sha256": list(bytes_of.values())})


def facts(id_column, **homes):
    return pa.table(
        {
            id_column: list(homes),
            "article_id": [home[0] for home in homes.values()],
            "paragraph_id": [home[1] for home in homes.values()],
        }
    )


def paragraphs(**originals):
    return pa.table({"paragraph_id": list(originals), "duplicate_of": pa.array(list(originals.values()), pa.string())})


def roles(**holders):
    return facts("role_id", **{role: (article, "p1") for role, (_, article) in holders.items()}).append_column(
        "official_id", pa.array([official for official, _ in holders.values()])
    )


@pytest.mark.parametrize(
    ("change", "is_derived"),
    [
        (RowChange("events", "e1", "MOD", ("n_copies", "occurrence_id")), True),
        (RowChange("events", "e1", "MOD", ("n_copies", "date_end")), False),
        (RowChange("paragraphs", "p1", "MOD", ("duplicate_of", "duplicate_kind", "similarity")), True),
        (RowChange("articles", "a", "MOD", ("n_duplicate_paragraphs",)), True),
        (RowChange("articles", "a", "MOD", ("sha256",)), False),
        (RowChange("officials", "o", "MOD", ("name", "country")), True),
        (RowChange("official_roles", "r", "MOD", ("official_id",)), True),
        (RowChange("official_roles", "r", "MOD", ("title",)), False),
        (RowChange("articles", "b", "ADD"), False),
        (RowChange("quarantine", "q", "ADD"), False),
        (RowChange("unheard_of", "q", "MOD", ("n_copies",)), False),
    ],
)
def test_a_value_is_derived_where_its_column_looks_at_other_articles(change, is_derived):
    old, new = {"articles": articles(a="1")}, {"articles": articles(a="1", b="2")}

    assert derived_changes([change], old, new) == [is_derived]
    assert derived_changes([change], new, new) == [False]


def test_a_fact_goes_by_derivation_only_if_its_paragraph_turned_while_its_article_stood():
    old = {
        "articles": articles(a="1", c="1"),
        "paragraphs": paragraphs(p1=None, p2=None, p3=None),
        "events": facts("event_id", turned=("a", "p1"), stood=("a", "p2"), rewritten=("c", "p3")),
    }
    new = {
        "articles": articles(a="1", b="1", c="2"),
        "paragraphs": paragraphs(p1="p0", p2=None, p3="p0"),
        "events": facts("event_id"),
    }
    gone = [RowChange("events", id_, "DEL") for id_ in ("turned", "stood", "rewritten")]

    assert derived_changes(gone, old, new) == [True, False, False]
    come = [RowChange("events", id_, "ADD") for id_ in ("turned", "stood", "rewritten")]
    assert derived_changes(come, new, old) == [True, False, False]


def test_a_person_comes_by_derivation_only_if_no_role_brought_it():
    old = {"articles": articles(a="1"), "paragraphs": paragraphs(p1=None), "official_roles": roles(r1=("o1", "a"))}
    new = {
        "articles": articles(a="1", b="1"),
        "paragraphs": paragraphs(p1=None),
        "official_roles": roles(r1=("o3", "a"), r2=("o2", "b")),
    }
    changes = [
        RowChange("official_roles", "r1", "MOD", ("official_id",)),
        RowChange("official_roles", "r2", "ADD"),
        RowChange("officials", "o1", "DEL"),
        RowChange("officials", "o2", "ADD"),
        RowChange("officials", "o3", "ADD"),
    ]

    assert derived_changes(changes, old, new) == [True, False, True, False, True]


BASE = {"t": pa.schema([("id", pa.string()), ("n", pa.int64())])}
ADDED, CHANGED, REMOVED = (RowChange("t", "a", change) for change in ("ADD", "MOD", "DEL"))


@pytest.mark.parametrize(
    ("new", "contract", "changes", "version"),
    [
        (BASE, 1, [CHANGED], "1.2.4"),
        (BASE, 1, [], "1.2.4"),
        (BASE, 1, [CHANGED, ADDED], "1.3.0"),
        (BASE, 1, [REMOVED], "1.3.0"),
        ({"t": BASE["t"].append(pa.field("unit", pa.string()))}, 1, [CHANGED], "1.3.0"),
        ({**BASE, "u": BASE["t"]}, 1, [], "1.3.0"),
        ({"t": pa.schema([("id", pa.string())])}, 1, [ADDED], "2.0.0"),
        ({"t": pa.schema([("id", pa.string()), ("number", pa.int64())])}, 1, [], "2.0.0"),
        ({"t": pa.schema([("id", pa.string()), ("n", pa.float64())])}, 1, [], "2.0.0"),
        ({}, 1, [REMOVED], "2.0.0"),
        (BASE, 2, [], "2.0.0"),
    ],
)
def test_the_greatest_kind_of_change_makes_the_version(new, contract, changes, version):
    assert str(next_version(Version(1, 2, 3), Contract(1, BASE), Contract(contract, new), changes)) == version


@given(st.tuples(st.integers(0, 10**9 - 1), st.integers(0, 10**9 - 1), st.integers(0, 10**9 - 1)))
def test_a_version_reads_back_as_written(parts):
    assert Version.parse(str(Version(*parts))) == Version(*parts)


@pytest.mark.parametrize(
    "text", ["", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.3-rc1", " 1.2.3", "1.2.3\n", "v1.2.3", "1.-2.3"]
)
def test_what_is_no_version_is_refused(text):
    with pytest.raises(ValueError, match="is no version; one is written like"):
        Version.parse(text)


def test_versions_order_by_number_and_not_by_text():
    assert Version.parse("1.10.0") > Version.parse("1.9.9")
