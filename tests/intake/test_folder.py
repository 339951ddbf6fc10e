"""A folder to articles: nothing is lost on the way, and nothing in a folder stops the run."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.intake.errors import IntakeError
from pipeline.intake.folder import read_folder
from pipeline.intake.limits import Limits
from pipeline.intake.source import Intake

TakeIn = Callable[..., Intake]


def rules(intake: Intake) -> list[tuple[str, str]]:
    return [(rejection.source_path, rejection.rule) for rejection in intake.rejections]


def test_nested_folders_in_order_of_path(raw: Path, story: str, take_in: TakeIn) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.TXT", "c.text"):
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / name).write_text(story)
    intake = take_in()
    assert [article.source_path for article in intake.articles] == ["a/b/c.TXT", "a/z.txt", "b.txt", "c.text"]
    assert (intake.files_seen, intake.files_read, intake.files_quarantined) == (4, 4, 0)


def test_an_article_carries_its_text_encoding_and_digest(raw: Path, story: str, take_in: TakeIn) -> None:
    data = story.replace("\n", "\r\n").encode("utf-8-sig")
    (raw / "a.txt").write_bytes(data)
    [article] = take_in().articles
    assert article.text == story.replace("\n", "\r\n")
    assert (article.encoding, article.record_key) == ("utf-8", None)
    assert article.sha256 == hashlib.sha256(data).hexdigest()


def test_every_file_is_copied_under_its_digest(raw: Path, story: str, take_in: TakeIn, tmp_path: Path) -> None:
    (raw / "a.txt").write_text(story)
    (raw / "b.txt").write_bytes(b"")
    intake = take_in()
    copies = {path.name: path.read_bytes() for path in (tmp_path / "copies").iterdir()}
    assert copies == {intake.articles[0].sha256: story.encode(), hashlib.sha256(b"").hexdigest(): b""}


def test_equal_files_are_two_articles(raw: Path, story: str, take_in: TakeIn) -> None:
    (raw / "a.txt").write_text(story)
    (raw / "b.txt").write_text(story)
    first, second = take_in().articles
    assert first.article_id != second.article_id
    assert first.text == second.text


def test_ids_do_not_depend_on_the_other_files(raw: Path, story: str, take_in: TakeIn) -> None:
    (raw / "m.txt").write_text(story)
    [alone] = take_in().articles
    (raw / "a.txt").write_text(story)
    assert alone in take_in().articles


def test_bad_files_are_refused_and_the_others_read(raw: Path, story: str, take_in: TakeIn) -> None:
    (raw / "good.txt").write_text(story)
    (raw / "empty.txt").write_bytes(b"")
    (raw / "white.txt").write_bytes(b" \n\t\r\n")
    (raw / "png.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (raw / "nul.txt").write_bytes(b"\0" * 1000)
    (raw / "page.txt").write_text(f"<!DOCTYPE html><html><body><p>{story}</p></body></html>")
    (raw / "colours.txt").write_text(story.replace("coal", "\x1b[31mcoal\x1b[0m"))
    (raw / "noise.txt").write_text(story + "\x01\x02\x03\x04" * 20)
    (raw / "cut.txt").write_bytes("Der “Vertrag” – und “mehr”".encode()[:-1])
    (raw / "german.txt").write_text("Der Minister sagte, dass die Gespräche am Montag in der Stadt waren.")
    (raw / "table.csv").write_text("a,b\n1,2\n")
    (raw / "numbers.txt").write_text("1 2 3\n4 5 6\n")
    (raw / "utf16.txt").write_bytes(story.encode("utf-16-le"))
    intake = take_in()
    assert [article.source_path for article in intake.articles] == ["good.txt"]
    assert dict(rules(intake)) == {
        "empty.txt": "empty",
        "white.txt": "empty",
        "png.txt": "binary",
        "nul.txt": "binary",
        "page.txt": "markup",
        "colours.txt": "control_characters",
        "noise.txt": "control_characters",
        "cut.txt": "encoding",
        "german.txt": "language",
        "table.csv": "unknown_format",
        "numbers.txt": "no_text",
        "utf16.txt": "binary",
    }
    assert (intake.files_seen, intake.files_read, intake.files_quarantined) == (13, 1, 12)


def test_too_large_files_are_refused(raw: Path, story: str, take_in: TakeIn) -> None:
    (raw / "a.txt").write_text(story)
    (raw / "b.txt").write_text(story * 2)
    (raw / "c.txt").write_text("é" * len(story))
    intake = take_in(Limits(max_file_bytes=2 * len(story) - 1, max_article_chars=len(story)))
    assert [article.source_path for article in intake.articles] == ["a.txt"]
    assert rules(intake) == [("b.txt", "too_large"), ("c.txt", "too_large")]


def test_articles_beyond_the_limit_are_refused(raw: Path, story: str, take_in: TakeIn) -> None:
    for name in "abc":
        (raw / f"{name}.txt").write_text(story)
    intake = take_in(Limits(max_articles=2))
    assert [article.source_path for article in intake.articles] == ["a.txt", "b.txt"]
    assert rules(intake) == [("c.txt", "too_many")]


def test_what_is_no_file_is_refused(raw: Path, story: str, take_in: TakeIn) -> None:
    os.mkfifo(raw / "pipe.txt")
    (raw / "good.txt").write_text(story)
    intake = take_in()
    assert rules(intake) == [("pipe.txt", "not_a_file")]


def test_links_are_followed_only_to_files_inside(raw: Path, story: str, take_in: TakeIn, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(story)
    (raw / "real.txt").write_text(story)
    (raw / "folder").mkdir()
    (raw / "in.txt").symlink_to(raw / "real.txt")
    (raw / "out.txt").symlink_to(outside / "secret.txt")
    (raw / "up.txt").symlink_to("../outside/secret.txt")
    (raw / "nowhere.txt").symlink_to("gone.txt")
    (raw / "circle.txt").symlink_to("circle.txt")
    (raw / "dir.txt").symlink_to(raw / "folder")
    (raw / "outer").symlink_to(outside)
    intake = take_in()
    assert [article.source_path for article in intake.articles] == ["in.txt", "real.txt"]
    assert {rule for _, rule in rules(intake) if _ != "outer"} == {"link"}
    assert intake.files_seen == 8


def test_an_unreadable_file_is_refused(raw: Path, story: str, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch) -> None:
    (raw / "a.txt").write_text(story)
    (raw / "b.txt").write_text(story)
    real = os.open

    def refuse(path: object, *arguments: object, **options: object) -> int:
        if str(path).endswith("a.txt"):
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)
    assert rules(take_in()) == [("a.txt", "unreadable")]


def test_an_unreadable_folder_is_refused(
    raw: Path, story: str, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    (raw / "closed").mkdir()
    (raw / "a.txt").write_text(story)
    real = os.scandir

    def refuse(path: object) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    intake = take_in()
    assert rules(intake) == [("closed", "unreadable")]
    assert intake.files_seen == 2


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1b[31m.txt", "a\u202eb.txt", b"a\xffb.txt"])
def test_names_that_cannot_be_printed_are_refused(raw: Path, story: str, take_in: TakeIn, name: str | bytes) -> None:
    Path(os.fsdecode(os.path.join(os.fsencode(raw), os.fsencode(name)))).write_text(story)  # noqa: PTH118 - bytes
    intake = take_in()
    assert [rule for _, rule in rules(intake)] == ["file_name"]


def test_names_that_differ_in_spacing_alone_do_not_share_an_id(raw: Path, story: str, take_in: TakeIn) -> None:
    (raw / "a  b.txt").write_text(story)
    (raw / "a b.txt").write_text(story)
    intake = take_in()
    assert len(intake.articles) == 1
    assert [rule for _, rule in rules(intake)] == ["duplicate_id"]


def test_hidden_files_sidecars_and_labels_are_not_seen(raw: Path, story: str, take_in: TakeIn) -> None:
    (raw / "a.txt").write_text(story)
    (raw / "a.json").write_text("{}")
    (raw / "a.meta.json").write_text('{"publisher": "Harbour News"}')
    (raw / ".hidden.txt").write_text(story)
    (raw / ".git").mkdir()
    (raw / ".git" / "b.txt").write_text(story)
    intake = take_in()
    assert (intake.files_seen, intake.rejections) == (1, ())
    assert intake.articles[0].metadata.publisher == "Harbour News"


def test_a_json_file_beside_no_article_is_a_file(raw: Path, story: str, take_in: TakeIn) -> None:
    (raw / "a.txt").write_text(story)
    (raw / "b.json").write_text("{}")
    assert rules(take_in()) == [("b.json", "unknown_format")]


@pytest.mark.parametrize("name", ["a.meta.json", "a.txt.meta.json"])
def test_a_sidecar_has_the_stem_or_the_name(raw: Path, story: str, take_in: TakeIn, name: str) -> None:
    (raw / "a.txt").write_text(story)
    (raw / name).write_text('{"title": "T", "published_on": "2016-05-03", "url": "https://x.example/a", "note": 1}')
    [article] = take_in().articles
    assert article.metadata.title == "T"
    assert str(article.metadata.published_on) == "2016-05-03"
    assert article.metadata.url == "https://x.example/a"


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\xff", b'{"a": ' * 100_000, b"x" * 200_000])
def test_a_broken_sidecar_is_told_and_the_article_read_without(
    raw: Path, story: str, take_in: TakeIn, content: bytes
) -> None:
    (raw / "a.txt").write_text(story)
    (raw / "a.meta.json").write_bytes(content)
    intake = take_in()
    assert rules(intake) == [("a.meta.json", "sidecar")]
    assert intake.articles[0].metadata.title is None


def test_a_wrong_field_of_a_sidecar_is_told_and_the_others_hold(raw: Path, story: str, take_in: TakeIn) -> None:
    (raw / "a.txt").write_text(story)
    (raw / "a.meta.json").write_text('{"title": "T", "published_on": "soon"}')
    intake = take_in()
    assert rules(intake) == [("a.meta.json", "sidecar")]
    assert "soon" in intake.rejections[0].reason
    assert intake.articles[0].metadata.title == "T"


def test_an_orphan_sidecar_is_told_and_not_counted(raw: Path, story: str, take_in: TakeIn) -> None:
    (raw / "a.txt").write_text(story)
    (raw / "b.meta.json").write_text("{}")
    intake = take_in()
    assert rules(intake) == [("b.meta.json", "sidecar")]
    assert intake.files_seen == 1


def test_records_are_read_one_by_one(raw: Path, story: str, take_in: TakeIn) -> None:
    lines = [
        json.dumps({"id": 7, "text": story, "title": "T"}),
        "{",
        json.dumps({"url": "https://x.example/2", "text": story, "published_on": "2016-05-03T23:30:00-08:00"}),
        json.dumps({"id": "no text"}),
        "",
        json.dumps({"text": story, "published_on": "03/05/2016"}),
        json.dumps({"id": 7, "text": story}),
        json.dumps({"id": "lone", "text": story + "\ud800"}),
        json.dumps({"id": "french", "text": "Le ministre a dit que les discussions dans la ville sont finies."}),
    ]
    (raw / "wire.jsonl").write_text("\n".join(lines))
    intake = take_in()
    assert [article.record_key for article in intake.articles][:2] == ["7", "https://x.example/2"]
    assert len(intake.articles) == 3
    assert intake.articles[2].record_key == hashlib.sha256(story.encode()).hexdigest()
    assert [str(article.metadata.published_on) for article in intake.articles] == ["None", "2016-05-03", "None"]
    assert sorted(
        (rejection.rule, rejection.record_key) for rejection in intake.rejections if rejection.record_key
    ) == [
        ("duplicate_id", "7"),
        ("language", "french"),
        ("metadata", intake.articles[2].record_key),
        ("surrogates", "lone"),
    ]
    assert [rejection.reason.split(":")[0] for rejection in intake.rejections if rejection.rule == "record"] == [
        "line 2",
        "line 4",
    ]
    assert (intake.files_seen, intake.files_read) == (1, 1)


def test_a_file_without_one_good_record_is_quarantined(raw: Path, take_in: TakeIn) -> None:
    (raw / "bad.jsonl").write_text("{\n[]\n")
    (raw / "blank.jsonl").write_text("\n\n")
    intake = take_in()
    assert rules(intake) == [("bad.jsonl", "record"), ("bad.jsonl", "record"), ("blank.jsonl", "empty")]
    assert (intake.files_seen, intake.files_quarantined) == (2, 2)


def test_a_sidecar_of_records_gives_publisher_and_day(raw: Path, story: str, take_in: TakeIn) -> None:
    (raw / "wire.jsonl").write_text(
        json.dumps({"text": story, "publisher": "Own"}) + "\n" + json.dumps({"id": 1, "text": story})
    )
    (raw / "wire.meta.json").write_text('{"publisher": "Wire", "published_on": "2016-05-03", "title": "T"}')
    articles = take_in().articles
    assert [article.metadata.publisher for article in articles] == ["Own", "Wire"]
    assert {str(article.metadata.published_on) for article in articles} == {"2016-05-03"}
    assert {article.metadata.title for article in articles} == {None}


def test_progress_counts_every_file(raw: Path, story: str, tmp_path: Path) -> None:
    (raw / "a.txt").write_text(story)
    (raw / "b.txt").write_bytes(b"")
    told: list[tuple[int, int]] = []
    read_folder(raw, tmp_path / "copies", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_an_empty_folder_is_no_error(take_in: TakeIn) -> None:
    assert take_in() == Intake((), (), 0, 0, 0)


def test_a_missing_folder_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="does not exist"):
        read_folder(tmp_path / "none", tmp_path / "copies")


def test_a_file_instead_of_the_folder_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "raw").write_text("x")
    with pytest.raises(IntakeError, match="is not a folder"):
        read_folder(tmp_path / "raw", tmp_path / "copies")


def test_copies_may_not_lie_among_the_articles(raw: Path) -> None:
    with pytest.raises(IntakeError, match="lies in the raw folder"):
        read_folder(raw, raw / "copies")


def test_copies_that_cannot_be_written_are_one_clear_error(raw: Path, story: str, tmp_path: Path) -> None:
    (tmp_path / "copies").write_text("x")
    with pytest.raises(IntakeError, match="cannot be made"):
        read_folder(raw, tmp_path / "copies")


_SNIPPETS = st.sampled_from(
    [b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b"\x93quoted\x94", "“quoted”".encode(), b"the of and in\n", b'{"text": "']
)
_BYTES = st.one_of(st.binary(max_size=400), st.lists(_SNIPPETS, max_size=12).map(b"".join))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["a.txt", "b.html", "c.jsonl", "d.meta.json", "d.txt", "e.json"]), _BYTES))
def test_any_bytes_are_read_or_refused(raw: Path, take_in: TakeIn, files: dict[str, bytes]) -> None:
    for path in raw.iterdir():
        path.unlink()
    for name, data in files.items():
        (raw / name).write_bytes(data)
    intake = take_in()
    assert intake.files_seen == len(set(files) - {"d.meta.json"})
    refused = {rejection.source_path for rejection in intake.rejections}
    read = {article.source_path for article in intake.articles}
    assert set(files) - {"d.meta.json"} <= refused | read
