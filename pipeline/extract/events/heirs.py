"""States that are gone: what is done after their end is done by or to their heir, and what their heir is said to have
done before was done by them."""

from dataclasses import replace
from datetime import date
from functools import cache

from pipeline.extract.events.actor import Actor, Cast
from pipeline.extract.events.parties import Parties
from pipeline.lexicon.countries import Heir, heirs

_SEATS = frozenset({"capital", "government"})
"""Kinds of words that mean a state's seat."""


def as_of(parties: Parties, day: date) -> Parties:
    """`parties` with the states that were there on `day`: of a debt to the Soviet Union, Russia signs in 2012; a pact
    of 1961 was the Soviet Union's, though the text names Russia."""
    if heirs().keys().isdisjoint(parties.countries) and _forebears().keys().isdisjoint(parties.countries):
        return parties
    source, target = _then(parties.source, day), _then(parties.target, day)
    countries = tuple(sorted({_known(code, day) for code in parties.countries}))
    if target == source:
        target = next((code for code in countries if code != source), None)
    return Parties(source, target, countries, parties.location, parties.participants)


def cast_then(cast: Cast, today: date | None) -> Cast:
    """`cast` with the states that were there `today`: on a page of 1987 the Kremlin stands for the Soviet Union."""
    if today is None or today >= _last_end():
        return cast
    return Cast.of([replace(actor, code=_meant(actor, today)) for actor in cast.actors])


@cache
def _last_end() -> date:
    """The last day of the state that went last."""
    return max(heir.until for heir in heirs().values())


@cache
def _forebears() -> dict[str, tuple[str, Heir]]:
    """The state that each heir followed by all its words, and when that was."""
    return {heir.code: (code, heir) for code, heir in heirs().items() if heir.also == "all"}


def _meant(actor: Actor, today: date) -> str:
    """The state that an actor stood for `today`: Belgrade for Yugoslavia, and Serbia for itself."""
    if actor.kind in _SEATS:
        for code, heir in heirs().items():
            if heir.code == actor.code and heir.also == "seat" and heir.since <= today < heir.until:
                return code
    return _known(actor.code, today)


def _then(code: str | None, day: date) -> str | None:
    return None if code is None else _known(code, day)


def _known(code: str, day: date) -> str:
    heir = heirs().get(code)
    if heir is not None:
        return heir.code if day > heir.until else code
    before, span = _forebears().get(code, (code, None))
    return before if span is not None and span.since <= day < span.until else code
