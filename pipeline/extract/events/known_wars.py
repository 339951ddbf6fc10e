"""Who fell upon whom in wars and attacks that are known by their date: "since the invasion in February 2022".

A sentence seldom says it in full; whom else it names, or what its article is about, has no part in them. The lexicon
known_wars holds them.
"""

import re
from datetime import date, timedelta
from functools import cache

from pipeline.extract.events.parties import Parties
from pipeline.extract.events.tokens import word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.facts import DateMention
from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.table import rows
from pipeline.values import value

_LATER = timedelta(days=30)
"""After so many days a day's attack goes by that day; the reports of the time tell of more that was done on it."""
_OBJECT = 60
"""Characters beside a verb in which what begins stands ("launched its full-scale invasion", "the war that began")."""


@value(frozen=True, slots=True)
class _War:
    """One of them."""

    first: date
    last: date
    words: re.Pattern[str]
    beside: frozenset[str]
    source: str | None
    """None where those who fell upon the other act for no state."""
    target: str


@cache
def _wars() -> tuple[_War, ...]:
    return tuple(
        _War(
            date.fromisoformat(row["first"]),
            date.fromisoformat(row["last"]),
            re.compile(rf"\b(?:{'|'.join(row['words'].split())})\b"),
            frozenset(row["beside"].casefold().split()),
            row["source"] or None,
            row["target"],
        )
        for row in rows("known_wars")
    )


def of_known_war(
    sentence: str, trigger: Trigger, mention: DateMention, parties: Parties, published_on: date | None
) -> Parties:
    """`parties`, or those of the war that `trigger` tells of at its date, where it is one that is known."""
    if trigger.event_type not in ("ASSAULT", "COERCE") or mention.date_start is None or mention.date_end is None:
        return parties
    for war in _wars():
        if not mention.date_start <= war.first <= mention.date_end and not war.first <= mention.date_start <= war.last:
            continue
        if mention.precision == "day" and (published_on is None or published_on - war.last < _LATER):
            continue
        if war.beside.isdisjoint(vocabulary(sentence)) or not _is_told(sentence, trigger, war):
            continue
        both = tuple(sorted((war.source, war.target))) if war.source else (war.target,)
        return Parties(war.source, war.target, both, parties.location, parties.participants)
    return parties


def _is_told(sentence: str, trigger: Trigger, war: _War) -> bool:
    """True where the trigger is one of the war's words, or a verb that has one behind it."""
    if war.words.search(sentence, trigger.start, trigger.end) is not None:
        return trigger.pos == "noun" or trigger.passive or trigger.lemma not in ("attack", "kill")
    if trigger.pos != "verb":
        return False
    if trigger.lemma in word_class("begins") and war.words.search(
        sentence, max(0, trigger.start - _OBJECT), trigger.start
    ):
        return True
    return war.words.search(sentence, trigger.end, trigger.end + _OBJECT) is not None
