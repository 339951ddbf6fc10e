"""Where "negative growth" is that of a trade, and not of an economy."""

from pipeline.extract.trade.scene import Scene, Trigger

_TRADED = frozenset({"export", "import", "trade"})
_NEGATIVE = "negative"


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
