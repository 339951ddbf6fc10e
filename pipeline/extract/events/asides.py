"""Names of states that take no part in what is told: scenes, posts, media, currencies, what is merely spoken of."""

import re

from pipeline.extract.events.cast import Actor

_POST_BEFORE = re.compile(
    r"(?:ambassador|envoy|representative|commissioner|consul\sgeneral|consul|embassy|embassies|mission|coordinator|adviser|diplomat|attaché|"
    r"charge\sd'affaires|chargé\sd['’]affaires|delegate)\s"
    r"(?:to|in|for|on)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:over|about|concerning|regarding|via|through|war\s(?:in|on|against)|(?:situation|crisis|conflict|violence|fighting|events)\s(?:in|on)|"
    r"like|unlike|including|such\sas|than|except|besides|toward\sneighbouring|across\sfrom|border\swith|next\sto|east\sof|west\sof|north\sof|south\sof)"
    r"\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_ASIDE_BEHIND = re.compile(
    r"-(?:era|made|built|style|born|language|speaking|backed|flagged|educated|trained|controlled|occupied|designed|mediated|brokered|owned)\b|"
    r"['’]?s?\s(?:state[\s-](?:run\s|owned\s|controlled\s)?|official\s|semi-official\s)?(?:media|news\sagency|newspapers?|daily|television|TV|radio|broadcaster|dollars?|won|currency|"
    r"time|local\stime|language|analysts?|experts?|peninsula|researchers?|scholars?|flag|flags|calendar|citizenship|nationality|"
    r"origin|descent|background|passports?|subsidiary)\b",
    re.IGNORECASE,
)
_RULE_BEHIND = re.compile(
    r"['’]?s?\s(?:Security\sCouncil\s)?(?:resolutions?|sanctions|curbs|charter|convention|report)\b", re.IGNORECASE
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|off|around|across|inside|within|throughout)\s(?:the\s|what\sis\snow\s|today['’]s\s)?"
    r"(?:(?:[a-z]+ern\s|central\s|neighbou?ring\s|nearby\s)?(?:[a-z]+\s)?(?:capital|city|port|town|village|resort|province|region|district|suburb)\s(?:city\s)?(?:of\s)?|"
    r"(?:[a-z]+ern\s|central\s|neighbou?ring\s|nearby\s|then-)?)?\Z"
)
_PLACE_OF = re.compile(
    r"\b(?:capital|city|port|town|province|region|village|island|resort|district)\s(?:city\s)?(?:of\s)?\Z",
    re.IGNORECASE,
)
_CAPITAL_OF = re.compile(r"['’]s?\s(?:[a-z-]+\s){0,2}(?:capital|city|port|town|resort|province|region)\b")
_PEOPLE_IN = re.compile(
    r"\b(?:officials|authorities|police|prosecutors|lawmakers|judges|troops|soldiers|farmers|workers|traders|voters|rebels|"
    r"regulators|investigators|protesters|residents|court|government|ministry|parliament)\sin\s(?:the\s)?\Z"
)
_ON_SOIL = re.compile(r"[^\w]{0,3}(?:on|in|at|inside)\s.{2,24}?\s(?:soil|territory|land|waters|airspace)\b", re.DOTALL)
_LOOK = 48
_NEAR_GOAL = 60
"""Characters behind a verb of going within which a place is where it goes."""


def is_scene(text: str, actor: Actor, goal_end: int | None) -> bool:
    """True where a name only says where; `goal_end` is the end of a verb or noun of going, whose place is visited."""
    if actor.kind in ("person", "institution", "organization"):
        return False
    if actor.kind == "demonym":
        return _ON_SOIL.match(text[max(0, actor.start - 4) : actor.end + 14]) is not None
    if goal_end is not None and 0 <= actor.start - goal_end < _NEAR_GOAL:
        return False
    before = text[max(0, actor.start - _LOOK) : actor.start]
    placed = actor.kind in ("place", "capital") and _PLACE_OF.search(before)
    return bool(_PLACE_BEFORE.search(before) or placed)


def is_home_of(text: str, actor: Actor) -> bool:
    """True for a place whose people act: "officials in Lagos", "prosecutors in Milan"."""
    return _PEOPLE_IN.search(text[max(0, actor.start - _LOOK) : actor.start]) is not None


def is_aside(text: str, actor: Actor) -> bool:
    """True where the name is part of a post, a medium, a currency, a resolution, or merely spoken of."""
    if actor.kind == "person":
        return False
    before, behind = text[max(0, actor.start - _LOOK) : actor.start], text[actor.end : actor.end + 40]
    if _POST_BEFORE.search(before) or _ASIDE_BEHIND.match(behind) or _SPOKEN_OF.search(before):
        return True
    return is_rule(text, actor)


def is_post(text: str, actor: Actor) -> bool:
    """True for the state to which an ambassador or an embassy is sent."""
    return _POST_BEFORE.search(text[max(0, actor.start - _LOOK) : actor.start]) is not None


def is_rule(text: str, actor: Actor) -> bool:
    """True for a resolution or the sanctions of the United Nations, which act by themselves no more."""
    return actor.code == "UNO" and _RULE_BEHIND.match(text[actor.end : actor.end + 40]) is not None
