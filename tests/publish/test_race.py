"""Publishers at the same time: each release is committed once, on top of the one before, and nothing is lost."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.publish import commits, release
from pipeline.publish.commits import history
from pipeline.publish.errors import PublishError
from pipeline.publish.place import Place
from pipeline.publish.read import find_release, read_tables
from pipeline.publish.release import publish
from pipeline.publish.verify import verify


def overtaken_at(step, overtake):
    """A hook that lets somebody else publish at `step`, the first time."""
    left = [step]

    def on_step(told):
        if left and told == left[0]:
            left.clear()
            overtake()

    return on_step


@pytest.mark.parametrize("step", ["compared", "written", "checked", "placed"])
@pytest.mark.parametrize("published_before", [0, 1])
def test_who_is_overtaken_publishes_on_top_of_the_other(make_world, stories, tmp_path, step, published_before):
    if published_before:
        publish(make_world([]).whole, [], tmp_path)
    mine, others = make_world(stories).whole, make_world(stories[:2]).whole

    published = publish(mine, [], tmp_path, on_step=overtaken_at(step, lambda: publish(others, [], tmp_path)))

    names = [commit.version for commit in history(Place(tmp_path))]
    assert names == ["1.0.0", "1.1.0", "1.2.0"][: 2 + published_before]
    assert published.version == names[-1]
    changes = read_tables(published.path)["changes"].to_pylist()
    assert {row["change"] for row in changes if row["table"] == "articles"} == {"ADD"}
    assert len([row for row in changes if row["table"] == "articles"]) == 1
    assert {path.name for path in (tmp_path / "releases").iterdir()} == {
        Path(commit.path).name for commit in history(Place(tmp_path))
    }
    assert find_release(tmp_path) == published.path
    assert verify(published.path) == ()
    assert list((tmp_path / ".staging").iterdir()) == []


@pytest.mark.parametrize("step", ["compared", "written", "checked", "placed"])
def test_who_is_overtaken_with_the_same_tables_has_nothing_to_publish(world, tmp_path, step):
    published = publish(
        world.whole, [], tmp_path, on_step=overtaken_at(step, lambda: publish(world.whole, [], tmp_path))
    )

    (commit,) = history(Place(tmp_path))
    assert not published.changed
    assert published.path == tmp_path / commit.path
    assert verify(published.path) == ()
    assert list((tmp_path / "releases").iterdir()) == [published.path]


def test_the_slower_writer_of_the_pointer_does_not_leave_the_older_name(make_world, stories, tmp_path):
    def overtake():
        publish(make_world(stories).whole, [], tmp_path)

    publish(make_world(stories[:1]).whole, [], tmp_path, on_step=overtaken_at("committed", overtake))

    assert '"1.1.0"' in (tmp_path / "latest.json").read_text()


def test_a_publisher_that_never_wins_gives_up_with_one_line(world, tmp_path, monkeypatch):
    monkeypatch.setattr(release, "ATTEMPTS", 3)
    monkeypatch.setattr(commits.os, "link", lambda *_: (_ for _ in ()).throw(FileExistsError(17, "File exists")))

    with pytest.raises(PublishError, match="other publishers were faster 3 times in a row"):
        publish(world.whole, [], tmp_path)
    assert list((tmp_path / "releases").iterdir()) == []


def test_processes_that_publish_at_once_each_get_a_version(make_world, make_story, start_publisher, tmp_path):
    curated = tmp_path / "curated"
    worlds = [
        make_world([make_story(f"story{number}", date(2020, 1, number + 1), ((f"Kim No{number}", "envoy", number),))])
        for number in range(4)
    ]
    children = [start_publisher(worlds[number % 4].whole, curated) for number in range(6)]
    for child in children:
        child.stdin.write("go\n")
        child.stdin.flush()
    outcomes = [child.communicate(timeout=120) for child in children]

    assert [stderr for _, stderr in outcomes if stderr] == []
    commits_made = history(Place(curated))
    published = [stdout.split()[0] for stdout, _ in outcomes if stdout.split()[1] == "True"]
    assert sorted(published) == sorted(commit.version for commit in commits_made)
    assert 4 <= len(commits_made) <= 6
    assert [commit.sequence for commit in commits_made] == list(range(1, len(commits_made) + 1))
    for commit, parent in zip(commits_made[1:], commits_made, strict=False):
        assert commit.parent == parent.version
        assert commit.digest != parent.digest
        assert verify(curated / commit.path) == ()
    assert find_release(curated) == curated / commits_made[-1].path
    assert f'"{commits_made[-1].version}"' in (curated / "latest.json").read_text()
