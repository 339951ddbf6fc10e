"""Whether a word tells of the balance of a trade ("a surplus of", "the gap between exports and imports").

How a balance is signed and whose it is stands in the modules of frames.
"""

from dataclasses import replace

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.measure import Measured
from pipeline.extract.trade.scene import PAIR, Scene, Trigger, behind
from pipeline.extract.trade.story import Frame

_BEHIND_BALANCE = word_set(
    "with of in to was is stood came reached for at hit and or against while that which therefore "
    "during recorded registered might may could would will should can has have had are were by from as "
    "unfavourable unfavorable favourable favorable negative positive thus also then now therefore however"
)
_MINUS = frozenset({"-", "–", "−"})
_TRADED_NOUNS = word_set("exports imports trade services goods exported imported sold bought sells buys")
_TRADED = frozenset({"export", "import"})
_IN_TRADE_REACH = 4
_FAVOUR = frozenset({"favour", "favor"})
_FAVOUR_REACH = 3
_WINNER_REACH = 9
_DIFFERENCE = frozenset({"difference"})
_DIFFERENCE_REACH = 7
_SHORT = frozenset({"shortfall"})
_TOLD_OF = frozenset({"surplus", "deficit"})
"""What falls short may be money or a harvest, unless one of these has been spoken of."""
"""So many tokens may stand between "deficit" and the "trade" that it is of."""


_MORE = word_set("more higher larger greater bigger above")
_LESS = word_set("less lower smaller fewer below")
_OTHER_REACH = 6
"""So many tokens behind "than" stands the flow that another is compared with."""


def exceeds(scene: Scene, amount: Amount, flow: str) -> bool | None:
    """Whether `amount` is by how much a flow exceeds the one the other way ("exports were $3 million higher than
    imports"), False if it falls short by so much, None where it is neither."""
    at = behind(scene, amount)
    word = scene.tokens.lower(at)
    if flow not in _TRADED or amount.kind != "currency" or not (word in _MORE or word in _LESS):
        return None
    since = at + 1 + (scene.tokens.lower(at + 1) == "than")
    other = next((t for t in scene.triggers if since <= t.first < since + _OTHER_REACH), None)
    return None if other is None or {other.flow, flow} != _TRADED else word in _MORE


def is_balance(scene: Scene, first: int, last: int) -> bool:
    """Whether a bare "surplus" or "deficit" is a noun of its own ("a surplus of", not "surplus hydropower")."""
    behind = scene.tokens.lower(last)
    if scene.tokens.lowers[first] == "balance" and behind == "of":
        return scene.has(last, last + _WINNER_REACH, _FAVOUR)
    if scene.tokens.lowers[first] in _DIFFERENCE:
        return behind == "between" and scene.has(last + 1, last + _DIFFERENCE_REACH, _TRADED_NOUNS)
    if scene.tokens.lowers[first] in _SHORT:
        return behind == "with" or scene.has(scene.first, first, _TOLD_OF)
    if behind in ("between", "on"):
        return scene.has(last + 1, last + _IN_TRADE_REACH, _TRADED_NOUNS)
    return behind in _BEHIND_BALANCE or not behind.isalpha() or behind in change_words("verb")


def favoured(scene: Scene, trigger: Trigger) -> str | None:
    """The state in whose favour a balance is ("a gap of $3 billion in Peru's favour", "in favour of Peru")."""
    if trigger.flow != "balance" or not scene.has(trigger.last, scene.last, _FAVOUR):
        return None
    lowers = scene.tokens.lowers
    at = next(at for at in range(trigger.last, scene.last) if lowers[at] in _FAVOUR)
    owns = (s for s in scene.sides if s.possessive and 0 < at - s.last < _FAVOUR_REACH)
    of_whom = (s for s in scene.sides if s.preposition == "of" and 0 < s.first - at <= _FAVOUR_REACH)
    side = next(owns, None) or next(of_whom, None)
    return side.code if side is not None and side.code not in ("", PAIR) else None


def goes_on_in_trade(scene: Scene, before: Trigger, trigger: Trigger) -> bool:
    """Whether `trigger` only says of what the balance `before` it is ("a deficit in trade with")."""
    between = scene.tokens.lowers[before.last : trigger.first]
    if trigger.flow in _TRADED:
        # "the gap between French exports and imports"
        apart = "," in between or any(before.last < a.first < trigger.first for a in scene.amounts)
        return between[:1] == ["between"] and not apart
    in_trade = trigger.flow == "trade" and between[:1] in (["in"], ["of"], ["on"])
    return in_trade and len(between) <= _IN_TRADE_REACH and not any(word in (",", "and") for word in between)


def as_balance(scene: Scene, amount: Amount, frame: Frame, measured: Measured) -> tuple[Frame, Measured]:
    """`frame` and `measured` of a sum below zero, or of what one way exceeds the other by, as those of a balance."""
    if frame.flow == "balance" and _is_below_zero(scene, amount):
        return replace(frame, negative=True), replace(measured, measure="level", direction=None)
    over = exceeds(scene, amount, frame.flow)
    return (
        (frame, measured)
        if over is None
        else (_exceeding(frame, over), replace(measured, measure="level", direction=None))
    )


def _exceeding(frame: Frame, exceeds: bool) -> Frame:
    """The balance of what is told as more or less than what goes the other way."""
    return Frame(
        flow="balance",
        rule="exceeding_balance",
        pair=frame.countries,
        view=frame.view,
        negative=exceeds == (frame.flow == "import"),
        paragraph=frame.paragraph,
    )


def _is_below_zero(scene: Scene, amount: Amount) -> bool:
    """Whether a sum is written with a minus ("the balance stood at -$720 million")."""
    sign = scene.tokens.lower(amount.first - 1)
    return amount.kind == "currency" and (sign == "minus" or (sign in _MINUS and scene.tokens.glued(amount.first)))
