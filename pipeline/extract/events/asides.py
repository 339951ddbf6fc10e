"""Names of states that take no part in what is told: scenes, posts, media, currencies, what is merely spoken of."""

import re

_POST_BEFORE = re.compile(
    r"(?:ambassador|envoy|representative|commissioner|consul\sgeneral|consul|embassy|embassies|mission|coordinator|adviser|diplomat|attaché|"
    r"charge\sd'affaires|chargé\sd['’]affaires|delegate)\s"
    r"(?:to|in|for|on)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:over|about|concerning|regarding|via|through|war\s(?:in|on|against)|(?:situation|crisis|conflict|violence|fighting|events)\s(?:in|on)|"
    r"like|unlike|including|such\sas|than|except|besides|toward\sneighbouring|across\sfrom|next\sto|siding\swith|east\sof|west\sof|north\sof|south\sof)"
    r"\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_ASIDE_BEHIND = re.compile(
    r"-(?:era|made|built|style|born|language|speaking|backed|flagged|educated|trained|controlled|occupied|designed|mediated|brokered|owned)\b|"
    r"['’]?s?\s(?:state[\s-](?:run\s|owned\s|controlled\s)?|official\s|semi-official\s)?(?:media|news\sagency|newspapers?|daily|television|TV|radio|broadcaster|dollars?|won|yen|yuan|rubles?|roubles?|rupees?|francs?|pesos?|dinars?|pounds?|liras?|rials?|riyals?|kron[ae]r?|crowns?|dirhams?|currency|"
    r"time|local\stime|language|analysts?|experts?|peninsula|researchers?|scholars?|flag|flags|calendar|citizenship|nationality|"
    r"origin|descent|background|passports?|subsidiary)\b",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r"\s(?:[a-z]+\s)?(?:[Aa]ccords?|[Aa]greements?|[Pp]rotocol|[Dd]eclaration|[Cc]onvention|[Pp]rocess|[Tt]reaty|[Ss]ummit|[Tt]alks|[Ff]ormat|"
    r"[Mm]eeting|[Cc]onference|[Ff]orum|[Rr]ound)\b"
)
"""What is called after the place where it was made."""
_RULE_BEHIND = re.compile(
    r"['’]?s?\s(?:Security\sCouncil\s)?(?:resolutions?|sanctions|curbs|charter|convention|report)\b", re.IGNORECASE
)
_PLACE_BEFORE = re.compile(
    r"\b(?i:in|at|near|outside|off|around|across|inside|within|throughout)\s(?:the\s|an?\s|what\sis\snow\s|today['’]s\s)?"
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
_HINTS = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "off",
        "around",
        "across",
        "inside",
        "within",
        "throughout",
        "to",
        "for",
        "on",
        "over",
        "about",
        "concerning",
        "regarding",
        "via",
        "through",
        "against",
        "like",
        "unlike",
        "including",
        "than",
        "except",
        "besides",
        "border",
        "next",
        "east",
        "west",
        "north",
        "south",
        "as",
        "toward",
        "siding",
        "of",
        "capital",
        "city",
        "port",
        "town",
        "province",
        "region",
        "village",
        "island",
        "resort",
        "district",
    }
)
"""Words one of which stands among the last ahead of every name that is a scene, a post or spoken of."""
_HINT_WORDS = 6


def standing_of(text: str, start: int, end: int, code: str, kind: str) -> str:
    """The `Actor.standing` of the name of `code` at `text[start:end]`, of the kind `kind`."""
    if kind == "person":
        return "acts"
    behind = text[end : end + 40]
    if code == "UNO" and _RULE_BEHIND.match(behind):
        return "rule"
    if _ASIDE_BEHIND.match(behind):
        return "aside"
    if kind in ("capital", "place") and _NAMED_AFTER.match(behind):
        return "aside"
    before = text[max(0, start - _LOOK) : start]
    if _HINTS.isdisjoint(before.casefold().split()[-_HINT_WORDS:]):
        return "acts"
    if _POST_BEFORE.search(before):
        return "post"
    spoken = _SPOKEN_OF.search(before)
    if spoken is not None:
        return "via" if spoken.group().casefold().startswith(("via", "through")) else "aside"
    return "scene" if _is_scene(text, start, end, kind, before) else "acts"


def _is_scene(text: str, start: int, end: int, kind: str, before: str) -> bool:
    """True where a name only says where."""
    if kind in ("institution", "organization"):
        return False
    if kind == "demonym":
        return _ON_SOIL.match(text[max(0, start - 4) : end + 14]) is not None
    if _PEOPLE_IN.search(before):
        return False
    placed = kind in ("place", "capital") and _PLACE_OF.search(before)
    return bool(_PLACE_BEFORE.search(before) or placed)
