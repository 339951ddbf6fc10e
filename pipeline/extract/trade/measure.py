"""What a figure measures: a level, a change, a share of a whole or a ratio to another figure."""

from decimal import Decimal

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words, governing_change
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.eligible import sent_home
from pipeline.extract.trade.scene import Scene
from pipeline.values import value

_RATIO = word_set("last previous year-earlier earlier target plan forecast level levels year's former preceding")
_BEFORE = word_set("before earlier ago previous")
"""Behind "half the $8 billion" they say that it is of another time."""
_FIGURES = word_set("figure level amount value volume total sum number")
_WHAT_IT_WAS = word_set("it they that those")
_ONCE = word_set("was were had once")
_WHOSE = word_set("the its their his this that those")
_TRADES = word_set("exports imports trade total")
_SUMS = word_set("amount sum volume value total figure quantity")
_WHO = frozenset({"it", "they", "that", "which"})
_SAME_REACH = 10
"""Within so many tokens "of the volume recorded in the same period" tells what a ratio is to."""
_BY_REACH = 9
_HUNDRED = Decimal(100)


@value(frozen=True, slots=True)
class Measured:
    """An amount read as a measure."""

    measure: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    direction: str | None


def measure_of(scene: Scene, amount: Amount) -> Measured | None:
    """`amount` with its measure; None for a number of times that compares nothing."""
    unit, value = amount.unit.unit, amount.value
    if amount.noun is not None and scene.tokens.lowers[amount.noun[1] - 1] == "times":
        return _times(scene, amount)
    if amount.change is not None:
        return Measured("change", value, amount.value_high, unit, amount.change)
    if amount.kind in ("percent", "point"):
        return Measured(
            "ratio" if _is_ratio(scene, amount) or sent_home(scene, amount) else "share",
            value,
            amount.value_high,
            unit,
            None,
        )
    return Measured("level", value, amount.value_high, unit, None)


def _times(scene: Scene, amount: Amount) -> Measured | None:
    """ "three times the figure for 2012" is a rise of 200 percent."""
    grown = _grown(scene, amount)
    if grown is not None:
        return grown
    lower = scene.tokens.lower(amount.last + 1)
    if lower == "over" and scene.tokens.lower(amount.last + 2) in _WHOSE:
        return None  # "met him six times over the years"
    if lower not in (
        "the",
        "that",
        "as",
        "more",
        "higher",
        "what",
        "its",
        "last",
        "greater",
        "larger",
        "over",
        "those",
        "these",
        "their",
    ):
        return None
    return Measured("change", (amount.value - 1) * _HUNDRED, None, "percent", "up")


def _grown(scene: Scene, amount: Amount) -> Measured | None:
    """ "grew 1.7 times" is a rise of 70 percent, "fell 1.5 times" a fall by a third, as news of the region puts it."""
    tokens, at = scene.tokens, amount.qualifier_first - 1
    at -= tokens.lower(at) == "by"
    direction = change_words("verb").get(tokens.lower(at))
    if direction is None and tokens.lower(amount.qualifier_first - 1) == "by":
        direction = governing_change(tokens, amount.qualifier_first - 1, _BY_REACH)
    if direction is None or amount.value <= 1:
        return None
    value = amount.value - 1 if direction == "up" else 1 - 1 / amount.value
    return Measured("change", value * _HUNDRED, None, "percent", direction)


def _is_ratio(scene: Scene, amount: Amount) -> bool:
    """ "87 percent of last year's": measured against the same thing at another time or in a plan."""
    tokens = scene.tokens
    if tokens.lower(amount.last) == "the" and tokens.lower(amount.last + 1) in _FIGURES:
        return True
    if tokens.lower(amount.last) == "the" and scene.has(amount.last, amount.last + _SAME_REACH, _BEFORE):
        return any(amount.last < other.first <= amount.last + 2 for other in scene.amounts)
    if tokens.lower(amount.last) != "of":
        return False
    following = tokens.lowers[amount.last + 1 : min(amount.last + _SAME_REACH, scene.last)]
    if _is_what_it_was(following) or is_of_sum(scene, amount):
        return True
    if "same" in following and not _FIGURES.isdisjoint(following):
        return True
    told = next((step for step in (1, 2, 3, 4) if tokens.lower(amount.last + step) in _RATIO), None)
    if told is None or scene.has(amount.last, amount.last + 4, _TRADES):
        return False
    # "60 percent of its power last winter" is a share
    return tokens.lowers[amount.last + told] != "last" or told == 1 or tokens.lower(amount.last + told - 1) in _WHOSE


def is_of_sum(scene: Scene, amount: Amount) -> bool:
    """Whether a share is one of a sum that something else came to ("a tenth of the amount it gave Fiji")."""
    following = scene.tokens.lowers[amount.last : amount.last + 4]
    if following[:2] != ["of", "the"] or len(following) < len(("of", "the", "sum", "it")):
        return False
    acts = following[3] in _WHO or any(s.first == amount.last + 3 and s.preposition is None for s in scene.sides)
    return following[2] in _SUMS and acts


def _is_what_it_was(following: list[str]) -> bool:
    """ "a third of what they were in 2013"."""
    if following[:1] != ["what"] or len(following) < len(("what", "they", "were")):
        return False
    once = following[2] in _ONCE or following[2:4] == ["used", "to"]
    return following[1] in _WHAT_IT_WAS and once
