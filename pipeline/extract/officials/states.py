"""What a sentence says of the state that a title serves: outright, or by its lists, its subject and its verbs.

What this comes to where nothing is said outright is weighed in `signs`.
"""

from collections.abc import Mapping, Sequence

from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.scenes import STATES
from pipeline.extract.officials.title_words import deputy_words
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import Sort, role_words
from pipeline.extract.officials.words import CountrySpan, Words

_SIDES = role_words("sides")
_OBJECTS = role_words("objects")
_LISTING = role_words("listing")
_BACK = frozenset(("country", "nation", "its", "their", "kingdom", "republic", "government", "our"))
_OF_BODIES = frozenset(("its", "their"))
"""Words that may mean a body as well: "its chief"."""
_OF_STATES = frozenset(("head_of_state", "minister", "envoy", "parliament", "military"))
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
_UNIQUE = ("head_of_state",)


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
    if title.owner in _BACK and (title.owner not in _OF_BODIES or title.office.kind in _OF_STATES):
        return subject_state(words, title.start) or context
    if title.owner is not None and title.owner in anchors:
        return anchors[title.owner]
    return None if other_party(words, claim) else _side(words, title.start)


def _led_state(words: Words, claim: Claim) -> str | None:
    """The state of a delegation "led by" the person: the last one named before, in the same phrase."""
    start = start_of(claim)
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
    end, first = end_of(last), start_of(claim)
    if state is None or not all(low in _LISTING for low in words.low[end:first]):
        return None, True
    tops = claim.title.office.kind in _UNIQUE and last.title.office.kind in _UNIQUE and _top(claim) and _top(last)
    return state, not (tops and claim.name is not last.name)


def told_behind(words: Words, claim: Claim, following: Claim | None, told: str | None) -> str | None:
    """The state told of the claim that follows in the same list, where it is another person's."""
    if following is None or told is None or following.name is claim.name or following.title is claim.title:
        return None
    gap = words.low[end_of(claim) : start_of(following)]
    return told if following.title.stated and gap and all(low in _LISTING for low in gap) else None


def is_posted(title: Title) -> bool:
    """Whether the office is held abroad."""
    return title.office.words in _POSTS


def is_single_office(title: Title) -> bool:
    """Whether a state has one such office: president, premier, or the minister of one thing."""
    if deputy_words(title.text):
        return False
    return title.office.kind in _UNIQUE or title.text.lower().startswith(("foreign min", "defence min", "defense min"))


def _top(claim: Claim) -> bool:
    return not deputy_words(claim.title.text)


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


def start_of(claim: Claim) -> int:
    """First word of the claim's title and name."""
    return min(claim.title.start, claim.name.start if claim.name else claim.title.start)


def end_of(claim: Claim) -> int:
    """Word behind the claim's title and name."""
    return max(claim.title.end, claim.name.end if claim.name else 0)


def other_party(words: Words, claim: Claim) -> bool:
    """Whether the sentence has its subject meet the holder: "met with President X", "was received by Premier Y"."""
    index = start_of(claim) - 1
    while index >= 0 and words.low[index] in _PASSED:
        index -= 1
    if index < 0:
        return False
    if words.low[index] == "with" and words.low[max(0, index - 1)] in ("along", "together"):
        return False
    if words.low[index] == "by":
        return bool(_HOSTING & set(words.low[max(0, index - 3) : index]))
    return words.low[index] in _PARTNERS


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


def spoken_for(words: Words, claim: Claim) -> str | None:
    """The state in whose name the holder speaks: "X said Seoul was watching"."""
    index = end_of(claim)
    if words.low[index : index + 1] != ["said"]:
        return None
    index += 2 if words.low[index + 1 : index + 2] == ["that"] else 1
    span = words.countries.get(index)
    return span.mention.code if span is not None and span.mention.kind == "capital" else None


def opening_place(words: Words, claim: Claim) -> str | None:
    """The state of "In Podgorica, Prime Minister X" at the start of a sentence."""
    span = words.countries.get(1)
    if words.low[:1] != ["in"] or span is None or not 0 <= start_of(claim) - span.end <= 1:
        return None
    return span.mention.code


def place_where(words: Words, claim: Claim) -> str | None:
    """The state of "flew to Asmara, where President X"."""
    start = start_of(claim)
    if words.low[start - 1 : start] != ["where"]:
        return None
    before = [first for first in words.countries if first < start]
    return words.countries[max(before)].mention.code if before else None


def source_state(words: Words) -> str | None:
    """The state whose own media the sentence names."""
    return next((span.body.code for span in words.bodies.values() if span.body.kind == "media"), None)


def visited(words: Words, claim: Claim) -> set[str]:
    """The states to which the sentence sends the holder of `claim`'s title."""
    start = end_of(claim)
    found = set()
    for first, span in words.countries.items():
        brought = first == start + 1 and words.low[start] == "to"
        if brought or (start <= first <= start + 14 and _is_moved_to(words, start, first)):
            found.add(span.mention.code)
    return found


def moved_to(words: Words, behind: int) -> str | None:
    """The state that the words before `behind` say somebody moved to, the last such."""
    found = None
    for first in sorted(words.countries):
        if first < behind and _is_moved_to(words, 0, first):
            found = words.countries[first].mention.code
    return found


def _is_moved_to(words: Words, start: int, index: int) -> bool:
    near = set(words.low[max(start, index - 5) : index])
    return bool(_MOVES & near) and not _HOMEWARD & near


def faces(words: Words, claim: Claim, index: int) -> bool:
    """Whether the official at `index` is the other party: a verb of meeting stands between."""
    start, end = start_of(claim), end_of(claim)
    between = set(words.low[end:index] if index >= end else words.low[index:start])
    if between & {"along", "together"}:
        between.discard("with")
    return 0 < len(between) <= 20 and bool(_MEETINGS & between)
