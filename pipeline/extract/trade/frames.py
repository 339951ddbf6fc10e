"""From a word of flow to who sends what to whom: the frame of the figures that it governs."""

from dataclasses import replace

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.completing import complete
from pipeline.extract.trade.going_on import GIFTS
from pipeline.extract.trade.pairs import find_pair, find_producer
from pipeline.extract.trade.roles import TO, named, owner_of, owns_goods, role_of, subject_of, subject_role
from pipeline.extract.trade.scene import Scene, Side, Trigger, hangs_on_share
from pipeline.extract.trade.story import Frame, Parties, Story

_AID_WORDS = word_set(
    "aid donation donated donations humanitarian gift gifts donate relief charity donor donors donating "
    "thanked thank grateful victims orphanage hospital flood-hit quake-hit"
)
_DEFICIT = word_set("deficit deficits gap shortfall imbalance unfavourable unfavorable negative")
_AGENT_REACH = 10
"""So many tokens behind "by" the agent of a passive is named ("presented by the government of the Amur Region")."""
_BODIES = frozenset({"UNO", "WFP", "FAO", "WHO", "UNICEF", "IFRC", "ICRC"})
"""Bodies that are no market: what they buy or send alone is no trade of a country."""
_WORKING = frozenset({"labour"})
_GOT = word_set("receive receives received receiving get gets got obtain obtained obtains")
_LENT = word_set("loan loans credit credits lent lend lender lenders tranche borrowed")
_EARNED = word_set("earn earns earned earning")
_EACH_ITS_OWN = word_set("respectively")
_CARRIERS = word_set("ship vessel freighter plane aircraft flight tanker convoy train truck cargo airlifter carrier")
_EXCEEDS = word_set("exceeded exceed exceeds outstripped outpaced outweighed surpassed topped exceeding outstrip")
_OBJECT_REACH = 12
"""So many tokens behind a verb a noun of flow is still its object ("sent 500 tons of food aid")."""
_PHYSICAL = frozenset({"mass", "volume", "energy", "power", "count"})


def frame_of(scene: Scene, trigger: Trigger, story: Story) -> Frame | None:
    """The frame that `trigger` sets up in its clause, completed by the story; None if no country can be told."""
    parties = Parties()
    flow = _flow(scene, trigger, story)
    negative = flow == "balance" and scene.has(trigger.first, trigger.last + 1, _DEFICIT)
    if flow in ("export", "import") and _exceeded(scene, trigger):
        flow, negative = "balance", flow == "export"
    if flow in ("trade", "balance", "other"):
        find_pair(scene, trigger, story, parties)
    elif flow == "contract":
        flow = _contract(scene, trigger, story, parties)
    elif flow == "production":
        find_producer(scene, trigger, story, parties)
    else:
        _directed(scene, trigger, flow, parties)
        if trigger.kind == "noun" and flow in GIFTS:
            _given(scene, trigger, parties, GIFTS)
        elif trigger.kind == "noun" and flow == "labour" and trigger.subject == "worker":
            _given(scene, trigger, parties, _WORKING)
        complete(scene, trigger, flow, story, parties)
    if not (parties.exporter or parties.importer or parties.pair) or (flow == "other" and len(parties.pair) < 2):
        return None
    if flow == "consumption" and parties.exporter is None and parties.importer and not _imported(scene, trigger):
        parties.pair, parties.importer = (parties.importer,), None
    if flow in ("export", "import") and {parties.exporter, parties.importer} - {None} <= _BODIES:
        return None
    return Frame(
        flow=flow,
        rule=f"{trigger.kind}_{flow}",
        exporter=parties.exporter,
        importer=parties.importer,
        pair=tuple(sorted(parties.pair)),
        view=parties.view,
        varies=parties.varies,
        subject=parties.subject,
        negative=negative,
    )


def _imported(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is consumed is told as coming from abroad."""
    first, end = scene.clause(trigger.first)
    return scene.has(first, end, frozenset({"imported", "foreign", "imports"}))


def _contract(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> str:
    """The parties of what is agreed on: as goods moved before, else by preposition, else the two that agree."""
    _behind(scene, trigger, "export", parties)
    recent = story.recent(scene.paragraph.position)
    if recent is not None and not recent.pair and recent.bilateral and not (parties.exporter or parties.importer):
        parties.exporter, parties.importer, parties.view = recent.exporter, recent.importer, recent.view
        return "export" if recent.view == recent.exporter else "import"
    if parties.exporter or parties.importer:
        subject = subject_of(scene, trigger.first)
        if subject is not None:
            parties.put("importer" if parties.exporter else "exporter", subject.code)
        return "export"
    find_pair(scene, trigger, story, parties)
    if len(parties.pair) < 2 and story.bilateral:
        parties.pair = story.two()
    return "trade"


def _exceeded(scene: Scene, trigger: Trigger) -> bool:
    """Whether `trigger` is what another flow exceeds ("exports exceeded imports by $245 million")."""
    if scene.tokens.lower(trigger.last) != "by":
        return False
    other = [t for t in scene.triggers if t.last < trigger.first and {t.flow, trigger.flow} == {"export", "import"}]
    return bool(other) and scene.has(other[-1].last, trigger.first, _EXCEEDS)


def _flow(scene: Scene, trigger: Trigger, story: Story) -> str:
    """The flow of `trigger`: goods that are given are aid, a contract is about what is agreed."""
    if trigger.flow == "contract":
        physical = any(amount.kind in _PHYSICAL for amount in scene.amounts)
        return "contract" if physical else "investment"
    if trigger.flow == "production" and trigger.kind == "verb":
        towards = any(side.preposition in TO and named(side) for side in _right(scene, trigger))
        return "export" if towards else "production"
    recent = story.recent(scene.paragraph.position)
    if trigger.flow == "import" and not trigger.strong and recent is not None and recent.flow == "labour":
        return "labour" if any(amount.kind == "count" for amount in scene.amounts) else trigger.flow
    if _earns(scene, trigger) and _from_workers(scene, trigger):
        return "labour"
    if trigger.flow == "import" and not trigger.strong and _is_money_received(scene, trigger):
        return "debt" if scene.has(scene.first, scene.last, _LENT) else "aid"
    if trigger.flow != "export" or trigger.strong:
        return trigger.flow
    if trigger.subject == "goods" and scene.has(trigger.first, trigger.last, frozenset({"from"})):
        share = any(amount.kind == "percent" and amount.last <= trigger.first for amount in scene.amounts)
        if share:
            return "import"
    free = scene.has(scene.first, scene.last, frozenset({"free"})) and scene.has(
        scene.first, scene.last, frozenset({"charge"})
    )
    carried = trigger.subject == "goods" and story.relief
    if (
        free
        or carried
        or scene.has(scene.first, scene.last, _AID_WORDS)
        or (recent is not None and recent.flow == "aid")
    ):
        return "aid"
    return trigger.flow


def _earns(scene: Scene, trigger: Trigger) -> bool:
    return trigger.flow == "import" or scene.tokens.lowers[trigger.first] in _EARNED


def _is_money_received(scene: Scene, trigger: Trigger) -> bool:
    """Whether money is got and no goods ("got $180 million from the bank")."""
    if scene.tokens.lowers[trigger.first] not in _GOT:
        return False
    _, end = scene.clause(trigger.first)
    money = next((a for a in scene.amounts if trigger.last <= a.first < end and a.kind != "time"), None)
    if money is None or money.kind != "currency":
        return False
    return not any(term_at(scene.tokens, at) is not None for at in range(trigger.last, end))


def _from_workers(scene: Scene, trigger: Trigger) -> bool:
    """Whether what comes in comes from workers abroad ("took in $150 million a year from workers in Russia")."""
    return any(
        t.flow == "labour" and t.first > trigger.last and scene.has(trigger.last, t.first, frozenset({"from"}))
        for t in scene.triggers
    )


def _directed(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """The parties that stand beside the word of flow itself."""
    if trigger.kind == "noun":
        owner = owner_of(scene, trigger)
        if owner is not None and owns_goods(scene, trigger, owner):
            parties.put("exporter", owner.code)
        elif owner is not None:
            hosts = scene.tokens.lowers[trigger.first] in ("foreign", "fdi") and owner.kind != "demonym"
            parties.put("importer" if hosts and flow == "investment" else subject_role(trigger, owner), owner.code)
            parties.view, parties.subject_found = owner.code, True
    elif trigger.kind == "verb" and trigger.subject != "goods":
        subject = subject_of(scene, trigger.first)
        if subject is not None:
            if subject.kind == "pronoun":
                _behind(scene, trigger, flow, parties)
            role = "importer" if flow == "labour" and trigger.flow != "labour" else subject_role(trigger, subject)
            if subject.listed and not scene.has(trigger.last, scene.last, _EACH_ITS_OWN):
                parties.many = frozenset({role})
            parties.put(role, subject.code)
            parties.view, parties.varies, parties.subject, parties.subject_found = subject.code, role, role, True
    _behind(scene, trigger, flow, parties)
    if flow in ("export", "aid") and (trigger.subject == "goods" or not parties.subject_found):
        _carrier(scene, trigger, parties)


def _given(scene: Scene, trigger: Trigger, parties: Parties, flows: frozenset[str]) -> None:
    """The parties of the verb that a noun is the object of ("would give Beirut loans", "hosts 140,000 workers")."""
    first, end = scene.clause(trigger.first)
    for verb in scene.triggers:
        if verb.kind in ("verb", "passive") and verb.flow in flows and first <= verb.first < end:
            _directed(scene, verb, verb.flow, parties)


def _carrier(scene: Scene, trigger: Trigger, parties: Parties) -> None:
    """The country whose ship or plane brings the goods ("a Turkish freighter", "Kozlov's plane")."""
    first, _ = scene.clause(trigger.first)
    for side in scene.sides:
        here = first <= side.first < trigger.first and named(side) and side.possessive
        if here and scene.has(side.last, min(side.last + 5, trigger.first), _CARRIERS):
            parties.put("exporter", side.code)
            return


def _behind(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    taken: dict[str, list[Side]] = {}
    right = _right(scene, trigger)
    by_whom = trigger.kind == "passive" and scene.tokens.lower(trigger.last) == "by"
    for side in right:
        role = role_of(trigger, flow, side)
        if side.preposition == "in" and side.kind == "demonym" and term_at(scene.tokens, side.last) is not None:
            role = "exporter"
        elif by_whom and side is right[0] and side.first - trigger.last < _AGENT_REACH:
            role = subject_role(trigger)
        elif side.possessive and side.preposition is None and not _names_goods(scene, trigger, side):
            continue
        if role and named(side):
            taken.setdefault(role, []).append(side)
    for role, sides in taken.items():
        codes = {side.code for side in sides}
        listed = [side for side in sides if side.listed]
        if len(codes) > 1 and listed and not _split_by_amounts(scene, sides):
            parties.many |= {role}
            continue
        sides.sort(key=lambda side: flow == "aid" and side.kind == "organization")
        parties.put(role, sides[0].code)
        if not sides[0].possessive:
            parties.varies = role


def _names_goods(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether an adjective begins the goods behind the amount or the word of flow ("bought 5 tons Russian wheat")."""
    if side.first - trigger.last <= 1:
        return True
    return any(0 <= side.first - amount.last <= 1 for amount in scene.amounts)


def _split_by_amounts(scene: Scene, sides: list[Side]) -> bool:
    """Whether an amount stands between the countries of a list, so that each has its own."""
    return any(sides[0].last <= amount.first < sides[-1].first for amount in scene.amounts)


def _right(scene: Scene, trigger: Trigger) -> list[Side]:
    """The countries behind `trigger` that may hang on it: up to the next frame or the end of the clause."""
    _, end = scene.clause(trigger.first)
    for other in scene.triggers:
        if other.first >= trigger.last and other.kind != "block" and _cuts(trigger, other):
            end = min(end, other.first)
            break
    behind = [side for side in scene.sides if trigger.last <= side.first < end and not side.attribution]
    return [side for side in behind if not hangs_on_share(scene, trigger.last, side)]


def _cuts(trigger: Trigger, other: Trigger) -> bool:
    """Whether `other` begins a frame of its own: not the goods or the aid that `trigger` itself moves."""
    if trigger.kind == "noun" and other.kind == "noun" and trigger.flow == other.flow and trigger.flow in GIFTS:
        return False
    if other.flow == "labour" and trigger.kind == "verb":
        return False
    own_object = other.kind == "noun" and other.first - trigger.last < _OBJECT_REACH
    return not (trigger.kind in ("verb", "passive") and own_object)


def vary(frame: Frame, role: str | None, code: str, bare: bool = False) -> Frame:
    """`frame` with another partner, as when a list goes on; `bare` says that no preposition tells its role."""
    if frame.pair:
        if frame.view is None or frame.view == code:
            return frame
        return replace(frame, pair=tuple(sorted((frame.view, code))))
    if role is None and bare:
        role = frame.subject or frame.varies
    if role is None and (frame.exporter is None) != (frame.importer is None):
        role = "exporter" if frame.exporter is None else "importer"
    role = role or frame.varies
    if role == "exporter" and code != frame.importer:
        return replace(frame, exporter=code)
    if role == "importer" and code != frame.exporter:
        return replace(frame, importer=code)
    return frame
