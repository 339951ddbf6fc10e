"""Verbs that stand for one told before in their sentence: "while Canada did so in July", "Chad followed suit"."""

import re
from collections.abc import Sequence

from pipeline.extract.events.tokens import Tokens
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.vocabulary import vocabulary

_STANDS = re.compile(r"\b(?P<verb>do|does|did|done)\s(?:so|likewise|the\ssame)\b")
_SIGNS = frozenset({"so", "likewise", "same"})
_DOES = frozenset({"do", "does", "did", "done"})
_COMING = re.compile(r"\b(?:will|would|shall|to|is\sto|are\sto)\s(?:then\s|also\s|soon\s)?\Z")
_NOT = re.compile(r"\b(?:not|never)\s\Z")


def with_stand_ins(sentence: str, tokens: Tokens, known: Sequence[Trigger]) -> Sequence[Trigger]:
    """`known` and the verb that stands for the last one of them before it, as an act of the same kind."""
    words = vocabulary(sentence)
    if _SIGNS.isdisjoint(words) or _DOES.isdisjoint(words):
        return known
    match = _STANDS.search(sentence)
    if match is None or match.start() not in tokens.starts:
        return known
    before = [t for t in known if t.end <= match.start() and t.pos == "verb" and t.finite]
    if not before or any(t.start < match.end() and match.start() < t.end for t in known):
        return known
    ahead = sentence[max(0, match.start() - 16) : match.start()]
    coming = match["verb"] == "do" and _COMING.search(ahead) is not None
    stand_in = before[-1]._replace(
        start=match.start(), end=match.end(), token=tokens.starts.index(match.start()), passive=False, refused=False,
        form="base" if match["verb"] == "do" else "past", future=coming, negated=_NOT.search(ahead) is not None,
        kind="content",
    )  # fmt: skip
    return sorted([*known, stand_in], key=lambda trigger: trigger.start)
