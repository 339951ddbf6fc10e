"""Which way goods went when the text told of them last: "beef shipments" that nobody is named for go that way again."""

import re

from pipeline.extract.trade.commodity import Goods, of_trigger
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.story import Frame, Story

_BETWEEN_GOODS = re.compile(r", | and | or ")
_TRADED = frozenset({"export", "import"})


def learn_route(story: Story, frame: Frame, goods: Goods | None) -> None:
    """Let `story` know which way `goods` go, where both states are told."""
    if goods is None or frame.flow not in _TRADED or frame.exporter is None or frame.importer is None:
        return
    for name in _names(goods):
        story.routes[name] = frame


def route_of(scene: Scene, trigger: Trigger, story: Story) -> Frame | None:
    """The frame in which the goods beside the noun `trigger` were told of last; None where they were not."""
    if not story.routes or trigger.kind != "noun" or trigger.flow not in _TRADED:
        return None
    goods = of_trigger(scene, trigger)
    names = _names(goods) if goods is not None else []
    return story.routes.get(names[0]) if len(names) == 1 else None


def _names(goods: Goods) -> list[str]:
    """The heads of the goods that a phrase names, in the singular."""
    return [part.split()[-1].lower().rstrip("s") for part in _BETWEEN_GOODS.split(goods[0]) if part.strip()]
