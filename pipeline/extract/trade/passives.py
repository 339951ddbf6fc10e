"""Whether a participle of a word of flow is passive: what it tells is done to its subject."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene

_AUXILIARY = word_set("was were been being is are be")
_BEFORE_PASSIVE = word_set("also not now only already reportedly since recently later then yet never still")
_PERFECT = word_set("has have had having")
_BEHIND_REDUCED = word_set(
    "to from by via through last in under into at during between since for on abroad over this home free , . "
    "after before following amid as when"
)


def is_passive(scene: Scene, first: int, last: int) -> bool:
    """Whether a participle is passive ("were sent", "flour donated by")."""
    tokens = scene.tokens
    word = tokens.lowers[first]
    if not (
        word.endswith(("ed", "en", "ght", "nt", "ld"))
        or word in ("sold", "sent", "bought", "given", "lent", "taken", "paid")
    ):
        return False
    if word in ("send", "lend", "rent", "gave") or _promises(scene, first, last):
        return False
    at = first - 1
    while at > scene.first and (tokens.lowers[at] in _BEFORE_PASSIVE or tokens.lowers[at].endswith("ly")):
        at -= 1
    if tokens.lower(at) in _AUXILIARY:
        return True
    if tokens.lower(at) in _PERFECT or tokens.lower(at) in ("who", "which", "that", "it", "they", "he", "she", "and"):
        return False
    if any(side.last == at + 1 and not side.possessive for side in scene.sides):
        return False
    last += tokens.lower(last) in ("abroad", "overseas")  # "sold abroad 9 tons of", "sold abroad for"
    return tokens.lower(last) in _BEHIND_REDUCED and not any(amount.qualifier_first == last for amount in scene.amounts)


def _promises(scene: Scene, first: int, last: int) -> bool:
    """Whether a state and no money is "committed to" what follows ("is committed to paying $3 million")."""
    if scene.tokens.lowers[first] != "committed" or scene.tokens.lower(last) != "to":
        return False
    return not any(amount.kind == "currency" and amount.first < first for amount in scene.amounts)
