"""Every label file against its article: what a label says is in the text, in codes that the tables know."""

import codecs
import html
import json
import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluate.dates import place
from pipeline.evaluate.labels import ArticleLabels, read_label_file
from pipeline.lexicon.countries import country_codes
from schemas.codes import EVENT_STATUSES, EVENT_TYPES, FLOWS, MEASURES

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SETS = {"sample": (ROOT / "data" / "raw", HERE / "sample"), "dev": (HERE / "dev" / "articles", HERE / "dev" / "gold")}
for later in ("fresh", "late", "desk", "early", "plain", "across", "wires", "copy", "mixed", "broad"):
    SETS[later] = (HERE / later / "articles", HERE / later / "gold")
if (HERE / "held" / "gold").is_dir():
    SETS["held"] = (HERE / "held" / "articles", HERE / "held" / "gold")
FILES = [
    pytest.param(name, path, id=f"{name}-{path.stem}")
    for name, (_, gold) in SETS.items()
    for path in sorted(gold.glob("*.json"))
]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNITS = re.compile(r"[A-Z]{3}|t|bbl|m3|MWh|MW|count|percent|percentage_point")
ACRONYM = re.compile(r"[A-Z][A-Z-]{1,9}")
MARKUP = re.compile(r"<(style|script|head)\b.*?</\1>|<[^>]+>", re.DOTALL)


@cache
def articles(name: str) -> dict[str, Path]:
    return {path.name: path for path in SETS[name][0].rglob("*") if path.is_file()}


@cache
def text_of(path: Path) -> str:
    """The article's text; for HTML everything between the tags."""
    content = path.read_bytes()
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    return html.unescape(MARKUP.sub("", text)) if path.suffix == ".html" else text


def spaced(text: str) -> str:
    return " ".join(text.split())


def letters(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]+", " ", folded.casefold()).strip()


def load(name: str, path: Path) -> tuple[ArticleLabels, dict[str, Any], str]:
    labels = read_label_file(path)
    return labels, json.loads(path.read_text(encoding="utf-8")), text_of(articles(name)[labels.article])


def test_both_sets_are_there_and_no_two_articles_share_a_name() -> None:
    for name, (folder, gold) in SETS.items():
        files = [path.name for path in folder.rglob("*") if path.is_file()]
        assert len(files) == len(set(files)), name
        assert len(list(gold.glob("*.json"))) >= 15, name
    assert not articles("sample").keys() & articles("dev").keys()


@pytest.mark.parametrize(("name", "path"), FILES)
def test_the_words_are_the_articles(name: str, path: Path) -> None:
    labels, raw, text = load(name, path)
    assert path.stem == Path(labels.article).stem
    for label in (*labels.events, *labels.figures):
        assert spaced(label.snippet) in spaced(text)
    for event in raw.get("events", []):
        assert event["date_text"] is None or spaced(event["date_text"]).casefold() in spaced(text).casefold()
    for label in labels.dates or ():
        place(text, label)
    for official in labels.officials:
        assert letters(official.name) in letters(text)
    for other in labels.not_officials:
        assert letters(other) in letters(text)


@pytest.mark.parametrize(("name", "path"), FILES)
def test_a_repeat_stands_behind_what_it_repeats(name: str, path: Path) -> None:
    labels, _, text = load(name, path)
    words, everything = spaced(text), [spaced(text_of(other)) for other in articles(name).values()]
    for first, repeat in labels.duplicates:
        assert spaced(repeat) in words
        before = words[: words.rindex(spaced(repeat))]
        assert spaced(first) in before or any(spaced(first) in other for other in everything if other != words)


@pytest.mark.parametrize(("name", "path"), FILES)
def test_codes_are_of_the_code_lists(name: str, path: Path) -> None:
    labels, _, _ = load(name, path)
    for event in labels.events:
        assert event.types
        assert event.types <= EVENT_TYPES.codes.keys()
        assert event.status in EVENT_STATUSES.codes
        assert event.countries <= country_codes()
    for figure in labels.figures:
        assert figure.flows
        assert figure.flows <= FLOWS.codes.keys()
        assert figure.measure in MEASURES.codes
        assert figure.direction in {"up", "down", None}
        assert UNITS.fullmatch(figure.unit)
        assert figure.countries | ({figure.exporter, figure.importer} - {None}) <= country_codes()
    for official in labels.officials:
        known = official.country is None or official.country in country_codes()
        assert known or (official.optional and ACRONYM.fullmatch(official.country or ""))


@pytest.mark.parametrize(("name", "path"), FILES)
def test_figures_are_told_in_one_way(name: str, path: Path) -> None:
    """Directed flows have no pair of their own; a share or a change is a percentage; a range has two ends."""
    labels, _, _ = load(name, path)
    for figure in labels.figures:
        sides = {figure.exporter, figure.importer} - {None}
        assert not sides or sides <= figure.countries or not figure.countries
        if figure.measure in {"share", "ratio"}:
            assert figure.unit == "percent"
            assert figure.direction is None
        if figure.measure == "change" and figure.unit == "percent":
            assert figure.value >= 0
        if figure.measure == "change":
            assert figure.direction in {"up", "down"} or figure.optional
        if figure.value_high is not None:
            assert figure.value < figure.value_high


@pytest.mark.parametrize(("name", "path"), FILES)
def test_days_agree_with_each_other_and_with_the_calendar(name: str, path: Path) -> None:
    labels, _, _ = load(name, path)
    for label in (*labels.events, *labels.figures):
        assert label.start is None or label.end is None or label.start <= label.end
    for event in labels.events:
        assert (event.end - event.start).days <= 366
    read_on = labels.published_on or labels.read_on
    for label in labels.dates or ():
        assert (label.start is None and label.end is None) <= label.optional
        if label.start and label.end:
            assert label.start <= label.end
        named = [word.strip(",.") for word in label.text.split() if word.strip(",.") in WEEKDAYS]
        if named and label.start and label.end:
            assert WEEKDAYS[label.start.weekday()] == named[0]
            assert WEEKDAYS[label.end.weekday()] == named[-1]
            assert read_on is None or abs((label.start - read_on).days) <= 14


@pytest.mark.parametrize(("name", "path"), FILES)
def test_status_agrees_with_the_day_of_publication(name: str, path: Path) -> None:
    """What is planned is not over when the article appears, and what has occurred has begun."""
    labels, _, _ = load(name, path)
    read_on = labels.published_on or labels.read_on
    for event in labels.events:
        if read_on is not None and not event.optional:
            assert event.status != "planned" or event.end >= read_on
            assert event.status != "occurred" or event.start <= read_on


def test_a_label_stands_for_a_row_of_its_own() -> None:
    """Two required events of one article never agree in words, interval and types."""
    for name, (_, gold) in SETS.items():
        for path in sorted(gold.glob("*.json")):
            labels, _, _ = load(name, path)
            keys = [(spaced(e.snippet), e.start, e.end, e.types) for e in labels.events if not e.optional]
            assert len(keys) == len(set(keys)), path.name
            assert all(isinstance(key[1], date) for key in keys)
