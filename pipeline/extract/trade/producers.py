"""Who makes what a production tells of."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.roles import named, owner_of, subject_of
from pipeline.extract.trade.scene import Scene, Side, Trigger
from pipeline.extract.trade.story import Parties, Story

AT_HOME = word_set("domestic home indigenous home-grown homegrown")
"""Before a production these make it that of the country whose trade was told of before."""
_HOME_REACH = 3
"""So many tokens before a production, goods among them, these stand ("Domestic soybean output")."""
_AIMING = word_set(
    "targets targeted targeting aims aimed plans planned expects expected hopes hoped seeks sought wants reported "
    "forecast forecasts defied recorded saw sees registered posted achieved reached "
    "limit limits limited limiting cap caps capped capping cut cuts cutting reduce reduced reduces reducing raise "
    "raised raises raising increase increased lift lifted lifts boost boosted hold held keep kept slash slashed trim "
    "trimmed curb curbed restrict restricted restore restored agreed agreement pact deal"
)
"""Verbs with a production as their object, whose subject produces."""
_MAKERS = word_set(
    "makers producers manufacturers growers farmers refiners miners companies firms mills smelters plants"
)
_MAKERS_REACH = 5
_TRADES = frozenset({"export", "import", "consumption"})


def _of_producer(side: Side) -> bool:
    """Whether a country behind a word of production is where it takes place ("in Iraq", "from Iraq's fields")."""
    return side.preposition in ("in", "of", "by") or (side.possessive and side.preposition in ("from", "at"))


def _targeting(scene: Scene, trigger: Trigger) -> Side | None:
    """Who aims at a production ("Iraq targets 5 million barrels a day in combined production")."""
    first, _ = scene.clause(trigger.first)
    side = subject_of(scene, trigger.first) if scene.has(first, trigger.first, _AIMING) else None
    if side is None or side.first < first:
        return None
    return side if not side.possessive or scene.has(side.last, side.last + _MAKERS_REACH, _MAKERS) else None


def find_producer(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> None:
    """Fill the country that produces."""
    side: Side | None
    if trigger.kind == "noun":
        side = owner_of(scene, trigger)
        _, end = scene.clause(trigger.first)
        behind = [s for s in scene.sides if trigger.last <= s.first < end and _of_producer(s)]
        side = side or next((s for s in behind if named(s)), None) or _targeting(scene, trigger)
    else:
        side = subject_of(scene, trigger.first)
    code = side.code if side is not None else None
    if code is None and trigger.kind == "noun" and story.frame is not None and story.frame.flow == "production":
        code = story.frame.view
    if code is None and trigger.kind == "noun" and scene.has(trigger.first - _HOME_REACH, trigger.first, AT_HOME):
        recent = story.recent(scene.paragraph.position)
        trades = recent is not None and recent.flow in _TRADES and not recent.pair
        code = recent.view if recent is not None and trades else None
    if code is None and trigger.kind == "noun" and not any(named(side) for side in scene.sides):
        code = story.told_of
    if code is not None:
        parties.pair, parties.view = (code,), code
