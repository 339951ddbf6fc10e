"""The whole path in one process: a folder of articles becomes a release. The stages are those of the Dagster assets.

What a stage does stands in its room; here is their order, and what happens to an article that a stage cannot take.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from pipeline.corrections import Desk, read_corrections
from pipeline.corrections.articles import correct_articles
from pipeline.extract.article import extract_article
from pipeline.extract.facts import Extraction
from pipeline.intake.errors import IntakeError
from pipeline.intake.folder import read_folder
from pipeline.intake.listing import list_folder
from pipeline.intake.source import Intake, Rejection, SourceArticle
from pipeline.publish.place import prepared_place
from pipeline.publish.release import Published, publish
from pipeline.publish.validate import TableReport, Validated, validate
from pipeline.resolve.corrected.pages import Kinds, corrected_kinds
from pipeline.resolve.tables import build_tables
from pipeline.text.page import ParagraphKind

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how many of its files, articles or steps are done, and how many there are."""

MOST_REFUSED = 0.5
"""Share of a table's rows from which on their refusal is no accident of an article but a fault of the code."""
LEAST_ROWS = 20
"""Tables with fewer rows than this say nothing about shares."""


class TooManyRefusedError(Exception):
    """Most rows of a table break a rule, or an extractor fails on most articles: nothing is published."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the articles state, and the articles that could not be read."""

    articles: tuple[tuple[SourceArticle, Extraction], ...]
    rejections: tuple[Rejection, ...]


def refresh(
    raw: Path,
    curated: Path,
    progress: Progress | None = None,
    *,
    corrections: Path | None = None,
    strict: bool = False,
    warn: Callable[[str], None] | None = None,
) -> Published:
    """Publish what the articles below `raw` state as a release below `curated`; nothing new is published unchanged.

    `corrections` is the folder of corrections, if there is one; `warn` is told each of them that is left out, in one
    line. Raises CorrectionsError where one of its files is no YAML of corrections, CorrectionLeftOutError with `strict`
    where one is left out.
    Raises IntakeError where there is nothing to read, PublishError where nothing can be written, StructureError where
    a table is not built as its schema says, TooManyRefusedError where most of one breaks its rules.
    """
    list_folder(raw)
    prepared_place(curated, raw)
    desk = Desk(read_corrections(corrections))
    intake = take_in(raw, progress)
    articles = correct_articles(intake.articles, desk)
    reading = extract(articles, progress, corrected_kinds(articles, desk))
    with _whole(progress, "joining"):
        tables = build_tables(reading.articles, desk)
    if strict:
        desk.insist()
    if warn is not None:
        for line in desk.warnings:
            warn(line)
    with _whole(progress, "checking"):
        validated = check(tables, intake.articles)
    for report in validated.reports.values():
        if reason := too_many_refused(report):
            raise TooManyRefusedError(reason)
    rejections = (*intake.rejections, *reading.rejections, *desk.rejections, *validated.rejections)
    with _whole(progress, "publishing"):
        return publish(validated.tables, rejections, curated, raw=raw)


def take_in(raw: Path, progress: Progress | None = None) -> Intake:
    """Read the folder from copies of its files, which live no longer than this takes."""
    with TemporaryDirectory(prefix="wireledger-") as copies:
        intake = read_folder(raw, Path(copies), progress=_stage(progress, "reading"))
    if not intake.files_seen:
        raise IntakeError(f"{raw} holds no file; put articles (.txt, .html, .jsonl) into it")
    return intake


def extract(articles: Sequence[SourceArticle], progress: Progress | None = None, kinds: Kinds | None = None) -> Reading:
    """What each of `articles` states; `kinds` are those that corrections give to paragraphs.

    An article on which an extractor fails is refused and does not end the run; most of them do: TooManyRefusedError.
    """
    told = _stage(progress, "extracting")
    kept: list[tuple[SourceArticle, Extraction]] = []
    rejections: list[Rejection] = []
    for done, article in enumerate(articles, start=1):
        outcome = _extract_one(article, (kinds or {}).get(article.article_id))
        if isinstance(outcome, Rejection):
            rejections.append(outcome)
        else:
            kept.append((article, outcome))
        if told is not None:
            told(done, len(articles))
    if len(rejections) > MOST_REFUSED * len(articles):
        raise TooManyRefusedError(f"{len(rejections)} of {len(articles)} articles: {rejections[0].reason}")
    return Reading(tuple(kept), tuple(rejections))


def check(tables: Mapping[str, pd.DataFrame], articles: Iterable[SourceArticle]) -> Validated:
    """The rows that break no rule, and those that do."""
    return validate(tables, {article.article_id: article.text for article in articles})


def too_many_refused(report: TableReport) -> str | None:
    """Why the table of `report` may not be published, None where it may."""
    if report.rows < LEAST_ROWS or report.failed <= MOST_REFUSED * report.rows:
        return None
    rules = ", ".join(report.by_rule)
    return f"{report.table}: {report.failed} of {report.rows} rows break its rules ({rules}); nothing is published"


def _extract_one(article: SourceArticle, kinds: Mapping[int, ParagraphKind] | None) -> Extraction | Rejection:
    try:
        return extract_article(article, kinds) if kinds else extract_article(article)
    except Exception as error:
        reason = f"an extractor failed ({type(error).__name__}: {error}); the article is left out, please report it"
        rule, line = "extraction_failed", " ".join(reason.split())
        return Rejection("articles", rule, line, article.source_path, article.record_key)


def _stage(progress: Progress | None, name: str) -> Callable[[int, int], None] | None:
    return None if progress is None else partial(progress, name)


@contextmanager
def _whole(progress: Progress | None, name: str) -> Iterator[None]:
    """Tell of a stage that is one step."""
    if progress is not None:
        progress(name, 0, 1)
    yield
    if progress is not None:
        progress(name, 1, 1)
