"""Who has a share of whose trade ("China took a third of Lao exports"), and of what whole it is a share."""

from dataclasses import replace

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.frames import vary
from pipeline.extract.trade.lists import without_partner
from pipeline.extract.trade.pairs import is_total
from pipeline.extract.trade.roles import are_many, named, subject_of
from pipeline.extract.trade.scene import Scene, Side, Trigger
from pipeline.extract.trade.story import Frame

_SHARED_FLOWS = frozenset({"export", "import", "consumption", "investment", "debt", "aid", "trade", "balance"})
_GIVEN = frozenset({"aid", "debt", "investment"})
"""Who has a share of what one gives is given it ("Malawi gets a third of British aid")."""
_RESPECTIVELY = frozenset({"respectively"})
_SUMS = frozenset({"sum", "figure", "figures", "amount", "value", "volume", "this", "that", "it", "these", "they"})
_LEADING = frozenset({"led", "leads", "lead", "leading", "first", "ahead"})
_SUM_REACH = 3
_WHOLE_REACH = 6
"""So many tokens behind a share stands the noun of what it is of."""
_PARTED = frozenset({"export", "import", "debt"})
_SHARES = frozenset({"share", "shares"})
_TOTALS = frozenset({"total", "amount", "sum", "volume", "figure", "tonnage"})
_HAVING_A_PART = frozenset({"accounting", "representing", "making", "constituting", "comprising"})
"""Behind a comma these go on with the subject of the clause before."""
_MAKING = word_set(
    "represents represent represented equals equalled makes made make was is were accounts accounted account "
    "corresponds corresponded amounts amounted"
)
"""Between a sum told before and a share these make it that share of a whole."""


def sharer_of(scene: Scene, amount: Amount, frame: Frame) -> Frame:
    """`frame` with the country that has the share: "China bought 22 percent of the exports", "Belarus met a fifth"."""
    if frame.flow not in _SHARED_FLOWS:
        return frame
    first, _ = scene.clause(amount.first)
    leaning = [s for s in scene.sides if s.preposition == "on" and first <= s.first < amount.first and named(s)]
    subject = leaning[-1] if leaning else _traded_with(scene, frame, first) or subject_of(scene, amount.first)
    if subject is not None and subject.code != frame.view and named(subject) and are_many(scene, subject, amount.first):
        return without_partner(frame)
    shared = subject is not None and frame.bilateral and not frame.pair and subject.code != frame.view
    if shared and subject is not None and subject.code in frame.countries:
        # who has the share was told of before: others may have theirs behind it
        return replace(frame, varies="exporter" if subject.code == frame.exporter else "importer")
    if subject is None or subject.code in frame.countries or (subject.kind == "pronoun" and subject.preposition):
        return frame
    if frame.pair:
        return replace(frame, pair=tuple(sorted({*frame.pair, subject.code}))) if len(frame.pair) == 1 else frame
    taken = frame.flow in _GIVEN and frame.exporter is not None and frame.importer is None
    role = "importer" if taken or frame.flow in ("export", "production") else "exporter"
    frame = replace(frame, varies=role)
    if leaning:
        return vary(frame, role, subject.code)
    relative = scene.tokens.lower(first) in ("which", "who") and first - subject.last <= 3
    relative = relative or scene.tokens.lower(first) in _HAVING_A_PART
    relative = relative or (scene.tokens.lower(first) == "and" and first + 1 in scene.starts)
    goods = subject.possessive and term_at(scene.tokens, subject.last) is not None and role == "exporter"
    if (subject.first < first and not relative) or (subject.kind == "demonym" and not goods):
        return frame
    return vary(frame, role, subject.code)


def _traded_with(scene: Scene, frame: Frame, first: int) -> Side | None:
    """With whom the trade is that makes up a share of a state's ("Trade with Oman makes 4 percent of Mali's")."""
    if frame.flow != "trade" or len(frame.pair) != 1 or scene.tokens.lower(first + 1) != "with":
        return None
    return next((s for s in scene.sides if s.preposition == "with" and 0 < s.first - first <= 3 and named(s)), None)


def _of_many(scene: Scene, amount: Amount, frame: Frame) -> Frame:
    """`frame` of the sentence before with no partner, where several states are told to have the share together."""
    first, _ = scene.clause(amount.first)
    if scene.tokens.lower(first) not in _HAVING_A_PART or not frame.bilateral:
        return frame
    if scene.has(amount.last, scene.last, _RESPECTIVELY):
        return frame
    subject = subject_of(scene, amount.first)
    many = (
        subject is not None and named(subject) and subject.code != frame.view and are_many(scene, subject, amount.first)
    )
    return without_partner(frame) if many else frame


def next_sharer(scene: Scene, amount: Amount, frame: Frame) -> Frame:
    """`frame` of the sentence before with the state whose share goes up or down now ("India tripled its share"), or
    with no partner where several states have it together."""
    if amount.kind != "percent":
        return frame
    frame = _of_many(scene, amount, frame)
    if not frame.bilateral or frame.pair or not scene.has(scene.first, scene.last, _SHARES):
        return frame
    subject = subject_of(scene, amount.first)
    if subject is None or not named(subject) or subject.kind == "pronoun" or subject.code in frame.countries:
        return frame
    if are_many(scene, subject, amount.first):
        return without_partner(frame)
    others = (s for s in scene.sides if subject.last <= s.first < amount.first and s.kind != "pronoun")
    if any(named(side) for side in others):
        return frame  # "the Lao share fell, and inflows from Oman were down 7 percent"
    role = "importer" if frame.view == frame.exporter else "exporter"
    return vary(frame, frame.varies or frame.subject or role, subject.code)


def leader_of(scene: Scene, amount: Amount, trigger: Trigger, frame: Frame) -> Frame:
    """`frame` with who leads those that a state bought from or sold to ("Chad led with 5 tonnes of the gum that Oman
    imported")."""
    role = "exporter" if frame.flow == "import" else "importer"
    if trigger.kind != "verb" or getattr(frame, role) is not None or amount.last > trigger.first:
        return frame
    at = amount.qualifier_first - 2
    if scene.tokens.lower(at + 1) != "with" or scene.tokens.lower(at) not in _LEADING:
        return frame
    leader = next((s for s in reversed(scene.sides) if s.last <= at and named(s) and not s.attribution), None)
    if leader is None or at - leader.last > 1 or leader.code in frame.countries or leader.preposition is not None:
        return frame
    return replace(vary(frame, role, leader.code), varies=role, subject=None)


def whole_of(scene: Scene, amount: Amount, trigger: Trigger, frame: Frame, told: Frame | None) -> Frame:
    """`frame` without a partner that only the story gave, where the whole is "its exports".

    What was `told` before keeps its partner where it is said to be so much of the whole.
    """
    owners = [s for s in scene.sides if s.possessive and amount.last <= s.first and s.last <= trigger.first]
    if owners and told is not None and _is_part_told_before(scene, amount, frame, told):
        return replace(frame, exporter=told.exporter, importer=told.importer)
    kept = all(s.kind == "demonym" for s in owners) and not _acts(scene, amount)
    if not owners or kept or frame.flow not in ("export", "import") or frame.view is None:
        return frame
    partner = frame.importer if frame.view == frame.exporter else frame.exporter
    first, end = scene.clause(amount.first)
    here = any(s.code == partner and first <= s.first < end for s in scene.sides)
    return frame if here else without_partner(frame)


def of_all(scene: Scene, amount: Amount, trigger: Trigger | None, frame: Frame) -> Frame:
    """`frame` without the partner of a part, where the amount is the whole that the part is of ("Chad supplied 41
    percent of Togo's imports of 9 tons", "bought 9 tons and turned to Chad for 4 percent of that")."""
    if frame.flow == "export" and _is_of_imports(scene, amount):
        return replace(frame, flow="import")
    if frame.flow not in _PARTED or not frame.bilateral or frame.pair or amount.kind in ("percent", "count"):
        return frame
    if frame.flow == "debt" and (trigger is None or not is_total(scene, trigger)):
        return frame
    told = trigger is not None and _has_its_part_before(scene, amount, trigger)
    if not told and not _has_its_part_behind(scene, amount):
        return frame
    partner = frame.importer if frame.view == frame.exporter else frame.exporter
    since = trigger.first if told and trigger is not None else scene.clause(amount.first)[0]
    end = next((a.first for a in scene.amounts if a.first > amount.last and a.kind == "percent"), scene.last)
    joint = next((at for at in range(amount.last, end) if scene.tokens.lowers[at] == "and"), end)
    named_here = any(s.code == partner and since <= s.first < joint for s in scene.sides)
    return frame if named_here else without_partner(frame)


def _is_of_imports(scene: Scene, amount: Amount) -> bool:
    """Whether a share is one of what a state imports by its verb ("45 percent of all the gas imported by Malta")."""
    if amount.kind != "percent" or scene.tokens.lower(amount.last) != "of":
        return False
    bought = (t for t in scene.triggers if amount.last < t.first <= amount.last + _WHOLE_REACH and t.flow == "import")
    near = next(bought, None)
    if near is None or near.kind != "passive" or scene.tokens.lower(near.last) != "by":
        return False
    return not any(t.kind == "noun" and amount.last < t.first < near.first for t in scene.triggers)


def _has_its_part_before(scene: Scene, amount: Amount, trigger: Trigger) -> bool:
    """Whether a share of what the noun before the amount tells of stands right before it ("41 percent of imports")."""
    if trigger.kind != "noun" or amount.qualifier_first != trigger.last + 1:
        return False
    if scene.tokens.lowers[trigger.last] != "of":
        return False
    before = [a for a in scene.amounts if a.last <= trigger.first and a.kind != "time"]
    if before and is_total(scene, trigger):
        return True  # "sold 9 tons to Chad out of total exports of"
    if not before or before[-1].kind != "percent" or before[-1].change is not None:
        return False
    share = before[-1]
    return scene.tokens.lower(share.last) == "of" and trigger.first - share.last <= _WHOLE_REACH


def _has_its_part_behind(scene: Scene, amount: Amount) -> bool:
    """Whether a share of the amount with a partner of its own is told behind it ("and 24 percent of that total")."""
    behind = (a for a in scene.amounts if a.first > amount.last and not a.converts)
    share = next(behind, None)
    if share is None or share.kind != "percent" or share.change is not None:
        return False
    turned = "and" in scene.tokens.lowers[amount.last : share.first]
    of_that = scene.tokens.lower(share.last) == "of" and scene.tokens.lower(share.last + 1) in ("that", "the")
    return of_that and turned and scene.tokens.lower(share.last + 2) in _TOTALS


def _is_part_told_before(scene: Scene, amount: Amount, frame: Frame, told: Frame) -> bool:
    """Whether the trade told before is a share of a state's whole ("The sum represents 12 percent of its exports")."""
    if not told.bilateral or told.pair or frame.flow != told.flow or frame.view not in (told.exporter, told.importer):
        return False
    first, _ = scene.clause(amount.first)
    opening = scene.tokens.lowers[first : min(first + _SUM_REACH, amount.first)]
    names = any(first <= s.first < amount.first and named(s) and s.kind != "pronoun" for s in scene.sides)
    return not names and not _SUMS.isdisjoint(opening) and scene.has(first, amount.first, _MAKING)


def _acts(scene: Scene, amount: Amount) -> bool:
    """Whether a country has the share ("China took a third of Lao exports"), and not goods ("coal made up")."""
    return any(side.last <= amount.first and side.preposition is None and named(side) for side in scene.sides)
