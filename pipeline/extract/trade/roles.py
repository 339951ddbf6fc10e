"""What part a country plays beside a word of flow: by subject, possession, preposition and the goods named after it."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import PAIR, THERE, Scene, Side, Trigger
from pipeline.extract.trade.sides import PREPOSITIONS
from pipeline.extract.trade.story import bodies, lenders

TO = frozenset({"to", "into", "toward", "towards", "onto"})
FROM = frozenset({"from"})
_IN = frozenset({"in", "at", "across", "inside", "within"})
_AHEAD = frozenset({"ahead", "front", "short"})
_NOUN_REACH = 6
_OWNER_BREAKS = word_set(
    "to from of in with by for on at is was were are has have had said says will would that which as than but "
    "while increased rose fell cut raised banned halted began stopped resumed gave given sent seeks plans "
    "wants needs a an the this these those"
)
_CURBS = word_set(
    "tariff tariffs duty duties levy levies ban bans curbs quotas restrictions tax taxes sanctions limits surcharge "
    "surcharges rates"
)
_ON = frozenset({"on", "against"})
_CURB_REACH = 12
_WORTH_REACH = 2
_RATES_REACH = 7
"""So many more tokens the rates of a tariff may take before what it is on."""
_DESCRIBING = frozenset({"demonym", "name", "short"})
"""What says whose goods tariffs are on ("duties on $3 million of US goods")."""
_ITS_PEOPLE = word_set(
    "companies firms members traders refiners refineries importers exporters buyers millers farmers producers mills "
    "utilities growers manufacturers businesses customers crushers smelters airlines shippers retailers"
)
_COPULAS = word_set("is are was were be been being remain remains remained become becomes became")
_BUYERS_OR_SELLERS = word_set(
    "buyer buyers customer customers importer importers consumer consumers purchaser recipient client market "
    "supplier suppliers seller sellers exporter exporters provider source destination donor donors creditor creditors "
    "lender lenders investor investors backer backers benefactor partner partners ally allies contributor contributors"
)
_FIRMS = word_set(
    "firm company group airline maker carmaker automaker giant retailer bank shipper builder brewer lender"
)
_RELATIVE = frozenset({"who", "which"})
_SPEAKING = word_set("spoke speak speaks spoken thought heard warned accused informed assured reminded told notified")
"""Before "of" and a state these make it no subject ("spoke of Fiji and gave")."""
_GOING_ON = word_set("has have had will would is are was were plans wants also")
_UNLIKE_VERBS = word_set("seed weed reed refined unrefined processed unprocessed canned dried salted smoked finished")
_OWNERS = frozenset({"name", "demonym", "capital", "short", "place", "company"})
_JOINING = frozenset({"and", "or"})
_OBJECT_REACH = 2
"""So many tokens behind a verb stands whose goods are its object."""
_GOODS_PREPOSITIONS = (None, "of", "on", "for", "worth")


def opposite(role: str) -> str:
    """The other side of a directed flow."""
    return "importer" if role == "exporter" else "exporter"


def subject_role(trigger: Trigger, subject: Side | None = None) -> str:
    """What the subject of a verb or the possessor of a noun is in its flow."""
    if trigger.subject == "worker":
        return "exporter"
    if trigger.subject == "sender":
        return "exporter" if subject is not None and subject.kind not in ("demonym", "pronoun") else "importer"
    return trigger.subject if trigger.subject in ("exporter", "importer") else "exporter"


def named(side: Side) -> bool:
    """Whether `side` stands for one known country."""
    return side.code not in ("", PAIR)


def owner_of(scene: Scene, trigger: Trigger) -> Side | None:
    """The country whose exports, imports or loans a noun tells of: its possessor or adjective, in one noun phrase."""
    whose = scene.tokens.lower(trigger.first - 1) == "whose"
    for side in reversed(scene.sides):
        if side.last > trigger.first or side.attribution or not named(side):
            continue
        if trigger.flow == "cap" and side.kind == "organization" and side.code in bodies() and _is_owned(scene, side):
            continue
        if whose:
            return side
        if trigger.first - side.last > _NOUN_REACH or not _one_phrase(scene, side, trigger):
            return None
        partner = side.preposition in TO | FROM and _is_partner(scene, side, trigger)
        return side if side.possessive or (side.kind in _OWNERS and not partner) else None
    return None


def _is_partner(scene: Scene, side: Side, trigger: Trigger) -> bool:
    """Whether a state behind "to" or "from" is no possessor: "and" follows, or a verb, or one stands right before it
    ("has extended to Laos loans of")."""
    given = side.kind != "demonym" and any(t.last == side.first - 1 and t.kind != "noun" for t in scene.triggers)
    return given or scene.tokens.lower(side.last) == "and" or acts_on(scene, side, trigger)


def acts_on(scene: Scene, side: Side, trigger: Trigger) -> bool:
    """Whether a verb stands between what goes to a state and a trade ("sales to Peru helped lift exports")."""
    between = scene.tokens.lowers[side.last : trigger.first]
    return any(word.endswith("ed") and word not in _UNLIKE_VERBS for word in between)


def _is_owned(scene: Scene, side: Side) -> bool:
    """Whether a state stands right before a body as one of its members ("Ecuador's OPEC quota")."""
    return any(other.possessive and named(other) and other.last + 1 == side.first for other in scene.sides)


def _one_phrase(scene: Scene, side: Side, trigger: Trigger) -> bool:
    verb = None if side.possessive else scene.starts.get(side.last)
    if verb is not None and verb.kind == "verb" and verb.last <= trigger.first:
        # "Kenya obtained grants"
        return False
    sum_of = next((a for a in scene.amounts if side.last <= a.qualifier_first and a.last <= trigger.first), None)
    its = side.kind == "pronoun" and trigger.flow == "debt"
    if sum_of is not None and side.possessive and sum_of.qualifier_first - side.last == (not its):
        # "Turkey's $150 million assistance package", "its $150 million debt"
        between = scene.tokens.lowers[sum_of.last : trigger.first]
    else:
        between = _undated(scene, side.last, trigger.first)
    if between[:1] in (["'s"], ["'"]):
        between = between[1:]
    elif side.kind == "demonym" and between[1:2] in (["'s"], ["'"]):
        between = [between[0], *between[2:]]  # "the Malian company's sales"
    if between == ["-"]:
        return False
    if "fresh" in between and "cut" in between:
        between.remove("cut")
    return all(word.isalpha() or word in ("-", "and") for word in between) and not set(between) & _OWNER_BREAKS


def _undated(scene: Scene, first: int, last: int) -> list[str]:
    """The words between two tokens, a date among them left out ("Chilean 1986/87 sugar production")."""
    dates = [date for date in scene.dates if first <= date.first and date.last <= last]
    if not dates:
        return scene.tokens.lowers[first:last]
    return [scene.tokens.lowers[at] for at in range(first, last) if not any(d.first <= at < d.last for d in dates)]


def owns_goods(scene: Scene, trigger: Trigger, owner: Side) -> bool:
    """Whether an adjective before imported goods is theirs ("Russian oil imports", "Kazakh wheat arrivals")."""
    goods_between = trigger.first > owner.last and not scene.tokens.lower(owner.last).startswith("'")
    if subject_role(trigger) == "importer" and owner.kind in _DESCRIBING and _is_curbed(scene, owner):
        return True
    if subject_role(trigger) != "importer" or owner.kind != "demonym" or not goods_between:
        return False
    if scene.tokens.lowers[trigger.first] in ("arrivals", "cargoes"):
        return True
    if trigger.flow not in ("import", "consumption", "cap"):
        return False
    if any(t.kind == "verb" and t.subject == "exporter" and t.last <= owner.first for t in scene.triggers):
        # "supplied a tenth of Soviet grain imports"
        return False
    others = [s for s in scene.sides if s is not owner and named(s) and s.code != owner.code and not s.attribution]
    others = [s for s in others if s.preposition not in FROM or s.first >= trigger.last]  # sellers do not buy
    return bool(others) and not any(s.preposition in FROM and s.first >= trigger.last for s in others)


def _is_curbed(scene: Scene, owner: Side) -> bool:
    """Whether another state is told to tax or limit what an adjective begins ("tariffs on Japanese imports")."""
    worth = any(a.kind == "currency" and 0 < owner.first - a.last <= _WORTH_REACH for a in scene.amounts)
    since = max(scene.first, owner.first - (_CURB_REACH + worth * _RATES_REACH))
    if not scene.has(since, owner.first, _CURBS):
        return False
    if worth:
        return True
    return (
        scene.has(since, owner.first, _ON)
        and owner.kind == "demonym"
        and any(named(s) and s.code != owner.code and s.first < owner.first for s in scene.sides)
    )


def subject_of(scene: Scene, index: int) -> Side | None:
    """The country that is the subject of the verb at token `index`: in its clause, else in the clauses before."""
    first = _relative_start(scene, scene.clause(index)[0])
    relative = scene.tokens.lower(first) in ("which", "who", "that", "whose")
    relative = relative and scene.tokens.lower(first - 1) not in PREPOSITIONS
    able = [s for s in scene.sides if first <= s.first and s.last <= index and can_be_subject(s)]
    able = [s for s in able if s.preposition != "of" or scene.tokens.lower(s.first - 2) not in _SPEAKING]
    verb = scene.starts.get(index)
    if verb is None or verb.kind == "noun":
        # "its probe of Canadian oil, as imports": whose oil it is does not import
        able = [s for s in able if not (s.possessive and s.preposition == "of")]
    for side in reversed(able):
        if side is able[0] or not (_only_tells_whose(scene, side, index) or _is_of_what_was_bought(scene, side, index)):
            return side
    firms = next((s for s in scene.sides if first <= s.first and s.last < index and _owns_who_acts(scene, s)), None)
    if firms is not None:
        return firms
    before = [side for side in scene.sides if side.last <= first]
    if relative and before and first - before[-1].last <= 3:
        return before[-1]
    if verb is None or verb.kind == "noun":
        before = [side for side in before if not (side.possessive and side.preposition == "of")]
    elif scene.tokens.lower(index - 1) == "and" and scene.clause(index)[0] == index - 1 > scene.first:
        # "Peru buys much: we sold 9 tons there and bought 4": the subject of the verb before
        since, _ = scene.clause(index - 2)
        before = [side for side in before if side.first >= since and can_be_subject(side)] or before
    return next((side for side in before if can_be_subject(side)), None)


def _relative_start(scene: Scene, first: int) -> int:
    """Where the relative clause begins with which "and" goes on at token `first` ("who met her and has pledged")."""
    lowers = scene.tokens.lowers
    if lowers[first] != "and" or scene.tokens.lower(first + 1) not in _GOING_ON or first <= scene.first:
        return first
    before, _ = scene.clause(first - 1)
    return before if lowers[before] in _RELATIVE else first


def _owns_who_acts(scene: Scene, side: Side) -> bool:
    """Whether those who buy or sell are a state's ("its refiners bought")."""
    owns = side.kind == "pronoun" and side.possessive and named(side) and side.preposition is None
    return owns and scene.has(side.last, side.last + 2, _ITS_PEOPLE)


def _only_tells_whose(scene: Scene, side: Side, index: int) -> bool:
    """Whether a country says whose buyer or seller the subject is ("Norway was Latvia's main market, taking 5 tons",
    "Norway, the main buyer of Latvian fish, took 5 tons"); the verb stands at token `index`."""
    verb = scene.starts.get(index)
    if verb is None or verb.kind != "verb":
        return False
    before, closed = scene.tokens.lower(side.first - 1), "," in scene.tokens.lowers[side.last : index]
    if side.preposition == "of":
        return scene.tokens.lower(side.first - 2) in _BUYERS_OR_SELLERS
    return side.possessive and (before in _COPULAS or (closed and before == ","))


def _is_of_what_was_bought(scene: Scene, side: Side, index: int) -> bool:
    """Whether an adjective tells whose goods are dealt in by what a participle says ("opened its Thai purchases by
    buying 5 tons"), or by the verb that the one at token `index` goes on with ("stop buying Thai rice and buy")."""
    before = scene.tokens.lower(index - 1)
    verbs = (t for t in scene.triggers if t.kind == "verb" and t.last <= side.first and t.first > scene.first)
    means = (before == "by" and scene.tokens.lower(index).endswith("ing")) or (
        before in _JOINING and any(side.first - t.last <= _OBJECT_REACH for t in verbs)
    )
    return means and side.possessive and (side.kind == "demonym" or scene.tokens.lower(side.last) not in ("'s", "'"))


def goes_on_list(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether a country with its own amount goes on with a list ("Belarusians got 64,000, Nepalis 20,000")."""
    own = any(amount.qualifier_first == side.last for amount in scene.amounts)
    return own and any(trigger.last <= amount.first < side.first for amount in scene.amounts)


def is_firm(scene: Scene, side: Side) -> bool:
    """Whether the country only says where a company is from ("the Danish firm", "Russia's Rosneft")."""
    return any(scene.tokens.lower(side.last + step) in _FIRMS for step in (0, 1, 2))


def can_be_subject(side: Side) -> bool:
    """Whether nothing but its verb governs the country."""
    owned = side.kind == "pronoun" and side.possessive
    return side.preposition in (None, "of") and not side.attribution and named(side) and not owned


def role_of(trigger: Trigger, flow: str, side: Side) -> str | None:
    """The role of a country that stands behind a word of flow, None if it has none."""
    if side.possessive and side.kind == "pronoun":
        return None
    earns = trigger.amounts == "money" and trigger.kind == "noun" and flow == "export"
    if earns and side.preposition in FROM:
        # what is earned abroad comes from whom the goods go to
        return "importer"
    close = _close_role(trigger, flow, side)
    if close is not None:
        return close
    if trigger.subject == "sender" and side.kind == "demonym" and side.preposition in FROM | {"by"}:
        return "importer"
    if side.possessive and side.preposition in _GOODS_PREPOSITIONS and not _is_of_matter(trigger, flow, side):
        return _goods_role(trigger, flow, side)
    return _role_by_preposition(trigger, flow, side) or _bare_role(trigger, flow, side)


def _is_of_matter(trigger: Trigger, flow: str, side: Side) -> bool:
    """Whether a state is what something is said on behind its exports or imports ("in a report on Kenya's harvest")."""
    return trigger.kind == "noun" and flow in ("export", "import") and side.preposition == "on"


def _close_role(trigger: Trigger, flow: str, side: Side) -> str | None:
    """The role of a country right behind the word: "bound for Japan", "the laborers it had", "lent Chile's bank"."""
    if trigger.subject == "goods" and trigger.last - trigger.first > 1 and side.first - trigger.last <= 2:
        return "exporter" if side.preposition in FROM else "importer"
    if side.preposition is not None or side.first != trigger.last:
        return None
    if trigger.subject == "worker" and side.kind == "pronoun":
        return "exporter"
    given = trigger.kind == "verb" and side.possessive and side.kind != "demonym"
    return opposite(subject_role(trigger, side)) if given and flow in ("debt", "aid", "investment") else None


def _role_by_preposition(trigger: Trigger, flow: str, side: Side) -> str | None:
    preposition = side.preposition
    if preposition == THERE:
        return opposite(subject_role(trigger))
    if preposition in TO:
        return "exporter" if flow == "debt" and trigger.subject == "importer" else "importer"
    if preposition in FROM:
        return "exporter"
    if preposition == "by":
        return subject_role(trigger)
    if preposition in _IN or (preposition == "near" and trigger.subject == "goods"):
        return _place_role(trigger, flow)
    if preposition == "for" and flow == "labour" and trigger.subject == "worker" and trigger.kind == "verb":
        return "importer"
    return "importer" if preposition in ("for", "on") and flow in ("aid", "debt", "investment", "cap") else None


def _bare_role(trigger: Trigger, flow: str, side: Side) -> str | None:
    if side.preposition == "with" and flow == "debt":
        return "exporter" if side.code in lenders() or subject_role(trigger) == "importer" else "importer"
    if side.preposition == "of" and trigger.kind == "noun":
        return subject_role(trigger, side)
    if side.preposition is None and trigger.kind == "verb" and side.first - trigger.last <= 2 and not side.possessive:
        return opposite(subject_role(trigger, side))
    return None


def _goods_role(trigger: Trigger, flow: str, side: Side) -> str | None:
    """The country that goods or people are named after ("imports of Russian oil", "Korean workers")."""
    if flow == "labour":
        return "exporter" if trigger.subject == "worker" else "importer"
    if flow == "debt":
        return "importer" if side.preposition in ("of", "for") else None
    if flow == "investment":
        bought = side.preposition == "of" and trigger.amounts == "assets"
        return "importer" if bought or side.preposition in ("in", "for") else None
    if (flow == "aid" and side.preposition == "for") or (flow == "consumption" and trigger.subject == "exporter"):
        return "importer"
    return "exporter"


def _place_role(trigger: Trigger, flow: str) -> str | None:
    if flow == "labour":
        return "exporter" if trigger.subject == "sender" else "importer"
    return "importer" if flow in ("investment", "aid", "consumption") or trigger.subject == "goods" else None


def is_outdone(scene: Scene, side: Side) -> bool:
    """Whether a state is only one that another leads ("the main buyer with 9 tons, ahead of Chad and Mali")."""
    first = side
    for before in reversed([s for s in scene.sides if s.last <= side.first]):
        if not first.listed:
            break
        first = before
    return scene.tokens.lower(first.first - 2) in _AHEAD and scene.tokens.lower(first.first - 1) == "of"


def are_many(scene: Scene, subject: Side, before: int) -> bool:
    """Whether several states are a subject together, what they have standing at the token `before` ("Peru, Chile and
    Oman were the main buyers, taking 60%")."""
    if subject.listed:
        return True
    behind = (s for s in scene.sides if subject.last <= s.first < before)
    following = next(behind, None)
    return following is not None and following.listed and following.preposition == subject.preposition
