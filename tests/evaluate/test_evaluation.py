"""The measure on small releases, and beside the reference script where that is at hand."""

import importlib.util
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
import releases

from pipeline.evaluate import Tally, evaluate, read_labels
from pipeline.evaluate.labels import ArticleLabels, EventLabel, FigureLabel, OfficialLabel

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "quality" / "sample"
SHARED = ROOT.parent / "shared"

TALKS = EventLabel(
    snippet="met in Rome",
    start=date(2020, 5, 1),
    end=date(2020, 5, 1),
    types=frozenset({"CONSULT"}),
    countries=frozenset({"ITA", "KEN"}),
    status="occurred",
    optional=False,
)
TEA = FigureLabel(
    snippet="sold tea worth $5 million",
    value=5e6,
    value_high=None,
    unit="USD",
    flows=frozenset({"export", "trade"}),
    measure="level",
    direction=None,
    exporter="KEN",
    importer="ITA",
    countries=frozenset({"ITA", "KEN"}),
    commodity="tea",
    start=date(2019, 1, 1),
    end=None,
    optional=False,
)
MINISTER = OfficialLabel(name="Ada Otieno", country="KEN", titles=("Trade Minister", "deputy premier"), optional=False)


def article(**labels: object) -> ArticleLabels:
    nothing = ArticleLabels("a.txt", date(2020, 5, 2), None, None, (), (), (), (), ())
    return replace(nothing, **labels)  # type: ignore[arg-type]


def test_a_release_that_says_what_is_labelled_is_right_in_everything() -> None:
    labels = read_labels(SAMPLE)
    evaluation = evaluate(releases.frames(releases.as_labelled(labels)), labels)
    assert evaluation.findings == ()
    assert evaluation.absent == ()
    assert {tally.f1 for tally in evaluation.tallies.values()} == {1.0}
    assert evaluation.tallies["events.found"].right == sum(not event.optional for a in labels for event in a.events)


def test_an_absent_article_misses_everything() -> None:
    labels = [article(events=(TALKS,), figures=(TEA,), officials=(MINISTER,), duplicates=(("one", "one"),))]
    evaluation = evaluate(releases.frames({}), labels)
    assert evaluation.absent == ("a.txt",)
    for measure in ("published_on", "duplicates", "events.full", "trade_figures.full", "officials.found"):
        assert evaluation.tallies[measure] == Tally(missed=1)


def test_an_event_of_another_day_is_a_miss_and_an_extra() -> None:
    rows = releases.as_labelled([article(events=(TALKS,))])
    rows["events"][0]["date_end"] = date(2020, 5, 3)
    tallies = evaluate(releases.frames(rows), [article(events=(TALKS,))]).tallies
    assert tallies["events.found"] == tallies["events.full"] == Tally(extra=1, missed=1)


def test_a_wrong_field_is_found_but_not_full() -> None:
    labels = [article(events=(TALKS,))]
    rows = releases.as_labelled(labels)
    rows["events"][0] |= {"status": "planned", "countries": ["ITA"]}
    evaluation = evaluate(releases.frames(rows), labels)
    assert evaluation.tallies["events.found"] == Tally(right=1)
    assert evaluation.tallies["events.full"] == Tally(extra=1, missed=1)
    assert [finding.measure for finding in evaluation.findings] == ["events.countries", "events.status"]


def test_an_optional_label_lets_one_row_pass_and_no_more() -> None:
    labels = [article(events=(replace(TALKS, optional=True),))]
    rows = releases.as_labelled(labels)
    rows["events"][0] |= {"date_start": date(2020, 4, 1)}
    assert evaluate(releases.frames(rows), labels).tallies["events.found"] == Tally()
    rows["events"].append(dict(rows["events"][0]))
    assert evaluate(releases.frames(rows), labels).tallies["events.found"] == Tally(extra=1)


def test_an_optional_label_leaves_the_row_to_a_required_one() -> None:
    labels = [article(events=(replace(TALKS, optional=True), TALKS))]
    rows = releases.as_labelled([article(events=(TALKS,))])
    assert evaluate(releases.frames(rows), labels).tallies["events.found"] == Tally(right=1)


def test_an_open_period_is_not_checked_and_a_null_importer_is() -> None:
    labels = [article(figures=(TEA,))]
    rows = releases.as_labelled(labels)
    rows["trade_figures"][0] |= {"period_end": date(2019, 6, 30), "importer": None}
    tallies = evaluate(releases.frames(rows), labels).tallies
    assert tallies["trade_figures.full"] == Tally(extra=1, missed=1)
    assert tallies["trade_figures.importer"] == Tally(missed=1)
    assert tallies["trade_figures.period_end"] == Tally()
    assert tallies["trade_figures.period_start"] == Tally(right=1)


def test_the_sides_of_a_balance_are_not_checked() -> None:
    deficit = replace(TEA, flows=frozenset({"balance"}), exporter=None, importer=None, value=-5e6)
    labels = [article(figures=(deficit,))]
    rows = releases.as_labelled(labels)
    rows["trade_figures"][0] |= {"exporter": "KEN", "importer": "ITA"}
    assert evaluate(releases.frames(rows), labels).tallies["trade_figures.full"] == Tally(right=1)
    rows["trade_figures"][0] |= {"value": 5e6}
    assert evaluate(releases.frames(rows), labels).tallies["trade_figures.found"] == Tally(extra=1, missed=1)


def test_a_person_is_found_by_an_alias_and_judged_by_country_and_titles() -> None:
    labels = [article(officials=(MINISTER,))]
    rows = releases.as_labelled(labels)
    rows["officials"][0] |= {"name": "A. Otieno", "aliases": ["Ada OTIENO"], "country": "TZA"}
    rows["official_roles"][1] |= {"title": "premier", "name_text": "Otieno"}
    tallies = evaluate(releases.frames(rows), labels).tallies
    assert tallies["officials.found"] == Tally(right=1)
    assert tallies["officials.country"] == Tally(extra=1, missed=1)
    assert tallies["officials.titles"] == Tally(right=1, extra=1, missed=1)


def test_an_unlabelled_repeat_is_extra_unless_boilerplate_or_of_another_article() -> None:
    rows = releases.as_labelled([article(duplicates=(("one", "one"),)), replace(article(), article="b.txt")])
    labels = [article()]
    assert evaluate(releases.frames(rows), labels).tallies["duplicates"] == Tally(extra=1)
    rows["paragraphs"][1]["kind"] = "boilerplate"
    assert evaluate(releases.frames(rows), labels).tallies["duplicates"] == Tally()
    rows["paragraphs"][1] |= {"kind": "body", "article_id": "b.txt"}
    assert evaluate(releases.frames(rows), labels).tallies["duplicates"] == Tally()


def test_one_repeat_meets_one_label() -> None:
    labels = [article(duplicates=(("one", "one"), ("one", "one")))]
    rows = releases.as_labelled([article(duplicates=(("one", "one"),))])
    assert evaluate(releases.frames(rows), labels).tallies["duplicates"] == Tally(right=1, missed=1)


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    path = SHARED / "score.py"
    if not path.exists():
        pytest.skip("the reference script is not beside the repository")
    spec = importlib.util.spec_from_file_location("reference_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(12))
def test_the_figures_are_those_of_the_reference(reference: ModuleType, tmp_path: Path, seed: int) -> None:
    labels = read_labels(SAMPLE)
    rows = releases.spoiled(releases.as_labelled(labels), seed)
    releases.write(rows, tmp_path)
    tallies = evaluate(releases.frames(rows), labels).tallies
    for measure, wanted in reference.score(reference.load(tmp_path), SAMPLE).items():
        ours = tallies[measure]
        assert (measure, ours.right, ours.extra, ours.missed) == (measure, wanted["tp"], wanted["fp"], wanted["fn"])
        assert (ours.precision, ours.recall, ours.f1) == pytest.approx(
            (wanted["precision"], wanted["recall"], wanted["f1"])
        )
