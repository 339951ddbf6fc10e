"""The parts that countries play in a sentence: preposition, possession, attribution, pronouns."""

from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from pipeline.extract.inflection import finite_words
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.counts import is_stop
from pipeline.extract.quantities.number_forms import number_words
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.described import description_start, description_words
from pipeline.extract.trade.hindrances import AMID, is_hindrance
from pipeline.extract.trade.passed_over import ahead_of_compound, before_firm
from pipeline.extract.trade.reporters import OWNING, REPORTER_REACH, SAYING, TELLING, mark_speakers, reports
from pipeline.extract.trade.scene import PAIR, THERE, Scene, Side
from pipeline.lexicon.countries import code_of, forms

PREPOSITIONS = word_set(
    "to from with of in by for into between among against on at via through than like including excluding "
    "toward towards over about near under across as within outside inside behind onto after before despite "
    "since until besides without except beyond below above namely notably"
)
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "than", "like"})
_THEN = frozenset({"before", "after"})
_TIMES = word_set("year month week day season decade quarter")
"""Before "before" these make it an adverb ("the year before Guyana had shipped")."""
_BETWEEN = word_set(
    "the a an its their our neighbouring neighboring northern southern eastern western fellow communist both ally "
    "allies partner rival isolated reclusive impoverished countries nations states neighbour neighbor "
    "mainland south north landlocked member other another energy-starved all longtime traditional main chief "
    "key close former state major cash-strapped war-torn sanctioned then nearby oil-rich flood-hit not only "
    "mostly mainly especially primarily largely chiefly also such as people republic socialist island city "
    "capital country vast huge giant tiny small smaller larger bigger poor poorer rich richer immediate "
    "next-door"
)
_NAME_REACH = 5
"""So many tokens a name may have before "of" ("the Export-Import Bank of India")."""
_OF_NAME = word_set(
    "republic kingdom federation sultanate state union islands commonwealth emirate principality bank "
    "government ministry authorities people army parliament province port city capital "
    "countries nations states economies members"
)
_OF_MANY = word_set("countries nations states economies members")
"""What a body has ("exports to members of the African Union")."""
_SEPARATORS = frozenset({",", "and", "or", "&", "as", "well", "/"})
_DATELINE_REACH = 16
SEIZED = frozenset({"assets", "reserves"})
"""What is a state's and is taken from it: whose it is says nothing of who trades or lends."""
_FROZEN = word_set("frozen seized immobilised immobilized blocked")
_SEIZED_REACH = 6
_INVADING = word_set("invasion annexation incursion occupation")
"""What a state does in whose wake others give, lend and trade."""
_TURNING = word_set("turn turns turned turning")
_LED = word_set("drafted led backed sponsored proposed brokered sponsored supported")
_OVERTAKING = word_set(
    "surpassed surpass surpasses surpassing overtook overtake overtakes overtaken overtaking displaced displacing "
    "supplanted supplanting replaced replacing eclipsed eclipsing leapfrogged leapfrogging dethroned outpaced "
    "outranked outstripped trailed trailing"
)
"""The state behind these does not act: another has taken its place."""
_PRONOUNS = word_set("it its they their")
_OWN_WORDS = frozenset({"we", "our"})
"""With these a speaker tells of his own state."""
_GRADES = frozenset({"Heavy", "Light", "Medium", "Sweet", "Blend", "Crude", "Gas", "Wheat", "Corn", "Oil"})
"""What crude is sold as behind an adjective of its country ("Iranian Heavy"), and goods that some desks write so."""
_COUNTRY_WORDS = word_set(
    "country nation kingdom republic state sultanate emirate island archipelago giant neighbour neighbor bloc regime"
)
_BEFORE_COUNTRY_WORD = word_set("the its his her this that northern southern western eastern")
_DEMONSTRATIVES = frozenset({"that", "this"})
_PAIR_REACH = 3
_PAIR_WORDS = word_set(
    "founders giants peoples kingdoms republics powers islands countries nations sides neighbours neighbors states "
    "governments economies allies capitals"
)

_BEHIND_THERE = word_set(
    "is are was were has have had will would should may might could can must exists remains seems appears 's came been"
)
"""Behind "there" these make it no place."""
_LENDERS = word_set("bank lender fund")
_DOING = word_set(
    "work works worked live lived reside resided hold held study studied stay stayed toil toiled earn earned work "
    "worked register registered apply applied return returned cross crossed find found seek sought settled left went"
)
"""Verbs of what the people of a nation do abroad."""
_ACTING = word_set(
    "buy purchase import take receive get sell export supply ship send deliver provide lend invest donate give pay "
    "repay borrow build employ hire admit accept cut raise increase double reduce cancel forgive"
)
"""Behind "for" and a country, "to" and these tell what it is to do."""
_MOST_SKIPPED = 5
"""So many words may stand between a preposition and its country."""
_FINITE = word_set("has have had is was are were will would")
_GOODS = frozenset({"goods", "products", "commodities"})
_SENTENCE_ENDS = frozenset({".", "?", "!"})
_DATELINE_DASHES = frozenset({"-", "–", "—"})
_IN_LISTS = _SEPARATORS | _BETWEEN
_POINTING = (
    _PRONOUNS
    | _LENDERS
    | _COUNTRY_WORDS
    | _PAIR_WORDS
    | _OWN_WORDS
    | {"community", "them", "there", "bilateral", "mutual", "two", "each"}
)
"""The words that a pronoun's side can begin with."""


def read_sides(scene: Scene) -> None:
    """Fill the part that each of the sides of `scene` plays; where amounts stand, add those that words point to."""
    tokens, sides = scene.tokens, scene.sides
    if scene.amounts:
        pointed = _pointed(tokens, sides, scene.first, scene.last)
        scene.sides = sides = sorted([*sides, *pointed], key=attrgetter("first")) if pointed else sides
    if not sides:
        return
    told = not TELLING.isdisjoint(tokens.lowers[max(0, scene.first - 2) : scene.last + REPORTER_REACH])
    before: Side | None = None
    for side in sides:
        side.possessive = _possesses(tokens, side, sides)
        side.preposition, side.listed = _preposition(tokens, side, before, scene.first)
        if before is not None and before.code == side.code:
            side.listed = False  # "the European Community, EC, sold"
        if side.preposition == "from" and is_hindrance(tokens, side):
            side.preposition = AMID
        elif side.preposition == "to" and _is_turned_to(tokens, side):
            side.preposition = "from"
        side.attribution = side.last <= scene.opening or (told and reports(tokens, side, scene.last))
        side.attribution = side.attribution or _only_leads(tokens, side)
        before = side
    if told:
        mark_speakers(tokens, sides, scene.last)


def _is_turned_to(tokens: Tokens, side: Side) -> bool:
    """Whether a state is where another gets its goods ("turned to Chad for 9 tons")."""
    at = side.first - 1 - (tokens.lower(side.first - 1) == "the")
    return tokens.lower(at) == "to" and tokens.lower(at - 1) in _TURNING and tokens.lower(side.last) == "for"


def _only_leads(tokens: Tokens, side: Side) -> bool:
    """Whether a state only has to do with what acts ("the US-drafted resolution") or had the money ("Iraqi assets")."""
    if side.kind == "demonym" and tokens.lower(side.last) in SEIZED:
        return True
    if tokens.lower(side.last + (tokens.lower(side.last) in OWNING)) in _FROZEN:
        return not SEIZED.isdisjoint(tokens.lowers[side.last : side.last + _SEIZED_REACH])
    if tokens.lower(side.last + (tokens.lower(side.last) in OWNING)) in _INVADING:
        return True
    return tokens.lower(side.last) == "-" and tokens.lower(side.last + 1) in _LED


def _possesses(tokens: Tokens, side: Side, sides: Sequence[Side]) -> bool:
    kind, mark = side.kind, tokens.lower(side.last)
    if kind == "speaker":
        return tokens.lowers[side.first] == "our"
    if kind == "pronoun":
        return mark in OWNING or tokens.lowers[side.last - 1] in ("its", "their", "'s")
    if mark == "'s" or (mark == "'" and tokens.glued(side.last)):
        return True
    if kind == "demonym":
        return _describes(tokens, side, sides)
    if kind == "name" and tokens.words[side.first].isupper():
        behind = tokens.word(side.last)
        owns = behind.islower() and behind.isalpha() and not is_stop(behind)
        return owns and (not behind.endswith(("ed", "s")) or _are_goods(tokens, side))
    return kind == "place" and tokens.word(side.last).islower() and term_at(tokens, side.last) is not None


def _are_goods(tokens: Tokens, side: Side) -> bool:
    """Whether goods stand behind initials that hang on a preposition ("$2 million of US soybeans")."""
    if tokens.lower(side.first - 1) not in PREPOSITIONS:
        return False
    return tokens.lower(side.last) in _GOODS or term_at(tokens, side.last) is not None


def _describes(tokens: Tokens, side: Side, sides: Sequence[Side]) -> bool:
    """Whether an adjective of a country stands before a noun or another such adjective, and is no people itself."""
    behind = tokens.word(side.last)
    if behind in (",", "and", "-") and any(s.first == side.last + 1 and s.kind == "demonym" for s in sides):
        return True
    word = tokens.lowers[side.last - 1]
    people = word.endswith("s") and not word.endswith(("ss", "ese"))
    people = people or is_stop(behind) or _are_counted(tokens, side)
    if people or not behind[:1].isalpha():
        return False
    return behind[:1].islower() or behind in _GRADES or (behind.isupper() and term_at(tokens, side.last) is not None)


def _are_counted(tokens: Tokens, side: Side) -> bool:
    """Whether a nation's people are counted, and a verb of what they do follows ("90,000 Basotho work and study")."""
    before = tokens.lower(side.first - 1)
    return tokens.lower(side.last) in _DOING and (before[:1].isdecimal() or before in number_words())


def _preposition(tokens: Tokens, side: Side, before: Side | None, first: int) -> tuple[str | None, bool]:
    lowers, at = tokens.lowers, side.first - 1
    if lowers[side.first] == "there" and tokens.lower(at) not in PREPOSITIONS:
        return THERE, False
    if lowers[side.first] == "they":
        return None, False
    if at > 1 and lowers[at - 1 : at + 1] == ["of", "the"] and lowers[at - 2] in _OF_MANY:
        at -= 1
    if at > 0 and lowers[at] == "of" and lowers[at - 1] in _OF_NAME:
        at -= 2
        name = max(first, at - _NAME_REACH)
        while at > name and (tokens.words[at][0].isupper() or tokens.words[at] == "-"):
            at -= 1
    elif at > first and lowers[at] == "of" and (tokens.words[at - 1][0].isupper() or lowers[at - 1] == ">"):
        at = before_firm(tokens, at, first)
    at = ahead_of_compound(tokens, at, first)
    farthest, skipped = max(first, at - _MOST_SKIPPED + 1), _skipped()
    at -= side.kind == "pronoun" and lowers[at] in _DEMONSTRATIVES
    while at >= farthest and (lowers[at] in skipped or _is_skipped(lowers[at])):
        at -= 1
    if at >= first and lowers[at] in _OVERTAKING and not side.possessive:
        return "above", False
    if at >= first and lowers[at] in PREPOSITIONS and not _joins(tokens, at, side):
        acts = lowers[at] == "with" and _acts_behind(tokens, side)
        acts = acts or (lowers[at] == "for" and at == side.first - 1 and _is_to_act(tokens, side))
        return None if acts else lowers[at], False
    return (None, False) if before is None else _with_the_one_before(tokens, before, side)


def _with_the_one_before(tokens: Tokens, before: Side, side: Side) -> tuple[str | None, bool]:
    """The preposition that `side` shares with `before`: as what a pronoun's noun names ("between Serbia and its ally
    Russia"), or as the next of a list."""
    gap = tokens.lowers[before.last : side.first]
    if before.kind == "pronoun" and before.possessive and before.preposition and _BETWEEN.issuperset(gap):
        return before.preposition, before.listed
    if gap[-1:] == ["as"] and "well" not in gap:
        return None, False  # "for Pakistan, as it sold"
    if before.last < side.first and _lists(tokens, before, side):
        return before.preposition, True
    return None, False


def _joins(tokens: Tokens, index: int, side: Side) -> bool:
    """Whether "before" or "since" begins a clause or is an adverb ("after Russia closed", "the year before Guyana")."""
    lower = tokens.lowers[index]
    if lower in _CONJUNCTIONS and not side.possessive and tokens.lower(side.last) in finite_words():
        return True
    return lower in _THEN and tokens.lower(index - 1) in _TIMES


def _acts_behind(tokens: Tokens, side: Side) -> bool:
    """Whether a participle stands behind a country or its people ("with Iran buying", "with Thai millers taking")."""
    owns = side.possessive or side.kind == "demonym"
    return any(tokens.lower(side.last + step).endswith("ing") for step in range(3 if owns else 1))


def _is_to_act(tokens: Tokens, side: Side) -> bool:
    """Whether a country is the subject of an infinitive ("provides for Oman to buy")."""
    return tokens.lower(side.last) == "to" and tokens.lower(side.last + 1) in _ACTING


def _lists(tokens: Tokens, before: Side, side: Side) -> bool:
    """Whether nothing but a list stands between two countries ("China, Japan and also India")."""
    gap = _without_bracket(tokens.lowers[before.last : side.first])
    if _SEPARATORS.isdisjoint(gap) or not _IN_LISTS.issuperset(gap):
        return False
    if before.code == side.code and side.code and before.preposition is not None:
        # "sold it to Peru and Peru sold"
        return False
    if gap == [",", "and"] and side.kind == "demonym" and side.possessive and before.kind != "demonym":
        # another clause begins ("after Italy, and Greek companies have invested")
        return False
    return gap != [","] or tokens.lower(side.last) in _SEPARATORS or before.preposition is None


def _without_bracket(gap: list[str]) -> list[str]:
    """`gap` without the bracket that it opens with ("from Peru (up 9 percent) and Chile (up 7)")."""
    return gap[gap.index(")") + 1 :] if gap[:1] == ["("] and ")" in gap else gap


def dateline_end(tokens: Tokens, first: int) -> int:
    """The token behind a dateline that opens the text ("SEOUL, March 17 (UPI) --"), 0 where there is none."""
    if first > 0 or tokens.words[0].islower():
        return 0
    dashes = tokens.places(_DATELINE_DASHES, 1, min(_DATELINE_REACH, len(tokens.words) - 1))
    end = next((at for at in dashes if not tokens.glued(at)), 0)
    if end and _opens_aside(tokens, end):
        return 0
    # words in small letters make it a sentence with a dash in it ("Exports to Mali - worth $4 million - rose")
    small = (at for at, word in enumerate(tokens.words[:end]) if word.islower() and word.isalpha())
    return 0 if any(not tokens.glued(at) for at in small) else end


def _opens_aside(tokens: Tokens, index: int) -> bool:
    """Whether the dash at token `index` opens what only describes a state ("Chad - OPEC's newest member - has")."""
    if all(word.isupper() for word in tokens.words[:index] if word.isalpha()) or "," in tokens.words[:index]:
        return False
    end = next((at for at in tokens.places(_SENTENCE_ENDS, index, len(tokens.words)) if not tokens.glued(at)), None)
    end = len(tokens.words) if end is None else end
    dashes = [at for at in tokens.places(_DATELINE_DASHES, index + 1, end) if not tokens.glued(at)]
    return len(dashes) == 1 and tokens.word(dashes[0] + 1) in _FINITE


@cache
def _skipped() -> frozenset[str]:
    """The words that may stand between a preposition and its country."""
    return _BETWEEN | description_words()


def _is_skipped(lower: str) -> bool:
    """Whether a word outside of the lists may stand there too: a point of the compass, a small number."""
    return lower.endswith("ern") or (lower.isdigit() and len(lower) < 3) or lower in ("-", "nation")


@cache
def _pointing() -> frozenset[str]:
    """The words, in small letters, that a pronoun's side can begin with, and those of peoples in the plural."""
    return _POINTING.union(f"{form.form.split()[-1].lower()}s" for form in forms() if form.form.endswith("n"))


def _peoples(tokens: Tokens, sides: Sequence[Side], first: int, places: list[int]) -> list[Side]:
    """Peoples at `places` in the plural that the lexicon has in the singular alone ("Paraguayans")."""
    found = []
    for at in places:
        word = tokens.words[at]
        if word[0].isupper() and word.endswith("ns") and len(word) > 5 and not any(side.first == at for side in sides):
            first_word = at - 1 if at > first and tokens.words[at - 1] in ("North", "South") else at
            code = code_of(" ".join([*tokens.words[first_word:at], word[:-1]]))
            if code is not None:
                found.append(Side(first_word, at + 1, code, "demonym"))
    return found


def _pointed(tokens: Tokens, sides: Sequence[Side], first: int, last: int) -> list[Side]:
    """The sides that a pronoun or another word points to, and the peoples in the plural."""
    places = tokens.places(_pointing(), first, last)
    found = _peoples(tokens, sides, first, [at for at in places if tokens.lowers[at] not in _POINTING])
    named = [*sides, *found]
    for at in [at for at in places if tokens.lowers[at] in _POINTING]:
        side = _pointer(tokens, at) if not any(s.first <= at < s.last for s in named) else None
        if side is not None:
            found.append(side)
    return found


def _counted_two(tokens: Tokens, index: int) -> bool:
    """Whether "two" or "both" stands before the noun, or before what describes it ("the two Mercosur founders")."""
    if tokens.lower(index - 1) in ("two", "both"):
        return True
    near = tokens.lowers[max(0, index - _PAIR_REACH) : index]
    at = max((at for at, word in enumerate(near) if word == "two"), default=None)
    return at is not None and all(word.isalpha() and not is_stop(word) for word in near[at + 1 :])


def _ends_phrase(tokens: Tokens, index: int) -> bool:
    """Whether the word at token `index` cannot go on with what is counted ("purchases from the two rose")."""
    lower = tokens.lower(index)
    return (not lower.isalpha() and lower != "-") or is_stop(lower) or lower in change_words("verb") or lower in SAYING


def _is_bloc(tokens: Tokens, at: int) -> bool:
    """Whether "the bloc", "the Community" or its member states are told of at token `at`."""
    lower, before = tokens.lowers[at], tokens.lower(at - 1)
    if tokens.words[at] == "Community":
        return before == "the" and tokens.lower(at + 1) != "of"
    return (lower == "bloc" and before == "the") or (lower == "states" and before == "member")


def _pointer(tokens: Tokens, at: int) -> Side | None:
    """The side that the word at token `at` points to, if it stands for a country here."""
    lower, before = tokens.lowers[at], tokens.lower(at - 1)
    if _is_bloc(tokens, at):
        return Side(at, at + 1, "", "bloc")
    if lower in _LENDERS and before == "the" and tokens.lower(at + 1) != "of":
        return Side(at, at + 1, "", "lender")
    if lower == "them" and before == "between":
        return Side(at, at + 1, PAIR, "pronoun")
    there = lower == "there" and (before in ("from", "to", "in", "worth") or tokens.lower(at + 1) not in _BEHIND_THERE)
    if lower in _PRONOUNS or there or lower in _OWN_WORDS:
        return Side(at, at + 1, "", "speaker" if lower in _OWN_WORDS else "pronoun")
    if lower.startswith("neighb") and before.isalpha() and tokens.words[at - 1].islower() and not is_stop(before):
        before = tokens.lower(at - 2)
    start = description_start(tokens, at)
    if lower in _COUNTRY_WORDS and (start is not None or before in _BEFORE_COUNTRY_WORD):
        bare = lower == "state" and tokens.lower(at + 1) != "'s" and (start is None or start == at)
        named = tokens.lower(at + 1) == "of" or bare
        return None if named else Side(at, at + 1, "", "neighbour" if lower.startswith("neighb") else "pronoun")
    two_way = lower == "two" and tokens.lower(at + 1) == "-" and tokens.lower(at + 2) == "way"
    if (lower in _PAIR_WORDS and _counted_two(tokens, at)) or lower in ("bilateral", "mutual") or two_way:
        return Side(at, at + 1, PAIR, "pronoun")
    if lower == "two" and before == "the" and _ends_phrase(tokens, at + 1):
        return Side(at, at + 1, PAIR, "pronoun")
    if lower == "each" and tokens.lower(at + 1) == "other":
        return Side(at, at + 2, PAIR, "pronoun")
    return None
