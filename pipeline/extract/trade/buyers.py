"""Whose purchases an article is of, so that whoever else sells does so to it."""

from pipeline.extract.trade.scene import Trigger
from pipeline.extract.trade.story import Story


def buyer_told_of(trigger: Trigger, story: Story, known: str) -> str | None:
    """Whom a state supplies where the article is of what that one buys ("Oman supplied 13 tons"), else None."""
    bought = story.bought
    if trigger.strong or trigger.subject != "exporter" or bought is None or known in bought.countries:
        return None
    return bought.importer if bought.importer == story.dominant[0] and bought.view == bought.importer else None
