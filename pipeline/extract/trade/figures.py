"""The figures of one sentence: each amount with its frame, measure, goods, period and status."""

from dataclasses import replace

from pipeline.extract.facts import TradeFigure
from pipeline.extract.quantities import words_of
from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import governing_change
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.balances import as_balance
from pipeline.extract.trade.bare_numbers import (
    in_last_money,
    in_last_unit,
    in_number_of_people,
    in_people,
    in_told_unit,
    in_units_of_power,
)
from pipeline.extract.trade.baseline import baseline_of
from pipeline.extract.trade.commodity import Goods
from pipeline.extract.trade.counted_goods import in_units_of_goods
from pipeline.extract.trade.eligible import eligible, of_them
from pipeline.extract.trade.framing import framed, of_object, points_back
from pipeline.extract.trade.goods import Asked, goods_of, of_all_goods
from pipeline.extract.trade.growth import changed_by
from pipeline.extract.trade.hanging import contributes
from pipeline.extract.trade.lasting import held_in, holds, is_history, lasting
from pipeline.extract.trade.lists import by_another, partner_of, without_partner, without_subject
from pipeline.extract.trade.makers import as_made
from pipeline.extract.trade.measurable import makes_sense, tells_nothing
from pipeline.extract.trade.measure import Measured, measure_of
from pipeline.extract.trade.money import in_local_money
from pipeline.extract.trade.partners import has_several_partners
from pipeline.extract.trade.period import dated_openly, own_dates
from pipeline.extract.trade.private import is_private
from pipeline.extract.trade.reading import Reading, period_in
from pipeline.extract.trade.remembered import spoken_of
from pipeline.extract.trade.respectively import each_way, respective
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.setting import set_by_ban, set_by_partner, set_scene
from pipeline.extract.trade.shared_goods import is_part_of_goods
from pipeline.extract.trade.shares import is_of_trade
from pipeline.extract.trade.spans import Period, in_season
from pipeline.extract.trade.status import is_capped, of_whom, status_of
from pipeline.extract.trade.story import Frame, Story, remember
from pipeline.extract.trade.ways import goes_back
from pipeline.extract.trade.wholes import leader_of, next_sharer, of_all, sharer_of, whole_of
from pipeline.extract.trade.working import is_of_all_hosts

_OF_A_WHOLE = word_set("of came come comes coming went go goes going")
"""Behind a percentage these make it a share, whatever was told to rise or fall before it."""
_SHARES = word_set("for up constituted comprised represented is was to")
_GROWTH = word_set("growth increase increases rise rises gain gains decline declines drop drops fall falls")
_PERMITS = word_set("permits licences licenses")
"""What is given for the goods of those who sell already, where a quota holds for all."""
_CHANGE_REACH = 6
_BESIDE_PARTNER = frozenset({"by", ",", "only", "even", "to", "from", "the"})
"""Between a word of flow and its change nothing but these and its partner stands where the verb is left out."""
_BATCHES = word_set("first second third next last initial remaining final")
_CAPPED = frozenset({"export", "import", "contract", "production"})
_WEIGHED = frozenset({"mass", "volume", "energy"})
_MOVED = frozenset({"export", "import"})
_OF_GOODS = _MOVED | {"trade", "balance"}
_MEASURED = frozenset({"currency", "mass", "volume", "energy"})


def read_figures(scene: Scene, story: Story, period: Period | None) -> tuple[list[TradeFigure], Period | None]:
    """The trade figures of `scene`, and the period that holds behind it; `story` moves on with them."""
    held = held_in(scene, period)
    held = None if held is not None and is_history(held, story.today) else held
    held_here = None if dated_openly(scene) else held
    reading = Reading(held=held_here, last=scene.first, dates=own_dates(scene), today=story.today, opened=story.opened)
    found: list[TradeFigure] = []
    earlier = story.frame
    set_by_ban(scene, story)
    set_by_partner(scene, story)
    before = story.frame
    for amount in scene.amounts:
        if amount.unit.kind == "currency":
            in_local_money(amount, story)
        elif amount.unit.kind == "count":
            in_people(scene, amount)
            in_units_of_power(scene, amount, told=story.energy is not None)
            in_units_of_goods(scene, amount)
            in_last_unit(scene, amount)
            recent = story.recent(scene.paragraph.position)
            people = recent is not None and recent.flow == "labour"
            if people:
                in_number_of_people(scene, amount)
            in_told_unit(scene, amount, story)
            counted = of_them(scene, amount) and (people or story.kind == "count")
            in_last_money(scene, amount, None if counted or amount.like is not None else story.money)
        if eligible(scene, amount):
            figure = _figure(scene, story, amount, reading)
            if figure is not None:
                found.append(figure)
    set_scene(scene, story, reading.frames, reading.told, scene.last)
    if reading.base is not None:
        keeps = reading.base.pair and reading.frame is not None and reading.frame.view is None
        base = reading.base if keeps else without_subject(reading.base, reading.frame) or without_partner(reading.base)
        remember(story, base, scene.paragraph.position)
    if found:
        _go_on_behind_parts(scene, story, reading, before, found)
        _go_on_behind_partner(scene, story, earlier, found)
    story.energy = spoken_of(scene) or story.energy
    if found and story.opened is None:
        story.opened = reading.period
    return found, lasting(scene, reading.dates, reading.latest, held, bool(found), story.opened)


def _go_on_behind_parts(
    scene: Scene, story: Story, reading: Reading, before: Frame | None, found: list[TradeFigure]
) -> None:
    """Let the story go on with the whole trade behind a sentence that tells parts of it."""
    whole = before
    one_way = next((f for f in reading.frames.values() if f is not None and f.bilateral and not f.pair), None)
    if one_way is not None and goes_back(scene) and _is_turned(one_way, story.frame):
        remember(story, one_way, scene.paragraph.position)
        return
    if has_several_partners(found) and story.frame is not None and not story.frame.pair:
        remember(story, without_partner(story.frame), scene.paragraph.position)
        return
    if len(found) > 1 and found[0].flow == "trade" and "of which" in scene.sentence.text:
        whole = next((frame for frame in reading.frames.values() if frame is not None and frame.flow == "trade"), None)
    elif before is not None and all(figure.measure == "share" for figure in found):
        _whole_goes_on(scene, story, before)
        return
    elif not _tells_a_part(scene):
        return
    if whole is not None and whole.flow == "trade" and whole.bilateral:
        remember(story, whole, scene.paragraph.position)


def _is_turned(one: Frame, two: Frame | None) -> bool:
    """Whether the last figure was of what goes the other way than the first ("sales in the opposite direction")."""
    return two is not None and (two.exporter, two.importer) == (one.importer, one.exporter)


def _go_on_behind_partner(scene: Scene, story: Story, earlier: Frame | None, found: list[TradeFigure]) -> None:
    """Behind a partner's share the story goes on with all that was sold before ("Mali remained the top buyer of Togo's
    gum, with 24 percent"), and with no partner."""
    if story.partners_at != scene.sentence.char_start or earlier is None or earlier.pair or len(earlier.countries) != 1:
        return
    here = {code for figure in found for code in figure.countries}
    if all(figure.measure == "share" for figure in found) and set(earlier.countries) <= here:
        story.frame = replace(earlier, paragraph=scene.paragraph.position)


def read_without_amounts(scene: Scene, story: Story, period: Period | None) -> Period | None:
    """Let `story` take in what `scene`, in which no amount stands, sets; the period that holds behind it."""
    held = holds(period, scene.paragraph.position)
    set_by_ban(scene, story)
    set_scene(scene, story, {}, set(), scene.last)
    story.energy = spoken_of(scene) or story.energy
    return lasting(scene, own_dates(scene), None, held, figures=False, opened=story.opened)


def _whole_goes_on(scene: Scene, story: Story, before: Frame) -> None:
    """Behind a sentence of shares alone the story goes on with the whole that they are of."""
    after = story.frame
    turned = after is not None and {before.flow, after.flow} == {"export", "import"}
    if after is not None and before.flow == after.flow and before.view == after.view and len(before.countries) == 1:
        # "Peru took 24 percent of the coffee" tells a part of what goes to all
        turned = not before.pair
    if turned and after is not None and before.view in after.countries and before.view is not None:
        remember(story, before, scene.paragraph.position)


def _tells_a_part(scene: Scene) -> bool:
    """Whether a sum is told as a part of the trade before ("Russian exports made up $1.8 billion of that")."""
    sums = [amount for amount in scene.amounts if amount.kind in _MEASURED]
    return len(sums) == 1 and points_back(scene, sums[0])


def _figure(scene: Scene, story: Story, amount: Amount, reading: Reading) -> TradeFigure | None:
    trigger, frame = framed(scene, story, amount, reading)
    if trigger is not None and trigger.kind == "block":
        return None
    if frame is None and _is_first_of(scene, amount):
        frame = story.recent(scene.paragraph.position)
    measured = measure_of(scene, amount)
    if frame is None or measured is None or (amount.multiple and tells_nothing(scene, amount, trigger)):
        return None
    frame, measured = as_balance(scene, amount, frame, measured)
    if not makes_sense(scene, amount, frame, measured, trigger) or is_private(
        scene, amount, frame, measured, trigger, story
    ):
        return None
    same = reading.frame is not None and (trigger is None or trigger is reading.trigger)
    measured = _as_listed(scene, amount, measured, reading.change if same or _elided(scene, amount, trigger) else None)
    if measured.measure == "share" and not is_of_trade(scene, amount, frame.flow):
        return None
    moved = frame.flow != "production" or measured.measure == "level"
    if frame.flow in _CAPPED and moved and is_capped(scene, amount):
        frame = _as_cap(frame)
    frame = _with_partner(scene, amount, trigger, frame, reading, same)
    shared = trigger is not None and (measured.measure == "share" or contributes(scene, amount, trigger))
    if trigger is not None and shared and trigger.first >= amount.last and respective(scene, amount, frame) is None:
        frame = sharer_of(scene, amount, whole_of(scene, amount, trigger, frame, story.frame))
    frame = next_sharer(scene, amount, frame) if trigger is None else frame
    frame = of_all(scene, amount, trigger, frame)
    frame = leader_of(scene, amount, trigger, frame) if trigger is not None and frame.flow in _MOVED else frame
    goods = goods_of(
        scene,
        Asked(amount, trigger, measured, frame, reading.goods, reading.last, same, _other_way(frame, reading)),
        story,
    )
    frame = as_made(scene, frame, goods)
    if reading.frame is not None and _counts_senders(amount, frame, reading.frame):
        reading.frame = replace(reading.frame, exporter=frame.importer)
        return _row(scene, amount, frame, measured, goods, None)
    when = period_in(scene, amount, trigger, frame, reading, measured.measure == "ratio")
    reading.frame, reading.trigger, reading.goods, reading.last = frame, trigger or reading.trigger, goods, amount.last
    reading.change = measured if measured.measure == "change" else reading.change
    reading.told |= {trigger.first} if trigger is not None else set()
    before = story.frame
    _go_on(scene, story, amount, frame, goods, trigger)
    return _row(scene, amount, _told_apart(scene, amount, frame, trigger, before, story.before), measured, goods, when)


def _as_cap(frame: Frame) -> Frame:
    """The limit set to what moves, or to what a state or OPEC puts out."""
    if frame.flow != "production":
        return replace(frame, flow="cap", rule=f"{frame.rule}_cap")
    return replace(frame, flow="cap", rule=f"{frame.rule}_cap", pair=(), exporter=frame.view, importer=None)


def _counts_senders(amount: Amount, frame: Frame, before: Frame) -> bool:
    """Whether people abroad are counted in passing where the money that they send is told of, which goes on."""
    return before.wages and frame.flow == "labour" and not frame.wages and amount.kind == "count"


def _told_apart(
    scene: Scene, amount: Amount, frame: Frame, trigger: Trigger | None, before: Frame | None, last: Scene | None
) -> Frame:
    """`frame` as the row alone has it: a cap without sellers it does not name, workers the way that they went."""
    if is_of_all_hosts(scene, amount, frame):
        return replace(frame, exporter=None)
    sent = trigger.subject == "sender" if trigger is not None else frame.wages
    if frame.flow == "labour" and amount.kind == "count" and sent:
        return replace(frame, exporter=frame.importer, importer=frame.exporter)
    permitted = trigger is not None and scene.has(trigger.first, trigger.last, _PERMITS)
    return of_whom(scene, frame, before, last) if frame.flow == "cap" and not permitted else frame


def _with_partner(
    scene: Scene, amount: Amount, trigger: Trigger | None, frame: Frame, reading: Reading, same: bool
) -> Frame:
    """`frame` with the partner that a list gives the amount."""
    if same and of_object(scene, amount):
        return by_another(scene, amount, frame)
    both = reading.frames.get(trigger.first) if trigger is not None else None
    turned = None
    if trigger is not None and both is not None and both.pair:
        turned = each_way(scene, amount, trigger, both)
    if turned is not None:
        return turned
    listed = respective(scene, amount, frame) or partner_of(
        scene, amount, frame, reading.last, same or trigger is None, reading.frame is not None
    )
    if listed is not frame and (same or (trigger is None and frame.wages)):
        reading.base = reading.base or frame
    return listed


def _is_first_of(scene: Scene, amount: Amount) -> bool:
    """Whether the amount is a part of the goods told of before ("the first 20,000 tonnes will be pumped")."""
    before = scene.tokens.lower(amount.qualifier_first - 1)
    return amount.kind in ("mass", "volume") and before in _BATCHES


def _other_way(frame: Frame, reading: Reading) -> bool:
    """Whether the amount before is of goods that go the other way."""
    before = reading.frame
    if before is None or frame.pair or before.pair:
        return False
    return (frame.importer is not None and frame.importer == before.exporter) or (
        frame.exporter is not None and frame.exporter == before.importer
    )


def _as_listed(scene: Scene, amount: Amount, measured: Measured, before: Measured | None) -> Measured:
    """A percentage that continues a list of changes ("to China fell 23 percent, to Vietnam 16 percent")."""
    if measured.measure == "share" and before is None and scene.tokens.lower(amount.qualifier_first - 1) == "by":
        return _as_announced(scene, amount, measured)
    if measured.measure != "share" or before is None or before.measure != "change" or before.unit != measured.unit:
        return measured
    ahead = scene.tokens.lower(amount.qualifier_first - 1)
    if scene.tokens.lower(amount.last) in _OF_A_WHOLE or ahead in _SHARES:
        return measured
    if ahead == "at" and not scene.has(scene.first, amount.first, _GROWTH):
        return measured  # "rose to $9 billion (up 4%), with tea at 17%"
    return replace(measured, measure="change", direction=before.direction)


def _as_announced(scene: Scene, amount: Amount, measured: Measured) -> Measured:
    """A list of changes whose verb stands before its colon or semicolon ("shipments fell: cattle by 19 percent")."""
    lowers = scene.tokens.lowers
    colon = next((at for at in range(amount.first - 1, scene.first, -1) if lowers[at] in (":", ";")), None)
    direction = governing_change(scene.tokens, colon, _CHANGE_REACH) if colon is not None else None
    if direction is None and lowers[amount.last] != "of":
        direction = changed_by(scene, amount)
    return replace(measured, measure="change", direction=direction) if direction is not None else measured


def _elided(scene: Scene, amount: Amount, trigger: Trigger | None) -> bool:
    """Whether the verb of change is left out behind another word of flow ("and imports 31 percent")."""
    if trigger is None or trigger.kind != "noun" or trigger.last > amount.first:
        return False
    names = {at for side in scene.sides for at in range(side.first, side.last)}
    between = (at for at in range(trigger.last, amount.qualifier_first) if at not in names)
    return all(scene.tokens.lowers[at] in _BESIDE_PARTNER for at in between)


def _go_on(
    scene: Scene,
    story: Story,
    amount: Amount,
    frame: Frame,
    goods: Goods | None,
    trigger: Trigger | None,
) -> None:
    """Let the story take in a figure: its frame, and its goods unless it is of all goods or a part of those told of."""
    remember(story, frame, scene.paragraph.position)
    story.note_whole(frame, scene.sentence.char_start)
    if frame.flow in _MOVED:
        story.ledger.note(goods, frame.exporter, frame.importer, frame.told)
        if frame.view is not None:
            story.views[frame.view] += 1
    story.kind = kind = amount.unit.kind
    story.money = amount.unit.unit if kind == "currency" else story.money
    if kind in _WEIGHED:
        story.unit, story.per = amount.unit, amount.per
    if frame.flow == "labour":
        return
    if _is_told_as_part(scene, amount):
        return
    if story.goods.get("") and is_part_of_goods(scene, amount):
        story.goods_at = scene.sentence.char_start
        return
    story.latest = goods
    story.of_all = story.of_all or (goods is None and frame.flow in _OF_GOODS)
    if goods is not None:
        story.goods[frame.flow] = story.goods[""] = goods
        story.goods_at = scene.sentence.char_start
        story.weighed = goods if amount.kind in ("mass", "volume") else story.weighed
    elif trigger is not None and (trigger.strong or of_all_goods(scene, trigger)):
        story.goods[frame.flow] = story.goods[""] = None


def _is_told_as_part(scene: Scene, amount: Amount) -> bool:
    """Whether an amount is a part of the one before ("imports of 9 tons, of which 3 were maize"), which goes on."""
    opens = scene.clause(amount.first)[0]
    opens -= scene.tokens.lowers[opens] == "which"
    return opens >= scene.first and scene.tokens.lowers[opens : opens + 2] == ["of", "which"]


def _row(
    scene: Scene, amount: Amount, frame: Frame, measured: Measured, goods: Goods | None, when: Period | None
) -> TradeFigure:
    alternate, when = amount.alternate, in_season(when, goods)
    signed = -1 if frame.negative and measured.measure == "level" else 1
    return TradeFigure(
        paragraph=scene.paragraph.position,
        char_start=scene.sentence.char_start,
        char_end=scene.sentence.char_end,
        evidence=scene.sentence.text,
        rule=frame.rule,
        flow=frame.flow,
        measure=measured.measure,
        value=signed * float(measured.value),
        value_high=None if measured.value_high is None else float(measured.value_high),
        unit=measured.unit,
        per=amount.per,
        alternate_value=None if alternate is None else float(alternate.value),
        alternate_unit=None if alternate is None else alternate.unit.unit,
        value_text=words_of(amount),
        approximate=amount.approximate,
        qualifier=amount.qualifier,
        direction=measured.direction,
        commodity=" ".join(goods[0].split()) if goods else None,
        commodity_hs=goods[1] if goods else None,
        # an empty code is a party that is spoken of and cannot be told
        exporter=None if frame.pair else frame.exporter or None,
        importer=None if frame.pair else frame.importer or None,
        countries=tuple(code for code in frame.countries if code),
        period_text=when.text if when else None,
        period_start=when.start if when else None,
        period_end=when.end if when else None,
        baseline_text=baseline_of(scene, amount),
        status=status_of(scene, amount, frame.flow),
    )
