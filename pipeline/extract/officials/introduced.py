"""Public bodies that a page names in full once and by their letters later: "the Fiscal Policy Office (FPO)", "FPO"."""

import re
from collections.abc import Mapping, Sequence

from pipeline.extract.actors import CountryMention
from pipeline.extract.officials.vocabulary import Body, Sort, bodies, offices, sorts

_LETTERS = re.compile(r"\((?<=[a-z] \()([A-Z][A-Za-z]{1,9})\)")
_REACH = 120
"""Characters: no name is longer."""
_SMALL = frozenset(("of", "for", "the", "and", "on", "in", "to", "&", "against"))
_OWNS = frozenset(("name", "demonym"))
_NO_BODIES = Sort.PRIVATE | Sort.LEAGUE | Sort.MEMBERS
_OF_STATES = frozenset(("countries", "nations", "states"))
_NEWS = frozenset(("news", "university"))
"""What makes an agency or institute another thing."""


def introduced(text: str, countries: Sequence[CountryMention]) -> Mapping[str, Body]:
    """The letters by which the page calls public bodies that no lexicon knows, to what they mean."""
    found: dict[str, Body] = {}
    known = {mention.text for mention in countries}
    for match in _LETTERS.finditer(text):
        letters = match[1]
        if letters in found or letters in known or _is_known(letters) or letters.lower() in offices():
            continue
        end = match.start() - 1
        start = _name_start(text, end)
        if sum(char.isupper() for char in letters) > 1 and _is_public(text[start:end].lower().split()):
            owners = {m.code for m in countries if start <= m.char_start < end and m.kind in _OWNS}
            kind = "party" if "Party" in text[start:end] else "agency"
            found[letters] = Body(letters, kind, owners.pop() if len(owners) == 1 else None)
    return found


def _is_known(letters: str) -> bool:
    """Whether the lexicon knows the letters, for another body than a private one."""
    return any(not rest and body.kind not in ("private", "press") for rest, body in bodies().get(letters, ()))


def _name_start(text: str, end: int) -> int:
    """Where the run of capitalised words that ends at `end` begins; small words stand inside only."""
    floor = text.rfind("\n", max(0, end - _REACH), end) + 1 or max(0, end - _REACH)
    start = behind = end
    while behind > floor:
        first = text.rfind(" ", floor, behind) + 1 or floor
        word = text[first:behind]
        if word[:1].isupper() and (behind == end or word[-1].isalnum()):
            start = first
        elif word not in _SMALL:
            break
        behind = first - 1
    return start


def _is_public(words: Sequence[str]) -> bool:
    """Whether the words name a public body and nobody else's."""
    known = sorts()
    marks = 0
    for word in words:
        marks |= known.get(word, 0)
    bodily = any(known.get(word, 0) & Sort.BODY and known.get(word, 0) & Sort.PUBLIC for word in words)
    if not _OF_STATES.isdisjoint(words):
        return True  # "Association of Coffee Producing Countries"
    return len(words) > 1 and bodily and not marks & _NO_BODIES and _NEWS.isdisjoint(words)
