"""The quarantine: every refusal a row, with ids that stay, whatever bytes a file name brings."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake.source import Rejection
from pipeline.publish.quarantine import quarantine_frame
from pipeline.publish.release import publish
from pipeline.publish.row_rules import row_failures
from schemas import column_names
from schemas.arrow import convert, from_arrow

WORDS = st.text(st.characters(), max_size=30)
REJECTIONS = st.builds(
    Rejection,
    table=st.sampled_from(["articles", "events"]),
    rule=st.sampled_from(["binary", "ungrounded"]),
    reason=WORDS.map(lambda text: text + " wrong"),
    source_path=WORDS,
    record_key=st.none() | WORDS,
    value=st.none() | WORDS | st.just("x" * 500),
)


@given(st.lists(REJECTIONS, max_size=8))
def test_whatever_was_refused_makes_valid_rows_in_one_order(rejections):
    frame = quarantine_frame(rejections)

    assert row_failures("quarantine", from_arrow("quarantine", convert("quarantine", frame))) == []
    shuffled = random.Random(1).sample(rejections, len(rejections))
    assert quarantine_frame(shuffled).equals(frame)
    assert len(frame) <= len(rejections)
    assert frame["value"].dropna().str.len().le(200).all()


def test_no_refusals_make_an_empty_table_with_all_columns():
    assert tuple(quarantine_frame([]).columns) == column_names("quarantine")


def test_a_refusal_keeps_its_id_when_its_rule_changes_and_others_have_other_ids():
    one = Rejection("events", "ungrounded", "why", "a.txt", None, "e1")
    later = Rejection("events", "missing", "why not", "a.txt", None, "e1")
    other = Rejection("events", "missing", "why not", "a.txt", None, "e2")

    ids = [quarantine_frame([rejection])["quarantine_id"][0] for rejection in (one, later, other)]

    assert ids[0] == ids[1] != ids[2]


def test_two_refusals_of_one_thing_have_two_ids():
    twice = [Rejection("articles", rule, "why", "a.txt") for rule in ("binary", "empty")]

    assert quarantine_frame(twice)["quarantine_id"].nunique() == 2


@pytest.mark.parametrize(
    "path", ["caf\udce9.txt", "tab\there.txt", " lead.txt", "=cmd.txt", 'quo"te.txt', "line\nbreak.txt"]
)
def test_awkward_file_names_are_published(world, tmp_path, path):
    published = publish(world.whole, [Rejection("articles", "binary", "no text", path)], tmp_path)

    assert published.counts["quarantine"] == 1
