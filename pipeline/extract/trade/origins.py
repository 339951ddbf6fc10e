"""Goods that a text names with the country that they come from, and with the one that they go to.

"Norwegian seafood", "wine from Chile", "duties on Canadian lumber", "the biggest market for Kenyan tea", "Thai fruit
for Chinese tables": such phrases fill the story's `ledger`, figures or none.
"""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.beside import goods_before
from pipeline.extract.trade.commodity import Goods, first_goods, phrase, term_at
from pipeline.extract.trade.goods_words import HEADS
from pipeline.extract.trade.roles import FROM, TO, named, subject_of, subject_role
from pipeline.extract.trade.scene import Scene, Side
from pipeline.extract.trade.story import Story

_ADJECTIVES = 2
"""So many words may stand between whose goods they are and the goods ("Norwegian farmed salmon")."""
_BEHIND_GOODS = word_set(
    "to into for from in at on by via over through across and or but is was were are has have had will would which "
    "that since until between worth after before with as while when"
)
"""Behind goods these leave them what is spoken of, where another noun would make them an adjective of it."""
_TAKERS = word_set(
    "market markets need needs reserves reserve stocks stockpile stockpiles storage tariffs tariff duty duties users "
    "user eaters drinkers drinker lovers self-sufficiency policy policies subsidies subsidy rationing shortage "
    "shortages tender tenders quota quotas"
)
"""Behind goods these are of those who use them, so that an adjective before is no origin ("Egyptian wheat tender")."""
_ANY_GOODS = word_set("goods products produce commodities merchandise imports wares")
_ASKING = word_set("ask asks asked asking urge urges urged approached")
_BARRIERS = word_set(
    "ban bans embargo duties duty tariff tariffs curbs restrictions levy levies boycott moratorium quota quotas "
    "barriers safeguards prohibition"
)
_BARRING = word_set(
    "bans banned barred bars blocks blocked boycotts boycotted shuts shut keeps kept rejected restricts restricted "
    "halted suspended blacklisted banning barring blocking shunned shuns readmitted readmits buys bought"
)
"""What a country does that takes goods of another, or no longer does."""
_TOWARDS = TO | {"for"}
_REACHING = word_set("reach reaches reached enter enters entered reaching entering floods flooded flood swamp swamped")
_ON = frozenset({"on", "against"})
_THERE = frozenset({"in", "on", "at"})
_SELLING = word_set("market sell sells sold popular buyers customers consumers outlet demand")
_OF_SALE = word_set("shelves tables plates markets market shops supermarkets kitchens stores ports buyers consumers")
_MARKETS = word_set("market buyer customer destination importer outlet buyers consumer taker purchaser")
_FOR = frozenset({"for", "of"})
_INTO = frozenset({"into", "of", "on"})
_PROBES = word_set("probe probes investigation investigations inquiry inquiries complaint complaints")
_BARRIER_REACH = 4


def note_origins(scene: Scene, story: Story) -> None:
    """Let the story's ledger take in the goods of `scene` that are named with the country that they come from."""
    tokens = scene.tokens
    for side in scene.sides:
        if side.possessive:
            goods = _owned(scene, side)
        elif side.preposition in FROM:
            goods = goods_before(scene, side.first - 1) if tokens.lower(side.first - 1) in FROM else None
        elif tokens.lower(side.last) == "for" and tokens.lower(side.first - 1) in _ASKING:
            goods = first_goods(scene, side.last + 1, side.last + 2 + _ADJECTIVES)
        else:
            continue
        if not named(side) or side.attribution:
            continue
        if goods is not None:
            story.ledger.note(goods, side.code, _buyer(scene, side))
            story.ledger.spoken, story.ledger.spoken_at = goods, scene.sentence.char_start
        elif side.kind == "demonym" and tokens.lower(side.last) in _ANY_GOODS:
            story.ledger.note(None, side.code, _buyer(scene, side))


def _owned(scene: Scene, side: Side) -> Goods | None:
    """The goods that an adjective or a genitive of a country begins ("Siberian thermal coal", "Mongolia's coal")."""
    if not side.possessive or side.kind in ("pronoun", "person"):
        return None
    tokens = scene.tokens
    at = side.last + tokens.lower(side.last).startswith("'")
    for first in range(at, min(at + _ADJECTIVES + 1, scene.last)):
        found = term_at(tokens, first)
        if found is not None:
            return phrase(scene, at, found[1]) if _ends(scene, found[1], side.kind == "demonym") else None
        if not tokens.words[first].islower() or first in scene.starts:
            return None
    return None


def _ends(scene: Scene, index: int, described: bool) -> bool:
    """Whether the goods that end before token `index` are themselves spoken of, and no noun behind them.

    `described` says that an adjective tells their origin, so that any word but a buyer's may follow.
    """
    word = scene.tokens.lower(index)
    if index >= scene.last or word in _BEHIND_GOODS or not word[:1].isalpha():
        return word != "-"
    trigger = scene.starts.get(index)
    if trigger is not None:
        return trigger.kind != "noun" or subject_role(trigger) == "exporter"
    return word.endswith("ed") or (described and word not in HEADS and word not in _TAKERS)


def _buyer(scene: Scene, seller: Side) -> str | None:
    """Whom the goods of `seller` go to: who limits or asks for them, whose market they have, or where they go."""
    lowers, at = scene.tokens.lowers, seller.first - 1
    before = lowers[max(scene.first, at - 1) : at + 1]
    head = at - 1
    probed = before[-1:] and before[-1] in _INTO and lowers[head] in _PROBES
    if probed or (before[-1:] and before[-1] in _ON and scene.has(head - _BARRIER_REACH, at, _BARRIERS)):
        buyer = _who_limits(scene, head)
    elif before[-1:] and before[-1] in _FOR and lowers[head] in _MARKETS:
        buyer = subject_of(scene, head)
    elif before[-1:] and before[-1] in _ASKING:
        buyer = subject_of(scene, seller.first - 1)
    else:
        buyer = _barring(scene, seller) or _receiving(scene, seller)
    return buyer.code if buyer is not None and named(buyer) and buyer.code != seller.code else None


def _barring(scene: Scene, seller: Side) -> Side | None:
    """Who bars or takes the goods of `seller` in its clause, as the subject of a verb."""
    first, end = scene.clause(seller.first)
    if not scene.has(first, end, _BARRING):
        return None
    at = next(at for at in range(first, end) if scene.tokens.lowers[at] in _BARRING)
    by = next((s for s in scene.sides if at < s.first <= at + 2 and s.preposition == "by"), None)
    return by or next((s for s in reversed(scene.sides) if first <= s.first and s.last <= at and s is not seller), None)


def _receiving(scene: Scene, seller: Side) -> Side | None:
    """Where the goods of `seller` are told to go: "to China", "on Russian shelves", "sell well in Turkey"."""
    _, end = scene.clause(seller.first)
    for side in scene.sides:
        if not seller.last <= side.first < end or not named(side):
            continue
        if side.preposition in _TOWARDS or scene.has(side.first - 2, side.first, _REACHING):
            return side
        sold = scene.tokens.lower(side.last) in _OF_SALE or scene.has(seller.last, side.first, _SELLING)
        if side.preposition in _THERE and sold:
            return side
    return None


def _who_limits(scene: Scene, index: int) -> Side | None:
    """Whose ban or duties stand before token `index`: the owner in the same phrase, else the clause's subject."""
    owners = [s for s in scene.sides if s.possessive and s.last <= index and index - s.last <= _BARRIER_REACH + 2]
    return owners[-1] if owners and named(owners[-1]) else subject_of(scene, index)
