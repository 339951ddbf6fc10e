"""Corrections to what comes with an article, at intake: its date, title, publisher, url; or the article left out."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.corrections.desk import Desk, Row
from pipeline.corrections.model import Correction
from pipeline.extract.masthead import read_masthead
from pipeline.intake.source import SourceArticle
from pipeline.text.paragraphs import read_page

_CHEAP = frozenset(("article_id", "source_path", "record_key", "sha256", "encoding"))
"""Columns that are known before a page is read."""


def correct_articles(articles: Sequence[SourceArticle], desk: Desk) -> tuple[SourceArticle, ...]:
    """`articles` as the corrections of the table `articles` have them: what they set counts as their metadata."""
    corrections = desk.of("articles")
    if not corrections:
        return tuple(articles)
    rows = {article.article_id: _row(article) for article in articles if _is_meant(article, corrections)}
    given = {article.article_id: article for article in articles}
    for picked in desk.pick(corrections, rows):
        for article_id in picked.ids:
            article = given[article_id]
            if picked.correction.action == "drop":
                desk.drop(picked.correction, article_id, article.source_path)
                del given[article_id]
                continue
            given[article_id] = replace(article, metadata=replace(article.metadata, **picked.correction.set))  # type: ignore[arg-type]
            desk.touch(picked.correction, "articles", article_id)
    return tuple(given.values())


def _is_meant(article: SourceArticle, corrections: Sequence[Correction]) -> bool:
    """Whether some correction may mean the article, as far as can be told without reading it."""
    known = {column: getattr(article, column) for column in _CHEAP}
    return any(
        all(known[column] == value or (isinstance(value, tuple) and known[column] in value) for column, value in wanted)
        for wanted in ([(c, v) for c, v in entry.match.items() if c in _CHEAP] for entry in corrections)
    )


def _row(article: SourceArticle) -> Row:
    """The article's row of the table `articles`, as far as corrections may name it."""
    known: dict[str, object] = {column: getattr(article, column) for column in _CHEAP}
    try:
        masthead = read_masthead(read_page(article.text), article.metadata)
    except Exception:  # an article on which an extractor fails is refused later on
        return known
    return {
        **known,
        "url": article.metadata.url,
        "title": masthead.title,
        "publisher": masthead.publisher,
        "byline": masthead.byline,
        "dateline_place": masthead.dateline_place,
        "published_on": masthead.published_on,
        "published_on_method": masthead.published_on_method,
        "published_on_evidence": masthead.published_on_evidence,
        "language": masthead.language,
    }
