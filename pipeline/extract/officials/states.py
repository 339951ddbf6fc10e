"""The state that a title serves where its own words leave it open: by the list it stands in, its sentence, the page.

What the sentence says outright is taken; the rest is weighed, and a state is given only where it leads clearly.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.name_homes import name_homes
from pipeline.extract.officials.scenes import STATES, Scenes
from pipeline.extract.officials.vocabulary import Sort
from pipeline.extract.officials.words import CountrySpan, Words

_SIDES = frozenset(
    "side attendees delegation delegates officials team party government representatives participants ministers delegations leaders leadership embassy".split()
)
_OBJECTS = frozenset("to with from against toward towards between into for at by in of".split())
_LISTING = frozenset(
    "and as well along with , & ; including included were was is accompanied by also together mr ms mrs dr mr. ms. dr. ( )".split()
)
_BACK = frozenset(("country", "nation", "its", "their", "kingdom", "republic", "government", "our"))
_NOUNS = Sort.PUBLIC | Sort.PRIVATE | Sort.WORD
_MOVES = frozenset(
    "visit visits visited visiting tour toured touring fly flies flew flying travel travels traveled travelled traveling travelling go goes went going arrive arrives arrived "
    "arriving trip trips leave leaves left leaving depart departs departed head heads headed heading journey journeyed sail sailed land landed stay stayed stop stopover tours foot".split()
)
_HOMEWARD = frozenset(("return", "returns", "returned", "returning", "back", "home"))
_MEETINGS = frozenset(
    "met meet meets meeting with told tells thanked thanks received receives receive hosted hosts host greeted greets welcomed welcomes by on congratulated phoned called calls invited from to urged".split()
)
_LEAD = 0.75
_ENOUGH = 1.5


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign adds to a state. Set on the development articles."""

    listed: float = 3.0
    subject: float = 2.0
    scene: float = 2.0
    home: float = 2.0
    press: float = 1.5
    share: float = 1.0
    before: float = 0.75
    name: float = 2.5
    foreign_name: float = -1.0
    visited: float = -4.0
    other_party: float = -3.0


WEIGHTS = Weights()


def note_anchors(words: Words, anchors: dict[str, str]) -> None:
    """Remember of whose state the bodies of the sentence are: "Russia's Military Academy" makes "academy" Russian."""
    for span in words.country_ends.values():
        if span.mention.kind == "place":
            continue
        for index in range(span.end, min(span.end + 6, len(words))):
            sort = words.sort[index]
            if sort & _NOUNS:
                anchors[words.low[index]] = span.mention.code
            elif not (words.capital[index] or words.low[index] in ("of", "the", "and")):
                break


def told_state(words: Words, claim: Claim, anchors: Mapping[str, str], context: str | None) -> str | None:
    """The state that the sentence gives `claim`'s title outright, or None where it leaves it open.

    `anchors` are the states of bodies named before, `context` the state that the sentence before was on.
    """
    title = claim.title
    if claim.country is not None:
        return claim.country
    if title.countries:
        return title.countries[0]
    if title.owner in _BACK:
        return subject_state(words, title.start) or context
    if title.owner in anchors:
        return anchors[title.owner]
    return _side(words, title.start)


def listed_state(words: Words, claim: Claim, before: Sequence[tuple[Claim, str | None]]) -> str | None:
    """The state of the item before in the same list, names and titles between passed over."""
    if not before:
        return None
    last, state = before[-1]
    end = max(last.title.end, last.name.end if last.name else 0)
    first = min(claim.title.start, claim.name.start if claim.name else claim.title.start)
    if state is not None and all(low in _LISTING for low in words.low[end:first]):
        return state
    return None


def _side(words: Words, behind: int) -> str | None:
    """The state of "the North Korean attendees", "the Russian side" before the word `behind`: the last such."""
    found = None
    for first, span in words.countries.items():
        if first < behind and span.end < len(words) and span.mention.kind in STATES and words.low[span.end] in _SIDES:
            found = span.mention.code
    return found


def subject_state(words: Words, behind: int) -> str | None:
    """The first state named before the word `behind` that is no mere object ("with China", "to Moscow")."""
    for first in sorted(words.countries):
        span = words.countries[first]
        if first >= behind:
            break
        if span.mention.kind in STATES and not _is_object(words, span):
            return span.mention.code
    return None


def _is_object(words: Words, span: CountrySpan) -> bool:
    index = span.start - 1
    while index >= 0 and words.low[index] in ("the", "visiting", "neighbouring", "neighboring"):
        index -= 1
    return index >= 0 and words.low[index] in _OBJECTS


def weigh(
    words: Words,
    claim: Claim,
    before: Sequence[tuple[Claim, str | None]],
    others: Sequence[tuple[int, str]],
    scenes: Scenes,
    context: str | None,
) -> Counter[str]:
    """What the sentence and the page say for and against each state as the one that `claim`'s title serves.

    `others` are the word indices and states of the sentence's other officials, `context` the state that the sentence
    before was on.
    """
    found: Counter[str] = Counter()
    title, weights = claim.title, WEIGHTS
    for code, weight in (
        (listed_state(words, claim, before), weights.listed),
        (subject_state(words, title.start), weights.subject),
        (context, weights.before),
        (scenes.of_paragraph.get(words.sentence.paragraph), weights.scene),
        (scenes.home, weights.home),
        (scenes.press, weights.press),
    ):
        if code is not None:
            found[code] += weight
    for code, share in scenes.shares.items():
        found[code] += weights.share * share
    for code in visited(words, claim):
        found[code] += weights.visited
    for index, code in others:
        if _faces(words, claim, index):
            found[code] += weights.other_party
    return found


def visited(words: Words, claim: Claim) -> set[str]:
    """The states to which the sentence sends the holder of `claim`'s title."""
    start = max(claim.title.end, claim.name.end if claim.name else 0)
    found = set()
    for first, span in words.countries.items():
        if first < start or first - start > 14:
            continue
        near = words.low[max(start, first - 5) : first]
        if _HOMEWARD & set(near):
            continue
        if _MOVES & set(near):
            found.add(span.mention.code)
    return found


def _faces(words: Words, claim: Claim, index: int) -> bool:
    """Whether the official at `index` is the other party: a verb of meeting stands between."""
    start = min(claim.title.start, claim.name.start if claim.name else claim.title.start)
    end = max(claim.title.end, claim.name.end if claim.name else 0)
    between = words.low[end:index] if index >= end else words.low[index:start]
    return 0 < len(between) <= 20 and bool(_MEETINGS & set(between))


def add_name_cues(found: Counter[str], name: str, states: Sequence[str]) -> None:
    """Add what the person's name says among `states`, the states that the page speaks of."""
    homes = name_homes(name)
    if not homes:
        return
    fitting = [code for code in states if code in homes]
    for code in states:
        if code in homes:
            found[code] += WEIGHTS.name
        elif fitting:
            found[code] += WEIGHTS.foreign_name


def decide(found: Mapping[str, float], states: Sequence[str]) -> str | None:
    """The state that leads clearly, among those that the page speaks of."""
    ranked = sorted(((weight, code) for code, weight in found.items() if code in states), key=lambda item: (-item[0], item[1]))
    if not ranked or ranked[0][0] < _ENOUGH:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAD:
        return None
    return ranked[0][1]
