"""Frames that a sentence takes over from the one before ("Of that, 46 percent ...", "They totaled ...")."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.lists import without_partner
from pipeline.extract.trade.pairs import by_item
from pipeline.extract.trade.scene import Scene
from pipeline.extract.trade.story import Frame, Story

_POINTERS = word_set(
    "that this it they those these which them total figure figures amount sum volume volumes value rest "
    "remainder remaining share number turnover inflow inflows outflow batch transfers receipts"
)
_INSTALMENTS = word_set("payments payment instalment instalments installment installments bill repaid outstanding")
_SHARES = word_set(
    "accounted accounting accounts consisted consisting consists comprised comprising comprises made make up "
    "represented represents"
)
_REACHING = word_set(
    "reached totaled totalled amounted stood came hit was were rose fell grew increased decreased declined up "
    "down dropped climbed put putting brought brings bring fetched earned lift raise increase boost double "
    "worth come go went left bought rise fall grow reach total stand decline drop"
)


def carried(scene: Scene, amount: Amount, story: Story) -> Frame | None:
    """The story's frame, where the sentence of `amount` points back to it or goes on with it."""
    frame = story.recent(scene.paragraph.position)
    if frame is None:
        return None
    if by_item(scene):
        frame = without_partner(frame)
    first, end = scene.clause(amount.first)
    lowers = scene.tokens.lowers
    pointer = any(lowers[at] in _POINTERS for at in range(first, min(end, amount.last + 3)))
    shares = scene.has(first, amount.first, _SHARES)
    goods = any(term_at(scene.tokens, at) is not None for at in range(first, amount.first))
    told = scene.has(first, end, _REACHING)
    if frame.flow == "debt" and scene.has(first, end, _INSTALMENTS):
        return frame
    if pointer and (told or shares or amount.kind == "percent"):
        return frame
    if (shares or told) and goods and _compatible(story, amount):
        return frame
    here = frame.paragraph == scene.paragraph.position and amount.kind == "percent"
    if shares and (here or _country_first(scene, first, amount)) and _compatible(story, amount):
        return frame
    return None


def _compatible(story: Story, amount: Amount) -> bool:
    """Whether the amount can go on with the last figure: money with money, goods with goods, shares with either."""
    kinds = {amount.kind, story.kind}
    return "percent" in kinds or story.kind is None or ("currency" in kinds) == (kinds == {"currency"})


def _country_first(scene: Scene, first: int, amount: Amount) -> bool:
    return any(first <= side.first < amount.first and side.preposition is None and side.code for side in scene.sides)
