"""Acts of companies, artists and markets: where no state takes part and the sentence speaks of nothing public, what is
told of is no event."""

from collections.abc import Sequence
from functools import cache

from pipeline.extract.events.actor import Actor, Cast
from pipeline.extract.events.parties import Parties
from pipeline.extract.events.party_words import party_words
from pipeline.extract.vocabulary import vocabulary
from pipeline.text.page import Page

_PUBLIC_KINDS = (
    "body_word", "crowd", "gathering", "group", "home_noun", "institution", "nature", "office", "peace", "public",
    "work",
)  # fmt: skip
_PRIVATE_TOO = frozenset(
    {"airline", "airlines", "appointment", "bank", "banks", "bankruptcy", "candidate", "carrier", "chairman",
     "chairwoman", "chief", "chiefs", "collapse", "commander", "companies", "company", "cup", "deputy", "director",
     "doctors", "expo", "fair", "fans", "farmers", "firm", "followers", "fund", "general", "group", "head", "heat",
     "house", "lender", "men", "nomination", "operator", "organisation", "organization", "parents", "partners",
     "pilots", "primary", "rain", "resignation", "residents", "rival", "rivals", "secretary", "session", "shores",
     "show", "spokesman", "spokesperson", "spokeswoman", "storm", "students", "successor", "supporters",
     "suicide", "teams", "vendors", "veterans", "wedding", "women"}
)  # fmt: skip
"""Words of those kinds that are said of private people and firms as well."""
_CENTRAL_BANKS = (
    "Central Bank",
    "central bank",
    "Federal Reserve",
    "People's Bank",
    "People’s Bank",
    "Reserve Bank",
    "the Fed ",
)
_STATES = frozenset({"government", "institution", "name", "organization", "parliament", "prefix", "short"})
_SHORT = frozenset({"EU", "U.K.", "U.S.", "UK", "US"})
"""Names of states that stand ahead of what is theirs like demonyms."""
_OF_STATES = 0.66
"""The share of a page's sentences from which on it is about states."""
_FEWEST = 4
"""Sentences of a page that tell what it is about."""


@cache
def _public() -> frozenset[str]:
    words = frozenset().union(*map(party_words, _PUBLIC_KINDS))
    return frozenset(word.casefold() for word in words) - _PRIVATE_TOO


def share_of_states(page: Page, cast: Cast) -> float:
    """What part of the page's sentences speak of somebody who acts for a state, or of something public; 1 for a page of
    which too little is known."""
    told = public = 0
    for sentence in page.sentences:
        if page.paragraphs[sentence.paragraph].kind == "body":
            told += 1
            if cast.within(sentence.char_start, sentence.char_end) or not _is_private(sentence.text):
                public += 1
    return public / told if told >= _FEWEST else 1.0


def is_private(sentence: str, parties: Parties, named: Sequence[Actor], of_states: float) -> bool:
    """True for an act of nobody who is known, in a sentence without a word of states, offices, wars or disasters; for
    one of a state that the sentence names for a firm's home at most, where states are not what the page is about
    (`share_of_states`)."""
    if parties.participants or of_states == 1.0:
        return False
    if parties.countries and (of_states >= _OF_STATES or _is_named(sentence, parties, named)):
        return False
    return _is_private(sentence)


def _is_named(sentence: str, parties: Parties, named: Sequence[Actor]) -> bool:
    """True where the sentence names one of the parties; where there is one alone, as a state."""
    own = [actor for actor in named if actor.code in parties.countries]
    return any(len(parties.countries) > 1 or _is_state(sentence, actor) for actor in own)


def _is_state(sentence: str, actor: Actor) -> bool:
    """True for a state, a body or an organ that stands there by itself, and not for where a firm is at home ("Japan's
    Lumora", "U.S. shoemakers", "an Austrian bakery")."""
    if actor.standing != "acts":
        return False
    if actor.kind == "demonym":
        return actor.text.endswith("s")
    if actor.kind not in _STATES or sentence.startswith(("'s", "’s", "-"), actor.end):
        return False
    return not (actor.text in _SHORT and sentence[actor.end + 1 : actor.end + 2].islower())


def _is_private(sentence: str) -> bool:
    if not vocabulary(sentence).isdisjoint(_public()):
        return False
    return not any(bank in sentence for bank in _CENTRAL_BANKS)
