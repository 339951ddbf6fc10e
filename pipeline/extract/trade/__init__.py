"""Trade figures: which quantities of an article measure what moves between countries, and what they say of it.

A figure needs a frame, the word of flow that governs it: no frame, no row. A sentence becomes a `scene`: its
amounts, dates, countries (`sides`), words of flow (`flows`) and clauses (`clauses`); `pronouns` and `described` say
which country "it" and "the kingdom" are. `governing` finds an amount's word of flow, `telling` its flow, `parties`,
`roles`, `pairs`, `completing` and `going_on` who is who, with the `story` so far; `setting` takes in trades spoken of
without a figure, `carrying` takes over the frame of the sentence before, `lists` goes through partners. `measure`,
`commodity`, `goods`, `period`, `baseline`, `status` and `money` fill the rest; `figures` puts a row together,
`merging` leaves one row a fact.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from pipeline.extract.actors import find_countries
from pipeline.extract.facts import DateMention, Masthead, PersonMention, TradeFigure
from pipeline.extract.quantities import find_amounts
from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.tokens import Tokens, tokenize
from pipeline.extract.trade.clauses import find_breaks
from pipeline.extract.trade.figures import read_figures
from pipeline.extract.trade.flows import find_triggers
from pipeline.extract.trade.governing import may_measure
from pipeline.extract.trade.merging import merge
from pipeline.extract.trade.period import Period
from pipeline.extract.trade.pronouns import resolve_pronouns
from pipeline.extract.trade.scene import Dated, Scene, Side, dated, names_money, persons, sides_of, token_span
from pipeline.extract.trade.sides import read_sides
from pipeline.extract.trade.story import Story, follow, open_story, turn_to
from pipeline.lexicon.countries import code_of
from pipeline.text.page import Page, Paragraph, Sentence

__all__ = ["find_trade_figures"]

_LONGEST = 2000
"""A longer run of characters is a table or a list and no sentence that could be evidence."""
_READ = frozenset({"headline", "body", "caption"})


def find_trade_figures(
    page: Page, masthead: Masthead, dates: Sequence[DateMention], people: Sequence[PersonMention]
) -> tuple[TradeFigure, ...]:
    """The trade figures that the article states, each grounded in one sentence, one row a fact."""
    told = _with_amounts(page)
    if not told:
        return ()
    mentions = [mention for mention in find_countries(page.text) if not names_money(page.text, mention)]
    home = code_of(masthead.dateline_place) if masthead.dateline_place else None
    story = open_story(page, mentions, home)
    sentences = defaultdict(list)
    for sentence in page.sentences:
        sentences[sentence.paragraph].append(sentence)
    found: list[TradeFigure] = []
    period: Period | None = None
    for paragraph, tokens, amounts in told:
        sides = sides_of(tokens, paragraph.char_start, _within(paragraph, mentions))
        sides += persons(tokens, paragraph.char_start, _within(paragraph, people), sides)
        sides.sort(key=_first)
        days = dated(tokens, paragraph.char_start, _within(paragraph, dates))
        for scene in _scenes(paragraph, sentences[paragraph.position], tokens, amounts, sides, days):
            figures, period = _read_sentence(scene, story, period)
            found.extend(figures)
    heads = frozenset(paragraph.position for paragraph in page.paragraphs if paragraph.kind != "body")
    return merge(found, heads)


def _with_amounts(page: Page) -> list[tuple[Paragraph, Tokens, list[Amount]]]:
    """The paragraphs that are read, with their amounts, up to the last one that has an amount of a trade's kinds."""
    read, last = [], 0
    for paragraph in page.paragraphs:
        if paragraph.kind in _READ:
            tokens = tokenize(paragraph.text)
            amounts = find_amounts(tokens)
            read.append((paragraph, tokens, amounts))
            last = len(read) if any(may_measure(amount) for amount in amounts) else last
    return read[:last]


class _Placed(Protocol):
    @property
    def char_start(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


def _within(paragraph: Paragraph, placed: Sequence[_P]) -> Sequence[_P]:
    """Those of `placed`, which are in the order of the text, that begin in `paragraph`."""
    first = bisect_left(placed, paragraph.char_start, key=_start)
    return placed[first : bisect_left(placed, paragraph.char_end, lo=first, key=_start)]


def _start(placed: _Placed) -> int:
    return placed.char_start


class _InOrder(Protocol):
    @property
    def first(self) -> int: ...


_O = TypeVar("_O", bound=_InOrder)


def _first(item: _InOrder) -> int:
    return item.first


def _between(items: list[_O], first: int, last: int) -> list[_O]:
    """Those of `items`, which are in the order of their tokens, that begin in the tokens `first` up to `last`."""
    start = bisect_left(items, first, key=_first)
    return items[start : bisect_left(items, last, lo=start, key=_first)]


def _scenes(
    paragraph: Paragraph,
    sentences: Sequence[Sentence],
    tokens: Tokens,
    amounts: list[Amount],
    sides: list[Side],
    days: list[Dated],
) -> Iterator[Scene]:
    """The sentences of a paragraph with what they hold; one that is a table or a list is left out."""
    offset = paragraph.char_start
    for sentence in sentences:
        first, last = token_span(tokens, sentence.char_start - offset, sentence.char_end - offset)
        if last <= first or len(sentence.text) > _LONGEST:
            continue
        held = _between(amounts, first, last), _between(sides, first, last), _between(days, first, last)
        yield Scene(sentence, paragraph, tokens, first, last, *held)


def _read_sentence(scene: Scene, story: Story, period: Period | None) -> tuple[list[TradeFigure], Period | None]:
    if scene.first == 0:
        turn_to(story, scene)
    scene.sides = read_sides(scene.tokens, scene.sides, scene.first, scene.last, with_pronouns=bool(scene.amounts))
    scene.triggers = find_triggers(scene)
    scene.breaks = find_breaks(scene) if scene.triggers or scene.amounts else [scene.first]
    resolve_pronouns(scene, story)
    figures, period = read_figures(scene, story, period)
    follow(story, scene)
    return figures, period
