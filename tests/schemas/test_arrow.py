"""Frames to Arrow and back: one order, one way of writing each value, and nothing converted by guessing."""

from datetime import date

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import RELEASE_TABLES, column_names
from schemas.arrow import arrow_schema, from_arrow, to_arrow
from schemas.frictionless import arrow_schema_of, table_schema
from schemas.structure import StructureError

OFFICIALS = [
    {
        "official_id": f"id{number}",
        "name": name,
        "aliases": aliases,
        "country": "PRK",
        "first_seen": day,
        "last_seen": day,
        "n_articles": number,
        "latest_title": None,
        "corrected_by": None,
    }
    for number, (name, aliases, day) in enumerate(
        [
            ("Kim", ["Gim"], date(2020, 1, 1)),
            ("Kim", None, None),
            ("An", [], date(1999, 12, 31)),
            ("Ё", ["Yo", "E"], None),
        ]
    )
]


def frame_of(rows):
    return pd.DataFrame(rows, columns=list(column_names("officials")), dtype=object)


@given(st.permutations(OFFICIALS))
def test_rows_come_in_one_order_whatever_order_they_had(rows):
    table = to_arrow("officials", frame_of(rows))

    assert table.schema == arrow_schema("officials")
    assert table["name"].to_pylist() == ["An", "Kim", "Kim", "Ё"]
    assert table["official_id"].to_pylist() == ["id2", "id0", "id1", "id3"]
    assert table["aliases"].to_pylist() == [None, ["Gim"], None, ["Yo", "E"]]


def test_a_frame_of_arrow_columns_goes_there_and_back():
    table = to_arrow("officials", frame_of(OFFICIALS))

    assert to_arrow("officials", from_arrow("officials", table)).equals(table)


def test_plain_frames_of_pandas_own_types_are_read_as_well():
    plain = pd.DataFrame(OFFICIALS)

    assert to_arrow("officials", plain).equals(to_arrow("officials", frame_of(OFFICIALS)))


def test_an_empty_list_is_null_also_in_a_frame_of_arrow_columns():
    frame = from_arrow("officials", to_arrow("officials", frame_of(OFFICIALS)))
    frame["aliases"] = pd.array([[], ["x"], [], None], dtype=frame["aliases"].dtype)

    assert sorted(map(str, to_arrow("officials", frame)["aliases"].to_pylist())) == ["None", "None", "None", "['x']"]


@pytest.mark.parametrize("value", [float("nan"), -0.0])
@pytest.mark.parametrize("dtype", [object, pd.ArrowDtype(pa.float64())])
def test_a_number_has_one_way_of_being_written(value, dtype):
    frame = pd.DataFrame({name: pd.Series([], dtype=object) for name in column_names("paragraphs")})
    frame.loc[0] = ["p", "a", 0, "text", "body", None, None, value, 0, 4, None]
    frame["similarity"] = pd.Series(pa.array([value]), dtype=dtype)

    (similarity,) = to_arrow("paragraphs", frame)["similarity"].to_pylist()

    assert str(similarity) == ("None" if value != value else "0.0")


def test_another_arrow_type_is_an_error():
    table = to_arrow("officials", frame_of(OFFICIALS))
    other = table.set_column(6, "n_articles", table["n_articles"].cast(pa.float64()))

    with pytest.raises(StructureError, match=r"^officials\.n_articles: expected int64, found double$"):
        from_arrow("officials", other)
    with pytest.raises(StructureError, match=r"^officials\.n_articles: expected int64, found double$"):
        to_arrow("officials", other.to_pandas(types_mapper=pd.ArrowDtype))


@pytest.mark.parametrize("name", RELEASE_TABLES)
def test_an_empty_frame_makes_an_empty_table(name):
    table = to_arrow(name, pd.DataFrame(columns=list(column_names(name))))

    assert table.num_rows == 0
    assert table.schema == arrow_schema(name)


@pytest.mark.parametrize("name", RELEASE_TABLES)
def test_the_frictionless_schema_stands_for_the_arrow_schema(name):
    assert arrow_schema_of(table_schema(name)) == arrow_schema(name)


def test_a_number_too_great_for_its_type_is_an_error():
    rows = [{**OFFICIALS[0], "n_articles": 2**63}]

    with pytest.raises(StructureError, match=r"^officials\.n_articles: expected int64, found int 9223372036854775808$"):
        to_arrow("officials", frame_of(rows))
