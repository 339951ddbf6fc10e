from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.defs.watch import FIRST_PAUSE_SECONDS, SETTLE_SECONDS, TRIES, Folder, LastRun, Memory, decide

NOW = 1_700_000_000.0
OLD = NOW - 3600
A = Folder("a", OLD)
B = Folder("b", OLD)
OTHER = LastRun("other", NOW - 1)


def failed(seconds_ago):
    return LastRun("failed", NOW - seconds_ago)


def after_a():
    return decide(Memory(), A, None, NOW).memory


def test_the_first_tick_asks_for_a_run():
    decision = decide(Memory(), A, None, NOW)
    assert decision.run_key == "a-1"
    assert decision.memory == Memory(digest="a", sequence=1, tries=1, seen="a")


def test_no_change_no_run():
    assert decide(after_a(), A, OTHER, NOW).run_key is None


def test_a_change_asks_with_a_new_key():
    assert decide(after_a(), B, OTHER, NOW).run_key == "b-2"


def test_a_folder_that_returns_to_an_earlier_state_is_run_again():
    back = decide(decide(after_a(), B, OTHER, NOW).memory, A, OTHER, NOW)
    assert back.run_key == "a-3"


def test_a_young_file_waits_until_it_has_settled():
    young = Folder("b", NOW - SETTLE_SECONDS / 2)
    waiting = decide(after_a(), young, OTHER, NOW)
    assert waiting.run_key is None
    assert "settled" in waiting.reason
    assert decide(waiting.memory, young, OTHER, NOW + SETTLE_SECONDS).run_key == "b-2"


def test_a_file_from_the_future_settles_once_two_ticks_saw_the_same():
    future = Folder("b", NOW + 1e6)
    first = decide(after_a(), future, OTHER, NOW)
    assert first.run_key is None
    assert decide(first.memory, replace(future, digest="c"), OTHER, NOW + 9).run_key is None
    assert decide(first.memory, future, OTHER, NOW + 9).run_key == "b-2"


def test_a_folder_without_files_asks_for_nothing():
    assert decide(Memory(), Folder("empty", None), None, NOW).run_key is None


def test_a_failed_run_is_tried_again_after_a_pause_that_doubles_and_then_no_more():
    memory = after_a()
    for attempt in range(1, TRIES):
        pause = FIRST_PAUSE_SECONDS * 2 ** (attempt - 1)
        assert decide(memory, A, failed(pause - 1), NOW).run_key is None
        decision = decide(memory, A, failed(pause), NOW)
        assert decision.run_key == f"a-{attempt + 1}"
        memory = decision.memory
    assert decide(memory, A, failed(1e9), NOW).run_key is None
    assert decide(memory, B, failed(1e9), NOW).run_key == f"b-{TRIES + 1}"


def test_a_new_state_starts_counting_tries_anew():
    worn_out = Memory(digest="a", sequence=9, tries=TRIES, seen="a")
    assert decide(worn_out, B, failed(0), NOW).memory.tries == 1


@pytest.mark.parametrize("cursor", [None, "", "not json", "[]", '{"other": 1}', '"word"', "3"])
def test_a_cursor_that_is_not_ours_starts_afresh(cursor):
    assert Memory.from_cursor(cursor) == Memory()


@given(
    st.builds(
        Memory,
        digest=st.none() | st.text(),
        sequence=st.integers(0, 10**6),
        tries=st.integers(0, TRIES),
        seen=st.none() | st.text(),
    )
)
def test_the_cursor_keeps_everything(memory):
    assert Memory.from_cursor(memory.to_cursor()) == memory


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["failed", "other"]), st.floats(0, 1e4)), max_size=30)
)
def test_no_run_key_is_ever_used_twice(ticks):
    memory, now, keys = Memory(), NOW, []
    for digest, state, pause in ticks:
        now += pause
        decision = decide(memory, Folder(digest, OLD), LastRun(state, now - pause), now)
        memory = decision.memory
        if decision.run_key is not None:
            keys.append(decision.run_key)
    assert len(keys) == len(set(keys))
