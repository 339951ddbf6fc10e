"""Which paragraph of a set of articles repeats which: the one door to this room.

First occurrences come in the order of publication (undated articles last), then of source path, then of position. A
repeat is compared with first occurrences only, so that edits never add up to another statement. The result does not
depend on the order in which the articles are given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.dedup.copies import Articles, Link
from pipeline.dedup.index import Corpus, Index, Match, build_corpus, same_words
from pipeline.dedup.reading import Dated, Reading, read_page_for_comparison
from pipeline.text.page import Page

Place = tuple[str, int]
"""Article id and paragraph position."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article to be compared."""

    article_id: str
    source_path: str
    published_on: date | None
    page: Page
    dates: Sequence[Dated]
    """The calendar expressions of the whole page with the days that they mean."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """What a paragraph repeats."""

    article_id: str
    """Article of the first occurrence."""
    position: int
    """Position of the first occurrence in that article."""
    kind: str
    """`exact`: the same words, however typeset; `near`: the same statement with other affixes or after an edit."""
    similarity: float
    """How alike the two paragraphs are, 0 to 1; 1 for `exact`."""
    reason: str
    """Why they say the same ("words", "affixes", "wording", "transliteration" …)."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """All repeats of a set of articles."""

    duplicate_of: dict[Place, Repeat]
    """By the place of the repeat."""
    article_of: dict[str, str]
    """Copies of whole articles: article id to the id of the article that carried the story first."""


def find_repeats(documents: Sequence[Document]) -> Repeats:
    """The repeats within and across `documents`. Raises ValueError where two of them have the same article id."""
    ordered = sorted(documents, key=_first_published)
    if len({document.article_id for document in ordered}) < len(ordered):
        raise ValueError("two articles have the same article_id")
    pages = [read_page_for_comparison(document.article_id, document.page, document.dates) for document in ordered]
    return _Search(build_corpus([reading for page in pages for reading in page])).run(
        [(document.article_id, len(page)) for document, page in zip(ordered, pages, strict=True)]
    )


def _first_published(document: Document) -> tuple[bool, date, str, str]:
    published = document.published_on
    return published is None, published or date.max, document.source_path, document.article_id


class _Search:
    """One pass over the paragraphs of a corpus in their order."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._earlier = Index(corpus, dated=True)
        self._open: dict[str, int] = {}
        """First occurrences by their words alone: where a date is left open, only the words can be compared."""
        words = {number: len(reading.words) for number, reading in enumerate(corpus.readings) if reading.is_body}
        self._articles = Articles(words)
        self._found: dict[Place, Repeat] = {}

    def run(self, articles: Sequence[tuple[str, int]]) -> Repeats:
        """Search the articles, each given by id and number of paragraphs, in the order of the corpus."""
        start = 0
        for article_id, count in articles:
            self._search(article_id, range(start, start + count))
            start += count
        return Repeats(self._found, self._articles.article_of)

    def _search(self, article_id: str, numbers: range) -> None:
        elsewhere = [self._elsewhere(number) for number in numbers]
        links = [self._link(number, match) for number, match in zip(numbers, elsewhere, strict=True)]
        original = self._articles.find_original(numbers, links)
        if original is not None:
            self._articles.article_of[article_id] = original
        holds = self._articles.confirmed(links, original)
        own = Index(self._corpus, dated=False)
        chain = []
        for number, match, held in zip(numbers, elsewhere, holds, strict=True):
            repeated = match if held else own.find(number)
            if repeated:
                self._record(number, repeated)
            else:
                own.add(number)
            chain.append(repeated.first if repeated else number)
        self._articles.add(article_id, numbers, chain)
        for number, first in zip(numbers, chain, strict=True):
            if number == first:
                self._earlier.add(number)
                self._open.setdefault(self._corpus.readings[number].core, number)

    def _elsewhere(self, number: int) -> Match | None:
        """What paragraph `number` may repeat of an earlier article."""
        match = self._earlier.find(number)
        if match:
            return match
        reading = self._corpus.readings[number]
        first = self._open.get(reading.core)
        if first is None or not _may_mean_the_same(self._corpus.readings[first], reading):
            return None
        return same_words(self._corpus.readings[first], reading, first)

    def _link(self, number: int, match: Match | None) -> Link | None:
        if match is None:
            return None
        first, second = self._corpus.readings[match.first], self._corpus.readings[number]
        dates_open = first.is_open or second.is_open
        return Link(match.first, second.alone and not dates_open, dates_open)

    def _record(self, number: int, match: Match) -> None:
        first = self._corpus.readings[match.first]
        repeat = Repeat(first.article_id, first.position, match.kind, match.similarity, match.reason)
        self._found[self._corpus.readings[number].place] = repeat


def _may_mean_the_same(first: Reading, second: Reading) -> bool:
    """Whether the relative dates of two paragraphs of the same words agree as far as they are known."""
    unknown = (None, None)
    return len(first.days) == len(second.days) and all(
        left == right or unknown in {left, right} for left, right in zip(first.days, second.days, strict=True)
    )
