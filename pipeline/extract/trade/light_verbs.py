"""The party that a verb gives which has a noun of flow as its object: "will extend a loan", "cut its imports"."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.given import is_of_many
from pipeline.extract.trade.givers import GIFTS
from pipeline.extract.trade.roles import named, opposite, subject_of, subject_role
from pipeline.extract.trade.scene import Scene, Side, Trigger, behind
from pipeline.extract.trade.story import Parties, Story, bodies

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
    "accept accepted negotiate negotiating sign signed signs negotiated accumulated draws pull pulls pulled lured "
    "mandate mandated mandates raising raise raises raised racked amassed incurred"
)
_BANKS = word_set("bank eximbank")
_BANK_REACH = 5
_RUN_UP = frozenset({"run", "up"})
_LEADING = word_set("led leads topped headed")
_EASING = word_set(
    "forgave forgive forgiven cancel cancels cancelled canceled cancelling write writes wrote written waive waives "
    "waived reschedule rescheduled restructure restructured defer deferred suspend suspended"
)
"""What creditors do to debts, and what debtors seek."""
_WINNING = word_set("won win wins secured secure got")
_PUTTING_OFF = word_set("reschedule rescheduled restructure restructured defer deferred suspend suspended")
_GAINING = word_set(
    "gain gains gained benefit benefits benefited get gets got receive receives received obtain obtains obtained win "
    "wins won secure secures secured granted awarded allocated offered given"
)
"""Between a state and a quota these make it the one that may sell so much."""
_ISSUING = word_set("issue issues issued issuing granted grants grant offers offered created")
"""Between a country and work permits these make it the host."""
_HALTS = frozenset({":", ";", ",", ")", "while", "whereas"})
"""Behind these a noun that begins a clause is its subject, and no verb before them has it as an object."""
_APPEALS = word_set("appeal appeals appealed appealing")
"""What a body asks for is given by others."""
_REQUESTS = word_set("request requests bid appeal appeals plea pleas demand demands")
_AGREED = word_set("agreed agree agrees signed sign signs contracted concluded reached negotiating negotiated clinched")
_ASKING = word_set(
    "ask asks asked asking approach approached approaches urge urged thank thanks thanked thanking praised lauded"
)
"""Before a country or a bank these make it the one that is to give, or has given."""
_SHARE_REACH = 5
_MAKING_UP = word_set(
    "accounted accounting accounts account represented representing represents made making make makes constituted "
    "constituting comprised comprising"
)
_PAYMENTS = word_set("payment payments repayment repayments")
"""What debtors make, stop or put off on their debts ("suspended payments on its debt")."""
_ACHIEVING = word_set("secure secured secures securing got gets gained")
"""With exports as their object these only say whose they are ("secured $4 billion in wine exports")."""
_ON = frozenset({"on", "of"})
_ABROAD = frozenset({"foreign", "external"})
_ANNOUNCED = word_set("announced announces announce unveiled")
_ADVERBS = word_set("also later then has had")
_THAT = frozenset({"that", "from"})
_HAVING = word_set("is was are were has had have with wants carries carried faces faced amassed ran built")
"""Between a state and its debt to the world."""
_BOUGHT = frozenset({"control", "stake", "ownership", "acquired", "acquires"})
_PAYING_OFF = word_set("pay pays paid paying settle settled settles settling clear cleared clearing service servicing")
"""What debtors do with their debts."""


def light_verb(scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties) -> None:
    """The subject of the verb that a noun of flow is the object of ("Seoul will extend a loan", "cut its imports")."""
    first, _ = scene.clause(trigger.first)
    begins = trigger.strong and trigger.flow in ("export", "import") and trigger.first - first <= 1
    if begins and scene.tokens.lower(first - 1) in _HALTS:
        return
    subject = subject_of(scene, trigger.first) or (_announcer(scene, first, trigger) if flow in GIFTS else None)
    if subject is None:
        if flow in GIFTS and scene.has(first, trigger.first, _RECEIVING) and not is_of_many(scene, trigger):
            parties.put("importer", story.home or story.topic() or "")
        elif scene.has(first, trigger.first, _AGREED) and _with_whom(scene, first, None, trigger, parties):
            parties.put("importer", story.home or "")
        return
    if flow in GIFTS and _is_asked_for(scene, subject, trigger, flow, story, parties):
        return
    if flow in GIFTS and scene.tokens.lower(subject.first - 1) in _GIVING:
        parties.put("importer", subject.code)
        subject = subject_of(scene, subject.first - 1)
    if subject is not None and _is_whole_of(scene, subject, trigger):
        _of_seller(subject, trigger, story, parties)
    elif subject is not None and not _has_a_share(scene, subject, trigger):
        _subject_of_verb(scene, subject, trigger, flow, parties)
        if flow == "cap" and parties.exporter == subject.code and scene.has(first, trigger.first, _GAINING):
            told = story.frame.importer if story.frame is not None and story.frame.flow == "cap" else None
            parties.put("importer", told or _who_limits(scene, story.other_of_top(subject.code)) or "")


def _announcer(scene: Scene, first: int, trigger: Trigger) -> Side | None:
    """Who announces money as his own state's act, and does not only tell of it ("Ruto announced $2 million in aid")."""
    if not scene.has(first, trigger.first, _ANNOUNCED):
        return None
    tellers = (s for s in scene.sides if s.attribution and first <= s.first < trigger.first and named(s))
    for side in tellers:
        at = side.last + (scene.tokens.lower(side.last) in _ADVERBS)
        own = scene.tokens.lower(at) in _ANNOUNCED and not scene.has(at, trigger.first, _THAT)
        if own and side.preposition is None and not any(side.last < s.first < trigger.first for s in scene.sides):
            return side
    return None


def _who_limits(scene: Scene, other: str | None) -> str | None:
    """`other`, unless the list of those who are limited goes on with it ("Peru got a quota of 9 tons, Mali 4")."""
    limited = any(s.code == other and any(a.qualifier_first == s.last for a in scene.amounts) for s in scene.sides)
    return None if limited else other


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


def _is_whole_of(scene: Scene, subject: Side, trigger: Trigger) -> bool:
    """Whether what the subject takes is a part of the whole trade ("took 15 tons of total exports of 43 tons")."""
    if scene.tokens.lower(trigger.first - 1) != "total" or scene.tokens.lower(trigger.first - 2) != "of":
        return False
    return any(subject.last <= a.first and behind(scene, a) == trigger.first - 2 for a in scene.amounts)


def _of_seller(subject: Side, trigger: Trigger, story: Story, parties: Parties) -> None:
    """Put in whose whole trade it is that the subject has, or sells, a part of that was told just before."""
    frame = story.frame
    owner = None if frame is None or frame.pair else getattr(frame, subject_role(trigger))
    if frame is not None and owner is not None and subject.code in frame.countries:
        parties.put(subject_role(trigger), owner)
        parties.view = owner


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
    words = scene.tokens.lowers[subject.last : trigger.first]
    between, role = set(words), subject_role(trigger, subject)
    if flow in GIFTS:
        given = _role_of_gift(scene, trigger, flow, words)
        if given is None and flow == "debt" and trigger.subject == "exporter" and _is_of_bank(scene, subject):
            given = "exporter"
        if given is None:
            return
        role = given
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


def _is_of_bank(scene: Scene, subject: Side) -> bool:
    """Whether a state is told by its bank that lends abroad ("the Export-Import Bank of Peru has credit lines")."""
    at = subject.first - 1 - (scene.tokens.lower(subject.first - 1) == "the")
    if scene.tokens.lower(at) == "of":
        return scene.tokens.lower(at - 1) in _BANKS
    return subject.possessive and scene.has(subject.last, subject.last + _BANK_REACH, _BANKS)


def _role_of_gift(scene: Scene, trigger: Trigger, flow: str, words: list[str]) -> str | None:
    """What the subject of the verb between it and money that is given is, None where the verb does not tell; of two
    the one that stands nearer to the money ("used the day to announce a loan")."""
    between = set(words)
    owes = trigger.subject == "importer" and flow == "debt"
    paid_back = flow == "debt" and _is_paid_back(scene, trigger)
    if owes and between >= _RUN_UP:
        return "importer"
    if paid_back or (owes and not between.isdisjoint(_PAYING_OFF | _PAYMENTS)):
        return "importer"
    if flow == "investment" and not between.isdisjoint(_BOUGHT):
        return "exporter"  # "took control of the brewer in a deal worth $9 million"
    told = next((word for word in reversed(words) if word in _GIVING or word in _RECEIVING), None)
    if told is None and "with" in between and not between.isdisjoint(_LEADING):
        return "exporter"  # "led with $3 million of investment in"
    whose = any(s.possessive and trigger.first - _SHARE_REACH <= s.first < trigger.first for s in scene.sides)
    if owes and not whose and told in _PUTTING_OFF and scene.has(trigger.first - 2, trigger.last, _ABROAD):
        return "importer"  # "officials met to reschedule $9 billion of foreign debt"
    if told in _WINNING and trigger.flow == "contract":
        return "exporter"  # who wins works builds them
    if told is not None:
        eased = told in _EASING and not between.isdisjoint(_RECEIVING)  # "won an agreement to reschedule its debt"
        return "importer" if eased or told in _RECEIVING else "exporter"
    return "importer" if between & _HAVING and _is_own_debt(scene, trigger) else None


def _is_paid_back(scene: Scene, trigger: Trigger) -> bool:
    """Whether a loan is told as one on which payments are made or put off ("to defer payments on earlier loans")."""
    lowers, since = scene.tokens.lowers, max(scene.first, trigger.first - _SHARE_REACH)
    return any(lowers[at] in _PAYMENTS and lowers[at + 1] in _ON for at in range(since, trigger.first - 1))


def _is_own_debt(scene: Scene, trigger: Trigger) -> bool:
    """Whether a debt is one to the world outside ("foreign debt", "is $20 billion in debt")."""
    if trigger.flow != "debt" or trigger.subject != "importer":
        return False
    return scene.tokens.lowers[trigger.first] in _ABROAD or scene.tokens.lower(trigger.first - 1) == "in"


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
    verbs = [t for t in scene.triggers if since <= t.first < trigger.first and t.kind == "verb" and t.flow not in GIFTS]
    if trigger.subject != "sender":
        verbs = [verb for verb in verbs if scene.tokens.lowers[verb.first] not in _ACHIEVING]
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
