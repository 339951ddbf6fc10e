"""The tables' contract: every column is described, every reference points somewhere, ids and orders are total."""

import re

import pytest

from schemas import RELEASE_TABLES, TABLES, column_names, columns
from schemas.codes import COUNTRIES, EVENT_TYPES, LANGUAGES, UNITS
from schemas.column import TEXTS
from schemas.order import IDS, total_order

ALL = [(name, column) for name in RELEASE_TABLES for column in columns(name)]


@pytest.mark.parametrize(("table", "column"), ALL, ids=lambda part: getattr(part, "name", part))
def test_every_column_is_described_in_a_sentence(table, column):
    assert re.fullmatch(r"[A-Z].{9,}\.", column.description)
    assert "  " not in column.description


def test_every_table_is_described():
    for model in RELEASE_TABLES.values():
        assert re.match(r"One row per .+\.$", str(model.__doc__))


def test_tables_stand_in_publishing_order_with_what_accompanies_them_last():
    assert list(RELEASE_TABLES) == [*TABLES, "quarantine", "changes"]


def test_every_reference_points_to_an_id():
    for table, column in ALL:
        if column.meaning.references is not None:
            target, _, id_column = column.meaning.references.partition(".")
            assert target in TABLES, (table, column.name)
            assert IDS[target] == (id_column,)


def test_every_order_is_total_and_of_columns_that_sort():
    for name in RELEASE_TABLES:
        types = {column.name: column.type for column in columns(name)}
        assert total_order(name)[-len(IDS[name]) :] == IDS[name]
        assert all(types[key] != TEXTS for key in total_order(name))


def test_ids_are_unique_and_required():
    for name in TABLES:
        (id_column,) = (column for column in columns(name) if column.unique)
        assert (id_column.name,) == IDS[name]
        assert not id_column.nullable
        assert column_names(name)[0] == id_column.name


def test_columns_of_source_words_are_not_derived():
    derived = {f"{table}.{column.name}" for table, column in ALL if column.meaning.derived}

    assert derived == {
        "articles.n_duplicate_paragraphs",
        "articles.duplicate_of",
        "paragraphs.duplicate_of",
        "paragraphs.duplicate_kind",
        "paragraphs.similarity",
        "events.occurrence_id",
        "events.n_copies",
        "events.participants",
        "trade_figures.n_copies",
        "official_roles.n_copies",
        "official_roles.official_id",
        *(f"officials.{name}" for name in column_names("officials")[1:]),
        *(f"occurrences.{name}" for name in column_names("occurrences")[1:]),
        "trade_series.commodity",
        "trade_series.baseline",
        *(f"trade_series.{name}" for name in column_names("trade_series")[13:]),
        *(f"warnings.{name}" for name in ("message", "value", "compared_with", "unit")),
    }


def test_no_code_holds_what_a_list_in_csv_could_not():
    for _, column in ALL:
        if column.meaning.codes is not None:
            codes = column.meaning.codes.codes
            assert all(re.fullmatch(r"[A-Za-z0-9_]+", code) for code in codes)
            assert all(codes.values())


def test_code_lists_hold_what_the_articles_need():
    assert {"PRK", "RUS", "KOR", "CHN", "USA", "SUN", "EUE", "UNO"} <= set(COUNTRIES.codes)
    assert {"KP", "KPN", "North Korea", "-", ""}.isdisjoint(COUNTRIES.codes)
    assert {"USD", "EUR", "RUB", "CNY", "KRW", "t", "bbl", "m3", "MWh", "MW", "count", "percent"} <= set(UNITS.codes)
    assert {"en", "ko", "ru", "und"} <= set(LANGUAGES.codes)
    assert len(EVENT_TYPES.codes) == 16
