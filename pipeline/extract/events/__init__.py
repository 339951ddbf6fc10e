"""Dated occurrences of an article. `triggers` finds what happened, `govern` when, `parties` who took part,
`status` whether it did; here they are put together, sentence by sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.extract.events.actor import Cast
from pipeline.extract.events.apart import acts_apart, sets_apart
from pipeline.extract.events.at_odds import of_its_time
from pipeline.extract.events.cast import cast_of
from pipeline.extract.events.denied import denied
from pipeline.extract.events.general import general_triggers
from pipeline.extract.events.govern import Governed, govern
from pipeline.extract.events.headings import headed, headings
from pipeline.extract.events.heirs import as_of, cast_then
from pipeline.extract.events.known_wars import of_known_war
from pipeline.extract.events.linked import hangs_on_another, linked
from pipeline.extract.events.menus import holds_menu
from pipeline.extract.events.moods import is_mood
from pipeline.extract.events.no_acts import is_no_act
from pipeline.extract.events.nobodys import is_nobodys
from pipeline.extract.events.parties import Parties, find_parties
from pipeline.extract.events.pictured import is_caption, is_of_picture, shows
from pipeline.extract.events.sayings import holds_office
from pipeline.extract.events.scene import Listed, lists_of, scene_of
from pipeline.extract.events.speakers import may_deny
from pipeline.extract.events.stages import of_its_stage
from pipeline.extract.events.stand_ins import with_stand_ins
from pipeline.extract.events.stateless import is_private, share_of_states
from pipeline.extract.events.statistics import is_statistic
from pipeline.extract.events.status import status_of
from pipeline.extract.events.story import Story, filed_in, stories_of
from pipeline.extract.events.tokens import Tokens, tokenize
from pipeline.extract.events.told_when import instead_of
from pipeline.extract.events.travels import for_relief, invited_to
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.triggers import find_triggers
from pipeline.extract.events.wishes import NAMED, may_wish
from pipeline.extract.facts import DateMention, Event, Masthead, PersonMention
from pipeline.text.dateline import Dateline, read_dateline
from pipeline.text.page import Page, Sentence
from pipeline.values import value

__all__ = ["find_events"]

_KINDS = ("headline", "body")
_LONGEST_DAYS = 366
"""Days of the longest interval that an event can have."""
_LIST = re.compile(r"\band\s(?:again\s|then\s)?(?:on|in)\s")
"""Two dates each with a preposition of its own."""


@value(frozen=True, slots=True)
class _Reading:
    """What the page's sentences are read with."""

    page: Page
    masthead: Masthead
    dates: Mapping[int, Sequence[DateMention]]
    """Index of each sentence with dates, to those."""
    cast: Cast
    lists: Sequence[Listed]
    headings: Mapping[int, DateMention]
    """Position of each paragraph that a date in a line of its own heads, to that date."""
    of_states: float
    """How much of the page is about states."""


def find_events(
    page: Page, masthead: Masthead, dates: Sequence[DateMention], people: Sequence[PersonMention]
) -> tuple[Event, ...]:
    """Every dated occurrence that the page tells of, in the order of the text, repeated paragraphs included.

    `dates` and `people` are the page's mentions. Each event is tied to the sentence that tells of it.
    """
    cast = cast_then(cast_of(page, people), masthead.published_on)
    outer = _outermost(page.text, dates)
    datelines = _datelines(page)
    filed = filed_in(page, cast, datelines)
    stories = stories_of(page, cast, filed)
    openings = _openings(page, datelines, masthead)
    here = _by_sentence(page, outer, openings)
    reading = _Reading(
        page, masthead, here, cast, lists_of(page.text, cast), headings(page, outer), share_of_states(page, cast)
    )
    events: list[Event] = []
    pictured: list[Event] = []
    for at, sentence in enumerate(page.sentences):
        position = sentence.paragraph
        kind = page.paragraphs[position].kind
        if kind == "body" and at in here and is_caption(page, at, here[at]):
            pictured += _sentence_events(reading, at, openings[position], stories[position], (), pictured=True)
        elif kind in _KINDS:
            events += _sentence_events(reading, at, openings[position], stories[position], events)
        elif kind == "caption" and any(is_of_picture(mention) for mention in here.get(at, ())):
            pictured += _sentence_events(reading, at, openings[position], stories[position], (), pictured=True)
    return tuple(sorted([*events, *pictured], key=lambda event: event.char_start) if pictured else events)


def _outermost(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """The mentions that no longer one holds: of "from March 30 to April 2" the whole; of "in 2000 and 2001" and of
    "on Monday, and on Tuesday" each, as acts of their own days."""
    found: list[DateMention] = []
    end = -1
    for mention in sorted(dates, key=lambda m: (m.char_start, -m.char_end)):
        if mention.char_start >= end and not _is_list(text, mention):
            found.append(mention)
            end = mention.char_end
    return found


def _is_list(text: str, mention: DateMention) -> bool:
    if mention.date_start is None or mention.date_end is None or " and " not in mention.text:
        return False
    if text.endswith(("between ", "for ", "since ", "until ", "from "), 0, mention.char_start):
        return False
    return (mention.date_end - mention.date_start).days > _LONGEST_DAYS or _LIST.search(mention.text) is not None


def _datelines(page: Page) -> dict[int, Dateline]:
    """Position of each paragraph with a dateline to that."""
    read = [(paragraph.position, read_dateline(paragraph.text)) for paragraph in page.paragraphs]
    return {position: dateline for position, dateline in read if dateline is not None}


def _openings(page: Page, datelines: Mapping[int, Dateline], masthead: Masthead) -> list[int]:
    """Where the report proper of each paragraph begins: behind its dateline, or the day that opens the first one."""
    openings = [paragraph.char_start for paragraph in page.paragraphs]
    for position, dateline in datelines.items():
        if dateline.complete:
            openings[position] += dateline.char_end
    words = masthead.published_on_evidence if masthead.published_on_method == "dateline" else None
    filed = next((p for p in page.paragraphs if p.kind == "body"), None)
    if words and filed is not None and filed.text.startswith(words):
        openings[filed.position] = max(openings[filed.position], filed.char_start + len(words))
    return openings


def _by_sentence(page: Page, dates: Sequence[DateMention], openings: Sequence[int]) -> dict[int, list[DateMention]]:
    """Index of each sentence to the dates in it, those of a dateline left out."""
    starts = [sentence.char_start for sentence in page.sentences]
    found: dict[int, list[DateMention]] = {}
    for mention in dates:
        at = bisect_right(starts, mention.char_start) - 1
        if at < 0 or mention.char_start >= page.sentences[at].char_end:
            continue
        if mention.char_start >= openings[page.sentences[at].paragraph]:
            found.setdefault(at, []).append(mention)
    return found


def _sentence_events(
    reading: _Reading, at: int, opening: int, story: Story, told: Sequence[Event], pictured: bool = False
) -> list[Event]:
    """The events of the sentence at `at`, the report proper of whose paragraph begins at `opening` of the page;
    `pictured` where it is a picture's caption."""
    whole = reading.page.sentences[at]
    sentence = _report_proper(whole, opening)
    offset = sentence.char_start
    here = reading.dates.get(at, ())
    heading = reading.headings.get(sentence.paragraph) if not here else None
    if not here and heading is None and not hangs_on_another(sentence, told) and not sets_apart(sentence.text):
        return []
    if sentence.text.endswith("?") or holds_menu(sentence.text):
        return []  # what is asked is not told
    tokens = tokenize(sentence.text)
    known = with_stand_ins(sentence.text, tokens, find_triggers(sentence.text, tokens))
    general = general_triggers(sentence.text, tokens, known)
    every = sorted([*known, *general], key=lambda trigger: trigger.start) if general else known
    triggers = denied(sentence.text, every)
    if not triggers and not may_deny(sentence.text) and not may_wish(sentence.text):
        return []
    governed = govern(sentence.text, offset, triggers, here) if here else []
    governed += headed(sentence, triggers, heading) if heading is not None else []
    governed += linked(sentence, triggers, here, governed, told)
    governed += acts_apart(sentence, triggers, here, governed, told)
    if not governed:
        return []
    named = reading.cast.within(offset, sentence.char_end)
    actors = [actor.moved(offset) for actor in named]
    governed = [item for item in governed if item.rule != NAMED or holds_office(item.trigger, actors)]
    governed = [item for item in governed if shows(item, here, actors)] if pictured else governed
    scene = scene_of(reading.page, reading.cast, reading.lists, at, story, told)
    today = reading.masthead.published_on
    invited = [invited_to(item, triggers, today) for item in governed]
    timed = [of_its_time(sentence.text, tokens, offset, item, today) for item in invited]
    governed = [item for item in timed if item is not None]
    events: list[Event] = []
    governed = list(_without_moods(sentence, tokens, triggers, governed))
    for item in governed:
        if is_no_act(sentence.text, item.trigger) or is_nobodys(sentence.text, item.trigger):
            continue
        trigger = for_relief(sentence.text, tokens, item.trigger, told, story.since)
        item = item if trigger is item.trigger else replace(item, trigger=trigger)
        near = of_its_stage(item, governed, actors, offset)
        parties = find_parties(sentence.text, item.clause, item.trigger, near, triggers, scene)
        if is_private(sentence.text, parties, actors, reading.of_states):
            continue
        if parties.countries:
            scene = scene.after(parties.countries)
        events.append(_event(whole, sentence, item, parties, reading.masthead))
    return events


def _without_moods(
    sentence: Sentence, tokens: Tokens, triggers: Sequence[Trigger], governed: Sequence[Governed]
) -> Iterator[Governed]:
    """`governed` without figures and moods, in place of which stands what was done when they moved."""
    done = {item.trigger.start for item in governed}
    for item in governed:
        if not is_statistic(sentence.text, sentence.char_start, item) and not is_mood(
            sentence.text, tokens, item.trigger
        ):
            yield item
            continue
        for act in instead_of(sentence.text, sentence.char_start, item, triggers):
            if act.trigger.start not in done and not is_statistic(sentence.text, sentence.char_start, act):
                yield act


def _report_proper(sentence: Sentence, opening: int) -> Sentence:
    """The sentence without the dateline ahead of `opening`: what opens the report opens its sentence."""
    if not sentence.char_start < opening < sentence.char_end:
        return sentence
    text = sentence.text[opening - sentence.char_start :]
    return Sentence(sentence.paragraph, opening, sentence.char_end, text)


def _event(whole: Sentence, sentence: Sentence, item: Governed, parties: Parties, masthead: Masthead) -> Event:
    """The row of an event of `sentence`, whose evidence is the `whole` one, its dateline included."""
    mention, trigger = item.date, item.trigger
    if mention.date_start is None or mention.date_end is None:
        raise ValueError("an event needs a date that is resolved")
    parties = of_known_war(sentence.text, trigger, mention, parties, masthead.published_on)
    parties = as_of(parties, mention.date_start)
    today = masthead.published_on or masthead.told_until
    status = status_of(sentence, item, today, is_dated=masthead.published_on is not None)
    return Event(
        paragraph=sentence.paragraph,
        char_start=whole.char_start,
        char_end=whole.char_end,
        evidence=whole.text,
        rule=item.rule,
        date_text=mention.text,
        date_start=mention.date_start,
        date_end=mention.date_end,
        date_precision=mention.precision,
        date_method=mention.method if item.rule != "linked" else "relative",
        event_type=trigger.event_type,
        trigger=sentence.text[trigger.start : trigger.end],
        status=status,
        source_country=parties.source,
        target_country=parties.target,
        countries=parties.countries,
        location=parties.location,
        participants=parties.participants,
    )
