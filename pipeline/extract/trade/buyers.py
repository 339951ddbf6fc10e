"""Whose purchases an article is of, so that others sell to it; who buys of those whose sales it is of."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import PAIR, Scene, Side, Trigger
from pipeline.extract.trade.story import Frame, Story

_CUSTOMERS = word_set("market customer buyer destination")
"""A country told to be this buys from the article's own ("Uganda remained the top market, buying goods")."""
_PARTNERS = word_set("customer buyer market importer supplier seller exporter source provider destination consumer")
_MAKING = frozenset({"making", "makes", "made"})
_MADE_REACH = 4
_CALLED_REACH = 6
_TAKING = frozenset({"took", "takes", "take"})


def buyer_told_of(trigger: Trigger, story: Story, known: str) -> str | None:
    """Whom a state supplies where the article is of what that one buys ("Oman supplied 13 tons"), else None."""
    bought = story.bought
    if trigger.strong or trigger.subject != "exporter" or bought is None or known in bought.countries:
        return None
    return bought.importer if bought.importer == story.dominant[0] and bought.view == bought.importer else None


def takes_of(scene: Scene, trigger: Trigger, story: Story, recent: Frame) -> bool:
    """Whether a state takes its part of what the article's own sells ("Its harbour shipped 9 tons. Oman took 4")."""
    own = recent.exporter is not None and recent.exporter in (story.told_of, story.home)
    return own and recent.view == recent.exporter and scene.tokens.lowers[trigger.first] in _TAKING


def buys_from_seller(trigger: Trigger, recent: Frame, known: str) -> bool:
    """Whether another buyer of the same goods is told of ("purchases by Malaysia" behind Jordan's exports)."""
    seen = recent.view == recent.exporter and recent.flow == "export" and known not in recent.countries
    return trigger.kind == "noun" and not trigger.strong and trigger.flow == "import" and seen


def made_partner(scene: Scene, trigger: Trigger) -> Side | None:
    """Whose greatest partner a state is told to be by what it bought or sold ("bought 9 tons, making it Mali's biggest
    customer"), None where nothing says so."""
    if trigger.kind != "verb" or not scene.has(trigger.last, scene.last, _MAKING):
        return None
    lowers = scene.tokens.lowers
    at = next(at for at in range(trigger.last, scene.last) if lowers[at] in _MAKING)
    owners = (s for s in scene.sides if at < s.first <= at + _MADE_REACH and s.possessive and s.kind != "pronoun")
    owner = next(owners, None)
    if owner is None or owner.code in ("", PAIR):
        return None
    return owner if scene.has(owner.last, owner.last + _CALLED_REACH, _PARTNERS) else None


def is_customer(scene: Scene, trigger: Trigger, story: Story, known: str) -> bool:
    """Whether a country told to be a market buys from the article's own, nobody else being told of as the seller."""
    buys = trigger.flow == "import" and trigger.kind == "verb"
    own = story.told_of not in (None, known)
    return buys and own and scene.has(scene.first, trigger.first, _CUSTOMERS)
