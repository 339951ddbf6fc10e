"""States that are gone: what is done after their end is done by or to their heir."""

from dataclasses import replace
from datetime import date

from pipeline.extract.events.parties import Parties
from pipeline.lexicon.countries import heirs


def as_of(parties: Parties, day: date) -> Parties:
    """`parties` with the states that were there on `day`: of a debt to the Soviet Union, Russia signs in 2012."""
    if not any(code in heirs() for code in parties.countries):
        return parties
    source, target = _then(parties.source, day), _then(parties.target, day)
    countries = tuple(sorted({_known(code, day) for code in parties.countries}))
    if target == source:
        target = next((code for code in countries if code != source), None)
    return replace(parties, source=source, target=target, countries=countries)


def _then(code: str | None, day: date) -> str | None:
    return None if code is None else _known(code, day)


def _known(code: str, day: date) -> str:
    heir = heirs().get(code)
    return heir.code if heir is not None and day > heir.until else code
