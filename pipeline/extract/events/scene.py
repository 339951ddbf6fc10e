"""What the page says around a sentence: who was named, who acted and what was told before it."""

import re
from collections.abc import Sequence

from pipeline.extract.events.asides import is_aside, is_scene
from pipeline.extract.events.cast import Actor
from pipeline.extract.events.counterpart import Scene
from pipeline.extract.events.story import Story, within
from pipeline.extract.facts import Event
from pipeline.text.page import Page, Sentence

_NEAR = 1
"""Paragraphs back in which an event is still the one before."""
_LIST = re.compile(r"(?:\s[a-z]{3,20}){0,1}(?:,\s|,?\sand\s|,?\swith\s)(?:the\s)?(?:[A-Z]\w+\s){0,2}")
_MANY = 3
_SENTENCES = 2
"""Sentences back in which a subject is looked for."""
_NO_PARTY = frozenset({"place", "organization"})


def scene_of(page: Page, cast: Sequence[Actor], sentence: Sentence, story: Story, told: Sequence[Event]) -> Scene:
    """The scene of `sentence`; `told` are the events before it."""
    start = page.paragraphs[max(story.since, sentence.paragraph - 1)].char_start
    named = within(cast, start, sentence.char_start)
    recent = tuple(dict.fromkeys(actor.code for actor in reversed(named) if actor.kind not in _NO_PARTY))
    near = bool(told) and story.since <= told[-1].paragraph >= sentence.paragraph - _NEAR
    return Scene(
        home=story.home,
        other=story.other,
        recent=recent,
        last=told[-1].countries if near else (),
        here=near and told[-1].paragraph == sentence.paragraph,
        target=told[-1].target_country if near else None,
        carried=_carried(page, named, sentence, story.since),
        listed=_listed(page.text, within(cast, 0, sentence.char_start)),
    )


def _listed(text: str, named: Sequence[Actor]) -> tuple[str, ...]:
    """The last list of three or more states: "Peru, Chile and Ecuador"."""
    run: list[str] = []
    for at in range(len(named) - 1, 0, -1):
        one, two = named[at - 1], named[at]
        if _LIST.fullmatch(text[one.end : two.start]) and one.code not in (run or [two.code]):
            run = [one.code, *(run or [two.code])]
        elif len(run) >= _MANY:
            return tuple(run)
        else:
            run = []
    return tuple(run) if len(run) >= _MANY else ()


def _carried(page: Page, named: Sequence[Actor], sentence: Sentence, since: int) -> tuple[str, ...]:
    """The states that act in the nearest sentence before in which any does, the first named first."""
    earlier = [
        s
        for position in range(max(since, sentence.paragraph - 1), sentence.paragraph + 1)
        for s in page.paragraph_sentences(position)
        if s.char_start < sentence.char_start
    ]
    for before in reversed(earlier[-_SENTENCES:]):
        acting = [
            actor.code
            for actor in named
            if before.char_start <= actor.start < before.char_end
            and not is_aside(page.text, actor)
            and not is_scene(page.text, actor, None)
        ]
        if acting:
            return tuple(dict.fromkeys(acting))
    return ()
