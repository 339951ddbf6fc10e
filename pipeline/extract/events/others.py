"""Who deals with others than the story's second state though none of them is named: "met African leaders", "awarded
contracts to global oil firms", "left for Europe", "reached a deal with its creditors", "called on his people", "a
report of Amnesty International accused Chad"."""

import re
from functools import cache

from pipeline.extract.events.act import Act
from pipeline.extract.events.party_words import party_words
from pipeline.text.parts import holds_any
from pipeline.text.patterns import one_of

_ASKS = frozenset({"advise", "ask", "call on", "direct", "instruct", "order", "tell", "urge", "warn"})
_SEVERAL = 2
_NAMES = frozenset({"capital", "name", "place"})
_DASHES = ("–", "—", " - ", "--", "(")
_LINK = re.compile(r",\s(?:the\s)?|,?\sand\s(?:the\s)?")
_NEAR = 90
"""Characters behind a trigger within which the others stand."""
_STATES = frozenset({"countries", "governments", "nations", "powers", "states"})
_NUMBER = (
    r"(?:[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve|[Tt]wenty|[Ff]ifty|[Ss]everal|[Ss]ome|[Mm]any|"
    r"[Dd]ozens\sof|\d{1,3})"
)
_GROUP = (
    rf"(?:{_NUMBER}|[Tt]he\s{_NUMBER}(?=\s[a-z]+(?:ed|ing|al)\s))\s"
    rf"(?:(?!of|other|these|those)[a-z-]{{3,16}}\s){{0,4}}?(?:{'|'.join(sorted(_STATES))})"
)
_COUNTED = re.compile(
    rf"\W{{0,3}}(?:(?:[Tt]he\s)?(?:[Ll]eaders|[Mm]inisters|[Rr]epresentatives)\s(?:of|from)\s)?{_GROUP}\s"
)
_OF_COUNTED = re.compile(rf"\sof\s{_GROUP}\b")
_TO_COUNTED = re.compile(rf"\s[^.;]{{0,60}}?\b(?:from|to|with)\s(?:(?:up\sto|over|about|some|another)\s)?{_GROUP}\b")
"""Several states that are not named, as the subject, as those who meet, and as those to whom something is done."""


def among_others(act: Act) -> bool:
    """True for an act whose other side, or whose doer, is a group of states or firms, or who speaks for no state."""
    end = min(act.frame.high, act.trigger.end + _NEAR)
    if not act.matter.isdisjoint(party_words("others")) and _group().search(act.whole, act.trigger.end, end):
        return True
    if not act.matter.isdisjoint(party_words("private")) and _with_private().search(act.whole, act.trigger.end, end):
        return True
    asks = act.trigger.lemma in _ASKS
    if (asks or not act.matter.isdisjoint(party_words("own_nation"))) and _to_its_own().match(
        act.whole, act.trigger.end
    ):
        return True
    if (
        act.trigger.pos == "verb"
        and not act.matter.isdisjoint(_STATES)
        and _TO_COUNTED.match(act.whole, act.trigger.end)
    ):
        return True
    if act.trigger.event_type == "CONSULT" and _to_continent().match(act.whole, act.trigger.end):
        return True
    return _as_subject().match(act.frame.opening) is not None


def named_beside(state: str, act: Act) -> list[str]:
    """The states, several, of the one list that stands in a clause around that of `state` ("a tour that would take him
    to Peru, Chile and Bolivia")."""
    codes = {code for code in act.beside if code != state}
    if len(codes) < _SEVERAL:
        return []
    behind = [actor for actor in act.acting if actor.start >= act.frame.high and actor.kind in _NAMES]
    if not behind or holds_any(act.whole[act.frame.high : behind[0].start], _DASHES):
        return []  # "Darfur - which borders Chad and Libya -"
    listed = behind[:1]
    for actor in behind[1:]:
        if not _LINK.fullmatch(act.whole, listed[-1].end, actor.start):
            break
        listed.append(actor)
    named = list(dict.fromkeys(actor.code for actor in listed if actor.code != state))
    return named if codes <= set(named) else []


def by_a_group(act: Act) -> bool:
    """True for an act of several states that are counted and not named ("six industrialised nations agreed")."""
    if act.vocabulary.isdisjoint(_STATES):
        return False
    if _COUNTED.match(act.frame.opening):
        return True
    return act.trigger.pos == "noun" and _OF_COUNTED.match(act.whole, act.trigger.end) is not None


@cache
def _words() -> str:
    regions = one_of(party_words("region"))
    return rf"(?:{regions})\s(?:[a-z-]{{2,14}}\s){{0,2}}?(?:{one_of(party_words('others'))})"


@cache
def _group() -> re.Pattern[str]:
    """A group as an object, or behind a preposition."""
    return re.compile(rf"\s{_words()}\b")


@cache
def _as_subject() -> re.Pattern[str]:
    """A group as a subject, or who speaks for no state."""
    nobody = rf"(?:[^,;]{{3,40}},\s)?[^,;]{{0,40}}?\b(?:{one_of(party_words('watchdog'))})"
    return re.compile(rf"\W{{0,3}}(?:(?:[Tt]he\s|[Ss]everal\s|[Ss]ome\s|[Mm]any\s)?{_words()}|{nobody})\b")


@cache
def _with_private() -> re.Pattern[str]:
    """Those behind "with" who act for no state."""
    return re.compile(rf"\swith\s(?:[\w-]{{2,16}}\s){{0,4}}?(?:{one_of(party_words('private'))})\b(?!['’])")


@cache
def _to_its_own() -> re.Pattern[str]:
    """A people or a parliament that is spoken to by its own."""
    own = rf"(?:his|her|its|their)\s(?:own\s|fellow\s)?(?:{one_of(party_words('own_nation'))})"
    each = r"[\"“]?(?:all|the)\s(?:[A-Z][a-z]+\s)?(?:citizens|nationals|officials|population|public|residents)"
    return re.compile(rf"\s(?:(?:on|to|upon|with)\s)?(?:{own}|{each})\b(?!['’]|\s(?:at|in|of)\b)")


@cache
def _to_continent() -> re.Pattern[str]:
    """A journey to no single state."""
    return re.compile(
        rf"\s(?:[\w-]{{1,12}}\s){{0,6}}?(?:(?:for|in|of|to)\s)?(?:{one_of(party_words('continent'))})\b(?!\s[A-Z]|['’-])"
    )
