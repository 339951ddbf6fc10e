"""An article on its way into the tables, with the ids of its paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.facts import Extraction
from pipeline.intake.source import SourceArticle
from pipeline.text.ids import normal_words, stable_id
from pipeline.text.page import Page


@dataclass(frozen=True, slots=True)
class Source:
    """An article with what was read in it and the ids of its paragraphs."""

    article: SourceArticle
    extraction: Extraction
    paragraph_ids: tuple[str, ...]
    """By position."""

    @property
    def article_id(self) -> str:
        """The article's id."""
        return self.article.article_id


def source_of(article: SourceArticle, extraction: Extraction) -> Source:
    """`article` with the ids of its paragraphs: hashes of their words and of their number among equal ones."""
    return Source(article, extraction, paragraph_ids(article.article_id, extraction.page))


def paragraph_ids(article_id: str, page: Page) -> tuple[str, ...]:
    """The ids of the paragraphs of an article's `page`, by position."""
    texts = [paragraph.text for paragraph in page.paragraphs]
    return tuple(stable_id(article_id, text, ordinal) for text, ordinal in zip(texts, ordinals(texts), strict=True))


def ordinals(words: Sequence[str | tuple[str, ...]]) -> Iterator[int]:
    """For each item its number among the equal ones before it, from 0; spaces and quotes do not tell items apart."""
    met: dict[tuple[str, ...], int] = {}
    for item in words:
        key = tuple(map(normal_words, (item,) if isinstance(item, str) else item))
        met[key] = met.get(key, -1) + 1
        yield met[key]
