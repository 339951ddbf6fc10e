"""Dated occurrences of an article. `triggers` finds what happened, `govern` when, `parties` who took part,
`status` whether it did; here they are put together, sentence by sentence."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.extract.actors import CountryMention, find_countries
from pipeline.extract.events.general import general_triggers
from pipeline.extract.events.govern import Governed, govern
from pipeline.extract.events.linked import hangs_on_another, linked
from pipeline.extract.events.parties import Parties, Scene, find_parties
from pipeline.extract.events.statistics import is_statistic
from pipeline.extract.events.status import status_of
from pipeline.extract.events.tokens import tokenize
from pipeline.extract.events.triggers import find_triggers
from pipeline.extract.facts import DateMention, Event, Masthead, PersonMention
from pipeline.lexicon.countries import code_of
from pipeline.text.dateline import read_dateline
from pipeline.text.page import Page, Paragraph, Sentence

__all__ = ["find_events"]

Mention = TypeVar("Mention", DateMention, CountryMention, PersonMention)
_KINDS = ("headline", "body")
_FAR_LESS = 2
"""A state named less than a quarter as often as the first is none that the article is about."""


def find_events(
    page: Page, masthead: Masthead, dates: Sequence[DateMention], people: Sequence[PersonMention]
) -> tuple[Event, ...]:
    """Every dated occurrence that the page tells of, in the order of the text, repeated paragraphs included.

    `dates` and `people` are the page's mentions. Each event is tied to the sentence that tells of it.
    """
    countries = find_countries(page.text)
    outer = _outermost(dates)
    filed = _filed_in(page, countries)
    home, other = _main_pair(countries, people, filed)
    events: list[Event] = []
    for paragraph in page.paragraphs:
        if len(filed) > 1 and paragraph.position in filed:
            home, other = filed[paragraph.position], None
        if paragraph.kind not in _KINDS:
            continue
        for sentence in page.paragraph_sentences(paragraph.position):
            last = events[-1].source_country if events else None
            scene = Scene(home, other, _recent(page, paragraph, sentence, countries), last)
            events += _sentence_events(sentence, paragraph, masthead, outer, countries, people, scene, events)
    return tuple(events)


def _filed_in(page: Page, countries: Sequence[CountryMention]) -> dict[int, str]:
    """Position of each paragraph with a dateline to the state that it was filed in. A digest has several: each opens
    the news of its own state."""
    found: dict[int, str] = {}
    for paragraph in page.paragraphs:
        dateline = read_dateline(paragraph.text)
        if dateline is not None and dateline.place is not None:
            named = _within(countries, paragraph.char_start, paragraph.char_start + dateline.char_end)
            code = named[0].code if named else code_of(dateline.place.title())
            if code is not None:
                found[paragraph.position] = code
    return found


def _recent(
    page: Page, paragraph: Paragraph, sentence: Sentence, countries: Sequence[CountryMention]
) -> tuple[str, ...]:
    """The states named in this paragraph and the one before, ahead of the sentence, the last named first."""
    start = page.paragraphs[max(0, paragraph.position - 1)].char_start
    named = _within(countries, start, sentence.char_start)
    codes = [mention.code for mention in reversed(named) if mention.kind not in ("place", "organization")]
    return tuple(dict.fromkeys(codes))


def _outermost(dates: Sequence[DateMention]) -> list[DateMention]:
    """The mentions that no longer one holds: of "from March 30 to April 2" the whole."""
    found: list[DateMention] = []
    end = -1
    for mention in sorted(dates, key=lambda m: (m.char_start, -m.char_end)):
        if mention.char_start >= end:
            found.append(mention)
            end = mention.char_end
    return found


def _main_pair(
    countries: Sequence[CountryMention], people: Sequence[PersonMention], filed: Mapping[int, str]
) -> tuple[str | None, str | None]:
    """The state named most, and the next one unless it is named far less.

    Officials count for the state they serve; the state that the article was filed in counts as named once more.
    """
    counted = Counter(mention.code for mention in countries if mention.kind != "organization")
    counted.update(person.country for person in people if person.official and person.country)
    counted.update(filed.values())
    ranked = sorted(counted, key=lambda code: (-counted[code], code))[:2]
    if not ranked:
        return None, None
    near = len(ranked) == 2 and counted[ranked[1]] * _FAR_LESS >= counted[ranked[0]]
    return ranked[0], ranked[1] if near else None


def _within(items: Sequence[Mention], start: int, end: int) -> list[Mention]:
    first = bisect_left(items, start, key=lambda item: item.char_start)
    last = bisect_left(items, end, key=lambda item: item.char_start)
    return list(items[first:last])


def _sentence_events(
    sentence: Sentence,
    paragraph: Paragraph,
    masthead: Masthead,
    dates: Sequence[DateMention],
    countries: Sequence[CountryMention],
    people: Sequence[PersonMention],
    scene: Scene,
    told: Sequence[Event],
) -> Iterator[Event]:
    offset = sentence.char_start
    opening = _dateline_end(paragraph)
    here = [m for m in _within(dates, offset, sentence.char_end) if m.char_start - paragraph.char_start >= opening]
    if not here and not hangs_on_another(sentence.text):
        return
    tokens = tokenize(sentence.text)
    known = find_triggers(sentence.text, tokens)
    every = sorted([*known, *general_triggers(sentence.text, tokens, known)], key=lambda trigger: trigger.start)
    triggers = [t for t in every if offset + t.start - paragraph.char_start >= opening]
    if not triggers:
        return
    governed = govern(sentence.text, offset, triggers, here) if here else []
    governed += linked(sentence, triggers, governed, told)
    inside = _within(countries, max(offset, paragraph.char_start + opening), sentence.char_end)
    named = _within(people, offset, sentence.char_end)
    for item in governed:
        if is_statistic(sentence.text, offset, item):
            continue
        parties = find_parties(sentence.text, offset, item.clause, item.trigger, inside, named, triggers, scene)
        scene = replace(scene, last_source=parties.source)
        yield _event(sentence, item, parties, masthead)


def _dateline_end(paragraph: Paragraph) -> int:
    dateline = read_dateline(paragraph.text)
    return dateline.char_end if dateline is not None and dateline.complete else 0


def _event(sentence: Sentence, item: Governed, parties: Parties, masthead: Masthead) -> Event:
    mention, trigger = item.date, item.trigger
    if mention.date_start is None or mention.date_end is None:
        raise ValueError("an event needs a date that is resolved")
    status = status_of(sentence, item, masthead.published_on or masthead.told_until)
    return Event(
        paragraph=sentence.paragraph,
        char_start=sentence.char_start,
        char_end=sentence.char_end,
        evidence=sentence.text,
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
