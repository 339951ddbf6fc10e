"""What a state does alone though the page tells of its dealings with another: something new in a place that is its own
("opened a railway between Lima and Cusco"), or joining what many have joined ("acceded to the Ottawa Convention").
"""

import re
from functools import cache

from pipeline.extract.events.act import Act
from pipeline.extract.events.party_words import party_words

_NEW_OBJECT = re.compile(
    r"\s(?:(?:carefully|jointly|off|out|up)\s)?(?:an?|another|two|three|four|five|several|some|hundreds\sof|thousands\sof|"
    r"\d[\d,.]*|its\s(?:first|second|third|latest|largest|newest))\s"
)
_NEW_SUBJECT = re.compile(
    r"\W{0,3}(?:[Aa]n?|[Aa]nother|[Tt]wo|[Tt]hree|[Ss]everal)\s(?:[^,;]|,\d|,\s[^,;]{3,40},){3,110}\Z"
)
"""What is built, opened or fired, where the page has not told of it before."""
_BUILDS = frozenset({"COOPERATE", "OTHER"})
_VISITS = frozenset({"inspect", "tour", "visit"})
_WITHDRAWN = frozenset({"SANCTION", "YIELD"})
_SHOWN = frozenset(
    {"missile", "missiles", "rocket", "rockets", "satellite", "satellites", "warhead", "torpedo", "torpedoes", "parade",
     "parades", "review"}
)  # fmt: skip
_IN_COMMON = frozenset(
    {"both", "allied", "border", "crossing", "frontier", "jointly", "multinational", "respective", "together"}
)
"""Words of what is not one state's alone."""
_EVACUATES = frozenset({"evacuate", "relocate", "resettle"})
_JOINS = frozenset(
    {"accede to", "adopt", "approve", "denounce", "join", "leave", "quit", "ratify", "sign", "sign up to",
     "withdraw from", "withdraw", "pull out of", "pull out"}
)  # fmt: skip
_OF_MANY = re.compile(
    r"\s(?:(?:from|of|to)\s)?(?:the|its|their)?\s?(?:[\w'’-]{1,20}\s){0,5}?(?:"
    r"(?:[A-Z][\w-]{2,20}\s){1,4}(?:Convention|Covenant|Statute)\b|(?:UN|U\.N\.|United\sNations)\s[Cc](?:onvention|ovenant|harter)\b|"
    r"Convention\s(?:on|against)\s(?:the\s)?(?:(?!Avoidance|Consular|Double|Legal|Social)[A-Z])|"
    r"(?:Paris|Copenhagen)\s(?:[Cc]limate\s)?(?:[Aa]greement|[Aa]ccord|[Pp]act|[Dd]eal)\b|Kyoto\s[Pp]rotocol|Montreal\s[Pp]rotocol|"
    r"(?:Nuclear\s)?(?:[Nn]on-[Pp]roliferation|[Tt]est[\s-][Bb]an|Arms\sTrade|Ottawa|Antarctic|Outer\sSpace|Open\sSkies)\sTreaty\b|NPT\b)"
)
"""A pact that is open to all states, by its name."""
_PACTS = frozenset(
    {"accord", "agreement", "charter", "convention", "covenant", "deal", "npt", "pact", "protocol", "statute", "treaty"}
)


def joins_many(act: Act) -> bool:
    """True for one who joins or leaves a pact that is open to all, whoever else the story is about."""
    if act.trigger.pos != "verb" or act.trigger.lemma not in _JOINS or act.matter.isdisjoint(_PACTS):
        return False
    return _OF_MANY.match(act.whole, act.trigger.end) is not None


def on_own_ground(act: Act) -> bool:
    """True for something new that is done in places of one state, none of another being named in the clause."""
    kind, lemma = act.trigger.event_type, act.trigger.lemma
    if act.trigger.pos != "verb" or act.given or act.trigger.goal:
        return False
    if kind == "MOBILIZE":
        told = act.vocabulary & (_SHOWN | party_words("exercise"))
        told = told if lemma not in party_words("crosses") else frozenset()
    elif kind == "CONSULT":
        told = act.vocabulary & party_words("work") if lemma in _VISITS else frozenset()
    elif kind == "AID":
        told = frozenset({lemma} & _EVACUATES)
    else:
        told = (
            act.vocabulary & (party_words("work") | party_words("line"))
            if kind in _BUILDS | _WITHDRAWN
            else frozenset()
        )
    if not told or not act.vocabulary.isdisjoint(_shared_by_two()):
        return False
    return _is_new(act) and _is_its_own_place(act)


@cache
def _shared_by_two() -> frozenset[str]:
    """Words of what two share, but for what may be one's own as well ("a railway")."""
    shared = party_words("shared_matter") - party_words("either") | _IN_COMMON
    return shared | party_words("partner")


def _is_new(act: Act) -> bool:
    if act.trigger.passive:
        return _NEW_SUBJECT.match(act.frame.opening) is not None
    if act.trigger.event_type in _WITHDRAWN:
        return True
    return act.made or act.matters or _NEW_OBJECT.match(act.whole, act.trigger.end) is not None


def _is_its_own_place(act: Act) -> bool:
    """True where a place is named, and all whom the clause names are of its state."""
    inside = [a for a in (*act.acting, *act.scenes) if act.frame.low <= a.start < act.frame.high]
    if len({actor.code for actor in inside} | set(act.subjects)) != 1:
        return False
    if act.trigger.passive or not act.subject:
        return any(actor.kind in ("place", "capital", "demonym", "name") for actor in inside)
    return any(
        actor.kind in ("place", "capital") or actor in act.scenes for actor in inside if actor.start > act.trigger.end
    )
