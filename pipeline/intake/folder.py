"""The raw folder to articles: every file is copied, read by its format, and taken in or refused with a reason."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.intake.companions import FORMATS, format_of, tell_apart
from pipeline.intake.copies import Copy, copy_file
from pipeline.intake.errors import IntakeError, Refused
from pipeline.intake.html import read_html
from pipeline.intake.limits import Limits
from pipeline.intake.listing import Entry, list_folder
from pipeline.intake.plain import read_plain
from pipeline.intake.records import BadRecord, Record, read_records
from pipeline.intake.sidecar import read_sidecar, sidecar_names
from pipeline.intake.source import Intake, Metadata, Rejection, SourceArticle
from pipeline.text.ids import stable_id

_LONGEST_VALUE = 200


def read_folder(
    raw: Path,
    copies: Path,
    limits: Limits = Limits(),  # noqa: B008 - it is frozen
    progress: Callable[[int, int], None] | None = None,
) -> Intake:
    """Read every article below `raw`, in order of path.

    Each file is first copied into `copies`, which is made where it is missing, and the copy is read. Every file counts
    as read (it gave at least one article) or quarantined; sidecars, labels (`NAME.json` beside an article) and hidden
    files are companions and are not counted. `progress` is called with the number of files done and of files in all.
    Raises IntakeError where `raw` is no readable folder or `copies` cannot be written.
    """
    found = tell_apart(list_folder(raw).entries)
    _prepare(raw, copies)
    reader = _Reader(raw.resolve(), copies, limits, found.sidecars)
    articles: list[SourceArticle] = []
    rejections: list[Rejection] = []
    ids: set[str] = set()
    n_read = 0
    for number, entry in enumerate(found.files, 1):
        outcome = _admit(reader.read(entry), ids, limits.max_articles)
        articles += outcome.articles
        rejections += outcome.rejections
        n_read += bool(outcome.articles)
        if progress is not None:
            progress(number, len(found.files))
    rejections += reader.orphans()
    n_files = len(found.files)
    return Intake(tuple(articles), tuple(rejections), n_files, n_read, n_files - n_read)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What one file gave."""

    articles: list[SourceArticle] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)


def _prepare(raw: Path, copies: Path) -> None:
    try:
        copies.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise IntakeError(f"the copies folder {copies} cannot be made: {error.strerror}") from error
    inside = (
        copies.resolve().relative_to(raw.resolve()).parts if copies.resolve().is_relative_to(raw.resolve()) else None
    )
    if inside is not None and not any(part.startswith(".") for part in inside):
        raise IntakeError(f"the copies folder {copies} lies in the raw folder: its copies would be read as articles")


def _admit(outcome: _Outcome, ids: set[str], max_articles: int) -> _Outcome:
    """`outcome` without the articles whose id is taken already and those beyond the limit; `ids` is added to."""
    admitted = _Outcome(rejections=list(outcome.rejections))
    for article in outcome.articles:
        if article.article_id in ids:
            refused = Refused("duplicate_id", "another article has this name or record key: rename one of them")
        elif len(ids) >= max_articles:
            refused = Refused("too_many", f"the limit of {max_articles} articles in one run is reached")
        else:
            ids.add(article.article_id)
            admitted.articles.append(article)
            continue
        admitted.rejections.append(_rejection(refused, article.source_path, article.record_key))
    return admitted


def _rejection(refused: Refused, path: str, record_key: str | None = None) -> Rejection:
    value = None if refused.value is None else _printable(refused.value)[:_LONGEST_VALUE]
    return Rejection("articles", refused.rule, _printable(refused.reason), _printable(path), record_key, value or None)


def _printable(text: str) -> str:
    """`text` in one line that any file can hold: line ends as spaces, lone surrogates as escapes."""
    return " ".join(text.encode("utf-8", "backslashreplace").decode("utf-8").split())


class _Reader:
    """Reads files of one raw folder, and remembers which sidecars were used."""

    def __init__(self, raw: Path, copies: Path, limits: Limits, sidecars: dict[str, Entry]) -> None:
        self._raw = raw
        self._copies = copies
        self._limits = limits
        self._sidecars = sidecars
        self._used: set[str] = set()

    def read(self, entry: Entry) -> _Outcome:
        """The articles of one file and its rejections."""
        outcome = _Outcome()
        try:
            self._check_path(entry.path)
            form = format_of(entry.path)
            if form is None and entry.kind in {"file", "link"}:
                raise Refused("unknown_format", f"no format has this ending: use one of {', '.join(FORMATS)}")
            metadata = self._sidecar(entry.path, outcome)
            copy = self._copy(
                entry, self._limits.max_records_bytes if form == "records" else self._limits.max_file_bytes
            )
            if form == "records":
                self._read_records(entry.path, copy, metadata, outcome)
            else:
                outcome.articles.append(self._read_page(entry.path, copy, metadata, is_html=form == "html"))
        except Refused as refused:
            outcome.rejections.append(_rejection(refused, entry.path))
        return outcome

    def orphans(self) -> list[Rejection]:
        """A rejection for each sidecar that belongs to no file."""
        refused = Refused("sidecar", "no article lies beside this sidecar: is its name right?")
        return [_rejection(refused, path) for path in sorted(set(self._sidecars) - self._used)]

    def _check_path(self, path: str) -> None:
        if len(path) > self._limits.max_path_chars:
            raise Refused("file_name", f"the path is longer than {self._limits.max_path_chars} characters")
        if not path.isprintable():
            raise Refused("file_name", "the name holds characters that cannot be printed: rename the file", path)

    def _copy(self, entry: Entry, max_bytes: int) -> Copy:
        if entry.kind == "other":
            raise Refused("not_a_file", "this is a pipe, a socket or a device: put a plain file here")
        if entry.kind == "unreadable":
            raise Refused("unreadable", "the folder cannot be listed, or the file is gone: check its permissions")
        source = self._raw / entry.path
        return copy_file(self._target(source) if entry.kind == "link" else source, self._copies, max_bytes)

    def _target(self, link: Path) -> Path:
        """The file inside the raw folder that `link` leads to."""
        try:
            target = link.resolve(strict=True)
        except (OSError, RuntimeError) as error:
            raise Refused("link", "the link leads nowhere: put the file itself here") from error
        if not target.is_relative_to(self._raw):
            raise Refused("link", "the link leads out of the raw folder: put the file itself here")
        if not target.is_file():
            raise Refused("link", "the link leads to something that is no file: put the file itself here")
        return target

    def _sidecar(self, path: str, outcome: _Outcome) -> Metadata:
        """What the sidecar of `path` says; a broken one is told in `outcome` and says nothing."""
        name = next((name for name in sidecar_names(path) if name in self._sidecars), None)
        if name is None:
            return Metadata()
        self._used.add(name)
        try:
            copy = self._copy(self._sidecars[name], self._limits.max_sidecar_bytes)
            fields = read_sidecar(copy.path.read_bytes())
        except Refused as refused:
            outcome.rejections.append(_rejection(Refused("sidecar", refused.reason, refused.value), name))
            return Metadata()
        outcome.rejections.extend(_rejection(Refused("sidecar", problem), name) for problem in fields.problems)
        return fields.metadata

    def _read_page(self, path: str, copy: Copy, metadata: Metadata, is_html: bool) -> SourceArticle:
        data = copy.path.read_bytes()
        own = Metadata()
        if is_html:
            page = read_html(data, self._limits)
            text, encoding, own = page.text, page.encoding, page.metadata
        else:
            decoded = read_plain(data, self._limits)
            text, encoding = decoded.text, decoded.encoding
        return SourceArticle(
            article_id=stable_id(path, None),
            source_path=path,
            record_key=None,
            encoding=encoding,
            text=text,
            sha256=copy.sha256,
            metadata=_merged(metadata, own),
        )

    def _read_records(self, path: str, copy: Copy, metadata: Metadata, outcome: _Outcome) -> None:
        """Add the records of a JSON Lines file to `outcome`; of a sidecar, publisher and day hold for all of them."""
        common = Metadata(published_on=metadata.published_on, publisher=metadata.publisher)
        n_lines = 0
        for record in read_records(copy.path, self._limits):
            n_lines += 1
            if isinstance(record, BadRecord):
                named = Refused(
                    record.refused.rule, f"line {record.number}: {record.refused.reason}", record.refused.value
                )
                outcome.rejections.append(_rejection(named, path, record.key))
                continue
            for problem in record.problems:
                told = Refused("metadata", f"line {record.number}: {problem}; the article is read without it")
                outcome.rejections.append(_rejection(told, path, record.key))
            outcome.articles.append(_record_article(path, record, common))
        if not n_lines:
            raise Refused("empty", "the file holds no record")


def _record_article(path: str, record: Record, common: Metadata) -> SourceArticle:
    return SourceArticle(
        article_id=stable_id(path, record.key),
        source_path=path,
        record_key=record.key,
        encoding=record.encoding,
        text=record.text,
        sha256=record.sha256,
        metadata=_merged(record.metadata, common),
    )


def _merged(first: Metadata, second: Metadata) -> Metadata:
    """`first`, filled up from `second` where it says nothing."""
    return Metadata(
        title=first.title or second.title,
        published_on=first.published_on or second.published_on,
        url=first.url or second.url,
        publisher=first.publisher or second.publisher,
    )
