"""Whether an amount is told as a rise or a fall ("up 32 percent", "a 6.3 % drop"); an amount risen *to* is a level."""

from decimal import Decimal
from functools import cache

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.counts import is_stop
from pipeline.extract.quantities.number_forms import HUNDRED, ONE
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.lexicon.table import rows

_BETWEEN = word_set(
    "a an the by further another additional extra annual annualized annualised average whopping staggering "
    "record mere modest slight total combined net only just even also again year-on-year cumulative massive "
    "sharp steep huge marginal"
)
"""Words that may stand between a word of change and its amount ("rose by a further 5 percent")."""
_BEHIND = word_set(
    "- annual annualized annualised yearly monthly quarterly year month quarter on over yoy y-o-y sharp steep "
    "slight overall total net big huge further real export import trade sales price volume revenue production "
    "output profit wage budget pay of the in average cumulative similar corresponding rate"
)
"""Words that may stand between an amount and its noun of change ("a 5 percent year-on-year increase")."""
_DEGREES = _BETWEEN - {"by"}
_ARTICLES = frozenset({"a", "an", "the"})
_PACE = word_set(
    "slowed slowing slows slow accelerated accelerating quickened quickening eased easing cooled cooling moderated "
    "recovery rebound sped weakened strengthened slackened"
)
"""What growth does before it stands at a percentage ("growth in imports from Peru slowed to 3 percent")."""
_PACE_REACH = 20
_RATES = word_set("rate pace clip speed tempo average")
_RATE_WORDS = 4
"""Words that may describe the rate at which something grows ("at a compound annual rate of")."""
_AT = frozenset({"at", "by", "with"})
_RATE_OF = word_set("in of rate rates between for")
"""What goes on with a noun of change that a verb farther on has as its subject ("growth in exports to Peru was")."""
_SUBJECT_REACH = 11
_NO_SUBJECT = word_set("that which who is are was were said says has have had will would but while")
"""Across these the verb has another subject."""
_PARTICLES = frozenset({"down", "up", "further", "only"})
_PUT = word_set("forecast estimated seen put projected predicted measured expected was reported")
_ONE_WAY = word_set("more less fewer greater higher lower off smaller")
"""Right before an amount these compare, and what stands further ahead of them tells no change of it."""
_NO_NOUN_BEHIND = word_set("in of the")
"""At these the search for a noun of change behind an amount ends."""
_ADDED = word_set("added adding adds")
_BY_REACH = 9
_PERCENT_REACH = 15
"""The same for a percentage ("raised purchases of Peruvian fruit since the start of the year by 9 percent")."""
_FAR_REACH = 24
"""The same where the change is told again ("fell from 461 million in 2022 to 408 million, or by 11.5 percent")."""
_OR = frozenset({"or", ",", "i.e."})
_NOUN_REACH = 9
_MONEY_NOT_CHANGED = word_set(
    "raise raises raised raising lift lifts lifted lose loses losing lost gain gains gained shed sink sinks sank sunk"
)
"""Verbs that with money tell of a sum and no change, but for "by" ("raised $5 million", "lost 3 million dollars")."""
_LEVELS = word_set("below above under beneath")
"""What falls below or rises above an amount has it as a level ("tumbled below $30,000")."""
_PARTICLE_VERBS = word_set(
    "make makes put puts putting made making set sets setting took take takes taking signed sign picked pick sum "
    "summed snap snaps snapped snapping mop mops mopped mopping gobble gobbles gobbled gobbling soak soaks soaked "
    "soaking lap laps lapped hoover hoovered scoop scoops scooped scooping buy buys bought buying swallow swallowed "
    "eat ate suck sucked use used using stump stumped cough coughed drum drummed "
    "run runs ran running rack racks racked racking chalk chalks chalked notch notched clock clocked"
)
"""Verbs of which "up" and "down" are a part ("made up 40 percent")."""
_GROWTH = word_set("grow grows grew grown growing growth expand expands expanded expanding expansion inflation")
_LEVEL_VERBS = word_set("at was is to reached hit were averaged")
"""What is at an amount, or moved to it, has it as a level."""
_WAS = frozenset({"was", "were"})
_WERE = frozenset({"was", "were", "is", "are"})
_LOST_OR_ADDED = {"lost": "down", "shed": "down", "added": "up", "gained": "up"}
"""Behind a percentage and "was" ("a further 40 percent was lost")."""
_HAS = frozenset({"has", "have", "had"})
_COMING = word_set("came amounted comes amounts")
_BY = frozenset({"in", "by"})
_DIMENSIONS = word_set("volume value quantity weight turnover tonnage revenue dollar physical real nominal monetary")
_OWNERS = word_set("the this that a an its their overall total annual yearly year-on-year real on year average , and")
"""Before a noun of change these make it the subject ("the fall was 66 percent")."""
_LOST = word_set("loss losses gain gains")
_LOST_OR_GIVEN = _LOST | {"advance", "boost"}
"""Nouns that with money or a count before them tell of a sum and no change ("a $5 million loss")."""
_NOUN_BEFORE = word_set("a an the its their this that of with by from to for and , further")
_VAGUE_SIDES = word_set("more less fewer off up down smaller")
_COMPARED = word_set("more less fewer")
_BEHIND_SIDE = word_set("than . , ; : ) on year compared from in over against for and but while to ¶") | {""}
"""What follows a word of change that closes its amount ("5 percent more than", "12 percent up on the year")."""
_EARLIER = word_set("in a last the during at")
_THAN_EXPECTED = word_set(
    "better worse stronger weaker faster slower greater larger smaller bigger than expected forecast anticipated -"
)
"""Words of what is more or less "than expected" ahead of an amount."""
_MOVED_REACH = 7
_ENDS_CLAUSE = frozenset({".", ";", ":", "¶", "(", ")"})
_MEASURED_CHANGE = frozenset({"percent", "point", "ratio"})
_SIGNED = _MEASURED_CHANGE | {"currency"}


@cache
def change_words(kind: str) -> dict[str, str]:
    """The words of changes.csv of that kind, each with its direction."""
    return {row["word"]: row["change"] for row in rows("changes") if row["kind"] == kind}


@cache
def _leading() -> dict[str, str]:
    """The words of change that stand before an amount, each with its direction."""
    return change_words("side") | change_words("verb")


@cache
def _trailing() -> frozenset[str]:
    """The words of change that stand behind an amount, and those that may stand between."""
    return (_BEHIND - _NO_NOUN_BEHIND).union(*(change_words(kind) for kind in ("behind", "side", "noun")))


def changes_before(tokens: Tokens, index: int) -> str | None:
    """The direction of the word of change that stands before token `index`, words of degree between them, or None."""
    at, directions = index - 1, _leading()
    while tokens.lower(at) in _THAN_EXPECTED:
        at -= 1
    index = at + 1
    while at >= 0 and index - at <= 4:
        lower = tokens.lowers[at]
        direction = directions.get(lower)
        if lower in ("up", "down") and tokens.lower(at - 1) in _PARTICLE_VERBS:
            return None
        if direction:
            return direction
        if not (lower in _BETWEEN or lower.endswith("ly")):
            return None
        at -= 1
    return None


def mark_changes(tokens: Tokens, amounts: list[Amount]) -> None:
    """Set `change` of each amount that is told as a rise or a fall."""
    before: Amount | None = None
    for amount in amounts:
        if not amount.multiple and amount.unit.kind != "time" and not amount.converts:
            amount.change = _sign(tokens, amount) or _told_before(tokens, amount) or _told_behind(tokens, amount)
            if amount.change is None and before is not None and _goes_on(tokens, before, amount):
                amount.change = before.change
        elif amount.multiple and tokens.lowers[amount.last - 1].endswith("fold"):
            _turn(tokens, amount)
        before = amount


def _turn(tokens: Tokens, amount: Amount) -> None:
    """Make what "fell threefold" a fall by two thirds, in place: so many times less."""
    at = amount.first - (tokens.lower(amount.first - 1) == "by")
    if changes_before(tokens, at) == "down":
        amount.number.value = (HUNDRED - HUNDRED / (amount.number.value / HUNDRED + ONE)).quantize(Decimal("0.01"))
        amount.change = "down"


def _sign(tokens: Tokens, amount: Amount) -> str | None:
    sign = tokens.lower(amount.first - 1)
    if sign == "minus" and amount.unit.kind in _MEASURED_CHANGE:
        return "down"
    if sign in ("-", "+") and tokens.glued(amount.first) and amount.unit.kind in _SIGNED:
        free = amount.first == 1 or not tokens.glued(amount.first - 1) or tokens.words[amount.first - 2] in ("(", '"')
        return {"-": "down", "+": "up"}[sign] if free else None
    return None


def _told_before(tokens: Tokens, amount: Amount) -> str | None:
    at, kind = amount.qualifier_first - 1, amount.unit.kind
    bounds = tokens.lowers[amount.qualifier_first : amount.first]
    if not _LEVELS.isdisjoint(bounds) and not (kind == "percent" and "under" in bounds and "just" in bounds):
        return None
    while at >= 0 and tokens.lowers[at] in _DEGREES:
        at -= 1
    if kind not in _MEASURED_CHANGE and "the" in tokens.lowers[at + 1 : amount.qualifier_first]:
        return None  # "cut the annual $30 million in aid" tells what it was
    lower = tokens.lower(at)
    if lower == "by":
        if tokens.lower(at + 1) in _ARTICLES and tokens.lower(amount.last) in change_words("noun"):
            return None  # "narrowed, helped by a 7 percent rise in exports" has its noun behind
        reach = _PERCENT_REACH if kind == "percent" else _BY_REACH
        return governing_change(tokens, at, _FAR_REACH if tokens.lower(at - 1) in _OR else reach)
    if lower == "of":
        return _noun_of(tokens, at, amount) or (_at_rate(tokens, at) if kind == "percent" else None)
    if lower in _LEVEL_VERBS:
        return (_growth(tokens, at) or _change_is(tokens, at)) if kind == "percent" else None
    if lower == "off" and kind == "percent" and tokens.lower(at - 1) in _WERE | {","}:
        return "down"
    if lower in _ONE_WAY or (lower in _MONEY_NOT_CHANGED and kind not in _MEASURED_CHANGE):
        return None
    return _added(tokens, amount) if lower in _ADDED else changes_before(tokens, at + 1) or _described(tokens, at, kind)


def _described(tokens: Tokens, index: int, kind: str) -> str | None:
    """What "rose a surprising 9 percent" tells, the adjective being at token `index`."""
    if kind != "percent" or tokens.lower(index - 1) not in ("a", "an") or not tokens.lower(index).isalpha():
        return None
    return change_words("verb").get(tokens.lower(index - 2))


def _added(tokens: Tokens, amount: Amount) -> str | None:
    """What "sales added 5 percent", "added 5 percent to $3 billion" tells; "added 5 percent to the total" is a part."""
    behind = tokens.lower(amount.last)
    if behind == "of" or amount.unit.kind != "percent":
        return None
    return "up" if behind != "to" or not tokens.lower(amount.last + 1).isalpha() else None


def governing_change(tokens: Tokens, index: int, reach: int) -> str | None:
    """The nearest word of change before token `index` in its clause; a bracket right before it is passed over."""
    if tokens.lower(index - 1) == ")":
        opened = (at for at in range(index - 2, max(-1, index - 2 - reach), -1) if tokens.lowers[at] == "(")
        index = next(opened, index)
    for at in range(index - 1, max(-1, index - 1 - reach), -1):
        lower = tokens.lowers[at]
        if lower in _ENDS_CLAUSE and not _abbreviates(tokens, at):
            return None
        for kind in ("verb", "noun", "side"):
            if lower in change_words(kind) and not (kind == "side" and lower in ("more", "off", "less")):
                return change_words(kind)[lower]
    return None


def _abbreviates(tokens: Tokens, index: int) -> bool:
    """Whether a full stop ends no sentence but a single letter ("cut the U.S. deficit by 9 percent")."""
    return tokens.lowers[index] == "." and len(tokens.lower(index - 1)) == 1 and tokens.lower(index - 1).isalpha()


def _noun_of(tokens: Tokens, index: int, amount: Amount) -> str | None:
    """ "an increase of", "growth in exports of": the noun before the "of" at `index`."""
    if amount.unit.kind not in _MEASURED_CHANGE and tokens.lower(index - 1) in _LOST:
        return None
    for at in range(index - 1, max(-1, index - 1 - _NOUN_REACH), -1):
        lower = tokens.lowers[at]
        if lower in _ENDS_CLAUSE or lower == ",":
            return None
        if lower in change_words("noun"):
            return _way(tokens, at) if at == index - 1 or _inside(tokens, at, index) else None
    return None


def _way(tokens: Tokens, index: int) -> str:
    """The direction of the noun of change at token `index`; "negative growth" is a fall."""
    return "down" if tokens.lower(index - 1) == "negative" else change_words("noun")[tokens.lowers[index]]


def _at_rate(tokens: Tokens, index: int) -> str | None:
    """ "grew at an annual rate of", "fell by an average of": the change whose rate ends with the "of" at `index`."""
    if tokens.lower(index - 1) not in _RATES:
        return None
    begins = max(-1, index - 3 - _RATE_WORDS)
    at = next((at for at in range(index - 2, begins, -1) if tokens.lowers[at] in _AT), None)
    return None if at is None else governing_change(tokens, at, _FAR_REACH)


def _inside(tokens: Tokens, first: int, last: int) -> bool:
    return tokens.lowers[first + 1] in ("in", "rate", "for", "rates") and amount_free(tokens, first, last)


def amount_free(tokens: Tokens, first: int, last: int) -> bool:
    """Whether no digits stand between tokens `first` and `last`."""
    return not any(tokens.lowers[at][0].isdecimal() for at in range(first, last))


def _growth(tokens: Tokens, index: int) -> str | None:
    """ "grew at 5 percent", "growth slowed to 5 percent": a rate of growth is a rise however it moved."""
    for at in range(index - 1, max(-1, index - 4), -1):
        if tokens.lowers[at] in _GROWTH:
            return "up" if tokens.lowers[at] != "inflation" else None
    if tokens.lower(index) == "at" and (moved := change_words("verb").get(tokens.lower(index - 1))) is not None:
        return moved
    if (
        tokens.lower(index) == "at"
        and tokens.lower(index - 1) == ","
        and amount_free(tokens, max(0, index - _MOVED_REACH), index)
    ):
        return governing_change(tokens, index - 1, _MOVED_REACH)  # "expanded strongly, at 9 percent"
    at = index - 1 - (tokens.lower(index - 1) in _PARTICLES)
    if tokens.lower(at) not in _PACE and tokens.lower(index) != "at":
        return None
    if tokens.lower(index) == "at" and tokens.lower(at) not in _PUT:
        return None
    begins = max(-1, index - 1 - _PACE_REACH)
    near = next((at for at in range(index - 2, begins, -1) if tokens.lowers[at] in _ENDS_CLAUSE), begins)
    return "up" if "growth" in tokens.lowers[near + 1 : index] else None


def _change_is(tokens: Tokens, index: int) -> str | None:
    """ "the fall was 66 percent", "the rise amounted to 5 percent", "the growth of exports to Peru reached 9 percent":
    the noun that is the subject of the verb before token `index`."""
    came = tokens.lower(index) == "to" and tokens.lower(index - 1) in _COMING
    if tokens.lower(index) in ("to", "at") and not came:
        return None
    at = index - 1 - came
    at -= tokens.lower(at) in _HAS
    nouns = change_words("noun")
    noun = nouns.get(tokens.lower(at))
    if noun is not None:
        return noun if tokens.lower(at - 1) in _OWNERS else None
    for place in range(at, max(-1, at - _SUBJECT_REACH), -1):
        lower = tokens.lowers[place]
        if lower in _ENDS_CLAUSE or lower == "," or lower in _NO_SUBJECT:
            return None
        if lower in nouns and place < at:
            return nouns[lower] if tokens.lowers[place + 1] in _RATE_OF else None
    return None


def _told_behind(tokens: Tokens, amount: Amount) -> str | None:
    kind, trailing = amount.unit.kind, _trailing()
    if kind == "percent" and tokens.lower(amount.last) in _WAS and tokens.lower(amount.last + 1) in _LOST_OR_ADDED:
        return _LOST_OR_ADDED[tokens.lower(amount.last + 1)]
    for at, lower in enumerate(tokens.lowers[amount.last : amount.last + 6], amount.last):
        if lower not in trailing:
            return None
        if at == amount.last and lower in change_words("behind") and kind in _MEASURED_CHANGE:
            return change_words("behind")[lower] if lower != "short" or tokens.lower(at + 1) == "of" else None
        if lower in change_words("side"):
            return _side_behind(tokens, at, amount)
        if lower in change_words("noun") and (lower not in change_words("verb") or _is_noun(tokens, amount)):
            return None if kind in ("currency", "count") and lower in _LOST_OR_GIVEN else change_words("noun")[lower]
        if lower not in _BEHIND:
            return None
    return None


def _is_noun(tokens: Tokens, amount: Amount) -> bool:
    """Whether the amount stands in a noun phrase ("a 5 percent rise", not "the 20 percent drop out")."""
    return amount.unit.kind == "percent" or tokens.lower(amount.qualifier_first - 1) in _NOUN_BEFORE


def _side_behind(tokens: Tokens, index: int, amount: Amount) -> str | None:
    lower, kind = tokens.lowers[index], amount.unit.kind
    compared = lower in _COMPARED and tokens.lower(index + 1) == "than"
    counted = amount.noun
    if kind == "count" and counted is not None and index == amount.last and tokens.lower(counted[1]) == "than":
        return change_words("side")[lower] if lower in _COMPARED else None
    if kind == "count" and compared and tokens.lower(index + 2) in _EARLIER and index == amount.last:
        return change_words("side")[lower]
    if kind == "count" or (index > amount.last and lower in ("up", "down", "off", "more")):
        return None
    if lower in ("more", "less", "fewer", "smaller") and kind not in _MEASURED_CHANGE:
        return change_words("side")[lower] if tokens.lower(index + 1) == "than" else None
    if lower in ("up", "down") and kind not in _MEASURED_CHANGE and tokens.lower(index + 1) == "from":
        return None  # "stood at $37 million, down from $41 million" is a level
    if lower in _VAGUE_SIDES:
        behind = tokens.lower(index + 1)
        noun = lower in _COMPARED and index == amount.last and behind.isalpha()
        closed = behind in _BEHIND_SIDE or (noun and not is_stop(behind))
        return change_words("side")[lower] if closed else None
    return change_words("side")[lower]


def _without_dimension(between: list[str]) -> list[str]:
    """What stands between two amounts without "in volume", "by value", which say what the first one measures."""
    measured = len(between) > 1 and between[0] in _BY and between[1] in _DIMENSIONS
    return between[2 + (between[2:3] == ["terms"]) :] if measured else between


def _goes_on(tokens: Tokens, before: Amount, amount: Amount) -> bool:
    """Whether an amount says more of the change told before it."""
    return _listed(tokens, before, amount) or _told_again(tokens, before, amount)


def _told_again(tokens: Tokens, before: Amount, amount: Amount) -> bool:
    """Whether a bracket gives the change before it in percent ("rose $9 million (4 percent) to $220 million")."""
    if before.change is None or before.multiple or amount.unit.kind != "percent" or before.unit.kind == "percent":
        return False
    bracket = amount.qualifier_first - 1
    return tokens.lower(bracket) == "(" and bracket == before.last and tokens.lower(amount.last) == ")"


def _listed(tokens: Tokens, before: Amount, amount: Amount) -> bool:
    """Whether `amount` is the second of "rose 5 percent and 6 percent"."""
    if before.change is None or before.multiple:
        return False
    between = _without_dimension(tokens.lowers[before.last : amount.qualifier_first])
    if between in ([",", "or"], ["or"]):
        return amount.unit.kind == "percent" and tokens.lower(amount.last) != "of"
    return before.unit.unit == amount.unit.unit and between in (["and"], [",", "and"], [","])
