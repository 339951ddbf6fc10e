"""Names of states that take no part in what is told: scenes, posts, media, currencies, what is merely spoken of."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.extract.actors import find_countries
from pipeline.extract.events.adjectival import is_adjective
from pipeline.extract.events.glosses import LOOK, is_reporter, unglossed
from pipeline.lexicon.table import rows
from pipeline.text.parts import holds_any
from pipeline.text.patterns import one_of
from pipeline.text.words import WordCutter
from pipeline.values import value

_WORD = re.compile(r"\w+")
_WORDS = WordCutter(_WORD)
_OWNING = frozenset(" '’-Ss")
"""Signs and letters of which one stands between a name and what belongs to it."""
_IN = (" in ", " in the ")
_POSTED = (*_IN, *(f" {to} {the}" for to in ("to", "for", "on") for the in ("", "the ")))
_HINT_WORDS = 6
"""Words ahead of a name among which one of asides.csv stands, if any of the patterns ahead is to fit."""

_AT = re.compile(
    r"\b(?:at|for|in|during|to|of|attend(?:s|ed|ing)?|join(?:s|ed|ing)?)\s(?:the|an?)\s"
    r"(?:(?:next|last|annual|first|second|third|fourth|fifth|\d{1,3}(?:st|nd|rd|th))\s)?\Z",
    re.IGNORECASE,
)
_BOUNDS = re.compile(r"\b(?:outside|within|inside|throughout)\s(?:of\s)?(?:the\s)?\Z")
"""What makes of a body the room that its members fill."""
_FELLOW = re.compile(r"\b(?:[Bb]oth|fellow|first|last|only|other|two|three)\s(?:the\s)?\Z")
_MEMBERS = re.compile(r"\s(?:allies|ally|countr(?:y|ies)|members?|nations?|partners?|states?)\b")
_NAMED_SO = re.compile(r"\s(?:Championships?|Corridor|Cup|Express|Games|Highway|Square|Tower|University)\b")
"""Behind a body after which something else is named ("the ASEAN Express train")."""
"""Around a body by which states are only described ("the two NATO allies")."""
_APPOSED = re.compile(r",\s(?:himself\s|herself\s|both\s|all\s)?(?:an?\s)?(?:[a-z]+\s)?\Z")
_IN_APPOSITION = re.compile(r",\s(?:an?|once\san?|long\san?)\s(?:[a-z-]{2,14}\s){0,2}\Z")
"""Ahead of a state that another is the friend of, between commas ("Chad, a close French ally, …")."""
_PEOPLE = re.compile(r"\b[A-Z][a-z]+(?:an|ian|ese|ish|ch|i|sh)\s\Z")
"""A people, ahead of what is its own."""
_SIDES = re.compile(
    r"(?:-[A-Z][A-Za-z]{1,20}){1,3}\s(?:[a-z]+\s)?(?:commission|council|dialogue|format|forum|meeting|summit|talks)\b"
)
"""Behind the first of the sides by which an occasion is called ("in the Mali-Niger-EU format")."""
_LEADS_TO_NAME = frozenset(
    {"of", "to", "for", "on", "in", "attend", "attended", "attending", "attends", "during", "join", "joined", "joining",
     "joins"}
)  # fmt: skip
"""Words of the patterns ahead that are no lexicon's."""
_MISSION = re.compile(r"['’]?s?\s(?:[a-z]{3,12}\s)?(?:consulates?|embass(?:y|ies))\b")
"""Behind the state whose mission it is: what is done there is done to it, or by it."""
_MISSIONS = ("consul", "embass")
_BODY_MEMBER_AHEAD = re.compile(
    r",\s(?:an?|the|both|all|itself|themselves|once|long)\s(?:[\w'’-]{1,20}\s){0,4}?(?P<of>(?:member|(?<=both\s)members|(?<=all\s)members)\sof\s(?:the\s)?)?\Z"
)
_BODY_MEMBER_BEHIND = re.compile(
    r"\s(?:[a-z-]{2,14}\s)?(?:allies|ally|applicant|aspirant|candidate|founder|heavyweight|kingpin|member|members|newcomer)"
    r"(?:\s(?:country|countries|nations?|states?))?(?P<named>,?\s[A-Z])?"
)
"""Around a body of which somebody is told to be a member ("Kuwait, an OPEC member, ...", "EU candidate Serbia")."""
_ONE_LEADER = re.compile(r"\b(?:an?|another|every|first|fellow|no|only|other|sole)\s(?:[a-z-]{2,14}\s)?\Z")
_LEADER = re.compile(r"\s(?:foreign\sminister|head\sof\sstate|leader)\b(?!['’])")
"""Around a body of which somebody is one leader ("the only EU leader to back it")."""
_FEELING = re.compile(
    r"['’]s?\s(?:[a-z]{2,12}\s)?(?:alarm|anger|annoyance|chagrin|consternation|delight|dismay|displeasure|fury|joy|relief|surprise)\b"
)
"""Behind one who is moved by what others do ("to Delhi's displeasure")."""
_OF_A_BLOC = re.compile(
    r"\b(?:alliance|bloc|coalition|grouping|organi[sz]ation|pact)\s"
    r"(?:(?!(?:are|be|been|being|is|was|were)\b)[a-z]{2,12}\s)?(?:[a-z]{2,14}ed|led|begun|run)\sby\s(?:the\s)?(?:[A-Z][\w.-]{1,20}\sand\s(?:the\s)?)?\Z"
)
"""Ahead of those by whom a bloc is led or praised that is spoken of."""
_BACKED = re.compile(
    r",\s(?:[a-z]{2,12}ly\s)?(?:armed|assisted|backed|encouraged|financed|funded|helped|joined|sponsored|supported|urged\son)\sby\s"
    r"(?:the\s)?\Z"
)
"""Ahead of one who stands behind those who act, between commas."""
_SEATED = re.compile(
    r"-based\s(?:[a-z-]{2,14}\s)?(?:dissidents|exiles|group|guerrillas|insurgents|militants|opposition|rebels)\b|-led\s(?:[A-Z]{2}|Eurasian|Collective|Gulf)|-based\s(?:[\w-]{1,20}\s){0,3}(?:alliance|bloc|body|commission|court|secretariat|tribunal)\b"
)
"""Behind the seat of a body, which is not the host's."""
_SEAT_OF_JUDGES = ("The Hague", "Hague")
"""Where judges between states sit, who are not the host's."""
_JUDGES_OF_TRADE = ("WTO", "World Trade Organisation", "World Trade Organization")
_SECRETARY = re.compile(r"\b[Ss]ecretary\sof\sthe\s\Z")
"""Ahead of a security council that is a state's: that of the United Nations has none."""
_AT_BASE = re.compile(r"\b(?:at|from|inside)\s(?:the|an?|its|their)\s(?:[a-z]+\s)?\Z")
_FOR_OR_AGAINST = ("anti-", "Anti-", "pro-", "Pro-")
_IN_TOWN = re.compile(
    r"\b[Ii]n\s(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"(?:[A-Z][\w'’-]{2,20}\s?){1,3},\s(?:the\s)?\Z"
)
"""Ahead of the state in which a town lies that no list knows ("in Springfield, Canada")."""
_OWNED_TOWN = re.compile(
    r"\b[IiAaNn](?:n|t|ear)\s(?:[a-z]+\s)?(?:[A-Z][\w.-]{1,20}\s){0,2}[A-Z][\w.-]{1,20}['’]s?\s(?:[a-z-]{3,14}\s){0,3}\Z"
)
"""Ahead of a town whose state is named as its owner ("in Turkey's port city of Mersin")."""
STOPS = re.compile(
    r"[.;,)]|\s(?:[A-Z][a-z]{2,5}day|after|at|before|during|early|for|from|in|last|late|next|on|since|this|to|when|where|with)\b"
)
"""Behind a name that only says where: no verb of which it would be the subject."""
_CONCERN = re.compile(
    r"\b(?:alarm|anger|complain(?:ed|s|ts?)?|concerns?|dismay|fury|objections?|outrage|protest(?:ed|s)?|unease|worr(?:y|ies))\s"
    r"(?:(?:on|last|this)\s[\w]{3,9}\s)?(?:about|over)\s(?:the\s)?\Z"
)
"""Ahead of those who give cause for it: they are acted towards, not only spoken of."""
_WAR_HEAD = re.compile(r"(?:[-–/][A-Z][a-z]{2,14})?\s(?:conflict|crisis|war):\s")
"""Behind a name in the head that a desk puts over all its reports of a war."""
_SHIPS = (
    "USS ", "HMS ", "HMAS ", "HMCS ", "HNLMS ", "INS ", "JS ", "KRI ", "USNS ", "aircraft carrier ",
    "submarine ", "frigate ",
)  # fmt: skip
"""Ahead of a ship's name."""
_ON = re.compile(r"\b(?:on|in|at|inside)\s(?:the\s)?\Z", re.IGNORECASE)


@value(frozen=True, slots=True)
class _Patterns:
    """What stands ahead of a name (ends with it) or behind it (begins with it)."""

    post: re.Pattern[str]
    spoken_of: re.Pattern[str]
    via: re.Pattern[str]
    scene: re.Pattern[str]
    settlement: re.Pattern[str]
    town: re.Pattern[str]
    citizen: re.Pattern[str]
    national: re.Pattern[str]
    people: re.Pattern[str]
    soil: re.Pattern[str]
    session: re.Pattern[str]
    belonging: re.Pattern[str]
    money: re.Pattern[str]
    named_after: re.Pattern[str]
    occasion: re.Pattern[str]
    rule: re.Pattern[str]
    at_whom: re.Pattern[str]
    base: re.Pattern[str]
    docket: re.Pattern[str]
    leaning: re.Pattern[str]
    ally: re.Pattern[str]
    friend: re.Pattern[str]
    friend_of: re.Pattern[str]
    made: re.Pattern[str]
    joining: re.Pattern[str]
    hints: frozenset[str]
    """Last words of what stands ahead, in lower case."""
    ends: dict[str, tuple[str, ...]]
    """What stands right ahead of a name after words of a kind, in small letters."""
    lasts: dict[str, frozenset[str]]
    """The last words of those of a kind."""
    openings: dict[str, frozenset[str]]
    """The words with which those of a kind begin."""


def _words(*kinds: str) -> str:
    """The words of some kinds of asides.csv as alternatives."""
    return one_of(row["form"] for row in rows("asides") if row["kind"] in kinds)


@cache
def _patterns() -> _Patterns:
    side = r"(?:[a-z]+ern\s|central\s|neighbou?ring\s|nearby\s|then-|breakaway\s|separatist\s|rebel-held\s|war-torn\s)?"
    settlement = rf"(?:[a-z]+\s)?(?:{_words('settlement')})\s(?:city\s)?(?:of\s)?"
    article = r"(?:the\s|an?\s|what\sis\snow\s|today['’]s\s)?"
    owner = (
        r"(?:\sbloc)?['’]?s?\s(?:state[\s-](?:run\s|owned\s|controlled\s)?|(?:semi-)?official\s|national\s|public\s)?"
    )
    ahead = {row["form"].split()[-1] for row in rows("asides") if row["kind"] in ("spoken_of", "via", "scene")}
    settled = {row["form"] for row in rows("asides") if row["kind"] == "settlement"}
    kinds = {row["kind"] for row in rows("asides")}
    forms = {kind: [row["form"].lower() for row in rows("asides") if row["kind"] == kind] for kind in kinds}
    return _Patterns(
        post=re.compile(rf"\b(?:{_words('post')})\s(?:to|in|for|on)\s(?:the\s)?\Z", re.IGNORECASE),
        spoken_of=re.compile(rf"\b(?:{_words('spoken_of')})\s(?:the\s)?\Z", re.IGNORECASE),
        via=re.compile(rf"\b(?:{_words('via')})\s(?:the\s)?\Z", re.IGNORECASE),
        scene=re.compile(rf"\b(?i:{_words('scene')})\s{article}{side}(?:{settlement})?\Z"),
        settlement=re.compile(rf"\b(?:{_words('settlement')})\s(?:city\s)?(?:of\s)?\Z", re.IGNORECASE),
        town=re.compile(
            rf"\s(?:[a-z]+\s){{0,2}}(?:{_words('settlement')})\b(?!\s(?:council|authorit|government|police|official))"
        ),
        citizen=re.compile(rf"\s(?:{_words('citizen')})\b"),
        national=re.compile(rf"\s(?:{_words('national')})\b|(?:\sSociety)?\sof\s[A-Z]"),
        people=re.compile(rf"\b(?:{_words('people')})\sin\s(?:the\s)?\Z"),
        session=re.compile(
            rf"\b(?:[Aa]t|[Ff]or|[Ii]n|[Dd]uring|to|with|attend(?:s|ed|ing)?|join(?:s|ed|ing)?)\s(?:the|an?)\s(?:[\w-]{{2,20}}\s){{0,2}}"
            rf"(?:{_words('occasion')})\sof\s(?:the\s)?\Z"
        ),
        soil=re.compile(rf"\s(?:{_words('soil')})\b"),
        belonging=re.compile(
            rf"-(?:{_words('maker')})\b|{owner}(?:(?:(?-i:[A-Z])[\w-]{{1,14}}\s){{1,3}}(?:[a-z]+\s)?(?:{_words('medium')})|"
            rf"{_words('medium', 'belonging')})\b",
            re.IGNORECASE,
        ),
        money=re.compile(rf"\s(?:{_words('money')})\b"),
        named_after=re.compile(rf"\s(?:[a-z]+\s)?(?:{_words('named_after')})\b", re.IGNORECASE),
        occasion=re.compile(rf"['’]?s?\s(?:[\w'’/-]{{1,20}}\s){{0,6}}(?:{_words('occasion')})\b", re.IGNORECASE),
        rule=re.compile(rf"['’]?s?\s(?:Security\sCouncil\s)?(?:{_words('rule')})\b", re.IGNORECASE),
        ally=re.compile(rf"['’]s\s(?:[a-z-]{{2,14}}\s){{0,2}}(?:{_words('ally')}),?\s(?=[A-Z])"),
        friend=re.compile(rf"\s(?:[a-z-]{{2,14}}\s){{0,2}}(?:{_words('ally')})(?:,|\s(?:that|which|who)\b)"),
        friend_of=re.compile(
            rf",\s(?:an?|the|once\san?|long\san?)\s(?:[a-z-]{{2,14}}\s){{0,2}}(?:{_words('ally')})\sof\s(?:the\s)?\Z"
        ),
        at_whom=re.compile(rf"\b(?:{_words('at_whom')})\sat\s(?:the\s)?\Z"),
        base=re.compile(rf"\s(?:[a-z]+\s)?(?:{_words('base')})\b"),
        docket=re.compile(rf"\s(?:[a-z]+\s)?(?:{_words('docket')})\b"),
        leaning=re.compile(rf"\s(?:[a-z]+\s)?(?:{_words('leaning')})\b"),
        made=re.compile(rf"\b(?:{_words('made')})\sin\s(?:the\s)?\Z"),
        joining=re.compile(
            rf"\s(?:{_words('joining')})\b(?!\s(?:agreement|conference|criteria|negotiations|process|talks|treaty)\b)"
        ),
        hints=frozenset(ahead | settled | _LEADS_TO_NAME),
        ends={kind: tuple(f"{form} {the}" for form in forms[kind] for the in ("", "the ")) for kind in kinds},
        lasts={kind: frozenset(form.split()[-1] for form in forms[kind]) for kind in kinds},
        openings={kind: frozenset(_WORD.findall(form)[0] for form in forms[kind]) for kind in kinds},
    )


def standing_of(text: str, start: int, end: int, code: str, kind: str) -> str:
    """The `Actor.standing` of the name of `code` at `text[start:end]`, of the kind `kind`."""
    if kind == "person":
        return "acts"
    patterns = _patterns()
    behind = text[end : end + LOOK]
    if code == "UNO" and patterns.rule.match(behind):
        return "rule"
    before = text[max(0, start - LOOK) : start]
    described = (
        _is_frame(patterns, text, start, end) if kind == "organization" else _describes(patterns, before, behind, kind)
    )
    if described or _is_beside(before, behind, kind == "organization" or code == "EUE"):
        return "aside"
    words = before.casefold().split()
    if patterns.hints.isdisjoint(words[-_HINT_WORDS:]):
        return "acts"
    told = " ".join(words) + " "
    if told.endswith(_IN) and (only := _only_in(patterns, text, start, before)) is not None:
        return only
    told_of = _WORDS.words(before.lower())
    if told.endswith(_POSTED) and not patterns.openings["post"].isdisjoint(told_of) and patterns.post.search(before):
        return "post"
    last = words[-2] if words[-1] == "the" and len(words) > 1 else words[-1]
    spoken_of = last in patterns.lasts["spoken_of"] and told.endswith(patterns.ends["spoken_of"])
    if spoken_of and patterns.spoken_of.search(before) and not _CONCERN.search(before):
        return "aside"
    if (kind == "organization" or code == "UNO") and _is_room(patterns, *unglossed(text, start, end)):
        return "aside"
    if last in patterns.lasts["via"] and told.endswith(patterns.ends["via"]) and patterns.via.search(before):
        return "via"
    kind = "demonym" if is_adjective(text[start:end], before, behind) else kind
    return "scene" if _is_scene(patterns, before, behind, kind, told_of) else "acts"


def _is_beside(before: str, behind: str, body: bool) -> bool:
    """True for a `body` of which one leader is told of, for one whose feelings are, in the head of a report, and in the
    name of who reported it ("As Radio Peru noted,")."""
    if "As " in before and is_reporter(before, behind):
        return True
    if body and _LEADER.match(behind) and _ONE_LEADER.search(before):
        return True
    if ":" in behind and _WAR_HEAD.match(behind):
        return True
    return before.endswith(("to ", "To ")) and _FEELING.match(behind) is not None


def _only_in(patterns: _Patterns, text: str, start: int, before: str) -> str | None:
    """The standing of a name behind "in" that is the seat of judges, or where something was made."""
    if text.startswith(_SEAT_OF_JUDGES, start):
        return "scene"
    return "aside" if patterns.made.search(before) else None


def _is_room(patterns: _Patterns, before: str, behind: str) -> bool:
    """True for a body at whose session somebody does something."""
    if patterns.occasion.match(behind) and _AT.search(before):
        return True
    return before.endswith((" of ", " of the ")) and patterns.session.search(before) is not None


def _is_owner(patterns: _Patterns, behind: str) -> bool:
    """True for a state by which only another is described that is named behind ("Ankara's partner Baku")."""
    if not behind.startswith(("'s ", "’s ")):
        return False
    told = patterns.ally.match(behind)
    return told is not None and any(mention.char_start == 0 for mention in find_countries(behind[told.end() :]))


def _describes(patterns: _Patterns, before: str, behind: str, kind: str) -> bool:
    """True for a state whose name only describes what stands behind it, and for one whose citizen is told to be."""
    money = patterns.money.match(behind) if kind in ("demonym", "name") else None
    if _is_owner(patterns, behind) or before.endswith(_SHIPS):
        return True
    if ", " in before and _IN_APPOSITION.search(before) and patterns.friend.match(behind):
        return True
    if behind.startswith(",") and (patterns.friend_of.search(before) or _is_backer(before)):
        return True
    if "by" in before and _OF_A_BLOC.search(before):
        return True
    if behind.startswith(("-based ", "-led ")) and _SEATED.match(behind):
        return True
    if before.endswith(_FOR_OR_AGAINST) and patterns.leaning.match(behind):
        return True
    if (behind[:1] in _OWNING and patterns.belonging.match(behind)) or (
        money and (kind == "demonym" or not behind.startswith(" won"))
    ):
        return True
    if kind == "demonym" and before.endswith(("ethnic ", "Ethnic ")):
        return True
    if kind == "demonym":
        return patterns.citizen.match(behind) is not None and _APPOSED.search(before) is not None
    return kind in ("capital", "place") and patterns.named_after.match(behind) is not None


def _is_backer(before: str) -> bool:
    return before.endswith((" by ", " by the ")) and _BACKED.search(before) is not None


def _describes_member(before: str, behind: str) -> bool:
    """True for a body that only tells of what somebody is a member."""
    member = _BODY_MEMBER_BEHIND.match(behind)
    if member is not None and member["named"]:
        return True
    if member is None and not before.endswith((" of ", " of the ")):
        return False
    ahead = _BODY_MEMBER_AHEAD.search(before)
    return ahead is not None and (ahead["of"] is not None or member is not None)


def _is_frame(patterns: _Patterns, text: str, start: int, end: int) -> bool:
    """True for a body that only says where or whose ("wheat from outside Mercosur"), and for the Red Cross in the name
    of one state's society."""
    before, behind = unglossed(text, start, end)
    if (
        _BOUNDS.search(before)
        or (_FELLOW.search(before) and _MEMBERS.match(behind))
        or _NAMED_SO.match(behind)
        or patterns.belonging.match(behind)
        or (before.endswith(_FOR_OR_AGAINST) and patterns.leaning.match(behind))
        or patterns.joining.match(behind)
        or _describes_member(before, behind)
        or (text[start:end] in _JUDGES_OF_TRADE and patterns.docket.match(behind))
    ):
        return True
    if " ".join(text[start:end].split()) == "Security Council" and _SECRETARY.search(before):
        return True
    if not patterns.national.fullmatch(" " + text[start:end]):
        return False
    return _PEOPLE.search(before) is not None or patterns.national.match(behind) is not None


def _is_ground(patterns: _Patterns, before: str, behind: str, kind: str) -> bool:
    """True for the state on whose soil, or at whose base, something is done."""
    if "base" in behind and patterns.base.match(behind) and _AT_BASE.search(before):
        return True
    return kind == "demonym" and patterns.soil.match(behind) is not None and _ON.search(before) is not None


def _lies_there(before: str, behind: str) -> bool:
    """True for the state in which a town lies that no list knows."""
    return before.endswith((", ", ", the ")) and _IN_TOWN.search(before) is not None and STOPS.match(behind) is not None


def _has_people(ahead: str) -> bool:
    """True where the name of a people ends `ahead`."""
    named = find_countries(ahead)
    return bool(named) and named[-1].kind == "demonym" and not ahead[named[-1].char_end :].strip()


def _is_town_of(patterns: _Patterns, before: str, words: Sequence[str]) -> bool:
    """True for a town that is told to lie somewhere ("in the port of", "in Turkey's")."""
    if before.endswith(" ") and _OWNED_TOWN.search(before):
        return True
    return not patterns.openings["settlement"].isdisjoint(words) and patterns.settlement.search(before) is not None


def _is_scene(patterns: _Patterns, before: str, behind: str, kind: str, words: Sequence[str]) -> bool:
    """True where a name only says where; `words` are those of `before`, in small letters."""
    if kind in ("institution", "parliament", "organization"):
        return False
    if behind.startswith("-") and _SIDES.match(behind):
        return False
    if holds_any(behind, _MISSIONS) and _MISSION.match(behind):
        return False
    if "at" in words and patterns.at_whom.search(before):
        return False
    placed = not patterns.openings["scene"].isdisjoint(words)
    if kind != "place" and _is_ground(patterns, before, behind, kind):
        return True
    if kind == "demonym":
        return placed and patterns.town.match(behind) is not None and patterns.scene.search(before) is not None
    if "in" in words and (people := patterns.people.search(before)) is not None:
        return _has_people(before[: people.start()])  # "Peruvian officials in Rome" are not Italy's
    if placed and (patterns.scene.search(before) or _lies_there(before, behind)):
        return True
    return kind in ("place", "capital") and _is_town_of(patterns, before, words)
