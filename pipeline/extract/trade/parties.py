"""The parties that stand beside a word of flow itself: its owner or subject, and the countries behind it."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.abroad import elsewhere
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.crossing import crossing_role, is_lot_for
from pipeline.extract.trade.curbed import put_who_curbs, put_whom_it_hits
from pipeline.extract.trade.givers import BEFORE_VERB, GIFTS, nobody_named_gives, takes
from pipeline.extract.trade.owing import is_owed, is_owed_to, is_owed_to_its_banks, of_one_phrase
from pipeline.extract.trade.regions import is_all_others, is_of_a_region
from pipeline.extract.trade.roles import (
    FROM,
    TO,
    goes_on_list,
    is_outdone,
    named,
    opposite,
    owner_of,
    owns_goods,
    role_of,
    subject_of,
    subject_role,
)
from pipeline.extract.trade.scene import PAIR, Scene, Side, Trigger, hangs_on_share, is_paid_from
from pipeline.extract.trade.story import Parties, bodies
from pipeline.extract.trade.telling import CARRIERS
from pipeline.extract.trade.venues import is_where_they_met
from pipeline.extract.trade.whose import put_share_holder

_GOODS = frozenset({"export", "import"})
_AGENT_REACH = 10
"""So many tokens behind "by" the agent of a passive is named ("presented by the government of the Amur Region")."""
_USED = word_set("eaten used consumed sold burned drunk bought worn smoked")
_TAKERS = word_set(
    "buyers consumers customers importers refiners refineries mills millers shops shelves tables markets kitchens "
    "supermarkets ports terminals wholesalers retailers bakers brewers"
)
"""Behind an adjective of a country these get what arrives ("had reached Russian buyers")."""
_COUNTRIES = word_set(
    "countries states nations republics economies members neighbours neighbors participants borrowers debtors"
)
_BANKS = frozenset({"Bank", "Eximbank", "Fund"})
_PEOPLE = word_set("nationals citizens people migrants emigrants expatriates diaspora compatriots sailors nurses")
_PERMITS = word_set("permits visas licences licenses")
_AWARD = word_set("award awards awarded awarding")
"""Who these give work to builds and invests."""
_GROUPS = frozenset({"group", "members"})
"""Before "exports" these are of a body of producers, whose names nobody tells."""
_PERMITTED = {"for": "importer", "to": "exporter"}
"""Permits are given to the people of a state, by their own for work in another."""
_LEANING_REACH = 3
_DONE_TO = word_set(
    "rebuilding reconstruction recovery rehabilitation development modernisation modernization restoration relief "
    "defence defense electrification stabilisation stabilization"
)
_BEFORE_DONE = frozenset({"for", "to", "toward", "towards"})
_GOOD_REACH = 5
_STATES = word_set("republic kingdom state nation country island islands sultanate emirate city territory enclave")
_CALLED_REACH = 7
_SELLING = word_set("sold sell sells selling")
"""Behind these goods are sold *in* another country."""
_SOLD_REACH = 9
_EARNING = word_set("earn earns earned earning")
_TO_OR_IN = frozenset({"to", "in", "at"})
_EACH_ITS_OWN = word_set("respectively")
_THEIR_REACH = 2
_OBJECT_REACH = 12
"""So many tokens behind a verb a noun of flow is still its object ("sent 500 tons of food aid")."""


def directed(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """The parties that stand beside the word of flow itself."""
    if trigger.kind == "noun":
        owner = owner_of(scene, trigger)
        owner = None if owner is not None and _is_its_partner(scene, trigger, owner) else owner
        if owner is not None and _permits_foreigners(scene, trigger, owner):
            parties.put("importer", owner.code)
            parties.view, parties.subject_found = owner.code, True
        elif owner is not None and owns_goods(scene, trigger, owner):
            parties.put("exporter", owner.code)
            put_who_curbs(scene, trigger, owner, parties)
        elif owner is not None:
            taker = takes(scene, trigger, flow, owner)
            parties.put("importer" if taker else subject_role(trigger, owner), owner.code)
            parties.view, parties.subject_found, parties.by_name = owner.code, True, owner.kind != "pronoun"
            put_who_curbs(scene, trigger, owner, parties)
        elif _is_of_many(scene, trigger):
            parties.put(subject_role(trigger), "")
        else:
            put_whom_it_hits(scene, trigger, parties)
    elif trigger.kind == "verb" and trigger.subject != "goods":
        _subject(scene, trigger, flow, parties)
    elif is_owed(scene, trigger):
        creditor = subject_of(scene, trigger.first)
        if creditor is not None:
            parties.put("exporter", creditor.code)
            parties.view = creditor.code
    behind(scene, trigger, flow, parties)
    put_share_holder(scene, trigger, flow, parties)
    if flow in ("export", "aid") and (trigger.subject == "goods" or not parties.subject_found):
        _carrier(scene, trigger, parties)


def _is_its_partner(scene: Scene, trigger: Trigger, owner: Side) -> bool:
    """Whether a state is the one that goods go to or come from ("Italian demand lifted exports to Italy")."""
    near = (s for s in scene.sides if 0 < s.first - trigger.last <= 2 and s.preposition in TO | FROM)
    return trigger.flow in _GOODS and any(side.code == owner.code and side.kind != "pronoun" for side in near)


def _is_of_many(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trade is "their" of states that nobody names ("ten developing nations and their export earnings")."""
    if is_of_a_region(scene, trigger) or scene.tokens.lower(trigger.first - 1) in _GROUPS:
        return True
    open_ends = (s for s in scene.sides if s.kind == "pronoun" and s.possessive and not s.code)
    near = (s for s in open_ends if 0 <= trigger.first - s.last <= _THEIR_REACH)
    return any(scene.tokens.lowers[side.first] == "their" for side in near)


def _subject(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """The subject of a verb in its part; countries that are not named one by one share it."""
    if flow in GIFTS and nobody_named_gives(scene, trigger):
        parties.exporter, parties.varies, parties.subject = "", "importer", None
        return
    if _many_act(scene, trigger):
        role = subject_role(trigger)
        parties.many, parties.varies, parties.subject = frozenset({role}), role, role
        return
    subject = _senders(scene, trigger) or _apposed(scene, trigger) or subject_of(scene, trigger.first)
    if subject is None or _hands_over_there(scene, trigger, subject):
        return
    if subject.kind == "pronoun":
        behind(scene, trigger, flow, parties)
    role = "importer" if flow == "labour" and trigger.flow != "labour" else subject_role(trigger, subject)
    if flow == "labour" and trigger.flow == "import" and subject.kind == "demonym" and not subject.possessive:
        # people of a nation get permits or jobs abroad
        role = "exporter"
    if trigger.subject == "sender" and (_are_workers(scene, subject) or _senders(scene, trigger) is subject):
        role = "importer"
    if subject.listed and not scene.has(trigger.last, scene.last, _EACH_ITS_OWN):
        parties.many = frozenset({role})
    parties.put(role, subject.code)
    parties.view, parties.varies, parties.subject, parties.subject_found = subject.code, role, role, True
    parties.by_name = subject.kind != "pronoun"


def _permits_foreigners(scene: Scene, trigger: Trigger, owner: Side) -> bool:
    """Whether permits are those of the state that lets people of another one work ("held Russian work permits")."""
    if trigger.flow != "labour" or not scene.has(trigger.first, trigger.last, _PERMITS):
        return False
    first, _ = scene.clause(trigger.first)
    return any(
        first <= s.first < owner.first and named(s) and s.code != owner.code and not s.attribution for s in scene.sides
    )


def _hands_over_there(scene: Scene, trigger: Trigger, subject: Side) -> bool:
    """Whether an official gives to, or in, the state that he would be of: he is the giver's ("in Lima")."""
    if subject.kind != "person" or trigger.flow != "aid":
        return False
    there = (s for s in scene.sides if s.first >= trigger.last and s.preposition in _TO_OR_IN and s.kind != "pronoun")
    return any(side.code == subject.code for side in there)


def _are_workers(scene: Scene, side: Side) -> bool:
    """Whether a country's name stands for its workers ("Vanuatu workers sent home $46 million")."""
    if scene.tokens.lower(side.last) in ("'s", "'"):
        return False
    return any(side.last <= t.first <= side.last + 1 and t.subject == "worker" for t in scene.triggers)


def _senders(scene: Scene, trigger: Trigger) -> Side | None:
    """The state whose people send money home ("its nationals remitted $40 million"), where they are the subject."""
    if trigger.subject != "sender":
        return None
    first, _ = scene.clause(trigger.first)
    owners = (s for s in scene.sides if first <= s.first < trigger.first and s.possessive and named(s))
    return next((s for s in owners if scene.has(s.last, min(s.last + 3, trigger.first), _PEOPLE)), None)


def _apposed(scene: Scene, trigger: Trigger) -> Side | None:
    """The country that a word between commas describes ("inflows from Kuwait, host to 250,000 workers, rose")."""
    if scene.tokens.lowers[trigger.first] != "host" or scene.tokens.lower(trigger.first - 1) != ",":
        return None
    return next((side for side in scene.sides if side.last == trigger.first - 1 and named(side)), None)


def _many_act(scene: Scene, trigger: Trigger) -> bool:
    """Whether several countries that are not named one by one are the subject ("the three countries imported")."""
    at = trigger.first - 1
    while at > scene.first and (scene.tokens.lowers[at] in BEFORE_VERB or scene.tokens.lowers[at].endswith("ly")):
        at -= 1
    named_or_both = any(side.first <= at < side.last or _has_members(side, at) for side in scene.sides)
    return (is_all_others(scene, at - 3) or scene.tokens.lowers[at] in _COUNTRIES) and not named_or_both


def _has_members(side: Side, index: int) -> bool:
    """Whether the members at token `index` are those of one state's federation ("its members")."""
    return side.last == index and side.possessive and side.kind == "pronoun"


def given(scene: Scene, trigger: Trigger, parties: Parties, flows: frozenset[str]) -> None:
    """The parties of the verb that a noun is the object of ("would give Beirut loans", "hosts 140,000 workers")."""
    first, end = scene.clause(trigger.first)
    for verb in scene.triggers:
        if verb.kind in ("verb", "passive") and verb.flow in flows and first <= verb.first < end:
            directed(scene, verb, verb.flow, parties)


def _carrier(scene: Scene, trigger: Trigger, parties: Parties) -> None:
    """The country whose ship or plane brings the goods ("a Turkish freighter", "Kozlov's plane")."""
    first, _ = scene.clause(trigger.first)
    for side in scene.sides:
        here = first <= side.first < trigger.first and named(side) and side.possessive
        if here and scene.has(side.last, min(side.last + 5, trigger.first), CARRIERS):
            parties.put("exporter", side.code)
            return


def behind(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    taken: dict[str, list[Side]] = {}
    right = _right(scene, trigger)
    away = bool(right) and elsewhere(scene, trigger)
    by_whom = trigger.kind == "passive" and scene.tokens.lower(trigger.last) == "by"
    for side in right:
        if (away and any(trigger.last <= a.first < side.first for a in scene.amounts)) or _is_shares(
            scene, trigger, side
        ):
            continue  # "half going to Asia and a tenth to Peru"
        role = _role_behind(scene, trigger, flow, side)
        if by_whom and side is right[0] and side.first - trigger.last < _AGENT_REACH:
            role = subject_role(trigger)
        elif side.possessive and side.preposition is None and not _names_goods(scene, trigger, side):
            continue
        if role and side.code == PAIR and side.preposition in TO | FROM:
            parties.many |= {role}
        if role and named(side):
            taken.setdefault(role, []).append(side)
    for role, told in taken.items():
        sides = of_one_phrase(told) if flow == "debt" else told
        codes = {side.code for side in sides}
        listed = [side for side in sides if side.listed]
        if len(codes) > 1 and listed and not _split_by_amounts(scene, sides):
            parties.many |= {role}
            continue
        sides.sort(key=lambda side: flow == "aid" and (side.kind == "organization" or side.code in bodies()))
        parties.put(role, sides[0].code)
        if not sides[0].possessive:
            parties.varies = role


def _is_shares(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether a country has a share of its own behind another amount ("rose 4 percent, and 15 percent to Kenya")."""
    if side.preposition not in TO | FROM:
        return False
    share = next((a for a in scene.amounts if a.kind == "percent" and 1 <= side.first - a.last <= 2), None)
    if share is None or scene.tokens.lower(share.qualifier_first - 1) != "and":
        return False
    return any(trigger.last <= other.first < share.first for other in scene.amounts)


def _role_behind(scene: Scene, trigger: Trigger, flow: str, side: Side) -> str | None:
    """The role of a country behind a word of flow, by what stands beside it."""
    if side.preposition is None and scene.tokens.lowers[trigger.first] in _EARNING and side.first - trigger.last <= 1:
        # "the tea earned the country 3 million dollars"
        return "exporter"
    if side.preposition == "in" and scene.tokens.lower(side.first - 2) in _USED:
        return "importer"
    if trigger.subject == "goods" and side.kind == "demonym" and scene.tokens.lower(side.last) in _TAKERS:
        return "importer"
    if is_owed_to_its_banks(scene, trigger, flow, side):
        return "exporter"
    if trigger.flow == "consumption" and side.preposition == "on" and side.first - trigger.last < _LEANING_REACH:
        return "exporter"
    led = side.preposition == "of" and flow in GIFTS and is_outdone(scene, side)
    if led or (side.preposition is None and goes_on_list(scene, trigger, side)):
        return None
    if _are_goods_on_credit(scene, flow, side) or is_where_they_met(scene, side):
        return None
    if _whose_share(scene, trigger, side):
        return "importer"
    if side.preposition == "in" and side.kind == "demonym" and term_at(scene.tokens, side.last) is not None:
        return "exporter"
    return _role_by_words(scene, trigger, flow, side)


def _are_goods_on_credit(scene: Scene, flow: str, side: Side) -> bool:
    """Whether an adjective says whose goods are bought with what is lent ("credits for sales of American maize")."""
    described = flow == "debt" and side.kind == "demonym" and side.possessive and side.preposition == "of"
    return described and term_at(scene.tokens, side.last) is not None


def _is_for_its_good(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether money is for what is done to a country or a place in it ("loans for the rebuilding of Cusco")."""
    lowers, last = scene.tokens.lowers, max(trigger.last, side.first - _GOOD_REACH)
    at = next((at for at in range(side.first - 1, last - 1, -1) if lowers[at] in _DONE_TO), None)
    return at is not None and not _BEFORE_DONE.isdisjoint(lowers[max(trigger.last, at - 2) : at])


def _role_by_words(scene: Scene, trigger: Trigger, flow: str, side: Side) -> str | None:
    """The role of a country by the words of certain flows: permits, caps, banks, borders; else by its preposition."""
    crossed = crossing_role(scene, trigger, flow, side) if trigger.flow == "export" else None
    if crossed is not None:
        return crossed
    if trigger.subject == "exporter" and flow == "debt" and trigger.kind == "verb" and side.preposition in FROM:
        # whom a creditor gets money from owes it
        return "importer"
    if flow in GIFTS and side.preposition == "of" and _is_for_its_good(scene, trigger, side):
        return "importer"
    if flow == "debt" and side.preposition == "of" and is_owed_to(scene, trigger, side):
        return "exporter"
    if flow == "export" and side.preposition == "in" and scene.tokens.lowers[trigger.first] in _SELLING:
        return "importer" if side.kind == "name" and side.first - trigger.last < _SOLD_REACH else None
    if flow == "labour" and side.preposition in _PERMITTED and scene.has(trigger.first, trigger.last, _PERMITS):
        return _PERMITTED[side.preposition]
    if flow == "export" and side.preposition == "for" and side.kind != "demonym" and is_lot_for(scene, trigger, side):
        return "importer"
    if flow == "investment" and side.preposition in TO and _is_given_work(scene, trigger, side):
        return "exporter"
    if side.preposition is None and trigger.kind == "verb" and _is_called_republic(scene, trigger, side):
        return opposite(subject_role(trigger, side))
    role = _capped_role(scene, side) if flow == "cap" and side.possessive else None
    return role or _bank_role(scene, flow, side) or role_of(trigger, flow, side)


def _is_given_work(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether a project is awarded to a state's firm, or a firm sold to it: it is that one who invests."""
    sold = side.preposition == "to" and scene.tokens.lowers[trigger.first] in _SELLING
    return sold or scene.has(scene.clause(trigger.first)[0], side.first, _AWARD)


def _is_called_republic(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether the object of a verb is told as the state that it is ("supplied the island state of Malta with")."""
    words = scene.tokens.lowers[trigger.last : side.first]
    return words[-1:] == ["of"] and words[0] in ("the", "its") and words[-2] in _STATES and len(words) <= _CALLED_REACH


def _whose_share(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether a share is supplied of what a country has ("supplied a quarter of Poland's salmon")."""
    owns = side.possessive and side.kind not in ("demonym", "pronoun") and side.preposition == "of"
    supplies = trigger.kind == "verb" and trigger.subject == "exporter"
    return owns and supplies and any(a.kind == "percent" and a.last == side.first - 1 for a in scene.amounts)


def _bank_role(scene: Scene, flow: str, side: Side) -> str | None:
    """A bank lends, whatever stands before it ("signed a credit with the Export-Import Bank of China")."""
    words = scene.tokens.words[side.first : side.last]
    lends = flow == "debt" and side.preposition in ("with", "by", "from") and not _BANKS.isdisjoint(words)
    return "exporter" if lends else None


def _capped_role(scene: Scene, side: Side) -> str | None:
    """What a cap limits a country in: its purchases or its sales."""
    near = [t for t in scene.triggers if side.last <= t.first <= side.last + 4 and t.kind == "noun"]
    return near[0].subject if near and near[0].subject in ("exporter", "importer") else None


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
    at = trigger.last
    return [side for side in behind if not (hangs_on_share(scene, at, side) or is_paid_from(scene, at, side))]


def _cuts(trigger: Trigger, other: Trigger) -> bool:
    """Whether `other` begins a frame of its own: not the goods or the aid that `trigger` itself moves."""
    if trigger.kind == "noun" and other.kind == "noun" and trigger.flow == other.flow and trigger.flow in GIFTS:
        return False
    if other.flow == "labour" and (trigger.kind == "verb" or (trigger.flow == "labour" and other.subject == "worker")):
        return False
    if other.subject == "goods" and other.kind == "verb" and trigger.kind == "noun" and trigger.flow in _GOODS:
        return False
    own_object = other.kind == "noun" and other.first - trigger.last < _OBJECT_REACH
    return not (trigger.kind in ("verb", "passive") and own_object)
