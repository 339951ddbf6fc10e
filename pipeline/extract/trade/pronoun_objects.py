"""Whom a pronoun stands for that is the object of a verb of giving ("last year it gave it $3 million")."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import PAIR, Scene, Side
from pipeline.extract.trade.story import Story, bodies

_VISITS = word_set("visit trip journey tour stopover stay")
_TO = frozenset({"to", "in", "of"})


def given_to(scene: Scene, side: Side, named: list[Side], story: Story) -> str | None:
    """Whom the pronoun means that is the object of a verb of giving, None where it is none."""
    giver = _giver(scene, side)
    return other_than(side, named, story, giver) if giver is not None else None


def visited(scene: Scene, side: Side) -> str | None:
    """The state that "the country" means behind "During his visit to Fiji, the Korean minister": the visited one."""
    if scene.held.isdisjoint(_VISITS):
        return None
    near = (s for s in scene.sides if s.last <= side.first and s.preposition in _TO and s.code)
    return next((s.code for s in near if scene.tokens.lower(s.first - 2) in _VISITS and s.code != PAIR), None)


def _giver(scene: Scene, side: Side) -> str | None:
    """Who is the subject of the verb of giving that a pronoun stands right behind."""
    if side.preposition is not None or side.possessive:
        return None
    verb = next((t for t in scene.triggers if t.last in (side.first, side.first - 1) and t.kind == "verb"), None)
    if verb is None or verb.flow not in ("aid", "debt") or verb.subject != "exporter":
        return None
    before = [s for s in scene.sides if s.last <= verb.first and s.kind == "pronoun" and s.preposition is None]
    return next((s.code for s in reversed(before) if s.code and s.code != PAIR and not s.possessive), None)


def other_than(side: Side, named: list[Side], story: Story, giver: str) -> str:
    """Whom a verb has as its object beside `giver`: who else is named here or just before, or is one of the two."""
    before = (s for s in reversed(named) if s.last <= side.first and s.preposition != "from")  # who else gives
    beside = (s.code for s in before if not s.attribution and s.kind != "person")
    two = story.dominant[:2] if story.bilateral and giver in story.dominant[:2] else ()
    main = (*beside, *two, *reversed(story.named[-2:]), story.home, *story.dominant)
    return next((code for code in main if code and code not in (giver, PAIR) and code not in bodies()), "")


def is_object(scene: Scene, side: Side, named: list[Side]) -> bool:
    """Whether "the country" stands right behind the verb of another ("Qatar lent the country")."""
    free = side.preposition is None and not side.possessive
    before = [s for s in named if s.last <= side.first and s.preposition is None and not s.attribution]
    return free and bool(before) and any(t.last in (side.first, side.first - 1) for t in scene.triggers)
