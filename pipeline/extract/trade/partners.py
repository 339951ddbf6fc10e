"""What part a partner has in a state's trade: one of several ("Its main markets were Peru with 5 tons, Chile with 3"),
or the main one ("South Africa was its biggest customer, with 752 million dollars")."""

from dataclasses import replace

from pipeline.extract.facts import TradeFigure
from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.frames import vary
from pipeline.extract.trade.givers import giving
from pipeline.extract.trade.lists import without_partner
from pipeline.extract.trade.roles import FROM, TO, are_many, is_outdone, named, opposite, subject_of
from pipeline.extract.trade.scene import Scene, Side, Trigger
from pipeline.extract.trade.story import Frame, Story, bodies

_CUSTOMERS = word_set(
    "customer customers buyer buyers market markets destination destinations importer importers taker takers recipient "
    "recipients purchaser purchasers consumer consumers client clients importing"
)
_SUPPLIERS = word_set(
    "supplier suppliers source sources seller sellers exporter exporters origin origins provider exporting"
)
_PARTNERS = frozenset({"partner", "partners"})
_TRAILING = word_set("trailed followed next second third ranked behind trailing following placed")
"""Words of a partner that comes after another one, before its part ("Iraq trailed with 8 million barrels")."""
_RANKS = _TRAILING | {"ahead", "first", "top", "led", "leads", "headed", "fourth", "fifth", "last"}
_WITH = frozenset({"with", "at", "("})
_GOT_BY = frozenset({"recipient", "recipients"})
_OF_MONEY = frozenset({"investment", "aid", "debt"})
_OF_WHAT_REACH = 4
"""So many tokens behind "source" stands what comes from there."""
_BEFORE_PART = frozenset({"with", "at", "on"})
_MEASURED = frozenset({"currency", "mass", "volume", "count", "percent"})
_OWNER_REACH = 4
"""So near "customer" or "supplier" stands whose it is."""
_TOPPING = word_set(
    "topped led headed the list table ranking way ranked came placed stood in first second third fourth fifth next was "
    "is"
)
_BEFORE_NEXT = frozenset({"by", ",", "and"})
_FOLLOWED = frozenset({"followed", "trailed"})
_FLOWS = frozenset({"export", "import", "trade"})
_TRADED = frozenset({"export", "import"})
_TWO = 2
_WHERE = frozenset({"in", "of", "to"})
_OF_HOST = word_set("donor creditor lender investor contributor investors donors creditors lenders")
_BEING = word_set("is was remained remains became stayed ranked continues continued")


def told_with_its_part(scene: Scene, amount: Amount, story: Story, before: Frame | None) -> Frame | None:
    """The trade with the partner that stands before "with" and `amount`, where the sentence calls several so or tells
    their ranks and no trade `before` them; None elsewhere."""
    # asked of every amount: the word before it tells most of them apart without another call
    at = amount.qualifier_first - 1
    beside = at > scene.first and (scene.tokens.lowers[at] in _WITH or scene.tokens.words[at][0].isupper())
    partner = _partner_of(scene, amount) if beside else None
    if partner is None:
        return None
    called = _called(scene)
    if before is not None and before.rule.startswith("giver") and partner.code not in before.countries:
        return replace(before, exporter=partner.code, view=partner.code)
    if before is not None and _comes_next(scene, amount, before, partner):
        return replace(before, exporter=partner.code, view=partner.code)
    if called is None and any(trigger.flow in _OF_MONEY for trigger in scene.triggers):
        return None
    goes_on = before is not None and not before.rule.startswith("listed")
    if called is None and (goes_on or not scene.has(scene.first, scene.last, _TRAILING)):
        return None
    listed = {side.code for side in (_partner_of(scene, other) for other in scene.amounts) if side is not None}
    flow = _flow_of(scene, called) or _flow_told(scene, story)
    common = _common(scene, listed)
    own = common.code if common is not None else _of_story(scene, story, listed)
    if len(listed) < 2 or flow is None or own is None:
        return None
    place = scene.paragraph.position
    if flow == "trade":
        return Frame(flow, "listed_trade", pair=tuple(sorted((own, partner.code))), view=own, paragraph=place)
    role = called if called in ("exporter", "importer") else _role_by_flow(flow, common)
    exporter, importer = (partner.code, own) if role == "exporter" else (own, partner.code)
    return Frame(flow, f"listed_{flow}", exporter, importer, view=own, varies=role, paragraph=place, told=True)


def _comes_next(scene: Scene, amount: Amount, before: Frame, partner: Side) -> bool:
    """Whether another giver or investor is told by its rank ("led with $9 million of investment, Fiji came next with
    $4 million")."""
    if before.flow not in _OF_MONEY or before.exporter is None or before.importer is None:
        return False
    ranked = scene.has(partner.last, amount.first, _RANKS) or is_outdone(scene, partner)
    return ranked and partner.code not in before.countries


def _role_by_flow(flow: str, common: Side | None) -> str:
    """What the partners are by the flow alone: buyers of exports, unless those are exports *to* the other side."""
    role = "importer" if flow == "export" else "exporter"
    turned = common is not None and common.preposition in (FROM if flow == "import" else TO)
    return opposite(role) if turned else role


def named_partner(scene: Scene, trigger: Trigger, story: Story) -> Frame | None:
    """The trade with the state that is told to be its market or source ("Oman was the top destination of exports",
    "Oman remained the main supplier, with sales of $9 million"), where nobody else is named; None elsewhere."""
    if trigger.kind != "noun" or trigger.flow not in _TRADED:
        return None
    at = next(iter(scene.tokens.places(_CUSTOMERS | _SUPPLIERS, scene.first, scene.last)), None)
    partner = subject_of(scene, at) if at is not None else None
    if at is None or partner is None or partner.kind == "pronoun" or not named(partner) or partner.last > at:
        return None
    own = _of_story(scene, story, {partner.code})
    if own is None or not scene.has(partner.last, at, _BEING) or trigger.first < partner.last:
        return None
    if any(s.possessive and named(s) and partner.last <= s.first < trigger.first for s in scene.sides):
        return None  # "the top destination of Chad's exports" names whose they are
    buys = scene.tokens.lowers[at] in _CUSTOMERS
    flow, role = trigger.flow, "importer" if buys else "exporter"
    exporter, importer = (own, partner.code) if buys else (partner.code, own)
    place = scene.paragraph.position
    return Frame(flow, f"partner_{flow}", exporter, importer, view=own, varies=role, paragraph=place)


def _partner_of(scene: Scene, amount: Amount) -> Side | None:
    """The state right before "with" and its part, or before a bracket that holds it."""
    at = amount.qualifier_first - 1
    if scene.tokens.lower(at) not in _WITH:
        return _next_in_list(scene, amount)
    side = next((s for s in scene.sides if s.last == at and s.preposition in _WHERE), None)
    if side is not None and scene.has(side.first - _OWNER_REACH, side.first, _OF_HOST):
        return None  # "was the largest investor in Oman, with"
    at -= scene.tokens.lower(at - 1) == ")"
    at -= scene.tokens.lower(at - 1) == ","
    while at > scene.first and scene.tokens.lowers[at - 1] in _TOPPING:
        at -= 1
    return next(
        (s for s in scene.sides if s.last == at and named(s) and s.kind != "pronoun" and not s.attribution), None
    )


def _next_in_list(scene: Scene, amount: Amount) -> Side | None:
    """The state right before its part, where it follows others ("followed by China 2 tons, Malaysia 1 ton")."""
    side = next((s for s in scene.sides if s.last == amount.qualifier_first and named(s) and not s.possessive), None)
    if side is None or scene.tokens.lower(side.first - 1) not in _BEFORE_NEXT:
        return None
    followed = scene.has(scene.first, amount.first, _FOLLOWED)
    return side if followed and amount.kind in _MEASURED else None


def _called(scene: Scene) -> str | None:
    """What the sentence calls the partners: `importer`, `exporter`, `partner`, or nothing."""
    if giving(scene) is not None:
        return "exporter"
    if scene.has(scene.first, scene.last, _CUSTOMERS):
        return "importer"
    if scene.has(scene.first, scene.last, _SUPPLIERS):
        return "exporter"
    return "partner" if scene.has(scene.first, scene.last, _PARTNERS) else None


def _flow_of(scene: Scene, role: str | None) -> str | None:
    """The flow that the sentence names, else the one that its word for the partners tells."""
    money = giving(scene)
    if money is not None:
        return money
    flows = _FLOWS | _OF_MONEY if scene.has(scene.first, scene.last, _GOT_BY) else _FLOWS
    told = [trigger.flow for trigger in scene.triggers if trigger.kind == "noun" and trigger.flow in flows]
    if told:
        return told[0]
    return {"importer": "export", "exporter": "import", "partner": "trade"}.get(role or "")


def _flow_told(scene: Scene, story: Story) -> str | None:
    recent = story.recent(scene.paragraph.position)
    return recent.flow if recent is not None and recent.flow in _FLOWS else None


def _common(scene: Scene, listed: set[str]) -> Side | None:
    """The state whose partners they are, where the sentence names it: its owner, else behind a preposition."""
    apart = [s for s in scene.sides if named(s) and s.code not in listed and not s.attribution and s.kind != "person"]
    owner = next((s for s in apart if s.possessive), None)
    beside = (s for s in apart if not is_outdone(scene, s))
    places = TO | FROM | {"of", "with"} | ({"in"} if giving(scene) is not None else set())
    return owner or next((s for s in beside if s.preposition in places), None)


def _of_story(scene: Scene, story: Story, listed: set[str]) -> str | None:
    recent = story.recent(scene.paragraph.position)
    main = (recent.view if recent is not None else None, story.told_of, story.home, story.subject)
    return next((code for code in main if code and code not in listed and code not in bodies()), None)


def told_by_partner(scene: Scene, amount: Amount, story: Story) -> Frame | None:
    """ "South Africa was its biggest customer, with 752 million dollars": a partner's part in the trade told before."""
    if amount.kind not in _MEASURED:
        return None
    trails = _trails(scene, amount)
    main = None if trails else _of_main_partner(scene, amount)
    frame = story.recent(scene.paragraph.position)
    if main is None and frame is not None and frame.flow == "trade":
        return _ranked(scene, amount, frame)
    if trails and frame is not None and frame.flow in _OF_MONEY:
        return _next_giver(scene, amount, frame)
    if main is not None or frame is None or frame.flow not in ("export", "import"):
        return main
    if frame.rule == "partner_export" and story.partners_at == scene.sentence.char_start:
        return frame
    if amount.kind == "count":
        return None
    sells = scene.has(scene.first, amount.first, _SUPPLIERS)
    if not sells and not scene.has(scene.first, amount.first, _CUSTOMERS) and not trails:
        return None
    role = _role_of_last(frame) if trails else "exporter" if sells else "importer"
    own = getattr(frame, opposite(role))
    return _part_of(scene, amount, replace(frame, view=own), role, trails) if own is not None else None


def _role_of_last(frame: Frame) -> str:
    """What the partner told of before is in `frame`, which another one comes after."""
    if frame.rule.startswith("partner") and frame.varies in ("exporter", "importer"):
        return frame.varies or ""
    return "exporter" if frame.flow == "import" else "importer"


def _part_of(scene: Scene, amount: Amount, frame: Frame, role: str, trails: bool) -> Frame:
    """The part in `frame` of a partner in `role`, who is named here or told of before."""
    partners = _SUPPLIERS if role == "exporter" else _CUSTOMERS
    set_here = frame.rule.startswith("partner") and frame.paragraph == scene.paragraph.position and _told(scene, frame)
    frame = replace(frame if set_here else without_partner(frame), subject=None, varies=role)
    first = subject_of(scene, amount.first)
    if first is not None and are_many(scene, first, amount.first):
        return frame
    leads = first is not None and not trails and named(first) and first.code not in frame.countries
    if first is not None and leads and getattr(frame, role) is None and scene.has(first.last, amount.first, partners):
        return vary(frame, role, first.code)
    return frame


def _next_giver(scene: Scene, amount: Amount, frame: Frame) -> Frame | None:
    """ "Followed by Oman at $6.5 billion": who gives or invests after the one told before."""
    giver = next((s for s in reversed(scene.sides) if s.last < amount.first and named(s) and not s.attribution), None)
    if frame.importer is None or giver is None or giver.code == frame.importer:
        return None
    return replace(frame, exporter=giver.code, view=giver.code, varies="exporter")


def _ranked(scene: Scene, amount: Amount, frame: Frame) -> Frame | None:
    """ "China came second with 19 percent": the part of a partner, told by its rank, in a trade told before."""
    if amount.kind == "count" or scene.tokens.lower(amount.qualifier_first - 1) not in _BEFORE_PART:
        return None
    first, _ = scene.clause(amount.first)
    if not scene.has(first, amount.first, _RANKS):
        return None
    partner = next((s for s in scene.sides if first <= s.first < amount.first and named(s) and not s.preposition), None)
    return vary(frame, None, partner.code) if partner is not None else None


def _told(scene: Scene, frame: Frame) -> bool:
    """Whether a sentence itself names both states of a frame."""
    return set(frame.countries) <= {side.code for side in scene.sides}


def _of_main_partner(scene: Scene, amount: Amount) -> Frame | None:
    """ "Poland is the main buyer of Lithuanian milk, with 312,000 tonnes": a trade told by its partner alone."""
    if scene.tokens.lower(amount.qualifier_first - 1) not in _BEFORE_PART:
        return None
    known = _CUSTOMERS | _SUPPLIERS
    at = next((at for at in range(amount.first - 1, scene.first, -1) if scene.tokens.lowers[at] in known), None)
    if at is None:
        return None
    partner = subject_of(scene, at)
    near = [s for s in scene.sides if at - _OWNER_REACH <= s.first <= at + _OWNER_REACH and s.possessive and named(s)]
    owner = next((s for s in near if partner is not None and s.code != partner.code), None)
    if partner is None or owner is None:
        return None
    if scene.tokens.lowers[at] in _CUSTOMERS:
        return Frame("export", "customer_export", owner.code, partner.code, view=owner.code, varies="importer")
    of_what = (t for t in scene.triggers if at < t.first <= at + _OF_WHAT_REACH and t.flow in _OF_MONEY)
    flow = next((t.flow for t in of_what), "import")
    return Frame(flow, f"supplier_{flow}", partner.code, owner.code, view=owner.code, varies="exporter")


def _trails(scene: Scene, amount: Amount) -> bool:
    """Whether a partner is told to come after another one, with what it bought or sold."""
    if scene.tokens.lower(amount.qualifier_first - 1) not in _BEFORE_PART:
        return False
    first, _ = scene.clause(amount.qualifier_first - 2)
    if not scene.has(first, amount.first, _RANKS):
        return False
    return any(
        first <= s.first < amount.first and s.kind != "pronoun" and s.code and s.preposition in (None, "by")
        for s in scene.sides
    )


def has_several_partners(found: list[TradeFigure]) -> bool:
    """Whether a sentence tells what one state sells to several or buys of several, one by one ("sales to Peru fell 2
    percent, while those to Chile rose 3")."""
    if len(found) < _TWO or any(figure.flow not in _TRADED or figure.measure == "share" for figure in found):
        return False
    buyers, sellers = {figure.importer for figure in found}, {figure.exporter for figure in found}
    return None not in buyers | sellers and len(buyers) + len(sellers) > _TWO and 1 in (len(buyers), len(sellers))
