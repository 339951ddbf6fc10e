"""The state that a title serves where its own words leave it open: by the list it stands in, its sentence, the page.

What the sentence says outright is taken; the rest is weighed, and a state is given only where it leads clearly.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.name_homes import leader_state, name_homes
from pipeline.extract.officials.scenes import STATES, Scenes
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import Sort, role_words
from pipeline.extract.officials.words import CountrySpan, Words

_SIDES = role_words("sides")
_OBJECTS = role_words("objects")
_LISTING = role_words("listing")
_BACK = frozenset(("country", "nation", "its", "their", "kingdom", "republic", "government", "our"))
_NOUNS = Sort.PUBLIC | Sort.PRIVATE | Sort.WORD
_MOVES = role_words("moves")
_HOMEWARD = role_words("returns")
_PARTNERS = role_words("partners")
_MEETINGS = role_words("meets")
_HOSTING = role_words("hosts")
_LED = role_words("leads")
_PASSED = role_words("addresses")
_POSTS = frozenset(
    (
        "ambassador",
        "consul general",
        "consul",
        "vice consul",
        "chargé d'affaires",
        "charge d'affaires",
        "high commissioner",
    )
)
_DEPUTIES = frozenset(("vice", "deputy", "assistant", "first"))
_UNIQUE = ("head_of_state",)
_PASSING = 0.06
"""A state with a smaller share of a page's mentions is named in passing."""
_MANY = 30
"""A name at home in so many states says half as much."""
_FEW = 3
"""A name at home in so few states is seldom that of another state's official."""
_ENOUGH = 1.5


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign adds to a state. Set on the development articles."""

    listed: float = 3.0
    after_envoy: float = 0.5
    subject: float = 2.0
    party: float = 6.0
    owner: float = 4.0
    speaks: float = 2.0
    opening: float = 5.0
    scene: float = 2.0
    home: float = 2.0
    home_elsewhere: float = 0.75
    press: float = 1.0
    share: float = 3.0
    before: float = 1.0
    before_paragraph: float = 0.5
    name: float = 3.0
    leader: float = 5.0
    passing_name: float = 1.5
    foreign_name: float = -2.0
    far_name: float = -4.0
    visited: float = -6.0
    other_party: float = -3.0
    stage: float = 2.0


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around a claim."""

    people: Sequence[tuple[int, str]]
    """Word index and state of every person of the sentence whose state is known, in order."""
    context: str | None
    """The state that the sentence before was on."""
    same_paragraph: bool
    """Whether that sentence is of the same paragraph."""
    stage: str | None
    """The state to which the sentence before, or the start of this one, moved."""
    before: Sequence[tuple[Claim, str | None]]
    """The sentence's earlier claims with their states."""
    behind: str | None = None
    """The state told of the next item of the list: "X and Nepal's Y" have two."""


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
    led = _led_state(words, claim)
    if led is not None:
        return led
    if title.owner in _BACK:
        return subject_state(words, title.start) or context
    if title.owner is not None and title.owner in anchors:
        return anchors[title.owner]
    return None if other_party(words, claim) else _side(words, title.start)


def _led_state(words: Words, claim: Claim) -> str | None:
    """The state of a delegation "led by" the person: the last one named before, in the same phrase."""
    start = _start(claim)
    for index in range(start - 1, max(0, start - 5), -1):
        if words.low[index] == "by" and words.low[index - 1] in _LED:
            for before in range(index - 2, max(-1, index - 16), -1):
                if words.low[before] in ("with", "and", "while", ";", "between"):
                    return None
                span = words.country_ends.get(before)
                if span is not None and not (span.start and words.low[span.start - 1] in ("to", "in", "visited")):
                    return span.mention.code
            return None
    return None


def listed_state(words: Words, claim: Claim, before: Sequence[tuple[Claim, str | None]]) -> tuple[str | None, bool]:
    """The state of the item before in the same list, and whether it is shared.

    Names and titles between are passed over. Two holders of top offices beside each other serve two states.
    """
    if not before:
        return None, True
    last, state = before[-1]
    if last.title is claim.title:
        return state, not is_single_office(claim.title)
    end, first = _end(last), _start(claim)
    if state is None or not all(low in _LISTING for low in words.low[end:first]):
        return None, True
    tops = claim.title.office.kind in _UNIQUE and last.title.office.kind in _UNIQUE and _top(claim) and _top(last)
    return state, not (tops and claim.name is not last.name)


def told_behind(words: Words, claim: Claim, following: Claim | None, told: str | None) -> str | None:
    """The state told of the claim that follows in the same list, where it is another person's."""
    if following is None or told is None or following.name is claim.name or following.title is claim.title:
        return None
    gap = words.low[_end(claim) : _start(following)]
    return told if gap and all(low in _LISTING for low in gap) else None


def is_posted(title: Title) -> bool:
    """Whether the office is held abroad."""
    return title.office.words in _POSTS


def is_single_office(title: Title) -> bool:
    """Whether a state has one such office: president, premier, or the minister of one thing."""
    if title_rank(title):
        return False
    return title.office.kind in _UNIQUE or title.text.lower().startswith(("foreign min", "defence min", "defense min"))


def title_rank(title: Title) -> bool:
    """Whether the title is a deputy's."""
    return bool(_DEPUTIES & set(title.text.lower().replace("-", " ").split()))


def _top(claim: Claim) -> bool:
    return not title_rank(claim.title)


def _side(words: Words, behind: int) -> str | None:
    """The state of "the North Korean attendees", "for Argentina," before the word `behind`: the last such."""
    found = None
    for first, span in words.countries.items():
        if first >= behind or span.end >= len(words) or span.mention.kind not in STATES:
            continue
        opened = first == 1 or words.low[first - 2 : first - 1] in ([","], [";"], ["and"])
        spoken_for = opened and words.low[first - 1] in ("for", "from") and words.low[span.end] in (",", ":")
        if words.low[span.end] in _SIDES or spoken_for:
            found = span.mention.code
    return found


def subject_state(words: Words, behind: int) -> str | None:
    """The first state named before the word `behind` that is no mere object ("with China", "to Moscow")."""
    found = subject_span(words, behind)
    return found.mention.code if found is not None else None


def subject_span(words: Words, behind: int) -> CountrySpan | None:
    """The place of that state."""
    for first in sorted(words.countries):
        span = words.countries[first]
        if first >= behind:
            break
        if span.mention.kind in STATES and not _is_object(words, span):
            return span
    return None


def _is_object(words: Words, span: CountrySpan) -> bool:
    index = span.start - 1
    while index >= 0 and words.low[index] in ("the", "visiting", "neighbouring", "neighboring"):
        index -= 1
    return (index >= 0 and words.low[index] in _OBJECTS) or _is_moved_to(words, 0, span.start)


def _start(claim: Claim) -> int:
    return min(claim.title.start, claim.name.start if claim.name else claim.title.start)


def _end(claim: Claim) -> int:
    return max(claim.title.end, claim.name.end if claim.name else 0)


def other_party(words: Words, claim: Claim) -> bool:
    """Whether the sentence has its subject meet the holder: "met with President X", "was received by Premier Y"."""
    index = _start(claim) - 1
    while index >= 0 and words.low[index] in _PASSED:
        index -= 1
    if index < 0:
        return False
    if words.low[index] == "by":
        return bool(_HOSTING & set(words.low[max(0, index - 3) : index]))
    return words.low[index] in _PARTNERS


def weigh(words: Words, claim: Claim, around: Around, scenes: Scenes) -> dict[str, float]:
    """What the sentence and the page say for and against each state as the one that `claim`'s title serves."""
    found: dict[str, float] = {}

    def add(code: str | None, weight: float) -> None:
        if code is not None:
            found[code] = found.get(code, 0.0) + weight

    weights, start = WEIGHTS, _start(claim)
    subject = sentence_subject(words, around.people, around.context, start)
    if other_party(words, claim):
        add(subject or around.context, weights.other_party)
        add(around.stage or _moved_to(words, 0, start), weights.stage)
    else:
        add(subject, weights.subject)
        add(around.context, weights.before if around.same_paragraph else weights.before_paragraph)
    listed, shared = listed_state(words, claim, around.before)
    after_envoy = listed is not None and is_posted(around.before[-1][0].title) and not is_posted(claim.title)
    add(listed, weights.after_envoy if after_envoy else weights.listed if shared else weights.other_party)
    _weigh_page(claim, scenes, words.sentence.paragraph, add)
    add(claim.title.leaning, weights.party)
    if claim.title.owner is not None:
        add(next((code for index, code in around.people if index == claim.title.start - 1), None), weights.owner)
    if around.behind is not None:
        add(around.behind, weights.other_party)
    for code in visited(words, claim):
        add(code, weights.visited)
    add(_spoken_for(words, claim), weights.speaks)
    add(_opening_place(words, claim), weights.opening)
    for index, code in around.people:
        if _faces(words, claim, index):
            add(code, weights.other_party)
    return found


def _weigh_page(claim: Claim, scenes: Scenes, paragraph: int, add: Callable[[str | None, float], None]) -> None:
    weights, scene = WEIGHTS, scenes.of_paragraph.get(paragraph)
    abroad = is_posted(claim.title)
    if scene is not None and scene != scenes.home:
        add(scene, -1.0 if abroad else weights.scene)
        add(scenes.home, weights.home_elsewhere)
    else:
        add(scenes.home, 0.0 if abroad else weights.home)
    add(scenes.press, weights.press)
    for code, share in scenes.shares.items():
        add(code, 0.0 if abroad else weights.share * share)


def sentence_subject(words: Words, people: Sequence[tuple[int, str]], context: str | None, behind: int) -> str | None:
    """The state of the first state or person named before the word `behind`; `context` for "he" and "she".

    `people` are the word indices and states of the sentence's people whose state is known.
    """
    span = subject_span(words, behind)
    person = next(((index, code) for index, code in people if index < behind), None)
    if person is not None and (span is None or person[0] <= span.start):
        return person[1]
    if span is not None:
        return span.mention.code
    if words.low[:1] in (["he"], ["she"], ["they"], ["his"], ["her"]) and behind > 0:
        return context
    return None


def _spoken_for(words: Words, claim: Claim) -> str | None:
    """The state in whose name the holder speaks: "X said Seoul was watching"."""
    index = _end(claim)
    if words.low[index : index + 1] != ["said"]:
        return None
    index += 2 if words.low[index + 1 : index + 2] == ["that"] else 1
    span = words.countries.get(index)
    return span.mention.code if span is not None and span.mention.kind == "capital" else None


def _opening_place(words: Words, claim: Claim) -> str | None:
    """The state of "In Podgorica, Prime Minister X" at the start of a sentence."""
    span = words.countries.get(1)
    if words.low[:1] != ["in"] or span is None or not 0 <= _start(claim) - span.end <= 1:
        return None
    return span.mention.code


def visited(words: Words, claim: Claim) -> set[str]:
    """The states to which the sentence sends the holder of `claim`'s title."""
    start = _end(claim)
    found = set()
    for first, span in words.countries.items():
        brought = first == start + 1 and words.low[start] == "to"
        if brought or (start <= first <= start + 14 and _is_moved_to(words, start, first)):
            found.add(span.mention.code)
    return found


def _moved_to(words: Words, start: int, behind: int) -> str | None:
    """The state that the words `start:behind` say somebody moved to, the last such."""
    found = None
    for first in sorted(words.countries):
        if start <= first < behind and _is_moved_to(words, start, first):
            found = words.countries[first].mention.code
    return found


def moved_to(words: Words) -> str | None:
    """The state that the sentence says somebody moved to."""
    return _moved_to(words, 0, len(words))


def _is_moved_to(words: Words, start: int, index: int) -> bool:
    near = set(words.low[max(start, index - 5) : index])
    return bool(_MOVES & near) and not _HOMEWARD & near


def _faces(words: Words, claim: Claim, index: int) -> bool:
    """Whether the official at `index` is the other party: a verb of meeting stands between."""
    start, end = _start(claim), _end(claim)
    between = words.low[end:index] if index >= end else words.low[index:start]
    return 0 < len(between) <= 20 and bool(_MEETINGS & set(between))


def add_name_cues(found: dict[str, float], name: str, scenes: Scenes) -> None:
    """Add what the person's name says among the states that the page speaks of, less for one named in passing."""
    homes, known = name_homes(name), leader_state(name)
    states = scenes.states
    if known is not None:
        found[known] = found.get(known, 0.0) + WEIGHTS.leader
    if not homes & states:
        return
    foreign = WEIGHTS.foreign_name if len(homes) > _FEW else WEIGHTS.far_name
    share = 0.5 if len(homes) > _MANY else 1.0
    for code in states:
        weight = foreign
        if code in homes:
            passing = scenes.shares.get(code, _PASSING) < _PASSING
            weight = WEIGHTS.passing_name if passing else WEIGHTS.name
        found[code] = found.get(code, 0.0) + weight * share


def decide(found: Mapping[str, float], lead: float) -> str | None:
    """The state that leads the next by `lead`."""
    ranked = sorted(((weight, code) for code, weight in found.items()), key=lambda item: (-item[0], item[1]))
    if not ranked or ranked[0][0] < _ENOUGH:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < lead:
        return None
    return ranked[0][1]
