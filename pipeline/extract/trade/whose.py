"""Whose debt or trade a part is of, where a partner is told of with it ("Peru is Fiji's biggest creditor and holds 5
percent of its debt", "Peru is the main supplier of zinc to Fiji, with 40 percent of its imports"); who speaks of
itself."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.givers import GIFTS
from pipeline.extract.trade.reporters import SAYING
from pipeline.extract.trade.roles import named, opposite, owner_of, subject_of
from pipeline.extract.trade.scene import PAIR, Scene, Side, Trigger
from pipeline.extract.trade.story import Parties

PARTNERS = word_set("customer buyer market supplier source seller partner donor creditor lender destination")
OWNED_REACH = 5
"""So many tokens behind a pronoun stands the trade that is its ("its total merchandise imports")."""
_SELLERS = word_set("supplier suppliers source seller exporter provider")
_BUYERS = word_set("customer buyer market importer destination")
_BOUGHT = word_set("imports purchases needs")
_SOLD = word_set("exports sales shipments output")
_TRADED = _BOUGHT | _SOLD
_BUYING = word_set("imports purchases imported")
_SELLING = word_set("exports sales exported")
_BOUGHT_REACH = 4
_PART_REACH = 3
_GOODS = frozenset({"export", "import"})
_WHOM = frozenset({"to", "for", "of"})
_SPEAKING = SAYING | word_set(
    "pledged promised vowed hopes hoped claims claimed insists confirmed declared warned believes"
)
_SPEAKERS = frozenset({"person", "name", "demonym"})
_WAYS = {"from": (None, "to", "into"), "to": ("from",), "into": ("from",)}
_AND = frozenset({"and", "while"})
_OR = frozenset({"or"})
_SHARE = frozenset({"share", "shares", "weight"})
_NEAR = 3
_SPEAKER_REACH = 4
"""So many tokens a speaker's office may take behind his state ("Fiji's foreign minister said it")."""
_ENDS = frozenset({",", ";", "and", "but", "while"})


def whose_partner(scene: Scene, side: Side) -> str | None:
    """The state that a possessive pronoun behind a share is, as the one whose partner the sentence tells of."""
    before = [s for s in scene.sides if s.last < side.first and s.code not in ("", PAIR)]
    shared = _whose_share_before(scene, side, before)
    share = any(a.kind == "percent" and a.last == side.first - 1 for a in scene.amounts)
    if shared is not None or not share:
        return shared
    told = next((s.code for s in before if s.possessive and scene.has(s.last, s.last + OWNED_REACH, PARTNERS)), None)
    return told or _of_whom(scene, side, before)


def _whose_share_before(scene: Scene, side: Side, before: list[Side]) -> str | None:
    """Whose trade the share before is of, where another one follows ("took 9 percent of Peru's exports and supplied 4
    percent of its imports", "the share of Oman in Peru's exports was 9 percent, and in its imports 4 percent")."""
    if not scene.has(side.last, side.last + OWNED_REACH, _TRADED):
        return None
    for owner in reversed(before):
        if not owner.possessive or owner.attribution or owner.kind == "pronoun":
            continue
        if scene.has(owner.last, owner.last + OWNED_REACH, _TRADED) and _is_shared(scene, owner):
            apposed = scene.has(owner.last, side.first, _OR) or not scene.has(owner.last, side.first, _AND)
            return None if apposed else owner.code
    return None


def _is_shared(scene: Scene, owner: Side) -> bool:
    """Whether a share is told of what is `owner`'s ("9 percent of Peru's exports", "share of Oman in Peru's")."""
    at = owner.first - 1 - (scene.tokens.lower(owner.first - 1) == "the")
    word = scene.tokens.lower(at)
    if word == "of":
        return any(a.kind == "percent" and a.last == at for a in scene.amounts)
    return word == "in" and _holder(scene, at) is not None


def _holder(scene: Scene, index: int) -> Side | None:
    """Who has "the share of Oman" that stands before token `index`."""
    holders = (s for s in scene.sides if s.last == index and s.preposition == "of" and named(s))
    holder = next(holders, None)
    if holder is None:
        return None
    return holder if scene.has(holder.first - 1 - _NEAR, holder.first, _SHARE) else None


def _of_whom(scene: Scene, side: Side, before: list[Side]) -> str | None:
    """Whom a seller or buyer is one of, behind the word for it ("the largest supplier of arms to Oman, accounting for
    69 percent of its imports")."""
    if scene.has(side.last, side.last + OWNED_REACH, _BOUGHT):
        words = _SELLERS
    elif scene.has(side.last, side.last + OWNED_REACH, _SOLD):
        words = _BUYERS
    else:
        return None
    at = next((at for at in range(side.first - 1, scene.first, -1) if scene.tokens.lowers[at] in words), None)
    if at is None:
        return None
    return next((s.code for s in before if s.first > at and s.preposition in _WHOM and not s.attribution), None)


def whose_buying(scene: Scene, side: Side) -> str | None:
    """To whom goods go of whose imports they are a part ("sales to Peru were 9 percent of the country's imports"), and
    from whom those come that are a part of exports."""
    at = side.first - 1 - (scene.tokens.lower(side.first - 1) == "the")
    if not side.possessive or scene.tokens.lower(at) != "of":
        return None
    words = scene.tokens.lowers[side.last : side.last + _BOUGHT_REACH]
    partner = "to" if not _BUYING.isdisjoint(words) else "from" if not _SELLING.isdisjoint(words) else None
    part = next((a for a in scene.amounts if a.kind == "percent" and 0 <= side.first - a.last <= _PART_REACH), None)
    whom = next((s for s in scene.sides if s.preposition == partner and s.last < side.first and s.code), None)
    goods = whom is not None and any(t.last == whom.first - 1 and t.flow in _GOODS for t in scene.triggers)
    if whom is None or partner is None or part is None or not goods or whom.code == PAIR:
        return None
    # "sends 9 percent of its sales to Peru and gets 4 percent of its imports from there": somebody's own
    return None if scene.has(whom.last, part.first, _AND) else whom.code


def who_says(scene: Scene, side: Side) -> str | None:
    """Who says what "it" does, where the speaker stands right before ("while Fiji said it would give")."""
    if side.possessive or side.preposition is not None:
        return None
    at = side.first - 1 - (scene.tokens.lower(side.first - 1) == "that")
    if scene.tokens.lower(at) not in _SPEAKING:
        return None
    before = [s for s in scene.sides if s.last <= at]
    speaker = before[-1] if before else None
    if speaker is None or speaker.code in ("", PAIR) or speaker.preposition is not None or speaker.kind == "pronoun":
        return None
    near = at - speaker.last <= _SPEAKER_REACH and not scene.has(speaker.last, at, _ENDS)
    return speaker.code if near else None


def put_share_holder(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """ "Oman's share in Iran's imports", "the Chinese share of its exports": who has a part on the other side."""
    if trigger.kind != "noun" or trigger.subject not in ("exporter", "importer"):
        return
    for side in scene.sides:
        behind_it = side.last + (scene.tokens.lower(side.last) in ("'s", "'"))
        owns = side.possessive and named(side) and scene.tokens.lower(behind_it) == "share"
        owns = owns and behind_it < trigger.first and scene.tokens.lower(behind_it + 1) in ("in", "of")
        has = side.preposition == "of" and scene.tokens.lower(side.last) == "in" and side.last < trigger.first
        if owns or (has and _holder(scene, side.last) is side):
            role = "exporter" if flow in GIFTS else opposite(trigger.subject)
            setattr(parties, role, side.code)
            parties.varies = role
            own = parties.importer if role == "exporter" else parties.exporter
            if own == side.code:
                setattr(parties, opposite(role), None)


def where_it_is(scene: Scene, side: Side, named: list[Side]) -> set[str]:
    """The state in which something is done, so that it does not do it ("works in Mali, where it has given")."""
    if scene.tokens.lower(side.first - 1) != "where" or side.possessive:
        return set()
    there = next((s for s in reversed(named) if s.last < side.first), None)
    return {there.code} if there is not None and side.first - there.last <= _NEAR else set()


def give_speaker(scene: Scene) -> None:
    """Give "we" and "our" of a quotation the state of who speaks, in place; where nobody of a state does, they go."""
    if not any(side.kind == "speaker" for side in scene.sides):
        return
    told = (s for s in scene.sides if s.attribution and s.code not in ("", PAIR) and s.kind != "organization")
    speaker = next((s.code for s in told if s.possessive or s.kind in _SPEAKERS), None)
    if speaker is None:
        scene.sides = [side for side in scene.sides if side.kind != "speaker"]
        return
    for side in scene.sides:
        if side.kind == "speaker":
            side.code, side.kind, side.attribution = speaker, "pronoun", False


def of_the_way_back(scene: Scene, side: Side, told: list[Side]) -> str | None:
    """Whom goods come back from that go to it ("exports to Peru and imports from it", "sold Peru tea and bought rice
    from it", "sales to Peru rose, while purchases from the country fell")."""
    back = next((t for t in reversed(scene.triggers) if t.last <= side.first and t.flow in _GOODS), None)
    if back is None or side.preposition not in _WAYS:
        return None
    gone = next((s for s in reversed(told) if s.last <= back.first and s.preposition in _WAYS[side.preposition]), None)
    if gone is None or gone.attribution or gone.code == PAIR:
        return None
    ahead = gone.first - (scene.tokens.lower(gone.first - 1) == "the")
    forth = (t for t in scene.triggers if t.last <= gone.first and {t.flow, back.flow} == _GOODS)
    if not any(gone.preposition is not None or t.last == ahead for t in forth):
        return None
    subject = subject_of(scene, back.first) if back.kind == "verb" else None
    return gone.code if subject is None or subject.code != gone.code else None


def who_deals(scene: Scene, side: Side) -> str | None:
    """Who sells or buys what is told of "there" ("Egypt sold 9 tons there", "Egypt's exports there")."""
    word = next((t for t in reversed(scene.triggers) if t.last <= side.first and t.kind in ("verb", "noun")), None)
    if word is None or word.flow not in _GOODS or (word.kind == "noun" and word.last != side.first):
        return None
    who = subject_of(scene, word.first) if word.kind == "verb" else owner_of(scene, word)
    return who.code if who is not None and who.kind != "pronoun" else None
