import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from pipeline.cli import main
from schemas import RELEASE_TABLES

ROOT = Path(__file__).parents[2]
TABLES = tuple(RELEASE_TABLES)


@pytest.fixture
def curated(tmp_path):
    return tmp_path / "curated"


@pytest.fixture
def run(raw, curated):
    """Runs a command with the folders of the test."""

    def run_command(*arguments):
        environment = {"WIRELEDGER_RAW": str(raw), "WIRELEDGER_CURATED": str(curated)}
        return CliRunner().invoke(main, [*map(str, arguments)], env=environment)

    return run_command


def last_line(result):
    return result.stdout.splitlines()[-1]


def test_publish_ends_with_what_it_published(run, curated):
    result = run("publish")
    assert result.exit_code == 0, result.output
    assert last_line(result) == "published 1.0.0"
    latest = json.loads((curated / "latest.json").read_text())
    assert str(curated / latest["path"]) in result.stdout
    assert result.stdout.splitlines()[0].split() == ["articles", "2"]


def test_the_same_articles_are_unchanged(run):
    run("publish")
    assert last_line(run("publish")) == "unchanged 1.0.0"


def test_one_more_article_is_a_new_version(run, add_talks):
    run("publish")
    add_talks()
    assert last_line(run("publish")) == "published 1.1.0"


def test_refused_files_are_told_and_do_not_fail(run, raw):
    (raw / "empty.txt").write_bytes(b"")
    result = run("publish")
    assert result.exit_code == 0
    assert "1 refused" in result.stderr
    shown = run("show", "quarantine")
    assert "empty.txt" in shown.stdout


def test_no_progress_where_there_is_no_terminal(run):
    assert run("publish").stderr == ""


def test_publish_says_how_many_warnings_there_are(run, raw, curated):
    (raw / "other.txt").write_text(
        "Wheat imports\n\nMarch 10, 2016\n\nNorth Korea imported 12.4 million tons of wheat from Russia in 2015.\n"
    )
    result = run("publish")
    assert result.exit_code == 0
    assert f"warnings: 1; see `wireledger show warnings --curated {curated}`" in result.stderr
    assert "order_of_magnitude" in run("show", "warnings").stdout


def test_show_lists_the_tables(run):
    run("publish")
    result = run("show")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()[1:]] == list(TABLES)


def test_show_prints_rows_as_blocks_without_what_is_null(run):
    run("publish")
    result = run("show", "articles", "--limit", 1)
    names = [line.split()[0] for line in result.stdout.splitlines()]
    assert names[:2] == ["article_id", "source_path"]
    assert "duplicate_of" not in names
    assert "1 of 2 rows" in result.stderr


def test_show_prints_chosen_columns_side_by_side(run):
    run("publish")
    result = run("show", "articles", "--columns", "source_path, published_on")
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["source_path", "published_on"],
        ["coast/terminal.txt", "2016-03-04"],
        ["coast/shipment.txt", "2016-03-09"],
    ]


def test_text_from_outside_cannot_steer_the_terminal(run, raw):
    (raw / "odd\x1b[31m.txt").write_bytes(b"")
    run("publish")
    assert "\x1b" not in run("show", "quarantine").stdout


def test_diff_counts_and_names_what_moved(run, add_talks):
    run("publish")
    add_talks()
    run("publish")
    result = run("diff", "1.0.0", "1.1.0", "--rows")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "1.0.0 to 1.1.0"
    counts = {line.split()[0]: line.split()[1:] for line in lines[2:] if line.split()[0] in TABLES}
    assert counts["articles"] == ["2", "3", "1", "0", "0", "0"]
    assert sum(line.startswith("ADD articles ") for line in lines) == 1


def test_diff_compares_with_the_newest_where_only_one_is_named(run, add_talks):
    run("publish")
    add_talks()
    run("publish")
    assert run("diff", "1.0.0").stdout == run("diff", "1.0.0", "1.1.0").stdout


def test_verify_is_content_with_what_was_published(run):
    run("publish")
    assert run("verify").exit_code == 0
    assert run("verify", "1.0.0").exit_code == 0


def test_verify_finds_a_flipped_byte(run, curated):
    run("publish")
    (path,) = curated.glob("releases/*/events.csv")
    path.chmod(0o644)
    path.write_bytes(path.read_bytes().replace(b"e", b"f", 1))
    result = run("verify")
    assert result.exit_code == 1
    assert "events.csv" in result.stderr
    assert "Traceback" not in result.stderr


def test_text_prints_what_offsets_count_in(run, raw, curated):
    (raw / "lines.txt").write_bytes(
        "\ufeffPort news\r\n\r\nMarch 4, 2016\r\n\r\nRussia shipped rye to Iran.\r\n".encode()
    )
    run("publish")
    (folder,) = curated.glob("releases/*")
    articles = pd.read_parquet(folder / "articles.parquet").set_index("article_id")
    for name in ("paragraphs", "events", "trade_figures", "official_roles"):
        column = "text" if name == "paragraphs" else "evidence"
        for row in pd.read_parquet(folder / f"{name}.parquet").itertuples():
            text = run("text", row.article_id).stdout_bytes.decode()
            assert text[row.char_start : row.char_end] == getattr(row, column)
    lines = articles.index[articles["source_path"] == "lines.txt"][0]
    assert run("text", lines).stdout_bytes.decode() == (raw / "lines.txt").read_bytes().decode("utf-8-sig")


def test_evaluate_counts_what_labels_ask_for(run, tmp_path):
    gold = tmp_path / "gold"
    gold.mkdir()
    label = {"article": "terminal.txt", "published_on": "2016-03-04", "duplicates": [], "not_officials": []}
    label |= {"events": [], "trade_figures": [], "officials": []}
    (gold / "terminal.json").write_text(json.dumps(label))
    run("publish")
    from_release = run("evaluate", "--gold", gold, "--json")
    assert from_release.exit_code == 0, from_release.output
    assert json.loads(from_release.stdout)["measures"]["published_on"]["f1"] == 1.0
    from_articles = run("evaluate", "--gold", gold, "--raw", tmp_path / "raw", "--json")
    assert from_articles.stdout == from_release.stdout
    assert "published_on" in run("evaluate", "--gold", gold, "--errors").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["publish", "--raw", "nowhere"], "nowhere"),
        (["publish", "--raw", __file__], "not a folder"),
        (["publish", "--curated", __file__], "test_cli.py"),
        (["publish", "--no-such-option"], "--no-such-option"),
        (["no-such-command"], "no-such-command"),
        (["verify"], "wireledger publish"),
        (["verify", "9.9.9"], "9.9.9"),
        (["show"], "wireledger publish"),
        (["show", "--limit", "0"], "--limit"),
        (["diff"], "OLD"),
        (["diff", "1.0.0", "2.0.0"], "1.0.0"),
        (["text", "0000"], "0000"),
        (["evaluate"], "--gold"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_used_is_told_in_one_line(run, arguments, told):
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr.splitlines()[-1]
    assert result.stderr.splitlines()[-1].startswith("Error: ")
    assert "Traceback" not in result.output


def test_a_folder_without_files_is_told(run, raw, tmp_path):
    (tmp_path / "bare").mkdir()
    result = run("publish", "--raw", tmp_path / "bare")
    assert result.exit_code == 2
    assert "holds no file" in result.stderr


def test_releases_below_the_articles_are_refused(run, raw):
    result = run("publish", "--curated", raw / "out")
    assert result.exit_code == 2
    assert not (raw / "out").exists()


def test_unknown_tables_and_columns_are_told_with_those_that_exist(run):
    run("publish")
    assert "trade_figures" in run("show", "trade").stderr
    assert "published_on" in run("show", "articles", "--columns", "published").stderr


def test_a_table_that_is_not_as_its_schema_says_fails_in_one_line(run, monkeypatch):
    import pipeline.run

    build = pipeline.run.build_tables

    def without_a_column(*given):
        tables = build(*given)
        return {**tables, "events": tables["events"].drop(columns="event_type")}

    monkeypatch.setattr(pipeline.run, "build_tables", without_a_column)
    result = run("publish")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: events.event_type")


def test_the_module_and_the_script_are_the_same_command(raw, tmp_path):
    command = [sys.executable, "-m", "pipeline.cli", "publish", "--raw", str(raw), "--curated", str(tmp_path / "out")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "published 1.0.0"
    assert result.stderr == ""
    help_text = subprocess.run([sys.executable, "-m", "pipeline.cli", "-h"], cwd=ROOT, capture_output=True, text=True)
    assert help_text.stdout.startswith("Usage: wireledger ")


def test_dagster_is_never_imported(raw, tmp_path):
    code = (
        "import sys; from pipeline.cli import main\n"
        f"main(['publish', '--raw', {str(raw)!r}, '--curated', {str(tmp_path / 'out')!r}], standalone_mode=False)\n"
        "sys.exit(any(name.partition('.')[0] == 'dagster' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True).returncode == 0


def test_help_is_quick_to_import():
    code = "import sys, pipeline.cli; sys.exit(any(name in sys.modules for name in ('pandas', 'pyarrow', 'pandera')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
