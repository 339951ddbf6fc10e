"""Which word of flow governs an amount, and the frame that the amount so stands in."""

from dataclasses import replace

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.carrying import carried
from pipeline.extract.trade.collected import collected_for
from pipeline.extract.trade.frames import frame_of
from pipeline.extract.trade.givers import leader_by_projects
from pipeline.extract.trade.governing import governor, of_what, other_governor
from pipeline.extract.trade.moved import by_goods, from_its_origin
from pipeline.extract.trade.owed_parts import owed_by, part_of_loan
from pipeline.extract.trade.partners import named_partner, told_with_its_part
from pipeline.extract.trade.reading import Reading
from pipeline.extract.trade.respectively import word_of_place
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.setting import set_scene
from pipeline.extract.trade.story import Frame, Story
from pipeline.extract.trade.works import built_abroad, capital_abroad

_CHANGED_BY = frozenset({"by", "to"})
_CHANGED = frozenset({"brought", "cut", "put", "took", "drove", "bringing", "putting", "taking"})
_PARTICLES = frozenset({"up", "down"})
_WAYS = frozenset({"to", "from"})
_ALSO = frozenset({"and", ","})
_IT = frozenset({"it", "this", "that", "them"})
_POINTERS = word_set("it them that which those these this")
_APPOSING = frozenset({",", "or"})
"""Before a share these make it another word for the amount that it follows."""
_BEING = word_set("is are was were be")
_MAKING = word_set("making accounting representing constituting comprising equal equivalent equalling")
_BEHIND_MAKING = frozenset({"up", "for", "to"})
_COMPARING = word_set("versus vs against with than")
_WHOLE_REACH = 4
"""So many tokens behind a share stands what it is of."""
_MOVED = frozenset({"export", "import"})


def framed(scene: Scene, story: Story, amount: Amount, reading: Reading) -> tuple[Trigger | None, Frame | None]:
    """The word of flow that governs `amount`, and the frame that it stands in."""
    listed = told_with_its_part(scene, amount, story, reading.frame)
    if listed is not None:
        reading.base = reading.base or listed
        return None, listed
    capital = capital_abroad(scene, amount, story) or leader_by_projects(scene, amount, story)
    if capital is not None:
        return None, capital
    trigger = reading.trigger if _leaves_out_its_verb(scene, amount, reading) else governor(scene, amount)
    if reading.frame is not None and (points_back(scene, amount) or of_what(scene, amount) is not None):
        trigger = trigger if trigger is not None and _just_told(scene, amount, trigger) else reading.trigger
    trigger = _where_from(scene, trigger)
    if trigger is not None and _is_only_compared(scene, amount, trigger, reading):
        trigger = reading.trigger
    trigger = word_of_place(scene, amount) or owed_by(scene, trigger) or trigger
    if trigger is not None and trigger.kind == "block":
        return trigger, None
    frame = _frame(scene, story, amount, trigger, reading)
    frame = part_of_loan(scene, amount, frame, reading.frame)
    if frame is not None and reading.frame is not None and _restates(scene, amount, trigger, frame, reading.frame):
        return reading.trigger, replace(reading.frame, flow=frame.flow, rule=frame.rule)
    if frame is not None and trigger is not None and _is_compared_with_itself(scene, amount, trigger, frame, reading):
        return trigger, reading.frame
    if frame is not None and trigger is not None and trigger.subject == "goods" and points_back(scene, amount):
        frame = _of_what_was_told(scene, story, frame)
    if frame is None and trigger is not None and trigger.kind != "noun":
        goes = trigger.subject == "goods" and amount.kind == "currency"
        trigger = other_governor(scene, amount, trigger)
        frame = _frame(scene, story, amount, trigger, reading) if trigger is not None or goes else None
    return trigger, frame


def _where_from(scene: Scene, used: Trigger | None) -> Trigger | None:
    """The verb that says whence goods come where they are used ("9 percent of the tea drunk in Peru is imported from"),
    else `used`."""
    if used is None or used.flow != "consumption":
        return used
    bought = next((t for t in scene.triggers if t.first > used.last), None)
    if bought is None or bought.flow != "import" or scene.tokens.lower(bought.last) != "from":
        return used
    apart = any(used.last <= a.first < bought.first for a in scene.amounts)
    return bought if scene.tokens.lower(bought.first - 1) in _BEING and not apart else used


def _of_what_was_told(scene: Scene, story: Story, frame: Frame) -> Frame:
    """`frame` of a part of what was told to go to somebody before ("Almost half of that came from Spain")."""
    recent = story.recent(scene.paragraph.position)
    if recent is None or recent.flow not in _MOVED or recent.importer is None or frame.importer is not None:
        return frame
    told = frame.exporter is not None and frame.exporter not in recent.countries
    return replace(frame, importer=recent.importer) if told else frame


def _is_compared_with_itself(scene: Scene, amount: Amount, trigger: Trigger, frame: Frame, reading: Reading) -> bool:
    """Whether an amount is of the trade that it is compared with ("$9 million, against exports of $7 million")."""
    before = reading.frame
    if before is None or trigger.kind != "noun" or frame.flow != before.flow or not before.bilateral or before.pair:
        return False
    if frame.bilateral or not set(frame.countries) <= set(before.countries) or frame.view != before.view:
        return False
    return scene.tokens.lower(trigger.first - 1) in _COMPARING and trigger.last + 1 == amount.qualifier_first


def _is_only_compared(scene: Scene, amount: Amount, trigger: Trigger, reading: Reading) -> bool:
    """Whether a share goes on with the one that it is compared with, whatever verb stands between ("81 percent of the
    exports were channelled through the port, against 79 percent in 2013")."""
    before = reading.trigger
    if before is None or amount.kind != "percent" or trigger.kind == "noun" or trigger.flow == before.flow:
        return False
    compared = scene.tokens.lower(amount.qualifier_first - 1) in _COMPARING
    return compared and any(
        a.kind == "percent" and before.first < trigger.first and a.last <= trigger.first for a in scene.amounts
    )


def _leaves_out_its_verb(scene: Scene, amount: Amount, reading: Reading) -> bool:
    """Whether a share with a partner goes on with the one before ("half going to Mali and 30 percent to Niger")."""
    if reading.frame is None or amount.kind != "percent" or scene.tokens.lower(amount.last) not in _WAYS:
        return False
    before = [a for a in scene.amounts if a.last <= amount.first]
    if scene.tokens.lower(amount.qualifier_first - 1) not in _ALSO or not before or before[-1].kind != "percent":
        return False
    return any(0 < side.first - amount.last <= 2 and side.code for side in scene.sides)


def _frame(scene: Scene, story: Story, amount: Amount, trigger: Trigger | None, reading: Reading) -> Frame | None:
    if trigger is None:
        frame = (
            built_abroad(scene, amount, story)
            or collected_for(scene, amount)
            or reading.frame
            or carried(scene, amount, story)
        )
        return by_goods(scene, amount, story) if frame is None else from_its_origin(scene, amount, frame)
    if trigger is reading.trigger:
        return reading.frames.get(trigger.first) if _is_whole(scene, amount) else reading.frame
    if trigger.first not in reading.frames:
        set_scene(scene, story, reading.frames, reading.told, trigger.first)
        reading.frames[trigger.first] = named_partner(scene, trigger, story) or frame_of(scene, trigger, story)
    return reading.frames[trigger.first]


def _is_whole(scene: Scene, amount: Amount) -> bool:
    """Whether the amount is what the share before it is of ("17 percent of the 61,500 tonnes of peat imports")."""
    before = [a for a in scene.amounts if a.kind == "percent" and 0 < amount.first - a.last <= _WHOLE_REACH]
    return bool(before) and scene.tokens.lower(before[-1].last) == "of"


def points_back(scene: Scene, amount: Amount) -> bool:
    """ "nearly half of it", "28 percent of them", "topped it up by $200 million"."""
    if of_object(scene, amount):
        return True
    if scene.tokens.lower(amount.last) != "of" or scene.tokens.lower(amount.last + 1) not in _POINTERS:
        return False
    own = scene.starts.get(amount.last + 2)
    return own is None or own.kind != "noun"


def of_object(scene: Scene, amount: Amount) -> bool:
    """Whether what was told before is what somebody changes by or to an amount ("raised it to 300 million")."""
    at = amount.qualifier_first - 1
    if scene.tokens.lower(at) not in _CHANGED_BY:
        return False
    at -= 1 + (scene.tokens.lower(at - 1) in _PARTICLES)
    verb = scene.tokens.lower(at - 1)
    return scene.tokens.lower(at) in _IT and (verb.endswith("ed") or verb in _CHANGED)


def _restates(scene: Scene, amount: Amount, trigger: Trigger | None, frame: Frame, before: Frame) -> bool:
    """Whether a share says again how much the amount before is ("owes India $1 billion, or 36 percent of its debt")."""
    if trigger is None or amount.kind != "percent" or trigger.first < amount.last or frame.pair or before.pair:
        return False
    at = amount.qualifier_first - 1
    at -= scene.tokens.lower(at) in _BEHIND_MAKING
    apposed = scene.tokens.lower(at) in _MAKING or scene.tokens.lower(amount.qualifier_first - 1) in _APPOSING
    if not apposed or scene.tokens.lower(amount.last) != "of":
        return False
    fits = frame.flow == before.flow or {frame.flow, before.flow} <= {"export", "import"}
    return fits and before.bilateral and set(frame.countries) < set(before.countries)


def _just_told(scene: Scene, amount: Amount, trigger: Trigger) -> bool:
    """Whether what "them" points to stands right before the amount ("imports, four fifths of them energy, rose"), or a
    sum is told of a part by its name ("the exports made up $2.7 billion of this"), or by a verb of its own ("sold half
    of it")."""
    if trigger.kind == "verb":
        return trigger.last == amount.qualifier_first and trigger.flow in _MOVED
    if trigger.kind != "noun" or not trigger.strong:
        return False
    if amount.kind == "currency":
        return scene.clause(amount.first)[0] <= trigger.first < amount.first
    return trigger.last == amount.qualifier_first - 1 and scene.tokens.lower(trigger.last) == ","
