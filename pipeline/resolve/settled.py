"""The facts that become rows: each told once in its article, first stated there, with an id.

An id is a hash of the article and of the source's own words, and of the fact's number among equal ones of its article:
it does not depend on the other articles, nor on which paragraphs turn out to be copies.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic

from pipeline.dedup.corpus import Repeats
from pipeline.extract.facts import Event, Role, TradeFigure
from pipeline.resolve.repeats import ArticleRepeats, Fact, article_repeats, at_first_occurrence, id_words
from pipeline.resolve.retold import merge_events, merge_figures
from pipeline.resolve.source import Source, ordinals
from pipeline.text.ids import stable_id


@dataclass(frozen=True)
class Named(Generic[Fact]):
    """A fact that becomes a row."""

    source: Source
    """The article that states it."""
    fact_id: str
    """The row's id."""
    fact: Fact


@dataclass(frozen=True, slots=True)
class SettledFacts:
    """The facts that become rows, of all articles."""

    events: list[Named[Event]] = field(default_factory=list)
    figures: list[Named[TradeFigure]] = field(default_factory=list)
    roles: list[Named[Role]] = field(default_factory=list)


def settle_facts(sources: Iterable[Source], repeats: Repeats) -> SettledFacts:
    """What of the facts of `sources` becomes rows, in the order of the sources and of their texts."""
    settled = SettledFacts()
    for source in sources:
        extraction, page = source.extraction, source.extraction.page
        body = frozenset(paragraph.position for paragraph in page.paragraphs if paragraph.kind == "body")
        repeated = article_repeats(source.article_id, repeats, range(len(page.paragraphs)))
        events = merge_events(at_first_occurrence(page, extraction.events, repeated), body)
        figures = merge_figures(at_first_occurrence(page, extraction.figures, repeated), body)
        roles = at_first_occurrence(page, extraction.roles, repeated)
        settled.events.extend(_named("events", source, events, repeated))
        settled.figures.extend(_named("trade_figures", source, figures, repeated))
        settled.roles.extend(_named("official_roles", source, roles, repeated))
    return settled


def _named(table: str, source: Source, facts: Sequence[Fact], repeated: ArticleRepeats) -> Iterator[Named[Fact]]:
    """The facts that no other article states first, with their ids; all are numbered, so that ids do not move."""
    words = [_source_words(told) for told in facts]
    for fact, parts, ordinal in zip(facts, words, ordinals(words), strict=True):
        if fact.paragraph not in repeated.elsewhere:
            yield Named(source, stable_id(table, source.article_id, *parts, ordinal), fact)


def _source_words(fact: Event | Role | TradeFigure) -> tuple[str, ...]:
    return fact.evidence, *id_words(fact)
