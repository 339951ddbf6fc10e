"""The state that a title serves where its own words leave it open: by the list it stands in, the sentence, the page."""

from collections import Counter
from collections.abc import Sequence

from pipeline.extract.actors import CountryMention
from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.words import CountrySpan, Words
from pipeline.text.page import Page

_SIDES = frozenset(
    "side attendees delegation delegates officials team party government representatives participants ministers delegations leaders leadership embassy".split()
)
_OBJECTS = frozenset("to with from against toward towards between into for at by".split())
_LISTING = frozenset(
    "and as well along with , & ; including included were was is accompanied by also his her counterpart the together mr ms mrs dr mr. ms. dr. ( )".split()
)
_STATES = ("name", "demonym", "capital", "government", "short")
_BACK = frozenset("country country's nation nation's its their his her government republic kingdom our".split())


def state_of(words: Words, claim: Claim, before: Sequence[tuple[Claim, str | None]], context: str | None) -> str | None:
    """The state that `claim`'s title serves by what its sentence says, or None where the sentence leaves it open.

    `before` are the sentence's earlier claims with their states, `context` the state that the paragraph was on.
    """
    title = claim.title
    if claim.country is not None:
        return claim.country
    if title.countries:
        return title.countries[0]
    if title.owner is None or title.owner in ("his", "her"):
        listed = _from_list(words, claim, before)
        if listed is not None:
            return listed
    side = _side(words, title.start)
    if side is not None:
        return side
    return subject_state(words, title.start) or context


def _from_list(words: Words, claim: Claim, before: Sequence[tuple[Claim, str | None]]) -> str | None:
    """The state of the item before in the same list, names and titles between passed over."""
    if not before:
        return None
    last, state = before[-1]
    end = max(last.title.end, last.name.end if last.name else 0)
    first = min(claim.title.start, claim.name.start if claim.name else claim.title.start)
    if all(low in _LISTING for low in words.low[end:first]):
        return state
    return None


def _side(words: Words, behind: int) -> str | None:
    """The state of "the North Korean attendees", "the Russian side" before the word `behind`: the last such."""
    found = None
    for first, span in words.countries.items():
        if first < behind and span.end < len(words) and span.mention.kind in _STATES and words.low[span.end] in _SIDES:
            found = span.mention.code
    return found


def subject_state(words: Words, behind: int) -> str | None:
    """The first state named before the word `behind` that is no mere object ("with China", "to Moscow")."""
    for first in sorted(words.countries):
        span = words.countries[first]
        if first >= behind:
            break
        if span.mention.kind in _STATES and not _is_object(words, span):
            return span.mention.code
    return None


def _is_object(words: Words, span: CountrySpan) -> bool:
    index = span.start - 1
    while index >= 0 and words.low[index] in ("the", "visiting", "south", "neighbouring", "neighboring"):
        index -= 1
    return index >= 0 and words.low[index] in _OBJECTS


def home_state(page: Page, countries: Sequence[CountryMention]) -> str | None:
    """The state that the page writes from or of: of its dateline, else the one named most often by far."""
    counts = Counter(mention.code for mention in countries if mention.kind in _STATES or mention.kind == "place")
    if not counts:
        return None
    (first, most), *rest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not rest or most >= 2 * rest[0][1]:
        return first
    return None
