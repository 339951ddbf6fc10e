"""What the page says around a sentence: who was named, who acted and what was told before it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import field
from itertools import pairwise

from pipeline.extract.events.actor import Actor, Cast
from pipeline.extract.events.story import Story
from pipeline.extract.facts import Event
from pipeline.lexicon.countries import body_codes
from pipeline.text.page import Page, Sentence
from pipeline.values import value

_NEAR = 1
"""Paragraphs back in which an event is still the one before."""
_LIST = re.compile(r"(?:\s[a-z]{3,20}){0,1}(?:,\s|,?\sand\s|,?\swith\s)(?:the\s)?(?:[A-Z]\w+\s){0,2}")
_MANY = 3
_SENTENCES = 2
"""Sentences back in which a subject is looked for."""
_NAMES_BACK = 12
"""Names back to which "he" may refer."""
_GOES_TO = re.compile(r"\b(?:to|for|in|helps?|aids?)\s(?:the\s)?\Z")
_LOOK = 14
"""Characters ahead of a name in which it is told that something goes there."""
_PREPOSED = re.compile(
    r"\W{0,3}(?:After|Ahead\sof|Alongside|Amid|At|Before|Besides|During|Following|In|Like|Since|Under|Unlike)\s[^,;:.]{3,90},\s"
)
"""A phrase ahead of the subject ("Before his talks with Silva, Rossi had flown home")."""
_TWO = 2
_NO_PARTY = frozenset({"place", "organization"})


@value(frozen=True, slots=True)
class Listed:
    """Three or more states that the text names in one list: "Peru, Chile and Ecuador"."""

    end: int
    """Offset behind the list."""
    codes: tuple[str, ...]


def lists_of(text: str, cast: Cast) -> tuple[Listed, ...]:
    """The lists of an article, in the order of the text; none where it speaks of no three."""
    if " three " not in text:
        return ()
    found: list[Listed] = []
    run: list[str] = []
    for one, two in pairwise(cast.actors):
        run = run or [one.code]
        if two.code not in run and _LIST.fullmatch(text, one.end, two.start):
            run.append(two.code)
            if len(run) >= _MANY:
                found.append(Listed(two.end, tuple(run)))
        else:
            run = []
    return tuple(found)


@value(frozen=False, slots=True)
class Scene:
    """What the page says around a sentence. What takes a look back is read when a rule asks for it: few do."""

    page: Page
    cast: Cast
    lists: Sequence[Listed]
    story: Story
    """What the article, or this part of it, is about."""
    at: int
    """Which sentence of the page it is."""
    told: Sequence[Event]
    """The events of the sentences before."""
    last: tuple[str, ...] = ()
    """The parties of the event told last, if that stands near."""
    here: bool = False
    """True where that event stands in the same paragraph."""
    pair: tuple[str, ...] = ()
    """The one or two states that the article is about."""
    _recent: tuple[str, ...] | None = field(default=None, init=False, repr=False, compare=False)
    _carried: tuple[str, ...] | None = field(default=None, init=False, repr=False, compare=False)

    def after(self, parties: tuple[str, ...]) -> "Scene":
        """The scene of a further event of the sentence, behind one of these `parties`."""
        return Scene(self.page, self.cast, self.lists, self.story, self.at, self.told, parties, True, self.pair)

    @property
    def home(self) -> str | None:
        """The state that the article, or this part of it, is about."""
        return self.story.home

    @property
    def group(self) -> tuple[str, ...]:
        """The states that the article is about, the third included."""
        third = self.story.third
        return (*self.pair, third) if third else self.pair

    @property
    def recent(self) -> tuple[str, ...]:
        """The states named in this paragraph and the one before, the last named first."""
        if self._recent is None:
            named = [actor.code for actor in self._named if actor.kind not in _NO_PARTY]
            self._recent = tuple(dict.fromkeys(reversed(named)))
        return self._recent

    @property
    def helped(self) -> str | None:
        """The state that the aid told of first was for."""
        return next((event.target_country for event in self.told if _is_help(event)), None)

    @property
    def needy(self) -> str | None:
        """The state of the two to which, by headline and opening, something goes."""
        body = next((p for p in self.page.paragraphs if p.kind == "body"), None)
        for actor in self.cast.within(0, body.char_end) if body is not None else ():
            if actor.code in self.pair and _GOES_TO.search(self.page.text, max(0, actor.start - _LOOK), actor.start):
                return actor.code
        return None

    @property
    def carried(self) -> tuple[str, ...]:
        """The states that act in the nearest sentence before in which any does, the first named first."""
        if self._carried is None:
            self._carried = self._acting_before()
        return self._carried

    @property
    def dealing(self) -> tuple[str, ...]:
        """The two states that act in the sentence right before, in the same paragraph; none where it is not two."""
        if not self.at or self.page.sentences[self.at - 1].paragraph != self._sentence.paragraph:
            return ()
        before = self.page.sentences[self.at - 1]
        named = self.cast.within(before.char_start, before.char_end)
        acts = [actor.code for actor in named if actor.standing == "acts" and actor.kind not in _NO_PARTY]
        acting = tuple(dict.fromkeys([code for code in acts if code not in body_codes()]))
        return acting if len(acting) == _TWO else ()

    @property
    def nearest(self) -> tuple[str, ...]:
        """The two states of whom something was told right before, where those are not the story's; as long as nothing
        was told of the story's two, those who act there. None where it is not two."""
        acting = [code for code in self.carried if code not in body_codes()]
        met = [code for code in self.last if code not in body_codes()]
        if len(met) == _TWO and set(acting) <= set(met) and (set(met).isdisjoint(self.pair) or not self.is_told):
            return tuple(met)
        alone = len(acting) == _TWO and set(acting) == set(self.recent)
        return tuple(acting) if alone and not self.is_told else ()

    @property
    def is_told(self) -> bool:
        """True where an event before was between the two states that the article is about."""
        pair = set(self.pair)
        return any(pair <= set(event.countries) for event in self.told)

    def _acting_before(self) -> tuple[str, ...]:
        first = max(self.story.since, self._sentence.paragraph - 1)
        for before in reversed(self.page.sentences[max(0, self.at - _SENTENCES) : self.at]):
            if before.paragraph < first:
                break
            named = self.cast.within(before.char_start, before.char_end)
            acting = [actor.code for actor in named if actor.standing == "acts"]
            if acting:
                return tuple(dict.fromkeys(acting))
        return ()

    @property
    def headed(self) -> str | None:
        """The state whose name and a colon head the paragraph."""
        opening = self.page.paragraphs[self._sentence.paragraph].char_start
        first = next(iter(self.cast.within(opening, opening + 1)), None)
        return first.code if first is not None and self.page.text.startswith(": ", first.end) else None

    @property
    def person(self) -> str | None:
        """The state of the official who is named first in the last sentence, of those before, that names one: behind a
        phrase that stands ahead of its subject."""
        start = self.page.paragraphs[self.story.since].char_start
        before = self.cast.within(start, self._sentence.char_start)[-_NAMES_BACK:]
        named = [actor for actor in before if actor.kind == "person"]
        if not named:
            return None
        at = bisect_right(self.page.sentences, named[-1].start, key=lambda sentence: sentence.char_start) - 1
        opening = self.page.sentences[at].char_start
        phrase = _PREPOSED.match(self.page.text, opening)
        behind = [actor.code for actor in named if phrase is not None and actor.start >= phrase.end()]
        return behind[0] if behind else next(actor.code for actor in named if actor.start >= opening)

    @property
    def listed(self) -> tuple[str, ...]:
        """The last three or more states named in one list."""
        before = bisect_left(self.lists, self._sentence.char_start, key=lambda listed: listed.end)
        return self.lists[before - 1].codes if before else ()

    @property
    def _sentence(self) -> Sentence:
        return self.page.sentences[self.at]

    @property
    def _named(self) -> tuple[Actor, ...]:
        """The actors named in this paragraph and the one before, ahead of the sentence."""
        first = max(self.story.since, self._sentence.paragraph - 1)
        return self.cast.within(self.page.paragraphs[first].char_start, self._sentence.char_start)


def scene_of(page: Page, cast: Cast, lists: Sequence[Listed], at: int, story: Story, told: Sequence[Event]) -> Scene:
    """The scene of the sentence at `at` of the page; `told` are the events before it."""
    if not told or not story.since <= told[-1].paragraph >= page.sentences[at].paragraph - _NEAR:
        return Scene(page, cast, lists, story, at, told, pair=story.pair)
    here = told[-1].paragraph == page.sentences[at].paragraph
    return Scene(page, cast, lists, story, at, told, told[-1].countries, here, story.pair)


def _is_help(event: Event) -> bool:
    """True for aid with a receiver; those who sign for a loan are both its parties."""
    return event.event_type == "AID" and not event.trigger.startswith("sign")
