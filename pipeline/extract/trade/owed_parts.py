"""What is owed or lent as a part of a sum told before, and who owes a debt by a clause of its own."""

from dataclasses import replace

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.givers import GIFTS
from pipeline.extract.trade.roles import named
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.story import Frame

_OWES = word_set("owes owe owed")
_OWES_REACH = 5
_RELATIVE = frozenset({"that", "which"})
_OF_WHICH_REACH = 5
_OF_IT = (["of", "it"], ["of", "this"], ["of", "that"], ["of", "which"])
_INTO = frozenset({"in", "into", "to"})
_INTO_REACH = 5
_POINTERS = word_set("it them that which those these this")


def owed_by(scene: Scene, trigger: Trigger | None) -> Trigger | None:
    """The verb of a relative clause that says who owes a debt ("the $3 million debt that Fiji owes Peru")."""
    if trigger is None or trigger.kind != "noun" or trigger.flow != "debt" or trigger.subject != "importer":
        return None
    near = (t for t in scene.triggers if trigger.last < t.first <= trigger.last + _OWES_REACH)
    verb = next(near, None)
    if verb is None or scene.tokens.lowers[verb.first] not in _OWES:
        return None
    return verb if scene.tokens.lower(trigger.last) in _RELATIVE or _acts_at(scene, trigger.last) else None


def _acts_at(scene: Scene, index: int) -> bool:
    """Whether a state's name begins a clause at token `index`."""
    return any(side.first == index and not side.possessive and side.preposition is None for side in scene.sides)


def _is_of_which(scene: Scene, amount: Amount) -> bool:
    """Whether a sum is told as a part of the one before ("of which $3 million was", "of it, only $3 million")."""
    lowers, at = scene.tokens.lowers, amount.qualifier_first
    if lowers[at - 1] == "including" or lowers[amount.last : amount.last + 2] in _OF_IT:
        return True
    return any(
        lowers[i] == "of" and lowers[i + 1] in _POINTERS for i in range(max(scene.first, at - _OF_WHICH_REACH), at - 1)
    )


def _put_into(scene: Scene, amount: Amount, whole: Frame) -> Frame | None:
    """The part of an investment abroad that goes into the state behind it ("$9 million of it in Peru")."""
    behind = [
        s for s in scene.sides if s.first > amount.last and named(s) and not s.attribution and s.kind != "pronoun"
    ]
    if not behind or any(side.listed for side in behind[:2]):
        return None
    into = behind[0].first - amount.last <= _INTO_REACH and behind[0].preposition in _INTO
    host = behind[0].code if into and behind[0].code != whole.exporter else None
    return replace(whole, importer=host) if host is not None else None


def part_of_loan(scene: Scene, amount: Amount, frame: Frame | None, whole: Frame | None) -> Frame | None:
    """`frame` of a part of a loan, debt or gift, `whole`: who is not named behind it is as told of that."""
    if frame is None or whole is None or frame.flow not in GIFTS or whole.flow not in GIFTS:
        return frame
    if amount.kind != "currency" or not _is_of_which(scene, amount):
        return frame
    if whole.importer is None:
        return _put_into(scene, amount, whole) or frame if frame.importer is None else frame
    behind = next((s for s in scene.sides if s.first > amount.last and not s.attribution and named(s)), None)
    owed = frame.flow == "debt" and whole.view == whole.importer
    since = amount.qualifier_first - _OF_WHICH_REACH
    told = {s.code for s in scene.sides if s.first > since and not s.attribution} - {whole.importer}
    if frame.exporter in told:
        return replace(frame, importer=whole.importer)  # "of which Fiji provided $3 million"
    if whole.exporter is not None:
        return replace(frame, exporter=whole.exporter, importer=whole.importer, view=whole.view)
    if owed and behind is not None and behind.preposition == "to" and behind.code != whole.importer:
        return replace(whole, exporter=behind.code, varies="exporter")
    return frame
