"""A paragraph read for comparison: its statement without affixes, its normal form, words, keys and dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import xxhash

from pipeline.dedup.affixes import core_span
from pipeline.dedup.facts import fact_key, stands_alone
from pipeline.dedup.normal import normal, plain
from pipeline.dedup.words import Word, read_words
from pipeline.text.page import Page, Paragraph

COMPARED_KINDS = frozenset({"headline", "caption", "body"})
"""Kinds of paragraphs that state something; the others say who wrote, where and for whom."""
FEWEST_WORDS = 3
"""A paragraph of fewer words is a label ("Latest Headlines"), not a statement, and is not compared."""
FEWEST_ALONE = 8
"""Words from which a paragraph with a name, a number or a date can show by itself that it was copied; a shorter one, or
one without any, repeats another article's only in the company of its neighbours."""
MOST_WORDS = 2_000
"""A longer paragraph (a page whose line ends were lost) repeats another word for word or not at all."""


class Dated(Protocol):
    """A calendar expression of an article and the days that it means, as `extract` finds it."""

    @property
    def char_start(self) -> int:
        """Offset in the article's text."""

    @property
    def date_start(self) -> date | None:
        """First day, None where the text does not fix it."""

    @property
    def date_end(self) -> date | None:
        """Last day, None where open or not fixed."""

    @property
    def method(self) -> str:
        """`explicit` where the words alone fix the days, else `relative` or `inferred`."""


Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """One paragraph, ready to be compared."""

    article_id: str
    position: int
    is_body: bool
    text: str
    """The whole paragraph as the article has it."""
    core: str
    """Normal form of its statement, affixes left out."""
    words: tuple[Word, ...]
    """The statement's words."""
    facts: int
    """The fact key of its words."""
    days: tuple[Days, ...]
    """What its relative dates mean, in the order of the text."""
    alone: bool
    """Whether it can show by itself that it was copied."""

    @property
    def whole(self) -> str:
        """Normal form of the whole paragraph."""
        return normal(self.text)

    @property
    def is_open(self) -> bool:
        """Whether the text leaves open what one of the relative dates means."""
        return (None, None) in self.days

    @property
    def place(self) -> tuple[str, int]:
        """Article and position: what identifies the paragraph."""
        return self.article_id, self.position

    def days_key(self) -> int:
        """A hash of `days`, 64 bits; 0 for a paragraph without relative dates."""
        return xxhash.xxh3_64_intdigest(repr(self.days).encode()) if self.days else 0


def read_page_for_comparison(article_id: str, page: Page, dates: Sequence[Dated]) -> tuple[Reading, ...]:
    """The paragraphs of `page` that state something, read; in their order. `dates` are those of the whole page."""
    relative = sorted((found for found in dates if found.method != "explicit"), key=lambda found: found.char_start)
    return tuple(_readings(article_id, page.paragraphs, relative))


def _readings(article_id: str, paragraphs: Sequence[Paragraph], relative: Sequence[Dated]) -> Iterator[Reading]:
    next_date = 0
    for paragraph in paragraphs:
        start, end = core_span(paragraph.text)
        days: list[Days] = []
        while next_date < len(relative) and relative[next_date].char_start < paragraph.char_end:
            found = relative[next_date]
            if paragraph.char_start + start <= found.char_start < paragraph.char_start + end:
                days.append((found.date_start, found.date_end))
            next_date += 1
        if paragraph.kind not in COMPARED_KINDS or start == end:
            continue
        reading = read_paragraph(article_id, paragraph, paragraph.text[start:end], tuple(days))
        if len(reading.words) >= FEWEST_WORDS:
            yield reading


def read_paragraph(article_id: str, paragraph: Paragraph, statement: str, days: tuple[Days, ...]) -> Reading:
    """`paragraph`, of which `statement` is what stands between the affixes, read for comparison."""
    plain_statement = plain(statement)
    words = read_words(plain_statement)
    return Reading(
        article_id=article_id,
        position=paragraph.position,
        is_body=paragraph.kind == "body",
        text=paragraph.text,
        core=plain_statement.casefold(),
        words=words,
        facts=fact_key(words),
        days=days,
        alone=stands_alone(words, FEWEST_ALONE),
    )
