"""What fills a party that is open: the first of several that fits, or the one other country of the sentence."""

from collections.abc import Iterable

from pipeline.extract.trade.givers import GIFTS
from pipeline.extract.trade.hindrances import is_enemy
from pipeline.extract.trade.roles import FROM, TO, goes_on_list, named, opposite, subject_role
from pipeline.extract.trade.scene import Scene, Side, Trigger, hangs_on_share
from pipeline.extract.trade.sides import SEIZED
from pipeline.extract.trade.story import Frame, Parties
from pipeline.extract.trade.venues import is_where_they_met

_SAID = frozenset({"said", "says", "told", "added", ","})
_ASSETS_REACH = 4
_DEALT = frozenset({"export", "import"})
_THOSE = frozenset({"that", "those"})
_THOSE_REACH = 3
"""Tokens ahead of a state in which the word stands, with a preposition and an article ("those from the Congo")."""
_UNITED = "UNO"
"""What is given to it is for others."""


def put_first(parties: Parties, role: str, codes: Iterable[str | None]) -> None:
    known = getattr(parties, opposite(role))
    code = next((code for code in codes if code and code != known), None)
    if code is not None:
        parties.put(role, code)


def is_of_those(scene: Scene, side: Side) -> bool:
    """Whether a state is one to or from which "those" go or come that are set beside others."""
    return not _THOSE.isdisjoint(scene.tokens.lowers[max(0, side.first - _THOSE_REACH) : side.first])


def on_the_other_side(scene: Scene, role: str) -> set[str]:
    """The states from which more of the same comes, where it is asked to whom; and to which more goes, where it is
    asked whence ("imports from Peru rose, while those from Chile fell")."""
    links = FROM if role == "importer" else TO
    return {side.code for side in scene.sides if side.preposition in links and named(side) and is_of_those(scene, side)}


def other_named(scene: Scene, trigger: Trigger, parties: Parties, with_bodies: bool) -> str | None:
    """The one country besides the known party that the sentence names, if it names one only."""
    known = {parties.exporter, parties.importer, "SUN"}
    if (parties.exporter is None) != (parties.importer is None):
        known |= on_the_other_side(scene, "importer" if parties.importer is None else "exporter")
    sides = [s for s in scene.sides if named(s) and s.code not in known and s.kind not in ("place", "person")]
    sides = [
        s
        for s in sides
        if not (
            _acts_elsewhere(scene, trigger, s)
            or _is_of_speaker(scene, s)
            or hangs_on_share(scene, scene.first, s)
            or goes_on_list(scene, trigger, s)
            or _begins_next(scene, trigger, s)
            or is_enemy(scene.tokens, s)
            or (s.preposition == "in" and is_where_they_met(scene, s))
            or (s.attribution and scene.has(s.last, s.last + _ASSETS_REACH, SEIZED))
        )
    ]
    codes = {side.code for side in sides if with_bodies or not (side.kind == "organization" or side.code == _UNITED)}
    return codes.pop() if len(codes) == 1 else None


def _is_of_speaker(scene: Scene, side: Side) -> bool:
    """Whether a body is only whose man speaks ("a target that Erik Holm of the International Monetary Fund said")."""
    at = side.first - 1 - (scene.tokens.lower(side.first - 1) == "the")
    return (
        side.kind == "organization"
        and scene.tokens.lower(at) == "of"
        and scene.tokens.word(at - 1).istitle()
        and scene.tokens.lower(side.last) in _SAID
    )


def _begins_next(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether a country goes on with a list behind a semicolon ("Oman sent 250 tonnes; Fiji, five tents")."""
    free = side.preposition is None and not side.possessive
    return free and side.first > trigger.last and scene.tokens.lower(side.first - 1) == ";"


def _gives(trigger: Trigger) -> bool:
    """Whether a word tells of a gift or money, or of what may be sent as one."""
    return trigger.flow in GIFTS or (trigger.flow == "export" and not trigger.strong)


def _acts_elsewhere(scene: Scene, trigger: Trigger, side: Side) -> bool:
    """Whether a country is the subject of another clause's verb of like flow ("and the Vietnamese side presented")."""
    first, end = scene.clause(side.first)
    if side.preposition is not None or first <= trigger.first < end:
        return False
    like = (t for t in scene.triggers if t.kind == "verb" and _gives(t) == _gives(trigger))
    finite = (t for t in like if not scene.tokens.lowers[t.first].endswith("ing"))
    return any(side.last <= verb.first < end for verb in finite)


def goes_on_both_ways(scene: Scene, trigger: Trigger, recent: Frame) -> bool:
    """Whether a verb tells the way back of what the one before it told ("sold goods for $9 million there in 2018 and
    bought for $4 million")."""
    if (
        trigger.kind != "verb"
        or {trigger.flow, recent.flow} != _DEALT
        or scene.tokens.lower(trigger.first - 1) != "and"
    ):
        return False
    forth = next((t for t in reversed(scene.triggers) if t.last < trigger.first and t.flow in _DEALT), None)
    told = forth is not None and forth.kind == "verb" and forth.flow == recent.flow
    return told and any(a.kind == "currency" and a.last < trigger.first for a in scene.amounts)


def is_set_beside(scene: Scene, trigger: Trigger, recent: Frame, known: str) -> bool:
    """Whether another's part of what the sentence tells before is set beside it ("Oman delivered 9 tons, while Chad's
    supplies were 7"), so that buyer or seller is the same."""
    if trigger.kind != "noun" or trigger.strong or recent.pair or {recent.flow, trigger.flow} - _DEALT:
        return False
    before = any(t.last < trigger.first and t.flow in _DEALT for t in scene.triggers)
    return before and known not in recent.countries and any(a.last < trigger.first for a in scene.amounts)


def shared_side(trigger: Trigger, recent: Frame) -> str | None:
    """The buyer of what another sells too, the seller of what another buys too."""
    return recent.importer if subject_role(trigger) == "exporter" else recent.exporter
