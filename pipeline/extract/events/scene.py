"""What the page says around a sentence: who was named, who acted and what was told before it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.extract.events.act import Scene
from pipeline.extract.events.actor import Actor
from pipeline.extract.events.story import Story, within
from pipeline.extract.facts import Event
from pipeline.text.page import Page, Sentence

_NEAR = 1
"""Paragraphs back in which an event is still the one before."""
_LIST = re.compile(r"(?:\s[a-z]{3,20}){0,1}(?:,\s|,?\sand\s|,?\swith\s)(?:the\s)?(?:[A-Z]\w+\s){0,2}")
_MANY = 3
_SENTENCES = 2
"""Sentences back in which a subject is looked for."""
_NAMES_BACK = 12
"""Names back to which "he" may refer."""
_NO_PARTY = frozenset({"place", "organization"})


@dataclass(frozen=True, slots=True)
class Listed:
    """Three or more states that the text names in one list: "Peru, Chile and Ecuador"."""

    end: int
    """Offset behind the list."""
    codes: tuple[str, ...]


def lists_of(text: str, cast: Sequence[Actor]) -> tuple[Listed, ...]:
    """The lists of an article, in the order of the text; none where it speaks of no three."""
    if " three " not in text:
        return ()
    found: list[Listed] = []
    run: list[str] = []
    for one, two in pairwise(cast):
        run = run or [one.code]
        if two.code not in run and _LIST.fullmatch(text, one.end, two.start):
            run.append(two.code)
            if len(run) >= _MANY:
                found.append(Listed(two.end, tuple(run)))
        else:
            run = []
    return tuple(found)


def scene_of(
    page: Page,
    cast: Sequence[Actor],
    lists: Sequence[Listed],
    sentence: Sentence,
    story: Story,
    told: Sequence[Event],
) -> Scene:
    """The scene of `sentence`; `told` are the events before it."""
    start = page.paragraphs[max(story.since, sentence.paragraph - 1)].char_start
    named = within(cast, start, sentence.char_start)
    recent = tuple(dict.fromkeys(actor.code for actor in reversed(named) if actor.kind not in _NO_PARTY))
    near = bool(told) and story.since <= told[-1].paragraph >= sentence.paragraph - _NEAR
    opening = page.paragraphs[sentence.paragraph].char_start
    first = next(iter(within(cast, opening, opening + 1)), None)
    headed = first.code if first is not None and page.text.startswith(": ", first.end) else None
    before = bisect_left(lists, sentence.char_start, key=lambda listed: listed.end)
    return Scene(
        home=story.home,
        other=story.other,
        third=story.third,
        recent=recent,
        last=told[-1].countries if near else (),
        here=near and told[-1].paragraph == sentence.paragraph,
        helped=next((event.target_country for event in told if _is_help(event)), None),
        carried=_carried(page, named, sentence, story.since),
        person=_person(page, cast, page.paragraphs[story.since].char_start, sentence.char_start),
        headed=headed,
        listed=lists[before - 1].codes if before else (),
    )


def _carried(page: Page, named: Sequence[Actor], sentence: Sentence, since: int) -> tuple[str, ...]:
    """The states that act in the nearest sentence before in which any does, the first named first."""
    if not named:
        return ()
    earlier = [
        s
        for position in range(max(since, sentence.paragraph - 1), sentence.paragraph + 1)
        for s in page.paragraph_sentences(position)
        if s.char_start < sentence.char_start
    ]
    for before in reversed(earlier[-_SENTENCES:]):
        inside = within(named, before.char_start, before.char_end)
        acting = [actor.code for actor in inside if actor.standing == "acts"]
        if acting:
            return tuple(dict.fromkeys(acting))
    return ()


def _is_help(event: Event) -> bool:
    """True for aid with a receiver; those who sign for a loan are both its parties."""
    return event.event_type == "AID" and not event.trigger.startswith("sign")


def _person(page: Page, cast: Sequence[Actor], start: int, end: int) -> str | None:
    """The state of the official who is named first in the last sentence, between two offsets, that names one."""
    named = [actor for actor in within(cast, start, end)[-_NAMES_BACK:] if actor.kind == "person"]
    if not named:
        return None
    at = bisect_right(page.sentences, named[-1].start, key=lambda sentence: sentence.char_start) - 1
    opening = page.sentences[at].char_start
    return next(actor.code for actor in named if actor.start >= opening)
