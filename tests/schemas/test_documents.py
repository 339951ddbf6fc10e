"""What is generated from the schemas: the Frictionless table schema and the data dictionary."""

import json

import pytest
from frictionless import Schema

from schemas import RELEASE_TABLES, RULES, columns
from schemas.column import TEXTS
from schemas.dictionary import allowed_values, data_dictionary
from schemas.frictionless import table_schema


@pytest.mark.parametrize("name", RELEASE_TABLES)
def test_every_table_schema_is_valid_and_plain_json(name):
    descriptor = table_schema(name)

    assert Schema.validate_descriptor(descriptor).valid
    assert json.loads(json.dumps(descriptor)) == descriptor


def test_a_table_schema_says_what_the_column_may_hold():
    fields = {field["name"]: field for field in table_schema("paragraphs")["fields"]}

    assert fields["similarity"]["constraints"] == {"minimum": 0, "maximum": 1}
    assert fields["duplicate_kind"]["constraints"] == {"enum": ["exact", "near"]}
    assert fields["paragraph_id"]["constraints"] == {"required": True, "unique": True}
    assert fields["char_start"]["unit"] == "Unicode code points"
    assert fields["duplicate_of"]["derived"] is True
    assert table_schema("paragraphs")["foreignKeys"] == [
        {"fields": ["article_id"], "reference": {"resource": "articles", "fields": ["article_id"]}},
        {"fields": ["duplicate_of"], "reference": {"fields": ["paragraph_id"]}},
    ]
    bounds = {field["name"]: field for field in table_schema("articles")["fields"]}["published_on"]["constraints"]
    assert bounds == {"minimum": "1605-01-01", "maximum": "2199-12-31"}


def test_the_dictionary_names_every_table_column_code_and_rule():
    text = data_dictionary()

    for name in RELEASE_TABLES:
        section = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
        for column in columns(name):
            assert f"| `{column.name}` |" in section
            codes = column.meaning.codes
            if codes is not None and codes.summary is None:
                assert all(f"- `{code}`: {meaning}" in section for code, meaning in codes.codes.items())
    assert all(f"| `{rule}` | {meaning} |" in text for rule, meaning in RULES.items())


def test_the_dictionary_is_one_well_formed_table_a_table():
    lines = data_dictionary().splitlines()
    cells = [line.count("|") - line.count("\\|") for line in lines if line.startswith("| `") and "`" in line]

    assert set(cells) == {8, 3}
    assert all(line == line.rstrip() for line in lines)


def test_allowed_values_are_one_phrase():
    described = {
        f"{name}.{column.name}": allowed_values(column) for name in ("events", "articles") for column in columns(name)
    }

    assert described["events.status"] == "`occurred`, `planned`, `cancelled`, `negated`"
    assert described["events.n_copies"] == "0 or more"
    assert described["articles.published_on"] == "1605-01-01 to 2199-12-31"
    assert described["events.participants"] == "found in `officials.official_id`"
    assert described["events.countries"].startswith("ISO 3166-1 alpha-3;")
    assert described["events.trigger"] == ""


def test_lists_are_the_only_columns_without_a_foreign_key_for_their_reference():
    for name in RELEASE_TABLES:
        keys = {key["fields"][0] for key in table_schema(name).get("foreignKeys", [])}
        assert keys == {
            column.name for column in columns(name) if column.meaning.references is not None and column.type != TEXTS
        }
