"""The rows of the published tables, one function a table, as plain values in the order of the tables' columns.

What the columns mean stands in `schemas`. Which facts become rows, and which ids they get, is decided before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from pipeline.dedup.corpus import Place, Repeats
from pipeline.extract.facts import Event, Role, TradeFigure
from pipeline.resolve.identity import Person
from pipeline.resolve.source import Source
from schemas import column_names

Row = dict[str, object]


def frame_of(name: str, rows: Iterable[Row]) -> pd.DataFrame:
    """`rows` of table `name` as a frame of plain values, with the table's columns in their order."""
    rows = list(rows)
    return pd.DataFrame(
        {column: pd.Series([row[column] for row in rows], dtype=object) for column in column_names(name)}
    )


def article_row(source: Source, repeats: Repeats) -> Row:
    """The row of `articles`."""
    article, masthead, page = source.article, source.extraction.masthead, source.extraction.page
    repeated = [(article.article_id, paragraph.position) in repeats.duplicate_of for paragraph in page.paragraphs]
    return {
        "article_id": article.article_id,
        "source_path": article.source_path,
        "record_key": article.record_key,
        "encoding": article.encoding,
        "url": article.metadata.url,
        "title": masthead.title,
        "publisher": masthead.publisher,
        "byline": masthead.byline,
        "dateline_place": masthead.dateline_place,
        "published_on": masthead.published_on,
        "published_on_method": masthead.published_on_method,
        "published_on_evidence": masthead.published_on_evidence,
        "language": masthead.language,
        "n_paragraphs": len(page.paragraphs),
        "n_duplicate_paragraphs": sum(repeated),
        "duplicate_of": repeats.article_of.get(article.article_id),
        "sha256": article.sha256,
    }


def paragraph_rows(source: Source, repeats: Repeats, paragraph_ids: Mapping[Place, str]) -> Iterator[Row]:
    """The rows of `paragraphs`; `paragraph_ids` are those of all articles."""
    for paragraph in source.extraction.page.paragraphs:
        repeat = repeats.duplicate_of.get((source.article_id, paragraph.position))
        yield {
            "paragraph_id": source.paragraph_ids[paragraph.position],
            "article_id": source.article_id,
            "position": paragraph.position,
            "text": paragraph.text,
            "kind": paragraph.kind,
            "duplicate_of": paragraph_ids[repeat.article_id, repeat.position] if repeat else None,
            "duplicate_kind": repeat.kind if repeat else None,
            "similarity": repeat.similarity if repeat else None,
            "char_start": paragraph.char_start,
            "char_end": paragraph.char_end,
        }


def event_row(
    source: Source, event_id: str, event: Event, n_copies: int, occurrence_id: str, participants: Sequence[str]
) -> Row:
    """A row of `events`; `participants` are official ids."""
    return {
        "event_id": event_id,
        "occurrence_id": occurrence_id,
        **_place(source, event, n_copies),
        "date_text": event.date_text,
        "date_start": event.date_start,
        "date_end": event.date_end,
        "date_precision": event.date_precision,
        "date_method": event.date_method,
        "event_type": event.event_type,
        "trigger": event.trigger,
        "status": event.status,
        "source_country": event.source_country,
        "target_country": event.target_country,
        "countries": list(event.countries),
        "location": event.location,
        "participants": list(participants),
        **_grounds(source, event),
    }


def figure_row(source: Source, figure_id: str, figure: TradeFigure, n_copies: int) -> Row:
    """A row of `trade_figures`."""
    return {
        "figure_id": figure_id,
        **_place(source, figure, n_copies),
        "flow": figure.flow,
        "measure": figure.measure,
        "value": figure.value,
        "value_high": figure.value_high,
        "unit": figure.unit,
        "per": figure.per,
        "alternate_value": figure.alternate_value,
        "alternate_unit": figure.alternate_unit,
        "value_text": figure.value_text,
        "approximate": figure.approximate,
        "qualifier": figure.qualifier,
        "direction": figure.direction,
        "commodity": figure.commodity,
        "commodity_hs": figure.commodity_hs,
        "exporter": figure.exporter,
        "importer": figure.importer,
        "countries": list(figure.countries),
        "period_text": figure.period_text,
        "period_start": figure.period_start,
        "period_end": figure.period_end,
        "baseline_text": figure.baseline_text,
        "status": figure.status,
        **_grounds(source, figure),
    }


def role_row(source: Source, role_id: str, role: Role, n_copies: int, official_id: str | None) -> Row:
    """A row of `official_roles`."""
    return {
        "role_id": role_id,
        "official_id": official_id,
        **_place(source, role, n_copies),
        "name_text": role.name_text,
        "title": role.title,
        "organization": role.organization,
        "country": role.country,
        "status": role.status,
        "as_of": source.extraction.masthead.published_on,
        **_grounds(source, role),
    }


def official_row(person: Person) -> Row:
    """A row of `officials`."""
    return {
        "official_id": person.official_id,
        "name": person.name,
        "aliases": list(person.aliases),
        "country": person.country,
        "first_seen": person.first_seen,
        "last_seen": person.last_seen,
        "n_articles": person.n_articles,
        "latest_title": person.latest_title,
    }


def _place(source: Source, fact: Event | TradeFigure | Role, n_copies: int) -> Row:
    """Where the fact stands."""
    return {
        "article_id": source.article_id,
        "paragraph_id": source.paragraph_ids[fact.paragraph],
        "n_copies": n_copies,
        "rule": fact.rule,
    }


def _grounds(source: Source, fact: Event | TradeFigure | Role) -> Row:
    """The sentence that states the fact."""
    return {
        "evidence": fact.evidence,
        "char_start": fact.char_start,
        "char_end": fact.char_end,
        "source_path": source.article.source_path,
    }
