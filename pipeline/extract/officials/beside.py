"""What stands beside a holder's name or a title: the state of "X of Turkey", of "Kenya's X", of "X (D-Ohio)"."""

from pipeline.extract.officials.names import Name
from pipeline.extract.officials.party_tags import behind_tag, has_seat
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.words import Words

_SERVED = frozenset(("for", "of", "from"))
_CONGRESS = "USA"
"""The state whose members of parliament are named with party and constituency."""


def respective_states(words: Words) -> tuple[str, ...]:
    """The two states of "signed for Serbia and Thailand respectively"."""
    if "respectively" not in words.low:
        return ()
    index = words.low.index("respectively")
    last = words.country_ends.get(index - 1 if words.low[index - 1] != "," else index - 2)
    first = words.country_ends.get(last.start - 2) if last is not None else None
    if last is None or first is None or words.low[last.start - 1] != "and" or words.low[first.start - 1] not in _SERVED:
        return ()
    return first.mention.code, last.mention.code


def past_state(words: Words, end: int, plural: bool = False) -> int:
    """Behind "of Turkey" or "(Turkey)" after a name; where several hold the title, behind "for Turkey" too."""
    known = ("of", "(", "for", "from") if plural else ("of", "(")
    end = behind_tag(words, end)
    behind = _behind_article(words, end + 1)
    if end + 1 < len(words) and words.low[end] in known and behind in words.countries:
        close = words.countries[behind].end
        return close + 1 if words.low[end] == "(" else close
    return end


def _behind_article(words: Words, index: int) -> int:
    """The word behind "the" of "the Netherlands", if that stands at `index`."""
    return index + 1 if words.low[index : index + 1] == ["the"] else index


def state_beside(words: Words, name: Name, title: Title) -> str | None:
    """The state of "X of Turkey", and of one of several holders that of "Turkey's X"."""
    end, owner = name.end, words.country_ends.get(name.start - 1)
    if has_seat(words, end):
        return _CONGRESS
    if title.office.plural and owner is not None and words.possessive[name.start - 1] and owner.start >= title.end:
        return owner.mention.code
    known = ("of", "(", "for", "from") if title.office.plural else ("of", "(")
    if end + 1 < len(words) and words.low[end] in known and not words.possessive[end - 1]:
        span = words.countries.get(_behind_article(words, end + 1))
        if span is not None and span.mention.kind in ("name", "short", "place"):
            return span.mention.code
    return None


def past_seat(words: Words, title: Title) -> int:
    """The word behind the title and the capital where its office is: "a foreign ministry spokesman in Beijing"."""
    span = words.countries.get(title.end + 1)
    seated = span is not None and span.mention.kind == "capital" and words.low[title.end] == "in"
    return span.end if span is not None and seated else title.end


def past_owner(words: Words, index: int) -> int:
    """The word behind "Kenya's", if that stands at `index`."""
    span = words.countries.get(index)
    return span.end if span is not None and words.possessive[span.end - 1] else index


def state_at(words: Words, name: Name) -> str | None:
    """The state of "Ghana's X, minister of roads" and of "X of Barbados, minister of energy"."""
    owner = words.country_ends.get(name.start - 1)
    if owner is not None and words.possessive[name.start - 1]:
        return owner.mention.code
    if has_seat(words, name.end):
        return _CONGRESS
    behind = words.countries.get(name.end + 1)
    placed = behind is not None and words.low[name.end] == "of" and words.low[behind.end : behind.end + 1] == [","]
    return behind.mention.code if behind is not None and placed and behind.mention.kind == "name" else None
