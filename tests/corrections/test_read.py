"""Files of corrections: what is read, and the one clear line for what is not."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corrections import CorrectionsError, corrections_beside, read_corrections
from pipeline.corrections.model import CORRECTABLE
from schemas import STATED, column_names

GOOD = """
- id: tokyo-date
  table: articles
  match: {source_path: kyodo/talks.txt}
  action: set
  set:
    published_on: 2014-05-03
  expect: {published_on: null}
  reason: the date stands in the page's picture
  author: A. Reader
  date: 2026-11-20
"""


def written(tmp_path: Path, text: str, name: str = "some.yaml") -> Path:
    folder = tmp_path / "corrections"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def refusal(tmp_path: Path, text: str) -> str:
    with pytest.raises(CorrectionsError) as caught:
        read_corrections(written(tmp_path, text))
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_correction_is_read_with_its_place(tmp_path: Path) -> None:
    [found] = read_corrections(written(tmp_path, GOOD)).entries
    assert (found.id, found.table, found.action) == ("tokyo-date", "articles", "set")
    assert found.match == {"source_path": "kyodo/talks.txt"}
    assert found.set == {"published_on": date(2014, 5, 3)}
    assert found.expect == {"published_on": None}
    assert (found.author, found.date) == ("A. Reader", date(2026, 11, 20))
    assert found.place == "corrections/some.yaml:2"


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "corrections").entries == ()
    assert read_corrections(None).digest == ""
    assert corrections_beside(Path("data/raw")) == Path("data/corrections")


def test_files_are_read_in_order_and_hidden_ones_are_not(tmp_path: Path) -> None:
    folder = written(tmp_path, GOOD.replace("tokyo-date", "b"), "b.yaml")
    written(tmp_path, GOOD.replace("tokyo-date", "a"), "a.yml")
    written(tmp_path, GOOD.replace("tokyo-date", "h"), ".hidden.yaml")
    written(tmp_path, "no correction", "notes.txt")
    written(tmp_path, "", "empty.yaml")
    assert [entry.id for entry in read_corrections(folder).entries] == ["a", "b"]


def test_the_digest_tells_of_every_change(tmp_path: Path) -> None:
    before = read_corrections(written(tmp_path, GOOD)).digest
    after = read_corrections(written(tmp_path, GOOD + "# a word\n")).digest
    assert before
    assert before != after


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  action: set\n", "", "action is missing"),
        ("action: set", "action: mend", "by drop, set, not by 'mend'"),
        ("table: articles", "table: article", "is no table"),
        ("table: articles", "table: trade_series", "follows from the others"),
        ("  reason:", "  raeson:", "unknown key 'raeson'"),
        ("published_on: 2014-05-03", "published_on: May 3", "a day, YYYY-MM-DD is wanted, not"),
        ("published_on: 2014-05-03", "n_paragraphs: 3", "set cannot name 'n_paragraphs'"),
        ("  expect: {published_on: null}\n", "", "needs `expect`"),
        ("{source_path: kyodo/talks.txt}", "{}", "match names no column"),
        ("{source_path: kyodo/talks.txt}", "kyodo/talks.txt", "match is a list of `column: value` lines"),
        ("{source_path: kyodo/talks.txt}", "{source_path: 7}", "text in quotes is wanted, not 7"),
        ("{source_path: kyodo/talks.txt}", "{path: kyodo/talks.txt}", "match cannot name 'path'"),
        ("date: 2026-11-20", "date: yesterday", "date is a day"),
        ("author: A. Reader", "author: 12", "author is text"),
        ("id: tokyo-date", "id: tokyo date", "use letters, digits"),
        ("  action: set\n", "  action: set\n  all: some\n", "all is true or false"),
        ("  action: set\n", "  action: drop\n", "drop takes no `set`"),
        ("  reason:", "  reason: once\n  reason:", "the key 'reason' stands twice"),
        ("- id: tokyo-date", "- &a id: tokyo-date\n- *a", "aliases"),
    ],
)
def test_a_fault_is_told_in_one_line_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in GOOD
    message = refusal(tmp_path, GOOD.replace(old, new, 1))
    assert told in message
    assert message.startswith("corrections/some.yaml:")


@pytest.mark.parametrize("text", ["- [1, 2]\n", "one word", "- {a: 1", "a: b: c", "\t- id: x", "- 7\n"])
def test_what_is_no_list_of_entries_is_told(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, text).startswith("corrections/some.yaml")


def test_an_id_stands_once_in_the_folder(tmp_path: Path) -> None:
    written(tmp_path, GOOD, "other.yaml")
    assert "taken by corrections/other.yaml:2" in refusal(tmp_path, GOOD)


def test_words_of_old_yaml_are_words(tmp_path: Path) -> None:
    event = """
- id: x
  table: events
  match: {event_id: "1"}
  action: set
  set: {location: No}
  expect: {location: 12:30:45, date_text: on}
  reason: "yes"
  author: y
  date: 2026-11-20
"""
    [found] = read_corrections(written(tmp_path, event)).entries
    assert found.set == {"location": "No"}
    assert found.expect == {"location": "12:30:45", "date_text": "on"}


def test_codes_are_looked_up_before_anything_runs(tmp_path: Path) -> None:
    event = """
- id: x
  table: events
  match: {event_id: "1"}
  action: set
  set: {event_type: VISIT}
  expect: {event_type: CONSULT}
  reason: r
  author: y
  date: 2026-11-20
"""
    assert "'VISIT' is not one of its codes" in refusal(tmp_path, event)
    countries = event.replace("event_type: VISIT", "countries: [PRK, XXX]")
    assert "not one of its codes" in refusal(tmp_path, countries)
    single = event.replace("event_type: VISIT", "countries: PRK")
    assert "a list is wanted" in refusal(tmp_path, single)
    empty = event.replace("event_type: VISIT", "date_start: null")
    assert "cannot be null" in refusal(tmp_path, empty)


def test_an_added_row_names_what_a_row_must_have(tmp_path: Path) -> None:
    role = """
- id: x
  table: official_roles
  match: {source_path: a.txt}
  action: add
  set: {evidence: "Minister X spoke.", name_text: X}
  reason: r
  author: y
  date: 2026-11-20
"""
    assert "add needs the column title" in refusal(tmp_path, role)
    elsewhere = role.replace("name_text: X", "name_text: X, title: Minister").replace("source_path: a.txt", "title: T")
    assert "add finds its article by" in refusal(tmp_path, elsewhere)


def test_every_column_that_can_be_named_is_a_columns_name() -> None:
    assert set(CORRECTABLE) - {"occurrences"} == set(STATED)
    for table, known in CORRECTABLE.items():
        every = {name for owner in (table, "articles", "events") for name in column_names(owner)}
        assert known.set <= set(column_names(table))
        assert known.match | known.part <= every
        assert known.required <= known.set | {"evidence"}


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    from pipeline.corrections.read import _entries
    from pipeline.corrections.shape import correction_of

    told = ""
    try:
        for entry in _entries(text.encode("utf-8", "surrogatepass"), "some.yaml"):
            correction_of(entry, "some.yaml:1")
    except CorrectionsError as error:
        told = str(error)
    assert "\n" not in told
