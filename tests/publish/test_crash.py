"""Whatever ends a publisher, at any step: readers see the old release or the new one, whole, and the next run goes on."""

import errno
import os
import resource
import signal
from pathlib import Path

import pytest

from pipeline.publish.commits import history
from pipeline.publish.errors import StorageError
from pipeline.publish.place import Place
from pipeline.publish.read import newest_release
from pipeline.publish.release import STEPS, publish
from pipeline.publish.verify import verify

BEFORE_COMMIT = STEPS[: STEPS.index("committed")]


class PowerCut(BaseException):
    """Stands for whatever interrupts a run."""


def fail_at(fault, error):
    def on_step(step):
        if step == fault:
            raise error

    return on_step


@pytest.mark.parametrize("step", BEFORE_COMMIT)
@pytest.mark.parametrize("published_before", [0, 1])
def test_an_error_before_the_commit_leaves_nothing_behind(make_world, stories, tmp_path, step, published_before):
    for number in range(published_before):
        publish(make_world(stories[: number + 1]).whole, [], tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    tables = make_world(stories).whole

    with pytest.raises(PowerCut):
        publish(tables, [], tmp_path, on_step=fail_at(step, PowerCut()))

    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert list((tmp_path / ".staging").iterdir()) == []
    assert publish(tables, [], tmp_path).version == ("1.1.0" if published_before else "1.0.0")


@pytest.mark.parametrize("step", ["committed", "pointed"])
def test_an_error_behind_the_commit_leaves_the_release(world, tmp_path, step):
    with pytest.raises(PowerCut):
        publish(world.whole, [], tmp_path, on_step=fail_at(step, PowerCut()))

    assert verify(newest_release(tmp_path)) == ()
    assert list((tmp_path / ".staging").iterdir()) == []
    assert not publish(world.whole, [], tmp_path).changed
    assert (tmp_path / "latest.json").is_file()


@pytest.mark.parametrize("fault", [*STEPS, "write:1", "write:5"])
def test_a_killed_publisher_leaves_the_old_or_the_new_release_whole(
    make_world, stories, start_publisher, tmp_path, fault
):
    curated = tmp_path / "curated"
    publish(make_world(stories[:1]).whole, [], curated)
    tables = make_world(stories).whole

    child = start_publisher(tables, curated, fault)
    child.communicate("go\n", timeout=60)

    assert child.returncode == -signal.SIGKILL
    newest = newest_release(curated)
    assert newest.name.startswith("1.1.0" if fault in {"committed", "pointed"} else "1.0.0")
    assert verify(newest) == ()
    again = publish(tables, [], curated)
    assert (again.version, again.changed) == ("1.1.0", fault not in {"committed", "pointed"})
    assert verify(again.path) == ()
    assert [commit.version for commit in history(Place(curated))] == ["1.0.0", "1.1.0"]


def test_staging_that_a_crash_left_goes_after_a_day(make_world, stories, tmp_path):
    publish(make_world(stories[:1]).whole, [], tmp_path)
    old, fresh = tmp_path / ".staging/old", tmp_path / ".staging/fresh"
    for folder in (old, fresh):
        folder.mkdir()
        (folder / "events.csv").write_text("half")
    os.utime(old, (0, 0))

    publish(make_world(stories).whole, [], tmp_path)

    assert not old.exists()
    assert fresh.exists()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no space left on the disk"),
        (errno.EDQUOT, "the disk quota is used up"),
        (errno.EACCES, "writing is not allowed"),
        (errno.EROFS, "the file system is read-only"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_storage_fault_is_one_line_that_names_the_file(world, tmp_path, number, words):
    fault = OSError(number, os.strerror(number), "/some/file")

    with pytest.raises(StorageError, match=f"^/some/file: {words}") as caught:
        publish(world.whole, [], tmp_path, on_step=fail_at("written", fault))

    assert "\n" not in str(caught.value)
    assert list((tmp_path / "releases").iterdir()) == []


def test_a_file_that_may_not_grow_is_a_storage_fault_and_earlier_releases_stand(
    make_world, stories, start_publisher, tmp_path
):
    """A limit on file size stands for a full disk: the write itself fails, half-way."""
    curated = tmp_path / "curated"
    first = publish(make_world(stories[:1]).whole, [], curated)

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    child = start_publisher(make_world(stories).whole, curated, preexec_fn=limit)
    _, stderr = child.communicate("go\n", timeout=60)

    assert child.returncode == 1
    assert stderr.splitlines()[-1].startswith("pipeline.publish.errors.StorageError: ")
    assert "larger than this system allows" in stderr.splitlines()[-1]
    assert newest_release(curated) == first.path
    assert verify(first.path) == ()
    assert [path.name for path in (curated / "releases").iterdir()] == [first.path.name]
    assert list((curated / ".staging").iterdir()) == []


def test_everything_is_on_the_disk_before_the_step_that_builds_on_it(world, tmp_path, monkeypatch):
    """Files before the folder moves, the move before the commit, the commit before the pointer."""
    told = []
    real = {"fsync": os.fsync, "link": os.link, "rename": Path.rename, "replace": Path.replace}

    def fsync(handle):
        told.append(("fsync", Path(f"/proc/self/fd/{handle}").readlink().name))
        real["fsync"](handle)

    def link(source, target):
        told.append(("link", Path(target).name))
        real["link"](source, target)

    def rename(source, target):
        told.append(("rename", Path(target).name))
        return real["rename"](source, target)

    def replace(source, target):
        told.append(("replace", Path(target).name))
        return real["replace"](source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "link", link)
    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(Path, "replace", replace)

    published = publish(world.whole, [], tmp_path)

    renamed = told.index(("rename", published.path.name))
    linked = told.index(("link", "00000001.json"))
    pointed = told.index(("replace", "latest.json"))
    assert {("fsync", path.name) for path in published.path.iterdir()} <= set(told[:renamed])
    assert ("fsync", "release") in told[:renamed]
    assert ("fsync", "releases") in told[renamed:linked]
    assert ("fsync", "commit.json") in told[renamed:linked]
    assert ("fsync", "commits") in told[linked:pointed]
    assert ("fsync", "latest.json") in told[linked:pointed]
    assert ("fsync", tmp_path.name) in told[pointed:]
