"""The goods of a figure in the text's words, and their chapter of the Harmonised System."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.goods_terms import firms, first_words, is_verb, terms
from pipeline.extract.trade.goods_words import (
    ADJECTIVES,
    BESIDE_GOODS,
    ENDS,
    GENERIC,
    HEADS,
    KINDS_OF,
    MAKERS,
    NOT_GOODS,
    PACKED,
    PIECES,
    THESE,
)
from pipeline.extract.trade.scene import Scene, Side, behind
from pipeline.extract.trade.spelling import hyphened, is_abbreviated

MOSTLY = word_set("mostly mainly chiefly largely primarily principally predominantly particularly especially notably")
"""Before goods these say what a trade is made of."""
_POINTERS = word_set("them these those it that this which what whatever whom")
"""Behind "of" these name no goods of their own ("48,000 of them sailed")."""
_OWNING = frozenset({"'s", "’s"})
_OPENING = frozenset({"'s", "'", "and", ",", "the", "a", "of", "-"})
"""Ahead of the name of goods these are no part of it, where no type's number follows ("A320 jets")."""
_OPEN_ENDS = frozenset({"and", "or"})
NP_REACH = 6
_AGENTS = word_set("the a an its their several some many two three four other local private chartered foreign")
"""Between "by" and who does an act."""
_OPEN_ASIDES, _CLOSED_ASIDES = (",", "("), (",", ")")
EXEMPLIFYING = MOSTLY | {"including", "such", "like"}
"""With these an aside begins that gives examples of the goods before it."""
_EXAMPLE_REACH = 4
_AGENT_REACH = 4
_HOLDERS = word_set(
    "containers container truckloads trucks lorries wagons railcars boxcars ships vessels trains planes pallets"
)
_HOLDING = word_set("loaded laden filled carrying holding containing full")
_KINDS_ALONE = (["services"], ["merchandise"])
_KIND_AND_HEAD = 2
"""So many words at least a name takes whose head others can share."""
HEAD = "head"
"""What animals are counted in ("3,300 head", "500 head of cattle")."""
_LED_BY = word_set("followed led headed trailed topped joined dominated")
"""Before "by" these go through goods, where another verb would have whoever does it."""
Goods = tuple[str, str | None]
"""Goods in the text's words, and their chapter or None."""


def places_of_goods(scene: Scene, first: int, last: int) -> list[int]:
    """The tokens between two at which goods of the lexicon may begin, judged by their first word alone; not the pieces
    that are counted ("9 million bags")."""
    places = scene.tokens.places(first_words(), max(first, scene.first), min(last, scene.last))
    if PACKED.isdisjoint(scene.held):
        return places
    counted = {amount.noun for amount in scene.amounts if amount.noun is not None}
    return [at for at in places if (at, at + 1) not in counted or scene.tokens.lowers[at] not in PACKED]


def term_at(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The chapter of the goods named at token `index` ("" without one) and the token behind them, or None."""
    found = terms().at(tokens, index)
    return None if found is None or is_verb(tokens, index) else found


def chapter(tokens: Tokens, first: int, last: int) -> str | None:
    """The chapter of the goods that the tokens name: of the last term in a phrase, the first of a list."""
    found = None
    at = first
    while at < last:
        match = term_at(tokens, at)
        if match is None:
            at += 1
            continue
        without = tokens.lower(at - 1) == "-" and tokens.lower(at - 2) == "non"
        if match[0] and not without and (found is None or tokens.lower(at - 1) not in ("and", ",", "or")):
            found = match[0]
        at = max(match[1], at + 1)
    return found


def phrase(scene: Scene, first: int, last: int) -> Goods | None:
    """The goods that the tokens name, as text and chapter, countries and empty words at their ends left out."""
    tokens = scene.tokens
    near = (side for side in scene.sides if first <= side.first < last and not _is_brand(scene, side))
    sides = {index for side in near for index in range(side.first, side.last)}
    while first < last and (
        first in sides
        or (tokens.lowers[first] in NOT_GOODS and not _long_term(tokens, first))
        or (tokens.lowers[first] in _OPENING and not tokens.word(first + 1).isdecimal())
    ):
        first += 1
    while last > first and (
        tokens.lowers[last - 1] in _OPEN_ENDS
        or tokens.lowers[last - 1] in NOT_GOODS
        or not tokens.words[last - 1][-1].isalnum()
    ):
        if any(_long_term(tokens, at) == last for at in range(max(first, last - NP_REACH), last)):
            break
        last -= 1
    words = tokens.lowers[first:last]
    if not words or (words not in _KINDS_ALONE and all(lower in GENERIC or lower == "and" for lower in words)):
        return None
    return tokens.span(first, last), chapter(tokens, first, last)


def _long_term(tokens: Tokens, index: int) -> int:
    """The token behind a term of several words at token `index` ("medical supplies"), 0 where there is none."""
    match = term_at(tokens, index)
    return match[1] if match is not None and match[1] - index > 1 else 0


def noun_phrase(scene: Scene, index: int) -> int:
    """The token behind the goods that begin at token `index`: behind its last term of the lexicon, if it has one.

    "X and Y" is one phrase where both are goods.
    """
    tokens, at = scene.tokens, index
    end = min(index + NP_REACH, scene.last)
    dates = {position for date in scene.dates for position in range(date.first, date.last)}
    amounts = {amount.qualifier_first for amount in scene.amounts}
    behind_term, listing = None, False
    while at < end and at not in dates and at not in amounts:
        match = term_at(tokens, at)
        if match is not None:
            at = behind_term = match[1]
            if tokens.lower(at) in ("and", ",", "or") and _goods_follow(scene, at + 1):
                at, listing = at + 1, True
                end = min(at + NP_REACH, scene.last)
            continue
        lower = tokens.lowers[at]
        if listing and lower in ("and", ",") and term_at(tokens, at + 1) is not None:
            at += 1  # "flour, meal and meat"
            continue
        if lower == "of" and tokens.words[at - 1][0].isupper() and tokens.word(at + 1)[:1].isupper():
            at += 1  # "Gulf of Suez crude"
            continue
        if lower in _OWNING and at > index:
            at += 1  # "Moderna's vaccine"
            continue
        if lower == "of" and tokens.lowers[at - 1] in KINDS_OF:
            at += 1
            continue
        if lower == "free" and tokens.lower(at + 1) == "market":
            at += 2
            continue
        if lower in ENDS or not (tokens.words[at][0].isalnum() or lower == "-"):
            break
        at += 1
    return behind_term or at


def _goods_follow(scene: Scene, index: int) -> bool:
    """Whether goods of the same list begin at token `index`, no amount standing before them."""
    at = index + (scene.tokens.lower(index) in ("and", "or"))
    if scene.tokens.lower(at) in MOSTLY:
        return False
    for step in range(3):
        if any(amount.first == at + step for amount in scene.amounts):
            return False
        if term_at(scene.tokens, at + step) is not None:
            return True
    return False


def of_amount(scene: Scene, amount: Amount) -> Goods | None:
    """The goods that the amount itself names: what it counts, or "of flour", "worth of crude oil"."""
    tokens = scene.tokens
    if amount.noun is not None and tokens.lowers[amount.noun[1] - 1] == "times":
        return None
    if amount.noun is not None and amount.kind == "count":
        if is_unnamed(tokens, amount.noun):
            return _of_head(scene, amount.noun)
        end = max(amount.noun[1], noun_phrase(scene, amount.noun[0]))
        if tokens.lowers[end - 1] in _HOLDERS and tokens.lower(end) in _HOLDING:
            at = end + 1 + (tokens.lower(end + 1) in ("with", "of"))
            return phrase(scene, at, noun_phrase(scene, at)) or phrase(scene, amount.noun[0], end)
        if tokens.lower(end) == "of":
            end = noun_phrase(scene, end + 1)
        return phrase(scene, amount.noun[0], end)
    at = behind(scene, amount)
    word = tokens.lower(at)
    mostly = amount.kind != "currency" and word == "," and tokens.lower(at + 1) in MOSTLY
    if mostly and term_at(tokens, at + 2) is not None:
        return phrase(scene, at + 2, noun_phrase(scene, at + 2))
    step = _to_goods(scene, amount, at)
    if step is None:
        return None
    at += step
    if tokens.lower(at) in _POINTERS and term_at(tokens, at + 1) is None:
        return None
    while tokens.lower(at) in ("the", "its", "their", "a", "an", "such", "such", "'s") or any(
        s.first <= at < s.last and not _is_brand(scene, s) for s in scene.sides
    ):
        at += 1
    end = noun_phrase(scene, at)
    return phrase(scene, at, end) if end > at else None


def _to_goods(scene: Scene, amount: Amount, index: int) -> int | None:
    """How many tokens from `index`, behind the amount, its goods begin ("worth of", "of"), None where none do."""
    tokens, word = scene.tokens, scene.tokens.lower(index)
    if word == "worth" and tokens.lower(index + 1) == "of":
        return 2
    if word == "of" and amount.kind not in ("percent", "point"):
        return 1
    if word in BESIDE_GOODS.get(amount.kind, ()) and term_at(tokens, index + 1) is not None:
        return 1
    if amount.kind == "mass":
        return 0 if _is_named_bare(scene, index) else None
    spent = word in ("in", "on") or (word == "for" and _is_included(tokens, amount))
    return 1 if spent and amount.kind == "currency" and _goods_soon(scene, index + 1) else None


def _is_named_bare(scene: Scene, index: int) -> bool:
    """Whether goods stand right behind their weight, as some desks write ("4 million tonnes coarse grain")."""
    at = next((side.last for side in scene.sides if side.first == index and side.kind == "demonym"), index)
    at += scene.tokens.lower(at) in ADJECTIVES and term_at(scene.tokens, at) is None
    match = term_at(scene.tokens, at)
    return match is not None and at not in scene.starts and scene.tokens.lower(match[1]) not in HEADS


def of_these(scene: Scene, amount: Amount) -> bool:
    """Whether the amount is of goods that are only pointed to ("944 million dollars worth of the product")."""
    lowers, at = scene.tokens.lowers, behind(scene, amount)
    at += scene.tokens.lower(at) == "worth"
    if scene.tokens.lower(at) != "of" or scene.tokens.lower(at + 1) not in THESE:
        return False
    at += 2 + (scene.tokens.lower(at + 2) in THESE)
    return at < scene.last and lowers[at] in GENERIC and scene.tokens.lower(at + 1) not in GENERIC


def _is_brand(scene: Scene, side: Side) -> bool:
    """Whether a place is a part of the name of its goods ("Basra Light", not "Chilean wine")."""
    word = scene.tokens.word(side.last)
    if side.kind in ("demonym", "pronoun") or side.last >= scene.last or scene.paragraph.kind == "headline":
        return False
    return word.istitle() and term_at(scene.tokens, side.last) is None and not _is_side(scene, side.last)


def _is_side(scene: Scene, index: int) -> bool:
    return any(side.first == index for side in scene.sides)


def is_unnamed(tokens: Tokens, noun: tuple[int, int]) -> bool:
    """Whether a counted noun leaves it to other words what goods are meant ("3,300 head", "209,000 units")."""
    head = tokens.lowers[noun[1] - 1]
    return head == HEAD or (head in PIECES and noun[1] - noun[0] == 1) or _is_package(tokens, noun)


def _is_package(tokens: Tokens, noun: tuple[int, int]) -> bool:
    """Whether what is counted is named by what it holds alone ("60-kg bags")."""
    return tokens.words[noun[0]][0].isdecimal() and tokens.lower(noun[0] + 1) == "-"


def _of_head(scene: Scene, noun: tuple[int, int]) -> Goods | None:
    """The animals that are counted in head ("500 head of Polish cattle", "cattle, 3,300 head" names none itself)."""
    at = noun[1]
    if scene.tokens.lower(at) == "of":
        return phrase(scene, at + 1, noun_phrase(scene, at + 1))
    return None if _is_package(scene.tokens, noun) else phrase(scene, noun[0], at - 1)


def _is_included(tokens: Tokens, amount: Amount) -> bool:
    """Whether the amount is named as a part of the one before it ("including $571 million for natural gas")."""
    return tokens.lower(amount.qualifier_first - 1) in ("including", "comprising", "namely")


def _goods_soon(scene: Scene, index: int) -> bool:
    for at in range(index, min(index + 4, scene.last)):
        if term_at(scene.tokens, at) is not None:
            return True
        if scene.tokens.lowers[at] in ENDS and scene.tokens.lowers[at] not in ("the", "its", "a"):
            return False
    return False


def with_adjectives(scene: Scene, index: int, first: int) -> int:
    """The first of the adjectives that stand before the goods at token `index`."""
    tokens, at = scene.tokens, index
    while at > first and index - at < 3 and tokens.lowers[at - 1] in ADJECTIVES:
        at -= 1
    return _list_of_kinds(tokens, at, first) if tokens.lower(at - 1) == "and" else at


def _list_of_kinds(tokens: Tokens, index: int, first: int) -> int:
    """Where the kinds begin that share the "products" of the goods at token `index` ("farm, forestry and fishery
    products"); `index` where its name has no such head."""
    term = term_at(tokens, index)
    if term is None or term[1] - index < _KIND_AND_HEAD or tokens.lowers[term[1] - 1] not in GENERIC:
        return index
    at = index
    while at - 2 >= first and tokens.lowers[at - 1] in ("and", ","):
        kind = tokens.words[at - 2]
        if not (kind.isalpha() and kind.islower()) or kind in ENDS or kind in NOT_GOODS or kind in GENERIC:
            break
        at -= 2
        if at - 1 >= first and tokens.lowers[at - 1] in ADJECTIVES:
            at -= 1
    return at


def first_goods(scene: Scene, first: int, last: int) -> Goods | None:
    """The first goods of the lexicon named between two tokens, with what is joined to them by "and"."""
    for at in places_of_goods(scene, first, last):
        if _is_goods(scene, at):
            return phrase(scene, with_adjectives(scene, at, first), min(noun_phrase(scene, at), last))
    return None


def goods_near(scene: Scene, first: int, reach: int) -> Goods | None:
    """The first goods of the lexicon that begin within `reach` tokens from `first`, however far their name goes on."""
    for at in places_of_goods(scene, first, first + reach):
        if _is_goods(scene, at):
            return phrase(scene, with_adjectives(scene, at, first), noun_phrase(scene, at))
    return None


def all_goods(scene: Scene, first: int, last: int) -> list[Goods]:
    """Each of the goods of the lexicon named between two tokens, those of a list one by one."""
    found, at = list[Goods](), max(first, scene.first)
    while at < min(last, scene.last):
        match = term_at(scene.tokens, at) if _is_goods(scene, at) else None
        goods = phrase(scene, with_adjectives(scene, at, first), match[1]) if match is not None else None
        found += [goods] if goods is not None else []
        at = max(match[1], at + 1) if match is not None else at + 1
    return found


def last_goods(scene: Scene, first: int, last: int) -> Goods | None:
    """The last goods named between two tokens: those that stand nearest before an amount; not those that an aside
    gives as examples of them ("fuels, including coal and diesel, made up …")."""
    behind_last, found = first, None
    for at in places_of_goods(scene, first, last):
        if at < behind_last or not _is_goods(scene, at):
            continue
        if found is not None and scene.tokens.lowers[behind_last] in _OPEN_ASIDES:
            aside = _behind_examples(scene, behind_last + 1, at, last)
            if aside:
                behind_last = aside
                continue
        if found is not None and at == behind_last + 1 and is_abbreviated(scene.tokens, at):
            continue
        end = min(noun_phrase(scene, at), last)
        found = phrase(scene, with_adjectives(scene, at, first), end) or found
        behind_last = max(end, at + 1)
    return found


def _behind_examples(scene: Scene, first: int, at: int, last: int) -> int:
    """The token behind the aside that begins at token `first` and gives goods at `at` as an example; 0 for another."""
    opening = scene.tokens.lowers[first]
    if opening not in EXEMPLIFYING or at - first > _EXAMPLE_REACH:
        return 0
    ends = (index for index in range(at, min(last + 1, scene.last)) if scene.tokens.lowers[index] in _CLOSED_ASIDES)
    return next((index + 1 for index in ends if not _goes_on_listing(scene, index + 1, last)), 0)


def _goes_on_listing(scene: Scene, index: int, last: int) -> bool:
    """Whether goods or an "and" follow the comma before token `index`."""
    return scene.tokens.lowers[index] in ("and", "or") or any(
        index <= place <= index + 1 and _is_goods(scene, place) for place in places_of_goods(scene, index, last)
    )


def _does_it(scene: Scene, index: int) -> bool:
    """Whether what stands at token `index` is only who or what does the act ("brought by an Omani ship", "seen by two
    newspapers")."""
    if "by" not in scene.held:
        return False
    at, reach = index - 1, index - _AGENT_REACH
    while at > reach and (scene.tokens.lower(at) in _AGENTS or any(s.first <= at < s.last for s in scene.sides)):
        at -= 1
    return scene.tokens.lower(at) == "by" and scene.tokens.lower(at - 1) not in _LED_BY


def _is_goods(scene: Scene, index: int) -> bool:
    """Whether goods of the lexicon stand at token `index`, and no word of flow or name that looks like them."""
    match = term_at(scene.tokens, index)
    if match is None or scene.tokens.lowers[index] in NOT_GOODS:
        return False
    word, before, head = scene.tokens.words[index], scene.tokens.lower(index - 1), scene.tokens.lower(match[1])
    titled = word[0].isupper() and not word.isupper() and index > scene.first and scene.paragraph.kind != "headline"
    if head in HEADS or _does_it(scene, index):
        return False
    if titled and before not in (".", ":", ";", "“", '"', "-"):
        return False
    if (head == "-" and hyphened(scene.tokens, match[1])) or (before == "-" and hyphened(scene.tokens, index - 1)):
        return False
    if index in scene.starts and scene.starts[index].kind in ("verb", "passive"):
        return False
    if word in firms() and index + 1 not in scene.starts:
        return False  # "Apple earned", but not "Apple exports earned"
    if scene.tokens.lowers[index] in MAKERS and term_at(scene.tokens, index - 1) is not None:
        return False
    return not any(side.first <= index < side.last for side in scene.sides)
