"""The goods that a share is of or that stand behind an amount ("46 percent consisted of textiles")."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.counts import is_stop
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.beside import of_trigger
from pipeline.extract.trade.commodity import EXEMPLIFYING, MOSTLY, Goods, first_goods, goods_near, last_goods, phrase
from pipeline.extract.trade.goods_words import ENDS, MAKERS
from pipeline.extract.trade.scene import Scene, Trigger

SHARE_VERBS = word_set(
    "accounted account accounts accounting made make makes making comprised comprise comprises constituted "
    "represented represent represents consisted supplied took"
)
_HAVING = word_set("representing comprising constituting making accounting contributing")
_MAKING = (SHARE_VERBS - {"supplied", "took"}) | _HAVING
_VERB_REACH = 7
_MADE_UP = frozenset({"up", "for"})
PARTLY = MOSTLY | {"most", "half", "nearly", "almost", "part"}
"""Behind an amount these begin what only a part of it is."""
THEM = word_set("it them these those this")
RELATIVE = frozenset({"that", "which"})
_FOREMOST = (["above", "all"], ["in", "particular"], ["among", "others"])
_SUBJECT_REACH = 8
_WHOLE_REACH = 4
"""So many tokens behind a share its whole is named ("65 percent of its oil")."""
_WHOSE_REACH = 8


def goods_shared(scene: Scene, amount: Amount, since: int) -> Goods | None:
    """The part of a share ("Copper accounted for 31 per cent", "46 percent consisted of textiles")."""
    first, end = scene.clause(amount.first)
    start = max(since, first)
    part = part_of_share(scene, amount, since)
    if part is not None:
        return part
    if scene.tokens.lower(amount.last) == "of" and scene.tokens.lower(amount.last + 1) in RELATIVE:
        return object_behind(scene, amount, end)
    if scene.tokens.lower(amount.last) == "of" and scene.tokens.lower(amount.last + 1) not in THEM:
        whole = goods_near(scene, amount.last, min(_WHOLE_REACH, end - amount.last))
        if whole is not None:
            return whole
    found = last_goods(scene, start, amount.first)
    if found is not None:
        return found
    if scene.tokens.lower(first) in RELATIVE:
        return last_goods(scene, min(since, first), first)
    verb = next((at for at in range(start, amount.first) if scene.tokens.lowers[at] in SHARE_VERBS), None)
    named = [side for side in scene.sides if start <= side.first < amount.first]
    if "," in scene.tokens.lowers[start : verb or start]:
        return object_behind(scene, amount, end)
    capitals = verb is not None and any(word[0].isupper() for word in scene.tokens.words[start + 1 : verb])
    named_so = scene.tokens.lower(start) not in ENDS and not is_stop(scene.tokens.lower(start))
    if (
        verb is not None
        and 0 < verb - start <= _SUBJECT_REACH
        and not (named or capitals)
        and named_so
        and since == scene.first
    ):
        return phrase(scene, start, verb)
    return object_behind(scene, amount, end)


def part_of_share(scene: Scene, amount: Amount, since: int) -> Goods | None:
    """The goods that account for a share ("Barley made up 44 percent of Togo's grain exports", "rice, which is")."""
    first, _ = scene.clause(amount.first)
    verb = next((at for at in range(amount.first - 1, first - 1, -1) if scene.tokens.lowers[at] in _MAKING), None)
    if verb is None or amount.first - verb > _VERB_REACH:
        return None
    opens = scene.tokens.lowers[first]
    if opens in RELATIVE or opens in _HAVING or opens in EXEMPLIFYING:
        goods = last_goods(scene, scene.first if first in (since, since + 1) else min(since, first), first)
    else:
        goods = last_goods(scene, max(since, first), verb)
    return None if goods is None or goods[0].lower().split()[-1] in MAKERS else goods


def object_behind(scene: Scene, amount: Amount, end: int) -> Goods | None:
    """The goods behind the amount up to token `end` or the next amount, those of a part alone left out."""
    following = next((a.first for a in scene.amounts if a.first > amount.last and not a.converts), end)
    stop = min(end, following)
    lowers = scene.tokens.lowers
    parted = next((at for at in range(amount.last, stop - 1) if lowers[at] == "," and lowers[at + 1] in PARTLY), stop)
    return first_goods(scene, amount.last, _without_foremost(lowers, amount.last, parted))


def _without_foremost(lowers: list[str], first: int, stop: int) -> int:
    """Where what is behind a comma and only the greatest part begins (", cement and teff above all"), else `stop`."""
    foremost = next((at for at in range(first, stop) if lowers[at : at + 2] in _FOREMOST), None)
    if foremost is None:
        return stop
    return next((at for at in range(foremost, first - 1, -1) if lowers[at] == ","), stop)


def is_share_of_goods(scene: Scene, amount: Amount) -> bool:
    """Whether goods make up a part of an amount that follows ("LNG made up 45 percent of the 13 bcm")."""
    at = amount.qualifier_first - 1
    if amount.kind != "percent" or scene.tokens.lower(at) not in _MADE_UP or scene.tokens.lower(amount.last) != "of":
        return False
    behind = (whole for whole in scene.amounts if whole.kind != "percent")
    if not any(0 < whole.first - amount.last <= _WHOLE_REACH for whole in behind):
        return False
    return scene.tokens.lower(at - 1) in SHARE_VERBS and first_goods(scene, scene.first, at) is not None


def is_part_of_goods(scene: Scene, amount: Amount) -> bool:
    """Whether an amount is the part that goods make of those told before, which go on ("Cod made up 9 percent")."""
    if amount.change is not None or (amount.kind != "percent" and not _accounts_for(scene, amount)):
        return False
    return part_of_share(scene, amount, scene.first) is not None


def _accounts_for(scene: Scene, amount: Amount) -> bool:
    return scene.tokens.lower(amount.qualifier_first - 1) in _MADE_UP


def is_whole_of_goods(scene: Scene, amount: Amount) -> bool:
    """Whether an amount is the whole of which goods make up a part ("LNG made up 45 percent of the 13 bcm")."""
    if amount.kind == "percent":
        return False
    part = next((a for a in scene.amounts if 0 < amount.first - a.last <= _WHOLE_REACH), None)
    return part is not None and is_share_of_goods(scene, part)


def of_whole(scene: Scene, amount: Amount, trigger: Trigger | None) -> Goods | None:
    """The goods of the trade whose part a share is ("95 percent of Mali's total steel pipe exports")."""
    if (
        trigger is None
        or trigger.kind != "noun"
        or trigger.first < amount.last
        or scene.tokens.lower(amount.last) != "of"
        or part_of_share(scene, amount, scene.first) is not None
    ):
        return None
    owned = any(amount.last < s.first and s.last < trigger.first and s.possessive for s in scene.sides)
    near = trigger.first - amount.last <= _WHOSE_REACH and "," not in scene.tokens.lowers[amount.last : trigger.first]
    return of_trigger(scene, trigger) if owned and near else None


def end_of_limited(scene: Scene, amount: Amount) -> int:
    """The token up to which what is limited can be named behind the amount: not behind "and" ("their quota and use it
    as a lever")."""
    end = scene.clause(amount.first)[1]
    return next((at for at in range(amount.last, end) if scene.tokens.lowers[at] == "and"), end)
