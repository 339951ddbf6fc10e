"""Who relies on whom for goods ("Chile, which relies on Peru for its fertiliser supplies")."""

from pipeline.extract.trade.roles import named, subject_of
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.story import Parties

_MOVED = frozenset({"export", "import"})
_PHRASE_REACH = 5
"""So many tokens behind "for" stands the noun of flow, goods before it."""
_ON_REACH = 3
"""So near behind a word of relying stands on whom."""


def put_who_leans(scene: Scene, trigger: Trigger, parties: Parties) -> bool:
    """Put in who sells and who buys what somebody is told to rely on another for; whether it is told so here."""
    if trigger.kind != "noun" or trigger.flow not in _MOVED:
        return False
    lowers, first = scene.tokens.lowers, max(scene.first, trigger.first - _PHRASE_REACH)
    at = next((at for at in range(trigger.first - 1, first, -1) if lowers[at] == "for"), None)
    if at is None:
        return False
    on = next((s for s in scene.sides if s.last == at and s.preposition == "on" and named(s)), None)
    if on is None:
        return False
    leans = next((t for t in scene.triggers if 0 <= on.first - t.last < _ON_REACH and t.flow == "consumption"), None)
    buyer = subject_of(scene, leans.first) if leans is not None else None
    if buyer is None or buyer.code == on.code:
        return False
    parties.exporter, parties.importer, parties.view, parties.varies = on.code, buyer.code, buyer.code, "exporter"
    return True
