"""Holders of one office whom a list names, each with a state: "leaders like Peru's X", "X of Peru and other kings"."""

from dataclasses import replace

from pipeline.extract.officials.beside import past_state, state_beside
from pipeline.extract.officials.holders import Claim, Sides, is_joined
from pipeline.extract.officials.names import Name
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import honorifics
from pipeline.extract.officials.words import Words

_KINDS = frozenset(("head_of_state", "minister"))
_OPENERS = frozenset(("including", "namely", ":", "-", "–", "—"))
_SUCH = (["such", "as"], ["among", "them"])
_REACH = 9
"""Words between the office and the list: "leaders from across the Gulf region, including"."""


def titled_list(sides: Sides, place: int, title: Title) -> list[Claim]:
    """The claims of those whom the list behind or before a plural title names with a state each."""
    if not title.office.plural or title.office.kind not in _KINDS or title.countries:
        return []
    names = _behind(sides, place, title) or _before(sides, place, title)
    return [_claim(sides.words, name, title) for name in names]


def _claim(words: Words, name: Name, title: Title) -> Claim:
    code = state_beside(words, name, title) or _owner(words, name)
    assert code is not None
    heads = title.office.kind == "head_of_state"  # "African presidents" are presidents
    text = words.text(title.head.start, title.head.end) if heads else title.text
    held = replace(title, text=text, countries=(code,), stated=True, standing="public")
    return Claim(name, held, "title_list", title.status, code)


def _owner(words: Words, name: Name) -> str | None:
    """The state of "Peru's X", honours before the name allowed."""
    index = name.start - 1
    while index > 0 and words.raw[index] in honorifics():
        index -= 1
    span = words.country_ends.get(index)
    return span.mention.code if span is not None and words.possessive[index] else None


def _behind(sides: Sides, place: int, title: Title) -> list[Name]:
    """The names of "leaders including …", as far as each has a state."""
    words, found = sides.words, list[Name]()
    first = sides.items[place + 1] if place + 1 < len(sides.items) else None
    if not isinstance(first, Name) or not _opens(words, title.end, first.start):
        return []
    end = title.end
    for item in sides.items[place + 1 :]:
        if not isinstance(item, Name) or (found and not is_joined(words, end, item)):
            break
        if state_beside(words, item, title) is None and _owner(words, item) is None:
            break
        found.append(item)
        end = past_state(words, item.end, plural=True)
    return found


def _opens(words: Words, index: int, name: int) -> bool:
    """Whether a list opens between the title and the first name."""
    last = min(name, index + _REACH)
    while index < last:
        if words.low[index] in _OPENERS or words.low[index : index + 2] in _SUCH:
            return name - index <= 4
        if words.low[index] in (".", ";", "and") or words.possessive[index]:
            return False
        index += 1
    return False


def _before(sides: Sides, place: int, title: Title) -> list[Name]:
    """The names of "… and other leaders", as far back as each has a state."""
    words, index = sides.words, title.start - 1
    if words.low[max(0, index) : index + 1] != ["other"] and words.low[title.start] != "other":
        return []
    index -= words.low[index] == "other"
    if index < 1 or words.low[index] != "and":
        return []
    found: list[Name] = []
    for item in reversed(sides.items[:place]):
        if not isinstance(item, Name):
            break
        end = past_state(words, item.end, plural=True)
        joined = is_joined(words, end, found[-1]) if found else words.low[end:index] in ([], [","])
        if not joined or (state_beside(words, item, title) is None and _owner(words, item) is None):
            break
        found.append(item)
    return found[::-1]
