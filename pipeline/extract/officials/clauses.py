"""Holders told by verbs: "X was appointed minister", "replaced X as minister", "He is minister"."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.extract.officials.holders import Claim, Sides, joined_before
from pipeline.extract.officials.names import Name
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import Sort, role_words
from pipeline.extract.officials.words import Words
from pipeline.lexicon.table import rows

_LONGEST = 14
"""Words between a subject and its title."""
PRONOUNS = frozenset(("he", "she", "him", "her"))
"""The words that a claim may have for its holder in place of a name."""
_SUBJECTS = ("he", "she")
_OBJECTS = ("him", "her")
_HELPERS = role_words("helpers")
_COMING = frozenset(("will", "would", "to"))
_PASSING = role_words("passing")
_TIMES = role_words("times")
_NUMBER = re.compile(r"\d{1,4}")
_DESCRIBING = frozenset(("a", "an", "the", "who", "formerly", "once", "until", "previously"))
"""Behind a name and a comma these open what is told of its bearer."""
_OBJECT_GAPS = frozenset(
    ((), ("as",), ("to", "be"), ("to", "serve", "as"), ("to", "become"), ("as", "next"), ("for",), ("to", "post"))
)


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    """The words that join a person to an office, to the status that they give it."""
    found = {}
    for row in rows("office_phrases"):
        found[tuple(word for word in row["phrase"].split() if word not in _PASSING)] = row["status"]
    return found


def by_clause(sides: Sides, place: int, title: Title) -> list[Claim]:
    """The claims of a clause whose subject or object stands before `title`, the item at `place`."""
    subject = _name_before(sides, place)
    if subject is not None:
        claims = _by_object(sides, place, subject, title) or _by_subject(sides, subject, title)
        if claims:
            return claims
    return (
        _by_pronoun(sides.words, subject, title)
        or _by_object_pronoun(sides.words, title)
        or _by_later_pronoun(sides, place, title)
    )


def _name_before(sides: Sides, place: int) -> Name | None:
    for index in range(place - 1, max(-1, place - 4), -1):
        item = sides.items[index]
        if isinstance(item, Name):
            return item
    return None


def _by_subject(sides: Sides, subject: Name, title: Title) -> list[Claim]:
    words = sides.words
    gap = words.low[subject.end : title.start]
    if gap[:1] == [","] and not _HELPERS.isdisjoint(gap[1:2]):
        subject = _told_aside(sides, subject)
    status = _joining_status(gap)
    if status is None:
        subject, status = _second_verb(sides, subject, gap)
    if status is None or words.possessive[subject.end - 1]:
        return []
    holders = joined_before(sides, subject) if title.office.plural else [subject]
    return [Claim(name, title, "name_verb_title", _combined(title.status, status)) for name in holders]


def _told_aside(sides: Sides, nearest: Name) -> Name:
    """Of whom the words tell that end with `nearest` and a comma: "X, a former aide to President Y, was appointed"."""
    low = sides.words.low
    before = (item for item in reversed(sides.items) if isinstance(item, Name) and item.end < nearest.start)
    name = next(before, nearest)
    described = low[name.end] == "," and low[name.end + 1] in _DESCRIBING
    return name if described and "," not in low[name.end + 1 : nearest.start] else nearest


def _second_verb(sides: Sides, nearest: Name, gap: Sequence[str]) -> tuple[Name, str | None]:
    """The sentence's first name as the subject of a second verb: "X resigned in April and was appointed envoy"."""
    first = next((item for item in sides.items if isinstance(item, Name)), nearest)
    last = max((k for k, low in enumerate(gap) if low == "and"), default=-1)
    tail = gap[last + 1 :] if last >= 0 else []
    return first, _joining_status(tail) if tail and tail[0] in _HELPERS else None


def _by_pronoun(words: Words, subject: Name | None, title: Title) -> list[Claim]:
    for index in range(title.start - 1, max(-1, title.start - _LONGEST), -1):
        if words.low[index] in _SUBJECTS and (subject is None or subject.end <= index):
            status = _joining_status(words.low[index + 1 : title.start])
            if status is None:
                return []
            return [Claim(None, title, "pronoun_verb_title", _combined(title.status, status), pronoun=index)]
    return []


def _by_object_pronoun(words: Words, title: Title) -> list[Claim]:
    """ "sent her to Lima as head of …", "made him minister"."""
    for index in range(title.start - 1, max(0, title.start - _LONGEST), -1):
        if words.low[index] in _OBJECTS and words.low[index - 1] in role_words("appoints"):
            gap = words.low[index + 1 : title.start]
            plain = not any(sort & Sort.VERB for sort in words.sort[index + 1 : title.start])
            if plain and (gap[-1:] == ["as"] or not gap):
                status = "designate" if words.low[index - 1] in role_words("nominates") else "current"
                return [Claim(None, title, "pronoun_verb_title", _combined(title.status, status), pronoun=index)]
    return []


def _by_later_pronoun(sides: Sides, place: int, title: Title) -> list[Claim]:
    """ "As ambassador to Peru, she …"."""
    words = sides.words
    if title.start == 0 or words.low[title.start - 1] != "as" or title.office.plural:
        return []
    behind = sides.items[place + 1].start if place + 1 < len(sides.items) else len(words)
    for index in range(title.end, min(behind, title.end + _LONGEST)):
        if words.low[index] in _SUBJECTS:
            return [Claim(None, title, "pronoun_verb_title", title.status, pronoun=index)]
    return []


def _combined(by_title: str, by_verb: str) -> str:
    return by_verb if by_title == "current" else by_title


def _joining_status(gap: Sequence[str]) -> str | None:
    """The status that the words between a subject and a title give, or None where they do not join them."""
    if not 0 < len(gap) <= _LONGEST:
        return None
    if gap[0] == "," and "," in gap[1:-1] and "who" not in gap[:3]:
        # ", 56, was": pass over what stands between the commas
        gap = gap[gap.index(",", 1) + 1 :]
    words = tuple(low for low in _without_times(gap) if low not in _PASSING)
    known = _phrases()
    if words in known:
        # "X appointed a governor" is no governor; "X, appointed governor in May," is
        active = words[0] in role_words("appoints") and gap[0] != ","
        return None if active else known[words]
    bare = words
    while bare and bare[0] in _HELPERS:
        bare = bare[1:]
    status = known.get(bare) if bare and bare != words else None
    return "designate" if status == "current" and _COMING & set(words[: len(words) - len(bare)]) else status


def _without_times(gap: Sequence[str]) -> list[str]:
    """`gap` without "on Monday", "in May 2019", "last week"."""
    kept: list[str] = []
    index = 0
    while index < len(gap):
        if gap[index] in _TIMES and index + 1 < len(gap) and gap[index + 1] not in ("as", "his", "her", "the"):
            index += 2
            while index < len(gap) and _NUMBER.fullmatch(gap[index]):
                index += 1
            continue
        kept.append(gap[index])
        index += 1
    return kept


def _by_object(sides: Sides, place: int, name: Name, title: Title) -> list[Claim]:
    """A verb before the name gives it the title, or takes the title from it."""
    words = sides.words
    gap = tuple(low for low in words.low[name.end : title.start] if low not in _PASSING)
    if gap not in _OBJECT_GAPS:
        return []
    acting = role_words("appoints") | role_words("ends")
    verb = next((low for low in reversed(words.low[max(0, name.start - 5) : name.start]) if low in acting), None)
    if verb is None:
        return []
    if verb in role_words("ends"):
        return _by_ending(sides, place, name, title, verb) if gap == ("as",) else []
    if gap or title.definite or title.end > title.head.start:
        status = "designate" if verb in role_words("nominates") else "current"
        return [Claim(name, title, "verb_name_title", _combined(title.status, status))]
    return []


def _by_ending(sides: Sides, place: int, name: Name, title: Title, verb: str) -> list[Claim]:
    claims = [Claim(name, title, "verb_name_title", "former")]
    subject = next(
        (item for item in reversed(sides.items[:place]) if isinstance(item, Name) and item.end <= name.start), None
    )
    if verb in role_words("takes_over") and subject is not None:
        claims.append(Claim(subject, title, "name_verb_title", title.status))
    return claims
