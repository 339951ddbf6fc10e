"""Whether a figure is told as a fact, as planned, as estimated, or as a limit."""

from dataclasses import replace
from itertools import pairwise

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.asides import of_a_tariff
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.comparing import is_compared
from pipeline.extract.trade.scene import Scene
from pipeline.extract.trade.story import Frame

_PLANNED = word_set(
    "will plan plans planned planning target targets targeted aim aims aiming intend intends intended pledge "
    "pledged pledges promise promised hope hopes hoped seek seeks sought would shall goal offer offered "
    "offers due scheduled propose proposed vowed agreed committed envisages envisaged ordered desire ambition "
    "objective goals seeking request requests requested requesting negotiate negotiating negotiations possibility"
)
_RAISING = word_set("increasing raising boosting bringing expanding doubling tripling quadrupling lifting reaching")
_PURPOSES = word_set("including of on at for towards toward as aimed")
"""Ahead of a gerund these make it a thing to be done ("agreements on raising trade to")."""
_AHEAD = word_set("will shall would")
_ESTIMATED = word_set(
    "estimated estimate estimates estimating forecast forecasts projected projects expected expects expect "
    "should believed reckons reckon reckoned thought could might may probably likely pegged"
)
_BEING = word_set("is are was were")
_LIMIT = word_set("cap caps capped quota quotas limit limits limited ceiling restricted maximum permitted")
_CAPS = word_set(
    "bar bars barred frozen freeze freezes cap "
    "caps capped capping limit limits limited limiting restrict restricts restricted ceiling quota quotas"
)
_FORESEEN = frozenset({"would", "will"})
_FORECASTING = word_set(
    "predicted predicts predict forecast forecasts forecasting projected projects estimated estimates expects expected "
    "reckons sees foresees"
)
_COMPARING = word_set("from against versus vs compared comparison comparing than over under above below")
_MODALS = word_set("may must shall should can could might")
_LARGELY = word_set("largely mainly partly mostly primarily chiefly")
_WAS = frozenset({"was", "were"})
_LOOKING = word_set("looking look looks")
_TELLING = _LIMIT | _PLANNED | _ESTIMATED | _BEING | _RAISING | _LOOKING
"""Where none of these stands before an amount, no word there tells of its status."""
_TO_DO = word_set(
    "be begin start arrive reach deliver receive import export buy sell ship supply get give send pay take rise fall "
    "increase grow come go provide lend invest build end expire repay run"
)
"""Behind "due to" these tell of what is to come."""
_PROMISED = word_set("pledged promised requested sought proposed")
_PROMISES = word_set("pledge pledges commitment commitments request requests")
_PROMISE_REACH = 5
_NOT = frozenset({"not", "n't"})
_FORESEEING = word_set("expect expects expected forecast forecasts predicts predicted projects projected sees")
_TO_OR_BY = frozenset({"to", "by"})
_QUOTAS = frozenset({"quota", "quotas"})
_REACH = 14
_SET_BY_ALL = ("U.N.", "UN ", "United Nations", "Security Council", "esolution ", "UNSC")
"""Where one of these is named, a cap holds whoever sells."""
_LIMIT_REACH = 6
_AHEAD_REACH = 8


def is_capped(scene: Scene, amount: Amount) -> bool:
    """Whether the clause sets a limit to its amount ("capped deliveries at 500,000 barrels")."""
    first, _ = scene.clause(amount.first)
    before = scene.tokens.lowers[max(first, amount.first - 20) : amount.first]
    if before[-2:] == ["not", "exceed"] and before[-3:-2] and before[-3] in _MODALS:
        return True
    if not before or before[-1] not in ("at", "to", "of", "than", "by"):
        return False
    start = amount.first - len(before)
    return any(word in _CAPS and not _is_frozen_food(scene, start + at) for at, word in enumerate(before))


def _is_frozen_food(scene: Scene, index: int) -> bool:
    """Whether "frozen" describes goods ("imports of frozen chicken went up to")."""
    return scene.tokens.lowers[index] == "frozen" and any(
        term_at(scene.tokens, at) is not None for at in (index, index + 1)
    )


def of_whom(scene: Scene, frame: Frame, before: Frame | None, last: Scene | None) -> Frame:
    """A cap holds for all who sell to the country that it limits, unless its sentence, the cap before or the sentence
    `last` before it, which speaks of a quota, names one."""
    if frame.exporter is None or frame.importer is None:
        return frame
    if frame.view != frame.exporter and any(word in scene.sentence.text for word in _SET_BY_ALL):
        return replace(frame, exporter=None)
    if any(side.code == frame.exporter and side.kind != "pronoun" and not side.attribution for side in scene.sides):
        return frame
    spoken = last is not None and last.paragraph is scene.paragraph and last.has(last.first, last.last, _QUOTAS)
    goes_on = before is not None and (before.flow == "cap" or spoken) and before.exporter == frame.exporter
    return frame if goes_on else replace(frame, exporter=None)


def status_of(scene: Scene, amount: Amount, flow: str) -> str:
    """`limit` for caps, `planned` and `estimated` by the words before the amount in its clause, else `actual`."""
    if flow == "cap":
        return "limit"
    if of_a_tariff(scene, amount):
        return "actual"  # "a planned tariff on $3 million of Thai goods"
    first, end = scene.clause(amount.first)
    start = max(first, amount.first - _REACH, _compared_from(scene, amount))
    told = scene.has(start, amount.first, _TELLING)
    if told and scene.has(max(first, amount.first - _LIMIT_REACH), amount.first, _LIMIT):
        return "limit"
    if _is_expected_behind(scene, amount.last, min(end, amount.last + _AHEAD_REACH)):
        return "estimated"
    if scene.has(amount.last, min(end, amount.last + _AHEAD_REACH), _AHEAD) or _is_promised(scene, amount, end):
        return "planned"
    if _is_foretold(scene, amount):
        return "estimated"
    if not told:
        return "actual"
    if _is_planned(scene, start, amount.first) or _to_be(scene, start, amount.first) or _raises(scene, start, amount):
        return "estimated" if _is_foreseen(scene, first, start, amount) else "planned"
    return "estimated" if _is_estimated(scene, start, amount.first) else "actual"


def _compared_from(scene: Scene, amount: Amount) -> int:
    """The token from which words tell of the status of what is compared with ("to 5 million from 4 million in 2013"),
    0 for an amount that is not."""
    if not is_compared(scene, amount):
        return 0
    at = amount.qualifier_first - 1
    while at > scene.first and scene.tokens.lowers[at] not in _COMPARING:
        at -= 1
    return at


def _is_expected_behind(scene: Scene, first: int, last: int) -> bool:
    """Whether what is so much is told as expected behind it ("80 percent of the imports are expected to come")."""
    words = scene.tokens.lowers[first:last]
    return "to" in words and any(
        one in _BEING and two in _ESTIMATED and three == "to"
        for one, two, three in zip(words, words[1:], words[2:], strict=False)
    )


def _is_promised(scene: Scene, amount: Amount, end: int) -> bool:
    """Whether a sum is told behind it to be promised or asked for ("$3 million were pledged", "$3 million in investment
    pledges")."""
    lowers = scene.tokens.lowers
    for at in range(amount.last, min(end, amount.last + _PROMISE_REACH)):
        if lowers[at] == ",":
            break
        if lowers[at] in _PROMISES:
            return True
    ahead = range(amount.last, min(end, amount.last + _AHEAD_REACH))
    return any(lowers[at] in _PROMISED and lowers[at - 1] in _BEING for at in ahead)


def _is_foretold(scene: Scene, amount: Amount) -> bool:
    """Whether what a sum is to grow to hangs on a forecast further ahead ("expects Fiji's surplus to grow to $9 million
    and Tonga's to shrink to $2 million")."""
    lowers, at = scene.tokens.lowers, amount.qualifier_first - 1
    at -= lowers[at] in _TO_OR_BY
    if lowers[at - 1] != "to" or lowers[at] not in change_words("verb"):
        return False
    return scene.has(scene.first, at, _FORESEEING)


def _is_planned(scene: Scene, first: int, last: int) -> bool:
    """Whether a word of plans stands there, and no "due" of a cause ("widened due to a 7 percent rise")."""
    lowers, last = scene.tokens.lowers, min(last, scene.last)
    if any(scene.tokens.lower(at + 1) == "for" for at in scene.tokens.places(_LOOKING, first, last)):
        return True
    return any(
        lowers[at] != "due" or _is_to_come(scene, lowers, at) for at in scene.tokens.places(_PLANNED, first, last)
    )


def _is_to_come(scene: Scene, lowers: list[str], index: int) -> bool:
    """Whether "due" at token `index` tells of what is to come, and not of a cause ("widened due to a 7 percent rise",
    "due largely to") or of what was missed ("which was due in May")."""
    behind = scene.tokens.lower(index + 1)
    if behind in _LARGELY or lowers[index - 1] in _WAS:
        return False
    return behind != "to" or scene.tokens.lower(index + 2) in _TO_DO


def _is_foreseen(scene: Scene, first: int, start: int, amount: Amount) -> bool:
    """Whether "would" and "will" only tell what somebody forecasts ("predicted that exports would grow")."""
    planned = [word for word in scene.tokens.lowers[start : amount.first] if word in _PLANNED]
    return set(planned) <= _FORESEEN and bool(planned) and scene.has(min(first, start), amount.first, _FORECASTING)


def _is_estimated(scene: Scene, first: int, last: int) -> bool:
    """Whether a word of estimating stands there, and not the month of May or what was ("larger than expected")."""
    lowers = scene.tokens.lowers
    return any(
        not _is_surpassed(lowers, at) and scene.tokens.words[at] != "May" and scene.tokens.lower(at + 1) not in _NOT
        for at in scene.tokens.places(_ESTIMATED, first, last)
    )


def _is_surpassed(lowers: list[str], index: int) -> bool:
    """Whether what was expected is only what came out otherwise ("a higher-than-forecast surplus")."""
    return "than" in lowers[max(0, index - 2) : index]


def _raises(scene: Scene, first: int, amount: Amount) -> bool:
    """ "agreements on raising trade to 10 billion", "including reaching 10 billion"."""
    words = scene.tokens.lowers[first : amount.qualifier_first]
    return any(one in _PURPOSES and two in _RAISING for one, two in pairwise(words))


def _to_be(scene: Scene, first: int, last: int) -> bool:
    """ "is to carry", "are to rise"."""
    words = scene.tokens.lowers[first:last]
    return "to" in words and any(one in _BEING and two == "to" for one, two in pairwise(words))
