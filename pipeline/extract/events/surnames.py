"""Officials called by a surname that is a common word as well ("Rice will go to Riga"): where a verb shows that they
act, or a word ahead that they are met; governments called by their leaders. Other bare surnames are found where all
names are."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.extract.events.actor import Actor
from pipeline.extract.facts import PersonMention
from pipeline.extract.inflection import finite_words
from pipeline.extract.officials.leaders import leader_signs
from pipeline.lexicon.table import rows

_NEXT = re.compile(r"(?:['’]s)?\s([a-z]{2,14})\b")
_MEETS = re.compile(r"\b(?:with|met|meet|meeting|told|and|by|Ms\.?|Mrs\.?|Mr\.?)\s\Z")
_AHEAD = 10
_GOVERNMENTS = ("administration", "Administration", "government", "regime")
_OF_LEADER = re.compile(r"[Tt]he\s(?<!\w...\s)([A-Z][\w'’-]{2,20})\s\Z")
_LONGEST = 27
"""Characters ahead of a government in which its leader is named."""


@cache
def _word_names() -> frozenset[str]:
    """Surnames, with a capital, that no name holds as far as the finder of names knows."""
    kinds = {kind: {row["name"] for row in rows("not_people") if row["kind"] == kind} for kind in ("surname", "word")}
    return frozenset(name.capitalize() for name in kinds["surname"] & kinds["word"])


def called_by_words(text: str, people: Sequence[PersonMention]) -> list[Actor]:
    """The places where officials of `people`, named in full elsewhere, are called by such a surname."""
    bearers = {
        person.person.rpartition(" ")[2]: person for person in people if person.official and person.country is not None
    }
    found = []
    for surname in sorted(bearers.keys() & _word_names()):
        person = bearers[surname]
        for match in re.finditer(rf"(?<!\w){surname}(?!\w)", text):
            start, end = match.span()
            if person.country is not None and not _is_named(people, start) and _acts(text, start, end):
                found.append(Actor(start, end, person.country, "person", surname, "acts", person.person))
    return found


def governments(text: str, people: Sequence[PersonMention]) -> list[Actor]:
    """The governments that are called by who leads them ("the Obama administration"): an official of `people`, or a
    leader whose surname says the state by itself."""
    found = []
    for match in _governments(text):
        start, end = match.span(1)
        if _is_named(people, start):
            continue
        leads = {p.country for p in people if p.official and p.country and p.person.endswith(" " + match[1])}
        codes = leads or set(leader_signs(match[1], ()))
        if len(codes) == 1:
            found.append(Actor(start, end, codes.pop(), "institution", match[1], "acts"))
    return found


def _governments(text: str) -> list[re.Match[str]]:
    """Where a name stands between the article and a government, in order."""
    found = []
    for word in _GOVERNMENTS:
        at = text.find(word)
        while at > 0:
            behind = at + len(word)
            match = _OF_LEADER.search(text, max(0, at - _LONGEST), at)
            if match is not None and not _goes_on(text, behind):
                found.append(match)
            at = text.find(word, behind)
    return sorted(found, key=re.Match.start)


def _goes_on(text: str, at: int) -> bool:
    return at < len(text) and (text[at].isalnum() or text[at] == "_")


def _is_named(people: Sequence[PersonMention], start: int) -> bool:
    """True within a name that is known."""
    return any(person.char_start <= start < person.char_end for person in people)


def _acts(text: str, start: int, end: int) -> bool:
    behind = _NEXT.match(text, end)
    if behind is not None and behind[1] in finite_words():
        return True
    return _MEETS.search(text[max(0, start - _AHEAD) : start]) is not None
