"""Bodies and offices that a page names once with whose they are and then without: "the UN Human Rights Commission", and
later "the Human Rights Commission"."""

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
    return found
