"""Where "negative growth" is that of a trade, and not of an economy; by how much a trade is told to change."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.trade.scene import Scene, Trigger

_TRADED = frozenset({"export", "import", "trade"})
_TRADES = _TRADED | {"balance"}
_NEGATIVE = "negative"
_GOODS_REACH = 3
"""So many tokens, goods among them, stand between a verb of change and its trade."""


def without_own_growth(scene: Scene, triggers: list[Trigger]) -> list[Trigger]:
    """`triggers` without "negative growth" behind a trade ("sales to Peru fell to 3 tons, a negative growth of 9
    percent"), where it else tells of none."""
    kept, traded = list[Trigger](), False
    for trigger in triggers:
        if trigger.kind == "block" and traded and scene.tokens.lowers[trigger.first] == _NEGATIVE:
            continue
        traded = traded or (trigger.strong and trigger.flow in _TRADED)
        kept.append(trigger)
    return kept


def changed_by(scene: Scene, amount: Amount) -> str | None:
    """How the trade changed by a percentage that stands behind its goods, partner and time ("has increased imports of
    Kenyan tea since the beginning of the year by 36 percent")."""
    traded = [t for t in scene.triggers if t.kind == "noun" and t.flow in _TRADES and t.last <= amount.first]
    if not traded or "," in scene.tokens.lowers[traded[-1].last : amount.first]:
        return None
    at = traded[-1].first - 1
    while at > scene.first and at >= traded[-1].first - _GOODS_REACH:
        if scene.tokens.lowers[at] in change_words("verb"):
            return change_words("verb")[scene.tokens.lowers[at]]
        at -= 1
    return None
