"""Who gives and who is given where those who sign for a grant or a loan are named: "signed by the Fijian finance
minister and the president of the Export-Import Bank of Peru"."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.givers import GIFTS
from pipeline.extract.trade.roles import named
from pipeline.extract.trade.scene import Scene, Side, Trigger
from pipeline.extract.trade.story import Parties

_SIGNED = word_set("signed exchanged inked initialled initialed concluded")
_GIVERS = word_set("ambassador envoy embassy chargé eximbank exim export-import import agency fund aid")
"""Who holds or is one of these where a grant is signed for gives it."""
_PLACES = frozenset({"in", "at", "near"})
_BEHIND_REACH = 5
_BEFORE_REACH = 5


def put_signatories(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> bool:
    """Put in giver and recipient of the grant or loan at `trigger` by the offices of the two who sign; whether told."""
    if flow not in GIFTS or trigger.kind != "noun":
        return False
    at = next(iter(scene.tokens.places(_SIGNED, trigger.last, scene.clause(trigger.first)[1])), None)
    if at is None or any(side.first < at and named(side) and not side.attribution for side in scene.sides):
        return False
    behind = [s for s in scene.sides if s.first > at and named(s) and not s.attribution and s.kind != "person"]
    behind = [s for s in behind if s.preposition not in _PLACES]
    givers = {side.code for side in behind if _is_of_giver(scene, side)}
    others = {side.code for side in behind} - givers
    if len(givers) != 1 or len(others) != 1:
        return False
    parties.exporter, parties.importer = givers.pop(), others.pop()
    parties.view, parties.varies = parties.exporter, "importer"
    return True


def _is_of_giver(scene: Scene, side: Side) -> bool:
    """Whether an ambassador, a bank for exports or an agency is a state's ("Peruvian Ambassador", "envoy of Peru")."""
    before = max(scene.first, side.first - _BEFORE_REACH)
    if side.preposition == "of" and scene.has(before, side.first, _GIVERS):
        return True
    return scene.has(side.last, min(side.last + _BEHIND_REACH, scene.last), _GIVERS)
