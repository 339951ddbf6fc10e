"""Where one clause of a sentence ends and the next begins."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene

_OPENERS = word_set("while whereas although though but whilst which who because")
_COMMA_OPENERS = word_set(
    "with as after when compared up down accounting making bringing where followed including of against"
)
_RELATIVE = word_set("which who whose")
_AUXILIARIES = word_set("has have had is was are were will would can could said did does do may might should")
_SAYING = word_set("said says told according reported added")


def find_breaks(scene: Scene) -> list[int]:
    """The tokens at which clauses begin, the sentence's first among them."""
    tokens, found = scene.tokens, [scene.first]
    for at in range(scene.first + 1, scene.last):
        lower = tokens.lowers[at]
        if (
            (tokens.lowers[at - 1] in (";", ":", "—") and lower not in (";", ":", "—"))
            or lower in _OPENERS
            or (lower in _AUXILIARIES and tokens.lowers[at - 1] == "," and tokens.lower(found[-1]) in _RELATIVE)
            or (lower in _SAYING and tokens.lowers[at - 1] in (",", "”", '"'))
            or (lower in _COMMA_OPENERS and tokens.lowers[at - 1] == ",")
            or (lower == "and" and _opens(scene, at))
        ):
            found.append(at)
    return found


def _opens(scene: Scene, at: int) -> bool:
    """Whether the "and" at token `at` joins clauses: words of flow with amounts of their own on both sides."""
    before = any(trigger.kind != "block" and trigger.last <= at for trigger in scene.triggers)
    behind = [trigger for trigger in scene.triggers if at < trigger.first <= at + 7]
    if not (before and behind):
        return False
    amount_before = any(amount.last <= at for amount in scene.amounts)
    return amount_before and not any(at < amount.first < behind[0].first for amount in scene.amounts)
