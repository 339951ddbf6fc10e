"""Where a sentence sets its people: where they speak, whither they go, in whose name. `signs` weighs it."""

from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.vocabulary import Sort, role_words
from pipeline.extract.officials.words import Words

_MOVES = role_words("moves")
_HOMEWARD = role_words("returns")
_LEAVES = frozenset(("left", "leaves", "leaving", "departed"))
_TOURS = role_words("tours")
_SPEAKS = role_words("speaks")
_LISTENERS = role_words("listeners")
_TOLD = 4
"""Words between a speaker and "told"."""
_TELLERS = frozenset(("we", "i", "they", "it"))
_STANDS = frozenset(("in", "at"))
_SAYS = frozenset(("said", "says", "added", "announced", "reported", "confirmed")) | role_words("entreats")
_SELF = frozenset(("he", "she", "his", "her"))
_SEATED = frozenset(("head_of_state", "minister", "parliament", "spokesman"))
"""Kinds of offices that sit in their own capital."""
_NEAR = 22
"""Words: a place farther from a person says nothing of him."""
_OF_ANOTHER = frozenset((",", "and", "had"))
_SPOKEN = 14
"""Words between a speaker and the state that he speaks for."""


def start_of(claim: Claim) -> int:
    """First word of the claim's title and name."""
    title, name = claim.title, claim.name
    return title.start if name is None or title.start < name.start else name.start


def end_of(claim: Claim) -> int:
    """Word behind the claim's title and name."""
    title, name = claim.title, claim.name
    return title.end if name is None or title.end > name.end else name.end


def spoken_for(words: Words, claim: Claim) -> str | None:
    """The state in whose name the holder speaks: "X said Seoul was watching", "X told lawmakers that Oslo would"."""
    first = end_of(claim)
    for index, span in words.countries.items():
        if index <= first or span.mention.kind != "capital":
            continue
        if index - first > _SPOKEN or index >= len(words) - 1:
            return None
        before = words.low[index - 1]
        spoken = before == "that" and bool(_SPEAKS & set(words.low[first : index - 1]))
        if (before in _SPEAKS and index - first <= 2) or spoken:
            # "said that London had asked too much": what another did
            return None if words.low[span.end] in _OF_ANOTHER else span.mention.code
    return None


def opening_place(words: Words, claim: Claim) -> str | None:
    """The state of "In Podgorica, Prime Minister X" at the start of a sentence."""
    code = opening_state(words)
    span = words.countries.get(1)
    return code if span is not None and 0 <= start_of(claim) - span.end <= 1 else None


def opening_state(words: Words) -> str | None:
    """The state of the place that a sentence begins with: "In Podgorica, …"."""
    span = words.countries.get(1)
    if words.low[:1] != ["in"] or span is None or words.low[span.end : span.end + 1] != [","]:
        return None
    return span.mention.code


def place_where(words: Words, claim: Claim) -> str | None:
    """The state of "flew to Asmara, where President X"."""
    start = start_of(claim)
    if words.low[start - 1 : start] != ["where"]:
        return None
    return next((span.mention.code for first, span in reversed(words.countries.items()) if first < start), None)


def seated_at(words: Words, claim: Claim) -> str | None:
    """The state of the capital behind the title of a minister, member or spokesman: "finance minister in Windhoek"."""
    span = words.countries.get(claim.title.end + 1)
    seated = claim.title.office.kind in _SEATED and words.low[claim.title.end : claim.title.end + 1] == ["in"]
    return span.mention.code if seated and span is not None and span.mention.kind == "capital" else None


def said_at(words: Words, claim: Claim) -> dict[str, str]:
    """The states of the first `capital` and `place` in which the person acts: "told parliament in Jakarta"."""
    end = end_of(claim)
    found: dict[str, str] = {}
    for first, span in words.countries.items():
        near = end < first <= end + _NEAR and words.low[first - 1] in _STANDS and not _is_awaited(words, first - 1)
        if near and span.mention.kind in ("capital", "place"):
            found.setdefault(span.mention.kind, span.mention.code)
    return found


def _is_awaited(words: Words, index: int) -> bool:
    """Whether the holder is to be at the place behind the word `index`, and so is not at home there: "will be in"."""
    return words.low[index - 2 : index + 1] == ["will", "be", "in"] or words.low[index - 1 : index + 1] == ["due", "in"]


def told_own(words: Words, claim: Claim) -> str | None:
    """The state to whose radio, papers or parliament the holder speaks: "told Czech radio", "told the Thai senate"."""
    end = end_of(claim)
    told = (k for k, low in enumerate(words.low[end : end + _TOLD + 1], end) if low in ("told", "tells"))
    index = next(told, None)
    if index is None:
        return None
    index += 2 if words.low[index + 1 : index + 2] == ["the"] else 1
    span = words.countries.get(index)
    if span is None or span.mention.kind not in ("demonym", "name"):
        return None
    return None if _LISTENERS.isdisjoint(words.low[span.end : span.end + 3]) else span.mention.code


def source_state(words: Words) -> str | None:
    """The state whose own media the sentence names."""
    return next((span.body.code for span in words.bodies.values() if span.body.kind == "media"), None)


def visited(words: Words, claim: Claim) -> dict[str, str]:
    """The states to which the sentence sends the holder of `claim`'s title: `visited`, or `toured` a mere place."""
    start = end_of(claim)
    found: dict[str, str] = {}
    for first, span in words.countries.items():
        if words.sort[span.end : span.end + 1] and words.sort[span.end] & Sort.VERB:
            continue  # "sent experts and that Mongolia hoped": it acts
        if not _TELLERS.isdisjoint(words.low[start:first]):
            continue  # "X came, and in 2014 we flew in water to Malé": somebody else goes
        brought = first == start + 1 and words.low[start] == "to"
        if start <= first and _others_told_of(words, start, first):
            continue
        moved = (
            brought
            or _is_awaited(words, first - 1)
            or (start <= first <= start + 14 and is_moved_to(words, start, first))
        )
        if moved:
            toured = span.mention.kind == "place" and _is_toured(words, start, first)
            found.setdefault(span.mention.code, "toured" if toured else "visited")
    return found


def _others_told_of(words: Words, start: int, behind: int) -> bool:
    """Whether the holder, who ends before the word `start`, tells of the way of others: "X said the ship had left"."""
    said = next(
        (k for k in range(start, min(start + 2, behind)) if words.low[k] in _SAYS or words.low[k] == "told"), None
    )
    if said is None:
        return False
    if words.low[said] == "told" and "that" not in words.low[said:behind]:
        return False  # "told reporters he would visit Peru"
    subject = words.low.index("that", said) + 1 if "that" in words.low[said:behind] else said + 1
    return subject < behind and words.low[subject] not in _SELF


def _is_toured(words: Words, start: int, index: int) -> bool:
    """Whether the one verb before the place at `index` is of going about: at home as well as abroad."""
    near = words.low[max(start, index - 5) : index]
    return _TOURS.issuperset(low for low in near if low in _MOVES)


def moved_to(words: Words, behind: int) -> str | None:
    """The state that the words before `behind` say somebody moved to, the last such."""
    for first, span in reversed(words.countries.items()):
        if first < behind and is_moved_to(words, 0, first):
            return span.mention.code
    return None


def is_moved_to(words: Words, start: int, index: int) -> bool:
    """Whether the words from `start` on say that somebody goes to the state at `index`."""
    near = words.low[max(start, index - 5) : index]
    if near[-1:] and near[-1] in _LEAVES:
        return False  # "left Israel for Cyprus"
    return not _MOVES.isdisjoint(near) and _HOMEWARD.isdisjoint(near)
