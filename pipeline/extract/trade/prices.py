"""What goods cost where they are dealt in ("Wheat for May delivery fell 2 percent to $6.10 a bushel"): the move of a
price is no figure of trade, whatever trade was told of before. Prices told by that word belong to `measurable`.
"""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene

_MARKETS = word_set("futures spot cbot comex dalian euronext liffe lme matif mdex nymex sgx zhengzhou")
"""What is dealt in, or where."""
_BENCHMARKS = word_set("brent bullion contract contracts wti")
_CALLED = word_set("bean commodity fibre fiber fuel grain metal oilseed sweetener")
"""What goods are called by the second time, behind "the"."""
_ENDS = word_set("close closed ended finished settle settled settling traded trading")
"""What a price does at the end of a day."""
_FLOWS = word_set(
    "arrivals bought buy buying deliveries demand export exported exports import imported imports inflows loadings "
    "offtake output outflows production purchased purchases sales sell selling sells shipments shipped sold supplies "
    "supply trade turnover volume volumes"
)
"""Words of what is traded and not of its price; a market may be where it is ("spot LNG imports")."""
_TO = frozenset({"at", "to"})
_DELIVERY = frozenset({"delivery"})
_DELIVERY_REACH = 5
_SUBJECT_REACH = 4


def is_move_of_price(scene: Scene, amount: Amount) -> bool:
    """Whether a percentage is by how much the price of goods moved, no flow of them being told of in its clause."""
    if amount.kind != "percent" or scene.tokens.lower(amount.last) == "of":
        return False
    first, end = scene.clause(amount.first)
    if scene.has(first, amount.first, _FLOWS):
        return False
    if scene.has(first, amount.last, _MARKETS) or _is_for_delivery(scene, first, amount):
        return True
    subject = min(first + _SUBJECT_REACH, amount.first)
    if scene.has(first, subject, _BENCHMARKS) or _is_called_again(scene, first, subject):
        return True
    return _is_to_a_price(scene, amount, end) or (scene.has(first, amount.first, _ENDS) and _has_price(scene))


def _is_for_delivery(scene: Scene, first: int, amount: Amount) -> bool:
    """Whether the subject is goods of a later month ("Corn for delivery in May rose", "Rice for May delivery")."""
    tokens = scene.tokens
    for at in tokens.places(_DELIVERY, first, amount.first):
        if "for" in tokens.lowers[max(first, at - _DELIVERY_REACH) : at]:
            return True
    return False


def _is_called_again(scene: Scene, first: int, subject: int) -> bool:
    """Whether the clause opens with goods as they are called the second time ("The metal has lost")."""
    places = scene.tokens.places(_CALLED, first, subject)
    return any(scene.tokens.lower(at - 1) == "the" for at in places)


def _is_to_a_price(scene: Scene, amount: Amount, end: int) -> bool:
    """Whether the money for one piece stands next behind ("rose 2 percent to $81.20 a barrel")."""
    behind = next((other for other in scene.amounts if other.first >= amount.last), None)
    if behind is None or not behind.unit_price or behind.first >= end:
        return False
    return scene.has(amount.last, behind.first, _TO)


def _has_price(scene: Scene) -> bool:
    return any(amount.unit_price for amount in scene.amounts)
