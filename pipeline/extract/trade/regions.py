"""Parts of the world that trade and are no state."""

from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.scene import PAIR, Scene, Side, Trigger
from pipeline.extract.trade.story import bodies

_REGIONS = frozenset({"Africa", "African", "Asia", "Asian", "Arab", "Gulf", "Nordic"})
_LAST_WORDS = frozenset({"America", "American", "Asia", "Asian", "Africa", "African", "Europe", "European"})
"""Behind a point of the compass or "Latin" these make a region too."""
_FIRST_WORDS = frozenset(
    {"Latin", "Central", "South", "Southeast", "West", "East", "North", "Eastern", "Western", "Southern", "Middle"}
)
_CONTINENTS = frozenset({"Africa", "African", "Asia", "Asian", "Europe", "European", "America", "American", "Arab"})
_PARTS_OF_THE_WORLD = frozenset({"Africa", "Asia", "Europe", "America", "Pacific", "Caribbean", "East", "Balkans"})
_GOODS = frozenset({"export", "import"})
_TO_OR_FROM = frozenset({"to", "from"})
_FOR_WHERE = frozenset({"to", "for", "in", "across", "throughout"})
_JOINTS = frozenset({"-", "–", "and", "/"})
_REGION_REACH = 4
_GIVEN_TO = frozenset({"Africa", "African", "Asia", "Asian"})
_OF_MANY = frozenset({"world", "regional", "global", "international"})
_FUNDS = frozenset({"fund", "funds", "initiative", "programme", "program"})
_FUND_REACH = 2
_ARTICLES = frozenset({"a", "an", "the"})
_ALL_OTHERS = ["rest", "of", "the", "world"]
_OWNS = frozenset({"'s", "’s", "'", "overall", "total", "own"})


def is_of_a_region(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trade is that of a part of the world ("African exports", "Asia's oil imports")."""
    at = trigger.first - 1
    while at > trigger.first - _REGION_REACH and (scene.tokens.lower(at) in _OWNS or term_at(scene.tokens, at)):
        at -= 1
    word = scene.tokens.word(at)
    return word in _REGIONS or (word in _LAST_WORDS and scene.tokens.word(at - 1) in _FIRST_WORDS)


def is_all_others(scene: Scene, index: int) -> bool:
    """Whether "the rest of the world" stands at token `index`."""
    return scene.tokens.lower(index) == "rest" and scene.tokens.lowers[index : index + 4] == _ALL_OTHERS


def beside_a_region(scene: Scene, trigger: Trigger) -> Side | None:
    """The state whose trade with a part of the world is told of ("Norway-Africa trade", "trade between Norway and Latin
    America", "Norway and Africa will double their trade"), None where a trade is between two states."""
    first, end = scene.clause(trigger.first)
    words = scene.tokens.words
    if _CONTINENTS.isdisjoint(words[first:end]):
        return None
    for side in scene.sides:
        if not first <= side.first < end or side.code in ("", PAIR) or side.attribution:
            continue
        if side.preposition not in (None, "between"):
            continue  # "a surplus that has put off the United States and Europe"
        if scene.tokens.lower(side.last) in _JOINTS and _names_region(words, side.last + 1):
            return side
        before = side.first - 2
        named = any(other.last == before + 1 for other in scene.sides)  # "South Africa and Nigeria"
        if (
            before >= first
            and not named
            and scene.tokens.lowers[side.first - 1] in _JOINTS
            and words[before] in _CONTINENTS
        ):
            return side
    return None


def _names_region(words: list[str], index: int) -> bool:
    """Whether a part of the world is named at token `index`, and no state or body of it ("South Africa", "the African
    Union")."""
    index += index < len(words) and words[index] in _FIRST_WORDS and words[index] != "South"
    behind = words[index + 1] if index + 1 < len(words) else ""
    return index < len(words) and words[index] in _CONTINENTS and not behind[:1].isupper()


def goes_to_a_region(scene: Scene, trigger: Trigger) -> bool:
    """Whether money is for a part of the world ("pledged $5 million for schools in Africa and the Middle East")."""
    return _is_told_behind(scene, trigger, _FOR_WHERE) or _is_told_ahead(scene, trigger) or _is_for_all(scene, trigger)


def _is_told_ahead(scene: Scene, trigger: Trigger) -> bool:
    """Whether a sentence speaks of a part of the world and of no state but who gives ("told African leaders that it
    would offer $5 million in aid", "offers Africa $5 million in aid")."""
    if _CONTINENTS.isdisjoint(scene.tokens.words[scene.first : trigger.first]):
        return False
    if len({side.code for side in scene.sides if side.code not in ("", PAIR) and not side.attribution}) > 1:
        return False
    named = (at for at in range(scene.first, trigger.first) if scene.tokens.words[at] in _GIVEN_TO)
    return any(_names_region(scene.tokens.words, at) and not _is_in_a_name(scene, at) for at in named)


def _is_in_a_name(scene: Scene, index: int) -> bool:
    """Whether the word at token `index` is of a state's or a meeting's name ("South Africa", "China-Africa summit")."""
    if scene.tokens.lower(index - 1) in _JOINTS and scene.tokens.lower(index - 1) != "and":
        return True
    return any(side.first <= index < side.last for side in scene.sides)


def _is_for_all(scene: Scene, trigger: Trigger) -> bool:
    """Whether money is put into a fund of many or is for the whole world ("gave $5 million to a regional fund")."""
    _, end = scene.clause(trigger.first)
    lowers = scene.tokens.lowers
    for at in scene.tokens.places(_OF_MANY, trigger.last, end):
        if lowers[at] == "world" and lowers[at - 2 : at] == ["around", "the"]:
            return True
        ahead = at - 1 - (lowers[at - 1] in _ARTICLES)
        if lowers[ahead] == "to" and scene.has(at + 1, at + 1 + _FUND_REACH, _FUNDS):
            return True
    return False


def deals_with_a_region(scene: Scene, trigger: Trigger) -> bool:
    """Whether goods go to or come from a part of the world ("to import products worth $5 million from Africa")."""
    return trigger.flow in _GOODS and _is_told_behind(scene, trigger, _TO_OR_FROM)


def _is_told_behind(scene: Scene, trigger: Trigger, prepositions: frozenset[str]) -> bool:
    """Whether a part of the world stands behind one of `prepositions` in the clause of `trigger`, or behind what is
    given with it ("assistance and loans for Africa")."""
    _, end = scene.clause(trigger.first)
    if end == trigger.last and end + 1 in scene.starts and scene.tokens.lowers[end] in _JOINTS:
        _, end = scene.clause(end)
    words, lowers = scene.tokens.words, scene.tokens.lowers
    if _PARTS_OF_THE_WORLD.isdisjoint(words[trigger.last : end]):
        return False
    for at in range(trigger.last, end):
        if lowers[at] in prepositions:
            place = at + 1 + (scene.tokens.lower(at + 1) == "the")
            place += scene.tokens.word(place) in _FIRST_WORDS and scene.tokens.word(place) != "South"
            if scene.tokens.word(place) in _PARTS_OF_THE_WORLD and not any(s.first == place for s in scene.sides):
                return True
    return False


def of_members(within: list[Side], near: list[Side]) -> list[Side]:
    """The two states of "between the Mercosur partners Peru and Chile", whose bloc describes them; else `within`."""
    if len(within) != 1 or within[0].code not in bodies():
        return within
    two = [s for s in near if s.first > within[0].last][:2]
    return two if len(two) > 1 and two[1].listed and two[0].first - within[0].last == 1 else within
