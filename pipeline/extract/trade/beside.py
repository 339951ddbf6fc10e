"""The goods that stand beside a word of flow ("cashmere sales", "exports of machine tools", "trade in timber")."""

from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import (
    NP_REACH,
    Goods,
    noun_phrase,
    phrase,
    places_of_goods,
    term_at,
    with_adjectives,
)
from pipeline.extract.trade.goods_words import ENDS, MAKERS, NOT_GOODS
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.spelling import hyphened, is_abbreviated

_FROM_MAKERS = frozenset({"from", "by", "in"})
_INDUSTRIES = word_set("industry industries sector sectors subsector")
_OWNERS = word_set("companies firms enterprises businesses manufacturers producers exporters importers traders")
_WAYS = frozenset({"to", "from"})
_WHERE = frozenset({"in", "from", "of"})
_OWNERS_WORDS = word_set("the its their 's imported exported")
_JOINING = frozenset({"and", ","})
_DETERMINERS = word_set("the its their 's s ' country nation")


def of_trigger(scene: Scene, trigger: Trigger) -> Goods | None:
    """The goods that stand beside a word of flow: "cashmere sales", "exports of machine tools", "wheat arrivals"."""
    tokens = scene.tokens
    if trigger.kind == "noun":
        before = goods_before(scene, trigger.first)
        if before is not None:
            return before
    if trigger.kind == "noun" and trigger.flow == "consumption":
        demanded = _demanded(scene, trigger.last)
        if demanded is not None:
            return demanded
    at = trigger.last
    if trigger.kind == "noun" and tokens.lower(at) in _FROM_MAKERS:
        return _of_industry(scene, at + 1)
    if trigger.kind == "noun" and tokens.lower(at) in _WAYS:
        at = next((s.last for s in scene.sides if s.first == at + 1 and tokens.lower(s.last) == "of"), at)
    if tokens.lower(at) == "of" or (trigger.flow == "cap" and tokens.lower(at) in ("on", "for")):
        at = _past_owner(scene, at + 1)
        end = noun_phrase(scene, at)
        if end > at and tokens.lowers[end - 1] in _OWNERS:
            return None  # "imports and exports of private companies"
        return phrase(scene, at, end) if end > at else None
    return None


def _past_owner(scene: Scene, index: int) -> int:
    """The token behind what only says whose or which goods are told of ("of its imported")."""
    while scene.tokens.lower(index) in _OWNERS_WORDS or any(s.first <= index < s.last for s in scene.sides):
        index += 1
    return index


def _demanded(scene: Scene, index: int) -> Goods | None:
    """The goods of the lexicon that a demand is for whose noun ends before token `index` ("demand for copper", "need in
    Chad for imported wheat")."""
    tokens = scene.tokens
    if tokens.lower(index) in _WHERE:
        index = next((side.last for side in scene.sides if side.first == index + 1), index)
    if tokens.lower(index) != "for":
        return None
    at = _past_owner(scene, index + 1)
    end = noun_phrase(scene, at)
    named = any(term_at(tokens, place) is not None for place in places_of_goods(scene, at, end))
    return phrase(scene, at, end) if named and tokens.lowers[end - 1] not in _OWNERS else None


def _of_industry(scene: Scene, index: int) -> Goods | None:
    """The goods that an industry is named after, whose trade is told ("exports from Chad's livestock sector"), or that
    a trade is in ("trade in timber")."""
    tokens, at = scene.tokens, index
    while tokens.lower(at) in _DETERMINERS or any(side.first <= at < side.last for side in scene.sides):
        at += 1
    if term_at(tokens, at) is None:
        return None
    end = noun_phrase(scene, at)
    makes = tokens.lower(end) in _INDUSTRIES
    return phrase(scene, at, end) if makes or tokens.lower(index - 1) == "in" else None


def within(scene: Scene, trigger: Trigger) -> Goods | None:
    """The goods that a word of flow itself begins with ("crude output")."""
    match = term_at(scene.tokens, trigger.first) if trigger.last - trigger.first > 1 else None
    return phrase(scene, trigger.first, match[1]) if match is not None and match[1] < trigger.last else None


def goods_before(scene: Scene, index: int) -> Goods | None:
    """The goods that end right before token `index` ("coal exports", "textile and garment shipments")."""
    tokens = scene.tokens
    before = tokens.lower(index - 1)
    if before in _INDUSTRIES:
        index -= 1  # "livestock industry exports"
    elif before == ")" and is_abbreviated(tokens, index - 2):
        index -= 3  # "liquefied natural gas (LNG) exports"
    for at in places_of_goods(scene, index - NP_REACH, index):
        match = term_at(tokens, at)
        if match is None or (hyphened(tokens, at - 1) and tokens.lower(at - 2) == "non"):
            continue
        end = match[1]
        while end < index and tokens.lowers[end] in _JOINING:
            rest = term_at(tokens, end + 1)
            if rest is None:
                end += 2 * _like_goods(tokens, end + 1, index)
                break
            end = rest[1]
        if end == index:
            return phrase(scene, with_adjectives(scene, at, scene.first), index)
    return None


def _like_goods(tokens: Tokens, index: int, behind: int) -> bool:
    """Whether the one word at `index` is joined to goods, though no lexicon has it ("billet and bloom output")."""
    lower = tokens.lower(index)
    joined = tokens.lower(index - 1) == "and" and index + 1 == behind
    return joined and lower.isalpha() and lower not in ENDS and lower not in NOT_GOODS and tokens.words[index] == lower


def of_makers(scene: Scene, first: int, last: int) -> Goods | None:
    """The goods that those between two tokens make or sell ("cement factories exported 1.2 million tonnes")."""
    for at in places_of_goods(scene, first, last):
        match = term_at(scene.tokens, at)
        if match is not None and match[1] < last and scene.tokens.lowers[match[1]] in MAKERS:
            return phrase(scene, with_adjectives(scene, at, first), match[1])
    return None
