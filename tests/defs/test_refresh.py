"""The job over all assets, in one process and with a real instance."""

import dagster as dg
import pytest

import pipeline.defs.tables
from pipeline.definitions import defs, over
from pipeline.defs.folders import Folders
from pipeline.defs.handover import hand_on, take
from pipeline.defs.tables import DERIVED, FACTS, READ
from pipeline.fingerprint import fingerprint
from pipeline.publish.read import newest_release, read_tables
from pipeline.run import refresh as refresh_without_dagster
from schemas import columns
from schemas.codes import WARNING_RULES

SECOND_STEP = (*FACTS, *DERIVED)
TABLES = (*READ, *SECOND_STEP)


def materializations(result):
    return {
        event.asset_key.to_user_string(): event.step_materialization_data.materialization
        for event in result.all_events
        if event.event_type == dg.DagsterEventType.ASSET_MATERIALIZATION
    }


def versions(result):
    return {name: made.tags["dagster/data_version"] for name, made in materializations(result).items()}


def checks(result):
    return {(item.asset_key.to_user_string(), item.check_name): item for item in result.get_asset_check_evaluations()}


def told(result):
    """The failure of the step that ended the run, as the UI shows it."""
    (event,) = [event for event in result.all_events if event.event_type == dg.DagsterEventType.STEP_FAILURE]
    return event.event_specific_data.user_failure_data or event.event_specific_data.error


def test_everything_is_made_and_published(refresh, folders):
    result = refresh()
    assert result.success
    made = materializations(result)
    assert made.keys() == {*TABLES, "release"}
    release = newest_release(folders.curated_path)
    assert made["release"].metadata["version"].value == "1.0.0"
    assert made["release"].metadata["folder"].value == str(release)
    published = read_tables(release)
    for name in TABLES:
        assert made[name].metadata["dagster/row_count"].value == published[name].num_rows
        first = "| column | row 1 |" if published[name].num_rows else "| column |"
        assert made[name].metadata["preview"].value.startswith(first)


def test_the_job_publishes_what_the_command_publishes(refresh, folders, raw, tmp_path):
    (raw / "empty.txt").write_bytes(b"")
    refresh()
    by_command = refresh_without_dagster(raw, tmp_path / "by_command").path
    by_job = newest_release(folders.curated_path)
    assert by_job.name == by_command.name
    for path in by_command.iterdir():
        assert (by_job / path.name).read_bytes() == path.read_bytes()


def test_a_second_run_changes_no_version(refresh):
    first, second = refresh(), refresh()
    assert versions(first) == versions(second)
    assert materializations(second)["release"].metadata["outcome"].value == "unchanged"


def test_a_new_article_changes_the_versions_of_the_tables_that_it_reaches(refresh, add_talks):
    before = versions(refresh())
    add_talks()
    after = versions(refresh())
    for name in ("articles", "paragraphs", "release"):
        assert before[name] != after[name]


def test_the_folder_is_observed_with_the_digest_of_its_listing(refresh, instance, add_talks):
    def observed():
        refresh()
        record = instance.fetch_observations(dg.AssetKey("raw_articles"), limit=1).records[0]
        return record.asset_observation.tags["dagster/data_version"]

    first, second = observed(), observed()
    add_talks()
    assert first == second != observed()


def test_with_a_database_on_disk(raw, tmp_path):
    with dg.instance_for_test() as instance:
        folders = Folders(raw=str(raw), curated=str(tmp_path / "curated"), scratch=str(tmp_path / "scratch"))
        assert over(folders).resolve_job_def("refresh").execute_in_process(instance=instance).success
        assert instance.get_latest_materialization_event(dg.AssetKey("release")) is not None


def test_checks_pass_where_nothing_was_refused(refresh):
    result = checks(refresh())
    expected = {(name, "schema") for name in TABLES} | {
        ("articles", "quarantine_rate"),
        ("release", "verified"),
        ("release", "quality"),
        *(("warnings", rule) for rule in WARNING_RULES.codes),
    }
    assert result.keys() == expected
    assert all(check.passed for check in result.values())


def test_refused_files_warn_and_the_run_goes_on(refresh, raw):
    (raw / "empty.txt").write_bytes(b"")
    result = refresh()
    assert result.success
    check = checks(result)["articles", "quarantine_rate"]
    assert not check.passed
    assert check.severity == dg.AssetCheckSeverity.WARN
    assert check.metadata["files_seen"].value == 3
    assert check.metadata["files_refused"].value == 1
    (refused,) = check.metadata["refused"].records
    assert refused.data["source_path"] == "empty.txt"


def with_tables(monkeypatch, change):
    build = pipeline.defs.tables.build_tables
    monkeypatch.setattr(pipeline.defs.tables, "build_tables", lambda *given: change(build(*given)))


def test_refused_rows_warn_with_their_cases(refresh, folders, monkeypatch):
    def spoil(tables):
        paragraphs = tables["paragraphs"].copy()
        paragraphs.loc[paragraphs.index[-1], "kind"] = "poem"
        return {**tables, "paragraphs": paragraphs}

    with_tables(monkeypatch, spoil)
    result = refresh()
    assert result.success
    check = checks(result)["paragraphs", "schema"]
    assert not check.passed
    assert check.severity == dg.AssetCheckSeverity.WARN
    assert check.metadata["refused"].value == 1
    assert check.metadata["by_rule"].value == {"not_in_code_list": 1}
    (case,) = check.metadata["failure_cases"].records
    assert (case.data["column"], case.data["value"]) == ("kind", "poem")
    quarantine = read_tables(newest_release(folders.curated_path))["quarantine"]
    assert "not_in_code_list" in quarantine["rule"].to_pylist()


def test_contradictions_warn_with_their_rows_and_the_run_goes_on(refresh, raw, folders):
    (raw / "other.txt").write_text(
        "Wheat imports\n\nMarch 10, 2016\n\nNorth Korea imported 12.4 million tons of wheat from Russia in 2015.\n"
    )
    result = refresh()
    assert result.success
    found = checks(result)
    check = found["warnings", "order_of_magnitude"]
    assert (check.passed, check.severity) == (False, dg.AssetCheckSeverity.WARN)
    assert check.metadata["warnings"].value == 1
    (row,) = check.metadata["rows"].records
    assert "a factor of 1,000." in row.data["message"]
    published = read_tables(newest_release(folders.curated_path))
    assert set(row.data["figure_ids"].split(";")) <= set(published["trade_figures"]["figure_id"].to_pylist())
    assert published["warnings"].num_rows == 1
    assert found["warnings", "shares_over_whole"].passed


def test_a_missing_column_fails_the_tables_check_and_nothing_is_published(refresh, folders, monkeypatch):
    with_tables(monkeypatch, lambda tables: {**tables, "events": tables["events"].drop(columns="event_type")})
    result = refresh()
    assert not result.success
    assert checks(result)["articles", "schema"].passed
    check = checks(result)["events", "schema"]
    assert not check.passed
    assert check.severity == dg.AssetCheckSeverity.ERROR
    assert check.metadata["column"].value == "event_type"
    assert "release" not in materializations(result)
    assert newest_release(folders.curated_path) is None


def test_a_table_that_is_refused_whole_blocks_the_release(refresh, raw, folders, monkeypatch):
    for number in range(20):
        (raw / f"{number}.txt").write_text(f"Port news {number}\n\nMarch 4, 2016\n\nRussia shipped rye to Iran.\n")

    def spoil(tables):
        return {**tables, "articles": tables["articles"].assign(language="??")}

    with_tables(monkeypatch, spoil)
    result = refresh()
    assert not result.success
    assert checks(result)["articles", "schema"].severity == dg.AssetCheckSeverity.ERROR
    assert "events" not in materializations(result)
    assert newest_release(folders.curated_path) is None


def test_the_release_alone_can_be_made_again(refresh):
    refresh()
    result = refresh(of=["release"])
    assert result.success
    assert materializations(result).keys() == {"release"}


def test_the_release_refuses_tables_of_different_origin(refresh, add_talks):
    refresh()
    add_talks()
    assert refresh(of=["articles", "paragraphs"]).success
    result = refresh(of=["release"])
    assert not result.success
    assert "Materialize all" in told(result).description
    assert refresh(of=[*SECOND_STEP, "release"]).success


def test_steps_that_lack_their_input_say_so(refresh):
    for wanted in (["release"], list(SECOND_STEP)):
        result = refresh(of=wanted)
        assert not result.success
        assert "Materialize all" in told(result).description


def test_the_release_refuses_tables_of_an_older_schema(refresh, folders):
    refresh()
    older = take(folders.scratch_path, "events")
    hand_on(folders.scratch_path, "events", older.table.drop_columns("trigger"), older.stamp)
    result = refresh(of=["release"])
    assert not result.success
    assert told(result).description.startswith("events.trigger")


def test_a_missing_folder_ends_the_run_in_one_line(refresh, folders, raw):
    raw.rename(raw.with_name("moved"))
    result = refresh()
    assert not result.success
    assert str(raw) in told(result).description


def test_an_article_that_breaks_an_extractor_is_refused(refresh, folders, monkeypatch):
    import pipeline.run

    extract_article = pipeline.run.extract_article

    def stumble(article):
        if article.source_path.endswith("shipment.txt"):
            raise ZeroDivisionError("a fault\nof ours")
        return extract_article(article)

    monkeypatch.setattr(pipeline.run, "extract_article", stumble)
    assert refresh().success
    tables = read_tables(newest_release(folders.curated_path))
    assert tables["articles"]["source_path"].to_pylist() == ["coast/terminal.txt"]
    (row,) = tables["quarantine"].to_pylist()
    assert (row["rule"], row["source_path"]) == ("extraction_failed", "coast/shipment.txt")
    assert "ZeroDivisionError: a fault of ours" in row["reason"]


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_described_before_anything_is_made(name):
    spec = next(spec for spec in defs.resolve_all_asset_specs() if spec.key == dg.AssetKey(name))
    schema = spec.metadata["dagster/column_schema"]
    assert [column.name for column in schema.columns] == [column.name for column in columns(name)]
    assert all(column.description and column.type for column in schema.columns)
    assert spec.code_version == fingerprint()
    assert spec.description


def test_every_asset_is_in_a_named_group_and_described():
    specs = list(defs.resolve_all_asset_specs())
    assert {spec.key.to_user_string() for spec in specs} == {"raw_articles", *TABLES, "release"}
    assert {spec.group_name for spec in specs} == {"raw", "pages", "facts", "comparisons", "releases"}
    assert all(spec.description for spec in specs)


def test_both_servers_find_the_same_location():
    import tomllib

    import yaml

    from pipeline.fingerprint import ROOT

    (entry,) = yaml.safe_load((ROOT / "workspace.yaml").read_text())["load_from"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["dg"]["project"]
    assert entry["python_module"]["module_name"] == project["code_location_target_module"] == "pipeline.definitions"
    assert entry["python_module"]["location_name"] == project["code_location_name"]
