"""Whether a flow is told as all of a state's trade, so that no partner is taken over from the story before."""

from dataclasses import replace

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.abroad import elsewhere, opens_as_total
from pipeline.extract.trade.commodity import first_goods
from pipeline.extract.trade.pairs import is_total, worldwide
from pipeline.extract.trade.roles import named
from pipeline.extract.trade.scene import Scene, Trigger, hangs_on_share
from pipeline.extract.trade.story import Frame, Story

_PARTS = frozenset({"export", "import"})
_WHOLE = frozenset({"all"})
_PART_REACH = 4
_APART = frozenset({",", "and"})
_ALL = frozenset({"all", "whole", "total", "entire", "annual", "yearly"})
_NEEDS_REACH = 4
"""So many tokens back "all its annual" tells that needs are not met by the partner told of before alone."""


_LINKS = {"import": "from", "export": "to"}
_LINK_REACH = 2
_PARTNERS = frozenset({"to", "from", "with", "between", "into"})
_THE_WHOLE = word_set("it figure volume turnover exchange total indicator")
_GOALS = word_set("target goal mark threshold milestone")
_GOAL_REACH = 2


def the_whole(scene: Scene, amount: Amount, story: Story, frame: Frame) -> Frame | None:
    """The trade of two that an amount is of behind the parts of it, exports and imports, or behind a part told in the
    same breath ("... exports were $5 billion and imports $2 billion. The volume had grown by 4 percent")."""
    whole = story.whole
    if whole is None or frame.flow not in _PARTS or frame.countries != whole.pair or _tells_a_part(scene):
        return None
    if amount.kind == "currency" and scene.has(amount.last, amount.last + _GOAL_REACH, _GOALS):
        return replace(whole, paragraph=frame.paragraph)
    before = story.before.sentence.char_start if story.before is not None else -1
    if len(story.sellers) < len(whole.pair) and story.whole_at != before:
        return None
    if amount.kind not in ("currency", "percent") or (amount.kind == "percent" and amount.change is None):
        return None
    first, _ = scene.clause(amount.first)
    told = scene.has(first, amount.first, _THE_WHOLE) and first_goods(scene, first, amount.first) is None
    return replace(whole, paragraph=frame.paragraph) if told else None


def _tells_a_part(scene: Scene) -> bool:
    """Whether the sentence itself tells of exports or imports."""
    return any(t.flow in _PARTS and t.subject != "goods" for t in scene.triggers)


def is_of_all(scene: Scene, trigger: Trigger, recent: Frame | None, known: str) -> bool:
    """Whether a flow is told as the one with all the world, with others, or as all that a state needs."""
    if _is_of_own_balance(scene, trigger, recent, known) or _is_beside_one_with_partner(scene, trigger, recent):
        return True
    if trigger.flow in _PARTS and opens_as_total(scene) and not _is_of_two(scene, known):
        return True
    if (
        is_of_total(scene, trigger)
        or worldwide(scene, trigger)
        or elsewhere(scene, trigger)
        or _has_told_parts(scene, trigger)
    ):
        return True
    return trigger.flow == "consumption" and scene.has(trigger.first - _NEEDS_REACH, trigger.first, _ALL)


def _is_of_two(scene: Scene, known: str) -> bool:
    """Whether the sentence names another state, or the two, beside the one whose trade it is."""
    return any(s.code not in ("", known) and not s.attribution for s in scene.sides)


def _is_beside_one_with_partner(scene: Scene, trigger: Trigger, recent: Frame | None) -> bool:
    """Whether the other way of a state's trade has a partner and this one, told before it and with no figure, has none
    ("Peru's exports fell, while its imports from Chile rose")."""
    if trigger.kind != "noun" or not trigger.strong or trigger.flow not in _PARTS:
        return False
    if recent is not None and recent.flow not in _PARTS:
        return False
    other = next((t for t in scene.triggers if t.first > trigger.last and t.kind == "noun"), None)
    if other is None or {trigger.flow, other.flow} != _PARTS:
        return False
    if any(trigger.last <= a.first < other.first and a.kind != "time" for a in scene.amounts):
        return False
    links = frozenset({_LINKS[other.flow]})
    told = any(s.preposition in links and 0 < s.first - other.last <= _LINK_REACH and named(s) for s in scene.sides)
    return told and not any(s.preposition in _PARTNERS and s.first < other.first and s.code for s in scene.sides)


def is_of_total(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is sold is told with its part in all sales ("or 5 percent of total exports")."""
    later = (t for t in scene.triggers if t.first > trigger.last and t.kind == "noun" and t.flow == trigger.flow)
    return any(is_total(scene, t) and scene.tokens.lower(t.first - 2) == "of" for t in later)


def _is_of_own_balance(scene: Scene, trigger: Trigger, recent: Frame | None, known: str) -> bool:
    """Whether exports or imports go on with a state's balance with all others, told just before in the paragraph."""
    if recent is None or recent.flow != "balance" or trigger.kind != "noun" or recent.pair != (known,):
        return False
    return recent.paragraph == scene.paragraph.position


def _has_told_parts(scene: Scene, trigger: Trigger) -> bool:
    """Whether a part of what is told is another state's by its words ("5 tonnes of rice, half of it from Oman")."""
    behind = (s for s in scene.sides if s.first > trigger.last and named(s) and s.kind != "pronoun")
    parts = (side for side in behind if hangs_on_share(scene, trigger.last, side))
    beside = (side for side in parts if scene.tokens.lower(side.first - 1) not in _APART)
    return any(not scene.has(side.first - _PART_REACH, side.first, _WHOLE) for side in beside)
