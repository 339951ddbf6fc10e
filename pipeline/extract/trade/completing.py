"""Parties that a word of flow leaves open, taken from the rest of its sentence and from the story before."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.pairs import elsewhere, worldwide
from pipeline.extract.trade.roles import FROM, TO, named, opposite, role_of, subject_of, subject_role
from pipeline.extract.trade.scene import Scene, Side, Trigger
from pipeline.extract.trade.story import Frame, Parties, Story

_GIVING = word_set(
    "extend extends extended extending provide provides provided providing give gave given gives grant "
    "granted grants offer offers offered announce announced announces approve approved approves pledge "
    "pledged pledges send sends sent deliver delivered make made disburse disbursed release released releases "
    "promise promised commit committed dispatch dispatched supply supplied ship shipped write wrote finance "
    "financing co-financing allocate allocated deposited deposit forgave forgive launched paid pay hand "
    "transfer transferred lent donate donated mark"
)
_RECEIVING = word_set(
    "receive received receives receiving get got gets getting secure secured secures obtain obtained obtains "
    "seek seeks sought seeking request requested requests ask asked asks win won wins attract attracted "
    "attracts borrow borrowed take took draw drew use used repay repaid repays need needs owe owes owed "
    "accept accepted negotiate negotiating sign signed signs negotiated accumulated draws"
)
_THANKS = word_set("thanked thank thanks grateful gratitude thanking")
_GIFTS = frozenset({"aid", "debt", "investment", "labour"})
_GOODS_FLOWS = frozenset({"trade", "export", "import", "balance", "consumption", "contract"})
_BRANCH = _GOODS_FLOWS | {"aid", "cap"}


def complete(scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties) -> None:
    """Fill what is open of `parties`, nearest words first; what nothing tells stays None."""
    if trigger.kind == "noun" and (not parties.subject_found or flow == "debt"):
        _light_verb(scene, trigger, flow, story, parties)
    _left_prepositions(scene, trigger, flow, parties)
    if flow in _GIFTS:
        _rest_of_sentence(scene, trigger, flow, parties)
    recent = story.recent(scene.paragraph.position)
    bare = parties.exporter is None and parties.importer is None
    if bare and flow in _GIFTS and recent is not None and _same_gift(recent.flow, flow):
        parties.exporter, parties.importer, parties.view = recent.exporter, recent.importer, recent.view
        return
    if _sent_by_workers(scene, trigger, recent, parties):
        return
    _viewing_side(scene, trigger, flow, story, recent, parties)
    _partner(scene, trigger, flow, story, recent, parties)
    if parties.view is None:
        role = subject_role(trigger)
        parties.view = parties.exporter if role == "exporter" else parties.importer


def _light_verb(scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties) -> None:
    """The subject of the verb that a noun of flow is the object of ("Seoul will extend a loan", "cut its imports")."""
    first, _ = scene.clause(trigger.first)
    subject = subject_of(scene, trigger.first)
    if subject is None:
        if flow in ("aid", "debt", "investment") and scene.has(first, trigger.first, _RECEIVING) and story.topic():
            parties.put("importer", story.topic() or "")
        return
    between = set(scene.tokens.lowers[max(first, subject.last) : trigger.first])
    role = subject_role(trigger, subject)
    if flow in ("aid", "debt", "investment"):
        if between & _RECEIVING:
            role = "importer"
        elif between & _GIVING:
            role = "exporter"
        else:
            return
    elif trigger.flow in ("export", "import", "consumption"):
        role = _verb_role(scene, subject, trigger) or role
        if role == subject_role(trigger) and _with_whom(scene, subject, trigger, parties):
            role = opposite(role)
    parties.put(role, subject.code)
    if role != subject_role(trigger):
        parties.varies = parties.varies or role
    if parties.view is None and role == subject_role(trigger):
        parties.view = subject.code


def _verb_role(scene: Scene, subject: Side, trigger: Trigger) -> str | None:
    """The subject's role by a verb of flow before the noun ("China bought 22 percent of the exports")."""
    verbs = [t for t in scene.triggers if subject.last <= t.first < trigger.first and t.kind == "verb"]
    return verbs[0].subject if verbs and verbs[0].subject in ("exporter", "importer") else None


def _with_whom(scene: Scene, subject: Side, trigger: Trigger, parties: Parties) -> bool:
    """ "India agreed with Russia on the supply of": whom it is agreed with supplies; whether that is told here."""
    if trigger.strong or trigger.flow != "export":
        return False
    partner = next(
        (s for s in scene.sides if subject.last <= s.first < trigger.first and s.preposition == "with" and named(s)),
        None,
    )
    if partner is None or partner.code == subject.code:
        return False
    parties.put("exporter", partner.code)
    parties.view = partner.code
    return True


def _left_prepositions(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """Parties that the clause names before the word of flow ("to Poland, exports rose")."""
    first, _ = scene.clause(trigger.first)
    for side in scene.sides:
        before = first <= side.first and side.last <= trigger.first
        if not before or not named(side) or side.attribution:
            continue
        if side.preposition in TO | FROM and not side.possessive:
            parties.put(role_of(trigger, flow, side), side.code)
        elif trigger.subject == "sender" and side.preposition == "in":
            parties.exporter = side.code
        elif trigger.subject == "goods" and side.possessive and side.kind == "demonym":
            parties.put("exporter", side.code)


def _rest_of_sentence(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """For what is given, lent or sent home, the whole sentence names the parties ("a gift of A to B")."""
    for side in scene.sides:
        if named(side) and not side.attribution and side.first >= trigger.last and side.preposition in TO | FROM:
            parties.put(role_of(trigger, flow, side), side.code)
    if parties.exporter is None and flow == "aid" and trigger.kind == "passive":
        givers = [s for s in scene.sides if s.possessive and named(s) and s.code != parties.importer]
        if givers and (parties.importer is not None or scene.has(scene.first, trigger.first, _THANKS)):
            parties.put("exporter", givers[0].code)


def _viewing_side(
    scene: Scene, trigger: Trigger, flow: str, story: Story, recent: Frame | None, parties: Parties
) -> None:
    """The country whose exports, imports, debts are told of, where the sentence does not say."""
    role = "importer" if trigger.flow == "contract" else subject_role(trigger)
    if trigger.subject == "goods":
        _as_before(scene, trigger, flow, recent, parties)
        return
    if trigger.kind == "noun" and not trigger.strong and flow in _BRANCH and parties.view is None:
        _as_before(scene, trigger, flow, recent, parties)
    if getattr(parties, role) is not None:
        return
    known = getattr(parties, opposite(role))
    candidates: list[str | None] = []
    if flow == "cap" or (not trigger.strong and known is None and recent is None):
        return
    if recent is not None:
        candidates += _roles_of(recent, flow, role)
    if flow not in _GIFTS:
        candidates += [story.subject, story.home]
        candidates += story.dominant[:2] if trigger.strong or story.bilateral else []
    elif role == "importer" and known is None:
        candidates += [story.topic()]
    elif story.bilateral and known is not None:
        candidates += [story.other(known)]
    for code in candidates:
        if code and code != known:
            parties.put(role, code)
            return


def _as_before(scene: Scene, trigger: Trigger, flow: str, recent: Frame | None, parties: Parties) -> None:
    """Goods that arrive or leave go on the way that was told before."""
    if recent is None or not {recent.flow, flow} <= _BRANCH:
        return
    known = parties.exporter or parties.importer
    if recent.pair:
        if recent.bilateral and known in recent.countries:
            other = next(code for code in recent.countries if code != known)
            parties.put("importer" if parties.exporter else "exporter", other)
        return
    if parties.exporter is None and parties.importer in (None, recent.importer) and recent.exporter:
        parties.put("exporter", recent.exporter)
    if parties.importer is None and recent.importer and not elsewhere(scene, trigger):
        if parties.exporter == recent.exporter or recent.view == recent.importer:
            parties.put("importer", recent.importer)
    if (
        parties.exporter is None
        and parties.importer is not None
        and recent.bilateral
        and recent.view == parties.importer
    ):
        parties.put("exporter", next(code for code in recent.countries if code != parties.importer))


def _same_gift(one: str, two: str) -> bool:
    return one == two or {one, two} <= {"aid", "debt", "investment"}


def _sent_by_workers(scene: Scene, trigger: Trigger, recent: Frame | None, parties: Parties) -> bool:
    """Whether those who send wages home are the workers told of before; their host is then the exporter."""
    if trigger.subject != "sender" or recent is None or recent.flow != "labour" or recent.rule.endswith("sender"):
        return False
    if not any(side.kind == "pronoun" and side.last <= trigger.first for side in scene.sides):
        return False
    parties.exporter, parties.importer, parties.view = recent.importer, recent.exporter, recent.exporter
    return True


def _roles_of(recent: Frame, flow: str, role: str) -> list[str | None]:
    """Who of the frame before goes on in `role`: the same party of a like flow, else the country it is seen from."""
    if recent.flow == flow and not recent.pair:
        like = recent.view if flow not in _GIFTS else None
        return [getattr(recent, role), like]
    if recent.flow in _GOODS_FLOWS and flow in _GOODS_FLOWS:
        return [recent.view]
    return []


def _partner(scene: Scene, trigger: Trigger, flow: str, story: Story, recent: Frame | None, parties: Parties) -> None:
    """The other country, where a two-sided story goes on."""
    role = opposite(subject_role(trigger))
    known = getattr(parties, opposite(role))
    if getattr(parties, role) is not None or known is None or worldwide(scene, trigger) or elsewhere(scene, trigger):
        return
    goes_on = recent is not None and recent.bilateral and known in recent.countries and _like(recent.flow, flow)
    if goes_on and recent is not None and (recent.pair or getattr(recent, role) != known or story.bilateral):
        parties.put(role, next(code for code in recent.countries if code != known))
    elif recent is not None and recent.flow == flow and flow in _GIFTS and getattr(recent, role) not in (None, known):
        parties.put(role, getattr(recent, role))
    elif flow in _GIFTS:
        others = [
            s.code for s in scene.sides if named(s) and s.code != known and s.kind not in ("organization", "place")
        ]
        code = others[-1] if len(set(others)) == 1 else story.other(known) if story.bilateral else None
        if code:
            parties.put(role, code)
    elif story.bilateral and not trigger.strong and _named_together(scene, known, story):
        parties.put(role, story.other(known) or "")
    elif (
        trigger.kind == "verb" and recent is not None and recent.flow in ("export", "import", "aid") and _takes(trigger)
    ):
        giver = recent.exporter
        if giver and giver != known:
            parties.put("exporter", giver)
            parties.view = recent.view or giver


def _named_together(scene: Scene, known: str, story: Story) -> bool:
    """Whether the sentence also names the other of the article's two countries ("A and B agreed that A will sell ...")."""
    other = story.other(known)
    return any(side.code == other and side.preposition != "in" for side in scene.sides) and other in story.dominant[:2]


def _takes(trigger: Trigger) -> bool:
    return trigger.subject == "importer" and trigger.flow == "import"


def _like(one: str, two: str) -> bool:
    return one == two or {one, two} <= _BRANCH


def stands_alone(side: Side) -> bool:
    """Whether the country is named by its name and not by an adjective."""
    return side.kind != "demonym"
