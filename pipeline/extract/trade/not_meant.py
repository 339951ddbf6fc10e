"""Words of flow that are meant otherwise where they stand: a firm's "Limited", a news source, the gap to an average, a
plant that is called a facility, money that is raised of investors."""

from collections.abc import Callable

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene

_BEFORE_VERB = word_set(
    "to will would can could may might must should and they we who that also now currently it companies firms"
)
_LENDING = word_set(
    "credit credits loan loans lend lends lent lending lender lenders imf bank banks borrow borrowed borrowing finance "
    "financing tranche swap standby rolling deferred disburse disbursed disbursement debt fund repay repaid"
)
_OF_MONEY_OWED = word_set("foreign external net overseas international debt")
_RAISING = word_set("raise raises raised raising closed closes secured landed rounds round series")
_RAISED_REACH = 9
_ROUNDS = word_set("round rounds")
_BEFORE_BUSINESS = word_set("of in do did does doing done annual mutual bilateral border way joint their")
_BETWEEN = frozenset({"between", "with"})
_WORTH = frozenset({"worth"})
_WORTH_REACH = 5
_BEHIND_CLAIMS = word_set("on against of totalling totaling worth outstanding")
_OF_PRICE = frozenset({"of", "worth", "in"})
_TAKEN_REACH = 3
_CHARGES = word_set("charge charges writedown hit loss losses")
_IT = frozenset({"it"})
_IT_REACH = 3


def means_no_flow(scene: Scene, first: int, last: int) -> bool:
    """Whether the word of flow at token `first` is meant otherwise."""
    check = _CHECKS.get(scene.tokens.lowers[first])
    return check is not None and last - first == 1 and check(scene, first)


def _is_of_a_name(scene: Scene, at: int) -> bool:
    """Whether a firm is called so ("Harbour Company Limited")."""
    named = scene.tokens.words[at][0].isupper() and at > scene.first
    return named and scene.tokens.word(at - 1)[:1].isupper() and scene.paragraph.kind != "headline"


def _is_no_verb(scene: Scene, at: int) -> bool:
    """Whether "source" is a noun ("open source", "a source of energy said")."""
    if scene.tokens.lower(at - 1) in _BEFORE_VERB:
        return False
    return not any(side.last == at and not side.possessive for side in scene.sides)


def _is_a_plant(scene: Scene, at: int) -> bool:
    """Whether a facility is where something is made or kept, and no loan."""
    return not (scene.has(scene.first, at, _LENDING) or scene.has(at + 1, scene.last, _LENDING))


def _is_of_a_firm(scene: Scene, at: int) -> bool:
    """Whether liabilities are a firm's own."""
    return scene.tokens.lower(at - 1) not in _OF_MONEY_OWED


def _is_raised(scene: Scene, at: int) -> bool:
    """Whether funding is what a firm raises of investors ("raised $9 million in funding", "a funding round")."""
    if scene.tokens.lower(at + 1) in _ROUNDS:
        return True
    return scene.has(at - _RAISED_REACH, at, _RAISING)


def _is_a_trade(scene: Scene, at: int) -> bool:
    """Whether business is what somebody works in, and not what two states do with each other."""
    if scene.tokens.lower(at + 1) in _BETWEEN or scene.has(at, at + _WORTH_REACH, _WORTH):
        return False  # "a business that was worth $2 million"
    return scene.tokens.lower(at - 1) not in _BEFORE_BUSINESS


def _is_said(scene: Scene, at: int) -> bool:
    """Whether claims are what is said ("the firm claims 60 percent of the market"), and no money owed."""
    return scene.tokens.lower(at + 1) not in _BEHIND_CLAIMS


def _takes_no_goods(scene: Scene, at: int) -> bool:
    """Whether what is taken is money, or so much of something that an end needs ("it would take 900 units to")."""
    amount = next((a for a in scene.amounts if at < a.qualifier_first <= at + _TAKEN_REACH), None)
    if amount is None:
        return scene.has(at, at + _TAKEN_REACH, _CHARGES)
    if amount.kind == "currency":
        return scene.tokens.lower(amount.last) not in _OF_PRICE
    return scene.has(at - _IT_REACH, at, _IT) and scene.has(amount.last, amount.last + _RAISED_REACH, frozenset({"to"}))


def _is_of_no_state(scene: Scene, at: int) -> bool:
    """Whether support is that of voters or of one's own ("support for the war fell", where "its support for Mali to $9
    million" is given)."""
    if scene.tokens.lower(at + 1) != "for":
        return False
    whom = any(0 < side.first - at - 1 <= 2 for side in scene.sides)
    return not (whom and any(a.kind == "currency" for a in scene.amounts))


def _hands_no_money(scene: Scene, at: int) -> bool:
    """Whether what is handed is neither goods nor money for a state ("handed the firm a $3 million contract")."""
    given = next((a for a in scene.amounts if a.first > at), None)
    if given is None or given.kind != "currency":
        return False
    return not any(side.first == at + 1 and side.last == given.qualifier_first for side in scene.sides)


def _are_views(scene: Scene, at: int) -> bool:
    """Whether exchanges are no trade between two ("stock exchanges", "exchanges of fire")."""
    return scene.tokens.lower(at + 1) not in _BETWEEN


_CHECKS: dict[str, Callable[[Scene, int], bool]] = {
    "limited": _is_of_a_name,
    "source": _is_no_verb,
    "mine": _is_no_verb,
    "facility": _is_a_plant,
    "liabilities": _is_of_a_firm,
    "funding": _is_raised,
    "business": _is_a_trade,
    "claims": _is_said,
    "support": _is_of_no_state,
    "handed": _hands_no_money,
    "exchanges": _are_views,
    **dict.fromkeys(("take", "takes", "took", "taken", "taking"), _takes_no_goods),
}
