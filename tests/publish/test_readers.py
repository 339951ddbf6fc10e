"""What other programs see: pandas, pyarrow, frictionless, the csv module. Nobody needs this project to read a release."""

import csv
import hashlib
import json
from datetime import date

import pandas as pd
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import pytest
from frictionless import Package, Resource

from pipeline.intake.source import Rejection
from pipeline.publish.release import publish
from schemas import RELEASE_TABLES, columns
from schemas.arrow import arrow_schema


@pytest.fixture
def release(world, tmp_path):
    """A release with awkward cells: quotes, commas, line breaks, a formula, NA, null and none as words."""
    world.tables["trade_figures"].at[0, "commodity"] = 'coal, "hard"\r\nand coke'
    world.tables["trade_figures"].at[1, "commodity"] = "=1+1"
    world.tables["trade_figures"].at[2, "commodity"] = "NA"
    world.tables["trade_figures"].at[3, "commodity"] = "null"
    world.tables["trade_figures"].at[0, "value"] = 9.35
    world.tables["trade_figures"].at[1, "value"] = -0.0
    world.tables["trade_figures"].at[2, "value"] = 1e22
    world.tables["officials"].at[0, "aliases"] = ["Kim Roh", "Кім Ро"]
    refused = Rejection("articles", "binary", "no text", "photo.jpg")
    return publish(world.whole, [refused], tmp_path).path


@pytest.mark.parametrize("name", RELEASE_TABLES)
def test_parquet_has_the_schemas_columns_and_types_and_no_metadata(release, name):
    schema = pq.read_schema(release / f"{name}.parquet")

    assert schema.equals(arrow_schema(name))
    assert schema.metadata is None
    assert schema.pandas_metadata is None


def test_parquet_pages_are_compressed_sorted_and_counted(release):
    with pq.ParquetFile(release / "events.parquet") as file:
        group = file.metadata.row_group(0)
        assert group.column(0).compression == "ZSTD"
        assert group.column(0).statistics.has_min_max
        assert group.sorting_columns[0].column_index == file.schema_arrow.names.index("date_start")


def test_pandas_and_pyarrow_read_lists_and_days(release):
    frame = pd.read_parquet(release / "events.parquet")
    table = pq.read_table(release / "events.parquet")

    assert [list(codes) for codes in frame["countries"]] == [["PRK"]] * len(frame)
    assert table["participants"].to_pylist()[0] == list(frame["participants"][0])
    assert frame["date_start"][0] == date(2020, 5, 2)


def test_csv_holds_the_same_cells_as_parquet(release):
    for name in RELEASE_TABLES:
        with (release / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *records = list(csv.reader(file))
        table = pq.read_table(release / f"{name}.parquet")
        assert header == table.column_names
        rows = table.to_pylist()
        assert len(records) == len(rows)
        for record, row in zip(records, rows, strict=True):
            for cell, value in zip(record, row.values(), strict=True):
                assert same(cell, value), (name, cell, value)


def same(cell, value):
    if value is None:
        return cell == ""
    if isinstance(value, bool):
        return cell == str(value).lower()
    if isinstance(value, float):
        return float(cell) == value
    if isinstance(value, list):
        return cell.split(";") == value
    return cell == (value.isoformat() if isinstance(value, date) else str(value))


def test_csv_is_rfc_4180_in_utf_8_without_a_mark(release):
    content = (release / "trade_figures.csv").read_bytes()

    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert b'"coal, ""hard""\r\nand coke"' in content
    assert b",=1+1," in content
    assert content.count(b"\n") == content.count(b"\r\n")
    assert "Kim Roh;Кім Ро".encode() in (release / "officials.csv").read_bytes()


def test_numbers_are_written_in_their_shortest_form(release):
    frame = pd.read_csv(release / "trade_figures.csv", dtype=str, keep_default_na=False, na_values=[""])

    assert sorted(frame["value"]) == ["0", "1e+22", "400", "9.35"]
    assert set(frame["approximate"]) == {"false"}
    assert frame["value_high"].isna().all()


def test_pandas_tells_null_from_the_words_for_it(release):
    frame = pd.read_csv(release / "trade_figures.csv", keep_default_na=False, na_values=[""])

    assert {"NA", "null"} < set(frame["commodity"])
    assert frame["importer"].isna().all()


def test_pyarrow_reads_the_csv_into_the_same_table(release):
    table = pa_csv.read_csv(
        release / "articles.csv",
        parse_options=pa_csv.ParseOptions(newlines_in_values=True),
        convert_options=pa_csv.ConvertOptions(
            column_types=arrow_schema("articles"),
            strings_can_be_null=True,
            null_values=[""],
            quoted_strings_can_be_null=False,
        ),
    )

    assert table.equals(pq.read_table(release / "articles.parquet"))


def test_frictionless_finds_every_csv_valid_by_schema_hash_bytes_and_keys(release):
    package = Package(str(release / "datapackage.json"))
    package.resources = [resource for resource in package.resources if resource.format == "csv"]

    report = package.validate()

    assert report.valid, report.flatten(["name", "type", "note"])
    assert {resource.name for resource in package.resources} == set(RELEASE_TABLES)


@pytest.mark.parametrize(
    ("name", "old", "new", "error"),
    [
        ("events", "occurred", "happened", "constraint-error"),
        ("events", "2020-05-02", "May 2", "type-error"),
        ("articles", "utf-8", "", "constraint-error"),
    ],
)
def test_frictionless_sees_a_broken_csv(release, name, old, new, error):
    path = release / f"{name}.csv"
    content = path.read_bytes().decode()
    path.write_bytes(content.replace(old, new, 1).encode())
    resource = Package(str(release / "datapackage.json")).get_resource(name)

    assert error in {problem[0] for problem in resource.validate().flatten(["type"])}


def test_frictionless_sees_another_word_by_the_hash(release):
    path = release / "paragraphs.csv"
    path.write_bytes(path.read_bytes().replace(b"sold", b"told", 1))
    resource = Package(str(release / "datapackage.json")).get_resource("paragraphs")

    assert resource.validate().flatten(["type"]) == [["hash-count"]]


def test_frictionless_refuses_a_manifest_that_points_outside(release):
    descriptor = json.loads((release / "datapackage.json").read_bytes())["resources"][0]

    assert not Resource.validate_descriptor({**descriptor, "path": "../../secret.csv"}).valid


def test_the_manifest_says_what_the_files_are(release, world):
    package = json.loads((release / "datapackage.json").read_bytes())
    entries = {entry["path"]: entry for entry in package["resources"]}

    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert set(entries) == {path.name for path in release.iterdir()} - {"datapackage.json"}
    assert package["sources"] == [
        {"title": path, "path": path, "sha256": sha256}
        for path, sha256 in sorted(world.tables["articles"][["source_path", "sha256"]].itertuples(index=False))
    ]
    for name in RELEASE_TABLES:
        entry = entries[f"{name}.csv"]
        assert entry["hash"] == f"sha256:{entry['rows_sha256']}"
        assert [field["name"] for field in entry["schema"]["fields"]] == [column.name for column in columns(name)]
    assert "created" not in package


def test_the_manifest_groups_the_records_of_a_file(world, tmp_path):
    articles = world.tables["articles"]
    for row, key in enumerate(["two", "one"]):
        articles.at[row, "source_path"] = "briefs.jsonl"
        articles.at[row, "record_key"] = key

    folder = publish(world.whole, [], tmp_path).path

    lines = f"{articles.at[1, 'sha256']}\n{articles.at[0, 'sha256']}\n"
    assert json.loads((folder / "datapackage.json").read_bytes())["sources"] == [
        {
            "title": "briefs.jsonl",
            "path": "briefs.jsonl",
            "records": 2,
            "records_sha256": hashlib.sha256(lines.encode()).hexdigest(),
        },
        {"title": "gamma.txt", "path": "gamma.txt", "sha256": articles.at[2, "sha256"]},
    ]


def test_the_dictionary_tells_of_every_column(release):
    text = (release / "data_dictionary.md").read_text(encoding="utf-8")

    for name in RELEASE_TABLES:
        section = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
        for column in columns(name):
            assert f"| `{column.name}` |" in section
