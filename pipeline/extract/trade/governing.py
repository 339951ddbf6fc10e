"""Which word of flow governs an amount: one that it is attached to, the nearest before it, or one that follows."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import first_goods, noun_phrase
from pipeline.extract.trade.eligible import WEIGHED, WORK_REACH, eligible, for_workers, sent_home
from pipeline.extract.trade.hanging import attached, told_in_passing
from pipeline.extract.trade.measure import is_of_sum
from pipeline.extract.trade.owing import sum_owed
from pipeline.extract.trade.scene import Scene, Trigger, behind

_REACH = 9
_POINTERS = word_set("it them that this these those which the")
_BEFORE_OBJECT = word_set("a an the further additional extra another in total only just its first of")
_BEFORE_STATED = word_set("a an the further additional just only mere total record")
_STATING = word_set("of worth totaling totalling valued at")
"""Between a noun of flow and its amount ("a deficit of", "exports worth")."""
_WORTH = frozenset({"worth", "at"})
"""Before a sum these make it that of the goods that go ("logs worth $1.3 billion went to China")."""
_BRINGS_OR_LISTS = word_set("with carrying bringing delivering :")
_AT, _RELATIVE = frozenset({"at", "with"}), frozenset({"that", "which", "who"})
_CARGOES = frozenset({"cargoes", "cargo"})
_LADEN = word_set("with carrying of totaling totalling holding")
_UNLOADING = word_set("unloaded unloads discharged landed")
_BRINGING = word_set("brought brings bring bringing")
_ITS = frozenset({"its", "their", "the", "that", "this"})
_BOTH_WAYS, _TRADED = frozenset({"export", "import"}), frozenset({"export", "import", "trade"})
_OUTPUT = word_set("output production crop harvest catch yield")
_TO_DO = frozenset({"to", "on", "for"})
_UNDER_WHICH = (["under", "which"], ["whereby", "the"], ["in", "which"])
"""Behind a contract these begin what is agreed on ("a deal under which Mali will deliver")."""
_DEED_REACH = 9
"""So near behind a contract and its worth stands what it is about."""
_ITS_PARTNER_REACH = 5
_RESPECTIVELY = frozenset({"respectively"})
_ARTICLES = frozenset({"a", "an", "the"})
_IN_A_DEAL = word_set("in under through of")
"""Before a contract these say that what was told before is done by it ("in a deal", "as part of a contract")."""
_PAIRED_REACH = 7
"""So many tokens, a conversion among them, may stand between the amounts of "exports and imports"."""
_PHYSICAL = frozenset({"mass", "volume", "energy", "power", "count"})
_LENT_OR_GIVEN = frozenset({"debt", "aid", "investment"})
"""Money comes from these ("three quarters of which come from a Hungarian credit")."""
_WAYS = frozenset({"from", "to"})
_TAXES = word_set("duty duties tariff tariffs levy levies tax taxes")
_ON, _THAT_CHANGE = frozenset({"on", "for", "against"}), frozenset({"this", "that"})
_AS_HIGH_AS = word_set("of as high up to at by ranging from between set low the")
_RATE_REACH = 4
_AUXILIARIES = word_set("was were is are be been have has had will would also")
_AUXILIARY_REACH = 3
_WHAT = word_set("what everything all")


def governor(scene: Scene, amount: Amount) -> Trigger | None:
    """The word of flow (or block) that governs `amount` in its sentence, or None."""
    if not scene.triggers:
        return None
    found = _governing(scene, amount)
    return _agreed_deed(scene, found) if found is not None and found.flow == "contract" else found


def _agreed_deed(scene: Scene, contract: Trigger) -> Trigger:
    """What is agreed on ("a $4 billion deal to import gas"), else the word for the contract itself."""
    near = (scene.starts.get(at) for at in range(contract.last + 1, contract.last + _DEED_REACH))
    deed = next((trigger for trigger in near if trigger is not None), None)
    if deed is not None and _is_deed(deed):
        under = scene.tokens.lowers[contract.last : contract.last + 2] in _UNDER_WHICH
        if under or scene.tokens.lower(deed.first - 1) in _TO_DO:
            return deed
    return _deed_before(scene, contract) or contract


def _is_deed(trigger: Trigger) -> bool:
    return trigger.kind == "verb" and trigger.flow in _BOTH_WAYS and trigger.subject != "goods"


def _deed_before(scene: Scene, contract: Trigger) -> Trigger | None:
    """What is done under the contract ("will supply urea to Benin under a $30 million contract")."""
    at = contract.first - 1
    at = next((a.qualifier_first - 1 for a in scene.amounts if a.last <= contract.first <= a.last + 1), at)
    if scene.tokens.lower(at) not in _ARTICLES or scene.tokens.lower(at - 1) not in _IN_A_DEAL:
        return None
    deed = next((t for t in reversed(scene.triggers) if t.last < at and _is_deed(t)), None)
    return deed if deed is not None and first_goods(scene, deed.last, at - 1) is not None else None


def _governing(scene: Scene, amount: Amount) -> Trigger | None:
    """The word that governs `amount`, a contract for what is agreed on."""
    if _tells_its_change(scene, amount):
        return None
    return (
        _inside(scene, amount)
        or sent_home(scene, amount)
        or _paired(scene, amount)
        or for_workers(scene, amount)
        or of_what(scene, amount)
        or _object_of(scene, amount)
        or _modified(scene, amount)
        or _stated(scene, amount)
        or _pointed(scene, amount)
        or _of_which(scene, amount)
        or _rated(scene, amount)
        or attached(scene, amount)
        or _taxed(scene, amount)
        or _before(scene, amount)
        or _behind(scene, amount)
        or (_earlier(scene, amount))
    )


def _tells_its_change(scene: Scene, amount: Amount) -> bool:
    """Whether a change is that of what was told before ("This 2 percent rise comes of larger imports")."""
    if amount.kind != "percent" or amount.change is None or amount.first != scene.first + 1:
        return False
    lowers = scene.tokens.lowers
    return lowers[scene.first] in _THAT_CHANGE and lowers[amount.last] in change_words("noun")


def _inside(scene: Scene, amount: Amount) -> Trigger | None:
    """The counted noun itself ("30,000 workers")."""
    if amount.noun is None:
        return None
    first, last = amount.noun
    if any(first <= side.first and side.last == last and side.kind == "demonym" for side in scene.sides):
        near = [t for t in scene.triggers if last <= t.first <= last + WORK_REACH]
        worked = [t for t in near if t.subject == "worker" or (t.flow == "labour" and t.kind == "passive")]
        return worked[0] if worked else None
    return next((t for t in scene.triggers if t.kind == "noun" and first <= t.first and t.last <= last), None)


def _paired(scene: Scene, amount: Amount) -> Trigger | None:
    """Which of "exports and imports" the amount is, two amounts of a kind standing behind them in their order."""
    if len(scene.triggers) < 2 or len(scene.amounts) < 2:
        return None
    nouns = [t for t in scene.triggers if t.kind == "noun" and t.flow in _BOTH_WAYS and t.last <= amount.first]
    if len(nouns) < 2:
        return None
    one, two = nouns[-2:]
    apart = two.first - one.last
    joined = one.flow != two.flow and scene.tokens.lowers[two.first - 1] == "and"
    # "exports to Mali and imports from it were ..., respectively"
    joined = joined and (apart == 1 or (apart <= _ITS_PARTNER_REACH and scene.has(two.last, scene.last, _RESPECTIVELY)))
    like = [a for a in scene.amounts if a.first >= two.last and a.unit.unit == amount.unit.unit and not a.converts]
    if not joined or len(like) < 2 or amount not in like[:2]:
        return None
    between = scene.tokens.lowers[like[0].last : like[1].qualifier_first]
    return (one, two)[like.index(amount)] if "and" in between and len(between) <= _PAIRED_REACH else None


def _object_of(scene: Scene, amount: Amount) -> Trigger | None:
    """The verb that the amount follows at once ("bought 235,000 tonnes"); a share hangs on its whole instead."""
    if amount.unit.kind == "percent" and scene.tokens.lower(amount.last) == "of":
        # "sells 60 percent of its output"
        made = scene.tokens.lower(amount.last + 2) in _OUTPUT and scene.tokens.lower(amount.last + 1) in _ITS
        verb = next((t for t in scene.triggers if t.last == amount.qualifier_first and t.kind == "verb"), None)
        makes = verb is not None and verb.flow == "production"
        return verb if makes or (made and verb is not None and verb.flow in _BOTH_WAYS) else None
    if amount.unit.kind in ("percent", "point", "currency"):
        return None
    at = amount.qualifier_first
    while at > scene.first and scene.tokens.lowers[at - 1] in _BEFORE_OBJECT:
        at -= 1
    return next((t for t in scene.triggers if t.last == at and t.kind == "verb" and _moves(t, amount)), None)


def _modified(scene: Scene, amount: Amount) -> Trigger | None:
    """The participle that follows the amount at once ("fifty tractors presented by"), or whose subject the goods are
    ("and 3 tons of salt were imported")."""
    money = amount.unit.kind == "currency" and len(scene.triggers) > 1
    if amount.unit.kind not in _PHYSICAL and not money:
        return None
    at = behind(scene, amount)
    if money and scene.tokens.lower(at) == "worth":
        at += 1
    if scene.tokens.lower(at) == "of":
        at = noun_phrase(scene, at + 1)
    elif money:
        return sum_owed(scene, amount, at)
    verb = at
    if scene.tokens.lower(amount.qualifier_first - 1) != "of":
        last = min(at + _AUXILIARY_REACH, scene.last)
        while verb < last and scene.tokens.lowers[verb] in _AUXILIARIES:
            verb += 1
    found = scene.starts.get(verb)
    own = found is not None and found.kind == "passive" and (verb == at or found.flow in _TRADED)
    return found if own else None


def other_governor(scene: Scene, amount: Amount, refused: Trigger) -> Trigger | None:
    """A word of flow behind the amount, where the one that governs it tells of no country."""
    found = _behind(scene, amount)
    if (found is None or found is refused) and refused.subject == "goods" and amount.unit.kind in _PHYSICAL:
        before = [
            t for t in scene.triggers if t.last <= amount.first and t.flow == "export" and t.subject == "exporter"
        ]
        found = before[-1] if before else None
    return found if found is not refused else None


def _stated(scene: Scene, amount: Amount) -> Trigger | None:
    """The noun that states the amount: "a deficit of $24 billion", "exports worth $5 billion"."""
    at = amount.qualifier_first
    while at > scene.first and scene.tokens.lowers[at - 1] in _BEFORE_STATED:
        at -= 1
    if scene.tokens.lower(at - 1) not in _STATING:
        return None
    before = at - 1 - (scene.tokens.lower(at - 1) == "at" and scene.tokens.lower(at - 2) == "valued")
    near = (t for t in scene.triggers if before <= t.last <= at and (t.kind == "noun" or _is_sum(scene, t, amount)))
    return next((t for t in near if not _only_carries(scene, t, amount)), None)


def _is_sum(scene: Scene, block: Trigger, amount: Amount) -> bool:
    """Whether a blocking noun has a sum of its own, whatever stands beside ("profits of $3 million on sales", "a duty
    of 9 percent on imports")."""
    if block.kind != "block" or scene.tokens.lower(block.last) != "of":
        return False
    return amount.kind == "currency" or scene.tokens.lowers[block.last - 1] in _TAXES


def _pointed(scene: Scene, amount: Amount) -> Trigger | None:
    """ "6.3 billion euros of it exports from the bloc", "and $4 million to imports": the noun behind."""
    to_what = scene.starts.get(amount.last + 1) if scene.tokens.lower(amount.last) == "to" else None
    if to_what is not None and to_what.kind == "noun" and to_what.strong and to_what.flow in _BOTH_WAYS:
        return to_what
    if scene.tokens.lower(amount.last) != "of" or scene.tokens.lower(amount.last + 1) not in _POINTERS:
        return None
    found = scene.starts.get(amount.last + 2)
    return found if found is not None and found.kind == "noun" else None


def _of_which(scene: Scene, amount: Amount) -> Trigger | None:
    """ "70 percent of which was lent by a bank": the verb of a relative clause, nothing before it telling of a flow."""
    if amount.unit.kind != "percent" or scene.tokens.lowers[amount.last : amount.last + 2] != ["of", "which"]:
        return None
    if any(t.last <= amount.first for t in scene.triggers):
        return None
    near = range(amount.last + 2, min(amount.last + _REACH, scene.last))
    found = [scene.starts[at] for at in near if at in scene.starts and scene.starts[at].kind != "block"]
    if len(found) > 1 and found[0].subject == "goods" and found[1].flow in _LENT_OR_GIVEN:
        found.pop(0)
        return found[0]
    return found[0] if found and found[0].kind in ("verb", "passive") else None


def of_what(scene: Scene, amount: Amount) -> Trigger | None:
    """ "a quarter of what the country bought": the verb behind the whole that a share is of."""
    if amount.unit.kind != "percent" or scene.tokens.lower(amount.last) != "of":
        return None
    if scene.tokens.lower(amount.last + 1) not in _WHAT and not is_of_sum(scene, amount):
        return None
    _, end = scene.clause(amount.first)
    return next((t for t in scene.triggers if t.kind == "verb" and amount.last < t.first < end), None)


def _before(scene: Scene, amount: Amount) -> Trigger | None:
    """The nearest word of flow before the amount in its clause; a blocking noun only where it is nearest by far."""
    first, _ = scene.clause(amount.first)
    found = [t for t in scene.triggers if first <= t.first and t.last <= amount.first and _moves(t, amount)]
    if not found:
        return None
    if found[0].flow == "contract" and _opens_aside(scene, found[0], amount):
        found.pop(0)
    if amount.kind == "percent" and any(t.subject == "sender" for t in found):
        # "money sent home by those working there fell 5 percent"
        found = [t for t in found if t.subject != "worker"]
    wholes = [of_what(scene, share) for share in scene.amounts if share.last <= amount.first]
    found = [t for t in found if t not in wholes]
    while found and (
        _only_carries(scene, found[-1], amount) or (len(found) > 1 and _is_aside(scene, found[-1], amount))
    ):
        found.pop()
    return found[-1] if found else None


def _opens_aside(scene: Scene, contract: Trigger, amount: Amount) -> bool:
    """Whether an agreement is only what a sentence opens with ("Under the deal, Mali will triple")."""
    under = scene.tokens.lower(contract.first - 2) == "under"
    return under and "," in scene.tokens.lowers[contract.last : amount.first]


def _is_aside(scene: Scene, block: Trigger, amount: Amount) -> bool:
    """Whether a blocking noun stands in a phrase between commas that ends before the amount, or is what it buys."""
    bought = scene.tokens.lowers[block.first] == "stake" and amount.kind == "currency"
    if bought and scene.tokens.lower(amount.qualifier_first - 1) == "for":
        return True
    return block.kind == "block" and "," in scene.tokens.lowers[block.last : amount.first]


def _rated(scene: Scene, amount: Amount) -> Trigger | None:
    """The duty that a percentage right behind it is the rate of ("duties as high as 75% on Chilean wine exports")."""
    if amount.kind != "percent":
        return None
    for trigger in scene.triggers:
        if trigger.kind == "block" and 0 <= amount.qualifier_first - trigger.last <= _RATE_REACH:
            between = scene.tokens.lowers[trigger.last : amount.qualifier_first]
            if scene.tokens.lowers[trigger.first] in _TAXES and _AS_HIGH_AS.issuperset(between):
                return trigger
    return None


def _taxed(scene: Scene, amount: Amount) -> Trigger | None:
    """The duty whose rate a percentage is, on goods that are traded ("the tariff on rice that Peru imports")."""
    if amount.kind != "percent" or len(scene.triggers) < 2:
        return None
    before = [t for t in scene.triggers if t.last <= amount.qualifier_first]
    if len(before) < 2 or before[-2].kind != "block" or scene.tokens.lowers[before[-2].first] not in _TAXES:
        return None
    duty, traded = before[-2:]
    between = scene.tokens.lowers[duty.last : traded.first]
    return duty if between and between[0] in _ON and len(between) <= _REACH and "," not in between else None


def _only_carries(scene: Scene, cargo: Trigger, amount: Amount) -> bool:
    """Whether goods that are shipped go in so many cargoes ("in four cargoes, the first of them, 40,500 tonnes")."""
    alone = cargo.last - cargo.first == 1 and scene.tokens.lowers[cargo.first] in _CARGOES
    carries = alone and amount.unit.kind in _PHYSICAL
    laden = scene.tokens.lower(cargo.last) in _LADEN
    return carries and (laden or "," in scene.tokens.lowers[cargo.last : amount.first])


def _moves(trigger: Trigger, amount: Amount) -> bool:
    """Whether `trigger` can govern `amount`: "flew" has goods, "released" money; what "reached Turkey" is goods."""
    if trigger.amounts != "any" and (amount.kind in _PHYSICAL) != (trigger.amounts == "goods"):
        grows = trigger.subject == "goods" and amount.change is not None
        return amount.kind in ("percent", "point") and trigger.first > amount.last and not grows
    if trigger.subject == "worker" and amount.kind in WEIGHED:
        return False
    if trigger.subject == "worker" and trigger.kind != "noun":
        return amount.kind == "count" or (amount.kind == "percent" and amount.change is not None)
    if amount.tokens.lowers[trigger.first] in _BRINGING:
        return amount.kind in _PHYSICAL or (amount.kind == "currency" and trigger.last == amount.qualifier_first)
    if trigger.flow == "consumption" and trigger.subject == "exporter":
        return amount.kind == "percent"
    if trigger.subject != "goods":
        return True
    lowers = amount.tokens.lowers
    if lowers[trigger.first] in _UNLOADING and trigger.last == amount.qualifier_first:
        return amount.kind in _PHYSICAL
    if amount.kind == "currency" and amount.last <= trigger.first:
        return lowers[amount.qualifier_first - 1] in _WORTH
    if trigger.first < amount.first:
        return _has_gone(trigger, amount) or (
            amount.kind in _PHYSICAL and lowers[amount.qualifier_first - 1] in _BRINGS_OR_LISTS
        )
    part = amount.kind == "percent" and lowers[amount.last : amount.last + 1] == ["of"]
    return amount.kind in _PHYSICAL or (part and not _WAYS.isdisjoint(lowers[trigger.first : trigger.last + 1]))


def _has_gone(trigger: Trigger, amount: Amount) -> bool:
    """Whether a relative clause says where the goods went that the main clause measures ("The tea that went to Japan
    was worth 3 million dollars")."""
    lowers = amount.tokens.lowers
    ways = not _WAYS.isdisjoint(lowers[trigger.first : trigger.last + 1])
    return ways and lowers[trigger.first - 1] in _RELATIVE and trigger.last < amount.qualifier_first


def _behind(scene: Scene, amount: Amount) -> Trigger | None:
    _, end = scene.clause(amount.first)
    found = [t for t in scene.triggers if amount.last <= t.first < end and t.kind != "block" and _moves(t, amount)]
    if not found or _is_spent_at_home(scene, amount, found[0]):
        return None
    between = [a for a in scene.amounts if amount.last <= a.first < found[0].first and eligible(scene, a)]
    acts = found[0].kind == "verb" and found[0].subject not in ("goods", "worker", "sender")
    related = scene.has(amount.last, found[0].first, _RELATIVE)
    if acts and amount.kind == "percent" and scene.tokens.lower(amount.last) == ",":
        return None
    if acts and not related and (amount.kind == "count" or _has_own(scene, found[0])):
        return None
    verbal = found[0].kind in ("verb", "passive") or _opens(scene, amount)
    return found[0] if verbal or (found[0].strong and not between) else None


def _is_spent_at_home(scene: Scene, amount: Amount, trigger: Trigger) -> bool:
    """Whether money goes first into what moves nowhere ("will spend $3 million to boost its economy and imports")."""
    if amount.kind != "currency":
        return False
    return any(t.kind == "block" and amount.last <= t.first < trigger.first for t in scene.triggers)


def _opens(scene: Scene, amount: Amount) -> bool:
    """Whether the amount opens the sentence of what it measures ("At 3 million tonnes, wheat exports were")."""
    opened = amount.qualifier_first - 1 == scene.first and scene.tokens.lowers[scene.first] in _AT
    return opened and "," in scene.tokens.lowers[amount.last : amount.last + 2]


def _has_own(scene: Scene, verb: Trigger) -> bool:
    """Whether a verb goes on behind "and" with its own amount ("turned back 52,000 tonnes and bought 120,000")."""
    joined = scene.tokens.lower(verb.first - 1) == "and"
    return joined and any(a.qualifier_first == verb.last for a in scene.amounts)


def _earlier(scene: Scene, amount: Amount) -> Trigger | None:
    first, _ = scene.clause(amount.first)
    if amount.kind == "count" and scene.tokens.lower(first) in ("which", "who", "that"):
        return None
    found = [t for t in scene.triggers if t.last <= first and _moves(t, amount)]
    while len(found) > 1 and told_in_passing(scene, found[-1], first):
        found.pop()
    return found[-1] if found else None
