"""Lists of countries with an amount each ("Germany took 53 bcm, and Austria 9 bcm"; "120,000 tonnes from Russia")."""

from dataclasses import replace

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.trade.abroad import with_others
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.frames import vary
from pipeline.extract.trade.likewise import in_series, limited_likewise, of_the_other, raised_likewise
from pipeline.extract.trade.roles import FROM, TO, named, opposite, subject_of
from pipeline.extract.trade.scene import Scene, Side, behind
from pipeline.extract.trade.story import Frame

_PARTNER_FLOWS = frozenset({"export", "import", "aid", "debt", "investment", "labour", "trade", "balance"})
_BETWEEN_TWO = frozenset({"export", "import", "aid", "investment", "labour"})
_GOING_TO = TO | {"in", "of"}
_LISTING = (None, "to", "into", "from", "with", "by", "for", "of")
_INITIALS = frozenset({"name", "short"})
_HANGING = FROM | TO | {"for"}
_PARTS = frozenset({"accounted", "accounting", "accounts"})
_GIVEN = frozenset({"aid", "debt", "investment"})
_PAYING, _DEALT = frozenset({"pay", "pays", "paid", "paying"}), frozenset({"export", "import"})
_ALSO = frozenset({"and", ",", "its", "the"})
_WITH_PART = frozenset({"at", "with", "("})
_BEHIND_WHOM, _SEMICOLON = frozenset({"after", "behind"}), frozenset({";"})
_RANKED = frozenset({"most", "top", "second", "third", "fourth", "fifth", "number"})
_RANK_REACH = 16
_PLACED = _RANKED | {"next", "in", "place", "coming", "ranked", "placed"}
_FOLLOWED, _DASHES = frozenset({"followed", "trailed"}), frozenset({"–", "—"})
_TOGETHER = frozenset({"together", "jointly", "combined", "both"})
_NAME_REACH = 4
"""So many tokens a country's name may take before its amount."""
_FIRMS = frozenset({"firms", "companies", "ones", "investors", "banks", "buyers", "traders", "lenders", "donors"})
_GOODS_REACH = _BEHIND_REACH = 6


def partner_of(scene: Scene, amount: Amount, frame: Frame, since: int, continued: bool, goes_on: bool) -> Frame:
    """`frame` with the country that stands beside `amount` in a list.

    `since` is the token behind the amount before; `continued` says that the frame goes on from that amount, or from the
    sentence before.
    """
    if frame.flow not in _PARTNER_FLOWS:
        another = of_the_other(scene, amount, frame) if continued else None
        return another or (limited_likewise(scene, amount, frame) if continued else None) or frame
    behind_it = _behind_the_first(scene, amount, frame) or (_to_others(scene, amount, frame) if goes_on else None)
    if behind_it is not None:
        return behind_it
    if not (continued or _opens_list(scene, amount)):
        return _with_hanging(scene, amount, frame)
    if frame.flow == "trade":
        told = _other_pair(scene, amount, frame) or _one_way(scene, amount, frame, since)
        if told is not None:
            return told
    other = of_the_other(scene, amount, frame) or raised_likewise(scene, amount, frame)
    if other is not None:
        return other
    side = _beside(scene, amount, frame, since)
    if side is None:
        return _turned(scene, amount, frame, since)
    if _one_of_many(scene, amount, side):
        return without_partner(frame)
    likewise = _given_likewise(scene, amount, frame, side) or _bracketed_likewise(scene, amount, frame)
    if likewise is not None:
        return vary(frame, likewise, side.code)
    bare = goes_on and side.preposition is None and not scene.has(side.last, amount.first, _PARTS)
    owed = frame.flow == "debt" and side.preposition in TO and frame.view == frame.importer
    return vary(frame, "exporter" if owed else _role(side), side.code, bare=bare)


def _turned(scene: Scene, amount: Amount, frame: Frame, since: int) -> Frame:
    """`frame` the other way round, where the amount's own words give its states in each other's part
    ("and $3 million from Chad to Mali", "and those of Chad in Mali to $3 million")."""
    if frame.pair or not frame.bilateral or frame.flow not in _BETWEEN_TWO:
        return frame
    following = next((a.qualifier_first for a in scene.amounts if a.first > amount.last and not a.converts), scene.last)
    near = [s for s in scene.sides if since <= s.first < following and named(s) and not s.attribution]
    whose = [s for s in near if s.preposition in FROM or _is_of_those(scene, s)]
    if len(whose) != 1 or whose[0].code != frame.importer or whose[0].kind == "pronoun":
        return frame
    others = [s for s in near if s is not whose[0]]
    told = others and all(s.code == frame.exporter and s.preposition in _GOING_TO for s in others)
    if not told:
        return frame
    return replace(frame, exporter=frame.importer, importer=frame.exporter, view=whose[0].code)


def _is_of_those(scene: Scene, side: Side) -> bool:
    """Whether what was told of before is told of a state ("those of Chad")."""
    at = side.first - 1 - (scene.tokens.lower(side.first - 1) == "the")
    return (
        scene.tokens.lower(at) == "of" and scene.tokens.lower(at - 1) in ("that", "those") and side.preposition == "of"
    )


def _behind_the_first(scene: Scene, amount: Amount, frame: Frame) -> Frame | None:
    """The same of who comes after the one told of ("Oman sold 9 tons, followed by Chad at 7 tons", "That made Oman the
    largest lender after Chad ($7 million)")."""
    at = amount.qualifier_first - 1
    if scene.tokens.lower(at) not in _WITH_PART or frame.pair:
        return None
    rank = at
    while scene.tokens.lower(rank - 1) in _PLACED:
        rank -= 1
    side = next((s for s in scene.sides if s.last == rank and named(s)), None)
    if side is None or side.code in frame.countries:
        return None
    # "Oman remained first at 9 tons, with Chad second at 7"
    ahead = side.first - 1 - (scene.tokens.lower(side.first - 1) == "the")
    followed = _follows(scene, side) or (rank < at and scene.tokens.lower(ahead) in ("with", "and", ",", "while"))
    if not followed and not (scene.tokens.lower(ahead) in _BEHIND_WHOM and _is_ranked(scene, ahead)):
        return None
    told = [s for s in scene.sides if s.last < side.first and s.code in frame.countries and not s.possessive]
    first = next((s for s in told if s.preposition is None), None)
    first = first or next((s for s in told if s.preposition in TO | FROM | {"by"}), None)
    if first is None:
        return None
    return vary(frame, "exporter" if first.code == frame.exporter else "importer", side.code)


def _to_others(scene: Scene, amount: Amount, frame: Frame) -> Frame | None:
    """`frame` with one side open, where the amount goes to, or comes from, others ("and 20 tons to other buyers")."""
    others = with_others(scene, amount) if frame.flow in _DEALT else None
    if others is None:
        return None
    return replace(frame, exporter=None) if others == "exporter" else replace(frame, importer=None)


def _is_ranked(scene: Scene, index: int) -> bool:
    """Whether "after" or "behind" at token `index` tells who comes first ("the second-largest donor after Oman")."""
    near = scene.tokens.lowers[max(scene.first, index - _RANK_REACH) : index]
    return any(word in _RANKED or word.endswith("est") for word in near)


def _follows(scene: Scene, side: Side) -> bool:
    """Whether a state is the one that follows another, or the next of those ("followed by Chad with 7 tons and Mali
    with 6")."""
    if scene.tokens.lower(side.first - 1) == "by":
        return scene.tokens.lower(side.first - 2) in _FOLLOWED
    if scene.tokens.lower(side.first - 1) not in _ALSO:
        return False
    before = (s for s in scene.sides if s.last < side.first and scene.tokens.lower(s.first - 1) == "by")
    return any(scene.tokens.lower(s.first - 2) in _FOLLOWED for s in before)


def _given_likewise(scene: Scene, amount: Amount, frame: Frame, side: Side) -> str | None:
    """The role of who is given or owed its own amount by the same verb ("lent Peru $6 million and Fiji $4 million")."""
    if frame.flow in _GIVEN and _owns(side, amount):
        return "exporter"
    if frame.flow not in _DEALT and side.preposition is None and scene.tokens.lower(side.last) == "for":
        return _role_of_first(scene, frame, side)
    paid = frame.flow == "import" and scene.has(scene.first, amount.first, _PAYING)
    if not (frame.flow in _GIVEN or paid) or side.preposition is not None:
        return None
    if side.last != amount.qualifier_first and not _names_firm(scene, side, amount):
        return None
    if scene.tokens.lower(side.first - 1) not in _ALSO and scene.tokens.lower(side.first - 2) not in _ALSO:
        return None
    given = [s for s in scene.sides if s.code in frame.countries and s.last <= side.first]
    before = (s for s in given if any(a.qualifier_first == s.last for a in scene.amounts))
    first = next((s for s in before if s.preposition in (None, "of")), None)
    if first is None:
        return None
    return "exporter" if first.code == frame.exporter else "importer"


def _role_of_first(scene: Scene, frame: Frame, side: Side) -> str | None:
    """The role of who has the share before ("Oman accounted for 9 percent and Chad for 7")."""
    before = [s for s in scene.sides if s.last <= side.first and s.preposition is None and s.code in frame.countries]
    shared = before and scene.has(before[-1].last, side.first, _PARTS)
    return ("exporter" if before[-1].code == frame.exporter else "importer") if shared else None


def _bracketed_likewise(scene: Scene, amount: Amount, frame: Frame) -> str | None:
    """The role of those whose parts brackets hold, as the first of them has it ("buys most from Chad ($4 million), Mali
    ($2 million)")."""
    if scene.tokens.lower(amount.qualifier_first - 1) != "(":
        return None
    opened = {a.qualifier_first - 1 for a in scene.amounts if a.first < amount.first}
    first = next((s for s in scene.sides if s.last in opened and s.preposition in TO | FROM), None)
    if first is None or frame.pair:
        return None
    if first.code not in frame.countries:
        return frame.varies
    return "exporter" if first.code == frame.exporter else "importer"


def _firms_of(scene: Scene, amount: Amount, side: Side) -> bool:
    """Whether only a word for a state's people or firms stands between its name and the amount ("and Indian firms $2
    million")."""
    between = scene.tokens.lowers[side.last : amount.qualifier_first]
    return side.kind == "demonym" and len(between) == 1 and between[0] in _FIRMS


def by_another(scene: Scene, amount: Amount, frame: Frame) -> Frame:
    """`frame` of whoever is told to change what was told before ("and India reduced them by 18 percent")."""
    subject = subject_of(scene, amount.first)
    if subject is None or frame.view is None or frame.pair or subject.kind == "pronoun":
        return frame
    role = "exporter" if frame.view == frame.exporter else "importer"
    if subject.code in frame.countries or frame.flow not in ("export", "import"):
        return frame
    return replace(vary(frame, role, subject.code), view=subject.code)


def _beside(scene: Scene, amount: Amount, frame: Frame, since: int) -> Side | None:
    """The country that a list sets beside the amount, if it is none of the frame's."""
    hanging = _hanging(scene, amount, bool(frame.pair), frame.flow == "labour")
    before = _before(scene, amount, since)
    if hanging is not None and hanging.code in frame.countries:
        adjacent = before is not None and before.preposition is None and before.last == amount.qualifier_first
        return before if before is not None and adjacent and before.code not in frame.countries else None
    beside = (hanging, before, _behind(scene, amount), _working_in(scene, amount, frame, since))
    return next((side for side in beside if side is not None and side.code not in frame.countries), None)


def _working_in(scene: Scene, amount: Amount, frame: Frame, since: int) -> Side | None:
    """ "those in Qatar accounted for": the host of workers who send wages home."""
    if frame.flow != "labour" or frame.view is None or frame.view != frame.importer:
        return None
    near = [
        s for s in scene.sides if since <= s.first and s.last <= amount.first and s.preposition == "in" and named(s)
    ]
    return near[-1] if near else None


def _opens_list(scene: Scene, amount: Amount) -> bool:
    """Whether the amount opens a list of countries behind a colon or dash ("exports in June: Japan 310,000 tonnes")."""
    side = next((side for side in scene.sides if side.last == amount.qualifier_first), None)
    if side is None:
        return False
    before = scene.tokens.lower(side.first - 1)
    dashed = before in _DASHES or (before == "-" and scene.tokens.lower(side.first - 2) == "-")
    return dashed or (before == ":" and side.first == scene.clause(amount.first)[0])


def _with_hanging(scene: Scene, amount: Amount, frame: Frame) -> Frame:
    """`frame` with the country that hangs on the amount, where its part is open ("410,000 tonnes from Thailand")."""
    beside = _before(scene, amount, amount.qualifier_first - _NAME_REACH)
    if frame.subject and beside is not None and in_series(scene, amount, beside) and beside.code not in frame.countries:
        return vary(frame, frame.subject, beside.code)
    side = _hanging(scene, amount, two_way=False)
    role = _role(side) if side is not None and frame.flow != "trade" else None
    if (
        side is None
        or role is None
        or _one_of_many(scene, amount, side)
        or getattr(frame, role) is not None
        or side.code in frame.countries
    ):
        return frame
    return vary(frame, role, side.code)


def _other_pair(scene: Scene, amount: Amount, frame: Frame) -> Frame | None:
    """The pair of an amount that names its own ("the $6.5 billion that changed hands between A and B")."""
    following = next((a.first for a in scene.amounts if a.first > amount.last and not a.converts), scene.last)
    codes = {
        s.code for s in scene.sides if amount.last <= s.first < following and s.preposition == "between" and named(s)
    }
    return replace(frame, pair=tuple(sorted(codes)), view=None) if len(codes) == 2 else None


def _one_way(scene: Scene, amount: Amount, frame: Frame, since: int) -> Frame | None:
    """One country's part in two-way trade ("Russian medicines made up $4.7 million of this")."""
    if len(frame.pair) != 2:
        return None
    behind = min(amount.last + _BEHIND_REACH, scene.clause(amount.first)[1])
    end = behind if amount.kind == "percent" else amount.first
    for side in scene.sides:
        if not (side.possessive and since <= side.first < end and side.code in frame.pair):
            continue
        other = next(code for code in frame.pair if code != side.code)
        if side.kind == "demonym" and term_at(scene.tokens, side.last) is not None and side.first < amount.first:
            return replace(frame, flow="export", pair=(), exporter=side.code, importer=other)
        sold = next((t for t in scene.triggers if side.last <= t.first <= side.last + 2 and t.kind == "noun"), None)
        if sold is not None and amount.kind == "percent" and sold.flow in ("export", "import"):
            one, two = (side.code, other) if sold.subject == "exporter" else (other, side.code)
            return replace(frame, flow=sold.flow, pair=(), exporter=one, importer=two)
    return None


def _one_of_many(scene: Scene, amount: Amount, side: Side) -> bool:
    """Whether several countries share the amount ("Norway, Sweden and Japan together", "from Italy and Greece")."""
    together = side.listed and scene.has(side.last, side.last + 3, _TOGETHER)
    followed = any(s.listed and 0 < s.first - side.last <= 2 for s in scene.sides) and side.preposition is not None
    parted = any(side.last <= a.first <= side.last + 4 for a in scene.amounts)
    each = scene.tokens.lower(amount.last) == "each"
    return together or each or (followed and not parted)


def without_subject(frame: Frame, last: Frame | None) -> Frame | None:
    """`frame` as seen from the party that a list of subjects had in common ("Germany took 5, France 4"); else None."""
    if frame.subject not in ("exporter", "importer") or last is None or frame.pair:
        return None
    common = opposite(frame.subject)
    code = getattr(frame, common)
    if code is None or getattr(last, frame.subject) == getattr(frame, frame.subject):
        return None
    exporter, importer = (None, code) if common == "importer" else (code, None)
    return replace(frame, exporter=exporter, importer=importer, view=code, subject=None, varies=frame.subject)


def without_partner(frame: Frame) -> Frame:
    """`frame` as seen from its own country alone, once a list has named several partners."""
    if frame.view is None:
        return frame
    if frame.pair:
        return replace(frame, pair=(frame.view,))
    if frame.view == frame.exporter:
        return replace(frame, importer=None)
    return replace(frame, exporter=None) if frame.view == frame.importer else frame


def _before(scene: Scene, amount: Amount, since: int) -> Side | None:
    near = [s for s in scene.sides if since <= s.first and s.last <= amount.first and named(s) and not s.attribution]
    near = [s for s in near if s.kind not in ("pronoun", "person") and (s.preposition in _LISTING or _owns(s, amount))]
    near = [
        s
        for s in near
        if not (s.possessive and s.preposition is None)
        or (s.last != since and _owns(s, amount))
        or _has_share(scene, s)
        or _names_firm(scene, s, amount)
        or _firms_of(scene, amount, s)
    ]
    return near[-1] if near and not scene.has(near[-1].last, amount.first, _SEMICOLON) else None


def _owns(side: Side, amount: Amount) -> bool:
    """Whether a state stands right before its own amount ("more than Japan's $200 million")."""
    return side.possessive and 0 <= amount.qualifier_first - side.last <= 1


def _names_firm(scene: Scene, side: Side, amount: Amount) -> bool:
    """Whether a state's company stands right before its amount ("and China's CNOOC some $1.5 billion")."""
    words = scene.tokens.words[side.last + 1 : amount.qualifier_first]
    return scene.tokens.lower(side.last) == "'s" and bool(words) and all(word[0].isupper() for word in words)


def _has_share(scene: Scene, side: Side) -> bool:
    """ "Kazakhstan's share was 10 percent"."""
    return "share" in scene.tokens.lowers[side.last : side.last + 3]


def _hanging(scene: Scene, amount: Amount, two_way: bool, of_labour: bool = False) -> Side | None:
    """ "55,000 tonnes from Ukraine", "$95 million with Honduras": whom a preposition hangs on the amount itself."""
    at = _behind_goods(scene, behind(scene, amount))
    link = scene.tokens.lower(at)
    if two_way and link == "with":
        return next((s for s in scene.sides if s.first - at in (1, 2) and named(s) and not s.possessive), None)
    for side in scene.sides:
        if side.first - at not in (1, 2) or not named(side):
            continue
        if link in _HANGING and side.preposition == link and not side.possessive:
            return side
        if link == "in" == side.preposition and of_labour and not side.possessive:
            return side
        if link == "of" and _describes_goods(side):
            return side
    return None


def _behind_goods(scene: Scene, index: int) -> int:
    """The token behind "of" and goods at token `index` that a way follows ("5 tonnes *of durum wheat* for Mali")."""
    if scene.tokens.lower(index) != "of":
        return index
    for at in range(index + 2, min(index + _GOODS_REACH, scene.last)):
        if scene.tokens.lowers[at] in _HANGING:
            return at if term_at(scene.tokens, at - 1) is not None else index
    return index


def _behind(scene: Scene, amount: Amount) -> Side | None:
    """ "55,000 tonnes from Ukraine", "nearly half of it French"."""
    at = behind(scene, amount)
    following = next((a.first for a in scene.amounts if a.first >= at and not a.converts), scene.last)
    for side in scene.sides:
        if not (at <= side.first < min(at + _BEHIND_REACH, following)) or not named(side) or side.attribution:
            continue
        if any(not word.isalpha() or word == "and" for word in scene.tokens.lowers[at : side.first]):
            return None
        if side.preposition in TO | FROM and not side.possessive:
            return side
        if side.kind == "demonym" and not side.possessive and side.preposition is None:
            return side
    return None


def _role(side: Side) -> str | None:
    if side.preposition in TO or side.preposition == "for":
        return "importer"
    if side.preposition in FROM:
        return "exporter"
    return "exporter" if side.kind == "demonym" or _describes_goods(side) else None


def _describes_goods(side: Side) -> bool:
    """Whether an adjective or initials say whose goods an amount is of ("$3 million of UK whisky")."""
    return side.possessive and (side.kind == "demonym" or (side.preposition == "of" and side.kind in _INITIALS))
