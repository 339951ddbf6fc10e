"""The sensor with a real instance: what it asks for, given what lies in the folder and what became of its runs."""

import os
from datetime import UTC, datetime

import dagster as dg
import pytest

from pipeline.defs.triggers import RUN_KEY_TAG, daily, new_articles
from pipeline.defs.watch import TRIES, Memory

HOUR = 3600.0


def fail(raw):
    raise OSError("the disk is gone")


def set_age(folder, seconds):
    """Make every file below `folder` as old as that."""
    moment = datetime.now(UTC).timestamp() - seconds
    for path in folder.rglob("*.txt"):
        os.utime(path, (moment, moment))


@pytest.fixture
def tick(instance, folders, raw):
    """One tick of the sensor; it remembers its cursor as the daemon does."""
    set_age(raw, HOUR)
    cursor = None

    def run_tick():
        nonlocal cursor
        context = dg.build_sensor_context(instance=instance, cursor=cursor, resources={"folders": folders})
        data = new_articles.evaluate_tick(context)
        cursor = data.cursor
        return data

    return run_tick


@pytest.fixture
def carry_out(refresh):
    """Does what the daemon does with a request: a run that bears its key."""

    def run(data):
        (request,) = data.run_requests
        return refresh(tags={RUN_KEY_TAG: request.run_key})

    return run


def test_a_correction_asks_for_a_run(tick, carry_out, folders):
    assert carry_out(tick()).success
    assert tick().run_requests == []
    folder = folders.corrections_path
    folder.mkdir()
    (folder / "some.yaml").write_text("", encoding="utf-8")
    assert tick().skip_message.startswith("the raw folder has changed: waiting")
    moment = datetime.now(UTC).timestamp() - HOUR
    os.utime(folder / "some.yaml", (moment, moment))
    assert carry_out(tick()).success
    assert tick().run_requests == []


def test_the_first_tick_asks_for_a_run_and_the_next_does_not(tick, carry_out):
    first = tick()
    assert len(first.run_requests) == 1
    assert carry_out(first).success
    second = tick()
    assert second.run_requests == []
    assert second.skip_message == "no change in the raw folder"


def test_a_new_article_asks_for_a_run(tick, carry_out, raw, add_talks):
    carry_out(tick())
    add_talks()
    set_age(raw, HOUR)
    assert len(tick().run_requests) == 1


def test_a_young_article_waits(tick, carry_out, raw, add_talks):
    carry_out(tick())
    path = add_talks()
    waiting = tick()
    assert waiting.run_requests == []
    assert "settled" in waiting.skip_message
    moment = datetime.now(UTC).timestamp() - 60
    os.utime(path, (moment, moment))
    assert len(tick().run_requests) == 1


def test_a_folder_that_returns_to_an_earlier_state_is_run_again_under_a_new_key(tick, carry_out, raw, add_talks):
    first = tick()
    carry_out(first)
    path = add_talks()
    set_age(path.parent / "coast", HOUR)
    os.utime(path, (0, 0))
    carry_out(tick())
    path.unlink()
    third = tick()
    assert carry_out(third).success
    assert third.run_requests[0].run_key != first.run_requests[0].run_key


def test_a_failed_run_is_tried_again_later_and_not_for_ever(tick, carry_out, instance, monkeypatch):
    monkeypatch.setattr("pipeline.defs.tables.take_in", fail)
    monkeypatch.setattr("pipeline.defs.watch.FIRST_PAUSE_SECONDS", HOUR)
    assert not carry_out(tick()).success
    assert "trying again" in tick().skip_message
    monkeypatch.setattr("pipeline.defs.watch.FIRST_PAUSE_SECONDS", 0.0)
    keys = set()
    for _ in range(TRIES - 1):
        data = tick()
        keys.add(data.run_requests[0].run_key)
        assert not carry_out(data).success
    assert len(keys) == TRIES - 1
    assert f"failed {TRIES} times" in tick().skip_message


def test_a_retried_run_that_succeeds_ends_the_matter(tick, carry_out, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("pipeline.defs.tables.take_in", fail)
        assert not carry_out(tick()).success
    monkeypatch.setattr("pipeline.defs.watch.FIRST_PAUSE_SECONDS", 0.0)
    assert carry_out(tick()).success
    assert tick().skip_message == "no change in the raw folder"


def test_a_run_that_was_cancelled_is_not_tried_again(tick, instance):
    (request,) = tick().run_requests
    run = instance.create_run_for_job(dg.job(name="refresh")(lambda: None), tags={RUN_KEY_TAG: request.run_key})
    instance.report_run_canceled(run)
    assert tick().run_requests == []


def test_new_code_asks_for_a_run(tick, carry_out, monkeypatch):
    carry_out(tick())
    monkeypatch.setattr("pipeline.defs.triggers.fingerprint", lambda: "another code")
    assert len(tick().run_requests) == 1


def test_a_folder_without_files_asks_for_nothing(tick, raw):
    for path in raw.rglob("*.txt"):
        path.unlink()
    assert tick().run_requests == []


def test_a_missing_folder_is_an_error_of_the_tick(tick, raw):
    raw.rename(raw.with_name("moved"))
    with pytest.raises(dg.Failure, match="raw"):
        tick()


def test_the_cursor_is_readable_json(tick):
    memory = Memory.from_cursor(tick().cursor)
    assert memory.sequence == 1
    assert memory.run_key.startswith(memory.digest)


def test_sensor_and_schedule_run_without_being_turned_on():
    assert new_articles.default_status == dg.DefaultSensorStatus.RUNNING
    assert daily.default_status == dg.DefaultScheduleStatus.RUNNING
    assert new_articles.job_name == daily.job_name == "refresh"
