"""Parties that a word of flow leaves open, taken from the rest of its sentence."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.crossing import is_bound_for
from pipeline.extract.trade.going_on import complete_gift, complete_goods
from pipeline.extract.trade.parties import GIFTS
from pipeline.extract.trade.roles import (
    FROM,
    TO,
    can_be_subject,
    named,
    opposite,
    owner_of,
    role_of,
    subject_of,
    subject_role,
)
from pipeline.extract.trade.scene import Scene, Side, Trigger, hangs_on_share
from pipeline.extract.trade.story import Frame, Parties, Story, bodies, lenders
from pipeline.extract.trade.ways import complete_by_goods
from pipeline.extract.trade.working import complete_labour

_GIVING = word_set(
    "extend extends extended extending provide provides provided providing give gave given gives grant "
    "granted grants offer offers offered announce announced announces approve approved approves pledge "
    "pledged pledges send sends sent deliver delivered make made disburse disbursed release released releases "
    "open opened opens "
    "promise promised commit committed dispatch dispatched supply supplied ship shipped write wrote finance "
    "financing co-financing allocate allocated deposited deposit forgave forgive launched paid pay hand "
    "transfer transferred lent donate donated mark cancel cancels cancelled canceled cancelling write writes written "
    "waive waives waived forgive forgives forgiven reschedule rescheduled restructure restructured defer deferred "
    "suspend suspended"
)
_RECEIVING = word_set(
    "receive received receives receiving get got gets getting secure secured secures obtain obtained obtains "
    "seek seeks sought seeking request requested requests ask asked asks win won wins attract attracted "
    "attracts borrow borrowed take took draw drew use used repay repaid repays need needs owe owes owed "
    "accept accepted negotiate negotiating sign signed signs negotiated accumulated draws"
)
_GAINING = word_set(
    "gain gains gained benefit benefits benefited get gets got receive receives received obtain obtains obtained win "
    "wins won secure secures secured granted awarded allocated offered given"
)
"""Between a state and a quota these make it the one that may sell so much."""
_ISSUING = word_set("issue issues issued issuing granted grants grant offers offered created")
"""Between a country and work permits these make it the host."""
_HALTS = frozenset({":", ";", ",", ")"})
"""Behind these a noun that begins a clause is its subject, and no verb before them has it as an object."""
_APPEALS = word_set("appeal appeals appealed appealing")
"""What a body asks for is given by others."""
_REQUESTS = word_set("request requests bid appeal appeals plea pleas demand demands")
_AGREED = word_set("agreed agree agrees signed sign signs contracted concluded reached negotiating negotiated clinched")
_ASKING = word_set("ask asks asked asking approach approached approaches urge urged")
"""Before a country or a bank these make it the one that is to give."""
_UNPAID = word_set("unpaid bills arrears dues overdue outstanding")
_USED = word_set("eaten used consumed sold burned")
_SHARE_REACH = 5
_OF_WHAT_REACH = 8
_WHOSE_REACH = 12
_MAKING_UP = word_set(
    "accounted accounting accounts account represented representing represents made making make makes constituted "
    "constituting comprised comprising"
)
_PAYING_OFF = word_set("pay pays paid paying settle settled settles settling clear cleared clearing service servicing")
"""What debtors do with their debts."""
_OWED = frozenset({"owed", "owing", "due"})
_THANKS = word_set("thanked thank thanks grateful gratitude thanking")


_LENT = frozenset({"debt", "investment"})
_TRADED_REACH = 2
"""So many paragraphs back goods can go on with the trade told before a loan."""


def complete(scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties) -> None:
    """Fill what is open of `parties`, nearest words first; what nothing tells stays None."""
    if flow == "debt" and (_for_goods(scene, trigger, story, parties) or _of_debtor(scene, trigger, parties)):
        return
    if trigger.kind == "noun" and not parties.subject_found:
        _of_partners(scene, trigger, story, parties)
    beside = bool(parties.exporter or parties.importer)
    if (trigger.kind == "noun" and (not parties.subject_found or flow == "debt")) or _is_what_is_owed(scene, trigger):
        _light_verb(scene, trigger, flow, story, parties)
    _left_prepositions(scene, trigger, flow, parties)
    if trigger.kind == "noun" and trigger.strong and not (parties.exporter or parties.importer):
        _between(scene, trigger, story, parties)
    _of_whose_trade(scene, trigger, flow, parties)
    recent = story.recent(scene.paragraph.position)
    if flow in GIFTS:
        _rest_of_sentence(scene, trigger, flow, parties)
        complete_gift(scene, trigger, flow, story, recent, parties)
    elif flow == "labour":
        complete_labour(scene, trigger, story, recent, parties)
    else:
        complete_by_goods(scene, trigger, flow, story, parties, borrowed=not beside)
        complete_goods(scene, trigger, flow, story, _of_goods(scene, story, recent), parties)
    if parties.view is None and trigger.subject == "goods" and recent is not None:
        parties.view = recent.view
    if parties.view is None:
        parties.view = parties.exporter if subject_role(trigger) == "exporter" else parties.importer


def _for_goods(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> bool:
    """Whether unpaid bills are for the goods that the sentence told of just before: who got them owes."""
    frame = story.frame
    if frame is None or frame.flow not in ("export", "import") or not frame.bilateral or parties.exporter:
        return False
    told = any(t.flow in ("export", "import") and scene.first <= t.first < trigger.first for t in scene.triggers)
    if (
        not told
        or not scene.has(trigger.first - 1, trigger.last, _UNPAID)
        or frame.paragraph != scene.paragraph.position
    ):
        return False
    if parties.importer not in (None, frame.importer):
        return False
    parties.exporter, parties.importer, parties.view = frame.exporter, frame.importer, frame.importer
    return True


def _of_debtor(scene: Scene, trigger: Trigger, parties: Parties) -> bool:
    """Whether a debt is a part of the one whose debtor stands before it ("Mali's debt, excluding commercial debt")."""
    if trigger.kind != "noun" or trigger.subject != "importer" or parties.exporter or parties.importer:
        return False
    first, _ = scene.clause(trigger.first)
    like = (t for t in scene.triggers if first <= t.first < trigger.first and t.kind == "noun" and t.flow == "debt")
    owner = next((owner_of(scene, other) for other in like if other.subject == "importer"), None)
    if owner is None:
        return False
    parties.importer = parties.view = owner.code
    return True


def _is_what_is_owed(scene: Scene, trigger: Trigger) -> bool:
    """Whether a sum is told as owed and stands where a noun would ("cancel 90 percent of the $11 billion owed")."""
    owed = trigger.kind == "passive" and scene.tokens.lowers[trigger.first] in _OWED
    return owed and any(amount.last == trigger.first for amount in scene.amounts)


def _of_goods(scene: Scene, story: Story, recent: Frame | None) -> Frame | None:
    """The frame that goods go on with: the trade told before a loan in passing."""
    traded = story.traded
    lent = recent is not None and recent.flow in _LENT and traded is not None
    if lent and traded is not None and scene.paragraph.position - traded.paragraph <= _TRADED_REACH:
        return traded
    return recent


def _of_partners(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> None:
    """The two whom the sentence calls market or source ("Peru is the second market for Chile, with 13 percent")."""
    frame = story.frame
    here = story.partners_at == scene.sentence.char_start and frame is not None and frame.rule == "partner_export"
    if not here or frame is None or trigger.flow not in ("export", "import") or parties.exporter or parties.importer:
        return
    parties.exporter, parties.importer = frame.exporter, frame.importer
    parties.view = frame.exporter if trigger.flow == "export" else frame.importer


def _light_verb(scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties) -> None:
    """The subject of the verb that a noun of flow is the object of ("Seoul will extend a loan", "cut its imports")."""
    first, _ = scene.clause(trigger.first)
    begins = trigger.strong and trigger.flow in ("export", "import") and trigger.first - first <= 1
    if begins and scene.tokens.lower(first - 1) in _HALTS:
        return
    subject = subject_of(scene, trigger.first)
    if subject is None:
        if flow in GIFTS and scene.has(first, trigger.first, _RECEIVING):
            parties.put("importer", story.home or story.topic() or "")
        elif scene.has(first, trigger.first, _AGREED):
            _with_whom(scene, first, None, trigger, parties)
        return
    if flow in GIFTS and _is_asked_for(scene, subject, trigger, flow, story, parties):
        return
    if flow in GIFTS and scene.tokens.lower(subject.first - 1) in _GIVING:
        parties.put("importer", subject.code)
        subject = subject_of(scene, subject.first - 1)
    if subject is not None and not _has_a_share(scene, subject, trigger):
        _subject_of_verb(scene, subject, trigger, flow, parties)
        if flow == "cap" and parties.exporter == subject.code and scene.has(first, trigger.first, _GAINING):
            parties.put("importer", story.other_of_top(subject.code) or "")


def _is_asked_for(scene: Scene, subject: Side, trigger: Trigger, flow: str, story: Story, parties: Parties) -> bool:
    """Whether what is given is told as asked for, so that its parties are put in here or stay open."""
    if _asked(scene, subject, story, parties):
        return True
    first, _ = scene.clause(trigger.first)
    if flow == "aid" and subject.code in bodies() and scene.has(first, trigger.last, _APPEALS):
        parties.exporter = ""
        return True
    asker = _who_asks(scene, subject, trigger)
    if asker is None:
        return False
    parties.put("importer", asker.code)
    parties.put("exporter", subject.code)
    return True


def _has_a_share(scene: Scene, subject: Side, trigger: Trigger) -> bool:
    """Whether the subject is told with its part of another's trade ("Italy led, accounting for 4% of imports")."""
    if trigger.flow not in ("export", "import") or trigger.kind != "noun" or subject.possessive:
        return False
    share = next((a for a in scene.amounts if a.kind == "percent" and 0 < trigger.first - a.last <= _SHARE_REACH), None)
    if share is None or scene.tokens.lower(share.last) != "of":
        return False
    return scene.has(subject.last, share.first, _MAKING_UP)


def _asked(scene: Scene, subject: Side, story: Story, parties: Parties) -> bool:
    """ "asked the bank for a loan": whom a verb of asking has as its object is to give; whether it is so here."""
    at = subject.first - 1 - (scene.tokens.lower(subject.first - 1) == "the")
    if scene.tokens.lower(at) not in _ASKING:
        return False
    parties.put("exporter", subject.code)
    asker = subject_of(scene, at)
    parties.put("importer", asker.code if asker is not None else story.topic() or "")
    return True


def _subject_of_verb(scene: Scene, subject: Side, trigger: Trigger, flow: str, parties: Parties) -> None:
    """Put the subject of the verb in its role."""
    between = set(scene.tokens.lowers[subject.last : trigger.first])
    role = subject_role(trigger, subject)
    if flow in ("aid", "debt", "investment"):
        if between & _RECEIVING or (trigger.subject == "importer" and flow == "debt" and between & _PAYING_OFF):
            role = "importer"
        elif between & _GIVING:
            role = "exporter"
        else:
            return
    elif flow == "cap" and between & _GAINING:
        role = "exporter"
    elif flow == "labour" and between & _ISSUING:
        role = "importer" if parties.importer is None else "exporter"
    elif trigger.flow in ("export", "import", "consumption", "labour"):
        role = _verb_role(scene, subject, trigger) or role
        if role == subject_role(trigger) and _with_whom(scene, subject.last, subject.code, trigger, parties):
            role = opposite(role)
    parties.put(role, subject.code)
    if role != subject_role(trigger):
        parties.varies = parties.varies or role
    if parties.view is None and role == subject_role(trigger):
        parties.view = subject.code


def _who_asks(scene: Scene, subject: Side, trigger: Trigger) -> Side | None:
    """Whose request or bid stands between the subject and what is asked for ("will grant a Malian request for aid")."""
    between = (s for s in scene.sides if subject.last <= s.first and s.last <= trigger.first and s.possessive)
    asked = (s for s in between if named(s) and s.code != subject.code)
    owned = ((s, s.last + scene.tokens.lower(s.last).startswith("'")) for s in asked)
    return next((side for side, at in owned if scene.tokens.lower(at) in _REQUESTS), None)


def _verb_role(scene: Scene, subject: Side, trigger: Trigger) -> str | None:
    """The subject's role by a verb of flow before the noun ("China bought 22 percent of the exports")."""
    first, _ = scene.clause(trigger.first)
    since = max(first, subject.last) if trigger.strong else subject.last
    verbs = [t for t in scene.triggers if since <= t.first < trigger.first and t.kind == "verb"]
    return verbs[0].subject if verbs and verbs[0].subject in ("exporter", "importer") else None


def _with_whom(scene: Scene, since: int, subject: str | None, trigger: Trigger, parties: Parties) -> bool:
    """ "India agreed with Russia on the supply of": whom it is agreed with, behind token `since`, supplies; whether it
    is so here."""
    if trigger.strong or trigger.flow != "export":
        return False
    partner = next(
        (s for s in scene.sides if since <= s.first < trigger.first and s.preposition == "with" and named(s)),
        None,
    )
    if partner is None or partner.code == subject:
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
        if side.preposition in FROM and trigger.kind == "verb" and trigger.subject == "sender":
            parties.put("importer", side.code)
        elif side.preposition in TO | FROM and not side.possessive:
            parties.put(role_of(trigger, flow, side), side.code)
        elif side.preposition == "for":
            _for_whom(scene, trigger, flow, side, parties)
        elif side.preposition == "with" and flow == "debt" and side.code in lenders():
            parties.put("exporter", side.code)
        elif side.preposition == "in":
            _where(scene, trigger, side, parties)
        elif trigger.subject == "goods" and side.possessive:
            parties.put("exporter" if side.kind == "demonym" else "importer", side.code)
        elif trigger.kind == "passive" and trigger.subject == "exporter" and _describes_goods(scene, side):
            parties.put("exporter", side.code)


def _is_sold_to(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether what is owed is for goods that went to a country ("arrears for fuel sold to Chad")."""
    goods = (t for t in scene.triggers if trigger.last <= t.first < side.first and t.flow == "export")
    return side.preposition in TO and any(t.kind != "noun" or t.subject == "goods" for t in goods)


def _where(scene: Scene, trigger: Trigger, side: Side, parties: Parties) -> None:
    """Put in the country where goods are used, or where those who send money home are."""
    if scene.tokens.lower(side.first - 2) in _USED:
        parties.put("importer", side.code)
    elif trigger.subject == "sender":
        parties.exporter = side.code
    elif trigger.subject == "goods" and side.possessive:
        parties.put("exporter" if side.kind == "demonym" else "importer", side.code)


def _for_whom(scene: Scene, trigger: Trigger, flow: str, side: Side, parties: Parties) -> None:
    """Put in the country that goods are bound for, or the partner that the sentence opens with."""
    if flow == "export" and is_bound_for(scene, side):
        parties.put("importer", side.code)
    elif _opens_for(scene, trigger, side, scene.clause(trigger.first)[0]):
        parties.put(opposite(subject_role(trigger)), side.code)


def _opens_for(scene: Scene, trigger: Trigger, side: Side, first: int) -> bool:
    """Whether a partner is told of ahead of who acts ("For Morocco, Senegal loaded 44,000 tonnes of mangoes")."""
    acts = trigger.kind == "verb" and scene.tokens.lower(side.last) == "," and side.first - first <= 2
    return acts and any(side.last < s.first < trigger.first and can_be_subject(s) for s in scene.sides)


def _of_whose_trade(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """Whose trade a part is of ("supplied 12 percent of the coffee that Italy imported")."""
    if flow not in ("export", "import"):
        return
    if trigger.kind == "noun":
        _of_what_is_bought(scene, trigger, parties)
    if trigger.kind != "verb" or trigger.subject not in ("exporter", "importer"):
        return
    role = opposite(trigger.subject)
    for verb in scene.triggers:
        makes = role == "exporter" and verb.flow == "production"
        if trigger.last < verb.first <= trigger.last + _WHOSE_REACH and (verb.subject == role or makes):
            owner = next((s for s in scene.sides if s.last == verb.first and can_be_subject(s)), None)
            if owner is not None and verb.kind == "verb" and _is_of_goods(scene, owner.first - 1):
                parties.put(role, owner.code)


def _of_what_is_bought(scene: Scene, trigger: Trigger, parties: Parties) -> None:
    """Whose trade a share is of that a passive tells ("Chad's sales are a tenth of the gum imported by France")."""
    for verb in scene.triggers:
        if verb.kind != "passive" or not trigger.last < verb.first or scene.tokens.lower(verb.last) != "by":
            continue
        share = any(a.kind == "percent" and 0 < verb.first - a.last <= _OF_WHAT_REACH for a in scene.amounts)
        who = next((s for s in scene.sides if 0 < s.first - verb.last <= 2 and named(s)), None)
        if share and who is not None:
            parties.put(subject_role(verb), who.code)
            return


def _between(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> None:
    """Both sides of "exports and imports between Oman and India", as seen from the one that the story is of."""
    _, end = scene.clause(trigger.first)
    two = [s.code for s in scene.sides if trigger.last <= s.first < end and s.preposition == "between" and named(s)]
    if len(two) != 2 or trigger.flow not in ("export", "import"):
        return
    viewer = next((code for code in (story.home, story.told_of) if code in two), two[0])
    parties.put(subject_role(trigger), viewer or "")
    parties.put(opposite(subject_role(trigger)), next(code for code in two if code != viewer))
    parties.view = viewer


def _is_of_goods(scene: Scene, index: int) -> bool:
    """Whether a relative clause about goods begins at token `index` ("the coffee that Italy", "the gas Cyprus")."""
    relative = scene.tokens.lower(index) in ("that", "which")
    return any(term_at(scene.tokens, at) is not None for at in (index - relative, index - relative - 1))


def _describes_goods(scene: Scene, side: Side) -> bool:
    """Whether an adjective says whose goods are moved ("40 Brazilian tractors were delivered")."""
    return side.kind == "demonym" and side.possessive and term_at(scene.tokens, side.last) is not None


def _rest_of_sentence(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """For what is given, lent or sent home, the whole sentence names the parties ("a gift of A to B")."""
    for side in scene.sides:
        if side.first < trigger.last or hangs_on_share(scene, trigger.last, side):
            continue
        if any(other.listed and 0 < other.first - side.last <= 2 for other in scene.sides) or side.listed:
            continue
        if named(side) and not side.attribution and side.preposition in TO | FROM:
            sold = flow == "debt" and _is_sold_to(scene, trigger, side)
            parties.put("importer" if sold else role_of(trigger, flow, side), side.code)
    if parties.exporter is None and flow == "aid" and trigger.kind == "passive":
        givers = [s for s in scene.sides if s.possessive and named(s) and s.code != parties.importer]
        if givers and (parties.importer is not None or scene.has(scene.first, trigger.first, _THANKS)):
            parties.put("exporter", givers[0].code)
