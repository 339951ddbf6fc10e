"""Trade figures: which quantities of an article measure what moves between countries, and what they say of it.

A figure needs a frame, the word of flow that governs it: no frame, no row. A sentence becomes a `scene`: its
amounts, dates, countries (`sides`), words of flow (`flows`) and clauses (`clauses`). `governing` finds an amount's
word of flow, `telling` its flow, `parties`, `roles`, `pairs`, `completing` and `going_on` who is who, with the `story`
so far; `carrying` takes over the frame of the sentence before, `lists` goes through partners. `measure`, `commodity`,
`goods`, `period`, `baseline`, `status` and `money` fill the rest; `figures` puts a row together, `merging` leaves one
row a fact.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol, TypeVar

from pipeline.extract.actors import CountryMention, find_countries
from pipeline.extract.facts import DateMention, Masthead, PersonMention, TradeFigure
from pipeline.extract.quantities import find_amounts
from pipeline.extract.quantities.tokens import tokenize
from pipeline.extract.trade.clauses import find_breaks
from pipeline.extract.trade.figures import read_figures
from pipeline.extract.trade.flows import find_triggers
from pipeline.extract.trade.merging import merge
from pipeline.extract.trade.period import Period
from pipeline.extract.trade.scene import Scene, dated, names_money, persons, sides_of, token_span
from pipeline.extract.trade.sides import read_sides
from pipeline.extract.trade.story import Story, follow, open_story, resolve_pronouns, turn_to
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
    mentions = [mention for mention in find_countries(page.text) if not names_money(page.text, mention)]
    home = code_of(masthead.dateline_place) if masthead.dateline_place else None
    story = open_story(page, mentions, home)
    sentences = defaultdict(list)
    for sentence in page.sentences:
        sentences[sentence.paragraph].append(sentence)
    found: list[TradeFigure] = []
    period: Period | None = None
    for paragraph in page.paragraphs:
        if paragraph.kind in _READ:
            named = _within(paragraph, mentions), _within(paragraph, dates), _within(paragraph, people)
            figures, period = _read_paragraph(paragraph, sentences[paragraph.position], story, period, *named)
            found.extend(figures)
    heads = frozenset(paragraph.position for paragraph in page.paragraphs if paragraph.kind != "body")
    return merge(found, heads)


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


def _read_paragraph(
    paragraph: Paragraph,
    sentences: Sequence[Sentence],
    story: Story,
    period: Period | None,
    mentions: Sequence[CountryMention],
    dates: Sequence[DateMention],
    people: Sequence[PersonMention],
) -> tuple[list[TradeFigure], Period | None]:
    offset = paragraph.char_start
    tokens = tokenize(paragraph.text)
    amounts = find_amounts(tokens)
    sides = sides_of(tokens, offset, mentions)
    sides += persons(tokens, offset, people, sides)
    days = dated(tokens, offset, dates)
    found: list[TradeFigure] = []
    for sentence in sentences:
        if len(sentence.text) > _LONGEST:
            continue
        first, last = token_span(tokens, sentence.char_start - offset, sentence.char_end - offset)
        if last <= first:
            continue
        scene = Scene(
            sentence,
            paragraph,
            tokens,
            first,
            last,
            [amount for amount in amounts if first <= amount.first < last],
            [side for side in sides if first <= side.first < last],
            [day for day in days if first <= day.first < last],
        )
        if first == 0:
            turn_to(story, scene)
        figures, period = _read_sentence(scene, story, period)
        found.extend(figures)
    return found, period


def _read_sentence(scene: Scene, story: Story, period: Period | None) -> tuple[list[TradeFigure], Period | None]:
    scene.sides = read_sides(scene.tokens, scene.sides, scene.first, scene.last, with_pronouns=bool(scene.amounts))
    scene.triggers = find_triggers(scene)
    scene.breaks = find_breaks(scene) if scene.triggers or scene.amounts else [scene.first]
    resolve_pronouns(scene, story)
    figures, period = read_figures(scene, story, period)
    follow(story, scene)
    return figures, period
