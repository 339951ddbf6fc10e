"""Amounts that "respectively" gives each its own state, way or word of flow ("Peru and Chile bought 5 and 6 tons,
respectively"). Lists without that word are read in `lists`.
"""

from dataclasses import replace

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.trade.frames import vary
from pipeline.extract.trade.roles import FROM, TO, named
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.story import Frame

_RESPECTIVELY = frozenset({"respectively"})
_GIVEN = frozenset({"aid", "debt", "investment"})
_MOVED = frozenset({"export", "import"})
_BOTH_WAYS = 3
"""So many tokens at least "exports and imports" takes."""
_LEAST_SUM = 1_000_000
_JOINED = 7
"""So many tokens may stand between amounts that "respectively" joins, behind the last two."""


def respective(scene: Scene, amount: Amount, frame: Frame) -> Frame | None:
    """`frame` with the country that "respectively" gives to `amount`; None where the word does not stand."""
    if not scene.has(amount.last, scene.last, _RESPECTIVELY) or frame.pair:
        return None
    like = _respective_amounts(scene, amount)
    if amount not in like:
        return None
    subjects = [s for s in scene.sides if named(s) and not s.attribution and s.last <= like[0].first]
    listed = [s for s in subjects if s.listed]
    group = [subjects[subjects.index(listed[0]) - 1], *listed] if listed else []
    if len(group) != len(like):
        return None
    code = group[like.index(amount)].code
    codes = [side.code for side in group]
    role = "exporter" if frame.exporter in codes or frame.wages else frame.varies or "importer"
    if frame.exporter in codes and frame.importer in codes:
        return _of_all(scene, amount, frame, codes, code)
    return vary(replace(frame, exporter=None) if role == "exporter" else replace(frame, importer=None), role, code)


def _of_all(scene: Scene, amount: Amount, frame: Frame, group: list[str], code: str) -> Frame:
    """`frame` of the one of `group` that "respectively" gives the amount: all deal with the country behind the amounts
    ("Iran and Iraq sold 5 and 6 tons, respectively, to Oman"), or with none that is named."""
    behind = [s for s in scene.sides if named(s) and s.first >= amount.last and s.preposition in TO | FROM]
    other = next((s.code for s in behind if s.code not in group), None)
    sells = frame.flow == "export" or frame.flow in _GIVEN
    exporter, importer = (code, other) if sells else (other, code)
    return replace(frame, exporter=exporter, importer=importer, view=code, varies="exporter" if sells else "importer")


def _respective_amounts(scene: Scene, amount: Amount) -> list[Amount]:
    """The amounts that "respectively" goes with: those of one unit in the clause that it ends, near each other."""
    at = next(at for at in range(amount.last, scene.last) if scene.tokens.lowers[at] == "respectively")
    told = [a for a in scene.amounts if a.last <= at and not a.converts]
    before = [a for a in told if a.unit.unit == amount.unit.unit or (a is told[-1] and _is_bare_sum(a, amount))]
    chain = before[-1:]
    for earlier in reversed(before[:-1]):
        if chain[0].qualifier_first - earlier.last > _JOINED and len(chain) > 1:
            break
        chain.insert(0, earlier)
    return [a for a in chain if ";" not in scene.tokens.lowers[a.last : at]]


def _is_bare_sum(last: Amount, amount: Amount) -> bool:
    """Whether the last number of a list leaves out its money ("$5 million and 6 million respectively")."""
    return amount.kind == "currency" and last.kind == "count" and last.noun is None and last.value >= _LEAST_SUM


def each_way(scene: Scene, amount: Amount, trigger: Trigger, frame: Frame) -> Frame | None:
    """`frame` of the one way that "respectively" gives to `amount` ("exports to and imports from Mali were $7 million
    and $5 million, respectively")."""
    if trigger.last - trigger.first < _BOTH_WAYS or len(frame.pair) != 2 or frame.view is None:
        return None
    ways = [word[:6] for word in scene.tokens.lowers[trigger.first : trigger.last] if word in ("exports", "imports")]
    place = respective_place(scene, amount) if len(ways) == 2 else None
    if place is None or len(place[1]) != 2:
        return None
    other = next(code for code in frame.pair if code != frame.view)
    flow = ways[place[0]]
    exporter, importer = (frame.view, other) if flow == "export" else (other, frame.view)
    return replace(frame, flow=flow, rule=f"respective_{flow}", pair=(), exporter=exporter, importer=importer)


def respective_place(scene: Scene, amount: Amount) -> tuple[int, list[Amount]] | None:
    """Which of which amounts one is that "respectively" gives each its own ("$41 million and $6 million")."""
    if not scene.has(amount.last, scene.last, _RESPECTIVELY):
        return None
    like = _respective_amounts(scene, amount)
    return (like.index(amount), like) if len(like) > 1 and amount in like else None


def word_of_place(scene: Scene, amount: Amount) -> Trigger | None:
    """The word of flow that "respectively" gives a change ("Imports came to $4 million and exports to $5 million,
    rising 2 percent and 3 percent respectively")."""
    place = respective_place(scene, amount) if amount.kind == "percent" else None
    if place is None:
        return None
    at, like = place
    told = [t for t in scene.triggers if t.kind == "noun" and t.flow in _MOVED and t.last <= like[0].first]
    return told[at] if len(told) == len(like) == len({trigger.flow for trigger in told}) else None
