"""Talks that are called by how many take part ("the six-party talks"): who that is, though the text names but few."""

import re
from functools import cache

from pipeline.extract.events.act import Act
from pipeline.extract.events.actor import Cast
from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.table import rows
from pipeline.values import value

_HOLDS = frozenset({"begin", "hold", "host", "open", "reconvene", "reopen", "restart", "resume", "start"})
"""Verbs whose object is the talks, whoever is their subject."""
_VETO = frozenset({"CHN", "FRA", "GBR", "RUS", "SUN", "USA"})
_VOTED_ON = frozenset({"extension", "mandate", "resolution", "resolutions"})
_BILLS = frozenset({"bill", "congress", "congressional", "house", "law", "legislation", "senate"})
"""What is put to the vote in the Security Council, and what in a parliament."""
_OBJECT = 24
"""Characters behind such a verb within which the talks are named."""


@value(frozen=True, slots=True)
class _Format:
    about: str
    codes: tuple[str, ...]


@cache
def _formats() -> dict[str, _Format]:
    """The forms of talks_formats.csv to those who take part."""
    return {row["form"]: _Format(row["about"], tuple(row["codes"].split(";"))) for row in rows("talks_formats")}


@cache
def _named() -> re.Pattern[str]:
    forms = "|".join(re.escape(form).replace(r"\ ", r"\s") for form in sorted(_formats(), key=lambda f: (-len(f), f)))
    return re.compile(
        rf"\b(?P<form>{forms})\s(?:[\w-]{{3,20}}\s){{0,3}}?(?:dialogue|discussions|meetings?|negotiations|summit|talks)\b",
        re.IGNORECASE,
    )


@cache
def _signs() -> frozenset[str]:
    return frozenset(form.replace("-", " ").split()[0] for form in _formats())


def members(act: Act, cast: Cast) -> tuple[str, ...]:
    """Who takes part in the talks that `act` tells of, if they are such talks of a state that the page speaks of; none
    where it tells what one of them does there or elsewhere ("walked out of the six-party talks")."""
    if act.trigger.lemma == "veto" and not act.trigger.passive:
        return _at_un(act)
    if _signs().isdisjoint(vocabulary(act.whole)):
        return ()
    told = _named().search(act.whole, act.frame.low, act.frame.high)
    if told is None or not _is_about(act, told):
        return ()
    known = _formats()[" ".join(told["form"].lower().split())]
    return known.codes if any(actor.code == known.about for actor in cast.actors) else ()


def _at_un(act: Act) -> tuple[str, ...]:
    """The state and the United Nations for what a standing member of the Security Council vetoes there."""
    state = act.subjects[0] if len(set(act.subjects)) == 1 else ""
    if state not in _VETO or act.vocabulary.isdisjoint(_VOTED_ON) or not act.vocabulary.isdisjoint(_BILLS):
        return ()
    return (state, "UNO")


def _is_about(act: Act, told: re.Match[str]) -> bool:
    """True where the talks are what takes place, the subject of the verb or what it holds."""
    trigger = act.trigger
    if trigger.pos == "noun":
        return told.start() <= trigger.start < told.end()
    if told.end() <= trigger.start:
        return not any(act.frame.low <= actor.start < trigger.start for actor in act.acting)
    return trigger.lemma in _HOLDS and told.start() - trigger.end <= _OBJECT
