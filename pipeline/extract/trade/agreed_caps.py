"""Whose sales or catch a limit is of: of those who agree on it, else of the trade that was told before."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.roles import named
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.story import Frame, Parties, Story

_AGREED = word_set(
    "agreed agree set fixed settled negotiated cut cuts slash slashed raise raised reduce reduced lower lowered halve "
    "halved keep kept double doubled"
)
_COUNCIL = word_set("council resolution resolutions")
_TARGETS = frozenset({"PRK"})
"""Whose imports resolutions limit."""
_MOST_TOLD = 3
_OUTPUT = frozenset({"opec", "output", "production"})


def settle_cap(scene: Scene, trigger: Trigger, recent: Frame | None, parties: Parties) -> bool:
    """Fill the parties of a limit by who agrees on it or by what was told before; whether no partner is wanting."""
    if _is_of_output(scene, trigger):
        return True
    two = _agreed_by(scene, trigger)
    if two:
        parties.exporter, parties.importer, parties.pair = None, None, two
        return True
    if recent is None or parties.exporter is not None or parties.importer is not None:
        return False
    if recent.flow == "cap":
        parties.pair = recent.pair
        parties.exporter, parties.importer, parties.view = recent.exporter, recent.importer, recent.view
    elif recent.flow in ("export", "import"):
        parties.exporter, parties.importer, parties.view = recent.exporter, recent.importer, recent.importer
    return False


def put_whom_the_council_limits(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> None:
    """Put in whose purchases the Security Council limits, whoever else the sentence names ("twice the cap of 90,000
    barrels, a Danish group said, that the Security Council set")."""
    target = next((code for code in story.dominant[:_MOST_TOLD] if code in _TARGETS), None)
    if target is None or trigger.subject != "importer" or not scene.has(scene.first, scene.last, _COUNCIL):
        return
    if target != parties.exporter:
        parties.exporter, parties.importer, parties.pair, parties.view = None, target, (), target


def _is_of_output(scene: Scene, trigger: Trigger) -> bool:
    """Whether a limit is one of what a state or OPEC puts out, and for nobody."""
    if trigger.subject != "exporter":
        return False
    daily = any(amount.per == "day" and amount.unit.unit == "bbl" for amount in scene.amounts)
    return daily or scene.has(trigger.first, trigger.last, _OUTPUT)


def _agreed_by(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """The two that agree on what each may catch or sell ("Norway and Russia set a cod quota of"), else ()."""
    first, end = scene.clause(trigger.first)
    if trigger.kind != "noun" or not scene.has(first, trigger.first, _AGREED):
        return ()
    here = [s for s in scene.sides if first <= s.first < end and named(s) and not s.attribution]
    two = len(here) == 2 and here[1].listed and here[1].last <= trigger.first and here[0].preposition is None
    return tuple(sorted(side.code for side in here)) if two else ()
