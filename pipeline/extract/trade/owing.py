"""Who is owed, where the word of a debt stands beside him: the subject of "is owed", a state's banks, its company."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import PAIR, Scene, Side, Trigger
from pipeline.extract.trade.story import lenders

_CREDITORS = word_set("creditors banks lenders bondholders investors companies firms suppliers exporters")
_LENT_BY = frozenset({"creditors", "lenders", "bondholders"})
_OVER = word_set("over because due")
_OVER_REACH = 4
_OBJECT_REACH = 12
"""So many tokens behind a verb a company that is owed is still its object."""


def is_owed(scene: Scene, trigger: Trigger) -> bool:
    """ "it is owed $84 million": the subject is the creditor."""
    owed = trigger.kind == "passive" and scene.tokens.lowers[trigger.first] == "owed"
    return owed and any(0 <= amount.qualifier_first - trigger.last <= 1 for amount in scene.amounts)


def sum_owed(scene: Scene, amount: Amount, index: int) -> Trigger | None:
    """The participle at token `index`, right behind a sum, that says that it is owed ("halted interest payments on $2
    million owed to its banks"); None where a verb of debt has the sum as its object."""
    owed = scene.starts.get(index)
    if owed is None or owed.kind != "passive" or owed.flow != "debt":
        return None
    lent = any(t.kind == "verb" and t.flow == "debt" and t.last <= amount.first for t in scene.triggers)
    return None if lent else owed


def is_owed_to(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether a state is told behind the name of its company that is owed ("owes Eskom of South Africa $3 million")."""
    owes = trigger.kind == "verb" and trigger.subject == "importer" and side.first - trigger.last < _OBJECT_REACH
    return owes and any(amount.qualifier_first == side.last for amount in scene.amounts)


def is_owed_to_its_banks(scene: Scene, trigger: Trigger, flow: str, side: Side) -> bool:
    """Whether those who are owed are a state's by its adjective ("owes Swiss banks $2 million")."""
    owed = flow == "debt" and trigger.kind == "verb" and trigger.subject == "importer" and side.kind == "demonym"
    return owed and scene.tokens.lower(side.last) in _CREDITORS and side.preposition in (None, "to")


def pays_creditors(scene: Scene, index: int) -> bool:
    """Whether what is paid behind token `index` pays off a loan ("paid the IMF $2 million", "pays $3 million a year to
    its creditors")."""
    near = min(index + _OBJECT_REACH, scene.last)
    if not any(a.kind == "currency" and index <= a.first < near for a in scene.amounts):
        return False
    if scene.has(index, near, _LENT_BY):
        return True
    return any(side.code in lenders() and index <= side.first <= index + 1 for side in scene.sides)


def over_debts(scene: Scene, trigger: Trigger) -> tuple[str, str] | None:
    """Creditor and debtor where deliveries are held up over a debt ("halted gas deliveries to Fiji over debts of")."""
    if trigger.kind != "noun" or trigger.subject != "importer" or _OVER.isdisjoint(scene.held):
        return None
    if not scene.has(trigger.first - _OVER_REACH, trigger.first, _OVER):
        return None
    sent = next((t for t in scene.triggers if t.last < trigger.first and t.kind == "noun" and t.flow == "export"), None)
    if sent is None:
        return None
    to = next((s for s in scene.sides if 0 < s.first - sent.last <= _OVER_REACH and s.preposition == "to"), None)
    by = next((s for s in scene.sides if s.last <= sent.first and not s.attribution and s.preposition is None), None)
    if to is None or by is None or not by.code or not to.code or PAIR in (by.code, to.code) or by.code == to.code:
        return None
    return by.code, to.code


def of_one_phrase(sides: list[Side]) -> list[Side]:
    """`sides` without those of another phrase, where the first opens no list ("debts to Fiji, and asked for relief from
    Chad and Mali")."""
    if any(side.listed for side in sides[:2]):
        return sides
    return [side for side in sides if side.preposition == sides[0].preposition]
