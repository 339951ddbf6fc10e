"""The measure of date expressions, which no table holds: labelled intervals against what a reader of dates finds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from pipeline.evaluate.labels import ArticleLabels, DateLabel
from pipeline.evaluate.match import Counts, one, total
from pipeline.evaluate.tally import EXTRA, MISSED, RIGHT, WRONG


class Mention(Protocol):
    """A date expression that was found (`pipeline.extract.facts.DateMention`)."""

    @property
    def char_start(self) -> int: ...
    @property
    def char_end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def date_start(self) -> date | None: ...
    @property
    def date_end(self) -> date | None: ...


Reader = Callable[[str, date | None], Sequence[Mention]]
"""From a text and the day as of which it is read to its date expressions (`pipeline.extract.dates.find_dates`)."""


def evaluate_dates(labels: Iterable[ArticleLabels], texts: Mapping[str, str], read: Reader) -> Counts:
    """`dates`: a label is right when a mention that overlaps it has its interval.

    `texts` are the articles by file name. A mention with an interval that overlaps no label is extra. Optional labels
    count neither way; articles without labelled dates or without a text are passed over.
    """
    return total(
        _count(article, texts[article.article], read)
        for article in labels
        if article.dates is not None and article.article in texts
    )


def _count(labels: ArticleLabels, text: str, read: Reader) -> Counts:
    found = read(text, labels.published_on or labels.read_on)
    places = [(label, place(text, label)) for label in labels.dates or ()]
    parts = []
    for label, (start, end) in places:
        if label.optional:
            continue
        over = [mention for mention in found if mention.char_start < end and mention.char_end > start]
        if any((mention.date_start, mention.date_end) == (label.start, label.end) for mention in over):
            parts.append(one("dates", RIGHT, labels.article))
        else:
            said = [_said(mention) for mention in over]
            parts.append(one("dates", WRONG if over else MISSED, labels.article, label, said or None))
    parts += [
        one("dates", EXTRA, labels.article, row=_said(mention)) for mention in found if _spurious(mention, places)
    ]
    return total(parts)


def place(text: str, label: DateLabel) -> tuple[int, int]:
    """Where the label's expression stands in `text`. Raises ValueError where it does not."""
    at = -1
    for _ in range(label.occurrence):
        at = text.index(label.text, at + 1)
    return at, at + len(label.text)


def _spurious(mention: Mention, places: list[tuple[DateLabel, tuple[int, int]]]) -> bool:
    return mention.date_start is not None and not any(
        mention.char_start < end and mention.char_end > start for _, (start, end) in places
    )


def _said(mention: Mention) -> dict[str, object]:
    return {"text": mention.text, "date_start": mention.date_start, "date_end": mention.date_end}
