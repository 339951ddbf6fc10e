"""Parties that a word of flow leaves open, taken from the rest of its sentence."""

from dataclasses import replace

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.buyers import made_partner
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.crossing import is_bound_for
from pipeline.extract.trade.given import complete_gift
from pipeline.extract.trade.givers import GIFTS
from pipeline.extract.trade.going_on import complete_goods, turn_the_other_way
from pipeline.extract.trade.light_verbs import light_verb
from pipeline.extract.trade.owing import over_debts
from pipeline.extract.trade.roles import (
    FROM,
    TO,
    acts_on,
    can_be_subject,
    named,
    opposite,
    owner_of,
    role_of,
    subject_of,
    subject_role,
)
from pipeline.extract.trade.scene import Scene, Side, Trigger, hangs_on_share
from pipeline.extract.trade.sides import SEIZED
from pipeline.extract.trade.story import Frame, Parties, Story, lenders
from pipeline.extract.trade.taking_over import is_of_those
from pipeline.extract.trade.ways import complete_by_goods
from pipeline.extract.trade.working import complete_labour

_UNPAID = word_set("unpaid bills arrears dues overdue outstanding")
_USED = word_set("eaten used consumed sold burned")
_RELATIVE = frozenset({"which", "whom"})
_PLACES = frozenset({"place", "capital"})
_DEALING = frozenset({"exporter", "importer"})
_NAMED_FLOWS = frozenset({"noun", "passive"})
_WAY_REACH = 4
_OTHER_WAY_REACH = 8
_HEAD_REACH = 3
"""So near before "to which" the country stands that it is."""
_OF_WHAT_REACH = 8
_WHOSE_REACH = 12
_OWED = frozenset({"owed", "owing", "due"})
_THANKS = word_set("thanked thank thanks grateful gratitude thanking")
_THROUGH = word_set("via through across")
_LENT = frozenset({"debt", "investment"})
_DEALT = frozenset({"export", "import"})
_LINKS = {"importer": "from", "exporter": "to"}
_COMING = {
    "from": word_set("come comes came coming originates originate originated"),
    "to": word_set("go goes went going"),
}
_WHOLES = frozenset({"mass", "volume", "currency", "energy"})
_COMING_REACH = 7
_GIVEN_BY_REACH = 3
_OWN_CLAUSE = frozenset({",", ";", "and", "while", "but"})
_TRADED_REACH = 2
"""So many paragraphs back goods can go on with the trade told before a loan."""


def complete(scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties) -> None:
    """Fill what is open of `parties`, nearest words first; what nothing tells stays None."""
    if _is_told_beside(scene, trigger, flow, story, parties):
        return
    recent = story.recent(scene.paragraph.position)
    if trigger.kind == "noun" and not parties.subject_found:
        _of_partners(scene, trigger, story, parties)
    beside = bool(parties.exporter or parties.importer)
    if (trigger.kind == "noun" and (not parties.subject_found or flow == "debt")) or _is_what_is_owed(scene, trigger):
        light_verb(scene, trigger, flow, story, parties)
    _to_which(scene, trigger, flow, parties)
    _left_prepositions(scene, trigger, flow, parties)
    if trigger.kind == "noun" and trigger.strong and not (parties.exporter or parties.importer):
        _between(scene, trigger, story, parties)
    _of_whose_trade(scene, trigger, flow, parties)
    _whence_or_whither(scene, trigger, parties)
    partner = made_partner(scene, trigger) if flow in ("export", "import") else None
    if partner is not None:
        parties.put(opposite(subject_role(trigger)), partner.code)
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


def _is_told_beside(scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties) -> bool:
    """Whether what the sentence told just before gives the parties: goods owed for, a debt's part, the way back."""
    if flow == "debt":
        return _for_goods(scene, trigger, story, parties) or _of_debtor(scene, trigger, parties)
    recent = story.recent(scene.paragraph.position)
    return flow in _DEALT and turn_the_other_way(scene, trigger, recent, parties)


def _for_goods(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> bool:
    """Whether unpaid bills are for the goods that the sentence told of just before: who got them owes."""
    held_up = over_debts(scene, trigger)
    if held_up is not None:
        parties.exporter, parties.importer = held_up
        parties.view = parties.importer
        return True
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
    here = story.partners_at == scene.sentence.char_start and frame is not None and frame.bilateral
    if (
        not here
        or frame is None
        or frame.pair
        or trigger.flow not in ("export", "import")
        or parties.exporter
        or parties.importer
    ):
        return
    parties.exporter, parties.importer = frame.exporter, frame.importer
    parties.view = frame.exporter if trigger.flow == "export" else frame.importer


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
            role = role_of(trigger, flow, side)
            turned = role is not None and _is_of_other_way(scene, trigger, side)
            open_end = _is_of_what_acts(scene, trigger, side) or (turned and _is_followed(scene, side))
            code = "" if open_end else side.code
            parties.put(opposite(role) if turned and role is not None else role, code)
        elif side.preposition == "for":
            _for_whom(scene, trigger, flow, side, parties)
        elif side.preposition == "with" and flow == "debt" and side.code in lenders() and not _is_own(trigger):
            _talks_with(scene, side, parties)
        elif side.preposition == "in":
            _where(scene, trigger, side, parties)
        elif trigger.subject == "goods" and side.possessive:
            parties.put("exporter" if side.kind == "demonym" or _owns_goods(scene, side) else "importer", side.code)
        elif trigger.kind == "passive" and trigger.subject in _DEALING and _describes_goods(scene, side):
            parties.put("exporter", side.code)


def _talks_with(scene: Scene, side: Side, parties: Parties) -> None:
    """Put in the bank or fund that a loan is talked over with, and who does so."""
    parties.put("exporter", side.code)
    asker = subject_of(scene, side.first)
    if asker is not None and asker.code not in lenders():
        parties.put("importer", asker.code)


def _is_own(trigger: Trigger) -> bool:
    """Whether a debt is told as what a state owes, and no loan that is agreed on."""
    return trigger.kind == "noun" and trigger.subject == "importer"


def _is_of_other_way(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether the country is told as a partner of what goes the other way ("exports to Peru rose, imports fell")."""
    goods = (t for t in scene.triggers if t.kind in _NAMED_FLOWS and 0 <= side.first - t.last <= _OTHER_WAY_REACH)
    before = next(goods, None)
    return before is not None and {before.flow, trigger.flow} == {"export", "import"}


def _is_followed(scene: Scene, side: Side) -> bool:
    """Whether a list of countries goes on behind one."""
    return any(other.listed and 0 < other.first - side.last <= 2 for other in scene.sides)


def _is_of_what_acts(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether the country is a partner of what moves a whole trade ("sales to Peru lifted exports")."""
    near = any(
        t.kind == "noun" and t.flow == trigger.flow and 0 < side.first - t.last <= _WAY_REACH for t in scene.triggers
    )
    return near and trigger.kind == "noun" and acts_on(scene, side, trigger)


def _to_which(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """Put in whom a relative pronoun stands for ("Oman, to which it sold rice", "Peru, from which it buys zinc")."""
    first, _ = scene.clause(trigger.first)
    preposition = scene.tokens.lower(first - 1)
    if scene.tokens.lower(first) not in _RELATIVE or preposition not in TO | FROM:
        return
    head = next((s for s in reversed(scene.sides) if s.last < first and named(s) and not s.attribution), None)
    if head is None or first - head.last > _HEAD_REACH:
        return
    role = role_of(trigger, flow, replace(head, preposition=preposition, possessive=False))
    if role is not None and head.listed and head.kind not in _PLACES:
        parties.many |= {role}
    parties.put(role, head.code)


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


def _whence_or_whither(scene: Scene, trigger: Trigger, parties: Parties) -> None:
    """Where goods come from or go to whose buyer or seller a relative clause tells ("70 percent of the wheat that
    Egypt imports comes from Chad")."""
    link = _LINKS.get(trigger.subject)
    if link is None or trigger.kind == "noun" or trigger.flow not in _DEALT:
        return
    if any(a.kind in _WHOLES and scene.first <= a.first < trigger.first for a in scene.amounts):
        return  # a share of a whole, whose own partners are open
    end = min(trigger.last + _COMING_REACH, scene.last)
    lowers = scene.tokens.lowers
    moves = next((at for at in range(trigger.last, end) if lowers[at] in _COMING[link]), None)
    if moves is None or scene.tokens.lower(moves + 1) != link or scene.has(trigger.last, moves, _OWN_CLAUSE):
        return
    partner = next((s for s in scene.sides if 0 < s.first - moves - 1 <= 2 and s.preposition == link), None)
    parties.put(opposite(trigger.subject), partner.code if partner is not None and named(partner) else "")


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


def _owns_goods(scene: Scene, side: Side) -> bool:
    """Whether a state's own goods are moved ("a third of its tomatoes go to Spain")."""
    return side.kind == "pronoun" and side.preposition == "of" and term_at(scene.tokens, side.last) is not None


def _describes_goods(scene: Scene, side: Side) -> bool:
    """Whether an adjective says whose goods are moved ("40 Brazilian tractors were delivered")."""
    return side.kind == "demonym" and side.possessive and term_at(scene.tokens, side.last) is not None


def _rest_of_sentence(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """For what is given, lent or sent home, the whole sentence names the parties ("a gift of A to B")."""
    for side in scene.sides:
        if side.first < trigger.last or hangs_on_share(scene, trigger.last, side):
            continue
        if side.possessive and scene.tokens.lower(side.last) in SEIZED:
            continue  # "a loan paid with the income of frozen Libyan assets"
        if any(other.listed and 0 < other.first - side.last <= 2 for other in scene.sides) or side.listed:
            continue
        if is_of_those(scene, side):
            continue  # "loans from Lima rose, and those from Quito fell"
        if flow == "aid" and side.preposition == "by" and named(side) and _is_given_by(scene, side):
            parties.put("exporter", side.code)
        if named(side) and not side.attribution and side.preposition in TO | FROM:
            sold = flow == "debt" and _is_sold_to(scene, trigger, side)
            parties.put("importer" if sold else role_of(trigger, flow, side), side.code)
    if parties.exporter is None and flow == "aid" and trigger.kind == "passive":
        givers = [s for s in scene.sides if s.possessive and named(s) and s.code != parties.importer]
        givers = [s for s in givers if scene.tokens.lower(s.first - 1) not in _THROUGH]
        if givers and (parties.importer is not None or scene.has(scene.first, trigger.first, _THANKS)):
            parties.put("exporter", givers[0].code)


def _is_given_by(scene: Scene, side: Side) -> bool:
    """Whether what was received is told as given by a state ("received 40 tents donated by Oman")."""
    near = (t for t in scene.triggers if 0 < side.first - t.last <= _GIVEN_BY_REACH and t.flow == "aid")
    return any(t.kind == "passive" and scene.tokens.lower(t.last) == "by" for t in near)
