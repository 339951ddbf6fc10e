"""The listing of the raw folder: what the sensor goes by."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.intake.errors import IntakeError
from pipeline.intake.listing import list_folder


def test_entries_are_sorted_and_hidden_ones_left_out(raw: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".hidden", "a/.swp", ".git/x.txt", "a.txt"):
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / name).write_text("x")
    os.mkfifo(raw / "pipe")
    (raw / "link").symlink_to("b.txt")
    listing = list_folder(raw)
    assert [(entry.path, entry.kind) for entry in listing.entries] == [
        ("a.txt", "file"),
        ("a/c.txt", "file"),
        ("b.txt", "file"),
        ("link", "link"),
        ("pipe", "other"),
    ]


def test_the_newest_change(raw: Path) -> None:
    assert list_folder(raw).newest_mtime is None
    for name, seconds in (("a", 1_000), ("b", 2_000.5)):
        (raw / name).write_text("x")
        os.utime(raw / name, (seconds, seconds))
    assert list_folder(raw).newest_mtime == 2_000.5


def _add(raw: Path) -> None:
    (raw / "b.txt").write_text("new")


def _write(raw: Path) -> None:
    (raw / "a.txt").write_text("longer than before")


def _touch(raw: Path) -> None:
    os.utime(raw / "a.txt", (5, 5))


def _rename(raw: Path) -> None:
    (raw / "a.txt").rename(raw / "c.txt")


def _remove(raw: Path) -> None:
    (raw / "a.txt").unlink()


@pytest.mark.parametrize("change", [_add, _write, _touch, _rename, _remove])
def test_the_digest_tells_of_a_change(raw: Path, change: Callable[[Path], None]) -> None:
    (raw / "a.txt").write_text("story")
    os.utime(raw / "a.txt", (9, 9))
    before = list_folder(raw).digest
    assert list_folder(raw).digest == before
    change(raw)
    assert list_folder(raw).digest != before


def test_the_digest_does_not_depend_on_where_the_folder_lies(tmp_path: Path) -> None:
    digests = set()
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "a.txt").write_text("story")
        os.utime(folder / "a.txt", (9, 9))
        digests.add(list_folder(folder).digest)
    assert len(digests) == 1


def test_a_missing_folder_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="does not exist"):
        list_folder(tmp_path / "none")
