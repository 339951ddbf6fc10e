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
    one of a state that the sentence does not name, where states are not what the page is about (`share_of_states`)."""
    if parties.participants or of_states == 1.0:
        return False
    if parties.countries and (of_states >= _OF_STATES or any(actor.code in parties.countries for actor in named)):
        return False
    return _is_private(sentence)


def _is_private(sentence: str) -> bool:
    return vocabulary(sentence).isdisjoint(_public()) and "central bank" not in sentence
