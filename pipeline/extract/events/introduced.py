"""Bodies and offices that a page names once in full and then in short: "the UN Human Rights Commission", and later "the
Human Rights Commission"; "the Ghana Cocoa Board (COCOBOD)", and later "COCOBOD"."""

import re
from collections.abc import Sequence

from pipeline.extract.actors import CountryMention
from pipeline.extract.events.actor import Actor
from pipeline.extract.events.asides import standing_of

_HEADS = (
    "Administration|Agency|Assembly|Authority|Board|Bureau|Center|Centre|Command|Commission|Committee|Corps|Council|Court|"
    "Department|Directorate|Fund|Guard|Institute|Ministry|Mission|Office|Organi[sz]ation|Program|Programme|Secretariat|"
    "Service|Tribunal"
)
_OWNED = re.compile(rf"(?:['’]s?)?\s(?P<name>(?:(?:[A-Z][\w-]{{1,20}}|and|of|for|on)\s){{1,4}}(?:{_HEADS}))\b")
"""Behind the owner: a name of two words or more."""
_OWNERS = frozenset({"name", "demonym", "organization"})
_LETTERS = re.compile(r"\s\((?P<name>[A-Z][A-Za-z]{0,6}[A-Z])\)")
"""The short name behind a full one."""
_NAMED_IN_FULL = frozenset({"government", "institution", "organization"})


def introduced(text: str, mentions: Sequence[CountryMention]) -> list[Actor]:
    """The places where what a state or body owns is called without its owner; none where two own what is called so."""
    owners: dict[str, str] = {}
    spans = {mention.char_start for mention in mentions}
    for mention in mentions:
        told = _OWNED.match(text, mention.char_end) if mention.kind in _OWNERS else None
        if told is not None:
            known = owners.setdefault(told["name"], mention.code)
            if known != mention.code:
                owners[told["name"]] = ""
    found = []
    for name, code in owners.items():
        start = text.find("he " + name) if code else -1
        while start >= 0:
            place = start + len("he ")
            if place not in spans and text[start - 1 : start] in ("t", "T"):
                standing = standing_of(text, place, place + len(name), code, "institution")
                found.append(Actor(place, place + len(name), code, "institution", name, standing))
            start = text.find("he " + name, place)
    return found + _lettered(text, mentions, spans)


def _lettered(text: str, mentions: Sequence[CountryMention], known: set[int]) -> list[Actor]:
    """The places where a body or an office is called by the letters that its full name is followed by in brackets."""
    meant: dict[str, CountryMention] = {}
    for mention in mentions:
        if mention.kind in _NAMED_IN_FULL and text.startswith("(", mention.char_end + 1):
            told = _LETTERS.match(text, mention.char_end)
            if told is not None and told.start("name") not in known:
                meant.setdefault(told["name"], mention)
    found = []
    for letters, mention in meant.items():
        for place in re.finditer(rf"(?<![\w(]){letters}(?!\w)", text):
            start, end = place.span()
            if start not in known:
                standing = standing_of(text, start, end, mention.code, mention.kind)
                found.append(Actor(start, end, mention.code, mention.kind, letters, standing))
    return found
