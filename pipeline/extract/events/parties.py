"""Who takes part in an event: the states that act or are acted upon, the place, the officials named.

A host, and a state that is merely spoken of, take no part (DATASETS, "events").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.actors import CountryMention
from pipeline.extract.events.clauses import coordinated
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.facts import PersonMention

_POST_BEFORE = re.compile(
    r"(?:ambassador|envoy|consul\sgeneral|consul|embassy|embassies|representative|mission|coordinator|adviser|diplomat)\s"
    r"(?:to|in|for|on)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:over|about|concerning|regarding|via|through|war\s(?:in|on|against)|situation\s(?:in|on)|like|including)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_ASIDE_BEHIND = re.compile(
    r"-(?:era|made|built|style|born|language|speaking)\b|['’]?s?\s(?:state\s|official\s)?(?:media|news\sagency|newspaper|daily|television|TV|broadcaster|dollars?|won|currency|"
    r"time|local\stime|language|analysts?|experts?|peninsula|researchers?|scholars?)\b",
    re.IGNORECASE,
)
_RULE_BEHIND = re.compile(r"['’]?s?\s(?:Security\sCouncil\s)?(?:resolutions?|sanctions)\b", re.IGNORECASE)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|off|around|across|inside)\s(?:the\s)?(?:(?:capital|city|port|town|border\scity|village)\s(?:of\s)?)?\Z"
)
_PLACE_OF = re.compile(
    r"\b(?:capital|city|port|town|province|region|village|island)\s(?:city\s)?(?:of\s)?\Z", re.IGNORECASE
)
_CONNECTIVE = re.compile(r"\W{0,3}(?:which|who|whom|and|where|when|but|then|or)\b")
_ATTRIBUTION = re.compile(
    r",\s(?:(?!\b(?:which|who|and|but)\b)[^,;]){2,90}?\s(?:said|says|reported|reports|announced|told|added|noted|showed|according)\b|"
    r",?\saccording\sto\b|\b\d{1,3}(?:st|nd|rd|th)\sanniversary\b"
)
_RELATIVE = re.compile(r"\W{0,3}(?:which|who|whom|where)\b")
_MAIN_AGAIN = re.compile(r",\s(?:is|was|are|were|has|have|had|will|would|said|[a-z]{2,14}ed)\s")
"""Where the main clause goes on behind a relative one."""
_SAID_THAT = re.compile(r"\b(?:said|says|told|reported|announced|noted|added|confirmed|stated)\b[^.;]{0,80}\Z")
_PRONOUN = re.compile(
    r"\A\W{0,3}(?:\w+\s){0,3}?(?:He|She|They|It|he|she|they|it|The\s(?:delegation|minister|president|leader|group|visit|ministry))\b"
)
_ALONE = frozenset({"attend", "participate", "take part", "preside", "chair"})
"""Verbs of an act abroad in which the other states, if any, would be named."""
_THREE = re.compile(
    r"\b(?:the|all|its|our)\s(?:three|trilateral)\s(?:\w+\s)?(?:countries|sides|leaders|nations|states|governments|ministers|"
    r"presidents|parties|allies|capitals)\b",
    re.IGNORECASE,
)
_TWO = re.compile(
    r"\b(?:the\stwo|both)\s(?:countries|sides|nations|states|neighbou?rs|governments|leaders|ministers|allies|men|presidents|"
    r"delegations|capitals|parties|armies|are|will|have|had|signed|agreed|met)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\s(?:its|his|her)\s")
_MAX_PAIR = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """What the page says around a sentence."""

    home: str | None
    """The state that the article names most."""
    other: str | None
    """The state that it names next, None where that one is named far less."""
    recent: tuple[str, ...] = ()
    """The states named in the paragraphs just before, the last named first."""
    last_source: str | None = None
    """The state that acted in the event told last."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Who takes part."""

    source: str | None
    target: str | None
    countries: tuple[str, ...]
    location: str | None
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Actor:
    """A place in the sentence where a state is named, by itself or through an official."""

    start: int
    end: int
    code: str
    country: CountryMention | None
    person: str | None


def find_parties(
    sentence: str,
    offset: int,
    clause: tuple[int, int],
    trigger: Trigger,
    countries: Sequence[CountryMention],
    people: Sequence[PersonMention],
    triggers: Sequence[Trigger],
    scene: Scene,
) -> Parties:
    """The parties of the event that `trigger` tells of in `clause` of the sentence that begins at `offset`.

    `triggers` are those of the sentence: of two acts of one subject each has its own objects. The parties are the
    states named in the clause; where it has no subject, those of the clause before it. Of an event
    between states of which the words name one alone, the other is the one that the article is about.
    """
    actors = _actors(offset, countries, people)
    low, high = _frame(sentence, clause, trigger, actors)
    verbs = [t.start for t in triggers if t.pos == "verb" and t.finite and low <= t.start < high]
    high = next((at for at in verbs if at > trigger.start and coordinated(sentence, at)), high)
    subject_end = min(verbs, default=trigger.start) if coordinated(sentence, trigger.start) else trigger.start
    inside = [actor for actor in actors if low <= actor.start < high]
    location = next((a.country.text for a in inside if a.country and _is_scene(sentence, a, trigger)), None)
    acting = [a for a in inside if not (a.country and (_is_scene(sentence, a, trigger) or _is_aside(sentence, a)))]
    left = [a.code for a in acting if a.start < subject_end]
    right = [a.code for a in acting if a.start >= trigger.start]
    speaker = _speaker(sentence, low, actors)
    if not left and speaker and _PRONOUN.match(sentence[low : trigger.start].replace("that ", "", 1)):
        left = [speaker]
    if not left and scene.last_source and _PRONOUN.match(sentence[low : trigger.start]):
        left = [scene.last_source]
    named = _completed(
        list(dict.fromkeys([*left, *right])),
        sentence[low:high],
        _OWN.match(sentence, trigger.end) is not None,
        trigger,
        scene,
    )
    source = left[0] if left and not trigger.passive else next(iter(named), None)
    target = next((code for code in [*right, *left, *named] if code != source), None)
    participants = tuple(sorted({a.person for a in inside if a.person}))
    return Parties(source, target, tuple(sorted(named)), location, participants)


def _speaker(sentence: str, low: int, actors: Sequence[_Actor]) -> str | None:
    """The state that says what the clause at `low` tells ("China said that it …")."""
    if not _SAID_THAT.search(sentence[:low]):
        return None
    return next((actor.code for actor in actors if actor.start < low), None)


def _actors(offset: int, countries: Sequence[CountryMention], people: Sequence[PersonMention]) -> list[_Actor]:
    found = [_Actor(c.char_start - offset, c.char_end - offset, c.code, c, None) for c in countries]
    found += [
        _Actor(p.char_start - offset, p.char_end - offset, p.country, None, p.person)
        for p in people
        if p.country and p.official
    ]
    return sorted(found, key=lambda actor: (actor.start, actor.end))


def _frame(sentence: str, clause: tuple[int, int], trigger: Trigger, actors: Sequence[_Actor]) -> tuple[int, int]:
    """The span in which the event's actors stand: its clause without attributions, and the subject before it."""
    low, high = clause
    cut = _ATTRIBUTION.search(sentence, trigger.end, high)
    high = cut.start() if cut else high
    if _RELATIVE.match(sentence, low):
        back = _MAIN_AGAIN.search(sentence, trigger.end, high)
        high = back.start() if back else high
    subject = any(low <= actor.start < trigger.start for actor in actors)
    opening = sentence[low : trigger.start]
    reported = opening.lstrip(" ,").startswith("that ") and _SAID_THAT.search(sentence[:low])
    if low and not subject and not reported and (_CONNECTIVE.match(opening) or not re.search(r"[A-Z]", opening)):
        low = 0
    return low, high


def _is_scene(sentence: str, actor: _Actor, trigger: Trigger) -> bool:
    """True where a name only says where; of a visit the place is the state that is visited."""
    if actor.country is None or actor.country.kind == "demonym":
        return False
    if trigger.goal and 0 <= actor.start - trigger.end < 60:
        return False
    before = sentence[max(0, actor.start - 40) : actor.start]
    placed = actor.country.kind in ("place", "capital") and _PLACE_OF.search(before)
    return bool(_PLACE_BEFORE.search(before) or placed)


def _is_aside(sentence: str, actor: _Actor) -> bool:
    """True where the name is part of a post, a medium, a currency, a resolution, or merely spoken of."""
    before, behind = sentence[max(0, actor.start - 40) : actor.start], sentence[actor.end : actor.end + 40]
    if _POST_BEFORE.search(before) or _ASIDE_BEHIND.match(behind) or _SPOKEN_OF.search(before):
        return True
    return actor.code == "UNO" and bool(_RULE_BEHIND.match(behind))


def _completed(named: list[str], words: str, own: bool, trigger: Trigger, scene: Scene) -> list[str]:
    """`named` with the states that the words mean without naming them.

    What a state does to its own borders or exports (`own`) concerns no other. "The three countries" are the three
    named last. Of an event between states that names one alone, the other is the article's own, or for that the one
    named next to it.
    """
    if _THREE.search(words):
        return list(dict.fromkeys([*named, *scene.recent, *_known(scene)]))[:3]
    if len(named) >= _MAX_PAIR:
        return named
    pair = list(dict.fromkeys([*named, *_known(scene), *([scene.other] if scene.other else [])]))[:_MAX_PAIR]
    if _TWO.search(words):
        return pair
    inward = trigger.event_type == "MOBILIZE" or (trigger.event_type == "OTHER" and trigger.kind != "general")
    if inward or trigger.lemma == "host" or (named and own):
        return named or _known(scene)[:1]
    if trigger.lemma in _ALONE and named and named[0] == scene.home:
        return named
    if named and named[0] != scene.home:
        return [*named, *_known(scene)[:1]]
    first = named or _known(scene)[:1]
    others = [code for code in (scene.other,) if code and code not in first]
    return [*first, *others[:1]]


def _known(scene: Scene) -> list[str]:
    return [scene.home] if scene.home else []
