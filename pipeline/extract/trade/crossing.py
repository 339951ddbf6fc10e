"""Roles of the states and places that goods leave, cross and are bound for. Other roles: `roles`, `parties`."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.roles import TO, named
from pipeline.extract.trade.scene import Scene, Side, Trigger

_FROM_ABROAD = frozenset({"imported", "foreign", "imports", "abroad", "overseas"})
_NO_GOODS = word_set(
    "investment investments investors minister ministry exchange policy affairs currency debt aid loans"
)
"""What is foreign with these before it is nothing that is consumed."""
_GOODS = frozenset({"export", "import"})
_BOUND = word_set("destined bound intended earmarked meant headed heading")
_LEAVING = word_set("left leave leaves leaving departed")
"""Behind these goods go *for* a country, and the place right behind the verb is where they go from."""
_CROSSING = word_set("cross crossed crosses crossing")
_LOTS = word_set("volume volumes shipments deliveries supplies cargoes consignment consignments cargo shipment")
_LOADING = frozenset({"load", "loading"})


def crossing_role(scene: Scene, trigger: Trigger, flow: str, side: Side) -> str | None:
    """The role of what goods leave, cross or are bound for; "" for a place that has none, None where it is neither."""
    word = scene.tokens.lowers[trigger.first]
    if side.preposition == "for":
        return "importer" if flow in _GOODS and _for_whom(scene, trigger, side) else None
    if side.preposition is not None:
        return None
    if word in _CROSSING and side.kind == "place":
        # "crossed the Khasan checkpoint into North Korea"
        return "exporter" if _goes_elsewhere(scene, side) else ""
    return "exporter" if word in _LEAVING and side.first - trigger.last < 2 else None


def _for_whom(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether goods are told to be for a country ("cement bound for Myanmar", "left Vostochny for North Korea")."""
    at = next((at for at in range(side.first - 1, trigger.first, -1) if scene.tokens.lowers[at] == "for"), None)
    if at is None:
        return False
    return scene.tokens.lowers[at - 1] in _BOUND or scene.tokens.lowers[trigger.first] in _LEAVING


def is_bound_for(scene: Scene, side: Side) -> bool:
    """Whether goods are told to be bound for a country ("cement bound for Myanmar fetched")."""
    return scene.tokens.lower(side.first - 1) == "for" and scene.tokens.lower(side.first - 2) in _BOUND


def _goes_elsewhere(scene: Scene, side: Side) -> bool:
    """Whether behind a place another country is told of that goods go to."""
    return any(s.first >= side.last and s.preposition in TO and named(s) and s.code != side.code for s in scene.sides)


def is_lot_for(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether goods that are counted or loaded are meant for a country ("export volume for China", "supplies for Mali",
    "is loading 5 tons of rice for Peru")."""
    if scene.tokens.lowers[trigger.last - 1] in _LOADING:
        return scene.tokens.lower(side.first - 1) in ("for", "the")
    return scene.tokens.lower(side.first - 1) == "for" and scene.tokens.lower(side.first - 2) in _LOTS


def is_imported(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is consumed is told as coming from abroad."""
    places = scene.tokens.places(_FROM_ABROAD, *scene.clause(trigger.first))
    return any(scene.tokens.lower(at + 1) not in _NO_GOODS for at in places)
