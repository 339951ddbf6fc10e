"""Who stands beside an act without a part in it: its host, its mediator, its witness ("with Swiss mediation").

A host who acts alone ("Oman hosted the talks") is looked at in `counterpart`.
"""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.party_words import party_words, speaks_of
from pipeline.extract.vocabulary import vocabulary

_NAMED_WITHIN = 60
"""Characters behind "hosted by" within which the host is named."""
_LIST = re.compile(r"['’]?s?(?:,|\sand|\sor|,\sand)\s(?:the\s)?(?:[\w.'’-]{1,20}\s){0,2}")
_WITH = re.compile(
    r"\b(?:[Ww]ith|[Uu]nder|[Tt]hrough|[Bb]y|[Tt]hanks\sto|[Aa]fter|[Ff]ollowing)\s(?:the\s)?(?:[\w'’-]{2,20}\s){0,3}\Z"
)
_COMPLAINT = re.compile(
    r"\b(?:cases?|claims?|complaints?|dispute|lawsuit|petitions?|proceedings|suit)\s(?:[\w'’-]{1,20}\s){0,5}"
    r"(?:at|before|to|with)\s(?:the\s)?\Z"
)
_COMPLAINS = re.compile(r"\bcomplain(?:ed|ing|s)?\s(?:[\w'’-]{1,20}\s){0,3}to\s(?:the\s)?\Z")
"""The same, where it is told behind of whom."""
_BEFORE = 48
"""Characters ahead of a mediator in which it is told that the act is done with him."""
_COMPLAINTS = frozenset(
    {"case", "cases", "claim", "claims", "complain", "complained", "complaining", "complains", "complaint",
     "complaints", "dispute", "lawsuit", "petition", "petitions", "proceedings", "suit"}
)  # fmt: skip
_JUDGES = frozenset({"ICC", "UNO", "WTO"})
"""Bodies that hear complaints of one state about another."""
_DEAL = re.compile(r"\b(?:accord|agreement|armistice|cease-?fire|deal|negotiations|pact|talks|treaty|truce)\s\Z")
"""Ahead of who brought it about."""
_OPENING = 12
"""Characters of a sentence within which what opens it begins."""
_PAIR = 2


@cache
def _beside() -> re.Pattern[str]:
    words = "|".join(sorted(re.escape(form).replace(r"\ ", r"\s") for form in party_words("host")))
    return re.compile(rf"\b(?:{words})\s")


@cache
def _mediation() -> re.Pattern[str]:
    words = "|".join(sorted(re.escape(form).replace(r"\ ", r"\s") for form in party_words("mediation")))
    return re.compile(rf"['’]?s?(?:(?:,|\sand|\sor)\s[A-Z][\w-]{{2,20}}){{0,2}}(?:\s[a-z-]{{3,14}})?\s(?:{words})\b")


@cache
def _hints() -> frozenset[str]:
    """The words of what tells of hosts and complaints but for "by" and "of", of which a sentence with one has one."""
    told = [form.split() for kind in ("host", "mediation") for form in party_words(kind)]
    known = frozenset(word for words in told for word in words) - {"at", "by", "good", "in", "of", "on", "the", "under"}
    return known | _COMPLAINTS


def without_hosts(sentence: str, acting: Sequence[Actor], pair: Sequence[str] = ()) -> list[Actor]:
    """`acting` without those who only lend an act of two others, be it of the story's `pair`, a place, their help or
    their eyes."""
    if _hints().isdisjoint(vocabulary(sentence)):
        return list(acting)
    helping = _mediators(sentence, acting)
    rest = [actor for actor in acting if actor not in helping and not _hears(sentence, actor, acting)]
    for told in _beside().finditer(sentence):
        hosts = _listed(sentence, told.end(), rest)
        others = {a.code for a in rest if a not in hosts and (a.end <= told.start() or told.start() < _OPENING)}
        known = len(others) >= _PAIR or any(map(is_body, others)) or speaks_of("two", sentence)
        if known or (not others and _is_theirs(sentence, told.start(), hosts, pair)):
            rest = [actor for actor in rest if actor not in hosts]
    return rest


def _is_theirs(sentence: str, start: int, hosts: Sequence[Actor], pair: Sequence[str]) -> bool:
    """True for the deal of the story's two that others have brought about ("a truce brokered by Oman")."""
    if len(pair) != _PAIR or not {host.code for host in hosts}.isdisjoint(pair):
        return False
    return _DEAL.search(sentence, max(0, start - _BEFORE), start) is not None


def _mediators(sentence: str, acting: Sequence[Actor]) -> set[Actor]:
    """Those with whose mediation something is done."""
    found = set()
    for actor in acting:
        before = sentence[max(0, actor.start - _BEFORE) : actor.start]
        if _mediation().match(sentence, actor.end) and _WITH.search(before):
            found.add(actor)
    return found


def _hears(sentence: str, actor: Actor, acting: Sequence[Actor]) -> bool:
    """True for a body with which a complaint about somebody else is lodged."""
    if actor.code not in _JUDGES:
        return False
    start = max(0, actor.start - _BEFORE)
    if _COMPLAINT.search(sentence, start, actor.start) is not None:
        return True
    return acting[-1].start > actor.end and _COMPLAINS.search(sentence, start, actor.start) is not None


def _listed(sentence: str, start: int, acting: Sequence[Actor]) -> list[Actor]:
    """The first who is named behind `start`, by whatever names, and those who are listed with him."""
    found: list[Actor] = []
    for actor in acting:
        if actor.start < start:
            continue
        last = found[-1] if found else None
        if last is None and actor.start - start > _NAMED_WITHIN:
            break
        if last is not None and actor.code != last.code and not _LIST.fullmatch(sentence, last.end, actor.start):
            break
        found.append(actor)
    return found
