"""The figures of one sentence: each amount with its frame, measure, goods, period and status."""

from dataclasses import dataclass, replace

from pipeline.extract.facts import TradeFigure
from pipeline.extract.quantities import as_quantity
from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.carrying import carried
from pipeline.extract.trade.commodity import first_goods, of_amount, of_trigger
from pipeline.extract.trade.frames import frame_of, vary
from pipeline.extract.trade.governing import eligible, governor
from pipeline.extract.trade.measure import Measured, measure_of
from pipeline.extract.trade.period import (
    Period,
    as_period,
    holds,
    is_baseline,
    own_dates,
    period_of,
    sets_period,
    year_before,
)
from pipeline.extract.trade.scene import PAIR, Scene, Side, Trigger
from pipeline.extract.trade.status import status_of
from pipeline.extract.trade.story import Frame, Story, remember

_COMPARED = word_set("from against versus")
_COMPARING = word_set("compared than over")
_PARTNER_FLOWS = frozenset({"export", "import", "aid", "debt", "investment", "labour", "trade"})


@dataclass(slots=True)
class Reading:
    """What is carried from amount to amount within a sentence."""

    frame: Frame | None = None
    trigger: Trigger | None = None
    goods: tuple[str, str | None] | None = None
    last: int = 0
    period: Period | None = None


def read_figures(scene: Scene, story: Story, period: Period | None) -> tuple[list[TradeFigure], Period | None]:
    """The trade figures of `scene`, and the period that holds behind it; `story` moves on with them."""
    frames: dict[int, Frame | None] = {}
    reading = Reading(last=scene.first, period=holds(period, scene.paragraph.position))
    dates = own_dates(scene)
    found: list[TradeFigure] = []
    for amount in scene.amounts:
        if not eligible(scene, amount):
            continue
        figure = _figure(scene, story, amount, reading, frames, dates)
        if figure is not None:
            found.append(figure)
            reading.last = amount.last
    lasting = _lasting(scene, dates, reading.period, bool(found))
    if reading.frame is not None:
        goods = reading.goods[0] if reading.goods else None
        remember(story, replace(reading.frame, commodity=goods or reading.frame.commodity), scene.paragraph.position)
    return found, lasting


def _figure(
    scene: Scene, story: Story, amount: Amount, reading: Reading, frames: dict[int, Frame | None], dates: list
) -> TradeFigure | None:
    trigger = governor(scene, amount)
    if trigger is not None and trigger.kind == "block":
        return None
    frame = _frame(scene, story, amount, trigger, reading, frames)
    if frame is None:
        return None
    measured = measure_of(scene, amount)
    if measured is None or not _makes_sense(scene, amount, frame, measured, trigger):
        return None
    frame = _partner_listed(scene, amount, frame, trigger, reading)
    goods = _goods(scene, amount, trigger, measured, frame, reading)
    compared = _is_compared(scene, amount)
    governed = trigger.first if trigger is not None else scene.first
    own = period_of(scene, amount, dates, governed, compared)
    when = own
    if own is None and compared and reading.period is not None and _year_earlier(scene, amount):
        when = year_before(reading.period, "a year earlier")
    elif own is None and not compared:
        when = reading.period
    if own is not None and not compared:
        reading.period = own
    reading.frame, reading.trigger = frame, trigger
    reading.goods = goods
    return _row(scene, amount, frame, measured, goods, when)


def _frame(
    scene: Scene,
    story: Story,
    amount: Amount,
    trigger: Trigger | None,
    reading: Reading,
    frames: dict[int, Frame | None],
) -> Frame | None:
    if trigger is None:
        return reading.frame or carried(scene, amount, story)
    if trigger is reading.trigger:
        return reading.frame
    if trigger.first not in frames:
        frames[trigger.first] = frame_of(scene, trigger, story)
    return frames[trigger.first]


def _makes_sense(scene: Scene, amount: Amount, frame: Frame, measured: Measured, trigger: Trigger | None) -> bool:
    """Whether such an amount can measure such a flow."""
    if amount.kind == "count" and measured.measure == "level":
        return frame.flow in ("export", "import", "aid", "labour", "cap") and amount.noun is not None
    if frame.flow == "production" and amount.kind == "currency":
        return False
    return not (amount.kind == "power" and frame.flow in ("aid", "debt", "labour"))


def _partner_listed(scene: Scene, amount: Amount, frame: Frame, trigger: Trigger | None, reading: Reading) -> Frame:
    """`frame` with the country that a list names beside this amount ("Germany took 53 bcm, and Austria 9 bcm")."""
    if (
        trigger is not None
        and trigger is not reading.trigger
        and reading.frame is not None
        and trigger.first >= reading.last
    ):
        return frame
    if reading.frame is None and trigger is not None:
        return frame
    near = [
        s
        for s in scene.sides
        if reading.last <= s.first and s.last <= amount.first and not s.attribution and s.code not in ("", PAIR)
    ]
    near = [s for s in near if not s.possessive or trigger is None]
    if not near or frame.flow not in _PARTNER_FLOWS:
        return frame
    side = near[-1]
    if side.code in (frame.exporter, frame.importer):
        return frame
    return vary(frame, _listed_role(side), side.code)


def _listed_role(side: Side) -> str | None:
    if side.preposition in ("to", "into"):
        return "importer"
    if side.preposition == "from":
        return "exporter"
    return None


def _goods(
    scene: Scene, amount: Amount, trigger: Trigger | None, measured: Measured, frame: Frame, reading: Reading
) -> tuple[str, str | None] | None:
    own = of_amount(scene, amount) if not (frame.flow == "labour" and amount.kind == "count") else None
    if own is not None:
        return own
    if measured.measure == "share":
        between = first_goods(scene, max(reading.last, scene.clause(amount.first)[0]), amount.first)
        if between is not None:
            return between
        _, end = scene.clause(amount.first)
        after = first_goods(scene, amount.last, end)
        if after is not None:
            return after
    if trigger is not None and trigger is not reading.trigger:
        beside = of_trigger(scene, trigger)
        if beside is not None:
            return beside
        if trigger.kind in ("verb", "passive"):
            return first_goods(scene, scene.clause(amount.first)[0], amount.first) or first_goods(
                scene, amount.last, scene.clause(amount.first)[1]
            )
        return None
    if reading.goods is not None:
        return reading.goods
    if trigger is None and frame.commodity is not None:
        return frame.commodity, None
    return None


def _is_compared(scene: Scene, amount: Amount) -> bool:
    """Whether the amount is what another is compared with ("up from 179.3 bcm", "against $15.3 billion")."""
    tokens = scene.tokens
    at = amount.qualifier_first - 1
    while (
        at > scene.first
        and tokens.lowers[at] in ("a", "the", "peak", "of", "record", "as", "about", "with", "to")
        and tokens.lowers[at] != "from"
    ):
        at -= 1
    return tokens.lowers[at] in _COMPARED | _COMPARING and at >= scene.first


def _year_earlier(scene: Scene, amount: Amount) -> bool:
    behind = " ".join(scene.tokens.lowers[amount.last : amount.last + 9])
    return any(
        words in behind
        for words in (
            "a year earlier",
            "a year ago",
            "the year before",
            "last year",
            "previous year",
            "previous fiscal",
            "year-ago",
        )
    )


def _lasting(scene: Scene, dates: list, period: Period | None, used: bool) -> Period | None:
    """The period that holds on behind `scene`: the first that it names, else the one that held before."""
    setting = [d for d in dates if sets_period(d) and not is_baseline(scene, d)]
    if setting:
        return replace(as_period(scene, setting[0]), paragraph=scene.paragraph.position)
    if used and period is not None:
        return replace(period, paragraph=scene.paragraph.position)
    return period


def _row(
    scene: Scene,
    amount: Amount,
    frame: Frame,
    measured: Measured,
    goods: tuple[str, str | None] | None,
    when: Period | None,
) -> TradeFigure:
    quantity = as_quantity(amount)
    value = float(measured.value)
    if frame.negative and measured.measure == "level":
        value = -value
    return TradeFigure(
        paragraph=scene.paragraph.position,
        char_start=scene.sentence.char_start,
        char_end=scene.sentence.char_end,
        evidence=scene.sentence.text,
        rule=frame.rule,
        flow=frame.flow,
        measure=measured.measure,
        value=value,
        value_high=None if measured.value_high is None else float(measured.value_high),
        unit=measured.unit,
        per=quantity.per,
        alternate_value=quantity.alternate_value,
        alternate_unit=quantity.alternate_unit,
        value_text=quantity.text,
        approximate=quantity.approximate,
        qualifier=quantity.qualifier,
        direction=measured.direction,
        commodity=goods[0] if goods else None,
        commodity_hs=goods[1] if goods else None,
        exporter=None if frame.pair else frame.exporter,
        importer=None if frame.pair else frame.importer,
        countries=frame.countries,
        period_text=when.text if when else None,
        period_start=when.start if when else None,
        period_end=when.end if when else None,
        baseline_text=None,
        status=status_of(scene, amount, frame.flow),
    )
