"""A whole release against a folder of labels."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.evaluate.articles import count_duplicates, count_published_on
from pipeline.evaluate.events import count_events
from pipeline.evaluate.figures import count_figures
from pipeline.evaluate.labels import ArticleLabels
from pipeline.evaluate.match import Counts, total
from pipeline.evaluate.officials import count_officials
from pipeline.evaluate.rows import ReleaseRows, Tables, read_rows
from pipeline.evaluate.tally import Finding, Tally

MEASURES = (
    "published_on",
    "duplicates",
    "events.found",
    "events.full",
    "events.event_type",
    "events.countries",
    "events.status",
    "trade_figures.found",
    "trade_figures.full",
    "trade_figures.measure",
    "trade_figures.flow",
    "trade_figures.direction",
    "trade_figures.exporter",
    "trade_figures.importer",
    "trade_figures.countries",
    "trade_figures.period_start",
    "trade_figures.period_end",
    "trade_figures.value_high",
    "trade_figures.commodity",
    "officials.found",
    "officials.country",
    "officials.titles",
)
"""Every measure in the order in which it is told.

`found` is the row with its key fields, `full` the row with all labelled fields.
"""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The agreement of a release with labels."""

    tallies: Mapping[str, Tally]
    """By measure, in the order of `MEASURES`."""
    findings: tuple[Finding, ...]
    """Every disagreement, in the order of articles and measures."""
    articles: int
    """Labelled articles."""
    absent: tuple[str, ...]
    """Labelled articles that the release does not hold: all their labels count as missed."""


def evaluate(tables: Tables, labels: Iterable[ArticleLabels]) -> Evaluation:
    """Compare the tables of a release with labels.

    `tables` hold at least those of `schemas.STATED`; an article is found by the file name of its
    source_path. Raises KeyError where a table is missing.
    """
    release = read_rows(tables)
    articles = tuple(labels)
    counts = total(_count(article, release) for article in articles)
    tallies = dict.fromkeys(MEASURES, Tally())
    for measure, tally in counts.tallies:
        tallies[measure] += tally
    return Evaluation(
        tallies=tallies,
        findings=counts.findings,
        articles=len(articles),
        absent=tuple(article.article for article in articles if article.article not in release.by_file),
    )


def _count(labels: ArticleLabels, release: ReleaseRows) -> Counts:
    rows = release.by_file.get(labels.article)
    return total(
        [
            count_published_on(labels, rows),
            count_duplicates(labels, rows, release),
            count_events(labels, rows),
            count_figures(labels, rows),
            count_officials(labels, rows, release),
        ]
    )
