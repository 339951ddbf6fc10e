"""Copies: whole, or not at all."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from pipeline.intake import copies as module
from pipeline.intake.copies import copy_file
from pipeline.intake.errors import IntakeError, Refused


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    folder = tmp_path / "copies"
    folder.mkdir()
    return folder


def test_a_copy_is_named_by_its_digest(tmp_path: Path, copies: Path) -> None:
    data = os.urandom(3 << 20)
    (tmp_path / "a").write_bytes(data)
    copied = copy_file(tmp_path / "a", copies, 4 << 20)
    assert copied.sha256 == hashlib.sha256(data).hexdigest()
    assert copied.path == copies / copied.sha256
    assert copied.path.read_bytes() == data
    assert copied.size == len(data)


def test_a_damaged_older_copy_is_replaced(tmp_path: Path, copies: Path) -> None:
    (tmp_path / "a").write_bytes(b"story")
    (copies / hashlib.sha256(b"story").hexdigest()).write_bytes(b"st")
    assert copy_file(tmp_path / "a", copies, 100).path.read_bytes() == b"story"


def _changing(monkeypatch: pytest.MonkeyPatch, source: Path, times: int) -> None:
    """Let `source` be written to while it is read, `times` times."""
    real = module._chunks
    left = [times]

    def chunks(reader: BinaryIO, max_bytes: int) -> Iterator[bytes]:
        yield from real(reader, max_bytes)
        if left[0]:
            left[0] -= 1
            source.write_bytes(source.read_bytes() + b"+")

    monkeypatch.setattr(module, "_chunks", chunks)


def test_a_file_that_changes_is_copied_again(tmp_path: Path, copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a"
    source.write_bytes(b"story")
    _changing(monkeypatch, source, 2)
    assert copy_file(source, copies, 100).path.read_bytes() == b"story++"


def test_a_file_that_never_rests_is_refused(tmp_path: Path, copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a"
    source.write_bytes(b"story")
    _changing(monkeypatch, source, 99)
    with pytest.raises(Refused) as caught:
        copy_file(source, copies, 100)
    assert caught.value.rule == "changing"


def test_links_are_not_followed(tmp_path: Path, copies: Path) -> None:
    (tmp_path / "a").write_bytes(b"story")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(Refused) as caught:
        copy_file(tmp_path / "b", copies, 100)
    assert caught.value.rule == "unreadable"


def test_a_file_that_grows_beyond_the_limit_while_it_is_read_is_refused(
    tmp_path: Path, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"x" * 50)
    real = os.fstat(os.open(tmp_path / "a", os.O_RDONLY))
    monkeypatch.setattr(os, "fstat", lambda _descriptor: os.stat_result((*real[:6], 5, *real[7:])))
    with pytest.raises(Refused) as caught:
        copy_file(tmp_path / "a", copies, 10)
    assert caught.value.rule == "too_large"
    assert list(copies.iterdir()) == []


def test_a_full_disk_is_one_clear_error(tmp_path: Path, copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"story")

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.tempfile, "mkstemp", full)
    with pytest.raises(IntakeError, match="No space left on device"):
        copy_file(tmp_path / "a", copies, 100)
