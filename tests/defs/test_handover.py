import dataclasses
from datetime import date

import dagster as dg
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.defs.handover import hand_on, of_one_origin, stamp_of, take
from pipeline.defs.records import (
    articles_from_arrow,
    articles_to_arrow,
    rejections_from_arrow,
    rejections_to_arrow,
)
from pipeline.intake.source import Metadata, Rejection, SourceArticle

ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=20)
METADATA = st.builds(
    Metadata,
    title=st.none() | ANY_TEXT,
    published_on=st.none() | st.dates(),
    url=st.none() | ANY_TEXT,
    publisher=st.none() | ANY_TEXT,
)
ARTICLES = st.builds(
    SourceArticle,
    article_id=ANY_TEXT,
    source_path=ANY_TEXT,
    record_key=st.none() | ANY_TEXT,
    encoding=ANY_TEXT,
    text=ANY_TEXT,
    sha256=ANY_TEXT,
    metadata=METADATA,
)
REJECTIONS = st.builds(
    Rejection,
    table=ANY_TEXT,
    rule=ANY_TEXT,
    reason=ANY_TEXT,
    source_path=ANY_TEXT,
    record_key=st.none() | ANY_TEXT,
    value=st.none() | ANY_TEXT,
)
ARTICLE = SourceArticle("a1", "a.txt", None, "utf-8", "Text.", "00", Metadata(published_on=date(2016, 3, 4)))
REJECTION = Rejection("articles", "empty", "the file is empty", "b.txt")


@given(st.lists(ARTICLES, max_size=5))
def test_articles_come_back_as_they_went(articles):
    assert list(articles_from_arrow(articles_to_arrow(articles))) == articles


@given(st.lists(REJECTIONS, max_size=5))
def test_rejections_come_back_as_they_went(rejections):
    assert list(rejections_from_arrow(rejections_to_arrow(rejections))) == rejections


def test_a_table_comes_back_with_its_stamp(tmp_path):
    table = pa.table({"id": ["a", "b"]})
    hand_on(tmp_path / "new", "events", table, "0123")
    handed = take(tmp_path / "new", "events")
    assert handed.table.equals(table, check_metadata=True)
    assert (handed.name, handed.stamp) == ("events", "0123")


def test_a_later_table_takes_the_place_of_an_earlier_one(tmp_path):
    hand_on(tmp_path, "events", pa.table({"id": ["a"]}), "1")
    hand_on(tmp_path, "events", pa.table({"id": ["b"]}), "2")
    assert take(tmp_path, "events").stamp == "2"
    assert [path.name for path in tmp_path.iterdir()] == ["events.arrow"]


def test_what_was_not_left_is_told(tmp_path):
    with pytest.raises(dg.Failure) as failure:
        take(tmp_path, "events")
    assert "events" in failure.value.description


def test_what_is_no_table_counts_as_not_left(tmp_path):
    (tmp_path / "events.arrow").write_bytes(b"something else")
    with pytest.raises(dg.Failure):
        take(tmp_path, "events")


def test_tables_of_one_origin_share_their_stamp(tmp_path):
    for name in ("events", "officials"):
        hand_on(tmp_path, name, pa.table({"id": ["a"]}), "1")
    assert of_one_origin(take(tmp_path, name) for name in ("events", "officials")) == "1"


def test_tables_of_different_origin_are_told_apart(tmp_path):
    hand_on(tmp_path, "events", pa.table({"id": ["a"]}), "1")
    hand_on(tmp_path, "officials", pa.table({"id": ["a"]}), "2")
    with pytest.raises(dg.Failure) as failure:
        of_one_origin(take(tmp_path, name) for name in ("events", "officials"))
    assert "events from 1; officials from 2" in failure.value.description


@pytest.mark.parametrize(
    "other",
    [
        ([dataclasses.replace(ARTICLE, text="Another text.")], [REJECTION]),
        ([dataclasses.replace(ARTICLE, metadata=Metadata())], [REJECTION]),
        ([ARTICLE], []),
        ([], [REJECTION]),
    ],
)
def test_the_stamp_is_that_of_everything_that_came_in(other):
    assert stamp_of([ARTICLE], [REJECTION]) == stamp_of([dataclasses.replace(ARTICLE)], [REJECTION])
    assert stamp_of([ARTICLE], [REJECTION]) != stamp_of(*other)


def test_the_stamp_is_that_of_the_code_too(monkeypatch):
    before = stamp_of([ARTICLE], [])
    monkeypatch.setattr("pipeline.defs.handover.fingerprint", lambda: "another code")
    assert stamp_of([ARTICLE], []) != before
