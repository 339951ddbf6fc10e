"""Corrections to articles and paragraphs act before facts are read; what follows is derived again."""

from datetime import date

import pandas as pd
import pytest

from pipeline.corrections.errors import CorrectionLeftOutError
from tests.corrections.conftest import Run, entry

UNDATED = "match: {source_path: c/three.txt}"
DATED = entry(
    "minsk-date", "articles", "set", UNDATED, "set: {published_on: 2015-05-14}", "expect: {published_on: null}"
)


def row(table: pd.DataFrame, **wanted: object) -> pd.Series:
    for column, value in wanted.items():
        table = table[table[column] == value]
    [found] = [table.iloc[index] for index in range(len(table))]
    return found


def test_a_publication_date_dates_the_events_of_its_article(run: Run) -> None:
    before, _ = run()
    assert "c/three.txt" not in set(before["events"]["source_path"])
    after, warnings = run(DATED)
    article = row(after["articles"], source_path="c/three.txt")
    assert (article["published_on"], article["published_on_method"]) == (date(2015, 5, 14), "metadata")
    assert article["corrected_by"] == "minsk-date"
    assert set(after["events"][after["events"]["source_path"] == "c/three.txt"]["date_start"]) == {date(2015, 5, 13)}
    assert row(after["official_roles"], name_text="Viktar Hlaz")["as_of"] == date(2015, 5, 14)
    assert warnings == []


def test_rows_that_nobody_corrects_carry_nothing(run: Run) -> None:
    tables, _ = run(DATED)
    for name in ("paragraphs", "events", "trade_figures", "officials", "official_roles"):
        assert tables[name]["corrected_by"].isna().all()
    assert tables["articles"]["corrected_by"].notna().sum() == 1


def test_an_article_is_dropped_with_all_that_it_states(run: Run) -> None:
    yaml = entry("no-minsk", "articles", "drop", UNDATED, "expect: {published_on: null}")
    tables, _ = run(yaml)
    assert "c/three.txt" not in set(tables["articles"]["source_path"])
    assert "Viktar Hlaz" not in set(tables["officials"]["name"])
    refused = row(tables["quarantine"], rule="dropped_by_correction")
    assert (refused["table"], refused["source_path"]) == ("articles", "c/three.txt")


def test_a_paragraph_that_is_no_teaser_is_read(run: Run) -> None:
    text = (
        "Talks in Riga\n\nRIGA, May 13, 2015 - Latvian President Janis Liepa spoke on Monday.\n\n"
        "READ MORE: Uzbek Prime Minister Temur Rahimov will visit Riga on Friday.\n"
    )
    kind = ("match: {source_path: a.txt, kind: boilerplate}", "set: {kind: body}", "expect: {kind: boilerplate}")
    before, _ = run(articles={"a.txt": text})
    assert "Temur Rahimov" not in set(before["officials"]["name"])
    after, warnings = run(entry("no-teaser", "paragraphs", "set", *kind), {"a.txt": text})
    assert warnings == []
    assert "Temur Rahimov" in set(after["officials"]["name"])
    paragraph = row(after["paragraphs"], position=2) if "position" in after["paragraphs"] else None
    assert paragraph is not None
    assert (paragraph["kind"], paragraph["corrected_by"]) == ("body", "no-teaser")


def test_what_repeats_nothing_states_its_own_facts(run: Run) -> None:
    before, _ = run()
    assert len(before["trade_figures"]) == 1
    repeat = row(before["paragraphs"], duplicate_kind="exact")
    guard = f"expect: {{duplicate_of: {repeat['duplicate_of']}}}"
    match = "match: {source_path: b/two.txt, duplicate_kind: exact}"
    after, _ = run(entry("own", "paragraphs", "set", match, "set: {duplicate_of: null}", guard))
    assert len(after["trade_figures"]) == 2
    assert after["paragraphs"]["duplicate_of"].isna().all()
    assert set(after["articles"]["n_duplicate_paragraphs"]) == {0}


def test_a_repeat_that_was_not_seen_states_nothing(run: Run) -> None:
    before, _ = run()
    first = row(before["paragraphs"], text="Azizov in Minsk")["paragraph_id"]
    match = 'match: {source_path: b/two.txt, text: "Latvia and Uzbekistan hold talks"}'
    yaml = entry(
        "same", "paragraphs", "set", match, f'set: {{duplicate_of: "{first}"}}', "expect: {duplicate_of: null}"
    )
    after, warnings = run(yaml)
    assert warnings == []
    found = row(after["paragraphs"], duplicate_of=first)
    assert found["corrected_by"] == "same"


@pytest.mark.parametrize(
    ("yaml", "rule", "told"),
    [
        (DATED.replace("c/three.txt", "c/four.txt"), "correction_unmatched", "no row of articles"),
        (
            DATED.replace("expect: {published_on: null}", "expect: {published_on: 2015-05-01}"),
            "correction_outdated",
            "but",
        ),
        (
            DATED + DATED.replace("minsk-date", "other").replace("2015-05-14}", "2015-05-15}"),
            "correction_contradicts",
            "it contradicts",
        ),
        (
            DATED + entry("gone", "articles", "drop", UNDATED, "expect: {published_on: null}"),
            "correction_contradicts",
            "it contradicts",
        ),
        (
            DATED.replace("{source_path: c/three.txt}", "{language: en}").replace("published_on: null", "language: en"),
            "correction_ambiguous",
            "means 3 rows",
        ),
    ],
    ids=["unmatched", "outdated", "contradicts", "drop and set", "ambiguous"],
)
def test_what_cannot_be_applied_is_left_out_listed_and_told(run: Run, yaml: str, rule: str, told: str) -> None:
    tables, warnings = run(yaml)
    refused = tables["quarantine"]
    assert set(refused["rule"]) == {rule}
    assert set(refused["source_path"]) == {"corrections/some.yaml"}
    assert len(refused) == len(warnings) == yaml.count("- id:")
    assert all(told in warning for warning in warnings)
    assert tables["articles"]["corrected_by"].isna().all()
    assert row(tables["articles"], source_path="c/three.txt")["published_on"] is None
    with pytest.raises(CorrectionLeftOutError, match="is left out"):
        run(yaml, strict=True)


def test_corrections_that_agree_both_stand(run: Run) -> None:
    tables, warnings = run(DATED + DATED.replace("minsk-date", "again"))
    assert warnings == []
    assert row(tables["articles"], source_path="c/three.txt")["corrected_by"] == "again minsk-date"


def test_all_means_all(run: Run) -> None:
    yaml = entry("house", "articles", "set", "match: {encoding: utf-8}", "set: {publisher: Our Wire}", "all: true")
    tables, warnings = run(yaml.replace("  reason", "  expect: {encoding: utf-8}\n  reason"))
    assert warnings == []
    assert set(tables["articles"]["publisher"]) == {"Our Wire"}


def test_strict_publishes_where_all_fit(run: Run) -> None:
    tables, _ = run(DATED, strict=True)
    assert tables["quarantine"].empty
