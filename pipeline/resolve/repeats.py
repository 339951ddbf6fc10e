"""What repeats do to facts: a repeated paragraph adds no second fact, but it counts.

Extraction reads an article whole and tells a fact where its sentence is fullest, which can be a paragraph that repeats
an earlier one of the same article. Such a fact is moved to the sentence's first occurrence. A fact of a paragraph that
repeats another article's is that article's fact, and becomes no row of this one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from rapidfuzz import fuzz

from pipeline.dedup.corpus import Place, Repeats
from pipeline.extract.facts import Event, Role, TradeFigure
from pipeline.text.ids import normal_words
from pipeline.text.page import Page, Sentence

Fact = TypeVar("Fact", Event, Role, TradeFigure)

_LEAST_ALIKE = 75
"""Percent: how alike a repeated sentence and its first occurrence are at least (an affix or an edit apart)."""


@dataclass(frozen=True, slots=True)
class ArticleRepeats:
    """The repeated paragraphs of one article, by position."""

    within: Mapping[int, int]
    """Paragraphs that an earlier one of the same article states already, and that one."""
    elsewhere: frozenset[int]
    """Paragraphs whose first occurrence stands in another article."""


def article_repeats(article_id: str, repeats: Repeats, positions: Iterable[int]) -> ArticleRepeats:
    """The repeats of the article with paragraphs at `positions`."""
    within: dict[int, int] = {}
    firsts: dict[Place, int] = {}
    elsewhere = set()
    for position in sorted(positions):
        repeat = repeats.duplicate_of.get((article_id, position))
        first = (repeat.article_id, repeat.position) if repeat else (article_id, position)
        if first in firsts:
            within[position] = firsts[first]
        firsts.setdefault(first, position)
        if first[0] != article_id:
            elsewhere.add(position)
    return ArticleRepeats(within, frozenset(elsewhere))


def copies(repeats: Repeats) -> dict[Place, int]:
    """For each first occurrence how many other articles carry its paragraph; places that nobody copies are left out."""
    carriers: dict[Place, set[str]] = {}
    for (article_id, _), repeat in repeats.duplicate_of.items():
        if article_id != repeat.article_id:
            carriers.setdefault((repeat.article_id, repeat.position), set()).add(article_id)
    return {place: len(articles) for place, articles in carriers.items()}


def at_first_occurrence(page: Page, facts: Iterable[Fact], repeats: ArticleRepeats) -> list[Fact]:
    """`facts` without those that an earlier paragraph states too; others of repeats move to their first sentence."""
    facts = list(facts)
    stated = {_words(fact, fact.paragraph) for fact in facts}
    kept: list[Fact] = []
    for fact in facts:
        first = repeats.within.get(fact.paragraph)
        if first is None:
            kept.append(fact)
        elif _words(fact, first) not in stated:
            moved = _moved(page, fact, first)
            kept += [moved] if moved else []
    return kept


def id_words(fact: Event | Role | TradeFigure) -> tuple[str, ...]:
    """The source's words, beside the evidence, that a fact's id is made of (DATASETS)."""
    match fact:
        case Event():
            return (fact.date_text,)
        case Role():
            return fact.name_text, fact.title
        case TradeFigure():
            return (fact.value_text,)


def _words(fact: Event | Role | TradeFigure, paragraph: int) -> tuple[object, ...]:
    """The words that tell `fact` from others of its paragraph, as if it stood in `paragraph`."""
    trigger = (fact.trigger,) if isinstance(fact, Event) else ()
    return (paragraph, *map(normal_words, id_words(fact) + trigger))


def _moved(page: Page, fact: Fact, paragraph: int) -> Fact | None:
    """`fact` with the sentence of `paragraph` that states it, None if none is like its own."""

    def alike(sentence: Sentence) -> float:
        return fuzz.ratio(sentence.text, fact.evidence)

    first = max(page.paragraph_sentences(paragraph), key=alike, default=None)
    if first is None or alike(first) < _LEAST_ALIKE:
        return None
    return replace(fact, paragraph=paragraph, char_start=first.char_start, char_end=first.char_end, evidence=first.text)
