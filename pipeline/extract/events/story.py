"""Whom an article is about: the pair of states that acts in its headline and opening, and where each of its parts was
filed. Who takes part in one event is decided in `parties`."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.extract.events.actor import Actor, Cast
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.party_words import speaks_of
from pipeline.lexicon.countries import body_codes, code_of
from pipeline.text.dateline import Dateline
from pipeline.text.page import Page, Paragraph
from pipeline.values import value

_HEADLINE, _LEAD, _BODY = 4, 3, 2
"""What a name weighs by where it stands."""
_MANY, _FEW = 5, 0.4
"""Paragraphs of a digest at least; part of them in which one of the states named most stands at most."""
_TWO, _THREE = 2, 3
_CLOSE = 40
"""Characters behind "between" within which the first of the two sides is named."""
_BETWEEN = re.compile(r"\bbetween\s(?=(?:the\s)?[A-Z])")
_BRINGS = re.compile(r"\b(?:[Bb]roker|[Mm]ediat|[Hh]ost(?:s|ed|ing)\b|[Ff]acilitat|go-between|good\soffices)")
"""What a third does for two that it brings together."""
_GO_BETWEEN = 1.5
"""How much more than a state a body may be named that stands between two."""
_ONLY_PLACE = 1
"""What a city or region weighs: it may be but a scene."""
_FAR_LESS, _FAR_LESS_IN_LEAD = 2, 4
"""A state that weighs less than this part of the first is none that the article is about; less is asked of one that
headline or lead name."""


@value(frozen=True, slots=True)
class Story:
    """The states that an article, or a part of it, is about."""

    home: str | None
    """The one that it names most, names of the opening first."""
    other: str | None
    """The next one, None where that one is named far less."""
    third: str | None = None
    """One more, where the article is about what three do together."""
    filed: str | None = None
    """The state that the page was filed in, if it is about that."""
    since: int = 0
    """Position of the paragraph with which the part begins."""

    @property
    def pair(self) -> tuple[str, ...]:
        """The one or two states that it is about."""
        return (self.home, self.other) if self.home and self.other else (self.home,) if self.home else ()


def stories_of(page: Page, cast: Cast, filed: Mapping[int, str]) -> list[Story]:
    """The story of each paragraph: the whole page's, or in a digest that of the part filed with it or before it."""
    story = _story_of(page, cast, filed)
    place = filed[min(filed)] if filed else None
    if place in story.pair:
        story = Story(story.home, story.other, story.third, place, story.since)
    stories: list[Story] = []
    for position in range(len(page.paragraphs)):
        if len(filed) > 1 and position in filed:
            story = Story(filed[position], None, since=position)
        stories.append(story)
    return stories


def _story_of(page: Page, cast: Cast, filed: Mapping[int, str]) -> Story:
    """The pair that the whole page is about. The states of `filed` count as named in the lead once more where they
    act there, or none does: dealers in London speak of what others trade."""
    weighed: Counter[str] = Counter()
    opening: set[str] = set()
    told: list[set[str]] = []
    bodies = body_codes()
    for paragraph, weight in _weights(page):
        named = cast.within(paragraph.char_start, paragraph.char_end)
        if paragraph.kind == "body":
            told.append({actor.code for actor in named})
        acting = {actor.code for actor in named if actor.standing == "acts" and actor.code not in bodies}
        for actor in named:
            body = actor.kind == "organization" and weight == _BODY and actor.code in bodies
            if body or actor.standing not in ("acts", "scene", "via"):
                continue
            if weight > _BODY:
                opening.add(actor.code)
            only_host = actor.standing == "scene" and len(acting) >= _TWO and actor.code not in acting
            weighed[actor.code] += _ONLY_PLACE if actor.kind == "place" or only_host else weight
    weighed.update(dict.fromkeys(_party_to_it(page, cast, filed), _LEAD))
    _without_go_between(page, cast, weighed)
    first = _states_first(sorted(weighed, key=lambda code: (-weighed[code], code)), weighed)
    ranked = first[:2]
    if _are_rarely_named(told, ranked):
        # a digest, each of whose paragraphs has its own news, or a story that names its states where it opens
        own_news = any(codes and codes.isdisjoint(ranked) for codes in told)
        ranked = [] if own_news else [code for code in ranked if code in opening]
    if not ranked:
        return Story(None, None)
    far = _FAR_LESS_IN_LEAD if ranked[-1] in opening else _FAR_LESS
    near = len(ranked) == 2 and weighed[ranked[1]] * far >= weighed[ranked[0]]
    if near and _is_of_three(page, first, weighed):
        return Story(first[0], first[1], first[2])
    return Story(ranked[0], ranked[1] if near else None)


def _party_to_it(page: Page, cast: Cast, filed: Mapping[int, str]) -> set[str]:
    """The states of `filed` that act in headline or lead, where any does."""
    leads = [paragraph for paragraph, weight in _weights(page) if weight > _BODY] if filed else []
    named = [actor for paragraph in leads for actor in cast.within(paragraph.char_start, paragraph.char_end)]
    leading = {actor.code for actor in named if actor.standing == "acts"}
    return {code for code in filed.values() if code in leading or not leading}


def _without_go_between(page: Page, cast: Cast, weighed: Counter[str]) -> None:
    """Where headline or lead tell that a third state brings two together, it weighs no more than either of those."""
    for paragraph, weight in _weights(page):
        if weight == _BODY:
            return
        brings = _BRINGS.search(paragraph.text) if "between" in paragraph.text else None
        between = _BETWEEN.search(paragraph.text) if brings is not None else None
        if between is None:
            continue
        start = paragraph.char_start + between.end()
        two = _two_sides(page.text, cast.within(start, paragraph.char_end), start)
        ahead = {actor.code for actor in cast.within(paragraph.char_start, start) if actor.code not in two}
        for other in ahead if len(two) == _TWO else ():
            weighed[other] = min(weighed[other], min(weighed[code] for code in two) - 1)


def _two_sides(text: str, behind: Sequence[Actor], start: int) -> list[str]:
    """The two states that `behind` begins with, close to `start` and with "and" between them."""
    first = behind[0] if behind and behind[0].start - start <= _CLOSE else None
    second = next((actor for actor in behind if first is not None and actor.code != first.code), None)
    if first is None or second is None or second.start - first.end > 2 * _CLOSE:
        return []
    return [first.code, second.code] if " and " in text[first.end : second.start] else []


def _states_first(ranked: list[str], weighed: Mapping[str, int]) -> list[str]:
    """`ranked` with a state ahead of the body that is named little more: between two states a body is a go-between."""
    if len(ranked) < _THREE or is_body(ranked[0]) or not is_body(ranked[1]) or is_body(ranked[2]):
        return ranked
    if weighed[ranked[2]] * _GO_BETWEEN < weighed[ranked[1]]:
        return ranked
    return [ranked[0], ranked[2], ranked[1], *ranked[_THREE:]]


def _is_of_three(page: Page, ranked: Sequence[str], weighed: Mapping[str, int]) -> bool:
    """True where the text speaks of three and the third state is named not much less than the second."""
    if len(ranked) < _THREE or is_body(ranked[_THREE - 1]) or weighed[ranked[2]] * _FAR_LESS < weighed[ranked[1]]:
        return False
    return speaks_of("three", page.text)


def _are_rarely_named(told: Sequence[set[str]], pair: Sequence[str]) -> bool:
    """True where few of many paragraphs name one of the `pair` named most."""
    about = sum(not codes.isdisjoint(pair) for codes in told)
    return len(told) >= _MANY and about < len(told) * _FEW


def _weights(page: Page) -> list[tuple[Paragraph, int]]:
    """The paragraphs that tell, each with what a name in it weighs."""
    found: list[tuple[Paragraph, int]] = []
    lead = True
    for paragraph in page.paragraphs:
        if paragraph.kind == "headline":
            found.append((paragraph, _HEADLINE))
        elif paragraph.kind == "body":
            found.append((paragraph, _LEAD if lead else _BODY))
            lead = False
    return found


def filed_in(page: Page, cast: Cast, datelines: Mapping[int, Dateline]) -> dict[int, str]:
    """Position of each paragraph with a dateline to the state that it was filed in. A digest has several: each opens
    the news of its own state."""
    found: dict[int, str] = {}
    for position, dateline in datelines.items():
        if dateline.place is not None:
            start = page.paragraphs[position].char_start
            named = cast.within(start, start + dateline.char_end)
            code = named[0].code if named else code_of(dateline.place.title())
            if code is not None:
                found[position] = code
    return found
