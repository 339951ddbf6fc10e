"""Percentages that are of no trade: what a duty comes to, by how much a currency rises, who owns a part."""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene

_DUTIES = word_set("duty duties tariff tariffs levy levies")
_LEVELS = frozenset({"to", "from", "at", "by"})
_SETTING = word_set(
    "lifted raised set kept increased hiked cut lowered reduced doubled brought rise go left fixed lift raise increase "
    "hike lower reduce double bring fall drop jump climb return slash slashed revert bumped jumped climbed dropped"
)
_RATES = frozenset({"rate", "rates"})
_REACHING = word_set("reached reaching averaged averaging hit rose fell stood")
_KIND_REACH = 4
"""So many tokens may describe a duty behind its rate ("a 25 percent 'reciprocal' tariff")."""
_IMPOSED = word_set("imposed levied slapped charged placed put")
_OF_THE_WHOLE = word_set("of share for")
_MOVES = word_set("appreciation depreciation devaluation revaluation strengthening weakening")
_MONIES = word_set(
    "dollar yen euro pound sterling mark rouble ruble lira won yuan rupee peso rand franc krone krona currency "
    "currencies baht rupiah real hryvnia tenge naira dinar"
)
_OF_WHAT = frozenset({"of", "in", "by"})
_MONEY_REACH = 4
_OWNING = word_set("shareholder shareholders participation ownership shareholding stakeholder")
_AIMED = word_set("target targets rate rates forecast forecasts goal")
_OPENING_BRACKET = frozenset({"[", "("})
_ECONOMIC = frozenset({"economic", "gdp"})


def is_rate(scene: Scene, amount: Amount) -> bool:
    """Whether a percentage is the rate of a duty or the move of a currency."""
    if _is_of_a_duty(scene, amount) or _is_a_currencys(scene, amount) or _is_owned(scene, amount):
        return True
    return scene.has(scene.first, scene.last, _DUTIES) and _is_put_on(scene, amount)


def _is_owned(scene: Scene, amount: Amount) -> bool:
    """Whether a part is one that somebody owns ("a 34 percent shareholder"), or growth that is aimed at or an economy's
    ("2% [economic] growth")."""
    at = amount.last + (scene.tokens.lower(amount.last) == "foreign")
    if scene.tokens.lower(at) in _OWNING:
        return True
    if scene.tokens.lower(at) in _OPENING_BRACKET:
        return scene.tokens.lower(at + 1) in _ECONOMIC and scene.tokens.lower(at + 3) == "growth"
    return scene.tokens.lower(at) == "growth" and scene.tokens.lower(at + 1) in _AIMED


def _is_put_on(scene: Scene, amount: Amount) -> bool:
    """Whether a percentage is a duty's by what stands behind it, where the sentence tells of duties ("raise tariffs, to
    60 percent on all imports from Chad and 20 percent on goods of others", "10 percent was imposed on all imports", "a
    25 percent 'reciprocal' tariff")."""
    lowers, at = scene.tokens.lowers, amount.last
    if amount.change is not None:
        return False
    if not _DUTIES.isdisjoint(lowers[at : min(at + _KIND_REACH, scene.last)]):
        return _OF_THE_WHOLE.isdisjoint(lowers[at : at + _KIND_REACH])
    at += 2 * (scene.tokens.lower(at) in ("was", "is", "were", "are") and scene.tokens.lower(at + 1) in _IMPOSED)
    return scene.tokens.lower(at) == "on"


def _is_of_a_duty(scene: Scene, amount: Amount) -> bool:
    """Whether a duty is told to come to so much ("the tariff on $3 million worth of tea would be lifted to 9 percent"),
    the clause being of the duty from its beginning."""
    lowers, at = scene.tokens.lowers, amount.qualifier_first - 1
    at -= lowers[at] == "between"
    if lowers[at] not in _REACHING and (lowers[at] not in _LEVELS or lowers[at - 1] not in _SETTING):
        return False
    first, _ = scene.clause(amount.first)
    duty = next((place for place in range(first, at) if _is_duty(scene, place)), None)
    if duty is None or ("," in lowers[duty:at] and lowers[duty + 1] != "on"):
        return False
    return not any(t.kind == "noun" and first <= t.first < duty for t in scene.triggers)


def _is_duty(scene: Scene, index: int) -> bool:
    """Whether a duty is named at token `index`, by its rate too ("the rate on tea imports is to rise to 9 percent")."""
    word = scene.tokens.lowers[index]
    return word in _DUTIES or (word in _RATES and scene.tokens.lower(index + 1) == "on")


def _is_a_currencys(scene: Scene, amount: Amount) -> bool:
    """Whether what rose or fell by so much is a currency ("The 9 percent rise of the yen hurt its exports")."""
    at = amount.last
    if scene.tokens.lower(at + 1) not in _OF_WHAT:
        return False
    moves = scene.tokens.lower(at) in _MOVES or scene.tokens.lower(at) in change_words("noun")
    return moves and scene.has(at + 2, at + 2 + _MONEY_REACH, _MONIES)
