"""Every place of an article where somebody is named who can act for a state: states, bodies, organs, companies,
officials. Who of them takes part in an event is decided in `parties`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from pipeline.extract.actors import CountryMention, find_actors
from pipeline.extract.events.actor import Actor, Cast
from pipeline.extract.events.asides import STOPS, standing_of
from pipeline.extract.events.introduced import introduced
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.resolutions import resolutions
from pipeline.extract.events.surnames import called_by_words, governments
from pipeline.extract.facts import PersonMention
from pipeline.extract.officials.leaders import is_spelt_so, leader_state
from pipeline.lexicon.countries import body_codes
from pipeline.lexicon.table import rows
from pipeline.text.page import Page
from pipeline.text.patterns import names_of

_CAPITALS = re.compile(r"(?<![\w.])[A-Z]{4,30}(?!\w)")
_MILITIAS_OWN = re.compile(
    r"-|['’]?s?\s(?:ally|allies|assaults?|attacks?|backers?|fighters?|gunm[ae]n|militants?|rockets?|stronghold|supporters?)\b"
)
"""Behind an armed group that does nothing for its state: by which another is described, or whose fighters act."""
_HEAD = re.compile(r"[A-Z]{4,20}(?:[ -][A-Z]{2,20}){0,3}(?:\s\([A-Z ]{3,24}\))?(?=[.:]\s)")
"""Words in capitals with which a paragraph opens."""
_COUNTERPART = re.compile(r"\s(?:counterpart|opposite\snumber),?\s\Z")
_TO_NAME = 24
"""Characters ahead of a name in which "counterpart" stands."""
_PLACES = frozenset({"name", "capital", "place"})
_LAST = frozenset({" and ", " and in ", ", and ", " or ", " and the "})
_ENDS = re.compile(
    r"[.;]|\srespectively\b|,\s(?:where|which|and|but|on|in|the)\b|\s(?:on|in|during|last|this|next|to|for|over|since|after|before|from|at|with)\b"
)
"""What follows the last place of a list: no verb of which it would be the subject."""
_DATED_LAST = re.compile(
    r"\s(?:(?:in|on)\s(?:[A-Z][a-z]{2,8}\s)?\d{1,4}|\((?:[A-Z][a-z]{2,8}\s)?\d{1,4}\)|(?:in|on|last|this)\s[A-Z][a-z]{2,8})"
    r",?\s(?:and|then)\s(?:in\s)?"
)
_DATED = re.compile(r"\s(?:in|on|last|this)\s[A-Z\d]|\s\((?:[A-Z][a-z]{2,8}\s)?\d")
"""Between two places of a list and behind the last, where each has its date ("in Lima in June and Quito in July")."""
_LIES_IN = re.compile(r",\s(?:the\s)?(?:[a-z]+\s)?capital\s(?:city\s)?of\s(?:the\s)?|\sof\s(?:the\s)?")
"""Between a city and its state, where more than a comma stands there."""
_ONLY_WHERE = re.compile(
    r"['’]s?\scapital\b|\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d"
)
"""Behind the state in which a city lies, besides (`STOPS`): what it is to it, or a caption's day."""
_BRACKET = len(" (")
_FULL_NAME = 90
"""Characters ahead of letters in brackets in which the name stands that they are short for."""
_NAME_WORDS = re.compile(r"\b[A-Z][\w'’-]{1,24}")
_GENITIVE = len("'s ")
_ANY_BODY = frozenset({"body", "organization", "organisation"})
"""Words that go on with whatever body was named last."""
_LENDERS = frozenset({"IMF", "WB", "ADB", "AfDB", "AIIB", "EBRD", "EIB", "IDB", "NDB"})
_GROUPING = frozenset({"group", "grouping"})
_GROUPS = frozenset(
    {"APEC", "ASEAN", "BRICS", "CIS", "EAEU", "ECOWAS", "G20", "G7", "G8", "GCC", "OIC", "SAARC", "SCO"}
)
"""Bodies that go by the name of a group."""
_NO_BLOCS = _LENDERS | {"UNO", "WTO", "ICC", "ICRC", "Interpol", "OPCW", "IEA"}
"""Bodies that "the bloc" and "the alliance" do not mean."""


def cast_of(page: Page, people: Sequence[PersonMention]) -> Cast:
    """All actors of an article."""
    text, heads = _in_lower_case(page)
    mentions = find_actors(text)
    found = []
    surnames = {word for person in people for word in person.text.split(" ")[1:]}
    for m in _outside_names(mentions, people):
        if m.kind == "place" and m.text in surnames:
            continue
        if m.text in party_words("militia"):
            if not _MILITIAS_OWN.match(text, m.char_end) and not text.endswith(
                ("-backed ", "-allied "), 0, m.char_start
            ):
                found.append(Actor(m.char_start, m.char_end, m.code, "organization", m.text, "militia"))
            continue
        head = any(start <= m.char_start < end for start, end in heads)
        standing = "scene" if head else standing_of(text, m.char_start, m.char_end, m.code, m.kind)
        found.append(Actor(m.char_start, m.char_end, m.code, m.kind, m.text, standing))
    found = _in_lists(text, _spelled_out(text, found))
    found = _with_joint_names(text, found)
    found += _officials(page.text, people, mentions)
    found += called_by_words(page.text, people)
    found += governments(page.text, people)
    found += _short_bodies(text, mentions)
    found += introduced(text, mentions)
    found += resolutions(text)
    return Cast.of(found)


def _spelled_out(text: str, found: list[Actor]) -> list[Actor]:
    """`found`, short names in brackets taken like the full ones ahead of them ("the Shanghai Cooperation Organisation
    (SCO)"), and letters that the page itself explains otherwise as it says ("Ceylon Petroleum Corporation (CPC)")."""
    result: list[Actor] = []
    meant: dict[str, str | None] = {}
    for actor in found:
        before = result[-1] if result else None
        if text.endswith((" (", " ( "), 0, actor.start) and text[actor.end : actor.end + 1] == ")":
            beside = before if before is not None and actor.start - before.end <= _BRACKET + 1 else None
            if beside is not None and beside.code == actor.code:
                actor = replace(actor, standing=beside.standing)
            elif actor.text.isupper() and _are_letters_of(text, actor):
                meant[actor.text] = beside.code if beside is not None else None
        result.append(actor)
    return [_as_meant(actor, meant) for actor in result if meant.get(actor.text, actor.code)] if meant else result


def _as_meant(actor: Actor, meant: Mapping[str, str | None]) -> Actor:
    return replace(actor, code=meant.get(actor.text) or actor.code)


def _are_letters_of(text: str, actor: Actor) -> bool:
    """True where the words ahead of letters in brackets begin with these."""
    words = _NAME_WORDS.findall(text, max(0, actor.start - _FULL_NAME), actor.start - _BRACKET)
    return "".join(word[0] for word in words[-len(actor.text) :]) == actor.text


def _in_lists(text: str, found: list[Actor]) -> list[Actor]:
    """`found` where what a place is, the next one of its list is too: "in Vienna and Geneva", "in Peru, Chile and
    Bolivia"."""
    result = found[:1]
    for at, actor in enumerate(found[1:], 1):
        listed = (
            result[-1].standing == "scene"
            and actor.standing == "acts"
            and actor.kind in _PLACES
            and _goes_with(text, found, at)
        )
        result.append(replace(actor, standing="scene") if listed or _lies_in(text, result[-1], actor) else actor)
    return result


def _lies_in(text: str, city: Actor, state: Actor) -> bool:
    """True for the state that follows the city in it, where that only says where ("in Hanoi, Vietnam")."""
    if city.standing != "scene" or state.standing != "acts" or state.code != city.code or state.kind != "name":
        return False
    link = text[city.end : state.start]
    if _LIES_IN.fullmatch(link) is not None:
        return True
    return link == ", " and (STOPS.match(text, state.end) or _ONLY_WHERE.match(text, state.end)) is not None


def _goes_with(text: str, found: Sequence[Actor], at: int) -> bool:
    """Whether the name at `at` follows the one before in a list that ends with "and" and what follows no subject."""
    link = text[found[at - 1].end : found[at].start]
    if found[at - 1].kind not in _PLACES:
        return False
    if link in _LAST:
        return _ENDS.match(text, found[at].end) is not None
    if _DATED_LAST.fullmatch(link):
        return _DATED.match(text, found[at].end) is not None
    if found[at - 1].kind != found[at].kind:
        return False
    return (
        link == ", "
        and at + 1 < len(found)
        and text[found[at].end : found[at + 1].start] in _LAST
        and _goes_with(text, found, at + 1)
    )


def _outside_names(mentions: Sequence[CountryMention], people: Sequence[PersonMention]) -> list[CountryMention]:
    """`mentions` without those inside a person's name ("Wu Dawei", "Israel Katz")."""
    named = sorted((person.char_start, person.char_end) for person in people)
    starts = [start for start, _ in named]
    kept = []
    for mention in mentions:
        at = bisect_right(starts, mention.char_start) - 1
        if at < 0 or mention.char_end > named[at][1]:
            kept.append(mention)
    return kept


@cache
def _joint_names() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """The names of joint_names.csv, and the states that each means."""
    meant = {row["form"]: tuple(row["codes"].split(";")) for row in rows("joint_names")}
    return re.compile(names_of(meant)), meant


def _with_joint_names(text: str, found: list[Actor]) -> list[Actor]:
    """`found` and the states that joint names mean, in place of names within those."""
    pattern, meant = _joint_names()
    for match in pattern.finditer(text):
        start, end = match.span()
        found = [actor for actor in found if actor.end <= start or actor.start >= end]
        for code in meant[" ".join(match.group().split())]:
            standing = standing_of(text, start, end, code, "name")
            found.append(Actor(start, end, code, "name", match.group(), standing))
    return found


def _in_lower_case(page: Page) -> tuple[str, list[tuple[int, int]]]:
    """The page's text with headlines and heads in capitals as names are written elsewhere ("PERU SIGNS" is "Peru
    Signs"), and the spans of the heads with which paragraphs open ("PORT SUDAN. A ship …")."""
    text, heads = page.text, []
    for paragraph in page.paragraphs:
        start, end = paragraph.char_start, paragraph.char_end
        if paragraph.kind != "headline" or not paragraph.text.isupper():
            head = _HEAD.match(paragraph.text)
            if paragraph.kind != "body" or head is None:
                continue
            end = start + head.end()
            heads.append((start, end))
        text = text[:start] + _CAPITALS.sub(_written, text[start:end]) + text[end:]
    return text, heads


def _written(match: re.Match[str]) -> str:
    return match.group()[0] + match.group()[1:].lower()


def is_body(code: str) -> bool:
    """True for an international body, which is no state."""
    return code in body_codes()


def _officials(text: str, people: Sequence[PersonMention], mentions: Sequence[CountryMention]) -> list[Actor]:
    """Officials by the state they serve, and who is told to be one's counterpart ("his Thai counterpart, X"); a bare
    surname that one official of the article bears is that official's; known leaders act without their office too."""
    states = {mention.char_end: mention.code for mention in mentions}
    named = set(states.values())
    owned = _owned(text, people, states)
    counterparts = {person.person for person in people if person.country and _is_counterpart(text, person, states)}
    homes: dict[str, set[str]] = {}
    for person in people:
        if person.country and person.official:
            for word in person.person.split():
                homes.setdefault(word, set()).add(person.country)
    found = []
    for person in people:
        code = person.country if person.official or person.person in counterparts else None
        code = owned.get(person.person, code)
        if code is None and person.country is None and len(known := homes.get(person.text, set())) == 1:
            code = next(iter(known))
        if code is None and not person.official and " " in person.person:
            leads = leader_state(person.person, national=True)
            code = leads if leads in named or is_spelt_so(person.person) else None
        if code is not None:
            key = person.person if person.official else None
            found.append(Actor(person.char_start, person.char_end, code, "person", person.text, "acts", key))
    return found


def _owned(text: str, people: Sequence[PersonMention], states: Mapping[int, str]) -> dict[str, str]:
    """The people who are named once right behind their state's genitive ("Kosovo's Albin Kurti"), to that state."""
    found: dict[str, str] = {}
    for person in people:
        end = person.char_start - _GENITIVE
        if end > 0 and end in states and text.startswith(("'s ", "’s "), end):
            found.setdefault(person.person, states[end])
    return found


def _is_counterpart(text: str, person: PersonMention, states: Mapping[int, str]) -> bool:
    """Whether the name stands behind "counterpart" and the state that it serves; `states` by where their names end."""
    start = max(0, person.char_start - _TO_NAME)
    told = _COUNTERPART.search(text[start : person.char_start])
    return told is not None and states.get(start + told.start()) == person.country


@cache
def _short_body() -> re.Pattern[str]:
    words = "|".join(sorted(party_words("body_word")))
    return re.compile(rf"[Tt]he\s(?<!\w...\s)({words})\b(?!\s(?:of\s)?[A-Z])")


def _short_bodies(text: str, mentions: Sequence[CountryMention]) -> list[Actor]:
    """ "the Fund", "the bloc": the body named last whose name ends so."""
    codes = body_codes()
    bodies = [m for m in mentions if m.code in codes]
    if not bodies:
        return []
    starts = [m.char_start for m in bodies]
    taken = {m.char_start for m in mentions}
    found = []
    for match in _short_body().finditer(text):
        if match.start(1) in taken:
            continue
        before = bodies[: bisect_left(starts, match.start())]
        word = match[1]
        body = next((m for m in reversed(before) if _goes_on(m, word)), None)
        if body is not None:
            standing = standing_of(text, match.start(), match.end(), body.code, "organization")
            found.append(Actor(match.start(), match.end(), body.code, "organization", match.group(), standing))
    return found


def _goes_on(body: CountryMention, word: str) -> bool:
    if word in _ANY_BODY:
        return True
    if word == "lender":
        return body.code in _LENDERS
    if word in _GROUPING:
        return body.code in _GROUPS
    if word == "council":
        return body.text.endswith("Council")
    if word.islower():
        return body.code not in _NO_BLOCS
    if word == "Council":
        return body.text.endswith("Council")
    return body.text.split()[-1] == word or (body.text.isupper() and body.text[-1] == word[0])
