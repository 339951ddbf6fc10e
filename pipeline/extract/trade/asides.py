"""Dates of a sentence that date something else than its figures: a cause, an occasion, the making of a rule."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Dated, Scene

_CAUSED = word_set(
    "begun launched opened started signed built founded completed introduced imposed agreed concluded "
    "helped boosted driven buoyed supported spurred lifted hit hurt hampered fuelled fueled aided dented"
)
_MADE_THEN = _CAUSED | word_set(
    "acquired adopted approved arranged began bought came carried closed commissioned concluded "
    "constructed created discovered dug enlarged entered erected established expanded formed found "
    "granted inaugurated installed joined laid modernised modernized nationalised nationalized "
    "negotiated obtained opens privatised privatized put raised reached reactivated rebuilt "
    "reconstructed refurbished renewed renovated reopened repaired restored resumed revived secured set "
    "shut taken took unveiled upgraded was went won"
)
"""What a thing went through once, told by the way ("the line, which was laid in 1998,")."""
_FINITE_ALONE = word_set("began came opens took was went reached raised")
"""Those of them that are no participles, or that tell of figures as well."""
_OCCASIONS = word_set("after when because once following")
_BEHIND = frozenset({"after", "following"})
_HAPPENED = frozenset({"of", "in", "on"})
_OCCASION_REACH = 6
_CLAUSE_WORDS = 3
"""Words at least between one of these and its date, where a clause of its own stands between them."""
_ASIDE_REACH = 14
_PARTING = frozenset({",", ";", "(", ")", ":"})
_UNTIL = frozenset({"until", "till", "once", "formerly", "long", "before", "already"})
_RELATIVE = frozenset({"which", "who", "whose"})
_HAD = frozenset({"had"})
_DOCUMENTS = word_set(
    "resolution resolutions agreement deal contract treaty accord pact protocol memorandum law act decree sanctions"
)
_DOCUMENT_REACH = 6
_PLACE_REACH = 5
_CAPS = word_set("ceiling ceilings quota quotas limit limits cap caps target targets")
_CAP_REACH = 4
_MADE = word_set("set fixed adopted passed signed approved concluded inked agreed dated unveiled ratified imposed")
_AUXILIARIES = word_set("was were is are been be being and")
_DATING = frozenset({"in", "on", "at"})

_BEFORE_REACH = 4
_UPHEAVALS = word_set(
    "war conflict invasion pandemic crisis outbreak ban sanctions embargo coup blockade lockdown revolution uprising "
    "earthquake fighting annexation"
)
"""What was before these in a year is not of that year ("was at 1% before the war in 2022")."""
_UPHEAVAL_REACH = 8
_TARIFFS = word_set("tariff tariffs duty duties levy levies surcharge surcharges")
_TARIFF_REACH = 8
_MORE = frozenset({"another", "further", "additional"})


def dates_another(scene: Scene, item: Dated, amount: Amount) -> bool:
    """Whether the date is that of something else: a cause, an occasion, the making of a rule."""
    if item.last <= amount.first and in_aside(scene, item):
        return True
    return _in_cause(scene, item, amount) or _in_occasion(scene, item, amount) or _of_a_document(scene, item, amount)


def of_a_tariff(scene: Scene, amount: Amount) -> bool:
    """Whether goods are those that a tariff is put on, so that the day is that one's ("slapped duties on $5 billion of
    Thai goods in June")."""
    at = amount.qualifier_first - 1
    at -= scene.tokens.lower(at) in _MORE
    if amount.kind != "currency":
        return False
    return scene.tokens.lower(at) == "on" and scene.has(at - _TARIFF_REACH, at, _TARIFFS)


def speaks_of_tariffs(scene: Scene) -> bool:
    """Whether a sentence tells of the making of a tariff, whose day is that of no figure."""
    return scene.has(scene.first, scene.last, _TARIFFS)


def _in_cause(scene: Scene, item: Dated, amount: Amount) -> bool:
    """Whether the date tells when a cause was, between commas (", helped by the scrapping of duties in 2011, rose")."""
    lowers = scene.tokens.lowers
    if amount.first < item.last or scene.tokens.lower(item.last) != ",":
        return False
    comma = next((at for at in range(item.first - 1, scene.first, -1) if lowers[at] == ","), scene.last)
    return scene.has(comma + 1, min(comma + 2, scene.last), _CAUSED)


def in_aside(scene: Scene, item: Dated) -> bool:
    """Whether the date stands between commas in what is told by the way of a state or its goods ("Iraq, until May its
    top source, sold", "exports, which had dried up in spring, rose")."""
    lowers, reach = scene.tokens.lowers, max(scene.first, item.first - _ASIDE_REACH)
    comma = next((at for at in range(item.first - 1, reach, -1) if lowers[at] in _PARTING), 0)
    if not comma or lowers[comma] != ",":
        return False
    word = scene.tokens.lower(comma + 1)
    told = (
        word in _UNTIL or (word in _RELATIVE and scene.has(comma + 2, item.first, _HAD)) or _tells_of_past(scene, comma)
    )
    if not told:
        return False
    end = next((at for at in range(item.last, min(scene.last, item.last + _ASIDE_REACH)) if lowers[at] in _PARTING), 0)
    return end > 0 and lowers[end] == "," and not any(comma < a.first < end for a in scene.amounts)


def _tells_of_past(scene: Scene, comma: int) -> bool:
    """Whether behind a comma it is told what a thing went through ("the line, which was reopened in", "rebuilt in")."""
    at = comma + 1
    relative = scene.tokens.lower(at) in _RELATIVE
    if relative:
        at += 1
        while scene.tokens.lower(at) in _AUXILIARIES:
            at += 1
    return scene.tokens.lower(at) in (_MADE_THEN if relative else _MADE_THEN - _FINITE_ALONE)


def _in_occasion(scene: Scene, item: Dated, amount: Amount) -> bool:
    """Whether the date tells when something else took place ("rose to 20 tons after Oslo lifted the ban in May", "after
    the floods of May 2009 it bought 20 tons")."""
    lowers = scene.tokens.lowers
    if item.last <= amount.first:
        return behind_occasion(scene, item)
    opened = next(
        (at for at in range(item.first - _CLAUSE_WORDS - 1, amount.last - 1, -1) if lowers[at] in _OCCASIONS), 0
    )
    return opened > 0 and not any(opened < a.first < item.first for a in scene.amounts if a.unit.kind != "count")


def behind_occasion(scene: Scene, item: Dated) -> bool:
    """Whether the date is that of what something followed ("after the floods of May 2009")."""
    near = scene.has(item.first - _OCCASION_REACH, item.first - 1, _BEHIND)
    return near and scene.tokens.lowers[item.first - 1] in _HAPPENED


def _of_a_document(scene: Scene, item: Dated, amount: Amount) -> bool:
    """Whether the date tells when a rule was made ("under a resolution adopted in 2017", "above a ceiling of 9 million
    barrels agreed in Algiers last May")."""
    behind = amount.last <= item.first
    made = making(scene, item, behind)
    if not made:
        return False
    if behind:
        return scene.has(amount.first - _CAP_REACH, made, _CAPS)
    return made < item.first - 1 and scene.has(made - _DOCUMENT_REACH, made, _DOCUMENTS)


def making(scene: Scene, item: Dated, abroad: bool = True) -> int:
    """The participle before the date that hangs on what was made then ("agreed" of "ceiling agreed in Algiers last
    May"), 0 without one; a place may stand between them if `abroad`."""
    tokens, at = scene.tokens, item.first - 1
    if _MADE.isdisjoint(tokens.lowers[max(scene.first, at - _PLACE_REACH) : item.first]):
        return 0
    while at > item.first - _PLACE_REACH and (tokens.lower(at) in _DATING or (abroad and tokens.words[at].istitle())):
        at -= 1
    return at if tokens.lower(at) in _MADE and _is_noun_behind(tokens.lower(at - 1)) else 0


def _is_noun_behind(word: str) -> bool:
    """Whether what stands before a participle is no auxiliary, so that it hangs on a noun."""
    return word not in _AUXILIARIES


def comes_before(scene: Scene, item: Dated) -> bool:
    """Whether a figure is one of the time before an event of that time ("Before the May 4 raid it sold 5 tons a
    month")."""
    if item.mention.precision != "day":
        lowers, first = scene.tokens.lowers, max(scene.first, item.first - _UPHEAVAL_REACH)
        if lowers[item.first - 1] != "in" or "before" not in lowers[first : item.first]:
            return False
        at = next(at for at in range(item.first - 1, first - 1, -1) if lowers[at] == "before")
        return scene.has(at, item.first, _UPHEAVALS)
    return "before" in scene.tokens.lowers[max(scene.first, item.first - _BEFORE_REACH) : item.first]
