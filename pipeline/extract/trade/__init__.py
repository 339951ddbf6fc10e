"""Trade figures: which quantities of an article measure what moves between countries, and what they say of it.

A figure needs a frame, the word of flow that governs it: no frame, no row. A sentence becomes a `scene`: its amounts,
dates, countries (`sides`), words of flow (`flows`, `both_ways`, `jobs`, `growth`) and clauses (`clauses`);
`pronouns` and `described` say which country "it" and "the kingdom" are.
`eligible` says which amounts can measure a trade at all, `bare_numbers` what one without a unit counts. `framing`
gives an amount its frame: `governing` finds its word of flow, `telling` that word's flow, `parties`, `regions`,
`roles`, `crossing`, `pairs`, `partners`, `completing`, `leaning`, `light_verbs`, `going_on`, `given`, `handing`,
`buyers`, `whose`, `collected`, `relief`, `working` (labour) and `taking_over` who is who, with
the `story` so far and what `matters` the article is of; `ledger` keeps which way goods were told to go, `ways` has it
for figures that name nobody. `setting`
takes in trades spoken of without a figure, `carrying` the frame of the sentence before (`pointing`), `lists` and
`likewise` go through partners, `wholes` through shares. `measurable` says whether an amount fits its flow, `private`
whether it is of business at home; `measure`, `commodity`, `beside`, `goods` (with `beside_amounts`, `shared_goods`,
`deals`, `worth`, `military`, `kinds_of_goods`, `foremost`; `shares`), `period`, `lasting`, `asides`,
`spans`, `pointed_spans`, `baseline`, `status` and `money` fill the rest; `figures` puts a row together, `merging`
leaves one row a fact.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

from pipeline.extract.actors import CountryMention, find_actors, find_countries
from pipeline.extract.facts import DateMention, Masthead, PersonMention, TradeFigure
from pipeline.extract.quantities import find_amounts
from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.tokens import Tokens, tokenize
from pipeline.extract.trade.both_ways import as_one
from pipeline.extract.trade.clauses import find_breaks
from pipeline.extract.trade.curbed import with_curbed
from pipeline.extract.trade.eligible import may_measure
from pipeline.extract.trade.figures import read_figures, read_without_amounts
from pipeline.extract.trade.flows import find_triggers
from pipeline.extract.trade.growth import without_own_growth
from pipeline.extract.trade.merging import merge
from pipeline.extract.trade.opening import open_story
from pipeline.extract.trade.ordered import Ordered
from pipeline.extract.trade.origins import note_origins
from pipeline.extract.trade.pronouns import resolve_pronouns
from pipeline.extract.trade.relief import with_relief
from pipeline.extract.trade.scene import NO_MARKETS, Scene, dated, names_money, persons, sides_of, token_span
from pipeline.extract.trade.sides import dateline_end, read_sides
from pipeline.extract.trade.spans import Period
from pipeline.extract.trade.story import Story, follow, lenders, turn_to
from pipeline.extract.trade.telling import GOT
from pipeline.lexicon.countries import code_of, company_names, heirs
from pipeline.text.page import Page, Paragraph

__all__ = ["find_trade_figures"]

_INITIALS = re.compile(r"\s?\((?:the\s)?([A-Z]{3,6})\)")
_LEFT_OUT = re.compile(r"\b(?:[Nn]on-|outside\s(?:of\s)?(?:the\s)?(?:bloc\sof\s)?)\Z")
"""Before a name these tell of all others: "non-EU exports", "sales outside the European Union"."""
_LEFT_OUT_REACH = 28
"""Characters ahead of a name in which they stand."""
_MOST_BESIDE = 3
_LONGEST = 2000
"""A longer run of characters is a table or a list and no sentence that could be evidence."""
_READ = frozenset({"headline", "body", "caption"})
_SOVIET = "SUN"
_DASHES = frozenset({"-", "--", "–", "—"})
_SEATS = frozenset({"capital", "government", "place"})
_OF_BODIES = frozenset({"aid", "debt", "investment", "other"})
"""Flows in which a body can take part that is no market."""

_OF_STATES = frozenset({"export", "import", "trade", "balance", "labour", "consumption", "production"})
"""Flows in which no bank of several states takes part."""


def find_trade_figures(
    page: Page, masthead: Masthead, dates: Sequence[DateMention], people: Sequence[PersonMention]
) -> tuple[TradeFigure, ...]:
    """The trade figures that the article states, each grounded in one sentence, one row a fact."""
    told = _with_amounts(page)
    if not told:
        return ()
    mentions = [
        mention
        for mention in find_countries(page.text)
        if not (names_money(page.text, mention) or _is_left_out(page.text, mention.char_start))
    ]
    if masthead.published_on is not None and masthead.published_on <= heirs()[_SOVIET].until:
        mentions = _of_soviet_times(mentions)
    parties = sorted([*mentions, *_companies(page.text, mentions)], key=attrgetter("char_start"))
    home = code_of(masthead.dateline_place) if masthead.dateline_place else None
    story = open_story(page, [mention for mention in mentions if mention.code not in NO_MARKETS], home)
    story.today = masthead.published_on
    found: list[TradeFigure] = []
    period: Period | None = None
    for scene in _scenes(page, told, parties, people, dates):
        figures, period = _read_sentence(scene, story, period)
        found.extend(figures)
    heads = frozenset(paragraph.position for paragraph in page.paragraphs if paragraph.kind != "body")
    return merge(found, heads)


def _is_left_out(text: str, start: int) -> bool:
    """Whether the name at `start` is that of one whose trade is not told, but that of all others."""
    ahead = text[max(0, start - _LEFT_OUT_REACH) : start]
    return (ahead.endswith("on-") or "outside" in ahead) and _LEFT_OUT.search(ahead) is not None


def _of_soviet_times(mentions: list[CountryMention]) -> list[CountryMention]:
    """`mentions` with "Moscow" as the Soviet Union's, where that is told of and nothing is called Russian."""
    codes = {mention.code for mention in mentions if mention.kind not in _SEATS}
    if _SOVIET not in codes or "RUS" in codes:
        return mentions
    return [replace(mention, code=_SOVIET) if mention.code == "RUS" else mention for mention in mentions]


def _companies(text: str, mentions: Sequence[CountryMention]) -> Iterator[CountryMention]:
    """The companies of states that are named, none of `mentions`: each deals for its state."""
    known, starts = company_names(), {mention.char_start for mention in mentions}
    for mention in find_actors(text):
        if mention.kind == "institution" and mention.text in known and mention.char_start not in starts:
            yield replace(mention, kind="company")
            yield from _by_initials(text, mention, starts)


def _by_initials(text: str, company: CountryMention, taken: set[int]) -> Iterator[CountryMention]:
    """The places where a company is called by the initials that stand in brackets behind its name."""
    bracket = _INITIALS.match(text, company.char_end)
    if bracket is None:
        return
    for match in re.finditer(rf"\b{bracket[1]}\b", text[bracket.end() :]):
        first, last = bracket.end() + match.start(), bracket.end() + match.end()
        if first not in taken:
            yield replace(company, kind="company", char_start=first, char_end=last, text=match.group())


class _Told(NamedTuple):
    """A paragraph that is read."""

    paragraph: Paragraph
    tokens: Tokens
    amounts: list[Amount]
    end: int
    """The token behind which nothing more is read of it."""


def _with_amounts(page: Page) -> list[_Told]:
    """The paragraphs that are read, with their amounts, up to the last amount of a trade's kinds."""
    read, last = [], 0
    for paragraph in page.paragraphs:
        if paragraph.kind in _READ:
            tokens = tokenize(paragraph.text)
            amounts = find_amounts(tokens)
            read.append(_Told(paragraph, tokens, amounts, len(tokens)))
            last = len(read) if any(map(may_measure, amounts)) else last
    if last:
        final = read[last - 1]
        end = max(amount.last for amount in final.amounts if may_measure(amount))
        read[last - 1] = final._replace(end=end)
    return read[:last]


class _Placed(Protocol):
    @property
    def char_start(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


def _in_text(placed: Sequence[_P]) -> Ordered[_P]:
    return Ordered(placed, [item.char_start for item in placed])


class _InOrder(Protocol):
    @property
    def first(self) -> int: ...


_O = TypeVar("_O", bound=_InOrder)


def _in_tokens(items: list[_O]) -> Ordered[_O]:
    return Ordered(items, [item.first for item in items])


def _scenes(
    page: Page,
    told: list[_Told],
    mentions: Sequence[CountryMention],
    people: Sequence[PersonMention],
    dates: Sequence[DateMention],
) -> Iterator[Scene]:
    """The sentences of what is read with what they hold; one that is a table or a list is left out."""
    sentences, countries, officials, days = (
        _in_text(page.sentences),
        _in_text(mentions),
        _in_text(people),
        _in_text(dates),
    )
    for paragraph, tokens, amounts, end in told:
        start, stop = paragraph.char_start, paragraph.char_end
        named = sides_of(tokens, start, countries.between(start, stop))
        named += persons(tokens, start, officials.between(start, stop), named)
        named.sort(key=attrgetter("first"))
        numbers, sides = _in_tokens(amounts), _in_tokens(named)
        times = _in_tokens(dated(tokens, start, days.between(start, stop)))
        for sentence in sentences.between(start, stop):
            first, last = token_span(tokens, sentence.char_start - start, sentence.char_end - start)
            if first >= end:
                break
            if last <= first or len(sentence.text) > _LONGEST:
                continue
            held = numbers.between(first, last)
            if _is_table(held):
                continue
            near, days_told = sides.between(first, last), times.between(first, last)
            yield Scene(sentence, paragraph, tokens, first, last, held, near, days_told, dateline_end(tokens, first))


def _is_table(amounts: Sequence[Amount]) -> bool:
    """Whether percentages stand side by side as in the row of a table ("Togo Bank 6.3% 1.2% -2.8% Mali Bank")."""
    runs = 0
    for one, two in pairwise(amounts):
        runs += one.kind == "percent" and two.kind == "percent" and two.first - one.last <= 1
    return runs >= _MOST_BESIDE


def _tells_of_goods(scene: Scene) -> bool:
    """Whether all words of flow are of what is dealt in or of wages, so that no bank takes part in it."""
    if any(t.kind == "verb" and scene.tokens.lowers[t.first] in GOT for t in scene.triggers):
        return False  # money may be got from a bank of states, where goods are not
    return bool(scene.triggers) and all(trigger.flow in _OF_STATES for trigger in scene.triggers)


def _read_sentence(scene: Scene, story: Story, period: Period | None) -> tuple[list[TradeFigure], Period | None]:
    if scene.first == 0:
        turn_to(story, scene)
    read_sides(scene)
    if scene.opening > scene.first:
        # the sentence itself begins behind its dateline
        scene.first = scene.opening
        while scene.first < scene.last - 1 and scene.tokens.words[scene.first] in _DASHES:
            scene.first += 1
        scene.sides = [side for side in scene.sides if side.first >= scene.first]
    triggers = with_relief(scene, without_own_growth(scene, find_triggers(scene)))
    scene.triggers = with_curbed(scene, as_one(scene, triggers))
    scene.starts = {trigger.first: trigger for trigger in scene.triggers}
    if not any(trigger.flow in _OF_BODIES for trigger in scene.triggers):
        nobody = NO_MARKETS | lenders() if _tells_of_goods(scene) else NO_MARKETS
        scene.sides = [side for side in scene.sides if side.code not in nobody]
    scene.breaks = find_breaks(scene) if scene.triggers or scene.amounts else [scene.first]
    figures = list[TradeFigure]()
    if scene.sides:
        note_origins(scene, story)
    if scene.amounts:
        resolve_pronouns(scene, story)
        figures, period = read_figures(scene, story, period)
    else:
        period = read_without_amounts(scene, story, period)
    follow(story, scene)
    return figures, period
