import json
from datetime import date
from io import StringIO

from rich.console import Console

from pipeline.evaluate.evaluation import Evaluation
from pipeline.evaluate.report import as_json, as_lines, as_table
from pipeline.evaluate.tally import Finding, Tally

EVALUATION = Evaluation(
    tallies={"published_on": Tally(right=3, missed=1), "events.found": Tally()},
    findings=(
        Finding("published_on", "missed", "a.txt", {"published_on": date(2020, 1, 2)}, None),
        Finding("events.event_type", "wrong", "[red].txt", {"types": frozenset({"B", "A"})}, {"event_type": "C"}),
    ),
    articles=4,
    absent=("a.txt",),
)


def printed(*what: object) -> str:
    console = Console(width=200, file=StringIO())
    for item in what:
        console.print(item)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_the_table_has_a_line_for_each_measure_that_was_labelled() -> None:
    text = printed(as_table(EVALUATION))
    assert "4 labelled articles" in text
    (line,) = [line for line in text.splitlines() if "published_on" in line]
    assert line.replace("│", " ").split() == ["published_on", "3", "0", "1", "1.000", "0.750", "0.857"]
    assert "events.found" not in text


def test_findings_are_told_as_they_are() -> None:
    first, second = (line.plain for line in as_lines(EVALUATION.findings))
    assert first == 'published_on missed in a.txt: wanted {"published_on": "2020-01-02"}; has nothing'
    assert second == 'events.event_type wrong in [red].txt: wanted {"types": ["A", "B"]}; has {"event_type": "C"}'


def test_json_holds_every_measure_and_findings_on_demand() -> None:
    short, long = json.loads(as_json(EVALUATION)), json.loads(as_json(EVALUATION, findings=True))
    assert short["articles"] == 4
    assert short["absent"] == ["a.txt"]
    assert short["measures"]["published_on"] == {
        "right": 3, "extra": 0, "missed": 1, "precision": 1.0, "recall": 0.75, "f1": 6 / 7
    }  # fmt: skip
    assert short["measures"]["events.found"]["f1"] is None
    assert "findings" not in short
    assert [finding["kind"] for finding in long["findings"]] == ["missed", "wrong"]
    assert long["findings"][1]["label"] == {"types": ["A", "B"]}
