"""The same flow of another state, its noun or verb left out ("and Syria's to $2 billion", ", Oman 1 million")."""

from dataclasses import replace
from functools import cache

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.frames import vary
from pipeline.extract.trade.roles import named, opposite
from pipeline.extract.trade.scene import Scene, Side
from pipeline.extract.trade.story import Frame

_OWNED = word_set("export import cap balance trade production consumption debt")
_OF_ALL = frozenset({"production", "consumption"})
_OF_OR_TO = word_set(
    "of to at was were is are reached totaled totalled stood came amounted hit by only just about around some nearly"
)
_POINTERS = frozenset({"that", "those"})
_TWO_WAY = frozenset({"balance", "trade"})
_TO_OR_BY = frozenset({"to", "by"})
_MOVING_REACH = 4


def of_the_other(scene: Scene, amount: Amount, frame: Frame) -> Frame | None:
    """The same flow of another owner, its noun left out ("Egypt's sales reached $1 billion and Syria's $2 billion",
    "and Syria's to rise to $2 billion", "against Syria's of $2 billion", "while those of Syria were $2 billion")."""
    at = amount.qualifier_first
    while amount.qualifier_first - at < _MOVING_REACH and scene.tokens.lower(at - 1) in _moving():
        at -= 1
    at -= scene.tokens.lower(at - 1) == "ones"  # "the Peruvian ones rose to"
    ones = scene.tokens.lower(at) == "ones"
    owner = next((s for s in scene.sides if s.last in (at - 1, at)), None)
    if owner is None or frame.flow not in _OWNED:
        return None
    if not (_owns(scene, owner, at) or _is_pointed_to(scene, owner, at) or (ones and owner.kind == "demonym")):
        return None
    view = frame.view or (frame.pair[0] if len(frame.pair) == 1 else None)
    if view is None or not named(owner) or owner.code == view:
        return None
    if frame.flow in _OF_ALL:
        return replace(frame, pair=(owner.code,), view=owner.code) if frame.pair else None
    if frame.flow in _TWO_WAY:
        partner = [code for code in frame.pair if code not in (frame.view, owner.code)]
        return replace(frame, pair=tuple(sorted((owner.code, *partner))), view=owner.code)
    if amount.kind == "percent" and amount.change is None and frame.varies in ("exporter", "importer"):
        # "has 22 percent of the imports, ahead of Iraq's 16 percent"
        return vary(frame, frame.varies, owner.code)
    role = "exporter" if frame.view == frame.exporter else "importer"
    if owner.code == getattr(frame, opposite(role)):
        return replace(frame, exporter=frame.importer, importer=frame.exporter, view=owner.code)
    return replace(vary(frame, role, owner.code), view=owner.code)


def _owns(scene: Scene, owner: Side, end: int) -> bool:
    """Whether nothing but a state's "'s" stands before token `end`."""
    return owner.last + 1 == end and scene.tokens.lower(owner.last) in ("'s", "'")


def _is_pointed_to(scene: Scene, owner: Side, end: int) -> bool:
    """Whether what was told of before is told of a state ("those of Syria")."""
    at = owner.first - 1 - (scene.tokens.lower(owner.first - 1) == "the")
    return owner.last == end and scene.tokens.lower(at) == "of" and scene.tokens.lower(at - 1) in _POINTERS


@cache
def _moving() -> frozenset[str]:
    """What may stand between an owner and its amount ("Syria's to rise to", "Syria's of", "Syria's fell to")."""
    return frozenset(change_words("verb")) | _OF_OR_TO


def limited_likewise(scene: Scene, amount: Amount, frame: Frame) -> Frame | None:
    """The same limit or output of the next state of a list ("a quota of 3 million barrels, Oman 1 million")."""
    side = next((s for s in scene.sides if s.last == amount.qualifier_first and named(s)), None)
    if side is None or frame.view is None or side.code == frame.view or not in_series(scene, amount, side):
        return None
    if frame.pair == (frame.view,):
        return replace(frame, pair=(side.code,), view=side.code)
    role = "exporter" if frame.view == frame.exporter else "importer"
    if frame.pair or getattr(frame, opposite(role)):
        return None
    return replace(vary(frame, role, side.code), view=side.code)


def in_series(scene: Scene, amount: Amount, side: Side) -> bool:
    """Whether a country and its amount go on with a verb left out (", Tajikistan 1 million")."""
    if side.last != amount.qualifier_first or side.preposition is not None:
        return False
    return scene.tokens.lower(side.first - 1) in (",", ";", "and", "while")


def raised_likewise(scene: Scene, amount: Amount, frame: Frame) -> Frame | None:
    """The same gift of another giver who changes his part ("and Chad raised its figure to 3 million")."""
    at = amount.qualifier_first - 1
    if frame.flow != "aid" or scene.tokens.lower(at) not in _TO_OR_BY or frame.exporter is None:
        return None
    first, _ = scene.clause(amount.first)
    its = next((s for s in scene.sides if first <= s.first and at - 2 <= s.last <= at and s.kind == "pronoun"), None)
    if its is None or not its.possessive or its.code in ("", frame.exporter, frame.importer):
        return None
    return vary(frame, "exporter", its.code)
