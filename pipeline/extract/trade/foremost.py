"""The goods that are told to lead a flow ("Cars topped the list of imports", "its chief export is clinker"), or whose
flow a sentence records ("Furniture posted exports of $5 million")."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.beside import goods_before
from pipeline.extract.trade.commodity import Goods, first_goods, goods_near, last_goods
from pipeline.extract.trade.scene import Scene, Trigger

_FIRST = word_set(
    "largest biggest top topped main leading led headed greatest chief foremost number second third most bulk list "
    "lion's principal key first"
)
_LEADING = word_set("topped led headed dominated")
_RANKING = _LEADING | word_set(
    "was were is are remained remain remains became ranked accounted made formed constituted"
)
"""Verbs between goods and the place that they take in a flow."""
_RECORDING = word_set("posted recorded registered reported logged saw notched generated")
_PRODUCTS = frozenset({"products", "goods", "items", "articles"})
_ASIDE_REACH = 9
"""So many tokens at most stand between goods and the flow whose first they are called."""
EARNED = word_set("earned earns earn brought fetched fetches brings")
_EARNER_REACH = 4
_BEING = word_set("is are was were remains remain remained")


def goods_foremost(scene: Scene, amount: Amount, trigger: Trigger) -> Goods | None:
    """The goods told to lead a flow ("Tea was Kenya's largest export", "Cars topped the list of imports"), or to have
    one of the amount ("Furniture posted exports of")."""
    first, _ = scene.clause(trigger.first)
    if scene.tokens.lower(trigger.first - 1) in _RECORDING and scene.tokens.lower(trigger.last) == "of":
        return first_goods(scene, first, trigger.first - 1)
    if scene.tokens.lower(trigger.first - 1) == "with":
        return _that_lead(scene, trigger)
    apposed = _called_foremost(scene, trigger)
    if apposed is not None:
        return apposed
    if trigger.last <= amount.first and scene.has(trigger.first, amount.first, _FIRST):
        ranked = _ranked(scene, amount, trigger)
        if ranked is not None:
            return ranked
    if not scene.has(first, trigger.first, _FIRST):
        return None
    if trigger.last <= amount.first:
        told = _named_foremost(scene, amount, trigger)
        if told is not None:
            return told
    lowers = scene.tokens.lowers
    verb = next((at for at in range(first, trigger.first) if lowers[at] in _RANKING), None)
    if verb is None or not (lowers[verb] in _LEADING or scene.has(verb, trigger.first, _FIRST)):
        return None
    return first_goods(scene, first, verb)


def goods_earning(scene: Scene, amount: Amount) -> Goods | None:
    """The goods that bring a sum in ("In 2016, timber brought Chile $9 million")."""
    if amount.kind != "currency" or EARNED.isdisjoint(scene.held):
        return None
    verb = next(iter(scene.tokens.places(EARNED, scene.clause(amount.first)[0], amount.first)), None)
    if verb is None or amount.qualifier_first - verb > _EARNER_REACH:
        return None
    return goods_before(scene, verb)


def _called_foremost(scene: Scene, trigger: Trigger) -> Goods | None:
    """The goods that an aside behind them calls the first of a flow ("Tin, Bolivia's top export, earned")."""
    lowers, since = scene.tokens.lowers, max(scene.first, trigger.first - _ASIDE_REACH)
    comma = next((at for at in range(trigger.first - 1, since, -1) if lowers[at] == ","), None)
    if comma is None or not scene.has(comma, trigger.first, _FIRST):
        return None
    return goods_before(scene, comma)


def _that_lead(scene: Scene, trigger: Trigger) -> Goods | None:
    """The goods that lead by the flow told behind "with" ("Furniture led the rise, with exports of $5 million")."""
    start, end = scene.clause(trigger.first - 2)
    verb = next((at for at in range(start, min(end, trigger.first)) if scene.tokens.lowers[at] in _LEADING), None)
    return first_goods(scene, start, verb) if verb is not None else None


def _named_foremost(scene: Scene, amount: Amount, trigger: Trigger) -> Goods | None:
    """The goods behind a flow that they lead ("Togo's chief export is clinker, which earned it")."""
    lowers = scene.tokens.lowers
    verb = next((at for at in range(trigger.last, amount.first) if lowers[at] in _BEING), None)
    return goods_near(scene, verb + 1, 3) if verb is not None else None


def _ranked(scene: Scene, amount: Amount, trigger: Trigger) -> Goods | None:
    """The goods that have a place among those of a flow ("Among Togo's exports clinker ranked first with")."""
    verb = next((at for at in range(trigger.last, amount.first) if scene.tokens.lowers[at] in _RANKING), None)
    if verb is None or not scene.has(verb, amount.first, _FIRST):
        return None
    return last_goods(scene, trigger.last, verb)


def opens_with_products(scene: Scene) -> bool:
    """Whether a sentence opens with products of a kind, as one that goes through a trade does ("Biotech products")."""
    at = scene.first + 1
    kind = scene.tokens.words[scene.first].istitle() and scene.tokens.lower(at) in _PRODUCTS
    return kind and scene.tokens.lower(at + 1) in change_words("verb")
