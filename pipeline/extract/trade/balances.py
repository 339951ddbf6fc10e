"""Whether a word tells of the balance of a trade ("a surplus of", "the gap between exports and imports").

How a balance is signed and whose it is stands in the modules of frames.
"""

from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene, Trigger

_BEHIND_BALANCE = word_set(
    "with of in to was is stood came reached for at hit and or against while that which therefore "
    "unfavourable unfavorable favourable favorable negative positive thus also then now therefore however"
)
_TRADED_NOUNS = frozenset({"exports", "imports", "trade", "services", "goods"})
_TRADED = frozenset({"export", "import"})
_IN_TRADE_REACH = 4
"""So many tokens may stand between "deficit" and the "trade" that it is of."""


def is_balance(scene: Scene, first: int, last: int) -> bool:
    """Whether a bare "surplus" or "deficit" is a noun of its own ("a surplus of", not "surplus hydropower")."""
    behind = scene.tokens.lower(last)
    if scene.tokens.lowers[first] == "balance" and behind == "of":
        return False
    if behind in ("between", "on"):
        return scene.has(last + 1, last + _IN_TRADE_REACH, _TRADED_NOUNS)
    return behind in _BEHIND_BALANCE or not behind.isalpha() or behind in change_words("verb")


def goes_on_in_trade(scene: Scene, before: Trigger, trigger: Trigger) -> bool:
    """Whether `trigger` only says of what the balance `before` it is ("a deficit in trade with")."""
    between = scene.tokens.lowers[before.last : trigger.first]
    if trigger.flow in _TRADED:
        # "the gap between French exports and imports"
        return between[:1] == ["between"] and not any(before.last < a.first < trigger.first for a in scene.amounts)
    in_trade = trigger.flow == "trade" and between[:1] in (["in"], ["of"], ["on"])
    return in_trade and len(between) <= _IN_TRADE_REACH and not any(word in (",", "and") for word in between)
