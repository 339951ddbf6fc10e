"""What people who work abroad are called: the "goods" of labour.

The commodity of a count of people is the text's own word for their work ("workers", "labourers", "nurses", "labour
permits"). Where a text counts them by nationality alone ("3,000 Filipinos") there is none, and the money that they send
home is no good: its flow says what it is.
"""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import Goods
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.story import Story

_PEOPLE = word_set(
    "people citizens nationals women men collaborators persons jobs expatriates hands compatriots others individuals "
    "countrymen residents young youths visas"
)
"""Counted by these, people have no work that the text names."""
_NEWCOMERS = word_set(
    "new more additional extra further other skilled unskilled such foreign overseas registered official semi-skilled "
    "trained qualified male female young legal"
)
_HOLDING = word_set("with hold holds held holding have had having valid given granted")
"""Before permits these say that those who have them are counted, and not the permits."""
_OBJECT_REACH = 6
"""So many tokens behind a number of "places" or a quota those whom it is for may stand."""


def work_of(
    scene: Scene, amount: Amount, trigger: Trigger | None, before: tuple[Goods | None, int], story: Story
) -> Goods | None:
    """What the people whom `amount` counts are called.

    `before` is the same for the last amount of its sentence, and the token behind that amount.
    """
    if amount.kind == "currency":
        return None
    if amount.noun is not None and amount.kind == "count":
        return _counted(scene, *amount.noun)
    if trigger is not None and trigger.subject == "sender":
        return None
    if amount.kind == "count" and before[1] > scene.first:
        return before[0]
    if trigger is not None and trigger.subject == "worker" and trigger.kind == "noun":
        held = scene.tokens.lower(trigger.first - 1) in _HOLDING
        return None if held else _counted(scene, trigger.first, trigger.last)
    behind = _whom_it_is_for(scene, amount)
    if trigger is None and story.remittances:
        return behind or before[0]
    return behind or before[0] or story.workers


def _counted(scene: Scene, first: int, last: int) -> Goods | None:
    """The work that the tokens name, nationality and "new", "additional" left out."""
    lowers = scene.tokens.lowers
    if lowers[last - 1] in _PEOPLE or not _is_work(scene, last):
        return None
    sides = {at for side in scene.sides for at in range(side.first, side.last)}
    while first < last and (first in sides or lowers[first] in _NEWCOMERS):
        first += 1
    return (scene.tokens.span(first, last), None) if first < last else None


def _is_work(scene: Scene, last: int) -> bool:
    """Whether a word for workers ends before token `last`."""
    return any(
        t.flow == "labour" and t.subject == "worker" and t.kind == "noun" and t.last == last for t in scene.triggers
    )


def _whom_it_is_for(scene: Scene, amount: Amount) -> Goods | None:
    """ "a quota of 10,000 for Cambodian maids"."""
    if scene.tokens.lower(amount.last) != "for":
        return None
    named = [
        t for t in scene.triggers if amount.last < t.first <= amount.last + _OBJECT_REACH and t.subject == "worker"
    ]
    return _counted(scene, named[0].first, named[0].last) if named else None
