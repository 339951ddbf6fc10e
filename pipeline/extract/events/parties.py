"""Who takes part in an event: the states that act or are acted upon, the place, the officials named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.actors import CountryMention
from pipeline.extract.events.triggers import Trigger
from pipeline.extract.facts import PersonMention

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|within|through|via)\s(?:the\s)?(?:[\w'’-]+\s){0,2}\Z", re.IGNORECASE
)
_POST_BEFORE = re.compile(
    r"(?:ambassador|envoy|consul\sgeneral|consul|embassy|embassies|representative|mission)\s(?:to|in)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_ABROAD_BEHIND = re.compile(
    r"['’]?s?\s(?:state\s|official\s)?(?:media|news\sagency|newspaper|daily|television|TV|broadcaster|dollars?|won|currency|time|local\stime|language|analysts?|experts?|peninsula)\b",
    re.IGNORECASE,
)
_RULE_BEHIND = re.compile(r"\s(?:Security\sCouncil\s)?(?:resolutions?|sanctions)\b")
_OF_BEFORE = re.compile(
    r"\b(?:capital|city|port|town|province|region|village|island)\s(?:city\s)?(?:of\s)?\Z", re.IGNORECASE
)
_TO_BEFORE = re.compile(r"\b(?:to|into|for|on|from|in|at|of)\s(?:the\s)?(?:[\w'’-]+\s){0,3}\Z", re.IGNORECASE)
_BOTH = re.compile(
    r"\b(?:the\stwo\s(?:countries|sides|nations|states|neighbou?rs|governments|leaders|ministers|allies|koreas|presidents|delegations|foreign\sministers)|"
    r"both\s(?:countries|sides|nations|governments|leaders)|the\ssides|their\scountries|bilateral|each\sother|mutual|joint|their)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\A\W{0,3}(?:\w+\s){0,3}?(?:He|She|They|It|The\s(?:delegation|minister|president|leader|two|sides|group|visit|ministry|talks|agreement|deal|treaty|official))\b"
)
_LOCATION = re.compile(
    r"\b(?:in|at|near|outside)\s(?:the\s(?:capital|city|port|town|border\scity)\s(?:of\s)?|the\s)?\Z", re.IGNORECASE
)
_BODIES = frozenset({"UNO"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the page says around a sentence."""

    pair: tuple[str, ...]
    """The two states that the article is about, most named first; fewer where it names fewer."""
    last: tuple[str, ...]
    """The countries of the event told last."""
    last_source: str | None


@dataclass(frozen=True, slots=True)
class Parties:
    """Who takes part."""

    source: str | None
    target: str | None
    countries: tuple[str, ...]
    location: str | None
    participants: tuple[str, ...]


def find_parties(
    sentence: str,
    offset: int,
    clause: tuple[int, int],
    trigger: Trigger,
    countries: Sequence[CountryMention],
    people: Sequence[PersonMention],
    scene: Scene,
) -> Parties:
    """The parties of the event that `trigger` tells of in `clause` of the sentence that begins at `offset`."""
    low, high = _frame(sentence, clause, trigger)
    left, right, location = [], [], None
    for start, end, code, mention in _actors(offset, countries, people):
        if not low <= start < high:
            continue
        if isinstance(mention, CountryMention):
            if _is_scene(sentence, start, end, mention, trigger):
                location = location or _location(sentence, start, mention)
                continue
            if _is_aside(sentence, start, end, mention):
                continue
        (left if start < trigger.start else right).append(code)
    return _settle(sentence, (low, high), trigger, left, right, location, _named(offset, low, high, people), scene)


def _actors(
    offset: int, countries: Sequence[CountryMention], people: Sequence[PersonMention]
) -> list[tuple[int, int, str, CountryMention | PersonMention]]:
    found: list[tuple[int, int, str, CountryMention | PersonMention]] = [
        (c.char_start - offset, c.char_end - offset, c.code, c) for c in countries
    ]
    found += [(p.char_start - offset, p.char_end - offset, p.country, p) for p in people if p.country and p.official]
    return sorted(found, key=lambda item: (item[0], item[1]))


def _frame(sentence: str, clause: tuple[int, int], trigger: Trigger) -> tuple[int, int]:
    """The span in which the event's actors stand: its clause, and what precedes where the clause has no subject."""
    low, high = clause
    opening = sentence[low : trigger.start]
    if low and (not re.search(r"[A-Z]", opening) or re.match(r"\W*(?:which|who|and|where|that|but)\b", opening)):
        low = 0
    return low, high


def _is_scene(sentence: str, start: int, end: int, mention: CountryMention, trigger: Trigger) -> bool:
    """True where a place or capital only says where."""
    before = sentence[max(0, start - 40) : start]
    if mention.kind == "demonym":
        return False
    if trigger.goal and start > trigger.end and len(sentence[trigger.end : start]) < 60:
        return False
    return bool(_LOCATION.search(before)) or (mention.kind in ("place", "capital") and bool(_OF_BEFORE.search(before)))


def _location(sentence: str, start: int, mention: CountryMention) -> str | None:
    return mention.text if mention.kind in ("place", "capital", "name", "short") else None


def _is_aside(sentence: str, start: int, end: int, mention: CountryMention) -> bool:
    """True where the name is part of a post, a medium, a currency or a resolution."""
    before, behind = sentence[max(0, start - 40) : start], sentence[end : end + 40]
    if _POST_BEFORE.search(before) or _ABROAD_BEHIND.match(behind):
        return True
    return mention.code in _BODIES and bool(_RULE_BEHIND.match(behind))


def _named(offset: int, low: int, high: int, people: Sequence[PersonMention]) -> tuple[str, ...]:
    named = {p.person for p in people if p.official and low <= p.char_start - offset < high}
    return tuple(sorted(named))


def _settle(
    sentence: str,
    frame: tuple[int, int],
    trigger: Trigger,
    left: list[str],
    right: list[str],
    location: str | None,
    participants: tuple[str, ...],
    scene: Scene,
) -> Parties:
    words = sentence[frame[0] : frame[1]]
    named = list(dict.fromkeys(left + right))
    if len(named) < 2 and scene.pair and _BOTH.search(words):
        named = (
            list(dict.fromkeys(named + [code for code in scene.pair]))[:2]
            if not named or named[0] in scene.pair
            else named
        )
    if not left and scene.last_source and _PRONOUN.match(sentence) and scene.last_source not in named:
        named.insert(0, scene.last_source)
        left = [scene.last_source]
    if not named and scene.last and _PRONOUN.match(sentence):
        named = list(scene.last)
    source = left[0] if left and not trigger.passive else (named[0] if named else None)
    target = next((code for code in [*right, *left, *named] if code != source), None)
    return Parties(source, target, tuple(sorted(set(named))), location, participants)
