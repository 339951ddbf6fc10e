"""The lexicon files of this room: sorted, without repeats, and every entry can be reached."""

import csv
from collections.abc import Callable
from importlib.resources import files

import pytest

from pipeline.lexicon.table import header, rows
from pipeline.text.boilerplate import boilerplate_sort
from pipeline.text.bylines import byline_name, is_byline
from pipeline.text.credits import is_caption
from pipeline.text.date_lines import is_date_line
from pipeline.text.dateline import read_dateline
from pipeline.text.furniture import mark_line
from pipeline.text.language import UNKNOWN, detect
from pipeline.text.sentences import split_sentences
from pipeline.text.vocabulary import is_medium

_FILES = (
    "abbreviations",
    "boilerplate",
    "bylines",
    "captions",
    "date_labels",
    "dateline_stops",
    "language_words",
    "media",
    "sentence_continuers",
    "sentence_starters",
)


@pytest.mark.parametrize("name", _FILES)
def test_rows_are_sorted_and_differ(name: str) -> None:
    found = [tuple(row.values()) for row in rows(name)]
    assert found == sorted(found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("name", _FILES)
def test_every_column_is_explained(name: str) -> None:
    lines = files("pipeline.lexicon").joinpath(f"{name}.csv").read_text(encoding="utf-8").splitlines()
    columns = next(csv.reader(line for line in lines if not line.startswith("#")))
    told = " ".join(header(name))
    assert all(f"{column}:" in told for column in columns)


def unreached(name: str, is_reached: Callable[[dict[str, str]], bool]) -> list[dict[str, str]]:
    """The rows of a lexicon that do nothing."""
    return [row for row in rows(name) if not is_reached(row)]


def test_every_boilerplate_entry_is_reached() -> None:
    def is_reached(row: dict[str, str]) -> bool:
        words = row["words"]
        line = {
            "line": words.capitalize(),
            "start": words.capitalize() + " something else.",
            "opening": words.capitalize() + " something else",
            "label": words.capitalize() + ": Talks resume",
            "anywhere": f"It is {words} here",
        }[row["match"]]
        return boilerplate_sort(line) is not None and mark_line(line) in {"boilerplate", "list"}

    assert unreached("boilerplate", is_reached) == []


def test_every_caption_entry_is_reached() -> None:
    def is_reached(row: dict[str, str]) -> bool:
        words = row["words"]
        line = {
            "start": f"{words} a train leaves the port",
            "end": f"A train leaves the port. {words}",
            "anywhere": f"The envoy {words} greets the minister. (KCNA)",
        }[row["match"]]
        return is_caption(line)

    assert unreached("captions", is_reached) == []


def test_every_byline_word_makes_a_byline() -> None:
    def is_reached(row: dict[str, str]) -> bool:
        words = row["words"]
        if row["kind"] == "role":
            return is_byline(words.title()) and is_byline(f"Ann Lee, {words}")
        if row["kind"] == "opener":
            return is_byline(f"{words} Ann Lee")
        if row["kind"] == "stop":
            return byline_name(f"By Ann Lee {words.title()} the author") == "Ann Lee"
        return is_byline(f"By Ann Lee {words} Tokyo" if row["kind"] == "link" else f"By Ann {words} Lee")

    assert unreached("bylines", is_reached) == []


def test_every_medium_is_known_by_form_and_name() -> None:
    assert unreached("media", lambda row: is_medium(row["form"]) and is_medium(row["name"])) == []


def test_a_domain_is_given_once() -> None:
    domains = [row["domain"] for row in rows("media") if row["domain"]]
    assert len(set(domains)) == len(domains)


def test_abbreviations_end_no_sentence_before_what_they_belong_to() -> None:
    follows = {
        "number": "5 there",
        "money": "5 there",
        "month": "5 there",
        "weekday": "5 there",
        "clock": "Monday there",
    }

    def is_reached(row: dict[str, str]) -> bool:
        text = f"They met {row['word']}. {follows.get(row['kind'], 'President Lee there')}"
        return split_sentences(text) == [(0, len(text))]

    assert unreached("abbreviations", is_reached) == []


def test_abbreviations_that_can_end_a_sentence_end_it() -> None:
    never = {"title", "name", "always"}
    rest = [row["word"] for row in rows("abbreviations") if row["kind"] not in never]
    assert [word for word in rest if len(split_sentences(f"They met {word}. Then they left")) != 2] == []


def test_every_starter_opens_a_sentence_behind_an_acronym() -> None:
    starts = lambda row: len(split_sentences(f"They left the U.S. {row['word']} others stayed")) == 2  # noqa: E731
    assert unreached("sentence_starters", starts) == []


def test_every_continuer_goes_on_with_its_sentence() -> None:
    text = "Its shipments to the U.S. {} to ten dollars."
    goes_on = lambda row: len(split_sentences(text.format(row["word"]))) == 1  # noqa: E731
    assert unreached("sentence_continuers", goes_on) == []
    assert len(split_sentences(text.format("He rose"))) == 2


def test_every_stop_keeps_a_label_from_being_a_place() -> None:
    assert unreached("dateline_stops", lambda row: read_dateline(f"{row['word']} -- Trade rose in May.") is None) == []


def test_every_date_label_may_stand_beside_a_date() -> None:
    assert unreached("date_labels", lambda row: is_date_line(f"{row['word']} July 19, 2017")) == []


def test_every_word_tells_its_language() -> None:
    def is_reached(row: dict[str, str]) -> bool:
        others = {other["language"] for other in rows("language_words") if other["word"] == row["word"]}
        return detect(f"{row['word']} " * 3) == (row["language"] if len(others) == 1 else UNKNOWN)

    assert unreached("language_words", is_reached) == []
