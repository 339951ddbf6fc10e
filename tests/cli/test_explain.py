"""`wireledger explain`: the reasons of links and the origin of facts."""

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.publish.read import find_release, read_tables

ARTICLES = {
    "one.txt": "TASHKENT, May 12, 2015 - Latvian Foreign Minister Edgars Kalnins met Uzbek officials in Tashkent on Monday.\n",
    "two.txt": "RIGA, May 14, 2015 - Latvian Foreign Minister Edgars Kalniņš visited Tashkent on Monday.\n",
    "three.txt": "RIGA, May 15, 2015 - Latvia exported grain worth $4 million in 2014, its foreign minister, Mr Kalnins, said.\n",
}


@pytest.fixture
def told(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    for name, text in ARTICLES.items():
        (raw / name).write_text(text, encoding="utf-8")
    curated = tmp_path / "curated"
    environment = {"WIRELEDGER_RAW": str(raw), "WIRELEDGER_CURATED": str(curated)}

    def run(*arguments):
        return CliRunner().invoke(main, arguments, env=environment)

    assert run("publish").exit_code == 0
    tables = {name: table.to_pandas() for name, table in read_tables(find_release(curated)).items()}
    return run, tables


def test_every_link_of_an_official_says_its_reason(told):
    run, tables = told
    [official_id] = tables["officials"]["official_id"]
    result = run("explain", "official", official_id)
    assert result.exit_code == 0
    first, *links = result.stdout.splitlines()
    assert "LVA" in first
    assert len(links) == 3
    reasons = {link.split(":")[0].strip(): link.split(": ")[2].split(" ")[0] for link in links}
    assert reasons["three.txt"] == "surname_and_office"
    assert {reasons["one.txt"], reasons["two.txt"]} == {"same_name", "other_spelling"}


def test_a_fact_says_what_its_dates_were_counted_from(told):
    run, tables = told
    event_id = tables["events"]["event_id"].iloc[0]
    result = run("explain", "event", event_id)
    assert result.exit_code == 0
    assert "'Monday' is 2015-05-11" in result.stdout
    assert "published on 2015-05-1" in result.stdout
    figure = run("explain", "figure", tables["trade_figures"]["figure_id"].iloc[0])
    assert "'2014'" in figure.stdout


@pytest.mark.parametrize("kind", ["official", "event", "figure", "role"])
def test_an_id_that_is_nowhere_is_told_in_one_line(told, kind):
    run, _ = told
    result = run("explain", kind, "0123456789abcdef")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
