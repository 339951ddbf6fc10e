"""The articles' facts become the published tables: repeats dropped and counted, people and occurrences joined.

The result does not depend on the order of the articles. Columns are plain Python values; `schemas` types them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from pipeline.corrections.desk import Desk
from pipeline.dedup.corpus import Document, Place, Repeats, find_repeats
from pipeline.extract.facts import Event, Extraction, Role
from pipeline.intake.source import SourceArticle
from pipeline.resolve.corrected.facts import corrected_facts, corrected_roles
from pipeline.resolve.corrected.occurrences import corrected_occurrences
from pipeline.resolve.corrected.pages import corrected_repeats
from pipeline.resolve.corrected.people import ResolvedPeople, corrected_people
from pipeline.resolve.identity import ArticleRole, People
from pipeline.resolve.occurrences import Report, find_occurrences
from pipeline.resolve.repeats import Fact, copies
from pipeline.resolve.rows import (
    Row,
    article_row,
    event_row,
    figure_row,
    frame_of,
    official_row,
    paragraph_rows,
    role_row,
)
from pipeline.resolve.settled import Named, SettledFacts, settle_facts
from pipeline.resolve.source import Source, source_of
from schemas import STATED, column_names


def build_tables(
    articles: Sequence[tuple[SourceArticle, Extraction]], desk: Desk | None = None
) -> dict[str, pd.DataFrame]:
    """One frame for each table of `schemas.STATED`, in publishing order, with its columns in their order.

    The corrections of `desk` are applied, each where its column is made, and `desk` is told what became of them.
    Absent values are None, dates `datetime.date`, lists Python lists. Raises ValueError for two articles of one id.
    """
    desk = desk or Desk()
    sources = _sources(articles)
    repeats = corrected_repeats(find_repeats([_document(source) for source in sources]), sources, desk)
    resolved = _resolved(sources, repeats, desk)
    facts, people, copied = resolved.facts, resolved.people, copies(repeats)
    rows: dict[str, Iterable[Row]] = {
        "articles": [article_row(source, repeats) for source in sources],
        "paragraphs": _paragraph_rows(sources, repeats),
        "events": _event_rows(facts, people, copied, desk),
        "trade_figures": _figure_rows(facts, copied),
        "officials": _official_rows(facts, people),
        "official_roles": _role_rows(facts, people, copied),
    }
    return {name: frame_of(name, _signed(name, rows[name], desk)) for name in STATED}


def people_of(articles: Sequence[tuple[SourceArticle, Extraction]], desk: Desk | None = None) -> People:
    """The officials of the articles with the reason of every link, as `build_tables` has them."""
    desk = desk or Desk()
    sources = _sources(articles)
    repeats = corrected_repeats(find_repeats([_document(source) for source in sources]), sources, desk)
    return _resolved(sources, repeats, desk).people


def _sources(articles: Sequence[tuple[SourceArticle, Extraction]]) -> list[Source]:
    ordered = sorted(articles, key=lambda pair: (pair[0].source_path, pair[0].article_id))
    return [source_of(article, extraction) for article, extraction in ordered]


def _resolved(sources: Sequence[Source], repeats: Repeats, desk: Desk) -> ResolvedPeople:
    """The facts that become rows, and the people of all articles, as the corrections have them."""
    settled = settle_facts(sources, repeats)
    facts = corrected_facts(settled, sources, desk)
    stated = [role for source in sources for role in _article_roles(source)]
    return corrected_people(corrected_roles(stated, settled, facts), facts, sources, desk)


def _signed(name: str, rows: Iterable[Row], desk: Desk) -> Iterator[Row]:
    """The rows of table `name`, each with the corrections that touched it."""
    id_column = column_names(name)[0]
    for row in rows:
        yield {**row, "corrected_by": desk.touched_by(name, row[id_column])}


def _document(source: Source) -> Document:
    extraction = source.extraction
    published_on = extraction.masthead.published_on
    return Document(source.article_id, source.article.source_path, published_on, extraction.page, extraction.dates)


def _article_roles(source: Source) -> list[ArticleRole]:
    """All roles of the article, those of repeats too: they tell who the persons of its other facts are."""
    published_on = source.extraction.masthead.published_on
    return [ArticleRole(source.article_id, published_on, role) for role in source.extraction.roles]


def _paragraph_rows(sources: Sequence[Source], repeats: Repeats) -> Iterator[Row]:
    ids = {
        (source.article_id, position): paragraph_id
        for source in sources
        for position, paragraph_id in enumerate(source.paragraph_ids)
    }
    for source in sources:
        yield from paragraph_rows(source, repeats, ids)


def _event_rows(facts: SettledFacts, people: People, copied: Mapping[Place, int], desk: Desk) -> Iterator[Row]:
    holders = _holders(facts, people)
    reports = []
    for named in facts.events:
        participants = _participants(people, named, holders)
        reports.append(Report(named.fact_id, named.source.article_id, named.fact, participants))
    occurrences = corrected_occurrences(find_occurrences(reports), facts.events, desk)
    for named, report in zip(facts.events, reports, strict=True):
        occurrence_id = occurrences[named.fact_id]
        yield event_row(
            named.source, named.fact_id, named.fact, _copies(copied, named), occurrence_id, report.participants
        )


def _figure_rows(facts: SettledFacts, copied: Mapping[Place, int]) -> Iterator[Row]:
    for named in facts.figures:
        yield figure_row(named.source, named.fact_id, named.fact, _copies(copied, named))


def _role_rows(facts: SettledFacts, people: People, copied: Mapping[Place, int]) -> Iterator[Row]:
    for named in facts.roles:
        yield role_row(named.source, named.fact_id, named.fact, _copies(copied, named), _holder(people, named))


def _official_rows(facts: SettledFacts, people: People) -> Iterator[Row]:
    """The people who have a role row: one whose roles all stand in repeats has theirs in the first article."""
    holders = _holders(facts, people)
    return (official_row(person) for person in people.people if person.official_id in holders)


def _holders(facts: SettledFacts, people: People) -> frozenset[str]:
    """The official ids of the role rows."""
    return frozenset(_holder(people, named) for named in facts.roles)


def _holder(people: People, named: Named[Role]) -> str:
    """The official id of the person whom a role is of."""
    return people.official_of[named.source.article_id, named.fact.person]


def _participants(people: People, named: Named[Event], holders: frozenset[str]) -> tuple[str, ...]:
    """The official ids of those who take part in an event and have a role row."""
    ids = {people.official_of.get((named.source.article_id, person)) for person in named.fact.participants}
    return tuple(sorted(official_id for official_id in ids if official_id in holders))


def _copies(copied: Mapping[Place, int], named: Named[Fact]) -> int:
    return copied.get((named.source.article_id, named.fact.paragraph), 0)
