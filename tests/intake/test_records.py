"""JSON Lines: how single lines are decoded, keyed and bounded. What a folder makes of them stands in test_folder."""

import hashlib
import json
from pathlib import Path

import pytest

from pipeline.intake.limits import Limits
from pipeline.intake.records import BadRecord, Record, read_records


def records_of(path: Path, data: bytes, limits: Limits | None = None) -> list[Record | BadRecord]:
    path.write_bytes(data)
    return list(read_records(path, limits or Limits()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "wire.jsonl"


def test_a_line_is_hashed_without_its_end(path: Path, story: str) -> None:
    line = json.dumps({"id": "x", "text": story}).encode()
    found = records_of(path, line + b"\r\n\n" + line.replace(b'"x"', b'"y"') + b"\n")
    assert [(record.number, record.key) for record in found] == [(1, "x"), (3, "y")]
    assert isinstance(found[0], Record)
    assert found[0].sha256 == hashlib.sha256(line).hexdigest()


def test_a_separator_inside_a_string_ends_no_line(path: Path, story: str) -> None:
    [record] = records_of(path, json.dumps({"text": story + "\u2028end"}, ensure_ascii=False).encode())
    assert isinstance(record, Record)
    assert record.text == story + "\u2028end"


def test_utf16_and_a_byte_order_mark(path: Path, story: str) -> None:
    lines = "\n".join(json.dumps({"id": number, "text": story + "“é”"}, ensure_ascii=False) for number in (1, 2))
    for codec in ("utf-16", "utf-8-sig"):
        found = records_of(path, lines.encode(codec))
        assert [record.key for record in found] == ["1", "2"]
        assert all(isinstance(record, Record) and record.text.endswith("“é”") for record in found)


def test_one_line_in_another_encoding_spoils_no_other(path: Path, story: str) -> None:
    good = json.dumps({"id": 1, "text": story + "“é”"}, ensure_ascii=False)
    found = records_of(path, good.encode() + b"\n" + good.replace("1", "2", 1).encode("cp1252"))
    assert [(record.key, record.encoding) for record in found if isinstance(record, Record)] == [
        ("1", "utf-8"),
        ("2", "cp1252"),
    ]


def test_a_line_beyond_all_bounds_is_skipped_unread(path: Path, story: str) -> None:
    limits = Limits(max_article_chars=len(story))
    long = b'{"text": "' + b"x" * 400_000 + b'"}'
    found = records_of(path, long + b"\n" + json.dumps({"id": 2, "text": story}).encode(), limits)
    assert [type(record) for record in found] == [BadRecord, Record]
    assert isinstance(found[0], BadRecord)
    assert found[0].refused.rule == "too_large"
    assert found[1].number == 2


@pytest.mark.parametrize(
    "line",
    [
        "null",
        "3",
        '"text"',
        "[]",
        '{"text": 3}',
        '{"text": null}',
        "{}",
        "{'text': 'x'}",
        '{"text": "x"',
        "[" * 100_000,
        "1" * 5_000,
    ],
)
def test_what_is_no_record_is_told(path: Path, line: str) -> None:
    [bad] = records_of(path, line.encode())
    assert isinstance(bad, BadRecord)
    assert bad.refused.rule == "record"
    assert bad.number == 1


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"id": "a", "url": "u"}, "a"),
        ({"id": 0}, "0"),
        ({"id": "", "url": " u  v "}, "u v"),
        ({"id": True, "url": "u"}, "u"),
        ({"id": ["a"], "url": "u"}, "u"),
    ],
)
def test_keys(path: Path, story: str, fields: dict[str, object], key: str) -> None:
    [record] = records_of(path, json.dumps(fields | {"text": story}).encode())
    assert record.key == key
